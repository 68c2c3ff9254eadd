/**
 * Finds the free place of a footprint that is nearest to a point.
 *
 * In a window about the point, the occupied cells are spread to the left by the footprint's width and upwards by its
 * height, in steps that double: a cell that is still clear is a place where the footprint fits. Windows
 * grow until one holds a place that none outside of it can beat. O(window · log(width · height) / 32). When the
 * whole grid had to be spread for a box, the map is kept for the next words of that size and kept up to date.
 */
import { columns, grid, isBoxClear, rows, setRun, words } from './grid.js';
import {
  ceilOf,
  copyBytes,
  fillBytes,
  floorOf,
  greaterInt,
  i32At,
  leadingZeros,
  lesserInt,
  orInts,
  orShifted,
  roundOf,
  setI32,
  setU8,
  u8At,
} from './memory.js';

/** How many maps of the whole grid are kept, each for one size of box. */
export const KEPT_MAPS: i32 = 16;

/** Half-widths of the windows that are searched in turn, in cells, before the whole grid is. */
const FIRST_RADIUS: i32 = 16;
const SECOND_RADIUS: i32 = 40;
const LAST_RADIUS: i32 = 100;

/** What stands for "no place", as a squared distance. */
const NOWHERE: f64 = 1e300;

// Room for: a window, one row of a footprint spread in it, what all rows give; each as large as the grid and a little more.
let window: i32 = 0;
let spread: i32 = 0;
let gathered: i32 = 0;

/** The kept maps one after the other, the oldest of which is the next to be replaced; then sizes of box, then full rows. */
let maps: i32 = 0;
let mapSizes: i32 = 0;
let fullRows: i32 = 0;
let mapCount: i32 = 0;
let nextMap: i32 = 0;

// What is being scanned.
let scanned: i32 = 0;
let scannedWords: i32 = 0;
let firstWord: i32 = 0;
let firstRow: i32 = 0;
/** Bytes that say of each row whether it is known to be full; 0 where that is not kept. */
let scannedFull: i32 = 0;

let foundColumn: i32 = 0;
let foundRow: i32 = 0;

/** Bytes of one map or window: the grid, and what shifts of its end read beyond. */
export function mapBytes(): i32 {
  return 4 * (words * rows + words + 8);
}

/** Starts a search on the grid of ./grid.ts; `at` has room for {@link searchBytes}. */
export function useSearch(at: i32): void {
  window = at;
  spread = window + mapBytes();
  gathered = spread + mapBytes();
  maps = gathered + mapBytes();
  mapSizes = maps + KEPT_MAPS * mapBytes();
  fullRows = mapSizes + 8 * KEPT_MAPS;
  forgetMaps();
}

export function searchBytes(): i32 {
  return (3 + KEPT_MAPS) * mapBytes() + KEPT_MAPS * (8 + rows);
}

/** The room is another, or empty again. */
export function forgetMaps(): void {
  mapCount = 0;
  nextMap = 0;
}

export function placeColumn(): i32 {
  return foundColumn;
}

export function placeRow(): i32 {
  return foundRow;
}

/**
 * @param runs  address of the first column of each row of the footprint, then of the column behind its last; 0 for a box
 * @param column  wanted column of the upper left cell, may lie outside of the grid
 * @param aspect  how much more a step sideways counts less than a step up: width over height of the shape
 * @returns whether there is a place; see {@link placeColumn}
 */
export function findPlace(wide: i32, tall: i32, runs: i32, column: f64, row: f64, aspect: f64): boolean {
  if (wide > columns || tall > rows) return false;
  const lastColumn = columns - wide;
  const lastRow = rows - tall;
  if (runs === 0) {
    const homeColumn = roundOf(column);
    const homeRow = roundOf(row);
    if (isBoxClear(homeColumn, homeRow, wide, tall)) {
      foundColumn = homeColumn;
      foundRow = homeRow;
      return true;
    }
    for (let map: i32 = 0; map < mapCount; map++) {
      if (i32At(mapSizes + 8 * map) === wide && i32At(mapSizes + 8 * map + 4) === tall) {
        return scanMap(map, lastColumn, lastRow, column, row, aspect);
      }
    }
  }
  for (let radius = FIRST_RADIUS; radius > 0; radius = wider(radius)) {
    const left = floorOf(column - radius * aspect);
    const right = ceilOf(column + radius * aspect);
    const top = floorOf(row - radius);
    const bottom = ceilOf(row + radius);
    if (left <= 0 && top <= 0 && right >= lastColumn && bottom >= lastRow) break;
    const fromColumn = greaterInt(left, 0);
    const toColumn = lesserInt(right, lastColumn);
    const fromRow = greaterInt(top, 0);
    const toRow = lesserInt(bottom, lastRow);
    if (fromColumn > toColumn || fromRow > toRow) continue;
    openWindow(wide, tall, runs, fromColumn, toColumn, fromRow, toRow);
    const distance = scan(column, row, aspect, fromColumn, toColumn, fromRow, toRow);
    if (distance <= radius * radius) return true;
  }
  if (runs === 0) return scanMap(makeMap(wide, tall), lastColumn, lastRow, column, row, aspect);
  openWindow(wide, tall, runs, 0, lastColumn, 0, lastRow);
  return scan(column, row, aspect, 0, lastColumn, 0, lastRow) < NOWHERE;
}

function wider(radius: i32): i32 {
  return radius === FIRST_RADIUS ? SECOND_RADIUS : radius === SECOND_RADIUS ? LAST_RADIUS : 0;
}

/** Tells the search that a box of cells is taken now. */
export function takeBox(wide: i32, tall: i32, column: i32, row: i32): void {
  for (let map: i32 = 0; map < mapCount; map++) {
    const left = column - i32At(mapSizes + 8 * map) + 1;
    const at = maps + map * mapBytes();
    for (let line = row - i32At(mapSizes + 8 * map + 4) + 1; line < row + tall; line++) {
      setRun(at, line, left, column + wide);
    }
  }
}

/** Tells the search that cells of another form than a box are taken now. Large words have such, before maps are worth keeping. */
export function takeRuns(): void {
  forgetMaps();
}

/** Bit (c, r) becomes the OR of the bits of its column in rows r to r + tall - 1, for the first `count` rows. */
function spreadUp(bits: i32, tall: i32, count: i32, perRow: i32): void {
  let left = count + tall - 1;
  for (let span: i32 = 1; span < tall; ) {
    const step = lesserInt(span, tall - span);
    left -= step;
    orInts(bits, bits + 4 * step * perRow, left * perRow);
    span += step;
  }
}

/**
 * Bit (c, r) becomes the OR of the bits c to c + wide - 1 of its row. What lies beyond the end of a row is taken from the next:
 * columns where the box would leave the grid or the window are never looked at.
 */
function spreadLeft(bits: i32, wide: i32, count: i32): void {
  for (let span: i32 = 1; span < wide; ) {
    const step = lesserInt(span, wide - span);
    const from = bits + 4 * (step >> 5);
    if ((step & 31) === 0) orInts(bits, from, count);
    else orShifted(bits, from, step & 31, count);
    span += step;
  }
}

function makeMap(wide: i32, tall: i32): i32 {
  const map = nextMap;
  nextMap = nextMap + 1 === KEPT_MAPS ? 0 : nextMap + 1;
  if (mapCount < KEPT_MAPS) mapCount++;
  const bits = maps + map * mapBytes();
  copyBytes(bits, grid, 4 * words * rows);
  setI32(mapSizes + 8 * map, wide);
  setI32(mapSizes + 8 * map + 4, tall);
  fillBytes(fullRows + map * rows, 0, rows);
  const count = rows - tall + 1;
  spreadUp(bits, tall, count, words);
  spreadLeft(bits, wide, count * words);
  return map;
}

function scanMap(map: i32, lastColumn: i32, lastRow: i32, column: f64, row: f64, aspect: f64): boolean {
  scanned = maps + map * mapBytes();
  scannedWords = words;
  scannedFull = fullRows + map * rows;
  firstWord = 0;
  firstRow = 0;
  const distance = scan(column, row, aspect, 0, lastColumn, 0, lastRow);
  scannedFull = 0;
  return distance < NOWHERE;
}

/** Copies the window and spreads what is occupied, so that bit (c, r) says that a place there is taken. */
function openWindow(
  wide: i32,
  tall: i32,
  runs: i32,
  fromColumn: i32,
  toColumn: i32,
  fromRow: i32,
  toRow: i32,
): void {
  firstWord = fromColumn >> 5;
  firstRow = fromRow;
  const perRow = ((toColumn + wide - 1) >> 5) - firstWord + 1;
  const count = toRow - fromRow + 1;
  const all = count + tall - 1;
  scanned = window;
  scannedWords = perRow;
  let to = window;
  let from = grid + 4 * (fromRow * words + firstWord);
  for (let line: i32 = 0; line < all; line++) {
    copyInts(to, from, perRow);
    to += 4 * perRow;
    from += 4 * words;
  }
  if (runs === 0) {
    spreadUp(window, tall, count, perRow);
    spreadLeft(window, wide, count * perRow);
  } else spreadRuns(tall, runs, count, perRow);
}

function copyInts(to: i32, from: i32, count: i32): void {
  for (let at: i32 = 0; at < 4 * count; at += 4) setI32(to + at, i32At(from + at));
}

/** The same for a footprint whose rows differ: each of its rows spreads the rows that it would lie on. */
function spreadRuns(tall: i32, runs: i32, count: i32, perRow: i32): void {
  const size = count * perRow;
  fillBytes(gathered, 0, 4 * size);
  for (let line: i32 = 0; line < tall; line++) {
    const start = i32At(runs + 4 * line);
    const wide = i32At(runs + 4 * (tall + line)) - start;
    if (wide <= 0) continue;
    copyBytes(spread, window + 4 * line * perRow, 4 * size);
    spreadLeft(spread, wide, size);
    const from = spread + 4 * (start >> 5);
    // To bit c of the result from bit c + start of the row.
    orFrom(gathered, from, start & 31, size);
  }
  copyBytes(window, gathered, 4 * size);
}

/** to[i] |= the 32 bits from bit `shift` of from[i] on. */
function orFrom(to: i32, from: i32, shift: i32, count: i32): void {
  if (shift === 0) orInts(to, from, count);
  else orShifted(to, from, shift, count);
}

/** Nearest clear bit of the window to the point: squared distance, {@link NOWHERE} if there is none. */
function scan(
  column: f64,
  row: f64,
  aspect: f64,
  fromColumn: i32,
  toColumn: i32,
  fromRow: i32,
  toRow: i32,
): f64 {
  const shrink: f64 = 1 / (aspect * aspect);
  const start = greaterInt(fromRow, lesserInt(toRow, roundOf(row)));
  let off: f64 = (start as f64) - row;
  if (off < 0) off = -off;
  let best = NOWHERE;
  foundColumn = -1;
  for (let away: i32 = 0; ; away++) {
    const above = start - away;
    const below = start + away;
    if (above < fromRow && below > toRow) break;
    const nearer: f64 = (away as f64) - off;
    if (nearer > 0 && nearer * nearer >= best) break;
    if (above >= fromRow) best = scanRow(above, column, row, shrink, fromColumn, toColumn, best);
    if (away > 0 && below <= toRow) best = scanRow(below, column, row, shrink, fromColumn, toColumn, best);
  }
  return best;
}

function scanRow(
  line: i32,
  column: f64,
  row: f64,
  shrink: f64,
  fromColumn: i32,
  toColumn: i32,
  best: f64,
): f64 {
  const vertical: f64 = ((line as f64) - row) * ((line as f64) - row);
  if (vertical >= best) return best;
  if (scannedFull !== 0 && u8At(scannedFull + line) === 1) return best;
  const base = scanned + 4 * ((line - firstRow) * scannedWords - firstWord);
  const start = greaterInt(fromColumn, lesserInt(toColumn, roundOf(column)));
  const home = start >> 5;
  const firstOf = fromColumn >> 5;
  const lastOf = toColumn >> 5;
  let result = best;
  let isFull = true;
  // To the right of the wanted column, itself included.
  for (let word = home; word <= lastOf; word++) {
    let clear = ~i32At(base + 4 * word);
    if (word === home) clear &= -1 << (start & 31);
    if (word === lastOf) clear &= (-1 >>> (31 - (toColumn & 31))) | 0;
    if (clear !== 0) {
      isFull = false;
      const at = (word << 5) + 31 - leadingZeros(clear & -clear);
      const distance: f64 = vertical + ((at as f64) - column) * ((at as f64) - column) * shrink;
      if (distance < result) {
        result = distance;
        foundColumn = at;
        foundRow = line;
      }
      break;
    }
    const gap: f64 = (((word + 1) << 5) as f64) - column;
    if (gap > 0 && vertical + gap * gap * shrink >= result) {
      isFull = false;
      break;
    }
  }
  for (let word = home; word >= firstOf; word--) {
    let clear = ~i32At(base + 4 * word);
    if (word === home) clear &= ~(-1 << (start & 31));
    if (word === firstOf) clear &= -1 << (fromColumn & 31);
    if (clear !== 0) {
      isFull = false;
      const at = (word << 5) + 31 - leadingZeros(clear);
      const distance: f64 = vertical + ((at as f64) - column) * ((at as f64) - column) * shrink;
      if (distance < result) {
        result = distance;
        foundColumn = at;
        foundRow = line;
      }
      break;
    }
    const gap: f64 = column - (((word << 5) - 1) as f64);
    if (gap > 0 && vertical + gap * gap * shrink >= result) {
      isFull = false;
      break;
    }
  }
  if (isFull && scannedFull !== 0) setU8(scannedFull + line, 1);
  return result;
}
