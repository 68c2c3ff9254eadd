import { checkStrings } from '../base/check.js';
import { compareStrings } from '../base/compare.js';
import { RedianError } from '../errors.js';
import { fromEntries } from './build-csr.js';
import type { Lines } from './co-occurrence.js';
import type { CsrMatrix } from './csr-matrix.js';

/** Two words and how often one stands beside the other. */
export type WordPair = readonly [word: string, other: string, count: number];

/** Longer documents are cut: what stands further apart is hardly one context, and pairs grow with the square. */
const WINDOW = 32;
/** A word has a byte for its length, in UTF-16 units. */
export const LONGEST_WORD = 255;

/** The words that are frequent enough, in order of their code units, and where they stand. */
export interface Vocabulary {
  readonly words: readonly string[];
  /** How often each stands in the documents, 1 if it stands in none. */
  readonly counts: Float64Array;
  /** The documents in windows. */
  readonly lines: Lines;
  /** How often words stand beside each other elsewhere, shape (words, words), symmetric; not given without pairs. */
  readonly pairs: CsrMatrix | undefined;
}

/**
 * @param minCount words that stand fewer times in the documents, and fewer times in the pairs, are left out.
 * @throws {RedianError} INVALID_ARGUMENT for a pair that is none.
 */
export function readVocabulary(
  documents: Iterable<readonly string[]>,
  pairs: Iterable<WordPair>,
  minCount: number,
): Vocabulary {
  const first = new Map<string, number>();
  const frequency: number[] = [];
  const inPairs: number[] = [];
  const idOf = (word: string): number => {
    let id = first.get(word);
    if (id === undefined) {
      id = first.size;
      first.set(word, id);
      frequency.push(0);
      inPairs.push(0);
    }
    return id;
  };
  const starts = [0];
  const ids: number[] = [];
  let documentPlace = 0;
  for (const terms of documents) {
    checkStrings(`documents[${documentPlace++}]`, terms);
    let inWindow = 0;
    for (const term of terms) {
      if (!canBeKept(term)) continue;
      const id = idOf(term);
      frequency[id] = (frequency[id] as number) + 1;
      ids.push(id);
      inWindow++;
      if (inWindow < WINDOW) continue;
      starts.push(ids.length);
      inWindow = 0;
    }
    if (inWindow > 0) starts.push(ids.length);
  }
  const pairIds: number[] = [];
  const pairCounts: number[] = [];
  for (const [word, other, count] of checkedPairs(pairs)) {
    if (word === other || !canBeKept(word) || !canBeKept(other)) continue;
    for (const id of [idOf(word), idOf(other)]) {
      pairIds.push(id);
      inPairs[id] = (inPairs[id] as number) + count;
    }
    pairCounts.push(count);
  }
  const kept = [...first].filter(
    ([, id]) => (frequency[id] as number) >= minCount || (inPairs[id] as number) >= minCount,
  );
  kept.sort((a, b) => compareStrings(a[0], b[0]));
  const target = new Int32Array(first.size).fill(-1);
  for (const [to, [, from]] of kept.entries()) target[from] = to;
  return {
    words: kept.map(([word]) => word),
    counts: Float64Array.from(kept, ([, id]) => Math.max(1, frequency[id] as number)),
    lines: {
      starts: Int32Array.from(starts),
      ids: Int32Array.from(ids, (id) => target[id] as number),
      words: kept.length,
    },
    pairs: pairCounts.length === 0 ? undefined : pairTable(pairIds, pairCounts, target, kept.length),
  };
}

/** UTF-8 has no half of a pair of surrogates. */
export const halfPair = /\p{Surrogate}/u;

function canBeKept(word: string): boolean {
  return word !== '' && word.length <= LONGEST_WORD && !halfPair.test(word);
}

function* checkedPairs(pairs: Iterable<WordPair>): Generator<WordPair> {
  let place = 0;
  for (const pair of pairs) {
    const [word, other, count]: readonly unknown[] = Array.isArray(pair) ? pair : [];
    const isPair =
      typeof word === 'string' && typeof other === 'string' && Number.isFinite(count) && Number(count) >= 0;
    if (!isPair) {
      throw new RedianError(
        'INVALID_ARGUMENT',
        `pairs[${place}]: expected [word, word, count] with a count of 0 or more, got ${JSON.stringify(pair)}`,
      );
    }
    yield pair;
    place++;
  }
}

/** Each pair in both of its rows. */
function pairTable(
  ids: readonly number[],
  counts: readonly number[],
  target: Int32Array,
  words: number,
): CsrMatrix {
  const row: number[] = [];
  const column: number[] = [];
  const value: number[] = [];
  for (const [pair, count] of counts.entries()) {
    const a = target[ids[2 * pair] as number] as number;
    const b = target[ids[2 * pair + 1] as number] as number;
    if (a < 0 || b < 0 || count === 0) continue;
    row.push(a, b);
    column.push(b, a);
    value.push(count, count);
  }
  return fromEntries({ rows: words, columns: words, row, column, value });
}
