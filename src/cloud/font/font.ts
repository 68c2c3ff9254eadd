import type { SparseFile } from '../../base/sparse-file.js';
import { describeValue, RedianError } from '../../errors.js';
import { CffReader } from './cff.js';
import { type CharacterMap, readCharacterMap } from './character-map.js';
import { type ColorLayer, ColorLayers } from './color-layers.js';
import { GlyfReader } from './glyf.js';
import { Ligatures } from './ligatures.js';
import { type Bounds, type Outline, unionBounds } from './outline.js';
import { type FontBytes, fontError, readTables } from './sfnt.js';

function required(tables: ReadonlyMap<string, DataView>, tag: string, name: string): DataView {
  const table = tables.get(tag);
  if (!table) throw fontError(name, `it has no table ${tag}`);
  return table;
}

/** Where glyphs are drawn from: lengths in font units, y upwards. */
interface GlyphSource {
  bounds(glyph: number): Bounds;
  /** See {@link GlyfReader.simple}. */
  simple?(glyph: number): Uint8Array | undefined;
  outline(glyph: number): Outline;
}

/** The outlines of a font: TrueType's, else those of the Compact Font Format. */
function openGlyphs(
  tables: ReadonlyMap<string, DataView>,
  unitsPerEm: number,
  name: string,
  file: FontBytes,
): GlyphSource {
  const glyf = tables.get('glyf');
  const cff = tables.get('CFF ');
  if (!glyf && cff) return new CffReader(cff, unitsPerEm, name);
  if (!glyf) {
    const found = tables.has('CFF2') ? 'CFF2 (variable)' : tables.has('CBDT') ? 'only bitmaps' : 'none';
    throw fontError(name, `expected outlines in a table glyf or CFF, found ${found}`);
  }
  const count = required(tables, 'maxp', name).getUint16(4);
  const long = required(tables, 'head', name).getInt16(50) === 1;
  const loca = required(tables, 'loca', name);
  if (loca.byteLength < (count + 1) * (long ? 4 : 2)) {
    throw fontError(name, `its table loca is too short for ${count} glyphs`);
  }
  return new GlyfReader(glyf, loca, long, count, file);
}

/** What setting a word asks of a character, lengths in ems. */
export interface CharacterMetrics {
  readonly glyph: number;
  readonly advance: number;
  readonly bounds: Bounds;
}

/**
 * A TrueType or OpenType font, read as far as it is asked: the directory at once, a glyph when it is wanted.
 *
 * The outlines are read here rather than by a canvas so that a layout has the same bytes in every runtime.
 */
export class Font {
  /** What the font is called in messages and results. */
  readonly name: string;
  /** Font units in one em. */
  readonly unitsPerEm: number;
  /**
   * From code points to glyphs, as the layout's kernel reads it.
   * @internal
   */
  readonly characterMap: CharacterMap;
  readonly glyphCount: number;
  private readonly glyphs: GlyphSource;
  private readonly metrics: DataView;
  private readonly metricCount: number;
  private readonly colors: ColorLayers | undefined;
  private readonly gsub: DataView | undefined;
  private ligatures: Ligatures | undefined;
  private readonly known = new Map<number, CharacterMetrics | undefined>();
  private readonly outlines = new Map<number, Outline>();
  private readonly layersOf = new Map<number, readonly ColorLayer[] | undefined>();

  private constructor(
    private readonly file: FontBytes,
    name: string,
    index: number,
  ) {
    this.name = name;
    const tables = readTables(file, name, index);
    const head = required(tables, 'head', name);
    this.unitsPerEm = head.getUint16(18);
    if (this.unitsPerEm < 16) throw fontError(name, `${this.unitsPerEm} units per em are too few`);
    const characters = readCharacterMap(required(tables, 'cmap', name));
    if (!characters) throw fontError(name, 'its table cmap has no Unicode map of format 4, 6 or 12');
    this.characterMap = characters;
    this.glyphCount = required(tables, 'maxp', name).getUint16(4);
    this.metrics = required(tables, 'hmtx', name);
    this.metricCount = required(tables, 'hhea', name).getUint16(34);
    if (this.metricCount === 0 || 4 * this.metricCount > this.metrics.byteLength) {
      throw fontError(name, `its table hmtx is too short for ${this.metricCount} advances`);
    }
    const colr = tables.get('COLR');
    const cpal = tables.get('CPAL');
    this.colors = colr && cpal ? new ColorLayers(colr, cpal) : undefined;
    this.gsub = tables.get('GSUB');
    this.glyphs = openGlyphs(tables, this.unitsPerEm, name, file);
  }

  /**
   * Opens a font from the bytes of a file with outlines of TrueType (.ttf) or of the Compact Font Format (.otf), or of a
   * collection of such (.ttc, .otc).
   *
   * @param name  what messages call it; default "(bytes)".
   * @param index  which font of a collection, from 0. Default 0.
   * @throws {RedianError} INVALID_MEDIA if it is damaged or of another format.
   */
  static parse(bytes: Uint8Array, name = '(bytes)', index = 0): Font {
    if (!(bytes instanceof Uint8Array)) {
      throw new RedianError('INVALID_ARGUMENT', `font ${name}: expected bytes, got ${describeValue(bytes)}`);
    }
    return guarded(name, () => new Font({ bytes }, name, index));
  }

  /**
   * Opens a font whose glyphs are read from the file when they are wanted.
   * @internal
   */
  static ofFile(file: SparseFile, name: string): Font {
    return guarded(name, () => new Font(file, name, 0));
  }

  /** The bytes of the file. */
  get bytes(): Uint8Array {
    const { bytes } = this.file;
    this.file.load?.(0, bytes.length);
    return bytes;
  }

  /** Glyph, advance and ink box of a code point in ems, undefined if the font has no glyph for it; kept once read. */
  character(codePoint: number): CharacterMetrics | undefined {
    const known = this.known.get(codePoint);
    if (known !== undefined || this.known.has(codePoint)) return known;
    const glyph = this.glyph(codePoint);
    const metrics = glyph === 0 ? undefined : this.measure(glyph);
    this.known.set(codePoint, metrics);
    return metrics;
  }

  private measure(glyph: number): CharacterMetrics {
    const em = this.unitsPerEm;
    const { xMin, yMin, xMax, yMax } = this.bounds(glyph);
    const bounds = { xMin: xMin / em, yMin: yMin / em, xMax: xMax / em, yMax: yMax / em };
    return { glyph, advance: this.advance(glyph) / em, bounds };
  }

  /** The one glyph that the font has for a sequence of code points, by its ligatures; undefined if it has none. */
  sequence(codePoints: readonly number[]): CharacterMetrics | undefined {
    const { gsub, name } = this;
    const glyphs = codePoints.map((codePoint) => this.glyph(codePoint));
    if (!gsub || glyphs.includes(0)) return undefined;
    return guarded(name, () => {
      this.ligatures ??= Ligatures.read(gsub);
      const joined = this.ligatures.apply(glyphs);
      return joined.length === 1 ? this.measure(joined[0]) : undefined;
    });
  }

  /** Glyph of a code point, 0 if the font has none. */
  glyph(codePoint: number): number {
    return guarded(this.name, () => this.characterMap.glyph(codePoint));
  }

  /** Advance of a glyph in font units. */
  advance(glyph: number): number {
    return this.metrics.getUint16(4 * Math.min(glyph, this.metricCount - 1));
  }

  /** Ink box of a glyph in font units, y upwards. */
  bounds(glyph: number): Bounds {
    const layers = this.layers(glyph);
    if (!layers) return guarded(this.name, () => this.glyphs.bounds(glyph));
    const boxes = layers.map((layer) => this.bounds(layer.glyph)).filter(({ xMin, xMax }) => xMax > xMin);
    return unionBounds(boxes);
  }

  /** Whether the font has colour glyphs, as emoji fonts do. */
  get isColored(): boolean {
    return this.colors !== undefined;
  }

  /** Layers of a colour glyph, undefined for a glyph that takes the colour of the text. */
  layers(glyph: number): readonly ColorLayer[] | undefined {
    const { colors, layersOf } = this;
    if (!colors) return undefined;
    if (!layersOf.has(glyph))
      layersOf.set(
        glyph,
        guarded(this.name, () => colors.layers(glyph)),
      );
    return layersOf.get(glyph);
  }

  /** The bytes of a glyph that kernel/glyf.ts can read; undefined for any other. */
  simpleGlyph(glyph: number): Uint8Array | undefined {
    return guarded(this.name, () => this.glyphs.simple?.(glyph));
  }

  /** Contours of a glyph in font units, y upwards; kept once read. */
  outline(glyph: number): Outline {
    const known = this.outlines.get(glyph);
    if (known) return known;
    const outline = guarded(this.name, () => this.glyphs.outline(glyph));
    this.outlines.set(glyph, outline);
    return outline;
  }
}

/** A damaged font makes a DataView read out of its range; the caller is told of the font instead. */
function guarded<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError)
      throw fontError(name, 'it is damaged: a table points outside itself', error);
    throw error;
  }
}
