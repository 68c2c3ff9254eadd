import { HAN_FIRST, HAN_LAST } from '../../lexicon/han.js';
import { plainUnit } from '../../text/fold.js';
import { isDigitUnit, isLetterUnit } from '../../text/unit-kinds.js';
import { unitTable } from '../../text/unit-table.js';

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
classify(0, 0x2b0);
classOf.fill(LETTER, 0x2b0, 0x530);
classOf.fill(LETTER, 0x5d0, 0x2000);
classify(0x1d00, 0x1d23);
classify(0x1e00, 0x1f00);
classify(0x3041, 0x3100);
classOf.fill(LETTER, 0x3400, 0xa000);
classOf.fill(LETTER, 0xac00, 0xd7a4);
classOf.fill(LETTER, 0xf900, 0xfb00);
classify(0xff00, 0x10000);
classOf.fill(HAN, HAN_FIRST, HAN_LAST + 1);
for (const unit of [
  0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000,
]) {
  classOf[unit] = SPACE;
}
classOf.fill(SPACE, 0x2000, 0x200b);

/** White that people type, and controls: what ends a mention and stands beside no mark of a hashtag. */
export function isWhite(unit: number): boolean {
  return unit <= 0x20 || unit === 0x3000 || unit === 0xa0;
}

/** Letters of any script, digits and the underscore: what a hashtag or a name is made of. */
export function isNameUnit(unit: number): boolean {
  if (unit < 128) {
    return isLetterUnit(unit | 0x20) || isDigitUnit(unit) || unit === 0x5f;
  }
  return (
    (unit >= 0xc0 && unit <= 0x52f && unit !== 0xd7 && unit !== 0xf7) ||
    (unit >= 0x5d0 && unit <= 0x1fff) ||
    (unit >= 0x3041 && unit <= 0x30ff && unit !== 0x30fb) ||
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0xac00 && unit <= 0xd7a3) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xff10 &&
      unit <= 0xff5a &&
      !(unit > 0xff19 && unit < 0xff21) &&
      !(unit > 0xff3a && unit < 0xff41))
  );
}
