import { mix32 } from './mix32';

const BINS: usize = 32;
const EMPTY: i32 = 0x7fffffff;
/** Units of the longest n-gram. */
const GRAM: i32 = 4;

function mixed(values: v128): v128 {
  let mix = v128.xor(values, i32x4.shr_u(values, 16));
  mix = i32x4.mul(mix, i32x4.splat(0x85ebca6b));
  mix = i32x4.mul(v128.xor(mix, i32x4.shr_u(mix, 13)), i32x4.splat(0xc2b2ae35));
  return v128.xor(mix, i32x4.shr_u(mix, 16));
}

/** Hashes of the n-grams of four units from an address on; those of lanes in `pairs` have two units at most. */
function gramHashes(from: usize, pairs: v128): v128 {
  const first = v128.load_ext<u16>(from);
  const two = v128.or(first, i32x4.shl(v128.load_ext<u16>(from, 2), 16));
  const more = v128.or(v128.load_ext<u16>(from, 4), i32x4.shl(v128.load_ext<u16>(from, 6), 16));
  const four = v128.xor(i32x4.mul(v128.xor(two, i32x4.splat(0x5bd1e995)), i32x4.splat(0x2c1b3c6d)), more);
  const isHan = i32x4.lt_u(i32x4.sub(first, i32x4.splat(0x4e00)), i32x4.splat(0x5200));
  return mixed(v128.bitselect(two, four, v128.or(isHan, pairs)));
}

function addGram(hash: u32, bins: usize, bitmap: usize): void {
  const bin = bins + ((hash >>> 27) << 2);
  store<i32>(bin, min<i32>(load<i32>(bin), hash & 0x7ffffff));
  const word = bitmap + (((hash >>> 5) & 15) << 2);
  store<i32>(word, load<i32>(word) | (1 << hash));
}

/** The value of a bin, of another one where it is empty. */
function filled(bins: usize, bin: u32): i32 {
  let value = load<i32>(bins + (bin << 2));
  for (let attempt: u32 = 1; value === EMPTY && attempt <= 512; attempt++) {
    value = load<i32>(bins + ((mix32((bin << 10) + attempt) & 31) << 2));
  }
  return value;
}

/**
 * Writes the signature of a text.
 *
 * @param scratch  128 bytes of bins, 32 for the end of the text
 * @param key  where that of the first band is written, those of others each `step` bytes on
 * @param bitmap  64 bytes, zero
 */
export function sign(
  text: usize,
  length: i32,
  salt: i32,
  scratch: usize,
  key: usize,
  step: usize,
  bitmap: usize,
): void {
  const bins = scratch;
  const tail = scratch + (BINS << 2);
  for (let at = bins; at < tail; at += 16) v128.store(at, i32x4.splat(EMPTY));
  let left = length;
  let from = text;
  // What n-grams of four places have: seven units.
  for (; left >= GRAM + 3; left -= 4, from += 8) {
    const hashes = gramHashes(from, i32x4.splat(0));
    addGram(i32x4.extract_lane(hashes, 0), bins, bitmap);
    addGram(i32x4.extract_lane(hashes, 1), bins, bitmap);
    addGram(i32x4.extract_lane(hashes, 2), bins, bitmap);
    addGram(i32x4.extract_lane(hashes, 3), bins, bitmap);
  }
  v128.store(tail, i32x4.splat(0));
  v128.store(tail + 16, i32x4.splat(0));
  memory.copy(tail, from, left << 1);
  for (let at = tail; left > 0; left -= 4, at += 8) {
    const isEnd = i32x4.ge_s(i32x4(0, 1, 2, 3), i32x4.splat(left - 2));
    const hashes = gramHashes(at, isEnd);
    addGram(i32x4.extract_lane(hashes, 0), bins, bitmap);
    if (left > 1) addGram(i32x4.extract_lane(hashes, 1), bins, bitmap);
    if (left > 2) addGram(i32x4.extract_lane(hashes, 2), bins, bitmap);
    if (left > 3) addGram(i32x4.extract_lane(hashes, 3), bins, bitmap);
  }
  let to = key;
  for (let bin: u32 = 0; bin < <u32>BINS; bin += 4, to += step) {
    store<i32>(
      to,
      salt * 0x9e3779b1 +
        filled(bins, bin) * 0x85ebca6b +
        filled(bins, bin + 1) * 0xc2b2ae35 +
        filled(bins, bin + 2) * 0x2c1b3c6d +
        filled(bins, bin + 3) * 0x297a2d39,
    );
  }
}
