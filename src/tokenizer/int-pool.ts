/** Elements of a page: 2 KB, which is what a copy of a short array for another thread takes along. */
const PAGE = 512;
/** Longer arrays have a buffer of their own: it costs little beside what is written into it. */
const LONGEST = 512;

/**
 * Small integer arrays as views of pages that many share. To make a buffer of its own costs engines .4 to .8 µs, more
 * than to cut a headline; a view costs a tenth of that.
 */
export class IntPool {
  #page = new ArrayBuffer(0);
  #used = 0;

  /** A new array of zeros. */
  take(length: number): Int32Array<ArrayBuffer> {
    if (length === 0 || length > LONGEST) return new Int32Array(length);
    if (4 * (this.#used + length) > this.#page.byteLength) this.#turn();
    const array = new Int32Array(this.#page, 4 * this.#used, length);
    this.#used += length;
    return array;
  }

  #turn(): void {
    this.#page = new ArrayBuffer(4 * PAGE);
    this.#used = 0;
    // To transfer one array would empty all others of its page: Node then copies instead, Deno refuses.
    globalThis.process?.getBuiltinModule?.('node:worker_threads')?.markAsUntransferable?.(this.#page);
  }
}
