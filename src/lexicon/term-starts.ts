import { unitTable } from '../text/unit-table.js';
import { separatorOf } from './term-key.js';
import type { TermTable } from './term-table.js';

/** Of a folded unit: terms begin with it; it is a term. */
const OPENS = 1;
const WHOLE = 2;
/** Pairs of units that are told apart: 8 KB of bits, which stay in the cache nearest to the processor. */
const PAIR_BITS = 16;

/**
 * The first two folded units of all terms: most places of a text are told by them to begin none, without a look at a trie of half a
 * megabyte. Of the pairs it has a hash alone, as the filter of B. Bloom (1970) with one function.
 */
export class TermStarts {
  readonly #kinds = unitTable();
  readonly #pairs = new Int32Array(1 << (PAIR_BITS - 5));

  constructor({ codes, units }: TermTable) {
    const unitOf = new Uint16Array(65536);
    const parents = new Map<number, number>();
    for (let unit = 0; unit < 65536; unit++) {
      const code = codes[unit] as number;
      if (code === 0) continue;
      unitOf[code] = unit;
      const packed = units[2 * code + 1] as number;
      if (packed >>> 16 !== code) continue;
      this.#kinds[unit] = (packed & 0xffff) === 0 ? OPENS : WHOLE;
      const base = units[2 * code] as number;
      if (base !== 0) parents.set(base, unit);
    }
    for (let state = 0; 2 * state < units.length; state++) {
      const code = (units[2 * state + 1] as number) >>> 16;
      const parent = parents.get(state - code);
      if (code !== 0 && parent !== undefined) this.#addPair(parent, unitOf[code] as number);
    }
  }

  /** Adds those of a key. */
  add(key: string): void {
    const first = key.charCodeAt(0);
    if (key.length === 1) this.#kinds[first] = WHOLE;
    else {
      this.#kinds[first] |= OPENS;
      this.#addPair(first, key.charCodeAt(1));
    }
  }

  /** Whether a term begins with this unit. */
  has(unit: number): boolean {
    return this.#kinds[unit] !== 0;
  }

  /** False if no term begins with these two, where a separator may stand between any. */
  mayBegin(first: number, next: number): boolean {
    const kind = this.#kinds[first] as number;
    if (kind !== OPENS) return kind !== 0;
    const pair = hashOf(first, next);
    return ((this.#pairs[pair >>> 5] as number) & (1 << pair)) !== 0 || separatorOf[next] === 1;
  }

  #addPair(first: number, next: number): void {
    const pair = hashOf(first, next);
    this.#pairs[pair >>> 5] |= 1 << pair;
  }
}

function hashOf(first: number, next: number): number {
  return Math.imul((first << 16) | next, 0x9e3779b1) >>> (32 - PAIR_BITS);
}
