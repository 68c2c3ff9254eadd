import { checkArray, checkStrings, readState, refuse } from '../base/check.js';
import { exp, ln } from '../base/math.js';
import { RedianError } from '../errors.js';
import { sentenceVector, WordVectors } from '../vectors/index.js';
import { checkTopicState } from './check-topic-state.js';
import { termsOfText } from './read-text.js';
import type { Topic } from './topic.js';
import type { TopicCounts, TopicModelState, TopicSuggestion } from './topic-state.js';

/** Where a document belongs. */
export interface TopicAssignment {
  /** Id of the topic, -1 if it fits nowhere. */
  readonly topic: number;
  /** Probability of the topic among all, in (0, 1]; 0 if it fits nowhere. */
  readonly confidence: number;
}

/** Probability from which word vectors alone place a document. */
export const SURE = 0.5;

/** Topics of a corpus, and a judge of further documents. Made by {@link clusterTopics}, or read with `from`. */
export class TopicModel {
  /** Largest first; ids are positions in this list. */
  readonly topics: readonly Topic[];
  /** Topic of each document, -1 for one that fits nowhere. */
  readonly assignments: Int32Array;
  /** Probability of the assignment, 0 for a document that fits nowhere. */
  readonly confidence: Float64Array;
  readonly suggestion: TopicSuggestion;
  readonly #counts: TopicCounts;
  readonly #vectors: WordVectors | undefined;
  readonly #ids: ReadonlyMap<string, number>;
  /** Count of term t in topic k at `t * topics + k`; the sums over topics behind them. */
  readonly #table: Float64Array;
  readonly #everywhere: Float64Array;
  readonly #totals: Float64Array;

  constructor(parts: {
    readonly topics: readonly Topic[];
    readonly assignments: Int32Array;
    readonly confidence: Float64Array;
    readonly suggestion: TopicSuggestion;
    readonly counts: TopicCounts;
    readonly vectors?: WordVectors | undefined;
  }) {
    if (
      !Array.isArray(parts?.topics) ||
      !Array.isArray(parts.counts?.terms) ||
      !Array.isArray(parts.counts.topics)
    )
      refuse('parts', 'what clusterTopics gives it; TopicModel.from reads a saved model', parts);
    this.topics = parts.topics;
    this.assignments = parts.assignments;
    this.confidence = parts.confidence;
    this.suggestion = parts.suggestion;
    this.#counts = parts.counts;
    this.#vectors = parts.vectors;
    const { terms, topics } = parts.counts;
    this.#ids = new Map(terms.map((term, id) => [term, id]));
    this.#table = new Float64Array(terms.length * topics.length);
    this.#everywhere = new Float64Array(terms.length);
    this.#totals = new Float64Array(topics.length);
    for (const [topic, { counts }] of topics.entries()) {
      for (const [term, count] of counts) {
        this.#table[term * topics.length + topic] = count;
        this.#everywhere[term] = (this.#everywhere[term] as number) + count;
        this.#totals[topic] = (this.#totals[topic] as number) + count;
      }
    }
  }

  /** Indices of the documents that fit nowhere, in order. */
  get outliers(): number[] {
    const outliers: number[] = [];
    for (let index = 0; index < this.assignments.length; index++) {
      if (this.assignments[index] === -1) outliers.push(index);
    }
    return outliers;
  }

  /**
   * The topic of a document that was not there when the topics were found, by the mixture's own probability (Yin &
   * Wang, 2014, equation 4), but that terms count by their share: a text says the same if it is said again and again, and what
   * a document repeats is no reason for a topic of few terms. A document whose terms all topics together explain at least as well as the best single
   * one fits nowhere; so does one of which the topics know no term, unless its word vectors say with a probability of a
   * half or more where it belongs.
   *
   * The model does not change. O(terms · topics).
   * @param document  a text, which is cut by the bundled dictionary, or its terms.
   */
  assign(document: string | readonly string[]): TopicAssignment {
    const terms = typeof document === 'string' ? termsOfText(document) : document;
    checkArray('document', terms, 'terms, or a text');
    checkStrings('document', terms);
    const { alpha, beta, topics } = this.#counts;
    const k = topics.length;
    const vocabulary = this.#counts.terms.length;
    const times = new Map<number, number>();
    let counted = 0;
    for (const term of terms) {
      const id = this.#ids.get(term);
      if (id === undefined) continue;
      times.set(id, (times.get(id) ?? 0) + 1);
      counted++;
    }
    const cosines = this.#cosines(terms);
    if ((counted === 0 && cosines === undefined) || k === 0) return { topic: -1, confidence: 0 };
    const weight = this.#counts.vectors?.weight ?? 0;
    let total = beta * vocabulary;
    for (const own of this.#totals) total += own;
    const logs = new Float64Array(k);
    let background = 0;
    for (const [id, count] of times) {
      const share = (count * times.size) / counted;
      background += share * ln(((this.#everywhere[id] as number) + beta) / total);
      for (let topic = 0; topic < k; topic++) {
        const mass = (this.#totals[topic] as number) + beta * vocabulary;
        logs[topic] =
          (logs[topic] as number) + share * ln(((this.#table[id * k + topic] as number) + beta) / mass);
      }
    }
    let best = 0;
    const scores = new Float64Array(k);
    for (let topic = 0; topic < k; topic++) {
      logs[topic] = (logs[topic] as number) + weight * (cosines?.[topic] ?? 0);
      scores[topic] = (logs[topic] as number) + ln((topics[topic]?.size ?? 0) + alpha);
      if ((scores[topic] as number) > (scores[best] as number)) best = topic;
    }
    if (k > 1 && (logs[best] as number) <= background) return { topic: -1, confidence: 0 };
    let sum = 0;
    for (const score of scores) sum += exp(score - (scores[best] as number));
    // Word vectors alone are near to some topic always.
    if (counted === 0 && k > 1 && 1 / sum < SURE) return { topic: -1, confidence: 0 };
    return { topic: best, confidence: 1 / sum };
  }

  /** Cosine of a document with each topic; undefined without vectors, or if they know none of its terms. */
  #cosines(terms: readonly string[]): number[] | undefined {
    const own = this.#counts.vectors;
    if (own === undefined || this.#vectors === undefined) return undefined;
    const vector = sentenceVector(terms, this.#vectors, own.common, own.whitening);
    if (vector.every((value) => value === 0)) return undefined;
    return own.directions.map((direction) => {
      let dot = 0;
      for (const [j, value] of direction.entries()) dot += value * (vector[j] as number);
      return dot;
    });
  }

  /** Weight that word vectors had beside the counts; 0 if none took part. */
  get vectorWeight(): number {
    return this.#counts.vectors?.weight ?? 0;
  }

  toJSON(): TopicModelState {
    return {
      format: 'redian-topics',
      version: 1,
      topics: this.topics,
      assignments: [...this.assignments],
      confidence: [...this.confidence],
      suggestion: this.suggestion,
      counts: this.#counts,
    };
  }

  /**
   * The model that `toJSON` gave.
   *
   * @param vectors  the word vectors that it was found with. Default: the bundled table if it was that one; without
   * them `assign` judges by counts alone.
   * @throws {RedianError} INVALID_DATA if the value is no state that `toJSON` gives; INVALID_ARGUMENT if the vectors
   * are not of the model's dimensions.
   */
  static from(state: TopicModelState, vectors?: WordVectors): TopicModel {
    readState('topics', () => checkTopicState(state));
    const { topics, assignments, confidence, counts, suggestion } = state;
    const { vectors: own } = counts;
    if (own !== undefined && vectors !== undefined && vectors.dimensions !== own.common.length) {
      throw new RedianError(
        'INVALID_ARGUMENT',
        `vectors: expected those that the topics were found with, of ${own.common.length} dimensions, got ${vectors.dimensions}`,
      );
    }
    return new TopicModel({
      topics,
      assignments: Int32Array.from(assignments),
      confidence: Float64Array.from(confidence),
      suggestion,
      counts,
      vectors: vectors ?? (own?.isBundled === true ? WordVectors.loadSync() : undefined),
    });
  }
}
