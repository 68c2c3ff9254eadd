/**
 * A grid of bits, one for each cell, 32 to an integer: bit i of integer k of a row is column 32·k + i.
 * Bits beyond the last column are set, as is everything outside of the grid: there is no room there.
 */
import { greaterInt, i32At, leadingZeros, lesserInt, roundOf, setI32 } from './memory.js';

/** Where the grid lies, in bytes; its size in cells; integers in a row. */
export let grid: i32 = 0;
export let columns: i32 = 0;
export let rows: i32 = 0;
export let words: i32 = 0;

export function useGrid(at: i32, wide: i32, tall: i32): void {
  grid = at;
  columns = wide;
  rows = tall;
  words = (wide + 31) >> 5;
}

function takeBits(address: i32, mask: i32): void {
  setI32(address, i32At(address) | mask);
}

/** Sets the columns [from, to) of a row in a map of the grid's size; what lies outside is ignored. */
export function setRun(map: i32, row: i32, from: i32, to: i32): void {
  if (row < 0 || row >= rows) return;
  const start = greaterInt(from, 0);
  const last = lesserInt(to, columns) - 1;
  if (start > last) return;
  let at = map + 4 * (row * words + (start >> 5));
  const end = map + 4 * (row * words + (last >> 5));
  const head: i32 = -1 << (start & 31);
  const tail: i32 = (-1 >>> (31 - (last & 31))) | 0;
  if (at === end) {
    takeBits(at, head & tail);
    return;
  }
  takeBits(at, head);
  for (at += 4; at < end; at += 4) setI32(at, -1);
  takeBits(end, tail);
}

/** Whether the columns [from, to) of a row are all clear; outside of the grid nothing is. */
function isRunClear(row: i32, from: i32, to: i32): boolean {
  if (row < 0 || row >= rows || from < 0 || to > columns) return false;
  const last = to - 1;
  let at = grid + 4 * (row * words + (from >> 5));
  const end = grid + 4 * (row * words + (last >> 5));
  const head: i32 = -1 << (from & 31);
  const tail: i32 = (-1 >>> (31 - (last & 31))) | 0;
  if (at === end) return (i32At(at) & head & tail) === 0;
  if ((i32At(at) & head) !== 0 || (i32At(end) & tail) !== 0) return false;
  for (at += 4; at < end; at += 4) if (i32At(at) !== 0) return false;
  return true;
}

/** Whether every cell of a box is clear. */
export function isBoxClear(column: i32, row: i32, wide: i32, tall: i32): boolean {
  for (let line = row; line < row + tall; line++) {
    if (!isRunClear(line, column, column + wide)) return false;
  }
  return true;
}

/** How many cells to the left of a column are clear in a row, `limit` at most. */
function clearLeft(column: i32, row: i32, limit: i32): i32 {
  const last = column - 1;
  const most = lesserInt(limit, column);
  const base = grid + 4 * row * words;
  for (let word = last >> 5; word >= 0; word--) {
    let set = i32At(base + 4 * word);
    if (word === last >> 5) set = set & ((-1 >>> (31 - (last & 31))) | 0);
    if (set !== 0) {
      const clear = last - ((word << 5) + 31 - leadingZeros(set));
      return lesserInt(clear, most);
    }
    if (last - (word << 5) >= most) return most;
  }
  return most;
}

/** How many cells from a column on to the right are clear in a row, `limit` at most. */
function clearRight(column: i32, row: i32, limit: i32): i32 {
  const most = lesserInt(limit, columns - column);
  const base = grid + 4 * row * words;
  for (let word = column >> 5; word < words; word++) {
    let set = i32At(base + 4 * word);
    if (word === column >> 5) set = set & (-1 << (column & 31));
    if (set !== 0) {
      const clear = (word << 5) + 31 - leadingZeros(set & -set) - column;
      return lesserInt(clear, most);
    }
    if (((word + 1) << 5) - column >= most) return most;
  }
  return most;
}

function verticalSteps(x: i32, y: i32, wide: i32, tall: i32, up: boolean, limit: i32): i32 {
  let step: i32 = 0;
  while (step < limit && isRunClear(up ? y - step - 1 : y + tall + step, x, x + wide)) step++;
  return step;
}

function sidewaysSteps(x: i32, y: i32, wide: i32, tall: i32, left: boolean, limit: i32): i32 {
  let steps = limit;
  for (let row = y; row < y + tall && steps > 0; row++) {
    steps = left ? clearLeft(x, row, steps) : clearRight(x + wide, row, steps);
  }
  return steps;
}

/** Where the last box came to rest. */
export let settledColumn: i32 = 0;
export let settledRow: i32 = 0;

/**
 * Moves a free box up or down, then sideways, towards a point until a neighbour stops it: a word that floats in the middle
 * of a gap would waste the room on all of its sides.
 *
 * @param toColumn  where the box would like its upper left cell
 */
export function settle(column: i32, row: i32, wide: i32, tall: i32, toColumn: f64, toRow: f64): void {
  let x = column;
  let y = row;
  const homeColumn = roundOf(toColumn);
  const homeRow = roundOf(toRow);
  for (let round: i32 = 0; round < 2; round++) {
    const up = (y as f64) > toRow;
    const vertical = verticalSteps(x, y, wide, tall, up, homeRow > y ? homeRow - y : y - homeRow);
    y += up ? -vertical : vertical;
    const left = (x as f64) > toColumn;
    const limit = homeColumn > x ? homeColumn - x : x - homeColumn;
    const sideways = sidewaysSteps(x, y, wide, tall, left, limit);
    x += left ? -sideways : sideways;
    if (sideways === 0) break;
  }
  settledColumn = x;
  settledRow = y;
}
