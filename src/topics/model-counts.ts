import type { Directions } from '../vectors/index.js';
import type { Rows } from './gsdmm.js';
import type { TopicCounts, TopicVectors } from './topic-model.js';

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

/** How often each topic has each term, each different document once, as the mixture counted. */
export function countsOf(
  rows: Rows,
  rowOf: Int32Array,
  assignments: Int32Array,
  topics: number,
  words: readonly string[],
): Pick<TopicCounts, 'terms' | 'topics'> {
  const counts = new Int32Array(topics * rows.terms);
  const sizes = new Int32Array(topics);
  const done = new Uint8Array(rows.starts.length - 1);
  for (let index = 0; index < rowOf.length; index++) {
    const row = rowOf[index] as number;
    const topic = assignments[index] as number;
    if (row < 0 || topic < 0 || done[row] === 1) continue;
    done[row] = 1;
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

/** The mean direction of each topic, each different document once. */
export function vectorsOf(
  { joined }: Grouping,
  rowOf: Int32Array,
  assignments: Int32Array,
  topics: number,
  isBundled: boolean,
): { vectors?: TopicVectors } {
  if (joined === undefined) return {};
  const dimensions = joined.common.length;
  const { rows } = joined.directions;
  const sums = new Float64Array(topics * dimensions);
  const done = new Uint8Array(rows.length / dimensions);
  for (let index = 0; index < rowOf.length; index++) {
    const row = rowOf[index] as number;
    const topic = assignments[index] as number;
    if (row < 0 || topic < 0 || done[row] === 1) continue;
    done[row] = 1;
    const from = row * dimensions;
    const to = topic * dimensions;
    for (let j = 0; j < dimensions; j++) sums[to + j] = (sums[to + j] as number) + (rows[from + j] as number);
  }
  const directions = Array.from({ length: topics }, (_, topic) => {
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
