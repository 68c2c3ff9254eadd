import { HashTrie } from './hash-trie.js';
import { naturalLog } from './natural-log.js';

/** Bits in {@link UserWords.pairs}. */
const PAIR_BITS = 1 << 19;

/**
 * The words of a dictionary that were added, changed or deleted at run time.
 *
 * A bitmap over the first two units of the words stands before the trie, so that text without user words hardly
 * pays for them.
 */
export class UserWords {
  readonly trie = new HashTrie();
  /** A bit for the first two units of every word of two or more, see {@link pairBit}. */
  readonly pairs = new Int32Array(PAIR_BITS / 32);
  /** Node of each unit that is a word by itself, 0 for others. */
  readonly singles = new Int32Array(65536);
  hasSingles = false;
  /** Frequency by node; -1 where nothing was set: only a beginning of words. */
  frequencies = new Float64Array(1024).fill(-1);
  /** Natural logarithm of the frequency by node. */
  logs = new Float64Array(1024);
  /** Identifier of the word by node. */
  ids = new Int32Array(1024);
  readonly tags = new Map<number, string>();

  /** Sets a word's frequency; 0 keeps it as a beginning of words only. */
  set(word: string, frequency: number, tag: string | undefined, id: number): void {
    const node = this.trie.insert(word);
    if (node >= this.frequencies.length) this.#grow(2 * node);
    const first = word.charCodeAt(0);
    if (word.length === 1) {
      this.singles[first] = node;
      this.hasSingles = true;
    } else {
      const bit = pairBit(first, word.charCodeAt(1));
      this.pairs[bit >>> 5] |= 1 << (bit & 31);
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

/** Where the bit of a pair of units is in {@link UserWords.pairs}. */
export function pairBit(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & (PAIR_BITS - 1);
}
