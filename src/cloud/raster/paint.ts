import type { Rgba } from '../color.js';
import { FULL } from '../kernel/raster.js';
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

/** Paints what the raster holds in one colour, its upper left corner at (left, top). */
export function paintCoverage(
  pixels: Pixels,
  raster: CoverageRaster,
  left: number,
  top: number,
  [red, green, blue, alpha]: Rgba,
): void {
  const { sums, stride } = raster.accumulated;
  const { data } = pixels;
  const fromRow = Math.max(0, -top);
  const toRow = Math.min(raster.height, pixels.height - top);
  const toColumn = Math.min(raster.width, pixels.width - left);
  const opaque = alpha / 255;
  const share = opaque / FULL;
  for (let row = fromRow; row < toRow; row++) {
    let sum = 0;
    const base = row * stride;
    const line = 4 * ((top + row) * pixels.width + left);
    for (let column = 0; column < toColumn; column++) {
      sum += sums[base + column];
      if (sum === 0) continue;
      const magnitude = sum < 0 ? -sum : sum;
      const cover = magnitude >= FULL ? opaque : magnitude * share;
      if (cover < 1 / 510 || column < -left) continue;
      const at = line + 4 * column;
      if (cover > 0.998) {
        data[at] = red;
        data[at + 1] = green;
        data[at + 2] = blue;
        data[at + 3] = 255;
        continue;
      }
      const under = data[at + 3] / 255;
      const over = cover + under * (1 - cover);
      const part = cover / over;
      data[at] += (red - data[at]) * part;
      data[at + 1] += (green - data[at + 1]) * part;
      data[at + 2] += (blue - data[at + 2]) * part;
      data[at + 3] = 255 * over;
    }
  }
}
