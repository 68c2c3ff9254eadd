import { checkChoice, checkNumber, checkOptions } from '../base/check.js';
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
import type { CloudLayout } from './cloud-layout.js';
import type { Contour } from './contour.js';
import type { Font } from './font/font.js';
import { arrangeCloud } from './layout.js';
import type { Pixels } from './raster/paint.js';
import { joinPieces, type PngPieces } from './raster/png.js';
import { drawPixels, drawPng } from './render.js';
import { layoutToSvg, type SvgOptions, svgOptions } from './svg.js';
import {
  type CloudInput,
  isText,
  resolveContour,
  resolveFonts,
  resolvePictures,
  type WordCloudOptions,
  weightedWords,
  wordCloudOptions,
} from './word-cloud-options.js';

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
    checkOptions(options, svgOptions);
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
  checkOptions(options, wordCloudOptions);
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
