import {
  CURRENCY,
  DIGIT,
  DROPPED,
  entryOf,
  foldedOf,
  HAN,
  isDigit,
  isSpace,
  KIND,
  LATIN,
  NUMBER,
  unitAt,
} from './unit-kinds';

/** Signs of numbers and of names, what src/corpus/fold/signs.ts does in JavaScript: its names, its comments. */

const PLUS: i32 = 0x2b;
const MINUS: i32 = 0x2d;
const LESS: i32 = 0x3c;
const EQUAL: i32 = 0x3d;
const MORE: i32 = 0x3e;
const TAG: i32 = 0x23;
const PLUS_MINUS: i32 = 0xb1;
const UP: i32 = 0x2191;
const DOWN: i32 = 0x2193;
const AT_MOST: i32 = 0x2264;
const AT_LEAST: i32 = 0x2265;
const SELECTOR: i32 = 0xfe0f;
const YUAN: i32 = 0x5143;
const LONGEST: usize = 4;

function isMeasure(code: i32): bool {
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

function numberBehind(kinds: usize, at: usize): usize {
  let start = at + 2;
  while (start <= at + 4 && (isSpace(unitAt(start)) || unitAt(start) === SELECTOR)) start += 2;
  if ((entryOf(kinds, unitAt(start)) & KIND) === CURRENCY) start += 2;
  return isDigit(unitAt(start)) ? start : at;
}

function isAmount(kinds: usize, start: usize, orParted: bool): bool {
  if ((entryOf(kinds, unitAt(start - 2)) & KIND) === CURRENCY) return true;
  let end = start;
  let isParted = false;
  for (; ; end += 2) {
    if (isDigit(unitAt(end))) continue;
    const code = foldedOf(kinds, unitAt(end));
    if ((code !== 0x2e && code !== 0x2c) || !isDigit(unitAt(end + 2))) break;
    isParted = true;
  }
  if (isSpace(unitAt(end))) end += 2;
  return (
    (orParted && isParted) ||
    isMeasure(foldedOf(kinds, unitAt(end))) ||
    foldedOf(kinds, unitAt(end + 2)) === YUAN
  );
}

function endsInAmount(kinds: usize, text: usize, written: usize): bool {
  let last = written - 2;
  if ((entryOf(kinds, unitAt(last)) & NUMBER) !== 0) return true;
  const least = written - text > LONGEST << 1 ? written - (LONGEST << 1) : text;
  while (last > least && isMeasure(unitAt(last))) last -= 2;
  return last < written - 2 && (entryOf(kinds, unitAt(last)) & NUMBER) !== 0;
}

function isAmountBehind(kinds: usize, at: usize): bool {
  const number = numberBehind(kinds, at);
  return number > at && isAmount(kinds, number, true);
}

/** @param text  where the normal form of the text begins that goes up to `written`. */
export function signsNumber(
  kinds: usize,
  at: usize,
  code: i32,
  previous: i32,
  text: usize,
  written: usize,
): bool {
  switch (code) {
    case PLUS:
    case MINUS: {
      const number = numberBehind(kinds, at);
      if (number === at || isSpace(unitAt(at + 2))) return false;
      if (previous === DROPPED || previous === CURRENCY) return true;
      return previous === HAN && isAmount(kinds, number, false) && !endsInAmount(kinds, text, written);
    }
    case PLUS_MINUS:
    case AT_MOST:
    case AT_LEAST:
      return numberBehind(kinds, at) > at;
    case MORE:
      if (previous === DROPPED && at > text && (unitAt(at - 2) === MINUS || unitAt(at - 2) === EQUAL))
        return false;
      return isAmountBehind(kinds, at);
    case LESS:
    case UP:
    case DOWN:
      return isAmountBehind(kinds, at);
    default:
      return false;
  }
}

export function signsName(
  kinds: usize,
  at: usize,
  code: i32,
  previous: i32,
  text: usize,
  written: usize,
): bool {
  if (previous === DROPPED) return false;
  const next = entryOf(kinds, unitAt(at + 2)) & KIND;
  if (next === LATIN || next === DIGIT) return false;
  const last = unitAt(written - 2);
  const before = written - text > 2 ? unitAt(written - 4) : 0;
  switch (code) {
    case PLUS:
      return (
        previous === LATIN ||
        previous === DIGIT ||
        (previous === HAN && (entryOf(kinds, last) & NUMBER) !== 0)
      );
    case MINUS:
      if (previous !== LATIN || next !== DROPPED || unitAt(at + 2) === MINUS || last > 0x63) return false;
      return before === last || (entryOf(kinds, before) & KIND) === HAN;
    case TAG:
      if (previous !== LATIN || (last !== 0x63 && last !== 0x66)) return false;
      return next === DROPPED || (entryOf(kinds, before) & KIND) !== LATIN;
    default:
      return false;
  }
}
