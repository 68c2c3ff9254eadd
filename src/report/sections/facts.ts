import { log10 } from '../../base/math.js';
import type { AnalysedPost } from '../analysis/analysed-post.js';
import type { Analysis, HotWord } from '../analysis/analysis.js';
import type { Fact } from '../analysis/fact.js';
import { leastPosts } from '../analysis/support.js';
import type { Field } from '../field.js';
import { readsAsChinese } from '../language/quote.js';
import type { Block, Section, Statement } from '../report.js';
import { facetsOf } from './facets-of-fact.js';
import { dayWords, factItem } from './fact-item.js';
import { hotWordItem, sayingsOf, untoldWords } from './hot-word-item.js';
import { isPersonal } from './leading-clauses.js';
import type { Placed } from './placed.js';
import { text } from './statement.js';

const KEY_POINTS = 10;
const EVENTS_SHOWN = 20;

/**
 * Voices that a fact needs to lead: two, one more for each tenfold of posts from two thousand on, and one where so
 * few posts exist that nothing has two.
 */
export function leastVoices(analysis: Analysis): number {
  const least = Math.max(2, 1 + Math.ceil(log10(Math.max(1, analysis.posts.length / 200))));
  for (let voices = least; voices > 1; voices--) {
    if (analysis.facts.some((fact) => fact.voices >= voices)) return voices;
  }
  return 1;
}

/** Key points without which talk is let in. */
const FEW = 3;

/** Key points and events without which what one voice tells is let in. */
const FEW_EVENTS = 10;

/** It states a deed that was understood. */
function isDeed({ kind, modality }: Fact): boolean {
  return kind !== 'other' && modality === 'statement';
}

/** It speaks to its reader, urges or wonders: 请查收, 少操心, 是在等圣旨吗. */
const addresses =
  /[你您](?!好)|(?:^|[，,。！!；;])\s?(?:请(?![求辞愿教])|别(?!墅|克|人)|不要|少(?=\S{1,3}心|说)|让我们)|[吗呢吧]$/u;
/** It cheers or wishes: 武汉加油. */
const wishes = /加油(?![站卡机量费枪员口])|祈祷|祈福|保佑|(?:新年|春节|生日|节日)快乐|[早晚]安$/u;

/** It asks, teaches or chats, or is someone's own affair, as against telling something. */
export function isTalk({ modality, chatty, kind, quotes }: Fact): boolean {
  const [lead] = quotes;
  return (
    modality === 'question' ||
    chatty >= 0.5 ||
    lead?.post.chatty === true ||
    isOwnAffair({ kind, quotes }) ||
    (kind === 'other' && lead !== undefined && addresses.test(lead.text))
  );
}

function isOwnAffair({ kind, quotes: [lead] }: Pick<Fact, 'kind' | 'quotes'>): boolean {
  return kind === 'other' && lead !== undefined && (isPersonal(lead.text) || wishes.test(lead.text));
}

/** Voices that speak of one thing though hardly a word is in all of them. */
const MANY_VOICES = 4;
/** Words that fewer must share: one word may mean two things, and two languages have hardly more in common. */
const SHARED_WORDS = 2;
const SHARED_BY_LANGUAGES = 1;

/** True if enough voices tell one thing: a deed that was understood, or what they tell in the same words. */
export function isTold({ kind, voices, quotes, posts, shared, ofOneForm }: Fact, least: number): boolean {
  if (kind !== 'other') return voices >= least;
  if (ofOneForm) return voices > least;
  if (voices >= MANY_VOICES || quotes.length > 1) return voices >= least;
  const chinese = posts.filter(({ text }) => readsAsChinese(text)).length;
  const isOfTwoLanguages = chinese > 0 && chinese < posts.length;
  return voices >= least && shared >= (isOfTwoLanguages ? SHARED_BY_LANGUAGES : SHARED_WORDS);
}

/** It tells something: a deed that was understood, or what more voices speak of than a fact needs at least. */
function isNews(fact: Fact, least: number): boolean {
  return !isTalk(fact) && isTold(fact, fact.kind === 'other' ? least + 1 : least);
}

interface Point {
  readonly item: readonly Statement[];
  /** The fact that it tells, or those of which words are quoted for a hot word. */
  readonly fact?: Fact;
  readonly quoted: readonly Fact[];
}

/** So many posts that hold a hot word count as one that tells a fact. */
const POSTS_AS_ONE = 3;

/**
 * Facts in their order, each hot word before the first fact that fewer tell, and for the facts of which all posts hold it.
 *
 * @param sayable  facts of which hot words may quote, weightiest first.
 */
function withWords(facts: readonly Fact[], words: readonly HotWord[], sayable: readonly Fact[]): Point[] {
  const points: Point[] = [];
  const known = new Set<AnalysedPost>();
  const spoken: HotWord[] = [];
  const speak = (word: HotWord): void => {
    const sayings = sayingsOf(word, sayable, known);
    if (sayings === undefined) return;
    points.push({ item: hotWordItem(word, sayings), quoted: sayings.facts });
    for (const { post } of sayings.quotes) known.add(post);
    spoken.push(word);
  };
  const left = [...words];
  for (const fact of facts) {
    while (left[0] !== undefined && left[0].posts.length >= POSTS_AS_ONE * fact.voices) {
      speak(left[0]);
      left.shift();
    }
    if (spoken.some(({ posts }) => fact.posts.every((post) => posts.includes(post)))) continue;
    points.push({ item: factItem(fact), fact, quoted: [] });
    for (const post of fact.posts) known.add(post);
  }
  for (const word of left) speak(word);
  return points;
}

/** 核心信息: at most ten facts and hot words, the weightiest ones. */
export function keyPoints(analysis: Analysis, placed: Placed): Section {
  const least = leastVoices(analysis);
  const news = analysis.facts.filter((fact) => isNews(fact, least)).slice(0, KEY_POINTS);
  // Where there is hardly any news, what is asked and talked of is what there is; where many talk, two are soon alike.
  const leastOfTalk = analysis.isFeed ? least : least + leastPosts(analysis.posts) - 1;
  const chosen =
    news.length >= FEW
      ? news
      : analysis.facts
          .filter((fact) => isTold(fact, fact.kind === 'other' ? leastOfTalk : least) && !isOwnAffair(fact))
          .slice(0, KEY_POINTS);
  const sayable = analysis.facts.filter(
    (fact) => isTold(fact, least) && !isTalk(fact) && fact.related.length === 0,
  );
  const words = untoldWords(analysis.hotWords, chosen);
  const points = withWords(chosen, words, sayable).slice(0, KEY_POINTS);
  for (const [index, { fact, quoted }] of points.entries()) {
    if (fact !== undefined) placed.put(fact, `关键点 ${index + 1}`);
    for (const other of quoted) placed.put(other, undefined);
  }
  const blocks: Block[] = [
    points.length === 0
      ? { type: 'note', text: '没有一件事能从这批帖子里归纳出来。' }
      : { type: 'list', ordered: true, items: points.map(({ item }) => item) },
  ];
  return { id: 'key-points', heading: `核心信息（${points.length}个关键点）`, level: 3, blocks };
}

/**
 * 关键事件与发展: the events that follow the key points in weight, with the day and how many tell them. What is told of
 * without a verb that was understood stands here if it belongs to no facet, under which it would be told further down.
 */
export function events(analysis: Analysis, { facets }: Field, placed: Placed): Section {
  const least = leastVoices(analysis);
  const belongs = (fact: Fact): boolean => fact.kind !== 'other' || facetsOf(fact, facets).length === 0;
  const rest = analysis.facts.filter((fact) => !placed.has(fact));
  const borneOut = rest
    .filter((fact) => isTold(fact, least) && !isTalk(fact) && belongs(fact))
    .slice(0, EVENTS_SHOWN);
  // Where hardly anything is told twice, as by an editor who picks each piece of news once, one voice must do; but not
  // where people talk, who react to each other and speak of themselves.
  const lacking = FEW_EVENTS - placed.facts().length - borneOut.length;
  const alone = rest
    .filter((fact) => !borneOut.includes(fact) && isDeed(fact) && !isTalk(fact))
    .slice(0, analysis.isFeed ? Math.max(0, lacking) : 0);
  const chosen = [...borneOut, ...alone];
  for (const [index, fact] of chosen.entries()) placed.put(fact, `事件 ${index + 1}`);
  const items = chosen.map((fact): Statement[] => {
    const [first, ...others] = factItem(fact);
    if (first === undefined) return [];
    // Of one day there is no need to say which.
    const day = analysis.window.from === analysis.window.to ? '' : dayWords(fact);
    const [headline, ...rest] = first.inlines;
    const dated =
      day === '' || headline === undefined ? first.inlines : [text(`${day}，`), headline, ...rest];
    return [{ ...first, inlines: dated }, ...others];
  });
  const isMore = analysis.facts.some(
    (fact) => !placed.has(fact) && isTold(fact, least) && facetsOf(fact, facets).length > 0,
  );
  const blocks: Block[] =
    items.length === 0
      ? [
          {
            type: 'note',
            text: isMore ? '其余的事按类列在专项分析里。' : '除上面的关键点外，没有别的事有多条帖子谈到。',
          },
        ]
      : [{ type: 'list', ordered: true, items }];
  return { id: 'events', heading: '关键事件与发展', level: 3, blocks };
}
