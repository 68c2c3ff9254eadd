import {
  checkChoice,
  checkNumber,
  checkOptions,
  checkString,
  checkSwitch,
  type OptionNames,
} from '../base/check.js';
import {
  canReadParts,
  DataFile,
  readDataFile,
  readDataFileSync,
  takeSharedPlace,
} from '../base/data-file.js';
import { Place, type SharedPlace } from '../base/place.js';
import { describeValue, RedianError } from '../errors.js';
import { IntList } from '../lexicon/int-list.js';
import { TermLexicon } from '../lexicon/term-lexicon.js';
import { PAGE_BITS, PAGE_MASK, WordIds } from '../lexicon/word-ids.js';
import { WordLexicon } from '../lexicon/word-lexicon.js';
import { codePointCount } from '../text/code-points.js';
import { type CutOptions, cutOptions, hmmOf } from './cut-options.js';
import { Cutter } from './cutter.js';
import { cutFull } from './full-mode.js';
import { IntPool } from './int-pool.js';
import { classOf, HAN } from './jieba-classes.js';
import { PosHmm } from './pos-hmm.js';
import { Segmenter } from './segmenter.js';
import { type TaggedWord, Tagger } from './tagger.js';
import type { Token } from './token.js';
import type { TokenColumns } from './token-columns.js';
import { type TagData, TOKENIZER_FILE, TokenizerFile } from './tokenizer-data.js';
import { checkUserWord, parseUserDictionary } from './user-dictionary.js';
import { WasmCutter } from './wasm-cutter.js';
import { WordHmm } from './word-hmm.js';

const TERMS_FILE = 'terms.bin';

/** Options of {@link Tokenizer.segment}. */
export interface SegmentOptions {
  /** Give words their part of speech. Default: false, which is twice as fast. */
  readonly tag?: boolean | undefined;
}

const segmentOptions: OptionNames<SegmentOptions> = { tag: true };

export interface TokenizeOptions extends CutOptions {
  /** `search` also gives the two- and three-character words inside longer ones. Default: `default`. */
  readonly mode?: 'default' | 'search' | undefined;
  /** What offsets count: UTF-16 units as JavaScript does (default), or code points as Python does. */
  readonly offsets?: 'utf16' | 'codepoint' | undefined;
}

const tokenizeOptions: OptionNames<TokenizeOptions> = { ...cutOptions, mode: true, offsets: true };

const suggestOptions: OptionNames<{ readonly tune?: boolean }> = { tune: true };

/** Words of many texts as numbers, see {@link Tokenizer.encodeBatch}. */
export interface EncodedBatch {
  /** Of all texts in order. */
  readonly ids: Int32Array;
  /** By text: where its numbers end in `ids`. */
  readonly ends: Int32Array;
}

/** A word with its half-open offsets. */
export interface TokenSpan {
  readonly word: string;
  readonly start: number;
  readonly end: number;
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
  readonly #lexicon: WordLexicon;
  readonly #ids: WordIds;
  readonly #cutter: Cutter;
  readonly #tagData: () => TagData;
  readonly #pool = new IntPool();
  readonly #scratch = new IntList();
  #tagger: Tagger | undefined;
  #segmenter: Segmenter | undefined;
  #termData: Uint8Array | undefined;
  #termLexicon: TermLexicon | undefined;
  /** User words that are not of Han alone, which `segment` keeps whole by its terms. */
  readonly #mixedWords = new Set<string>();

  /**
   * @param place  holds the file, and belongs to this tokenizer.
   * @param readTags  reads the part of the file that only tagging needs, if it was not read yet.
   */
  private constructor(place: Place, file: TokenizerFile, readTags?: () => void) {
    const wasm = WasmCutter.create(file.wasm(place.isShared), place);
    const sum = wasm === undefined ? undefined : wasm.checksum.bind(wasm);
    const data = file.cutData(sum);
    this.#lexicon = new WordLexicon(data.words, place);
    const fits = wasm?.connect(this.#lexicon, data.wordHmm) === true;
    this.#ids = new WordIds(this.#lexicon, place);
    this.#cutter = new Cutter(this.#lexicon, new WordHmm(data.wordHmm), fits ? wasm : undefined);
    if (readTags === undefined) {
      const tagData = file.tagData(sum);
      this.#tagData = () => tagData;
    } else {
      this.#tagData = () => {
        readTags();
        return file.tagData(sum);
      };
    }
  }

  /**
   * A tokenizer from the compiled data that the caller has read: `dist/data/tokenizer.bin` of this package. The bytes
   * are copied.
   *
   * @param terms  `dist/data/terms.bin`, which `segment` and `terms` need; by default they read it themselves.
   * @throws {RedianError} INVALID_DATA if they are damaged, cut short, or of another version.
   */
  static fromBytes(bytes: Uint8Array, terms?: Uint8Array): Tokenizer {
    return Tokenizer.#from(bytes, 'bytes', terms);
  }

  /**
   * A tokenizer with the bundled data, read at once but for what only {@link tag} needs, which it reads when it is
   * called first. Needs a runtime with files; elsewhere use {@link load}.
   */
  static loadSync(): Tokenizer {
    const source = new DataFile(TOKENIZER_FILE);
    const place = Place.ofOwn(source.length);
    const head = Math.min(TokenizerFile.HEAD, source.length);
    source.readInto(place.file, 0, head);
    const file = new TokenizerFile(place.file, TOKENIZER_FILE);
    source.readInto(place.file, head, file.tagsAt);
    return new Tokenizer(place, file, () => source.readInto(place.file, file.tagsAt, source.length));
  }

  /** A tokenizer with the bundled data, from a file in Node, by `fetch` in a browser. */
  static async load(): Promise<Tokenizer> {
    const shared = takeSharedPlace(TOKENIZER_FILE);
    if (shared !== undefined) return Tokenizer.#inPlace(shared);
    if (canReadParts()) return Tokenizer.loadSync();
    const [bytes, terms] = await Promise.all([readDataFile(TOKENIZER_FILE), readDataFile(TERMS_FILE)]);
    return Tokenizer.#from(bytes, TOKENIZER_FILE, terms);
  }

  /** A tokenizer on a dictionary that other threads read as well: of its own it has only what it writes. */
  static #inPlace(shared: SharedPlace): Tokenizer {
    const place = Place.ofShared(shared);
    return new Tokenizer(place, new TokenizerFile(place.file, TOKENIZER_FILE), () => {});
  }

  static #from(bytes: Uint8Array, name: string, terms: Uint8Array | undefined): Tokenizer {
    if (!(bytes instanceof Uint8Array)) {
      throw new RedianError('INVALID_DATA', `${name}: expected a Uint8Array, got ${describeValue(bytes)}`);
    }
    const place = Place.ofOwn(bytes.length);
    place.file.set(bytes);
    const tokenizer = new Tokenizer(place, new TokenizerFile(place.file, name));
    tokenizer.#termData = terms;
    return tokenizer;
  }

  /**
   * The words of a text; joined they are the text.
   * @throws {RedianError} INVALID_ARGUMENT if `text` is not a string.
   */
  cut(text: string, options?: CutOptions): string[] {
    checkString('text', text);
    const hmm = hmmOf(options);
    const cutter = this.#cutter;
    if (text.length === 0) return [];
    const stop = cutter.cut(text, 0, text.length, hmm);
    const words = new Array<string>(cutter.count);
    this.#read(text, 0, words, 0);
    for (let at = stop, from = stop; at < text.length; from = at) {
      at = cutter.cut(text, at, text.length, hmm);
      const { length } = words;
      words.length += cutter.count;
      this.#read(text, from, words, length);
    }
    cutter.shrink();
    return words;
  }

  /** Writes the words of the stretch that the cutter has cut, which begins at `start`, from words[at] on. */
  #read(text: string, start: number, words: string[], at: number): void {
    const { ends, ids, count } = this.#cutter;
    const wordIds = this.#ids;
    const { pages } = wordIds;
    let from = start;
    for (let i = 0; i < count; i++) {
      const end = ends[i];
      const id = ids[i];
      words[at + i] =
        id === 0
          ? text.slice(from, end)
          : (pages[id >>> PAGE_BITS][id & PAGE_MASK] ?? wordIds.keep(id, text, from, end));
      from = end;
    }
  }

  /**
   * The words of a text as numbers: the same string always has the same number, see {@link wordOf} and
   * {@link idOf}. Numbers hold for this tokenizer only. A word that neither the dictionary nor an earlier text has
   * gets the next free number, which takes memory once for each distinct one.
   *
   * @returns an element a word, in order. As with Node's Buffers several arrays may be views of one buffer: to transfer
   *   one to a worker, transfer a copy (`slice`).
   */
  encode(text: string, options?: CutOptions): Int32Array {
    checkString('text', text);
    const hmm = hmmOf(options);
    const cutter = this.#cutter;
    if (text.length === 0) return new Int32Array(0);
    const stop = cutter.cut(text, 0, text.length, hmm, this.#ids);
    if (stop === text.length) {
      const numbers = this.#pool.take(cutter.count);
      this.#number(text, 0, numbers, 0);
      cutter.shrink();
      return numbers;
    }
    const result = this.#scratch;
    result.length = 0;
    this.#appendNumbers(text, stop, hmm, result);
    cutter.shrink();
    return result.items.slice(0, result.length);
  }

  /**
   * What {@link encode} gives of each text, in one array: a new one for every text costs more than to cut a short one.
   *
   * @returns `ids`, an element a word, of all texts in order; and where those of each text end, so that text i has
   *   `ids.subarray(i === 0 ? 0 : ends[i - 1], ends[i])`.
   * @throws {RedianError} INVALID_ARGUMENT if `texts` is not an array of strings; then nothing was numbered.
   */
  encodeBatch(texts: readonly string[], options?: CutOptions): EncodedBatch {
    if (!Array.isArray(texts)) {
      throw new RedianError(
        'INVALID_ARGUMENT',
        `texts: expected an array of strings, got ${describeValue(texts)}`,
      );
    }
    for (let i = 0; i < texts.length; i++)
      if (typeof texts[i] !== 'string') checkString(`texts[${i}]`, texts[i]);
    const hmm = hmmOf(options);
    const result = this.#scratch;
    result.length = 0;
    const ends = new Int32Array(texts.length);
    for (let i = 0; i < texts.length; ) {
      const next = this.#cutter.cutTexts(texts, i, hmm, this.#ids);
      if (next > i) this.#numberTexts(texts, i, next, result, ends);
      else {
        const text = texts[i] as string;
        if (text.length > 0)
          this.#appendNumbers(text, this.#cutter.cut(text, 0, text.length, hmm, this.#ids), hmm, result);
        ends[i] = result.length;
      }
      i = Math.max(next, i + 1);
    }
    this.#cutter.shrink();
    return { ids: result.items.slice(0, result.length), ends };
  }

  /** Appends the numbers of texts[from, to), which the cutter has cut as one stretch. */
  #numberTexts(texts: readonly string[], from: number, to: number, result: IntList, until: Int32Array): void {
    const { ends, ids, count } = this.#cutter;
    const wordIds = this.#ids;
    let at = result.extend(count);
    const { items } = result;
    let token = 0;
    /** Where the text begins in the stretch, and the word in it. */
    let begin = 0;
    let start = 0;
    for (let i = from; i < to; i++) {
      const text = texts[i];
      const stop = begin + text.length;
      while (start < stop) {
        const id = ids[token];
        const end = ends[token++];
        items[at++] = id !== 0 ? id : wordIds.intern(text, start - begin, end - begin);
        start = end;
      }
      until[i] = at;
      // The NUL between two texts.
      token++;
      begin = stop + 1;
      start = begin;
    }
    result.length = at;
  }

  /** @param stop  where the first stretch ends, which the cutter has cut. */
  #appendNumbers(text: string, stop: number, hmm: boolean, result: IntList): void {
    const cutter = this.#cutter;
    for (let at = stop, from = 0; ; at = cutter.cut(text, at, text.length, hmm, this.#ids)) {
      const room = result.extend(cutter.count);
      this.#number(text, from, result.items, room);
      from = at;
      if (at === text.length) break;
    }
  }

  /** Writes the numbers of the stretch that the cutter has cut, which begins at `start`, from numbers[at] on. */
  #number(text: string, start: number, numbers: Int32Array, at: number): void {
    const { ends, ids, count, isNumbered } = this.#cutter;
    const wordIds = this.#ids;
    if (isNumbered) {
      for (let i = 0; i < count; i++) numbers[at + i] = ids[i];
      return;
    }
    for (let i = 0; i < count; i++) {
      const id = ids[i];
      numbers[at + i] = id !== 0 ? id : wordIds.intern(text, i === 0 ? start : ends[i - 1], ends[i]);
    }
  }

  /** Number of a word in {@link encode}; given to it now if it has none. */
  idOf(word: string): number {
    checkString('word', word);
    return this.#ids.of(word);
  }

  /** Word of a number that {@link encode} gave, or undefined. */
  wordOf(id: number): string | undefined {
    checkNumber('id', id, { min: 0, integer: true });
    return this.#ids.word(id);
  }

  /** Numbers given by {@link encode} are below this. */
  get idLimit(): number {
    return this.#ids.limit;
  }

  /**
   * Tokens of social text with their kinds; joined they are the text. Terms, model names, numbers with their units,
   * addresses, tags, mentions, emoji and emoticons come out whole; the rest is cut as {@link cut} cuts it.
   *
   * Cost: O(n), about that of `cut` and as much again, with parts of speech twice that.
   */
  segment(text: string, options: SegmentOptions = {}): Token[] {
    checkString('text', text);
    checkOptions(options, segmentOptions);
    const tag = checkSwitch('tag', options.tag);
    const columns = this.#segmenterOf().segment(text);
    const tokens = columns.toTokens();
    columns.reset();
    return tag ? this.#withTags(text, tokens) : tokens;
  }

  /**
   * What {@link segment} gives, in columns that hold until the next call.
   * @internal
   */
  columns(text: string): TokenColumns {
    return this.#segmenterOf().segment(text);
  }

  /**
   * Words get the tag that {@link tag} gives them in the text. Where it cuts otherwise, a word is tagged by itself, and
   * one that falls into parts gets the tag of its last, which in Chinese is the head.
   */
  #withTags(text: string, tokens: readonly Token[]): Token[] {
    const tagger = this.#taggerOf();
    const tagged = tagger.tag(text, true);
    let at = 0;
    let start = 0;
    const result = tokens.map((token) => {
      if (token.kind !== 'word') return token;
      while (at < tagged.length && start < token.start) start += (tagged[at++] as TaggedWord).word.length;
      const here = start === token.start ? tagged[at] : undefined;
      const tag =
        here?.word.length === token.text.length ? here.tag : tagger.tag(token.text, true).at(-1)?.tag;
      return tag === undefined ? token : { ...token, tag };
    });
    this.#cutter.shrink();
    return result;
  }

  /**
   * The terms that {@link segment} knows: add to them, delete from them, or switch them off. They change nothing in
   * `cut` and its kin.
   */
  get terms(): TermLexicon {
    if (this.#termLexicon === undefined) {
      this.#termLexicon = TermLexicon.fromBytes(this.#termData ?? readDataFileSync(TERMS_FILE));
      for (const word of this.#mixedWords) this.#termLexicon.addWord(word);
    }
    return this.#termLexicon;
  }

  #segmenterOf(): Segmenter {
    this.#segmenter ??= new Segmenter(this.#cutter, this.terms, this.#ids);
    return this.#segmenter;
  }

  /** Every word that the dictionary has in the text, overlapping ones too (jieba's full mode). */
  cutAll(text: string): string[] {
    checkString('text', text);
    return cutFull(this.#lexicon, text, this.#scratch);
  }

  /** The words of a text, each preceded by the two- and three-character words inside it, for search indexes. */
  cutForSearch(text: string, options?: CutOptions): string[] {
    return this.tokenize(text, { hmm: hmmOf(options), mode: 'search' }).map(({ word }) => word);
  }

  /** The words of a text with their offsets. */
  tokenize(text: string, options: TokenizeOptions = {}): TokenSpan[] {
    const hmm = hmmOf(options, tokenizeOptions);
    const { mode = 'default', offsets = 'utf16' } = options;
    checkChoice('mode', mode, ['default', 'search']);
    checkChoice('offsets', offsets, ['utf16', 'codepoint']);
    const spans: TokenSpan[] = [];
    let start = 0;
    for (const word of this.cut(text, { hmm })) {
      if (mode === 'search' && word.length > 2) {
        for (const size of word.length > 3 ? [2, 3] : [2]) {
          for (let at = 0; at + size <= word.length; at++) {
            if ((this.#lexicon.frequency(word, at, at + size) ?? 0) === 0) continue;
            spans.push({ word: word.slice(at, at + size), start: start + at, end: start + at + size });
          }
        }
      }
      const width = offsets === 'utf16' ? word.length : codePointCount(word);
      spans.push({ word, start, end: start + width });
      start += width;
    }
    return spans;
  }

  /** Words and their parts of speech, as jieba.posseg gives them. */
  tag(text: string, options?: CutOptions): TaggedWord[] {
    checkString('text', text);
    const tagged = this.#taggerOf().tag(text, hmmOf(options));
    this.#cutter.shrink();
    return tagged;
  }

  #taggerOf(): Tagger {
    if (this.#tagger === undefined) {
      const { tags, posHmm } = this.#tagData();
      this.#tagger = new Tagger(this.#lexicon, this.#cutter, tags, new PosHmm(posHmm));
    }
    return this.#tagger;
  }

  /** Sum of the frequencies of all words, as jieba keeps it: deleting a word does not lower it. */
  get total(): number {
    return this.#lexicon.total;
  }

  /** Frequency of a word; 0 for a beginning of words or a deleted word, undefined for what is neither. */
  frequencyOf(word: string): number | undefined {
    checkString('word', word);
    return this.#lexicon.frequency(word);
  }

  /**
   * Adds a word, or changes its frequency, as jieba's add_word does.
   *
   * @param frequency  whole number; by default the least that makes `cut` keep the word whole.
   */
  addWord(word: string, frequency?: number, tag?: string): void {
    checkUserWord(word, frequency, tag);
    const count = frequency ?? this.suggestFrequency(word);
    this.#lexicon.set(word, count, tag === '' ? undefined : tag, this.#ids.of(word));
    if (count === 0) this.#cutter.forceSplit.add(word);
    if (!isHan(word)) this.#keepWhole(word, count > 0);
  }

  #keepWhole(word: string, whole: boolean): void {
    if (whole) this.#mixedWords.add(word);
    else this.#mixedWords.delete(word);
    if (whole) this.#termLexicon?.addWord(word);
    else this.#termLexicon?.deleteWord(word);
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
    checkOptions(options, suggestOptions);
    const tune = checkSwitch('tune', options.tune);
    const { total } = this.#lexicon;
    let share = 1;
    let word: string;
    let frequency: number;
    if (typeof segment === 'string') {
      word = segment;
      share = this.#shareOfParts(word);
      frequency = Math.max(Math.trunc(share * total) + 1, this.#lexicon.frequency(word) ?? 1);
    } else if (Array.isArray(segment)) {
      for (const part of segment) checkString('segment', part);
      word = segment.join('');
      for (const part of segment) share *= (this.#lexicon.frequency(part) ?? 1) / total;
      frequency = Math.min(Math.trunc(share * total), this.#lexicon.frequency(word) ?? 0);
    } else {
      throw new RedianError(
        'INVALID_ARGUMENT',
        `segment: expected a string or an array of strings, got ${describeValue(segment)}`,
      );
    }
    if (tune) this.addWord(word, frequency);
    return frequency;
  }

  /** The product of the shares of the words into which a word is cut without the model. No string is made of them. */
  #shareOfParts(word: string): number {
    const lexicon = this.#lexicon;
    const cutter = this.#cutter;
    let share = 1;
    let from = 0;
    for (let at = 0; at < word.length; ) {
      at = cutter.cut(word, at, word.length, false);
      for (let i = 0; i < cutter.count; i++) {
        share *= (lexicon.frequency(word, from, cutter.ends[i]) ?? 1) / lexicon.total;
        from = cutter.ends[i] as number;
      }
    }
    cutter.shrink();
    return share;
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

/** Whether a word is of Han alone as jieba has it, so that `cut` can keep it whole. */
function isHan(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (classOf[word.charCodeAt(i)] !== HAN) return false;
  return true;
}
