import { unpackSections } from './container.js';
import { UserTrie } from './user-trie.js';

export const JIEBA_KIND = 'JIEB';
export const JIEBA_VERSION = 1;

/**
 * jieba's prefix dictionary: which strings are words, with which frequency, and which are prefixes of words.
 *
 * The compiled words stand in a double array that is shared with the bytes they were read from. A word added
 * at run time whose letters are a path of that array changes a private copy of it; any other goes into a trie
 * of its own beside it. The same word is never in both.
 */
export class JiebaTable {
  /** Code of each UTF-16 unit; 0 for one that no compiled word has. */
  readonly codes: Uint16Array;
  /** Base and label << 16 | rank of each unit. */
  units: Int32Array;
  /** Frequency and its natural logarithm by rank; rank 0 is no word, and its logarithm 0 is that of 1. */
  frequencies: Int32Array | Float64Array;
  logs: Float64Array;
  /** Sum of all frequencies, as jieba keeps it, and its logarithm. */
  total: number;
  logTotal: number;
  readonly users = new UserTrie();
  /** States of the double array; ids of the user trie's nodes begin here. */
  readonly size: number;

  #ranks: Map<number, number> | undefined;
  #owned = false;

  /** @throws {RedianError} INVALID_DATA if the bytes are no such table, or a damaged one. */
  constructor(bytes: Uint8Array, name = 'jieba.bin') {
    const [total, codes, frequencies, logs, units] = unpackSections(bytes, JIEBA_KIND, JIEBA_VERSION, name);
    this.total = (total as Float64Array)[0] as number;
    this.logTotal = Math.log(this.total);
    this.codes = codes as Uint16Array;
    this.frequencies = frequencies as Int32Array;
    this.logs = logs as Float64Array;
    this.units = units as Int32Array;
    this.size = this.units.length >> 1;
  }

  /** State reached by text[start, end) from the root of the compiled words, or -1. */
  state(text: string, start: number, end: number): number {
    let state = 0;
    for (let i = start; i < end; i++) {
      const code = this.codes[text.charCodeAt(i)] as number;
      const next = (this.units[2 * state] as number) + code;
      if ((this.units[2 * next + 1] as number) >>> 16 !== code) return -1;
      state = next;
    }
    return state;
  }

  /** Frequency of text[start, end): 0 for a mere prefix, undefined for what is neither word nor prefix. */
  frequency(text: string, start = 0, end = text.length): number | undefined {
    const state = this.state(text, start, end);
    if (state > 0) return this.frequencies[(this.units[2 * state + 1] as number) & 0xffff];
    return this.users.size === 0 ? undefined : this.users.frequency(text, start, end);
  }

  /** True if text[start, end) is a word with a frequency above zero. */
  isWord(text: string, start: number, end: number): boolean {
    return (this.frequency(text, start, end) ?? 0) > 0;
  }

  /** Id of a word: its state; -1 for what is no word. Stays the same as long as words are only added. */
  id(text: string, start: number, end: number): number {
    const state = this.state(text, start, end);
    if (state > 0) return ((this.units[2 * state + 1] as number) & 0xffff) === 0 ? -1 : state;
    if (this.users.size === 0) return -1;
    const node = this.users.node(text, start, end);
    return node > 0 && this.users.frequencyOf(node) > 0 ? this.size + node : -1;
  }

  /** Sets a word's frequency and adds it to the total, as jieba's add_word does. */
  set(word: string, frequency: number): void {
    const state = this.state(word, 0, word.length);
    if (state > 0) {
      this.#own();
      const rank = this.#rank(frequency);
      const label = (this.units[2 * state + 1] as number) & ~0xffff;
      this.units[2 * state + 1] = label | rank;
    } else {
      this.users.set(word, frequency);
    }
    this.total += frequency;
    this.logTotal = Math.log(this.total);
  }

  #own(): void {
    if (this.#owned) return;
    this.units = this.units.slice();
    this.#owned = true;
  }

  #rank(frequency: number): number {
    if (this.#ranks === undefined) {
      this.#ranks = new Map();
      for (let rank = 0; rank < this.frequencies.length; rank++) {
        this.#ranks.set(this.frequencies[rank] as number, rank);
      }
    }
    const known = this.#ranks.get(frequency);
    if (known !== undefined) return known;
    let rank = this.#ranks.size;
    if (rank > 0xffff) rank = this.#nearest(frequency);
    else {
      if (rank >= this.logs.length) {
        const frequencies = new Float64Array(Math.min(0x10000, rank * 2));
        frequencies.set(this.frequencies);
        this.frequencies = frequencies;
        const logs = new Float64Array(frequencies.length);
        logs.set(this.logs);
        this.logs = logs;
      }
      this.frequencies[rank] = frequency;
      this.logs[rank] = Math.log(frequency);
    }
    this.#ranks.set(frequency, rank);
    return rank;
  }

  /** With 65,535 different frequencies in use a further one takes the nearest of them. */
  #nearest(frequency: number): number {
    let best = 1;
    for (let rank = 1; rank < this.frequencies.length; rank++) {
      const distance = Math.abs((this.frequencies[rank] as number) - frequency);
      if (distance < Math.abs((this.frequencies[best] as number) - frequency)) best = rank;
    }
    return best;
  }
}
