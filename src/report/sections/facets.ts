import type { Analysis } from '../analysis/analysis.js';
import type { Fact } from '../analysis/fact.js';
import { Cues } from '../cues.js';
import type { Facet, Field } from '../field.js';
import { enumerate } from '../language/words.js';
import type { Block, Section } from '../report.js';
import { factItem } from './fact-item.js';
import { leastVoices } from './facts.js';
import type { Placed } from './placed.js';
import { statement, strong, text } from './statement.js';

const FACTS_IN_FACET = 5;
const REFERENCES_IN_FACET = 6;
/** A fact that so many authors tell is never left out for want of room, or of a facet. */
const MANY_AUTHORS = 4;
/** Posts of a fact that are looked at for its facet. */
const POSTS_READ = 12;
/** Weight of a fact's kind, and of a cue in the words that are shown, beside the mean number of cues in its posts. */
const KIND = 1.5;
const SHOWN = 0.1;
/** The least of all this that counts: a cue in what is shown, or in every other post. */
const LEAST_BELONGING = 0.4;
/** A fact is referred to in a further facet from here on, about a cue in each of its posts, */
const ALSO_BELONGING = 0.9;
/** and from this share of what it belongs to the first; */
const ALSO_SHARE = 0.4;
/** or where the words that are shown hold a cue, and more than this share of its posts. */
const ALSO_SHOWN = 0.5;

/** What kind of thing it is done to, or by where it is done to nothing that is known: model, product. */
function categoryOf({ actor, object, posts }: Fact): string | undefined {
  const mentions = posts.flatMap((post) => post.mentions);
  const found = mentions.find(({ name }) => name === object) ?? mentions.find(({ name }) => name === actor);
  return found?.category;
}

/** How strongly a fact belongs to a facet. */
interface Belonging {
  readonly facet: Facet;
  readonly weight: number;
  /** Whether the words that are shown hold a cue, and the share of its posts that do. */
  readonly shown: boolean;
  readonly share: number;
}

/** By its kind, and by the cues that its posts share, in their words and in the names and categories of what they name. */
function belonging(fact: Fact, facet: Facet): Belonging {
  const posts = fact.posts.slice(0, POSTS_READ);
  let cues = 0;
  let holding = 0;
  for (const { text: words, mentions } of posts) {
    const named = mentions.map(({ name, category }) => `${name}\n${category}`).join('\n');
    const found = new Set(facet.cues.find(`${words}\n${named}`).map(({ cue }) => cue.phrase));
    cues += Math.min(3, found.size);
    if (found.size > 0) holding++;
  }
  const shown = facet.cues.find(fact.quotes[0]?.text ?? '').length > 0;
  const kind = facet.kinds.has(fact.kind) ? KIND : 0;
  const told = kind + (shown ? SHOWN : 0) + cues / posts.length;
  const weight = facet.kinds.has(`${fact.kind}:${categoryOf(fact)}`) ? Math.max(LEAST_BELONGING, told) : told;
  return { facet, weight, shown, share: holding / posts.length };
}

/** The facets of a fact, the one that it belongs to most first. */
function facetsOf(fact: Fact, facets: readonly Facet[]): Facet[] {
  const weighed = facets
    .map((facet) => belonging(fact, facet))
    .filter(({ weight }) => weight >= LEAST_BELONGING)
    .sort((a, b) => b.weight - a.weight);
  const also = Math.max(ALSO_BELONGING, ALSO_SHARE * (weighed[0]?.weight ?? 0));
  return weighed
    .filter(
      ({ weight, shown, share }, index) => index === 0 || weight >= also || (shown && share > ALSO_SHOWN),
    )
    .map(({ facet }) => facet);
}

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
    const posts = new Set(fresh.flatMap((fact) => fact.posts)).size;
    paragraph(`${posts} 条帖子谈到 ${fresh.length} 件事。`, fresh);
  }
  if (fresh.length > 0) blocks.push({ type: 'list', ordered: false, items: fresh.map(factItem) });
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
    const homeless = found.length === 0 && !placed.has(fact) && fact.voices >= MANY_AUTHORS;
    for (const facet of homeless ? [remaining] : found) byFacet.get(facet)?.facts.push(fact);
    const home = byFacet.get(homeless ? remaining : (found[0] ?? remaining));
    const isFresh = (homeless || found.length > 0) && !placed.has(fact) && fact.voices >= least;
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
      .filter((fact) => above.has(fact) || (placed.has(fact) && voicesOf(fact) >= MANY_AUTHORS))
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
