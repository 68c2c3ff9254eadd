import { isDigitUnit, isHanUnit, isLetterUnit } from '../lexicon/term-key.js';
import { plainOf } from '../text/fold.js';
import { isNameUnit } from './social.js';

/** Classes of UTF-16 units by which social text is cut: what may begin where. */

/** 0 is a mark. */
export const SPACE = 1;
export const HAN = 2;
export const LATIN = 3;
export const DIGIT = 4;
/** Letters of other scripts. */
export const LETTER = 5;

/** Class of each unit, which decides what may begin there. */
export const classOf = new Uint8Array(65536);
for (let unit = 0; unit < 65536; unit++) {
  const folded = plainOf[unit] as number;
  if (isHanUnit(unit)) classOf[unit] = HAN;
  else if (isLetterUnit(folded)) classOf[unit] = LATIN;
  else if (isDigitUnit(folded)) classOf[unit] = DIGIT;
  else if (isNameUnit(unit) && unit !== 0x5f) classOf[unit] = LETTER;
}
for (const unit of [
  0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000,
]) {
  classOf[unit] = SPACE;
}
classOf.fill(SPACE, 0x2000, 0x200b);
