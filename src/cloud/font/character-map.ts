/** From characters to glyphs. */
export interface CharacterMap {
  /** The glyph of a code point, 0 if the font has none. */
  readonly glyph: (codePoint: number) => number;
  /** In the file: 4, 6 or 12. */
  readonly format: number;
  /** As in the file, and what follows in the table. */
  readonly bytes: Uint8Array;
}

type Lookup = CharacterMap['glyph'];

/** Binary search for the last of `count` records that starts at or below `value`. */
function lastAtOrBelow(count: number, value: number, start: (index: number) => number): number {
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (start(middle) <= value) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

/** Format 4: segments of the Basic Multilingual Plane. */
function segments(view: DataView, at: number): Lookup {
  const doubled = view.getUint16(at + 6);
  const count = doubled >> 1;
  const ends = at + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const ranges = deltas + doubled;
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    const index = lastAtOrBelow(count, codePoint, (segment) => view.getUint16(starts + 2 * segment));
    if (index < 0 || codePoint > view.getUint16(ends + 2 * index)) return 0;
    const delta = view.getUint16(deltas + 2 * index);
    const range = view.getUint16(ranges + 2 * index);
    if (range === 0) return (codePoint + delta) & 0xffff;
    const glyphAt = ranges + 2 * index + range + 2 * (codePoint - view.getUint16(starts + 2 * index));
    const glyph = glyphAt + 2 <= view.byteLength ? view.getUint16(glyphAt) : 0;
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}

/** Format 12: groups over all planes. */
function groups(view: DataView, at: number): Lookup {
  const count = view.getUint32(at + 12);
  return (codePoint) => {
    const index = lastAtOrBelow(count, codePoint, (group) => view.getUint32(at + 16 + 12 * group));
    if (index < 0) return 0;
    const group = at + 16 + 12 * index;
    if (codePoint > view.getUint32(group + 4)) return 0;
    return view.getUint32(group + 8) + codePoint - view.getUint32(group);
  };
}

/** Format 6: one dense range. */
function denseRange(view: DataView, at: number): Lookup {
  const first = view.getUint16(at + 6);
  const count = view.getUint16(at + 8);
  return (codePoint) =>
    codePoint >= first && codePoint < first + count ? view.getUint16(at + 10 + 2 * (codePoint - first)) : 0;
}

/** By format. */
const lookups = { 4: segments, 6: denseRange, 12: groups };

/** The widest Unicode map of a `cmap` table, or undefined if it has none that can be read. */
export function readCharacterMap(table: DataView): CharacterMap | undefined {
  let best: CharacterMap | undefined;
  for (let index = 0; index < table.getUint16(2); index++) {
    const platform = table.getUint16(4 + 8 * index);
    const encoding = table.getUint16(6 + 8 * index);
    const unicode = platform === 0 ? encoding !== 5 : platform === 3 && (encoding === 1 || encoding === 10);
    if (!unicode) continue;
    const at = table.getUint32(8 + 8 * index);
    const format = table.getUint16(at);
    if (format <= (best?.format ?? 0) || !(format in lookups)) continue;
    const bytes = new Uint8Array(table.buffer, table.byteOffset + at, table.byteLength - at);
    best = { glyph: lookups[format as keyof typeof lookups](table, at), format, bytes };
  }
  return best;
}
