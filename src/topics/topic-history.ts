import {
  checkArray,
  checkFormat,
  checkNew,
  checkNumber,
  checkString,
  checkStrings,
  readState,
  refuse,
} from '../base/check.js';
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

function checkRemembered(
  name: string,
  topic: RememberedTopic,
  periods: ReadonlySet<string>,
  nextId: number,
): void {
  checkNumber(`${name}.id`, topic?.id, { min: 1, max: nextId - 1, integer: true });
  checkString(`${name}.label`, topic.label);
  if (!periods.has(topic.period)) refuse(`${name}.period`, 'one of the periods', topic.period);
  checkNumber(`${name}.of`, topic.of, { min: 0, integer: true });
  checkNumber(`${name}.documents`, topic.documents, { min: 0, max: topic.of, integer: true });
  checkArray(`${name}.terms`, topic.terms, 'pairs of a term and its weight');
  const terms = new Set<string>();
  for (const [index, pair] of topic.terms.entries()) {
    const place = `${name}.terms[${index}]`;
    checkArray(place, pair, 'a term and its weight');
    checkString(`${place}[0]`, pair[0]);
    checkNew(`${place}[0]`, pair[0], terms.has(pair[0]));
    checkNumber(`${place}[1]`, pair[1], { min: 0 });
    terms.add(pair[0]);
  }
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
    return readState('topic history', () => {
      checkFormat(state, 'redian-topic-history', 1);
      const { periods, nextId, topics } = state;
      checkStrings('periods', periods);
      checkNumber('nextId', nextId, { min: 1, integer: true });
      checkArray('topics', topics, 'topics');
      const known = new Set<string>();
      for (const [index, period] of periods.entries()) {
        checkNew(`periods[${index}]`, period, known.has(period));
        known.add(period);
      }
      const ids = new Set<number>();
      for (const [index, topic] of topics.entries()) {
        checkRemembered(`topics[${index}]`, topic, known, nextId);
        checkNew(`topics[${index}].id`, topic.id, ids.has(topic.id));
        ids.add(topic.id);
      }
      const history = new TopicHistory();
      for (const period of periods) history.#periods.push(period);
      history.#nextId = nextId;
      history.#topics = [...topics];
      return history;
    });
  }
}
