import { describeValue, RedianError } from '../errors.js';

/** Where posts are read from: bytes or text, whole or in pieces. A file is opened by `redian`'s Node side. */
export type PostSource =
  | string
  | Uint8Array
  | Iterable<string | Uint8Array>
  | AsyncIterable<string | Uint8Array>
  | ReadableStream<Uint8Array>
  | Blob;

/** Pieces of text or bytes, in turn. */
export type Pieces = AsyncGenerator<string | Uint8Array, void, undefined>;

/** The pieces of a stream; one that is left early is cancelled, so that it lets go of its file or connection. */
export async function* piecesOfStream(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function isStream(source: object): source is ReadableStream<Uint8Array> {
  return 'getReader' in source && typeof source.getReader === 'function';
}

/**
 * What a source holds, in pieces that are not empty. What is left early is closed.
 *
 * @throws {RedianError} INVALID_ARGUMENT if it is no source.
 */
export async function* piecesOf(source: PostSource): Pieces {
  for await (const piece of iterableOf(source)) if (piece.length > 0) yield piece;
}

function iterableOf(source: PostSource): Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array> {
  if (typeof source === 'string' || source instanceof Uint8Array) return [source];
  if (typeof source === 'object' && source !== null) {
    if (typeof Blob === 'function' && source instanceof Blob) return piecesOfStream(source.stream());
    if (Symbol.asyncIterator in source || Symbol.iterator in source) return source;
    if (isStream(source)) return piecesOfStream(source);
  }
  throw new RedianError(
    'INVALID_ARGUMENT',
    `source: expected text, bytes, a Blob or an iterable of pieces, got ${describeValue(source)}`,
    { details: { name: 'source' } },
  );
}
