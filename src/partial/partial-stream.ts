import { RedianError } from '../errors.js';
import type { Partial } from './partial.js';
import { unpackPartial } from './partial-bytes.js';

/** How a file begins: the container's magic number and the kind. */
const beginning = [...'RDANPART'].map((letter) => letter.charCodeAt(0));
/** Where the length of a file stands, and the least that it can be. */
const LENGTH_AT = 12;
const SHORTEST = 24;
const LINE_FEED = 10;

/** Takes bytes as they come and gives the partials that they make whole; holds no more than one of them. */
class PartialSplitter {
  readonly #name: string;
  #bytes = new Uint8Array(1 << 16);
  #from = 0;
  #to = 0;
  /** What was looked through for the end of a line. */
  #searched = 0;
  #files = 0;
  #lines = 0;

  constructor(name: string) {
    this.#name = name;
  }

  *push(chunk: Uint8Array): Generator<Partial> {
    if (this.#to + chunk.length > this.#bytes.length) this.#makeRoom(chunk.length);
    this.#bytes.set(chunk, this.#to);
    this.#to += chunk.length;
    while (this.#to - this.#from >= LENGTH_AT + 4) {
      const isFile = this.#isFile();
      const end = isFile ? this.#endOfFile() : this.#endOfLine();
      if (end === undefined) return;
      yield* this.#take(end, isFile);
    }
  }

  *end(): Generator<Partial> {
    while (this.#from < this.#to) {
      const isFile = this.#isFile();
      yield* this.#take((isFile ? undefined : this.#endOfLine()) ?? this.#to, isFile);
    }
    if (this.#files === 0 && this.#lines === 0) {
      throw new RedianError('INVALID_DATA', `${this.#name}: it is empty; expected a partial`);
    }
  }

  #makeRoom(length: number): void {
    const held = this.#bytes.subarray(this.#from, this.#to);
    const needed = held.length + length;
    const room = needed > this.#bytes.length ? new Uint8Array(2 * needed) : this.#bytes;
    if (room === this.#bytes) room.copyWithin(0, this.#from, this.#to);
    else room.set(held);
    this.#searched -= this.#from;
    this.#bytes = room;
    this.#from = 0;
    this.#to = held.length;
  }

  #isFile(): boolean {
    return beginning.every((byte, index) => this.#bytes[this.#from + index] === byte);
  }

  #endOfFile(): number | undefined {
    const length = new DataView(this.#bytes.buffer).getInt32(this.#from + LENGTH_AT, true);
    const end = this.#from + length;
    return length >= SHORTEST && end <= this.#to ? end : undefined;
  }

  #endOfLine(): number | undefined {
    const found = this.#bytes.subarray(0, this.#to).indexOf(LINE_FEED, Math.max(this.#from, this.#searched));
    this.#searched = this.#to;
    return found < 0 ? undefined : found + 1;
  }

  *#take(end: number, isFile: boolean): Generator<Partial> {
    const bytes = this.#bytes.slice(this.#from, end);
    this.#from = end;
    this.#searched = end;
    if (isFile) {
      const number = ++this.#files;
      yield unpackPartial(bytes, number === 1 ? this.#name : `${this.#name}, partial ${number}`);
      return;
    }
    const number = ++this.#lines;
    const line = textOfLine(bytes);
    if (line !== '') yield unpackPartial(bytesOfLine(line, this.#name), `${this.#name}, line ${number}`);
  }
}

/**
 * The last field of a line that is not empty. Hadoop Streaming writes a key, a tab and a value; a line without a tab is all
 * key to it, and gets a tab at its end.
 */
function textOfLine(bytes: Uint8Array): string {
  let text = '';
  for (const field of new TextDecoder().decode(bytes).split('\t')) text = field.trim() || text;
  return text;
}

function bytesOfLine(line: string, name: string): Uint8Array {
  let binary: string;
  try {
    binary = atob(line);
  } catch {
    throw new RedianError('INVALID_DATA', `${name}: neither a partial nor one in base64`);
  }
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

/**
 * The partials in some bytes: files of {@link packPartial} one after the other, or lines of base64. A line may have a
 * key in front of it, ended by a tab, or a tab at its end, as Hadoop Streaming writes them.
 *
 * @throws {RedianError} INVALID_DATA if they are none.
 */
export function* partialsIn(bytes: Uint8Array, name = 'partial'): Generator<Partial> {
  const splitter = new PartialSplitter(name);
  yield* splitter.push(bytes);
  yield* splitter.end();
}

/**
 * As {@link partialsIn}, of bytes as they are read: of many partials one is in memory at a time.
 *
 * @throws {RedianError} INVALID_DATA if they are none.
 */
export async function* readPartials(
  pieces: AsyncIterable<Uint8Array>,
  name = 'partial',
): AsyncGenerator<Partial> {
  const splitter = new PartialSplitter(name);
  for await (const piece of pieces) yield* splitter.push(piece);
  yield* splitter.end();
}
