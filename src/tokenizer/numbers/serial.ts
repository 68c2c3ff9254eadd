import { isDigitUnit, isLatinOrDigit } from '../../text/unit-kinds.js';
import { isOneOf, plainAt, type UnitText } from '../../text/unit-text.js';

/** Digits that a number in three groups or more has at least; fewer are a score or a formation, such as 4-3-3. */
const LEAST_DIGITS = 7;
/** Most digits of a group. */
const LONGEST_GROUP = 12;

/**
 * End of a number in groups that tell no amount: telephones (138-1234-5678, 010-12345678, 1-800-555-0199), books and orders.
 *
 * @param end  where the first group ends; it is returned if there is no such number.
 */
export function serialEnd(text: UnitText, start: number, end: number): number {
  let groups = 1;
  let digits = end - start;
  let stop = end;
  let last = 0;
  while (plainAt(text, stop) === 0x2d && isDigitUnit(plainAt(text, stop + 1))) {
    const from = stop + 1;
    stop = from + 1;
    while (stop - from <= LONGEST_GROUP && isDigitUnit(plainAt(text, stop))) stop++;
    last = stop - from;
    if (last > LONGEST_GROUP) return end;
    digits += last;
    groups++;
  }
  if (groups === 1) return end;
  const next = plainAt(text, stop);
  if (isLatinOrDigit(next) || next === 0x25 || isOneOf(text, stop, '元块百千万亿')) return end;
  // An area code begins with 0.
  const hasArea =
    groups === 2 &&
    plainAt(text, start) === 0x30 &&
    end - start > 2 &&
    end - start < 5 &&
    (last === 7 || last === 8);
  return hasArea || (groups > 2 && digits >= LEAST_DIGITS) ? stop : end;
}
