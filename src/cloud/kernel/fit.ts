/**
 * Sizes and places of all words together: ../fitting.ts decides what is tried. Besides what ./text.ts has set, a word holds,
 * as 64-bit floats: sine and cosine of its turn (at 40), how it is turned (integer at 56, see ./place.ts), the size that
 * overrules all others or 0 (at 64), its size from 0 to 1 by weight (72), the largest size at which it could stand in the empty
 * shape (80), the wanted size (88) and the share of the ink of all words that comes before it (96).
 */
import { words as tilesInRow } from './grid.js';
import { f64At, floorOf, greater, i32At, lesser, quotient, rootOf, setF64, wholeOf } from './memory.js';
import { foundX, foundY, place, UPENDED } from './place.js';
import { random, seedRandom } from './random.js';
import { WORD_BYTES } from './text.js';
import { emptiestTile } from './tiles.js';

/** Side of a tile of the room in cells. */
const TILE: i32 = 32;

/** So many of the heaviest words are shrunk below the smallest size rather than dropped, to this size. */
const HEAVY_WORDS: i32 = 20;
const LEAST_SIZE: f64 = 4;

/** To what share of their sizes words may yield that find no place, and all lighter ones with them. */
const LEAST_YIELD: f64 = 0.8;

/** Bytes of a place: index of the word, size (0 if it has none), start of the baseline, as 64-bit floats. */
export const PLACE_BYTES: i32 = 32;

// What is placed, and where: see useWords.
let words: i32 = 0;
let wordsEnd: i32 = 0;
let places: i32 = 0;
let cell: f64 = 1;
let centerX: f64 = 0;
let centerY: f64 = 0;
let radiusX: f64 = 0;
let radiusY: f64 = 0;
let stepSin: f64 = 0;
let stepCos: f64 = 1;
let leastSize: f64 = 1;
let shrink = false;

let area: f64 = 0;

/**
 * From now on these words are placed.
 *
 * @param rules  64-bit floats: side of a cell, centre and radii of the room in pixels, sine and cosine of the angle from one
 *   word to the next, the smallest size that was asked for, and whether words are shrunk
 * @param at  address of {@link PLACE_BYTES} for each word
 */
export function useWords(first: i32, count: i32, rules: i32, at: i32): void {
  words = first;
  wordsEnd = first + WORD_BYTES * count;
  places = at;
  cell = f64At(rules);
  centerX = f64At(rules + 8);
  centerY = f64At(rules + 16);
  radiusX = f64At(rules + 24);
  radiusY = f64At(rules + 32);
  stepSin = f64At(rules + 40);
  stepCos = f64At(rules + 48);
  leastSize = f64At(rules + 56);
  shrink = f64At(rules + 64) !== 0;
  for (let word = words; word < wordsEnd; word += WORD_BYTES) {
    const wide = greater(0.05, f64At(word + 16) - f64At(word));
    const tall = greater(0.05, f64At(word + 24) - f64At(word + 8));
    const upended = i32At(word + 56) === UPENDED;
    const mostX = (1.7 * radiusX) / (upended ? tall : wide);
    const mostY = (1.2 * radiusY) / (upended ? wide : tall);
    setF64(word + 80, snap(lesser(mostX, mostY)));
  }
}

/** To a 64th of a pixel, as in ../word-ink.ts. */
function snap(value: f64): f64 {
  return wholeOf(value * 64 + 0.5) / 64;
}

/** The wanted sizes, from the smallest to the largest by weight. */
export function wantSizes(smallest: f64, largest: f64): void {
  const span = greater(0, largest - smallest);
  for (let word = words; word < wordsEnd; word += WORD_BYTES) {
    const own = f64At(word + 64);
    setF64(word + 88, own > 0 ? own : lesser(f64At(word + 80), snap(smallest + span * f64At(word + 72))));
  }
}

/** What the boxes of the words take in the wanted sizes, with what is kept free around them, in square pixels. */
export function wantedArea(padding: f64, wordSpace: f64, maxWordSpace: f64): f64 {
  let sum: f64 = 0;
  for (let word = words; word < wordsEnd; word += WORD_BYTES) {
    const size = f64At(word + 88);
    const around = padding + lesser(wordSpace * size, maxWordSpace);
    const wide = (f64At(word + 16) - f64At(word)) * size;
    const tall = (f64At(word + 24) - f64At(word + 8)) * size;
    sum += (wide + around) * (tall + padding);
  }
  return sum;
}

/** What the box around a word's ink covers, in square pixels. */
function boxArea(word: i32, size: f64): f64 {
  return (f64At(word + 16) - f64At(word)) * (f64At(word + 24) - f64At(word + 8)) * size * size;
}

/** Notes the share of the ink of all words that comes before each. */
function shareInk(): void {
  let before: f64 = 0;
  for (let word = words; word < wordsEnd; word += WORD_BYTES) {
    setF64(word + 96, before);
    before += boxArea(word, f64At(word + 88));
  }
  if (before > 0) {
    for (let word = words; word < wordsEnd; word += WORD_BYTES) setF64(word + 96, f64At(word + 96) / before);
  }
}

/**
 * Places all words in the wanted sizes, in a room that was emptied. Words find their places from the centre outwards, along
 * a spiral of golden angles as seeds in a sunflower, and the rest where there is room.
 *
 * @param phaseSin  of the angle of the first word
 * @param ordered  share of the ink that goes outwards from the centre by weight; the rest goes where there is room
 * @param minSize  to what words are shrunk that find no place
 * @param strict  whether to give up at the first word that finds no place although it would fit into the empty shape
 * @returns 2 if all have a place, 1 if some have none, 0 if it gave up
 */
export function placeAll(
  seed: i32,
  phaseSin: f64,
  phaseCos: f64,
  ordered: f64,
  minSize: f64,
  strict: boolean,
): i32 {
  shareInk();
  seedRandom(seed);
  // The first number gave the phase.
  random();
  let sin = phaseSin;
  let cos = phaseCos;
  let complete: i32 = 2;
  let yielded: f64 = 1;
  let index: i32 = 0;
  let to = places;
  area = 0;
  for (let word = words; word < wordsEnd; word += WORD_BYTES) {
    const share = f64At(word + 96);
    let x: f64 = 0;
    let y: f64 = 0;
    if (share >= ordered) {
      const tile = emptiestTile();
      const row = quotient(tile, tilesInRow);
      x = (((tile - row * tilesInRow) as f64) + random()) * TILE * cell;
      y = ((row as f64) + random()) * TILE * cell;
    } else {
      const radius: f64 = index === 0 ? 0 : 0.85 * rootOf(share / ordered);
      x = centerX + radiusX * radius * cos;
      y = centerY + radiusY * radius * sin;
    }
    const turned: f64 = sin * stepCos + cos * stepSin;
    cos = cos * stepCos - sin * stepSin;
    sin = turned;
    const free = f64At(word + 64) === 0;
    const wanted = f64At(word + 88);
    let size: f64 = strict && free ? snap(wanted * yielded) : wanted;
    let found = size >= 1 && placeWord(word, size, x, y);
    if (!found && strict && size >= LEAST_SIZE) {
      // This word and all that follow become smaller together: what is lighter stays smaller.
      while (!found && free && yielded > LEAST_YIELD) {
        yielded *= 0.97;
        size = snap(wanted * yielded);
        if (size < leastSize) break;
        found = placeWord(word, size, x, y);
      }
      if (!found) return 0;
    }
    if (!found && shrink) {
      const least: f64 = index < HEAVY_WORDS ? lesser(LEAST_SIZE, minSize) : minSize;
      for (let next: f64 = size * 0.9; !found && next >= least; next *= 0.9) {
        size = snap(next);
        found = placeWord(word, size, x, y);
      }
    }
    setF64(to, index as f64);
    setF64(to + 8, found ? size : 0);
    setF64(to + 16, found ? foundX() : 0);
    setF64(to + 24, found ? foundY() : 0);
    if (found) area += boxArea(word, size);
    else complete = 1;
    to += PLACE_BYTES;
    index++;
  }
  return complete;
}

/** Places a word where its centre comes nearest to a point in pixels; whether there is a place. */
export function placeWord(word: i32, size: f64, x: f64, y: f64): boolean {
  return place(word, size, f64At(word + 40), f64At(word + 48), i32At(word + 56), x, y);
}

/** What the boxes of the placed words cover, in square pixels. */
export function placedArea(): f64 {
  return area;
}

/**
 * The smallest upright boxes around the ink of placed words, in pixels: left, top, width and height, 64-bit floats.
 *
 * @param at  places, which all have a size
 */
export function boxes(at: i32, count: i32, to: i32): void {
  let box = to;
  for (let from = at; from < at + PLACE_BYTES * count; from += PLACE_BYTES) {
    const word = words + WORD_BYTES * floorOf(f64At(from));
    const size = f64At(from + 8);
    const sin = f64At(word + 40);
    const cos = f64At(word + 48);
    const left = size * f64At(word);
    const bottom = size * f64At(word + 8);
    const right = size * f64At(word + 16);
    const top = size * f64At(word + 24);
    // The box turned about the origin: each product contributes its smaller end to the minimum.
    const minX = lesser(left * cos, right * cos) + lesser(top * sin, bottom * sin);
    const maxX = greater(left * cos, right * cos) + greater(top * sin, bottom * sin);
    const minY = lesser(left * sin, right * sin) + lesser(-top * cos, -bottom * cos);
    const maxY = greater(left * sin, right * sin) + greater(-top * cos, -bottom * cos);
    setF64(box, snap(f64At(from + 16) + minX));
    setF64(box + 8, snap(f64At(from + 24) + minY));
    setF64(box + 16, snap(maxX - minX));
    setF64(box + 24, snap(maxY - minY));
    box += PLACE_BYTES;
  }
}

/**
 * Moves placed words and their boxes together, by whole pixels, so that the space around them is the same on opposite sides.
 *
 * @param at  places
 * @param to  their boxes
 */
export function centerBoxes(at: i32, count: i32, to: i32, width: f64, height: f64): void {
  let left: f64 = 1e300;
  let right: f64 = -1e300;
  let top: f64 = 1e300;
  let bottom: f64 = -1e300;
  const end = to + PLACE_BYTES * count;
  for (let box = to; box < end; box += PLACE_BYTES) {
    left = lesser(left, f64At(box));
    top = lesser(top, f64At(box + 8));
    right = greater(right, f64At(box) + f64At(box + 16));
    bottom = greater(bottom, f64At(box + 8) + f64At(box + 24));
  }
  if (left > right) return;
  const dx = wholeOf((width - left - right) / 2 + 0.5);
  const dy = wholeOf((height - top - bottom) / 2 + 0.5);
  for (let box = to; box < end; box += PLACE_BYTES) {
    const placed = at + (box - to);
    setF64(box, f64At(box) + dx);
    setF64(box + 8, f64At(box + 8) + dy);
    setF64(placed + 16, f64At(placed + 16) + dx);
    setF64(placed + 24, f64At(placed + 24) + dy);
  }
}
