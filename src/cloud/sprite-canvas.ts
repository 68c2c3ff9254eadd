import type { Font } from './font/font.js';
import { shapeWord } from './font/glyph-run.js';
import { FULL } from './kernel/raster.js';
import { CoverageRaster } from './raster/coverage.js';
import { rasterWord, turn } from './word-ink.js';

/** Where the pen is: moved, turned, and how large it writes. */
interface Pen {
  readonly x: number;
  readonly y: number;
  readonly degrees: number;
  readonly size: number;
}

/** What of a pixel must be covered for it to count as ink. */
const least = FULL / 255;

/**
 * As much of a canvas as d3-cloud asks for to see the ink of words: no platform's canvas is needed, and the ink is that of
 * the glyphs which are drawn later.
 */
export class SpriteCanvas {
  private wide = 1;
  private tall = 1;
  private data = new Uint8ClampedArray(4);
  private pen: Pen = { x: 0, y: 0, degrees: 0, size: 10 };
  private readonly saved: Pen[] = [];
  /** Twice what is kept free around the ink, in pixels, as for a stroke. */
  lineWidth = 1;
  fillStyle = '';
  strokeStyle = '';

  constructor(private readonly fonts: readonly Font[]) {}

  getContext(): this {
    return this;
  }

  set width(width: number) {
    this.wide = width;
    this.data = new Uint8ClampedArray(4 * this.wide * this.tall);
  }

  set height(height: number) {
    this.tall = height;
    this.data = new Uint8ClampedArray(4 * this.wide * this.tall);
  }

  save(): void {
    this.saved.push(this.pen);
  }

  restore(): void {
    this.pen = this.saved.pop() ?? this.pen;
  }

  translate(x: number, y: number): void {
    this.pen = { ...this.pen, x: this.pen.x + x, y: this.pen.y + y };
  }

  rotate(radians: number): void {
    // d3-cloud turns whole and half degrees into radians; back without the error of the last bits.
    const degrees = Math.round((radians * 180 * 1e6) / Math.PI) / 1e6;
    this.pen = { ...this.pen, degrees: this.pen.degrees + degrees };
  }

  /** A CSS font, of which the size in pixels counts. */
  set font(font: string) {
    this.pen = { ...this.pen, size: Number(/([\d.]+)px/.exec(font)?.[1] ?? this.pen.size) };
  }

  measureText(text: string): { readonly width: number } {
    return { width: shapeWord(text, this.fonts).advance * this.pen.size };
  }

  clearRect(): void {
    this.data.fill(0);
  }

  getImageData(): { readonly data: Uint8ClampedArray } {
    return { data: this.data };
  }

  fillText(text: string, along: number): void {
    this.stamp(text, along, 0);
  }

  strokeText(text: string, along: number): void {
    this.stamp(text, along, Math.ceil(this.lineWidth / 2));
  }

  /** Marks the pixels that a word inks and those up to `around` pixels beside them. */
  private stamp(text: string, along: number, around: number): void {
    const { pen, wide, tall, data } = this;
    const run = shapeWord(text, this.fonts);
    const reach = Math.ceil((run.advance + 2) * pen.size);
    const left = Math.max(0, Math.floor(pen.x - reach));
    const top = Math.max(0, Math.floor(pen.y - reach));
    const right = Math.min(wide, Math.ceil(pen.x + reach));
    const bottom = Math.min(tall, Math.ceil(pen.y + reach));
    if (right <= left || bottom <= top) return;
    const raster = new CoverageRaster();
    raster.reset(right - left, bottom - top);
    const { sin, cos } = turn(pen.degrees);
    const [x, y] = [pen.x + along * cos - left, pen.y + along * sin - top];
    rasterWord(raster, run, pen.size, pen.degrees, x, y);
    const { sums, stride } = raster.accumulated;
    for (let row = 0; row < raster.height; row++) {
      let sum = 0;
      for (let column = 0; column < raster.width; column++) {
        sum += sums[row * stride + column];
        if (sum < least && sum > -least) continue;
        const lastRow = Math.min(tall - 1, top + row + around);
        const lastColumn = Math.min(wide - 1, left + column + around);
        for (let j = Math.max(0, top + row - around); j <= lastRow; j++) {
          for (let i = Math.max(0, left + column - around); i <= lastColumn; i++)
            data[4 * (j * wide + i)] = 255;
        }
      }
    }
  }
}
