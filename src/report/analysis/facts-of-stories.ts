import { compareStrings } from '../../base/compare.js';
import type { TimeZone } from '../../corpus/index.js';
import type { DocumentCounts } from '../../counting/document-counts.js';
import type { StopWords } from '../../counting/stop-words.js';
import { countingTerms } from '../../counting/terms.js';
import type { EventArgument, EventType, Modality, Story, StorySentence } from '../../entities/index.js';
import { isCutOff } from '../language/quote.js';
import { amountsOf } from './amounts.js';
import type { AnalysedPost } from './analysed-post.js';
import type { Fact, FactQuote } from './fact.js';
import { byWeight, supportOf } from './support.js';
import { isOfOneForm } from './templates.js';
import { voicesOf } from './voices.js';

const modalities = new Map<Modality, Fact['modality']>([
  ['statement', 'statement'],
  ['opinion', 'statement'],
  ['negation', 'denial'],
  ['rumour', 'rumour'],
  ['question', 'question'],
  ['plan', 'plan'],
]);

/** Kinds of events whose verbs say all that a headline needs. */
const plainKinds = new Set<EventType>([
  'release',
  'open_source',
  'funding',
  'acquisition',
  'partnership',
  'infrastructure',
  'investment',
  'personnel',
]);
/** Objects that a headline can name. */
const namedCategories = new Set([
  'company',
  'model',
  'product',
  'person',
  'organization',
  'hardware',
  'benchmark',
  'dataset',
]);

/** A headline of ours needs a named actor, a plain verb, and a named object or a sum of money. */
function isSolid(story: Story): boolean {
  const { actor, object, action, type } = story;
  if (actor?.canonical === undefined || action === undefined || !plainKinds.has(type)) return false;
  if (actor.category === undefined || !namedCategories.has(actor.category)) return false;
  if (actor.canonical === object?.canonical || story.statedBy < 2) return false;
  if (type === 'funding') return story.amounts.some((amount) => amount.type === 'money');
  return (
    object?.canonical !== undefined && object.category !== undefined && namedCategories.has(object.category)
  );
}

/** Terms by which facts are compared. */
const TERMS = 24;

function nameOfArgument(
  argument: EventArgument | undefined,
  shown: (canonical: string) => string,
): string | undefined {
  if (argument === undefined) return undefined;
  return argument.canonical === undefined ? argument.text : shown(argument.canonical);
}

function shareOf(posts: readonly AnalysedPost[], holds: (post: AnalysedPost) => boolean): number {
  return posts.filter(holds).length / posts.length;
}

/** Share of the fact's leading terms that are new, of those that can be told; 0.5 where none can. */
function noveltyOf(
  terms: ReadonlyMap<string, number>,
  posts: number,
  isFamiliar: FactContext['isFamiliar'],
): number {
  let known = 0;
  let fresh = 0;
  for (const [term, count] of terms) {
    const familiar = count * 2 >= posts ? isFamiliar(term) : undefined;
    if (familiar !== undefined) known++;
    if (familiar === false) fresh++;
  }
  return known === 0 ? 0.5 : fresh / known;
}

const actingCategories = new Set(['company', 'organization', 'person']);
/** Share of a fact's posts that name both of a pair. */
const PAIR = 0.6;

function pairOf(posts: readonly AnalysedPost[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { mentions } of posts) {
    const names = mentions.filter(({ category }) => actingCategories.has(category)).map(({ name }) => name);
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => count >= PAIR * posts.length).map(([name]) => name);
  return common.length === 2 ? common.sort(compareStrings).join('\0') : undefined;
}

/** What {@link factsOf} needs beside the stories and the posts. */
interface FactContext {
  readonly zone: TimeZone;
  /** True of a term that was said before, false of a new one; undefined where that cannot be told. */
  readonly isFamiliar: (term: string) => boolean | undefined;
  /** The form in which a canonical name is shown. */
  readonly shown: (canonical: string) => string;
  /** True of a term that so many posts have that sharing it says nothing. */
  readonly isCommon: (term: string) => boolean;
  /** In how many posts of all each term occurs. */
  readonly counts: DocumentCounts;
  readonly stopWords: StopWords;
}

/** So many times as many other posts may hold a term that is said of one fact: 中国 is said of too many. */
const ELSEWHERE = 2;

/** How many terms two posts and half of them have, and not many others. */
function ownTerms(
  terms: ReadonlyMap<string, number>,
  posts: number,
  { counts, isCommon }: FactContext,
): number {
  let own = 0;
  for (const [term, count] of terms) {
    const isShared = count > 1 && count * 2 >= posts;
    if (isShared && counts.count(term) - count <= ELSEWHERE * count && !isCommon(term)) own++;
  }
  return own;
}

/** How many numbers of two digits and more, but for years, stand in two posts and in half of them. */
function sharedNumbers(posts: readonly AnalysedPost[]): number {
  const counts = new Map<string, number>();
  for (const { text } of posts) {
    for (const number of new Set(text.match(/\d[\d.,]*\d/gu) ?? [])) {
      if (!/^20\d\d$/u.test(number)) counts.set(number, (counts.get(number) ?? 0) + 1);
    }
  }
  return [...counts.values()].filter((count) => count > 1 && count * 2 >= posts.length).length;
}

/** The terms that a third of the posts, and two of them, have, without those that are all posts' own. */
function sharedTerms(
  counts: ReadonlyMap<string, number>,
  posts: number,
  { isCommon }: FactContext,
): ReadonlySet<string> {
  const least = Math.max(2, posts / 3);
  return new Set(
    [...counts].filter(([term, count]) => count >= least && !isCommon(term)).map(([term]) => term),
  );
}

/** True if a sentence holds one of the terms: else the posts share something that it does not tell. */
function tells(
  sentence: StorySentence,
  post: AnalysedPost,
  terms: ReadonlySet<string>,
  { stopWords }: FactContext,
): boolean {
  const tokens = post.tokens.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  return countingTerms(tokens, stopWords).some(({ key }) => terms.has(key));
}

/**
 * Stories as facts: with the posts themselves, words to quote, and what they are compared by. A story without a verb
 * that was understood is one only if a sentence tells what its posts share: a greeting with the same tags is none.
 */
export function factsOf(
  stories: readonly Story[],
  posts: readonly AnalysedPost[],
  context: FactContext,
): Fact[] {
  const { zone, shown, isFamiliar } = context;
  const byId = new Map(posts.map((post) => [post.id, post]));
  const find = (ids: readonly string[]): AnalysedPost[] =>
    ids.map((id) => byId.get(id)).filter((post) => post !== undefined);
  const facts: Fact[] = [];
  for (const story of stories) {
    const modality = modalities.get(story.modality);
    const supporting = find(story.postIds).sort(byWeight);
    if (modality === undefined || supporting.length === 0) continue;
    const counts = new Map<string, number>();
    for (const post of supporting) {
      for (const term of new Set(post.toldTerms)) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    const common = sharedTerms(counts, supporting.length, context);
    const quotes: FactQuote[] = [];
    for (const sentence of [story.chinese, story.english]) {
      const post = sentence === undefined ? undefined : byId.get(sentence.postId);
      if (sentence === undefined || post === undefined || isCutOff(sentence.text)) continue;
      const needsMore = story.type === 'other' && supporting.length > 1;
      if (needsMore && !tells(sentence, post, common, context)) continue;
      quotes.push({ text: sentence.text, post });
    }
    if (quotes.length === 0) continue;
    // Who asks or chats does not tell it best, whatever the language.
    quotes.sort((a, b) => Number(a.post.chatty) - Number(b.post.chatty));
    const terms = new Map([...counts].sort((a, b) => b[1] - a[1]).slice(0, TERMS));
    const actor = nameOfArgument(story.actor, shown);
    const object = nameOfArgument(story.object, shown);
    const names = story.names.filter((name) => !context.isCommon(name)).map(shown);
    const subjects = [...new Set([actor, object, ...names].filter((name) => name !== undefined))];
    const pair = pairOf(supporting);
    facts.push({
      kind: story.type,
      ...(pair === undefined ? {} : { pair }),
      ...(actor === undefined ? {} : { actor }),
      ...(story.action === undefined ? {} : { action: story.action }),
      ...(object === undefined ? {} : { object }),
      solid: isSolid(story),
      subjects,
      amounts: amountsOf(story),
      ...(story.firstTime === undefined ? {} : { day: zone.dayOf(story.firstTime) }),
      modality,
      posts: supporting,
      denials: find(story.denyingPostIds),
      support: supportOf(supporting),
      voices: voicesOf(supporting, counts),
      quotes,
      terms,
      ofOneForm: quotes[0] !== undefined && isOfOneForm(supporting, quotes[0].post),
      shared: ownTerms(counts, supporting.length, context) + sharedNumbers(supporting),
      related: [],
      chatty: shareOf(supporting, ({ chatty }) => chatty),
      onField: shareOf(supporting, ({ onField }) => onField),
      novelty: noveltyOf(terms, supporting.length, isFamiliar),
    });
  }
  return facts;
}
