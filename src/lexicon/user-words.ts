import { HashTrie } from './hash-trie.js';
import { naturalLog } from './natural-log.js';

/** Bits for pairs of codes, and how many of 32 are not needed to number them. */
const PAIR_COUNT = 1 << 19;
const PAIR_SHIFT = 32 - 19;

/** Nodes that there is room for at first. */
const LEAST_NODES = 1024;

/**
 * Words of the user that the double array cannot take, see {@link AddedUnits}: a trie that grows. A step costs a probe or
 * two, adding a word of n units O(n).
 *
 * A bitmap over the first two units of the words stands before it, so that text without user words hardly pays for them.
 */
export class UserWords {
  /** A bit for the codes of the first two characters of every word, see {@link pairBit}. */
  readonly pairs = new Int32Array(PAIR_COUNT / 32);
  /** 1 for the code of every character that is a word. */
  readonly singles: Uint8Array;
  readonly #trie = new HashTrie();
  // By node.
  #ids = new Int32Array(LEAST_NODES);
  #logs = new Float64Array(LEAST_NODES).fill(Number.NEGATIVE_INFINITY);
  #frequencies = new Float64Array(LEAST_NODES).fill(-1);

  /** @param codeCount  codes are below this. */
  constructor(codeCount: number) {
    this.singles = new Uint8Array(codeCount);
  }

  /**
   * Sets a word's frequency; 0 keeps it as a beginning of words only.
   *
   * @param first  the code of its first unit.
   * @param second  that of its second.
   */
  set(word: string, frequency: number, id: number, first: number, second: number): void {
    const node = this.#trie.insert(word);
    if (node >= this.#ids.length) this.#grow(node);
    if (word.length === 1) this.singles[first] = 1;
    else {
      const bit = pairBit(first, second);
      this.pairs[bit >>> 5] |= 1 << (bit & 31);
    }
    this.#logs[node] = frequency > 0 ? naturalLog(frequency) : Number.NEGATIVE_INFINITY;
    this.#frequencies[node] = frequency;
    this.#ids[node] = id;
  }

  /** Node of text[start, end), 0 if it neither is nor begins a word of these. */
  find(text: string, start: number, end: number): number {
    return this.#trie.node(text, start, end);
  }

  /** Child of a node, or 0. */
  child(node: number, unit: number): number {
    return this.#trie.child(node, unit);
  }

  /** Frequency that was set at a node; -1 where none was: only a beginning of words. */
  frequency(node: number): number {
    return this.#frequencies[node];
  }

  /** Natural logarithm of the frequency, −∞ where there is no word. */
  log(node: number): number {
    return this.#logs[node];
  }

  /** Identifier of the word. */
  id(node: number): number {
    return this.#ids[node];
  }

  /** Makes room for a node: none has a higher number. */
  #grow(node: number): void {
    const { length } = this.#ids;
    const more = Math.max(2 * length, node + 1);
    const ids = new Int32Array(more);
    const logs = new Float64Array(more).fill(Number.NEGATIVE_INFINITY, length);
    const frequencies = new Float64Array(more).fill(-1, length);
    ids.set(this.#ids);
    logs.set(this.#logs);
    frequencies.set(this.#frequencies);
    this.#ids = ids;
    this.#logs = logs;
    this.#frequencies = frequencies;
  }
}

/** Where the bit of a pair of codes is in the bitmap: Fibonacci hashing. */
export function pairBit(first: number, second: number): number {
  return Math.imul((first << 16) ^ (second * 5), 0x9e3779b1) >>> PAIR_SHIFT;
}
