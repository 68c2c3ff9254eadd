import { mean, standardDeviation } from 'simple-statistics';
import type { SentimentResult } from './sentiment.js';

/** Polarity of a set of posts. */
export interface Mood {
  readonly posts: number;
  readonly positive: number;
  readonly negative: number;
  /** Mean score in [-1, 1]. */
  readonly score: number;
  /** 95 % interval of the mean; the whole range for fewer than two posts. */
  readonly low: number;
  readonly high: number;
}

/** Quantiles 0.975 of Student's t by degrees of freedom; beyond the list the next smaller entry serves. */
const quantiles: readonly (readonly [number, number])[] = [
  [1, 12.706],
  [2, 4.303],
  [3, 3.182],
  [4, 2.776],
  [5, 2.571],
  [6, 2.447],
  [8, 2.306],
  [10, 2.228],
  [15, 2.131],
  [20, 2.086],
  [30, 2.042],
  [60, 2],
  [120, 1.98],
];

function quantile(freedom: number): number {
  let value = 1.96;
  for (let i = quantiles.length - 1; i >= 0; i--) {
    const [from, t] = quantiles[i] as readonly [number, number];
    if (freedom > 120) break;
    if (freedom >= from) {
      value = t;
      break;
    }
  }
  return value;
}

/**
 * Counts and mean score of a set of posts with Student's 95 % interval.
 * @returns for no posts: zeros, and the whole range as interval. O(n).
 */
export function moodOf(results: readonly Pick<SentimentResult, 'score' | 'label'>[]): Mood {
  const posts = results.length;
  let positive = 0;
  let negative = 0;
  for (const { label } of results) {
    if (label === 'positive') positive++;
    else if (label === 'negative') negative++;
  }
  if (posts === 0) return { posts, positive, negative, score: 0, low: -1, high: 1 };
  const scores = results.map(({ score }) => score);
  const score = mean(scores);
  if (posts === 1) return { posts, positive, negative, score, low: -1, high: 1 };
  const spread = standardDeviation(scores) * Math.sqrt(posts / (posts - 1));
  const half = (quantile(posts - 1) * spread) / Math.sqrt(posts);
  return {
    posts,
    positive,
    negative,
    score,
    low: Math.max(-1, score - half),
    high: Math.min(1, score + half),
  };
}
