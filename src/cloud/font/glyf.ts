import { readGlyphOutline } from '../kernel.js';
import { type Bounds, emptyBounds, type Outline, OutlineBuilder } from './outline.js';
import type { FontBytes } from './sfnt.js';

/** Contours of TrueType's `glyf` table; composites of composites end here at this depth. */
const maxDepth = 6;

const WORDS = 1;
const XY_VALUES = 2;
const SCALE = 8;
const MORE = 32;
const XY_SCALE = 64;
const TWO_BY_TWO = 128;

const noBytes = new Uint8Array(0);

/** Reads glyphs of the `glyf` table by its index `loca`. */
export class GlyfReader {
  private readonly builder = new OutlineBuilder();
  /** Where the table is in the file. */
  private readonly tableAt: number;

  constructor(
    private readonly glyf: DataView,
    private readonly loca: DataView,
    private readonly longOffsets: boolean,
    private readonly count: number,
    private readonly file: FontBytes,
  ) {
    this.tableAt = glyf.byteOffset - file.bytes.byteOffset;
  }

  private locate(glyph: number): { start: number; end: number } {
    if (glyph >= this.count) return { start: 0, end: 0 };
    const start = this.longOffsets ? this.loca.getUint32(4 * glyph) : 2 * this.loca.getUint16(2 * glyph);
    const end = this.longOffsets
      ? this.loca.getUint32(4 * glyph + 4)
      : 2 * this.loca.getUint16(2 * glyph + 2);
    return { start, end };
  }

  private load(start: number, end: number): void {
    this.file.load?.(this.tableAt + start, this.tableAt + end);
  }

  /** Box of the glyph as its header gives it, without reading the contours. */
  bounds(glyph: number): Bounds {
    const { start, end } = this.locate(glyph);
    if (end <= start) return emptyBounds;
    this.load(start, end);
    const { glyf } = this;
    return {
      xMin: glyf.getInt16(start + 2),
      yMin: glyf.getInt16(start + 4),
      xMax: glyf.getInt16(start + 6),
      yMax: glyf.getInt16(start + 8),
    };
  }

  /**
   * The bytes of a glyph that has contours of its own, to be read by kernel/glyf.ts; undefined for one that is made of others.
   * They are there until the next call.
   */
  simple(glyph: number): Uint8Array | undefined {
    const { start, end } = this.locate(glyph);
    const { glyf, file, tableAt } = this;
    if (end <= start) return noBytes;
    if (end > glyf.byteLength) throw new RangeError('a glyph lies outside of its table');
    const bytes = file.peek
      ? file.peek(tableAt + start, tableAt + end)
      : file.bytes.subarray(tableAt + start, tableAt + end);
    // Of what is made of others the number of contours is negative.
    return bytes[0] < 0x80 ? bytes : undefined;
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
    else {
      this.load(start, end);
      this.addComposite(builder, start + 10, depth);
    }
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
