import type { Analysis } from '../analysis/analysis.js';
import type { Fact } from '../analysis/fact.js';
import { statement, strong, text } from '../analysis/support.js';
import { Cues } from '../cues.js';
import type { Facet, Field } from '../field.js';
import { enumerate } from '../language/words.js';
import type { Block, Section } from '../report.js';
import { factItem } from './fact-item.js';
import { leastVoices } from './facts.js';
import type { Placed } from './placed.js';

const FACTS_IN_FACET = 5;
const REFERENCES_IN_FACET = 4;
/** A fact that so many authors tell is never left out for want of room, or of a facet. */
const MANY_AUTHORS = 4;
/** Posts of a fact that are looked at for its facet. */
const POSTS_READ = 12;
/** Weight of a fact's kind, and of a cue in the words that are shown, beside the mean number of cues in its posts. */
const KIND = 1.5;
const SHOWN = 0.1;
/** The least of all this that counts: a cue in what is shown, or in every other post. */
const LEAST_BELONGING = 0.4;

/** How strongly a fact belongs to a facet: by its kind, and by the cues that its posts share. */
function belonging(fact: Fact, facet: Facet): number {
  const posts = fact.posts.slice(0, POSTS_READ);
  const subjects = fact.subjects.join('\n');
  let cues = 0;
  for (const { text: words } of posts) {
    const found = new Set(facet.cues.find(`${words}\n${subjects}`).map(({ cue }) => cue.phrase));
    cues += Math.min(3, found.size);
  }
  const shown = facet.cues.find(fact.quotes[0]?.text ?? '').length > 0 ? SHOWN : 0;
  return (facet.kinds.has(fact.kind) ? KIND : 0) + shown + cues / posts.length;
}

function facetOf(fact: Fact, facets: readonly Facet[]): Facet | undefined {
  let best: Facet | undefined;
  let most = 0;
  for (const facet of facets) {
    const weight = belonging(fact, facet);
    if (weight >= LEAST_BELONGING && weight > most) {
      most = weight;
      best = facet;
    }
  }
  return best;
}

/** One facet: a sentence that refers to what was told above, then what is told here for the first time. */
function facetBlocks(facet: Facet, facts: readonly Fact[], placed: Placed, least: number): Block[] {
  const told = facts.filter((fact) => placed.has(fact)).slice(0, REFERENCES_IN_FACET);
  const fresh = facts
    .filter((fact) => !placed.has(fact) && fact.voices >= least)
    .filter((fact, index) => index < FACTS_IN_FACET || fact.voices >= MANY_AUTHORS);
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
    const posts = new Set(fresh.flatMap((fact) => fact.posts)).size;
    paragraph(`${posts} 条帖子谈到 ${fresh.length} 件事。`, fresh);
  }
  if (fresh.length > 0) blocks.push({ type: 'list', ordered: false, items: fresh.map(factItem) });
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
  const least = Math.max(2, leastVoices(analysis));
  const byFacet = new Map<Facet, Fact[]>(field.facets.map((facet) => [facet, []]));
  const others: Fact[] = [];
  for (const fact of analysis.facts) {
    const facet = facetOf(fact, field.facets);
    if (facet !== undefined) byFacet.get(facet)?.push(fact);
    else if (!placed.has(fact) && fact.voices >= MANY_AUTHORS) others.push(fact);
  }
  byFacet.set(remaining, others);
  const groups = new Map<string, Block[]>();
  for (const [facet, facts] of byFacet) {
    const blocks = facetBlocks(facet, facts, placed, least);
    if (blocks.length > 0) groups.set(facet.group, [...(groups.get(facet.group) ?? []), ...blocks]);
  }
  if (groups.size === 0) return [];
  const sections = [...groups].map(
    ([heading, blocks], index): Section => ({ id: `facet-${index + 1}`, heading, level: 4, blocks }),
  );
  return [{ id: 'facets', heading: '专项分析', level: 3, blocks: [] }, ...sections];
}
