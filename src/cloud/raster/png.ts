import type { Pixels } from './paint.js';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Colour types of PNG. */
const RGB = 2;
const RGBA = 6;

let crcTable: Uint32Array | undefined;

/** @see W3C, Portable Network Graphics (Third Edition), annex D */
function crc32(bytes: Uint8Array, from: number, to: number): number {
  if (!crcTable) {
    crcTable = new Uint32Array(256);
    for (let index = 0; index < 256; index++) {
      let value = index;
      for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
      crcTable[index] = value;
    }
  }
  let crc = 0xffffffff;
  for (let at = from; at < to; at++) crc = crcTable[(crc ^ bytes[at]) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** The zlib stream of some bytes: by Node's zlib, or by CompressionStream in a browser. */
async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const zlib = globalThis.process?.getBuiltinModule?.('node:zlib');
  if (zlib) return zlib.deflateSync(bytes, { level: 3, memLevel: 9, chunkSize: 1 << 20 });
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

/** Encodes pixels as PNG: RGB if every pixel is opaque, else RGBA, 8 bits a channel. */
export async function encodePng(pixels: Pixels): Promise<Uint8Array> {
  const opaque = isOpaque(pixels.data);
  const compressed = await deflate(scanlines(pixels, opaque));
  const png = new Uint8Array(8 + 25 + 12 + compressed.length + 12);
  const view = new DataView(png.buffer);
  png.set(signature);
  let at = 8;
  const chunk = (type: string, length: number, fill: (start: number) => void) => {
    view.setUint32(at, length);
    for (let letter = 0; letter < 4; letter++) png[at + 4 + letter] = type.charCodeAt(letter);
    fill(at + 8);
    view.setUint32(at + 8 + length, crc32(png, at + 4, at + 8 + length));
    at += 12 + length;
  };
  chunk('IHDR', 13, (start) => {
    view.setUint32(start, pixels.width);
    view.setUint32(start + 4, pixels.height);
    png[start + 8] = 8;
    png[start + 9] = opaque ? RGB : RGBA;
  });
  chunk('IDAT', compressed.length, (start) => png.set(compressed, start));
  chunk('IEND', 0, () => undefined);
  return png;
}
