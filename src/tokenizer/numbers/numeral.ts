import { isDigitUnit, isLetterUnit } from '../../text/unit-kinds.js';
import { plainAt, plainSlice, type UnitText } from '../../text/unit-text.js';
import { latinWord, skipSpace } from './latin.js';

/** Digits of one number that are read as a value; a longer run is no number of a post. */
export const MAX_DIGITS = 40;

/** End of a run of digits, or of one in groups of three with commas, with decimals. */
export function numeralEnd(text: UnitText, at: number): number {
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
  const next = plainAt(text, end);
  if (next === 0x2c) return decimalCommaEnd(text, end);
  if (next === 0x5e) return powerEnd(text, at, end);
  return next === 0x65 ? exponentEnd(text, end) : end;
}

/** End of the decimals behind the comma of 1,2 Mrd. Euro; `at` if no such magnitude follows. */
function decimalCommaEnd(text: UnitText, at: number): number {
  let end = at + 1;
  while (end - at < 4 && isDigitUnit(plainAt(text, end))) end++;
  if (end === at + 1 || end - at > 3) return at;
  const { word } = latinWord(text, skipSpace(text, end));
  return word === 'mrd' || word === 'mio' ? end : at;
}

/** End of 10^25, a power of ten; `at` if there is none. */
function powerEnd(text: UnitText, start: number, at: number): number {
  if (at - start !== 2 || plainAt(text, start) !== 0x31 || plainAt(text, start + 1) !== 0x30) return at;
  return exponentEnd(text, at);
}

/** End of e-5, e23 or ^25 behind a numeral; `at` if there is none. */
function exponentEnd(text: UnitText, at: number): number {
  const sign = plainAt(text, at + 1);
  const start = sign === 0x2d || sign === 0x2b ? at + 2 : at + 1;
  let end = start;
  while (end - start < 2 && isDigitUnit(plainAt(text, end))) end++;
  const next = plainAt(text, end);
  return end === start || isDigitUnit(next) || isLetterUnit(next) ? at : end;
}

export function numeralValue(text: UnitText, start: number, end: number): number {
  let whole = 0;
  /** Where the decimals begin; behind the numeral if there are none. */
  let point = end + 1;
  for (let at = start; at < end; at++) {
    const unit = plainAt(text, at);
    // Up to fifteen digits are exact, and so is a power of ten that they are divided by; more, and exponents, are read as the language reads them.
    if (end - start > 15 || unit === 0x65) return Number(plainSlice(text, start, end).replace(/,/gu, ''));
    if (unit === 0x5e) return Number(`1e${plainSlice(text, at + 1, end)}`);
    // Fewer digits than a group behind a comma are decimals.
    if (unit === 0x2c && end - at < 4) return Number(`${whole}.${plainSlice(text, at + 1, end)}`);
    if (unit === 0x2e) point = at + 1;
    else if (unit !== 0x2c) whole = whole * 10 + unit - 0x30;
  }
  return point > end ? whole : whole / (TENS[end - point] as number);
}

/** Powers of ten. */
const TENS = Float64Array.from({ length: 16 }, (_, power) => Number(`1e${power}`));
