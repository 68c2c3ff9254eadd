import { CHECKSUM_BYTES } from '../kernel/checksum.js';
import { type Kernel, openKernel } from '../kernel.js';
import { type IndexedPicture, paintBands } from './indexed.js';
import type { Pixels } from './paint.js';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Colour types of PNG. */
const RGB = 2;
const PALETTE = 3;
const RGBA = 6;

/** The checksum of PNG. Its memory is taken at the start, so that none of what comes after it moves. */
class Checksum {
  private readonly tables: number;
  private readonly room: number;

  constructor(private readonly kernel: Kernel) {
    this.tables = kernel.take(CHECKSUM_BYTES);
    this.room = kernel.take(roomBytes);
    kernel.functions.startChecksums(this.tables);
  }

  /** Of two pieces, the second behind the first; they may be in the memory of the kernel. */
  of(first: Uint8Array, second: Uint8Array): number {
    return this.after(this.after(0, first), second) >>> 0;
  }

  private after(before: number, bytes: Uint8Array): number {
    const { kernel, tables, room } = this;
    const { crc32 } = kernel.functions;
    if (bytes.buffer === kernel.bytes.buffer) return crc32(tables, before, bytes.byteOffset, bytes.length);
    let sum = before;
    for (let at = 0; at < bytes.length; at += roomBytes) {
      const piece = bytes.subarray(at, at + roomBytes);
      kernel.bytes.set(piece, room);
      sum = crc32(tables, sum, room, piece.length);
    }
    return sum;
  }
}

/** How much is brought to the kernel at a time. */
const roomBytes = 1 << 14;

/** The zlib stream of some bytes: by Node's zlib, or by CompressionStream in a browser. */
async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const zlib = globalThis.process?.getBuiltinModule?.('node:zlib');
  // One piece of output that is large enough is not copied; what of it stays unused costs nothing.
  if (zlib) return zlib.deflateSync(bytes, { level: 3, chunkSize: Math.max(1 << 14, bytes.length >> 1) });
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
function file(checksum: Checksum, chunks: readonly Chunk[]): PngPieces {
  const pieces: Uint8Array[] = [new Uint8Array(signature)];
  for (const { type, content } of chunks) {
    const head = new Uint8Array(8);
    const tail = new Uint8Array(4);
    new DataView(head.buffer).setUint32(0, content.length);
    for (let letter = 0; letter < 4; letter++) head[4 + letter] = type.charCodeAt(letter);
    new DataView(tail.buffer).setUint32(0, checksum.of(head.subarray(4), content));
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
  const content = await deflate(scanlines(pixels, opaque));
  return file(new Checksum(openKernel()), [
    header(pixels.width, pixels.height, opaque ? RGB : RGBA),
    { type: 'IDAT', content },
    end,
  ]);
}

/**
 * The zlib stream of a picture while it is painted, in the memory of the kernel. zlib itself takes twice the time, and in a
 * process that has just begun as much again for being loaded.
 */
function deflateBands(picture: IndexedPicture): Uint8Array {
  const { width, height, bandRows, kernel } = picture;
  const { functions } = kernel;
  const work = kernel.take(functions.deflateWorkBytes(bandRows * (width + 1)));
  const to = kernel.take(functions.deflatedBytes(height * (width + 1), Math.ceil(height / bandRows)));
  const kept = kernel.take(functions.filterBytes(width));
  kernel.bytes.fill(0, kept, kept + functions.filterBytes(width));
  functions.startStream(to);
  paintBands(picture, (at, first, end) => {
    functions.filterUp(at, end - first, width, kept);
    functions.deflateBlock(at, (end - first) * (width + 1), end === height, work);
  });
  return kernel.bytes.subarray(to, functions.endStream());
}

/**
 * Encodes a picture with a palette as PNG of 8 bits a pixel; the palette's alpha is written if any is not full. The pieces are
 * lost when the kernel is opened again.
 */
export function encodeIndexedPng(picture: IndexedPicture): PngPieces {
  const { width, height, palette, kernel } = picture;
  const checksum = new Checksum(kernel);
  const count = palette.length / 4;
  const colors = new Uint8Array(3 * count);
  const alphas = new Uint8Array(count);
  for (let entry = 0; entry < count; entry++) {
    colors.set(palette.subarray(4 * entry, 4 * entry + 3), 3 * entry);
    alphas[entry] = palette[4 * entry + 3];
  }
  return file(checksum, [
    header(width, height, PALETTE),
    { type: 'PLTE', content: colors },
    ...(alphas.some((alpha) => alpha < 255) ? [{ type: 'tRNS', content: alphas }] : []),
    { type: 'IDAT', content: deflateBands(picture) },
    end,
  ]);
}
