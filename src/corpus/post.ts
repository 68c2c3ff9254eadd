/** Counts of what readers did with a post. A count that the source does not give is 0. */
export interface Engagement {
  readonly likes: number;
  readonly reposts: number;
  readonly replies: number;
  readonly views: number;
}

/** A post, as every stage after the readers sees it. */
export interface Post {
  /** The source's id, or one made from the post's content if it gives none. Unique in a corpus. */
  readonly id: string;
  readonly text: string;
  /** Time of publication, milliseconds since 1970 UTC; undefined if the source gives none. */
  readonly createdAt?: number;
  /**
   * Handle of the author without `@`. Where the source names no author it is the site or feed, so that
   * distinct voices can be counted: `author === source` then. Undefined if the source gives neither.
   */
  readonly author?: string;
  readonly url?: string;
  /** BCP 47 code as the source gives it, such as `zh`. */
  readonly lang?: string;
  /** The site or feed that a headline comes from. */
  readonly source?: string;
  /** Id of the post that this one reposts, if the source says so. */
  readonly repostOf?: string;
  readonly engagement: Engagement;
  /** True if the source gave any count; a source without counts is not one with zero likes. */
  readonly hasEngagement: boolean;
}
