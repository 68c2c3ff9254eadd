import { RedianError } from '../errors.js';
import type { Arrangement } from './arrangement.js';
import type { UncoloredWord } from './cloud-layout.js';
import { parseColor } from './color.js';
import { type Contour, strokeOutline } from './contour.js';
import type { Font } from './font/font.js';
import { type RunGlyph, shapeWord } from './font/glyph-run.js';
import { WORD_BYTES } from './kernel/text.js';
import { type Kernel, openKernel } from './kernel.js';
import { setWords } from './kernel-words.js';
import { CoverageRaster } from './raster/coverage.js';
import { expandIndexed, fitsPalette, type IndexedPicture, inkPalette } from './raster/indexed.js';
import { blankPixels, type Pixels, paintCoverage } from './raster/paint.js';
import { encodeIndexedPng, encodePng, type PngPieces } from './raster/png.js';
import { glyphTransform, rasterWord, turn } from './word-ink.js';

/** More pixels than this would take over 1.6 GB. */
const maxPixels = 420_000_000;

/** About so many pixels are painted at a time. */
const bandPixels = 1 << 18;

/** An arrangement that is being drawn. */
class Painter {
  readonly width: number;
  readonly height: number;

  constructor(
    private readonly arrangement: Arrangement,
    private readonly fonts: readonly Font[],
    private readonly pixelRatio: number,
    private readonly contour: Contour | undefined,
  ) {
    this.width = Math.max(1, Math.round(arrangement.width * pixelRatio));
    this.height = Math.max(1, Math.round(arrangement.height * pixelRatio));
    if (this.width * this.height > maxPixels) {
      throw new RedianError(
        'INVALID_ARGUMENT',
        `width, height, pixelRatio: expected at most ${maxPixels} pixels, got ${this.width}x${this.height}`,
      );
    }
  }

  /** In few colours if the words have few; undefined if they need more than a palette holds. */
  indexed(): IndexedPicture | undefined {
    const { arrangement, contour, fonts, pixelRatio, width, height } = this;
    const { placed, background } = arrangement;
    const inks = new Map<string, number>();
    if (contour) inks.set(contour.color, 0);
    for (const ink of arrangement.inks) if (!inks.has(ink)) inks.set(ink, inks.size);
    if (!fitsPalette(inks.size)) return undefined;
    const kernel = openKernel();
    const { functions } = kernel;
    const { count } = placed;
    const { at: words, runs } = setWords(kernel, placed.texts(), fonts);
    for (const { glyphs } of runs.values()) if (!glyphs.every(isPlain)) return undefined;
    const colors = [...inks.keys()].map((color) => parseColor(color, 'color'));
    const { palette, levels } = inkPalette(kernel, parseColor(background, 'background'), colors);
    this.writeWords(kernel, words, inks);
    const bandRows = Math.min(height, Math.ceil(bandPixels / width));
    const band = kernel.take(bandRows * (width + 1));
    const raster = kernel.take(functions.paintingBytes(words, count, pixelRatio, bandRows));
    const edge = contour && this.contourRaster(new CoverageRaster(kernel), contour);
    const paintBand = (first: number, end: number) => {
      functions.useBand(band, width, first, end, levels);
      if (edge) {
        edge(first, end);
        functions.paint(width, 0, 0, 0);
      }
      functions.paintWords(words, count, pixelRatio, raster);
      return band;
    };
    return { width, height, palette, levels, kernel, bandRows, paintBand };
  }

  /** What `paintWords` asks of each word. */
  private writeWords(kernel: Kernel, words: number, inks: ReadonlyMap<string, number>): void {
    const { placed, inks: names, inkOf } = this.arrangement;
    const { count, places, boxes } = placed;
    const placesAt = kernel.take(places.byteLength);
    const boxesAt = kernel.take(boxes.byteLength);
    const inksAt = kernel.take(inkOf.byteLength);
    const { doubles, ints } = kernel;
    doubles.set(places, placesAt >> 3);
    doubles.set(boxes, boxesAt >> 3);
    const indices = names.map((name) => inks.get(name) ?? 0);
    for (let index = 0; index < count; index++) ints[(inksAt >> 2) + index] = indices[inkOf[index]];
    kernel.functions.usePlaces(words, count, placesAt, boxesAt, inksAt);
    if (!placed.isTurned) return;
    for (let index = 0, at = words >> 3; index < count; index++, at += WORD_BYTES >> 3) {
      const { sin, cos } = turn(placed.rotation(index));
      doubles[at + 5] = sin;
      doubles[at + 6] = cos;
    }
  }

  pixels(): Pixels {
    const { contour } = this;
    const { placed, inks, inkOf, background } = this.arrangement;
    const raster = new CoverageRaster();
    const pixels = blankPixels(this.width, this.height, parseColor(background, 'background'));
    if (contour) {
      this.contourRaster(raster, contour)(0, this.height);
      paintCoverage(pixels, raster, 0, 0, parseColor(contour.color, 'contour.color'));
    }
    for (let index = 0; index < placed.count; index++) {
      const word = placed.word(index);
      const run = shapeWord(word.text, this.fonts);
      const { left, top, x, y, size } = this.rasterBox(raster, word);
      const ink = parseColor(inks[inkOf[index]], `color of ${JSON.stringify(word.text)}`);
      rasterWord(raster, run, size, word.rotation, x, y, isPlain);
      paintCoverage(pixels, raster, left, top, ink);
      for (const glyph of run.glyphs) {
        const transform = glyphTransform(glyph, size, word.rotation, x, y);
        for (const layer of glyph.font.layers(glyph.glyph) ?? []) {
          raster.reset(raster.width, raster.height);
          raster.add(glyph.font.outline(layer.glyph), transform);
          paintCoverage(pixels, raster, left, top, layer.color ?? ink);
        }
      }
    }
    return pixels;
  }

  /** Fills a raster with what rows [first, end) have of the contour. */
  private contourRaster(raster: CoverageRaster, { lines, width }: Contour) {
    const { pixelRatio } = this;
    const outline = strokeOutline(lines, width);
    const transform = { a: pixelRatio, b: 0, c: 0, d: pixelRatio, e: 0, f: 0 };
    return (first: number, end: number): void => {
      raster.resetRows(this.width, first, end);
      raster.add(outline, transform);
    };
  }

  /** Empties the raster for a word: where it lies in the picture, and where the word starts in it. */
  private rasterBox(raster: CoverageRaster, { x, y, size, box }: UncoloredWord) {
    const { pixelRatio } = this;
    const left = Math.floor(box.x * pixelRatio) - 1;
    const top = Math.floor(box.y * pixelRatio) - 1;
    raster.reset(Math.ceil(box.width * pixelRatio) + 4, Math.ceil(box.height * pixelRatio) + 4);
    return { left, top, x: x * pixelRatio - left, y: y * pixelRatio - top, size: size * pixelRatio };
  }
}

function isPlain({ font, glyph }: RunGlyph): boolean {
  return font.layers(glyph) === undefined;
}

/**
 * Draws an arrangement, pixel for pixel the same in every runtime.
 *
 * @param pixelRatio  pixels of the picture for one pixel of the layout
 */
export function drawPixels(
  arrangement: Arrangement,
  fonts: readonly Font[],
  pixelRatio: number,
  contour?: Contour,
): Pixels {
  const painter = new Painter(arrangement, fonts, pixelRatio, contour);
  const picture = painter.indexed();
  return picture ? expandIndexed(picture) : painter.pixels();
}

/**
 * The same pixels as a PNG file, of palette entries where that is possible: then at once, and in the memory of the kernel, where
 * they are lost when that is opened again.
 */
export function drawPng(
  arrangement: Arrangement,
  fonts: readonly Font[],
  pixelRatio: number,
  contour?: Contour,
): PngPieces | Promise<PngPieces> {
  const painter = new Painter(arrangement, fonts, pixelRatio, contour);
  const picture = painter.indexed();
  return picture ? encodeIndexedPng(picture) : encodePng(painter.pixels());
}
