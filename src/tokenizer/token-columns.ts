import type { TermInfo } from '../lexicon/term-info.js';
import { PAGE_BITS, PAGE_MASK, type WordIds } from '../lexicon/word-ids.js';
import type { ReadingCopy } from '../text/reading-copy.js';
import type { Quantity, Token, TokenKind } from './token.js';

/** Kinds of tokens as numbers. */
export const WORD_TOKEN = 0;
export const TERM_TOKEN = 1;
export const NUMBER_TOKEN = 2;
export const URL_TOKEN = 3;
export const EMAIL_TOKEN = 4;
export const MENTION_TOKEN = 5;
export const HASHTAG_TOKEN = 6;
export const CASHTAG_TOKEN = 7;
export const EMOJI_TOKEN = 8;
export const EMOTICON_TOKEN = 9;
export const PUNCTUATION_TOKEN = 10;
export const SPACE_TOKEN = 11;

/** By number. */
const kindNames: readonly TokenKind[] = [
  'word',
  'term',
  'number',
  'url',
  'email',
  'mention',
  'hashtag',
  'cashtag',
  'emoji',
  'emoticon',
  'punctuation',
  'space',
];

const kindNumbers: ReadonlyMap<TokenKind, number> = new Map(kindNames.map((name, number) => [name, number]));

/** The number of a kind. */
export function kindNumber(kind: TokenKind): number {
  return kindNumbers.get(kind) as number;
}

/** Tokens for which there is room from the start, and whose room is kept. */
const LEAST = 1024;
const KEPT = 1 << 16;

/** Bits of a code that tell the kind. */
const KIND_BITS = 4;
const KIND = (1 << KIND_BITS) - 1;

/**
 * The tokens of a text in columns, filled anew for each text: what reads them in place needs no object and no string for each.
 * A token starts where the one before ends.
 */
export class TokenColumns {
  text = '';
  count = 0;
  ends: Int32Array = new Int32Array(LEAST);
  /**
   * By token: its kind, and above that of a word the identifier under which its string is kept, of others the number of what
   * they stand for or of their quantity among those of the text; 0 where there is none.
   */
  #codes: Int32Array = new Int32Array(LEAST);
  readonly #details: (TermInfo | Quantity)[] = [];
  #detailed = 0;
  readonly #words: WordIds;

  /** @param words  has the strings of words by identifier. */
  constructor(words: WordIds) {
    this.#words = words;
  }

  /** @param units  at most so many tokens are to come; by default no more than units of the text. */
  begin(text: string, units = text.length): void {
    this.text = text;
    this.count = 0;
    this.#detailed = 0;
    if (units > this.ends.length) this.#takeRoom(Math.max(units, Math.min(2 * units, KEPT)));
  }

  /** Forgets the text, and gives back what a very long one took. */
  reset(): void {
    this.text = '';
    this.count = 0;
    if (this.ends.length > KEPT) this.#takeRoom(LEAST);
  }

  #takeRoom(tokens: number): void {
    this.ends = new Int32Array(tokens);
    this.#codes = new Int32Array(tokens);
    this.#details.length = 0;
  }

  /** Adds a token that ends there; a word with its identifier, if its string is kept. */
  add(end: number, kind: number, id = 0): void {
    const at = this.count++;
    this.ends[at] = end;
    this.#codes[at] = kind | (id << KIND_BITS);
  }

  /** Adds a token with the term that it stands for, or with its number as data. */
  addDetailed(end: number, kind: number, detail: TermInfo | Quantity): void {
    this.#details[this.#detailed++] = detail;
    this.add(end, kind, this.#detailed);
  }

  /** Puts the tokens of a copy where they stand in the text as written; what is not seen between two is a space. */
  moveOnto(text: string, { starts, ends: stops }: ReadingCopy): void {
    const { count } = this;
    const ends = this.ends.slice(0, count);
    const codes = this.#codes.slice(0, count);
    this.text = text;
    this.count = 0;
    let at = 0;
    for (let i = 0; i < count; i++) {
      const start = starts[i === 0 ? 0 : (ends[i - 1] as number)] as number;
      const end = stops[(ends[i] as number) - 1] as number;
      const code = codes[i] as number;
      const kind = code & KIND;
      if (start > at) this.#addSpace(start);
      if (kind === SPACE_TOKEN) this.#addSpace(end);
      // The string of a word is that of the copy.
      else if (end > start) this.add(end, kind, kind === WORD_TOKEN ? 0 : code >> KIND_BITS);
      at = end;
    }
    if (text.length > at) this.#addSpace(text.length);
  }

  #addSpace(end: number): void {
    const last = this.count - 1;
    if (last >= 0 && this.kindOf(last) === SPACE_TOKEN) this.ends[last] = end;
    else this.add(end, SPACE_TOKEN);
  }

  /** As {@link WORD_TOKEN} and its like. */
  kindOf(token: number): number {
    return (this.#codes[token] as number) & KIND;
  }

  startOf(token: number): number {
    return token === 0 ? 0 : (this.ends[token - 1] as number);
  }

  /** The number of a token as data, if it has one. */
  quantityOf(token: number): Quantity | undefined {
    const code = this.#codes[token] as number;
    return (code & KIND) === NUMBER_TOKEN ? (this.#details[(code >> KIND_BITS) - 1] as Quantity) : undefined;
  }

  /** What a token stands for, if it is a term. */
  termOf(token: number): TermInfo | undefined {
    const code = this.#codes[token] as number;
    return (code & KIND) === TERM_TOKEN ? (this.#details[(code >> KIND_BITS) - 1] as TermInfo) : undefined;
  }

  /** The same as objects. */
  toTokens(): Token[] {
    const { text: whole, ends, count } = this;
    const codes = this.#codes;
    const { pages } = this.#words;
    const tokens: Token[] = [];
    let start = 0;
    for (let i = 0; i < count; i++) {
      const end = ends[i] as number;
      const code = codes[i] as number;
      const number = code & KIND;
      const kind = kindNames[number] as TokenKind;
      const value = code >> KIND_BITS;
      if (value === 0) tokens[i] = { text: whole.slice(start, end), start, end, kind };
      else if (number === WORD_TOKEN) {
        const text =
          pages[value >>> PAGE_BITS]?.[value & PAGE_MASK] ?? this.#words.keep(value, whole, start, end);
        tokens[i] = { text, start, end, kind };
      } else {
        const text = whole.slice(start, end);
        const detail = this.#details[value - 1];
        if (number === NUMBER_TOKEN) tokens[i] = { text, start, end, kind, quantity: detail as Quantity };
        else tokens[i] = { text, start, end, kind, term: detail as TermInfo };
      }
      start = end;
    }
    return tokens;
  }
}
