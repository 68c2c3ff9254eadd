import { WasmFile, type WasmInstance } from '../base/wasm-file.js';
import { UNIT } from './directions.js';
import { dotProduct, takeOut, toUnit } from './rows.js';

/** Words of documents in compressed rows: those of document d are ids[starts[d], starts[d + 1]). */
export interface Bags {
  readonly starts: Int32Array;
  /** In ascending order within a document. */
  readonly ids: Int32Array;
}

/** What src/wasm/document-sums.ts exports; arrays are addresses. */
interface Functions {
  unitSums(
    matrix: number,
    starts: number,
    ids: number,
    count: number,
    stride: number,
    rows: number,
    dimensions: number,
  ): void;
  iterate(rows: number, count: number, direction: number, next: number, dimensions: number): void;
  spread(
    matrix: number,
    starts: number,
    ids: number,
    documents: number,
    stride: number,
    common: number,
    row: number,
    sums: number,
    counts: number,
    dimensions: number,
  ): void;
  directions(
    matrix: number,
    starts: number,
    ids: number,
    documents: number,
    common: number,
    row: number,
    rows: number,
    unit: number,
    dimensions: number,
  ): void;
}

const file = new WasmFile<Functions>('document-sums.wasm');

/**
 * Sums of the vectors of the words that documents have, by the vector instructions of WebAssembly, or by JavaScript, which
 * gives the same bits, where there are none or the dimensions are odd.
 */
export class DocumentSums {
  /** Vector of each word, row-major, shape (words, dimensions); zeros at first. */
  readonly matrix: Float32Array;
  /** Of {@link DocumentSums.spread}: sums of the directions of the documents of each word, and how many these are. */
  readonly sums: Float32Array;
  readonly counts: Int32Array;
  readonly #starts: Int32Array;
  readonly #ids: Int32Array;
  readonly #documents: number;
  readonly #dimensions: number;
  readonly #common: Float64Array;
  readonly #row: Float64Array;
  readonly #next: Float64Array;
  /** Documents of a sample as doubles, then all directions in eight bits a dimension. */
  readonly #rows: Float64Array;
  #wasm: WasmInstance<Functions> | undefined;

  /** @param sampled  documents that the common direction is found on, at most. */
  constructor({ starts, ids }: Bags, words: number, dimensions: number, sampled: number) {
    this.#documents = starts.length - 1;
    this.#dimensions = dimensions;
    let end = WasmFile.FIRST;
    const reserve = (bytes: number): number => {
      const at = end;
      end += (bytes + 7) & ~7;
      return at;
    };
    const matrixAt = reserve(4 * words * dimensions);
    const sumsAt = reserve(4 * words * dimensions);
    const countsAt = reserve(4 * words);
    const startsAt = reserve(4 * starts.length);
    const idsAt = reserve(4 * ids.length);
    const rowAt = reserve(8 * dimensions);
    const commonAt = reserve(8 * dimensions);
    const nextAt = reserve(8 * dimensions);
    const rooms = Math.max(
      Math.min(sampled, this.#documents) * dimensions,
      Math.ceil((this.#documents * dimensions) / 8),
    );
    const rowsAt = reserve(8 * rooms);
    this.#wasm = dimensions % 2 === 0 ? file.take(end) : undefined;
    const buffer = this.#wasm?.memory.buffer ?? new ArrayBuffer(end);
    this.matrix = new Float32Array(buffer, matrixAt, words * dimensions).fill(0);
    this.sums = new Float32Array(buffer, sumsAt, words * dimensions).fill(0);
    this.counts = new Int32Array(buffer, countsAt, words).fill(0);
    this.#starts = new Int32Array(buffer, startsAt, starts.length);
    this.#starts.set(starts);
    this.#ids = new Int32Array(buffer, idsAt, ids.length);
    this.#ids.set(ids);
    this.#row = new Float64Array(buffer, rowAt, dimensions);
    this.#common = new Float64Array(buffer, commonAt, dimensions);
    this.#next = new Float64Array(buffer, nextAt, dimensions);
    this.#rows = new Float64Array(buffer, rowsAt, rooms);
  }

  /** Gives the memory to the next one; nothing of this may be read or written then. */
  end(): void {
    if (this.#wasm !== undefined) file.give(this.#wasm);
    this.#wasm = undefined;
  }

  /**
   * First principal direction about the origin of some documents, each of length 1, by power iteration.
   *
   * @param stride  every so many documents.
   * @param steps  at most; fewer once the cosine of two of them is above `same`.
   */
  commonDirection(stride: number, steps: number, same: number): Float64Array {
    const dimensions = this.#dimensions;
    const count = Math.ceil(this.#documents / stride);
    this.#unitSums(count, stride);
    const direction = this.#common.fill(1 / Math.sqrt(dimensions));
    const next = this.#next;
    for (let step = 0; step < steps; step++) {
      next.fill(0);
      this.#iterate(count);
      toUnit(next);
      const cosine = dotProduct(next, direction);
      direction.set(next);
      if (cosine > same) break;
    }
    return direction.slice();
  }

  /** Adds to each word's sum the directions of the documents, every so many, that have it. */
  spread(stride: number, common: Float64Array): void {
    this.#common.set(common);
    const dimensions = this.#dimensions;
    const row = this.#row;
    const { sums, counts } = this;
    if (this.#wasm !== undefined) {
      this.#wasm.functions.spread(
        this.matrix.byteOffset,
        this.#starts.byteOffset,
        this.#ids.byteOffset,
        this.#documents,
        stride,
        this.#common.byteOffset,
        row.byteOffset,
        sums.byteOffset,
        counts.byteOffset,
        dimensions,
      );
      return;
    }
    const ids = this.#ids;
    const starts = this.#starts;
    for (let document = 0; document < this.#documents; document += stride) {
      this.#addUp(document, row);
      takeOut(row, this.#common);
      let before = -1;
      for (let i = starts[document] as number; i < (starts[document + 1] as number); i++) {
        const id = ids[i] as number;
        // Ids stand in ascending order: a repeated word counts once.
        if (id === before) continue;
        before = id;
        counts[id] = (counts[id] as number) + 1;
        const to = id * dimensions;
        for (let j = 0; j < dimensions; j++) sums[to + j] = (sums[to + j] as number) + (row[j] as number);
      }
    }
  }

  /** Directions of all documents without their part along a common one, row-major, {@link UNIT} long. */
  directions(common: Float64Array): Int8Array {
    this.#common.set(common);
    const dimensions = this.#dimensions;
    const row = this.#row;
    const rows = new Int8Array(row.buffer, this.#rows.byteOffset, this.#documents * dimensions);
    if (this.#wasm !== undefined) {
      this.#wasm.functions.directions(
        this.matrix.byteOffset,
        this.#starts.byteOffset,
        this.#ids.byteOffset,
        this.#documents,
        this.#common.byteOffset,
        row.byteOffset,
        rows.byteOffset,
        UNIT,
        dimensions,
      );
      return rows.slice();
    }
    for (let document = 0, to = 0; document < this.#documents; document++) {
      this.#addUp(document, row);
      takeOut(row, this.#common);
      for (let j = 0; j < dimensions; j++) rows[to++] = Math.floor((row[j] as number) * UNIT + 0.5);
    }
    return rows.slice();
  }

  #unitSums(count: number, stride: number): void {
    const dimensions = this.#dimensions;
    if (this.#wasm !== undefined) {
      this.#wasm.functions.unitSums(
        this.matrix.byteOffset,
        this.#starts.byteOffset,
        this.#ids.byteOffset,
        count,
        stride,
        this.#rows.byteOffset,
        dimensions,
      );
      return;
    }
    for (let place = 0; place < count; place++) {
      const row = this.#rows.subarray(place * dimensions, (place + 1) * dimensions);
      this.#addUp(place * stride, row);
      toUnit(row);
    }
  }

  /** A step of power iteration, from the common direction to the next. */
  #iterate(count: number): void {
    const dimensions = this.#dimensions;
    const rows = this.#rows;
    const direction = this.#common;
    const next = this.#next;
    if (this.#wasm !== undefined) {
      this.#wasm.functions.iterate(rows.byteOffset, count, direction.byteOffset, next.byteOffset, dimensions);
      return;
    }
    for (let from = 0; from < count * dimensions; from += dimensions) {
      let even = 0;
      let odd = 0;
      for (let j = 0; j < dimensions; j += 2) even += (rows[from + j] as number) * (direction[j] as number);
      for (let j = 1; j < dimensions; j += 2) odd += (rows[from + j] as number) * (direction[j] as number);
      const dot = even + odd;
      for (let j = 0; j < dimensions; j++) next[j] = (next[j] as number) + dot * (rows[from + j] as number);
    }
  }

  /** Writes the sum of the words' vectors of a document. */
  #addUp(document: number, out: Float64Array): void {
    const { matrix } = this;
    const ids = this.#ids;
    out.fill(0);
    for (let i = this.#starts[document] as number; i < (this.#starts[document + 1] as number); i++) {
      const from = (ids[i] as number) * out.length;
      for (let j = 0; j < out.length; j++) out[j] = (out[j] as number) + (matrix[from + j] as number);
    }
  }
}
