import { HashTrie } from './hash-trie.js';
import { naturalLog } from './natural-log.js';

/** Bits for pairs of codes, and how many of 32 are not needed to number them. */
export const PAIR_COUNT = 1 << 19;
const PAIR_SHIFT = 32 - 19;

/**
 * The words of a dictionary that were added, changed or deleted at run time.
 *
 * A bitmap over the first two units of the words stands before the trie, so that text without user words hardly
 * pays for them.
 */
export class UserWords {
  readonly trie = new HashTrie();
  /** Node of each unit that is a word by itself, 0 for others. */
  readonly singles = new Int32Array(65536);
  /** Frequency by node; -1 where nothing was set: only a beginning of words. */
  frequencies = new Float64Array(1024).fill(-1);
  /** Natural logarithm of the frequency by node. */
  logs = new Float64Array(1024);
  /** Identifier of the word by node. */
  ids = new Int32Array(1024);
  readonly tags = new Map<number, string>();
  readonly #pairs: Int32Array;
  readonly #singleCodes: Uint8Array;

  /** @param pairs, singleCodes  empty; see {@link WordLexicon}. */
  constructor(pairs: Int32Array, singleCodes: Uint8Array) {
    this.#pairs = pairs;
    this.#singleCodes = singleCodes;
  }

  /**
   * Sets a word's frequency; 0 keeps it as a beginning of words only.
   *
   * @param codes  the codes of its first two units.
   */
  set(
    word: string,
    frequency: number,
    tag: string | undefined,
    id: number,
    codes: readonly [number, number],
  ): void {
    const node = this.trie.insert(word);
    if (node >= this.frequencies.length) this.#grow(2 * node);
    const first = word.charCodeAt(0);
    if (word.length === 1) {
      this.singles[first] = node;
      this.#singleCodes[codes[0]] = 1;
    } else {
      const bit = pairBit(codes[0], codes[1]);
      this.#pairs[bit >>> 5] |= 1 << (bit & 31);
    }
    this.frequencies[node] = frequency;
    this.logs[node] = frequency > 0 ? naturalLog(frequency) : 0;
    this.ids[node] = id;
    if (tag !== undefined) this.tags.set(node, tag);
  }

  /** Node of text[start, end), 0 if it neither is nor begins a word of these. */
  find(text: string, start: number, end: number): number {
    return this.trie.begins(text.charCodeAt(start)) ? this.trie.node(text, start, end) : 0;
  }

  #grow(size: number): void {
    const frequencies = new Float64Array(size).fill(-1);
    frequencies.set(this.frequencies);
    this.frequencies = frequencies;
    const logs = new Float64Array(size);
    logs.set(this.logs);
    this.logs = logs;
    const ids = new Int32Array(size);
    ids.set(this.ids);
    this.ids = ids;
  }
}

/** Where the bit of a pair of codes is in the bitmap: Fibonacci hashing. */
export function pairBit(first: number, second: number): number {
  return Math.imul((first << 16) ^ (second * 5), 0x9e3779b1) >>> PAIR_SHIFT;
}
