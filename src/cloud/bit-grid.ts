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

  clone(): BitGrid {
    const copy = new BitGrid(this.width, this.height);
    copy.bits.set(this.bits);
    return copy;
  }

  get(column: number, row: number): boolean {
    if (column < 0 || row < 0 || column >= this.width || row >= this.height) return true;
    return ((this.bits[row * this.stride + (column >> 5)] >>> (column & 31)) & 1) === 1;
  }

  set(column: number, row: number): void {
    this.bits[row * this.stride + (column >> 5)] |= 1 << (column & 31);
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

  /** Whether the columns [from, to) of a row are all clear; outside of the grid nothing is. */
  isRunClear(row: number, from: number, to: number): boolean {
    if (row < 0 || row >= this.height || from < 0 || to > this.width) return false;
    const base = row * this.stride;
    const first = from >> 5;
    const last = (to - 1) >> 5;
    const head = -1 << (from & 31);
    const tail = -1 >>> (31 - ((to - 1) & 31));
    if (first === last) return (this.bits[base + first] & head & tail) === 0;
    if ((this.bits[base + first] & head) !== 0 || (this.bits[base + last] & tail) !== 0) return false;
    for (let index = first + 1; index < last; index++) if (this.bits[base + index] !== 0) return false;
    return true;
  }

  /** Whether every cell of a box is clear. */
  isBoxClear(column: number, row: number, width: number, height: number): boolean {
    for (let line = row; line < row + height; line++) {
      if (!this.isRunClear(line, column, column + width)) return false;
    }
    return true;
  }

  /** How many cells to the left of a column are clear in a row, `limit` at most. */
  clearLeft(column: number, row: number, limit: number): number {
    const last = column - 1;
    const most = Math.min(limit, column);
    const base = row * this.stride;
    for (let word = last >> 5; word >= 0; word--) {
      let set = this.bits[base + word];
      if (word === last >> 5) set &= -1 >>> (31 - (last & 31));
      if (set !== 0) return Math.min(most, last - ((word << 5) + 31 - Math.clz32(set)));
      if (last - (word << 5) >= most) return most;
    }
    return most;
  }

  /** How many cells from a column on to the right are clear in a row, `limit` at most. */
  clearRight(column: number, row: number, limit: number): number {
    const most = Math.min(limit, this.width - column);
    const base = row * this.stride;
    for (let word = column >> 5; word < this.stride; word++) {
      let set = this.bits[base + word];
      if (word === column >> 5) set &= -1 << (column & 31);
      if (set !== 0) return Math.min(most, (word << 5) + 31 - Math.clz32(set & -set) - column);
      if (((word + 1) << 5) - column >= most) return most;
    }
    return most;
  }

  /** Number of clear cells. */
  countClear(): number {
    let clear = 0;
    for (const word of this.bits) {
      let rest = ~word;
      rest -= (rest >>> 1) & 0x55555555;
      rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
      clear += Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    }
    return clear;
  }
}
