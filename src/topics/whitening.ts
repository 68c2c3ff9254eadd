import { WasmFile } from '../base/wasm-file.js';
import { type Directions, UNIT } from '../vectors/index.js';

/** What src/wasm/whitening.ts exports; arrays are addresses. */
interface Functions {
  whiten(rows: number, count: number, triangle: number, made: number, unit: number, dimensions: number): void;
}

const file = new WasmFile<Functions>('whitening.wasm');

/** Share of the mean variance that is added to each dimension's. */
const PRIOR = 1;
/** Rows that are multiplied together. */
const TOGETHER = 4;

/**
 * What vectors are multiplied by so that dimensions count by how little they vary inside of topics: the inverse of the
 * Cholesky factor of the covariance inside of topics, with its mean variance added to the diagonal. What varies as
 * much inside of topics as between them says little of topics: linear discriminant analysis.
 *
 * @returns its lower triangle, row by row. O(documents · dimensions²).
 */
export function whitening({ rows, dimensions }: Directions, topics: Int32Array, k: number): Float64Array {
  const means = new Float64Array(k * dimensions);
  const sizes = new Int32Array(k);
  for (let document = 0; document < topics.length; document++) {
    const topic = topics[document] as number;
    const from = document * dimensions;
    const to = topic * dimensions;
    sizes[topic] = (sizes[topic] as number) + 1;
    for (let j = 0; j < dimensions; j++)
      means[to + j] = (means[to + j] as number) + (rows[from + j] as number);
  }
  for (let at = 0; at < means.length; at++) {
    means[at] = (means[at] as number) / Math.max(1, sizes[Math.floor(at / dimensions)] as number);
  }
  const factor = scatter({ rows, dimensions }, topics, means);
  let trace = 0;
  for (let i = 0; i < dimensions; i++) trace += factor[i * (dimensions + 1)] as number;
  // Documents that are all the same vary in nothing.
  const prior = trace === 0 ? 1 : (PRIOR * trace) / dimensions;
  for (let i = 0; i < dimensions; i++) {
    factor[i * (dimensions + 1)] = (factor[i * (dimensions + 1)] as number) + prior;
    for (let j = 0; j <= i; j++) {
      let sum = factor[i * dimensions + j] as number;
      for (let m = 0; m < j; m++) {
        sum -= (factor[i * dimensions + m] as number) * (factor[j * dimensions + m] as number);
      }
      factor[i * dimensions + j] = i === j ? Math.sqrt(sum) : sum / (factor[j * (dimensions + 1)] as number);
    }
  }
  return invert(factor, dimensions, Math.sqrt(prior));
}

/** Lower triangle of the sum of the products of rows, less the means of their topics, with themselves; row-major, square. */
function scatter({ rows, dimensions }: Directions, topics: Int32Array, means: Float64Array): Float64Array {
  const sums = new Float64Array(dimensions * dimensions);
  const centered = new Float64Array(TOGETHER * dimensions);
  const [row1, row2, row3] = [dimensions, 2 * dimensions, 3 * dimensions];
  for (let first = 0; first < topics.length; first += TOGETHER) {
    // Rows that the last ones lack are zero, and add nothing.
    centered.fill(0);
    for (let document = first; document < Math.min(first + TOGETHER, topics.length); document++) {
      const from = document * dimensions;
      const to = (document - first) * dimensions;
      const mean = (topics[document] as number) * dimensions;
      for (let j = 0; j < dimensions; j++)
        centered[to + j] = (rows[from + j] as number) - (means[mean + j] as number);
    }
    for (let i = 0, at = 0; i < dimensions; i++, at = i * dimensions) {
      const value0 = centered[i] as number;
      const value1 = centered[row1 + i] as number;
      const value2 = centered[row2 + i] as number;
      const value3 = centered[row3 + i] as number;
      for (let j = 0; j <= i; j++) {
        let sum = sums[at + j] as number;
        sum += value0 * (centered[j] as number);
        sum += value1 * (centered[row1 + j] as number);
        sum += value2 * (centered[row2 + j] as number);
        sum += value3 * (centered[row3 + j] as number);
        sums[at + j] = sum;
      }
    }
  }
  return sums;
}

/** Inverse of a lower triangular matrix, times a scale; its lower triangle, row by row. */
function invert(lower: Float64Array, size: number, scale: number): Float64Array {
  const inverse = new Float64Array((size * (size + 1)) / 2);
  const at = (row: number, column: number): number => (row * (row + 1)) / 2 + column;
  for (let column = 0; column < size; column++) {
    for (let i = column; i < size; i++) {
      let sum = i === column ? scale : 0;
      for (let m = column; m < i; m++) {
        sum -= (lower[i * size + m] as number) * (inverse[at(m, column)] as number);
      }
      inverse[at(i, column)] = sum / (lower[i * (size + 1)] as number);
    }
  }
  return inverse;
}

/** Directions multiplied by what {@link whitening} gives, of length 1 again. O(documents · dimensions²). */
export function whiten(directions: Directions, triangle: Float64Array): Directions {
  return whitenInWasm(directions, triangle) ?? whitenInJavaScript(directions, triangle);
}

/** By vector instructions, if there are any: the same bits as {@link whitenInJavaScript} gives. */
function whitenInWasm({ rows, dimensions }: Directions, triangle: Float64Array): Directions | undefined {
  const triangleAt = WasmFile.FIRST;
  const madeAt = triangleAt + 8 * triangle.length;
  const rowsAt = madeAt + 32 * dimensions;
  const wasm = file.take(rowsAt + rows.length);
  if (wasm === undefined) return undefined;
  const { buffer } = wasm.memory;
  new Float64Array(buffer, triangleAt, triangle.length).set(triangle);
  const own = new Int8Array(buffer, rowsAt, rows.length);
  own.set(rows);
  wasm.functions.whiten(rowsAt, rows.length / dimensions, triangleAt, madeAt, UNIT, dimensions);
  const out = own.slice();
  file.give(wasm);
  return { rows: out, dimensions };
}

export function whitenInJavaScript({ rows, dimensions }: Directions, triangle: Float64Array): Directions {
  const out = new Int8Array(rows.length);
  const given = new Float64Array(TOGETHER * dimensions);
  const made = new Float64Array(TOGETHER * dimensions);
  const [row1, row2, row3] = [dimensions, 2 * dimensions, 3 * dimensions];
  for (let first = 0; first < rows.length; first += TOGETHER * dimensions) {
    const length = Math.min(TOGETHER * dimensions, rows.length - first);
    for (let j = 0; j < length; j++) given[j] = rows[first + j] as number;
    let at = 0;
    for (let i = 0; i < dimensions; i++) {
      let sum0 = 0;
      let sum1 = 0;
      let sum2 = 0;
      let sum3 = 0;
      for (let j = 0; j <= i; j++) {
        const factor = triangle[at++] as number;
        sum0 += factor * (given[j] as number);
        sum1 += factor * (given[row1 + j] as number);
        sum2 += factor * (given[row2 + j] as number);
        sum3 += factor * (given[row3 + j] as number);
      }
      made[i] = sum0;
      made[row1 + i] = sum1;
      made[row2 + i] = sum2;
      made[row3 + i] = sum3;
    }
    for (let from = 0; from < length; from += dimensions) {
      let squares = 0;
      for (let i = from; i < from + dimensions; i++) squares += (made[i] as number) * (made[i] as number);
      const scale = squares === 0 ? 0 : UNIT / Math.sqrt(squares);
      for (let i = from; i < from + dimensions; i++)
        out[first + i] = Math.floor((made[i] as number) * scale + 0.5);
    }
  }
  return { rows: out, dimensions };
}
