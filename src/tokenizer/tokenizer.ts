import { checkChoice, checkNumber, checkString } from '../base/check.js';
import { readDataFile, readDataFileSync } from '../base/data-file.js';
import { describeValue, RedianError } from '../errors.js';
import { JiebaTable } from '../lexicon/jieba-table.js';
import type { TermLexicon } from '../lexicon/term-lexicon.js';
import { classOf, inBlock, OTHER, WHITE } from './characters.js';
import { Cutter } from './cutter.js';
import { WordModel } from './hmm.js';
import { Segmenter } from './segmenter.js';
import { type TaggedWord, Tagger } from './tagger.js';
import { readTermLayer } from './term-layer.js';
import type { Token } from './token.js';
import { parseUserDictionary } from './user-dictionary.js';

/** Whether runs that the dictionary does not explain go through the hidden Markov model. Default: true. */
export interface CutOptions {
  readonly hmm?: boolean;
}

export interface TokenizeOptions extends CutOptions {
  /** `search` also gives the two- and three-character words inside longer ones. Default: `default`. */
  readonly mode?: 'default' | 'search';
  /** What offsets count: UTF-16 units as JavaScript does (default), or code points as Python does. */
  readonly offsets?: 'utf16' | 'codepoint';
}

/** A word with its half-open offsets. */
export interface TokenSpan {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The compiled data of a tokenizer, for places that can read no files. */
export interface TokenizerData {
  /** jieba.bin: words and frequencies. */
  readonly table: Uint8Array;
  /** hmm.bin: the model of unknown words. */
  readonly model: Uint8Array;
  /** jieba-tags.bin and hmm-pos.bin, needed by `tag` alone. */
  readonly tags?: Uint8Array;
  readonly tagModel?: Uint8Array;
  /** terms.json, needed by `segment` and `terms`. */
  readonly terms?: Uint8Array;
}

/**
 * Cuts Chinese and mixed text into words exactly as Python jieba 0.42.1 does.
 *
 * ```ts
 * const tokenizer = Tokenizer.loadSync();
 * tokenizer.cut('我来到北京清华大学'); // ['我', '来到', '北京', '清华大学']
 * ```
 *
 * An instance holds its own user words; instances share nothing that one of them can change.
 *
 * @see https://github.com/fxsjy/jieba for the algorithm, the dictionary and the models (MIT).
 */
export class Tokenizer {
  readonly #table: JiebaTable;
  readonly #cutter: Cutter;
  readonly #userTags = new Map<string, string>();
  /** String of each word by id, made when it is first met. */
  readonly #words: (string | undefined)[];
  readonly #data: TokenizerData;
  #tagger: Tagger | undefined;
  #segmenter: Segmenter | undefined;

  private constructor(data: TokenizerData) {
    this.#data = data;
    this.#table = new JiebaTable(data.table);
    this.#cutter = new Cutter(this.#table, new WordModel(data.model));
    this.#words = new Array(this.#table.size);
  }

  /**
   * A tokenizer from data that the caller has read.
   * @throws {RedianError} INVALID_DATA if a file is damaged or of another version.
   */
  static fromBytes(data: TokenizerData): Tokenizer {
    return new Tokenizer(data);
  }

  /** A tokenizer with the bundled data, read at once. Needs a runtime with files; elsewhere use {@link load}. */
  static loadSync(): Tokenizer {
    return new Tokenizer({ table: readDataFileSync('jieba.bin'), model: readDataFileSync('hmm.bin') });
  }

  /** A tokenizer with the bundled data, from files in Node, by `fetch` in a browser, tags included there. */
  static async load(): Promise<Tokenizer> {
    const [table, model] = await Promise.all([readDataFile('jieba.bin'), readDataFile('hmm.bin')]);
    if (globalThis.process?.getBuiltinModule?.('node:fs')) return new Tokenizer({ table, model });
    const [tags, tagModel, terms] = await Promise.all([
      readDataFile('jieba-tags.bin'),
      readDataFile('hmm-pos.bin'),
      readDataFile('terms.json'),
    ]);
    return new Tokenizer({ table, model, tags, tagModel, terms });
  }

  /**
   * The words of a text; joined they are the text.
   * @throws {RedianError} INVALID_ARGUMENT if `text` is not a string.
   */
  cut(text: string, options: CutOptions = {}): string[] {
    checkString('text', text);
    this.#cutter.run(text, 0, text.length, options.hmm ?? true);
    const { length } = this.#cutter.ends;
    const ends = this.#cutter.ends.items;
    const ids = this.#cutter.ids.items;
    const words: string[] = new Array(length);
    const known = this.#words;
    let start = 0;
    for (let i = 0; i < length; i++) {
      const end = ends[i] as number;
      const id = ids[i] as number;
      if (id < 0) {
        words[i] = text.slice(start, end);
      } else {
        let word = known[id];
        if (word === undefined) {
          word = text.slice(start, end);
          known[id] = word;
        }
        words[i] = word;
      }
      start = end;
    }
    return words;
  }

  /**
   * The words of a text as numbers, without making strings: the id of a word of the dictionary (0 or more, see
   * {@link wordOf}), or minus the length in UTF-16 units of anything else. Lengths add up to the text's, so that
   * every token can be found again.
   */
  encode(text: string, options: CutOptions = {}): Int32Array {
    checkString('text', text);
    this.#cutter.run(text, 0, text.length, options.hmm ?? true);
    const { length } = this.#cutter.ends;
    const ends = this.#cutter.ends.items;
    const ids = this.#cutter.ids.items.slice(0, length);
    let start = 0;
    for (let i = 0; i < length; i++) {
      const end = ends[i] as number;
      if ((ids[i] as number) < 0) ids[i] = start - end;
      start = end;
    }
    return ids;
  }

  /** Id of a word of the dictionary, or undefined. */
  idOf(word: string): number | undefined {
    checkString('word', word);
    const id = this.#table.id(word, 0, word.length);
    return id < 0 ? undefined : id;
  }

  /**
   * Low-level cut of text[start, end) without strings.
   * @returns the tokenizer's own buffer of end offsets, valid in [0, length) until the next call of any method.
   */
  boundaries(
    text: string,
    start: number,
    end: number,
    hmm = true,
  ): { readonly items: Int32Array; readonly length: number } {
    this.#cutter.run(text, start, end, hmm);
    return this.#cutter.ends;
  }

  /** Every word that the dictionary has in the text, overlapping ones too (jieba's full mode). */
  cutAll(text: string): string[] {
    checkString('text', text);
    const words: string[] = [];
    for (let at = 0; at < text.length; ) {
      let stop = at;
      if (inBlock(classOf[text.charCodeAt(at)] as number)) {
        while (stop < text.length && inBlock(classOf[text.charCodeAt(stop)] as number)) stop++;
        this.#cutter.all(text, at, stop, words);
      } else {
        stop = this.#between(text, at, words);
      }
      at = stop;
    }
    return words;
  }

  /** What lies between two blocks: jieba's full mode keeps the empty pieces around white space. */
  #between(text: string, start: number, words: string[]): number {
    let at = start;
    for (;;) {
      let stop = at;
      while (stop < text.length && classOf[text.charCodeAt(stop)] === OTHER) stop++;
      words.push(text.slice(at, stop));
      if (stop >= text.length || classOf[text.charCodeAt(stop)] !== WHITE) return stop;
      at = text.startsWith('\r\n', stop) ? stop + 2 : stop + 1;
      words.push(text.slice(stop, at));
    }
  }

  /** The words of a text, each preceded by the two- and three-character words inside it, for search indexes. */
  cutForSearch(text: string, options: CutOptions = {}): string[] {
    return this.tokenize(text, { ...options, mode: 'search' }).map(({ word }) => word);
  }

  /** The words of a text with their offsets. */
  tokenize(text: string, options: TokenizeOptions = {}): TokenSpan[] {
    const mode = options.mode ?? 'default';
    const offsets = options.offsets ?? 'utf16';
    checkChoice('mode', mode, ['default', 'search']);
    checkChoice('offsets', offsets, ['utf16', 'codepoint']);
    const spans: TokenSpan[] = [];
    let start = 0;
    for (const word of this.cut(text, options)) {
      if (mode === 'search' && word.length > 2) {
        for (const size of word.length > 3 ? [2, 3] : [2]) {
          for (let at = 0; at + size <= word.length; at++) {
            if (!this.#table.isWord(word, at, at + size)) continue;
            spans.push({ word: word.slice(at, at + size), start: start + at, end: start + at + size });
          }
        }
      }
      const width = offsets === 'utf16' ? word.length : codePoints(word);
      spans.push({ word, start, end: start + width });
      start += width;
    }
    return spans;
  }

  /**
   * Words and their parts of speech, as jieba.posseg gives them. The first call reads the tags and their model
   * (2 MB); a tokenizer made from bytes needs `tags` and `tagModel`.
   */
  tag(text: string, options: CutOptions = {}): TaggedWord[] {
    checkString('text', text);
    return this.#taggerOf().tag(text, options.hmm ?? true);
  }

  #taggerOf(): Tagger {
    this.#tagger ??= new Tagger(
      this.#table,
      this.#cutter,
      this.#data.tags ?? readDataFileSync('jieba-tags.bin'),
      this.#data.tagModel ?? readDataFileSync('hmm-pos.bin'),
      this.#userTags,
    );
    return this.#tagger;
  }

  /**
   * Tokens of social text with their kinds; joined they are the text. Terms, model names, numbers with their units,
   * addresses, tags, mentions, emoji and emoticons come out whole; the rest is cut as {@link cut} cuts it.
   *
   * Cost: O(n), about that of `cut` and as much again.
   */
  segment(text: string): Token[] {
    checkString('text', text);
    return this.#segmenterOf().segment(text);
  }

  /**
   * The terms that {@link segment} knows: add to them, delete from them, or switch them off. They change nothing in
   * `cut` and its kin.
   */
  get terms(): TermLexicon {
    return this.#segmenterOf().layer.terms;
  }

  #segmenterOf(): Segmenter {
    this.#segmenter ??= new Segmenter(
      this.#cutter,
      readTermLayer(this.#data.terms ?? readDataFileSync('terms.json')),
    );
    return this.#segmenter;
  }

  /** Frequency of a word; 0 for a beginning of words or a deleted word, undefined for what is neither. */
  frequencyOf(word: string): number | undefined {
    checkString('word', word);
    return this.#table.frequency(word);
  }

  /**
   * Adds a word, or changes its frequency, as jieba's add_word does.
   *
   * @param frequency  whole number; by default the least that makes `cut` keep the word whole.
   */
  addWord(word: string, frequency?: number, tag?: string): void {
    checkString('word', word);
    if (word === '')
      throw new RedianError('INVALID_ARGUMENT', 'word: expected at least one character, got ""');
    if (frequency !== undefined) checkNumber('frequency', frequency, { min: 0, integer: true });
    const count = frequency ?? this.suggestFrequency(word);
    this.#table.set(word, count);
    if (tag !== undefined && tag !== '') this.#userTags.set(word, tag);
    if (count === 0) this.#cutter.forceSplit.add(word);
  }

  /** Removes a word: its frequency becomes 0, and the model may not make it either. */
  deleteWord(word: string): void {
    this.addWord(word, 0);
  }

  /**
   * The frequency at which `cut` keeps a word whole, or splits it into the given parts.
   *
   * @param segment  a word to be kept, or the parts that it is to be cut into.
   * @param options.tune  also set that frequency. Default: false.
   */
  suggestFrequency(segment: string | readonly string[], options: { readonly tune?: boolean } = {}): number {
    const { total } = this.#table;
    let share = 1;
    let word: string;
    let frequency: number;
    if (typeof segment === 'string') {
      word = segment;
      for (const part of this.cut(word, { hmm: false })) share *= (this.#table.frequency(part) ?? 1) / total;
      frequency = Math.max(Math.trunc(share * total) + 1, this.#table.frequency(word) ?? 1);
    } else if (Array.isArray(segment)) {
      for (const part of segment) checkString('segment', part);
      word = segment.join('');
      for (const part of segment) share *= (this.#table.frequency(part) ?? 1) / total;
      frequency = Math.min(Math.trunc(share * total), this.#table.frequency(word) ?? 0);
    } else {
      throw new RedianError(
        'INVALID_ARGUMENT',
        `segment: expected a string or an array of strings, got ${describeValue(segment)}`,
      );
    }
    if (options.tune === true) this.addWord(word, frequency);
    return frequency;
  }

  /**
   * Adds the words of a dictionary in jieba's format, or none of them if a line is bad.
   *
   * @returns how many were added.
   * @throws {RedianError} INVALID_DICTIONARY with the bad lines.
   */
  loadUserDictionary(content: string | Uint8Array, name?: string): number {
    const words = parseUserDictionary(content, name);
    for (const { word, frequency, tag } of words) this.addWord(word, frequency, tag);
    return words.length;
  }
}

function codePoints(word: string): number {
  let count = word.length;
  for (let i = 1; i < word.length; i++) {
    const low = word.charCodeAt(i);
    const high = word.charCodeAt(i - 1);
    if (low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff) count--;
  }
  return count;
}
