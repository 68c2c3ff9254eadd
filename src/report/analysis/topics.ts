import type { Window } from '../../corpus/index.js';
import { labelImportance } from '../../counting/label-importance.js';
import type { Tokenizer } from '../../tokenizer/index.js';
import { clusterTopics, suggestTopicCount, type Topic, type TopicHistory } from '../../topics/index.js';
import type { AnalysedPost } from './analysed-post.js';
import type { TopicFigures } from './analysis.js';
import type { Displays } from './displays.js';
import { moodOfPosts } from './mood-of-posts.js';
import { byWeight } from './support.js';

/** Fitness for a label of what stands for the field, and of what titles of any day say, such as 男子. */
const COMMON = 0.2;
const OF_ANY_DAY = 0.6;

/**
 * The topics of a report, most posts first.
 *
 * @param isCommon  whether so many posts hold a term that it stands for the field.
 * @param isOfTheDay  whether posts hold a term far more often than titles of other days.
 * @param earlier  terms of each post of the baseline; undefined where there are none.
 */
export function topicsOf(
  posts: readonly AnalysedPost[],
  isCommon: (term: string) => boolean,
  isOfTheDay: (term: string) => boolean,
  displays: Displays,
  tokenizer: Tokenizer,
  input: { readonly seed: number; readonly window: Window },
  history: TopicHistory,
  earlier: readonly (readonly string[])[] | undefined,
): TopicFigures[] {
  const importance = labelImportance(
    { display: (term) => displays.of(term), isNamed: (term) => displays.isNamed(term) },
    tokenizer,
  );
  const model = clusterTopics(
    posts.map((post) => ({ terms: post.toldTerms, weight: 1 + post.engagement })),
    {
      // A report names the leading topics, each with the posts that speak of it: many narrow ones tell these best.
      k: suggestTopicCount(posts.length).high,
      seed: input.seed,
      display: (term) => displays.of(term),
      importance: (term) =>
        isCommon(term) ? COMMON : importance(term) * (isOfTheDay(term) ? 1 : OF_ANY_DAY),
    },
  );
  const found = joinTold(
    model.topics
      .map((topic) => spokenOf(topic, posts, displays))
      .filter(({ topic }) => topic.documents.length >= leastOf(model.topics[topic.id] as Topic)),
    posts.length,
  );
  const topics = found.map(({ topic }) => topic);
  const known = history.periods.length > 0;
  const { steps } = history.add(`${input.window.from}/${input.window.to}`, {
    topics,
    assignments: model.assignments,
  });
  const before = new Map<number, number>();
  for (const terms of earlier ?? []) {
    const { topic } = model.assign(terms);
    const place = found.findIndex(({ clusters }) => clusters.includes(topic));
    const words = found[place]?.words;
    if (words !== undefined && terms.some((term) => words.has(term)))
      before.set(place, (before.get(place) ?? 0) + 1);
  }
  return topics.map((topic, index) => {
    const own = topic.representative.map((place) => posts[place]);
    const rest = topic.documents.map((place) => posts[place]);
    const members = [...new Set([...own, ...rest.sort(byWeight)])];
    const step = steps[index];
    const shareBefore =
      earlier !== undefined && earlier.length > 0
        ? (before.get(index) ?? 0) / earlier.length
        : step?.before?.share;
    return {
      id: step?.id ?? index + 1,
      label: labelAsWritten(partedLabel(topic, displays), members),
      terms: topic.terms.map(({ term }) => displays.of(term)),
      posts: members,
      share: topic.share,
      mood: moodOfPosts(members),
      ...(shareBefore === undefined ? {} : { shareBefore }),
      ...(known && step !== undefined ? { status: step.status } : {}),
    };
  });
}

/** A label whose names hold the sign that joins them, 马斯克·山姆·奥特曼, with one that parts them: 马斯克、山姆·奥特曼. */
function partedLabel(topic: Topic, displays: Displays): string {
  const names = labelTerms(topic, displays).map((term) => displays.of(term));
  if (!names.some((name) => name.includes('·'))) return topic.label;
  const place = (name: string): number => topic.label.indexOf(name);
  return names.sort((a, b) => place(a) - place(b)).join('、');
}

/** The terms of which a label is made, though a name may hold the sign that joins two. */
function labelTerms({ label, terms }: Topic, displays: Displays): string[] {
  return terms.map(({ term }) => term).filter((term) => `·${label}·`.includes(`·${displays.of(term)}·`));
}

const twoHanWords = /^(\p{Script=Han}+)·(\p{Script=Han}+)$/u;

/** A label of two words that stand beside each other in most of the posts that have both, as these write it: 高市早苗. */
function labelAsWritten(label: string, posts: readonly AnalysedPost[]): string {
  const [, one, other] = twoHanWords.exec(label) ?? [];
  if (one === undefined || other === undefined) return label;
  const both = posts.filter(({ text }) => text.includes(one) && text.includes(other));
  for (const joint of [one + other, other + one]) {
    const written = both.filter(({ text }) => text.includes(joint)).length;
    if (written > 1 && written * 2 > both.length) return joint;
  }
  return label;
}

interface ToldTopic {
  readonly topic: Topic;
  /** Terms of the label. */
  readonly words: ReadonlySet<string>;
  /** Clusters that it is made of. */
  readonly clusters: readonly number[];
}

/**
 * A topic as far as its posts speak of it, which is those that hold a word of its label: a cluster gathers what is like
 * these too, and its size would promise more than a reader finds.
 */
function spokenOf(topic: Topic, posts: readonly AnalysedPost[], displays: Displays): ToldTopic {
  const words = new Set(labelTerms(topic, displays));
  const speaks = (place: number): boolean => posts[place]?.toldTerms.some((term) => words.has(term)) === true;
  const documents = topic.documents.filter(speaks);
  const representative = topic.representative.filter(speaks);
  const share = documents.length / posts.length;
  return { topic: { ...topic, documents, representative, share }, words, clusters: [topic.id] };
}

/** Topics of which one's label holds all words of the other's as one; most posts first. */
function joinTold(topics: readonly ToldTopic[], posts: number): ToldTopic[] {
  const joined: ToldTopic[] = [];
  for (const told of [...topics].sort((a, b) => a.words.size - b.words.size)) {
    const place = joined.findIndex(
      ({ words }) => words.size > 1 && [...words].every((term) => told.words.has(term)),
    );
    const twin = joined[place];
    if (twin === undefined) {
      joined.push(told);
      continue;
    }
    const documents = [...twin.topic.documents, ...told.topic.documents].sort((a, b) => a - b);
    joined[place] = {
      ...twin,
      topic: { ...twin.topic, documents, share: documents.length / posts },
      clusters: [...twin.clusters, ...told.clusters],
    };
  }
  return joined.sort(
    (a, b) => b.topic.documents.length - a.topic.documents.length || a.topic.id - b.topic.id,
  );
}

/** Least share of a cluster's posts that hold a word of its label: below that the label stands for a remainder. */
const LABELLED = 0.15;

function leastOf({ documents }: Topic): number {
  return Math.max(Math.min(2, documents.length), LABELLED * documents.length);
}
