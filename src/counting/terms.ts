import { fold, isHanUnit } from '../text/fold.js';
import { stem } from '../text/stem.js';
import type { TermInfo, Token } from '../tokenizer/index.js';
import type { StopWords } from './stop-words.js';

/** A string under which a text is counted, and how a reader wants to see it. */
export interface CountingTerm {
  readonly key: string;
  readonly display: string;
  /** A name of the term layer, a tag or a ticker, as against an ordinary word. */
  readonly named: boolean;
}

/** English words whose stem reads badly or whose letters are a name keep their case in the display. */
function wordTerm(text: string, stopWords: StopWords): CountingTerm | undefined {
  if (stopWords.has(text)) return undefined;
  const folded = fold(text);
  const first = folded.charCodeAt(0);
  if (isHanUnit(first)) return folded.length < 2 ? undefined : { key: folded, display: folded, named: false };
  if (folded.length < 2 || !/\p{L}/u.test(folded)) return undefined;
  const key = stem(folded.replace(/'s$/, ''));
  if (key.length < 2 || stopWords.has(key)) return undefined;
  return { key, display: text.replace(/['’]s$/, ''), named: false };
}

/** How a term is shown: by its Chinese name where the text writes it in Chinese, else by its canonical name. */
function displayOf(term: TermInfo, text: string): string {
  return term.chinese !== undefined && /\p{Script=Han}/u.test(text) ? term.chinese : term.canonical;
}

/**
 * What a text is counted under: canonical names of terms, the contents of tags, tickers as names, English in lower
 * case and stemmed, Han folded in width. Numbers, addresses, mentions, emoji, stop words and single characters are
 * left out.
 *
 * @param tokens  `Tokenizer.segment(text)`
 * @returns in order of the text, with repetitions. O(tokens).
 */
export function countingTerms(tokens: readonly Token[], stopWords: StopWords): CountingTerm[] {
  const terms: CountingTerm[] = [];
  for (const token of tokens) {
    if (token.term !== undefined) {
      const name = token.term.canonical;
      if (!stopWords.has(name))
        terms.push({ key: name, display: displayOf(token.term, token.text), named: true });
    } else if (token.kind === 'word') {
      const term = wordTerm(token.text, stopWords);
      if (term !== undefined) terms.push(term);
    } else if (token.kind === 'hashtag') {
      const content = fold(token.text.replace(/^[#＃]|[#＃]$/g, ''));
      if (content.length >= 2 && !stopWords.has(content))
        terms.push({ key: content, display: content, named: true });
    } else if (token.kind === 'cashtag') {
      const display = token.text.toUpperCase();
      terms.push({ key: display, display, named: true });
    }
  }
  return terms;
}
