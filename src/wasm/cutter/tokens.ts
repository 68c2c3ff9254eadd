import {
  addedIds,
  CODE,
  codeAt,
  codeOf,
  ends,
  FOUND,
  firstAdded,
  firstSpare,
  ids,
  pairs,
  RANK,
  singleBase,
  unitAt,
  units,
} from './layout';

/** Is added to all ends. */
let offset: i32 = 0;

export function countFrom(start: i32): void {
  offset = start;
}

export function push(count: i32, end: i32, id: i32): void {
  store<i32>(ends + ((<usize>count) << 2), offset + end);
  store<i32>(ids + ((<usize>count) << 2), id);
}

/** Identifier of a character that stands alone, within a block or outside. */
export function singleId(i: i32): i32 {
  const unit = unitAt(i);
  const code = <i32>load<u16>(codeOf + ((<usize>unit) << 1)) & CODE;
  return select(code, singleBase + unit, i32(<u32>(code - 1) < <u32>(firstSpare - 1)));
}

/** Identifier of a unit: in the table its number. */
export function idOf(unit: i32): i32 {
  return unit < firstAdded ? unit : load<i32>(addedIds + ((<usize>(unit - firstAdded)) << 2));
}

export function idAt(from: i32, to: i32): i32 {
  const length = to - from;
  // No branch on what is guessed wrong every other time.
  if (length <= 2) return select(singleId(from), pairId(from), length === 1);
  return load<i32>(pairs + ((<usize>from) << 3)) & FOUND ? idOf(find(from, to)) : 0;
}

export function pairId(from: i32): i32 {
  const pair = pairs + ((<usize>from) << 3);
  return idOf(load<i32>(pair, 4) & -i32((load<i32>(pair) & FOUND) !== 0));
}

/** Whether a run that the path left in pieces is a word all the same. */
export function isWord(from: i32, to: i32): bool {
  const pair = load<i32>(pairs + ((<usize>from) << 3));
  if (to - from === 2) return (pair & RANK) !== 0;
  return (pair & FOUND) !== 0 && isTableWord(from, to);
}

function isTableWord(from: i32, to: i32): bool {
  return (load<u32>(units + ((<usize>find(from, to)) << 3), 4) & RANK) !== 0;
}

/** Unit of a stretch in the trie whose first two characters it has, or 0. */
function find(from: i32, to: i32): i32 {
  let unit = load<i32>(pairs + ((<usize>from) << 3), 4);
  for (let i = from + 2; i < to; i++) {
    const base = load<i32>(units + ((<usize>unit) << 3));
    if (!base) return 0;
    const code = codeAt(i);
    unit = base + code;
    if (load<u32>(units + ((<usize>unit) << 3), 4) >>> 16 !== <u32>code) return 0;
  }
  return unit;
}
