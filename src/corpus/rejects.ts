/** Why a row is no post. */
export const rejectReasons = [
  'missing-text',
  'bad-date',
  'duplicate-id',
  'negative-count',
  'bad-count',
  'broken-row',
] as const;

export type RejectReason = (typeof rejectReasons)[number];

/** A row that was not taken. */
export interface Reject {
  /** Name of the source, such as a file's path; empty if it has none. */
  readonly file: string;
  /** Line on which the row starts, from 1. */
  readonly line: number;
  readonly reason: RejectReason;
  /** What was found, for people. */
  readonly message: string;
  /** The beginning of the row, at most 200 characters. */
  readonly raw: string;
}

/** How people read a reason, after a number. */
export const reasonText: Readonly<Record<RejectReason, string>> = {
  'missing-text': 'without text',
  'bad-date': 'with a bad date',
  'duplicate-id': 'with an id that was there before',
  'negative-count': 'with a negative count',
  'bad-count': 'with a count that is no number',
  'broken-row': 'broken',
};
