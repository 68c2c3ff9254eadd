import { log10 } from '../../base/math.js';
import type { Analysis } from '../analysis/analysis.js';
import type { Fact } from '../analysis/fact.js';
import { likeness, SAME_EVENT } from '../analysis/rank.js';
import { statement, strong, text } from '../analysis/support.js';
import { Cues } from '../cues.js';
import type { Facet, Field } from '../field.js';
import { enumerate } from '../language/words.js';
import type { Block, Section, Statement } from '../report.js';
import { dayWords, factItem } from './fact-item.js';
import type { Placed } from './placed.js';

const KEY_POINTS = 10;
const EVENTS_SHOWN = 20;
const FACTS_IN_FACET = 4;
/** A fact that so many authors tell is never left out for want of room, or of a facet. */
const MANY_AUTHORS = 4;
const REFERENCES_IN_FACET = 4;

/**
 * Voices that a fact needs to lead: two, one more for each tenfold of posts from two thousand on, and one where so
 * few posts exist that nothing has two.
 */
function leastVoices(analysis: Analysis): number {
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

/** 核心信息: at most ten facts, the weightiest ones, no two about the same event. */
export function keyPoints(analysis: Analysis, placed: Placed): Section {
  const least = leastVoices(analysis);
  const chosen = pick(analysis.facts, KEY_POINTS, [], (fact) => fact.voices >= least);
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
    (fact) => !placed.has(fact) && fact.kind !== 'other' && fact.voices >= least,
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

/** How strongly a fact belongs to a facet: its kind decides, else the cues in its posts' words. */
function belonging(fact: Fact, facet: Facet): number {
  const words = fact.quotes.map((given) => given.text).join('\n');
  const cues = facet.cues.find(`${words}\n${fact.subjects.join('\n')}`);
  let weight = facet.kinds.has(fact.kind) ? 2 : 0;
  for (const { cue } of cues) weight += cue.value;
  return weight;
}

function facetOf(fact: Fact, facets: readonly Facet[]): Facet | undefined {
  let best: Facet | undefined;
  let most = 0;
  for (const facet of facets) {
    const weight = belonging(fact, facet);
    if (weight > most) {
      most = weight;
      best = facet;
    }
  }
  return best;
}

/** One facet: a sentence that refers to what was told above, then what is told here for the first time. */
function facetBlocks(facet: Facet, facts: readonly Fact[], placed: Placed): Block[] {
  const told = facts.filter((fact) => placed.has(fact)).slice(0, REFERENCES_IN_FACET);
  const fresh = facts
    .filter((fact) => !placed.has(fact) && fact.support.authors >= 2)
    .filter((fact, index) => index < FACTS_IN_FACET || fact.support.authors >= MANY_AUTHORS);
  const lead = facet.group === facet.name ? [] : [strong(facet.name), text('：')];
  const blocks: Block[] = [];
  if (told.length > 0) {
    const references = told.map((fact) => placed.reference(fact)).filter((words) => words !== undefined);
    const inlines = [...lead, text(`${enumerate(references)}。`)];
    blocks.push({
      type: 'paragraph',
      statements: [
        statement(
          inlines,
          told.flatMap((fact) => fact.posts),
        ),
      ],
    });
  }
  if (fresh.length > 0) {
    const items = fresh.map((fact) => factItem(fact));
    const [first, ...others] = items[0] ?? [];
    if (told.length === 0 && first !== undefined) {
      items[0] = [{ ...first, inlines: [...lead, ...first.inlines] }, ...others];
    }
    blocks.push({ type: 'list', ordered: false, items });
  }
  for (const [index, fact] of fresh.entries()) placed.put(fact, `${facet.name}第 ${index + 1} 条`);
  return blocks;
}

/** Where well supported facts go that belong to no facet. */
const remaining: Facet = {
  id: 'other',
  group: '其他动态',
  name: '其他动态',
  cues: new Cues([]),
  kinds: new Set(),
};

/** 专项分析: what remains to be told, facet by facet, with references to what was told above. */
export function facets(analysis: Analysis, field: Field, placed: Placed): Section[] {
  const byFacet = new Map<Facet, Fact[]>(field.facets.map((facet) => [facet, []]));
  const others: Fact[] = [];
  for (const fact of analysis.facts) {
    const facet = facetOf(fact, field.facets);
    if (facet !== undefined) byFacet.get(facet)?.push(fact);
    else if (!placed.has(fact) && fact.support.authors >= MANY_AUTHORS) others.push(fact);
  }
  byFacet.set(remaining, others);
  const groups = new Map<string, Block[]>();
  for (const [facet, facts] of byFacet) {
    const blocks = facetBlocks(facet, facts, placed);
    if (blocks.length > 0) groups.set(facet.group, [...(groups.get(facet.group) ?? []), ...blocks]);
  }
  if (groups.size === 0) return [];
  const sections = [...groups].map(
    ([heading, blocks], index): Section => ({ id: `facet-${index + 1}`, heading, level: 4, blocks }),
  );
  return [{ id: 'facets', heading: '专项分析', level: 3, blocks: [] }, ...sections];
}
