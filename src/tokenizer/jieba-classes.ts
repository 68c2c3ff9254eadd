import { HAN_FIRST, HAN_LAST } from '../lexicon/han.js';
import { unitTable } from '../text/unit-table.js';

/** Classes of UTF-16 units by which jieba splits a text before it looks at words. */

/** Neither of a word nor white: stands alone. */
export const OTHER = 0;
/** Han: U+4E00 to U+9FD5. */
export const HAN = 1;
/** ASCII letters and digits. */
export const ALPHANUMERIC = 2;
/** `+ # & . _ % -`: part of a block, but no letter. */
const JOINER = 3;
/** What Python's `\s` matches. */
export const WHITE = 4;

/** Class of each UTF-16 unit. */
export const classOf: Uint8Array = unitTable();

classOf.fill(HAN, HAN_FIRST, HAN_LAST + 1);
classOf.fill(ALPHANUMERIC, 0x30, 0x3a);
classOf.fill(ALPHANUMERIC, 0x41, 0x5b);
classOf.fill(ALPHANUMERIC, 0x61, 0x7b);
for (const unit of '+#&._%-') classOf[unit.charCodeAt(0)] = JOINER;
classOf.fill(WHITE, 0x09, 0x0e);
classOf.fill(WHITE, 0x1c, 0x21);
for (const unit of [0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]) classOf[unit] = WHITE;
classOf.fill(WHITE, 0x2000, 0x200b);

/** True for a unit of a block: what jieba's `re_han_default` matches. */
export function inBlock(unitClass: number): boolean {
  return unitClass !== OTHER && unitClass !== WHITE;
}

/** Past the character at `at`: two units of a surrogate pair, else one. */
export function nextCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff || at + 1 >= text.length) return at + 1;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff ? at + 2 : at + 1;
}
