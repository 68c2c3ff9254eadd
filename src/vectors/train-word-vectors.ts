import { checkIterable, checkNumber, checkOptions, type OptionNames } from '../base/check.js';
import { seededRandom } from '../base/random.js';
import { RedianError } from '../errors.js';
import { addScaled, beside } from './build-csr.js';
import { charactersOf } from './characters.js';
import { ppmiOfLines } from './co-occurrence.js';
import type { CsrMatrix } from './csr-matrix.js';
import { ppmi } from './mutual-information.js';
import { CODES_PER_BYTE, encode } from './quantize.js';
import { truncatedSvd } from './truncated-svd.js';
import { readVocabulary, type Vocabulary, type WordPair } from './vocabulary.js';
import { WordVectors } from './word-vectors.js';

export interface TrainVectorsOptions {
  /** A multiple of 4, at most the number of words that are kept. Default: 64. */
  readonly dimensions?: number | undefined;
  /** Words that stand fewer times are left out. Default: 5. */
  readonly minCount?: number | undefined;
  /** Default: 1. */
  readonly seed?: number | undefined;
  /**
   * How often words stand beside each other elsewhere, such as the bigrams of a language model, in any order. They tell what
   * the documents say too rarely, and give words of at least `minCount` pairs that the documents lack. Default: none.
   */
  readonly pairs?: Iterable<WordPair> | undefined;
}

const trainVectorsOptions: OptionNames<TrainVectorsOptions> = {
  dimensions: true,
  minCount: true,
  seed: true,
  pairs: true,
};

/** What pairs of another source count against those of the documents. */
const PAIRS = 0.5;

/**
 * Trains word vectors on documents: positive pointwise mutual information of words in one document, half of that of `pairs`
 * added, and of words and the Han characters that they are written with, factorized by a truncated SVD, each dimension weighted
 * by the root of its singular value, two bits a dimension.
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
  checkOptions(options, trainVectorsOptions);
  const { dimensions = 64, minCount = 5, seed = 1, pairs = [] } = options;
  checkNumber('dimensions', dimensions, { min: CODES_PER_BYTE, max: 1024, integer: true });
  checkNumber('minCount', minCount, { min: 1, integer: true });
  checkNumber('seed', seed);
  if (dimensions % CODES_PER_BYTE !== 0) {
    throw new RedianError('INVALID_ARGUMENT', `dimensions: expected a multiple of 4, got ${dimensions}`);
  }
  checkIterable('documents', documents, 'arrays of words');
  checkIterable('pairs', pairs, '[word, word, count]');
  const vocabulary = readVocabulary(documents, pairs, minCount);
  const { words, counts } = vocabulary;
  if (words.length < dimensions) {
    throw new RedianError(
      'INVALID_ARGUMENT',
      `documents: ${words.length} words stand ${minCount} times or more, expected at least as many as ` +
        `dimensions, ${dimensions}: give more text, fewer dimensions or a smaller minCount`,
    );
  }
  const { left, singular, rank } = truncatedSvd(contextsOf(vocabulary), dimensions, seededRandom(seed), 3);
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

/** What words (rows) and their contexts (columns: words, then characters) have in common. */
function contextsOf({ words, lines, pairs }: Vocabulary): CsrMatrix {
  const inLines = ppmiOfLines(lines);
  const ofWords = pairs === undefined ? inLines : addScaled(inLines, ppmi(pairs), PAIRS);
  return beside(ofWords, ppmi(charactersOf(words)));
}
