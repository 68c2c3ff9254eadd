import { RedianError } from '../errors.js';
import { parseColor } from './color.js';
import type { Font } from './font/font.js';
import { shapeWord } from './font/glyph-run.js';
import type { CloudLayout } from './layout.js';
import { CoverageRaster } from './raster/coverage.js';
import { blankPixels, type Pixels, paintCoverage } from './raster/paint.js';
import { rasterWord } from './word-ink.js';

/** More pixels than this would take over 1.6 GB. */
const maxPixels = 420_000_000;

/**
 * Draws a layout, pixel for pixel the same in every runtime.
 *
 * @param pixelRatio  pixels of the picture for one pixel of the layout
 */
export function layoutToPixels(layout: CloudLayout, fonts: readonly Font[], pixelRatio: number): Pixels {
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
  for (const { text, x, y, size, rotation, box, color } of layout.words) {
    const left = Math.floor(box.x * pixelRatio) - 1;
    const top = Math.floor(box.y * pixelRatio) - 1;
    raster.reset(Math.ceil(box.width * pixelRatio) + 4, Math.ceil(box.height * pixelRatio) + 4);
    const run = shapeWord(text, fonts);
    rasterWord(raster, run, size * pixelRatio, rotation, x * pixelRatio - left, y * pixelRatio - top);
    paintCoverage(pixels, raster, left, top, parseColor(color, `color of ${JSON.stringify(text)}`));
  }
  return pixels;
}
