import { HashTrie } from '../lexicon/hash-trie.js';
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
  | 'bad+'
  | 'light'
  | 'talk'
  | 'market'
  | 'remark'
  | 'asking'
  | 'sought'
  | 'never'
  | 'mend'
  | 'cease'
  | 'forgo'
  | 'sneer'
  | 'wanting'
  | 'gone'
  | 'before'
  | 'now'
  | 'scorn';

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
export const TALK = 13;
export const MARKET = 14;
export const LIGHT = 15;
export const REMARK = 16;
export const ASKING = 17;
export const SOUGHT = 18;
export const MEND = 19;
export const CEASE = 20;
export const GONE = 21;
export const BEFORE = 22;
export const NOW = 23;
export const SCORN = 24;
export const NEVER = 25;
export const FORGO = 26;
export const SNEER = 27;
export const WANTING = 28;
/** How many numbers there are. */
export const SHIFTERS = 29;

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
  light: LIGHT,
  talk: TALK,
  market: MARKET,
  remark: REMARK,
  asking: ASKING,
  sought: SOUGHT,
  never: NEVER,
  forgo: FORGO,
  sneer: SNEER,
  wanting: WANTING,
  mend: MEND,
  cease: CEASE,
  gone: GONE,
  before: BEFORE,
  now: NOW,
  scorn: SCORN,
};

/** Longest word that is looked through for an entry in it. */
const LONGEST_PARTED = 8;

/** Bits of {@link WordTrie}'s table of beginnings. */
const PAIR_BITS = 17;

/** The bit of two units with which a word begins. */
function pairBit(first: number, second: number): number {
  return Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b) >>> (32 - PAIR_BITS);
}

/** Whether a shifter may be cut into several pieces, as 找不到 and `far from` are. */
function mayBeParted(shifter: string): boolean {
  return shifter.length > 1 && (isHanUnit(shifter.charCodeAt(0)) || shifter.includes(' '));
}

/**
 * The entries and shifters of the lexicon by their folded units. Most words that say nothing are told by a bit of their first
 * two units, and the rest leave the trie at their third: so nothing need be remembered of words.
 *
 * Nodes are numbers, 0 for what nothing begins with.
 */
export class WordTrie {
  readonly #trie = new HashTrie();
  /** Nodes of first units, which every word asks for. */
  readonly #firsts = new Int32Array(65536);
  /** A bit for each two units with which an entry or a shifter begins; for each unit that is an entry by itself. */
  readonly #pairs = new Int32Array((1 << PAIR_BITS) / 32);
  readonly #singles = new Int32Array(65536 / 32);
  /** Those of beginnings of entries, and of shifters that may be cut into several pieces, are below it. */
  readonly #beginnings: number;
  /** By node: polarity of the entry that ends there, NaN where none does. */
  readonly #polarities: Float64Array;
  readonly #shifters: Uint8Array;
  /** By node: the entry that ends there. */
  readonly #entries: string[] = [];
  readonly #fold: Uint16Array;

  /** @param fold  the folded unit of each unit. */
  constructor(
    words: readonly (readonly [string, number])[],
    shifters: readonly (readonly [string, Shifter])[],
    fold: Uint16Array,
  ) {
    this.#fold = fold;
    for (const [word] of words) this.#entries[this.#trie.insert(word)] = word;
    for (const [word] of shifters) if (mayBeParted(word)) this.#trie.insert(word);
    this.#beginnings = this.#trie.limit;
    for (const [word] of shifters) this.#trie.insert(word);
    this.#polarities = new Float64Array(this.#trie.limit).fill(Number.NaN);
    this.#shifters = new Uint8Array(this.#trie.limit);
    for (const [word, polarity] of words) {
      this.#polarities[this.#trie.insert(word)] = polarity;
      this.#markBeginning(word);
      const unit = word.charCodeAt(0);
      if (word.length === 1) this.#singles[unit >>> 5] |= 1 << unit;
    }
    for (const [word, shifter] of shifters) {
      this.#shifters[this.#trie.insert(word)] = numbers[shifter];
      this.#markBeginning(word);
    }
  }

  #markBeginning(word: string): void {
    const unit = word.charCodeAt(0);
    this.#firsts[unit] = this.#trie.child(0, unit);
    if (word.length === 1) return;
    const bit = pairBit(unit, word.charCodeAt(1));
    this.#pairs[bit >>> 5] |= 1 << bit;
  }

  /** Whether anything begins with a unit, which is folded here. */
  isFirst(unit: number): boolean {
    return this.#firsts[this.#fold[unit] as number] !== 0;
  }

  /** Node of units[from, to), at least one. */
  node(units: Uint16Array, from: number, to: number): number {
    const first = units[from] as number;
    if (to - from > 1) {
      const bit = pairBit(first, units[from + 1] as number);
      if ((((this.#pairs[bit >>> 5] as number) >>> bit) & 1) === 0) return 0;
    }
    let node = this.#firsts[first] as number;
    for (let at = from + 1; at < to && node !== 0; at++) node = this.#trie.child(node, units[at] as number);
    return node;
  }

  /** Node of a text, which is folded. */
  nodeOf(text: string): number {
    let node = text.length === 0 ? 0 : (this.#firsts[this.#fold[text.charCodeAt(0)] as number] as number);
    for (let at = 1; at < text.length && node !== 0; at++)
      node = this.#trie.child(node, this.#fold[text.charCodeAt(at)] as number);
    return node;
  }

  /** Node of what goes on from a node with units[from, to). */
  below(node: number, units: Uint16Array, from: number, to: number): number {
    let last = node;
    for (let at = from; at < to && last !== 0; at++) last = this.#trie.child(last, units[at] as number);
    return last;
  }

  /** Node of what goes on from a node with one unit. */
  child(node: number, unit: number): number {
    return this.#trie.child(node, unit);
  }

  /** Whether an entry, or a shifter of several pieces, begins with what a node stands for, or is it. */
  begins(node: number): boolean {
    return node !== 0 && node < this.#beginnings;
  }

  isEntry(node: number): boolean {
    return !Number.isNaN(this.#polarities[node]);
  }

  /** Polarity of an entry; 0 of what is none. */
  polarityOf(node: number): number {
    return (this.#polarities[node] as number) || 0;
  }

  /** The entry that ends at a node. */
  entryOf(node: number): string {
    return this.#entries[node] as string;
  }

  shifterOf(node: number): number {
    return this.#shifters[node] as number;
  }

  /**
   * Where a Chinese word that is no entry itself falls apart into a shifter and an entry (太香, 不靠谱), or into any beginning
   * and an entry of two characters; `from` if it does not.
   */
  splitOf(units: Uint16Array, from: number, to: number): number {
    const length = to - from;
    if (length < 2 || length > LONGEST_PARTED || !isHanUnit(units[from] as number)) return from;
    for (let at = from + 1; at < to - 1; at++) {
      const node = this.node(units, at, to);
      if (node !== 0 && this.isEntry(node)) return at;
    }
    const last = units[to - 1] as number;
    if ((((this.#singles[last >>> 5] as number) >>> last) & 1) === 0) return from;
    const shifter = this.shifterOf(this.node(units, from, to - 1));
    return shifter !== 0 && shifter < CONCESSION && shifter !== CONTRAST ? to - 1 : from;
  }
}
