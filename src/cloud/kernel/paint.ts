/** Paints words in few colours, a byte a pixel; see IndexedPixels in ../raster/indexed.ts. */
import {
  ceilOf,
  f64At,
  floorOf,
  greaterInt,
  i32At,
  isClear4,
  lesserInt,
  quotient,
  setU8,
  u8At,
} from './memory.js';
import { addWord, FULL, resetRaster, stride, sums } from './raster.js';
import { WORD_BYTES } from './text.js';

// The picture: rows of one byte that is left alone and one for each pixel.
let picture: i32 = 0;
let pictureWidth: i32 = 0;
let pictureHeight: i32 = 0;
let levels: i32 = 1;

export function usePicture(at: i32, wide: i32, tall: i32, levelsOfInk: i32): void {
  picture = at;
  pictureWidth = wide;
  pictureHeight = tall;
  levels = levelsOfInk;
}

/**
 * Paints what the raster holds, its upper left corner at (left, top), in the ink of that index; where inks meet, the fuller
 * one stays.
 */
export function paint(wide: i32, tall: i32, left: i32, top: i32, ink: i32): void {
  const first = ink * levels;
  const toRow = lesserInt(tall, pictureHeight - top);
  const toColumn = lesserInt(wide, pictureWidth - left);
  for (let row: i32 = greaterInt(0, -top); row < toRow; row++) {
    const base = sums + 4 * stride * row;
    const line = picture + (top + row) * (pictureWidth + 1) + left + 1;
    let sum: i32 = 0;
    let level: i32 = 0;
    for (let column: i32 = 0; column < toColumn; column++) {
      if (level === 0) {
        while (column + 4 <= toColumn && isClear4(base + 4 * column)) column += 4;
        if (column === toColumn) break;
      }
      const change = i32At(base + 4 * column);
      if (change !== 0) {
        sum += change;
        const cover = sum < 0 ? -sum : sum;
        level = cover >= FULL ? levels : (cover * levels + (FULL >> 1)) >> 17;
      }
      if (level === 0 || column < -left) continue;
      const under = u8At(line + column);
      if (under === 0 || level > under - 1 - quotient(under - 1, levels) * levels + 1) {
        setU8(line + column, first + level);
      }
    }
  }
}

/** Pixels beside a word's box that its edges may touch, in all. */
const AROUND: i32 = 4;

/** Bytes that {@link paintWords} takes. */
export function paintingBytes(words: i32, count: i32, ratio: f64): i32 {
  let most: i32 = 0;
  for (let word = words; word < words + WORD_BYTES * count; word += WORD_BYTES) {
    const wide = ceilOf(f64At(word + 104) * ratio) + AROUND;
    const tall = ceilOf(f64At(word + 112) * ratio) + AROUND;
    most = greaterInt(most, 4 * ((wide + 2) * tall + 6));
  }
  return most;
}

/**
 * Paints words one after the other. Besides what ./text.ts has set, a word holds its ink (integer at 60), and as 64-bit floats
 * sine and cosine of its turn (at 40), its size (64), the start of its baseline (72) and its box (88: left, top, width, height).
 *
 * @param ratio  pixels of the picture for one pixel of these
 * @param at  as many bytes as {@link paintingBytes} says
 */
export function paintWords(words: i32, count: i32, ratio: f64, at: i32): void {
  for (let word = words; word < words + WORD_BYTES * count; word += WORD_BYTES) {
    const left = floorOf(f64At(word + 88) * ratio) - 1;
    const top = floorOf(f64At(word + 96) * ratio) - 1;
    const wide = ceilOf(f64At(word + 104) * ratio) + AROUND;
    const tall = ceilOf(f64At(word + 112) * ratio) + AROUND;
    resetRaster(at, wide, tall);
    const x = f64At(word + 72) * ratio - (left as f64);
    const y = f64At(word + 80) * ratio - (top as f64);
    addWord(word, f64At(word + 64) * ratio, f64At(word + 40), f64At(word + 48), x, y);
    paint(wide, tall, left, top, i32At(word + 60));
  }
}
