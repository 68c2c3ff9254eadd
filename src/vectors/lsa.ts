import { ln } from '../base/math.js';
import { seededRandom } from '../base/random.js';
import type { CsrMatrix } from './csr-matrix.js';
import { truncatedSvd } from './truncated-svd.js';

/** Documents in the space of latent semantic analysis. */
export interface Lsa {
  /** Dimensions of the space: those asked for, or fewer if the documents or terms are fewer. */
  readonly dimensions: number;
  /** Row-major, shape (documents, dimensions), rows of length 1; zero for a document without terms. */
  readonly rows: Float64Array;
}

/**
 * Latent semantic analysis: TF-IDF with smooth idf, rows scaled to length 1, reduced by a truncated SVD, rows scaled
 * again. Documents are term ids in compressed rows: those of document d are ids[starts[d], starts[d + 1]).
 *
 * O(terms of all documents · dimensions).
 * @see Deerwester et al., "Indexing by latent semantic analysis", 1990
 */
export function lsa(
  documents: { readonly starts: Int32Array; readonly ids: Int32Array; readonly terms: number },
  dimensions: number,
  seed: number,
): Lsa {
  const { rows: count, ...matrix } = tfIdf(documents);
  const { left, singular, rank } = truncatedSvd({ rows: count, ...matrix }, dimensions, seededRandom(seed));
  const rows = new Float64Array(count * rank);
  for (let row = 0; row < count; row++) {
    let squares = 0;
    for (let j = 0; j < rank; j++) {
      const value = (left[row * rank + j] as number) * (singular[j] as number);
      rows[row * rank + j] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares);
    if (length === 0) continue;
    for (let j = 0; j < rank; j++) rows[row * rank + j] = (rows[row * rank + j] as number) / length;
  }
  return { dimensions: rank, rows };
}

/** Rows of length 1 of tf · (1 + ln((1 + n)/(1 + df))). */
function tfIdf(documents: {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly terms: number;
}): CsrMatrix {
  const { starts, ids, terms } = documents;
  const count = starts.length - 1;
  const df = new Float64Array(terms);
  const last = new Int32Array(terms).fill(-1);
  for (let row = 0; row < count; row++) {
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
      const id = ids[i] as number;
      if (last[id] === row) continue;
      last[id] = row;
      df[id] = (df[id] as number) + 1;
    }
  }
  const idf = df.map((own) => 1 + ln((1 + count) / (1 + own)));
  const values = new Float64Array(ids.length);
  const tf = new Float64Array(terms);
  for (let row = 0; row < count; row++) {
    const from = starts[row] as number;
    const to = starts[row + 1] as number;
    for (let i = from; i < to; i++) tf[ids[i] as number] = (tf[ids[i] as number] as number) + 1;
    let squares = 0;
    for (let i = from; i < to; i++) {
      const id = ids[i] as number;
      // A term of t occurrences has t entries, each of the t-th part of its weight.
      squares += (tf[id] as number) * (idf[id] as number) ** 2;
      values[i] = idf[id] as number;
    }
    const length = Math.sqrt(squares) || 1;
    for (let i = from; i < to; i++) values[i] = (values[i] as number) / length;
    for (let i = from; i < to; i++) tf[ids[i] as number] = 0;
  }
  return { rows: count, columns: terms, starts, ids, values };
}
