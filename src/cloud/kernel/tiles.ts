/**
 * How much room is left in each part of the shape, so that small words go where the picture is emptiest and no gap
 * stays behind. A tile is 32 cells wide and high: one integer of the grid.
 */
import { grid, rows, words } from './grid.js';
import { f64At, fillBytes, greaterInt, i32At, lesserInt, setF64 } from './memory.js';

/** Free cells of each tile, as a 64-bit float. */
let tiles: i32 = 0;
let tileRows: i32 = 0;

export function tileBytes(): i32 {
  return 8 * words * ((rows + 31) >> 5);
}

/** Number of clear bits. */
export function countClear(set: i32): i32 {
  let rest = ~set;
  rest -= (rest >>> 1) & 0x55555555;
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  rest = (rest + (rest >>> 4)) & 0x0f0f0f0f;
  rest = (rest + (rest >>> 8)) & 0x00ff00ff;
  return (rest + (rest >>> 16)) & 0xff;
}

/** From now on words are taken off these tiles. */
export function useTiles(at: i32): void {
  tiles = at;
  tileRows = (rows + 31) >> 5;
}

/** Counts the clear cells of the grid. */
export function countTiles(at: i32): void {
  useTiles(at);
  fillBytes(at, 0, tileBytes());
  for (let row: i32 = 0; row < rows; row++) {
    const tile = tiles + 8 * words * (row >> 5);
    const bits = grid + 4 * words * row;
    for (let word: i32 = 0; word < words; word++) {
      const address = tile + 8 * word;
      setF64(address, f64At(address) + (countClear(i32At(bits + 4 * word)) as f64));
    }
  }
}

/** Takes a box of cells off the tiles that it lies on. */
export function takeFromTiles(column: i32, row: i32, wide: i32, tall: i32): void {
  const bottom = row + tall;
  const right = column + wide;
  for (let y = row >> 5; y < tileRows && y << 5 < bottom; y++) {
    const fromRow = greaterInt(row, y << 5);
    const toRow = lesserInt(bottom, (y + 1) << 5);
    for (let x = column >> 5; x < words && x << 5 < right; x++) {
      const from = greaterInt(column, x << 5);
      const to = lesserInt(right, (x + 1) << 5);
      const address = tiles + 8 * (y * words + x);
      setF64(address, f64At(address) - (((to - from) * (toRow - fromRow)) as f64));
    }
  }
}

/** The emptiest tile, which counts as fuller the next time. */
export function emptiestTile(): i32 {
  const count = words * tileRows;
  let best: i32 = 0;
  let most = f64At(tiles);
  for (let tile: i32 = 1; tile < count; tile++) {
    const free = f64At(tiles + 8 * tile);
    if (free > most) {
      best = tile;
      most = free;
    }
  }
  setF64(tiles + 8 * best, most - 153.6);
  return best;
}
