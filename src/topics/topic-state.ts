import type { Topic } from './topic.js';

/** The k that was tried first, and a range in which others are as defensible. */
export interface TopicSuggestion {
  readonly k: number;
  readonly low: number;
  readonly high: number;
}

/** Directions of topics in the space of the word vectors that they were found with. */
export interface TopicVectors {
  /** Whether the table that comes with redian was used. */
  readonly isBundled?: boolean;
  /** What a cosine of 1 adds to the logarithm of a topic's probability. */
  readonly weight: number;
  /** The direction that all documents share, which is taken out of each. */
  readonly common: readonly number[];
  /** Lower triangle, row by row, of the matrix that each is multiplied by after that. Absent: none. */
  readonly whitening?: readonly number[];
  /** Of each topic, length 1. */
  readonly directions: readonly (readonly number[])[];
}

/** How often each topic has each term, and the priors: what a new document is judged by. */
export interface TopicCounts {
  readonly alpha: number;
  readonly beta: number;
  readonly terms: readonly string[];
  /** Of each topic: its documents with different terms, and pairs of a term's position in `terms` and its count. */
  readonly topics: readonly {
    readonly size: number;
    readonly counts: readonly (readonly [number, number])[];
  }[];
  /** Absent if no vectors took part. */
  readonly vectors?: TopicVectors;
}

/** A {@link TopicModel} as plain data. */
export interface TopicModelState {
  readonly format: 'redian-topics';
  readonly version: 1;
  readonly topics: readonly Topic[];
  readonly assignments: readonly number[];
  readonly confidence: readonly number[];
  readonly suggestion: TopicSuggestion;
  readonly counts: TopicCounts;
}
