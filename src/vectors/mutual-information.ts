import { ln, pow } from '../base/math.js';
import type { CsrMatrix } from './csr-matrix.js';

/** Exponent of context counts, which keeps rare contexts from being overrated (Levy, Goldberg & Dagan, 2015, §3.2). */
const SMOOTHING = 0.5;
/** Mutual information that counts as none: ln 2. */
const SHIFT = 0.7;

/** Totals of contexts, smoothed, and their sum. */
export interface SmoothedTotals {
  readonly values: Float64Array;
  readonly sum: number;
}

export function smooth(totals: Float64Array): SmoothedTotals {
  const values = totals.map((total) => pow(total, SMOOTHING));
  let sum = 0;
  for (const value of values) sum += value;
  return { values, sum };
}

/**
 * Pointwise mutual information of a word and a context, shifted: ln(n[w, c] · N' / (n[w] · n[c]^smoothing)) − shift, where
 * N' is the sum of n[c]^smoothing. Only what is above 0 is kept.
 *
 * @see Levy, Goldberg & Dagan, "Improving distributional similarity with lessons learned from word embeddings", TACL 2015
 */
export function shiftedInformation(
  count: number,
  ofWord: number,
  context: number,
  contexts: SmoothedTotals,
): number {
  return ln((count * (contexts.sum / ofWord)) / (contexts.values[context] as number)) - SHIFT;
}

/** Positive pointwise mutual information of the words (rows) and contexts (columns) of a table of counts. O(nnz). */
export function ppmi(counts: CsrMatrix): CsrMatrix {
  const { rows, columns, starts, ids } = counts;
  const ofWord = new Float64Array(rows);
  const ofContext = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
      const count = counts.values[i] as number;
      const id = ids[i] as number;
      ofWord[row] = (ofWord[row] as number) + count;
      ofContext[id] = (ofContext[id] as number) + count;
    }
  }
  const contexts = smooth(ofContext);
  const kept = { starts: new Int32Array(rows + 1), ids: ids.slice(), values: counts.values.slice() };
  let used = 0;
  for (let row = 0; row < rows; row++) {
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
      const id = ids[i] as number;
      const value = shiftedInformation(counts.values[i] as number, ofWord[row] as number, id, contexts);
      if (value <= 0) continue;
      kept.ids[used] = id;
      kept.values[used++] = value;
    }
    kept.starts[row + 1] = used;
  }
  return {
    rows,
    columns,
    starts: kept.starts,
    ids: kept.ids.slice(0, used),
    values: kept.values.slice(0, used),
  };
}
