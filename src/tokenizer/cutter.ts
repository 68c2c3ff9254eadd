import type { JiebaTable } from '../lexicon/jieba-table.js';
import { ALPHANUMERIC, classOf, HAN, inBlock, JOINER, nextCharacter, OTHER } from './characters.js';
import { IntList } from './growable.js';
import type { WordModel } from './hmm.js';

/**
 * Cuts text as Python jieba 0.42.1 does: blocks of Han, letters and digits; in each the most probable path
 * through the words of the dictionary; runs of single characters on that path through the hidden Markov model.
 *
 * Works on offsets in reused buffers and makes no strings. Time and memory are linear in the text: O(n · w),
 * w the longest path of the dictionary from a position (16 in jieba's).
 */
export class Cutter {
  /** End offsets of the words of the last run, and the words' ids (-1 for what the dictionary lacks). */
  readonly ends = new IntList();
  readonly ids = new IntList();
  /** Words that the model must not make: those set to frequency 0. */
  readonly forceSplit = new Set<string>();

  readonly #table: JiebaTable;
  readonly #model: WordModel;
  readonly #recognized = new IntList();
  #codes = new Uint16Array(0);
  #scores = new Float64Array(1);
  #next = new Int32Array(0);
  #states = new Int32Array(0);

  constructor(table: JiebaTable, model: WordModel) {
    this.#table = table;
    this.#model = model;
  }

  /** Cuts text[start, end) into `ends` and `ids`, which are emptied first. */
  run(text: string, start: number, end: number, hmm: boolean): void {
    this.ends.length = 0;
    this.ids.length = 0;
    for (let at = start; at < end; ) {
      const unitClass = classOf[text.charCodeAt(at)] as number;
      if (inBlock(unitClass)) {
        let stop = at + 1;
        while (stop < end && inBlock(classOf[text.charCodeAt(stop)] as number)) stop++;
        this.#block(text, at, stop, hmm);
        at = stop;
      } else {
        let stop = at + 1;
        if (unitClass === OTHER) stop = Math.min(end, nextCharacter(text, at));
        else if (text.charCodeAt(at) === 0x0d && stop < end && text.charCodeAt(stop) === 0x0a) stop++;
        this.#push(stop, -1);
        at = stop;
      }
    }
  }

  /**
   * Finds the best path through text[start, end), a block: afterwards {@link nextOf} and {@link stateOf} tell it.
   * Of equal paths the one with the longer word wins, as in jieba.
   */
  #path(text: string, start: number, end: number): void {
    const length = end - start;
    if (this.#next.length < length) {
      const size = Math.max(64, length + (length >> 1));
      this.#codes = new Uint16Array(size);
      this.#scores = new Float64Array(size + 1);
      this.#next = new Int32Array(size);
      this.#states = new Int32Array(size);
    }
    const codes = this.#codes;
    const scores = this.#scores;
    const nexts = this.#next;
    const states = this.#states;
    const { units, logs, logTotal, users } = this.#table;
    const map = this.#table.codes;
    for (let i = 0; i < length; i++) codes[i] = map[text.charCodeAt(start + i)] as number;
    scores[length] = 0;
    const withUsers = users.size > 0;

    for (let i = length - 1; i >= 0; i--) {
      let best = -logTotal + (scores[i + 1] as number);
      let bestNext = i + 1;
      let bestState = -1;
      let found = false;
      let state = 0;
      for (let j = i; j < length; j++) {
        const code = codes[j] as number;
        state = (units[2 * state] as number) + code;
        const word = units[2 * state + 1] as number;
        if (word >>> 16 !== code) break;
        const rank = word & 0xffff;
        if (rank !== 0) {
          const score = (logs[rank] as number) - logTotal + (scores[j + 1] as number);
          if (score >= best || !found) {
            best = score;
            bestNext = j + 1;
            bestState = state;
            found = true;
          }
        }
      }
      if (withUsers && users.begins(text.charCodeAt(start + i))) {
        let node = 0;
        for (let j = i; j < length; j++) {
          node = users.child(node, text.charCodeAt(start + j));
          if (node === 0) break;
          if (users.frequencyOf(node) === 0) continue;
          const score = users.logOf(node) - logTotal + (scores[j + 1] as number);
          if (!found || score > best || (score === best && j + 1 > bestNext)) {
            best = score;
            bestNext = j + 1;
            bestState = this.#table.size + node;
            found = true;
          }
        }
      }
      scores[i] = best;
      nexts[i] = bestNext;
      states[i] = bestState;
    }
  }

  #block(text: string, start: number, end: number, hmm: boolean): void {
    this.#path(text, start, end);
    const nexts = this.#next;
    const states = this.#states;
    const length = end - start;
    let open = -1;
    for (let at = 0; at < length; ) {
      const next = nexts[at] as number;
      const single = next === at + 1;
      if (single && (hmm || classOf[text.charCodeAt(start + at)] === ALPHANUMERIC)) {
        if (open < 0) open = at;
      } else {
        if (open >= 0) {
          this.#singles(text, start, open, at, hmm);
          open = -1;
        }
        this.#push(start + next, states[at] as number);
      }
      at = next;
    }
    if (open >= 0) this.#singles(text, start, open, length, hmm);
  }

  /** A run of single characters on the path: block offsets [open, close). */
  #singles(text: string, start: number, open: number, close: number, hmm: boolean): void {
    if (close - open === 1) {
      this.#push(start + close, this.#states[open] as number);
    } else if (!hmm) {
      this.#push(start + close, this.#table.id(text, start + open, start + close));
    } else if (this.#table.isWord(text, start + open, start + close)) {
      for (let at = open; at < close; at++) this.#push(start + at + 1, this.#states[at] as number);
    } else {
      this.recognize(text, start + open, start + close);
    }
  }

  /** Words of a run that the dictionary does not explain, by jieba's finalseg. */
  recognize(text: string, start: number, end: number): void {
    for (let at = start; at < end; ) {
      let stop = at + 1;
      if (classOf[text.charCodeAt(at)] === HAN) {
        while (stop < end && classOf[text.charCodeAt(stop)] === HAN) stop++;
        this.#recognizeHan(text, at, stop);
      } else {
        while (stop < end && classOf[text.charCodeAt(stop)] !== HAN) stop++;
        this.#recognizeLatin(text, at, stop);
      }
      at = stop;
    }
  }

  #recognizeHan(text: string, start: number, end: number): void {
    const words = this.#recognized;
    words.length = 0;
    this.#model.cut(text, start, end, words);
    let from = start;
    for (let i = 0; i < words.length; i++) {
      const to = words.items[i] as number;
      if (this.forceSplit.size > 0 && this.forceSplit.has(text.slice(from, to))) {
        for (let at = from; at < to; at++) this.#push(at + 1, this.#table.id(text, at, at + 1));
      } else {
        this.#push(to, this.#table.id(text, from, to));
      }
      from = to;
    }
  }

  /** jieba's `[a-zA-Z0-9]+(?:\.\d+)?%?`, and what lies between. */
  #recognizeLatin(text: string, start: number, end: number): void {
    for (let at = start; at < end; ) {
      let stop = at + 1;
      if (classOf[text.charCodeAt(at)] === ALPHANUMERIC) {
        while (stop < end && classOf[text.charCodeAt(stop)] === ALPHANUMERIC) stop++;
        if (stop + 1 < end && text.charCodeAt(stop) === 0x2e && isDigit(text.charCodeAt(stop + 1))) {
          stop += 2;
          while (stop < end && isDigit(text.charCodeAt(stop))) stop++;
        }
        if (stop < end && text.charCodeAt(stop) === 0x25) stop++;
      } else {
        while (stop < end && classOf[text.charCodeAt(stop)] === JOINER) stop++;
      }
      this.#push(stop, this.#table.id(text, at, stop));
      at = stop;
    }
  }

  #push(end: number, id: number): void {
    this.ends.push(end);
    this.ids.push(id);
  }

  /**
   * The best path through one block, for taggers: calls back with each step of the path in order.
   * `single` is true for a step of one character.
   */
  walk(text: string, start: number, end: number, visit: (from: number, to: number) => void): void {
    this.#path(text, start, end);
    for (let at = 0; at < end - start; ) {
      const next = this.#next[at] as number;
      visit(start + at, start + next);
      at = next;
    }
  }

  /** Every word of a block that the dictionary has, as jieba's full mode lists them. */
  all(text: string, start: number, end: number, words: string[]): void {
    let covered = start - 1;
    let latin = '';
    for (let at = start; at < end; at++) {
      const latinHere = classOf[text.charCodeAt(at)] === ALPHANUMERIC;
      if (latin !== '' && !latinHere) {
        words.push(latin);
        latin = '';
      }
      // Ends of the words that begin here; jieba counts the character itself only if it is a word, or all there is.
      const found = this.#recognized;
      found.length = 0;
      this.#endsFrom(text, at, end, found);
      if (found.length === 0) found.push(at + 1);
      const first = found.items[0] as number;
      if (found.length === 1 && at > covered) {
        if (latinHere) latin += text.slice(at, first);
        else words.push(text.slice(at, first));
        covered = first - 1;
      } else {
        for (let i = 0; i < found.length; i++) {
          const stop = found.items[i] as number;
          if (stop - 1 > at) {
            words.push(text.slice(at, stop));
            covered = stop - 1;
          }
        }
      }
    }
    if (latin !== '') words.push(latin);
  }

  #endsFrom(text: string, start: number, end: number, found: IntList): void {
    const { units, users } = this.#table;
    const map = this.#table.codes;
    const begins = users.size > 0 && users.begins(text.charCodeAt(start));
    let state = 0;
    let node = 0;
    let compiled = true;
    let added = begins;
    for (let at = start; at < end && (compiled || added); at++) {
      const unit = text.charCodeAt(at);
      let word = false;
      if (compiled) {
        const code = map[unit] as number;
        state = (units[2 * state] as number) + code;
        const packed = units[2 * state + 1] as number;
        if (packed >>> 16 === code) word = (packed & 0xffff) !== 0;
        else compiled = false;
      }
      if (added) {
        node = users.child(node, unit);
        if (node === 0) added = false;
        else if (users.frequencyOf(node) > 0) word = true;
      }
      if (word) found.push(at + 1);
    }
  }
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
