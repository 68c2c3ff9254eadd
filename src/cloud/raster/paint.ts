import type { Rgba } from '../color.js';
import type { CoverageRaster } from './coverage.js';

/** RGBA bytes, row by row, alpha not multiplied in. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** A picture of one colour. */
export function blankPixels(width: number, height: number, [red, green, blue, alpha]: Rgba): Pixels {
  const data = new Uint8ClampedArray(4 * width * height);
  const whole = new Uint32Array(data.buffer);
  const pixel = new Uint8Array([red, green, blue, alpha]);
  whole.fill(new Uint32Array(pixel.buffer)[0]);
  return { width, height, data };
}

let coverage = new Float32Array(0);

/** Paints what the raster holds in one colour, its upper left corner at (left, top). */
export function paintCoverage(
  pixels: Pixels,
  raster: CoverageRaster,
  left: number,
  top: number,
  [red, green, blue, alpha]: Rgba,
): void {
  const { width, height } = raster;
  if (coverage.length < width * height) coverage = new Float32Array(Math.ceil(width * height * 1.5));
  raster.read(coverage);
  const { data } = pixels;
  const fromRow = Math.max(0, -top);
  const toRow = Math.min(height, pixels.height - top);
  const fromColumn = Math.max(0, -left);
  const toColumn = Math.min(width, pixels.width - left);
  const opaque = alpha / 255;
  for (let row = fromRow; row < toRow; row++) {
    let at = 4 * ((top + row) * pixels.width + left + fromColumn);
    let from = row * width + fromColumn;
    for (let column = fromColumn; column < toColumn; column++, at += 4) {
      const cover = coverage[from++] * opaque;
      if (cover < 1 / 510) continue;
      const under = data[at + 3] / 255;
      const over = cover + under * (1 - cover);
      const share = cover / over;
      data[at] += (red - data[at]) * share;
      data[at + 1] += (green - data[at + 1]) * share;
      data[at + 2] += (blue - data[at + 2]) * share;
      data[at + 3] = 255 * over;
    }
  }
}
