import { HashTrie } from '../lexicon/hash-trie.js';
import { foldUnit } from '../text/fold.js';
import { isHanUnit } from '../text/unit-kinds.js';

/** What a word does to the feeling of the words after it. */
export type Shifter =
  | 'negation'
  | 'degree+'
  | 'degree-'
  | 'contrast'
  | 'question'
  | 'irony'
  | 'hope'
  | 'concession'
  | 'rise'
  | 'fall'
  | 'good+'
  | 'bad+';

/** The same as numbers; 0 is none. */
export const NEGATION = 1;
export const STRONGER = 2;
export const WEAKER = 3;
export const CONTRAST = 4;
export const QUESTION = 5;
export const IRONY = 6;
export const HOPE = 7;
export const CONCESSION = 8;
export const RISE = 9;
export const FALL = 10;
export const MORE_IS_GOOD = 11;
export const MORE_IS_BAD = 12;

const numbers: Readonly<Record<Shifter, number>> = {
  negation: NEGATION,
  'degree+': STRONGER,
  'degree-': WEAKER,
  contrast: CONTRAST,
  question: QUESTION,
  irony: IRONY,
  hope: HOPE,
  concession: CONCESSION,
  rise: RISE,
  fall: FALL,
  'good+': MORE_IS_GOOD,
  'bad+': MORE_IS_BAD,
};

/** Beside the number of a shifter. */
const ENTRY = 16;

/** Longest word that is looked through for an entry in it. */
const LONGEST_PARTED = 8;

/**
 * The entries and shifters of the lexicon by their folded units. A step down costs a look into one table, and most words
 * that say nothing leave it at their second or third unit: so nothing need be remembered of words.
 *
 * Nodes are numbers, 0 for what nothing begins with.
 */
export class WordTrie {
  /** Nodes of first units, which every word asks for. */
  readonly #firsts = new Uint16Array(65536);
  /** An open-addressing table of steps, two integers each: the node and the unit in one, and the node below. */
  readonly #steps: Int32Array;
  /** Those of beginnings of entries are below it. */
  readonly #beginnings: number;
  /** By node: what the word that ends there does, and whether it is an {@link ENTRY}. */
  readonly #kinds: Uint8Array;
  /** By node: polarity of the entry that ends there. */
  readonly #polarities: Float64Array;
  /** By node: the entry that ends there. */
  readonly #entries: string[] = [];

  constructor(
    words: readonly (readonly [string, number])[],
    shifters: readonly (readonly [string, Shifter])[],
  ) {
    const trie = new HashTrie();
    for (const [word] of words) this.#entries[trie.insert(word)] = word;
    this.#beginnings = trie.limit;
    for (const [word] of shifters) trie.insert(word);
    this.#kinds = new Uint8Array(trie.limit);
    this.#polarities = new Float64Array(trie.limit);
    let steps = 1024;
    while (steps < 1.5 * trie.limit) steps *= 2;
    this.#steps = new Int32Array(2 * steps);
    for (const [word, polarity] of words) {
      const node = this.#keep(trie, word);
      this.#polarities[node] = polarity;
      this.#kinds[node] = ENTRY;
    }
    for (const [word, shifter] of shifters) {
      const node = this.#keep(trie, word);
      this.#kinds[node] = ((this.#kinds[node] as number) & ENTRY) | numbers[shifter];
    }
  }

  /** Copies the steps of a word from the trie that grows, which takes three times the room; gives its node. */
  #keep(trie: HashTrie, word: string): number {
    const steps = this.#steps;
    let node = 0;
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      const below = trie.child(node, unit);
      if (i === 0) this.#firsts[unit] = below;
      else if (this.child(node, unit) === 0) {
        let at = placeOf(node, unit, steps.length);
        while (steps[at + 1] !== 0) at = (at + 2) & (steps.length - 1);
        steps[at] = (node << 16) | unit;
        steps[at + 1] = below;
      }
      node = below;
    }
    return node;
  }

  /** Whether anything begins with a unit, which is folded here. */
  isFirst(unit: number): boolean {
    return this.#firsts[foldUnit(unit)] !== 0;
  }

  /** Node of units[from, to), at least one. */
  node(units: Uint16Array, from: number, to: number): number {
    let node = this.#firsts[units[from] as number] as number;
    for (let at = from + 1; at < to && node !== 0; at++) node = this.child(node, units[at] as number);
    return node;
  }

  /** Node of a text, which is folded. */
  nodeOf(text: string): number {
    let node = text.length === 0 ? 0 : (this.#firsts[foldUnit(text.charCodeAt(0))] as number);
    for (let at = 1; at < text.length && node !== 0; at++)
      node = this.child(node, foldUnit(text.charCodeAt(at)));
    return node;
  }

  /** Node of what goes on from a node with units[from, to). */
  below(node: number, units: Uint16Array, from: number, to: number): number {
    let last = node;
    for (let at = from; at < to && last !== 0; at++) last = this.child(last, units[at] as number);
    return last;
  }

  /** Node of what goes on from a node with one unit; of nodes there are less than 65,536. */
  child(node: number, unit: number): number {
    const steps = this.#steps;
    const step = (node << 16) | unit;
    for (let at = placeOf(node, unit, steps.length); ; at = (at + 2) & (steps.length - 1)) {
      const below = steps[at + 1] as number;
      if (steps[at] === step || below === 0) return below;
    }
  }

  /** Whether an entry begins with what a node stands for, or is it. */
  begins(node: number): boolean {
    return node !== 0 && node < this.#beginnings;
  }

  isEntry(node: number): boolean {
    return ((this.#kinds[node] as number) & ENTRY) !== 0;
  }

  /** Polarity of an entry. */
  polarityOf(node: number): number {
    return this.#polarities[node] as number;
  }

  /** The entry that ends at a node. */
  entryOf(node: number): string {
    return this.#entries[node] as string;
  }

  shifterOf(node: number): number {
    return (this.#kinds[node] as number) & ~ENTRY;
  }

  /**
   * Where a Chinese word that is no entry itself falls apart into a shifter and an entry (太香, 不靠谱), or into any beginning
   * and an entry of two characters; `from` if it does not.
   */
  splitOf(units: Uint16Array, from: number, to: number): number {
    const length = to - from;
    if (length < 2 || length > LONGEST_PARTED || !isHanUnit(units[from] as number)) return from;
    for (let at = from + 1; at < to; at++) {
      if (!this.isEntry(this.node(units, at, to))) continue;
      if (to - at > 1) return at;
      const shifter = this.shifterOf(this.node(units, from, at));
      if (shifter !== 0 && shifter < CONCESSION && shifter !== CONTRAST) return at;
    }
    return from;
  }
}

/** Where a step is looked for first in a table of so many integers, a power of two. */
function placeOf(node: number, unit: number, length: number): number {
  const mixed = Math.imul(node ^ Math.imul(unit, 0x9e3779b1), 0x85ebca6b);
  return ((mixed ^ (mixed >>> 15)) << 1) & (length - 1);
}
