import { type Directions, everyDirection, sentenceVectors, type WordVectors } from '../vectors/index.js';
import { consensus } from './consensus.js';
import { Chain } from './gsdmm.js';
import type { Grouping } from './model-counts.js';
import type { Prepared } from './prepare.js';
import { sampleRows } from './sample-rows.js';
import { sphericalKMeans } from './spherical-k-means.js';
import { vectorWeight } from './vector-weight.js';
import { whiten, whitening } from './whitening.js';

interface JoinedOptions {
  readonly k: number;
  readonly alpha: number;
  readonly beta: number;
  readonly sweeps: number;
  readonly seed: number;
  /** Weight of the vectors once they are whitened. Default: by {@link vectorWeight}. */
  readonly weight?: number | undefined;
}

/** Weight and starts do not hang on the caller's seed: another seed should tell the same story. */
const SEED = 1;
/** Rows on which chains are begun, at most, or so many for each topic if that is more. */
const SAMPLE = 10_000;
const SAMPLE_OF_TOPIC = 125;
/** Sweeps of the chain that the covariance inside of topics is measured on. */
const MEASURED = 8;
/** Chains that are begun, and their sweeps; the more there are, the less hangs on a start, or on a few words of the documents. */
const BEGUN = 12;
const BEGUN_SWEEPS = 1;
/** How many of them, the most probable ones, go on for how many sweeps, */
const TRIED = 6;
const TRIED_SWEEPS = 3;
/** and of these again; fewer on a sample, which is only a start. */
const KEPT = { ofAll: 4, ofSample: 3 };
const KEPT_SWEEPS = { ofAll: 12, ofSample: 6 };
/** Whitened directions are less alike inside of topics than the ones that the weight was measured on. */
const WHITENED = 1.25;
/** Sweeps over all rows where topics were found on a sample, and those of them that are averaged. */
const EXTENDED = 5;
const AVERAGED = 3;

/**
 * GSDMM joined with the vectors of documents. Chains are begun with groups of alike vectors, from which runs with
 * different seeds come to much the same topics; what the most probable of them say together is gone on with. Of many
 * documents, topics are found on a sample, which all others join then.
 */
export function joinedMixture(prepared: Prepared, vectors: WordVectors, options: JoinedOptions): Grouping {
  const { k, seed, sweeps } = options;
  const { directions: all, common } = sentenceVectors(prepared.bags, prepared.words, vectors);
  const count = prepared.rows.starts.length - 1;
  const sample = sampleRows(prepared, Math.max(SAMPLE, SAMPLE_OF_TOPIC * k));
  const { rows } = sample.prepared;
  const some = everyDirection(all, sample.stride);
  const weight =
    options.weight ?? WHITENED * vectorWeight(sample.prepared, vectors, { ...options, seed: SEED });
  const measured = new Chain(rows, { ...options, joined: { directions: some, weight: weight / WHITENED } });
  measured.begin(SEED, sphericalKMeans(some, k, SEED));
  measured.sweeps(MEASURED);
  measured.end();
  const whitened = whiten(some, whitening(some, measured.topics, k));
  const trials = new Chain(rows, { ...options, joined: { directions: whitened, weight } });
  const best = bestStart(trials, whitened, k, sample.stride === 1 ? 'ofAll' : 'ofSample');
  trials.end();
  // Better topics make a better measure.
  const matrix = whitening(some, best, k);
  const directions = whiten(all, matrix);
  const start = new Int32Array(count).fill(-1);
  for (let row = 0; row < best.length; row++) start[row * sample.stride] = best[row] as number;
  const chain = new Chain(prepared.rows, { ...options, joined: { directions, weight } });
  chain.begin(seed, start);
  const { topics, confidence } =
    sample.stride === 1 ? chain.settle(sweeps) : chain.settle(Math.min(sweeps, EXTENDED), EXTENDED, AVERAGED);
  chain.end();
  return { topics, confidence, joined: { weight, common, whitening: matrix, directions } };
}

/** What the most probable of several chains say together. */
function bestStart(chain: Chain, directions: Directions, k: number, kind: 'ofAll' | 'ofSample'): Int32Array {
  const run = (start: Int32Array, seed: number, sweeps: number) => {
    chain.begin(seed, start);
    chain.sweeps(sweeps);
    return { seed, probability: chain.probability(), topics: chain.topics.slice() };
  };
  const goOn = (runs: ReturnType<typeof run>[], count: number, sweeps: number) =>
    byProbability(runs)
      .slice(0, count)
      .map(({ topics, seed }) => run(topics, seed, sweeps));
  const begun = Array.from({ length: BEGUN }, (_, index) =>
    run(sphericalKMeans(directions, k, SEED + index), SEED + index, BEGUN_SWEEPS),
  );
  const tried = goOn(begun, TRIED, TRIED_SWEEPS);
  const kept = byProbability(goOn(tried, KEPT[kind], KEPT_SWEEPS[kind]));
  return consensus(
    kept.map(({ topics }) => topics),
    k,
  );
}

function byProbability<T extends { readonly probability: number }>(runs: readonly T[]): T[] {
  return [...runs].sort((a, b) => b.probability - a.probability);
}
