import type { Rgba } from '../color.js';
import type { Pixels } from './paint.js';

/**
 * A picture of at most 256 colours, one byte a pixel: a quarter of the memory, and a third of the file.
 *
 * Entry 0 of the palette is the ground; after it each ink has `levels` entries from faint to full, for its edges.
 * Each row begins with a byte of 0, which is where PNG wants the name of the row's filter (none).
 */
export interface IndexedPixels {
  readonly width: number;
  readonly height: number;
  /** `height` rows of `width + 1` bytes, in the memory of the kernel: lost when that is opened again. */
  readonly rows: Uint8Array<ArrayBuffer>;
  /** RGBA, four bytes an entry, alpha not multiplied in. */
  readonly palette: Uint8Array;
  readonly levels: number;
}

/** With fewer steps than this between ground and ink, edges would look stepped. */
const leastLevels = 15;

/** Whether so many inks leave enough steps for smooth edges. */
export function fitsPalette(inks: number): boolean {
  return inks * leastLevels <= 255;
}

/** The palette for the given inks, of which {@link fitsPalette} must hold. */
export function inkPalette(ground: Rgba, inks: readonly Rgba[]): Pick<IndexedPixels, 'palette' | 'levels'> {
  const levels = Math.floor(255 / Math.max(1, inks.length));
  const palette = new Uint8Array(4 * (1 + levels * inks.length));
  palette.set(ground);
  for (const [index, ink] of inks.entries()) {
    for (let level = 1; level <= levels; level++) {
      palette.set(mixed(ground, ink, level / levels), 4 * (index * levels + level));
    }
  }
  return { palette, levels };
}

/** A share of the ink over the ground. */
function mixed(ground: Rgba, ink: Rgba, share: number): Rgba {
  const cover = (share * ink[3]) / 255;
  const over = cover + (ground[3] / 255) * (1 - cover);
  const part = over > 0 ? cover / over : 0;
  const channel = (at: 0 | 1 | 2) => Math.round(ground[at] + (ink[at] - ground[at]) * part);
  return [channel(0), channel(1), channel(2), Math.round(255 * over)];
}

/** The same picture as RGBA. */
export function expandIndexed({ width, height, rows, palette }: IndexedPixels): Pixels {
  const data = new Uint8ClampedArray(4 * width * height);
  const whole = new Uint32Array(data.buffer);
  const colors = new Uint32Array(palette.slice().buffer);
  let to = 0;
  let from = 0;
  for (let row = 0; row < height; row++) {
    from++;
    for (let column = 0; column < width; column++) whole[to++] = colors[rows[from++]];
  }
  return { width, height, data };
}
