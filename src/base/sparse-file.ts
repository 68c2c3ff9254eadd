import { RedianError } from '../errors.js';
import { dataFileUrl, nodeFiles, readDataFile, sharedDataFile, unreadable } from './data-file.js';

/** What of a file is read at once: a page of memory. */
const BLOCK = 4096;

/** What {@link SparseFile.peek} reads at once. */
const WINDOW = 1 << 16;

/**
 * A file of compiled data of which a small part is wanted: its bytes are 0 until they are asked for. Where files cannot be
 * read in parts, all of them are there from the start.
 */
export class SparseFile {
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
  static openSync(name: string): SparseFile {
    const url = dataFileUrl(name);
    const there = sharedDataFile(name);
    if (there !== undefined) return new SparseFile(url, there, undefined);
    let size: number;
    try {
      ({ size } = nodeFiles(name).statSync(url));
    } catch (cause) {
      if (cause instanceof RedianError) throw cause;
      throw unreadable(url, cause);
    }
    return new SparseFile(url, new Uint8Array(size), new Uint8Array(Math.ceil(size / BLOCK)));
  }

  /** The same where files are fetched. */
  static async open(name: string): Promise<SparseFile> {
    if (globalThis.process?.getBuiltinModule?.('node:fs')) return SparseFile.openSync(name);
    return new SparseFile(dataFileUrl(name), await readDataFile(name), undefined);
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
