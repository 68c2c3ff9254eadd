import type { Rgba } from '../color.js';
import type { Kernel } from '../kernel.js';
import type { Pixels } from './paint.js';

/**
 * A picture of at most 256 colours, one byte a pixel: a third of the file. It is painted in bands of some rows in one
 * piece of memory, which is touched for the first time once.
 *
 * Entry 0 of the palette is the ground; after it each ink has `levels` entries from faint to full, for its edges.
 * Each row begins with a byte where PNG wants the name of the row's filter.
 */
export interface IndexedPicture extends InkPalette {
  readonly width: number;
  readonly height: number;
  /** In whose memory it is painted: valid until that is opened again. */
  readonly kernel: Kernel;
  /** How many rows a band has at most. */
  readonly bandRows: number;
  /** Paints rows [first, end): their address, `width + 1` bytes each, until the next are painted. */
  readonly paintBand: (first: number, end: number) => number;
}

interface InkPalette {
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

/** The palette for the given inks, of which {@link fitsPalette} must hold, by kernel/paint.ts. */
export function inkPalette(kernel: Kernel, ground: Rgba, inks: readonly Rgba[]): InkPalette {
  const levels = Math.floor(255 / Math.max(1, inks.length));
  const bytes = 4 * (1 + levels * inks.length);
  const at = kernel.take(bytes);
  const colors = kernel.take(8 * inks.length + 8);
  for (const [index, color] of [ground, ...inks].entries()) kernel.bytes.set(color, colors + 4 * index);
  kernel.functions.mixPalette(colors, inks.length, levels, at);
  return { palette: kernel.bytes.slice(at, at + bytes), levels };
}

/** Paints a picture from top to bottom: `use` is told where rows [first, end) are. */
export function paintBands(
  { height, bandRows, paintBand }: IndexedPicture,
  use: (at: number, first: number, end: number) => void,
): void {
  for (let first = 0; first < height; first += bandRows) {
    const end = Math.min(height, first + bandRows);
    use(paintBand(first, end), first, end);
  }
}

/** The same picture as RGBA. */
export function expandIndexed(picture: IndexedPicture): Pixels {
  const { width, height, palette, kernel } = picture;
  const data = new Uint8ClampedArray(4 * width * height);
  const whole = new Uint32Array(data.buffer);
  const colors = new Uint32Array(palette.slice().buffer);
  let to = 0;
  paintBands(picture, (at, first, end) => {
    const { bytes } = kernel;
    let from = at;
    for (let row = first; row < end; row++) {
      from++;
      for (let column = 0; column < width; column++) whole[to++] = colors[bytes[from++]];
    }
  });
  return { width, height, data };
}
