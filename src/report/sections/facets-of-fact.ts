import type { Fact } from '../analysis/fact.js';
import type { Facet } from '../field.js';

/** Posts of a fact that are looked at for its facet. */
const POSTS_READ = 12;
/** Weight of a fact's kind, and of a cue in the words that are shown, beside the mean number of cues in its posts. */
const KIND = 1.5;
const SHOWN = 0.1;
/** The least of all this that counts. */
const LEAST_BELONGING = 0.4;
/** Cues alone must stand in more than this share of its posts, or in the words that are shown and this smaller share. */
const LEAST_SHARE = 0.5;
const LEAST_SHARE_SHOWN = 1 / 3;
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

/** What of a fact is looked at for its facets. */
interface Read {
  readonly fact: Fact;
  /** Words of its posts, with the names and categories of what they name. */
  readonly texts: readonly string[];
  readonly category: string | undefined;
}

function read(fact: Fact): Read {
  const texts = fact.posts.slice(0, POSTS_READ).map(({ text, mentions }) => {
    const named = mentions.map(({ name, category }) => `${name}\n${category}`).join('\n');
    return `${text}\n${named}`;
  });
  return { fact, texts, category: categoryOf(fact) };
}

/** By its kind, and by the cues that its posts share, in their words and in the names and categories of what they name. */
function belonging({ fact, texts, category }: Read, facet: Facet): Belonging {
  let cues = 0;
  let holding = 0;
  for (const text of texts) {
    const found = new Set(facet.cues.find(text).map(({ phrase }) => phrase));
    cues += Math.min(3, found.size);
    if (found.size > 0) holding++;
  }
  const shown = facet.cues.find(fact.quotes[0]?.text ?? '').length > 0;
  const share = holding / texts.length;
  const isOfKind = facet.kinds.has(fact.kind);
  const isSpoken = share > LEAST_SHARE || (shown && share >= LEAST_SHARE_SHOWN);
  const told = isOfKind || isSpoken ? (isOfKind ? KIND : 0) + (shown ? SHOWN : 0) + cues / texts.length : 0;
  const weight = facet.kinds.has(`${fact.kind}:${category}`) ? Math.max(LEAST_BELONGING, told) : told;
  return { facet, weight, shown, share };
}

/** The facets of a fact, the one that it belongs to most first. */
export function facetsOf(fact: Fact, facets: readonly Facet[]): Facet[] {
  const own = read(fact);
  // Of equals the later one: countries are named by what is filed under sport or weather too.
  const weighed = facets
    .map((facet) => belonging(own, facet))
    .filter(({ weight }) => weight >= LEAST_BELONGING)
    .reverse()
    .sort((a, b) => b.weight - a.weight);
  const also = Math.max(ALSO_BELONGING, ALSO_SHARE * (weighed[0]?.weight ?? 0));
  return weighed
    .filter(
      ({ weight, shown, share }, index) => index === 0 || weight >= also || (shown && share > ALSO_SHOWN),
    )
    .map(({ facet }) => facet);
}
