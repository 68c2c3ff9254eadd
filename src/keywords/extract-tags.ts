import { checkOptions, checkString, type OptionNames } from '../base/check.js';
import { checkTokenizer } from '../tokenizer/check-tokenizer.js';
import type { Tokenizer } from '../tokenizer/index.js';
import { checkIdf, Idf } from './idf.js';
import {
  type ExtractOptions,
  extractOptions,
  heaviest,
  isKeyword,
  type Keyword,
  readExtractOptions,
} from './keyword.js';

export interface ExtractTagsOptions extends ExtractOptions {
  /** Inverse document frequencies. Default: jieba's bundled table. */
  readonly idf?: Idf | undefined;
}

const extractTagsOptions: OptionNames<ExtractTagsOptions> = { ...extractOptions, idf: true };

/**
 * Keywords by TF-IDF: the same words, order and weights as `jieba.analyse.extract_tags`.
 *
 * A word's weight is its share of the text's words times its idf; a word that the table lacks has the table's
 * median. Of equal weights the word that came first leads.
 *
 * @returns heaviest first; none for a text without keywords. O(n + words · log words).
 */
export function extractTags(text: string, tokenizer: Tokenizer, options: ExtractTagsOptions = {}): Keyword[] {
  checkOptions(options, extractTagsOptions);
  checkString('text', text);
  checkTokenizer(tokenizer);
  const { topK, allowed, stopWords } = readExtractOptions(options, []);
  const { idf = Idf.loadSync() } = options;
  checkIdf('idf', idf);
  const words =
    allowed.size === 0
      ? tokenizer.cut(text)
      : tokenizer
          .tag(text)
          .filter(({ tag }) => allowed.has(tag))
          .map(({ word }) => word);
  const counts = new Map<string, number>();
  let total = 0;
  for (const word of words) {
    if (!isKeyword(word, stopWords)) continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
    total++;
  }
  for (const [word, count] of counts) counts.set(word, count * (idf.of(word) / total));
  return heaviest(counts, topK);
}
