import { refuseBinary, refuseControls } from './binary.js';
import { gunzip, isGzip } from './gunzip.js';
import { type Pieces, type PostSource, piecesOf } from './source.js';

/** Labels that `TextDecoder` knows. `auto` looks at the bytes. */
export const encodings = ['auto', 'utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'] as const;

export type Encoding = (typeof encodings)[number];

/** Bytes that are enough to tell the encoding by. */
const SAMPLE = 1 << 16;

/**
 * Bytes that are hardly ever UTF-8 are taken for GB18030, which holds GBK and GB2312: what Chinese spreadsheets write.
 * A few damaged bytes cost their characters, not the file. A character that the sample's end cuts does not count.
 */
function detectEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== undefined) return unmarked;
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true });
  let foreign = 0;
  let damaged = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0xfffd) damaged++;
    else if (unit >= 0x80) foreign++;
  }
  if (damaged <= foreign) return 'utf-8';
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes, { stream: true });
    return 'gb18030';
  } catch {
    return 'utf-8';
  }
}

/** UTF-16 without a mark: of two bytes the one is 0 wherever a sign or a digit stands, the other hardly ever. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
  const zeros: [number, number] = [0, 0];
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) zeros[at & 1]++;
  const [even, odd] = zeros;
  const many = Math.max(2, bytes.length / 100);
  if (odd > many && even * 20 < odd) return 'utf-16le';
  return even > many && odd * 20 < even ? 'utf-16be' : undefined;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  if (parts.length === 1) return first;
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/**
 * The pieces with those in front put together to so many bytes, or to all there are. An error comes behind what was read
 * before it.
 */
async function* withHead(pieces: AsyncIterable<Uint8Array>, least: number): AsyncGenerator<Uint8Array> {
  const held: Uint8Array[] = [];
  let length = 0;
  let failure: { readonly cause: unknown } | undefined;
  try {
    for await (const piece of pieces) {
      if (length >= least) {
        yield piece;
        continue;
      }
      held.push(piece);
      length += piece.length;
      if (length >= least) yield joined(held);
    }
  } catch (cause) {
    failure = { cause };
  }
  if (length > 0 && length < least) yield joined(held);
  if (failure !== undefined) throw failure.cause;
}

/** Text in pieces; bytes behind text are UTF-8, a character that two pieces share included. */
async function* textOf(first: string, rest: Pieces): AsyncGenerator<string> {
  yield first.replace(/^\uFEFF/, '');
  const decoder = new TextDecoder();
  for await (const piece of rest) {
    yield typeof piece === 'string' ? decoder.decode() + piece : decoder.decode(piece, { stream: true });
  }
  yield decoder.decode();
}

async function* bytesOf(first: Uint8Array, rest: Pieces): AsyncGenerator<Uint8Array> {
  yield first;
  const encoder = new TextEncoder();
  for await (const piece of rest) yield typeof piece === 'string' ? encoder.encode(piece) : piece;
}

async function* decodeBytes(
  bytes: AsyncGenerator<Uint8Array>,
  encoding: Encoding,
  name: string,
): AsyncGenerator<string> {
  // Two bytes tell gzip.
  const pieces = withHead(bytes, 2);
  const { value: head, done } = await pieces.next();
  if (done === true) return;
  const whole = bytesOf(head, pieces);
  const plain = isGzip(head) ? gunzip(whole, name) : whole;
  let decoder: TextDecoder | undefined;
  for await (const piece of withHead(plain, SAMPLE)) {
    if (decoder === undefined) {
      refuseBinary(piece, name);
      decoder = new TextDecoder(encoding === 'auto' ? detectEncoding(piece) : encoding);
      const text = decoder.decode(piece, { stream: true });
      refuseControls(text, name);
      yield text;
    } else yield decoder.decode(piece, { stream: true });
  }
  if (decoder !== undefined) yield decoder.decode();
}

/**
 * Text of a source in pieces: gzip is unpacked and the encoding found from the bytes, a mark at the start is
 * dropped, a character that two pieces share is put together.
 *
 * @param name  of the source, for errors.
 * @throws {TruncatedInput} after the last piece, if compressed data stops short.
 * @throws {RedianError} INVALID_INPUT if compressed data grows beyond 64 MB and 200 times its size, and for what is no text:
 *   spreadsheets, pictures, archives; INVALID_ARGUMENT if it is no source.
 */
export async function* decodeSource(
  source: PostSource,
  encoding: Encoding,
  name = '',
): AsyncGenerator<string> {
  const pieces = piecesOf(source);
  try {
    const { value: first, done } = await pieces.next();
    if (done === true) return;
    const text =
      typeof first === 'string' ? textOf(first, pieces) : decodeBytes(bytesOf(first, pieces), encoding, name);
    for await (const piece of text) if (piece !== '') yield piece;
  } finally {
    await pieces.return();
  }
}
