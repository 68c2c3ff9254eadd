import type { Entity } from '../entity.js';

/** What kind of thing happened. `other` is only given to stories that no trigger word explains. */
export type EventType =
  | 'release'
  | 'open_source'
  | 'benchmark'
  | 'funding'
  | 'acquisition'
  | 'restructuring'
  | 'partnership'
  | 'price_change'
  | 'monetization'
  | 'outage'
  | 'quality_complaint'
  | 'security'
  | 'lawsuit'
  | 'regulation'
  | 'personnel'
  | 'stock_move'
  | 'coin_move'
  | 'research'
  | 'usage_growth'
  | 'investment'
  | 'infrastructure'
  | 'layoffs'
  | 'other';

/** How the post means it: as a fact, as its denial, as hearsay, and so on. */
export type Modality = 'statement' | 'negation' | 'rumour' | 'question' | 'plan' | 'hypothetical' | 'opinion';

/** What an amount measures in its event. */
export type AmountRole =
  | 'funding'
  | 'valuation'
  | 'market_cap'
  | 'revenue'
  | 'profit'
  | 'loss'
  | 'investment'
  | 'price'
  | 'acquisition'
  | 'fine'
  | 'cost'
  | 'users'
  | 'staff'
  | 'change'
  | 'stake'
  | 'capacity'
  | 'parameters'
  | 'context'
  | 'other';

/** An amount of an event, with the part that it plays. */
export interface EventAmount {
  readonly role: AmountRole;
  /** In the base unit, see `Quantity`; NaN never. */
  readonly value: number;
  readonly type: string;
  readonly currency?: string;
  readonly unit?: string;
  readonly bound?: 'about' | 'over' | 'under';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Who acts, or what is acted upon. */
export interface EventArgument {
  /** As the post writes it: a name, or a noun phrase. */
  readonly text: string;
  /** Canonical name, of a named thing; absent where the phrase names none. */
  readonly canonical?: string;
  /** Every named thing within the phrase, by canonical name, in order. */
  readonly names: readonly string[];
  readonly category?: Entity['category'];
  /** Who makes it, of a model or a product that the dictionary knows. */
  readonly maker?: string;
  readonly start: number;
  readonly end: number;
}

/** Who did what to whom, how much and when, as one clause of one post says it. */
export interface Event {
  readonly type: EventType;
  /** Canonical name of what was done, such as 收购. */
  readonly action: string;
  readonly trigger: { readonly text: string; readonly start: number; readonly end: number };
  readonly actor?: EventArgument;
  readonly object?: EventArgument;
  /** Those who act together with the actor, canonical names. */
  readonly partners: readonly string[];
  readonly amounts: readonly EventAmount[];
  /** ISO 8601 as far as it is known. */
  readonly date?: string;
  readonly modality: Modality;
  /** Whom the post cites for it, such as 金融时报. */
  readonly attribution?: string;
  /** The evidence: half-open offsets of the clause, UTF-16 units of the post's text. */
  readonly start: number;
  readonly end: number;
  /** In (0, 1]: how sure the pattern is. */
  readonly confidence: number;
}
