import { unpackSections } from '../lexicon/container.js';
import type { JiebaTable } from '../lexicon/jieba-table.js';
import { ALPHANUMERIC, classOf, HAN, nextCharacter, OTHER, WHITE } from './characters.js';
import type { Cutter } from './cutter.js';
import { HAN_COUNT, HAN_FIRST, MIN_LOG, POS_KIND, POS_VERSION } from './hmm-format.js';

/** A word and its part of speech, in the tag set of jieba (ICTCLAS): n, nr, v, eng, m, x, … */
export interface TaggedWord {
  readonly word: string;
  readonly tag: string;
}

/**
 * jieba's part-of-speech tagger (posseg): the dictionary's tags, and for runs that it does not explain a hidden
 * Markov model over 256 states of position and tag.
 */
export class Tagger {
  readonly #table: JiebaTable;
  readonly #cutter: Cutter;
  readonly #tags: readonly string[];
  readonly #tagOf: Uint8Array;
  readonly #userTags: ReadonlyMap<string, string>;
  readonly #model: PosModel;

  /**
   * @param tags  bytes of jieba-tags.bin.
   * @param model  bytes of hmm-pos.bin.
   * @param userTags  tags of words added at run time; they win over the dictionary's.
   */
  constructor(
    table: JiebaTable,
    cutter: Cutter,
    tags: Uint8Array,
    model: Uint8Array,
    userTags: ReadonlyMap<string, string>,
  ) {
    this.#table = table;
    this.#cutter = cutter;
    const [names, tagOf] = unpackSections(tags, 'TAGS', 1, 'jieba-tags.bin');
    this.#tags = ['x', ...new TextDecoder().decode(names as Uint8Array).split(' ')];
    this.#tagOf = tagOf as Uint8Array;
    this.#userTags = userTags;
    this.#model = new PosModel(model);
  }

  /** Tag of a word of the dictionary, `x` for any other. */
  tagOf(word: string): string {
    const added = this.#userTags.get(word);
    if (added !== undefined) return added;
    const state = this.#table.state(word, 0, word.length);
    return state > 0 ? (this.#tags[this.#tagOf[state] ?? 0] as string) : 'x';
  }

  /** Words and tags of a text, as `jieba.posseg.lcut` gives them. */
  tag(text: string, hmm: boolean): TaggedWord[] {
    const tagged: TaggedWord[] = [];
    for (let at = 0; at < text.length; ) {
      let stop = at + 1;
      if (inTaggerBlock(text, at)) {
        while (stop < text.length && inTaggerBlock(text, stop)) stop++;
        this.#block(text, at, stop, hmm, tagged);
      } else {
        const unitClass = classOf[text.charCodeAt(at)];
        if (unitClass === OTHER) stop = nextCharacter(text, at);
        else if (unitClass === WHITE && text.startsWith('\r\n', at)) stop = at + 2;
        tagged.push({ word: text.slice(at, stop), tag: 'x' });
      }
      at = stop;
    }
    return tagged;
  }

  #block(text: string, start: number, end: number, hmm: boolean, tagged: TaggedWord[]): void {
    const plain = (from: number, to: number): void => {
      const word = text.slice(from, to);
      tagged.push({ word, tag: this.tagOf(word) });
    };
    let open = -1;
    const flush = (close: number): void => {
      if (open < 0) return;
      if (!hmm) tagged.push({ word: text.slice(open, close), tag: 'eng' });
      else if (close - open === 1) plain(open, close);
      else if (this.#table.isWord(text, open, close)) for (let at = open; at < close; at++) plain(at, at + 1);
      else this.#detail(text, open, close, tagged);
      open = -1;
    };
    this.#cutter.walk(text, start, end, (from, to) => {
      const single = to - from === 1;
      if (single && (hmm || classOf[text.charCodeAt(from)] === ALPHANUMERIC)) {
        if (open < 0) open = from;
      } else {
        flush(from);
        plain(from, to);
      }
    });
    flush(end);
  }

  /** A run that the dictionary does not explain. */
  #detail(text: string, start: number, end: number, tagged: TaggedWord[]): void {
    for (let at = start; at < end; ) {
      let stop = at + 1;
      if (classOf[text.charCodeAt(at)] === HAN) {
        while (stop < end && classOf[text.charCodeAt(stop)] === HAN) stop++;
        this.#model.cut(text, at, stop, (from, to, tag) => tagged.push({ word: text.slice(from, to), tag }));
      } else if (isNumeral(text.charCodeAt(at))) {
        while (stop < end && isNumeral(text.charCodeAt(stop))) stop++;
        tagged.push({ word: text.slice(at, stop), tag: 'm' });
      } else if (classOf[text.charCodeAt(at)] === ALPHANUMERIC) {
        while (stop < end && classOf[text.charCodeAt(stop)] === ALPHANUMERIC) stop++;
        tagged.push({ word: text.slice(at, stop), tag: 'eng' });
      } else {
        while (stop < end && isSign(text.charCodeAt(stop))) stop++;
        tagged.push({ word: text.slice(at, stop), tag: 'x' });
      }
      at = stop;
    }
  }
}

/** The tagger's blocks lack `%` and `-`, which those of `cut` have. */
function inTaggerBlock(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const unitClass = classOf[unit];
  return unitClass !== OTHER && unitClass !== WHITE && unit !== 0x25 && unit !== 0x2d;
}

/** jieba's `[\.0-9]`. */
function isNumeral(unit: number): boolean {
  return unit === 0x2e || (unit >= 0x30 && unit <= 0x39);
}

function isSign(unit: number): boolean {
  const unitClass = classOf[unit];
  return unitClass !== HAN && unitClass !== ALPHANUMERIC && unit !== 0x2e;
}

class PosModel {
  readonly #positions: string;
  readonly #tags: readonly string[];
  readonly #count: number;
  readonly #start: Float64Array;
  readonly #trans: Float64Array;
  readonly #follows: Uint8Array;
  readonly #row = new Int32Array(HAN_COUNT).fill(-1);
  readonly #restricted: Uint8Array;
  readonly #pointers: Int32Array;
  readonly #states: Uint16Array;
  readonly #values: Float64Array;
  readonly #all: Int32Array;

  constructor(bytes: Uint8Array) {
    const sections = unpackSections(bytes, POS_KIND, POS_VERSION, 'hmm-pos.bin');
    const [names, start, trans, follows, characters, restricted, pointers, states, values] = sections;
    const list = new TextDecoder().decode(names as Uint8Array).split(' ');
    this.#positions = list.map((name) => name[0]).join('');
    this.#tags = list.map((name) => name.slice(1));
    this.#count = list.length;
    this.#start = start as Float64Array;
    this.#trans = trans as Float64Array;
    this.#follows = follows as Uint8Array;
    for (const [index, code] of (characters as Uint16Array).entries()) this.#row[code] = index;
    this.#restricted = restricted as Uint8Array;
    this.#pointers = pointers as Int32Array;
    this.#states = states as Uint16Array;
    this.#values = values as Float64Array;
    this.#all = Int32Array.from(list, (_, index) => index);
  }

  /** Viterbi's algorithm as jieba.posseg.viterbi has it: ties fall to the larger state. */
  cut(text: string, start: number, end: number, word: (from: number, to: number, tag: string) => void): void {
    const count = this.#count;
    const length = end - start;
    const emit = new Float64Array(count);
    const allowed: Int32Array[] = [];
    const back: Int16Array[] = [];
    let scores = new Float64Array(count);
    let before: Int32Array = new Int32Array(0);
    const expected = new Uint8Array(count);
    for (let i = 0; i < length; i++) {
      const row = this.#row[text.charCodeAt(start + i) - HAN_FIRST] as number;
      const own = this.#emission(row, emit);
      if (i === 0) {
        for (const state of own) scores[state] = (this.#start[state] as number) + (emit[state] as number);
        before = own;
        allowed.push(own);
        back.push(new Int16Array(0));
        continue;
      }
      const follows = before.filter((state) => this.#follows[state] === 1);
      const previous = follows.length > 0 ? follows : before;
      expected.fill(0);
      for (const from of follows) {
        const at = from * count;
        for (let to = 0; to < count; to++) {
          if ((this.#trans[at + to] as number) !== Number.NEGATIVE_INFINITY) expected[to] = 1;
        }
      }
      let next: Int32Array = own.filter((state) => expected[state] === 1);
      if (next.length === 0) next = this.#all.filter((state) => expected[state] === 1);
      if (next.length === 0) next = this.#all;
      const reached = new Float64Array(count);
      const from = new Int16Array(count);
      for (const to of next) {
        let best = Number.NEGATIVE_INFINITY;
        let origin = -1;
        for (const state of previous) {
          const score =
            (scores[state] as number) + (this.#trans[state * count + to] as number) + (emit[to] as number);
          if (score >= best) {
            best = score;
            origin = state;
          }
        }
        reached[to] = best;
        from[to] = origin;
      }
      scores = reached;
      before = next;
      allowed.push(next);
      back.push(from);
    }

    let state = -1;
    let best = Number.NEGATIVE_INFINITY;
    for (const candidate of before) {
      if ((scores[candidate] as number) >= best) {
        best = scores[candidate] as number;
        state = candidate;
      }
    }
    const path = new Int16Array(length);
    for (let i = length - 1; i >= 0; i--) {
      path[i] = state;
      if (i > 0) state = (back[i] as Int16Array)[state] as number;
    }
    let open = 0;
    for (let i = 0; i < length; i++) {
      const position = this.#positions[path[i] as number];
      if (position === 'B') open = i;
      else if (position === 'E' || position === 'S') {
        const from = position === 'E' ? open : i;
        word(start + from, start + i + 1, this.#tags[path[i] as number] as string);
        open = i + 1;
      }
    }
    if (open < length) word(start + open, end, this.#tags[path[open] as number] as string);
  }

  /** Fills the emission of a character and gives its states in ascending order. */
  #emission(row: number, emit: Float64Array): Int32Array {
    emit.fill(MIN_LOG);
    if (row < 0) return this.#all;
    const states: number[] = [];
    for (let i = this.#pointers[row] as number; i < (this.#pointers[row + 1] as number); i++) {
      const packed = this.#states[i] as number;
      emit[packed & 0x7fff] = this.#values[i] as number;
      if ((packed & 0x8000) === 0) states.push(packed & 0x7fff);
    }
    return this.#restricted[row] === 1 ? Int32Array.from(states) : this.#all;
  }
}
