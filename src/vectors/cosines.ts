import { CENTER, type Directions, UNIT } from './directions.js';
import { PackedProducts } from './packed-products.js';
import { wasmProducts } from './wasm-products.js';

/** What {@link Cosines} gives for a cosine of 1. */
export const ONE = UNIT * CENTER;

/** Cosines of directions with centers, exact in integers, so that every machine and both ways of multiplying give the same. */
export class Cosines {
  readonly #directions: Directions;
  readonly #k: number;
  /** Row-major, shape (k, dimensions). */
  readonly #centers: Int16Array;
  readonly #packed: PackedProducts | undefined;
  /** Cosine of the i-th row that was asked for with center c, times {@link ONE}, at `i * k + c`. */
  readonly values: Int32Array;
  /** Length of each center before it was scaled. */
  readonly lengths: Float64Array;

  /** Places that the cosines of so many rows take. */
  static room(k: number, rowsAtOnce: number): number {
    return (rowsAtOnce + PackedProducts.TOGETHER) * k + PackedProducts.TOGETHER;
  }

  /** @param values  where cosines are written, with {@link Cosines.room} for the rows that are measured at once. */
  constructor(directions: Directions, k: number, values: Int32Array) {
    this.#directions = directions;
    this.#k = k;
    this.#centers = new Int16Array(k * directions.dimensions);
    if (wasmProducts(directions) === undefined) this.#packed = new PackedProducts(directions, k);
    this.values = values;
    this.lengths = new Float64Array(k);
  }

  /** @param sums  row-major, shape (k, dimensions): vectors of any length along the centers; zero has the cosine 0. */
  setCenters(sums: Int32Array): void {
    const { dimensions } = this.#directions;
    const centers = this.#centers;
    for (let center = 0, from = 0; from < centers.length; center++, from += dimensions) {
      let squares = 0;
      for (let j = from; j < from + dimensions; j++) {
        const sum = sums[j] as number;
        squares += sum * sum;
      }
      const length = Math.sqrt(squares);
      this.lengths[center] = length;
      const scale = squares === 0 ? 0 : CENTER / length;
      for (let j = from; j < from + dimensions; j++)
        centers[j] = Math.floor((sums[j] as number) * scale + 0.5);
    }
    this.#packed?.setCenters(centers);
  }

  /** One of the directions themselves as the only center: products are {@link UNIT} · UNIT for a cosine of 1. */
  setCenter(row: Int8Array): void {
    this.#centers.set(row);
    this.#packed?.setCenters(this.#centers);
  }

  /** Writes the cosines of the rows `list[0]` to `list[count - 1]`. O(count · k · dimensions). */
  measure(list: Int32Array, count: number): void {
    if (this.#packed !== undefined) this.#packed.multiply(list, count, this.values);
    else
      wasmProducts(this.#directions)?.multiply(
        this.#directions,
        list,
        count,
        this.#centers,
        this.#k,
        this.values,
      );
  }
}
