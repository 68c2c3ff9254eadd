import { checkTokens } from '../base/check.js';
import { fold, foldWidth } from '../text/fold.js';
import { withPlainDots } from '../text/name-dot.js';
import { asRead } from '../text/reading-copy.js';
import { stem } from '../text/stem.js';
import { isHanUnit } from '../text/unit-kinds.js';
import { simplify } from '../text/variants.js';
import type { TermInfo, Token } from '../tokenizer/index.js';
import { checkStopWords, type StopWords } from './stop-words.js';

/** A string under which a text is counted, and how a reader wants to see it. */
export interface CountingTerm {
  readonly key: string;
  readonly display: string;
  /** A name of the term layer, a tag or a ticker, as against an ordinary word. */
  readonly named: boolean;
}

/** English words whose stem reads badly or whose letters are a name keep their case in the display. */
function wordTerm(written: string, stopWords: StopWords): CountingTerm | undefined {
  const text = asRead(written);
  if (stopWords.has(text)) return undefined;
  const folded = fold(text);
  const first = folded.charCodeAt(0);
  if (isHanUnit(first)) {
    if (folded.length < 2) return undefined;
    const display = folded.length > 3 ? withPlainDots(folded) : folded;
    const key = simplify(display);
    return key !== display && stopWords.has(key) ? undefined : { key, display, named: false };
  }
  if (folded.length < 2 || !/\p{L}/u.test(folded)) return undefined;
  const key = stem(folded.replace(/'s$/, ''));
  if (key.length < 2 || stopWords.has(key)) return undefined;
  return { key, display: text.replace(/['’]s$/, ''), named: false };
}

/** How a term is shown: by its Chinese name where the text writes it in Chinese, else by its canonical name. */
function displayOf(term: TermInfo, text: string): string {
  return term.chinese !== undefined && /\p{Script=Han}/u.test(text) ? term.chinese : term.canonical;
}

/** What a token is counted under; undefined for one that is left out. */
export function countingTerm(token: Token, stopWords: StopWords): CountingTerm | undefined {
  const { term, kind, text } = token;
  if (term !== undefined) {
    const key = term.canonical;
    return stopWords.has(key) ? undefined : { key, display: displayOf(term, text), named: true };
  }
  if (kind === 'word') return wordTerm(text, stopWords);
  if (kind === 'hashtag') {
    const content = asRead(text.replace(/^[#＃]|[#＃]$/g, ''));
    const key = simplify(fold(content));
    if (key.length < 2 || stopWords.has(key)) return undefined;
    return { key, display: foldWidth(content), named: true };
  }
  if (kind !== 'cashtag') return undefined;
  const display = asRead(text).toUpperCase();
  return { key: display, display, named: true };
}

/**
 * What a text is counted under: canonical names of terms, the contents of tags, tickers as names, English in lower
 * case and stemmed, Han folded in width and in simplified characters, all without what is not seen (U+200B). Numbers, addresses, mentions, emoji, stop words and single characters are
 * left out.
 *
 * @param tokens  `Tokenizer.segment(text)`
 * @returns in order of the text, with repetitions. O(tokens).
 * @throws {RedianError} INVALID_ARGUMENT for what are no tokens and no stop words; FILE where files cannot be read at once and
 *   `StopWords.load()` was not awaited before.
 */
export function countingTerms(tokens: readonly Token[], stopWords: StopWords): CountingTerm[] {
  checkTokens('tokens', tokens);
  checkStopWords('stopWords', stopWords);
  const terms: CountingTerm[] = [];
  for (const token of tokens) {
    const term = countingTerm(token, stopWords);
    if (term !== undefined) terms.push(term);
  }
  return terms;
}
