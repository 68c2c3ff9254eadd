import { isDigitUnit } from '../../text/unit-kinds.js';
import { plainAt, type UnitText } from '../../text/unit-text.js';

/** End of at most `most` digits at `at`; -1 if there is none or one more. */
export function digitsEnd(text: UnitText, at: number, most: number): number {
  let end = at;
  while (end - at <= most && isDigitUnit(plainAt(text, end))) end++;
  return end === at || end - at > most ? -1 : end;
}

/** What text[start, end), which is digits, counts. */
export function numberOf(text: UnitText, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + plainAt(text, at) - 0x30;
  return value;
}
