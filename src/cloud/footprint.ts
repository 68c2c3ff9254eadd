/**
 * The cells that a word takes: for each of its rows the run [start, end) of columns, relative to its box.
 * A box has every row full.
 */
export interface Footprint {
  readonly width: number;
  readonly height: number;
  /** Undefined for a plain box. Rows without ink have `start >= end`. */
  readonly runs: { readonly starts: Int32Array; readonly ends: Int32Array } | undefined;
}

export function boxFootprint(width: number, height: number): Footprint {
  return { width, height, runs: undefined };
}
