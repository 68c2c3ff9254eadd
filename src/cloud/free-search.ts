import type { BitGrid } from './bit-grid.js';
import type { Footprint } from './footprint.js';

/** Where a footprint's upper left cell may stand. */
export interface Cell {
  readonly column: number;
  readonly row: number;
}

/** Half-widths of the windows that are searched in turn, in cells, before the whole grid is. */
const windowRadii = [16, 40, 100];

/** How many maps of the whole grid are kept, each for one size of box. */
const keptMaps = 16;

/** For one size of box: where on the whole grid its upper left cell cannot stand. Kept up to date as words are placed. */
interface BoxMap {
  readonly width: number;
  readonly height: number;
  readonly grid: BitGrid;
  /** 1 for rows without a free place; there will never be one again. */
  readonly fullRows: Uint8Array;
}

/**
 * Finds the free place of a footprint that is nearest to a point.
 *
 * In a window about the point, the occupied cells are spread to the left by the footprint's width and upwards by its
 * height, in steps that double: a cell that is still clear is a place where the footprint fits. Windows
 * grow until one holds a place that none outside of it can beat. O(window · log(width · height) / 32). When the
 * whole grid had to be spread for a box, the map is kept for the next words of that size.
 */
export class FreeSearch {
  /** What is being scanned: the window or a kept map. */
  private scanned: Int32Array = new Int32Array(0);
  private fullRows: Uint8Array | undefined;
  private maps: BoxMap[] = [];
  private window = new Int32Array(0);
  private spread = new Int32Array(0);
  private windowStride = 0;
  private firstWord = 0;
  private firstRow = 0;
  private foundColumn = -1;
  private foundRow = -1;

  constructor(private readonly grid: BitGrid) {}

  /**
   * @param column  wanted column of the upper left cell, may lie outside of the grid
   * @param row  wanted row of the upper left cell
   * @param aspect  how much more a step sideways counts less than a step up: width over height of the shape
   * @returns the place, or undefined if there is none
   */
  nearest(footprint: Footprint, column: number, row: number, aspect: number): Cell | undefined {
    const { grid } = this;
    if (footprint.width > grid.width || footprint.height > grid.height) return undefined;
    const homeColumn = Math.round(column);
    const homeRow = Math.round(row);
    if (!footprint.runs && grid.isBoxClear(homeColumn, homeRow, footprint.width, footprint.height)) {
      return { column: homeColumn, row: homeRow };
    }
    const map = footprint.runs ? undefined : this.keptMap(footprint);
    if (map) return this.scanMap(map, column, row, aspect);
    const lastColumn = grid.width - footprint.width;
    const lastRow = grid.height - footprint.height;
    for (const radius of windowRadii) {
      const left = Math.floor(column - radius * aspect);
      const right = Math.ceil(column + radius * aspect);
      const top = Math.floor(row - radius);
      const bottom = Math.ceil(row + radius);
      if (left <= 0 && top <= 0 && right >= lastColumn && bottom >= lastRow) break;
      const fromColumn = Math.max(0, left);
      const toColumn = Math.min(lastColumn, right);
      const fromRow = Math.max(0, top);
      const toRow = Math.min(lastRow, bottom);
      if (fromColumn > toColumn || fromRow > toRow) continue;
      this.open(footprint, fromColumn, toColumn, fromRow, toRow);
      const distance = this.scan(column, row, aspect, fromColumn, toColumn, fromRow, toRow);
      if (distance <= radius * radius) return { column: this.foundColumn, row: this.foundRow };
    }
    if (!footprint.runs) return this.scanMap(this.makeMap(footprint), column, row, aspect);
    this.open(footprint, 0, lastColumn, 0, lastRow);
    const distance = this.scan(column, row, aspect, 0, lastColumn, 0, lastRow);
    return distance < Infinity ? { column: this.foundColumn, row: this.foundRow } : undefined;
  }

  /** Tells the search that the cells of a footprint are taken now. */
  take({ width, height, runs }: Footprint, column: number, row: number): void {
    if (runs) {
      // Only large words have runs, and they come before the sizes whose maps are worth keeping.
      this.maps.length = 0;
      return;
    }
    for (const map of this.maps) {
      for (let line = row - map.height + 1; line < row + height; line++) {
        map.grid.setRun(line, column - map.width + 1, column + width);
      }
    }
  }

  private keptMap({ width, height }: Footprint): BoxMap | undefined {
    return this.maps.find((map) => map.width === width && map.height === height);
  }

  private makeMap(footprint: Footprint): BoxMap {
    const { width, height } = footprint;
    const { grid } = this;
    const map = { width, height, grid: grid.clone(), fullRows: new Uint8Array(grid.height) };
    const { bits } = map.grid;
    const rows = grid.height - height + 1;
    spreadUp(bits, height, grid.height, grid.stride);
    spreadLeft(bits, width, rows, grid.stride);
    map.fullRows.fill(1, rows);
    if (this.maps.length >= keptMaps) this.maps.shift();
    this.maps.push(map);
    return map;
  }

  private scanMap(map: BoxMap, column: number, row: number, aspect: number): Cell | undefined {
    this.scanned = map.grid.bits;
    this.fullRows = map.fullRows;
    this.windowStride = map.grid.stride;
    this.firstWord = 0;
    this.firstRow = 0;
    const { width, height } = this.grid;
    const distance = this.scan(column, row, aspect, 0, width - map.width, 0, height - map.height);
    this.fullRows = undefined;
    return distance < Infinity ? { column: this.foundColumn, row: this.foundRow } : undefined;
  }

  /** Copies the window and spreads what is occupied, so that bit (c, r) says that a place there is taken. */
  private open(
    footprint: Footprint,
    fromColumn: number,
    toColumn: number,
    fromRow: number,
    toRow: number,
  ): void {
    const { grid } = this;
    this.firstWord = fromColumn >> 5;
    this.firstRow = fromRow;
    const lastWord = Math.min(grid.stride - 1, (toColumn + footprint.width - 1) >> 5);
    const stride = lastWord - this.firstWord + 1;
    const rows = toRow - fromRow + 1;
    const tall = rows + footprint.height - 1;
    this.windowStride = stride;
    if (this.window.length < stride * tall) this.window = new Int32Array(Math.ceil(stride * tall * 1.5));
    const { window } = this;
    this.scanned = window;
    for (let index = 0; index < tall; index++) {
      const from = (fromRow + index) * grid.stride + this.firstWord;
      const to = index * stride;
      for (let word = 0; word < stride; word++) window[to + word] = grid.bits[from + word];
    }
    if (footprint.runs) this.spreadRuns(footprint.runs.starts, footprint.runs.ends, rows, tall, stride);
    else {
      spreadUp(window, footprint.height, tall, stride);
      spreadLeft(window, footprint.width, rows, stride);
    }
  }

  /** The same for a footprint whose rows differ: each of its rows spreads the rows that it would lie on. */
  private spreadRuns(starts: Int32Array, ends: Int32Array, rows: number, tall: number, stride: number): void {
    const size = rows * stride;
    const result = new Int32Array(size);
    if (this.spread.length < tall * stride) this.spread = new Int32Array(Math.ceil(tall * stride * 1.5));
    const { window, spread } = this;
    for (let line = 0; line < starts.length; line++) {
      const width = ends[line] - starts[line];
      if (width <= 0) continue;
      const from = line * stride;
      for (let index = 0; index < size; index++) spread[index] = window[from + index];
      spreadLeft(spread, width, rows, stride);
      shiftLeft(spread, starts[line], rows, stride);
      for (let index = 0; index < size; index++) result[index] |= spread[index];
    }
    window.set(result);
  }

  /** Nearest clear bit of the window to the point: squared distance, Infinity if there is none. */
  private scan(
    column: number,
    row: number,
    aspect: number,
    fromColumn: number,
    toColumn: number,
    fromRow: number,
    toRow: number,
  ): number {
    const shrink = 1 / (aspect * aspect);
    const start = Math.max(fromRow, Math.min(toRow, Math.round(row)));
    let best = Infinity;
    this.foundColumn = -1;
    for (let away = 0; ; away++) {
      const above = start - away;
      const below = start + away;
      if (above < fromRow && below > toRow) break;
      const nearer = Math.max(0, away - Math.abs(start - row));
      if (nearer * nearer >= best) break;
      if (above >= fromRow) best = this.scanRow(above, column, row, shrink, fromColumn, toColumn, best);
      if (away > 0 && below <= toRow)
        best = this.scanRow(below, column, row, shrink, fromColumn, toColumn, best);
    }
    return best;
  }

  private scanRow(
    line: number,
    column: number,
    row: number,
    shrink: number,
    fromColumn: number,
    toColumn: number,
    best: number,
  ): number {
    const vertical = (line - row) * (line - row);
    if (vertical >= best) return best;
    const { scanned, windowStride, firstWord, fullRows } = this;
    if (fullRows && fullRows[line] === 1) return best;
    const base = (line - this.firstRow) * windowStride;
    const start = Math.max(fromColumn, Math.min(toColumn, Math.round(column)));
    const home = start >> 5;
    let result = best;
    let isFull = true;
    // To the right of the wanted column, itself included.
    for (let word = home; word <= toColumn >> 5; word++) {
      const gap = (word << 5) - column;
      if (gap > 0 && vertical + gap * gap * shrink >= result) {
        isFull = false;
        break;
      }
      let clear = ~scanned[base + word - firstWord];
      if (word === home) clear &= -1 << (start & 31);
      if (clear === 0) continue;
      isFull = false;
      const at = (word << 5) + (31 - Math.clz32(clear & -clear));
      if (at <= toColumn) {
        const distance = vertical + (at - column) * (at - column) * shrink;
        if (distance < result) {
          result = distance;
          this.foundColumn = at;
          this.foundRow = line;
        }
      }
      break;
    }
    for (let word = home; word >= fromColumn >> 5; word--) {
      const gap = column - ((word << 5) + 31);
      if (gap > 0 && vertical + gap * gap * shrink >= result) {
        isFull = false;
        break;
      }
      let clear = ~scanned[base + word - firstWord];
      if (word === home) clear &= ~(-1 << (start & 31));
      if (clear === 0) continue;
      isFull = false;
      const at = (word << 5) + (31 - Math.clz32(clear));
      if (at >= fromColumn) {
        const distance = vertical + (at - column) * (at - column) * shrink;
        if (distance < result) {
          result = distance;
          this.foundColumn = at;
          this.foundRow = line;
        }
      }
      break;
    }
    if (isFull && fullRows) fullRows[line] = 1;
    return result;
  }
}

/** Bit (c, r) becomes the OR of the bits of its column in rows r to r + height - 1, for the first rows that have all of them. */
function spreadUp(bits: Int32Array, height: number, tall: number, stride: number): void {
  let rows = tall;
  for (let span = 1; span < height; ) {
    const step = Math.min(span, height - span);
    rows -= step;
    const shift = step * stride;
    const end = rows * stride;
    for (let index = 0; index < end; index++) bits[index] |= bits[index + shift];
    span += step;
  }
}

/** Bit (c, r) becomes the OR of the bits c to c + width - 1 of its row; beyond the last integer all are set. */
function spreadLeft(bits: Int32Array, width: number, rows: number, stride: number): void {
  for (let span = 1; span < width; ) {
    const step = Math.min(span, width - span);
    orShifted(bits, step, rows, stride);
    span += step;
  }
}

function orShifted(bits: Int32Array, step: number, rows: number, stride: number): void {
  const words = step >> 5;
  const shift = step & 31;
  for (let row = 0; row < rows; row++) {
    const base = row * stride;
    if (shift === 0) {
      for (let word = 0; word < stride; word++) {
        bits[base + word] |= word + words < stride ? bits[base + word + words] : -1;
      }
      continue;
    }
    const back = 32 - shift;
    let near = words < stride ? bits[base + words] : -1;
    const end = stride - words - 1;
    for (let word = 0; word < stride; word++) {
      const far = word < end ? bits[base + word + words + 1] : -1;
      bits[base + word] |= (near >>> shift) | (far << back);
      near = far;
    }
  }
}

function shiftLeft(bits: Int32Array, step: number, rows: number, stride: number): void {
  if (step === 0) return;
  const words = step >> 5;
  const shift = step & 31;
  for (let row = 0; row < rows; row++) {
    const base = row * stride;
    for (let word = 0; word < stride; word++) {
      const near = word + words < stride ? bits[base + word + words] : -1;
      const far = word + words + 1 < stride ? bits[base + word + words + 1] : -1;
      bits[base + word] = shift === 0 ? near : (near >>> shift) | (far << (32 - shift));
    }
  }
}
