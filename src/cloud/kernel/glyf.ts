/**
 * Reads the contours of TrueType glyphs that are not made of others.
 * @see OpenType specification, `glyf`: simple glyph description
 */
import { i32At, setF32, setF64, setI32, setU8, u8At } from './memory.js';
import { LINE, MOVE, QUAD } from './segments.js';

const ON_CURVE: i32 = 1;
const X_SHORT: i32 = 2;
const Y_SHORT: i32 = 4;
const REPEAT: i32 = 8;
const X_SAME: i32 = 16;
const Y_SAME: i32 = 32;

/** Bytes before the ends of the contours: their number, and the glyph's box. */
const HEADER: i32 = 10;

/** Bytes before the kinds of an outline; see ./raster.ts. */
export const OUTLINE_HEADER: i32 = 16;

// Points of the glyph: a byte of flags each, then x and y as integers.
let flags: i32 = 0;
let xs: i32 = 0;
let ys: i32 = 0;

// Where the outline grows.
let kinds: i32 = 0;
let points: i32 = 0;

function u16At(at: i32): i32 {
  return (u8At(at) << 8) | u8At(at + 1);
}

function i16At(at: i32): i32 {
  return (u16At(at) << 16) >> 16;
}

/** Points of the glyph at an address; -1 if it is cut off or made of others. */
function pointCount(glyph: i32, end: i32): i32 {
  const contours = glyph + HEADER > end ? -1 : i16At(glyph);
  if (contours <= 0) return contours;
  const ends = glyph + HEADER + 2 * contours;
  return ends + 2 > end ? -1 : u16At(ends - 2) + 1;
}

/** Bytes that the outline of a glyph takes at most; -1 if {@link readGlyph} cannot read it. */
export function outlineBytes(glyph: i32, end: i32): i32 {
  const count = pointCount(glyph, end);
  // A contour of n points has n segments at most beside its start, of two points each.
  return count < 0 ? -1 : OUTLINE_HEADER + 4 + 17 * count + 9 * i16At(glyph);
}

/** Bytes of work space for it. */
export function glyphWorkBytes(glyph: i32, end: i32): i32 {
  return 9 * pointCount(glyph, end) + 8;
}

/**
 * Reads a glyph, of which {@link outlineBytes} must not be -1.
 *
 * @param work  address of {@link glyphWorkBytes}
 * @param to  address of {@link outlineBytes} for the outline as ./raster.ts reads it
 * @returns where the outline ends; 0 if the glyph is cut off
 */
export function readGlyph(glyph: i32, end: i32, em: f64, work: i32, to: i32): i32 {
  const count = pointCount(glyph, end);
  const contours = i16At(glyph);
  xs = work;
  ys = xs + 4 * count;
  flags = ys + 4 * count;
  kinds = to + OUTLINE_HEADER;
  points = (kinds + count + contours + 3) & -4;
  const first = points;
  if (count > 0 && !readPoints(glyph + HEADER + 2 * contours, end, count)) return 0;
  let start: i32 = 0;
  for (let contour: i32 = 0; contour < contours; contour++) {
    let last = u16At(glyph + HEADER + 2 * contour);
    if (last >= count) last = count - 1;
    if (last > start) addContour(start, last - start + 1);
    start = last + 1;
  }
  setI32(to, kinds - to - OUTLINE_HEADER);
  setI32(to + 4, first);
  setF64(to + 8, em);
  return points;
}

function readPoints(instructions: i32, end: i32, count: i32): boolean {
  let at = instructions + 2 + u16At(instructions);
  for (let index: i32 = 0; index < count; ) {
    if (at >= end) return false;
    const flag = u8At(at++);
    setU8(flags + index++, flag);
    if ((flag & REPEAT) === 0) continue;
    for (let repeat = u8At(at++); repeat > 0 && index < count; repeat--) setU8(flags + index++, flag);
  }
  at = readCoordinates(at, end, count, xs, X_SHORT, X_SAME);
  at = readCoordinates(at, end, count, ys, Y_SHORT, Y_SAME);
  return at <= end;
}

/** Where they end, which is behind the end of the glyph if it is cut off. */
function readCoordinates(from: i32, end: i32, count: i32, to: i32, short: i32, same: i32): i32 {
  let at = from;
  let value: i32 = 0;
  for (let index: i32 = 0; index < count && at <= end; index++) {
    const flag = u8At(flags + index);
    if ((flag & short) !== 0) {
      const step = u8At(at++);
      value += (flag & same) !== 0 ? step : -step;
    } else if ((flag & same) === 0) {
      value += i16At(at);
      at += 2;
    }
    setI32(to + 4 * index, value);
  }
  return at;
}

function addPoint(x: f64, y: f64): void {
  setF32(points, x);
  setF32(points + 4, y);
  points += 8;
}

/** One closed contour of quadratic curves: between two points off the curve lies an implied one, half-way. */
function addContour(first: i32, count: i32): void {
  let begin: i32 = 0;
  while (begin < count && (u8At(flags + first + begin) & ON_CURVE) === 0) begin++;
  const last = first + count - 1;
  const none = begin === count;
  const startX: f64 = none ? middle(xs, first, last) : (i32At(xs + 4 * (first + begin)) as f64);
  const startY: f64 = none ? middle(ys, first, last) : (i32At(ys + 4 * (first + begin)) as f64);
  if (none) begin = -1;
  setU8(kinds++, MOVE);
  addPoint(startX, startY);
  let control = false;
  let controlX: f64 = 0;
  let controlY: f64 = 0;
  for (let step: i32 = 1; step <= count; step++) {
    let index = begin + step;
    if (index >= count) index -= count;
    const x: f64 = i32At(xs + 4 * (first + index)) as f64;
    const y: f64 = i32At(ys + 4 * (first + index)) as f64;
    if ((u8At(flags + first + index) & ON_CURVE) !== 0) {
      setU8(kinds++, control ? QUAD : LINE);
      if (control) addPoint(controlX, controlY);
      addPoint(x, y);
      control = false;
      continue;
    }
    if (control) {
      setU8(kinds++, QUAD);
      addPoint(controlX, controlY);
      addPoint((controlX + x) / 2, (controlY + y) / 2);
    }
    controlX = x;
    controlY = y;
    control = true;
  }
  if (control) {
    setU8(kinds++, QUAD);
    addPoint(controlX, controlY);
    addPoint(startX, startY);
  }
}

function middle(values: i32, first: i32, last: i32): f64 {
  return ((i32At(values + 4 * first) + i32At(values + 4 * last)) as f64) / 2;
}
