import type { OptionNames } from '../../base/check.js';
import type { Token } from '../../tokenizer/token.js';
import type { Entity } from '../entity.js';
import type { AmountRole, Event, EventArgument, EventType, Modality } from '../events/event.js';

/** A post with what was extracted from it, as `joinEvents` takes it. */
export interface EventPost {
  readonly id: string;
  readonly text: string;
  /** `Tokenizer.segment(text)`. */
  readonly tokens: readonly Token[];
  readonly entities: readonly Entity[];
  readonly events: readonly Event[];
  /** Handle, or the site of a headline; undefined counts each post as its own author. */
  readonly author?: string | undefined;
  /** Milliseconds since 1970 UTC. */
  readonly createdAt?: number | undefined;
  /** Likes, reposts, replies: one number, at least 0. Default 0. */
  readonly engagement?: number | undefined;
}

/** A value of an amount, and how many posts give it. */
export interface AmountVariant {
  readonly value: number;
  readonly text: string;
  readonly posts: number;
}

/** What the posts of a story say of one amount; more than one variant where they differ. */
export interface StoryAmount {
  readonly role: AmountRole;
  readonly type: string;
  readonly currency?: string;
  readonly unit?: string;
  /** Most posts first. */
  readonly variants: readonly AmountVariant[];
}

/** A sentence of a post that tells the story by itself. */
export interface StorySentence {
  readonly text: string;
  readonly postId: string;
  /** Offsets in the post's text. */
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** One thing that happened, as many posts tell it. */
export interface Story {
  /** Stable for the same posts: the type and the id of the first post. */
  readonly id: string;
  readonly type: EventType;
  readonly action?: string;
  readonly actor?: EventArgument;
  readonly object?: EventArgument;
  readonly partners: readonly string[];
  readonly amounts: readonly StoryAmount[];
  readonly date?: string;
  readonly modality: Modality;
  /** Posts by modality. */
  readonly modalities: Readonly<Partial<Record<Modality, number>>>;
  /** Canonical names spoken of, most posts first. */
  readonly names: readonly string[];
  readonly postCount: number;
  readonly authorCount: number;
  readonly engagement: number;
  readonly firstTime?: number;
  readonly lastTime?: number;
  /** Supporting posts, by time, then id. */
  readonly postIds: readonly string[];
  /** Posts that deny it. */
  readonly denyingPostIds: readonly string[];
  /** The best Chinese and the best English sentence. */
  readonly chinese?: StorySentence;
  readonly english?: StorySentence;
  /** Whom the posts cite. */
  readonly attributions: readonly string[];
  /** How many of its posts say the event in a clause that was understood; the rest resemble those. */
  readonly statedBy: number;
  /** Mean confidence of its events; 0.5 for stories of type `other`. */
  readonly confidence: number;
  /** Stories told by the same posts, by id. */
  readonly related: readonly string[];
}

/** How `joinEvents` joins. */
export interface JoinOptions {
  /** Posts further apart than this are not of one story, hours, from 1 to 8,784. Default 72. */
  readonly windowHours?: number | undefined;
  /** Probability that two reports tell the same from which they may be joined, from 0.05 to 0.99. Default 0.82. */
  readonly threshold?: number | undefined;
  /** Fewest authors of a story of type `other`, at least 1. Default 2. */
  readonly minAuthorsOfOther?: number | undefined;
}

export const joinOptions: OptionNames<JoinOptions> = {
  windowHours: true,
  threshold: true,
  minAuthorsOfOther: true,
};
