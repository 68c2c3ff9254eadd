import type { WordLexicon } from './word-lexicon.js';

export const PAGE_BITS = 8;
const PAGE = 1 << PAGE_BITS;
export const PAGE_MASK = PAGE - 1;

/** Elements of a slot, and units of a string that a slot holds. */
const SLOT = 4;
const INLINE = 5;
/** Share of the slots that may be taken. */
const FULL = 0.75;

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
   * Open addressing, a slot of four: the identifier of an added string, 0 where free, and what tells it from others: up
   * to {@link INLINE} units themselves and their number, so that one access to memory finds it; of longer ones a hash.
   */
  #slots = new Int32Array(SLOT * 8192);
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
    const length = end - start;
    let one = text.charCodeAt(start) << 16;
    if (length > 1) one |= text.charCodeAt(start + 1);
    let two = 0;
    let three = length;
    if (length > 2) two = text.charCodeAt(start + 2) << 16;
    if (length > 3) two |= text.charCodeAt(start + 3);
    if (length > 4) three |= text.charCodeAt(start + 4) << 16;
    if (length > INLINE) {
      three = length;
      for (let i = start + 4; i < end; i++) {
        one = Math.imul(one ^ text.charCodeAt(i), 0x9e3779b1);
        one ^= one >>> 15;
        two = Math.imul(two ^ one, 0x85ebca6b);
      }
    }
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = placeOf(one, two, three) & mask;
    for (let id = slots[slot]; id !== 0; slot = (slot + SLOT) & mask, id = slots[slot])
      if (
        slots[slot + 1] === one &&
        slots[slot + 2] === two &&
        slots[slot + 3] === three &&
        (length <= INLINE || this.#equals(id - this.#firstAdded, text, start, end))
      )
        return id;
    const id = this.limit;
    this.#store(text, start, end);
    this.keep(id, text, start, end);
    slots[slot] = id;
    slots[slot + 1] = one;
    slots[slot + 2] = two;
    slots[slot + 3] = three;
    if (this.#added * SLOT > slots.length * FULL) this.#grow();
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
    for (let at = 0; at < old.length; at += SLOT) {
      if (old[at] === 0) continue;
      let slot = placeOf(old[at + 1], old[at + 2], old[at + 3]) & mask;
      while (slots[slot] !== 0) slot = (slot + SLOT) & mask;
      for (let i = 0; i < SLOT; i++) slots[slot + i] = old[at + i];
    }
    this.#slots = slots;
  }
}

/** Where what tells a string is looked for first: the beginning of a slot. */
function placeOf(one: number, two: number, three: number): number {
  const mixed = Math.imul(one ^ Math.imul(two ^ Math.imul(three, 0xc2b2ae35), 0x85ebca6b), 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & -SLOT;
}

/** A slice of 13 units or more would keep the whole text alive: long words are put together anew. */
function copyOf(text: string, start: number, end: number): string {
  if (end - start < 13) return text.slice(start, end);
  const pieces: string[] = [];
  for (let i = start; i < end; i++) pieces.push(text.charAt(i));
  return pieces.join('');
}
