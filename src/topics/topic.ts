/** A document to be clustered: the terms it is counted under. */
export interface TopicDocument {
  readonly terms: readonly string[];
  /** What it counts for in `weightShare`, such as 1 + its engagement, 0 to 1e100. Default: 1. */
  readonly weight?: number;
  /** As it is written, for labels: names that were cut in two, such as 飞驰 and 人生, are shown whole. Default: they are not. */
  readonly text?: string;
}

export interface TopicTerm {
  /** What is counted: English as its stem, names under their canonical one. */
  readonly term: string;
  /** As a reader wants to see it, see `ClusterOptions.display`: companies for compani. */
  readonly text: string;
  /** c-TF-IDF weight (Grootendorst, 2022), 1 for the first term. */
  readonly weight: number;
  /** Documents of the topic that have the term. */
  readonly documents: number;
}

export interface Topic {
  readonly id: number;
  /** Two or three terms that no other topic has as its label. */
  readonly label: string;
  readonly terms: readonly TopicTerm[];
  /** Indices of its documents, in order. */
  readonly documents: readonly number[];
  /** The documents that say most of what the topic is about, best first, at most ten. */
  readonly representative: readonly number[];
  /** Share of all documents, and of their weights, in [0, 1]. */
  readonly share: number;
  readonly weightShare: number;
  /** Mean confidence of its documents in (0, 1]. */
  readonly cohesion: number;
}
