import { isDigitUnit, isHanUnit, isLatinOrDigit, isLetterUnit } from '../../text/unit-kinds.js';
import { isOneOf, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import type { BreaksWord } from '../breaks-word.js';
import { digitsEnd, numberOf } from './digits.js';
import { hanWord } from './han-words.js';
import { latinWord } from './latin.js';
import { serialEnd } from './serial.js';
import { COUNTED } from './unit.js';
import { hanUnits } from './units.js';

/**
 * End of numbers that are one, of which nothing says what it is: 1/3, 24/7, 3:2, 16:9, 3-for-1, 138-1234-5678.
 *
 * @param end  where the first ends; it is returned if there is no second.
 */
export function ratioEnd(text: UnitText, start: number, end: number, breaks: BreaksWord): number {
  switch (plainAt(text, end)) {
    case 0x2f:
      return fractionEnd(text, start, end);
    case 0x2d:
      return isDigitUnit(plainAt(text, end + 1)) ? serialEnd(text, start, end) : splitEnd(text, end);
    case 0x3a:
      return scoreEnd(text, start, end, breaks);
    default:
      return end;
  }
}

/** End of 3:2, 98:97 or 1:1000; `end` if it is none, as in a list whose points have numbers. */
function scoreEnd(text: UnitText, start: number, end: number, breaks: BreaksWord): number {
  if (end - start > 4 || plainAt(text, start - 1) === 0x3a) return end;
  let stop = digitsEnd(text, end + 1, 4);
  if (stop < 0) return end;
  if (plainAt(text, stop) === 0x2e && isDigitUnit(plainAt(text, stop + 1)))
    stop = Math.max(stop, digitsEnd(text, stop + 1, 3));
  const next = plainAt(text, stop);
  if (isLatinOrDigit(next) || next === 0x3a || next === 0x25 || next === 0x2d) return end;
  const last = numberOf(text, end + 1, Math.min(stop, end + 5));
  // 1:2025 begins with a year what it says.
  if (stop - end === 5 && last > 1899 && last < 2100) return end;
  if (!isHanUnit(next)) return stop;
  if (unitAt(text, end) !== 0x3a) return end;
  const counted = isOneOf(text, stop, COUNTED) || isOneOf(text, stop, '年月日号点分十百千万亿');
  return counted || hanWord(text, stop, hanUnits(), breaks) !== undefined ? end : stop;
}

/** End of 3-for-1 or 2-to-1 behind its first number; `end` if it is none. */
function splitEnd(text: UnitText, end: number): number {
  const { word, end: stop } = latinWord(text, end + 1);
  if ((word !== 'for' && word !== 'to') || plainAt(text, stop) !== 0x2d) return end;
  let last = stop + 1;
  while (last - stop < 4 && isDigitUnit(plainAt(text, last))) last++;
  const next = plainAt(text, last);
  return last === stop + 1 || isLatinOrDigit(next) || next === 0x25 ? end : last;
}

/** End of 1/3 or 24/7, of which nothing says what it is; `end` if there is none. */
function fractionEnd(text: UnitText, start: number, end: number): number {
  let stop = end + 1;
  while (stop - end <= 3 && isDigitUnit(plainAt(text, stop))) stop++;
  const next = plainAt(text, stop);
  const alone =
    next !== 0x2f &&
    next !== 0x25 &&
    next !== 0x2e &&
    !isLetterUnit(next) &&
    plainAt(text, start - 1) !== 0x2f;
  return alone && end - start <= 2 && stop - end > 1 && stop - end <= 3 ? stop : end;
}
