import { HAN_FIRST } from '../lexicon/han.js';
import { NEVER } from './word-hmm.js';

/** The figures of {@link PosHmm}. States are numbered in the order of their names. */
export interface PosHmmTable {
  /** Position (B, E, M, S) and tag of each state, such as `Bnr`; at most 256. */
  readonly names: readonly string[];
  readonly start: Float64Array;
  /** Transitions into state s: sources and transitions from targets[s] to targets[s + 1]. */
  readonly targets: Int32Array;
  readonly sources: Uint8Array;
  readonly transitions: Float64Array;
  /** Emissions of Han character c: states, emissions and listed from rows[c] to rows[c + 1], states ascending. */
  readonly rows: Int32Array;
  readonly states: Uint8Array;
  readonly emissions: Float64Array;
  /** 1 if the character may take the state. A character with no such state may take every one. */
  readonly listed: Uint8Array;
}

/** Entries of the trail after which its decided part is put away. */
const TRAIL_LIMIT = 1 << 20;

/**
 * jieba.posseg's hidden Markov model: finds and tags words that the dictionary does not have.
 *
 * Viterbi's algorithm over the states that a character may take; of equal paths the one with the larger state
 * wins, by position and then by tag. Linear time; what is decided of a long run is put away as it goes.
 */
export class PosHmm {
  readonly #table: PosHmmTable;
  readonly #positions: Uint8Array;
  readonly #tags: readonly string[];
  /** 1 for states that any other can follow. */
  readonly #continues: Uint8Array;
  readonly #all: Uint8Array;
  #scores: Float64Array;
  #reached: Float64Array;
  #active: Uint8Array;
  #activeNext: Uint8Array;
  readonly #emission: Float64Array;
  /** For each step its states and their predecessors; where each step begins. */
  #trailStates = new Uint8Array(4096);
  #trailBack = new Uint8Array(4096);
  #trailStarts = new Int32Array(256);
  #path = new Uint8Array(256);

  constructor(table: PosHmmTable) {
    this.#table = table;
    const count = table.names.length;
    this.#positions = Uint8Array.from(table.names, (name) => name.charCodeAt(0));
    this.#tags = table.names.map((name) => name.slice(1));
    this.#all = Uint8Array.from({ length: count }, (_, state) => state);
    this.#continues = new Uint8Array(count);
    for (const source of table.sources) this.#continues[source] = 1;
    this.#scores = new Float64Array(count);
    this.#reached = new Float64Array(count);
    this.#active = new Uint8Array(count);
    this.#activeNext = new Uint8Array(count);
    this.#emission = new Float64Array(count).fill(NEVER);
  }

  /** Cuts text[start, end), Han characters only, and hands each word over with its tag, in order. */
  cut(text: string, start: number, end: number, word: (from: number, to: number, tag: string) => void): void {
    const length = end - start;
    if (this.#path.length < length) this.#path = new Uint8Array(Math.max(length, 2 * this.#path.length));
    this.#findPath(text, start, length);
    const path = this.#path;
    let begin = 0;
    let next = 0;
    for (let i = 0; i < length; i++) {
      const position = this.#positions[path[i]];
      if (position === 0x42) {
        begin = i;
      } else if (position === 0x45) {
        word(start + begin, start + i + 1, this.#tags[path[i]]);
        next = i + 1;
      } else if (position === 0x53) {
        word(start + i, start + i + 1, this.#tags[path[i]]);
        next = i + 1;
      }
    }
    if (next < length) word(start + next, end, this.#tags[path[next]]);
    if (length > TRAIL_LIMIT) this.#path = new Uint8Array(256);
    if (this.#trailStates.length > 4 * TRAIL_LIMIT) {
      this.#trailStates = new Uint8Array(4096);
      this.#trailBack = new Uint8Array(4096);
    }
  }

  #findPath(text: string, start: number, length: number): void {
    const { targets, sources, transitions, rows, states, emissions, listed } = this.#table;
    const emission = this.#emission;
    const count = this.#all.length;
    // Steps from `first` on are in the trail; those before are decided and stand in the path.
    let first = 0;
    let used = 0;
    let limit = TRAIL_LIMIT;
    let largest = 0;

    for (let i = 0; i < length; i++) {
      const han = text.charCodeAt(start + i) - HAN_FIRST;
      const rowStart = rows[han];
      const rowEnd = rows[han + 1];
      let isListed = false;
      for (let r = rowStart; r < rowEnd; r++) {
        emission[states[r]] = emissions[r];
        if (listed[r] === 1) isListed = true;
      }
      if (used + count > this.#trailStates.length) this.#growTrail(used + count);
      if (i - first >= this.#trailStarts.length) {
        const grown = new Int32Array(2 * this.#trailStarts.length);
        grown.set(this.#trailStarts);
        this.#trailStarts = grown;
      }
      const scores = this.#scores;
      const reached = this.#reached;
      const active = this.#active;
      const activeNext = this.#activeNext;
      const trailStates = this.#trailStates;
      const trailBack = this.#trailBack;
      this.#trailStarts[i - first] = used;
      activeNext.fill(0);
      const before = used;
      let largestNext = 0;

      // First the states that the character may take; if none can follow, all that can.
      for (let pass = isListed ? 0 : 1; pass < 2 && used === before; pass++) {
        const stop = pass === 0 ? rowEnd : count;
        for (let r = pass === 0 ? rowStart : 0; r < stop; r++) {
          if (pass === 0 && listed[r] === 0) continue;
          const to = pass === 0 ? states[r] : r;
          let best = Number.NEGATIVE_INFINITY;
          let origin = -1;
          if (i === 0) {
            best = this.#table.start[to] + emission[to];
            origin = 0;
          } else {
            const last = targets[to + 1];
            const emitted = emission[to];
            for (let t = targets[to]; t < last; t++) {
              const from = sources[t];
              if (active[from] === 0) continue;
              const score = scores[from] + transitions[t] + emitted;
              if (score >= best) {
                best = score;
                origin = from;
              }
            }
            if (origin < 0) continue;
            // Where nothing is possible all predecessors are equal, also those without a transition.
            if (best === Number.NEGATIVE_INFINITY) origin = largest;
          }
          reached[to] = best;
          activeNext[to] = 1;
          trailStates[used] = to;
          trailBack[used++] = origin;
          if (this.#continues[to] === 1 && to > largestNext) largestNext = to;
        }
      }
      // No state can follow any of the last ones (Python's jieba fails here): begin anew from the largest.
      if (used === before) {
        for (let to = 0; to < count; to++) {
          reached[to] = Number.NEGATIVE_INFINITY;
          activeNext[to] = 1;
          trailStates[used] = to;
          trailBack[used++] = largest;
          if (this.#continues[to] === 1) largestNext = to;
        }
      }
      for (let r = rowStart; r < rowEnd; r++) emission[states[r]] = NEVER;
      largest = largestNext;
      this.#scores = reached;
      this.#reached = scores;
      this.#active = activeNext;
      this.#activeNext = active;

      if (used > limit) {
        const decided = this.#decide(first, i, used);
        const kept = this.#trailStarts[decided - first];
        this.#trailStates.copyWithin(0, kept, used);
        this.#trailBack.copyWithin(0, kept, used);
        for (let k = decided; k <= i; k++)
          this.#trailStarts[k - decided] = this.#trailStarts[k - first] - kept;
        used -= kept;
        first = decided;
        // Where paths stay apart, as among characters that the model does not know, looking again soon is in vain.
        limit = Math.max(TRAIL_LIMIT, 2 * used);
      }
    }

    let best = Number.NEGATIVE_INFINITY;
    let state = 0;
    for (let s = 0; s < count; s++) {
      if (this.#active[s] === 1 && this.#scores[s] >= best) {
        best = this.#scores[s];
        state = s;
      }
    }
    this.#trace(first, length - 1, used, state);
  }

  /** Writes the path from step `first` to step `last`, which ends in a state, and gives the state before it. */
  #trace(first: number, last: number, used: number, state: number): void {
    let at = state;
    let stop = used;
    for (let i = last; i >= first; i--) {
      this.#path[i] = at;
      at = this.#predecessor(this.#trailStarts[i - first], stop, at);
      stop = this.#trailStarts[i - first];
    }
  }

  #predecessor(from: number, to: number, state: number): number {
    for (let k = from; k < to; k++) if (this.#trailStates[k] === state) return this.#trailBack[k];
    return 0;
  }

  /** Finds the last step at which all paths still agree, writes the path up to it, and gives the step after it. */
  #decide(first: number, last: number, used: number): number {
    const count = this.#all.length;
    const states = this.#trailStates;
    const back = this.#trailBack;
    let alive = this.#active.slice();
    let before = new Uint8Array(count);
    let stop = used;
    for (let i = last; i > first; i--) {
      const begin = this.#trailStarts[i - first];
      before.fill(0);
      let left = 0;
      let state = 0;
      for (let k = begin; k < stop; k++) {
        if (alive[states[k]] === 0 || before[back[k]] === 1) continue;
        state = back[k];
        before[state] = 1;
        left++;
      }
      stop = begin;
      if (left === 1) {
        this.#trace(first, i - 1, begin, state);
        return i;
      }
      [alive, before] = [before, alive];
    }
    return first;
  }

  #growTrail(size: number): void {
    const states = new Uint8Array(2 * size);
    const back = new Uint8Array(2 * size);
    states.set(this.#trailStates);
    back.set(this.#trailBack);
    this.#trailStates = states;
    this.#trailBack = back;
  }
}
