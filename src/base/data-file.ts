import { RedianError } from '../errors.js';
import type { SharedPlace } from './place.js';

declare const REDIAN_DATA_FOLDER: string | undefined;

/** Compiled data that stands beside the code in dist/data. In a source checkout `npm run build:data` makes it. */
const folder = typeof REDIAN_DATA_FOLDER === 'string' ? REDIAN_DATA_FOLDER : '../../dist/data/';

/** Where a file of compiled data is: a `file:` URL in Node and Deno, an `http(s):` URL in a browser. */
export function dataFileUrl(name: string): URL {
  return new URL(folder + name, import.meta.url);
}

function unreadable(url: URL, cause: unknown): RedianError {
  return new RedianError(
    'FILE',
    `${decodeURIComponent(url.pathname)}: the compiled data of redian cannot be read; ` +
      'in a source checkout run "npm run build:data" first',
    { cause, details: { url: url.href } },
  );
}

let shared: ReadonlyMap<string, Uint8Array> | undefined;
const places = new Map<string, SharedPlace>();

/**
 * Takes files from memory that threads share instead of from disk.
 *
 * @param inPlaces  those of them that lie in a memory of WebAssembly, with an area of it for this thread.
 */
export function shareDataFiles(
  files: ReadonlyMap<string, Uint8Array>,
  inPlaces: ReadonlyMap<string, SharedPlace>,
): void {
  shared = files;
  places.clear();
  for (const [name, place] of inPlaces) places.set(name, place);
}

/** Whether files can be read in parts, and none are taken from other threads. */
export function canReadParts(): boolean {
  return shared === undefined && globalThis.process?.getBuiltinModule?.('node:fs') !== undefined;
}

/** The memory in which a file is shared, for the first who asks: a thread has one area of it. */
export function takeSharedPlace(name: string): SharedPlace | undefined {
  const place = places.get(name);
  places.delete(name);
  return place;
}

/**
 * Reads a file of compiled data at once. Needs a runtime with `node:fs` (Node 20.16 or later, Deno, Bun).
 * @throws {RedianError} FILE if it cannot be read.
 */
export function readDataFileSync(name: string): Uint8Array {
  const there = shared?.get(name);
  if (there !== undefined) return there;
  const url = dataFileUrl(name);
  const fs = nodeFiles(name);
  try {
    const bytes = fs.readFileSync(url);
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (cause) {
    throw unreadable(url, cause);
  }
}

/** What of a file is read at once: a page of memory. */
const BLOCK = 4096;

/** What {@link PartialFile.peek} reads at once. */
const WINDOW = 1 << 16;

/**
 * A file of compiled data of which a small part is wanted: its bytes are 0 until they are asked for. Where files cannot be
 * read in parts, all of them are there from the start.
 */
export class PartialFile {
  readonly bytes: Uint8Array;
  readonly #url: URL;
  /** 1 for each block that was read; undefined when all are. */
  #known: Uint8Array | undefined;
  #handle: number | undefined;
  /** A part of the file that was read for a look, and where it starts. */
  #window: Uint8Array | undefined;
  #windowAt = -WINDOW;

  private constructor(url: URL, bytes: Uint8Array, known: Uint8Array | undefined) {
    this.#url = url;
    this.bytes = bytes;
    this.#known = known;
  }

  /** @throws {RedianError} FILE if it cannot be read. */
  static openSync(name: string): PartialFile {
    const url = dataFileUrl(name);
    const there = shared?.get(name);
    if (there !== undefined) return new PartialFile(url, there, undefined);
    let size: number;
    try {
      ({ size } = nodeFiles(name).statSync(url));
    } catch (cause) {
      if (cause instanceof RedianError) throw cause;
      throw unreadable(url, cause);
    }
    return new PartialFile(url, new Uint8Array(size), new Uint8Array(Math.ceil(size / BLOCK)));
  }

  /** The same where files are fetched. */
  static async open(name: string): Promise<PartialFile> {
    if (globalThis.process?.getBuiltinModule?.('node:fs')) return PartialFile.openSync(name);
    return new PartialFile(dataFileUrl(name), await readDataFile(name), undefined);
  }

  /**
   * Makes sure that bytes [from, to) are there.
   * @throws {RedianError} FILE if they cannot be read.
   */
  load(from: number, to: number): void {
    const known = this.#known;
    if (known === undefined) return;
    const end = Math.min(known.length, Math.ceil(to / BLOCK));
    for (let block = Math.floor(from / BLOCK); block < end; block++) {
      if (known[block] === 1) continue;
      let after = block;
      while (after < end && known[after] === 0) known[after++] = 1;
      const start = block * BLOCK;
      const stop = Math.min(this.bytes.length, after * BLOCK);
      this.#read(this.bytes.subarray(start, stop), start, stop);
      block = after;
    }
  }

  /**
   * Bytes [from, to) for a look: until the next call. New memory costs more than reading does, so that many small parts, one
   * behind the other, are read through one window.
   * @throws {RedianError} FILE if they cannot be read.
   */
  peek(from: number, to: number): Uint8Array {
    if (this.#known === undefined || to - from > WINDOW) {
      this.load(from, to);
      return this.bytes.subarray(from, to);
    }
    this.#window ??= new Uint8Array(WINDOW);
    if (from < this.#windowAt || to > this.#windowAt + WINDOW) {
      this.#windowAt = -WINDOW;
      this.#read(this.#window, from, Math.min(this.bytes.length, from + WINDOW));
      this.#windowAt = from;
    }
    return this.#window.subarray(from - this.#windowAt, to - this.#windowAt);
  }

  /** Reads bytes [from, to) of the file to the start of some memory. */
  #read(into: Uint8Array, from: number, to: number): void {
    try {
      const fs = nodeFiles(this.#url.pathname);
      const handle = this.#handle ?? fs.openSync(this.#url, 'r');
      if (this.#handle === undefined) {
        this.#handle = handle;
        // More is mostly wanted at once; after that the file is not kept open.
        setTimeout(() => {
          this.#handle = undefined;
          fs.closeSync(handle);
        }, 0);
      }
      for (let at = from; at < to; ) {
        const read = fs.readSync(handle, into, at - from, to - at, at);
        if (read === 0) throw new Error('the file became shorter while it was read');
        at += read;
      }
    } catch (cause) {
      // What is missing must not pass for zeros the next time.
      this.#known?.fill(0);
      throw cause instanceof RedianError ? cause : unreadable(this.#url, cause);
    }
  }
}

/**
 * Bytes that are read at a time and copied from there. New memory costs most when it is touched for the first time, and in a
 * virtual machine it costs that twice if the operating system is first: reading 8 MB straight to where they belong and going through
 * them once took 54 ms, so 36.
 */
const PIECE = 1 << 17;

/** A file of compiled data that is read in parts, each when it is needed. Needs a runtime with `node:fs`. */
export class DataFile {
  readonly length: number;
  readonly #url: URL;
  readonly #fs: typeof import('node:fs');

  /** @throws {RedianError} FILE if there is none. */
  constructor(name: string) {
    this.#url = dataFileUrl(name);
    this.#fs = nodeFiles(name);
    try {
      this.length = this.#fs.statSync(this.#url).size;
    } catch (cause) {
      throw unreadable(this.#url, cause);
    }
  }

  /**
   * Reads the bytes from offset `from` on and below `to` to the same offsets of `bytes`.
   * @throws {RedianError} FILE if they cannot be read.
   */
  readInto(bytes: Uint8Array, from: number, to: number): void {
    const fs = this.#fs;
    try {
      const handle = fs.openSync(this.#url, 'r');
      try {
        const piece = new Uint8Array(Math.min(PIECE, to - from));
        for (let at = from; at < to; ) {
          const read = fs.readSync(handle, piece, 0, Math.min(PIECE, to - at), at);
          if (read === 0) throw new Error('the file became shorter while it was read');
          bytes.set(read === PIECE ? piece : piece.subarray(0, read), at);
          at += read;
        }
      } finally {
        fs.closeSync(handle);
      }
    } catch (cause) {
      throw unreadable(this.#url, cause);
    }
  }
}

function nodeFiles(name: string): typeof import('node:fs') {
  const fs = globalThis.process?.getBuiltinModule?.('node:fs');
  if (!fs) {
    throw new RedianError('FILE', `${name}: this runtime cannot read files at once; await load() first`);
  }
  return fs;
}

/**
 * Reads a file of compiled data: from disk in Node, by `fetch` in a browser.
 * @throws {RedianError} FILE if it cannot be read.
 */
export async function readDataFile(name: string): Promise<Uint8Array> {
  if (shared?.has(name) === true || globalThis.process?.getBuiltinModule?.('node:fs'))
    return readDataFileSync(name);
  const url = dataFileUrl(name);
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw unreadable(url, cause);
  }
}
