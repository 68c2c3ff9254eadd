import type { Place } from '../base/place.js';
import { naturalLog } from './natural-log.js';

/** Bits for pairs of codes, and how many of 32 are not needed to number them. */
const PAIR_COUNT = 1 << 19;
const PAIR_SHIFT = 32 - 19;

/** Slots that the kernel can read, and nodes: enough for some 100,000 words. */
const SLOTS = 1 << 19;
const NODES = SLOTS / 2;
const LEAST_SLOTS = 1024;

/** A node: 8 integers, of which the last four are two doubles. */
const WIDTH = 8;
const PARENT = 0;
/** The UTF-16 unit that leads to it, and {@link HAS_CHILDREN}. */
const UNIT = 1;
const ID = 2;
const HAS_CHILDREN = 0x10000;
/** In doubles: logarithm of the frequency, −∞ where there is no word; frequency, −1 where nothing was set. */
const LOG = 2;
const FREQUENCY = 3;

/** Where the kernel finds the words of the user; all zero at first. */
export interface UserRoom {
  /** Whether the kernel can read it; of a shared place it cannot, as these words are nobody else's. */
  readonly isReadable: boolean;
  /** A bit for the codes of the first two characters of every word, see {@link pairBit}. */
  readonly pairs: Int32Array;
  /** 1 for the code of every character that is a word. */
  readonly singles: Uint8Array;
  /** Node of every unit with which a word begins. */
  readonly firsts: Int32Array;
  /** Open addressing by parent and unit: nodes, 0 where free. */
  readonly slots: Int32Array;
  readonly nodes: Int32Array;
}

/** @param codeCount  codes are below this. */
export function userRoom(place: Place, codeCount: number): UserRoom {
  if (place.isShared) {
    return {
      isReadable: false,
      pairs: new Int32Array(PAIR_COUNT / 32),
      singles: new Uint8Array(codeCount),
      firsts: new Int32Array(65536),
      slots: new Int32Array(LEAST_SLOTS),
      nodes: new Int32Array(LEAST_SLOTS * WIDTH),
    };
  }
  return {
    isReadable: true,
    pairs: place.ints(PAIR_COUNT / 32),
    singles: place.bytes(codeCount),
    firsts: place.ints(65536),
    slots: place.ints(SLOTS),
    nodes: place.ints(NODES * WIDTH),
  };
}

/**
 * The words of a dictionary that were added, changed or deleted at run time: a trie that grows, in one hash table of
 * (node, UTF-16 unit) -> node. Node 0 is the root. A step costs a probe or two, adding a word of n units O(n).
 *
 * A bitmap over the first two units of the words stands before it, so that text without user words hardly pays for them.
 */
export class UserWords {
  /** Whether all of it lies where the kernel can read it. */
  fits: boolean;
  readonly tags = new Map<number, string>();
  readonly #room: UserRoom;
  #slots: Int32Array;
  #nodes: Int32Array;
  #figures: Float64Array;
  /** Nodes in use, the root included. */
  #count = 1;

  constructor(room: UserRoom) {
    this.#room = room;
    this.fits = room.isReadable;
    this.#slots = room.slots.subarray(0, LEAST_SLOTS);
    this.#nodes = room.nodes;
    this.#figures = doublesOf(room.nodes);
  }

  /** Slots of the table, a power of two. */
  get slots(): number {
    return this.#slots.length;
  }

  /**
   * Sets a word's frequency; 0 keeps it as a beginning of words only.
   *
   * @param first  the code of its first unit.
   * @param second  that of its second.
   */
  set(
    word: string,
    frequency: number,
    tag: string | undefined,
    id: number,
    first: number,
    second: number,
  ): void {
    const node = this.#insert(word);
    if (word.length === 1) this.#room.singles[first] = 1;
    else {
      const bit = pairBit(first, second);
      this.#room.pairs[bit >>> 5] |= 1 << (bit & 31);
    }
    this.#figures[(node * WIDTH) / 2 + LOG] =
      frequency > 0 ? naturalLog(frequency) : Number.NEGATIVE_INFINITY;
    this.#figures[(node * WIDTH) / 2 + FREQUENCY] = frequency;
    this.#nodes[node * WIDTH + ID] = id;
    if (tag !== undefined) this.tags.set(node, tag);
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
    if (node === 0) return this.#room.firsts[unit];
    const slots = this.#slots;
    const nodes = this.#nodes;
    const mask = slots.length - 1;
    for (let at = hash(node, unit) & mask; ; at = (at + 1) & mask) {
      const found = slots[at];
      if (found === 0) return 0;
      const record = found * WIDTH;
      if (nodes[record + PARENT] === node && (nodes[record + UNIT] & 0xffff) === unit) return found;
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
    const { firsts } = this.#room;
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
      this.fits = false;
    }
    const record = node * WIDTH;
    this.#nodes[record + PARENT] = parent;
    this.#nodes[record + UNIT] = unit;
    this.#nodes[parent * WIDTH + UNIT] |= HAS_CHILDREN;
    this.#figures[record / 2 + LOG] = Number.NEGATIVE_INFINITY;
    this.#figures[record / 2 + FREQUENCY] = -1;
    return node;
  }

  #put(node: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const record = node * WIDTH;
    let at = hash(this.#nodes[record + PARENT], this.#nodes[record + UNIT] & 0xffff) & mask;
    while (slots[at] !== 0) at = (at + 1) & mask;
    slots[at] = node;
  }

  /** Puts all nodes into a table of twice the size: nothing of the old one is needed for it. */
  #grow(): void {
    const size = 2 * this.#slots.length;
    if (size <= this.#room.slots.length) this.#slots = this.#room.slots.subarray(0, size).fill(0);
    else {
      this.#slots = new Int32Array(size);
      this.fits = false;
    }
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
