/**
 * A grid of bits, one for each cell, 32 to an integer: bit i of integer k of a row is column 32·k + i.
 * Bits beyond the last column are set, as is everything outside of the grid: there is no room there.
 */
export class BitGrid {
  readonly width: number;
  readonly height: number;
  /** Integers in a row. */
  readonly stride: number;
  readonly bits: Int32Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.stride = Math.ceil(width / 32);
    this.bits = new Int32Array(this.stride * height);
    if (width % 32 !== 0) {
      const beyond = -1 << (width % 32);
      for (let row = 0; row < height; row++) this.bits[row * this.stride + this.stride - 1] = beyond;
    }
  }

  set(column: number, row: number): void {
    this.bits[row * this.stride + (column >> 5)] |= 1 << (column & 31);
  }

  /** Whether a bit is set. */
  has(column: number, row: number): boolean {
    return (this.bits[row * this.stride + (column >> 5)] & (1 << (column & 31))) !== 0;
  }

  /** Sets the columns [from, to) of a row; what lies outside of the grid is ignored. */
  setRun(row: number, from: number, to: number): void {
    if (row < 0 || row >= this.height) return;
    const start = Math.max(from, 0);
    const end = Math.min(to, this.width);
    if (start >= end) return;
    const base = row * this.stride;
    const first = start >> 5;
    const last = (end - 1) >> 5;
    const head = -1 << (start & 31);
    const tail = -1 >>> (31 - ((end - 1) & 31));
    if (first === last) {
      this.bits[base + first] |= head & tail;
      return;
    }
    this.bits[base + first] |= head;
    for (let index = first + 1; index < last; index++) this.bits[base + index] = -1;
    this.bits[base + last] |= tail;
  }
}
