import type { Random } from '../base/random.js';
import type { BitGrid } from './bit-grid.js';

/** Side of a tile in cells: one integer of the grid wide. */
const side = 32;

/**
 * How much room is left in each part of the shape, so that small words go where the picture is emptiest and no gap
 * stays behind.
 */
export class TileMap {
  private constructor(
    private readonly columns: number,
    private readonly rows: number,
    private readonly free: Float64Array,
  ) {}

  /** Counts the clear cells of a grid. */
  static of(room: BitGrid): TileMap {
    const rows = Math.ceil(room.height / side);
    const map = new TileMap(room.stride, rows, new Float64Array(room.stride * rows));
    map.count(room);
    return map;
  }

  clone(): TileMap {
    return new TileMap(this.columns, this.rows, this.free.slice());
  }

  private count(room: BitGrid): void {
    for (let row = 0; row < room.height; row++) {
      const tiles = Math.floor(row / side) * this.columns;
      for (let word = 0; word < room.stride; word++) {
        let rest = ~room.bits[row * room.stride + word];
        rest -= (rest >>> 1) & 0x55555555;
        rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
        this.free[tiles + word] += Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
      }
    }
  }

  /** Takes a box of cells off the tiles that it lies on. */
  take(column: number, row: number, width: number, height: number): void {
    const lastRow = Math.min(this.rows - 1, Math.floor((row + height - 1) / side));
    const lastColumn = Math.min(this.columns - 1, Math.floor((column + width - 1) / side));
    for (let y = Math.floor(row / side); y <= lastRow; y++) {
      const tall = Math.min(row + height, (y + 1) * side) - Math.max(row, y * side);
      for (let x = Math.floor(column / side); x <= lastColumn; x++) {
        const wide = Math.min(column + width, (x + 1) * side) - Math.max(column, x * side);
        this.free[y * this.columns + x] -= wide * tall;
      }
    }
  }

  /** A point in the emptiest tile, in cells. A tile that was named counts as fuller the next time. */
  emptiest(random: Random): { readonly column: number; readonly row: number } {
    const { free } = this;
    let best = 0;
    for (let tile = 1; tile < free.length; tile++) if (free[tile] > free[best]) best = tile;
    free[best] -= 0.15 * side * side;
    return {
      column: ((best % this.columns) + random()) * side,
      row: (Math.floor(best / this.columns) + random()) * side,
    };
  }
}
