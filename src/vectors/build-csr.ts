import type { CsrMatrix } from './csr-matrix.js';

/** Entries of a matrix in any order; those of one place are added up. */
export interface Entries {
  readonly rows: number;
  readonly columns: number;
  readonly row: ArrayLike<number>;
  readonly column: ArrayLike<number>;
  readonly value: ArrayLike<number>;
}

/** The matrix of these entries, columns of each row in ascending order. O(n log n). */
export function fromEntries({ rows, columns, row, column, value }: Entries): CsrMatrix {
  const begins = new Int32Array(rows + 1);
  for (let i = 0; i < row.length; i++) {
    const next = (row[i] as number) + 1;
    begins[next] = (begins[next] as number) + 1;
  }
  for (let r = 0; r < rows; r++) begins[r + 1] = (begins[r + 1] as number) + (begins[r] as number);
  const order = new Int32Array(row.length);
  const next = begins.slice();
  for (let i = 0; i < row.length; i++) {
    const at = next[row[i] as number] as number;
    order[at] = i;
    next[row[i] as number] = at + 1;
  }
  const starts = new Int32Array(rows + 1);
  const ids = new Int32Array(row.length);
  const values = new Float64Array(row.length);
  let used = 0;
  for (let r = 0; r < rows; r++) {
    const own = order.subarray(begins[r] as number, begins[r + 1] as number);
    own.sort((a, b) => (column[a] as number) - (column[b] as number) || a - b);
    const first = used;
    for (const i of own) {
      const id = column[i] as number;
      if (used === first || ids[used - 1] !== id) ids[used++] = id;
      values[used - 1] = (values[used - 1] as number) + (value[i] as number);
    }
    starts[r + 1] = used;
  }
  return { rows, columns, starts, ids: ids.slice(0, used), values: values.slice(0, used) };
}

/** A + weight · B, both with the columns of each row in ascending order. O(nnz of both). */
export function addScaled(a: CsrMatrix, b: CsrMatrix, weight: number): CsrMatrix {
  const most = a.ids.length + b.ids.length;
  const starts = new Int32Array(a.rows + 1);
  const ids = new Int32Array(most);
  const values = new Float64Array(most);
  let used = 0;
  for (let row = 0; row < a.rows; row++) {
    let i = a.starts[row] as number;
    let j = b.starts[row] as number;
    const endA = a.starts[row + 1] as number;
    const endB = b.starts[row + 1] as number;
    while (i < endA || j < endB) {
      const idA = i < endA ? (a.ids[i] as number) : a.columns;
      const idB = j < endB ? (b.ids[j] as number) : a.columns;
      ids[used] = Math.min(idA, idB);
      values[used++] =
        (idA <= idB ? (a.values[i++] as number) : 0) + (idB <= idA ? weight * (b.values[j++] as number) : 0);
    }
    starts[row + 1] = used;
  }
  return { rows: a.rows, columns: a.columns, starts, ids: ids.slice(0, used), values: values.slice(0, used) };
}

/** The columns of A with those of B behind them. O(nnz of both). */
export function beside(a: CsrMatrix, b: CsrMatrix): CsrMatrix {
  const starts = a.starts.map((start, row) => start + (b.starts[row] as number));
  const ids = new Int32Array(a.ids.length + b.ids.length);
  const values = new Float64Array(ids.length);
  for (let row = 0; row < a.rows; row++) {
    const endA = a.starts[row + 1] as number;
    let to = starts[row] as number;
    for (let i = a.starts[row] as number; i < endA; i++, to++) {
      ids[to] = a.ids[i] as number;
      values[to] = a.values[i] as number;
    }
    for (let i = b.starts[row] as number; i < (b.starts[row + 1] as number); i++, to++) {
      ids[to] = a.columns + (b.ids[i] as number);
      values[to] = b.values[i] as number;
    }
  }
  return { rows: a.rows, columns: a.columns + b.columns, starts, ids, values };
}
