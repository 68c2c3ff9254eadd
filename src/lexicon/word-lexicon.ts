import type { Place } from '../base/place.js';
import type { IntList } from './int-list.js';
import { naturalLog } from './natural-log.js';
import { type UserRoom, UserWords, userRoom } from './user-words.js';
import { CODE, type TagTable, type WordTable } from './word-table.js';

/**
 * Words with frequencies and tags: a compiled dictionary, and over it what was changed at run time.
 *
 * A table of others is never written to: the first change of one of its words copies the double array.
 * Every string that it can name has an identifier: words and beginnings of words of the table their unit,
 * other single UTF-16 units {@link singleBase} + unit, everything else what {@link TermIds} gives.
 */
export class WordLexicon {
  /** See {@link WordTable}, for all of these. */
  readonly codes: Uint16Array;
  readonly bases: Int32Array;
  readonly logs: Float64Array;
  singleLogs: Float64Array;
  readonly singleBase: number;
  /** A code that no character has. */
  readonly outside: number;
  units: Int32Array;
  readonly userRoom: UserRoom;
  /** Undefined until the first change. */
  user: UserWords | undefined;
  /** Sum of all frequencies, as jieba keeps it: deleting a word does not lower it. */
  total: number;
  #logTotal = 0;
  #loggedTotal = 1;
  readonly #table: WordTable;
  readonly #place: Place;
  /** Parent of each unit, and character of each code; made on the first {@link wordOfUnit}. */
  #parents: Int32Array | undefined;
  #chars: Uint16Array | undefined;

  /** @param place  may hold the table, which then belongs to this lexicon alone unless the place is shared. */
  constructor(table: WordTable, place: Place) {
    this.#table = table;
    this.#place = place;
    this.units = table.units;
    this.total = table.total;
    this.singleBase = table.units.length / 2;
    this.codes = table.codes;
    this.bases = table.bases;
    this.logs = table.logs;
    this.singleLogs = table.singleLogs;
    this.outside = table.bases.length - 1;
    this.userRoom = userRoom(place, table.bases.length);
  }

  /** Whether text[start, end) is a word of the table that was not changed since. */
  isTableWord(text: string, start: number, end: number): boolean {
    return (this.units[2 * this.find(text, start, end) + 1] & 0xffff) !== 0;
  }

  /** Natural logarithm of {@link total}. */
  get logTotal(): number {
    if (this.#loggedTotal !== this.total) {
      this.#logTotal = naturalLog(this.total);
      this.#loggedTotal = this.total;
    }
    return this.#logTotal;
  }

  /** Unit of text[start, end) in the double array, 0 if it neither is nor begins a word of the table. */
  find(text: string, start: number, end: number): number {
    const { codes, units } = this;
    let unit = 0;
    for (let i = start; i < end; i++) {
      const code = codes[text.charCodeAt(i)] & CODE;
      if (code === 0) return 0;
      if (i === start) {
        unit = code;
        continue;
      }
      const base = units[2 * unit];
      if (base === 0) return 0;
      unit = base + code;
      if (units[2 * unit + 1] >>> 16 !== code) return 0;
    }
    return unit;
  }

  /**
   * Frequency of text[start, end) as jieba holds it: 0 for a beginning of a word and for a deleted word,
   * undefined if it is unknown.
   */
  frequency(text: string, start = 0, end = text.length): number | undefined {
    if (start >= end) return undefined;
    const node = this.user === undefined ? 0 : this.user.find(text, start, end);
    if (this.user !== undefined && node !== 0) {
      const frequency = this.user.frequency(node);
      if (frequency >= 0) return frequency;
    }
    const unit = this.find(text, start, end);
    if (unit !== 0 && (end - start > 1 || this.#isPresent(unit))) {
      return this.#table.frequencies[this.units[2 * unit + 1] & 0xffff];
    }
    return node === 0 ? undefined : 0;
  }

  /** A character has a code if any word has it, but jieba knows it only if a word starts with it. */
  #isPresent(unit: number): boolean {
    return this.units[2 * unit] !== 0 || (this.units[2 * unit + 1] & 0xffff) !== 0;
  }

  /** Appends the ends of all words that begin at `start` and do not pass `end`, ascending. */
  wordsFrom(text: string, start: number, end: number, ends: IntList): void {
    const { codes, units, user } = this;
    let unit = 0;
    let inTable = true;
    let node = 0;
    let inUser = user !== undefined && start < end && user.child(0, text.charCodeAt(start)) !== 0;
    for (let at = start; at < end && (inTable || inUser); at++) {
      const character = text.charCodeAt(at);
      let isWord = false;
      if (inTable) {
        const code = codes[character] & CODE;
        if (at === start) {
          unit = code;
          inTable = code !== 0;
        } else {
          const base = units[2 * unit];
          unit = base + code;
          inTable = base !== 0 && units[2 * unit + 1] >>> 16 === code;
        }
        if (inTable) isWord = (units[2 * unit + 1] & 0xffff) !== 0;
      }
      if (inUser && user !== undefined) {
        node = user.child(node, character);
        inUser = node !== 0;
        if (inUser && user.frequency(node) > 0) isWord = true;
      }
      if (isWord) ends.push(at + 1);
    }
  }

  /** The string that leads to a unit of the double array, undefined if none does. */
  wordOfUnit(unit: number): string | undefined {
    this.#parents ??= this.#findParents();
    this.#chars ??= this.#findChars();
    let word = '';
    for (let at = unit; at > 0; at = this.#parents[at]) {
      const label = at < this.outside ? at : this.units[2 * at + 1] >>> 16;
      if (label === 0 || label >= this.outside) return undefined;
      word = String.fromCharCode(this.#chars[label]) + word;
    }
    return word === '' ? undefined : word;
  }

  #findChars(): Uint16Array {
    const chars = new Uint16Array(this.outside);
    for (let unit = 0; unit < 65536; unit++) chars[this.codes[unit] & CODE] = unit;
    return chars;
  }

  #findParents(): Int32Array {
    const { units } = this;
    const count = units.length / 2;
    const ofBase = new Int32Array(count);
    for (let unit = 0; unit < count; unit++) if (units[2 * unit] !== 0) ofBase[units[2 * unit]] = unit;
    const parents = new Int32Array(count);
    for (let unit = this.outside; unit < count; unit++) {
      const base = unit - (units[2 * unit + 1] >>> 16);
      if (base > 0) parents[unit] = ofBase[base];
    }
    return parents;
  }

  /**
   * Tag of text[start, end), undefined if it has none.
   *
   * @param table  the tags of the table that this lexicon was made of.
   */
  tag(table: TagTable, text: string, start: number, end: number): string | undefined {
    if (this.user !== undefined && this.user.tags.size > 0) {
      const tag = this.user.tags.get(this.user.find(text, start, end));
      if (tag !== undefined) return tag;
    }
    const number = table.tags[this.find(text, start, end)];
    return number === 0 ? undefined : table.tagNames[number];
  }

  /** Sets a word's frequency and adds it to the total; 0 deletes the word. */
  set(word: string, frequency: number, tag: string | undefined, id: number): void {
    this.user ??= new UserWords(this.userRoom);
    const first = this.codes[word.charCodeAt(0)] & CODE;
    const second = word.length === 1 ? 0 : this.codes[word.charCodeAt(1)] & CODE;
    this.user.set(word, frequency, tag, id, first, second);
    this.total += frequency;
    const unit = this.find(word, 0, word.length);
    if (unit !== 0 && (this.units[2 * unit + 1] & 0xffff) !== 0) {
      const isOwn = this.#place.holds(this.#table.units) && !this.#place.isShared;
      if (this.units === this.#table.units && !isOwn) {
        this.units = this.units.slice();
        this.singleLogs = this.singleLogs.slice();
      }
      this.units[2 * unit + 1] &= ~0xffff;
      if (word.length === 1) this.singleLogs[unit] = Number.NEGATIVE_INFINITY;
    }
  }
}
