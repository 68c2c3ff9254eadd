import { checkArray, checkNumber, checkString } from '../base/check.js';
import { logLikelihoodRatio } from '../counting/log-likelihood.js';
import { RedianError } from '../errors.js';
import type { Topic } from './topic.js';
import type { TopicModel } from './topic-model.js';

/** What became of a topic since it was last seen. */
export type TopicStatus = 'new' | 'rising' | 'steady' | 'fading';

/** A topic of the day under the id that it keeps from day to day. */
export interface TopicStep {
  /** The same for the same topic on all days; never given twice. */
  readonly id: number;
  /** Position in the day's model. */
  readonly topic: number;
  readonly label: string;
  readonly share: number;
  readonly status: TopicStatus;
  /** Share on the last day that had it, that day, and how alike the two are in [0, 1]; absent for a new topic. */
  readonly before?: { readonly share: number; readonly period: string; readonly similarity: number };
}

/** A topic that the day before had and this day has not. */
export interface FadedTopic {
  readonly id: number;
  readonly label: string;
  /** Its share when it was last seen. */
  readonly share: number;
}

/** What is kept of a topic to know it again. */
export interface RememberedTopic {
  readonly id: number;
  readonly label: string;
  /** When it was last seen. */
  readonly period: string;
  /** Its documents in that period, of how many. */
  readonly documents: number;
  readonly of: number;
  /** Weights of c-TF-IDF, the heaviest 1. */
  readonly terms: readonly (readonly [string, number])[];
}

/** A {@link TopicHistory} as plain data. */
export interface TopicHistoryState {
  readonly format: 'redian-topic-history';
  readonly version: 1;
  readonly periods: readonly string[];
  readonly nextId: number;
  readonly topics: readonly RememberedTopic[];
}

/** G² above which a share has changed, at a chance of error of 5 %. */
const CHANGED = 3.841;
/** Topics less alike than this are different ones. */
const ALIKE = 0.3;
/** A topic that was away for more periods than this is forgotten. */
const REMEMBERED_PERIODS = 7;

function vectorOf(topic: Topic): (readonly [string, number])[] {
  return topic.terms.map(({ term, weight }) => [term, weight] as const);
}

function cosine(a: readonly (readonly [string, number])[], b: ReadonlyMap<string, number>): number {
  let dot = 0;
  let left = 0;
  let right = 0;
  for (const [term, weight] of a) {
    dot += weight * (b.get(term) ?? 0);
    left += weight * weight;
  }
  for (const weight of b.values()) right += weight * weight;
  return left === 0 || right === 0 ? 0 : dot / Math.sqrt(left * right);
}

function isRemembered(topic: RememberedTopic | undefined, nextId: number): boolean {
  return (
    typeof topic === 'object' &&
    topic !== null &&
    Number.isInteger(topic.id) &&
    topic.id < nextId &&
    typeof topic.label === 'string' &&
    typeof topic.period === 'string' &&
    topic.documents > 0 &&
    topic.documents <= topic.of &&
    Array.isArray(topic.terms) &&
    topic.terms.every((pair: unknown) => Array.isArray(pair) && typeof pair[0] === 'string' && pair[1] >= 0)
  );
}

/**
 * Follows topics from period to period: models of single days, clustered apart, get ids that stay, and each topic a
 * status.
 *
 * A topic continues the remembered one with the most alike terms (cosine of their c-TF-IDF weights, at least 0.3; the
 * most alike pair first, one to one). It rises or fades if its share of the documents differs from when it was last
 * seen by a log-likelihood ratio of at least 3.84.
 */
export class TopicHistory {
  readonly #periods: string[] = [];
  #nextId = 1;
  #topics: RememberedTopic[] = [];

  /** Names of the periods that were added, in order. */
  get periods(): readonly string[] {
    return this.#periods;
  }

  /**
   * Adds the topics of the next period.
   *
   * @param period its name, such as `2025-11-28`.
   * @param model  its topics, and for each document the topic that it has; of these only their number is read.
   * @returns a step for each topic of the model, in its order, and the topics of the period before that are gone.
   * @throws {RedianError} INVALID_ARGUMENT if the period was added before. O(topics · remembered topics).
   */
  add(
    period: string,
    model: Pick<TopicModel, 'topics' | 'assignments'>,
  ): { steps: TopicStep[]; gone: FadedTopic[] } {
    checkString('period', period);
    checkArray('model.topics', model?.topics, 'topics, as clusterTopics gives them');
    checkNumber('model.assignments.length', model.assignments?.length, { min: 0 });
    if (this.#periods.includes(period)) {
      throw new RedianError('INVALID_ARGUMENT', `period: ${period} was added before`);
    }
    const documents = model.assignments.length;
    const pairs: { now: number; before: number; similarity: number }[] = [];
    for (const [now, topic] of model.topics.entries()) {
      const terms = new Map(vectorOf(topic));
      for (const [before, known] of this.#topics.entries()) {
        const similarity = cosine(known.terms, terms);
        if (similarity >= ALIKE) pairs.push({ now, before, similarity });
      }
    }
    pairs.sort((a, b) => b.similarity - a.similarity || a.now - b.now || a.before - b.before);
    const continued = new Map<number, { known: RememberedTopic; similarity: number }>();
    const taken = new Set<number>();
    for (const { now, before, similarity } of pairs) {
      const known = this.#topics[before];
      if (known === undefined || continued.has(now) || taken.has(before)) continue;
      continued.set(now, { known, similarity });
      taken.add(before);
    }
    const last = this.#periods.at(-1);
    const gone = this.#topics
      .filter((known, place) => !taken.has(place) && known.period === last)
      .map(({ id, label, documents: count, of }) => ({ id, label, share: count / of }));
    const steps = model.topics.map((topic, now): TopicStep => {
      const match = continued.get(now);
      const shared = { topic: now, label: topic.label, share: topic.share };
      if (match === undefined) return { id: this.#nextId++, ...shared, status: 'new' };
      const { known, similarity } = match;
      const share = known.documents / known.of;
      const ratio = logLikelihoodRatio(topic.documents.length, documents, known.documents, known.of);
      const status = ratio < CHANGED ? 'steady' : topic.share > share ? 'rising' : 'fading';
      return { id: known.id, ...shared, status, before: { share, period: known.period, similarity } };
    });
    this.#periods.push(period);
    const recent = new Set(this.#periods.slice(-REMEMBERED_PERIODS));
    this.#topics = [
      ...this.#topics.filter((known, place) => !taken.has(place) && recent.has(known.period)),
      ...steps.map((step, now) => {
        const topic = model.topics[now] as Topic;
        return {
          id: step.id,
          label: topic.label,
          period,
          documents: topic.documents.length,
          of: documents,
          terms: vectorOf(topic),
        };
      }),
    ];
    return { steps, gone };
  }

  toJSON(): TopicHistoryState {
    return {
      format: 'redian-topic-history',
      version: 1,
      periods: [...this.#periods],
      nextId: this.#nextId,
      topics: this.#topics,
    };
  }

  /** @throws {RedianError} INVALID_DATA if the value is no state that `toJSON` gives. */
  static from(state: TopicHistoryState): TopicHistory {
    if (
      state?.format !== 'redian-topic-history' ||
      state.version !== 1 ||
      !Array.isArray(state.periods) ||
      !Array.isArray(state.topics) ||
      !Number.isInteger(state.nextId) ||
      !state.topics.every((topic) => isRemembered(topic, state.nextId))
    ) {
      throw new RedianError(
        'INVALID_DATA',
        'topic history: expected the state of version 1 that toJSON gives',
      );
    }
    const history = new TopicHistory();
    history.#periods.push(...state.periods);
    history.#nextId = state.nextId;
    history.#topics = [...state.topics];
    return history;
  }
}
