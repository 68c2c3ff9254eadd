import { compareStrings } from '../base/compare.js';
import { stem } from '../text/stem.js';
import type { WordTable } from '../vectors/index.js';

/**
 * A table of word vectors with its English words under the stems that texts are counted under today; of several with one
 * stem the most frequent gives its vector, and what is known of all is added up. O(words).
 */
export function withStems(table: WordTable): WordTable {
  const places = new Map<string, number>();
  const probabilities = new Map<string, number>();
  for (const [place, word] of table.words.entries()) {
    const key = stem(word);
    const other = places.get(key);
    const own = table.probabilities[place] as number;
    if (other === undefined || own > (table.probabilities[other] as number)) places.set(key, place);
    probabilities.set(key, (probabilities.get(key) ?? 0) + own);
  }
  const words = [...places.keys()].sort(compareStrings);
  const bytes = table.codes.length / table.words.length;
  const codes = new Uint8Array(bytes * words.length);
  for (const [row, word] of words.entries()) {
    const place = places.get(word) as number;
    codes.set(table.codes.subarray(place * bytes, (place + 1) * bytes), row * bytes);
  }
  return {
    ...table,
    words,
    probabilities: Float64Array.from(words, (word) => probabilities.get(word) as number),
    codes,
  };
}
