import { isDigitUnit, isLetterUnit } from '../../lexicon/term-key.js';
import { plainUnit } from '../../text/fold.js';
import { unitTable } from '../../text/unit-table.js';
import { isNameUnit } from './tags.js';

/** Classes of UTF-16 units by which social text is cut: what may begin where. */

/** 0 is a mark. */
export const SPACE = 1;
export const HAN = 2;
export const LATIN = 3;
export const DIGIT = 4;
/** Letters of other scripts. */
export const LETTER = 5;

/** Class of each unit, which decides what may begin there. */
export const classOf: Uint8Array = unitTable();
function classify(from: number, to: number): void {
  for (let unit = from; unit < to; unit++) {
    const folded = plainUnit(unit);
    if (isLetterUnit(folded)) classOf[unit] = LATIN;
    else if (isDigitUnit(folded)) classOf[unit] = DIGIT;
    else if (isNameUnit(unit) && unit !== 0x5f) classOf[unit] = LETTER;
  }
}
// Stretches of one class are filled in, since all of this is done at import; Han last, for it is a letter as well.
classify(0, 0x250);
classOf.fill(LETTER, 0x250, 0x530);
classOf.fill(LETTER, 0x5d0, 0x2000);
classify(0x3041, 0x3100);
classOf.fill(LETTER, 0x3400, 0xa000);
classOf.fill(LETTER, 0xac00, 0xd7a4);
classOf.fill(LETTER, 0xf900, 0xfb00);
classify(0xff00, 0x10000);
classOf.fill(HAN, 0x4e00, 0x9fd6);
for (const unit of [
  0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000,
]) {
  classOf[unit] = SPACE;
}
classOf.fill(SPACE, 0x2000, 0x200b);
