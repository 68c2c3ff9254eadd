import type { TermLexicon } from '../lexicon/term-lexicon.js';
import type { WordTable } from '../vectors/index.js';
import { underNames } from './vectors-by-name.js';

/**
 * A table of word vectors with those of words that have become terms since it was trained under the terms' names as well, as texts
 * are counted under them: 国务院 under State Council. Of several words of one term the most frequent gives its vector.
 * O(words).
 */
export function addTermNames(table: WordTable, terms: TermLexicon): WordTable {
  const places = new Map(table.words.map((word, place) => [word, place]));
  const named = new Map<string, number>();
  for (const [place, word] of table.words.entries()) {
    const name = terms.get(word)?.canonical;
    if (name === undefined || places.has(name)) continue;
    const other = named.get(name);
    const isMoreFrequent =
      other === undefined || (table.probabilities[place] as number) > (table.probabilities[other] as number);
    if (isMoreFrequent) named.set(name, place);
  }
  return underNames(table, [...places, ...named]);
}
