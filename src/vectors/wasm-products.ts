import { WasmFile, type WasmInstance } from '../base/wasm-file.js';
import type { Directions } from './directions.js';

const PAGE = 65536;
const { FIRST } = WasmFile;
/** Dimensions, centers that are multiplied together. */
const DIMENSIONS = 8;
const CENTERS = 4;

/** What src/wasm/products.ts exports. */
interface Functions {
  multiply(
    rows: number,
    count: number,
    centers: number,
    k: number,
    dimensions: number,
    products: number,
  ): void;
}

/** Products of directions and centers with the vector instructions of WebAssembly, on one memory for all. */
class WasmProducts {
  readonly #memory: WebAssembly.Memory;
  readonly #functions: Functions;

  constructor({ memory, functions }: WasmInstance<Functions>) {
    this.#memory = memory;
    this.#functions = functions;
  }

  /**
   * Writes the product of the i-th row of a list with center c at `i * k + c`.
   * @param centers  row-major, shape (k, dimensions).
   */
  multiply(
    { rows, dimensions }: Directions,
    list: Int32Array,
    count: number,
    centers: Int16Array,
    k: number,
    products: Int32Array,
  ): void {
    const centersAt = FIRST + count * dimensions;
    const filled = Math.ceil(k / CENTERS) * CENTERS;
    const productsAt = centersAt + 2 * filled * dimensions;
    const end = productsAt + 4 * (count * k + CENTERS);
    if (end > this.#memory.buffer.byteLength) {
      this.#memory.grow(Math.ceil((end - this.#memory.buffer.byteLength) / PAGE));
    }
    const { buffer } = this.#memory;
    // Eight dimensions a row at least: rows are copied by words.
    const words = dimensions >> 2;
    const given = new Int32Array(rows.buffer, rows.byteOffset, rows.length >> 2);
    const own = new Int32Array(buffer, FIRST, count * words);
    // Most lists are rows in a row.
    let before = 0;
    const first = list[0] as number;
    while (before < count && list[before] === first + before) before++;
    own.set(given.subarray(first * words, (first + before) * words));
    for (let place = before, to = before * words; place < count; place++) {
      const from = (list[place] as number) * words;
      for (let j = 0; j < words; j++) own[to++] = given[from + j] as number;
    }
    new Int16Array(buffer, centersAt, centers.length).set(centers);
    this.#functions.multiply(FIRST, count, centersAt, k, dimensions, productsAt);
    products.set(new Int32Array(buffer, productsAt, count * k));
  }
}

let products: WasmProducts | null | undefined;

/**
 * What multiplies these directions; undefined where no file can be read at once (browsers) or no
 * WebAssembly is allowed: JavaScript gives the same, only slower.
 */
export function wasmProducts({ rows, dimensions }: Directions): WasmProducts | undefined {
  if (dimensions % DIMENSIONS !== 0 || rows.byteOffset % 4 !== 0) return undefined;
  if (products === undefined) {
    const taken = new WasmFile<Functions>('products.wasm').take(PAGE);
    products = taken === undefined ? null : new WasmProducts(taken);
  }
  return products ?? undefined;
}
