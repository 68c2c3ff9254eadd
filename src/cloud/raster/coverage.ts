import type { Outline } from '../font/outline.js';
import { BEHIND, FULL } from '../kernel/raster.js';
import { type Kernel, openKernel } from '../kernel.js';

/** An affine map from outline units to pixels: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export interface Transform {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/** Exact area coverage of filled outlines on a pixel grid, in the memory of the kernel: ../kernel/raster.ts. */
export class CoverageRaster {
  width = 0;
  height = 0;
  /** Where the grid lies, and how many integers there is room for. */
  private at = 0;
  private room = 0;

  /** @param kernel  valid until it is opened again */
  constructor(readonly kernel: Kernel = openKernel()) {}

  /** Starts an empty grid; memory is kept from one use to the next. */
  reset(width: number, height: number): void {
    this.resetRows(width, 0, height);
  }

  /** Starts rows [first, end) of a grid. */
  resetRows(width: number, first: number, end: number): void {
    this.width = width;
    this.height = end - first;
    const length = (width + 2) * this.height + BEHIND;
    if (this.room < length) {
      this.at = this.kernel.take(4 * length);
      this.room = length;
    }
    this.kernel.functions.resetRows(this.at, width, first, end);
  }

  /** Adds an outline; parts outside of the grid are cut off. */
  add(outline: Outline, { a, b, c, d, e, f }: Transform): void {
    // In its own units, which the map knows.
    this.kernel.functions.addOutline(this.kernel.outline(outline, 1), a, b, c, d, e, f);
  }

  /** Coverage of each pixel from 0 to 1 in row-major order, into `target` (width · height). */
  read(target: Float32Array): void {
    const { sums, stride } = this.accumulated;
    for (let row = 0; row < this.height; row++) {
      let sum = 0;
      for (let column = 0; column < this.width; column++) {
        sum += sums[row * stride + column];
        target[row * this.width + column] = Math.min(1, Math.abs(sum) / FULL);
      }
    }
  }

  /** Signed changes of coverage along each row, `stride` numbers a row: their running sum is the coverage, `FULL` is all of a pixel. */
  get accumulated(): { readonly sums: Int32Array; readonly stride: number } {
    return { sums: this.kernel.ints.subarray(this.at >> 2), stride: this.width + 2 };
  }
}
