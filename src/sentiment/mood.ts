import { mean, sampleStandardDeviation } from 'simple-statistics';
import { checkArray, checkChoice, checkFunction, checkIterable, checkNumber } from '../base/check.js';
import { compareStrings } from '../base/compare.js';
import type { SentimentResult } from './sentiment.js';

/** Polarity of a set of posts. */
export interface Mood {
  readonly posts: number;
  readonly positive: number;
  readonly negative: number;
  /** Mean score in [-1, 1]. */
  readonly score: number;
  /** 95 % interval of the mean, by Student; the whole range for fewer than two posts. */
  readonly low: number;
  readonly high: number;
  /** Share of positive posts among those that are positive or negative; 0.5 if none is. */
  readonly positiveShare: number;
  /** 95 % interval of that share, by Wilson. */
  readonly shareLow: number;
  readonly shareHigh: number;
}

/** What is counted of a post. */
export type ScoredPost = Pick<SentimentResult, 'score' | 'label'>;

/** Quantile 0.975 of the normal distribution. */
const Z = 1.959964;

/** Quantiles 0.975 of Student's t for 1 to 9 degrees of freedom. */
const quantiles = [
  12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157,
] as const;

/**
 * What the quantile for n degrees of freedom has beyond that of the normal distribution, z, by powers of 1 / n: (z³ + z)/4,
 * (5z⁵ + 16z³ + 3z)/96, (3z⁷ + 19z⁵ + 17z³ − 15z)/384, (79z⁹ + 776z⁷ + 1482z⁵ − 1920z³ − 945z)/92160.
 */
const beyondNormal = [2.372271, 2.822499, 2.55585, 1.589534] as const;

/**
 * Quantile 0.975 of Student's t, to five decimals: from 10 degrees of freedom by expansion.
 * @see Fisher & Cornish, "The percentile points of distributions having known cumulants", Technometrics 2, 1960.
 */
function studentQuantile(freedom: number): number {
  const known = quantiles[freedom - 1];
  if (known !== undefined) return known;
  return Z + beyondNormal.reduceRight((sum, term) => (sum + term) / freedom, 0);
}

/** @see Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22, 1927. */
function wilson(successes: number, trials: number): readonly [number, number] {
  if (trials === 0) return [0, 1];
  const share = successes / trials;
  const middle = share + (Z * Z) / (2 * trials);
  const half = Z * Math.sqrt((share * (1 - share)) / trials + (Z * Z) / (4 * trials * trials));
  const scale = 1 + (Z * Z) / trials;
  // At the ends the interval reaches them, which rounding would miss.
  return [
    successes === 0 ? 0 : Math.max(0, (middle - half) / scale),
    successes === trials ? 1 : Math.min(1, (middle + half) / scale),
  ];
}

/** As {@link moodOf}, from a mean and a standard deviation of the sample. */
function moodFrom(posts: number, positive: number, negative: number, score: number, deviation: number): Mood {
  const sided = positive + negative;
  const [shareLow, shareHigh] = wilson(positive, sided);
  const share = { positiveShare: sided === 0 ? 0.5 : positive / sided, shareLow, shareHigh };
  if (posts < 2) return { posts, positive, negative, score, low: -1, high: 1, ...share };
  const half = (studentQuantile(posts - 1) * deviation) / Math.sqrt(posts);
  return {
    posts,
    positive,
    negative,
    score,
    low: Math.max(-1, score - half),
    high: Math.min(1, score + half),
    ...share,
  };
}

/** As {@link moodOf}, from the sums of scores and of their squares, both in steps. */
export function moodOfSums(
  [posts = 0, positive = 0, negative = 0, sum = 0, squares = 0]: readonly number[],
  steps: number,
): Mood {
  const score = posts === 0 ? 0 : sum / posts / steps;
  const variance = posts < 2 ? 0 : Math.max(0, squares - (sum * sum) / posts) / (posts - 1);
  return moodFrom(posts, positive, negative, score, Math.sqrt(variance) / steps);
}

/**
 * Counts of a set of posts, mean score with Student's 95 % interval, share of positive ones with Wilson's.
 * @returns for no posts: zeros, and the whole range as intervals. O(n).
 * @throws {RedianError} INVALID_ARGUMENT for a score that is no finite number.
 */
export function moodOf(results: readonly ScoredPost[]): Mood {
  checkArray('results', results, 'scored posts');
  let positive = 0;
  let negative = 0;
  for (const [at, result] of results.entries()) {
    const { label, score } = (result ?? {}) as ScoredPost;
    checkNumber(`results[${at}].score`, score, { min: -1, max: 1 });
    checkChoice(`results[${at}].label`, label, ['positive', 'negative', 'neutral']);
    if (label === 'positive') positive++;
    else if (label === 'negative') negative++;
  }
  const scores = results.map(({ score }) => score);
  const posts = results.length;
  const deviation = posts < 2 ? 0 : sampleStandardDeviation(scores);
  return moodFrom(posts, positive, negative, posts === 0 ? 0 : mean(scores), deviation);
}

/**
 * Mood by key: by the entities that a post names, by its topic, by its day. A post counts once for each of its keys.
 * @returns keys with the most posts first, then by code units. O(posts · keys).
 * @throws {RedianError} INVALID_ARGUMENT for items that cannot be gone through, and for what is no function.
 */
export function moodBy<T>(
  items: readonly T[],
  resultOf: (item: T) => ScoredPost,
  keysOf: (item: T) => Iterable<string>,
): Map<string, Mood> {
  checkIterable('items', items, 'posts');
  checkFunction('resultOf', resultOf);
  checkFunction('keysOf', keysOf);
  const groups = new Map<string, ScoredPost[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [resultOf(item)]);
      else group.push(resultOf(item));
    }
  }
  return new Map(
    [...groups]
      .sort(([a, x], [b, y]) => y.length - x.length || compareStrings(a, b))
      .map(([key, results]) => [key, moodOf(results)]),
  );
}
