/** What a scanner finds in a file before it is known to be a post. `line` counts from 1. */
export type Row =
  | { readonly kind: 'cells'; readonly line: number; readonly cells: readonly string[] }
  | { readonly kind: 'value'; readonly line: number; readonly value: unknown; readonly raw: string }
  | { readonly kind: 'text'; readonly line: number; readonly text: string }
  | { readonly kind: 'broken'; readonly line: number; readonly message: string; readonly raw: string };

/** Cuts text that comes in pieces into rows. A scanner holds no more than one row and one piece. */
export interface RowScanner {
  /** Takes the next piece and gives the rows that it completes. */
  push(piece: string): Row[];
  /** Gives what is left at the end of the text. */
  end(): Row[];
  /** Characters held of a row that is not complete. */
  readonly pending: number;
}

/** A row longer than this many UTF-16 units is rejected rather than held: 16 Mi. */
export const longestRow = 1 << 24;

/** The beginning of a broken row, short enough to be kept for a report of rejects. */
export function excerpt(raw: string): string {
  // A mere slice would keep all of the piece of input that it was cut from.
  return ` ${raw.slice(0, 200).trimEnd()}`.slice(1);
}

/** Line feeds in text[start, end). */
export function countLineFeeds(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
