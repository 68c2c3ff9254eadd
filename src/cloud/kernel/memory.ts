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

/** The address of the first integer from `address` on that is not 0, `end` if there is none. Three more behind it may be read. */
export function firstSet(address: i32, end: i32): i32 {
  let at = address;
  while (at < end && ints[at >> 2] === 0) at += 4;
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
