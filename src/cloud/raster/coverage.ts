import { CUBIC, LINE, type Outline, QUAD } from '../font/outline.js';

/**
 * An affine map from outline units to pixels: x' = a·x + c·y + e, y' = b·x + d·y + f.
 */
export interface Transform {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/** Coverage of a whole pixel in the units of {@link CoverageRaster.accumulated}: 256 steps down times 512 half steps across. */
export const FULL = 1 << 17;

/** Largest bend of a curve that is drawn as one chord, in 256ths of a pixel: the chord strays by a quarter of it at most. */
const flat = 48;

/**
 * Exact area coverage of filled outlines on a small pixel grid.
 *
 * Each edge adds the signed area to its right to the cells that it crosses; a running sum along a row gives the
 * coverage. The sum over contours is cut at 1, so that contours of one direction may overlap. Points are rounded to
 * 256ths of a pixel and all that follows is in small integers: exact, the same everywhere, and fast before an
 * engine has compiled it, since it allocates no numbers.
 *
 * @see Raph Levien, "font-rs", 2016, for the accumulation buffer; David Turner, FreeType's `ftgrays.c`, for the cells.
 */
export class CoverageRaster {
  width = 0;
  height = 0;
  private sums = new Int32Array(0);

  /** Starts an empty grid; memory is kept from one use to the next. */
  reset(width: number, height: number): void {
    this.width = width;
    this.height = height;
    // One column more takes what edges at the right border leave over.
    const length = (width + 2) * height + 2;
    if (this.sums.length < length) this.sums = new Int32Array(Math.ceil(length * 1.5));
    else this.sums.fill(0, 0, length);
  }

  /** Adds an outline; parts outside of the grid are cut off at its left, top and bottom, and right. */
  add(outline: Outline, transform: Transform): void {
    const { kinds, points } = outline;
    const a = transform.a * 256;
    const b = transform.b * 256;
    const c = transform.c * 256;
    const d = transform.d * 256;
    const e = transform.e * 256;
    const f = transform.f * 256;
    let at = 0;
    let startX = 0;
    let startY = 0;
    let x = 0;
    let y = 0;
    for (let index = 0; index < kinds.length; index++) {
      const kind = kinds[index];
      const firstX = Math.round(a * points[at] + c * points[at + 1] + e);
      const firstY = Math.round(b * points[at] + d * points[at + 1] + f);
      if (kind === LINE) {
        this.line(x, y, firstX, firstY);
        x = firstX;
        y = firstY;
        at += 2;
      } else if (kind === QUAD) {
        const endX = Math.round(a * points[at + 2] + c * points[at + 3] + e);
        const endY = Math.round(b * points[at + 2] + d * points[at + 3] + f);
        this.quad(x, y, firstX, firstY, endX, endY);
        x = endX;
        y = endY;
        at += 4;
      } else if (kind === CUBIC) {
        const secondX = Math.round(a * points[at + 2] + c * points[at + 3] + e);
        const secondY = Math.round(b * points[at + 2] + d * points[at + 3] + f);
        const endX = Math.round(a * points[at + 4] + c * points[at + 5] + e);
        const endY = Math.round(b * points[at + 4] + d * points[at + 5] + f);
        this.cubic(x, y, firstX, firstY, secondX, secondY, endX, endY);
        x = endX;
        y = endY;
        at += 6;
      } else {
        this.line(x, y, startX, startY);
        startX = firstX;
        startY = firstY;
        x = firstX;
        y = firstY;
        at += 2;
      }
    }
    this.line(x, y, startX, startY);
  }

  private quad(x0: number, y0: number, x1: number, y1: number, x2: number, y2: number): void {
    const bendX = x0 - 2 * x1 + x2;
    const bendY = y0 - 2 * y1 + y2;
    if (bendX <= flat && bendX >= -flat && bendY <= flat && bendY >= -flat) {
      this.line(x0, y0, x2, y2);
      return;
    }
    const leftX = (x0 + x1) >> 1;
    const leftY = (y0 + y1) >> 1;
    const rightX = (x1 + x2) >> 1;
    const rightY = (y1 + y2) >> 1;
    const x = (leftX + rightX) >> 1;
    const y = (leftY + rightY) >> 1;
    this.quad(x0, y0, leftX, leftY, x, y);
    this.quad(x, y, rightX, rightY, x2, y2);
  }

  private cubic(
    x0: number,
    y0: number,
    x1: number,
    y1: number,
    x2: number,
    y2: number,
    x3: number,
    y3: number,
  ): void {
    const bend = Math.max(
      Math.abs(x0 - 2 * x1 + x2),
      Math.abs(y0 - 2 * y1 + y2),
      Math.abs(x1 - 2 * x2 + x3),
      Math.abs(y1 - 2 * y2 + y3),
    );
    if (bend <= flat / 2) {
      this.line(x0, y0, x3, y3);
      return;
    }
    const aX = (x0 + x1) >> 1;
    const aY = (y0 + y1) >> 1;
    const bX = (x1 + x2) >> 1;
    const bY = (y1 + y2) >> 1;
    const cX = (x2 + x3) >> 1;
    const cY = (y2 + y3) >> 1;
    const leftX = (aX + bX) >> 1;
    const leftY = (aY + bY) >> 1;
    const rightX = (bX + cX) >> 1;
    const rightY = (bY + cY) >> 1;
    const x = (leftX + rightX) >> 1;
    const y = (leftY + rightY) >> 1;
    this.cubic(x0, y0, aX, aY, leftX, leftY, x, y);
    this.cubic(x, y, rightX, rightY, cX, cY, x3, y3);
  }

  /** Adds an edge, row by row, always from its upper end: both directions of one edge cancel exactly. */
  private line(fromX: number, fromY: number, toX: number, toY: number): void {
    if (fromY === toY) return;
    const down = fromY < toY;
    let x0 = down ? fromX : toX;
    let y0 = down ? fromY : toY;
    let x1 = down ? toX : fromX;
    let y1 = down ? toY : fromY;
    const limit = this.height << 8;
    if (y1 <= 0 || y0 >= limit) return;
    const dx = x1 - x0;
    const dy = y1 - y0;
    if (y1 > limit) {
      x1 = x0 + Math.round((dx * (limit - y0)) / dy);
      y1 = limit;
    }
    if (y0 < 0) {
      x0 -= Math.round((dx * y0) / dy);
      y0 = 0;
    }
    const stride = this.width + 2;
    const last = (y1 - 1) >> 8;
    let row = y0 >> 8;
    let base = row * stride;
    let x = x0;
    let y = y0;
    for (; row < last; row++) {
      const below = (row + 1) << 8;
      const next = dx === 0 ? x0 : x0 + Math.floor((dx * (below - y0)) / dy);
      this.span(base, x, next, down ? below - y : y - below);
      x = next;
      y = below;
      base += stride;
    }
    this.span(base, x, x1, down ? y1 - y : y - y1);
  }

  /** Adds the part of an edge that lies in one row: from x to x, `tall` 256ths of the row, negative if it goes up. */
  private span(base: number, fromX: number, toX: number, tall: number): void {
    const { sums } = this;
    const right = this.width << 8;
    let left = Math.min(fromX, toX);
    let end = Math.max(fromX, toX);
    if (left < 0) left = 0;
    else if (left > right) left = right;
    if (end < 0) end = 0;
    else if (end > right) end = right;
    let column = left >> 8;
    const start = column << 8;
    if (end <= start + 256) {
      const middle = left + end - 2 * start;
      sums[base + column] += tall * (512 - middle);
      sums[base + column + 1] += tall * middle;
      return;
    }
    const wide = end - left;
    let given = 0;
    for (let x = left; x < end; column++) {
      const border = column << 8;
      const next = Math.min(end, border + 256);
      const sum = Math.trunc((tall * (next - left)) / wide);
      const middle = x + next - 2 * border;
      sums[base + column] += (sum - given) * (512 - middle);
      sums[base + column + 1] += (sum - given) * middle;
      given = sum;
      x = next;
    }
  }

  /** Coverage of each pixel from 0 to 1 in row-major order, into `target` (width · height). */
  read(target: Float32Array): void {
    const { sums, width, height } = this;
    const stride = width + 2;
    for (let row = 0; row < height; row++) {
      let sum = 0;
      let from = row * stride;
      let to = row * width;
      for (let column = 0; column < width; column++) {
        sum += sums[from++];
        const cover = sum < 0 ? -sum : sum;
        target[to++] = cover >= FULL ? 1 : cover / FULL;
      }
    }
  }

  /** Signed changes of coverage along each row, `stride` numbers a row: their running sum is the coverage, {@link FULL} is all of a pixel. */
  get accumulated(): { readonly sums: Int32Array; readonly stride: number } {
    return { sums: this.sums, stride: this.width + 2 };
  }

  /**
   * For each row the columns [start, end) between the first and the last pixel that is covered by `least` of
   * {@link FULL} or more; `start === end` where there is none.
   */
  readRuns(least: number, starts: Int32Array, ends: Int32Array): void {
    const { sums, width, height } = this;
    const stride = width + 2;
    for (let row = 0; row < height; row++) {
      let sum = 0;
      let start = -1;
      let end = -1;
      const from = row * stride;
      for (let column = 0; column < width; column++) {
        sum += sums[from + column];
        if (sum >= least || sum <= -least) {
          if (start < 0) start = column;
          end = column + 1;
        }
      }
      starts[row] = Math.max(start, 0);
      ends[row] = Math.max(end, 0);
    }
  }
}
