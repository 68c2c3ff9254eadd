import { describeValue, RedianError } from '../errors.js';
import { hasOwnCanvas, loadCanvasPackage } from './canvas.js';
import { Font } from './font/font.js';
import type { Pixels } from './raster/paint.js';
import { findFont, isFontName } from './system-fonts.js';

/** A file by its path (an address in a browser) or by its bytes. */
export type MediaSource = string | Uint8Array;

/** Reads a file in Node and Deno, fetches an address elsewhere. */
async function readSource(source: MediaSource, option: string): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source;
  if (typeof source !== 'string') {
    throw new RedianError(
      'INVALID_ARGUMENT',
      `${option}: expected a path or bytes, got ${describeValue(source)}`,
    );
  }
  const fs = globalThis.process?.getBuiltinModule?.('node:fs/promises');
  try {
    if (fs && !/^https?:/.test(source)) return new Uint8Array(await fs.readFile(source));
    const response = await fetch(source);
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new RedianError('FILE', `${option}: ${describeValue(source)} cannot be read (${code ?? message})`, {
      cause,
    });
  }
}

/** Decompresses WOFF2; named here so that bundlers leave it out. */
const woff2Package = 'wawoff2';

interface Woff2Package {
  decompress(bytes: Uint8Array): Promise<Uint8Array>;
}

async function decompressWoff2(bytes: Uint8Array, option: string): Promise<Uint8Array> {
  let woff2: Woff2Package;
  try {
    const loaded: Woff2Package & { readonly default?: Woff2Package } = await import(
      /* @vite-ignore */ woff2Package
    );
    woff2 = loaded.default ?? loaded;
  } catch (cause) {
    throw new RedianError('MISSING_PACKAGE', `${option}: a WOFF2 font needs the package ${woff2Package}`, {
      cause,
    });
  }
  try {
    return new Uint8Array(await woff2.decompress(bytes));
  } catch (cause) {
    throw new RedianError('INVALID_MEDIA', `${option}: the WOFF2 font cannot be decompressed`, { cause });
  }
}

/** Whether a file of that name exists: a font file need not have an ending. */
function isFile(path: string): boolean {
  return globalThis.process?.getBuiltinModule?.('node:fs')?.existsSync(path) === true;
}

/**
 * Opens a font: TrueType, OpenType, or WOFF2 when the package wawoff2 is installed.
 *
 * @param source  path, address or bytes; or the name of a font that is installed on this computer, such as
 *   `Noto Serif CJK SC`, of whose weights the one nearest to bold is taken
 * @throws {RedianError} FILE if it cannot be read or found, INVALID_MEDIA if it is damaged
 */
export async function loadFont(source: MediaSource, option = 'font'): Promise<Font> {
  const named = typeof source === 'string' && isFontName(source) && !isFile(source);
  const { path, index } = named ? findFont(source, option) : { path: source, index: 0 };
  const name = typeof source === 'string' ? source : `${option} (bytes)`;
  const bytes = await readSource(path, option);
  const isWoff2 = bytes.length > 4 && String.fromCharCode(...bytes.subarray(0, 4)) === 'wOF2';
  const plain = isWoff2 ? await decompressWoff2(bytes, option) : bytes;
  try {
    return Font.parse(plain, name, index);
  } catch (cause) {
    if (!(cause instanceof RedianError) || name.startsWith(option)) throw cause;
    const { code, message, details } = cause;
    throw new RedianError(code, `${option}: ${message}`, { cause, details: { ...details, option } });
  }
}

/** The colour emoji of the optional package twemoji-colr-font. */
export async function loadEmojiFont(): Promise<Font> {
  const path = 'twemoji-colr-font/twemoji.woff2';
  const module = globalThis.process?.getBuiltinModule?.('node:module');
  let file: string;
  try {
    if (!module) throw new Error('no packages in this runtime');
    file = module.createRequire(`${globalThis.process.cwd()}/`).resolve(path);
  } catch (cause) {
    throw new RedianError(
      'MISSING_PACKAGE',
      'emojiFont: twemoji-colr-font is not installed; install it or give a colour font by path, address or bytes',
      { cause },
    );
  }
  return loadFont(file, 'emojiFont');
}

/** What is drawn from: an image of the platform. */
interface Drawable {
  readonly width: number;
  readonly height: number;
}

/** Largest picture that is read, in pixels. */
const maxPicture = 100_000_000;

interface DrawingContext {
  drawImage(image: unknown, x: number, y: number): void;
  getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
}

/**
 * Decodes a picture (PNG, JPEG, WebP and what else the platform reads) to RGBA.
 * @throws {RedianError} INVALID_MEDIA if it cannot be decoded.
 */
export async function decodePicture(source: MediaSource, option: string): Promise<Pixels> {
  const bytes = await readSource(source, option);
  try {
    let image: Drawable;
    let contextOf: (width: number, height: number) => DrawingContext | null;
    if (typeof createImageBitmap === 'function' && hasOwnCanvas()) {
      image = await createImageBitmap(new Blob([bytes.slice()]));
      contextOf = (width, height) => new OffscreenCanvas(width, height).getContext('2d');
    } else {
      const { createCanvas, loadImage } = await loadCanvasPackage();
      image = await loadImage(bytes);
      contextOf = (width, height) => createCanvas(width, height).getContext('2d') as DrawingContext;
    }
    if (image.width * image.height > maxPicture)
      throw new Error(`${image.width}x${image.height} pixels are too many`);
    const context = contextOf(image.width, image.height);
    if (!context) throw new Error('no 2D context');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    return { width: image.width, height: image.height, data };
  } catch (cause) {
    if (cause instanceof RedianError) throw cause;
    const name = typeof source === 'string' ? describeValue(source) : `${bytes.length} bytes`;
    throw new RedianError('INVALID_MEDIA', `${option}: ${name} cannot be decoded as a picture`, { cause });
  }
}
