import type { Font } from './font.js';
import type { Bounds } from './outline.js';

/** A glyph of a word; `x` is where its origin stands, in ems from the start of the word. */
export interface RunGlyph {
  readonly font: Font;
  readonly glyph: number;
  readonly x: number;
}

/** A word as glyphs on a baseline, lengths in ems, y upwards. */
export interface GlyphRun {
  readonly glyphs: readonly RunGlyph[];
  /** Smallest box around the ink. */
  readonly bounds: Bounds;
  readonly advance: number;
  /** Characters that no font has, each once, in order of appearance; they are left out of the run. */
  readonly missing: readonly string[];
}

const noneMissing: readonly string[] = [];

/** Joiners, variation selectors and controls have no ink of their own and are no loss when a font lacks them. */
function isInvisible(codePoint: number): boolean {
  return (
    codePoint < 0x20 ||
    (codePoint >= 0x7f && codePoint < 0xa0) ||
    codePoint === 0xad ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x206f) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    codePoint === 0xfeff ||
    (codePoint >= 0xe0000 && codePoint <= 0xe01ef)
  );
}

const emojiPresentation = /\p{Emoji_Presentation}/u;

/** No emoji has a lower code point; letters and digits need not be looked up. */
const firstEmoji = 0x231a;

/** Asks that the character before it is shown as an emoji. */
const emojiSelector = 0xfe0f;

/** The fonts in the order in which they are asked: colour fonts first for an emoji, last for anything else. */
function fontOrder(fonts: readonly Font[]): {
  readonly text: readonly Font[];
  readonly emoji: readonly Font[];
} {
  const colored = fonts.filter((font) => font.isColored);
  if (colored.length === 0) return { text: fonts, emoji: fonts };
  const plain = fonts.filter((font) => !font.isColored);
  return { text: [...plain, ...colored], emoji: [...colored, ...plain] };
}

/**
 * Sets a word in the first font of the list that has each character, by advances alone: no kerning and no
 * ligatures, which differ from one text engine to the next. Fonts with colour glyphs are for emoji: they come first for
 * those and last for all else.
 */
export function shapeWord(text: string, fonts: readonly Font[]): GlyphRun {
  const glyphs: RunGlyph[] = [];
  let missing: string[] | undefined;
  let [xMin, yMin, xMax, yMax] = [Infinity, Infinity, -Infinity, -Infinity];
  let x = 0;
  const order = fontOrder(fonts);
  let end = 0;
  for (const character of text) {
    end += character.length;
    const codePoint = character.codePointAt(0) ?? 0;
    if (isInvisible(codePoint)) continue;
    let found = false;
    const isEmoji =
      codePoint >= firstEmoji &&
      (emojiPresentation.test(character) || text.charCodeAt(end) === emojiSelector);
    for (const font of isEmoji ? order.emoji : order.text) {
      const metrics = font.character(codePoint);
      if (!metrics) continue;
      found = true;
      const { bounds } = metrics;
      if (bounds.xMax > bounds.xMin && bounds.yMax > bounds.yMin) {
        glyphs.push({ font, glyph: metrics.glyph, x });
        xMin = Math.min(xMin, x + bounds.xMin);
        xMax = Math.max(xMax, x + bounds.xMax);
        yMin = Math.min(yMin, bounds.yMin);
        yMax = Math.max(yMax, bounds.yMax);
      }
      x += metrics.advance;
      break;
    }
    if (!found && !missing?.includes(character)) missing = [...(missing ?? []), character];
  }
  const bounds = glyphs.length > 0 ? { xMin, yMin, xMax, yMax } : { xMin: 0, yMin: 0, xMax: 0, yMax: 0 };
  return { glyphs, bounds, advance: x, missing: missing ?? noneMissing };
}
