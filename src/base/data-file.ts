import { RedianError } from '../errors.js';
import type { SharedPlace } from './place.js';

declare const REDIAN_DATA_FOLDER: string | undefined;

/** Compiled data that stands beside the code in dist/data. In a source checkout `npm run build:data` makes it. */
const folder = typeof REDIAN_DATA_FOLDER === 'string' ? REDIAN_DATA_FOLDER : '../../dist/data/';

/** Where a file of compiled data is: a `file:` URL in Node and Deno, an `http(s):` URL in a browser. */
export function dataFileUrl(name: string): URL {
  return new URL(folder + name, import.meta.url);
}

/** That a file of compiled data is missing or cannot be read. */
export function unreadable(url: URL, cause: unknown): RedianError {
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

/** A file that is taken from memory that threads share; undefined if it is read from disk. */
export function sharedDataFile(name: string): Uint8Array | undefined {
  return shared?.get(name);
}

/** Whether {@link readDataFileSync} reads files here. */
export function canReadAtOnce(): boolean {
  return shared !== undefined || globalThis.process?.getBuiltinModule?.('node:fs') !== undefined;
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
  const there = sharedDataFile(name);
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

/** @throws {RedianError} FILE if the runtime has no `node:fs`. */
export function nodeFiles(name: string): typeof import('node:fs') {
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
