import type { Random } from '../base/random.js';
import { type CsrMatrix, multiply, multiplyTransposed } from './csr-matrix.js';

/** The leading left singular vectors of a matrix and their singular values, largest first. */
interface TruncatedSvd {
  /** Row-major, shape (rows, rank), columns of length 1. */
  readonly left: Float64Array;
  readonly singular: Float64Array;
  readonly rank: number;
}

/** Further directions that are carried along so that the wanted ones settle sooner. */
const OVERSAMPLING = 10;

/**
 * Truncated singular value decomposition of a sparse matrix by randomized subspace iteration on A·Aᵀ.
 *
 * @param rank at most the smaller side of the matrix; fewer are returned if it has fewer.
 * @param iterations passes over A and its transpose; 4 are enough where singular values fall slowly.
 * O(iterations · nnz · rank + rows · rank²) time.
 * @see Halko, Martinsson & Tropp, "Finding structure with randomness", SIAM Review 2011, algorithm 4.4
 */
export function truncatedSvd(a: CsrMatrix, rank: number, random: Random, iterations = 4): TruncatedSvd {
  const width = Math.min(rank + OVERSAMPLING, a.rows, a.columns);
  const basis = new Float64Array(a.rows * width);
  const other = new Float64Array(a.columns * width);
  for (let i = 0; i < other.length; i++) other[i] = random() + random() + random() - 1.5;
  multiply(a, other, width, basis);
  orthonormalize(basis, a.rows, width);
  for (let pass = 0; pass < iterations; pass++) {
    multiplyTransposed(a, basis, width, other);
    multiply(a, other, width, basis);
    orthonormalize(basis, a.rows, width);
  }
  // A·Aᵀ seen from the basis is small and symmetric: its eigenvectors turn the basis into singular vectors.
  multiplyTransposed(a, basis, width, other);
  const small = gram(other, a.columns, width);
  const { values, vectors } = symmetricEigen(small, width);
  const kept = Math.min(rank, width);
  const left = new Float64Array(a.rows * kept);
  for (let row = 0; row < a.rows; row++) {
    for (let i = 0; i < width; i++) {
      const value = basis[row * width + i] as number;
      if (value === 0) continue;
      for (let j = 0; j < kept; j++) {
        const at = row * kept + j;
        left[at] = (left[at] as number) + value * (vectors[i * width + j] as number);
      }
    }
  }
  const singular = new Float64Array(kept);
  for (let j = 0; j < kept; j++) singular[j] = Math.sqrt(Math.max(0, values[j] as number));
  return { left, singular, rank: kept };
}

/** Bᵀ·B of a dense row-major matrix of shape (rows, width). */
function gram(b: Float64Array, rows: number, width: number): Float64Array {
  const out = new Float64Array(width * width);
  for (let row = 0; row < rows; row++) {
    const at = row * width;
    for (let i = 0; i < width; i++) {
      const value = b[at + i] as number;
      for (let j = i; j < width; j++) {
        out[i * width + j] = (out[i * width + j] as number) + value * (b[at + j] as number);
      }
    }
  }
  for (let i = 0; i < width; i++)
    for (let j = 0; j < i; j++) out[i * width + j] = out[j * width + i] as number;
  return out;
}

/** Makes the columns of a dense row-major matrix orthonormal in place: Gram-Schmidt, each column twice; zero if dependent. */
function orthonormalize(b: Float64Array, rows: number, width: number): void {
  // Column-major while it is worked on: whole columns are read again and again.
  const columns = new Float64Array(b.length);
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < width; j++) columns[j * rows + row] = b[row * width + j] as number;
  }
  for (let j = 0; j < width; j++) {
    const column = columns.subarray(j * rows, (j + 1) * rows);
    const before = norm(column);
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < j; i++) {
        const earlier = columns.subarray(i * rows, (i + 1) * rows);
        let dot = 0;
        for (let row = 0; row < rows; row++) dot += (column[row] as number) * (earlier[row] as number);
        if (dot === 0) continue;
        for (let row = 0; row < rows; row++) {
          column[row] = (column[row] as number) - dot * (earlier[row] as number);
        }
      }
    }
    const length = norm(column);
    const factor = length > before * 1e-10 ? 1 / length : 0;
    for (let row = 0; row < rows; row++) column[row] = (column[row] as number) * factor;
  }
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < width; j++) b[row * width + j] = columns[j * rows + row] as number;
  }
}

function norm(column: Float64Array): number {
  let sum = 0;
  for (const value of column) sum += value * value;
  return Math.sqrt(sum);
}

/**
 * Eigenvalues, largest first, and eigenvectors (as columns) of a symmetric matrix by cyclic Jacobi rotations. O(size³).
 * @see Golub & Van Loan, Matrix Computations, §8.5
 */
function symmetricEigen(matrix: Float64Array, size: number): { values: Float64Array; vectors: Float64Array } {
  const a = matrix.slice();
  const v = new Float64Array(size * size);
  for (let i = 0; i < size; i++) v[i * size + i] = 1;
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    let all = 0;
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        const square = (a[i * size + j] as number) ** 2;
        all += square;
        if (i !== j) off += square;
      }
    }
    if (off <= all * 1e-26) break;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const apq = a[p * size + q] as number;
        if (apq === 0) continue;
        const theta = ((a[q * size + q] as number) - (a[p * size + p] as number)) / (2 * apq);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let i = 0; i < size; i++) {
          const x = a[i * size + p] as number;
          const y = a[i * size + q] as number;
          a[i * size + p] = c * x - s * y;
          a[i * size + q] = s * x + c * y;
        }
        for (let i = 0; i < size; i++) {
          const x = a[p * size + i] as number;
          const y = a[q * size + i] as number;
          a[p * size + i] = c * x - s * y;
          a[q * size + i] = s * x + c * y;
          const vx = v[i * size + p] as number;
          const vy = v[i * size + q] as number;
          v[i * size + p] = c * vx - s * vy;
          v[i * size + q] = s * vx + c * vy;
        }
      }
    }
  }
  const order = Array.from({ length: size }, (_, i) => i);
  order.sort((i, j) => (a[j * size + j] as number) - (a[i * size + i] as number) || i - j);
  const values = new Float64Array(size);
  const vectors = new Float64Array(size * size);
  for (const [to, from] of order.entries()) {
    values[to] = a[from * size + from] as number;
    for (let i = 0; i < size; i++) vectors[i * size + to] = v[i * size + from] as number;
  }
  return { values, vectors };
}
