import { compareStrings } from '../base/compare.js';
import type { CloudWord } from './cloud-layout.js';

/** How the terms of a text are weighed. */
export type Weighting = 'count' | 'tf-idf';

/** So many of the heaviest terms are handed on. */
const most = 5000;

/**
 * Counts the terms of texts with the bundled tokenizer, stop words left out and names whole. The tokenizer is loaded
 * when this is called, not when redian/cloud is imported.
 *
 * @param weighting  `tf-idf` multiplies the count by jieba's inverse document frequency; names have no entry there and
 *   count as the rarest known words
 */
export async function textTerms(
  texts: readonly string[],
  weighting: Weighting,
): Promise<readonly CloudWord[]> {
  const [{ Tokenizer }, { countingTerms }, { Spellings }, { StopWords }] = await Promise.all([
    import('../tokenizer/index.js'),
    import('../counting/terms.js'),
    import('../counting/spellings.js'),
    import('../counting/stop-words.js'),
  ]);
  const [tokenizer, stopWords] = await Promise.all([Tokenizer.load(), StopWords.load()]);
  const keys: string[][] = [];
  const spellings = new Spellings(stopWords, tokenizer);
  for (const text of texts) {
    const tokens = tokenizer.segment(text);
    const terms = countingTerms(tokens, stopWords);
    spellings.add(tokens, terms);
    keys.push(terms.map(({ key }) => key));
  }
  const counts = new Map<string, number>();
  for (const list of keys)
    for (const key of spellings.joined(list)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const rarity = weighting === 'tf-idf' ? await rarityOf() : () => 1;
  const words = [...counts].map(([key, count]) => ({
    text: spellings.of(key),
    weight: count * rarity(key),
  }));
  words.sort((a, b) => b.weight - a.weight || compareStrings(a.text, b.text));
  return words.slice(0, most);
}

async function rarityOf(): Promise<(key: string) => number> {
  const { Idf } = await import('../keywords/index.js');
  const idf = await Idf.load();
  return (key) => idf.of(key);
}
