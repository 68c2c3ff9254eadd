import type { Font } from './font/font.js';
import { type GlyphRun, shapeWord } from './font/glyph-run.js';
import { GLYPH_BYTES, WORD_BYTES } from './kernel/text.js';
import { fontRoom, type Kernel } from './kernel.js';
import { KernelFonts } from './kernel-fonts.js';

/** Words in the memory of the kernel. */
interface SetWords {
  /** Address of the first; the others follow. */
  readonly at: number;
  /** By index the words with emoji, colour glyphs or characters that fonts lack. */
  readonly runs: ReadonlyMap<number, GlyphRun>;
}

/** What stays in the memory of a kernel: fonts, and the words that were set first. */
interface Kept {
  fonts: KernelFonts;
  words:
    | { readonly texts: readonly string[]; readonly fonts: readonly Font[]; readonly set: SetWords }
    | undefined;
}

const keptOf = new WeakMap<Kernel, Kept>();

const encoder = new TextEncoder();

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((entry, index) => entry === b[index]));
}

/**
 * Sets words one after the other, {@link WORD_BYTES} each as ./kernel/text.ts has them. Where they are what is asked for first, they
 * stay until others are: the steps of one picture set the same words, which then hold what the step before wrote there. The fonts
 * stay too, until their room is used up.
 *
 * @returns their address, and those that only ./font/glyph-run.ts could set
 */
export function setWords(kernel: Kernel, texts: readonly string[], fonts: readonly Font[]): SetWords {
  const kept = keptOf.get(kernel) ?? { fonts: new KernelFonts(kernel, fontRoom), words: undefined };
  keptOf.set(kernel, kept);
  const { words } = kept;
  if (words && isSameList(words.fonts, fonts) && isSameList(words.texts, texts)) return words.set;
  if (!kernel.isEmpty) return layWords(kernel, kept.fonts, texts, fonts);
  kernel.forget();
  kept.words = undefined;
  if (kept.fonts.isFull) kept.fonts = new KernelFonts(kernel, fontRoom);
  const set = layWords(kernel, kept.fonts, texts, fonts);
  kernel.keep();
  kept.words = { texts, fonts, set };
  return set;
}

function layWords(
  kernel: Kernel,
  kernelFonts: KernelFonts,
  texts: readonly string[],
  fonts: readonly Font[],
): SetWords {
  const count = texts.length;
  const { functions } = kernel;
  const at = kernel.take(WORD_BYTES * count);
  if (count === 0) return { at, runs: new Map() };
  let text = writeText(kernel, `${texts.join('\n')}\n`);
  kernelFonts.use(fonts, text.at, text.end);
  const glyphs = kernel.take(GLYPH_BYTES * (text.end - text.at));
  const specials = kernel.take(4 * count);
  let special = functions.setWords(text.at, text.end, at, count, glyphs, specials);
  if (special < 0) {
    // A word of several lines; what ends a line has no ink.
    text = writeText(kernel, texts.map((word) => `${word.replaceAll('\n', '')}\n`).join(''));
    special = functions.setWords(text.at, text.end, at, count, glyphs, specials);
  }
  const runs = new Map<number, GlyphRun>();
  for (const index of kernel.ints.slice(specials >> 2, (specials >> 2) + special)) {
    const run = shapeWord(texts[index], fonts);
    runs.set(index, run);
    writeRun(kernel, at + WORD_BYTES * index, run);
  }
  return { at, runs };
}

/** Writes a text as UTF-8: where it lies. */
function writeText(kernel: Kernel, text: string): { readonly at: number; readonly end: number } {
  const room = 3 * text.length;
  const at = kernel.take(room);
  return { at, end: at + encoder.encodeInto(text, kernel.bytes.subarray(at, at + room)).written };
}

/** Writes box and glyphs of a word. A colour glyph is the union of its layers. */
function writeRun(kernel: Kernel, word: number, { glyphs, bounds }: GlyphRun): void {
  const { xMin, yMin, xMax, yMax } = bounds;
  kernel.doubles.set([xMin, yMin, xMax, yMax], word >> 3);
  let count = 0;
  for (const { font, glyph } of glyphs) count += font.layers(glyph)?.length ?? 1;
  const list = kernel.take(GLYPH_BYTES * count);
  kernel.ints[(word >> 2) + 8] = list;
  kernel.ints[(word >> 2) + 9] = count;
  let at = list;
  for (const { font, glyph, x } of glyphs) {
    const layers = font.layers(glyph);
    for (let layer = 0; layer < (layers?.length ?? 1); layer++) {
      const outline = kernel.outline(font.outline(layers ? layers[layer].glyph : glyph), font.unitsPerEm);
      kernel.ints[at >> 2] = outline;
      kernel.doubles[(at >> 3) + 1] = x;
      at += GLYPH_BYTES;
    }
  }
}
