import type { TermInfo } from '../lexicon/term-info.js';

export { isNotion, type TermCategory, type TermInfo } from '../lexicon/term-info.js';

/** What a token of analysis mode is. Text outside of every other kind is cut into words. */
export type TokenKind =
  | 'word'
  | 'term'
  | 'number'
  | 'url'
  | 'email'
  | 'mention'
  | 'hashtag'
  | 'cashtag'
  | 'emoji'
  | 'emoticon'
  | 'punctuation'
  | 'space';

/** A number with its unit, as data. */
export interface Quantity {
  /** In the base unit: 近1000亿美元 has 1e11. For a date, the year (or NaN when none is given). */
  readonly value: number;
  readonly type:
    | 'count'
    | 'money'
    | 'percent'
    | 'multiple'
    | 'date'
    | 'duration'
    | 'parameters'
    | 'tokens'
    | 'measure';
  /** ISO 4217 code of money, such as `USD`. */
  readonly currency?: string;
  /** The unit as a canonical string: `参数`, `token`, `月`, `GB`, … */
  readonly unit?: string;
  /** Rate: the price is by this period or thing, such as `月` in 9美元/月. */
  readonly per?: string;
  /** 近, 约, 超过, 左右, 以上, over, ~, +: what qualifies the value, before or behind it. */
  readonly bound?: 'about' | 'over' | 'under';
  /** ISO 8601 form of a date as far as it is known: `2025-11-30`, `2026-Q3`, `--11-30`. */
  readonly date?: string;
}

/**
 * A token of analysis mode.
 *
 * Offsets are half-open and in UTF-16 units: `text.slice(token.start, token.end) === token.text`, and the
 * tokens of a text joined give the text back exactly.
 */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  /** jieba's part-of-speech tag, of words when asked for. */
  readonly tag?: string;
  /** What the token stands for, of `term` tokens, and of hashtags, cashtags and mentions that name a term. */
  readonly term?: TermInfo;
  /** The number as data, of `number` tokens. */
  readonly quantity?: Quantity;
}
