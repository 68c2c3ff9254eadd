import { type Directions, sentenceVectors, type WordVectors } from '../vectors/index.js';
import { gsdmm, type Mixture } from './gsdmm.js';
import { jointProbability } from './joint-probability.js';
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
    /** Of each row. */
    readonly directions: Directions;
  };
}

/** Weight and start do not hang on the caller's seed: another seed should tell the same story. */
const SEED = 1;
/** Chains that are begun differently: so many that they have about this many documents in all, at most eight. */
const STARTED = 40_000;
const MOST_STARTS = 8;

/**
 * GSDMM joined with the vectors of documents, and begun with groups of alike vectors, from which runs with different
 * seeds come to much the same topics. Of few documents, several chains are begun, and the most probable is taken.
 */
export function joinedMixture(
  { rows, bags, words }: Prepared,
  vectors: WordVectors,
  options: JoinedOptions,
): JoinedMixture {
  const { directions, common } = sentenceVectors(bags, words, vectors);
  const weight = options.weight ?? vectorWeight(rows, bags, words, vectors, { ...options, seed: SEED });
  const joined = { directions, weight };
  const documents = rows.starts.length - 1;
  const starts = Math.max(1, Math.min(MOST_STARTS, Math.floor(STARTED / documents)));
  let best: Mixture | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (let seed = SEED; seed < SEED + starts; seed++) {
    const start = sphericalKMeans(directions, options.k, seed);
    const mixture = gsdmm(rows, { ...options, start, joined: weight === 0 ? undefined : joined });
    const probability = starts === 1 ? 0 : jointProbability(rows, mixture.topics, { ...options, joined });
    if (best !== undefined && probability <= most) continue;
    best = mixture;
    most = probability;
  }
  const { topics, confidence } = best as Mixture;
  return { topics, confidence, joined: { weight, common, directions } };
}
