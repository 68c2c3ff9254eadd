import type { CsrMatrix } from './csr-matrix.js';
import { shiftedInformation, smooth } from './mutual-information.js';

/** Lines as word ids, one behind the other: line l is ids[starts[l], starts[l + 1]); −1 for a word without an id. */
export interface Lines {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  /** Number of different ids. */
  readonly words: number;
}

/**
 * Positive pointwise mutual information of words that stand in one line, counted over pairs of positions of a line.
 * A table of the counts is never kept: it would be four times as large.
 *
 * @returns shape (words, words). O(pairs of positions).
 */
export function ppmiOfLines(lines: Lines): CsrMatrix {
  const { words, starts, ids } = lines;
  // Postings: in which lines a word stands, once for each time.
  const postings = new Int32Array(words + 1);
  for (const id of ids) if (id >= 0) postings[id + 1] = (postings[id + 1] as number) + 1;
  for (let w = 0; w < words; w++) postings[w + 1] = (postings[w + 1] as number) + (postings[w] as number);
  const next = postings.slice();
  const where = new Int32Array(postings[words] as number);
  for (let line = 0; line + 1 < starts.length; line++) {
    for (let i = starts[line] as number; i < (starts[line + 1] as number); i++) {
      const id = ids[i] as number;
      if (id < 0) continue;
      const at = next[id] as number;
      where[at] = line;
      next[id] = at + 1;
    }
  }
  const counts = new Int32Array(words);
  const touched: number[] = [];
  const countRow = (w: number): number => {
    let total = 0;
    touched.length = 0;
    for (let p = postings[w] as number; p < (postings[w + 1] as number); p++) {
      const line = where[p] as number;
      for (let i = starts[line] as number; i < (starts[line + 1] as number); i++) {
        const other = ids[i] as number;
        if (other < 0 || other === w) continue;
        if (counts[other] === 0) touched.push(other);
        counts[other] = (counts[other] as number) + 1;
        total++;
      }
    }
    return total;
  };
  const totals = new Float64Array(words);
  for (let w = 0; w < words; w++) {
    totals[w] = countRow(w);
    for (const other of touched) counts[other] = 0;
  }
  const contexts = smooth(totals);
  const rowStarts = new Int32Array(words + 1);
  let capacity = 1 << 20;
  let columns = new Int32Array(capacity);
  let values = new Float64Array(capacity);
  let used = 0;
  for (let w = 0; w < words; w++) {
    countRow(w);
    touched.sort((a, b) => a - b);
    if (used + touched.length > capacity) {
      capacity = Math.max(capacity * 2, used + touched.length);
      const moreColumns = new Int32Array(capacity);
      moreColumns.set(columns);
      columns = moreColumns;
      const moreValues = new Float64Array(capacity);
      moreValues.set(values);
      values = moreValues;
    }
    for (const other of touched) {
      const value = shiftedInformation(counts[other] as number, totals[w] as number, other, contexts);
      counts[other] = 0;
      if (value <= 0) continue;
      columns[used] = other;
      values[used++] = value;
    }
    rowStarts[w + 1] = used;
  }
  return {
    rows: words,
    columns: words,
    starts: rowStarts,
    ids: columns.slice(0, used),
    values: values.slice(0, used),
  };
}
