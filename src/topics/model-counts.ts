import type { Directions } from '../vectors/index.js';
import type { Rows } from './gsdmm.js';
import type { TopicCounts, TopicVectors } from './topic-state.js';

/** A topic for each row, with its probability, and how it was found. */
export interface Grouping {
  /** 0 to k - 1. */
  readonly topics: Int32Array;
  /** In (0, 1]. */
  readonly confidence: Float64Array;
  /** How vectors took part, if they did. */
  readonly joined?:
    | {
        readonly weight: number;
        /** The direction that was taken out of all vectors. */
        readonly common: Float64Array;
        /** What they were multiplied by after that. */
        readonly whitening: Float64Array;
        /** Of each row. */
        readonly directions: Directions;
      }
    | undefined;
}

/** Topic of each row by that of its documents, -1 for one that fits nowhere. */
export function topicsOfRows(rows: number, rowOf: Int32Array, assignments: Int32Array): Int32Array {
  const topics = new Int32Array(rows).fill(-1);
  for (let index = 0; index < rowOf.length; index++) {
    const row = rowOf[index] as number;
    if (row >= 0) topics[row] = assignments[index] as number;
  }
  return topics;
}

/** How often each of the `k` topics has each term, as the mixture counted. */
export function countsOf(
  rows: Rows,
  topics: Int32Array,
  k: number,
  words: readonly string[],
): Pick<TopicCounts, 'terms' | 'topics'> {
  const counts = new Int32Array(k * rows.terms);
  const sizes = new Int32Array(k);
  for (let row = 0; row < topics.length; row++) {
    const topic = topics[row] as number;
    if (topic < 0) continue;
    sizes[topic] = (sizes[topic] as number) + 1;
    for (let i = rows.starts[row] as number; i < (rows.starts[row + 1] as number); i++) {
      const at = topic * rows.terms + (rows.ids[i] as number);
      counts[at] = (counts[at] as number) + 1;
    }
  }
  const pairs = (topic: number): [number, number][] => {
    const own: [number, number][] = [];
    for (let term = 0; term < rows.terms; term++) {
      const count = counts[topic * rows.terms + term] as number;
      if (count > 0) own.push([term, count]);
    }
    return own;
  };
  return {
    terms: words.slice(0, rows.terms),
    topics: Array.from(sizes, (size, topic) => ({ size, counts: pairs(topic) })),
  };
}

/** The mean direction of the rows of each of the `k` topics. */
export function vectorsOf(
  { joined }: Grouping,
  topics: Int32Array,
  k: number,
  isBundled: boolean,
): { vectors?: TopicVectors } {
  if (joined === undefined) return {};
  const dimensions = joined.common.length;
  const { rows } = joined.directions;
  const sums = new Float64Array(k * dimensions);
  for (let row = 0; row < topics.length; row++) {
    if ((topics[row] as number) < 0) continue;
    const from = row * dimensions;
    const to = (topics[row] as number) * dimensions;
    for (let j = 0; j < dimensions; j++) sums[to + j] = (sums[to + j] as number) + (rows[from + j] as number);
  }
  const directions = Array.from({ length: k }, (_, topic) => {
    const sum = sums.subarray(topic * dimensions, (topic + 1) * dimensions);
    let squares = 0;
    for (const value of sum) squares += value * value;
    const length = squares === 0 ? 1 : Math.sqrt(squares);
    return Array.from(sum, (value) => value / length);
  });
  const { weight, common, whitening } = joined;
  return {
    vectors: { isBundled, weight, common: [...common], whitening: [...whitening], directions },
  };
}
