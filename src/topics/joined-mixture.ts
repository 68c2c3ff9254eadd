import { sentenceVectors, type WordVectors } from '../vectors/index.js';
import { gsdmm } from './gsdmm.js';
import type { Prepared } from './prepare.js';
import { sphericalKMeans } from './spherical-k-means.js';
import { vectorWeight } from './vector-weight.js';

export interface JoinedOptions {
  readonly k: number;
  readonly alpha: number;
  readonly beta: number;
  readonly sweeps: number;
  readonly seed: number;
  /** Weight of the vectors. Default: by {@link vectorWeight}. */
  readonly weight?: number | undefined;
}

export interface JoinedMixture {
  readonly topics: Int32Array;
  readonly confidence: Float64Array;
  readonly joined: {
    readonly weight: number;
    /** The direction that was taken out of all vectors. */
    readonly common: Float64Array;
    /** Of each row, row-major, shape (rows, dimensions). */
    readonly directions: Float64Array;
  };
}

/** Weight and start do not hang on the caller's seed: another seed should tell the same story. */
const SEED = 1;

/**
 * GSDMM joined with the vectors of documents, and begun with groups of alike vectors, from which runs with different
 * seeds come to much the same topics.
 */
export function joinedMixture(
  { rows, texts, vocabulary }: Prepared,
  vectors: WordVectors,
  options: JoinedOptions,
): JoinedMixture {
  const weight =
    options.weight ?? vectorWeight(rows, texts, vocabulary.words, vectors, { ...options, seed: SEED });
  const { rows: directions, dimensions, common } = sentenceVectors(texts, vectors);
  const start = sphericalKMeans(directions, dimensions, options.k, SEED);
  const { topics, confidence } = gsdmm(rows, {
    ...options,
    start,
    ...(weight === 0 ? undefined : { directions: { rows: directions, dimensions, weight } }),
  });
  return { topics, confidence, joined: { weight, common, directions } };
}
