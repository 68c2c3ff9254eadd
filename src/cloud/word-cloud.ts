import { checkChoice, checkNumber, checkString } from '../base/check.js';
import { describeValue, RedianError } from '../errors.js';
import { type Arrangement, layoutOf } from './arrangement.js';
import {
  type CanvasLike,
  type CreateCanvas,
  defaultCreateCanvas,
  encodeCanvas,
  type ImageFormat,
  pixelsToCanvas,
} from './canvas.js';
import type { CloudLayout, CloudWord } from './cloud-layout.js';
import { parseColor } from './color.js';
import { paletteOf } from './coloring.js';
import { type Contour, type ContourOptions, contourLines } from './contour.js';
import { loadDefaultFont } from './default-font.js';
import { Font } from './font/font.js';
import { arrangeCloud } from './layout.js';
import { defaultMargin, type LayoutOptions } from './layout-options.js';
import { decodePicture, loadEmojiFont, loadFont, type MediaSource } from './media.js';
import type { Pixels } from './raster/paint.js';
import { joinPieces, type PngPieces } from './raster/png.js';
import { drawPixels, drawPng } from './render.js';
import type { MaskImage } from './shape.js';
import { layoutToSvg, type SvgOptions } from './svg.js';
import type { Weighting } from './text-terms.js';

/** What a cloud is made from: weighted words, a Map from word to weight, a text, or texts. */
export type CloudInput = readonly CloudWord[] | ReadonlyMap<string, number> | string | readonly string[];

/** Turns texts into weighted words: what is in your text and how much it weighs. */
export type TermProvider = (texts: readonly string[]) => readonly CloudWord[] | Promise<readonly CloudWord[]>;

export interface WordCloudOptions extends Omit<LayoutOptions, 'fonts' | 'mask' | 'colorBy'> {
  /** Pixels of the picture for one pixel of the layout. Default 1. */
  readonly pixelRatio?: number;
  /**
   * Fonts in order of preference: opened, or by path, address or bytes of a TrueType or OpenType file, or by the name of
   * a font of this computer (`Noto Serif CJK SC`). The bundled font comes last unless `bundledFont` is false.
   */
  readonly fonts?: readonly (Font | MediaSource)[];
  /** Whether characters that `fonts` lack are drawn from the bundled font. Default true. */
  readonly bundledFont?: boolean;
  /**
   * A font with colour glyphs (tables COLR version 0 and CPAL) for emoji, or true for the one of the package
   * twemoji-colr-font, which needs wawoff2 too. Default: none.
   */
  readonly emojiFont?: boolean | Font | MediaSource;
  /** A picture whose dark or opaque part holds the words: pixels, or path, address or bytes of an image file. */
  readonly mask?: MaskImage | MediaSource;
  /** As for `layoutCloud`; the picture of which words take the colour may be a file, `{ image: path }`. */
  readonly colorBy?: LayoutOptions['colorBy'] | { readonly image: MediaSource };
  /** Whether to draw the edge of the shape, and how. Default false. */
  readonly contour?: boolean | ContourOptions;
  /**
   * What finds the places: redian, or the optional package d3-cloud, for those who have tuned to its look; it has no
   * shapes, and drops words (they are in `unplaced`). Default `redian`.
   */
  readonly layout?: 'redian' | 'd3-cloud';
  /** How terms of text are weighed: `count`, or `tf-idf` with jieba's table. Default `count`. */
  readonly weighting?: Weighting;
  /** Counts the terms when the input is text. Default: redian's tokenizer, names whole, stop words out. */
  readonly terms?: TermProvider;
  /** Makes the canvas that encodes and `toCanvas` gives. Default: OffscreenCanvas, else @napi-rs/canvas. */
  readonly createCanvas?: CreateCanvas;
}

/** How many words a cloud of text has when `maxWords` is not given. */
const textWords = 250;

interface Drawing {
  readonly pixelRatio: number;
  readonly createCanvas: CreateCanvas | undefined;
  readonly contour: Contour | undefined;
}

/** A word cloud: its layout as plain data, and the ways to draw it. */
export class WordCloud {
  private made: CloudLayout | undefined;

  /** @internal Made by {@link wordCloud}. */
  constructor(
    private readonly arrangement: Arrangement,
    private readonly fonts: readonly Font[],
    private readonly drawing: Drawing,
  ) {}

  /** Where each word stands, in which size and colour. */
  get layout(): CloudLayout {
    this.made ??= layoutOf(this.arrangement);
    return this.made;
  }

  /** Words that are not in the picture, with the reason. */
  get unplaced(): CloudLayout['unplaced'] {
    return this.arrangement.unplaced;
  }

  /** Characters that no font of the list has. */
  get missingGlyphs(): CloudLayout['missingGlyphs'] {
    return this.arrangement.missingGlyphs;
  }

  /** RGBA pixels, the same bytes in every runtime. */
  toPixels(): Pixels {
    return drawPixels(this.arrangement, this.fonts, this.drawing.pixelRatio, this.drawing.contour);
  }

  async toCanvas(createCanvas?: CreateCanvas): Promise<CanvasLike> {
    const create = createCanvas ?? this.drawing.createCanvas ?? (await defaultCreateCanvas());
    return pixelsToCanvas(this.toPixels(), create);
  }

  /** Without a canvas, unless one was given by `createCanvas`. */
  async toPNG(): Promise<Uint8Array> {
    if (this.drawing.createCanvas) return this.encode('image/png', 1);
    const pieces = this.pngPieces();
    return joinPieces(pieces instanceof Promise ? await pieces : pieces);
  }

  /** @param quality  from 0 to 1. Default 0.9. */
  toJPEG(quality = 0.9): Promise<Uint8Array> {
    return this.encode('image/jpeg', quality);
  }

  /** @param quality  from 0 to 1. Default 0.9. */
  toWebP(quality = 0.9): Promise<Uint8Array> {
    return this.encode('image/webp', quality);
  }

  toSVG(options: SvgOptions = {}): string {
    return layoutToSvg(this.layout, this.fonts, options, this.drawing.contour);
  }

  /**
   * Writes the picture to a file; its ending tells the format: .png, .jpg, .jpeg, .webp or .svg.
   * @throws {RedianError} INVALID_ARGUMENT for another ending, FILE if it cannot be written.
   */
  async save(path: string): Promise<void> {
    const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase();
    let content: readonly Uint8Array[];
    if (ending === 'png') {
      const made = this.drawing.createCanvas ? this.toPNG().then((png) => [png]) : this.pngPieces();
      // What is there at once must be written at once.
      content = made instanceof Promise ? await made : made;
    } else if (ending === 'jpg' || ending === 'jpeg') content = [await this.toJPEG()];
    else if (ending === 'webp') content = [await this.toWebP()];
    else if (ending === 'svg') content = [new TextEncoder().encode(this.toSVG())];
    else {
      throw new RedianError(
        'INVALID_ARGUMENT',
        `path: expected an ending of png, jpg, jpeg, webp or svg, got ${describeValue(path)}`,
      );
    }
    const fs = globalThis.process?.getBuiltinModule?.('node:fs');
    if (!fs) throw new RedianError('FILE', `${path}: this runtime cannot write files`);
    try {
      const file = fs.openSync(path, 'w');
      try {
        for (const piece of content) writeWhole(fs, file, piece);
      } finally {
        fs.closeSync(file);
      }
    } catch (cause) {
      throw new RedianError('FILE', `${path}: cannot be written`, { cause, details: { path } });
    }
  }

  /** Shows the picture in a notebook of the Deno kernel. */
  async [Symbol.for('Jupyter.display')](): Promise<Record<string, string>> {
    const png = await this.toPNG();
    let binary = '';
    for (let at = 0; at < png.length; at += 8192)
      binary += String.fromCharCode(...png.subarray(at, at + 8192));
    return { 'image/png': btoa(binary), 'image/svg+xml': this.toSVG() };
  }

  private pngPieces(): PngPieces | Promise<PngPieces> {
    const { pixelRatio, contour } = this.drawing;
    return drawPng(this.arrangement, this.fonts, pixelRatio, contour);
  }

  private async encode(format: ImageFormat, quality: number): Promise<Uint8Array> {
    checkNumber('quality', quality, { min: 0, max: 1 });
    return encodeCanvas(await this.toCanvas(), format, quality);
  }
}

/** A write may take less than it is given. */
function writeWhole(fs: typeof import('node:fs'), file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += fs.writeSync(file, bytes, at);
}

function isText(input: unknown): input is string | readonly string[] {
  return (
    typeof input === 'string' || (Array.isArray(input) && input.length > 0 && typeof input[0] === 'string')
  );
}

async function weightedWords(input: CloudInput, options: WordCloudOptions): Promise<readonly CloudWord[]> {
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

async function resolveFonts({
  fonts = [],
  bundledFont = true,
  emojiFont = false,
}: WordCloudOptions): Promise<readonly Font[]> {
  if (!Array.isArray(fonts)) {
    throw new RedianError('INVALID_ARGUMENT', `fonts: expected an array, got ${describeValue(fonts)}`);
  }
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

async function resolvePictures(
  options: WordCloudOptions,
): Promise<{ readonly mask?: MaskImage; readonly colorBy?: NonNullable<LayoutOptions['colorBy']> }> {
  const { mask, colorBy } = options;
  const isFile = typeof mask === 'string' || mask instanceof Uint8Array;
  const picture = isFile ? await decodePicture(mask, 'mask') : mask;
  const colors =
    typeof colorBy === 'object' && 'image' in colorBy
      ? await decodePicture(colorBy.image, 'colorBy')
      : colorBy;
  return { ...(picture && { mask: picture }), ...(colors && { colorBy: colors }) };
}

function resolveContour(
  options: WordCloudOptions,
  mask: MaskImage | undefined,
  { width: wide, height: tall }: Arrangement,
): Contour | undefined {
  if (!options.contour) return undefined;
  const { width = 2, color = paletteOf(options).colors[0] } = options.contour === true ? {} : options.contour;
  checkNumber('contour.width', width, { min: 0.1 });
  parseColor(color, 'contour.color');
  const area = { width: wide, height: tall, margin: options.margin ?? defaultMargin(wide, tall) };
  return { lines: contourLines(options.shape ?? 'rectangle', mask, area, width + 2), width, color };
}

/**
 * Makes a word cloud.
 *
 * @example
 * const cloud = await wordCloud([{ text: '大模型', weight: 90 }, { text: '智能体', weight: 60 }]);
 * await cloud.save('cloud.png');
 *
 * @param input  text, texts, weighted words or a Map from word to weight
 * @throws {RedianError} INVALID_ARGUMENT naming what cannot be used, INVALID_MEDIA for a damaged font or picture
 */
export async function wordCloud(input: CloudInput, options: WordCloudOptions = {}): Promise<WordCloud> {
  const { pixelRatio = 1, layout: by = 'redian', createCanvas, ...others } = options;
  const { fonts: _fonts, mask: _mask, colorBy: _colorBy, ...rest } = others;
  checkNumber('pixelRatio', pixelRatio, { min: 0.01, max: 32 });
  checkChoice('layout', by, ['redian', 'd3-cloud']);
  const [words, fonts, pictures] = await Promise.all([
    weightedWords(input, options),
    resolveFonts(options),
    resolvePictures(options),
  ]);
  const maxWords = options.maxWords ?? (isText(input) ? textWords : undefined);
  const settings = { ...rest, ...pictures, fonts, ...(maxWords !== undefined && { maxWords }) };
  const arrangement =
    by === 'redian'
      ? arrangeCloud(words, settings)
      : await (await import('./d3-layout.js')).arrangeWithD3Cloud(words, settings);
  const contour = resolveContour(options, pictures.mask, arrangement);
  return new WordCloud(arrangement, fonts, { pixelRatio, createCanvas, contour });
}
