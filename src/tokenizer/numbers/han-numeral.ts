import { unitTable } from '../../text/unit-table.js';
import { isAt, type UnitText, unitAt } from '../../text/unit-text.js';

/** Of each unit: of Chinese numerals 1 more than what a digit means; from {@link TEN} on, a power of ten; 0 of all others. */
const numerals = unitTable();
const TEN = 11;
const MYRIAD = 14;
const powers = [10, 100, 1000, 1e4, 1e8];
const forms = [
  '零〇○',
  '一',
  '二两兩',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '百',
  '千',
  '万萬',
  '亿億',
];
for (const [value, characters] of forms.entries())
  for (const character of characters) numerals[character.charCodeAt(0)] = value + 1;

/** What a digit of Chinese means, or -1. */
export function digitOf(unit: number): number {
  const numeral = numerals[unit] as number;
  return numeral < TEN ? numeral - 1 : -1;
}

/** 10, 100 or 1000, which are added up before 万 and 亿; 0 of all others. */
function smallOf(unit: number): number {
  const numeral = numerals[unit] as number;
  return numeral >= TEN && numeral < MYRIAD ? (powers[numeral - TEN] as number) : 0;
}

/** 1e4 or 1e8; 0 of all others. */
function largeOf(unit: number): number {
  const numeral = numerals[unit] as number;
  return numeral >= MYRIAD ? (powers[numeral - TEN] as number) : 0;
}

/** 几 or 数. */
function isSome(unit: number): boolean {
  return unit === 0x51e0 || unit === 0x5e7e || unit === 0x6570 || unit === 0x6578;
}

/** Longest numeral that is read; numerals beyond it are no numbers of posts. */
const MAX_LENGTH = 16;

export interface HanNumeral {
  readonly end: number;
  readonly value: number;
  /** Whether it has 十, 百, 千, 万 or 亿. */
  readonly magnitude: boolean;
  /** 几 or 数 before it, or no digit at all: 数百亿, 千亿. */
  readonly vague: boolean;
  /** Whether it has 几 or 数: 数百亿, 十几万. */
  readonly some: boolean;
  /** Whether it is two numbers, of which the value is the first: 二三十, 三五百, 十五六. */
  readonly between: boolean;
}

/** Whether two digits side by side name a range: 二三, 三五百, 十五六; 十三五 and 十五五 are plans. */
function isBetween(first: number, second: number, behindTen: boolean): boolean {
  return second === first + 1 || (first === 3 && second === 5 && !behindTen);
}

/** Reads a numeral such as 两千三百万 at `at`; undefined if there is none. */
export function readHanNumeral(text: UnitText, at: number): HanNumeral | undefined {
  let position = at;
  let vague = false;
  let some = false;
  if (isSome(unitAt(text, position))) {
    vague = some = true;
    position++;
  }
  const from = position;
  let total = 0;
  let section = 0;
  let digit = -1;
  // What a digit counts that ends the numeral: 五 in 三千五 is 500, in 三千零五 it is 5.
  let place = 1;
  let magnitude = false;
  let between = false;
  let anyDigit = false;
  const limit = Math.min(text.length, from + MAX_LENGTH);
  for (; position < limit; position++) {
    const unit = text.charCodeAt(position);
    const value = digitOf(unit);
    if (value >= 0) {
      if (vague) break;
      if (between) return undefined;
      if (value === 0) place = 1;
      if (digit > 0) {
        if (!isBetween(digit, value, magnitude && place === 1)) return undefined;
        between = true;
      } else digit = value;
      anyDigit = true;
      continue;
    }
    // 十几亿
    if (!vague && digit < 0 && section > 0 && (unit === 0x51e0 || unit === 0x5e7e)) {
      vague = some = true;
      continue;
    }
    const factor = smallOf(unit);
    if (factor > 0) {
      section += (digit < 0 ? 1 : digit) * factor;
      digit = -1;
      place = factor / 10;
      magnitude = true;
      continue;
    }
    const power = largeOf(unit);
    if (power === 0) break;
    const all = section + Math.max(0, digit);
    if (power === 1e8) {
      total = (total + all || 1) * power;
    } else total += (all === 0 ? (total === 0 ? 1 : 0) : all) * power;
    section = 0;
    digit = -1;
    place = power / 10;
    magnitude = true;
  }
  if (position === from) return undefined;
  // 万一 and 百一 are words; a bare magnitude takes no digit behind it.
  const begin = text.charCodeAt(from);
  const isTen = numerals[begin] === TEN;
  if ((numerals[begin] as number) >= TEN && anyDigit && !isTen) return undefined;
  if (!anyDigit && !isTen) vague = true;
  const value = total + section + Math.max(0, digit) * place;
  return { end: position, value, magnitude, vague, some, between };
}

/** The value with the decimals of 点五 behind a numeral, and their end. */
export function readHanDecimals(
  text: UnitText,
  at: number,
  whole: number,
): { readonly end: number; readonly value: number } {
  if (!isAt(text, at, '点') && !isAt(text, at, '點')) return { end: at, value: whole };
  let decimals = '';
  let end = at + 1;
  for (; end - at < 8; end++) {
    const value = digitOf(unitAt(text, end));
    if (value < 0) break;
    decimals += value;
  }
  return decimals === '' ? { end: at, value: whole } : { end, value: Number(`${whole}.${decimals}`) };
}

/** The year that four numerals in a row name, as in 二〇二五, or undefined. */
export function readHanYear(text: UnitText, at: number): number | undefined {
  let year = 0;
  for (let i = 0; i < 4; i++) {
    const value = digitOf(unitAt(text, at + i));
    if (value < 0) return undefined;
    year = year * 10 + value;
  }
  return year;
}

/** Characters with which a numeral may begin. */
export const hanNumerals = '半一二三四五六七八九两兩十百千万萬数數几幾';
