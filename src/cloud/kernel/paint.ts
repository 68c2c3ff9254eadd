/** Paints words in few colours, a byte a pixel; see IndexedPicture in ../raster/indexed.ts. */
import { PLACE_BYTES } from './fit.js';
import {
  ceilOf,
  copyBytes,
  f64At,
  fillBytes,
  floorOf,
  greaterInt,
  i32At,
  lesserInt,
  paintRow,
  roundOf,
  setF64,
  setI32,
  setU8,
  u8At,
} from './memory.js';
import { addWord, BEHIND, bottom, resetRows, stride, sums, top } from './raster.js';
import { WORD_BYTES } from './text.js';

// The band of the picture that is painted, from its row `bandTop` on and above `bandEnd`: rows of one byte that is left alone
// and one for each pixel.
let band: i32 = 0;
let bandWidth: i32 = 0;
let bandTop: i32 = 0;
let bandEnd: i32 = 0;
let levels: i32 = 1;

/**
 * Writes a palette of RGBA, alpha not multiplied in: the ground, and each ink over it from faint to full.
 *
 * @param colors  four bytes each: the ground and the inks
 */
export function mixPalette(colors: i32, inks: i32, steps: i32, to: i32): void {
  copyBytes(to, colors, 4);
  let at = to + 4;
  const under = (u8At(colors + 3) as f64) / 255;
  for (let ink = colors + 4; ink <= colors + 4 * inks; ink += 4) {
    for (let step: i32 = 1; step <= steps; step++) {
      const cover = (((step as f64) / (steps as f64)) * (u8At(ink + 3) as f64)) / 255;
      const over = cover + under * (1 - cover);
      const part = over > 0 ? cover / over : 0;
      for (let channel: i32 = 0; channel < 3; channel++) {
        const ground = u8At(colors + channel);
        setU8(at + channel, roundOf((ground as f64) + ((u8At(ink + channel) - ground) as f64) * part));
      }
      setU8(at + 3, roundOf(255 * over));
      at += 4;
    }
  }
}

/** Starts an empty band. */
export function useBand(at: i32, wide: i32, first: i32, end: i32, levelsOfInk: i32): void {
  band = at;
  bandWidth = wide;
  bandTop = first;
  bandEnd = end;
  levels = levelsOfInk;
  fillBytes(at, 0, (wide + 1) * (end - first));
}

/**
 * Paints what the raster holds, its upper left corner at (left, over), in the ink of that index; where inks meet, the fuller
 * one stays.
 */
export function paint(wide: i32, left: i32, over: i32, ink: i32): void {
  const first = ink * levels;
  const toRow = lesserInt(bottom, bandEnd - over);
  const toColumn = lesserInt(wide, bandWidth - left);
  // What lies left of the band is not painted.
  const hidden = greaterInt(0, -left);
  for (let row: i32 = greaterInt(top, bandTop - over); row < toRow; row++) {
    const changes = sums + 4 * stride * (row - top);
    const line = band + (over + row - bandTop) * (bandWidth + 1) + left + 1;
    let before: i32 = 0;
    for (let column: i32 = 0; column < hidden; column++) before += i32At(changes + 4 * column);
    paintRow(changes + 4 * hidden, toColumn - hidden, before, line + hidden, first, levels);
  }
}

/**
 * Takes over where words stand, none of them turned: what {@link paintWords} asks of each.
 *
 * @param places  {@link PLACE_BYTES} each
 * @param boxes  left, top, width and height each, 64-bit floats
 * @param inks  an integer each
 */
export function usePlaces(words: i32, count: i32, places: i32, boxes: i32, inks: i32): void {
  for (let index: i32 = 0; index < count; index++) {
    const word = words + WORD_BYTES * index;
    setI32(word + 60, i32At(inks + 4 * index));
    setF64(word + 40, 0);
    setF64(word + 48, 1);
    copyBytes(word + 64, places + PLACE_BYTES * index + 8, 24);
    copyBytes(word + 88, boxes + 32 * index, 32);
  }
}

/** Pixels beside a word's box that its edges may touch, in all. */
const AROUND: i32 = 4;

/** Bytes that {@link paintWords} takes for bands of so many rows. */
export function paintingBytes(words: i32, count: i32, ratio: f64, rows: i32): i32 {
  let most: i32 = 0;
  for (let word = words; word < words + WORD_BYTES * count; word += WORD_BYTES) {
    const wide = ceilOf(f64At(word + 104) * ratio) + AROUND;
    const tall = lesserInt(rows, ceilOf(f64At(word + 112) * ratio) + AROUND);
    most = greaterInt(most, 4 * ((wide + 2) * tall + BEHIND));
  }
  return most;
}

/**
 * Paints words, or what of them is in the band, one after the other. Besides what ./text.ts has set, a word holds its ink (integer at 60), and as 64-bit floats
 * sine and cosine of its turn (at 40), its size (64), the start of its baseline (72) and its box (88: left, top, width, height).
 *
 * @param ratio  pixels of the picture for one pixel of these
 * @param at  as many bytes as {@link paintingBytes} says
 */
export function paintWords(words: i32, count: i32, ratio: f64, at: i32): void {
  for (let word = words; word < words + WORD_BYTES * count; word += WORD_BYTES) {
    const over = floorOf(f64At(word + 96) * ratio) - 1;
    if (over >= bandEnd) continue;
    const tall = ceilOf(f64At(word + 112) * ratio) + AROUND;
    const first = greaterInt(0, bandTop - over);
    const end = lesserInt(tall, bandEnd - over);
    if (first >= end) continue;
    const left = floorOf(f64At(word + 88) * ratio) - 1;
    const wide = ceilOf(f64At(word + 104) * ratio) + AROUND;
    resetRows(at, wide, first, end);
    const x = f64At(word + 72) * ratio - (left as f64);
    const y = f64At(word + 80) * ratio - (over as f64);
    addWord(word, f64At(word + 64) * ratio, f64At(word + 40), f64At(word + 48), x, y);
    paint(wide, left, over, i32At(word + 60));
  }
}
