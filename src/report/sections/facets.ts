import type { Analysis } from '../analysis/analysis.js';
import type { Fact } from '../analysis/fact.js';
import { Cues } from '../cues.js';
import type { Facet, Field } from '../field.js';
import { enumerate } from '../language/words.js';
import type { Block, Section } from '../report.js';
import { facetsOf } from './facets-of-fact.js';
import { factItem } from './fact-item.js';
import { isTalk, isTold, leastVoices } from './facts.js';
import type { Placed } from './placed.js';
import { statement, strong, text } from './statement.js';

const FACTS_IN_FACET = 5;
const REFERENCES_IN_FACET = 6;
/** Facets under which one fact is told or referred to. */
const MOST_FACETS = 2;
/** A fact that so many authors tell is never left out for want of room. */
const MANY_AUTHORS = 4;

/** Authors of a fact and of what is told with it. */
function voicesOf({ voices, related }: Fact): number {
  return related.reduce((sum, other) => sum + other.voices, voices);
}

/** A facet with the facts that it tells, and those told elsewhere that it refers to. */
interface Part {
  readonly facet: Facet;
  readonly fresh: readonly Fact[];
  readonly told: readonly Fact[];
}

/** One facet: a sentence that refers to what is told elsewhere, then what is told here. */
function blocksOf({ facet, fresh, told }: Part, placed: Placed): Block[] {
  const lead = facet.group === facet.name ? [] : [strong(facet.name), text('：')];
  const blocks: Block[] = [];
  const paragraph = (words: string, facts: readonly Fact[]): void => {
    const posts = [...new Set(facts.flatMap((fact) => fact.posts))];
    blocks.push({ type: 'paragraph', statements: [statement([...lead, text(words)], posts)] });
  };
  if (told.length > 0) {
    const references = told.map((fact) => placed.reference(fact)).filter((words) => words !== undefined);
    const clauses = references.some((reference) => /[，、：]/u.test(reference));
    paragraph(`${clauses ? references.join('；') : enumerate(references)}。`, told);
  } else if (fresh.length > 0 && lead.length > 0) {
    const posts = [...new Set(fresh.flatMap((fact) => fact.posts))];
    blocks.push({ type: 'paragraph', statements: [statement([strong(facet.name)], posts)] });
  }
  if (fresh.length > 0) blocks.push({ type: 'list', ordered: false, items: fresh.map(factItem) });
  return blocks;
}

/** Where facts go that belong to no facet. */
const remaining: Facet = {
  id: 'other',
  group: '其他动态',
  name: '其他动态',
  cues: new Cues([]),
  kinds: new Set(),
};

/**
 * Files the facts: what no section above tells is told under the facet that it belongs to most, and referred to, unless it
 * is small, under each other; what was told above is referred to under all.
 */
function partsOf(analysis: Analysis, field: Field, placed: Placed): Part[] {
  const least = Math.max(2, leastVoices(analysis));
  const above = new Set(placed.facts());
  const filed = [...field.facets, remaining].map((facet) => ({
    facet,
    fresh: [] as Fact[],
    facts: [] as Fact[],
  }));
  const byFacet = new Map(filed.map((part) => [part.facet, part]));
  for (const fact of analysis.facts) {
    const found = facetsOf(fact, field.facets);
    const homeless = found.length === 0 && !placed.has(fact) && isTold(fact, least) && !isTalk(fact);
    for (const facet of homeless ? [remaining] : found.slice(0, MOST_FACETS))
      byFacet.get(facet)?.facts.push(fact);
    const home = byFacet.get(homeless ? remaining : (found[0] ?? remaining));
    const isFresh = (homeless || found.length > 0) && !placed.has(fact) && isTold(fact, least);
    if (
      home !== undefined &&
      isFresh &&
      (home.fresh.length < FACTS_IN_FACET || fact.voices >= MANY_AUTHORS)
    ) {
      home.fresh.push(fact);
      placed.put(fact, `${home.facet.name}第 ${home.fresh.length} 条`);
    }
  }
  return filed.map(({ facet, fresh, facts }) => ({
    facet,
    fresh,
    told: facts
      .filter(
        (fact) => above.has(fact) || (placed.reference(fact) !== undefined && voicesOf(fact) >= MANY_AUTHORS),
      )
      .filter((fact) => !fresh.includes(fact))
      .slice(0, REFERENCES_IN_FACET),
  }));
}

/** 专项分析: what remains to be told, facet by facet, with references to what was told above. */
export function facets(analysis: Analysis, field: Field, placed: Placed): Section[] {
  const groups = new Map<string, Block[]>();
  for (const part of partsOf(analysis, field, placed)) {
    const blocks = blocksOf(part, placed);
    const { group } = part.facet;
    if (blocks.length > 0) groups.set(group, [...(groups.get(group) ?? []), ...blocks]);
  }
  if (groups.size === 0) return [];
  const sections = [...groups].map(
    ([heading, blocks], index): Section => ({ id: `facet-${index + 1}`, heading, level: 4, blocks }),
  );
  return [{ id: 'facets', heading: '专项分析', level: 3, blocks: [] }, ...sections];
}
