/** What UTF-16 units are. Letters and digits of full width, and capitals where it says so, are folded first: ./fold.ts. */

export function isDigitUnit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** True for a small Latin letter. */
export function isLetterUnit(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

/** True for what a Latin word is made of after folding. */
export function isLatinOrDigit(unit: number): boolean {
  return isLetterUnit(unit) || isDigitUnit(unit);
}

/** True for Latin, Greek and Cyrillic letters and digits after folding: what a word in those scripts is made of. */
export function isWordUnit(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0xc0 && unit <= 0x2af && unit !== 0xd7 && unit !== 0xf7) ||
    (unit >= 0x370 && unit <= 0x52f) ||
    (unit >= 0x1e00 && unit <= 0x1eff)
  );
}

/** True for letters of Greek, Cyrillic, Armenian, Hebrew, Arabic and Georgian, which part words by spaces. */
export function isAlphabetic(unit: number): boolean {
  return (
    (unit >= 0x370 && unit <= 0x587 && unit !== 0x37e && unit !== 0x387) ||
    (unit >= 0x5d0 && unit <= 0x5ea) ||
    (unit >= 0x620 && unit <= 0x64a) ||
    (unit >= 0x66e && unit <= 0x6d3) ||
    (unit >= 0x10a0 && unit <= 0x10ff) ||
    (unit >= 0x1f00 && unit <= 0x1fff)
  );
}

/** Han of the basic block alone: nearly all there is in posts, and two comparisons in loops that count. */
export function isBasicHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** Han of the basic block, extension A and the compatibility block, and the numeral 〇. jieba's blocks have fewer: ../lexicon/han.ts. */
export function isHanUnit(unit: number): boolean {
  return (
    isBasicHan(unit) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    unit === 0x3007
  );
}
