import { HAN_FIRST } from '../lexicon/han.js';

/** jieba's logarithm of a probability of zero. It swallows whatever is added to it, so that ties are common. */
export const NEVER = -3.14e100;

const B = 0;
const E = 1;
const M = 2;
const S = 3;

/** The figures of {@link WordHmm}; rows and columns by state in the order B, E, M, S. */
export interface WordHmmTable {
  readonly start: Float64Array;
  /** 4 x 4, from row to column. */
  readonly transitions: Float64Array;
  /** Number of each character's row of emissions, {@link HAN_COUNT} of them: two thirds of them share one. */
  readonly rows: Uint16Array;
  /** Rows of 4. */
  readonly emissions: Float64Array;
}

/**
 * The hidden Markov model that joins single characters to words the dictionary does not have.
 *
 * States B, E, M, S in the order of their letters: of two equal paths the one with the larger letter wins.
 * Linear time; a byte of memory for each character of the longest run.
 */
export class WordHmm {
  readonly #start: Float64Array;
  readonly #transitions: Float64Array;
  readonly #rows: Uint16Array;
  readonly #emissions: Float64Array;
  /** For each character which of the two possible predecessors each state had; then the states themselves. */
  #trail = new Uint8Array(256);

  constructor(table: WordHmmTable) {
    this.#start = table.start;
    this.#transitions = table.transitions;
    this.#rows = table.rows;
    this.#emissions = table.emissions;
  }

  /**
   * Cuts text[start, end), which must be Han characters only.
   *
   * @param ends  end offsets of the words are written from `at` on; room for one per character is needed.
   * @returns the index behind the last end
   */
  cut(text: string, start: number, end: number, ends: Int32Array, at: number): number {
    const length = end - start;
    if (length === 1) {
      ends[at] = end;
      return at + 1;
    }
    if (this.#trail.length < length) this.#trail = new Uint8Array(Math.max(length, 2 * this.#trail.length));
    const trail = this.#trail;
    const rows = this.#rows;
    const emissions = this.#emissions;
    const t = this.#transitions;
    const eb = t[E * 4 + B];
    const sb = t[S * 4 + B];
    const be = t[B * 4 + E];
    const me = t[M * 4 + E];
    const bm = t[B * 4 + M];
    const mm = t[M * 4 + M];
    const es = t[E * 4 + S];
    const ss = t[S * 4 + S];

    let row = 4 * rows[text.charCodeAt(start) - HAN_FIRST];
    let vB = this.#start[B] + emissions[row + B];
    let vE = this.#start[E] + emissions[row + E];
    let vM = this.#start[M] + emissions[row + M];
    let vS = this.#start[S] + emissions[row + S];
    for (let i = 1; i < length; i++) {
      row = 4 * rows[text.charCodeAt(start + i) - HAN_FIRST];
      let from = 0;
      let emission = emissions[row + B];
      let b = vE + eb + emission;
      const b2 = vS + sb + emission;
      if (b2 >= b) {
        b = b2;
        from = 1;
      }
      emission = emissions[row + E];
      let e = vB + be + emission;
      const e2 = vM + me + emission;
      if (e2 >= e) {
        e = e2;
        from |= 2;
      }
      emission = emissions[row + M];
      let m = vB + bm + emission;
      const m2 = vM + mm + emission;
      if (m2 >= m) {
        m = m2;
        from |= 4;
      }
      emission = emissions[row + S];
      let s = vE + es + emission;
      const s2 = vS + ss + emission;
      if (s2 >= s) {
        s = s2;
        from |= 8;
      }
      vB = b;
      vE = e;
      vM = m;
      vS = s;
      trail[i] = from;
    }

    let state = vS >= vE ? S : E;
    for (let i = length - 1; i >= 0; i--) {
      const from = (trail[i] >> state) & 1;
      trail[i] = state;
      // Predecessors: B and S come after E or S, E and M after B or M.
      state = state === B || state === S ? (from ? S : E) : from ? M : B;
    }
    let next = at;
    for (let i = 0; i < length; i++) {
      if (trail[i] === E || trail[i] === S) ends[next++] = start + i + 1;
    }
    return next;
  }

  /** Gives back the memory of a very long run. */
  shrink(limit: number): void {
    if (this.#trail.length > limit) this.#trail = new Uint8Array(256);
  }
}
