import { HAN_FIRST } from '../lexicon/han.js';
import { pairBit, type UserWords } from '../lexicon/user-words.js';
import { BLOCK, CODE, type WordLexicon } from '../lexicon/word-lexicon.js';
import type { WordHmm } from './word-hmm.js';

/** Scratch arrays for blocks above this length are given back after use. */
const KEPT_LENGTH = 1 << 20;

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
  ends = new Int32Array(8192);
  /** Identifier of each token as in {@link WordLexicon}, 0 where the lexicon has none. */
  ids = new Int32Array(8192);
  count = 0;
  /** Words that were added with frequency 0: the model must not join them again. */
  readonly forceSplit = new Set<string>();
  readonly #lexicon: WordLexicon;
  readonly #hmm: WordHmm;
  #codes = new Uint16Array(0);
  #scores = new Float64Array(0);
  #next = new Int32Array(0);
  #terms = new Int32Array(0);

  constructor(lexicon: WordLexicon, hmm: WordHmm) {
    this.#lexicon = lexicon;
    this.#hmm = hmm;
    this.#reserve(1024);
  }

  /**
   * Cuts text[start, end) from the start on, until all of it or at least `limit` tokens are done.
   *
   * @returns where it stopped; go on from there.
   */
  cut(text: string, start: number, end: number, hmm: boolean, limit: number): number {
    const lexicon = this.#lexicon;
    const codes = lexicon.codes;
    this.count = 0;
    let at = start;
    while (at < end && this.count < limit) {
      let unit = text.charCodeAt(at);
      let code = codes[unit];
      if ((code & BLOCK) === 0) {
        let next = at + 1;
        let id = code === 0 ? lexicon.singleBase + unit : code;
        if ((unit & 0xfc00) === 0xd800 && next < end && (text.charCodeAt(next) & 0xfc00) === 0xdc00) {
          next++;
          id = 0;
        } else if (unit === 13 && next < end && text.charCodeAt(next) === 10) {
          next++;
          id = 0;
        }
        if (this.count === this.ends.length) this.#reserveTokens(1);
        this.ends[this.count] = next;
        this.ids[this.count++] = id;
        at = next;
        continue;
      }
      let buffer = this.#codes;
      let length = 0;
      do {
        if (length + 1 >= buffer.length) {
          this.#reserve(2 * buffer.length);
          buffer = this.#codes;
        }
        buffer[length++] = code & CODE;
        if (at + length >= end) break;
        unit = text.charCodeAt(at + length);
        code = codes[unit];
      } while ((code & BLOCK) !== 0);
      buffer[length] = 0;
      if (this.count + length > this.ends.length) this.#reserveTokens(length);
      this.#findPath(text, at, length);
      if (hmm) this.#followPath(text, at, length);
      else this.#followPathWithoutModel(text, at, length);
      at += length;
    }
    return at;
  }

  /** Gives back what a very long block or text took. */
  shrink(): void {
    if (this.#codes.length > KEPT_LENGTH) this.#reserve(1024);
    if (this.ends.length > KEPT_LENGTH) {
      this.ends = new Int32Array(8192);
      this.ids = new Int32Array(8192);
    }
    this.#hmm.shrink(KEPT_LENGTH);
  }

  #reserve(length: number): void {
    const codes = new Uint16Array(length + 1);
    if (length > this.#codes.length) codes.set(this.#codes);
    this.#codes = codes;
    this.#scores = new Float64Array(length + 1);
    this.#next = new Int32Array(length + 1);
    this.#terms = new Int32Array(length + 1);
  }

  #reserveTokens(more: number): void {
    const size = Math.max(2 * this.ends.length, this.count + more);
    const ends = new Int32Array(size);
    const ids = new Int32Array(size);
    ends.set(this.ends);
    ids.set(this.ids);
    this.ends = ends;
    this.ids = ids;
  }

  /**
   * The most probable path through text[start, end), which is taken for one block, for taggers: element i is the
   * offset from `start` at which the word that begins at start + i ends. Valid until the next call.
   */
  path(text: string, start: number, end: number): Int32Array {
    const lexicon = this.#lexicon;
    const length = end - start;
    if (length >= this.#codes.length) this.#reserve(2 * length);
    for (let i = 0; i < length; i++) this.#codes[i] = lexicon.codes[text.charCodeAt(start + i)] & CODE;
    this.#codes[length] = 0;
    this.#findPath(text, start, length);
    return this.#next;
  }

  #findPath(text: string, at: number, length: number): void {
    const user = this.#lexicon.user;
    if (user === undefined) {
      const { units, weights, logTotal } = this.#lexicon;
      findPathInTable(this.#codes, length, units, weights, logTotal, this.#scores, this.#next, this.#terms);
    } else this.#findPathWithUserWords(user, text, at, length);
  }

  /**
   * The same with the words of {@link UserWords}, which stand above those of the table. The weights are formed here,
   * since every added word changes the total.
   */
  #findPathWithUserWords(user: UserWords, text: string, at: number, length: number): void {
    const codes = this.#codes;
    const scores = this.#scores;
    const next = this.#next;
    const terms = this.#terms;
    const { units, tableLogs, logTotal } = this.#lexicon;
    const { trie, pairs, singles, hasSingles, frequencies, logs, ids } = user;
    scores[length] = 0;
    let following = 0;
    for (let k = length - 1; k >= 0; k--) {
      const first = codes[k];
      let base = units[2 * first];
      const firstRank = units[2 * first + 1] & 0xffff;
      let best = firstRank === 0 ? Number.NEGATIVE_INFINITY : tableLogs[firstRank] - logTotal + scores[k + 1];
      let bestEnd = k + 1;
      let bestTerm = first;
      let i = k + 1;
      while (base !== 0) {
        const code = codes[i];
        const unit = base + code;
        const meta = units[2 * unit + 1];
        if (meta >>> 16 !== code) break;
        i++;
        const rank = meta & 0xffff;
        if (rank !== 0) {
          const score = tableLogs[rank] - logTotal + scores[i];
          if (score >= best) {
            best = score;
            bestEnd = i;
            bestTerm = unit;
          }
        }
        base = units[2 * unit];
      }
      const character = text.charCodeAt(at + k);
      if (hasSingles) {
        const single = singles[character];
        if (single !== 0 && frequencies[single] > 0) {
          const score = logs[single] - logTotal + scores[k + 1];
          if (bestEnd === k + 1 || score > best) {
            best = score;
            bestEnd = k + 1;
            bestTerm = first;
          }
        }
      }
      const bit = pairBit(character, following);
      if ((pairs[bit >>> 5] & (1 << (bit & 31))) !== 0 && k + 1 < length) {
        let node = trie.child(trie.child(0, character), following);
        for (i = k + 2; node !== 0; i++) {
          if (frequencies[node] > 0) {
            const score = logs[node] - logTotal + scores[i];
            if (score > best || (score === best && i > bestEnd)) {
              best = score;
              bestEnd = i;
              bestTerm = ids[node];
            }
          }
          if (i === length) break;
          node = trie.child(node, text.charCodeAt(at + i));
        }
      }
      following = character;
      if (best === Number.NEGATIVE_INFINITY) best = scores[k + 1] - logTotal;
      scores[k] = best;
      next[k] = bestEnd;
      terms[k] = bestTerm;
    }
  }

  #followPath(text: string, at: number, length: number): void {
    const next = this.#next;
    const terms = this.#terms;
    const { ends, ids } = this;
    let { count } = this;
    let x = 0;
    while (x < length) {
      const y = next[x];
      const isAlone = y - x > 1 || y === length || next[y] - y > 1;
      if (isAlone && terms[x] !== 0) {
        ends[count] = at + y;
        ids[count++] = terms[x];
        x = y;
        continue;
      }
      // A run of characters that stand alone, or one that no word has.
      let stop = y;
      while (stop < length && next[stop] - stop === 1) stop++;
      this.count = count;
      this.#cutRun(text, at, x, stop);
      count = this.count;
      x = stop;
    }
    this.count = count;
  }

  /** Cuts a run of characters that stand alone on the path. */
  #cutRun(text: string, at: number, from: number, to: number): void {
    if (to - from === 1) {
      this.#pushSingle(text, at + from, this.#codes[from]);
    } else if ((this.#lexicon.frequency(text, at + from, at + to) ?? 0) > 0) {
      for (let i = from; i < to; i++) this.#pushSingle(text, at + i, this.#codes[i]);
    } else {
      this.#cutUnknown(text, at + from, at + to);
    }
  }

  #pushSingle(text: string, at: number, code: number): void {
    this.ends[this.count] = at + 1;
    this.ids[this.count++] = code === 0 ? this.#lexicon.singleBase + text.charCodeAt(at) : code;
  }

  /** jieba's finalseg: Han through the model, ASCII words and numbers whole, the rest in one piece. */
  #cutUnknown(text: string, start: number, end: number): void {
    const { ends, ids } = this;
    let at = start;
    while (at < end) {
      const unit = text.charCodeAt(at);
      let to = at + 1;
      if (unit >= HAN_FIRST) {
        while (to < end && text.charCodeAt(to) >= HAN_FIRST) to++;
        const first = this.count;
        const last = this.#hmm.cut(text, at, to, ends, first);
        this.count = last;
        if (this.forceSplit.size > 0) this.#splitForced(text, at, first);
        else {
          let begin = at;
          for (let i = first; i < last; i++) {
            ids[i] = this.#idOf(text, begin, ends[i]);
            begin = ends[i];
          }
        }
      } else {
        to = isAsciiWord(unit) ? endOfAsciiWord(text, at, end) : endOfAsciiRest(text, at, end);
        ends[this.count] = to;
        ids[this.count++] = this.#idOf(text, at, to);
      }
      at = to;
    }
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
    this.ids[this.count++] = this.#idOf(text, start, end);
  }

  #idOf(text: string, start: number, end: number): number {
    const unit = this.#lexicon.find(text, start, end);
    return unit === 0 && end - start === 1 ? this.#lexicon.singleBase + text.charCodeAt(start) : unit;
  }

  /** Without the model single ASCII letters and digits are joined, all else is left alone. */
  #followPathWithoutModel(text: string, at: number, length: number): void {
    const next = this.#next;
    const terms = this.#terms;
    let run = -1;
    let x = 0;
    while (x < length) {
      const y = next[x];
      if (y - x === 1 && isAsciiWord(text.charCodeAt(at + x))) {
        if (run < 0) run = x;
      } else {
        if (run >= 0) this.#push(text, at + run, at + x);
        run = -1;
        if (y - x === 1) this.#pushSingle(text, at + x, this.#codes[x]);
        else {
          this.ends[this.count] = at + y;
          this.ids[this.count++] = terms[x];
        }
      }
      x = y;
    }
    if (run >= 0) this.#push(text, at + run, at + length);
  }
}

/**
 * The most probable path from each position to the end, from right to left. The sums are formed in jieba's
 * order, and of equal ones the longer word wins, so that ties fall as in Python.
 */
function findPathInTable(
  codes: Uint16Array,
  length: number,
  units: Int32Array,
  weights: Float64Array,
  logTotal: number,
  scores: Float64Array,
  next: Int32Array,
  terms: Int32Array,
): void {
  scores[length] = 0;
  for (let k = length - 1; k >= 0; k--) {
    const first = codes[k];
    let base = units[2 * first];
    let best = weights[units[2 * first + 1] & 0xffff] + scores[k + 1];
    let bestEnd = k + 1;
    let bestTerm = first;
    let i = k + 1;
    while (base !== 0) {
      const code = codes[i];
      const unit = base + code;
      const meta = units[2 * unit + 1];
      if (meta >>> 16 !== code) break;
      i++;
      const rank = meta & 0xffff;
      if (rank !== 0) {
        const score = weights[rank] + scores[i];
        if (score >= best) {
          best = score;
          bestEnd = i;
          bestTerm = unit;
        }
      }
      base = units[2 * unit];
    }
    if (best === Number.NEGATIVE_INFINITY) best = scores[k + 1] - logTotal;
    scores[k] = best;
    next[k] = bestEnd;
    terms[k] = bestTerm;
  }
}

function isAsciiDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** [a-zA-Z0-9] */
export function isAsciiWord(unit: number): boolean {
  return isAsciiDigit(unit) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

/** End of the match of [a-zA-Z0-9]+(?:\.\d+)?%? at `start`. */
function endOfAsciiWord(text: string, start: number, end: number): number {
  let at = start + 1;
  while (at < end && isAsciiWord(text.charCodeAt(at))) at++;
  if (at + 1 < end && text.charCodeAt(at) === 0x2e && isAsciiDigit(text.charCodeAt(at + 1))) {
    at += 2;
    while (at < end && isAsciiDigit(text.charCodeAt(at))) at++;
  }
  return at < end && text.charCodeAt(at) === 0x25 ? at + 1 : at;
}

/** End of what is neither Han nor the begin of an ASCII word. */
function endOfAsciiRest(text: string, start: number, end: number): number {
  let at = start + 1;
  while (at < end && text.charCodeAt(at) < HAN_FIRST && !isAsciiWord(text.charCodeAt(at))) at++;
  return at;
}
