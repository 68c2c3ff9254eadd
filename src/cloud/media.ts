import { describeValue, RedianError } from '../errors.js';
import { loadCanvasPackage } from './canvas.js';
import { Font } from './font/font.js';
import type { Pixels } from './raster/paint.js';

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
    throw new RedianError('FILE', `${option}: ${describeValue(source)} cannot be read`, { cause });
  }
}

/** Opens a font by path, address or bytes. */
export async function loadFont(source: MediaSource, option = 'font'): Promise<Font> {
  const name = typeof source === 'string' ? source : `${option} (bytes)`;
  return Font.parse(await readSource(source, option), name);
}

/** What is drawn from: an image of the platform. */
interface Drawable {
  readonly width: number;
  readonly height: number;
}

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
    let context: DrawingContext | null;
    if (typeof createImageBitmap === 'function' && typeof OffscreenCanvas === 'function') {
      image = await createImageBitmap(new Blob([bytes.slice()]));
      context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    } else {
      const { createCanvas, loadImage } = await loadCanvasPackage();
      image = await loadImage(bytes);
      context = createCanvas(image.width, image.height).getContext('2d') as DrawingContext;
    }
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
