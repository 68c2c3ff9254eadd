import type { Cues } from './cues.js';

/** A point of view from which opinions are sorted: 技术发展, 应用前景, 市场格局. */
export interface Perspective {
  readonly id: string;
  readonly name: string;
  readonly cues: Cues<number>;
}

/** A drawer of the detailed part, such as 算法创新 under 技术突破. */
export interface Facet {
  readonly id: string;
  /** Heading of the group; equal to `name` for a facet that stands alone. */
  readonly group: string;
  readonly name: string;
  readonly cues: Cues<number>;
  /** Kinds of events that belong here of themselves. */
  readonly kinds: ReadonlySet<string>;
}

/** What a report on one field needs to know of it; all of it comes from dictionaries/. */
export interface Field {
  readonly topic: string;
  /** 人工智能; empty for posts of no field in particular. */
  readonly name: string;
  /** The dictionaries have a name for it, as against a topic that is called what the caller calls it. */
  readonly known: boolean;
  /** Its facets are those for posts of no field in particular. */
  readonly general: boolean;
  readonly perspectives: readonly Perspective[];
  readonly facets: readonly Facet[];
  readonly opinions: Cues<'opinion' | 'worry' | 'hope'>;
  readonly markets: Cues<'market'>;
  /** Words of posts that ask, teach or chat. */
  readonly chats: Cues<'chat'>;
  readonly promotions: Cues<number>;
}
