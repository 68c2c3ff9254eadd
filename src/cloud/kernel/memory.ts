/**
 * The linear memory of the kernel as TypeScript sees it. WebAssembly has src/wasm/cloud-memory.ts in its place, with the same
 * functions; addresses are in bytes.
 */
let bytes = new Uint8Array(0);
let shorts = new Uint16Array(0);
let ints = new Int32Array(0);
let floats = new Float32Array(0);
let doubles = new Float64Array(0);

/** From now on addresses are in this buffer. */
export function useMemory(buffer: ArrayBuffer): void {
  bytes = new Uint8Array(buffer);
  shorts = new Uint16Array(buffer);
  ints = new Int32Array(buffer);
  floats = new Float32Array(buffer);
  doubles = new Float64Array(buffer);
}

export function u8At(address: i32): i32 {
  return bytes[address];
}

export function setU8(address: i32, value: i32): void {
  bytes[address] = value;
}

/** Sets four bytes at any address, the lowest first. */
export function setFourU8(address: i32, value: i32): void {
  bytes[address] = value;
  bytes[address + 1] = value >> 8;
  bytes[address + 2] = value >> 16;
  bytes[address + 3] = value >> 24;
}

export function u16At(address: i32): i32 {
  return shorts[address >> 1];
}

export function setU16(address: i32, value: i32): void {
  shorts[address >> 1] = value;
}

export function i32At(address: i32): i32 {
  return ints[address >> 2];
}

export function setI32(address: i32, value: i32): void {
  ints[address >> 2] = value;
}

export function f32At(address: i32): f64 {
  return floats[address >> 2];
}

export function setF32(address: i32, value: f64): void {
  floats[address >> 2] = value;
}

export function f64At(address: i32): f64 {
  return doubles[address >> 3];
}

export function setF64(address: i32, value: f64): void {
  doubles[address >> 3] = value;
}

export function fillBytes(address: i32, value: i32, count: i32): void {
  bytes.fill(value, address, address + count);
}

export function copyBytes(to: i32, from: i32, count: i32): void {
  bytes.copyWithin(to, from, from + count);
}

/** to[i] -= from[i] for `count` bytes, which wrap around. */
export function subtractBytes(to: i32, from: i32, count: i32): void {
  for (let index = 0; index < count; index++) bytes[to + index] -= bytes[from + index];
}

/** Whether the four integers at an address are all 0. */
export function isClear4(address: i32): boolean {
  const at = address >> 2;
  return (ints[at] | ints[at + 1] | ints[at + 2] | ints[at + 3]) === 0;
}

/** The address of the first byte from `from` on that is not `value`, `end` if there is none. 15 more behind it may be read. */
export function runEnd(from: i32, end: i32, value: i32): i32 {
  let at = from;
  while (at < end && bytes[at] === value) at++;
  return at;
}

/** to[i] |= from[i] for `count` integers, from the first to the last. */
export function orInts(to: i32, from: i32, count: i32): void {
  const shift = (from - to) >> 2;
  const start = to >> 2;
  const end = start + count;
  for (let index = start; index < end; index++) ints[index] |= ints[index + shift];
}

/** to[i] |= the 32 bits from bit `shift` of from[i] on, for `count` integers; `shift` from 1 to 31. */
export function orShifted(to: i32, from: i32, shift: i32, count: i32): void {
  const words = (from - to) >> 2;
  const back = 32 - shift;
  const start = to >> 2;
  const end = start + count;
  let near = ints[start + words];
  for (let index = start; index < end; index++) {
    const far = ints[index + words + 1];
    ints[index] |= (near >>> shift) | (far << back);
    near = far;
  }
}

export function lesserInt(a: i32, b: i32): i32 {
  return Math.min(a, b);
}

export function greaterInt(a: i32, b: i32): i32 {
  return Math.max(a, b);
}

export function lesser(a: f64, b: f64): f64 {
  return Math.min(a, b);
}

export function greater(a: f64, b: f64): f64 {
  return Math.max(a, b);
}

export function leadingZeros(value: i32): i32 {
  return Math.clz32(value);
}

/** How many bits are set. */
export function onesIn(value: i32): i32 {
  let rest = value - ((value >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The integer quotient, rounded towards 0. */
export function quotient(value: i32, by: i32): i32 {
  return (value / by) | 0;
}

export function floorOf(value: f64): i32 {
  return Math.floor(value);
}

export function ceilOf(value: f64): i32 {
  return Math.ceil(value);
}

/** The nearest integer, upwards from the middle. */
export function roundOf(value: f64): i32 {
  return Math.floor(value + 0.5);
}

/** The largest integer that is not above a number, as a number. */
export function wholeOf(value: f64): f64 {
  return Math.floor(value);
}

export function rootOf(value: f64): f64 {
  return Math.sqrt(value);
}

/** The low 32 bits of a product. */
export function times(a: i32, b: i32): i32 {
  return Math.imul(a, b);
}

let mapA: f64 = 0;
let mapB: f64 = 0;
let mapC: f64 = 0;
let mapD: f64 = 0;
let mapE: f64 = 0;
let mapF: f64 = 0;

/** Where {@link mapPoint} led to. */
export let mappedX: i32 = 0;
export let mappedY: i32 = 0;

/** From now on points are moved by the affine map x' = a·x + c·y + e, y' = b·x + d·y + f. */
export function useMap(a: f64, b: f64, c: f64, d: f64, e: f64, f: f64): void {
  mapA = a;
  mapB = b;
  mapC = c;
  mapD = d;
  mapE = e;
  mapF = f;
}

/** Moves a point of two 32-bit floats and rounds it to integers, upwards from the middle. */
export function mapPoint(address: i32): void {
  const x = floats[address >> 2];
  const y = floats[(address >> 2) + 1];
  mappedX = Math.floor(mapA * x + mapC * y + mapE + 0.5);
  mappedY = Math.floor(mapB * x + mapD * y + mapF + 0.5);
}

/**
 * Paints pixels of a byte each by the coverage of a row, whose changes are integers: `first` and the level of coverage, of so many
 * `levels`, where there is any and no fuller ink below. The changes are used up, and 16 integers from any of them and 16 bytes
 * from any pixel on may be read.
 *
 * @param before  what covers the pixel before; a pixel is full with 1 << 17
 */
export function paintRow(changes: i32, count: i32, before: i32, to: i32, first: i32, levels: i32): void {
  let sum = before;
  for (let column = 0; column < count; column++) {
    sum += ints[(changes >> 2) + column];
    if (sum === 0) continue;
    const level = (Math.min(Math.abs(sum), 1 << 17) * levels + (1 << 16)) >> 17;
    const under = bytes[to + column];
    if (level > 0 && (under === 0 || level > ((under - 1) % levels) + 1)) bytes[to + column] = first + level;
  }
}
