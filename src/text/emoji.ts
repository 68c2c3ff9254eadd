import { unitTable } from './unit-table.js';
import { type UnitText, unitAt } from './unit-text.js';

/**
 * Emoji of the basic plane: 1 for those drawn as pictures by themselves, 2 for those that need U+FE0F. The properties
 * Emoji_Presentation and Extended_Pictographic of Unicode 17, written out, since engines know different versions of it
 * and asking them for every unit takes longer than all the rest of the import.
 */
const basicEmoji = unitTable();
/** 1 for units with which an emoji other than a keycap may begin. */
export const emojiStarts: Uint8Array = unitTable().fill(1, 0xd83c, 0xd83f);
/** First and last of each run. */
const pictures = [
  0x231a, 0x231b, 0x23e9, 0x23ec, 0x23f0, 0x23f0, 0x23f3, 0x23f3, 0x25fd, 0x25fe, 0x2600, 0x2604, 0x260e,
  0x260e, 0x2611, 0x2611, 0x2614, 0x2615, 0x2618, 0x2618, 0x261d, 0x261d, 0x2620, 0x2620, 0x2622, 0x2623,
  0x2626, 0x2626, 0x262a, 0x262a, 0x262e, 0x262f, 0x2638, 0x263a, 0x2640, 0x2640, 0x2642, 0x2642, 0x2648,
  0x2653, 0x265f, 0x2660, 0x2663, 0x2663, 0x2665, 0x2666, 0x2668, 0x2668, 0x267b, 0x267b, 0x267e, 0x267f,
  0x2692, 0x2697, 0x2699, 0x2699, 0x269b, 0x269c, 0x26a0, 0x26a1, 0x26a7, 0x26a7, 0x26aa, 0x26ab, 0x26b0,
  0x26b1, 0x26bd, 0x26be, 0x26c4, 0x26c5, 0x26c8, 0x26c8, 0x26ce, 0x26cf, 0x26d1, 0x26d1, 0x26d3, 0x26d4,
  0x26e9, 0x26ea, 0x26f0, 0x26f5, 0x26f7, 0x26fa, 0x26fd, 0x26fd, 0x2702, 0x2702, 0x2705, 0x2705, 0x2708,
  0x270d, 0x270f, 0x270f, 0x2712, 0x2712, 0x2714, 0x2714, 0x2716, 0x2716, 0x271d, 0x271d, 0x2721, 0x2721,
  0x2728, 0x2728, 0x2733, 0x2734, 0x2744, 0x2744, 0x2747, 0x2747, 0x274c, 0x274c, 0x274e, 0x274e, 0x2753,
  0x2755, 0x2757, 0x2757, 0x2763, 0x2764, 0x2795, 0x2797, 0x27a1, 0x27a1, 0x27b0, 0x27b0, 0x27bf, 0x27bf,
  0x2b1b, 0x2b1c, 0x2b50, 0x2b50, 0x2b55, 0x2b55,
];
const symbols = [
  0xa9, 0xa9, 0xae, 0xae, 0x203c, 0x203c, 0x2049, 0x2049, 0x2122, 0x2122, 0x2139, 0x2139, 0x2194, 0x2199,
  0x21a9, 0x21aa, 0x2328, 0x2328, 0x23cf, 0x23cf, 0x23ed, 0x23ef, 0x23f1, 0x23f2, 0x23f8, 0x23fa, 0x24c2,
  0x24c2, 0x25aa, 0x25ab, 0x25b6, 0x25b6, 0x25c0, 0x25c0, 0x25fb, 0x25fc, 0x2934, 0x2935, 0x2b05, 0x2b07,
  0x3030, 0x3030, 0x303d, 0x303d, 0x3297, 0x3297, 0x3299, 0x3299,
];
mark(pictures, 1);
mark(symbols, 2);

function mark(runs: readonly number[], kind: number): void {
  for (let i = 0; i < runs.length; i += 2) {
    const last = runs[i + 1] as number;
    for (let unit = runs[i] as number; unit <= last; unit++) {
      basicEmoji[unit] = kind;
      emojiStarts[unit] = 1;
    }
  }
}

const VARIATION = 0xfe0f;
const JOINER = 0x200d;
const KEYCAP = 0x20e3;

function codePointAt(text: UnitText, at: number): number {
  return at < text.length ? (text.codePointAt(at) as number) : 0;
}

function isRegional(point: number): boolean {
  return point >= 0x1f1e6 && point <= 0x1f1ff;
}

function isAstralEmoji(point: number): boolean {
  return (
    (point >= 0x1f300 && point <= 0x1faff) ||
    (point >= 0x1f000 && point <= 0x1f2ff && !(point >= 0x1f1e6 && point <= 0x1f1ff))
  );
}

/** End of one pictograph with its skin tone and variation selector, or `at`. */
function pictographEnd(text: UnitText, at: number): number {
  const unit = unitAt(text, at);
  let end = at;
  if (unit >= 0xd83c && unit <= 0xd83e) {
    if (!isAstralEmoji(codePointAt(text, at))) return at;
    end = at + 2;
  } else {
    const basic = basicEmoji[unit];
    if (basic === 0 || (basic === 2 && unitAt(text, at + 1) !== VARIATION)) return at;
    end = at + 1;
  }
  if (unitAt(text, end) === VARIATION) end++;
  const tone = codePointAt(text, end);
  if (tone >= 0x1f3fb && tone <= 0x1f3ff) end += 2;
  if (unitAt(text, end) === KEYCAP) end++;
  // Flags of England, Scotland and Wales are tags behind a black flag.
  while (
    unitAt(text, end) === 0xdb40 &&
    codePointAt(text, end) >= 0xe0020 &&
    codePointAt(text, end) <= 0xe007f
  ) {
    end += 2;
  }
  return end;
}

/**
 * End of the emoji that begins at `at`: with skin tone, joined sequence (family, profession), flag or keycap as one.
 * `at` itself if there is none.
 * @see Unicode Technical Standard 51, section 1.4.9.
 */
export function emojiEnd(text: UnitText, at: number): number {
  const unit = unitAt(text, at);
  if ((unit >= 0x30 && unit <= 0x39) || unit === 0x23 || unit === 0x2a) {
    const next = unitAt(text, at + 1) === VARIATION ? at + 2 : at + 1;
    return unitAt(text, next) === KEYCAP ? next + 1 : at;
  }
  const point = codePointAt(text, at);
  if (isRegional(point)) return isRegional(codePointAt(text, at + 2)) ? at + 4 : at + 2;
  let end = pictographEnd(text, at);
  if (end === at) return at;
  while (unitAt(text, end) === JOINER) {
    const next = pictographEnd(text, end + 1);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}
