import {
  checkArray,
  checkFormat,
  checkNew,
  checkNumber,
  checkString,
  checkStrings,
  refuse,
} from '../base/check.js';
import type { Topic } from './topic.js';
import type { TopicCounts, TopicModelState, TopicSuggestion, TopicVectors } from './topic-state.js';

/** What rounding may add to a share or a probability. */
const ROUNDING = 1e-6;
const share = { min: 0, max: 1 + ROUNDING };
const count = { min: 0, integer: true };

/**
 * Throws unless these are parts of a topic model that belong together. O(state).
 * @throws {RedianError} INVALID_ARGUMENT naming the first part that does not fit.
 */
export function checkTopicState(state: TopicModelState): void {
  checkFormat(state, 'redian-topics', 1);
  const { topics, assignments, confidence, suggestion, counts } = state;
  checkArray('topics', topics, 'topics');
  checkArray('assignments', assignments, 'topics of the documents');
  checkArray('confidence', confidence, 'probabilities of the documents');
  if (assignments.length !== confidence.length)
    refuse('confidence.length', `that of assignments, ${assignments.length}`, confidence.length);
  const sizes = new Int32Array(topics.length);
  for (const [index, topic] of assignments.entries()) {
    checkNumber(`assignments[${index}]`, topic, { min: -1, max: topics.length - 1, integer: true });
    checkNumber(`confidence[${index}]`, confidence[index], share);
    if (topic >= 0) sizes[topic] = (sizes[topic] as number) + 1;
  }
  for (const [id, topic] of topics.entries()) {
    checkTopic(`topics[${id}]`, topic, id, assignments);
    const { length } = topic.documents;
    if (length !== sizes[id]) refuse(`topics[${id}].documents.length`, `${sizes[id]} as assigned`, length);
  }
  checkSuggestion(suggestion);
  checkCounts(counts, topics.length);
  if (counts.vectors !== undefined) checkVectors(counts.vectors, topics.length);
}

function checkSuggestion(suggestion: TopicSuggestion): void {
  checkNumber('suggestion.k', suggestion?.k, { min: 1, integer: true });
  checkNumber('suggestion.low', suggestion.low, { min: 1, max: suggestion.k, integer: true });
  checkNumber('suggestion.high', suggestion.high, { min: suggestion.k, integer: true });
}

function checkTopic(name: string, topic: Topic, id: number, assignments: readonly number[]): void {
  if (topic?.id !== id) refuse(`${name}.id`, `${id}, its place`, topic?.id);
  checkString(`${name}.label`, topic.label);
  for (const part of ['share', 'weightShare', 'cohesion'] as const)
    checkNumber(`${name}.${part}`, topic[part], share);
  for (const part of ['documents', 'representative'] as const) {
    checkArray(`${name}.${part}`, topic[part], 'numbers of documents');
    const seen = new Set<number>();
    for (const [index, document] of topic[part].entries()) {
      const place = `${name}.${part}[${index}]`;
      if (assignments[document] !== id) refuse(place, 'a document that is assigned to it', document);
      checkNew(place, document, seen.has(document));
      seen.add(document);
    }
  }
  checkArray(`${name}.terms`, topic.terms, 'terms');
  const terms = new Set<string>();
  for (const [index, entry] of topic.terms.entries()) {
    const place = `${name}.terms[${index}]`;
    checkString(`${place}.term`, entry?.term);
    checkNew(`${place}.term`, entry.term, terms.has(entry.term));
    terms.add(entry.term);
    checkString(`${place}.text`, entry.text);
    checkNumber(`${place}.weight`, entry.weight, { min: 0 });
    checkNumber(`${place}.documents`, entry.documents, { ...count, max: topic.documents.length });
  }
}

function checkCounts(counts: TopicCounts, topics: number): void {
  checkNumber('counts.alpha', counts?.alpha, { min: Number.MIN_VALUE });
  checkNumber('counts.beta', counts.beta, { min: Number.MIN_VALUE });
  checkStrings('counts.terms', counts.terms);
  const terms = new Set<string>();
  for (const [index, term] of counts.terms.entries()) {
    checkNew(`counts.terms[${index}]`, term, terms.has(term));
    terms.add(term);
  }
  checkArray('counts.topics', counts.topics, 'counts of the topics');
  if (counts.topics.length !== topics)
    refuse('counts.topics.length', `that of topics, ${topics}`, counts.topics.length);
  for (const [id, topic] of counts.topics.entries()) {
    const name = `counts.topics[${id}]`;
    checkNumber(`${name}.size`, topic?.size, { min: 1, integer: true });
    checkArray(`${name}.counts`, topic.counts, 'pairs of a term and its count');
    const own = new Set<number>();
    for (const [index, pair] of topic.counts.entries()) {
      const place = `${name}.counts[${index}]`;
      checkArray(place, pair, 'a term and its count');
      checkNumber(`${place}[0]`, pair[0], { min: 0, max: counts.terms.length - 1, integer: true });
      checkNew(`${place}[0]`, pair[0], own.has(pair[0]));
      own.add(pair[0]);
      checkNumber(`${place}[1]`, pair[1], { min: 1, integer: true });
    }
  }
}

function checkVectors({ weight, common, whitening, directions }: TopicVectors, topics: number): void {
  checkNumber('counts.vectors.weight', weight, { min: 0 });
  checkNumbers('counts.vectors.common', common, common?.length);
  const { length } = common;
  if (whitening !== undefined)
    checkNumbers('counts.vectors.whitening', whitening, (length * (length + 1)) / 2);
  checkArray('counts.vectors.directions', directions, 'directions of the topics');
  if (directions.length !== topics)
    refuse('counts.vectors.directions.length', `that of topics, ${topics}`, directions.length);
  for (const [id, direction] of directions.entries())
    checkNumbers(`counts.vectors.directions[${id}]`, direction, length);
}

/** Throws unless `value` is an array of so many finite numbers. */
function checkNumbers(name: string, value: unknown, length: number): void {
  checkArray(name, value, 'numbers');
  if (value.length !== length) refuse(`${name}.length`, String(length), value.length);
  for (let at = 0; at < length; at++)
    if (!Number.isFinite(value[at])) checkNumber(`${name}[${at}]`, value[at]);
}
