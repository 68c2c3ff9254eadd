import {
  checkArray,
  checkFormat,
  checkMethods,
  checkNew,
  checkNumber,
  checkString,
  readState,
  refuse,
} from '../base/check.js';
import { compareStrings } from '../base/compare.js';
import { describeValue, RedianError } from '../errors.js';
import { type Mood, moodOfSums } from './mood.js';
import type { SentimentResult } from './sentiment.js';

/** What {@link MoodCounts} is as plain data: scores in steps of 0.0001. */
export interface MoodCountsState {
  readonly format: 'redian-mood-counts';
  readonly version: 1;
  readonly all: MoodSums;
  /** By key, in order of the key. */
  readonly keys: readonly (readonly [string, MoodSums])[];
}

/** Counts of posts by side, the sum of their scores and of the squares of these. */
export type MoodSums = readonly [
  posts: number,
  positive: number,
  negative: number,
  sum: number,
  squares: number,
];

/** Scores are summed as integers of this fraction, so that the order of adding changes nothing. */
const STEPS = 10_000;

const labels = ['positive', 'negative', 'neutral'];
const nothing = (): number[] => [0, 0, 0, 0, 0];

/**
 * Moods of all posts and by key, such as the entities that a post names or its topic, in sums that can be merged:
 * `a.merge(b)` equals counting the posts of both, and the state is plain data.
 *
 * @example
 * const counts = new MoodCounts();
 * counts.add(sentiment.score(tokens), entities.map(({ canonical }) => canonical));
 * counts.mood('OpenAI');
 */
export class MoodCounts {
  readonly #all = nothing();
  readonly #keys = new Map<string, number[]>();

  /**
   * Counts a post, once for each of its keys. O(keys).
   * @throws {RedianError} INVALID_ARGUMENT for a score that is no number from -1 to 1, or a label that is none.
   */
  add(result: Pick<SentimentResult, 'score' | 'label'>, keys: Iterable<string> = []): this {
    checkNumber('score', result?.score, { min: -1, max: 1 });
    if (!labels.includes(result.label)) {
      throw new RedianError(
        'INVALID_ARGUMENT',
        `label: expected one of ${labels.join(', ')}, got ${describeValue(result.label)}`,
        { details: { name: 'label' } },
      );
    }
    const distinct = new Set(keys);
    for (const key of distinct) checkString('key', key);
    const score = Math.round(result.score * STEPS);
    const side = [1, result.label === 'positive' ? 1 : 0, result.label === 'negative' ? 1 : 0];
    const sums = [...side, score, score * score];
    addTo(this.#all, sums);
    for (const key of distinct) addTo(this.#sumsOf(key), sums);
    return this;
  }

  /** Adds the counts of another part of the corpus. */
  merge(other: MoodCounts): this {
    checkMethods('other', other, 'MoodCounts', ['mood', 'moods', 'toJSON']);
    const own = #keys in other ? other : MoodCounts.from((other as MoodCounts).toJSON());
    const { all, keys } = own.toJSON();
    addTo(this.#all, all);
    for (const [key, sums] of keys) addTo(this.#sumsOf(key), sums);
    return this;
  }

  /** Number of posts counted. */
  get posts(): number {
    return this.#all[0] as number;
  }

  /** Mood of all posts, or of those with a key; of no posts for a key that none had. */
  mood(key?: string): Mood {
    return moodOfSums(key === undefined ? this.#all : (this.#keys.get(key) ?? nothing()), STEPS);
  }

  /** Keys with their moods, those with the most posts first, then by code units. O(keys · log keys). */
  moods(): Map<string, Mood> {
    return new Map(
      [...this.#keys]
        .sort(([a, x], [b, y]) => (y[0] as number) - (x[0] as number) || compareStrings(a, b))
        .map(([key, sums]) => [key, moodOfSums(sums, STEPS)]),
    );
  }

  /** Plain data, the same for the same counts. */
  toJSON(): MoodCountsState {
    const keys = [...this.#keys].sort((a, b) => compareStrings(a[0], b[0]));
    return {
      format: 'redian-mood-counts',
      version: 1,
      all: [...this.#all] as unknown as MoodSums,
      keys: keys.map(([key, sums]) => [key, [...sums] as unknown as MoodSums]),
    };
  }

  /** @throws {RedianError} INVALID_DATA if the value is no state that {@link toJSON} gives. */
  static from(state: MoodCountsState): MoodCounts {
    return readState('mood counts', () => {
      checkFormat(state, 'redian-mood-counts', 1);
      const counts = new MoodCounts();
      checkSums('all', state.all, Infinity);
      addTo(counts.#all, state.all);
      checkArray('keys', state.keys, 'keys with their sums');
      for (const [index, pair] of state.keys.entries()) {
        const name = `keys[${index}]`;
        checkArray(name, pair, 'a key and its sums');
        checkString(`${name}[0]`, pair[0]);
        checkNew(`${name}[0]`, pair[0], counts.#keys.has(pair[0]));
        checkSums(`${name}[1]`, pair[1], counts.posts);
        addTo(counts.#sumsOf(pair[0]), pair[1]);
      }
      return counts;
    });
  }

  #sumsOf(key: string): number[] {
    let sums = this.#keys.get(key);
    if (sums === undefined) {
      sums = nothing();
      this.#keys.set(key, sums);
    }
    return sums;
  }
}

function addTo(sums: number[], others: readonly number[]): void {
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + (others[i] as number);
}

/** Throws unless these are sums over `most` posts at most, each with a score from -1 to 1 and one side at most. */
function checkSums(name: string, value: unknown, most: number): asserts value is MoodSums {
  checkArray(name, value, 'five sums');
  if (value.length !== 5) refuse(`${name}.length`, '5', value.length);
  const [posts, positive, negative, sum, squares] = value;
  checkNumber(`${name}[0]`, posts, { min: 0, max: Math.min(most, Number.MAX_SAFE_INTEGER), integer: true });
  checkNumber(`${name}[1]`, positive, { min: 0, max: posts, integer: true });
  checkNumber(`${name}[2]`, negative, { min: 0, max: posts - positive, integer: true });
  checkNumber(`${name}[3]`, sum, { min: -posts * STEPS, max: posts * STEPS, integer: true });
  checkNumber(`${name}[4]`, squares, { min: 0, max: posts * STEPS * STEPS, integer: true });
  // The mean of squares is no less than the square of the mean.
  if (sum * sum > posts * squares)
    refuse(`${name}[4]`, `at least ${Math.ceil((sum * sum) / posts)}`, squares);
}
