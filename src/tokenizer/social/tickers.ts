import type { TermInfo } from '../../lexicon/term-info.js';
import type { TermLexicon } from '../../lexicon/term-lexicon.js';
import { isDigitUnit, isLatinOrDigit } from '../../text/unit-kinds.js';
import { isOneOf, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import { WordSet } from '../../text/word-set.js';
import { isCapital } from '../names/latin-word.js';
import { listedEnd } from './tags.js';

/** What stands before a colon and a symbol: NYSE:MHK. */
const EXCHANGES = new WordSet(
  'NYSE NASDAQ Nasdaq NasdaqGS NasdaqGM AMEX TSE TSX TSXV LSE ASX OTC OTCMKTS OTCPK KRX NSE BSE EPA ETR CSE NYSEARCA',
);
const LONGEST_EXCHANGE = 8;
const LONGEST_SYMBOL = 5;

/** A stock found in a text without the mark of a cashtag, and where it ends. */
export interface Listing {
  readonly end: number;
  readonly info: TermInfo;
}

/** What a ticker stands for: the company that has it, or a stock of that name. */
function listing(end: number, ticker: string, terms: TermLexicon): Listing {
  const known = terms.byTicker(ticker);
  return { end, info: known ?? { canonical: `$${ticker}`, category: 'stock', ticker, guessed: true } };
}

/** A stock by its number at `at`, with its exchange or in brackets: 600519.SH, 00700.HK, （688256）, (00700). */
export function listedNumber(text: UnitText, at: number, terms: TermLexicon): Listing | undefined {
  const end = listedEnd(text, at - 1);
  if (end >= at) {
    // Hong Kong's five figures are four in tickers.
    const from = end - at === 8 && unitAt(text, at) === 0x30 ? at + 1 : at;
    return listing(end, text.slice(from, end), terms);
  }
  if (at < 3 || !isOneOf(text, at - 1, '(（')) return undefined;
  let stop = at;
  while (stop < at + 7 && isDigitUnit(unitAt(text, stop))) stop++;
  if (!isOneOf(text, stop, ')）')) return undefined;
  const code = text.slice(at, stop);
  if (/^0\d{4}$/u.test(code)) return listing(stop, `${code.slice(1)}.HK`, terms);
  const exchange = code.length === 6 ? exchangeOf(code) : undefined;
  return exchange === undefined ? undefined : listing(stop, `${code}.${exchange}`, terms);
}

/** Where a number of six figures is listed in China. */
function exchangeOf(code: string): string | undefined {
  if (/^(?:60[0135]|68[89])/u.test(code)) return 'SH';
  if (/^(?:00[0-3]|30[0-2])/u.test(code)) return 'SZ';
  return /^(?:8[37]|92)/u.test(code) ? 'BJ' : undefined;
}

/** A stock by its symbol at `at`, which is a capital: CLS in TSE:CLS, NVDA.US, and AAPL.O of what is known. */
export function listedSymbol(text: UnitText, at: number, terms: TermLexicon): Listing | undefined {
  let end = at;
  while (end - at <= LONGEST_SYMBOL && isCapital(unitAt(text, end))) end++;
  if (end - at > LONGEST_SYMBOL) return undefined;
  if (unitAt(text, end) === 0x2e && isCapital(unitAt(text, end + 1))) {
    let stop = end + 1;
    while (stop - end <= 3 && isCapital(unitAt(text, stop))) stop++;
    if (isLatinOrDigit(plainAt(text, stop))) return undefined;
    const market = text.slice(end + 1, stop);
    const symbol = text.slice(at, end);
    if (market === 'US') return listing(stop, symbol, terms);
    const isReuters = market === 'O' || market === 'N';
    if (isReuters && terms.byTicker(symbol) !== undefined) return listing(stop, symbol, terms);
  }
  if (isLatinOrDigit(plainAt(text, end)) || !isBehindExchange(text, at)) return undefined;
  const share = unitAt(text, end) === 0x2e && isCapital(unitAt(text, end + 1));
  const stop = share && !isLatinOrDigit(plainAt(text, end + 2)) ? end + 2 : end;
  return listing(stop, text.slice(at, stop), terms);
}

/** Whether the name of an exchange and a colon stand before `at`. */
function isBehindExchange(text: UnitText, at: number): boolean {
  const colon = unitAt(text, at - 1) === 0x20 ? at - 2 : at - 1;
  if (!isOneOf(text, colon, ':：')) return false;
  let start = colon;
  while (colon - start <= LONGEST_EXCHANGE && isLatinOrDigit(plainAt(text, start - 1))) start--;
  return EXCHANGES.hasSlice(text, start, colon);
}
