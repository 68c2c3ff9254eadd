import { openKernel } from '../kernel/kernel.js';
import type { IndexedPixels } from './indexed.js';
import type { Pixels } from './paint.js';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Colour types of PNG. */
const RGB = 2;
const PALETTE = 3;
const RGBA = 6;

type Zlib = typeof import('node:zlib') & { crc32?(data: Uint8Array, before?: number): number };

function nodeZlib(): Zlib | undefined {
  return globalThis.process?.getBuiltinModule?.('node:zlib');
}

/** Of two pieces, the second behind the first. */
function crc32(first: Uint8Array, second: Uint8Array): number {
  const native = nodeZlib()?.crc32;
  if (native) return native(second, native(first));
  const kernel = openKernel();
  const table = kernel.take(1024);
  const at = kernel.take(first.length + second.length);
  kernel.bytes.set(first, at);
  kernel.bytes.set(second, at + first.length);
  return kernel.functions.crc32(table, at, first.length + second.length) >>> 0;
}

/**
 * The zlib stream of some bytes: by Node's zlib, or by CompressionStream in a browser.
 *
 * @param runs  looks for runs of one byte only. In rows of palette entries there is hardly anything else to find: it
 *   takes a third of the time and costs 7 % of the size.
 */
async function deflate(bytes: Uint8Array<ArrayBuffer>, runs: boolean): Promise<Uint8Array> {
  const zlib = nodeZlib();
  if (zlib) {
    const { Z_RLE, Z_DEFAULT_STRATEGY } = zlib.constants;
    const strategy = runs ? Z_RLE : Z_DEFAULT_STRATEGY;
    // One piece of output that is large enough is not copied; what of it stays unused costs nothing.
    const chunkSize = Math.max(1 << 14, bytes.length >> 1);
    return zlib.deflateSync(bytes, { level: runs ? 6 : 3, strategy, chunkSize });
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Rows behind a filter byte of 0 each; without alpha if every pixel is opaque. */
function scanlines({ width, height, data }: Pixels, opaque: boolean): Uint8Array<ArrayBuffer> {
  const channels = opaque ? 3 : 4;
  const rows = new Uint8Array(height * (width * channels + 1));
  let to = 0;
  let from = 0;
  for (let row = 0; row < height; row++) {
    to++;
    if (!opaque) {
      rows.set(data.subarray(from, from + 4 * width), to);
      to += 4 * width;
      from += 4 * width;
      continue;
    }
    for (let column = 0; column < width; column++, from += 4, to += 3) {
      rows[to] = data[from];
      rows[to + 1] = data[from + 1];
      rows[to + 2] = data[from + 2];
    }
  }
  return rows;
}

function isOpaque(data: Uint8ClampedArray): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false;
  return true;
}

/** A part of the file: its name of four letters, and what it holds. */
interface Chunk {
  readonly type: string;
  readonly content: Uint8Array;
}

function header(width: number, height: number, colorType: number): Chunk {
  const content = new Uint8Array(13);
  const view = new DataView(content.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  content[8] = 8;
  content[9] = colorType;
  return { type: 'IHDR', content };
}

const end: Chunk = { type: 'IEND', content: new Uint8Array(0) };

/** A PNG file in pieces, which follow each other: what was compressed is not copied once more. */
export type PngPieces = readonly Uint8Array[];

/** The chunks, each with its length before it, and behind it the checksum of its type and content. */
function file(chunks: readonly Chunk[]): PngPieces {
  const pieces: Uint8Array[] = [new Uint8Array(signature)];
  for (const { type, content } of chunks) {
    const head = new Uint8Array(8);
    const tail = new Uint8Array(4);
    new DataView(head.buffer).setUint32(0, content.length);
    for (let letter = 0; letter < 4; letter++) head[4 + letter] = type.charCodeAt(letter);
    new DataView(tail.buffer).setUint32(0, crc32(head.subarray(4), content));
    pieces.push(head, content, tail);
  }
  return pieces;
}

/** The pieces as one. */
export function joinPieces(pieces: PngPieces): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Encodes pixels as PNG: RGB if every pixel is opaque, else RGBA, 8 bits a channel. */
export async function encodePng(pixels: Pixels): Promise<PngPieces> {
  const opaque = isOpaque(pixels.data);
  return file([
    header(pixels.width, pixels.height, opaque ? RGB : RGBA),
    { type: 'IDAT', content: await deflate(scanlines(pixels, opaque), false) },
    end,
  ]);
}

/** Encodes a picture with a palette as PNG of 8 bits a pixel; the palette's alpha is written if any is not full. */
export async function encodeIndexedPng({ width, height, rows, palette }: IndexedPixels): Promise<PngPieces> {
  const count = palette.length / 4;
  const colors = new Uint8Array(3 * count);
  const alphas = new Uint8Array(count);
  for (let entry = 0; entry < count; entry++) {
    colors.set(palette.subarray(4 * entry, 4 * entry + 3), 3 * entry);
    alphas[entry] = palette[4 * entry + 3];
  }
  return file([
    header(width, height, PALETTE),
    { type: 'PLTE', content: colors },
    ...(alphas.some((alpha) => alpha < 255) ? [{ type: 'tRNS', content: alphas }] : []),
    { type: 'IDAT', content: await deflate(rows, true) },
    end,
  ]);
}
