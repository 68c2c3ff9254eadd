import { unpackSections } from '../lexicon/container.js';
import type { IntList } from './growable.js';
import { HAN_COUNT, HAN_FIRST, HMM_KIND, HMM_VERSION, MIN_LOG } from './hmm-format.js';

const B = 0;
const E = 1;
const M = 2;
const S = 3;

/**
 * jieba's hidden Markov model for words that no dictionary has: each character begins, continues or ends a
 * word or is one (B, M, E, S), and the most probable sequence is found by Viterbi's algorithm.
 *
 * Sums are taken in jieba's order and ties fall to the larger letter, so that results agree to the bit.
 */
export class WordModel {
  readonly #start: Float64Array;
  readonly #trans: Float64Array;
  readonly #emit: Float64Array;
  #scores = new Float64Array(4 * 64);
  #back = new Uint8Array(4 * 64);

  /** @throws {RedianError} INVALID_DATA if the bytes are no such model, or a damaged one. */
  constructor(bytes: Uint8Array, name = 'hmm.bin') {
    const [start, trans, characters, values] = unpackSections(bytes, HMM_KIND, HMM_VERSION, name);
    this.#start = start as Float64Array;
    this.#trans = trans as Float64Array;
    const emit = new Float64Array(4 * HAN_COUNT).fill(MIN_LOG);
    const codes = characters as Uint16Array;
    for (let i = 0; i < codes.length; i++) {
      const at = (codes[i] as number) * 4;
      for (let state = 0; state < 4; state++)
        emit[at + state] = (values as Float64Array)[4 * i + state] as number;
    }
    this.#emit = emit;
  }

  /** Appends the ends of the words of text[start, end), which must be Han throughout. O(end - start). */
  cut(text: string, start: number, end: number, ends: IntList): void {
    const length = end - start;
    if (this.#scores.length < 4 * length) {
      this.#scores = new Float64Array(8 * length);
      this.#back = new Uint8Array(8 * length);
    }
    const scores = this.#scores;
    const back = this.#back;
    const emit = this.#emit;
    const trans = this.#trans;
    const begin = this.#start;
    const eb = trans[E * 4 + B] as number;
    const sb = trans[S * 4 + B] as number;
    const be = trans[B * 4 + E] as number;
    const me = trans[M * 4 + E] as number;
    const bm = trans[B * 4 + M] as number;
    const mm = trans[M * 4 + M] as number;
    const es = trans[E * 4 + S] as number;
    const ss = trans[S * 4 + S] as number;

    let at = (text.charCodeAt(start) - HAN_FIRST) * 4;
    let b = (begin[B] as number) + (emit[at + B] as number);
    let e = (begin[E] as number) + (emit[at + E] as number);
    let m = (begin[M] as number) + (emit[at + M] as number);
    let s = (begin[S] as number) + (emit[at + S] as number);
    for (let i = 1; i < length; i++) {
      at = (text.charCodeAt(start + i) - HAN_FIRST) * 4;
      const eB = emit[at + B] as number;
      const eE = emit[at + E] as number;
      const eM = emit[at + M] as number;
      const eS = emit[at + S] as number;
      const fromE = e + eb + eB;
      const fromS = s + sb + eB;
      const toEB = b + be + eE;
      const toEM = m + me + eE;
      const toMB = b + bm + eM;
      const toMM = m + mm + eM;
      const toSE = e + es + eS;
      const toSS = s + ss + eS;
      const row = 4 * i;
      if (fromS >= fromE) {
        b = fromS;
        back[row + B] = S;
      } else {
        b = fromE;
        back[row + B] = E;
      }
      if (toEM >= toEB) {
        e = toEM;
        back[row + E] = M;
      } else {
        e = toEB;
        back[row + E] = B;
      }
      if (toMM >= toMB) {
        m = toMM;
        back[row + M] = M;
      } else {
        m = toMB;
        back[row + M] = B;
      }
      if (toSS >= toSE) {
        s = toSS;
        back[row + S] = S;
      } else {
        s = toSE;
        back[row + S] = E;
      }
    }

    // The path is read backwards; the score buffer's first bytes are free to hold it.
    let state = s >= e ? S : E;
    for (let i = length - 1; i >= 0; i--) {
      scores[i] = state;
      state = back[4 * i + state] as number;
    }
    let open = 0;
    for (let i = 0; i < length; i++) {
      const label = scores[i];
      if (label === E || label === S) {
        ends.push(start + i + 1);
        open = i + 1;
      }
    }
    if (open < length) ends.push(end);
  }
}
