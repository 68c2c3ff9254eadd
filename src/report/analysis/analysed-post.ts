import type { FoldedPost } from '../../corpus/index.js';
import type { Token } from '../../tokenizer/index.js';
import type { Passage } from '../language/quote.js';

/** What a post is about, as far as the report needs it. */
export interface Mention {
  readonly name: string;
  readonly category: string;
  readonly ticker?: string;
  readonly start: number;
  readonly end: number;
}

/** A word of praise or blame: 1 or -1. */
interface Tone {
  readonly start: number;
  readonly end: number;
  readonly sign: 1 | -1;
}

/** A post of the window after folding, with everything the sections count. */
export interface AnalysedPost {
  readonly id: string;
  readonly text: string;
  readonly createdAt: number | undefined;
  /** Day in the report's time zone, `YYYY-MM-DD`; undefined for posts without a time. */
  readonly day: string | undefined;
  readonly author: string | undefined;
  /** Keys of everybody who posted it or a copy: names, or ids of posts without an author. */
  readonly authors: readonly string[];
  readonly url: string | undefined;
  readonly site: string | undefined;
  /** Likes + reposts + replies, copies included. */
  readonly engagement: number;
  /** Posts folded into this one. */
  readonly copies: number;
  /** Without where it was published, if it says so at an end. */
  readonly tokens: readonly Token[];
  readonly passages: readonly Passage[];
  /** Counting terms, in order of the text. */
  readonly terms: readonly string[];
  /** Those of them that it tells: without a pile of hashtags, by which it wants to be found. */
  readonly toldTerms: readonly string[];
  readonly mentions: readonly Mention[];
  /** Polarity in [-1, 1] and its class. */
  readonly score: number;
  readonly mood: 'positive' | 'negative' | 'neutral';
  /** Words that carry it, with their sign after negation. */
  readonly tones: readonly Tone[];
  /** It tells an event, as against an opinion alone. */
  readonly eventful: boolean;
  /** It asks what it does not answer, teaches or chats, as against telling news. */
  readonly chatty: boolean;
  /** It names something of the field's dictionary. */
  readonly onField: boolean;
  /** Weight of its promotional cues reaches the bound: counted, but used for no statement. */
  readonly promotional: boolean;
}

/** Keys of everybody who posted it or a copy: authors, else the site, else the post itself, so that voices can be counted. */
export function authorsOf({ id, author, authors, source }: FoldedPost): readonly string[] {
  return authors.length > 0 ? authors : [author ?? source ?? `#${id}`];
}
