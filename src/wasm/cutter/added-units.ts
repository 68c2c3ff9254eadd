import {
  addedIds,
  addedRoom,
  bases,
  codeAt,
  cursors,
  firstAdded,
  moves,
  movesRoom,
  outside,
  row,
  takenBases,
  takenUnits,
  units,
} from './layout';
import { idOf } from './tokens';

let moveCount: i32 = 0;
/** So many of the units added have a label. */
let labelled: i32 = 0;

/**
 * Adds a word of `length` codes, which lie in `codes`: no word yet, its rank is for the caller to write.
 *
 * @returns its unit; 0 if there is no room, then at most beginnings of it were added.
 */
export function insert(length: i32): i32 {
  let unit = codeAt(0);
  for (let i = 1; i < length; i++) {
    const code = codeAt(i);
    const base = load<i32>(units + ((<usize>unit) << 3));
    let child = base + code;
    if (base === 0 || labelOf(child) !== code) child = addChild(unit, base, code);
    if (child === 0) return 0;
    unit = child;
  }
  return unit;
}

function labelOf(unit: i32): i32 {
  return <i32>load<u16>(units + ((<usize>unit) << 3), 6);
}

/** A child of a node that it has not: in place if the row of its children is free there, else the row moves. */
function addChild(parent: i32, base: i32, code: i32): i32 {
  if (base >= firstAdded && !isTaken(takenUnits, base + code - firstAdded)) return addUnit(base + code, code);
  const isTables = base !== 0 && base < firstAdded;
  if (isTables && moveCount === movesRoom) return 0;
  const count = base === 0 ? 0 : findChildren(base);
  store<u16>(row + ((<usize>count) << 1), code);
  const to = takeBase(count + 1);
  if (to === 0) return 0;
  for (let i = 0; i < count; i++) {
    const label = <i32>load<u16>(row + ((<usize>i) << 1));
    const from = base + label;
    const id = idOf(from);
    const unit = addUnit(to + label, label);
    store<u64>(units + ((<usize>unit) << 3), load<u64>(units + ((<usize>from) << 3)));
    store<i32>(addedIds + ((<usize>(unit - firstAdded)) << 2), id);
    if (!isTables) toggle(takenUnits, from - firstAdded);
  }
  if (isTables) {
    const move = moves + ((<usize>moveCount) << 3);
    moveCount++;
    store<i32>(move, base);
    store<i32>(move, idOf(parent), 4);
  }
  store<i32>(units + ((<usize>parent) << 3), to);
  if (parent < outside) store<i32>(bases + ((<usize>parent) << 2), to);
  return addUnit(to + code, code);
}

function addUnit(unit: i32, label: i32): i32 {
  store<i32>(units + ((<usize>unit) << 3), 0);
  store<i32>(units + ((<usize>unit) << 3), label << 16, 4);
  store<i32>(addedIds + ((<usize>(unit - firstAdded)) << 2), 0);
  toggle(takenUnits, unit - firstAdded);
  return unit;
}

function isTaken(bits: usize, i: i32): bool {
  return ((load<u32>(bits + ((<usize>(i >>> 5)) << 2)) >>> (i & 31)) & 1) !== 0;
}

function toggle(bits: usize, i: i32): void {
  const at = bits + ((<usize>(i >>> 5)) << 2);
  store<u32>(at, load<u32>(at) ^ (1 << (i & 31)));
}

/** Writes the codes of all children at a base into `row`: every label between is looked at, four at a time. */
function findChildren(base: i32): i32 {
  const four = i32x4.splat(4);
  const limit = outside;
  let labels = i32x4(0, 1, 2, 3);
  let at = units + ((<usize>base) << 3);
  let count = 0;
  for (let code = 0; code < limit; code += 4) {
    const metas = v128.shuffle<i32>(v128.load(at), v128.load(at, 16), 1, 3, 5, 7);
    let found = i32x4.bitmask(i32x4.eq(i32x4.shr_u(metas, 16), labels));
    while (found) {
      const label = code + ctz(found);
      found &= found - 1;
      if (label === 0 || label >= limit) continue;
      store<u16>(row + ((<usize>count) << 1), label);
      count++;
    }
    labels = i32x4.add(labels, four);
    at += 32;
  }
  return count;
}

/** Groups of 32 bases that are tried before the search for that many children begins further on. */
const PATIENCE: i32 = 32;

/** A base that no other node has, at which the units for the first `count` codes of `row` are free; 0 if there is none. */
function takeBase(count: i32): i32 {
  const cursor = cursors + ((<usize>min(count, 63)) << 2);
  const from = load<i32>(cursor);
  for (let group = from; (group << 5) + 32 + outside < addedRoom; group++) {
    let taken = load<u32>(takenBases + ((<usize>group) << 2));
    for (let i = 0; i < count && ~taken; i++) {
      const first = (group << 5) + <i32>load<u16>(row + ((<usize>i) << 1));
      taken |= <u32>(load<u64>(takenUnits + ((<usize>(first >>> 5)) << 2)) >>> <u64>(first & 31));
    }
    if (!~taken) continue;
    if (group - from > PATIENCE) store<i32>(cursor, group - PATIENCE / 2);
    const base = (group << 5) + <i32>ctz(~taken);
    toggle(takenBases, base);
    // Whatever code is looked up from there, it finds a label.
    for (; labelled <= base + outside; labelled++)
      store<i32>(units + ((<usize>(firstAdded + labelled)) << 3), 0xffff0000, 4);
    return firstAdded + base;
  }
  return 0;
}
