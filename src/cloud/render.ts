import { RedianError } from '../errors.js';
import { parseColor } from './color.js';
import { type Contour, strokeOutline } from './contour.js';
import type { Font } from './font/font.js';
import { type RunGlyph, shapeWord } from './font/glyph-run.js';
import { type Kernel, openKernel } from './kernel/kernel.js';
import { WORD_BYTES } from './kernel/text.js';
import type { CloudLayout, PlacedWord } from './layout.js';
import { CoverageRaster } from './raster/coverage.js';
import { expandIndexed, fitsPalette, type IndexedPicture, inkPalette } from './raster/indexed.js';
import { blankPixels, type Pixels, paintCoverage } from './raster/paint.js';
import { encodeIndexedPng, encodePng, type PngPieces } from './raster/png.js';
import { glyphTransform, rasterWord, turn } from './word-ink.js';

/** More pixels than this would take over 1.6 GB. */
const maxPixels = 420_000_000;

/** About so many pixels are painted at a time. */
const bandPixels = 1 << 18;

/** A layout that is being drawn. */
class Painter {
  readonly width: number;
  readonly height: number;

  constructor(
    private readonly layout: CloudLayout,
    private readonly fonts: readonly Font[],
    private readonly pixelRatio: number,
    private readonly contour: Contour | undefined,
  ) {
    this.width = Math.max(1, Math.round(layout.width * pixelRatio));
    this.height = Math.max(1, Math.round(layout.height * pixelRatio));
    if (this.width * this.height > maxPixels) {
      throw new RedianError(
        'INVALID_ARGUMENT',
        `width, height, pixelRatio: expected at most ${maxPixels} pixels, got ${this.width}x${this.height}`,
      );
    }
  }

  /** In few colours if the words have few; undefined if they need more than a palette holds. */
  indexed(): IndexedPicture | undefined {
    const { layout, contour, fonts, pixelRatio, width, height } = this;
    const inks = new Map<string, number>();
    if (contour) inks.set(contour.color, 0);
    for (const { color } of layout.words) if (!inks.has(color)) inks.set(color, inks.size);
    if (!fitsPalette(inks.size)) return undefined;
    const kernel = openKernel();
    const { functions } = kernel;
    const { at: words, runs } = kernel.setWords(
      layout.words.map(({ text }) => text),
      fonts,
    );
    for (const { glyphs } of runs.values()) if (!glyphs.every(isPlain)) return undefined;
    const colors = [...inks.keys()].map((color) => parseColor(color, 'color'));
    const { palette, levels } = inkPalette(parseColor(layout.background, 'background'), colors);
    this.writeWords(kernel, words, inks);
    const bandRows = Math.min(height, Math.ceil(bandPixels / width));
    const band = kernel.take(bandRows * (width + 1));
    const count = layout.words.length;
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
  private writeWords({ doubles, ints }: Kernel, words: number, inks: ReadonlyMap<string, number>): void {
    const list = this.layout.words;
    for (let index = 0, word = words; index < list.length; index++, word += WORD_BYTES) {
      const { x, y, size, rotation, box, color } = list[index];
      const at = word >> 3;
      ints[(word >> 2) + 15] = inks.get(color) ?? 0;
      doubles[at + 8] = size;
      doubles[at + 9] = x;
      doubles[at + 10] = y;
      doubles[at + 11] = box.x;
      doubles[at + 12] = box.y;
      doubles[at + 13] = box.width;
      doubles[at + 14] = box.height;
      doubles[at + 5] = 0;
      doubles[at + 6] = 1;
      if (rotation === 0) continue;
      const { sin, cos } = turn(rotation);
      doubles[at + 5] = sin;
      doubles[at + 6] = cos;
    }
  }

  pixels(): Pixels {
    const { layout, contour } = this;
    const raster = new CoverageRaster();
    const pixels = blankPixels(this.width, this.height, parseColor(layout.background, 'background'));
    if (contour) {
      this.contourRaster(raster, contour)(0, this.height);
      paintCoverage(pixels, raster, 0, 0, parseColor(contour.color, 'contour.color'));
    }
    for (const word of layout.words) {
      const run = shapeWord(word.text, this.fonts);
      const { left, top, x, y, size } = this.rasterBox(raster, word);
      const ink = parseColor(word.color, `color of ${JSON.stringify(word.text)}`);
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
  private rasterBox(raster: CoverageRaster, { x, y, size, box }: PlacedWord) {
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
 * Draws a layout, pixel for pixel the same in every runtime.
 *
 * @param pixelRatio  pixels of the picture for one pixel of the layout
 */
export function layoutToPixels(
  layout: CloudLayout,
  fonts: readonly Font[],
  pixelRatio: number,
  contour?: Contour,
): Pixels {
  const painter = new Painter(layout, fonts, pixelRatio, contour);
  const picture = painter.indexed();
  return picture ? expandIndexed(picture) : painter.pixels();
}

/**
 * The same pixels as a PNG file, of palette entries where that is possible: then at once, and in the memory of the kernel, where
 * they are lost when that is opened again.
 */
export function layoutToPng(
  layout: CloudLayout,
  fonts: readonly Font[],
  pixelRatio: number,
  contour?: Contour,
): PngPieces | Promise<PngPieces> {
  const painter = new Painter(layout, fonts, pixelRatio, contour);
  const picture = painter.indexed();
  return picture ? encodeIndexedPng(picture) : encodePng(painter.pixels());
}
