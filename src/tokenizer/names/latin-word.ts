import { isCapital } from '../../text/fold.js';
import { isDigitUnit, isLatinOrDigit, isLetterUnit } from '../../text/unit-kinds.js';
import { plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import { classOf, DIGIT, LATIN } from '../social/classes.js';

export { isCapital };

/** End of the Latin letters and digits at `at`, with decimals (Vidi2.5) and an apostrophe inside (don't). */
export function latinWordEnd(text: UnitText, at: number): number {
  const { units, length } = text;
  let end = at;
  for (;;) {
    while (end < length) {
      const unitClass = classOf[units[end] as number];
      if (unitClass !== LATIN && unitClass !== DIGIT) break;
      end++;
    }
    const mark = plainAt(text, end);
    if (mark === 0x2e) {
      if (!isDigitUnit(plainAt(text, end + 1)) || !isDigitUnit(plainAt(text, end - 1))) return end;
    } else if (mark === 0x27) {
      const inside = isLetterUnit(plainAt(text, end + 1)) && isLetterUnit(plainAt(text, end - 1));
      if (!inside || isPossessive(text, end)) return end;
    } else if (mark !== 0x5f || !isLatinOrDigit(plainAt(text, end + 1))) return end;
    end++;
  }
}

function isPossessive(text: UnitText, at: number): boolean {
  return plainAt(text, at + 1) === 0x73 && !isLatinOrDigit(plainAt(text, at + 2));
}

/** Whether a Latin letter or a digit stands there. */
export function isLatinAt(text: UnitText, at: number): boolean {
  const unitClass = classOf[unitAt(text, at)];
  return unitClass === LATIN || unitClass === DIGIT;
}

/** Whether a word is written as part of a name: with a capital, and more than one letter. */
export function isNamePart(text: UnitText, at: number, end: number): boolean {
  return end - at > 1 && end - at <= 24 && isCapital(text.charCodeAt(at));
}

/** Whether the word that ends there has a capital behind its first letter: WebBridge, AI. */
export function hasHump(text: UnitText, end: number): boolean {
  for (let i = end - 1; isLatinAt(text, i - 1); i--) if (isCapital(text.charCodeAt(i))) return true;
  return false;
}

/** Whether a small letter is followed by a capital there: WebBridge. */
export function hasInnerHump(text: UnitText, start: number, end: number): boolean {
  for (let i = start + 1; i + 1 < end && i < start + 24; i++) {
    if (!isCapital(text.charCodeAt(i)) && isCapital(text.charCodeAt(i + 1))) return true;
  }
  return false;
}
