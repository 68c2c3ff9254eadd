import type { DocumentCounts } from '../../counting/document-counts.js';
import type { AnalysedPost } from './analysed-post.js';
import type { Fact, FactQuote } from './fact.js';
import { likeness, SAME_EVENT } from './likeness.js';

/** A name that this share of a fact's posts hold is what the fact is about. */
const FOCAL = 0.6;
/** Things of which more posts speak than this, or than this share of all, have more than one story. */
const MOST_POSTS = 14;
const MOST_SHARE = 0.03;
/** Companies and people do more than one thing: only of one that hardly anybody names is it all one story. */
const MOST_POSTS_OF_ACTOR = 8;
const MOST_SHARE_OF_ACTOR = 0.02;
/**
 * Of a product or an actor its name, a word that goes with it (Chrome, 浏览器) and one more that few posts hold: else it
 * is another story of the same thing.
 */
const SHARED = 3;
/** Of a model, or of two deeds of one kind, the name and one more word. */
const SHARED_SURELY = 2;
const RARE = 0.03;
/** Of a model a less seldom word will do: what is said of MiniMax M2 and of open source is one story. */
const RARE_OF_MODEL = 0.06;
/** Likeness of two facts of one name below which they say other things of it. */
const OF_ONE_MATTER = 0.42;
/** A sum from which on it is told by. */
const GREAT_SUM = 1e6;
/** Likeness from which a fact tells again what another does, and the leading facts that are looked at for it. */
const TOLD_AGAIN = 0.69;
const MOST_COMPARED = 120;
/** Further facts told with one. */
const MOST_RELATED = 3;
const things = new Set(['model', 'product', 'coin']);
const actors = new Set(['company', 'organization', 'person', 'stock']);

/** Terms that stand in a third of the posts of both, and in no more posts of all than a share of them. */
function sharedRareTerms(a: Fact, b: Fact, share: number, counts: DocumentCounts): string[] {
  const most = Math.max(MOST_POSTS, share * counts.documents);
  const shared: string[] = [];
  for (const [term, count] of a.terms) {
    const other = b.terms.get(term) ?? 0;
    if (count * 3 < a.posts.length || other === 0 || other * 3 < b.posts.length) continue;
    if (counts.count(term) <= most) shared.push(term);
  }
  return shared;
}

/** True if enough seldom terms are shared; that both are of one kind is one more. */
function sharesEnough(a: Fact, b: Fact, isModel: boolean, counts: DocumentCounts): boolean {
  const alike = likeness(a, b);
  if (alike < OF_ONE_MATTER) return false;
  // What is done to two things is two deeds.
  const mayBeOne = a.object === undefined || b.object === undefined || a.object === b.object;
  const ofOneKind = a.kind === b.kind && a.kind !== 'other' && mayBeOne;
  const shared = sharedRareTerms(a, b, isModel ? RARE_OF_MODEL : RARE, counts).length + (ofOneKind ? 1 : 0);
  return shared >= (isModel || ofOneKind ? SHARED_SURELY : SHARED);
}

/** True if three names stand in both, or seldom terms that are no names. */
function sharesMore(a: Fact, b: Fact, counts: DocumentCounts): boolean {
  if (a.subjects.filter((name) => b.subjects.includes(name)).length >= SHARED) return true;
  const names = new Set([...a.subjects, ...b.subjects].map((name) => name.toLowerCase()));
  const shared = sharedRareTerms(a, b, RARE, counts).filter((term) => !names.has(term.toLowerCase()));
  return shared.length >= SHARED_SURELY;
}

/**
 * Great sums beside each name that the fact is about, which two of its posts and a third of them hold: 2,000 亿美元 of
 * Anthropic's is spent once a day.
 */
function sumsOf({ posts, subjects }: Fact): string[] {
  const counts = new Map<string, number>();
  for (const { tokens } of posts) {
    const sums = new Set<string>();
    for (const { quantity } of tokens) {
      if (quantity?.type === 'money' && quantity.value >= GREAT_SUM)
        sums.add(`${quantity.currency ?? ''}\0${quantity.value}`);
    }
    for (const sum of sums) counts.set(sum, (counts.get(sum) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > 1 && count * 3 >= posts.length)
    .flatMap(([sum]) => subjects.map((name) => `${name}\0${sum}`));
}

/**
 * True if the words that are quoted name it, or no one and nothing, as in 它编码特别强: a digest of the day's news names what
 * its other items are about.
 */
function isAbout({ text, post }: FactQuote, name: string): boolean {
  const start = post.text.indexOf(text);
  const end = start + text.length;
  const named = post.mentions.filter((mention) => mention.start >= start && mention.end <= end);
  return (
    named.some((mention) => mention.name === name) ||
    !named.some(({ category }) => things.has(category) || actors.has(category))
  );
}

interface Named {
  readonly category: string;
  posts: number;
}

function namesIn(posts: readonly AnalysedPost[]): Map<string, Named> {
  const names = new Map<string, Named>();
  for (const { mentions } of posts) {
    for (const [name, category] of new Map(mentions.map((mention) => [mention.name, mention.category]))) {
      const named = names.get(name) ?? { category, posts: 0 };
      names.set(name, named);
      named.posts++;
    }
  }
  return names;
}

/**
 * Hands facts about one and the same seldom named thing to the weightiest of them: the release of a model and its
 * score are told in one place. What many posts name, such as a great company, is no such thing, nor are two stories
 * that share the name alone.
 *
 * @param facts  weightiest first.
 * @returns the facts that are told by themselves, in the same order, with the others as their `related`.
 */
export function attachRelated(
  facts: readonly Fact[],
  posts: readonly AnalysedPost[],
  counts: DocumentCounts,
): Fact[] {
  const most = Math.min(MOST_POSTS, Math.max(3, posts.length * MOST_SHARE));
  const mostOfActor = Math.min(MOST_POSTS_OF_ACTOR, posts.length * MOST_SHARE_OF_ACTOR);
  const all = namesIn(posts);
  const isSeldom = (name: string, category: string): boolean => {
    const spoken = all.get(name)?.posts ?? 0;
    return things.has(category) ? spoken <= most : actors.has(category) && spoken <= mostOfActor;
  };
  const leads = new Map<string, Fact>();
  const pairs = new Map<string, Fact>();
  const sums = new Map<string, Fact>();
  /** What the same two did, or the same sum was paid for, told in other words. */
  const partnerOf = (fact: Fact): Fact | undefined => {
    const other = fact.pair === undefined ? undefined : pairs.get(fact.pair);
    if (other !== undefined && likeness(other, fact) >= SAME_EVENT) return other;
    return sumsOf(fact)
      .map((sum) => sums.get(sum))
      .find((found) => found !== undefined);
  };
  const related = new Map<Fact, Fact[]>();
  /** What is told already in other words: the names of both and what they say are much the same. */
  const toldAlike = (fact: Fact): Fact | undefined => {
    if (related.size > MOST_COMPARED) return undefined;
    const alike = [...related.keys()]
      .map((told) => ({ told, weight: likeness(fact, told) }))
      .filter(({ told, weight }) => weight >= TOLD_AGAIN && sharesMore(fact, told, counts))
      .sort((a, b) => b.weight - a.weight);
    return alike[0]?.told;
  };
  for (const fact of facts) {
    const focal = [...namesIn(fact.posts)]
      .filter(([name, own]) => own.posts >= FOCAL * fact.posts.length && isSeldom(name, own.category))
      .filter(([name]) => fact.quotes.some((quote) => isAbout(quote, name)));
    const [found] = focal.flatMap(([name, { category }]) => {
      const other = leads.get(name);
      return other !== undefined && sharesEnough(other, fact, category === 'model', counts) ? [other] : [];
    });
    const lead = found ?? partnerOf(fact) ?? toldAlike(fact);
    const others = lead === undefined ? undefined : related.get(lead);
    if (lead !== undefined && others !== undefined && others.length < MOST_RELATED) {
      others.push(fact);
      continue;
    }
    related.set(fact, []);
    for (const [name] of focal) if (!leads.has(name)) leads.set(name, fact);
    if (fact.pair !== undefined && !pairs.has(fact.pair)) pairs.set(fact.pair, fact);
    for (const sum of sumsOf(fact)) if (!sums.has(sum)) sums.set(sum, fact);
  }
  return [...related].map(([fact, others]) => ({ ...fact, related: others }));
}
