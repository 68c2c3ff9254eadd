import { lazy } from '../../base/lazy.js';
import { isDigitUnit, isLetterUnit } from '../../text/unit-kinds.js';
import { unitsOf } from '../../text/unit-table.js';
import { isOneOf, plainAt, plainStartsWith, type UnitText } from '../../text/unit-text.js';
import { hanMagnitudes } from './units.js';

/** Currency marks before a number, longest first. */
const currencyMarks: readonly (readonly [string, string])[] = [
  ['us$', 'USD'],
  ['hk$', 'HKD'],
  ['nt$', 'TWD'],
  ['au$', 'AUD'],
  ['nz$', 'NZD'],
  ['ca$', 'CAD'],
  ['mx$', 'MXN'],
  ['s$', 'SGD'],
  ['r$', 'BRL'],
  ['a$', 'AUD'],
  ['c$', 'CAD'],
  ['rmb', 'CNY'],
  ['cny', 'CNY'],
  ['usd', 'USD'],
  ['eur', 'EUR'],
  ['jpy', 'JPY'],
  ['hkd', 'HKD'],
  ['gbp', 'GBP'],
  ['chf', 'CHF'],
  ['sgd', 'SGD'],
  ['aud', 'AUD'],
  ['nzd', 'NZD'],
  ['krw', 'KRW'],
  ['inr', 'INR'],
  ['twd', 'TWD'],
  ['ntd', 'TWD'],
  ['thb', 'THB'],
  ['idr', 'IDR'],
  ['vnd', 'VND'],
  ['myr', 'MYR'],
  ['aed', 'AED'],
  ['brl', 'BRL'],
  ['$', 'USD'],
  ['¥', 'CNY'],
  ['￥', 'CNY'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['￡', 'GBP'],
  ['₩', 'KRW'],
  ['￦', 'KRW'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₿', 'BTC'],
];

/** The currency mark at `at`. */
export function currencyAt(
  text: UnitText,
  at: number,
): { readonly currency: string; readonly end: number } | undefined {
  if (!startsCurrency(plainAt(text, at))) return undefined;
  for (const [mark, currency] of currencyMarks) {
    if (plainStartsWith(text, at, mark)) return { currency, end: at + mark.length };
  }
  return undefined;
}

/** Units with which a currency mark begins, folded. */
const currencyStarts = lazy(() => unitsOf(currencyMarks.map(([mark]) => mark)));

/** Whether a currency mark may begin with a folded unit. */
export function startsCurrency(unit: number): boolean {
  return currencyStarts()[unit] === 1;
}

/** True for a unit that is a currency mark by itself. */
export function isCurrencyUnit(unit: number): boolean {
  return !isLetterUnit(unit) && startsCurrency(unit);
}

/** Names of currencies before a number, which say what it is of. */
const currenciesBefore: readonly (readonly [string, string])[] = [
  ['人民幣', 'CNY'],
  ['港幣', 'HKD'],
  ['台幣', 'TWD'],
  ['臺幣', 'TWD'],
  ['日圓', 'JPY'],
  ['日圆', 'JPY'],
  ['歐元', 'EUR'],
  ['英鎊', 'GBP'],
  ['韓元', 'KRW'],
  ['新加坡元', 'SGD'],
  ['澳元', 'AUD'],
  ['加元', 'CAD'],
  ['Rs', 'INR'],
  ['Rs.', 'INR'],
  ['人民币', 'CNY'],
  ['港币', 'HKD'],
  ['港元', 'HKD'],
  ['台币', 'TWD'],
  ['日币', 'JPY'],
  ['日元', 'JPY'],
  ['美金', 'USD'],
  ['美元', 'USD'],
  ['欧元', 'EUR'],
  ['英镑', 'GBP'],
  ['韩元', 'KRW'],
];

const CURRENCY_ENDS = '币幣元金镑鎊圓圆s.';

/** 人民币 2亿, 港币5亿元: the currency that is named before the number at a place. */
export function currencyBefore(text: UnitText, at: number): string | undefined {
  const end = plainAt(text, at - 1) === 0x20 ? at - 1 : at;
  if (end === 0 || !isOneOf(text, end - 1, CURRENCY_ENDS)) return undefined;
  const found = currenciesBefore.find(([name]) => text.startsWith(name, end - name.length));
  if (found === undefined) return undefined;
  // 5亿美元 10万人: the currency is that of the number before it.
  const before = plainAt(text, end - found[0].length - 1);
  return isDigitUnit(before) || isLetterUnit(before) || hanMagnitudes().has(before) ? undefined : found[1];
}
