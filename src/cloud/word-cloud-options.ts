import {
  checkArray,
  checkChoice,
  checkNumber,
  checkOptions,
  checkString,
  type OptionNames,
} from '../base/check.js';
import { describeValue, RedianError } from '../errors.js';
import type { Arrangement } from './arrangement.js';
import type { CreateCanvas } from './canvas.js';
import type { CloudWord } from './cloud-layout.js';
import { parseColor } from './color.js';
import { paletteOf } from './coloring.js';
import { type Contour, type ContourOptions, contourLines, contourOptions } from './contour.js';
import { loadDefaultFont } from './default-font.js';
import { Font } from './font/font.js';
import { defaultMargin, type LayoutOptions, layoutOptions } from './layout-options.js';
import { decodePicture, loadEmojiFont, loadFont, type MediaSource } from './media.js';
import type { MaskImage } from './shape.js';
import type { Weighting } from './text-terms.js';

/** What a cloud is made from: weighted words, a Map from word to weight, a text, or texts. */
export type CloudInput = readonly CloudWord[] | ReadonlyMap<string, number> | string | readonly string[];

/** Turns texts into weighted words: what is in your text and how much it weighs. */
export type TermProvider = (texts: readonly string[]) => readonly CloudWord[] | Promise<readonly CloudWord[]>;

export interface WordCloudOptions extends Omit<LayoutOptions, 'fonts' | 'mask' | 'colorBy'> {
  /** Pixels of the picture for one pixel of the layout. Default 1. */
  readonly pixelRatio?: number | undefined;
  /**
   * Fonts in order of preference: opened, or by path, address or bytes of a TrueType or OpenType file, or by the name of
   * a font of this computer (`Noto Serif CJK SC`). The bundled font comes last unless `bundledFont` is false.
   */
  readonly fonts?: readonly (Font | MediaSource)[] | undefined;
  /** Whether characters that `fonts` lack are drawn from the bundled font. Default true. */
  readonly bundledFont?: boolean | undefined;
  /**
   * A font with colour glyphs (tables COLR version 0 and CPAL) for emoji, or true for the one of the package
   * twemoji-colr-font, which needs wawoff2 too. Default: none.
   */
  readonly emojiFont?: boolean | Font | MediaSource | undefined;
  /** A picture whose dark or opaque part holds the words: pixels, or path, address or bytes of an image file. */
  readonly mask?: MaskImage | MediaSource | undefined;
  /** As for `layoutCloud`; the picture of which words take the colour may be a file, `{ image: path }`. */
  readonly colorBy?: LayoutOptions['colorBy'] | { readonly image: MediaSource } | undefined;
  /** Whether to draw the edge of the shape, and how. Default false. */
  readonly contour?: boolean | ContourOptions | undefined;
  /**
   * What finds the places: redian, or the optional package d3-cloud, for those who have tuned to its look; it has no
   * shapes, and drops words (they are in `unplaced`). Default `redian`.
   */
  readonly layout?: 'redian' | 'd3-cloud' | undefined;
  /** How terms of text are weighed: `count`, or `tf-idf` with jieba's table. Default `count`. */
  readonly weighting?: Weighting | undefined;
  /** Counts the terms when the input is text. Default: redian's tokenizer, names whole, stop words out. */
  readonly terms?: TermProvider | undefined;
  /** Makes the canvas that encodes and `toCanvas` gives. Default: OffscreenCanvas, else @napi-rs/canvas. */
  readonly createCanvas?: CreateCanvas | undefined;
}

export const wordCloudOptions: OptionNames<WordCloudOptions> = {
  ...layoutOptions,
  pixelRatio: true,
  fonts: true,
  bundledFont: true,
  emojiFont: true,
  mask: true,
  colorBy: true,
  contour: true,
  layout: true,
  weighting: true,
  terms: true,
  createCanvas: true,
};

/** Whether the input is to be cut into terms. */
export function isText(input: unknown): input is string | readonly string[] {
  return (
    typeof input === 'string' || (Array.isArray(input) && input.length > 0 && typeof input[0] === 'string')
  );
}

/** The input as weighted words. @throws {RedianError} INVALID_ARGUMENT for what is none of the kinds of input */
export async function weightedWords(
  input: CloudInput,
  options: WordCloudOptions,
): Promise<readonly CloudWord[]> {
  if (isText(input)) {
    const texts = typeof input === 'string' ? [input] : input;
    for (const [index, text] of texts.entries()) checkString(`input[${index}]`, text);
    const { weighting = 'count' } = options;
    checkChoice('weighting', weighting, ['count', 'tf-idf']);
    if (options.terms) return options.terms(texts);
    const { textTerms } = await import('./text-terms.js');
    return textTerms(texts, weighting);
  }
  if (input instanceof Map) return [...input].map(([text, weight]) => ({ text, weight }));
  if (Array.isArray(input)) return input;
  throw new RedianError(
    'INVALID_ARGUMENT',
    `input: expected text, texts, { text, weight }[] or a Map, got ${describeValue(input)}`,
  );
}

/** Opens the fonts, the bundled one and the one of emoji behind those that are given. */
export async function resolveFonts({
  fonts = [],
  bundledFont = true,
  emojiFont = false,
}: WordCloudOptions): Promise<readonly Font[]> {
  checkArray('fonts', fonts, 'fonts');
  const opened: Font[] = await Promise.all(
    fonts.map((font, index) => (font instanceof Font ? font : loadFont(font, `fonts[${index}]`))),
  );
  if (bundledFont || opened.length === 0) opened.push(await loadDefaultFont());
  if (emojiFont === true) opened.push(await loadEmojiFont());
  else if (emojiFont !== false) {
    opened.push(emojiFont instanceof Font ? emojiFont : await loadFont(emojiFont, 'emojiFont'));
  }
  return opened;
}

/** Decodes the pictures that are files. */
export async function resolvePictures(
  options: WordCloudOptions,
): Promise<{ readonly mask?: MaskImage; readonly colorBy?: NonNullable<LayoutOptions['colorBy']> }> {
  const { mask, colorBy } = options;
  const isFile = typeof mask === 'string' || mask instanceof Uint8Array;
  const picture = isFile ? await decodePicture(mask, 'mask') : mask;
  const colors =
    typeof colorBy === 'object' && colorBy !== null && 'image' in colorBy
      ? await decodePicture(colorBy.image, 'colorBy')
      : colorBy;
  return { ...(picture && { mask: picture }), ...(colors && { colorBy: colors }) };
}

/** The edge of the shape as it is drawn; undefined if it is not. */
export function resolveContour(
  options: WordCloudOptions,
  mask: MaskImage | undefined,
  { width: wide, height: tall }: Arrangement,
): Contour | undefined {
  if (!options.contour) return undefined;
  if (options.contour !== true) checkOptions(options.contour, contourOptions, 'contour');
  const { width = 2, color = paletteOf(options).colors[0] } = options.contour === true ? {} : options.contour;
  checkNumber('contour.width', width, { min: 0.1 });
  parseColor(color, 'contour.color');
  const area = { width: wide, height: tall, margin: options.margin ?? defaultMargin(wide, tall) };
  return { lines: contourLines(options.shape ?? 'rectangle', mask, area, width + 2), width, color };
}
