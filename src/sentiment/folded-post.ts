import { unitsOf } from '../text/unit-table.js';
import type { Quantity, Token } from '../tokenizer/index.js';
import {
  CASHTAG_TOKEN,
  HASHTAG_TOKEN,
  kindNumber,
  MENTION_TOKEN,
  NUMBER_TOKEN,
  PUNCTUATION_TOKEN,
  SPACE_TOKEN,
  TERM_TOKEN,
  type TokenColumns,
  URL_TOKEN,
  WORD_TOKEN,
} from '../tokenizer/token-columns.js';

/** What a token is to sentiment. */
export const WORD = 1;
/** Known by its class alone: terms, numbers, cashtags. */
export const CLASS = 2;
/** A mark that says something of the mood. */
export const TELLING = 3;
export const SPACE = 4;
/** A mark that says nothing, which ends the reach of a negation as a telling one does. */
export const MARK = 5;
/** Links, names and all else, of which at most the class is known. */
export const SILENT = 6;

/** Marks of a token: what an entry denies ends with it; it says by itself what is not so. */
export const STOP = 1;
export const MUTED = 2;

const tellingMarks = unitsOf('!！?？…~～');
/** Tokens and units for which there is room from the start, and units whose room is kept. */
const TOKENS = 256;
const UNITS = 1024;
const KEPT_UNITS = 1 << 16;
/** Of a run of the same mark, so many are read. */
const MARKS_READ = 3;

/**
 * A post as sentiment reads it: what each token is, and in one row the units of what it says, folded: those of words, of
 * marks, and of the names of classes (`<term>`, `<n>`); traditional characters as simplified ones. Filled anew for each post, so that none takes memory.
 */
export class FoldedPost {
  count = 0;
  /** By token, as token-columns.ts has it: {@link WORD_TOKEN} and its like. */
  tokenKinds: Uint8Array = new Uint8Array(TOKENS);
  /** By token: {@link WORD} and its like. */
  kinds: Uint8Array = new Uint8Array(TOKENS);
  /** By token: its half-open offsets in the text. */
  begins: Int32Array = new Int32Array(TOKENS);
  ends: Int32Array = new Int32Array(TOKENS);
  /** By token: its first and its last unit as they stand in the text. */
  firstUnits: Uint16Array = new Uint16Array(TOKENS);
  lastUnits: Uint16Array = new Uint16Array(TOKENS);
  /** By token: where its units begin; one more tells where the last end. */
  starts: Int32Array = new Int32Array(TOKENS + 1);
  units: Uint16Array = new Uint16Array(UNITS);
  /** By token: what a word does to those after it, as the lexicon finds it; 0 where nothing. */
  shifters: Uint8Array = new Uint8Array(TOKENS);
  /** By token: {@link STOP} and {@link MUTED}, as the lexicon finds them. */
  marks: Uint8Array = new Uint8Array(TOKENS);
  readonly #fold: Uint16Array;
  #length = 0;
  /** Where the tokens come from. */
  #tokens: readonly Token[] | undefined;
  #text = '';

  /** @param fold  the folded unit of each unit. */
  constructor(fold: Uint16Array) {
    this.#fold = fold;
  }

  /** Reads the tokens of a post. O(characters). */
  read(tokens: readonly Token[]): void {
    this.#begin(tokens.length);
    this.#tokens = tokens;
    for (let i = 0; i < tokens.length; i++) {
      const { text, start, end, kind, quantity } = tokens[i] as Token;
      this.begins[i] = start;
      this.ends[i] = end;
      this.#readToken(i, kindNumber(kind), text, 0, text.length, quantity);
    }
    this.starts[tokens.length] = this.#length;
  }

  /** The same from columns. */
  readColumns(columns: TokenColumns): void {
    const { text, count, ends } = columns;
    this.#begin(count);
    this.#text = text;
    let start = 0;
    for (let i = 0; i < count; i++) {
      const end = ends[i] as number;
      this.begins[i] = start;
      this.ends[i] = end;
      const kind = columns.kindOf(i);
      this.#readToken(i, kind, text, start, end, kind === NUMBER_TOKEN ? columns.quantityOf(i) : undefined);
      start = end;
    }
    this.starts[count] = this.#length;
  }

  /** What an entry denies ends with a token. */
  stop(token: number): void {
    this.marks[token] = (this.marks[token] as number) | STOP;
  }

  /** Tokens from `first` to `last`, included, say by themselves what is not so. */
  mute(first: number, last: number): void {
    for (let i = first; i <= last; i++) this.marks[i] = (this.marks[i] as number) | MUTED;
  }

  /**
   * Adds, behind all tokens, the units of a word with its runs of three letters and more cut to `length`: soooo, so.
   * @returns where they begin; {@link end} is where they end.
   */
  addShort(token: number, length: number): number {
    const from = this.starts[token] as number;
    const to = this.starts[token + 1] as number;
    const begin = this.#length;
    if (begin + to - from > this.units.length) this.#growUnits(2 * (begin + to - from));
    const { units } = this;
    let at = begin;
    for (let i = from; i < to; ) {
      let next = i + 1;
      while (next < to && units[next] === units[i]) next++;
      const kept = next - i > 2 ? length : next - i;
      for (let k = 0; k < kept; k++) units[at++] = units[i] as number;
      i = next;
    }
    this.#length = at;
    return begin;
  }

  /** Where the units end. */
  get end(): number {
    return this.#length;
  }

  /** A token as it stands in the text. */
  textOf(token: number): string {
    const tokens = this.#tokens;
    return tokens === undefined
      ? this.#text.slice(this.begins[token], this.ends[token])
      : (tokens[token] as Token).text;
  }

  /** Forgets the tokens, and gives back what a very long post took. */
  reset(): void {
    this.#tokens = undefined;
    this.#text = '';
    if (Math.max(this.units.length, this.kinds.length) <= KEPT_UNITS) return;
    this.units = new Uint16Array(UNITS);
    this.#takeRoom(TOKENS);
  }

  #begin(tokens: number): void {
    this.count = tokens;
    this.#length = 0;
    this.#tokens = undefined;
    if (tokens > this.kinds.length) this.#takeRoom(2 * tokens);
  }

  #readToken(
    token: number,
    tokenKind: number,
    text: string,
    from: number,
    to: number,
    quantity: Quantity | undefined,
  ): void {
    this.starts[token] = this.#length;
    this.tokenKinds[token] = tokenKind;
    const first = to > from ? text.charCodeAt(from) : 0;
    this.firstUnits[token] = first;
    this.lastUnits[token] = to - from > 1 ? text.charCodeAt(to - 1) : first;
    let kind = SILENT;
    switch (tokenKind) {
      case WORD_TOKEN:
        this.#append(text, from, to);
        kind = WORD;
        break;
      case SPACE_TOKEN:
        kind = SPACE;
        break;
      case PUNCTUATION_TOKEN:
        this.#append(text, from, Math.min(from + MARKS_READ, to));
        kind = tellingMarks[first] === 1 ? TELLING : MARK;
        break;
      case MENTION_TOKEN:
        this.#append('<@>', 0, 3);
        break;
      case URL_TOKEN:
        this.#append('<url>', 0, 5);
        break;
      case HASHTAG_TOKEN:
        this.#append('<#>', 0, 3);
        break;
      case TERM_TOKEN:
      case NUMBER_TOKEN:
      case CASHTAG_TOKEN: {
        const name = classOf(tokenKind, quantity);
        this.#append(name, 0, name.length);
        kind = CLASS;
      }
    }
    this.kinds[token] = kind;
  }

  #append(text: string, from: number, to: number): void {
    let at = this.#length;
    if (at + to - from > this.units.length) this.#growUnits(2 * (at + to - from));
    const { units } = this;
    const fold = this.#fold;
    for (let i = from; i < to; i++) units[at++] = fold[text.charCodeAt(i)] as number;
    this.#length = at;
  }

  #takeRoom(tokens: number): void {
    this.tokenKinds = new Uint8Array(tokens);
    this.kinds = new Uint8Array(tokens);
    this.begins = new Int32Array(tokens);
    this.ends = new Int32Array(tokens);
    this.firstUnits = new Uint16Array(tokens);
    this.lastUnits = new Uint16Array(tokens);
    this.starts = new Int32Array(tokens + 1);
    this.shifters = new Uint8Array(tokens);
    this.marks = new Uint8Array(tokens);
  }

  #growUnits(length: number): void {
    const units = new Uint16Array(length);
    units.set(this.units);
    this.units = units;
  }
}

function classOf(tokenKind: number, quantity: Quantity | undefined): string {
  if (tokenKind === TERM_TOKEN) return '<term>';
  if (tokenKind === CASHTAG_TOKEN) return '<cash>';
  if (quantity?.type === 'percent') return quantity.value < 0 ? '<-%>' : '<+%>';
  return quantity?.type === 'money' ? '<$>' : '<n>';
}
