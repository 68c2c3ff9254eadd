import type { Quantity } from '../../tokenizer/index.js';
import type { Support } from '../report.js';
import type { AnalysedPost } from './analysed-post.js';

/** A number that a fact names, in the role that it plays there. */
export interface FactAmount {
  /** What it measures, in Chinese: 融资额, 估值, 价格, …; empty if the posts do not tell. */
  readonly role: string;
  readonly quantity: Quantity;
  /** As most posts write it. */
  readonly text: string;
  /** Posts that give this number. */
  readonly posts: number;
}

/** Words of a post about a fact. */
export interface FactQuote {
  readonly text: string;
  readonly post: AnalysedPost;
}

/** Something that happened, as the posts tell it: what the report's items are made of. */
export interface Fact {
  /** Kind of event, such as `release`; `other` for one without a known verb. */
  readonly kind: string;
  /** Canonical names; the first in the sentence's order. */
  readonly actor?: string;
  /** The verb phrase in Chinese, such as 发布. */
  readonly action?: string;
  readonly object?: string;
  /** True if actor, verb and object are known well enough to be said in our own words. */
  readonly solid: boolean;
  /** Everything it is about: actor, object and further names, without repetition and what all posts are about. */
  readonly subjects: readonly string[];
  /** The two who act, where most of its posts name two companies, institutions or people and no third. */
  readonly pair?: string;
  readonly amounts: readonly FactAmount[];
  /** Day it is told of most, `YYYY-MM-DD`. */
  readonly day?: string;
  readonly modality: 'statement' | 'rumour' | 'plan' | 'denial' | 'question';
  readonly posts: readonly AnalysedPost[];
  /** Posts that deny it. */
  readonly denials: readonly AnalysedPost[];
  readonly support: Support;
  /** Authors, those of one text that differs in its numbers alone counted once: a template has one voice. */
  readonly voices: number;
  /** Best words of the posts, Chinese first; the most telling one leads. */
  readonly quotes: readonly FactQuote[];
  /** Counting terms of its posts with the number of these posts that have them. */
  readonly terms: ReadonlyMap<string, number>;
  /** Its posts say the same of somebody else each. */
  readonly ofOneForm: boolean;
  /** Words, names and numbers that two of its posts have, without what many other posts say too. */
  readonly shared: number;
  /** Lighter facts about the same thing, told with this one. */
  readonly related: readonly Fact[];
  /** Shares of its posts that ask, teach or chat, and that name something of the field; in [0, 1]. */
  readonly chatty: number;
  readonly onField: number;
  /** 0 (said before) to 1 (new); 0.5 where there is no baseline to tell. */
  readonly novelty: number;
}
