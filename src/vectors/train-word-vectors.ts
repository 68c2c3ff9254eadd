import { checkIterable, checkNumber } from '../base/check.js';
import { compareStrings } from '../base/compare.js';
import { seededRandom } from '../base/random.js';
import { RedianError } from '../errors.js';
import { type Lines, ppmi } from './co-occurrence.js';
import { CODES_PER_BYTE, encode } from './quantize.js';
import { truncatedSvd } from './truncated-svd.js';
import { WordVectors } from './word-vectors.js';

export interface TrainVectorsOptions {
  /** A multiple of 4, at most the number of words that are kept. Default: 64. */
  readonly dimensions?: number;
  /** Words that stand fewer times are left out. Default: 5. */
  readonly minCount?: number;
  /** Default: 1. */
  readonly seed?: number;
}

/** Longer documents are cut: what stands further apart is hardly one context, and pairs grow with the square. */
const WINDOW = 32;
/** A word has a byte for its length. */
const LONGEST_WORD = 255;
/** Exponent of context counts, which keeps rare contexts from being overrated (Levy, Goldberg & Dagan, 2015, §3.2). */
const SMOOTHING = 0.5;
/** Pointwise mutual information that counts as none: ln 2. */
const SHIFT = 0.7;

/**
 * Trains word vectors on documents: positive pointwise mutual information of words in one document, factorized by a
 * truncated SVD, each dimension weighted by the root of its singular value, two bits a dimension.
 *
 * @param documents  terms of each, such as `countingTerms` gives; those of more than 32 terms are cut.
 * @returns the same table for the same documents, options and order. About a minute for 800,000 titles:
 * O(pairs + 8 · different pairs · dimensions) time, O(different pairs) memory.
 * @throws {RedianError} INVALID_ARGUMENT for an option out of its range, or if fewer words than dimensions are left.
 * @see Levy, Goldberg & Dagan, "Improving distributional similarity with lessons learned from word embeddings", 2015
 */
export function trainWordVectors(
  documents: Iterable<readonly string[]>,
  options: TrainVectorsOptions = {},
): WordVectors {
  const { dimensions = 64, minCount = 5, seed = 1 } = options;
  checkNumber('dimensions', dimensions, { min: CODES_PER_BYTE, max: 1024, integer: true });
  checkNumber('minCount', minCount, { min: 1, integer: true });
  checkNumber('seed', seed);
  if (dimensions % CODES_PER_BYTE !== 0) {
    throw new RedianError('INVALID_ARGUMENT', `dimensions: expected a multiple of 4, got ${dimensions}`);
  }
  checkIterable('documents', documents, 'arrays of words');
  const { lines, words, counts } = readLines(documents, minCount);
  if (words.length < dimensions) {
    throw new RedianError(
      'INVALID_ARGUMENT',
      `documents: ${words.length} words stand ${minCount} times or more, expected at least as many as ` +
        `dimensions, ${dimensions}: give more text, fewer dimensions or a smaller minCount`,
    );
  }
  const { left, singular, rank } = truncatedSvd(
    ppmi(lines, SMOOTHING, SHIFT),
    dimensions,
    seededRandom(seed),
    3,
  );
  const vectors = new Float64Array(words.length * dimensions);
  for (let word = 0; word < words.length; word++) {
    let squares = 0;
    for (let j = 0; j < rank; j++) {
      const value = (left[word * rank + j] as number) * Math.sqrt(singular[j] as number);
      vectors[word * dimensions + j] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares) || 1;
    for (let j = 0; j < rank; j++) {
      const at = word * dimensions + j;
      vectors[at] = (vectors[at] as number) / length;
    }
  }
  const squares = new Float64Array(dimensions);
  for (let i = 0; i < vectors.length; i++) {
    const j = i % dimensions;
    squares[j] = (squares[j] as number) + (vectors[i] as number) ** 2;
  }
  const scales = squares.map((sum) => Math.sqrt(sum / words.length));
  let total = 0;
  for (const count of counts) total += count;
  return new WordVectors({
    words,
    probabilities: counts.map((count) => count / total),
    dimensions,
    scales,
    codes: encode(vectors, scales),
  });
}

/** Documents as ids of the words that are frequent enough, in windows; words in order of their code units. */
function readLines(
  documents: Iterable<readonly string[]>,
  minCount: number,
): { lines: Lines; words: string[]; counts: Float64Array } {
  const first = new Map<string, number>();
  const frequency: number[] = [];
  const starts = [0];
  const ids: number[] = [];
  for (const terms of documents) {
    let inWindow = 0;
    for (const term of terms) {
      if (term === '' || term.length > LONGEST_WORD) continue;
      let id = first.get(term);
      if (id === undefined) {
        id = first.size;
        first.set(term, id);
        frequency.push(0);
      }
      frequency[id] = (frequency[id] as number) + 1;
      ids.push(id);
      inWindow++;
      if (inWindow < WINDOW) continue;
      starts.push(ids.length);
      inWindow = 0;
    }
    if (inWindow > 0) starts.push(ids.length);
  }
  const kept = [...first].filter(([, id]) => (frequency[id] as number) >= minCount);
  kept.sort((a, b) => compareStrings(a[0], b[0]));
  const target = new Int32Array(first.size).fill(-1);
  for (const [to, [, from]] of kept.entries()) target[from] = to;
  return {
    lines: {
      starts: Int32Array.from(starts),
      ids: Int32Array.from(ids, (id) => target[id] as number),
      words: kept.length,
    },
    words: kept.map(([word]) => word),
    counts: Float64Array.from(kept, ([, id]) => frequency[id] as number),
  };
}
