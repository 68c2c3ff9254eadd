/**
 * What src/cloud/kernel/memory.ts is to TypeScript, in AssemblyScript: the memory of the instance, by address in bytes. The
 * compiler puts these small functions where they are called.
 */

export function u8At(address: i32): i32 {
  return load<u8>(address);
}

export function setU8(address: i32, value: i32): void {
  store<u8>(address, <u8>value);
}

export function setFourU8(address: i32, value: i32): void {
  store<i32>(address, value);
}

export function u16At(address: i32): i32 {
  return load<u16>(address);
}

export function setU16(address: i32, value: i32): void {
  store<u16>(address, <u16>value);
}

export function i32At(address: i32): i32 {
  return load<i32>(address);
}

export function setI32(address: i32, value: i32): void {
  store<i32>(address, value);
}

export function f32At(address: i32): f64 {
  return <f64>load<f32>(address);
}

export function setF32(address: i32, value: f64): void {
  store<f32>(address, <f32>value);
}

export function f64At(address: i32): f64 {
  return load<f64>(address);
}

export function setF64(address: i32, value: f64): void {
  store<f64>(address, value);
}

export function fillBytes(address: i32, value: i32, count: i32): void {
  memory.fill(address, <u8>value, count);
}

export function copyBytes(to: i32, from: i32, count: i32): void {
  memory.copy(to, from, count);
}

export function subtractBytes(to: i32, from: i32, count: i32): void {
  const end = to + count;
  const ahead = from - to;
  let at = to;
  for (; at + 16 <= end; at += 16) v128.store(at, i8x16.sub(v128.load(at), v128.load(at + ahead)));
  for (; at < end; at++) store<u8>(at, load<u8>(at) - load<u8>(at + ahead));
}

export function isClear4(address: i32): bool {
  return !v128.any_true(v128.load(address));
}

export function runEnd(from: i32, end: i32, value: i32): i32 {
  const alike = i8x16.splat(<i8>value);
  for (let at = from; at < end; at += 16) {
    const others = i8x16.bitmask(i8x16.ne(v128.load(at), alike));
    if (others !== 0) return min<i32>(end, at + ctz<i32>(others));
  }
  return end;
}

export function orInts(to: i32, from: i32, count: i32): void {
  const end = to + 4 * count;
  const ahead = from - to;
  let at = to;
  for (; at + 16 <= end; at += 16) v128.store(at, v128.or(v128.load(at), v128.load(at + ahead)));
  for (; at < end; at += 4) store<i32>(at, load<i32>(at) | load<i32>(at + ahead));
}

export function orShifted(to: i32, from: i32, shift: i32, count: i32): void {
  const end = to + 4 * count;
  const ahead = from - to;
  const back = 32 - shift;
  let at = to;
  for (; at + 16 <= end; at += 16) {
    const near = v128.shr<u32>(v128.load(at + ahead), shift);
    const far = v128.shl<i32>(v128.load(at + ahead, 4), back);
    v128.store(at, v128.or(v128.load(at), v128.or(near, far)));
  }
  for (; at < end; at += 4) {
    const shifted = (load<u32>(at + ahead) >>> shift) | (load<u32>(at + ahead, 4) << back);
    store<u32>(at, load<u32>(at) | shifted);
  }
}

export function lesserInt(a: i32, b: i32): i32 {
  return min<i32>(a, b);
}

export function greaterInt(a: i32, b: i32): i32 {
  return max<i32>(a, b);
}

export function lesser(a: f64, b: f64): f64 {
  return min<f64>(a, b);
}

export function greater(a: f64, b: f64): f64 {
  return max<f64>(a, b);
}

export function leadingZeros(value: i32): i32 {
  return clz<i32>(value);
}

export function onesIn(value: i32): i32 {
  return popcnt<i32>(value);
}

export function quotient(value: i32, by: i32): i32 {
  return value / by;
}

export function floorOf(value: f64): i32 {
  return <i32>floor<f64>(value);
}

export function ceilOf(value: f64): i32 {
  return <i32>ceil<f64>(value);
}

export function roundOf(value: f64): i32 {
  return <i32>floor<f64>(value + 0.5);
}

export function wholeOf(value: f64): f64 {
  return floor<f64>(value);
}

export function rootOf(value: f64): f64 {
  return sqrt<f64>(value);
}

export function times(a: i32, b: i32): i32 {
  return a * b;
}

let mapNear: v128 = f64x2.splat(0);
let mapFar: v128 = f64x2.splat(0);
let mapStart: v128 = f64x2.splat(0);

export let mappedX: i32 = 0;
export let mappedY: i32 = 0;

export function useMap(a: f64, b: f64, c: f64, d: f64, e: f64, f: f64): void {
  mapNear = f64x2.replace_lane(f64x2.splat(a), 1, d);
  mapFar = f64x2.replace_lane(f64x2.splat(c), 1, b);
  mapStart = f64x2.replace_lane(f64x2.splat(e), 1, f);
}

export function mapPoint(address: i32): void {
  const point = f64x2.promote_low_f32x4(v128.load64_zero(address));
  const turned = i8x16.shuffle(point, point, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7);
  const moved = f64x2.add(f64x2.add(f64x2.mul(mapNear, point), f64x2.mul(mapFar, turned)), mapStart);
  const rounded = i32x4.trunc_sat_f64x2_s_zero(f64x2.floor(f64x2.add(moved, f64x2.splat(0.5))));
  mappedX = i32x4.extract_lane(rounded, 0);
  mappedY = i32x4.extract_lane(rounded, 1);
}

/** The running sums of four integers. */
function runningSums(four: v128): v128 {
  const zero = i32x4.splat(0);
  const two = i32x4.add(four, i32x4.shuffle(zero, four, 0, 4, 5, 6));
  return i32x4.add(two, i32x4.shuffle(zero, two, 0, 1, 4, 5));
}

function levelsOf(sums: v128, levels: v128): v128 {
  const cover = i32x4.min_s(i32x4.abs(sums), i32x4.splat(1 << 17));
  return i32x4.shr_s(i32x4.add(i32x4.mul(cover, levels), i32x4.splat(1 << 16)), 17);
}

export function paintRow(changes: i32, count: i32, before: i32, to: i32, first: i32, levels: i32): void {
  const factors = i32x4.splat(levels);
  const firsts = i8x16.splat(<i8>first);
  let last = i32x4.splat(before);
  for (let done: i32 = 0; done < count; done += 16) {
    const at = changes + 4 * done;
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const d = v128.load(at, 48);
    if (!v128.any_true(v128.or(v128.or(v128.or(a, b), v128.or(c, d)), last))) continue;
    const sumA = i32x4.add(runningSums(a), last);
    const sumB = i32x4.add(runningSums(b), i32x4.shuffle(sumA, sumA, 3, 3, 3, 3));
    const sumC = i32x4.add(runningSums(c), i32x4.shuffle(sumB, sumB, 3, 3, 3, 3));
    const sumD = i32x4.add(runningSums(d), i32x4.shuffle(sumC, sumC, 3, 3, 3, 3));
    last = i32x4.shuffle(sumD, sumD, 3, 3, 3, 3);
    const left = i16x8.narrow_i32x4_s(levelsOf(sumA, factors), levelsOf(sumB, factors));
    const right = i16x8.narrow_i32x4_s(levelsOf(sumC, factors), levelsOf(sumD, factors));
    let painted = i8x16.narrow_i16x8_u(left, right);
    if (count - done < 16) {
      const columns = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
      painted = v128.and(painted, i8x16.lt_s(columns, i8x16.splat(<i8>(count - done))));
    }
    const shown = i8x16.ne(painted, i8x16.splat(0));
    const under = v128.load(to + done);
    if (!v128.any_true(v128.and(under, shown))) {
      v128.store(to + done, v128.or(under, v128.and(shown, i8x16.add(painted, firsts))));
      continue;
    }
    v128.store(at, painted);
    for (let lane: i32 = 0; lane < 16; lane++) {
      const level = <i32>load<u8>(at + lane);
      const below = <i32>load<u8>(to + done + lane);
      if (level > 0 && (below === 0 || level > ((below - 1) % levels) + 1)) {
        store<u8>(to + done + lane, first + level);
      }
    }
  }
}
