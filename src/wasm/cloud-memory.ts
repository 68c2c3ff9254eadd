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

export function firstSet(address: i32, end: i32): i32 {
  for (let at = address; at < end; at += 16) {
    const set = i32x4.bitmask(i32x4.ne(v128.load(at), i32x4.splat(0)));
    if (set !== 0) return min<i32>(end, at + 4 * ctz<i32>(set));
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
