/**
 * How much room is left in each part of the shape, so that small words go where the picture is emptiest and no gap
 * stays behind. A tile is 32 cells wide and high: one integer of the grid. The tiles are the leaves of a binary tree
 * whose nodes hold the largest of what is below them: finding the emptiest and changing one take O(log tiles).
 */
import { grid, rows, words } from './grid.js';
import { f64At, greater, greaterInt, i32At, leadingZeros, lesserInt, onesIn, setF64 } from './memory.js';

/** Nodes of the tree as 64-bit floats, the root at index 1, the children of i at 2·i and 2·i + 1. */
let tree: i32 = 0;
let tileRows: i32 = 0;
/** Index of the first leaf: free cells of a tile, below 0 where there is none. */
let leaves: i32 = 1;

/** The least power of two that is not below the number of tiles. */
function leafCount(): i32 {
  const tiles = words * ((rows + 31) >> 5);
  return tiles <= 1 ? 1 : 1 << (32 - leadingZeros(tiles - 1));
}

export function tileBytes(): i32 {
  return 16 * leafCount();
}

/** From now on words are taken off these tiles. */
export function useTiles(at: i32): void {
  tree = at;
  tileRows = (rows + 31) >> 5;
  leaves = leafCount();
}

/** Counts the clear cells of the grid. */
export function countTiles(at: i32): void {
  useTiles(at);
  const tiles = words * tileRows;
  for (let tile: i32 = 0; tile < leaves; tile++)
    setF64(tree + 8 * (leaves + tile), tile < tiles ? 0 : -1e300);
  for (let row: i32 = 0; row < rows; row++) {
    const tile = tree + 8 * (leaves + words * (row >> 5));
    const bits = grid + 4 * words * row;
    for (let word: i32 = 0; word < words; word++) {
      const address = tile + 8 * word;
      setF64(address, f64At(address) + (onesIn(~i32At(bits + 4 * word)) as f64));
    }
  }
  for (let node = leaves - 1; node > 0; node--) {
    setF64(tree + 8 * node, greater(f64At(tree + 16 * node), f64At(tree + 16 * node + 8)));
  }
}

/** Takes free cells off a leaf and sets what is above it right. */
function takeFromLeaf(leaf: i32, cells: f64): void {
  setF64(tree + 8 * leaf, f64At(tree + 8 * leaf) - cells);
  for (let node = leaf >> 1; node > 0; node >>= 1) {
    const most = greater(f64At(tree + 16 * node), f64At(tree + 16 * node + 8));
    if (most === f64At(tree + 8 * node)) break;
    setF64(tree + 8 * node, most);
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
      takeFromLeaf(leaves + y * words + x, ((to - from) * (toRow - fromRow)) as f64);
    }
  }
}

/** The emptiest tile, the first of several, which counts as fuller the next time. */
export function emptiestTile(): i32 {
  const most = f64At(tree + 8);
  let node: i32 = 1;
  while (node < leaves) node = f64At(tree + 16 * node) === most ? 2 * node : 2 * node + 1;
  takeFromLeaf(node, 153.6);
  return node - leaves;
}
