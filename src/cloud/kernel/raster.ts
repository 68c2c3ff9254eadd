/**
 * Exact area coverage of filled outlines on a small pixel grid.
 *
 * Each edge adds the signed area to its right to the cells that it crosses; a running sum along a row gives the
 * coverage. The sum over contours is cut at 1, so that contours of one direction may overlap. Points are rounded to
 * 256ths of a pixel and all that follows is in small integers: exact and the same everywhere.
 *
 * @see Raph Levien, "font-rs", 2016, for the accumulation buffer; David Turner, FreeType's `ftgrays.c`, for the cells.
 */
import { OUTLINE_HEADER } from './glyf.js';
import {
  f64At,
  fillBytes,
  floorOf,
  greaterInt,
  i32At,
  isClear4,
  lesserInt,
  mapPoint,
  mappedX,
  mappedY,
  quotient,
  setI32,
  times,
  u8At,
  useMap,
} from './memory.js';
import { CUBIC, LINE, QUAD } from './segments.js';
import { GLYPH_BYTES } from './text.js';

/** Coverage of a whole pixel: 256 steps down times 512 half steps across. */
export const FULL: i32 = 1 << 17;

/** Integers behind a grid that readers look at. */
export const BEHIND: i32 = 16;

/** Largest bend of a curve that is drawn as one chord, in 256ths of a pixel: the chord strays by a quarter of it at most. */
const FLAT: i32 = 48;

/** Signed changes of coverage along each row, `stride` integers a row, from row `top` on and above `bottom`. */
export let sums: i32 = 0;
export let stride: i32 = 0;
export let top: i32 = 0;
export let bottom: i32 = 0;
let width: i32 = 0;

/** Starts an empty grid at an address with room for (wide + 2) · tall + {@link BEHIND} integers. */
export function resetRaster(at: i32, wide: i32, tall: i32): void {
  resetRows(at, wide, 0, tall);
}

/** Starts an empty grid of rows [first, end), which become what they are in a grid of all rows. */
export function resetRows(at: i32, wide: i32, first: i32, end: i32): void {
  sums = at;
  width = wide;
  top = first;
  bottom = end;
  // One column more takes what edges at the right border leave over.
  stride = wide + 2;
  fillBytes(at, 0, 4 * (stride * (end - first) + BEHIND));
}

/**
 * Adds an outline moved by the affine map x' = a·x + c·y + e, y' = b·x + d·y + f; what lies outside of the grid is cut off.
 *
 * @param outline  address of: number of segments, address of the points (x and y, 32-bit floats), units in an em (64-bit
 *   float), then a byte for each kind
 */
export function addOutline(outline: i32, a: f64, b: f64, c: f64, d: f64, e: f64, f: f64): void {
  const kinds = outline + OUTLINE_HEADER;
  const end = kinds + i32At(outline);
  useMap(a * 256, b * 256, c * 256, d * 256, e * 256, f * 256);
  let at = i32At(outline + 4);
  let startX: i32 = 0;
  let startY: i32 = 0;
  let x: i32 = 0;
  let y: i32 = 0;
  for (let next = kinds; next < end; next++) {
    const kind = u8At(next);
    mapPoint(at);
    const firstX = mappedX;
    const firstY = mappedY;
    at += 8;
    if (kind === LINE) {
      line(x, y, firstX, firstY);
      x = firstX;
      y = firstY;
    } else if (kind === QUAD) {
      mapPoint(at);
      const endX = mappedX;
      const endY = mappedY;
      quad(x, y, firstX, firstY, endX, endY);
      x = endX;
      y = endY;
      at += 8;
    } else if (kind === CUBIC) {
      mapPoint(at);
      const secondX = mappedX;
      const secondY = mappedY;
      mapPoint(at + 8);
      const endX = mappedX;
      const endY = mappedY;
      cubic(x, y, firstX, firstY, secondX, secondY, endX, endY);
      x = endX;
      y = endY;
      at += 16;
    } else {
      line(x, y, startX, startY);
      startX = firstX;
      startY = firstY;
      x = firstX;
      y = firstY;
    }
  }
  line(x, y, startX, startY);
}

/**
 * Adds the glyphs of a word whose baseline starts at (x, y).
 *
 * @param word  address of a word as ./text.ts has it
 * @param size  pixels in an em
 */
export function addWord(word: i32, size: f64, sin: f64, cos: f64, x: f64, y: f64): void {
  const glyphs = i32At(word + 32);
  const end = glyphs + GLYPH_BYTES * i32At(word + 36);
  for (let glyph = glyphs; glyph < end; glyph += GLYPH_BYTES) {
    const outline = i32At(glyph);
    const along = f64At(glyph + 8) * size;
    const scale = size / f64At(outline + 8);
    const e = x + along * cos;
    const f = y + along * sin;
    addOutline(outline, scale * cos, scale * sin, scale * sin, -scale * cos, e, f);
  }
}

function quad(x0: i32, y0: i32, x1: i32, y1: i32, x2: i32, y2: i32): void {
  const bendX = x0 - 2 * x1 + x2;
  const bendY = y0 - 2 * y1 + y2;
  if (bendX <= FLAT && bendX >= -FLAT && bendY <= FLAT && bendY >= -FLAT) {
    line(x0, y0, x2, y2);
    return;
  }
  const leftX = (x0 + x1) >> 1;
  const leftY = (y0 + y1) >> 1;
  const rightX = (x1 + x2) >> 1;
  const rightY = (y1 + y2) >> 1;
  const x = (leftX + rightX) >> 1;
  const y = (leftY + rightY) >> 1;
  quad(x0, y0, leftX, leftY, x, y);
  quad(x, y, rightX, rightY, x2, y2);
}

function isFlat(bend: i32): boolean {
  return bend <= FLAT >> 1 && bend >= -(FLAT >> 1);
}

function cubic(x0: i32, y0: i32, x1: i32, y1: i32, x2: i32, y2: i32, x3: i32, y3: i32): void {
  if (
    isFlat(x0 - 2 * x1 + x2) &&
    isFlat(y0 - 2 * y1 + y2) &&
    isFlat(x1 - 2 * x2 + x3) &&
    isFlat(y1 - 2 * y2 + y3)
  ) {
    line(x0, y0, x3, y3);
    return;
  }
  const aX = (x0 + x1) >> 1;
  const aY = (y0 + y1) >> 1;
  const bX = (x1 + x2) >> 1;
  const bY = (y1 + y2) >> 1;
  const cX = (x2 + x3) >> 1;
  const cY = (y2 + y3) >> 1;
  const leftX = (aX + bX) >> 1;
  const leftY = (aY + bY) >> 1;
  const rightX = (bX + cX) >> 1;
  const rightY = (bY + cY) >> 1;
  const x = (leftX + rightX) >> 1;
  const y = (leftY + rightY) >> 1;
  cubic(x0, y0, aX, aY, leftX, leftY, x, y);
  cubic(x, y, rightX, rightY, cX, cY, x3, y3);
}

/** value · share / whole, rounded down; the product may be larger than an integer. */
function portion(value: i32, share: i32, whole: i32): i32 {
  return floorOf(((value as f64) * (share as f64)) / (whole as f64));
}

/**
 * Adds an edge, row by row, always from its upper end: both directions of one edge cancel exactly. Each row's end is the edge's
 * place there, rounded down; below the first row it goes on by whole steps and what they leave over.
 */
function line(fromX: i32, fromY: i32, toX: i32, toY: i32): void {
  if (fromY === toY) return;
  const down = fromY < toY;
  const x0 = down ? fromX : toX;
  const y0 = down ? fromY : toY;
  const x1 = down ? toX : fromX;
  const y1 = down ? toY : fromY;
  let y = greaterInt(y0, top << 8);
  const end = lesserInt(y1, bottom << 8);
  if (y >= end) return;
  const sign: i32 = down ? 1 : -1;
  const last = (end - 1) >> 8;
  let row = y >> 8;
  let base = sums + 4 * (row - top) * stride;
  const dx = x1 - x0;
  const dy = y1 - y0;
  let x = y === y0 ? x0 : x0 + portion(dx, y - y0, dy);
  const lastX = end === y1 ? x1 : x0 + portion(dx, end - y0, dy);
  if (row < last) {
    if (dx === 0) {
      upright(base, x0, y, end, sign);
      return;
    }
    const below = (row + 1) << 8;
    let next = x0 + portion(dx, below - y0, dy);
    span(base, x, next, sign * (below - y));
    y = below;
    base += 4 * stride;
    row++;
    if (row < last) {
      const step = portion(dx, 256, dy);
      const stepRest = times(dx, 256) - times(step, dy);
      let rest = times(dx, below - y0) - times(next - x0, dy);
      for (; row < last; row++) {
        x = next;
        next += step;
        rest += stepRest;
        if (rest >= dy) {
          rest -= dy;
          next++;
        }
        span(base, x, next, sign << 8);
        y += 256;
        base += 4 * stride;
      }
    }
    x = next;
  }
  span(base, x, lastX, sign * (end - y));
}

function addTo(address: i32, value: i32): void {
  setI32(address, i32At(address) + value);
}

/** The nearest place in the grid, in 256ths of a pixel. */
function inside(x: i32): i32 {
  return lesserInt(width << 8, greaterInt(0, x));
}

/** Adds an upright edge, in the rows from that at `base` on. */
function upright(base: i32, x: i32, y: i32, end: i32, sign: i32): void {
  const at = inside(x);
  const far = 2 * sign * (at & 255);
  const near = 512 * sign - far;
  let cell = base + 4 * (at >> 8);
  for (let from = y; from < end; cell += 4 * stride) {
    const next = lesserInt(end, (from & -256) + 256);
    addTo(cell, (next - from) * near);
    addTo(cell + 4, (next - from) * far);
    from = next;
  }
}

/** Adds the part of an edge that lies in one row: from x to x, `tall` 256ths of the row, negative if it goes up. */
function span(base: i32, fromX: i32, toX: i32, tall: i32): void {
  const left = inside(lesserInt(fromX, toX));
  const end = inside(greaterInt(fromX, toX));
  let cell = base + 4 * (left >> 8);
  const within = left & 255;
  const wide = end - left;
  if (within + wide <= 256) {
    const far = tall * (2 * within + wide);
    addTo(cell, (tall << 9) - far);
    addTo(cell + 4, far);
    return;
  }
  let given: i32 = 0;
  let middle = within + 256;
  let reached = 256 - within;
  for (; reached < wide; reached += 256) {
    const sum = quotient(tall * reached, wide);
    const far = (sum - given) * middle;
    addTo(cell, ((sum - given) << 9) - far);
    addTo(cell + 4, far);
    given = sum;
    middle = 256;
    cell += 4;
  }
  const far = (tall - given) * (wide - reached + 256);
  addTo(cell, ((tall - given) << 9) - far);
  addTo(cell + 4, far);
}

/**
 * For each row the columns [start, end) between the first and the last pixel that is covered by `least` of
 * {@link FULL} or more; `start === end` where there is none.
 */
export function readRuns(least: i32, starts: i32, ends: i32): void {
  for (let row: i32 = 0; row < bottom - top; row++) {
    const from = sums + 4 * row * stride;
    let sum: i32 = 0;
    let start: i32 = -1;
    let end: i32 = 0;
    let covered = false;
    for (let column: i32 = 0; column < width; column++) {
      // Where nothing changes the next four pixels are as the last.
      while (column + 4 <= width && isClear4(from + 4 * column)) {
        column += 4;
        if (covered) end = column;
      }
      if (column === width) break;
      sum += i32At(from + 4 * column);
      covered = sum >= least || sum <= -least;
      if (covered) {
        if (start < 0) start = column;
        end = column + 1;
      }
    }
    setI32(starts + 4 * row, start < 0 ? 0 : start);
    setI32(ends + 4 * row, end);
  }
}
