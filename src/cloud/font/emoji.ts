/** No emoji that stands for itself has a lower code point; letters and digits need not be looked up. */
const firstEmoji = 0x231a;

/** Between these, which are most of the characters of Chinese, none stands for itself either. */
const lastOfPlane = 0x2b55;
const firstBeyond = 0x1f004;

/** Asks that the character before it is shown as an emoji. */
export const EMOJI_SELECTOR = 0xfe0f;
const JOINER = 0x200d;
const KEYCAP = 0x20e3;

const presentation = /\p{Emoji_Presentation}/u;

const isRegional = (codePoint: number) => codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;
const isModifier = (codePoint: number) => codePoint >= 0x1f3fb && codePoint <= 0x1f3ff;
const isTag = (codePoint: number) => codePoint >= 0xe0020 && codePoint <= 0xe007f;

/** Whether the character is shown as an emoji: by itself, or because a selector or a keycap follows. */
export function isEmojiAt(text: string, codePoint: number, end: number): boolean {
  if (codePoint < 0x23) return false;
  const next = text.charCodeAt(end);
  if (next === EMOJI_SELECTOR || (next === KEYCAP && codePoint < 0x3a)) return true;
  if (codePoint < firstEmoji || (codePoint > lastOfPlane && codePoint < firstBeyond)) return false;
  return isRegional(codePoint) || presentation.test(String.fromCodePoint(codePoint));
}

/**
 * Where the emoji that starts at `start` ends: with its selector, skin tone, keycap, tags, all that joiners add, and for
 * flags the second letter.
 * @see Unicode Technical Standard 51, "Unicode Emoji", 1.4.9: emoji sequences
 */
export function sequenceEnd(text: string, start: number): number {
  const at = (index: number) => text.codePointAt(index) ?? 0;
  const size = (codePoint: number) => (codePoint > 0xffff ? 2 : 1);
  const first = at(start);
  let end = start + size(first);
  if (isRegional(first)) return isRegional(at(end)) ? end + 2 : end;
  for (;;) {
    if (at(end) === EMOJI_SELECTOR) end++;
    if (at(end) === KEYCAP) end++;
    if (isModifier(at(end))) end += 2;
    while (isTag(at(end))) end += 2;
    const joined = at(end + 1);
    // Whatever is joined is itself an emoji: letters and punctuation are below.
    if (at(end) !== JOINER || joined < 0x2190) return end;
    end += 1 + size(joined);
  }
}
