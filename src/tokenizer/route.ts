import { pairBit, type UserWords } from '../lexicon/user-words.js';
import type { WordLexicon } from '../lexicon/word-lexicon.js';
import { BLOCK, CODE } from '../lexicon/word-table.js';

/** Bits of {@link Route.pairs}: the rank of the two characters as a word, whether the trie has them, what begins there. */
const RANK = 0xffff;
const FOUND = 0x10000;
/** Longer words of the table may begin there. */
const DEEP = 0x20000;
/** Words of the user may begin there. */
const USER = 0x40000;

const LEAST_LENGTH = 4096;
/** Longest stretch whose arrays are kept for the next one. */
const KEPT_LENGTH = 1 << 16;

/**
 * The most probable path through the words of a stretch of text.
 *
 * What a character costs in a dictionary of megabytes is the wait for memory, so the words are not looked up one after
 * the other: first all pairs of neighbouring characters are, then the third character of those that go on. Within such
 * a pass no look-up depends on another and no branch on what was found, so that the processor has many of them
 * under way at once. The path itself, from right to left, then finds what it needs in the cache.
 *
 * Arrays are by position in the stretch and hold until the next call.
 */
export class Route {
  /** Code of each character, {@link WordLexicon.outside} for one that belongs to no block. */
  codes = new Uint16Array(0);
  /**
   * 2 integers each: where the word on the path that begins there ends, for a character outside of blocks its own
   * position; and the identifier of that word.
   */
  path = new Int32Array(0);
  /** Logarithm of the probability from there to the end of the block. */
  #scores = new Float64Array(0);
  /** Unit of the trie for each character and the one behind it, if {@link hasPair}. */
  pairUnits = new Int32Array(0);
  #pairs = new Int32Array(0);
  #list = new Int32Array(0);
  readonly #lexicon: WordLexicon;

  constructor(lexicon: WordLexicon) {
    this.#lexicon = lexicon;
  }

  #reserve(length: number): void {
    this.codes = new Uint16Array(length + 1);
    this.path = new Int32Array(2 * length + 2);
    this.pairUnits = new Int32Array(length + 1);
    this.#pairs = new Int32Array(length + 1);
    this.#list = new Int32Array(length + 1);
    this.#scores = new Float64Array(length + 2);
  }

  /** Gives back what a very long stretch took. */
  shrink(): void {
    if (this.codes.length > KEPT_LENGTH) this.#reserve(LEAST_LENGTH);
  }

  /** Whether the trie has the characters at i and i + 1. */
  hasPair(i: number): boolean {
    return (this.#pairs[i] & FOUND) !== 0;
  }

  /** Whether the characters at i and i + 1 are a word of the table. */
  isPairWord(i: number): boolean {
    return (this.#pairs[i] & RANK) !== 0;
  }

  /** Whether words of the user may begin at i. */
  mayBeUsers(i: number): boolean {
    return (this.#pairs[i] & USER) !== 0;
  }

  /** Finds the path of text[start, end), which must not begin or end within a block. O(end − start). */
  find(text: string, start: number, end: number): void {
    const length = end - start;
    if (length >= this.codes.length) this.#reserve(Math.max(length, LEAST_LENGTH, 2 * this.codes.length));
    const lexicon = this.#lexicon;
    const { codes } = this;
    recode(text, start, length, lexicon.codes, lexicon.outside, codes);
    const found = findPairs(
      codes,
      length,
      lexicon.bases,
      lexicon.units,
      this.pairUnits,
      this.#pairs,
      this.#list,
    );
    findThirds(codes, found, lexicon.units, this.pairUnits, this.#pairs, this.#list);
    if (lexicon.user !== undefined)
      markUserWords(codes, length, lexicon.user.pairs, lexicon.user.singles, this.#pairs);
    this.#choose(text, start, length);
  }

  /** jieba's route: the sums are formed in its order, and of equal ones the longer word wins, as in Python. */
  #choose(text: string, start: number, length: number): void {
    const { codes, path, pairUnits } = this;
    const scores = this.#scores;
    const pairs = this.#pairs;
    const { outside, units, logs, singleLogs, logTotal } = this.#lexicon;
    scores[length] = 0;
    path[2 * length] = length;
    for (let k = length - 1; k >= 0; k--) {
      const code = codes[k];
      if (code === outside) {
        scores[k] = 0;
        path[2 * k] = k;
        continue;
      }
      const pair = pairs[k];
      let best = singleLogs[code] - logTotal + scores[k + 1];
      let end = k + 1;
      let id = code;
      if (pair !== 0) {
        if ((pair & RANK) !== 0) {
          const score = logs[pair & RANK] - logTotal + scores[k + 2];
          if (score >= best) {
            best = score;
            end = k + 2;
            id = this.#lexicon.idOfUnit(pairUnits[k]);
          }
        }
        if (pair >= DEEP) {
          if ((pair & DEEP) !== 0) {
            let at = k + 2;
            for (let base = units[2 * pairUnits[k]]; base !== 0; ) {
              const label = codes[at];
              const unit = base + label;
              const meta = units[2 * unit + 1];
              if (meta >>> 16 !== label) break;
              at++;
              if ((meta & RANK) !== 0) {
                const score = logs[meta & RANK] - logTotal + scores[at];
                if (score >= best) {
                  best = score;
                  end = at;
                  id = this.#lexicon.idOfUnit(unit);
                }
              }
              base = units[2 * unit];
            }
          }
          if (pair >= USER) {
            path[2 * k] = end;
            path[2 * k + 1] = id;
            best = this.#weighUserWords(text, start, k, length, best);
            end = path[2 * k];
            id = path[2 * k + 1];
          }
        }
      }
      if (best === Number.NEGATIVE_INFINITY) best = scores[k + 1] - logTotal;
      scores[k] = best;
      path[2 * k] = end;
      path[2 * k + 1] = id;
    }
  }

  /**
   * Weighs the words of the user that begin at position k of text[start, start + length); they stand above those of the table.
   *
   * @param bestOfTable  what the best word of the table gives; its end and identifier are in {@link path}.
   * @returns what the best word of all gives.
   */
  #weighUserWords(text: string, start: number, k: number, length: number, bestOfTable: number): number {
    const { codes, path } = this;
    const scores = this.#scores;
    const { logTotal, outside } = this.#lexicon;
    const user = this.#lexicon.user as UserWords;
    let best = bestOfTable;
    let node = user.child(0, text.charCodeAt(start + k));
    if (node !== 0 && user.log(node) !== Number.NEGATIVE_INFINITY) {
      const score = user.log(node) - logTotal + scores[k + 1];
      if (path[2 * k] === k + 1 || score > best) {
        best = score;
        path[2 * k] = k + 1;
        path[2 * k + 1] = codes[k];
      }
    }
    for (let i = k + 1; node !== 0 && i < length && codes[i] !== outside; i++) {
      node = user.child(node, text.charCodeAt(start + i));
      if (node === 0 || user.log(node) === Number.NEGATIVE_INFINITY) continue;
      const score = user.log(node) - logTotal + scores[i + 1];
      if (score > best || (score === best && i + 1 > path[2 * k])) {
        best = score;
        path[2 * k] = i + 1;
        path[2 * k + 1] = user.id(node);
      }
    }
    return best;
  }
}

function recode(
  text: string,
  start: number,
  length: number,
  codeOf: Uint16Array,
  outside: number,
  codes: Uint16Array,
): void {
  for (let i = 0; i < length; i++) {
    const code = codeOf[text.charCodeAt(start + i)];
    codes[i] = (code & BLOCK) === 0 ? outside : code & CODE;
  }
  codes[length] = outside;
}

/** Looks up each character with the one behind it; gives how many were found, their positions in `list`. */
function findPairs(
  codes: Uint16Array,
  length: number,
  bases: Int32Array,
  units: Int32Array,
  pairUnits: Int32Array,
  pairs: Int32Array,
  list: Int32Array,
): number {
  let found = 0;
  let code = codes[0];
  for (let k = 0; k < length; k++) {
    const base = bases[code];
    code = codes[k + 1];
    const unit = base + code;
    const meta = units[2 * unit + 1];
    // 1 if the label is the code and there are children at all: no branch.
    const hit = ((((meta >>> 16) ^ code) - 1) & -base) >>> 31;
    pairUnits[k] = unit;
    pairs[k] = ((meta & RANK) | FOUND) & -hit;
    list[found] = k;
    found = (found + hit) | 0;
  }
  return found;
}

/** Marks the pairs that a third character goes on from. */
function findThirds(
  codes: Uint16Array,
  found: number,
  units: Int32Array,
  pairUnits: Int32Array,
  pairs: Int32Array,
  list: Int32Array,
): void {
  for (let i = 0; i < found; i++) {
    const k = list[i];
    const base = units[2 * pairUnits[k]];
    const code = codes[k + 2];
    const hit = ((((units[2 * (base + code) + 1] >>> 16) ^ code) - 1) & -base) >>> 31;
    pairs[k] |= -hit & DEEP;
  }
}

function markUserWords(
  codes: Uint16Array,
  length: number,
  bits: Int32Array,
  singles: Uint8Array,
  pairs: Int32Array,
): void {
  let code = codes[0];
  for (let k = 0; k < length; k++) {
    const first = code;
    code = codes[k + 1];
    const bit = pairBit(first, code);
    pairs[k] |= -(((bits[bit >>> 5] >>> (bit & 31)) | singles[first]) & 1) & USER;
  }
}
