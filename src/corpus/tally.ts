import { compareStrings } from '../base/compare.js';
import type { Format } from './format.js';
import type { Platform } from './platform.js';
import { type RejectReason, reasonText, rejectReasons } from './rejects.js';

/** Counts of a run of reading. */
export interface Tally {
  /** Rows that were found; a broken row is one. */
  readonly rows: number;
  readonly posts: number;
  readonly rejected: number;
  readonly byReason: Readonly<Record<RejectReason, number>>;
  /** Posts whose date lies in the future; they are kept, since a wrong clock is not a wrong post. */
  readonly futureDates: number;
  /** Posts without a date. */
  readonly undated: number;
  /** Posts by the site that their fields or links look like. */
  readonly platforms: Readonly<Record<Platform, number>>;
  /** The format of each source, in the order of reading. */
  readonly formats: readonly Format[];
}

type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;

/** A tally of nothing, to be counted up. */
export function emptyTally(): Writable<Tally> {
  return {
    rows: 0,
    posts: 0,
    rejected: 0,
    byReason: byReasonOf(() => 0),
    futureDates: 0,
    undated: 0,
    platforms: { x: 0, weibo: 0 },
    formats: [],
  };
}

function byReasonOf(count: (reason: RejectReason) => number): Record<RejectReason, number> {
  return Object.fromEntries(rejectReasons.map((reason) => [reason, count(reason)])) as Record<
    RejectReason,
    number
  >;
}

/** The sum of two tallies, whichever came first: each format once, sorted. */
export function addTallies(a: Tally, b: Tally): Tally {
  return {
    rows: a.rows + b.rows,
    posts: a.posts + b.posts,
    rejected: a.rejected + b.rejected,
    byReason: byReasonOf((reason) => a.byReason[reason] + b.byReason[reason]),
    futureDates: a.futureDates + b.futureDates,
    undated: a.undated + b.undated,
    platforms: { x: a.platforms.x + b.platforms.x, weibo: a.platforms.weibo + b.platforms.weibo },
    formats: [...new Set([...a.formats, ...b.formats])].sort(compareStrings),
  };
}

/** The counts in words: `12 rows read, 3 rejected (2 without text, 1 broken)`. */
export function describeTally(tally: Tally): string {
  const parts = rejectReasons
    .filter((reason) => tally.byReason[reason] > 0)
    .map((reason) => `${tally.byReason[reason]} ${reasonText[reason]}`);
  const rows = `${tally.rows} ${tally.rows === 1 ? 'row' : 'rows'} read`;
  return parts.length === 0 ? rows : `${rows}, ${tally.rejected} rejected (${parts.join(', ')})`;
}
