/** A word that speaks for or against, with what turned or scaled it. */
export interface SentimentEvidence {
  /** In folded form. */
  readonly text: string;
  /** Half-open offsets in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** After negation and degree, in [-6, 6]. */
  readonly polarity: number;
  /** True if a negation or a rhetorical question turned it. */
  readonly negated: boolean;
}
