import type { Place } from '../base/place.js';
import { AddedUnits } from './added-units.js';
import type { IntList } from './int-list.js';
import { naturalLog } from './natural-log.js';
import { UserWords } from './user-words.js';
import { BLOCK, CODE, SPARE_CODES, type TagTable, type WordTable } from './word-table.js';

/** Units of the longest word that is put into the double array; a longer one is in no text that WebAssembly cuts. */
export const LONGEST_ADDED = 4096;

/** Puts a word into the double array, as `insert` of src/wasm/cutter does. */
type Insert = (word: string) => number;

/**
 * Words with frequencies and tags: a compiled dictionary, and over it what was changed at run time.
 *
 * Words that are added go into the double array itself where WebAssembly can write it ({@link AddedUnits}), so that a text
 * is cut as fast as with a dictionary that had them from the beginning. What does not fit there is in {@link user}.
 * A table of others is never written to: the first change of one of its words copies the double array.
 *
 * Every string that it can name has an identifier: words and beginnings of words of the table their unit,
 * other single UTF-16 units {@link singleBase} + unit, everything else what {@link WordIds} gives.
 */
export class WordLexicon {
  /** See {@link WordTable}, for all of these. */
  readonly codes: Uint16Array;
  readonly bases: Int32Array;
  logs: Float64Array;
  singleLogs: Float64Array;
  readonly singleBase: number;
  /** A code that no character has. */
  readonly outside: number;
  /** Codes from here to {@link outside} are for characters that no word of the table has. */
  readonly firstSpare: number;
  units: Int32Array;
  /** Undefined where the double array cannot grow. */
  readonly added: AddedUnits | undefined;
  /** Units from here on are not of the table. */
  readonly firstAdded: number;
  /** Set by the cutter in WebAssembly, if it runs. */
  insert: Insert | undefined;
  /** Words of the user that are not in the double array; undefined if there are none. */
  user: UserWords | undefined;
  /** Whether the double array has all words that a block of up to {@link LONGEST_ADDED} units can hold. */
  isComplete = true;
  /** Sum of all frequencies, as jieba keeps it: deleting a word does not lower it. */
  total: number;
  #logTotal = 0;
  #loggedTotal = 1;
  readonly #table: WordTable;
  readonly #place: Place;
  #frequencies: Float64Array;
  /** Ranks of all frequencies, once one was asked for. */
  #ranks: Map<number, number> | undefined;
  /** Characters that were set as words, whatever their frequency. */
  readonly #singles = new Set<number>();
  /** Tags of the user, by identifier. */
  readonly #tags = new Map<number, string>();
  #spare: number;
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
    this.firstSpare = this.outside - SPARE_CODES;
    this.#spare = this.firstSpare;
    this.#frequencies = table.frequencies;
    this.added = AddedUnits.behind(table.units, place, this.outside);
    this.firstAdded = this.added?.first ?? 0x7fffffff;
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
      return this.#frequencies[this.units[2 * unit + 1] & 0xffff];
    }
    return node === 0 ? undefined : 0;
  }

  /** A character has a code if any word has it, but jieba knows it only if a word starts with it. */
  #isPresent(unit: number): boolean {
    return this.units[2 * unit] !== 0 || (this.units[2 * unit + 1] & 0xffff) !== 0 || this.#singles.has(unit);
  }

  /** Identifier of text[start, end), 0 if {@link WordIds} is to give it. */
  idOf(text: string, start: number, end: number): number {
    if (end - start !== 1) return this.idOfUnit(this.find(text, start, end));
    const character = text.charCodeAt(start);
    return this.idOfSingle(this.codes[character] & CODE, character);
  }

  idOfUnit(unit: number): number {
    return unit < this.firstAdded ? unit : (this.added as AddedUnits).ids[unit - this.firstAdded];
  }

  /** @param code  that of the character, or 0 if it has none. */
  idOfSingle(code: number, character: number): number {
    return code !== 0 && code < this.firstSpare ? code : this.singleBase + character;
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
    const { units } = this.#table;
    const count = units.length / 2;
    const ofBase = new Int32Array(count);
    for (let unit = 0; unit < count; unit++) {
      const base = units[2 * unit];
      if (base !== 0 && base < count) ofBase[base] = unit;
    }
    const moves = this.added?.moves ?? [];
    for (let i = 0; i < moves.length && moves[i] !== 0; i += 2) ofBase[moves[i]] = moves[i + 1];
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
    const id = this.idOf(text, start, end);
    if (this.#tags.size > 0) {
      const own = id === 0 && this.user !== undefined ? this.user.id(this.user.find(text, start, end)) : id;
      const tag = this.#tags.get(own);
      if (tag !== undefined) return tag;
    }
    const number = id < this.singleBase ? table.tags[id] : 0;
    return number === 0 ? undefined : table.tagNames[number];
  }

  /**
   * Sets a word's frequency and adds it to the total; 0 deletes the word.
   *
   * @param id  what {@link WordIds} gives for it.
   */
  set(word: string, frequency: number, tag: string | undefined, id: number): void {
    if (!this.#setInTable(word, frequency, id)) this.#setBeside(word, frequency, id);
    if (word.length === 1) this.#singles.add(this.codes[word.charCodeAt(0)] & CODE);
    if (tag !== undefined) this.#tags.set(id, tag);
    this.total += frequency;
  }

  /** Whether the double array has taken the word. */
  #setInTable(word: string, frequency: number, id: number): boolean {
    const { user, insert, added } = this;
    if (insert === undefined || added === undefined) return false;
    if (user !== undefined && user.frequency(user.find(word, 0, word.length)) >= 0) return false;
    if (word.length > LONGEST_ADDED || !this.#encode(word)) return false;
    const rank = this.#rankOf(frequency, added);
    if (rank > 0xffff) return false;
    const unit = insert(word);
    if (unit === 0) return false;
    this.#setRank(unit, rank, word.length);
    if (unit >= this.firstAdded) added.ids[unit - this.firstAdded] = id;
    return true;
  }

  /** Gives codes to characters that have none, if they belong to blocks. False if a character stays without. */
  #encode(word: string): boolean {
    const { codes } = this;
    for (let i = 0; i < word.length; i++) {
      const character = word.charCodeAt(i);
      if ((codes[character] & CODE) !== 0) continue;
      if ((codes[character] & BLOCK) === 0 || this.#spare === this.outside) return false;
      codes[character] |= this.#spare++;
    }
    return true;
  }

  /** Rank of a frequency, which it gets now if it has none. */
  #rankOf(frequency: number, added: AddedUnits): number {
    if (this.#ranks === undefined) {
      added.frequencies.set(this.#frequencies);
      added.logs.set(this.logs);
      this.#ranks = new Map();
      for (let rank = 0; rank < this.#frequencies.length; rank++)
        this.#ranks.set(this.#frequencies[rank], rank);
      this.#frequencies = added.frequencies;
      this.logs = added.logs;
      this.units = added.all;
    }
    let rank = this.#ranks.get(frequency);
    if (rank !== undefined) return rank;
    rank = this.#ranks.size;
    if (rank > 0xffff) return rank;
    this.#ranks.set(frequency, rank);
    added.frequencies[rank] = frequency;
    added.logs[rank] = naturalLog(frequency);
    return rank;
  }

  #setRank(unit: number, rank: number, length: number): void {
    this.units[2 * unit + 1] = (this.units[2 * unit + 1] & ~0xffff) | rank;
    if (length === 1) this.singleLogs[unit] = this.logs[rank];
  }

  #setBeside(word: string, frequency: number, id: number): void {
    this.user ??= new UserWords(this.outside + 1);
    const first = this.codes[word.charCodeAt(0)] & CODE;
    const second = word.length === 1 ? 0 : this.codes[word.charCodeAt(1)] & CODE;
    this.user.set(word, frequency, id, first, second);
    this.isComplete &&= word.length > LONGEST_ADDED || !this.#isBlock(word);
    const unit = this.find(word, 0, word.length);
    if (unit === 0 || (this.units[2 * unit + 1] & 0xffff) === 0) return;
    const isOwn = this.#place.holds(this.#table.units) && !this.#place.isShared;
    if (this.units === this.#table.units && !isOwn) {
      this.units = this.units.slice();
      this.singleLogs = this.singleLogs.slice();
    }
    this.#setRank(unit, 0, word.length);
  }

  #isBlock(word: string): boolean {
    for (let i = 0; i < word.length; i++) if ((this.codes[word.charCodeAt(i)] & BLOCK) === 0) return false;
    return true;
  }
}
