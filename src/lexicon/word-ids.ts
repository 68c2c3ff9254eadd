import type { WordLexicon } from './word-lexicon.js';

export const PAGE_BITS = 8;
const PAGE = 1 << PAGE_BITS;
export const PAGE_MASK = PAGE - 1;

const emptyPage: (string | undefined)[] = new Array(PAGE).fill(undefined);

/**
 * Identifiers of words, known or not, and back. The same string has the same identifier for as long as its tokenizer lives,
 * whatever way it was found.
 *
 * Words of the dictionary and single UTF-16 units have fixed ones; other strings get the next free one when they
 * are first met.
 */
export class WordIds {
  /**
   * Strings by identifier, in pages, each string made when it is first met and then reused. Pages without any are one
   * and the same: most of a large dictionary is never met.
   */
  readonly pages: (string | undefined)[][];
  readonly #lexicon: WordLexicon;
  readonly #firstAdded: number;
  /**
   * Open addressing, a slot of two: the key of an added string, see {@link keyOf}, and beside it its identifier, 0
   * where free, and negative if the string has two units and so is known by its key. One access to memory finds both.
   */
  #slots = new Int32Array(2 * 8192);
  #added = 0;
  /** Units of the added strings, one after the other, and where each begins. */
  #units = new Uint16Array(32768);
  #starts = new Int32Array(4097);

  constructor(lexicon: WordLexicon) {
    this.#lexicon = lexicon;
    this.#firstAdded = lexicon.singleBase + 65536;
    this.pages = new Array(Math.ceil(this.#firstAdded / PAGE)).fill(emptyPage);
  }

  /** Identifiers are below this. */
  get limit(): number {
    return this.#firstAdded + this.#added;
  }

  /** Makes and keeps the string text[start, end) of an identifier. */
  keep(id: number, text: string, start: number, end: number): string {
    const word = copyOf(text, start, end);
    const page = id >>> PAGE_BITS;
    if ((this.pages[page] ?? emptyPage) === emptyPage) this.pages[page] = emptyPage.slice();
    this.pages[page][id & PAGE_MASK] = word;
    return word;
  }

  /** Identifier of text[start, end), which has no fixed one. O(end − start). */
  intern(text: string, start: number, end: number): number {
    const key = keyOf(text, start, end);
    const slots = this.#slots;
    const mask = slots.length - 1;
    const isPair = end - start === 2;
    let slot = placeOf(key) & mask;
    for (let known = slots[slot + 1]; known !== 0; slot = (slot + 2) & mask, known = slots[slot + 1]) {
      if (slots[slot] !== key || known < 0 !== isPair) continue;
      if (isPair) return -known;
      if (this.#equals(known - this.#firstAdded, text, start, end)) return known;
    }
    const id = this.limit;
    this.#store(text, start, end);
    this.keep(id, text, start, end);
    slots[slot] = key;
    slots[slot + 1] = isPair ? -id : id;
    if (this.#added * 4 > slots.length) this.#grow();
    return id;
  }

  /** Identifier of any string. */
  of(word: string): number {
    const id = this.#lexicon.idOf(word, 0, word.length);
    return id === 0 ? this.intern(word, 0, word.length) : id;
  }

  /** The string of an identifier, undefined if nothing has it. */
  word(id: number): string | undefined {
    const word = this.pages[id >>> PAGE_BITS]?.[id & PAGE_MASK];
    if (word !== undefined || id >= this.#firstAdded) return word;
    if (id >= this.#lexicon.singleBase) return String.fromCharCode(id - this.#lexicon.singleBase);
    return this.#lexicon.wordOfUnit(id);
  }

  #equals(number: number, text: string, start: number, end: number): boolean {
    const units = this.#units;
    let at = this.#starts[number];
    if (this.#starts[number + 1] - at !== end - start) return false;
    for (let i = start; i < end; i++) if (units[at++] !== text.charCodeAt(i)) return false;
    return true;
  }

  #store(text: string, start: number, end: number): void {
    let at = this.#starts[this.#added];
    const stop = at + end - start;
    if (stop > this.#units.length) {
      const units = new Uint16Array(Math.max(stop, 2 * this.#units.length));
      units.set(this.#units);
      this.#units = units;
    }
    for (let i = start; i < end; i++) this.#units[at++] = text.charCodeAt(i);
    this.#added++;
    if (this.#added >= this.#starts.length) {
      const starts = new Int32Array(2 * this.#starts.length);
      starts.set(this.#starts);
      this.#starts = starts;
    }
    this.#starts[this.#added] = stop;
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 1;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] === 0) continue;
      let slot = placeOf(old[at]) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      slots[slot] = old[at];
      slots[slot + 1] = old[at + 1];
    }
    this.#slots = slots;
  }
}

/** Of two units these units, of more their hash. */
function keyOf(text: string, start: number, end: number): number {
  let key = (text.charCodeAt(start) << 16) | text.charCodeAt(start + 1);
  for (let i = start + 2; i < end; i++) {
    key = Math.imul(key ^ text.charCodeAt(i), 0x9e3779b1);
    key ^= key >>> 15;
  }
  return key;
}

/** Where a key is looked for first, an even number. */
function placeOf(key: number): number {
  const mixed = Math.imul(key, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & ~1;
}

/** A slice of 13 units or more would keep the whole text alive: long words are put together anew. */
function copyOf(text: string, start: number, end: number): string {
  if (end - start < 13) return text.slice(start, end);
  const pieces: string[] = [];
  for (let i = start; i < end; i++) pieces.push(text.charAt(i));
  return pieces.join('');
}
