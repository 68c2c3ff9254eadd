import { log10 } from '../../base/math.js';
import type { Analysis } from '../analysis/analysis.js';
import type { Fact } from '../analysis/fact.js';
import { likeness, SAME_EVENT } from '../analysis/likeness.js';
import type { Block, Section, Statement } from '../report.js';
import { dayWords, factItem } from './fact-item.js';
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

/** The first facts that pass, leaving out those that tell again what is told already. */
function pick(
  facts: readonly Fact[],
  limit: number,
  told: readonly Fact[],
  passes: (fact: Fact) => boolean,
): Fact[] {
  const chosen: Fact[] = [];
  for (const fact of facts) {
    if (chosen.length >= limit) break;
    if (!passes(fact)) continue;
    if ([...told, ...chosen].some((other) => likeness(fact, other) >= SAME_EVENT)) continue;
    chosen.push(fact);
  }
  return chosen;
}

/** Key points without which talk is let in. */
const FEW = 3;

/** It asks, teaches or chats, as against telling something. */
function isTalk(fact: Fact): boolean {
  return fact.modality === 'question' || fact.chatty >= 0.5 || fact.quotes[0]?.post.chatty === true;
}

/** It tells something: a deed that was understood, or what more voices speak of than a fact needs at least. */
function isNews(fact: Fact, least: number): boolean {
  if (isTalk(fact)) return false;
  return fact.voices >= (fact.kind === 'other' ? least + 1 : least);
}

/** 核心信息: at most ten facts, the weightiest ones, no two about the same event. */
export function keyPoints(analysis: Analysis, placed: Placed): Section {
  const least = leastVoices(analysis);
  const news = pick(analysis.facts, KEY_POINTS, [], (fact) => isNews(fact, least));
  // Where there is hardly any news, what is asked and talked of is what there is.
  const chosen =
    news.length >= FEW ? news : pick(analysis.facts, KEY_POINTS, [], (fact) => fact.voices >= least);
  for (const [index, fact] of chosen.entries()) placed.put(fact, `关键点 ${index + 1}`);
  const blocks: Block[] = [
    chosen.length === 0
      ? { type: 'note', text: '没有一件事能从这批帖子里归纳出来。' }
      : { type: 'list', ordered: true, items: chosen.map((fact) => factItem(fact)) },
  ];
  return { id: 'key-points', heading: `核心信息（${chosen.length}个关键点）`, level: 3, blocks };
}

/** 关键事件与发展: the events that follow the key points in weight, with the day and how many tell them. */
export function events(analysis: Analysis, placed: Placed): Section {
  const least = leastVoices(analysis);
  const chosen = pick(
    analysis.facts,
    EVENTS_SHOWN,
    placed.facts(),
    (fact) => !placed.has(fact) && fact.kind !== 'other' && fact.voices >= least && !isTalk(fact),
  );
  for (const [index, fact] of chosen.entries()) placed.put(fact, `事件 ${index + 1}`);
  const items = chosen.map((fact): Statement[] => {
    const [first, ...others] = factItem(fact);
    if (first === undefined) return [];
    const day = dayWords(fact);
    const [headline, ...rest] = first.inlines;
    const dated =
      day === '' || headline === undefined ? first.inlines : [text(`${day}，`), headline, ...rest];
    return [{ ...first, inlines: dated }, ...others];
  });
  const blocks: Block[] =
    items.length === 0
      ? [{ type: 'note', text: '除上面的关键点外，没有其他得到两位以上作者印证的事件。' }]
      : [{ type: 'list', ordered: true, items }];
  return { id: 'events', heading: '关键事件与发展', level: 3, blocks };
}
