import { compareStrings } from '../base/compare.js';
import { ln } from '../base/math.js';
import type { Rows } from './gsdmm.js';
import type { Topic, TopicDocument, TopicTerm } from './topic.js';
import { joinedName, labelOf, standingFor } from './topic-label.js';

/** Terms that a topic is told by, and those that its label is chosen from. */
const TERMS = 12;
const CANDIDATES = 48;
const REPRESENTATIVES = 10;

interface Corpus {
  readonly documents: readonly TopicDocument[];
  /** The documents as they were given. */
  readonly posts: readonly (string | TopicDocument)[];
  readonly rows: Rows;
  readonly rowOf: Int32Array;
  /** Term of each id. */
  readonly words: readonly string[];
}

interface WeighedTerm extends Omit<TopicTerm, 'text'> {
  readonly id: number;
  /** Whether it names nothing, by its importance. */
  readonly isPlain: boolean;
}

/** What each group of documents is about: terms, label, representatives, shares. Groups in the order of their ids. */
export function describeTopics(
  corpus: Corpus,
  groups: readonly (readonly number[])[],
  confidence: Float64Array,
  naming: { readonly display: (term: string) => string; readonly importance: (term: string) => number },
): Topic[] {
  const { documents, posts, rows, rowOf, words } = corpus;
  const counted = groups.map((group) => countTerms(group, rows, rowOf));
  const everywhere = new Float64Array(rows.terms);
  let mass = 0;
  for (const { ids, counts } of counted) {
    for (const [place, id] of ids.entries()) {
      everywhere[id] = (everywhere[id] as number) + (counts[place] as number);
      mass += counts[place] as number;
    }
  }
  const average = mass / Math.max(1, groups.length);
  const rarity = everywhere.map((count) => ln(1 + average / count));
  const importance = new Float64Array(rows.terms).fill(-1);
  const weigh = ({ ids, counts }: TermCounts): WeighedTerm[] => {
    const weighed = ids.map((id, place) => {
      if ((importance[id] as number) < 0) importance[id] = naming.importance(words[id] as string);
      return (counts[place] as number) * (rarity[id] as number) * (importance[id] as number);
    });
    const best = foremost(
      ids.length,
      CANDIDATES,
      (a, b) =>
        (weighed[b] as number) - (weighed[a] as number) ||
        compareStrings(words[ids[a] as number] as string, words[ids[b] as number] as string),
    );
    const top = weighed[best[0] as number] || 1;
    return best.map((place) => ({
      id: ids[place] as number,
      term: words[ids[place] as number] as string,
      weight: (weighed[place] as number) / top,
      documents: counts[place] as number,
      isPlain: (importance[ids[place] as number] as number) < 1,
    }));
  };
  let weights = 0;
  for (const { weight } of documents) weights += weight ?? 1;
  const used = new Set<string>();
  const weightOf = new Float64Array(rows.terms);
  const scores = new Float64Array(documents.length);
  return groups.map((group, id) => {
    const candidates = weigh(counted[id] as TermCounts);
    const terms = shownOnce(candidates, naming.display).slice(0, TERMS);
    for (const { id: term, weight } of terms) weightOf[term] = weight;
    let weight = 0;
    let cohesion = 0;
    for (const index of group) {
      weight += documents[index]?.weight ?? 1;
      cohesion += confidence[index] as number;
      scores[index] =
        sumOfWeights(rows, rowOf[index] as number, weightOf) /
        Math.sqrt(3 + (documents[index]?.terms.length ?? 0));
    }
    for (const { id: term } of terms) weightOf[term] = 0;
    const idOf = new Map(candidates.map((entry) => [entry.term, entry.id]));
    const belong = (a: string, b: string): boolean =>
      together(group, rows, rowOf, idOf.get(a) as number, idOf.get(b) as number);
    return {
      id,
      label: labelOf(standingFor(candidates, group.length), used, naming.display, belong, (a, b) =>
        joinedName(group, posts, a, b),
      ),
      terms: terms.map(({ term, text, weight, documents }) => ({ term, text, weight, documents })),
      documents: group,
      representative: foremost(
        group.length,
        REPRESENTATIVES,
        (a, b) => (scores[group[b] as number] as number) - (scores[group[a] as number] as number) || a - b,
      ).map((place) => group[place] as number),
      share: group.length / documents.length,
      weightShare: weights === 0 ? 0 : weight / weights,
      cohesion: cohesion / group.length,
    };
  });
}

/** Terms as they are shown; of those that are shown alike, such as the halves of a name, the first. */
function shownOnce(
  terms: readonly WeighedTerm[],
  display: (term: string) => string,
): (WeighedTerm & { readonly text: string })[] {
  const shown = new Set<string>();
  return terms
    .map((entry) => ({ ...entry, text: display(entry.term) }))
    .filter(({ text }) => !shown.has(text) && shown.add(text));
}

/** The places 0 to count - 1 that come first by an order, at most so many of them, in that order. O(count) where few are wanted. */
function foremost(count: number, most: number, compare: (a: number, b: number) => number): number[] {
  const first: number[] = [];
  for (let place = 0; place < count; place++) {
    if (first.length === most && compare(place, first[most - 1] as number) >= 0) continue;
    let at = first.length < most ? first.push(place) - 1 : most - 1;
    for (; at > 0 && compare(place, first[at - 1] as number) < 0; at--) first[at] = first[at - 1] as number;
    first[at] = place;
  }
  return first;
}

interface TermCounts {
  readonly ids: readonly number[];
  /** Documents of the group that have each. */
  readonly counts: readonly number[];
}

function countTerms(group: readonly number[], rows: Rows, rowOf: Int32Array): TermCounts {
  const counts = new Int32Array(rows.terms);
  const ids: number[] = [];
  for (const index of group) {
    const row = rowOf[index] as number;
    let before = -1;
    for (let i = rows.starts[row] as number; i < (rows.starts[row + 1] as number); i++) {
      const id = rows.ids[i] as number;
      if (id === before) continue;
      before = id;
      if (counts[id] === 0) ids.push(id);
      counts[id] = (counts[id] as number) + 1;
    }
  }
  return { ids, counts: ids.map((id) => counts[id] as number) };
}

/** Sum of the weights of the different terms of a row. */
function sumOfWeights({ starts, ids }: Rows, row: number, weights: Float64Array): number {
  let sum = 0;
  let before = -1;
  for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
    const id = ids[i] as number;
    if (id !== before) sum += weights[id] as number;
    before = id;
  }
  return sum;
}

/** Two terms belong together if a quarter of the documents that have the rarer one have the other too. */
function together(group: readonly number[], rows: Rows, rowOf: Int32Array, a: number, b: number): boolean {
  let first = 0;
  let second = 0;
  let both = 0;
  const { starts, ids } = rows;
  for (const index of group) {
    const row = rowOf[index] as number;
    let found = 0;
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
      if (ids[i] === a) found |= 1;
      else if (ids[i] === b) found |= 2;
    }
    if ((found & 1) !== 0) first++;
    if ((found & 2) !== 0) second++;
    if (found === 3) both++;
  }
  return both * 4 >= Math.min(first, second);
}
