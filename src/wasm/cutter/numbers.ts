import { ends, ids, list, text } from './layout';

/** Words are found here up to so many units; see src/lexicon/word-ids.ts. */
const INLINE: i32 = 8;

// The table of words that have no fixed identifier: where identifiers lie by hash, bits of a hash that are not looked at, where
// the words themselves lie by identifier.
let index: usize = 0;
let shift: i32 = 0;
let records: usize = 0;
let firstId: i32 = 0;

export function setNumbers(indexAt: usize, shiftBy: i32, recordsAt: usize, first: i32): void {
  index = indexAt;
  shift = shiftBy;
  records = recordsAt;
  firstId = first;
}

/**
 * Gives the tokens without identifier that of the table.
 *
 * @param count  of the tokens.
 * @param start  where the first of them begins.
 * @returns how many the table has not.
 */
export function numberTokens(count: i32, start: i32): i32 {
  const tokens = list;
  let unknown = 0;
  for (let i = 0; i < count; i++) {
    store<i32>(tokens + ((<usize>unknown) << 2), i);
    unknown += i32(load<i32>(ids + ((<usize>i) << 2)) === 0);
  }
  const mask = (1 << (32 - shift)) - 1;
  let left = 0;
  for (let k = 0; k < unknown; k++) {
    const i = load<i32>(tokens + ((<usize>k) << 2));
    const end = ends + ((<usize>i) << 2);
    const from = i > 0 ? load<i32>(end - 4) : start;
    const length = load<i32>(end) - from;
    if (length > INLINE) {
      left++;
      continue;
    }
    const read = v128.load(text + ((<usize>(from - start)) << 1));
    const word = v128.and(read, i16x8.gt_s(i16x8.splat(<i16>length), i16x8(0, 1, 2, 3, 4, 5, 6, 7)));
    let at = placeOf(word);
    for (;;) {
      const id = load<i32>(index + ((<usize>at) << 2));
      if (id === 0) {
        left++;
        break;
      }
      const record = v128.load(records + ((<usize>(id - firstId)) << 4));
      if (!v128.any_true(v128.xor(record, word))) {
        store<i32>(ids + ((<usize>i) << 2), id);
        break;
      }
      at = (at + 1) & mask;
    }
  }
  return left;
}

/** As in src/lexicon/word-ids.ts. */
function placeOf(word: v128): i32 {
  const mixed = i32x4.mul(word, i32x4(0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f));
  const two = i32x4.add(mixed, v128.shuffle<i32>(mixed, mixed, 2, 3, 0, 1));
  const hash = i32x4.extract_lane(two, 0) + i32x4.extract_lane(two, 1);
  return ((hash ^ (hash >>> 15)) * 0x2c1b3c6d) >>> shift;
}
