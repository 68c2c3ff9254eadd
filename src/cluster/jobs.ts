import type { FieldOptions, ReadOptions } from '../corpus/index.js';
import type { PartialSettings } from '../partial/index.js';

/** How the shards of a run are read. */
export interface ShardReading {
  readonly format?: NonNullable<ReadOptions['format']>;
  readonly encoding?: NonNullable<ReadOptions['encoding']>;
  readonly fields?: FieldOptions;
  readonly dateOrder?: 'dmy' | 'mdy';
}

/** A shard to be mapped. */
export interface MapJob {
  readonly shard: string;
  readonly out: string;
  readonly settings: Partial<PartialSettings>;
  readonly reading: ShardReading;
}

/** Partials to be merged: those that the children of the job wrote. */
export interface MergeJob {
  readonly out: string;
}

/** A shard of which nothing is in the result; or, should a merge itself have failed, the merge that held several. */
export interface FailedShard {
  readonly shard: string;
  /** What its last attempt said. */
  readonly reason: string;
}

/** What a job returns. */
export interface JobResult {
  readonly path: string;
  readonly posts: number;
  readonly failed: readonly FailedShard[];
}
