import {
  BLOCK,
  bases,
  CODE,
  codeOf,
  codes,
  DEEP,
  FOUND,
  list,
  outside,
  pairs,
  RANK,
  text,
  thirds,
  units,
} from './layout';

function recode(unit: i32): i32 {
  const code = <i32>load<u16>(codeOf + ((<usize>unit) << 1));
  return select(code & CODE, outside, code & BLOCK);
}

/** Writes the codes of the text, and of each pair of neighbours the unit of the trie where it would lie, 0 if nowhere. */
export function placePairs(length: i32): void {
  const firstBase = bases;
  const record = pairs;
  store<u16>(codes + ((<usize>length) << 1), outside);
  let code = recode(load<u16>(text));
  for (let k = 0; k < length; k++) {
    const base = load<i32>(firstBase + ((<usize>code) << 2));
    store<u16>(codes + ((<usize>k) << 1), code);
    // The unit behind the text is NUL, which belongs to no block.
    code = recode(load<u16>(text + ((<usize>k) << 1), 2));
    store<i32>(record + ((<usize>k) << 3), select(base + code, 0, base), 4);
  }
}

export function findPairs(length: i32): i32 {
  const table = units;
  const record = pairs;
  const positions = list;
  let found = 0;
  for (let k = 0; k < length; k++) {
    const at = record + ((<usize>k) << 3);
    const meta = load<u32>(table + ((<usize>load<i32>(at, 4)) << 3), 4);
    const hit = i32(meta >>> 16 === <u32>load<u16>(codes + ((<usize>k) << 1), 2));
    store<i32>(at, ((meta & RANK) | FOUND) & -hit);
    store<i32>(positions + ((<usize>found) << 2), k);
    found += hit;
  }
  return found;
}

/** Of the positions in the list keeps those whose pair has children, each with the unit where the third character would lie. */
export function placeThirds(found: i32): i32 {
  const table = units;
  const record = pairs;
  const positions = list;
  const places = thirds;
  let count = 0;
  for (let i = 0; i < found; i++) {
    const k = load<i32>(positions + ((<usize>i) << 2));
    const base = load<i32>(table + ((<usize>load<i32>(record + ((<usize>k) << 3), 4)) << 3));
    store<i32>(positions + ((<usize>count) << 2), k);
    store<i32>(places + ((<usize>count) << 2), base + <i32>load<u16>(codes + ((<usize>k) << 1), 4));
    count += i32(base !== 0);
  }
  return count;
}

export function findThirds(count: i32): void {
  const table = units;
  const record = pairs;
  const positions = list;
  const places = thirds;
  for (let i = 0; i < count; i++) {
    const k = load<i32>(positions + ((<usize>i) << 2));
    const meta = load<u32>(table + ((<usize>load<i32>(places + ((<usize>i) << 2))) << 3), 4);
    const hit = i32(meta >>> 16 === <u32>load<u16>(codes + ((<usize>k) << 1), 4));
    const pair = record + ((<usize>k) << 3);
    store<i32>(pair, load<i32>(pair) | (-hit & DEEP));
  }
}
