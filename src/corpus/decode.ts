import { describeValue, RedianError } from '../errors.js';

/** Where posts are read from: bytes or text, whole or in pieces. A file is opened by `redian`'s Node side. */
export type PostSource =
  | string
  | Uint8Array
  | Iterable<string | Uint8Array>
  | AsyncIterable<string | Uint8Array>
  | ReadableStream<Uint8Array>
  | Blob;

/** Labels that `TextDecoder` knows. `auto` looks at the bytes. */
export type Encoding = 'auto' | 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

async function* streamPieces(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // A reader that is left early must let the source close, a file handle for one.
    await reader.cancel().catch(() => undefined);
  }
}

function pieces(source: PostSource): AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array> {
  if (typeof source === 'string' || source instanceof Uint8Array) return [source];
  if (typeof Blob === 'function' && source instanceof Blob) return streamPieces(source.stream());
  if (Symbol.asyncIterator in source) return source;
  if (Symbol.iterator in source) return source;
  if (typeof (source as ReadableStream<Uint8Array>).getReader === 'function') {
    return streamPieces(source as ReadableStream<Uint8Array>);
  }
  throw new RedianError(
    'INVALID_ARGUMENT',
    `source: expected text, bytes, a Blob or an iterable of pieces, got ${describeValue(source)}`,
    { details: { name: 'source' } },
  );
}

/** Text is a fifth of its size when packed, the most uniform log a fiftieth; what is a 200th was made to fill memory. */
const MOST_TIMES = 200;
/** Bytes that may come out of anything. */
const SMALL = 1 << 26;

/** Thrown by a decoder's stream when compressed data stops short; what came before has been given out. */
export class TruncatedInput extends Error {}

async function* gunzip(
  first: Uint8Array,
  rest: AsyncIterator<string | Uint8Array> | Iterator<string | Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let isFirst = true;
  let packed = 0;
  let unpacked = 0;
  const compressed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      if (isFirst) {
        isFirst = false;
        packed += first.length;
        controller.enqueue(new Uint8Array(first));
        return;
      }
      const next = await rest.next();
      if (next.done === true) controller.close();
      else {
        const { value } = next;
        const bytes = typeof value === 'string' ? encoder.encode(value) : new Uint8Array(value);
        packed += bytes.length;
        controller.enqueue(bytes);
      }
    },
    async cancel() {
      await rest.return?.();
    },
  });
  try {
    for await (const piece of streamPieces(compressed.pipeThrough(new DecompressionStream('gzip')))) {
      unpacked += piece.length;
      if (unpacked > SMALL && unpacked > MOST_TIMES * packed) {
        throw new RedianError(
          'INVALID_INPUT',
          `${name === '' ? '' : `${name}: `}${packed} bytes of gzip unpack to more than ${MOST_TIMES} times as many, which no text of posts does; unpack the file first if it is meant`,
        );
      }
      yield piece;
    }
  } catch (cause) {
    throw cause instanceof RedianError
      ? cause
      : new TruncatedInput('the compressed data is damaged or ends too early', { cause });
  }
}

/**
 * Bytes that are hardly ever UTF-8 are taken for GB18030, which holds GBK and GB2312: what Chinese spreadsheets write.
 * A few damaged bytes cost their characters, not the file. A character that the sample's end cuts does not count.
 */
function detectEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
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

/**
 * Text of a source in pieces: gzip is unpacked and the encoding found from the bytes, a mark at the start is
 * dropped, a character that two pieces share is put together.
 *
 * @param name  of the source, for errors.
 * @throws {TruncatedInput} after the last piece, if compressed data stops short.
 * @throws {RedianError} INVALID_INPUT if compressed data grows beyond 64 MB and 200 times its size.
 */
export async function* decodeSource(
  source: PostSource,
  encoding: Encoding,
  name = '',
): AsyncGenerator<string> {
  const all = pieces(source);
  const iterator =
    Symbol.asyncIterator in all ? all[Symbol.asyncIterator]() : (all as Iterable<string>)[Symbol.iterator]();
  let first = await iterator.next();
  while (first.done !== true && first.value.length === 0) first = await iterator.next();
  if (first.done === true) return;
  if (typeof first.value === 'string') {
    yield first.value.replace(/^\uFEFF/, '');
    // Bytes behind text are UTF-8, a character that two pieces share included.
    const decoder = new TextDecoder();
    for (;;) {
      const next = await iterator.next();
      const { value } = next;
      if (next.done === true || typeof value === 'string') {
        const cut = decoder.decode();
        if (cut !== '') yield cut;
        if (next.done === true) return;
        yield next.value as string;
      } else yield decoder.decode(value, { stream: true });
    }
  }
  let head = first.value;
  let bytes: AsyncIterable<string | Uint8Array>;
  if (head.length === 1) {
    const next = await iterator.next();
    if (next.done !== true && typeof next.value !== 'string') head = new Uint8Array([head[0], ...next.value]);
  }
  if (head[0] === 0x1f && head[1] === 0x8b) {
    bytes = gunzip(head, iterator, name);
  } else {
    bytes = (async function* () {
      yield head;
      try {
        for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
          yield next.value;
      } finally {
        await iterator.return?.();
      }
    })();
  }
  let decoder: TextDecoder | undefined;
  const held: Uint8Array[] = [];
  let heldLength = 0;
  const open = (): string => {
    const sample = new Uint8Array(heldLength);
    let offset = 0;
    for (const part of held) {
      sample.set(part, offset);
      offset += part.length;
    }
    decoder = new TextDecoder(encoding === 'auto' ? detectEncoding(sample) : encoding);
    held.length = 0;
    return decoder.decode(sample, { stream: true });
  };
  try {
    for await (const piece of bytes) {
      const part = typeof piece === 'string' ? new TextEncoder().encode(piece) : piece;
      if (decoder) {
        const text = decoder.decode(part, { stream: true });
        if (text !== '') yield text;
        continue;
      }
      held.push(part);
      heldLength += part.length;
      // Enough to tell the encoding by.
      if (heldLength >= 1 << 16) yield open();
    }
  } catch (error) {
    if (!decoder && heldLength > 0) yield open();
    throw error;
  }
  const last = decoder ? '' : open();
  const text = last + (decoder as TextDecoder | undefined)?.decode();
  if (text !== '') yield text;
}
