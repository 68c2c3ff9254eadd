import { RedianError } from '../errors.js';
import { piecesOfStream } from './source.js';

/** Text is a fifth of its size when packed, the most uniform log a fiftieth; what is a 200th was made to fill memory. */
const MOST_TIMES = 200;
/** Bytes that may come out of anything. */
const SMALL = 1 << 26;

/** Compressed data that stops short or is damaged; what came before has been given out. */
export class TruncatedInput extends Error {}

/** Whether bytes begin as gzip does (RFC 1952). */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * Unpacks gzip as it comes.
 *
 * @param name  of the source, for errors.
 * @throws {TruncatedInput} after the last bytes, if the data is damaged or stops short.
 * @throws {RedianError} INVALID_INPUT if it grows beyond 64 MB and 200 times its size; what `packed` throws as it is.
 */
export async function* gunzip(packed: AsyncGenerator<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  let size = 0;
  let unpackedSize = 0;
  let failure: { readonly cause: unknown } | undefined;
  const compressed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const next = await packed.next().catch((cause: unknown) => {
        failure = { cause };
        throw cause;
      });
      if (next.done === true) return controller.close();
      size += next.value.length;
      controller.enqueue(new Uint8Array(next.value));
    },
    async cancel() {
      await packed.return(undefined);
    },
  });
  try {
    for await (const piece of piecesOfStream(compressed.pipeThrough(new DecompressionStream('gzip')))) {
      unpackedSize += piece.length;
      if (unpackedSize > SMALL && unpackedSize > MOST_TIMES * size) {
        throw new RedianError(
          'INVALID_INPUT',
          `${name === '' ? '' : `${name}: `}${size} bytes of gzip unpack to more than ${MOST_TIMES} times as many, which no text of posts does; unpack the file first if it is meant`,
        );
      }
      yield piece;
    }
  } catch (cause) {
    if (failure !== undefined) throw failure.cause;
    if (cause instanceof RedianError) throw cause;
    throw new TruncatedInput('the compressed data is damaged or ends too early', { cause });
  }
}
