import { isDigitUnit, isLetterUnit } from '../../text/unit-kinds.js';
import { plainAt, plainSlice } from '../../text/units.js';

/** Digits of one number that are read as a value; a longer run is no number of a post. */
export const MAX_DIGITS = 40;

/** End of a run of digits, or of one in groups of three with commas, with decimals. */
export function numeralEnd(text: string, at: number): number {
  let end = at;
  while (isDigitUnit(plainAt(text, end))) end++;
  if (end - at <= 3) {
    // The comma of Chinese parts two numbers, unless these are as wide.
    while (
      plainAt(text, end) === 0x2c &&
      (text.charCodeAt(end) === 0x2c || text.charCodeAt(end - 1) !== plainAt(text, end - 1)) &&
      isDigitUnit(plainAt(text, end + 1)) &&
      isDigitUnit(plainAt(text, end + 2)) &&
      isDigitUnit(plainAt(text, end + 3)) &&
      !isDigitUnit(plainAt(text, end + 4))
    ) {
      end += 4;
    }
  }
  if (plainAt(text, end) === 0x2e && isDigitUnit(plainAt(text, end + 1))) {
    end++;
    while (isDigitUnit(plainAt(text, end))) end++;
  }
  return plainAt(text, end) === 0x65 ? exponentEnd(text, end) : end;
}

/** End of e-5 or e23 behind a numeral; `at` if there is none. */
function exponentEnd(text: string, at: number): number {
  const sign = plainAt(text, at + 1);
  const start = sign === 0x2d || sign === 0x2b ? at + 2 : at + 1;
  let end = start;
  while (end - start < 3 && isDigitUnit(plainAt(text, end))) end++;
  const next = plainAt(text, end);
  return end === start || isDigitUnit(next) || isLetterUnit(next) ? at : end;
}

export function numeralValue(text: string, start: number, end: number): number {
  let digits = '';
  let whole = 0;
  for (let at = start; at < end; at++) {
    const unit = plainAt(text, at);
    // Up to fifteen digits are exact; more, decimals and exponents are read as the language reads them.
    if (end - start > 15 || unit === 0x2e || unit === 0x65)
      digits = plainSlice(text, start, end).replace(/,/gu, '');
    if (digits !== '') return Number(digits);
    if (unit !== 0x2c) whole = whole * 10 + unit - 0x30;
  }
  return whole;
}
