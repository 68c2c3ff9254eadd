import type { CharacterMap } from './font/character-map.js';
import type { Font } from './font/font.js';
import { OUTLINE_HEADER } from './kernel/glyf.js';
import { FONT_BYTES, KNOWN_BYTES, METRICS_BYTES } from './kernel/text.js';
import type { Kernel } from './kernel.js';

/** More than a font has glyphs. */
const GLYPHS = 65536;

/** The signed integer at some bytes, 0 beyond the end. */
function i16At(bytes: Uint8Array, at: number): number {
  return ((bytes[at] << 24) | (bytes[at + 1] << 16)) >> 16;
}

/** What the kernel reads of a character map; undefined if it cannot read it, or the map is cut off. */
function readableMap({ format, bytes }: CharacterMap): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 16) return undefined;
  if (format === 4) return 16 + 4 * view.getUint16(6) <= bytes.length ? bytes : undefined;
  if (format !== 12) return undefined;
  const length = 16 + 12 * view.getUint32(12);
  return length <= bytes.length ? bytes.subarray(0, length) : undefined;
}

/** The fonts in the memory of the kernel, as ./kernel/text.ts reads them: of each the character map and the glyphs that were asked for. */
export class KernelFonts {
  private readonly known = new Map<Font, number>();
  /** Whether something found no room. */
  isFull = false;

  /** Where the next one goes, and where the room ends. */
  private next: number;
  private readonly end: number;

  constructor(
    private readonly kernel: Kernel,
    room: { readonly start: number; readonly end: number },
  ) {
    this.next = room.start;
    this.end = room.end;
  }

  /** Makes these the fonts in which words are set, and brings all of their glyphs that a text has. */
  use(list: readonly Font[], text: number, end: number): void {
    const { kernel } = this;
    // Those with colours are for emoji, which are set elsewhere.
    const plain = list.filter((font) => !font.isColored);
    const addresses = plain.map((font) => this.address(font));
    const usable = addresses.includes(0) ? [] : addresses;
    const at = kernel.take(4 * usable.length);
    kernel.ints.set(usable, at >> 2);
    kernel.functions.useFonts(at, usable.length, kernel.take(KNOWN_BYTES));
    const wanted = kernel.take(8 * (end - text));
    const count = kernel.functions.missingGlyphs(text, end, wanted);
    const pairs = kernel.ints.subarray(wanted >> 2, (wanted >> 2) + 2 * count);
    // In the order of the file, which is read through a window.
    const order = new Float64Array(count);
    for (let index = 0; index < count; index++)
      order[index] = GLYPHS * pairs[2 * index] + pairs[2 * index + 1];
    for (const pair of order.sort()) {
      const index = Math.floor(pair / GLYPHS);
      this.bring(plain[index], addresses[index], pair % GLYPHS);
    }
  }

  /** Where a font is, brought if need be; 0 if it cannot be here. */
  private address(font: Font): number {
    const known = this.known.get(font);
    if (known !== undefined) return known;
    const { kernel } = this;
    const { characterMap, glyphCount } = font;
    const map = readableMap(characterMap);
    if (!map) return 0;
    const at = this.take(FONT_BYTES);
    const mapAt = this.take(map.length);
    const glyphs = this.take(4 * glyphCount);
    if (glyphs === 0) return 0;
    kernel.bytes.set(map, mapAt);
    kernel.bytes.fill(0, glyphs, glyphs + 4 * glyphCount);
    kernel.ints.set([characterMap.format, mapAt, mapAt + map.length, glyphs, glyphCount], at >> 2);
    kernel.doubles[(at >> 3) + 3] = font.unitsPerEm;
    this.known.set(font, at);
    return at;
  }

  /** Brings a glyph. One without room, or that is damaged, stays away: words that have it are set elsewhere. */
  private bring(font: Font, address: number, glyph: number): void {
    const { kernel } = this;
    const data = font.simpleGlyph(glyph);
    const at = data ? kernel.temporarily(() => this.readGlyph(data, font)) : this.copyOutline(font, glyph);
    if (at === 0) return;
    kernel.doubles[at >> 3] = font.advance(glyph);
    kernel.ints[(kernel.ints[(address >> 2) + 3] >> 2) + glyph] = at;
  }

  /** Reads a glyph of TrueType, and the box in its header, to where they stay. */
  private readGlyph(data: Uint8Array, font: Font): number {
    const { kernel } = this;
    const { functions } = kernel;
    const from = kernel.take(data.length);
    const end = from + data.length;
    kernel.bytes.set(data, from);
    const room = data.length === 0 ? OUTLINE_HEADER : functions.outlineBytes(from, end);
    const at = room < 0 ? 0 : this.take(METRICS_BYTES + room);
    if (at === 0) return 0;
    const to = at + METRICS_BYTES;
    const { doubles } = kernel;
    const box = at >> 3;
    for (let side = 1; side <= 4; side++) doubles[box + side] = i16At(data, 2 * side);
    if (data.length === 0) {
      kernel.ints[to >> 2] = 0;
      return at;
    }
    const work = kernel.take(functions.glyphWorkBytes(from, end));
    const last = functions.readGlyph(from, end, font.unitsPerEm, work, to);
    this.next = Math.ceil(Math.max(last, at) / 16) * 16;
    return last === 0 ? 0 : at;
  }

  /** Copies a glyph that is made of others, or of another format. */
  private copyOutline(font: Font, glyph: number): number {
    const outline = font.outline(glyph);
    const at = this.take(METRICS_BYTES + OUTLINE_HEADER + outline.kinds.length);
    const points = this.take(4 * outline.points.length);
    if (points === 0) return 0;
    this.kernel.writeOutline(outline, font.unitsPerEm, at + METRICS_BYTES, points);
    const { xMin, yMin, xMax, yMax } = font.bounds(glyph);
    this.kernel.doubles.set([xMin, yMin, xMax, yMax], (at >> 3) + 1);
    return at;
  }

  /** The address of so many bytes that stay; 0 if there is no room for them. */
  private take(bytes: number): number {
    const at = this.next;
    const end = Math.ceil((at + bytes + 1) / 16) * 16;
    if (end > this.end) {
      this.isFull = true;
      return 0;
    }
    this.next = end;
    return at;
  }
}
