import { RedianError } from '../errors.js';

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

/** Takes files from memory that threads share instead of from disk. */
export function shareDataFiles(files: ReadonlyMap<string, Uint8Array>): void {
  shared = files;
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

/**
 * Reads a file of compiled data at once to where `room` wants its bytes.
 * @throws {RedianError} FILE if it cannot be read.
 */
export function readDataFileInto<T extends { readonly file: Uint8Array }>(
  name: string,
  room: (length: number) => T,
): T {
  const url = dataFileUrl(name);
  const fs = nodeFiles(name);
  try {
    const handle = fs.openSync(url, 'r');
    try {
      const place = room(fs.fstatSync(handle).size);
      for (let at = 0; at < place.file.length; ) {
        const read = fs.readSync(handle, place.file, at, place.file.length - at, at);
        if (read === 0) throw new Error('the file became shorter while it was read');
        at += read;
      }
      return place;
    } finally {
      fs.closeSync(handle);
    }
  } catch (cause) {
    throw unreadable(url, cause);
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
