/** Colours that differ from those beside them: ../coloring.ts. */
import {
  ceilOf,
  f64At,
  fillBytes,
  floorOf,
  greater,
  greaterInt,
  i32At,
  lesserInt,
  rootOf,
  setF64,
  setI32,
} from './memory.js';
import { random, seedRandom } from './random.js';

/** About how many tiles a picture has in which colours are remembered. */
const TILES: f64 = 4000;

let side: f64 = 1;
let columns: i32 = 0;
let rows: i32 = 0;

/** Bytes that {@link colorBoxes} takes for a picture and so many colours. */
export function coloringBytes(width: f64, height: f64, colors: i32): i32 {
  side = greater(1, rootOf((width * height) / TILES));
  columns = ceilOf(width / side);
  rows = ceilOf(height / side);
  return 4 * columns * rows + 16 * colors + 8;
}

/**
 * Picks for each box the colour least used next to it, so that neighbours differ.
 *
 * @param boxes  left, top, width and height in pixels, 64-bit floats
 * @param at  as many bytes as {@link coloringBytes} says
 * @param to  an integer for each box: the index of its colour
 */
export function colorBoxes(boxes: i32, count: i32, colors: i32, seed: i32, at: i32, to: i32): void {
  // For each colour how often it is near, and how often it was used; for each tile 1 + the colour of the last word, 0 for none.
  const near = at;
  const uses = near + 8 * (colors + 1);
  const tiles = uses + 8 * colors;
  fillBytes(at, 0, 4 * columns * rows + 16 * colors + 8);
  seedRandom(seed);
  for (let index: i32 = 0; index < count; index++) {
    const box = boxes + 32 * index;
    const x = f64At(box);
    const y = f64At(box + 8);
    const left = greaterInt(0, floorOf(x / side) - 1);
    const right = lesserInt(columns - 1, floorOf((x + f64At(box + 16)) / side) + 1);
    const top = greaterInt(0, floorOf(y / side) - 1);
    const bottom = lesserInt(rows - 1, floorOf((y + f64At(box + 24)) / side) + 1);
    fillBytes(near, 0, 8 * (colors + 1));
    for (let row = top; row <= bottom; row++) {
      const end = tiles + 4 * (row * columns + right);
      for (let tile = tiles + 4 * (row * columns + left); tile <= end; tile += 4) {
        const color = near + 8 * i32At(tile);
        setF64(color, f64At(color) + 1);
      }
    }
    const around = (2 * (right - left + bottom - top) + 1) as f64;
    let best: i32 = 0;
    let least: f64 = 1e300;
    for (let color: i32 = 0; color < colors; color++) {
      // The first word takes the first colour, the palette's own; after it, rarer and luckier ones win.
      const share = f64At(near + 8 * color + 8) / around;
      const used = f64At(uses + 8 * color) / ((index + 1) as f64);
      const cost = 8 * share + used + 0.8 * random() + (index === 0 ? (color as f64) : 0);
      if (cost < least) {
        least = cost;
        best = color;
      }
    }
    setF64(uses + 8 * best, f64At(uses + 8 * best) + 4);
    for (let row = top; row <= bottom; row++) {
      const end = tiles + 4 * (row * columns + right);
      for (let tile = tiles + 4 * (row * columns + left); tile <= end; tile += 4) setI32(tile, best + 1);
    }
    setI32(to + 4 * index, best);
  }
}
