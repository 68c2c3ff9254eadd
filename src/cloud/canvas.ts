import { describeValue, RedianError } from '../errors.js';
import type { Pixels } from './raster/paint.js';

/** What redian asks of a canvas context: any 2D canvas has it. */
interface Context2D {
  createImageData(width: number, height: number): { readonly data: { set(from: ArrayLike<number>): void } };
  putImageData(image: unknown, x: number, y: number): void;
}

/** A canvas of the platform or of a package: node-canvas, skia-canvas, @napi-rs/canvas, OffscreenCanvas. */
export interface CanvasLike {
  readonly width: number;
  readonly height: number;
  getContext(kind: '2d'): unknown;
}

/** Makes a canvas of a size in pixels, such as `createCanvas` of node-canvas. */
export type CreateCanvas = (width: number, height: number) => CanvasLike;

/** Formats that canvases encode. */
export type ImageFormat = 'image/png' | 'image/jpeg' | 'image/webp';

interface NodeCanvas extends CanvasLike {
  encode?(format: 'png' | 'jpeg' | 'webp', quality?: number): Promise<Uint8Array>;
  toBuffer?(format: string, options?: unknown): Uint8Array;
  convertToBlob?(options: { readonly type: string; readonly quality: number }): Promise<Blob>;
  toBlob?(callback: (blob: Blob | null) => void, type: string, quality: number): void;
}

interface CanvasPackage {
  createCanvas(width: number, height: number): CanvasLike;
  loadImage(source: Uint8Array): Promise<{ readonly width: number; readonly height: number }>;
}

/** The package is named here so that bundlers for browsers, which have a canvas, leave it out. */
const canvasPackage = '@napi-rs/canvas';

export async function loadCanvasPackage(): Promise<CanvasPackage> {
  try {
    const loaded: CanvasPackage & { default?: CanvasPackage } = await import(
      /* @vite-ignore */ canvasPackage
    );
    return typeof loaded.createCanvas === 'function' ? loaded : (loaded.default ?? loaded);
  } catch (cause) {
    throw new RedianError(
      'MISSING_PACKAGE',
      `${canvasPackage} is not installed; install it or give a canvas by the option createCanvas`,
      { cause },
    );
  }
}

/** Whether the platform has a canvas that draws. Deno's OffscreenCanvas is for WebGPU alone: it has no 2D context. */
export function hasOwnCanvas(): boolean {
  return typeof OffscreenCanvas === 'function' && typeof OffscreenCanvasRenderingContext2D === 'function';
}

/** The platform's way to a canvas: OffscreenCanvas where there is one that draws, else @napi-rs/canvas. */
export async function defaultCreateCanvas(): Promise<CreateCanvas> {
  if (hasOwnCanvas()) return (width, height) => new OffscreenCanvas(width, height);
  const { createCanvas } = await loadCanvasPackage();
  return createCanvas;
}

/** A canvas that shows the pixels. */
export function pixelsToCanvas(pixels: Pixels, createCanvas: CreateCanvas): CanvasLike {
  const canvas = createCanvas(pixels.width, pixels.height);
  const context = canvas.getContext('2d') as Context2D | null;
  if (!context || typeof context.putImageData !== 'function') {
    throw new RedianError(
      'INVALID_ARGUMENT',
      `createCanvas: expected a canvas with a 2D context, got ${describeValue(canvas)}`,
    );
  }
  const image = context.createImageData(pixels.width, pixels.height);
  image.data.set(pixels.data);
  context.putImageData(image, 0, 0);
  return canvas;
}

/** Encodes a canvas by whichever way it offers. `quality` goes from 0 to 1. */
export async function encodeCanvas(
  canvas: CanvasLike,
  format: ImageFormat,
  quality: number,
): Promise<Uint8Array> {
  const target: NodeCanvas = canvas;
  const short = format.slice(6) as 'png' | 'jpeg' | 'webp';
  try {
    if (target.convertToBlob) {
      return checkedBlob(await target.convertToBlob({ type: format, quality }), format);
    }
    if (target.encode) return new Uint8Array(await target.encode(short, Math.round(quality * 100)));
    if (target.toBuffer) return new Uint8Array(target.toBuffer(format, { quality }));
    const { toBlob } = target;
    if (toBlob) {
      const blob = await new Promise<Blob | null>((resolve) => toBlob.call(target, resolve, format, quality));
      if (blob) return checkedBlob(blob, format);
    }
  } catch (cause) {
    if (cause instanceof RedianError) throw cause;
    throw new RedianError('INVALID_ARGUMENT', `createCanvas: the canvas cannot encode ${format}`, { cause });
  }
  throw new RedianError('INVALID_ARGUMENT', `createCanvas: the canvas cannot encode ${format}`);
}

/** Browsers answer with PNG when they do not know a format; that must not pass for what was asked. */
async function checkedBlob(blob: Blob, format: ImageFormat): Promise<Uint8Array> {
  if (blob.type !== format) {
    throw new RedianError('INVALID_ARGUMENT', `the canvas of this runtime cannot encode ${format}`);
  }
  return new Uint8Array(await blob.arrayBuffer());
}
