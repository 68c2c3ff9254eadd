import type { Place } from '../base/place.js';
import { HashTrie, type TrieRoom } from './hash-trie.js';
import { naturalLog } from './natural-log.js';

/** Bits for pairs of codes, and how many of 32 are not needed to number them. */
const PAIR_COUNT = 1 << 19;
const PAIR_SHIFT = 32 - 19;

/** Slots of the trie that the kernel can read, and nodes in it: enough for some 100,000 words. */
const SLOTS = 1 << 19;
const NODES = SLOTS / 2;

/** Where the kernel finds the words of the user; all zero at first. */
export interface UserRoom extends TrieRoom {
  /** A bit for the codes of the first two characters of every word, see {@link pairBit}. */
  readonly pairs: Int32Array;
  /** 1 for the code of every character that is a word. */
  readonly singles: Uint8Array;
  readonly logs: Float64Array;
  readonly ids: Int32Array;
}

/** @param codeCount  codes are below this. */
export function userRoom(place: Place, codeCount: number): UserRoom {
  return {
    pairs: place.ints(PAIR_COUNT / 32),
    singles: place.bytes(codeCount),
    keys: place.doubles(SLOTS),
    children: place.ints(SLOTS),
    logs: place.doubles(NODES),
    ids: place.ints(NODES),
  };
}

/**
 * The words of a dictionary that were added, changed or deleted at run time.
 *
 * A bitmap over the first two units of the words stands before the trie, so that text without user words hardly
 * pays for them.
 */
export class UserWords {
  readonly trie: HashTrie;
  /** Frequency by node; -1 where nothing was set: only a beginning of words. */
  frequencies = new Float64Array(1024).fill(-1);
  /** Natural logarithm of the frequency by node, −∞ where there is no word. */
  logs: Float64Array;
  /** Identifier of the word by node. */
  ids: Int32Array;
  readonly tags = new Map<number, string>();
  readonly #room: UserRoom;

  constructor(room: UserRoom) {
    this.#room = room;
    this.trie = new HashTrie(room);
    this.logs = room.logs;
    this.ids = room.ids;
    this.logs.fill(Number.NEGATIVE_INFINITY, 0, this.frequencies.length);
  }

  /** Whether all of it lies in the room that it was given. */
  get fits(): boolean {
    return this.logs === this.#room.logs && this.trie.slots <= this.#room.keys.length;
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
    if (word.length === 1) this.#room.singles[codes[0]] = 1;
    else {
      const bit = pairBit(codes[0], codes[1]);
      this.#room.pairs[bit >>> 5] |= 1 << (bit & 31);
    }
    this.frequencies[node] = frequency;
    this.logs[node] = frequency > 0 ? naturalLog(frequency) : Number.NEGATIVE_INFINITY;
    this.ids[node] = id;
    if (tag !== undefined) this.tags.set(node, tag);
  }

  /** Node of text[start, end), 0 if it neither is nor begins a word of these. */
  find(text: string, start: number, end: number): number {
    return this.trie.begins(text.charCodeAt(start)) ? this.trie.node(text, start, end) : 0;
  }

  #grow(size: number): void {
    const filled = this.frequencies.length;
    const frequencies = new Float64Array(size).fill(-1);
    frequencies.set(this.frequencies);
    this.frequencies = frequencies;
    if (size > this.logs.length) {
      const logs = new Float64Array(size);
      logs.set(this.logs);
      this.logs = logs;
      const ids = new Int32Array(size);
      ids.set(this.ids);
      this.ids = ids;
    }
    this.logs.fill(Number.NEGATIVE_INFINITY, filled, size);
  }
}

/** Where the bit of a pair of codes is in the bitmap: Fibonacci hashing. */
export function pairBit(first: number, second: number): number {
  return Math.imul((first << 16) ^ (second * 5), 0x9e3779b1) >>> PAIR_SHIFT;
}
