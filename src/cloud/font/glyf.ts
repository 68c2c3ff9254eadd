import { type Bounds, emptyBounds, type Outline, OutlineBuilder } from './outline.js';

/** Contours of TrueType's `glyf` table; composites of composites end here at this depth. */
const maxDepth = 6;

const ON_CURVE = 1;
const X_SHORT = 2;
const Y_SHORT = 4;
const REPEAT = 8;
const X_SAME = 16;
const Y_SAME = 32;

const WORDS = 1;
const XY_VALUES = 2;
const SCALE = 8;
const MORE = 32;
const XY_SCALE = 64;
const TWO_BY_TWO = 128;

/** Reads glyphs of the `glyf` table by its index `loca`. */
export class GlyfReader {
  // Points of the glyph that is being read; kept from one to the next.
  private flags = new Uint8Array(0);
  private xs = new Int32Array(0);
  private ys = new Int32Array(0);
  private readonly builder = new OutlineBuilder();

  constructor(
    private readonly glyf: DataView,
    private readonly loca: DataView,
    private readonly longOffsets: boolean,
    private readonly count: number,
    /** Makes sure that bytes [from, to) of the table are there. */
    private readonly load?: (from: number, to: number) => void,
  ) {}

  private locate(glyph: number): { start: number; end: number } {
    if (glyph >= this.count) return { start: 0, end: 0 };
    const start = this.longOffsets ? this.loca.getUint32(4 * glyph) : 2 * this.loca.getUint16(2 * glyph);
    const end = this.longOffsets
      ? this.loca.getUint32(4 * glyph + 4)
      : 2 * this.loca.getUint16(2 * glyph + 2);
    if (end > start) this.load?.(start, end);
    return { start, end };
  }

  /** Box of the glyph as its header gives it, without reading the contours. */
  bounds(glyph: number): Bounds {
    const { start, end } = this.locate(glyph);
    if (end <= start) return emptyBounds;
    const { glyf } = this;
    return {
      xMin: glyf.getInt16(start + 2),
      yMin: glyf.getInt16(start + 4),
      xMax: glyf.getInt16(start + 6),
      yMax: glyf.getInt16(start + 8),
    };
  }

  outline(glyph: number): Outline {
    const { builder } = this;
    builder.clear();
    this.add(builder, glyph, 0);
    return builder.build();
  }

  private add(builder: OutlineBuilder, glyph: number, depth: number): void {
    const { start, end } = this.locate(glyph);
    if (end <= start || depth > maxDepth) return;
    const contours = this.glyf.getInt16(start);
    if (contours >= 0) this.addSimple(builder, start + 10, contours);
    else this.addComposite(builder, start + 10, depth);
  }

  private addSimple(builder: OutlineBuilder, start: number, contours: number): void {
    const { glyf } = this;
    if (contours === 0) return;
    const count = glyf.getUint16(start + 2 * contours - 2) + 1;
    let at = start + 2 * contours;
    at += 2 + glyf.getUint16(at);
    if (count > this.flags.length) {
      this.flags = new Uint8Array(2 * count);
      this.xs = new Int32Array(2 * count);
      this.ys = new Int32Array(2 * count);
    }
    const { flags, xs, ys } = this;
    for (let index = 0; index < count; ) {
      const flag = glyf.getUint8(at++);
      flags[index++] = flag;
      if (flag & REPEAT) {
        for (let repeat = glyf.getUint8(at++); repeat > 0 && index < count; repeat--) flags[index++] = flag;
      }
    }
    at = this.readCoordinates(at, count, xs, X_SHORT, X_SAME);
    this.readCoordinates(at, count, ys, Y_SHORT, Y_SAME);
    let first = 0;
    for (let contour = 0; contour < contours; contour++) {
      const last = Math.min(glyf.getUint16(start + 2 * contour), count - 1);
      if (last > first) addContour(builder, flags, xs, ys, first, last);
      first = last + 1;
    }
  }

  private readCoordinates(
    at: number,
    count: number,
    values: Int32Array,
    short: number,
    same: number,
  ): number {
    const { flags } = this;
    let value = 0;
    for (let index = 0; index < count; index++) {
      const flag = flags[index];
      if (flag & short) {
        const delta = this.glyf.getUint8(at++);
        value += flag & same ? delta : -delta;
      } else if (!(flag & same)) {
        value += this.glyf.getInt16(at);
        at += 2;
      }
      values[index] = value;
    }
    return at;
  }

  private addComposite(builder: OutlineBuilder, start: number, depth: number): void {
    const { glyf } = this;
    let at = start;
    for (let flags = MORE; flags & MORE; ) {
      flags = glyf.getUint16(at);
      const glyph = glyf.getUint16(at + 2);
      at += 4;
      let e = 0;
      let f = 0;
      if (flags & WORDS) {
        e = glyf.getInt16(at);
        f = glyf.getInt16(at + 2);
        at += 4;
      } else {
        e = glyf.getInt8(at);
        f = glyf.getInt8(at + 1);
        at += 2;
      }
      // Components anchored by matching points are older than any font with Chinese; they stay where they are.
      if (!(flags & XY_VALUES)) e = f = 0;
      let [a, b, c, d] = [1, 0, 0, 1];
      const fixed = (offset: number) => glyf.getInt16(at + offset) / 16384;
      if (flags & SCALE) {
        a = d = fixed(0);
        at += 2;
      } else if (flags & XY_SCALE) {
        a = fixed(0);
        d = fixed(2);
        at += 4;
      } else if (flags & TWO_BY_TWO) {
        [a, b, c, d] = [fixed(0), fixed(2), fixed(4), fixed(6)];
        at += 8;
      }
      const part = new OutlineBuilder();
      this.add(part, glyph, depth + 1);
      builder.addTransformed(part.build(), [a, b, c, d, e, f]);
    }
  }
}

/** One closed contour of quadratic curves: between two off-curve points lies an implied one, half-way. */
function addContour(
  builder: OutlineBuilder,
  flags: Uint8Array,
  xs: Int32Array,
  ys: Int32Array,
  first: number,
  last: number,
): void {
  const count = last - first + 1;
  let begin = 0;
  while (begin < count && !(flags[first + begin] & ON_CURVE)) begin++;
  let startX: number;
  let startY: number;
  if (begin < count) {
    startX = xs[first + begin];
    startY = ys[first + begin];
  } else {
    begin = 0;
    startX = (xs[first] + xs[last]) / 2;
    startY = (ys[first] + ys[last]) / 2;
    begin = -1;
  }
  builder.moveTo(startX, startY);
  let control = false;
  let controlX = 0;
  let controlY = 0;
  for (let step = 1; step <= count; step++) {
    const index = first + ((begin + step) % count);
    const x = xs[index];
    const y = ys[index];
    if (flags[index] & ON_CURVE) {
      if (control) builder.quadTo(controlX, controlY, x, y);
      else builder.lineTo(x, y);
      control = false;
    } else {
      if (control) builder.quadTo(controlX, controlY, (controlX + x) / 2, (controlY + y) / 2);
      controlX = x;
      controlY = y;
      control = true;
    }
  }
  if (control) builder.quadTo(controlX, controlY, startX, startY);
}
