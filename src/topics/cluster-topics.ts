import {
  checkArray,
  checkChoice,
  checkFunction,
  checkNumber,
  checkOptions,
  checkString,
  type OptionNames,
} from '../base/check.js';
import { RedianError } from '../errors.js';
import { checkWordVectors, WordVectors } from '../vectors/index.js';
import { describeTopics } from './describe-topics.js';
import { gsdmm } from './gsdmm.js';
import { joinedMixture } from './joined-mixture.js';
import { kMeansTopics } from './k-means.js';
import { joinTwins, mergeAlike } from './merge-alike.js';
import { countsOf, type Grouping, topicsOfRows, vectorsOf } from './model-counts.js';
import { type Prepared, prepare } from './prepare.js';
import { HEAVIEST, readDocument, TextSpellings } from './read-text.js';
import type { Topic, TopicDocument } from './topic.js';
import { SURE, TopicModel } from './topic-model.js';
import type { TopicCounts, TopicSuggestion } from './topic-state.js';

/** `gsdmm`: Dirichlet multinomial mixture, made for short texts. `kmeans`: k-means on LSA vectors. */
export type ClusterMethod = 'gsdmm' | 'kmeans';

export interface ClusterOptions {
  /** Number of topics to begin with; merged and small ones make it fewer. Default: suggested from the corpus. */
  readonly k?: number | undefined;
  /** Default: gsdmm. */
  readonly method?: ClusterMethod | undefined;
  /**
   * Word vectors that join the counts of gsdmm: the gain on few and short documents is large. Default: the bundled
   * table, read when it is first needed (where there is no `node:fs`, await `WordVectors.load()` before); false for
   * counts alone.
   */
  readonly vectors?: WordVectors | false | undefined;
  /** What a cosine of 1 adds to the logarithm of a topic's probability, 0 to 100. Default: measured on the documents. */
  readonly vectorWeight?: number | undefined;
  /** Default: 1. */
  readonly seed?: number | undefined;
  /** Sweeps of gsdmm at most; a chain that has settled before ends five sweeps later. Default: 30. */
  readonly sweeps?: number | undefined;
  /** Dirichlet priors of topics and terms, at least 1e-6. Default: 0.1 each. */
  readonly alpha?: number | undefined;
  readonly beta?: number | undefined;
  /** Topics with fewer documents are dissolved. Default: 2, or 1 % of the documents if that is more. */
  readonly minSize?: number | undefined;
  /**
   * Factor of a term's weight in labels, 0 to 1e100. Default: of texts 1.6 for names, 0.6 for verbs, adjectives and English words written
   * small, 1 for all else; of terms 1 for all.
   */
  readonly importance?: ((term: string) => number) | undefined;
  /** Names a term as a reader wants to see it. Default: as it is mostly written in the texts, the term itself where there are none. */
  readonly display?: ((term: string) => string) | undefined;
}

const clusterOptions: OptionNames<ClusterOptions> = {
  k: true,
  method: true,
  vectors: true,
  vectorWeight: true,
  seed: true,
  sweeps: true,
  alpha: true,
  beta: true,
  minSize: true,
  importance: true,
  display: true,
};

/** So few documents may be topics of one. */
const FEW = 8;
/** Documents for each text, on average, from which each is a topic by itself if there are topics enough. */
const COPIES = 2;

/** A number of topics that readers can take in: grows with the square root of the documents, 2 to 40. */
export function suggestTopicCount(documents: number): TopicSuggestion {
  checkNumber('documents', documents, { min: 0, integer: true });
  const k = Math.max(2, Math.min(40, Math.round(0.9 * Math.sqrt(documents / 2))));
  return { k, low: Math.max(2, Math.round(k / 2)), high: Math.min(60, k * 2) };
}

/**
 * Groups short documents into topics by a Dirichlet multinomial mixture (GSDMM), joined by word vectors as far as these
 * help, or by k-means; merges topics that tell the same, dissolves the smallest, and labels each by
 * class-based TF-IDF.
 *
 * Documents with the same terms always share a topic. The number of topics is a suggestion, not a finding: other
 * numbers in the range describe the corpus as well. A document that shares no term with another, and that word vectors place
 * with a probability below a half, fits nowhere, as in `assign`.
 *
 * @param posts  texts, which are cut by the bundled dictionary, or their terms, such as `countingTerms` gives.
 * @returns for no documents: no topics.
 * @throws {RedianError} INVALID_ARGUMENT for an option out of its range or a weight that is no finite number.
 * @see gsdmm and kMeansTopics for the cost, which dominates: 50,000 cut headlines into 20 topics take 0.7 s of
 * processor time once the code is warm, 1.4 s in a new process, without vectors 0.3 s (AMD EPYC, Node 20).
 */
export function clusterTopics(
  posts: readonly (string | TopicDocument)[],
  options: ClusterOptions = {},
): TopicModel {
  checkOptions(options, clusterOptions);
  checkArray('posts', posts, 'texts or documents');
  const spellings = new TextSpellings();
  const documents = Array.from(posts, (post, index) => readDocument(post, index, spellings));
  const { alpha = 0.1, beta = 0.1, method = 'gsdmm', sweeps = 30, seed = 1, vectorWeight } = options;
  if (options.k !== undefined) checkNumber('k', options.k, { min: 1, integer: true });
  checkChoice('method', method, ['gsdmm', 'kmeans']);
  checkNumber('sweeps', sweeps, { min: 1, integer: true });
  checkNumber('seed', seed);
  for (const [name, prior] of Object.entries({ alpha, beta })) {
    checkNumber(name, prior, { min: 1e-6, max: 1e6 });
  }
  if (vectorWeight !== undefined) checkNumber('vectorWeight', vectorWeight, { min: 0, max: 100 });
  if (method === 'kmeans' && options.vectors !== undefined && options.vectors !== false) {
    throw new RedianError('INVALID_ARGUMENT', 'vectors: only the method gsdmm is joined by them');
  }
  if (options.vectors !== undefined && options.vectors !== false) {
    checkWordVectors('vectors', options.vectors);
  }
  const { importance = spellings.importance(), display = (term) => spellings.of(term) } = options;
  checkFunction('importance', importance);
  checkFunction('display', display);
  if (options.minSize !== undefined) checkNumber('minSize', options.minSize, { min: 0 });
  const suggestion = suggestTopicCount(documents.length);
  const vectors =
    method === 'kmeans' || documents.length === 0 ? undefined : vectorsOfOptions(options.vectors);
  const prepared = prepare(documents, vectors);
  const { rows, words, rowOf } = prepared;
  const unique = rows.starts.length - 1;
  const assignments = new Int32Array(documents.length).fill(-1);
  const confidence = new Float64Array(documents.length);
  if (unique === 0) {
    const counts: TopicCounts = { alpha, beta, terms: [], topics: [] };
    return new TopicModel({ topics: [], assignments, confidence, suggestion, counts });
  }

  const k = Math.min(options.k ?? suggestion.k, unique);
  const isToldOfMany = documents.length < FEW || documents.length >= unique * COPIES;
  const grouping =
    k === unique && isToldOfMany
      ? eachAlone(unique)
      : group(prepared, method, { k, alpha, beta, sweeps, seed, vectors, weight: vectorWeight });
  const merged = options.k === undefined ? mergeAlike(rows, grouping.topics, k) : grouping.topics;
  const copies = new Int32Array(unique);
  for (const row of rowOf) if (row >= 0) copies[row] = (copies[row] as number) + 1;
  for (let index = 0; index < documents.length; index++) {
    const row = rowOf[index] as number;
    if (row < 0) continue;
    // As `assign` has it: word vectors alone are near to some topic always.
    const isAlone = copies[row] === 1 && rows.starts[row] === rows.starts[row + 1];
    if (isAlone && k > 1 && (grouping.confidence[row] as number) < SURE) continue;
    assignments[index] = merged[row] as number;
    confidence[index] = grouping.confidence[row] as number;
  }
  const minSize = options.minSize ?? Math.max(2, Math.floor(documents.length * 0.01));
  let groups = largestFirst(
    grouped(assignments, k).filter((group) => group.length >= minSize || documents.length < FEW),
  );
  const describe = (): Topic[] =>
    describeTopics({ documents, posts, rows, rowOf, words }, groups, confidence, {
      display: (term) => {
        const shown = display(term);
        checkString('display(term)', shown);
        return shown;
      },
      importance: (term) => {
        const factor = importance(term);
        checkNumber('importance(term)', factor, { min: 0, max: HEAVIEST });
        return factor;
      },
    });
  let topics = describe();
  while (options.k === undefined) {
    const joined = joinTwins(topics);
    if (joined.length === groups.length) break;
    groups = largestFirst(joined);
    topics = describe();
  }
  assignments.fill(-1);
  for (const [id, group] of groups.entries()) for (const index of group) assignments[index] = id;
  for (let index = 0; index < documents.length; index++) if (assignments[index] === -1) confidence[index] = 0;
  const topicOf = topicsOfRows(unique, rowOf, assignments);
  return new TopicModel({
    topics,
    assignments,
    confidence,
    suggestion,
    counts: {
      alpha,
      beta,
      ...countsOf(rows, topicOf, groups.length, words),
      ...vectorsOf(grouping, topicOf, groups.length, vectors?.isBundled === true),
    },
    vectors,
  });
}

/** A topic for each row: no more rows than topics, and copies enough of each, leave nothing to find out. */
function eachAlone(rows: number): Grouping {
  return {
    topics: Int32Array.from({ length: rows }, (_, row) => row),
    confidence: new Float64Array(rows).fill(1),
  };
}

function largestFirst(groups: (readonly number[])[]): (readonly number[])[] {
  return groups.sort((a, b) => b.length - a.length || (a[0] as number) - (b[0] as number));
}

function vectorsOfOptions(vectors: WordVectors | false | undefined): WordVectors | undefined {
  return vectors === false ? undefined : (vectors ?? WordVectors.loadSync());
}

function group(
  prepared: Prepared,
  method: ClusterMethod,
  options: {
    readonly k: number;
    readonly alpha: number;
    readonly beta: number;
    readonly sweeps: number;
    readonly seed: number;
    readonly vectors: WordVectors | undefined;
    readonly weight: number | undefined;
  },
): Grouping {
  if (method === 'kmeans') return kMeansTopics(prepared.rows, options.k, options.seed);
  if (options.vectors === undefined) return gsdmm(prepared.rows, options);
  return joinedMixture(prepared, options.vectors, options);
}

function grouped(assignments: Int32Array, k: number): number[][] {
  const groups: number[][] = Array.from({ length: k }, () => []);
  for (let index = 0; index < assignments.length; index++) {
    const topic = assignments[index] as number;
    if (topic >= 0) (groups[topic] as number[]).push(index);
  }
  return groups.filter((group) => group.length > 0);
}
