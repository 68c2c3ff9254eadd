/** Emoji of the basic plane: 1 for those drawn as pictures by themselves, 2 for those that need U+FE0F. */
const basicEmoji = new Uint8Array(65536);
for (let unit = 0xa9; unit < 0x3300; unit++) {
  const character = String.fromCharCode(unit);
  if (/\p{Emoji_Presentation}/u.test(character)) basicEmoji[unit] = 1;
  else if (/\p{Extended_Pictographic}/u.test(character))
    basicEmoji[unit] = unit >= 0x2600 && unit < 0x27c0 ? 1 : 2;
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
  const unit = text.charCodeAt(at);
  let end = at;
  if (unit >= 0xd83c && unit <= 0xd83e) {
    if (!isAstralEmoji(codePointAt(text, at))) return at;
    end = at + 2;
  } else {
    const basic = basicEmoji[unit] ?? 0;
    if (basic === 0 || (basic === 2 && text.charCodeAt(at + 1) !== VARIATION)) return at;
    end = at + 1;
  }
  if (text.charCodeAt(end) === VARIATION) end++;
  const tone = codePointAt(text, end);
  if (tone >= 0x1f3fb && tone <= 0x1f3ff) end += 2;
  if (text.charCodeAt(end) === KEYCAP) end++;
  // Flags of England, Scotland and Wales are tags behind a black flag.
  while (
    text.charCodeAt(end) === 0xdb40 &&
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
  const unit = text.charCodeAt(at);
  if ((unit >= 0x30 && unit <= 0x39) || unit === 0x23 || unit === 0x2a) {
    const next = text.charCodeAt(at + 1) === VARIATION ? at + 2 : at + 1;
    return text.charCodeAt(next) === KEYCAP ? next + 1 : at;
  }
  const point = codePointAt(text, at);
  if (isRegional(point)) return isRegional(codePointAt(text, at + 2)) ? at + 4 : at + 2;
  let end = pictographEnd(text, at);
  if (end === at) return at;
  while (text.charCodeAt(end) === JOINER) {
    const next = pictographEnd(text, end + 1);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

/** 1 for units with which an emoji other than a keycap may begin. */
export const emojiStarts: Uint8Array = basicEmoji.slice();
for (const unit of [0xd83c, 0xd83d, 0xd83e]) emojiStarts[unit] = 1;
