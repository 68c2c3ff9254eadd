import { compareStrings } from '../base/compare.js';
import type { CloudWord } from './layout.js';

/** How the terms of a text are weighed. */
export type Weighting = 'count' | 'tf-idf';

/** So many of the heaviest terms are handed on. */
const most = 5000;

interface Counted {
  count: number;
  readonly displays: Map<string, number>;
}

/** The way of writing that occurs most. */
function commonest(displays: ReadonlyMap<string, number>): string {
  let best = '';
  let count = 0;
  for (const [display, times] of displays) {
    if (times > count || (times === count && compareStrings(display, best) < 0)) {
      best = display;
      count = times;
    }
  }
  return best;
}

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
  const [{ Tokenizer }, { countingTerms }, { StopWords }] = await Promise.all([
    import('../tokenizer/index.js'),
    import('../counting/terms.js'),
    import('../counting/stop-words.js'),
  ]);
  const [tokenizer, stopWords] = await Promise.all([Tokenizer.load(), StopWords.load()]);
  const counted = new Map<string, Counted>();
  for (const text of texts) {
    for (const { key, display } of countingTerms(tokenizer.segment(text), stopWords)) {
      const entry = counted.get(key) ?? { count: 0, displays: new Map<string, number>() };
      entry.count++;
      entry.displays.set(display, (entry.displays.get(display) ?? 0) + 1);
      counted.set(key, entry);
    }
  }
  const rarity = weighting === 'tf-idf' ? await rarityOf() : () => 1;
  const words = [...counted].map(([key, { count, displays }]) => ({
    text: commonest(displays),
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
