import { CUBIC, LINE, MOVE, type Outline, QUAD } from '../font/outline.js';

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

/**
 * Exact area coverage of filled outlines on a small pixel grid.
 *
 * Each edge adds the signed area to its right to the cells that it crosses; a running sum along a row gives the
 * coverage. The sum over contours is cut at 1, so that contours of one direction may overlap.
 *
 * @see Raph Levien, "font-rs", 2016, for the accumulation buffer.
 */
export class CoverageRaster {
  width = 0;
  height = 0;
  private sums = new Float32Array(0);

  /** Starts an empty grid; memory is kept from one use to the next. */
  reset(width: number, height: number): void {
    this.width = width;
    this.height = height;
    // One column more takes what edges at the right border leave over.
    const length = (width + 2) * height + 2;
    if (this.sums.length < length) this.sums = new Float32Array(Math.ceil(length * 1.5));
    else this.sums.fill(0, 0, length);
  }

  /** Adds an outline; parts outside of the grid are cut off at its left, top and bottom, and right. */
  add(outline: Outline, transform: Transform): void {
    const { kinds, points } = outline;
    const { a, b, c, d, e, f } = transform;
    let at = 0;
    let startX = 0;
    let startY = 0;
    let x = 0;
    let y = 0;
    for (let index = 0; index < kinds.length; index++) {
      const kind = kinds[index];
      if (kind === MOVE) this.line(x, y, startX, startY);
      const p = points[at];
      const q = points[at + 1];
      const firstX = a * p + c * q + e;
      const firstY = b * p + d * q + f;
      if (kind === MOVE) {
        startX = firstX;
        startY = firstY;
        x = firstX;
        y = firstY;
        at += 2;
      } else if (kind === LINE) {
        this.line(x, y, firstX, firstY);
        x = firstX;
        y = firstY;
        at += 2;
      } else if (kind === QUAD) {
        const endX = a * points[at + 2] + c * points[at + 3] + e;
        const endY = b * points[at + 2] + d * points[at + 3] + f;
        this.quad(x, y, firstX, firstY, endX, endY);
        x = endX;
        y = endY;
        at += 4;
      } else if (kind === CUBIC) {
        const secondX = a * points[at + 2] + c * points[at + 3] + e;
        const secondY = b * points[at + 2] + d * points[at + 3] + f;
        const endX = a * points[at + 4] + c * points[at + 5] + e;
        const endY = b * points[at + 4] + d * points[at + 5] + f;
        this.cubic(x, y, firstX, firstY, secondX, secondY, endX, endY);
        x = endX;
        y = endY;
        at += 6;
      }
    }
    this.line(x, y, startX, startY);
  }

  private quad(x0: number, y0: number, x1: number, y1: number, x2: number, y2: number): void {
    const bendX = x0 - 2 * x1 + x2;
    const bendY = y0 - 2 * y1 + y2;
    // A chord of n strays by bend / (4 n²) at most; a twentieth of a pixel cannot be seen.
    const count = Math.min(64, Math.max(1, Math.ceil(Math.sqrt((Math.abs(bendX) + Math.abs(bendY)) * 4))));
    let x = x0;
    let y = y0;
    for (let step = 1; step <= count; step++) {
      const t = step / count;
      const s = 1 - t;
      const nextX = step === count ? x2 : s * s * x0 + 2 * s * t * x1 + t * t * x2;
      const nextY = step === count ? y2 : s * s * y0 + 2 * s * t * y1 + t * t * y2;
      this.line(x, y, nextX, nextY);
      x = nextX;
      y = nextY;
    }
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
      Math.abs(x0 - 2 * x1 + x2) + Math.abs(y0 - 2 * y1 + y2),
      Math.abs(x1 - 2 * x2 + x3) + Math.abs(y1 - 2 * y2 + y3),
    );
    const count = Math.min(96, Math.max(1, Math.ceil(Math.sqrt(bend * 12))));
    let x = x0;
    let y = y0;
    for (let step = 1; step <= count; step++) {
      const t = step / count;
      const s = 1 - t;
      const nextX =
        step === count ? x3 : s * s * s * x0 + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t * t * t * x3;
      const nextY =
        step === count ? y3 : s * s * s * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y3;
      this.line(x, y, nextX, nextY);
      x = nextX;
      y = nextY;
    }
  }

  private line(fromX: number, fromY: number, toX: number, toY: number): void {
    if (fromY === toY) return;
    const direction = fromY < toY ? 1 : -1;
    // No destructuring here: before the optimizing compiler steps in, it would allocate for each edge.
    let x0 = direction > 0 ? fromX : toX;
    let y0 = direction > 0 ? fromY : toY;
    let x1 = direction > 0 ? toX : fromX;
    let y1 = direction > 0 ? toY : fromY;
    const slope = (x1 - x0) / (y1 - y0);
    if (y1 <= 0 || y0 >= this.height) return;
    if (y0 < 0) {
      x0 -= y0 * slope;
      y0 = 0;
    }
    if (y1 > this.height) {
      x1 -= (y1 - this.height) * slope;
      y1 = this.height;
    }
    const { sums, width } = this;
    const stride = width + 2;
    let x = x0;
    const lastRow = Math.ceil(y1);
    for (let row = Math.floor(y0); row < lastRow; row++) {
      const top = Math.max(y0, row);
      const bottom = Math.min(y1, row + 1);
      const dy = bottom - top;
      if (dy <= 0) continue;
      const next = x + dy * slope;
      const area = direction * dy;
      let left = Math.min(x, next);
      let right = Math.max(x, next);
      x = next;
      const base = row * stride;
      if (left < 0) left = 0;
      if (right < 0) right = 0;
      if (left > width) left = width;
      if (right > width) right = width;
      const first = Math.floor(left);
      if (right <= first + 1) {
        const middle = (left + right) / 2 - first;
        sums[base + first] += area * (1 - middle);
        sums[base + first + 1] += area * middle;
        continue;
      }
      const last = Math.ceil(right);
      const share = 1 / (right - left);
      const head = 1 - (left - first);
      const firstPart = 0.5 * share * head * head;
      sums[base + first] += area * firstPart;
      const tail = right - last + 1;
      const lastPart = 0.5 * share * tail * tail;
      if (last === first + 2) {
        sums[base + first + 1] += area * (1 - firstPart - lastPart);
      } else {
        const secondPart = share * (1.5 - (left - first));
        sums[base + first + 1] += area * (secondPart - firstPart);
        for (let column = first + 2; column < last - 1; column++) sums[base + column] += area * share;
        const nearLast = secondPart + (last - first - 3) * share;
        sums[base + last - 1] += area * (1 - nearLast - lastPart);
      }
      sums[base + last] += area * lastPart;
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
        target[to++] = Math.min(cover, 1);
      }
    }
  }

  /** Signed changes of coverage along each row, `stride` numbers a row: their running sum is the coverage. */
  get accumulated(): { readonly sums: Float32Array; readonly stride: number } {
    return { sums: this.sums, stride: this.width + 2 };
  }

  /**
   * For each row the columns [start, end) between the first and the last pixel that is covered by `least` or more;
   * `start === end` where there is none.
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
