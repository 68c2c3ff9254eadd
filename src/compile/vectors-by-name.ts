import { compareStrings } from '../base/compare.js';
import type { WordTable } from '../vectors/index.js';

/**
 * A table of word vectors under other names.
 *
 * @param places  of each name the place of the word in the table whose vector and probability it has. O(names · log names).
 */
export function underNames(table: WordTable, places: Iterable<readonly [string, number]>): WordTable {
  const rows = [...places].sort(([a], [b]) => compareStrings(a, b));
  const bytes = table.codes.length / table.words.length;
  const codes = new Uint8Array(bytes * rows.length);
  for (const [row, [, place]] of rows.entries())
    codes.set(table.codes.subarray(place * bytes, (place + 1) * bytes), row * bytes);
  return {
    ...table,
    words: rows.map(([name]) => name),
    probabilities: Float64Array.from(rows, ([, place]) => table.probabilities[place] as number),
    codes,
  };
}
