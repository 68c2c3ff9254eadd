import { IntList } from '../lexicon/int-list.js';
import type { TermLexicon } from '../lexicon/term-lexicon.js';
import { dressedUnits } from '../text/reading-copy.js';
import { isHanUnit } from '../text/unit-kinds.js';
import { UnitText } from '../text/unit-text.js';
import { APART, type Cutter, MET, OPENS, type StandsAlone } from './cutter.js';
import { guessedCompany, isCompanyName } from './names/company-name.js';
import { closesDate } from './numbers/closes-date.js';
import { hanNumerals } from './numbers/han-numeral.js';
import { MAGNITUDES, unitsOfDigits } from './numbers/units-of-digits.js';
import { TERM_TOKEN, type TokenColumns, WORD_TOKEN } from './token-columns.js';

/** Beside the simplified character of a traditional one. */
const TRADITIONAL = 1 << 16;
/** Beside a character with which a numeral may begin; something that qualifies a number behind it; a term. */
export const NUMERAL = 1 << 17;
export const QUALIFIER = 1 << 18;
export const TERM = 1 << 19;
/** Words of a text of several stretches whose room is kept. */
const KEPT_WORDS = 1 << 16;

const none = new Int32Array(0);
const noText = new UnitText();

/** 日 */
const DAY = 0x65e5;
const QUALIFIERS = '近约約超逾负負上第';

/** What is of a number, and of no word: 日 that closes a date, a magnitude that counts digits. */
const ofNumbers: StandsAlone = { isApart: closesDate, torn: unitsOfDigits };

/**
 * The words of all Han in a text, cut at once, and asked for piece by piece as terms and numbers leave them over.
 * Traditional characters are looked up as simplified ones.
 */
export class HanWords {
  readonly #cutter: Cutter;
  /**
   * Of each unit of Han its simplified character in the low half, and above it what may begin with it: one access to memory
   * tells it all. Of what may be read otherwise than it is written, see {@link ReadingCopy}, {@link MET}; 0 of all others.
   */
  readonly units = new Int32Array(65536);
  readonly #terms: TermLexicon;
  /** Of the terms, when {@link units} was last filled. */
  #additions = -1;
  #text = noText;
  /** What {@link units} has of all units of the text, joined by OR. */
  #met = 0;
  /** End and identifier of each word. */
  #ends: Int32Array = none;
  #words: Int32Array = none;
  #count = 0;
  /** First word that has not been given out. */
  #next = 0;
  /** Word that {@link breaksNext} was last asked about. */
  #looked = 0;
  /** Words of a text of several stretches. */
  #allEnds = new IntList();
  #allWords = new IntList();

  constructor(cutter: Cutter, terms: TermLexicon) {
    this.#cutter = cutter;
    this.#terms = terms;
  }

  #readUnits(): void {
    const { fold, starts, additions } = this.#terms;
    for (let unit = 0; unit < 65536; unit++) {
      this.units[unit] = dressedUnits[unit] === 0 ? 0 : MET;
      if (!isHanUnit(unit)) continue;
      const simplified = fold[unit] as number;
      const kind = simplified === unit ? 0 : TRADITIONAL;
      this.units[unit] = simplified | kind | (starts.has(simplified) ? TERM : 0);
    }
    for (const numeral of hanNumerals) this.units[numeral.charCodeAt(0)] |= NUMERAL;
    this.units[DAY] |= APART;
    for (const magnitude of MAGNITUDES) this.units[magnitude.charCodeAt(0)] |= OPENS;
    for (const qualifier of QUALIFIERS) this.units[qualifier.charCodeAt(0)] |= QUALIFIER;
    this.#additions = additions;
  }

  cut(text: UnitText): void {
    if (this.#additions !== this.#terms.additions) this.#readUnits();
    const cutter = this.#cutter;
    this.#text = text;
    this.#next = 0;
    this.#looked = 0;
    const stop = cutter.cutRuns(text, 0, this.units, ofNumbers);
    this.#met = cutter.found;
    this.#ends = cutter.ends;
    this.#words = cutter.ids;
    this.#count = cutter.count;
    if (stop < text.length) this.#cutRest(stop);
  }

  /** Cuts all behind the first stretch. */
  #cutRest(from: number): void {
    const ends = this.#allEnds;
    const words = this.#allWords;
    this.#append();
    for (let at = from; at < this.#text.length; this.#append()) {
      at = this.#cutter.cutRuns(this.#text, at, this.units, ofNumbers);
      this.#met |= this.#cutter.found;
    }
    this.#ends = ends.items;
    this.#words = words.items;
    this.#count = ends.length;
  }

  #append(): void {
    const { ends, ids, count } = this.#cutter;
    const at = this.#allEnds.extend(count);
    this.#allWords.extend(count);
    this.#allEnds.items.set(ends.subarray(0, count), at);
    this.#allWords.items.set(ids.subarray(0, count), at);
  }

  /** Forgets the text. */
  reset(): void {
    this.#text = noText;
    this.#ends = none;
    this.#words = none;
    if (this.#allEnds.length > KEPT_WORDS) {
      this.#allEnds = new IntList();
      this.#allWords = new IntList();
    }
    this.#allEnds.length = 0;
    this.#allWords.length = 0;
  }

  /** Whether the text has traditional characters. */
  get hasTraditional(): boolean {
    return (this.#met & TRADITIONAL) !== 0;
  }

  /** The text in simplified characters, unit for unit. O(units). */
  simplified(): string {
    const text = this.#text;
    let simplified = '';
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = this.units[text.charCodeAt(at)] as number;
      if ((unit & TRADITIONAL) === 0) continue;
      simplified += text.slice(from, at) + String.fromCharCode(unit & 0xffff);
      from = at + 1;
    }
    return simplified + text.slice(from, text.length);
  }

  /** Whether the text has anything that may be read otherwise than it is written. */
  get hasDressed(): boolean {
    return (this.#met & MET) !== 0;
  }

  /** Whether an offset between two Han lies within a word of the dictionary, so that cutting there would break it. */
  breaks(offset: number): boolean {
    return this.#breaksAt(this.#indexOf(offset), offset);
  }

  /** Whether text[start, end) is one word, of the dictionary or of the model. */
  isWord(start: number, end: number): boolean {
    const index = this.#indexOf(end);
    return this.#ends[index] === end && this.#startOf(index, end) === start;
  }

  /** The first word that ends at an offset or behind it. */
  #indexOf(offset: number): number {
    const ends = this.#ends;
    let low = 0;
    let high = this.#count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The same for offsets that are asked in order, behind all words given out. */
  breaksNext(offset: number): boolean {
    const ends = this.#ends;
    let index = Math.max(this.#looked, this.#next);
    while ((ends[index] as number) < offset) index++;
    this.#looked = index;
    return this.#breaksAt(index, offset);
  }

  #breaksAt(index: number, offset: number): boolean {
    const end = this.#ends[index] as number;
    if (end === offset || this.#words[index] === 0) return false;
    const start = this.#startOf(index, offset);
    if (start === offset) return false;
    return this.#cutter.hasWord(this.#text.string, start, end);
  }

  /** Where the word `index` starts, to which a unit at `at` or before it belongs. */
  #startOf(index: number, at: number): number {
    const before = index === 0 ? 0 : (this.#ends[index - 1] as number);
    let start = at;
    while (start > before && (this.units[this.#text.charCodeAt(start - 1)] as number) > 0) start--;
    return start;
  }

  /**
   * Gives the words of text[from, to), which is Han, in order; a word cut at either end gives its part.
   *
   * @param opens  whether Han begins there.
   */
  give(from: number, to: number, opens: boolean, tokens: TokenColumns): void {
    const text = this.#text;
    const ends = this.#ends;
    const words = this.#words;
    const traditional = this.hasTraditional;
    let index = this.#next;
    while ((ends[index] as number) <= from) index++;
    let start = from;
    let wordStart = opens ? from : this.#startOf(index, from);
    for (; start < to; index++) {
      const wordEnd = ends[index] as number;
      const id = words[index] as number;
      if (id === 0 || (wordEnd - start === 1 && opens && start === from)) {
        const behind = this.#terms.byShape ? this.#companyEnd(index, start, wordStart, to) : index;
        if (behind > index) {
          const end = ends[behind] as number;
          const name = text.slice(start, end);
          tokens.addDetailed(end, TERM_TOKEN, guessedCompany(name));
          start = wordStart = end;
          index = behind;
          continue;
        }
      }
      const end = Math.min(wordEnd, to);
      const isWhole = id !== 0 && start === wordStart && end === wordEnd && !traditional;
      tokens.add(end, WORD_TOKEN, isWhole ? id : 0);
      start = end;
      wordStart = wordEnd;
      if (wordEnd > to) break;
    }
    this.#next = index;
  }

  /**
   * Last word of a company's name that begins with the word `index`: one of two to four characters that jieba does not know, or
   * two single characters with which the run begins, and behind it what such companies do (埃科光电, 中船科技); `index` if none.
   */
  #companyEnd(index: number, start: number, wordStart: number, to: number): number {
    const ends = this.#ends;
    let last = index;
    const first = (ends[index] as number) - start;
    if (first === 1) {
      last++;
      if (last >= this.#count || (ends[last] as number) - start !== 2) return index;
    } else if (this.#words[index] !== 0 || first > 4 || start !== wordStart) return index;
    const from = ends[last] as number;
    last++;
    if (last >= this.#count) return index;
    const end = ends[last] as number;
    return end <= to && isCompanyName(this.#text, start, from, end) ? last : index;
  }
}
