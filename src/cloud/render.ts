import { RedianError } from '../errors.js';
import { parseColor } from './color.js';
import { type Contour, strokeOutline } from './contour.js';
import type { Font } from './font/font.js';
import { type GlyphRun, type RunGlyph, shapeWord } from './font/glyph-run.js';
import { openKernel, wordBytes } from './kernel/kernel.js';
import type { CloudLayout, PlacedWord } from './layout.js';
import { CoverageRaster } from './raster/coverage.js';
import { expandIndexed, fitsPalette, type IndexedPixels, inkPalette } from './raster/indexed.js';
import { blankPixels, type Pixels, paintCoverage } from './raster/paint.js';
import { encodeIndexedPng, encodePng } from './raster/png.js';
import { glyphTransform, rasterWord, turn } from './word-ink.js';

/** More pixels than this would take over 1.6 GB. */
const maxPixels = 420_000_000;

/** A layout that is being drawn. */
class Painter {
  readonly width: number;
  readonly height: number;
  private readonly runs: readonly GlyphRun[];

  constructor(
    private readonly layout: CloudLayout,
    fonts: readonly Font[],
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
    this.runs = layout.words.map(({ text }) => shapeWord(text, fonts));
  }

  /** In few colours if the words have few; undefined if they need more than a palette holds. */
  indexed(): IndexedPixels | undefined {
    const { layout, contour, runs } = this;
    const inks = new Map<string, number>();
    if (contour) inks.set(contour.color, 0);
    for (const [index, { color }] of layout.words.entries()) {
      if (!inks.has(color)) inks.set(color, inks.size);
      if (!fitsPalette(inks.size) || !runs[index].glyphs.every(isPlain)) return undefined;
    }
    const colors = [...inks.keys()].map((color) => parseColor(color, 'color'));
    const { width, height } = this;
    const { palette, levels } = inkPalette(parseColor(layout.background, 'background'), colors);
    const kernel = openKernel();
    const { functions } = kernel;
    const size = height * (width + 1);
    const at = kernel.take(size);
    kernel.bytes.fill(0, at, at + size);
    functions.usePicture(at, width, height, levels);
    const raster = new CoverageRaster(kernel);
    if (contour) {
      this.rasterContour(raster, contour);
      functions.paint(width, height, 0, 0, 0);
    }
    const words = kernel.words(runs);
    for (const [index, word] of layout.words.entries()) {
      const { left, top, x, y, size } = this.rasterBox(raster, word);
      const glyphs = words + index * wordBytes;
      kernel.setGlyphs(glyphs, runs[index]);
      const { sin, cos } = turn(word.rotation);
      functions.addWord(glyphs, size, sin, cos, x, y);
      functions.paint(raster.width, raster.height, left, top, inks.get(word.color) ?? 0);
    }
    return { width, height, rows: kernel.bytes.subarray(at, at + size), palette, levels };
  }

  pixels(): Pixels {
    const { layout, contour, runs } = this;
    const raster = new CoverageRaster();
    const pixels = blankPixels(this.width, this.height, parseColor(layout.background, 'background'));
    if (contour) {
      this.rasterContour(raster, contour);
      paintCoverage(pixels, raster, 0, 0, parseColor(contour.color, 'contour.color'));
    }
    for (const [index, word] of layout.words.entries()) {
      const { left, top, x, y, size } = this.rasterBox(raster, word);
      const ink = parseColor(word.color, `color of ${JSON.stringify(word.text)}`);
      rasterWord(raster, runs[index], size, word.rotation, x, y, isPlain);
      paintCoverage(pixels, raster, left, top, ink);
      for (const glyph of runs[index].glyphs) {
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

  private rasterContour(raster: CoverageRaster, { lines, width }: Contour): void {
    const { pixelRatio } = this;
    raster.reset(this.width, this.height);
    const transform = { a: pixelRatio, b: 0, c: 0, d: pixelRatio, e: 0, f: 0 };
    raster.add(strokeOutline(lines, width), transform);
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

/** The same pixels as a PNG file, of palette entries where that is possible. */
export function layoutToPng(
  layout: CloudLayout,
  fonts: readonly Font[],
  pixelRatio: number,
  contour?: Contour,
): Promise<Uint8Array> {
  const painter = new Painter(layout, fonts, pixelRatio, contour);
  const picture = painter.indexed();
  return picture ? encodeIndexedPng(picture) : encodePng(painter.pixels());
}
