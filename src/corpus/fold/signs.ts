import { currency, digit, dropped, flagNumber, han, kindMask, latin } from './unit-tables.js';

/** Signs as tables of units fold them. */
const plus = 0x2b;
const minus = 0x2d;
const less = 0x3c;
const equal = 0x3d;
const more = 0x3e;
const tag = 0x23;
const plusMinus = 0xb1;
const up = 0x2191;
const down = 0x2193;
const atMost = 0x2264;
const atLeast = 0x2265;
/** Shows the sign before it as an emoji. */
const selector = 0xfe0f;
const YUAN = 0x5143;
/** Of what is written, units in which the amount is looked for that a range begins with. */
const LONGEST = 4;

export function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0x3000 || unit === 0xa0;
}

export function isDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
}

/** Whether a number before it is an amount, and not part of a name: % ° ‰ ℃ ℉ 万 亿 元 度. */
function isMeasure(code: number): boolean {
  switch (code) {
    case 0x25:
    case 0xb0:
    case 0x2030:
    case 0x2103:
    case 0x2109:
    case 0x4e07:
    case 0x4ebf:
    case YUAN:
    case 0x5ea6:
      return true;
    default:
      return false;
  }
}

/** Where the number begins that a sign stands before, at most two units behind it, or a currency; `at` if there is none. */
function numberBehind(units: Uint16Array, kinds: Uint8Array, at: number): number {
  let start = at + 1;
  while (start <= at + 2 && (isSpace(units[start]) || units[start] === selector)) start++;
  if ((kinds[units[start]] & kindMask) === currency) start++;
  return isDigit(units[start]) ? start : at;
}

/** Whether the number that begins here is measured in something, 3.2亿, 5 ℃, $20, 20美元; `orParted` if it has a point as well. */
function isAmount(
  units: Uint16Array,
  kinds: Uint8Array,
  folded: Uint16Array,
  start: number,
  orParted: boolean,
): boolean {
  if ((kinds[units[start - 1]] & kindMask) === currency) return true;
  let end = start;
  let isParted = false;
  for (; ; end++) {
    if (isDigit(units[end])) continue;
    const code = folded[units[end]];
    if ((code !== 0x2e && code !== 0x2c) || !isDigit(units[end + 1])) break;
    isParted = true;
  }
  if (isSpace(units[end])) end++;
  return (orParted && isParted) || isMeasure(folded[units[end]]) || folded[units[end + 1]] === YUAN;
}

/** Whether `units[offset, written)`, in normal form, ends in an amount: a hyphen behind it is that of a range. */
function endsInAmount(units: Uint16Array, kinds: Uint8Array, offset: number, written: number): boolean {
  let last = written - 1;
  if ((kinds[units[last]] & flagNumber) !== 0) return true;
  const least = Math.max(offset, written - LONGEST);
  while (last > least && isMeasure(units[last])) last--;
  return last < written - 1 && (kinds[units[last]] & flagNumber) !== 0;
}

/**
 * Whether a sign belongs to the number behind it: -5, ≥95%, ▲ 3.5%. A hyphen or a plus right behind Han does if that is an amount,
 * 降至-5℃, and no end of a range; 歼-20 is a name.
 *
 * @param at  where it stands; @param code  how the tables fold it.
 * @param previous  the kind of the unit before it.
 * @param offset  where the normal form of the text begins that goes up to `written`.
 */
export function signsNumber(
  units: Uint16Array,
  kinds: Uint8Array,
  folded: Uint16Array,
  at: number,
  code: number,
  previous: number,
  offset: number,
  written: number,
): boolean {
  switch (code) {
    case plus:
    case minus: {
      const number = numberBehind(units, kinds, at);
      if (number === at || isSpace(units[at + 1])) return false;
      if (previous === dropped || previous === currency) return true;
      return (
        previous === han &&
        isAmount(units, kinds, folded, number, false) &&
        !endsInAmount(units, kinds, offset, written)
      );
    }
    case plusMinus:
    case atMost:
    case atLeast:
      return numberBehind(units, kinds, at) > at;
    case more:
      // An arrow.
      if (previous === dropped && at > offset && (units[at - 1] === minus || units[at - 1] === equal))
        return false;
      return isAmountBehind(units, kinds, folded, at);
    case less:
    case up:
    case down:
      return isAmountBehind(units, kinds, folded, at);
    default:
      return false;
  }
}

function isAmountBehind(units: Uint16Array, kinds: Uint8Array, folded: Uint16Array, at: number): boolean {
  const number = numberBehind(units, kinds, at);
  return number > at && isAmount(units, kinds, folded, number, true);
}

/**
 * Whether a sign belongs to the name or number before it: Pro+, C++, C#, 100+, AA-. What stands between two of them joins them.
 *
 * The parameters are those of {@link signsNumber}.
 */
export function signsName(
  units: Uint16Array,
  kinds: Uint8Array,
  at: number,
  code: number,
  previous: number,
  offset: number,
  written: number,
): boolean {
  if (previous === dropped) return false;
  const next = kinds[units[at + 1]] & kindMask;
  if (next === latin || next === digit) return false;
  const last = units[written - 1];
  const before = written - offset > 1 ? units[written - 2] : 0;
  switch (code) {
    case plus:
      return (
        previous === latin || previous === digit || (previous === han && (kinds[last] & flagNumber) !== 0)
      );
    case minus:
      // Ratings: AA-, and A- behind Han.
      if (previous !== latin || next !== dropped || units[at + 1] === minus || last > 0x63) return false;
      return before === last || (kinds[before] & kindMask) === han;
    case tag:
      // C# and F#; behind other letters it mostly begins a tag.
      if (previous !== latin || (last !== 0x63 && last !== 0x66)) return false;
      return next === dropped || (kinds[before] & kindMask) !== latin;
    default:
      return false;
  }
}
