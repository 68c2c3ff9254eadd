/** A sparse matrix in compressed rows: row r has values[i] in column ids[i] for i in [starts[r], starts[r + 1]). */
export interface CsrMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float64Array;
}

/** A · B with B dense, row-major, shape (A.columns, width); written to `out`, shape (A.rows, width). O(nnz · width). */
export function multiply(a: CsrMatrix, b: Float64Array, width: number, out: Float64Array): void {
  const { starts, ids, values } = a;
  out.fill(0, 0, a.rows * width);
  for (let row = 0; row < a.rows; row++) {
    const to = row * width;
    const end = starts[row + 1] as number;
    for (let i = starts[row] as number; i < end; i++) {
      const from = (ids[i] as number) * width;
      const value = values[i] as number;
      for (let j = 0; j < width; j++) {
        out[to + j] = (out[to + j] as number) + value * (b[from + j] as number);
      }
    }
  }
}

/** Aᵀ · B with B dense, row-major, shape (A.rows, width); written to `out`, shape (A.columns, width). */
export function multiplyTransposed(a: CsrMatrix, b: Float64Array, width: number, out: Float64Array): void {
  const { starts, ids, values } = a;
  out.fill(0, 0, a.columns * width);
  for (let row = 0; row < a.rows; row++) {
    const from = row * width;
    const end = starts[row + 1] as number;
    for (let i = starts[row] as number; i < end; i++) {
      const to = (ids[i] as number) * width;
      const value = values[i] as number;
      for (let j = 0; j < width; j++) {
        out[to + j] = (out[to + j] as number) + value * (b[from + j] as number);
      }
    }
  }
}
