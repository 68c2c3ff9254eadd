import { naturalLog } from './natural-log.js';

/** Bits for pairs of codes, and how many of 32 are not needed to number them. */
const PAIR_COUNT = 1 << 19;
const PAIR_SHIFT = 32 - 19;

const LEAST_SLOTS = 1024;

/** A node: 8 integers, of which the last four are two doubles. */
const WIDTH = 8;
const PARENT = 0;
/** The UTF-16 unit that leads to it. */
const UNIT = 1;
const ID = 2;
/** In doubles: logarithm of the frequency, −∞ where there is no word; frequency, −1 where nothing was set. */
const LOG = 2;
const FREQUENCY = 3;

/**
 * Words of the user that the double array cannot take, see {@link AddedUnits}: a trie that grows, in one hash table of
 * (node, UTF-16 unit) -> node. Node 0 is the root. A step costs a probe or two, adding a word of n units O(n).
 *
 * A bitmap over the first two units of the words stands before it, so that text without user words hardly pays for them.
 */
export class UserWords {
  /** A bit for the codes of the first two characters of every word, see {@link pairBit}. */
  readonly pairs = new Int32Array(PAIR_COUNT / 32);
  /** 1 for the code of every character that is a word. */
  readonly singles: Uint8Array;
  /** Node of every unit with which a word begins. */
  readonly #firsts = new Int32Array(65536);
  /** Open addressing by parent and unit: nodes, 0 where free. A power of two. */
  #slots = new Int32Array(LEAST_SLOTS);
  #nodes = new Int32Array(LEAST_SLOTS * WIDTH);
  #figures = doublesOf(this.#nodes);
  /** Nodes in use, the root included. */
  #count = 1;

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
    const node = this.#insert(word);
    if (word.length === 1) this.singles[first] = 1;
    else {
      const bit = pairBit(first, second);
      this.pairs[bit >>> 5] |= 1 << (bit & 31);
    }
    this.#figures[(node * WIDTH) / 2 + LOG] =
      frequency > 0 ? naturalLog(frequency) : Number.NEGATIVE_INFINITY;
    this.#figures[(node * WIDTH) / 2 + FREQUENCY] = frequency;
    this.#nodes[node * WIDTH + ID] = id;
  }

  /** Node of text[start, end), 0 if it neither is nor begins a word of these. */
  find(text: string, start: number, end: number): number {
    let node = 0;
    for (let i = start; i < end; i++) {
      node = this.child(node, text.charCodeAt(i));
      if (node === 0) return 0;
    }
    return node;
  }

  /** Child of a node, or 0. */
  child(node: number, unit: number): number {
    if (node === 0) return this.#firsts[unit];
    const slots = this.#slots;
    const nodes = this.#nodes;
    const mask = slots.length - 1;
    for (let at = hash(node, unit) & mask; ; at = (at + 1) & mask) {
      const found = slots[at];
      if (found === 0) return 0;
      const record = found * WIDTH;
      if (nodes[record + PARENT] === node && nodes[record + UNIT] === unit) return found;
    }
  }

  /** Frequency that was set at a node; -1 where none was: only a beginning of words. */
  frequency(node: number): number {
    return this.#figures[(node * WIDTH) / 2 + FREQUENCY];
  }

  /** Natural logarithm of the frequency, −∞ where there is no word. */
  log(node: number): number {
    return this.#figures[(node * WIDTH) / 2 + LOG];
  }

  /** Identifier of the word. */
  id(node: number): number {
    return this.#nodes[node * WIDTH + ID];
  }

  #insert(word: string): number {
    const firsts = this.#firsts;
    const unit = word.charCodeAt(0);
    let node = firsts[unit];
    if (node === 0) {
      node = this.#make(0, unit);
      firsts[unit] = node;
    }
    for (let i = 1; i < word.length; i++) {
      const next = word.charCodeAt(i);
      node = this.child(node, next) || this.#add(node, next);
    }
    return node;
  }

  #add(parent: number, unit: number): number {
    const node = this.#make(parent, unit);
    if (this.#count * 2 > this.#slots.length) this.#grow();
    else this.#put(node);
    return node;
  }

  #make(parent: number, unit: number): number {
    const node = this.#count++;
    if (this.#count * WIDTH > this.#nodes.length) {
      const nodes = new Int32Array(2 * this.#nodes.length);
      nodes.set(this.#nodes);
      this.#nodes = nodes;
      this.#figures = doublesOf(nodes);
    }
    const record = node * WIDTH;
    this.#nodes[record + PARENT] = parent;
    this.#nodes[record + UNIT] = unit;
    this.#figures[record / 2 + LOG] = Number.NEGATIVE_INFINITY;
    this.#figures[record / 2 + FREQUENCY] = -1;
    return node;
  }

  #put(node: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const record = node * WIDTH;
    let at = hash(this.#nodes[record + PARENT], this.#nodes[record + UNIT]) & mask;
    while (slots[at] !== 0) at = (at + 1) & mask;
    slots[at] = node;
  }

  /** Puts all nodes into a table of twice the size: nothing of the old one is needed for it. */
  #grow(): void {
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (let node = 1; node < this.#count; node++) {
      if (this.#nodes[node * WIDTH + PARENT] !== 0) this.#put(node);
    }
  }
}

function doublesOf(nodes: Int32Array): Float64Array {
  return new Float64Array(nodes.buffer, nodes.byteOffset, nodes.length / 2);
}

/** Where the bit of a pair of codes is in the bitmap: Fibonacci hashing. */
export function pairBit(first: number, second: number): number {
  return Math.imul((first << 16) ^ (second * 5), 0x9e3779b1) >>> PAIR_SHIFT;
}

function hash(node: number, unit: number): number {
  const mixed = Math.imul(node ^ Math.imul(unit, 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
