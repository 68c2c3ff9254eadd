import { isDigitUnit } from '../../text/unit-kinds.js';
import { isAt, isOneOf, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import type { BreaksWord } from '../breaks-word.js';
import type { Quantity } from '../token.js';
import { readAmount } from './amount.js';
import { currencyAt, startsCurrency } from './currency.js';
import { datedLike, readDate } from './date.js';
import { readFraction } from './fraction.js';
import { skipSpace } from './latin.js';
import { MAX_DIGITS, numeralEnd, numeralValue } from './numeral.js';
import { ratioEnd } from './ratio.js';
import { readHanNumber } from './read-han-number.js';
import { begin, clean, type NumberMatch } from './reading.js';

/**
 * Reads the number with its sign, magnitude, unit and rate, or the date, that begins at `at` with a digit, a
 * currency mark, a sign or a Chinese qualifier (近, 约, 超, 逾).
 *
 * @param ranged  currency of the number from which a range goes to this one: 2B in $1-2B.
 * @returns undefined if there is none; without `quantity` where it is no amount, as a time of day.
 */
export function readNumber(
  text: UnitText,
  at: number,
  breaks: BreaksWord,
  ranged?: string,
): NumberMatch | undefined {
  let start = at;
  let bound: Quantity['bound'];
  // Most numbers begin with a digit.
  const qualified = !isDigitUnit(unitAt(text, start));
  if (qualified && isOneOf(text, start, '近约約~～≈±')) bound = 'about';
  else if (qualified && isOneOf(text, start, '超逾≥')) bound = 'over';
  else if (qualified && isAt(text, start, '上')) {
    // 上百万, 上千名, and nothing else that goes up.
    const count = readHanNumber(text, at + 1, breaks, 'over');
    return isOneOf(text, at + 1, '百千万亿') && count?.quantity?.value !== undefined ? count : undefined;
  } else if (qualified && isAt(text, start, '≤')) bound = 'under';
  if (bound !== undefined) start = skipSpace(text, start + 1);
  let sign = 1;
  const negative = qualified && isOneOf(text, at, '负負');
  if (negative) {
    sign = -1;
    start++;
  }
  const mark = plainAt(text, start);
  if (mark === 0x2b || mark === 0x2d) {
    if (mark === 0x2d) sign = -1;
    start++;
  }
  const signed = start > at;
  let currency: string | undefined;
  if (!isDigitUnit(plainAt(text, start))) {
    const money = currencyAt(text, start);
    if (money !== undefined) {
      currency = money.currency;
      start = skipSpace(text, money.end);
    }
  }
  const pointed = plainAt(text, start) === 0x2e && isDigitUnit(plainAt(text, start + 1));
  if (!pointed && !isDigitUnit(plainAt(text, start))) {
    return bound === undefined || currency !== undefined
      ? undefined
      : readHanNumber(text, start, breaks, bound);
  }
  if (!signed && currency === undefined) {
    const date = readDate(text, start, breaks);
    if (date !== undefined) return date;
  }
  const end = numeralEnd(text, start);
  // 1.2.3 and 192.168.1.1 are versions and addresses.
  if (end - start > MAX_DIGITS || (plainAt(text, end) === 0x2e && isDigitUnit(plainAt(text, end + 1))))
    return undefined;
  const ratio = signed || currency !== undefined ? end : ratioEnd(text, start, end, breaks);
  if (ratio > end) return { end: ratio };
  const numeral = numeralValue(text, start, end);
  const fraction = readFraction(text, end, numeral, breaks, bound);
  if (fraction !== undefined) return fraction;
  const inMoney =
    ranged === undefined || signed
      ? undefined
      : readAmount(text, at, begin(end, numeral, ranged, bound), breaks);
  const match = inMoney ?? readAmount(text, at, begin(end, sign * numeral, currency, bound), breaks);
  if (negative && !isBelowNought(text, at, match)) return undefined;
  if (match?.quantity === undefined || !isRangeMark(text, match.end)) return match;
  return {
    end: match.end,
    quantity: inRange(text, match.end + 1, numeral, match.quantity, currency, breaks),
  };
}

/** Whether 负 at `at` is the sign of a number: 负5%, 负3.2亿元, but no 负2球, and none owed, as in 身负200万债务. */
function isBelowNought(text: UnitText, at: number, match: NumberMatch | undefined): boolean {
  const quantity = match?.quantity;
  if (match === undefined || quantity === undefined) return false;
  if (quantity.type === 'percent' || quantity.unit === '°C') return true;
  if (quantity.type !== 'money' && quantity.value > -1e4) return false;
  const owed = isAt(text, match.end, '的') ? match.end + 1 : match.end;
  return !isOneOf(text, at - 1, CARRYING) && !isOneOf(text, owed, '债債欠巨外房贷貸');
}

/** Who has a debt or loses, before 负. */
const CARRYING = '身肩自担擔背胜勝平人家';

/** Whether a mark stands there as it does between the first and the last of a range. */
export function isRangeMark(text: UnitText, at: number): boolean {
  return isOneOf(text, at, '-–—~～至到');
}

/**
 * What the first number of a range is: 3 in 3-5倍 and 300 in 300-500万元 have the unit and the magnitude of the second.
 *
 * @param at  where the second begins.
 * @param mark  currency by whose mark the first is told.
 */
function inRange(
  text: UnitText,
  at: number,
  numeral: number,
  first: Quantity,
  mark: string | undefined,
  breaks: BreaksWord,
): Quantity {
  if (first.unit !== undefined || !isDigitUnit(plainAt(text, at))) return first;
  const end = numeralEnd(text, at);
  if (end - at > MAX_DIGITS) return first;
  const date = first.type === 'count' && first.value === numeral ? readDate(text, at, breaks) : undefined;
  if (date !== undefined)
    return first.value < 2200 ? (datedLike(first.value, date.quantity) ?? first) : first;
  const last = numeralValue(text, at, end);
  const second = readAmount(text, at, begin(end, last, mark, undefined), breaks)?.quantity;
  if (second === undefined) return first;
  if (first.type === 'money' ? second.type !== 'count' && second.type !== 'money' : first.type !== 'count')
    return first;
  const plain = first.value === numeral && numeral < last;
  const value = plain ? clean(numeral * (second.value / last)) : first.value;
  if (second.type === 'count' && value === first.value) return first;
  const bound = first.bound === undefined ? {} : { bound: first.bound };
  const currency = first.currency ?? second.currency;
  return {
    ...second,
    value,
    type: first.type === 'money' ? 'money' : second.type,
    ...bound,
    ...(currency ? { currency } : {}),
  };
}

/** An amount of money that begins with letters: US$20, RMB 5. */
export function readLatinMoney(text: UnitText, at: number, breaks: BreaksWord): NumberMatch | undefined {
  if (!startsCurrency(plainAt(text, at))) return undefined;
  // A sign within three letters, or digits right behind three: all other words end here.
  if (plainAt(text, at + 1) !== 0x24 && plainAt(text, at + 2) !== 0x24) {
    const behind = skipSpace(text, at + 3);
    if (!isDigitUnit(plainAt(text, behind))) return undefined;
  }
  const money = currencyAt(text, at);
  if (money === undefined) return undefined;
  const start = skipSpace(text, money.end);
  if (!isDigitUnit(plainAt(text, start))) return undefined;
  return readNumber(text, at, breaks);
}
