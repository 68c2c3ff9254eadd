import { readGlyphOutline } from '../kernel/kernel.js';
import { type Bounds, emptyBounds, type Outline, OutlineBuilder } from './outline.js';

/** Contours of TrueType's `glyf` table; composites of composites end here at this depth. */
const maxDepth = 6;

const WORDS = 1;
const XY_VALUES = 2;
const SCALE = 8;
const MORE = 32;
const XY_SCALE = 64;
const TWO_BY_TWO = 128;

/** Reads glyphs of the `glyf` table by its index `loca`. */
export class GlyfReader {
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

  /** The bytes of a glyph that has contours of its own, to be read by kernel/glyf.ts; undefined for one that is made of others. */
  simple(glyph: number): Uint8Array | undefined {
    const { start, end } = this.locate(glyph);
    const { glyf } = this;
    const length = end > start ? end - start : 0;
    if (length > 0 && glyf.getInt16(start) < 0) return undefined;
    if (length > 0 && start + length > glyf.byteLength)
      throw new RangeError('a glyph lies outside of its table');
    return new Uint8Array(glyf.buffer, glyf.byteOffset + start, length);
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
    const bytes = this.simple(glyph);
    if (bytes) builder.addTransformed(readGlyphOutline(bytes), [1, 0, 0, 1, 0, 0]);
    else this.addComposite(builder, start + 10, depth);
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
