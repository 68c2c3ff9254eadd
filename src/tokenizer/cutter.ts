import { HAN_FIRST } from '../lexicon/han.js';
import type { WordIds } from '../lexicon/word-ids.js';
import type { WordLexicon } from '../lexicon/word-lexicon.js';
import { BLOCK } from '../lexicon/word-table.js';
import { isDigitUnit, isLetterUnit } from '../text/unit-kinds.js';
import type { UnitText } from '../text/unit-text.js';
import { Route } from './route.js';
import { WasmCutter } from './wasm-cutter.js';
import type { WordHmm } from './word-hmm.js';

/** Units of text that are cut at a time, so that what is written of them stays in the cache; longer only for a longer block. */
const STRETCH = 2048;
const LEAST_TOKENS = 4096;
/** In the table of {@link Cutter.cutRuns}: a unit that stands alone where the text says so; one that does so where a word begins with it. */
export const APART = 1 << 20;
export const OPENS = 1 << 21;
/** In the same, below 0: no Han, but {@link Cutter.found} tells that it was met. */
export const MET = 1 << 31;
const none: readonly number[] = [];
/** Tokens whose arrays are kept. */
const KEPT_TOKENS = 1 << 16;

/** Tells of units that the table of {@link Cutter.cutRuns} marks whether they are words of their own, between two runs. */
export interface StandsAlone {
  /** Asked of what is {@link APART}, before the runs are cut. */
  isApart(text: UnitText, at: number): boolean;
  /**
   * How many units from one that is {@link OPENS} on stand alone, and belong not to the word of the dictionary that has been
   * found there and ends at `end`.
   */
  torn(text: UnitText, at: number, end: number): number;
}

/**
 * jieba's exact mode on offsets: no string is made.
 *
 * A text is blocks of Han characters, ASCII letters and digits and `+#&._%-`, and what lies between them. A block is
 * cut along its most probable path through the words of the lexicon; runs of single characters on that path
 * go through the hidden Markov model.
 *
 * The results lie in {@link ends} and {@link ids} up to {@link count}, and hold until the next call.
 */
export class Cutter {
  /** End offset of each token; it starts where the one before ends. */
  ends: Int32Array = new Int32Array(0);
  /** Identifier of each token as in {@link WordLexicon}, 0 where the lexicon has none. */
  ids: Int32Array = new Int32Array(0);
  count = 0;
  /** Whether no identifier is 0, as far as that was asked for. */
  isNumbered = false;
  /** What {@link cutRuns} met. */
  found = 0;
  /** Words that were added with frequency 0: the model must not join them again. */
  readonly forceSplit = new Set<string>();
  /** Whether {@link shrink} may have something to give back. */
  #hasPath = false;
  /** Offsets of the units that the table of {@link cutRuns} marks, of which the first so many are those of the stretch. */
  #marks = new Int32Array(STRETCH + 1);
  #marked = 0;
  readonly #lexicon: WordLexicon;
  readonly #hmm: WordHmm;
  readonly #route: Route;
  /** Does the same several times as fast, where there is WebAssembly. */
  readonly #wasm: WasmCutter | undefined;

  constructor(lexicon: WordLexicon, hmm: WordHmm, wasm?: WasmCutter) {
    this.#lexicon = lexicon;
    this.#hmm = hmm;
    this.#route = new Route(lexicon);
    this.#wasm = wasm;
  }

  /** Whether the dictionary has text[start, end); a word that the model joined may be no more than the beginning of one. */
  hasWord(text: string, start: number, end: number): boolean {
    return (this.#lexicon.frequency(text, start, end) ?? 0) > 0;
  }

  /**
   * Cuts a stretch of text[start, end) from the start on.
   *
   * @param words  may give identifiers to words that the lexicon has not; {@link isNumbered} then tells whether all have one.
   * @returns where it stopped; go on from there.
   */
  cut(text: string, start: number, end: number, hmm: boolean, words?: WordIds): number {
    const stop = end - start <= STRETCH ? end : this.#endOfStretch(text, start + STRETCH, end);
    const wasm = this.#wasmFor(stop - start);
    if (wasm !== undefined) this.#take(wasm, wasm.cut(text, start, stop, hmm, words));
    else this.#cutByPath(text, start, stop, hmm);
    return stop;
  }

  /**
   * Cuts as many texts from texts[from] on as go into one stretch, with a NUL between any two, which is a token: one call
   * for many short texts.
   *
   * @returns the index behind the last of them; `from` if none can be cut in this way.
   */
  cutTexts(texts: readonly string[], from: number, hmm: boolean, words: WordIds): number {
    let length = 0;
    let to = from;
    for (; to < texts.length; to++) {
      const longer = length + texts[to].length + 1;
      if (longer > STRETCH) break;
      length = longer;
    }
    const wasm = this.#wasmFor(length);
    if (to - from < 2 || wasm === undefined) return from;
    this.#take(wasm, wasm.cutAll(texts, from, to, hmm, words));
    return to;
  }

  /**
   * Cuts the runs of Han in a stretch of a text from `start` on, with the model: what lies between them is no token.
   * {@link found} then has what the table says of all units, joined by OR.
   *
   * @param han  by unit: 0 for what is no Han, or {@link MET}; in the low half the character that is looked up in its place.
   * @returns where it stopped; go on from there.
   */
  cutRuns(text: UnitText, start: number, han: Int32Array, alone: StandsAlone): number {
    let stop = Math.min(text.length, start + STRETCH);
    while (
      stop < text.length &&
      (han[text.charCodeAt(stop)] as number) > 0 &&
      (han[text.charCodeAt(stop - 1)] as number) > 0
    )
      stop++;
    const wasm = this.#wasmFor(stop - start);
    const units = wasm?.text ?? new Uint16Array(stop - start + 1);
    this.#read(text, start, stop, han, units);
    const apart = this.#apart(text, han, alone);
    for (const at of apart) units[at - start] = 0;
    this.#cutRead(start, stop, units, wasm);
    const torn = (this.found & OPENS) === 0 ? none : this.#torn(text, han, alone);
    if (torn.length > 0) {
      for (const at of torn) units[at - start] = 0;
      this.#cutRead(start, stop, units, wasm);
    }
    const words = torn.length === 0 ? apart : [...apart, ...torn].sort((a, b) => a - b);
    if (words.length > 0) this.#insert(text, words);
    return stop;
  }

  /** Writes the low halves of what the table has for text[start, stop) into units, a zero behind them, and finds {@link found} and the marks. */
  #read(text: UnitText, start: number, stop: number, han: Int32Array, units: Uint16Array): void {
    const { units: written } = text;
    const length = stop - start;
    if (length >= this.#marks.length) this.#marks = new Int32Array(length + 1);
    const marks = this.#marks;
    let marked = 0;
    let seen = 0;
    for (let i = 0; i < length; i++) {
      const entry = han[written[start + i] as number] as number;
      units[i] = entry;
      seen |= entry;
      // Each is written over by the next as long as none is marked: no branch is guessed wrong.
      marks[marked] = start + i;
      marked += ((entry >> 20) | (entry >> 21)) & 1;
    }
    units[length] = 0;
    this.found = seen;
    this.#marked = marked;
  }

  /** Cuts the runs of units that are not 0. */
  #cutRead(start: number, stop: number, units: Uint16Array, wasm: WasmCutter | undefined): void {
    if (wasm !== undefined) {
      this.count = this.found === 0 ? 0 : wasm.cutRuns(stop - start, start);
      this.ends = wasm.ends;
      this.ids = wasm.ids;
      return;
    }
    const pieces: string[] = [];
    for (let i = 0; i < stop - start; i++) pieces.push(String.fromCharCode(units[i] as number));
    this.#cutByPath(pieces.join(''), 0, stop - start, true);
    let count = 0;
    for (let i = 0; i < this.count; i++) {
      const end = this.ends[i] as number;
      if (units[end - 1] === 0) continue;
      this.ends[count] = start + end;
      this.ids[count++] = this.ids[i] as number;
    }
    this.count = count;
  }

  /** Offsets of the units that are words between two runs. */
  #apart(text: UnitText, han: Int32Array, alone: StandsAlone): readonly number[] {
    if ((this.found & APART) === 0) return none;
    const found: number[] = [];
    for (let i = 0; i < this.#marked; i++) {
      const at = this.#marks[i] as number;
      if ((han[text.charCodeAt(at)] & APART) !== 0 && alone.isApart(text, at)) found.push(at);
    }
    return found;
  }

  /** Offsets of the units that do not belong to the words of the dictionary found there. */
  #torn(text: UnitText, han: Int32Array, alone: StandsAlone): readonly number[] {
    const found: number[] = [];
    const { ends, ids, count } = this;
    let index = 0;
    for (let i = 0; i < this.#marked; i++) {
      const at = this.#marks[i] as number;
      if ((han[text.charCodeAt(at)] & OPENS) === 0) continue;
      while (index < count && (ends[index] as number) <= at) index++;
      if (index === count) break;
      const end = ends[index] as number;
      const units = end > at + 1 && ids[index] !== 0 ? alone.torn(text, at, end) : 0;
      for (let unit = 0; unit < units; unit++) found.push(at + unit);
    }
    return found.length === 0 ? none : found;
  }

  /** Puts units among the words as ones of their own. */
  #insert(text: UnitText, units: readonly number[]): void {
    const { ends, ids } = this;
    let from = this.count;
    let to = from + units.length;
    this.count = to;
    for (let i = units.length - 1; i >= 0; i--) {
      const at = units[i] as number;
      while (from > 0 && (ends[from - 1] as number) > at) {
        ends[--to] = ends[--from] as number;
        ids[to] = ids[from] as number;
      }
      ends[--to] = at + 1;
      ids[to] = this.#lexicon.idOf(text.string, at, at + 1);
    }
  }

  #take(wasm: WasmCutter, count: number): void {
    this.isNumbered = count >= 0;
    this.count = Math.abs(count);
    this.ends = wasm.ends;
    this.ids = wasm.ids;
  }

  /** The kernel, if it can cut so many units. */
  #wasmFor(length: number): WasmCutter | undefined {
    const wasm = this.#wasm;
    return wasm?.isComplete === true && length <= WasmCutter.LONGEST && this.forceSplit.size === 0
      ? wasm
      : undefined;
  }

  #cutByPath(text: string, start: number, stop: number, hmm: boolean): void {
    this.count = 0;
    this.isNumbered = false;
    if (stop - start > this.ends.length) {
      this.ends = new Int32Array(Math.max(stop - start, LEAST_TOKENS));
      this.ids = new Int32Array(this.ends.length);
    }
    this.#hasPath = true;
    this.#route.find(text, start, stop);
    if (hmm) this.#followPath(text, start, stop - start);
    else this.#followPathWithoutModel(text, start, stop - start);
  }

  /** The first offset from `at` on that lies neither within a block nor within a pair of units. */
  #endOfStretch(text: string, at: number, end: number): number {
    const { codes } = this.#lexicon;
    let stop = at;
    while (stop < end) {
      const unit = text.charCodeAt(stop);
      const before = text.charCodeAt(stop - 1);
      if ((codes[unit] & codes[before] & BLOCK) === 0 && !isPair(before, unit)) break;
      stop++;
    }
    return stop;
  }

  /** Gives back what a very long block took. */
  shrink(): void {
    if (!this.#hasPath) return;
    this.#hasPath = false;
    if (this.ends.length > KEPT_TOKENS) {
      this.ends = new Int32Array(LEAST_TOKENS);
      this.ids = new Int32Array(LEAST_TOKENS);
    }
    this.#route.shrink();
    this.#hmm.shrink(KEPT_TOKENS);
  }

  /**
   * The most probable path through text[start, end), which is taken for one block, for taggers: element 2i is the
   * offset from `start` at which the word that begins at start + i ends. Valid until the next call.
   */
  path(text: string, start: number, end: number): Int32Array {
    if (this.#wasm?.isComplete === true && end - start <= WasmCutter.LONGEST)
      return this.#wasm.route(text, start, end);
    this.#hasPath = true;
    this.#route.find(text, start, end);
    return this.#route.path;
  }

  #followPath(text: string, at: number, length: number): void {
    const { codes, path } = this.#route;
    const { ends, ids } = this;
    let { count } = this;
    let x = 0;
    while (x < length) {
      const y = path[2 * x];
      if (y - x > 1) {
        ends[count] = at + y;
        ids[count++] = path[2 * x + 1];
        x = y;
      } else if (y === x) {
        this.count = count;
        x = this.#pushOutside(text, at, x, length);
        count = this.count;
      } else {
        // A run of characters that stand alone.
        let stop = y;
        while (path[2 * stop] - stop === 1) stop++;
        if (stop === y) {
          ends[count] = at + y;
          ids[count++] = this.#lexicon.idOfSingle(codes[x], text.charCodeAt(at + x));
        } else {
          this.count = count;
          this.#cutRun(text, at, x, stop);
          count = this.count;
        }
        x = stop;
      }
    }
    this.count = count;
  }

  /** A character outside of blocks, whole; gives where it ends. */
  #pushOutside(text: string, at: number, x: number, length: number): number {
    const unit = text.charCodeAt(at + x);
    if (x + 1 < length && isPair(unit, text.charCodeAt(at + x + 1))) {
      this.ends[this.count] = at + x + 2;
      this.ids[this.count++] = 0;
      return x + 2;
    }
    const code = this.#lexicon.codes[unit];
    this.ends[this.count] = at + x + 1;
    this.ids[this.count++] = code === 0 ? this.#lexicon.singleBase + unit : code;
    return x + 1;
  }

  /** Cuts a run of two characters or more that stand alone on the path. */
  #cutRun(text: string, at: number, from: number, to: number): void {
    if (this.#isWord(text, at, from, to)) {
      for (let i = from; i < to; i++) this.#pushSingle(text, at + i, this.#route.codes[i]);
    } else this.#cutUnknown(text, at, from, to);
  }

  /** Whether a run that the path left in pieces is a word all the same. */
  #isWord(text: string, at: number, from: number, to: number): boolean {
    const route = this.#route;
    if (route.mayBeUsers(from)) return (this.#lexicon.frequency(text, at + from, at + to) ?? 0) > 0;
    if (to - from === 2) return route.isPairWord(from);
    return route.hasPair(from) && this.#lexicon.isTableWord(text, at + from, at + to);
  }

  #pushSingle(text: string, at: number, code: number): void {
    this.ends[this.count] = at + 1;
    this.ids[this.count++] = this.#lexicon.idOfSingle(code, text.charCodeAt(at));
  }

  /** jieba's finalseg: Han through the model, ASCII words and numbers whole, the rest in one piece. */
  #cutUnknown(text: string, at: number, from: number, to: number): void {
    const { ends, ids } = this;
    const end = at + to;
    let start = at + from;
    while (start < end) {
      const unit = text.charCodeAt(start);
      let stop = start + 1;
      if (unit >= HAN_FIRST) {
        while (stop < end && text.charCodeAt(stop) >= HAN_FIRST) stop++;
        const first = this.count;
        const last = this.#hmm.cut(text, start, stop, ends, first);
        this.count = last;
        if (this.forceSplit.size > 0) this.#splitForced(text, start, first);
        else {
          let begin = start;
          for (let i = first; i < last; i++) {
            ids[i] = this.#idAt(text, at, begin, ends[i]);
            begin = ends[i];
          }
        }
      } else {
        stop = isAsciiWord(unit) ? endOfAsciiWord(text, start, end) : endOfAsciiRest(text, start, end);
        ends[this.count] = stop;
        ids[this.count++] = this.#idAt(text, at, start, stop);
      }
      start = stop;
    }
  }

  /** Identifier of text[start, end) by what the route has found out. */
  #idAt(text: string, at: number, start: number, end: number): number {
    const route = this.#route;
    const i = start - at;
    if (end - start === 1) {
      return this.#lexicon.idOfSingle(route.codes[i], text.charCodeAt(start));
    }
    if (!route.hasPair(i)) return 0;
    return end - start === 2
      ? this.#lexicon.idOfUnit(route.pairUnits[i])
      : this.#lexicon.idOf(text, start, end);
  }

  /** Splits the words that the model found from token `first` on where they were deleted by force. */
  #splitForced(text: string, start: number, first: number): void {
    const found = this.ends.slice(first, this.count);
    this.count = first;
    let begin = start;
    for (const end of found) {
      if (end - begin > 1 && this.forceSplit.has(text.slice(begin, end))) {
        for (let i = begin; i < end; i++) this.#push(text, i, i + 1);
      } else {
        this.#push(text, begin, end);
      }
      begin = end;
    }
  }

  #push(text: string, start: number, end: number): void {
    this.ends[this.count] = end;
    this.ids[this.count++] = this.#lexicon.idOf(text, start, end);
  }

  /** Without the model single ASCII letters and digits are joined, all else is left alone. */
  #followPathWithoutModel(text: string, at: number, length: number): void {
    const { codes, path } = this.#route;
    let run = -1;
    for (let x = 0; x < length; ) {
      const y = path[2 * x];
      const joins = y - x === 1 && isAsciiWord(text.charCodeAt(at + x));
      if (joins) {
        if (run < 0) run = x;
        x = y;
        continue;
      }
      if (run >= 0) this.#push(text, at + run, at + x);
      run = -1;
      if (y === x) x = this.#pushOutside(text, at, x, length);
      else {
        if (y - x === 1) this.#pushSingle(text, at + x, codes[x]);
        else {
          this.ends[this.count] = at + y;
          this.ids[this.count++] = path[2 * x + 1];
        }
        x = y;
      }
    }
    if (run >= 0) this.#push(text, at + run, at + length);
  }
}

/** Whether two units make one character that stands outside of blocks: a surrogate pair, or CRLF. */
function isPair(first: number, second: number): boolean {
  if ((first & 0xfc00) === 0xd800) return (second & 0xfc00) === 0xdc00;
  return first === 13 && second === 10;
}

/** [a-zA-Z0-9] */
function isAsciiWord(unit: number): boolean {
  return isDigitUnit(unit) || isLetterUnit(unit | 0x20);
}

/** End of the match of [a-zA-Z0-9]+(?:\.\d+)?%? at `start`. */
function endOfAsciiWord(text: string, start: number, end: number): number {
  let at = start + 1;
  while (at < end && isAsciiWord(text.charCodeAt(at))) at++;
  if (at + 1 < end && text.charCodeAt(at) === 0x2e && isDigitUnit(text.charCodeAt(at + 1))) {
    at += 2;
    while (at < end && isDigitUnit(text.charCodeAt(at))) at++;
  }
  return at < end && text.charCodeAt(at) === 0x25 ? at + 1 : at;
}

/** End of what is neither Han nor the begin of an ASCII word. */
function endOfAsciiRest(text: string, start: number, end: number): number {
  let at = start + 1;
  while (at < end && text.charCodeAt(at) < HAN_FIRST && !isAsciiWord(text.charCodeAt(at))) at++;
  return at;
}
