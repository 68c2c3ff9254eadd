import type { Place } from '../base/place.js';
import type { WordLexicon } from './word-lexicon.js';

export const PAGE_BITS = 8;
const PAGE = 1 << PAGE_BITS;
export const PAGE_MASK = PAGE - 1;

/** Units of a string that its record holds. */
const INLINE = 8;
/** Integers of a record. */
const RECORD = 4;
/** Strings that there is room for at first, a power of two; there are twice as many places by hash. */
const ROOM = 4096;
/** Bits of a hash that are not looked at, then. */
const SHIFT = Math.clz32(2 * ROOM) + 1;

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
  /** The first identifier that is not fixed. */
  readonly firstAdded: number;
  /** Identifiers of added strings by hash, with open addressing; 0 where free, at least in every other place. */
  index: Int32Array;
  /**
   * By number, what tells an added string from others, so that two accesses to memory find it: of up to {@link INLINE}
   * units these themselves, and zeros behind; of others 0, a hash, the length and another hash.
   */
  records: Int32Array;
  /** Bits of a hash that are not looked at. */
  shift = SHIFT;
  readonly #lexicon: WordLexicon;
  readonly #place: Place;
  #added = 0;
  /** The record of the string that is looked for. */
  #one = 0;
  #two = 0;
  #three = 0;
  #four = 0;

  /** @param place  holds what src/wasm/cutter reads, as long as there is room. */
  constructor(lexicon: WordLexicon, place: Place) {
    this.#lexicon = lexicon;
    this.#place = place;
    this.firstAdded = lexicon.singleBase + 65536;
    this.pages = new Array(Math.ceil(this.firstAdded / PAGE)).fill(emptyPage);
    this.index = place.ints(2 * ROOM);
    this.records = place.ints(RECORD * ROOM);
  }

  /** Identifiers are below this. */
  get limit(): number {
    return this.firstAdded + this.#added;
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
    const isInline = this.#read(text, start, end);
    const { index, records, firstAdded } = this;
    const mask = index.length - 1;
    let at = this.#placeOf(this.#one, this.#two, this.#three, this.#four);
    for (let id = index[at]; id !== 0; at = (at + 1) & mask, id = index[at]) {
      const record = RECORD * (id - firstAdded);
      if (
        records[record] === this.#one &&
        records[record + 1] === this.#two &&
        records[record + 2] === this.#three &&
        records[record + 3] === this.#four &&
        (isInline || this.#equals(id, text, start, end))
      )
        return id;
    }
    const id = this.limit;
    this.keep(id, text, start, end);
    index[at] = id;
    const record = RECORD * this.#added++;
    records[record] = this.#one;
    records[record + 1] = this.#two;
    records[record + 2] = this.#three;
    records[record + 3] = this.#four;
    if (RECORD * this.#added === records.length) this.#grow();
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
    if (word !== undefined || id >= this.firstAdded) return word;
    if (id >= this.#lexicon.singleBase) return String.fromCharCode(id - this.#lexicon.singleBase);
    return this.#lexicon.wordOfUnit(id);
  }

  /** Makes the record of a string; whether it holds the string itself. */
  #read(text: string, start: number, end: number): boolean {
    const length = end - start;
    let one = length > 0 ? text.charCodeAt(start) : 0;
    let isInline = one !== 0 && length <= INLINE;
    let two = 0;
    let three = 0;
    let four = 0;
    if (isInline) {
      if (length > 1) one |= text.charCodeAt(start + 1) << 16;
      if (length > 2) two = text.charCodeAt(start + 2);
      if (length > 3) two |= text.charCodeAt(start + 3) << 16;
      if (length > 4) three = text.charCodeAt(start + 4);
      if (length > 5) three |= text.charCodeAt(start + 5) << 16;
      if (length > 6) four = text.charCodeAt(start + 6);
      if (length > 7) four |= text.charCodeAt(start + 7) << 16;
      // A string that ends with NUL would look as one without.
      isInline = text.charCodeAt(end - 1) !== 0;
    }
    if (!isInline) {
      one = 0;
      two = 0;
      three = length;
      four = 0;
      for (let i = start; i < end; i++) {
        two = Math.imul(two ^ text.charCodeAt(i), 0x9e3779b1);
        two ^= two >>> 15;
        four = Math.imul(four ^ two, 0x85ebca6b);
      }
    }
    this.#one = one;
    this.#two = two;
    this.#three = three;
    this.#four = four;
    return isInline;
  }

  #equals(id: number, text: string, start: number, end: number): boolean {
    const word = this.pages[id >>> PAGE_BITS][id & PAGE_MASK] as string;
    if (word.length !== end - start) return false;
    for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
    return true;
  }

  /** Where a record is looked for first; src/wasm/cutter reckons the same. */
  #placeOf(one: number, two: number, three: number, four: number): number {
    const hash =
      (Math.imul(one, 0x9e3779b1) +
        Math.imul(two, 0x85ebca6b) +
        Math.imul(three, 0xc2b2ae35) +
        Math.imul(four, 0x27d4eb2f)) |
      0;
    return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> this.shift;
  }

  #grow(): void {
    const { records, firstAdded } = this;
    this.records = this.#place.ints(2 * records.length);
    this.records.set(records);
    this.index = this.#place.ints(2 * this.index.length);
    this.shift--;
    const mask = this.index.length - 1;
    for (let i = 0; i < this.#added; i++) {
      const at = RECORD * i;
      let place = this.#placeOf(records[at], records[at + 1], records[at + 2], records[at + 3]);
      while (this.index[place] !== 0) place = (place + 1) & mask;
      this.index[place] = firstAdded + i;
    }
  }
}

/** A slice of 13 units or more would keep the whole text alive: long words are put together anew. */
function copyOf(text: string, start: number, end: number): string {
  if (end - start < 13) return text.slice(start, end);
  const pieces: string[] = [];
  for (let i = start; i < end; i++) pieces.push(text.charAt(i));
  return pieces.join('');
}
