/** What src/corpus/fold/unit-tables.ts has in its tables. */
export const DROPPED: i32 = 0;
export const HAN: i32 = 2;
export const DIGIT: i32 = 3;
export const LATIN: i32 = 4;
export const CURRENCY: i32 = 5;
export const DRESSED: i32 = 0x10;
export const SIGN: i32 = 0x20;
export const TURNING: i32 = 0x40;
export const NUMBER: i32 = 0x80;
export const FLAGS: i32 = 0xf0;
export const KIND: i32 = 0x0f;

export function unitAt(at: usize): i32 {
  return <i32>load<u16>(at);
}

/** Kind and flags of a unit. Behind the table of a byte each lie the folded units. */
export function entryOf(kinds: usize, unit: i32): i32 {
  return <i32>load<u8>(kinds + unit);
}

export function foldedOf(kinds: usize, unit: i32): i32 {
  return <i32>load<u16>(kinds + 0x10000 + ((<usize>unit) << 1));
}

export function isSpace(unit: i32): bool {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0x3000 || unit === 0xa0;
}

export function isDigit(unit: i32): bool {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
}
