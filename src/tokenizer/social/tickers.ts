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
/** Exchanges before a number, with what stands behind it in tickers: of TSE, which is Tokyo's and Taiwan's, what is known. */
const MARKETS: ReadonlyMap<string, readonly string[]> = new Map([
  ['HKEX', ['HK']],
  ['SEHK', ['HK']],
  ['HKG', ['HK']],
  ['SHA', ['SH']],
  ['SSE', ['SH']],
  ['SHSE', ['SH']],
  ['SHE', ['SZ']],
  ['SZSE', ['SZ']],
  ['TPE', ['TW']],
  ['TWSE', ['TW']],
  ['TYO', ['T']],
  ['TSE', ['T', 'TW']],
  ['KRX', ['KS']],
]);
/** Figures of their tickers. */
const FIGURES: ReadonlyMap<string, number> = new Map([
  ['HK', 4],
  ['SH', 6],
  ['SZ', 6],
  ['TW', 4],
  ['T', 4],
  ['KS', 6],
]);
/** Characters of a company's name that stand beside its number at least: 茅台600519. */
const SHORTEST_NAME = 2;
const LONGEST_SYMBOL = 5;

/** A stock found in a text without the mark of a cashtag, and where it ends. */
export interface Listing {
  readonly end: number;
  readonly info: TermInfo;
}

/** What a ticker stands for: the company that has it, or a stock of that name. */
function listing(end: number, ticker: string, terms: TermLexicon): Listing | undefined {
  const known = terms.byTicker(ticker);
  if (known === undefined && !terms.byShape) return undefined;
  return { end, info: known ?? { canonical: `$${ticker}`, category: 'stock', ticker, guessed: true } };
}

/** The ticker text[at, end), of which Hong Kong's have four figures: 0700.HK for 00700.HK and 700.HK. */
export function tickerAt(text: UnitText, at: number, end: number): string {
  const market = end - 3;
  return text.startsWith('.HK', market) ? inHongKong(text.slice(at, market)) : text.slice(at, end);
}

function inHongKong(code: string): string {
  return `${code.replace(/^0+/u, '').padStart(4, '0')}.HK`;
}

/**
 * A stock by its number at `at`, with its exchange, in brackets, or beside the name of what is known to have it: 600519.SH,
 * SHA:600519, （688256）, 腾讯00700.
 */
export function listedNumber(text: UnitText, at: number, terms: TermLexicon): Listing | undefined {
  const end = listedEnd(text, at - 1);
  if (end >= at) return listing(end, tickerAt(text, at, end), terms);
  let stop = at;
  while (stop < at + 7 && isDigitUnit(unitAt(text, stop))) stop++;
  if (isDigitUnit(unitAt(text, stop)) || isLatinOrDigit(plainAt(text, stop))) return undefined;
  const code = text.slice(at, stop);
  const onExchange = tickerOn(exchangeBefore(text, at), code, terms);
  if (onExchange !== undefined) return listing(stop, onExchange, terms);
  const ticker = tickerOf(code);
  if (ticker === undefined) return undefined;
  if (at > 2 && isOneOf(text, at - 1, '(（') && isOneOf(text, stop, ')）'))
    return listing(stop, ticker, terms);
  const named = terms.byTicker(ticker)?.chinese;
  const beside =
    named?.includes(text.slice(Math.max(0, at - SHORTEST_NAME), at).padStart(SHORTEST_NAME)) === true ||
    named?.startsWith(text.slice(stop, stop + SHORTEST_NAME).padEnd(SHORTEST_NAME)) === true;
  return beside ? listing(stop, ticker, terms) : undefined;
}

/** The ticker of a number behind the name of an exchange. */
function tickerOn(exchange: string | undefined, code: string, terms: TermLexicon): string | undefined {
  const tickers = ((exchange && MARKETS.get(exchange)) || [])
    .map((market) => (market === 'HK' ? inHongKong(code) : `${code}.${market}`))
    .filter((ticker) => ticker.indexOf('.') === FIGURES.get(ticker.slice(ticker.indexOf('.') + 1)));
  return tickers.find((ticker) => terms.byTicker(ticker) !== undefined) ?? tickers[0];
}

/** The ticker of a number by itself: five figures in Hong Kong, six in China. */
function tickerOf(code: string): string | undefined {
  if (/^0\d{4}$/u.test(code)) return inHongKong(code);
  const exchange = code.length === 6 ? exchangeOf(code) : undefined;
  return exchange === undefined ? undefined : `${code}.${exchange}`;
}

/** A stock by its exchange and number in one word, text[at, end): SH688981. */
export function prefixedNumber(
  text: UnitText,
  at: number,
  end: number,
  terms: TermLexicon,
): Listing | undefined {
  const [, exchange, code] = /^(SH|SZ|BJ)(\d{6})$/u.exec(text.slice(at, end)) ?? [];
  return code === undefined ? undefined : listing(end, `${code}.${exchange}`, terms);
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
  if (isLatinOrDigit(plainAt(text, end))) return undefined;
  const exchange = exchangeBefore(text, at);
  if (exchange === undefined || !EXCHANGES.has(exchange)) return undefined;
  const share = unitAt(text, end) === 0x2e && isCapital(unitAt(text, end + 1));
  const stop = share && !isLatinOrDigit(plainAt(text, end + 2)) ? end + 2 : end;
  return listing(stop, text.slice(at, stop), terms);
}

/** The exchange that is named before a colon and `at`. */
function exchangeBefore(text: UnitText, at: number): string | undefined {
  const colon = unitAt(text, at - 1) === 0x20 ? at - 2 : at - 1;
  if (!isOneOf(text, colon, ':：')) return undefined;
  let start = colon;
  while (colon - start <= LONGEST_EXCHANGE && isLatinOrDigit(plainAt(text, start - 1))) start--;
  return text.slice(start, colon);
}
