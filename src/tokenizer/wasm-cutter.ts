import type { Place } from '../base/place.js';
import type { WordIds } from '../lexicon/word-ids.js';
import { LONGEST_ADDED, type WordLexicon } from '../lexicon/word-lexicon.js';
import { CODE } from '../lexicon/word-table.js';
import { writeUnits } from '../text/units.js';
import type { WordHmmTable } from './word-hmm.js';

/** Exports of src/wasm/cutter. */
interface Exports {
  checksum(at: number, count: number): number;
  configure(at: number): void;
  insert(length: number): number;
  cut(length: number, start: number, hmm: number, logTotal: number, logs: number): number;
  encode(length: number, start: number, hmm: number, logTotal: number, logs: number): number;
  cutRuns(length: number, start: number, logTotal: number, logs: number): number;
  route(length: number, logTotal: number, logs: number): void;
  setNumbers(index: number, shift: number, records: number, firstAdded: number): void;
}

/** What the last stretch wrote is larger than this only in the path, by one. */
const SPARE = 8;
/** Places in the layout, in 32-bit words: numbers behind the addresses, behind them the figures of the model. */
const NUMBERS = 22;
const FIGURES = 28;

/**
 * The cutter in WebAssembly: src/wasm/cutter on a memory that holds the tables, and a board for one stretch of text.
 */
export class WasmCutter {
  /** Units of the longest stretch. */
  static readonly LONGEST = LONGEST_ADDED;
  /** End offset and identifier of each token, as {@link Cutter} has them. */
  readonly ends: Int32Array;
  readonly ids: Int32Array;
  /** Units that are cut. */
  readonly text: Uint16Array;
  readonly #place: Place;
  /** Code of each character; of a word that is inserted as well. */
  readonly #codes: Uint16Array;
  readonly #scores: Float64Array;
  /** As {@link Route} has it. */
  readonly #path: Int32Array;
  readonly #exports: Exports;
  #lexicon!: WordLexicon;
  /** As {@link WordIds} had it when it was handed on; whether it could be. */
  #index: Int32Array | undefined;
  #hasIndex = false;

  private constructor(code: Uint8Array<ArrayBuffer>, place: Place, memory: WebAssembly.Memory) {
    this.#place = place;
    const room = WasmCutter.LONGEST + SPARE;
    this.#codes = place.shorts(room);
    this.#scores = place.doubles(room);
    this.#path = place.ints(2 * room);
    this.ends = place.ints(room);
    this.ids = place.ints(room);
    this.text = place.shorts(room);
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } });
    this.#exports = exports as unknown as Exports;
  }

  /** Undefined where there is no WebAssembly with vectors, or where a policy forbids it: the cutter does without. */
  static create(code: Uint8Array<ArrayBuffer>, place: Place): WasmCutter | undefined {
    if (place.memory === undefined) return undefined;
    try {
      return new WasmCutter(code, place, place.memory);
    } catch {
      return undefined;
    }
  }

  /** Does what `checksum` of containers does, on words that lie in the place. */
  checksum(words: Int32Array, from: number, to: number): number {
    return this.#exports.checksum(words.byteOffset + 4 * from, to - from);
  }

  /** Connects the tables. False if the place has no room for them: then it cannot cut. */
  connect(lexicon: WordLexicon, model: WordHmmTable): boolean {
    this.#lexicon = lexicon;
    const place = this.#place;
    const room = WasmCutter.LONGEST + SPARE;
    // In the order in which src/wasm/cutter reads them.
    const own = [
      lexicon.codes,
      lexicon.bases,
      lexicon.units,
      lexicon.singleLogs,
      model.emissions,
      model.rows,
      this.text,
      this.#codes,
      place.ints(2 * room),
      place.ints(room),
      place.ints(room),
      this.#scores,
      this.#path,
      place.bytes(room),
      this.ends,
      this.ids,
    ];
    const { added } = lexicon;
    const grown =
      added === undefined
        ? []
        : [added.ids, added.takenUnits, added.takenBases, added.cursors, added.moves, added.row];
    const layout = place.ints(72);
    if (![layout, lexicon.logs, ...own, ...grown].every((array) => place.holds(array))) return false;
    [...own, ...grown].forEach((array, i) => {
      layout[i] = array.byteOffset;
    });
    layout.set([lexicon.outside, lexicon.singleBase, lexicon.firstSpare, lexicon.firstAdded], NUMBERS);
    if (added !== undefined) layout.set([added.room, added.moves.length / 2], NUMBERS + 4);
    const figures = new Float64Array(layout.buffer, layout.byteOffset + 4 * FIGURES, 20);
    figures.set(model.start);
    figures.set(model.transitions, 4);
    this.#exports.configure(layout.byteOffset);
    if (added !== undefined) lexicon.insert = (word) => this.#insert(word);
    return true;
  }

  /** Whether it knows all words of the user that it can meet. */
  get isComplete(): boolean {
    return this.#lexicon.isComplete;
  }

  /** See {@link WordLexicon.insert}; all characters have codes. */
  #insert(word: string): number {
    const { codes } = this.#lexicon;
    for (let i = 0; i < word.length; i++) this.#codes[i] = codes[word.charCodeAt(i)] & CODE;
    return this.#exports.insert(word.length);
  }

  /**
   * Cuts text[start, stop), at most {@link LONGEST} units, into {@link ends} and {@link ids}.
   *
   * @param words  gives identifiers to words that the lexicon does not know, as far as it has them.
   * @returns number of tokens; negative if some have no identifier from `words`.
   */
  cut(text: string, start: number, stop: number, hmm: boolean, words?: WordIds): number {
    this.#copy(text, start, stop, 0);
    return this.#run(stop - start, start, hmm, words);
  }

  /**
   * Cuts texts[from, to) with a NUL behind each but the last, which is a token of its own; all together at most
   * {@link LONGEST} units. Gives as {@link cut}.
   */
  cutAll(texts: readonly string[], from: number, to: number, hmm: boolean, words: WordIds): number {
    let length = 0;
    for (let i = from; i < to; i++) length = this.#copy(texts[i], 0, texts[i].length, length) + 1;
    return this.#run(length - 1, 0, hmm, words);
  }

  #run(length: number, start: number, hmm: boolean, words?: WordIds): number {
    const { logTotal, logs } = this.#lexicon;
    const exports = this.#exports;
    if (words === undefined) return exports.cut(length, start, hmm ? 1 : 0, logTotal, logs.byteOffset);
    if (words.index !== this.#index) this.#setNumbers(words);
    return this.#hasIndex
      ? exports.encode(length, start, hmm ? 1 : 0, logTotal, logs.byteOffset)
      : -exports.cut(length, start, hmm ? 1 : 0, logTotal, logs.byteOffset);
  }

  #setNumbers({ index, records, shift, firstAdded }: WordIds): void {
    this.#index = index;
    this.#hasIndex = this.#place.holds(index) && this.#place.holds(records);
    if (this.#hasIndex) this.#exports.setNumbers(index.byteOffset, shift, records.byteOffset, firstAdded);
  }

  /** Cuts with the model the runs of units that are not 0 among the first `length` of {@link text}, behind which a 0 stands; gives as {@link cut}. */
  cutRuns(length: number, start: number): number {
    const { logTotal, logs } = this.#lexicon;
    return this.#exports.cutRuns(length, start, logTotal, logs.byteOffset);
  }

  /** The path through text[start, stop), at most {@link LONGEST} units. */
  route(text: string, start: number, stop: number): Int32Array {
    const { logTotal, logs } = this.#lexicon;
    this.#copy(text, start, stop, 0);
    this.#exports.route(stop - start, logTotal, logs.byteOffset);
    return this.#path;
  }

  /** Copies text[start, stop) to place `at`, a NUL behind it; gives where it ends. */
  #copy(text: string, start: number, stop: number, at: number): number {
    writeUnits(text, start, stop, this.text, at);
    return at + stop - start;
  }
}
