import { stem } from '../text/stem.js';
import type { WordTable } from '../vectors/index.js';
import { underNames } from './vectors-by-name.js';

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
  const stemmed = underNames(table, places);
  return {
    ...stemmed,
    probabilities: Float64Array.from(stemmed.words, (word) => probabilities.get(word) as number),
  };
}
