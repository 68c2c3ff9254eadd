import { checkNumber } from '../base/check.js';
import { compareStrings } from '../base/compare.js';
import { Vocabulary } from '../counting/vocabulary.js';
import { RedianError } from '../errors.js';
import { gsdmm, type Rows } from './gsdmm.js';

/** A document to be clustered: the terms it is counted under. */
export interface TopicDocument {
  readonly terms: readonly string[];
  /** What it counts for in `weightShare`, such as 1 + its engagement. Default: 1. */
  readonly weight?: number;
}

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

export interface TopicTerm {
  readonly term: string;
  /** c-TF-IDF weight (Grootendorst, 2022), 1 for the first term. */
  readonly weight: number;
  /** Documents of the topic that have the term. */
  readonly documents: number;
}

export interface Topic {
  readonly id: number;
  /** Two or three terms that no other topic has as its label. */
  readonly label: string;
  readonly terms: readonly TopicTerm[];
  /** Indices of its documents, in order. */
  readonly documents: readonly number[];
  /** The documents that say most of what the topic is about, best first, at most ten. */
  readonly representative: readonly number[];
  /** Share of all documents, and of their weights, in [0, 1]. */
  readonly share: number;
  readonly weightShare: number;
  /** Mean confidence of its documents in (0, 1]. */
  readonly cohesion: number;
}

export interface TopicModel {
  /** Largest first; ids are positions in this list. */
  readonly topics: readonly Topic[];
  /** Topic of each document, -1 for one that fits nowhere. */
  readonly assignments: Int32Array;
  /** Probability of the assignment, 0 for a document that fits nowhere. */
  readonly confidence: Float64Array;
  /** The k that was tried first, and a range in which others are as defensible. */
  readonly suggestion: { readonly k: number; readonly low: number; readonly high: number };
}

/** A number of topics that readers can take in: grows with the square root of the documents, 2 to 40. */
export function suggestTopicCount(documents: number): { k: number; low: number; high: number } {
  const k = Math.max(2, Math.min(40, Math.round(0.9 * Math.sqrt(documents / 2))));
  return { k, low: Math.max(2, Math.round(k / 2)), high: Math.min(60, k * 2) };
}

interface Prepared {
  readonly rows: Rows;
  readonly vocabulary: Vocabulary;
  /** Row of each document, -1 for one without terms. */
  readonly rowOf: Int32Array;
}

/** Terms of one document alone say nothing of topics, and terms of nearly all documents neither. */
function prepare(documents: readonly TopicDocument[]): Prepared {
  const frequency = new Map<string, number>();
  for (const { terms } of documents) {
    for (const term of new Set(terms)) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const least = documents.length >= 50 ? 2 : 1;
  const most = documents.length >= 20 ? documents.length * 0.3 : documents.length;
  const vocabulary = new Vocabulary();
  const rowOf = new Int32Array(documents.length).fill(-1);
  const known = new Map<string, number>();
  const starts = [0];
  const ids: number[] = [];
  for (const [index, { terms }] of documents.entries()) {
    const kept = terms.filter((term) => {
      const count = frequency.get(term) ?? 0;
      return count >= least && count <= most;
    });
    if (kept.length === 0) continue;
    const row = kept.map((term) => vocabulary.add(term)).sort((a, b) => a - b);
    const key = row.join(' ');
    const same = known.get(key);
    if (same !== undefined) {
      rowOf[index] = same;
      continue;
    }
    rowOf[index] = known.size;
    known.set(key, known.size);
    for (const id of row) ids.push(id);
    starts.push(ids.length);
  }
  return {
    rows: { starts: Int32Array.from(starts), ids: Int32Array.from(ids), terms: vocabulary.size },
    vocabulary,
    rowOf,
  };
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
  if (unique === 0) return { topics: [], assignments, confidence, suggestion };

  const k = Math.min(options.k ?? suggestion.k, unique);
  const mixture = gsdmm(rows, {
    k,
    alpha: options.alpha ?? 0.1,
    beta: options.beta ?? 0.1,
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
  return {
    topics: describe(documents, groups, confidence, vocabulary, {
      display: options.display ?? ((term) => term),
      importance: options.importance ?? (() => 1),
    }),
    assignments,
    confidence,
    suggestion,
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

/** Joins topics whose term distributions, weighted by idf over topics, have a cosine above one half. */
function mergeAlike(rows: Rows, topics: Int32Array, k: number): Int32Array {
  const vectors = Array.from({ length: k }, () => new Map<number, number>());
  const spread = new Float64Array(rows.terms);
  for (let row = 0; row < topics.length; row++) {
    const vector = vectors[topics[row] as number] as Map<number, number>;
    for (let i = rows.starts[row] as number; i < (rows.starts[row + 1] as number); i++) {
      const id = rows.ids[i] as number;
      if (!vector.has(id)) spread[id] = (spread[id] as number) + 1;
      vector.set(id, (vector.get(id) ?? 0) + 1);
    }
  }
  const norms = vectors.map((vector) => {
    let sum = 0;
    for (const [id, count] of vector) {
      const weight = Math.sqrt(count) * Math.log(1 + k / (spread[id] as number));
      vector.set(id, weight);
      sum += weight * weight;
    }
    return Math.sqrt(sum);
  });
  const target = Int32Array.from({ length: k }, (_, topic) => topic);
  for (let a = 0; a < k; a++) {
    for (let b = a + 1; b < k; b++) {
      if (norms[a] === 0 || norms[b] === 0) continue;
      let dot = 0;
      for (const [id, weight] of vectors[a] as Map<number, number>)
        dot += weight * (vectors[b]?.get(id) ?? 0);
      if (dot / ((norms[a] as number) * (norms[b] as number)) <= 0.5) continue;
      const from = target[b] as number;
      for (let topic = 0; topic < k; topic++) if (target[topic] === from) target[topic] = target[a] as number;
    }
  }
  return topics.map((topic) => target[topic] as number);
}

function describe(
  documents: readonly TopicDocument[],
  groups: readonly (readonly number[])[],
  confidence: Float64Array,
  vocabulary: Vocabulary,
  naming: { readonly display: (term: string) => string; readonly importance: (term: string) => number },
): Topic[] {
  const inTopic = groups.map((group) => {
    const counts = new Map<string, number>();
    for (const index of group) {
      for (const term of new Set(documents[index]?.terms)) {
        if (vocabulary.id(term) >= 0) counts.set(term, (counts.get(term) ?? 0) + 1);
      }
    }
    return counts;
  });
  const everywhere = new Map<string, number>();
  let mass = 0;
  for (const counts of inTopic) {
    for (const [term, count] of counts) {
      everywhere.set(term, (everywhere.get(term) ?? 0) + count);
      mass += count;
    }
  }
  const average = mass / Math.max(1, groups.length);
  const weigh = (counts: ReadonlyMap<string, number>): TopicTerm[] => {
    const weighed = [...counts].map(([term, count]) => ({
      term,
      documents: count,
      weight: count * Math.log(1 + average / (everywhere.get(term) ?? 1)) * naming.importance(term),
    }));
    weighed.sort((a, b) => b.weight - a.weight || compareStrings(a.term, b.term));
    const top = weighed[0]?.weight ?? 1;
    return weighed.slice(0, 12).map((entry) => ({ ...entry, weight: entry.weight / top }));
  };
  let weights = 0;
  for (const { weight } of documents) weights += weight ?? 1;
  const used = new Set<string>();
  return groups.map((group, id) => {
    const terms = weigh(inTopic[id] as Map<string, number>);
    const weightOf = new Map(terms.map(({ term, weight }) => [term, weight]));
    const score = (index: number): number => {
      const own = new Set(documents[index]?.terms);
      let sum = 0;
      for (const term of own) sum += weightOf.get(term) ?? 0;
      return sum / Math.sqrt(3 + own.size);
    };
    const scores = new Map(group.map((index) => [index, score(index)]));
    const ordered = [...group].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b);
    let weight = 0;
    let cohesion = 0;
    for (const index of group) {
      weight += documents[index]?.weight ?? 1;
      cohesion += confidence[index] as number;
    }
    return {
      id,
      label: labelOf(terms, used, naming.display, (a, b) => together(documents, group, a, b)),
      terms,
      documents: group,
      representative: ordered.slice(0, 10),
      share: group.length / documents.length,
      weightShare: weights === 0 ? 0 : weight / weights,
      cohesion: cohesion / group.length,
    };
  });
}

/** Two terms belong together if a quarter of the documents that have the rarer one have the other too. */
function together(
  documents: readonly TopicDocument[],
  group: readonly number[],
  a: string,
  b: string,
): boolean {
  let first = 0;
  let second = 0;
  let both = 0;
  for (const index of group) {
    const terms = documents[index]?.terms ?? [];
    const hasA = terms.includes(a);
    const hasB = terms.includes(b);
    if (hasA) first++;
    if (hasB) second++;
    if (hasA && hasB) both++;
  }
  return both * 4 >= Math.min(first, second);
}

/** The two leading terms that stand together, a third if another topic has the same two; terms inside one another count once. */
function labelOf(
  terms: readonly TopicTerm[],
  used: Set<string>,
  display: (term: string) => string,
  belong: (a: string, b: string) => boolean,
): string {
  const names: string[] = [];
  const lead = terms[0]?.term;
  for (const { term } of terms) {
    const name = display(term);
    if (names.some((other) => other.includes(name) || name.includes(other))) continue;
    if (names.length === 1 && lead !== undefined && !belong(lead, term)) continue;
    names.push(name);
    if (names.length < 2) continue;
    const label = names.join('·');
    if (used.has(label)) continue;
    used.add(label);
    return label;
  }
  const label = names.length === 0 ? `话题 ${used.size + 1}` : names.join('·');
  const unique = used.has(label) ? `${label} ${used.size + 1}` : label;
  used.add(unique);
  return unique;
}
