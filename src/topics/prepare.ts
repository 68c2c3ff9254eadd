import { Vocabulary } from '../counting/vocabulary.js';
import type { Rows } from './gsdmm.js';
import type { TopicDocument } from './topic.js';

export interface Prepared {
  readonly rows: Rows;
  readonly vocabulary: Vocabulary;
  /** Row of each document, -1 for one without terms. */
  readonly rowOf: Int32Array;
}

/** Terms of one document alone say nothing of topics, and terms of nearly all documents neither. */
export function prepare(documents: readonly TopicDocument[]): Prepared {
  const frequency = new Map<string, number>();
  for (const { terms } of documents) {
    for (const term of new Set(terms)) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const least = documents.length >= 50 ? 2 : 1;
  const most = documents.length >= 20 ? documents.length * 0.3 : documents.length;
  const vocabulary = new Vocabulary();
  const rowOf = new Int32Array(documents.length).fill(-1);
  const known = new Map<string, number>();
  const starts = [0];
  const ids: number[] = [];
  for (const [index, { terms }] of documents.entries()) {
    const kept = terms.filter((term) => {
      const count = frequency.get(term) ?? 0;
      return count >= least && count <= most;
    });
    if (kept.length === 0) continue;
    const row = kept.map((term) => vocabulary.add(term)).sort((a, b) => a - b);
    const key = row.join(' ');
    const same = known.get(key);
    if (same !== undefined) {
      rowOf[index] = same;
      continue;
    }
    rowOf[index] = known.size;
    known.set(key, known.size);
    for (const id of row) ids.push(id);
    starts.push(ids.length);
  }
  return {
    rows: { starts: Int32Array.from(starts), ids: Int32Array.from(ids), terms: vocabulary.size },
    vocabulary,
    rowOf,
  };
}
