import { EMOJI_SELECTOR, isEmojiAt, sequenceEnd } from './emoji.js';
import type { CharacterMetrics, Font } from './font.js';
import { type Bounds, emptyBounds } from './outline.js';

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
  /** Characters that no font has, each once, in order of appearance: left out, or drawn without their marks (ő as o). */
  readonly missing: readonly string[];
}

const isMark = /\p{M}/u;

const noneMissing: readonly string[] = [];

/** Joiners, variation selectors and controls have no ink of their own and are no loss when a font lacks them. */
function isInvisible(codePoint: number): boolean {
  if (codePoint < 0xa0) return codePoint < 0x20 || codePoint >= 0x7f;
  return (
    codePoint === 0xad ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x206f) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    codePoint === 0xfeff ||
    (codePoint >= 0xe0000 && codePoint <= 0xe01ef)
  );
}

/** A list of fonts in the order in which they are asked, and the words that were set in them. */
interface Setting {
  readonly text: readonly Font[];
  readonly emoji: readonly Font[];
  readonly runs: Map<string, GlyphRun>;
}

const settings = new WeakMap<readonly Font[], Setting>();

/** So many words are kept for a list of fonts; a process that runs for long must not keep all it ever drew. */
const keptRuns = 10_000;

/** Colour fonts come first for an emoji, last for anything else. */
function settingOf(fonts: readonly Font[]): Setting {
  let setting = settings.get(fonts);
  if (!setting) {
    const colored = fonts.filter((font) => font.isColored);
    const plain = fonts.filter((font) => !font.isColored);
    setting = { text: [...plain, ...colored], emoji: [...colored, ...plain], runs: new Map() };
    settings.set(fonts, setting);
  }
  return setting;
}

/** A word while it is being set. */
class RunBuilder {
  readonly glyphs: RunGlyph[] = [];
  missing: string[] | undefined;
  private xMin = Infinity;
  private yMin = Infinity;
  private xMax = -Infinity;
  private yMax = -Infinity;
  private x = 0;

  add(font: Font, { glyph, advance, bounds }: CharacterMetrics): void {
    if (bounds.xMax > bounds.xMin && bounds.yMax > bounds.yMin) {
      const { x } = this;
      this.glyphs.push({ font, glyph, x });
      if (x + bounds.xMin < this.xMin) this.xMin = x + bounds.xMin;
      if (x + bounds.xMax > this.xMax) this.xMax = x + bounds.xMax;
      if (bounds.yMin < this.yMin) this.yMin = bounds.yMin;
      if (bounds.yMax > this.yMax) this.yMax = bounds.yMax;
    }
    this.x += advance;
  }

  addCharacter(codePoint: number, fonts: readonly Font[]): void {
    if (this.addPlain(codePoint, fonts)) return;
    const character = String.fromCodePoint(codePoint);
    // Rather Erdos than Erds: the letter without its marks, or the letters that a ligature or a bold one stands for.
    for (const part of character.normalize('NFKD')) {
      const base = part.codePointAt(0) ?? 0;
      if (base !== codePoint && !isMark.test(part)) this.addPlain(base, fonts);
    }
    this.missing ??= [];
    if (!this.missing.includes(character)) this.missing.push(character);
  }

  private addPlain(codePoint: number, fonts: readonly Font[]): boolean {
    for (const font of fonts) {
      const metrics = font.character(codePoint);
      if (metrics) {
        this.add(font, metrics);
        return true;
      }
    }
    return false;
  }

  build(): GlyphRun {
    const { glyphs, xMin, yMin, xMax, yMax, x } = this;
    const bounds = glyphs.length > 0 ? { xMin, yMin, xMax, yMax } : emptyBounds;
    return { glyphs, bounds, advance: x, missing: this.missing ?? noneMissing };
  }
}

/** Adds an emoji sequence as the one glyph that a font has for all of it; false if none has. */
function addSequence(run: RunBuilder, sequence: string, fonts: readonly Font[]): boolean {
  const codePoints = [...sequence].map((character) => character.codePointAt(0) ?? 0);
  // Fonts differ in whether the selector is part of their sequences.
  const bare = codePoints.filter((codePoint) => codePoint !== EMOJI_SELECTOR);
  if (bare.length < 2) return false;
  for (const font of fonts) {
    const metrics = font.sequence(codePoints) ?? font.sequence(bare);
    if (metrics) {
      run.add(font, metrics);
      return true;
    }
  }
  return false;
}

/**
 * Sets a word in the first font of the list that has each character, by advances alone: no kerning and no
 * ligatures, which differ from one text engine to the next. Fonts with colour glyphs are for emoji: they come first for
 * those and last for all else. An emoji of several characters (joined people, flags, skin tones, keycaps) is the one glyph that a
 * font has for it, else its parts. Words are kept with the list of fonts.
 */
export function shapeWord(text: string, fonts: readonly Font[]): GlyphRun {
  const setting = settingOf(fonts);
  const known = setting.runs.get(text);
  if (known) return known;
  const run = new RunBuilder();
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at) ?? 0;
    const end = at + (codePoint > 0xffff ? 2 : 1);
    if (isInvisible(codePoint)) at = end;
    else if (!isEmojiAt(text, codePoint, end)) {
      run.addCharacter(codePoint, setting.text);
      at = end;
    } else {
      const last = sequenceEnd(text, at);
      if (last > end && addSequence(run, text.slice(at, last), setting.emoji)) at = last;
      else {
        run.addCharacter(codePoint, setting.emoji);
        at = end;
      }
    }
  }
  const result = run.build();
  if (setting.runs.size >= keptRuns) setting.runs.clear();
  setting.runs.set(text, result);
  return result;
}
