/**
 * Finds the free place of a footprint that is nearest to a point.
 *
 * In a window about the point, the occupied cells are spread to the left by the footprint's width and upwards by its
 * height, in steps that double: a cell that is still clear is a place where the footprint fits. Windows
 * grow until one holds a place that none outside of it can beat. O(window · log(width · height) / 32). When the
 * whole grid had to be spread for a box, the map is kept for the next words of that size. What is placed later is written
 * down and entered in a map when the map is asked again: most sizes never come back. A map is searched in tiles of 32 by 32
 * places, outwards from the point; those that were seen to be full are passed over, since they stay full.
 */
import { columns, grid, isBoxClear, rows, setRun, words } from './grid.js';
import {
  ceilOf,
  copyBytes,
  fillBytes,
  floorOf,
  greater,
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
const KEPT_MAPS: i32 = 16;

/** So many of the boxes that were taken last are known; a map that lacks more is made anew. */
const JOURNAL: i32 = 128;

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

/** The kept maps one after the other; of each its size, entries of the journal in it, when it was last asked (4 integers). */
let maps: i32 = 0;
let mapFacts: i32 = 0;
/** A byte for each tile of each map: whether it is known to be full. */
let fullTiles: i32 = 0;
let mapCount: i32 = 0;
let asked: i32 = 0;

/** The boxes that were taken, 4 integers each, in a ring; how many there were since the maps were forgotten. */
let journal: i32 = 0;
let entries: i32 = 0;

// What is being scanned.
let scanned: i32 = 0;
let scannedWords: i32 = 0;
let firstWord: i32 = 0;
let firstRow: i32 = 0;

let foundColumn: i32 = 0;
let foundRow: i32 = 0;

/** Bytes of one map or window: the grid, and what shifts of its end read beyond. */
export function mapBytes(): i32 {
  return 4 * (words * rows + words + 8);
}

/** Tiles of a map. */
function tileCount(): i32 {
  return words * ((rows + 31) >> 5);
}

/** Starts a search on the grid of ./grid.ts; `at` has room for {@link searchBytes}. */
export function useSearch(at: i32): void {
  window = at;
  spread = window + mapBytes();
  gathered = spread + mapBytes();
  journal = gathered + mapBytes();
  mapFacts = journal + 16 * JOURNAL;
  maps = mapFacts + 16 * KEPT_MAPS;
  fullTiles = maps + KEPT_MAPS * mapBytes();
  forgetMaps();
}

export function searchBytes(): i32 {
  return (3 + KEPT_MAPS) * mapBytes() + 16 * (JOURNAL + KEPT_MAPS) + KEPT_MAPS * tileCount();
}

/** The room is another, or empty again. */
export function forgetMaps(): void {
  mapCount = 0;
  entries = 0;
  asked = 0;
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
      if (i32At(mapFacts + 16 * map) === wide && i32At(mapFacts + 16 * map + 4) === tall) {
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
  if (mapCount === 0) return;
  const at = journal + 16 * (entries & (JOURNAL - 1));
  setI32(at, wide);
  setI32(at + 4, tall);
  setI32(at + 8, column);
  setI32(at + 12, row);
  entries++;
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

/** A map for a size of box in the place of the one that was not asked for the longest. */
function makeMap(wide: i32, tall: i32): i32 {
  let map = mapCount;
  if (mapCount < KEPT_MAPS) mapCount++;
  else {
    map = 0;
    for (let other: i32 = 1; other < KEPT_MAPS; other++) {
      if (i32At(mapFacts + 16 * other + 12) < i32At(mapFacts + 16 * map + 12)) map = other;
    }
  }
  setI32(mapFacts + 16 * map, wide);
  setI32(mapFacts + 16 * map + 4, tall);
  fillBytes(fullTiles + map * tileCount(), 0, tileCount());
  fillMap(map);
  return map;
}

/** Enters all that is taken. */
function fillMap(map: i32): void {
  const wide = i32At(mapFacts + 16 * map);
  const tall = i32At(mapFacts + 16 * map + 4);
  const bits = maps + map * mapBytes();
  copyBytes(bits, grid, 4 * words * rows);
  const count = rows - tall + 1;
  spreadUp(bits, tall, count, words);
  spreadLeft(bits, wide, count * words);
  setI32(mapFacts + 16 * map + 8, entries);
}

/** Enters what was taken since the map was last asked. */
function updateMap(map: i32): void {
  const from = i32At(mapFacts + 16 * map + 8);
  if (entries - from > JOURNAL) {
    fillMap(map);
    return;
  }
  const wide = i32At(mapFacts + 16 * map);
  const tall = i32At(mapFacts + 16 * map + 4);
  const bits = maps + map * mapBytes();
  for (let entry = from; entry < entries; entry++) {
    const at = journal + 16 * (entry & (JOURNAL - 1));
    const column = i32At(at + 8);
    const row = i32At(at + 12);
    const end = row + i32At(at + 4);
    const right = column + i32At(at);
    for (let line = row - tall + 1; line < end; line++) setRun(bits, line, column - wide + 1, right);
  }
  setI32(mapFacts + 16 * map + 8, entries);
}

function scanMap(map: i32, lastColumn: i32, lastRow: i32, column: f64, row: f64, aspect: f64): boolean {
  updateMap(map);
  setI32(mapFacts + 16 * map + 12, ++asked);
  const full = fullTiles + map * tileCount();
  const shrink: f64 = 1 / (aspect * aspect);
  const lastTileRow = lastRow >> 5;
  const homeRow = greaterInt(0, lesserInt(lastRow, roundOf(row))) >> 5;
  const home = greaterInt(0, lesserInt(lastColumn, roundOf(column))) >> 5;
  const bits = maps + map * mapBytes();
  let best = NOWHERE;
  foundColumn = -1;
  for (let away: i32 = 0; ; away++) {
    const above = homeRow - away;
    const below = homeRow + away;
    const up = above >= 0 && squareOff(row, above) < best;
    const down = away > 0 && below <= lastTileRow && squareOff(row, below) < best;
    if (!up && !down) break;
    if (up) {
      best = scanTileRow(bits, full, above, home, lastColumn, lastRow, column, row, shrink, best);
    }
    if (down) {
      best = scanTileRow(bits, full, below, home, lastColumn, lastRow, column, row, shrink, best);
    }
  }
  return best < NOWHERE;
}

/** The tiles of a row of tiles from the one of the wanted column outwards: the least squared distance. */
function scanTileRow(
  bits: i32,
  full: i32,
  tileRow: i32,
  home: i32,
  lastColumn: i32,
  lastRow: i32,
  column: f64,
  row: f64,
  shrink: f64,
  best: f64,
): f64 {
  const vertical = squareOff(row, tileRow);
  const tiles = full + tileRow * words;
  const lastTile = lastColumn >> 5;
  let result = best;
  for (let tile = home; tile <= lastTile; tile++) {
    if (vertical + squareOff(column, tile) * shrink >= result) break;
    if (u8At(tiles + tile) === 0) {
      result = scanTile(bits, tiles, tile, tileRow, lastColumn, lastRow, column, row, shrink, result);
    }
  }
  for (let tile = home - 1; tile >= 0; tile--) {
    if (vertical + squareOff(column, tile) * shrink >= result) break;
    if (u8At(tiles + tile) === 0) {
      result = scanTile(bits, tiles, tile, tileRow, lastColumn, lastRow, column, row, shrink, result);
    }
  }
  return result;
}

/** Square of the distance from a point to the columns or rows of a tile. */
function squareOff(point: f64, tile: i32): f64 {
  const off = greater(0, greater(((tile << 5) as f64) - point, point - ((tile << 5) + 31)));
  return off * off;
}

/** The nearest clear bit of a tile of a map if it is nearer than `best`: squared distance; notes whether the tile is full. */
function scanTile(
  bits: i32,
  full: i32,
  tile: i32,
  tileRow: i32,
  lastColumn: i32,
  lastRow: i32,
  column: f64,
  row: f64,
  shrink: f64,
  best: f64,
): f64 {
  const start = tile << 5;
  const within: i32 = tile === lastColumn >> 5 ? (-1 >>> (31 - (lastColumn & 31))) | 0 : -1;
  const home = roundOf(column) - start;
  const rightOf: i32 = home <= 0 ? -1 : home > 31 ? 0 : -1 << home;
  const firstLine = tileRow << 5;
  const lastLine = lesserInt(lastRow, firstLine + 31);
  let result = best;
  let any: i32 = 0;
  for (let line = firstLine; line <= lastLine; line++) {
    const clear = ~i32At(bits + 4 * (line * words + tile)) & within;
    if (clear === 0) continue;
    any = 1;
    const vertical: f64 = ((line as f64) - row) * ((line as f64) - row);
    if (vertical >= result) continue;
    const right = clear & rightOf;
    if (right !== 0) {
      const at = start + 31 - leadingZeros(right & -right);
      const distance: f64 = vertical + ((at as f64) - column) * ((at as f64) - column) * shrink;
      if (distance < result) {
        result = distance;
        foundColumn = at;
        foundRow = line;
      }
    }
    const left = clear & ~rightOf;
    if (left !== 0) {
      const at = start + 31 - leadingZeros(left);
      const distance: f64 = vertical + ((at as f64) - column) * ((at as f64) - column) * shrink;
      if (distance < result) {
        result = distance;
        foundColumn = at;
        foundRow = line;
      }
    }
  }
  if (any === 0) setU8(full + tile, 1);
  return result;
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
  const base = scanned + 4 * ((line - firstRow) * scannedWords - firstWord);
  const start = greaterInt(fromColumn, lesserInt(toColumn, roundOf(column)));
  const home = start >> 5;
  const firstOf = fromColumn >> 5;
  const lastOf = toColumn >> 5;
  let result = best;
  // To the right of the wanted column, itself included.
  for (let word = home; word <= lastOf; word++) {
    let clear = ~i32At(base + 4 * word);
    if (word === home) clear &= -1 << (start & 31);
    if (word === lastOf) clear &= (-1 >>> (31 - (toColumn & 31))) | 0;
    if (clear !== 0) {
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
    if (gap > 0 && vertical + gap * gap * shrink >= result) break;
  }
  for (let word = home; word >= firstOf; word--) {
    let clear = ~i32At(base + 4 * word);
    if (word === home) clear &= ~(-1 << (start & 31));
    if (word === firstOf) clear &= -1 << (fromColumn & 31);
    if (clear !== 0) {
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
    if (gap > 0 && vertical + gap * gap * shrink >= result) break;
  }
  return result;
}
