import { characterAt } from '../../text/units.js';

/** Digits of Chinese numerals. */
const digits = new Map([...'零一二三四五六七八九'].map((digit, value): [string, number] => [digit, value]));
digits.set('〇', 0);
digits.set('两', 2);
digits.set('兩', 2);

const small = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const large = new Map([
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
]);

/** Longest numeral that is read; numerals beyond it are no numbers of posts. */
const MAX_LENGTH = 16;

interface HanNumeral {
  readonly end: number;
  readonly value: number;
  /** Whether it has 十, 百, 千, 万 or 亿. */
  readonly magnitude: boolean;
  /** 几 or 数 before it, or no digit at all: 数百亿, 千亿. */
  readonly vague: boolean;
  /** Whether it has 几 or 数: 数百亿, 十几万. */
  readonly some: boolean;
}

/** Reads a numeral such as 两千三百万 at `at`; undefined if there is none. */
export function readHanNumeral(text: string, at: number): HanNumeral | undefined {
  let position = at;
  let vague = false;
  let some = false;
  const first = characterAt(text, position);
  if (first === '数' || first === '几' || first === '數' || first === '幾') {
    vague = some = true;
    position++;
  }
  const from = position;
  let total = 0;
  let section = 0;
  let digit = -1;
  let magnitude = false;
  let anyDigit = false;
  let plain = 0;
  const limit = Math.min(text.length, from + MAX_LENGTH);
  for (; position < limit; position++) {
    const character = characterAt(text, position);
    const value = digits.get(character);
    if (value !== undefined) {
      if (vague) break;
      // 三四, and 十五五 of the plan of that name; 十五六 is fifteen or sixteen.
      if (digit > 0 && !(magnitude && value === digit + 1)) plain++;
      digit = digit > 0 ? digit : value;
      anyDigit = true;
      continue;
    }
    // 十几亿
    if (!vague && digit < 0 && section > 0 && (character === '几' || character === '幾')) {
      vague = some = true;
      continue;
    }
    const unit = small.get(character);
    if (unit !== undefined) {
      section += (digit < 0 ? 1 : digit) * unit;
      digit = -1;
      magnitude = true;
      continue;
    }
    const power = large.get(character);
    if (power === undefined) break;
    const all = section + Math.max(0, digit);
    if (power === 1e8) {
      total = (total + all || 1) * power;
    } else total += (all === 0 ? (total === 0 ? 1 : 0) : all) * power;
    section = 0;
    digit = -1;
    magnitude = true;
  }
  if (position === from || plain > 0) return undefined;
  // 万一 and 百一 are words; a bare magnitude takes no digit behind it.
  const bare = small.has(characterAt(text, from)) || large.has(characterAt(text, from));
  if (bare && anyDigit && characterAt(text, from) !== '十') return undefined;
  if (!anyDigit && characterAt(text, from) !== '十') vague = true;
  return { end: position, value: total + section + Math.max(0, digit), magnitude, vague, some };
}

/** The value with the decimals of 点五 behind a numeral, and their end. */
export function readHanDecimals(
  text: string,
  at: number,
  whole: number,
): { readonly end: number; readonly value: number } {
  if (characterAt(text, at) !== '点' && characterAt(text, at) !== '點') return { end: at, value: whole };
  let decimals = '';
  let end = at + 1;
  for (; end - at < 8; end++) {
    const value = digits.get(characterAt(text, end));
    if (value === undefined) break;
    decimals += value;
  }
  return decimals === '' ? { end: at, value: whole } : { end, value: Number(`${whole}.${decimals}`) };
}

/** The year that four numerals in a row name, as in 二〇二五, or undefined. */
export function readHanYear(text: string, at: number): number | undefined {
  let year = 0;
  for (let i = 0; i < 4; i++) {
    const value = digits.get(characterAt(text, at + i));
    if (value === undefined) return undefined;
    year = year * 10 + value;
  }
  return year;
}

/** Characters with which a numeral may begin. */
export const hanNumerals = '一二三四五六七八九两兩十百千万萬数數几幾';
