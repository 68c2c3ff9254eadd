import { compareStrings } from '../base/compare.js';
import { ln } from '../base/math.js';
import type { Vocabulary } from '../counting/vocabulary.js';
import type { Topic, TopicDocument, TopicTerm } from './topic.js';

/** What each group of documents is about: terms, label, representatives, shares. Groups in the order of their ids. */
export function describeTopics(
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
      weight: count * ln(1 + average / (everywhere.get(term) ?? 1)) * naming.importance(term),
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
    const folded = name.toLowerCase();
    if (names.some((other) => contains(other.toLowerCase(), folded))) continue;
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

function contains(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}
