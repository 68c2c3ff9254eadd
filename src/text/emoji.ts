import { unitAt } from './units.js';

/**
 * Emoji of the basic plane: 1 for those drawn as pictures by themselves, 2 for those that need U+FE0F. The properties
 * Emoji_Presentation and Extended_Pictographic of Unicode 17, written out, since engines know different versions of it
 * and asking them for every unit takes longer than all the rest of the import.
 */
const basicEmoji = new Uint8Array(65536);
/** 1 for units with which an emoji other than a keycap may begin. */
export const emojiStarts: Uint8Array = new Uint8Array(65536).fill(1, 0xd83c, 0xd83f);
for (const [kind, ranges] of [
  [
    1,
    '231a-231b 23e9-23ec 23f0 23f3 25fd-25fe 2600-2604 260e 2611 2614-2615 2618 261d 2620 2622-2623 2626 262a 262e-262f ' +
      '2638-263a 2640 2642 2648-2653 265f-2660 2663 2665-2666 2668 267b 267e-267f 2692-2697 2699 269b-269c 26a0-26a1 26a7 ' +
      '26aa-26ab 26b0-26b1 26bd-26be 26c4-26c5 26c8 26ce-26cf 26d1 26d3-26d4 26e9-26ea 26f0-26f5 26f7-26fa 26fd 2702 2705 ' +
      '2708-270d 270f 2712 2714 2716 271d 2721 2728 2733-2734 2744 2747 274c 274e 2753-2755 2757 2763-2764 2795-2797 27a1 ' +
      '27b0 27bf 2b1b-2b1c 2b50 2b55',
  ],
  [
    2,
    'a9 ae 203c 2049 2122 2139 2194-2199 21a9-21aa 2328 23cf 23ed-23ef 23f1-23f2 23f8-23fa 24c2 25aa-25ab 25b6 25c0 ' +
      '25fb-25fc 2934-2935 2b05-2b07 3030 303d 3297 3299',
  ],
] as const) {
  for (const range of ranges.split(' ')) {
    const [first, last = first] = range.split('-');
    const from = Number.parseInt(first as string, 16);
    const to = Number.parseInt(last as string, 16) + 1;
    basicEmoji.fill(kind, from, to);
    emojiStarts.fill(1, from, to);
  }
}

const VARIATION = 0xfe0f;
const JOINER = 0x200d;
const KEYCAP = 0x20e3;

function codePointAt(text: string, at: number): number {
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
function pictographEnd(text: string, at: number): number {
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
export function emojiEnd(text: string, at: number): number {
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
