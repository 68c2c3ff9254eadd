import { readDataFileSync } from '../base/data-file.js';
import type { Directions } from './directions.js';

/** src/kernel/cosines.ts, compiled at build time. */
const FILE = 'cosines.wasm';
const PAGE = 65536;
/** The first bytes belong to what the compiler lays down. */
const FIRST = 1024;
/** Dimensions, centers that are multiplied together. */
const DIMENSIONS = 8;
const CENTERS = 4;

type Multiply = (
  rows: number,
  count: number,
  centers: number,
  k: number,
  dimensions: number,
  products: number,
) => void;

/** Products of directions and centers with the vector instructions of WebAssembly, on one memory for all. */
export class ProductKernel {
  readonly #memory: WebAssembly.Memory;
  readonly #multiply: Multiply;

  constructor(module: WebAssembly.Module) {
    this.#memory = new WebAssembly.Memory({ initial: 1 });
    const { exports } = new WebAssembly.Instance(module, { env: { memory: this.#memory } });
    this.#multiply = exports.multiply as Multiply;
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
    for (let place = 0, to = 0; place < count; place++) {
      const from = (list[place] as number) * words;
      for (let j = 0; j < words; j++) own[to++] = given[from + j] as number;
    }
    new Int16Array(buffer, centersAt, centers.length).set(centers);
    this.#multiply(FIRST, count, centersAt, k, dimensions, productsAt);
    products.set(new Int32Array(buffer, productsAt, count * k));
  }
}

let kernel: ProductKernel | null | undefined;

/**
 * The kernel, if it can multiply these directions; undefined where no file can be read at once (browsers) or no
 * WebAssembly is allowed: JavaScript gives the same, only slower.
 */
export function productKernel({ rows, dimensions }: Directions): ProductKernel | undefined {
  if (dimensions % DIMENSIONS !== 0 || rows.byteOffset % 4 !== 0) return undefined;
  if (kernel === undefined) kernel = compiledKernel();
  return kernel ?? undefined;
}

function compiledKernel(): ProductKernel | null {
  if (typeof WebAssembly !== 'object' || !globalThis.process?.getBuiltinModule?.('node:fs')) return null;
  try {
    return new ProductKernel(new WebAssembly.Module(readDataFileSync(FILE) as Uint8Array<ArrayBuffer>));
  } catch {
    // A policy forbids it, or a bundle was made without the file.
    return null;
  }
}
