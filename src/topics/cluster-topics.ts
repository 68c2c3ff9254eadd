import { checkNumber } from '../base/check.js';
import type { Vocabulary } from '../counting/vocabulary.js';
import { RedianError } from '../errors.js';
import { describeTopics } from './describe-topics.js';
import { gsdmm, type Rows } from './gsdmm.js';
import { mergeAlike } from './merge-alike.js';
import { prepare } from './prepare.js';
import type { TopicDocument } from './topic.js';
import { type TopicCounts, TopicModel } from './topic-model.js';

export interface ClusterOptions {
  /** Number of topics to begin with; merged and small ones make it fewer. Default: suggested from the corpus. */
  readonly k?: number;
  /** Default: 1. */
  readonly seed?: number;
  /** Default: 30. */
  readonly sweeps?: number;
  /** Dirichlet priors of topics and terms. Default: 0.1 each. */
  readonly alpha?: number;
  readonly beta?: number;
  /** Topics with fewer documents are dissolved. Default: 2, or 1 % of the documents if that is more. */
  readonly minSize?: number;
  /** Factor of a term's weight in labels, such as above 1 for names. Default: 1 for all. */
  readonly importance?: (term: string) => number;
  /** Names a term as a reader wants to see it. Default: the term itself. */
  readonly display?: (term: string) => string;
}

/** A number of topics that readers can take in: grows with the square root of the documents, 2 to 40. */
export function suggestTopicCount(documents: number): { k: number; low: number; high: number } {
  const k = Math.max(2, Math.min(40, Math.round(0.9 * Math.sqrt(documents / 2))));
  return { k, low: Math.max(2, Math.round(k / 2)), high: Math.min(60, k * 2) };
}

/**
 * Groups short documents into topics by a Dirichlet multinomial mixture (GSDMM), merges topics that tell the same,
 * dissolves the smallest, and labels each by class-based TF-IDF.
 *
 * Documents with the same terms always share a topic. The number of topics is a suggestion, not a finding: other
 * numbers in the range describe the corpus as well.
 *
 * @returns for no documents: no topics.
 * @throws {RedianError} INVALID_ARGUMENT for a k below 1 or a weight that is no finite number.
 * @see gsdmm for the cost, which dominates.
 */
export function clusterTopics(documents: readonly TopicDocument[], options: ClusterOptions = {}): TopicModel {
  for (const [index, { weight }] of documents.entries()) {
    if (weight !== undefined && !(Number.isFinite(weight) && weight >= 0)) {
      throw new RedianError(
        'INVALID_ARGUMENT',
        `documents[${index}].weight: expected a number of at least 0, got ${weight}`,
      );
    }
  }
  if (options.k !== undefined) checkNumber('k', options.k, { min: 1, integer: true });
  const suggestion = suggestTopicCount(documents.length);
  const { rows, vocabulary, rowOf } = prepare(documents);
  const unique = rows.starts.length - 1;
  const assignments = new Int32Array(documents.length).fill(-1);
  const confidence = new Float64Array(documents.length);
  const { alpha = 0.1, beta = 0.1 } = options;
  if (unique === 0) {
    const counts: TopicCounts = { alpha, beta, terms: [], topics: [] };
    return new TopicModel({ topics: [], assignments, confidence, suggestion, counts });
  }

  const k = Math.min(options.k ?? suggestion.k, unique);
  const mixture = gsdmm(rows, {
    k,
    alpha,
    beta,
    sweeps: options.sweeps ?? 30,
    seed: options.seed ?? 1,
  });
  const merged = options.k === undefined ? mergeAlike(rows, mixture.topics, k) : mixture.topics;
  for (let index = 0; index < documents.length; index++) {
    const row = rowOf[index] as number;
    if (row < 0) continue;
    assignments[index] = merged[row] as number;
    confidence[index] = mixture.confidence[row] as number;
  }
  const minSize = options.minSize ?? Math.max(2, Math.floor(documents.length * 0.01));
  const groups = grouped(assignments, k).filter((group) => group.length >= minSize || documents.length < 8);
  groups.sort((a, b) => b.length - a.length || (a[0] as number) - (b[0] as number));
  assignments.fill(-1);
  for (const [id, group] of groups.entries()) for (const index of group) assignments[index] = id;
  for (let index = 0; index < documents.length; index++) if (assignments[index] === -1) confidence[index] = 0;
  return new TopicModel({
    topics: describeTopics(documents, groups, confidence, vocabulary, {
      display: options.display ?? ((term) => term),
      importance: options.importance ?? (() => 1),
    }),
    assignments,
    confidence,
    suggestion,
    counts: { alpha, beta, ...countsOf(rows, rowOf, assignments, groups.length, vocabulary) },
  });
}

/** What each topic says how often, each different document once, as the mixture counted. */
function countsOf(
  rows: Rows,
  rowOf: Int32Array,
  assignments: Int32Array,
  topics: number,
  vocabulary: Vocabulary,
): Pick<TopicCounts, 'terms' | 'topics'> {
  const counts = Array.from({ length: topics }, () => new Map<number, number>());
  const sizes = new Int32Array(topics);
  const done = new Uint8Array(rows.starts.length - 1);
  for (let index = 0; index < rowOf.length; index++) {
    const row = rowOf[index] as number;
    const topic = assignments[index] as number;
    if (row < 0 || topic < 0 || done[row] === 1) continue;
    done[row] = 1;
    sizes[topic] = (sizes[topic] as number) + 1;
    const own = counts[topic] as Map<number, number>;
    for (let i = rows.starts[row] as number; i < (rows.starts[row + 1] as number); i++) {
      const id = rows.ids[i] as number;
      own.set(id, (own.get(id) ?? 0) + 1);
    }
  }
  return {
    terms: vocabulary.words,
    topics: counts.map((own, topic) => ({
      size: sizes[topic] as number,
      counts: [...own].sort((a, b) => a[0] - b[0]),
    })),
  };
}

function grouped(assignments: Int32Array, k: number): number[][] {
  const groups: number[][] = Array.from({ length: k }, () => []);
  for (let index = 0; index < assignments.length; index++) {
    const topic = assignments[index] as number;
    if (topic >= 0) (groups[topic] as number[]).push(index);
  }
  return groups.filter((group) => group.length > 0);
}
