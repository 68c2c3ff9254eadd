import { checkNumber } from '../base/check.js';
import { describeValue, RedianError } from '../errors.js';
import {
  type CanvasLike,
  type CreateCanvas,
  defaultCreateCanvas,
  encodeCanvas,
  type ImageFormat,
  pixelsToCanvas,
} from './canvas.js';
import { loadDefaultFont } from './default-font.js';
import type { Font } from './font/font.js';
import { type CloudLayout, type CloudWord, type LayoutOptions, layoutCloud } from './layout.js';
import type { Pixels } from './raster/paint.js';
import { layoutToPixels } from './render.js';
import { layoutToSvg, type SvgOptions } from './svg.js';

/** Weighted words: in a list, as pairs, or as a Map from text to weight. */
export type CloudInput = readonly CloudWord[] | ReadonlyMap<string, number> | string | readonly string[];

/** Turns texts into weighted words: what is in your text and how much it weighs. */
export type TermProvider = (texts: readonly string[]) => readonly CloudWord[] | Promise<readonly CloudWord[]>;

export interface WordCloudOptions extends LayoutOptions {
  /** Pixels of the picture for one pixel of the layout. Default 1. */
  readonly pixelRatio?: number;
  /** Counts the terms when the input is text. */
  readonly terms?: TermProvider;
  /** Makes the canvas that encodes and `toCanvas` gives. Default: OffscreenCanvas, else @napi-rs/canvas. */
  readonly createCanvas?: CreateCanvas;
}

/** A word cloud: its layout as plain data, and the ways to draw it. */
export class WordCloud {
  /** Where each word stands, in which size and colour. */
  readonly layout: CloudLayout;

  constructor(
    layout: CloudLayout,
    private readonly fonts: readonly Font[],
    private readonly options: {
      readonly pixelRatio: number;
      readonly createCanvas: CreateCanvas | undefined;
    },
  ) {
    this.layout = layout;
  }

  /** Words that are not in the picture, with the reason. */
  get unplaced(): CloudLayout['unplaced'] {
    return this.layout.unplaced;
  }

  /** Characters that no font of the list has. */
  get missingGlyphs(): CloudLayout['missingGlyphs'] {
    return this.layout.missingGlyphs;
  }

  /** RGBA pixels, the same bytes in every runtime. */
  toPixels(): Pixels {
    return layoutToPixels(this.layout, this.fonts, this.options.pixelRatio);
  }

  async toCanvas(createCanvas?: CreateCanvas): Promise<CanvasLike> {
    const create = createCanvas ?? this.options.createCanvas ?? (await defaultCreateCanvas());
    return pixelsToCanvas(this.toPixels(), create);
  }

  toPNG(): Promise<Uint8Array> {
    return this.encode('image/png', 1);
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
    return layoutToSvg(this.layout, this.fonts, options);
  }

  /**
   * Writes the picture to a file; its ending tells the format: .png, .jpg, .jpeg, .webp or .svg.
   * @throws {RedianError} INVALID_ARGUMENT for another ending, FILE if it cannot be written.
   */
  async save(path: string): Promise<void> {
    const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase();
    let content: Uint8Array | string;
    if (ending === 'png') content = await this.toPNG();
    else if (ending === 'jpg' || ending === 'jpeg') content = await this.toJPEG();
    else if (ending === 'webp') content = await this.toWebP();
    else if (ending === 'svg') content = this.toSVG();
    else {
      throw new RedianError(
        'INVALID_ARGUMENT',
        `path: expected an ending of png, jpg, jpeg, webp or svg, got ${describeValue(path)}`,
      );
    }
    const fs = globalThis.process?.getBuiltinModule?.('node:fs/promises');
    if (!fs) throw new RedianError('FILE', `${path}: this runtime cannot write files`);
    try {
      await fs.writeFile(path, content);
    } catch (cause) {
      throw new RedianError('FILE', `${path}: cannot be written`, { cause, details: { path } });
    }
  }

  private async encode(format: ImageFormat, quality: number): Promise<Uint8Array> {
    checkNumber('quality', quality, { min: 0, max: 1 });
    return encodeCanvas(await this.toCanvas(), format, quality);
  }
}

function isText(input: unknown): input is string | readonly string[] {
  return (
    typeof input === 'string' || (Array.isArray(input) && input.length > 0 && typeof input[0] === 'string')
  );
}

async function weightedWords(
  input: CloudInput,
  terms: TermProvider | undefined,
): Promise<readonly CloudWord[]> {
  if (isText(input)) {
    if (!terms)
      throw new RedianError('INVALID_ARGUMENT', 'terms: expected a function that counts the terms of text');
    return terms(typeof input === 'string' ? [input] : input);
  }
  if (input instanceof Map) return [...input].map(([text, weight]) => ({ text, weight }));
  if (Array.isArray(input)) return input;
  throw new RedianError(
    'INVALID_ARGUMENT',
    `input: expected text, texts, { text, weight }[] or a Map, got ${describeValue(input)}`,
  );
}

/**
 * Makes a word cloud.
 *
 * @example
 * const cloud = await wordCloud([{ text: '大模型', weight: 90 }, { text: '智能体', weight: 60 }]);
 * await cloud.save('cloud.png');
 *
 * @throws {RedianError} INVALID_ARGUMENT naming what cannot be used
 */
export async function wordCloud(input: CloudInput, options: WordCloudOptions = {}): Promise<WordCloud> {
  const { pixelRatio = 1, createCanvas } = options;
  checkNumber('pixelRatio', pixelRatio, { min: 0.01, max: 32 });
  const words = await weightedWords(input, options.terms);
  const fonts = options.fonts ?? [await loadDefaultFont()];
  const layout = layoutCloud(words, { ...options, fonts });
  return new WordCloud(layout, fonts, { pixelRatio, createCanvas });
}
