import { PAGE_BITS, PAGE_MASK, type WordIds } from '../lexicon/word-ids.js';
import { isHanUnit } from '../text/unit-kinds.js';
import type { Cutter } from './cutter.js';
import { guessedCompany, isCompanyName } from './names/company-name.js';
import type { Token } from './token.js';

/**
 * The words of one run of Han, cut once, and asked for piece by piece as terms and numbers leave them over.
 * Traditional characters are looked up as simplified ones; the text given back is the original.
 */
export class HanRun {
  start = 0;
  end = 0;

  readonly #cutter: Cutter;
  readonly #fold: Uint16Array;
  /** Strings of words by identifier, shared with `cut`. */
  readonly #ids: WordIds;
  #ends = new Int32Array(64);
  #words = new Int32Array(64);
  #count = 0;
  /** First word that has not been given out. */
  #next = 0;
  #traditional = false;
  /** What was cut, and the offset of its first unit. */
  #source = '';
  #offset = 0;

  constructor(cutter: Cutter, fold: Uint16Array, ids: WordIds) {
    this.#cutter = cutter;
    this.#fold = fold;
    this.#ids = ids;
  }

  reset(): void {
    this.start = 0;
    this.end = 0;
    this.#count = 0;
    this.#next = 0;
    this.#source = '';
  }

  /** Cuts the run that holds `at`, unless it is the one already cut. */
  cut(text: string, at: number): void {
    if (this.holds(at)) return;
    const fold = this.#fold;
    let start = at;
    let end = at;
    let traditional = false;
    while (start > 0 && isHanUnit(text.charCodeAt(start - 1))) {
      start--;
      if (fold[text.charCodeAt(start)] !== text.charCodeAt(start)) traditional = true;
    }
    for (; end < text.length; end++) {
      const unit = text.charCodeAt(end);
      if (!isHanUnit(unit)) break;
      if (fold[unit] !== unit) traditional = true;
    }
    this.start = start;
    this.end = end;
    this.#next = 0;
    this.#traditional = traditional;
    const offset = traditional ? start : 0;
    const source = traditional ? this.#simplified(text, start, end) : text;
    this.#source = source;
    this.#offset = offset;
    const stop = end - offset;
    let count = 0;
    for (let next = start - offset; next < stop; ) {
      next = this.#cutter.cut(source, next, stop, true);
      const { ends, ids } = this.#cutter;
      const found = this.#cutter.count;
      if (this.#ends.length < count + found) this.#grow(count + found);
      for (let i = 0; i < found; i++) {
        this.#ends[count] = (ends[i] as number) + offset;
        this.#words[count++] = ids[i] as number;
      }
    }
    this.#count = count;
  }

  #grow(size: number): void {
    const ends = new Int32Array(size * 2);
    ends.set(this.#ends);
    this.#ends = ends;
    const words = new Int32Array(size * 2);
    words.set(this.#words);
    this.#words = words;
  }

  #simplified(text: string, start: number, end: number): string {
    let simplified = '';
    const units: number[] = [];
    for (let i = start; i < end; i++) {
      units.push(this.#fold[text.charCodeAt(i)] as number);
      if (units.length === 4096) {
        simplified += String.fromCharCode(...units);
        units.length = 0;
      }
    }
    return simplified + String.fromCharCode(...units);
  }

  holds(offset: number): boolean {
    return offset >= this.start && offset < this.end;
  }

  /** Whether an offset of the run lies within a word of the dictionary, so that cutting there would break it. */
  breaks(offset: number): boolean {
    if (offset <= this.start || offset >= this.end) return false;
    const ends = this.#ends;
    let low = 0;
    let high = this.#count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    if (ends[low] === offset || this.#words[low] === 0) return false;
    const from = low === 0 ? this.start : (ends[low - 1] as number);
    return this.#cutter.hasWord(this.#source, from - this.#offset, (ends[low] as number) - this.#offset);
  }

  /** Gives the words of text[from, to), a part of the run, in order; a word cut at either end gives its part. */
  words(text: string, from: number, to: number, tokens: Token[]): void {
    const ends = this.#ends;
    const ids = this.#words;
    const { pages } = this.#ids;
    const count = this.#count;
    let index = this.#next;
    while (index < count && (ends[index] as number) <= from) index++;
    let start = from;
    for (; start < to; index++) {
      const wordStart = index === 0 ? this.start : (ends[index - 1] as number);
      const wordEnd = ends[index] as number;
      const id = ids[index] as number;
      if (id === 0 || (start === this.start && wordEnd - start === 1)) {
        const behind = this.#companyEnd(text, index, start, to);
        if (behind > index) {
          const end = ends[behind] as number;
          const name = text.slice(start, end);
          tokens.push({ text: name, start, end, kind: 'term', term: guessedCompany(name) });
          start = end;
          index = behind;
          continue;
        }
      }
      const end = Math.min(wordEnd, to);
      let word: string | undefined;
      if (id !== 0 && start === wordStart && end === wordEnd && !this.#traditional) {
        word = pages[id >>> PAGE_BITS]?.[id & PAGE_MASK] ?? this.#ids.keep(id, text, start, end);
      } else word = text.slice(start, end);
      tokens.push({ text: word, start, end, kind: 'word' });
      start = end;
      if (wordEnd > to) break;
    }
    this.#next = index;
  }

  /**
   * Last word of a company's name that begins with the word `index`: one of two to four characters that jieba does not know, or
   * two single characters with which the run begins, and behind it what such companies do (埃科光电, 中船科技); `index` if none.
   */
  #companyEnd(text: string, index: number, start: number, to: number): number {
    const ends = this.#ends;
    let last = index;
    const first = (ends[index] as number) - start;
    if (first === 1) {
      last++;
      if (last >= this.#count || (ends[last] as number) - start !== 2) return index;
    } else if (
      this.#words[index] !== 0 ||
      first > 4 ||
      start !== (index === 0 ? this.start : ends[index - 1])
    )
      return index;
    const from = ends[last] as number;
    last++;
    if (last >= this.#count) return index;
    const end = ends[last] as number;
    return end <= to && isCompanyName(text, start, from, end) ? last : index;
  }
}
