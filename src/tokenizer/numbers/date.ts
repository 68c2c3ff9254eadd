import { lazy } from '../../base/lazy.js';
import { isDigitUnit, isLatinOrDigit, isLetterUnit } from '../../text/unit-kinds.js';
import { unitsOf } from '../../text/unit-table.js';
import { characterAt, isAt, isOneOf, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import { WordSet } from '../../text/word-set.js';
import type { BreaksWord } from '../breaks-word.js';
import type { Quantity } from '../token.js';
import { clockEnd, hourEnd, minutesEnd, noonEnd } from './clock.js';
import { isDateline } from './closes-date.js';
import { digitsEnd, numberOf } from './digits.js';
import { readHanNumeral, readHanYear } from './han-numeral.js';
import { latinWord, skipSpace } from './latin.js';
import type { NumberMatch } from './reading.js';

const months = lazy(
  (): ReadonlyMap<string, number> =>
    new Map(
      'january february march april may june july august september october november december'
        .split(' ')
        .flatMap((name, index): [string, number][] => [
          [name, index + 1],
          [name.slice(0, 3), index + 1],
        ])
        .concat([['sept', 9]]),
    ),
);

/** Letters with which a month, a quarter or a half begins. */
const dateStarts = lazy(() => unitsOf(['q', 'h', ...months().keys()]));

/** Units with which a date or a time goes on behind the first number, past a space: most numbers are told by it to be none. */
const dateGoesOn = lazy(() => unitsOf('年月日财財季上下第一二三四点點时時-/.:·qhapjfmsondtr'));

function pad(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/** Days of the months, of February in a leap year. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a month has a day; 0 stands for none that is known, as NaN does for the year. */
function exists(year: number, month: number, day: number): boolean {
  if (month === 2 && day === 29 && year >= 0) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 0 || day <= (DAYS[month - 1] as number);
}

/** A date; without data where there is none such, as on 30 February. */
function dated(end: number, year: number, month = 0, day = 0): NumberMatch {
  if (!exists(year, month, day)) return { end };
  const head = Number.isNaN(year) ? '-' : `${year}`;
  const date =
    month === 0
      ? Number.isNaN(year)
        ? `---${pad(day)}`
        : head
      : `${head}-${pad(month)}${day === 0 ? '' : `-${pad(day)}`}`;
  return { end, quantity: { value: year, type: 'date', date } };
}

function isMonth(value: number): boolean {
  return value >= 1 && value <= 12;
}

function isDay(value: number): boolean {
  return value >= 1 && value <= 31;
}

function isYear(value: number): boolean {
  return value >= 1000 && value <= 2999;
}

/** Past a unit of Chinese behind an optional space, or -1. */
function past(text: UnitText, at: number, units: string): number {
  const next = skipSpace(text, at);
  return isOneOf(text, next, units) ? next + 1 : -1;
}

/**
 * A date or time that begins with a digit at `at`: 2025年11月30日, 11月28日, 2025-11-30, 2026Q3, 15:31, 28 Nov 2025.
 *
 * @param breaks  whether an offset lies within an ordinary word: 30日本 is no date.
 */
export function readDate(text: UnitText, at: number, breaks: BreaksWord): NumberMatch | undefined {
  const end = digitsEnd(text, at, 4);
  if (end < 0) return undefined;
  if (dateGoesOn()[plainAt(text, skipSpace(text, end))] === 0) return undefined;
  const value = numberOf(text, at, end);
  const length = end - at;
  const era = isOneOf(text, at - 1, ERA_ENDS) ? readEraYear(text, at, end, value, breaks) : undefined;
  if (era !== undefined) return era;
  if (length === 4 && isYear(value)) {
    const year = past(text, end, '年');
    if (year > 0 && !breaks(year)) return afterYear(text, year, value, breaks);
    const fiscal = fiscalYearEnd(text, end);
    if (fiscal > 0) return afterYear(text, fiscal, value, breaks);
    // 2025年底, 2026年会
    if (year > 0) return dated(end, value);
    const marked = numericDate(text, end, value);
    if (marked !== undefined) return marked;
    const quarter = readQuarter(text, skipSpace(text, end));
    if (quarter !== undefined) return quarterOf(quarter.end, value, quarter.name);
  }
  if (length <= 2) {
    // 26年3月, 03年
    const short = length === 2 ? past(text, end, '年') : -1;
    if (short > 0 && plainAt(text, at) === 0x30 && !breaks(short))
      return afterYear(text, short, 2000 + value, breaks);
    if (short > 0 && isDigitUnit(plainAt(text, short))) {
      const dated = afterYear(text, short, value < 50 ? 2000 + value : 1900 + value, breaks);
      if (dated !== undefined && dated.end > short) return dated;
    }
    const month = isMonth(value) ? past(text, end, '月') : -1;
    if (month > 0) return afterMonth(text, month, Number.NaN, value, breaks);
    const day = isDay(value) ? past(text, end, '日') : -1;
    if (day > 0 && !breaks(day)) return dated(day, Number.NaN, 0, value);
    const quarter = quarterBeside(text, at, end, value) ?? bareQuarter(text, at);
    if (quarter !== undefined) return quarter;
    const dotted = isMonth(value) ? dottedDay(text, end, value) : undefined;
    if (dotted !== undefined) return dotted;
    const clock = clockEnd(text, end, value);
    if (clock > 0) return { end: clock };
    const noon = value >= 1 && value <= 12 ? noonEnd(text, end) : end;
    if (noon > end) return { end: noon };
    const slashed = plainAt(text, end) === 0x2f ? slashedDate(text, end, value) : undefined;
    if (slashed !== undefined) return slashed;
    const hours = value <= 24 && isOneOf(text, end, '点點时時') ? hourEnd(text, at, end + 1, breaks) : -1;
    if (hours > 0) return { end: hours };
    if (isDay(value)) return dayBeforeMonth(text, end, value);
  }
  return undefined;
}

/** What is added to the years of an era. */
const eras = [
  ['公元', 0],
  ['西元', 0],
  ['民国', 1911],
  ['民國', 1911],
  ['令和', 2018],
  ['平成', 1988],
  ['昭和', 1925],
] as const;
const ERA_ENDS = '元国國和成前';

/** 民国25年, 令和8年1月: a year text[at, end) of an era that is named before it; without data where it is before the year 1. */
function readEraYear(
  text: UnitText,
  at: number,
  end: number,
  value: number,
  breaks: BreaksWord,
): NumberMatch | undefined {
  const year = past(text, end, '年');
  if (year < 0 || breaks(year)) return undefined;
  if (isAt(text, at - 1, '前'))
    return text.startsWith('公元', at - 3) || text.startsWith('西元', at - 3) ? { end: year } : undefined;
  const era = eras.find(([name]) => text.startsWith(name, at - 2));
  return era && afterYear(text, year, value + era[1], breaks);
}

/** End of 财年 behind an optional space, or -1. */
function fiscalYearEnd(text: UnitText, at: number): number {
  const start = skipSpace(text, at);
  return text.startsWith('财年', start) || text.startsWith('財年', start) ? start + 2 : -1;
}

function afterYear(text: UnitText, at: number, year: number, breaks: BreaksWord): NumberMatch {
  const start = skipSpace(text, at);
  const end = digitsEnd(text, start, 2);
  if (end > 0) {
    const month = numberOf(text, start, end);
    const stop = isMonth(month) ? past(text, end, '月') : -1;
    if (stop > 0) {
      const match = afterMonth(text, stop, year, month, breaks);
      if (match !== undefined) return match;
    }
  }
  const quarter = readQuarter(text, start);
  if (quarter !== undefined) return quarterOf(quarter.end, year, quarter.name);
  return dated(at, year);
}

function afterMonth(
  text: UnitText,
  at: number,
  year: number,
  month: number,
  breaks: BreaksWord,
): NumberMatch | undefined {
  const start = skipSpace(text, at);
  const end = digitsEnd(text, start, 2);
  if (end > 0) {
    const day = numberOf(text, start, end);
    const stop = isDay(day) ? past(text, end, '日号號') : -1;
    // 11月28-30日
    if (stop < 0 && isDay(day) && startsDay(text, end)) return dated(end, year, month, day);
    if (stop > 0 && (!breaks(stop) || isDateline(text, stop))) return dated(stop, year, month, day);
  }
  if (isAt(text, at, '份')) return dated(at + 1, year, month);
  // 12月底
  if (isOneOf(text, at, '底初末') && !breaks(at + 1)) return dated(at + 1, year, month);
  return breaks(at) ? undefined : dated(at, year, month);
}

/** Whether a mark of a range and a day stand there: -30日. */
function startsDay(text: UnitText, at: number): boolean {
  if (!isOneOf(text, at, '-–—~～至到')) return false;
  const end = digitsEnd(text, at + 1, 2);
  return end > 0 && isDay(numberOf(text, at + 1, end)) && isOneOf(text, end, '日号號');
}

/** 2025-11-30, 2025/11/30, 2025.11.30 and 2025-11, behind the year. */
function numericDate(text: UnitText, at: number, year: number): NumberMatch | undefined {
  const mark = plainAt(text, at);
  if (mark !== 0x2d && mark !== 0x2f && mark !== 0x2e) return undefined;
  const monthEnd = digitsEnd(text, at + 1, 2);
  if (monthEnd < 0) return undefined;
  const month = numberOf(text, at + 1, monthEnd);
  if (!isMonth(month)) {
    // The season of 2025-26 is no date.
    const season = mark !== 0x2e && month === (year + 1) % 100 && !isLatinOrDigit(plainAt(text, monthEnd));
    return season && plainAt(text, monthEnd) !== mark ? { end: monthEnd } : undefined;
  }
  if (plainAt(text, monthEnd) === mark) {
    const dayEnd = digitsEnd(text, monthEnd + 1, 2);
    if (dayEnd < 0) return undefined;
    const day = numberOf(text, monthEnd + 1, dayEnd);
    const end = mark === 0x2d ? isoTimeEnd(text, dayEnd) : dayEnd;
    return isDay(day) && !isLetterUnit(plainAt(text, end)) ? dated(end, year, month, day) : undefined;
  }
  // The season of 2011/12
  if (mark === 0x2f && month === (year + 1) % 100) return { end: monthEnd };
  const whole = monthEnd - at === 3 && mark !== 0x2e && year >= 1900 && year < 2100;
  return whole && !isLetterUnit(plainAt(text, monthEnd)) ? dated(monthEnd, year, month) : undefined;
}

/** End of T10:00:00.5Z or T10:00+08:00 behind a day, as ISO 8601 writes the time; `at` if there is none. */
function isoTimeEnd(text: UnitText, at: number): number {
  if (plainAt(text, at) !== 0x74) return at;
  const hours = digitsEnd(text, at + 1, 2);
  if (hours - at !== 3) return at;
  let end = minutesEnd(text, hours);
  if (end < 0) return at;
  if (plainAt(text, end) === 0x2e) {
    const fraction = digitsEnd(text, end + 1, 9);
    if (fraction > 0) end = fraction;
  }
  if (plainAt(text, end) === 0x7a) return end + 1;
  if (plainAt(text, end) !== 0x2b && plainAt(text, end) !== 0x2d) return end;
  const zone = digitsEnd(text, end + 1, 2);
  const minutes = zone - end === 3 ? minutesEnd(text, zone) : -1;
  return minutes < 0 ? end : minutes;
}

/** 12/31/2025: behind the first number; where both may be the month, only the year is sure. */
function slashedDate(text: UnitText, at: number, first: number): NumberMatch | undefined {
  const middle = digitsEnd(text, at + 1, 2);
  if (middle < 0 || plainAt(text, middle) !== 0x2f) return undefined;
  const second = numberOf(text, at + 1, middle);
  const end = digitsEnd(text, middle + 1, 4);
  if (end - middle !== 5 || isLetterUnit(plainAt(text, end)) || plainAt(text, end) === 0x2f) return undefined;
  const year = numberOf(text, middle + 1, end);
  if (!isYear(year) || !isDay(first) || !isDay(second)) return undefined;
  if (isMonth(first))
    return isMonth(second) && first !== second ? dated(end, year) : dated(end, year, first, second);
  return isMonth(second) ? dated(end, year, second, first) : undefined;
}

/** A year or a month and day in Chinese numerals: 二〇二五年十一月三十日, 三月三日. */
export function readHanDate(text: UnitText, at: number, breaks: BreaksWord): NumberMatch | undefined {
  if (isAt(text, at + 4, '年')) {
    const year = readHanYear(text, at);
    if (year !== undefined && isYear(year)) {
      return hanMonth(text, at + 5, year) ?? (breaks(at + 5) ? undefined : dated(at + 5, year));
    }
  }
  return hanMonth(text, at, Number.NaN) ?? bareQuarter(text, at);
}

/** 十一月三十日; the day may be missing behind a year only. */
function hanMonth(text: UnitText, at: number, year: number): NumberMatch | undefined {
  if (!isAt(text, at + 1, '月') && !isAt(text, at + 2, '月')) return undefined;
  const month = readHanNumeral(text, at);
  if (month === undefined || month.vague || !isMonth(month.value) || !isAt(text, month.end, '月'))
    return undefined;
  const day = readHanNumeral(text, month.end + 1);
  if (day !== undefined && !day.vague && isDay(day.value) && isOneOf(text, day.end, '日号號'))
    return dated(day.end + 1, year, month.value, day.value);
  return Number.isNaN(year) ? undefined : dated(month.end + 1, year, month.value);
}

/** The date that a bare number is before a range mark and a date: 1 in 1-9月, 2024 in 2024-2026年. */
export function datedLike(value: number, last: Quantity | undefined): Quantity | undefined {
  const form = /^(?:(\d{4})|(-+)(\d\d))$/u.exec(last?.date ?? '');
  if (form === null || last === undefined) return undefined;
  if (form[1] !== undefined) {
    return isYear(value) && value < last.value ? { value, type: 'date', date: `${value}` } : undefined;
  }
  if (!Number.isInteger(value) || value < 1 || value >= Number(form[3])) return undefined;
  return { value: Number.NaN, type: 'date', date: `${form[2]}${pad(value)}` };
}

const QUARTERS = ['季度', '财季', '財季'];
/** What is told of a quarter where 第三季 is no season of a show. */
const QUARTERLY = new WordSet(
  '营收 營收 财报 財報 业绩 業績 净利 淨利 毛利 获利 獲利 盈利 出货 出貨 合并 合併 税后 稅後 每股 营运 營運 财务 財務',
);

/** Q3, H1, 第三季度, 三季度, 上半年 at `at`. */
function readQuarter(
  text: UnitText,
  at: number,
): { readonly end: number; readonly name: string } | undefined {
  const unit = plainAt(text, at);
  if (unit === 0x71 || unit === 0x68) {
    const number = plainAt(text, at + 1) - 0x30;
    const most = unit === 0x71 ? 4 : 2;
    if (
      number < 1 ||
      number > most ||
      isDigitUnit(plainAt(text, at + 2)) ||
      isLetterUnit(plainAt(text, at + 2))
    ) {
      return undefined;
    }
    return { end: at + 2, name: `${unit === 0x71 ? 'Q' : 'H'}${number}` };
  }
  if (text.startsWith('上半年', at)) return { end: at + 3, name: 'H1' };
  if (text.startsWith('下半年', at)) return { end: at + 3, name: 'H2' };
  const start = isAt(text, at, '第') ? at + 1 : at;
  const number =
    '一二三四'.indexOf(characterAt(text, start)) + 1 || '1234'.indexOf(characterAt(text, start)) + 1;
  if (number === 0 || start >= text.length) return undefined;
  const name = `Q${number}`;
  if (QUARTERS.some((word) => text.startsWith(word, start + 1))) return { end: start + 3, name };
  return start > at && isSeasonOfYear(text, start + 1) ? { end: start + 2, name } : undefined;
}

/** Whether 季 stands there and is a quarter by what is told of it: 第三季营收. */
function isSeasonOfYear(text: UnitText, at: number): boolean {
  if (!isAt(text, at, '季')) return false;
  const told = isAt(text, at + 1, '的') ? at + 2 : skipSpace(text, at + 1);
  return QUARTERLY.hasSlice(text, told, told + 2);
}

/** 三季度, 1季度, 第三季度: the quarter of a year that is not named; 前三季度 and 连续三季度 are three of them. */
function bareQuarter(text: UnitText, at: number): NumberMatch | undefined {
  const numeral = isAt(text, at, '第') ? at + 1 : at;
  const quarterly =
    text.startsWith('季度', numeral + 1) || (numeral > at && isSeasonOfYear(text, numeral + 1));
  if (!quarterly || isOneOf(text, at - 1, '前续續近去后後个每')) return undefined;
  const quarter = readQuarter(text, at);
  return quarter && quarterOf(quarter.end, Number.NaN, quarter.name);
}

/** 第三季度, 第3季度 at `at`. */
export function readOrdinalQuarter(text: UnitText, at: number, breaks: BreaksWord): NumberMatch | undefined {
  const quarter = bareQuarter(text, at);
  if (quarter === undefined) return undefined;
  return isAt(text, quarter.end - 1, '度') && breaks(quarter.end) ? undefined : quarter;
}

/** 9·11, 3·15: behind the month. */
function dottedDay(text: UnitText, at: number, month: number): NumberMatch | undefined {
  if (unitAt(text, at) !== 0xb7) return undefined;
  const end = digitsEnd(text, at + 1, 2);
  if (end < 0 || isLetterUnit(plainAt(text, end)) || unitAt(text, end) === 0xb7) return undefined;
  const day = numberOf(text, at + 1, end);
  return isDay(day) ? dated(end, Number.NaN, month, day) : undefined;
}

/** 25Q3 and 26H1, or 3Q25 and 1H2026: a quarter and the year it is fused to, of which the first is text[at, end). */
function quarterBeside(text: UnitText, at: number, end: number, first: number): NumberMatch | undefined {
  const mark = plainAt(text, end);
  if (mark !== 0x71 && mark !== 0x68) return undefined;
  if (end - at === 2) {
    const quarter = first >= 10 && first < 50 ? readQuarter(text, end) : undefined;
    return quarter && quarterOf(quarter.end, 2000 + first, quarter.name);
  }
  const name = `${mark === 0x71 ? 'Q' : 'H'}${first}`;
  const isPart = first >= 1 && first <= (mark === 0x71 ? 4 : 2);
  // 4Q FY25
  const behind = isPart && plainAt(text, end + 1) === 0x20 ? yearBehind(text, end + 1) : undefined;
  if (behind !== undefined) return quarterOf(behind.end, behind.value, name);
  const stop = digitsEnd(text, end + 1, 4);
  const digits = stop - end - 1;
  if ((digits !== 2 && digits !== 4) || !isPart) return undefined;
  const last = numberOf(text, end + 1, stop);
  const year = digits === 2 ? 2000 + last : last;
  if (year < 2000 || year >= 2050 || isLetterUnit(plainAt(text, stop))) return undefined;
  return quarterOf(stop, year, name);
}

function quarterOf(end: number, year: number, name: string): NumberMatch {
  return {
    end,
    quantity: { value: year, type: 'date', date: Number.isNaN(year) ? `--${name}` : `${year}-${name}` },
  };
}

const ORDINALS: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);

/** 28 Nov 2025, 28 November, 28th of November: behind the day. */
function dayBeforeMonth(text: UnitText, end: number, day: number): NumberMatch | undefined {
  const suffix = ORDINALS.has(latinWord(text, end).word);
  const at = suffix ? end + 2 : end;
  if (plainAt(text, at) === 0x2d) return hyphenatedMonth(text, at + 1, day);
  if (plainAt(text, at) !== 0x20) return undefined;
  // 30th of November
  const of = suffix && latinWord(text, at + 1).word === 'of' && plainAt(text, at + 3) === 0x20;
  const word = latinWord(text, of ? at + 4 : at + 1);
  const month = months().get(word.word);
  if (month === undefined) return undefined;
  const year = yearBehind(text, word.end);
  // iPhone 17 may launch
  if (word.word === 'may' && year === undefined && !suffix && !isDayBefore(text, end)) return undefined;
  return year === undefined
    ? dated(word.end, Number.NaN, month, day)
    : dated(year.end, year.value, month, day);
}

/** Words behind which a day stands. */
const DATING: ReadonlySet<string> = new Set([
  'on',
  'by',
  'until',
  'till',
  'since',
  'from',
  'before',
  'after',
]);

/** Whether a word of {@link DATING} stands before the day that ends there. */
function isDayBefore(text: UnitText, end: number): boolean {
  let start = end;
  while (isDigitUnit(plainAt(text, start - 1))) start--;
  let word = start - 1;
  if (plainAt(text, word) !== 0x20) return false;
  while (isLetterUnit(plainAt(text, word - 1))) word--;
  return DATING.has(latinWord(text, word).word);
}

/** 12-Nov-2025 and 12-Nov-25: behind the day and a hyphen. */
function hyphenatedMonth(text: UnitText, at: number, day: number): NumberMatch | undefined {
  const { word, end } = latinWord(text, at);
  const month = months().get(word);
  if (month === undefined || plainAt(text, end) !== 0x2d) return undefined;
  const stop = digitsEnd(text, end + 1, 4);
  const digits = stop - end - 1;
  if ((digits !== 2 && digits !== 4) || isLatinOrDigit(plainAt(text, stop))) return undefined;
  const year = numberOf(text, end + 1, stop);
  return dated(stop, digits === 2 ? 2000 + year : year, month, day);
}

/** FY2026 or FY26 at a place. */
function fiscalYear(
  text: UnitText,
  at: number,
): { readonly end: number; readonly value: number } | undefined {
  if (plainAt(text, at) !== 0x66 || plainAt(text, at + 1) !== 0x79) return undefined;
  const end = digitsEnd(text, at + 2, 4);
  const digits = end - at - 2;
  if (digits !== 2 && digits !== 4) return undefined;
  // FY26Q2
  if (isLetterUnit(plainAt(text, end)) && readQuarter(text, end) === undefined) return undefined;
  const value = numberOf(text, at + 2, end) + (digits === 2 ? 2000 : 0);
  return value >= 1950 && value < 2100 ? { end, value } : undefined;
}

/** ` 2025`, `, 2025`, ` FY25` or `'25`. */
function yearBehind(
  text: UnitText,
  at: number,
): { readonly end: number; readonly value: number } | undefined {
  if (isOneOf(text, at, "'’‘")) {
    const end = digitsEnd(text, at + 1, 2);
    return end - at === 3 && !isLetterUnit(plainAt(text, end))
      ? { end, value: 2000 + numberOf(text, at + 1, end) }
      : undefined;
  }
  const comma = plainAt(text, at) === 0x2c ? at + 1 : at;
  if (plainAt(text, comma) !== 0x20) return undefined;
  const fiscal = fiscalYear(text, comma + 1);
  if (fiscal !== undefined) return fiscal;
  const end = digitsEnd(text, comma + 1, 4);
  if (end - comma !== 5 || isLetterUnit(plainAt(text, end))) return undefined;
  const value = numberOf(text, comma + 1, end);
  return value >= 1900 && value < 2100 ? { end, value } : undefined;
}

/** A date that begins with a letter at `at`: Q3 2026, H1, FY26, Nov 28, 2025, November 2025. */
export function readLatinDate(text: UnitText, at: number): NumberMatch | undefined {
  const unit = plainAt(text, at);
  if (unit === text.charCodeAt(at) || dateStarts()[unit] === 0) return undefined;
  if (unit === 0x71 || unit === 0x68) {
    const quarter = readQuarter(text, at);
    if (quarter === undefined) return undefined;
    const year = yearBehind(text, quarter.end);
    if (year !== undefined) return quarterOf(year.end, year.value, quarter.name);
    return unit === 0x71 ? quarterOf(quarter.end, Number.NaN, quarter.name) : undefined;
  }
  const fiscal = fiscalYear(text, at);
  if (fiscal !== undefined) {
    const quarter = readQuarter(text, skipSpace(text, fiscal.end));
    return quarter === undefined
      ? dated(fiscal.end, fiscal.value)
      : quarterOf(quarter.end, fiscal.value, quarter.name);
  }
  const word = latinWord(text, at);
  const month = months().get(word.word);
  if (month === undefined) return undefined;
  const dot = plainAt(text, word.end) === 0x2e && word.word.length <= 4 ? word.end + 1 : word.end;
  if (plainAt(text, dot) !== 0x20) return undefined;
  const dayEnd = digitsEnd(text, dot + 1, 2);
  if (dayEnd > 0) {
    const day = numberOf(text, dot + 1, dayEnd);
    const suffix = latinWord(text, dayEnd);
    if (!isDay(day)) return undefined;
    const stop = ORDINALS.has(suffix.word) ? suffix.end : dayEnd;
    if (isLetterUnit(plainAt(text, stop)) || plainAt(text, stop) === 0x25) return undefined;
    const year = yearBehind(text, stop);
    return year === undefined ? dated(stop, Number.NaN, month, day) : dated(year.end, year.value, month, day);
  }
  const year = yearBehind(text, dot);
  return year === undefined ? undefined : dated(year.end, year.value, month);
}
