import type { Clause } from './clauses.js';
import type { EventArgument, EventType } from './event.js';
import type { Unit } from './unit.js';
import { dayOfWeek, shifted, type Tense } from './weekdays.js';

/** How many days from that of the post. */
const days = new Map([
  ['今日', 0],
  ['今天', 0],
  ['今晚', 0],
  ['今早', 0],
  ['今晨', 0],
  ['今夜', 0],
  ['今天上午', 0],
  ['今天下午', 0],
  ['今天晚上', 0],
  ['today', 0],
  ['昨日', -1],
  ['昨天', -1],
  ['昨晚', -1],
  ['昨夜', -1],
  ['昨天上午', -1],
  ['昨天下午', -1],
  ['昨天晚上', -1],
  ['yesterday', -1],
  ['前天', -2],
  ['前日', -2],
  ['大前天', -3],
  ['明日', 1],
  ['明天', 1],
  ['明晚', 1],
  ['tomorrow', 1],
  ['tonight', 0],
  ['后天', 2],
]);

/** True of 昨日 and its like. */
export function isDayWord({ lower }: Unit): boolean {
  return days.has(lower);
}

/** Whether a text is a day of the calendar, `2025-11-28`. */
export function isDay(day: string): boolean {
  return /^\d{4}-\d\d-\d\d$/u.test(day) && !Number.isNaN(Date.parse(day)) && shifted(day, 0) === day;
}

/** True of a date after the day of the post, by half a year at most: 5 月 3 日上线 of a post of 2 May is a plan. */
export function isAhead(date: string | undefined, postDay: string | undefined): boolean {
  if (date === undefined || postDay === undefined || !/^\d{4}-\d\d/u.test(date)) return false;
  const { length } = date;
  return date > postDay.slice(0, length) && date <= shifted(postDay, halfYear).slice(0, length);
}

function isSpan(date: string): boolean {
  return /-[QH]\d$/u.test(date);
}

/** Months from that of the post. */
const monthWords = new Map([
  ['上月', -1],
  ['上个月', -1],
  ['本月', 0],
  ['这个月', 0],
  ['下月', 1],
  ['下个月', 1],
  ['次月', 1],
]);

/** The month that is said before a day: 上月, also in two words. */
function saidMonth(units: readonly Unit[], at: number): number | undefined {
  const before = units[at - 1]?.text ?? '';
  return monthWords.get(before) ?? monthWords.get((units[at - 2]?.text ?? '') + before);
}

/** Years from that of the post. */
const years = new Map([
  ['前年', -2],
  ['去年', -1],
  ['今年', 0],
  ['明年', 1],
  ['后年', 2],
]);

/** Half a year: what is further ahead, or behind of a plan, is of another year. */
const halfYear = 183;
const halfMonth = 15;

/**
 * The year of a date that has none: 明年 Q1 is the next one's, a quarter that is not over and no plan the last one's, and
 * so is a day that is ahead of what is done, or by more than half a year.
 */
function yearOf({ units }: Clause, at: number, date: string, postDay: string, tense: Tense): number {
  const year = Number(postDay.slice(0, 4));
  const said =
    years.get(units[at - 1]?.text ?? '') ??
    (units[at - 1]?.text === '的' ? years.get(units[at - 2]?.text ?? '') : undefined);
  if (said !== undefined) return year + said;
  if (!isSpan(date)) return year + yearsTo(`${year}-${date.slice(2)}`, postDay, tense);
  if (tense.isPlanned) return year;
  const months = date.charAt(2) === 'Q' ? 3 : 6;
  const begins = (Number(date.charAt(3)) - 1) * months + 1;
  return begins > Number(postDay.slice(5, 7)) ? year - 1 : year;
}

/** Years from that of the post to that of a day or month, given as it would be in the post's. */
function yearsTo(date: string, postDay: string, { isDone, isPlanned }: Tense): number {
  const { length } = date;
  if (isPlanned) return date < shifted(postDay, -halfYear).slice(0, length) ? 1 : 0;
  // Days of two zones are one apart.
  const latest = shifted(postDay, isDone ? 1 : halfYear);
  return date > latest.slice(0, length) ? -1 : 0;
}

/**
 * The day of a date that has no month, `---10`: of the month that is said, else of the post's, of the one before where it is
 * not over, of the next where it is to come.
 */
function dayOfMonth(
  date: string,
  postDay: string,
  said: number | undefined,
  { isDone, isPlanned }: Tense,
): string {
  const months = (by: number): string => {
    const month = new Date(`${postDay.slice(0, 7)}-01`);
    month.setUTCMonth(month.getUTCMonth() + by);
    return `${month.toISOString().slice(0, 7)}${date.slice(2)}`;
  };
  if (said !== undefined) return months(said);
  const here = months(0);
  const latest = shifted(postDay, isDone ? 1 : halfMonth);
  return isPlanned ? months(here < postDay ? 1 : 0) : months(here > latest ? -1 : 0);
}

function isGlued(before: Unit | undefined, unit: Unit): boolean {
  return (
    before?.end === unit.start && /[\u3400-\u9fff]$/u.test(before.text) && !/[年于在第的]$/u.test(before.text)
  );
}

/** 2020 results, laptops for 2021, Office 2010: a year that says which one. */
function isYearOfThing(units: readonly Unit[], at: number, type: EventType): boolean {
  if (type === 'stock_move' || type === 'coin_move') return true;
  const before = units[at - 1];
  if (before?.lower === 'for' || (/^[A-Z][A-Za-z]*$/u.test(before?.text ?? '') && !before?.cues.has('prep')))
    return true;
  return /^(?:results?|earnings|guidance|outlook|forecasts?|sales|revenues?|profits?|targets?|budget|models?|edition|version|season)$/u.test(
    units[at + 1]?.lower ?? '',
  );
}

/** A stretch of the text, half-open. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const everywhere: Span = { from: 0, to: Infinity };

/**
 * The date that a clause gives, as ISO 8601 as far as it is known. Without the day of the post a date
 * without a year stays without one. What stands outside the span dates another deed.
 */
export function dateOf(
  clause: Clause,
  { from, to }: Span,
  postDay: string | undefined,
  type: EventType,
  object: EventArgument | undefined,
  tense: Tense,
): string | undefined {
  let weekday: string | undefined;
  for (const [at, unit] of clause.units.entries()) {
    if (unit.start < from || unit.start >= to) continue;
    const quantity = unit.entity?.quantity;
    // 发布 10 月房价: when it was, and not when it was told.
    if (object !== undefined && unit.start >= object.start && unit.end <= object.end) continue;
    // v2026.3.12 and 2026.3.8 版 are versions.
    if (/^\d+\.\d+\.\d+$/u.test(unit.text)) {
      const before = clause.units[at - 1];
      if (/^版本?$/u.test(clause.units[at + 1]?.text ?? '')) continue;
      if (before?.end === unit.start && /v$/iu.test(before.text)) continue;
    }
    // 启元Q1 is a robot.
    if (/^[QH]\d$/iu.test(unit.text) && isGlued(clause.units[at - 1], unit)) continue;
    if (quantity?.type === 'date' && quantity.date !== undefined) {
      if (/^\d{4}$/u.test(unit.text) && isYearOfThing(clause.units, at, type)) continue;
      // Shares jump as Q4 earnings beat: the quarter that is told of, and not when they jump.
      if (isSpan(quantity.date) && (type === 'stock_move' || type === 'coin_move')) continue;
      if (quantity.date.startsWith('---') && postDay !== undefined) {
        const day = dayOfMonth(quantity.date, postDay, saidMonth(clause.units, at), tense);
        if (!isDay(day)) continue;
        return day;
      }
      if (quantity.date.startsWith('--') && postDay !== undefined) {
        const date = `${yearOf(clause, at, quantity.date, postDay, tense)}-${quantity.date.slice(2)}`;
        // 2月29日 of a common year.
        if (date.length === 10 && !isDay(date)) continue;
        return date;
      }
      return quantity.date;
    }
    const shift = days.get(unit.lower);
    if (postDay === undefined) continue;
    if (shift !== undefined) {
      const day = shifted(postDay, shift);
      return isDay(day) ? day : undefined;
    }
    weekday ??= dayOfWeek(clause.units, at, postDay, tense);
  }
  return weekday;
}
