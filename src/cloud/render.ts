import { RedianError } from '../errors.js';
import { parseColor } from './color.js';
import { type Contour, strokeOutline } from './contour.js';
import type { Font } from './font/font.js';
import { type RunGlyph, shapeWord } from './font/glyph-run.js';
import type { CloudLayout } from './layout.js';
import { CoverageRaster } from './raster/coverage.js';
import { blankPixels, type Pixels, paintCoverage } from './raster/paint.js';
import { glyphTransform, rasterWord } from './word-ink.js';

/** More pixels than this would take over 1.6 GB. */
const maxPixels = 420_000_000;

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
  const width = Math.max(1, Math.round(layout.width * pixelRatio));
  const height = Math.max(1, Math.round(layout.height * pixelRatio));
  if (width * height > maxPixels) {
    throw new RedianError(
      'INVALID_ARGUMENT',
      `width, height, pixelRatio: expected at most ${maxPixels} pixels, got ${width}x${height}`,
    );
  }
  const pixels = blankPixels(width, height, parseColor(layout.background, 'background'));
  const raster = new CoverageRaster();
  if (contour) {
    raster.reset(width, height);
    raster.add(strokeOutline(contour.lines, contour.width), {
      a: pixelRatio,
      b: 0,
      c: 0,
      d: pixelRatio,
      e: 0,
      f: 0,
    });
    paintCoverage(pixels, raster, 0, 0, parseColor(contour.color, 'contour.color'));
  }
  for (const { text, x, y, size, rotation, box, color } of layout.words) {
    const left = Math.floor(box.x * pixelRatio) - 1;
    const top = Math.floor(box.y * pixelRatio) - 1;
    const wide = Math.ceil(box.width * pixelRatio) + 4;
    const tall = Math.ceil(box.height * pixelRatio) + 4;
    const [startX, startY] = [x * pixelRatio - left, y * pixelRatio - top];
    const scaled = size * pixelRatio;
    const run = shapeWord(text, fonts);
    const ink = parseColor(color, `color of ${JSON.stringify(text)}`);
    raster.reset(wide, tall);
    rasterWord(raster, run, scaled, rotation, startX, startY, isPlain);
    paintCoverage(pixels, raster, left, top, ink);
    for (const glyph of run.glyphs) {
      const transform = glyphTransform(glyph, scaled, rotation, startX, startY);
      for (const layer of glyph.font.layers(glyph.glyph) ?? []) {
        raster.reset(wide, tall);
        raster.add(glyph.font.outline(layer.glyph), transform);
        paintCoverage(pixels, raster, left, top, layer.color ?? ink);
      }
    }
  }
  return pixels;
}

function isPlain({ font, glyph }: RunGlyph): boolean {
  return font.layers(glyph) === undefined;
}
