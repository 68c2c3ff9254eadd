import type { Quantity, TermCategory, Token, TokenKind } from '../../src/tokenizer/token.js';

/** A name for the tests: `term('谷歌', 'company', 'Google')`. */
export interface Piece {
  readonly text: string;
  readonly kind: TokenKind;
  readonly term?: NonNullable<Token['term']>;
  readonly quantity?: Quantity;
}

export function term(text: string, category: TermCategory, canonical = text, maker?: string): Piece {
  return { text, kind: 'term', term: { canonical, category, ...(maker === undefined ? {} : { maker }) } };
}

export function money(text: string, value: number, currency = 'USD'): Piece {
  return { text, kind: 'number', quantity: { value, type: 'money', currency } };
}

export function quantity(text: string, data: Quantity): Piece {
  return { text, kind: 'number', quantity: data };
}

function kindOf(text: string): TokenKind {
  if (/^\s+$/u.test(text)) return 'space';
  if (/^https?:/u.test(text)) return 'url';
  return /^[\p{P}\p{S}]+$/u.test(text) ? 'punctuation' : 'word';
}

/** Tokens as `Tokenizer.segment` would give them, made by hand: strings are words, spaces or marks. */
export function tokens(...pieces: readonly (string | Piece)[]): { text: string; tokens: Token[] } {
  let text = '';
  const list: Token[] = [];
  for (const piece of pieces) {
    const part: Piece = typeof piece === 'string' ? { text: piece, kind: kindOf(piece) } : piece;
    list.push({ ...part, start: text.length, end: text.length + part.text.length });
    text += part.text;
  }
  return { text, tokens: list };
}
