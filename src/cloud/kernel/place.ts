/** Places words one by one on a grid of taken cells, which it fills. */
import { columns, grid, rows, setRun, settle, settledColumn, settledRow, useGrid, words } from './grid.js';
import {
  ceilOf,
  copyBytes,
  f64At,
  floorOf,
  greater,
  greaterInt,
  i32At,
  lesser,
  lesserInt,
  setI32,
} from './memory.js';
import { addWord, BEHIND, readRuns, resetRaster, stride, sums } from './raster.js';
import {
  findPlace,
  forgetMaps,
  mapBytes,
  placeColumn,
  placeRow,
  searchBytes,
  takeBox,
  takeRuns,
  useSearch,
} from './search.js';
import { countTiles, takeFromTiles, tileBytes, useTiles } from './tiles.js';

/** What of a cell must be covered before the cell counts as taken; less cannot show in eight bits of alpha. */
const TOUCHED: i32 = 16;

/** Words of at least so many cells leave their true ink behind, smaller ones their box. */
const INK_FROM_CELLS: i32 = 18;

/** How a word is turned: not, by a quarter, or otherwise. */
export const UPENDED: i32 = 1;
export const SLANTED: i32 = 2;

/** So many boxes are remembered for which there was no place. */
const HOPELESS: i32 = 64;

// The rules of a layout; see usePlacement.
let cell: f64 = 1;
let padding: f64 = 0;
let wordSpace: f64 = 0;
let maxWordSpace: f64 = 0;
let aspect: f64 = 1;
let centerX: f64 = 0;
let centerY: f64 = 0;
let nesting = false;

// Where things lie: cells that are free at the start and the tiles counted in them; what is remembered and drawn of a word.
let room: i32 = 0;
let roomTiles: i32 = 0;
let tiles: i32 = 0;
let hopeless: i32 = 0;
let hopelessCount: i32 = 0;
/** Of each row of a word the first column of ink and the column behind the last; the same grown by the padding. */
let inkRows: i32 = 0;
let grownRows: i32 = 0;
let raster: i32 = 0;

let placedX: f64 = 0;
let placedY: f64 = 0;

/** Bytes that {@link usePlacement} takes for a grid of a size. */
export function placementBytes(wide: i32, tall: i32): i32 {
  useGrid(0, wide, tall);
  const drawn = 4 * ((wide + 2) * tall + BEHIND);
  return 2 * mapBytes() + 2 * tileBytes() + 8 * HOPELESS + 16 * tall + drawn + searchBytes() + 64;
}

/**
 * Starts a layout whose rules are, as 64-bit floats: columns, rows, side of a cell, padding, word space in ems and at most,
 * aspect, centre, and whether words nest.
 *
 * @param at  address of {@link placementBytes} that are free
 */
export function usePlacement(rules: i32, at: i32): void {
  cell = f64At(rules + 16);
  padding = f64At(rules + 24);
  wordSpace = f64At(rules + 32);
  maxWordSpace = f64At(rules + 40);
  aspect = f64At(rules + 48);
  centerX = f64At(rules + 56);
  centerY = f64At(rules + 64);
  nesting = f64At(rules + 72) !== 0;
  const tall = floorOf(f64At(rules + 8));
  roomTiles = at;
  useGrid(0, floorOf(f64At(rules)), tall);
  tiles = roomTiles + tileBytes();
  hopeless = tiles + tileBytes();
  room = hopeless + 8 * HOPELESS;
  const grid = room + mapBytes();
  inkRows = grid + mapBytes();
  grownRows = inkRows + 8 * tall;
  useGrid(grid, columns, tall);
  useSearch(grownRows + 8 * tall);
  // Last, as it is the largest and mostly stays untouched.
  raster = (grownRows + 8 * tall + searchBytes() + 15) & -16;
}

/** Where the bits of the room go, before the first {@link clearPlacement}. */
export function roomAt(): i32 {
  return room;
}

/** Empties the room again; `first` when its bits are new. */
export function clearPlacement(first: boolean): void {
  copyBytes(grid, room, 4 * words * rows);
  if (first) countTiles(roomTiles);
  copyBytes(tiles, roomTiles, tileBytes());
  useTiles(tiles);
  forgetMaps();
  hopelessCount = 0;
}

export function foundX(): f64 {
  return placedX;
}

export function foundY(): f64 {
  return placedY;
}

/**
 * Places a word where its centre comes nearest to a point.
 *
 * @param word  address of a word as ./text.ts has it
 * @param size  pixels in an em
 * @param turned  {@link UPENDED}, {@link SLANTED} or 0
 * @param x  wanted centre in pixels
 * @returns whether there is a place: the start of its baseline is at {@link foundX}, {@link foundY}
 */
export function place(word: i32, size: f64, sin: f64, cos: f64, turned: i32, x: f64, y: f64): boolean {
  // The box turned about the origin: each product contributes its smaller end to the minimum.
  const left = size * f64At(word);
  const bottom = size * f64At(word + 8);
  const right = size * f64At(word + 16);
  const top = size * f64At(word + 24);
  const minX = lesser(left * cos, right * cos) + lesser(top * sin, bottom * sin);
  const minY = lesser(left * sin, right * sin) + lesser(-top * cos, -bottom * cos);
  const inkWidth = greater(left * cos, right * cos) + greater(top * sin, bottom * sin) - minX;
  const inkHeight = greater(left * sin, right * sin) + greater(-top * cos, -bottom * cos) - minY;
  const along = lesser(wordSpace * size, maxWordSpace);
  const wide = cells(inkWidth + padding + (turned === 0 ? along : 0));
  const tall = cells(inkHeight + padding + (turned === UPENDED ? along : 0));
  if (wide > columns || tall > rows) return false;
  const slanted = turned === SLANTED;
  if (!slanted && isHopeless(wide, tall)) return false;
  const offsetX = (wide * cell - inkWidth) / 2;
  const offsetY = (tall * cell - inkHeight) / 2;
  const detailed = slanted || size >= INK_FROM_CELLS * cell;
  const margin = ceilOf(padding / 2 / cell);
  if (detailed) {
    resetRaster(raster, wide, tall);
    addWord(word, size / cell, sin, cos, (offsetX - minX) / cell, (offsetY - minY) / cell);
    closeRows(wide, tall, margin);
  }
  const column = x / cell - 0.5 * wide;
  const row = y / cell - 0.5 * tall;
  if (!findPlace(wide, tall, slanted ? grownRows : 0, column, row, aspect)) {
    if (!slanted) remember(wide, tall);
    return false;
  }
  let atColumn = placeColumn();
  let atRow = placeRow();
  if (!slanted) {
    settle(atColumn, atRow, wide, tall, centerX / cell - 0.5 * wide, centerY / cell - 0.5 * tall);
    atColumn = settledColumn;
    atRow = settledRow;
  }
  takeFromTiles(atColumn, atRow, wide, tall);
  if (detailed) {
    takeRuns();
    if (nesting) stampInk(atColumn, atRow, wide, tall, margin);
    else {
      for (let line: i32 = 0; line < tall; line++) {
        const start = i32At(grownRows + 4 * line);
        const end = i32At(grownRows + 4 * (tall + line));
        if (end > start) setRun(grid, atRow + line, atColumn + start, atColumn + end);
      }
    }
  } else {
    takeBox(wide, tall, atColumn, atRow);
    for (let line: i32 = 0; line < tall; line++) setRun(grid, atRow + line, atColumn, atColumn + wide);
  }
  placedX = atColumn * cell + offsetX - minX;
  placedY = atRow * cell + offsetY - minY;
  return true;
}

function cells(pixels: f64): i32 {
  return greaterInt(1, ceilOf(pixels / cell));
}

/** Whatever is as wide and as high as a box that found no place finds none either. */
function isHopeless(wide: i32, tall: i32): boolean {
  for (let index: i32 = 0; index < hopelessCount; index++) {
    if (wide >= i32At(hopeless + 8 * index) && tall >= i32At(hopeless + 8 * index + 4)) return true;
  }
  return false;
}

function remember(wide: i32, tall: i32): void {
  if (hopelessCount === HOPELESS) return;
  setI32(hopeless + 8 * hopelessCount, wide);
  setI32(hopeless + 8 * hopelessCount + 4, tall);
  hopelessCount++;
}

/** The rows of cells between a word's leftmost and rightmost ink, grown by the margin: counters are closed. */
function closeRows(wide: i32, tall: i32, margin: i32): void {
  readRuns(TOUCHED, inkRows, inkRows + 4 * tall);
  for (let row: i32 = 0; row < tall; row++) {
    const from = greaterInt(0, row - margin);
    const to = lesserInt(row + margin, tall - 1);
    let start = wide;
    let end: i32 = 0;
    for (let near = from; near <= to; near++) {
      const first = i32At(inkRows + 4 * near);
      const last = i32At(inkRows + 4 * (tall + near));
      if (last <= first) continue;
      if (first - margin < start) start = first - margin;
      if (last + margin > end) end = last + margin;
    }
    if (end === 0 || start < 0) start = 0;
    setI32(grownRows + 4 * row, start);
    setI32(grownRows + 4 * (tall + row), lesserInt(end, wide));
  }
}

/** Takes the cells that the ink in the raster touches, grown by the margin, and leaves the counters free. */
function stampInk(column: i32, row: i32, wide: i32, tall: i32, margin: i32): void {
  for (let line: i32 = 0; line < tall; line++) {
    const base = sums + 4 * stride * line;
    let sum: i32 = 0;
    for (let at: i32 = 0; at < wide; at++) {
      sum += i32At(base + 4 * at);
      if (sum < TOUCHED && sum > -TOUCHED) continue;
      const left = greaterInt(0, at - margin);
      const right = lesserInt(at + margin, wide - 1);
      const last = lesserInt(line + margin, tall - 1);
      for (let y = greaterInt(0, line - margin); y <= last; y++) {
        setRun(grid, row + y, column + left, column + right + 1);
      }
    }
  }
}
