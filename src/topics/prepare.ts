import { Vocabulary } from '../counting/vocabulary.js';
import type { WordVectors } from '../vectors/index.js';
import type { Rows } from './gsdmm.js';
import type { TopicDocument } from './topic.js';

export interface Prepared {
  /** Documents with different terms, once each. */
  readonly rows: Rows;
  /** All terms of each row, also those that the rows leave out. */
  readonly texts: readonly (readonly string[])[];
  readonly vocabulary: Vocabulary;
  /** Row of each document, -1 for one that has nothing to be placed by. */
  readonly rowOf: Int32Array;
}

/**
 * Terms of one document alone say nothing of topics, and terms of nearly all documents neither; with vectors they
 * say where their document belongs.
 */
export function prepare(documents: readonly TopicDocument[], vectors?: WordVectors): Prepared {
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
  const texts: (readonly string[])[] = [];
  for (const [index, { terms }] of documents.entries()) {
    const kept = terms.filter((term) => {
      const count = frequency.get(term) ?? 0;
      return count >= least && count <= most;
    });
    if (kept.length === 0 && !(vectors !== undefined && terms.some((term) => vectors.has(term)))) continue;
    const row = kept.map((term) => vocabulary.add(term)).sort((a, b) => a - b);
    let key = row.join(' ');
    if (vectors !== undefined) {
      const others = terms.filter((term) => vocabulary.id(term) < 0 && vectors.has(term)).sort();
      key = `${key}\n${others.join('\n')}`;
    }
    const same = known.get(key);
    if (same !== undefined) {
      rowOf[index] = same;
      continue;
    }
    rowOf[index] = known.size;
    known.set(key, known.size);
    for (const id of row) ids.push(id);
    starts.push(ids.length);
    texts.push(terms);
  }
  return {
    rows: { starts: Int32Array.from(starts), ids: Int32Array.from(ids), terms: vocabulary.size },
    texts,
    vocabulary,
    rowOf,
  };
}
