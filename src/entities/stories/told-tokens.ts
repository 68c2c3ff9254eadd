import type { Token } from '../../tokenizer/token.js';
import { press } from './press.js';

/** So many hashtags in a row no longer say what a post tells but by which words it wants to be found. */
const PILE = 4;
/** Tokens of the longest credit: `(Agnee Ghosh/Bloomberg)`, `- The Wall Street Journal`. */
const MAX_CREDIT = 12;
/** What a title says of its page and not of the news. */
const formats = new Set('图 组图 图文 多图 附图 图集 图表 视频 音频 实录 直播 转载'.split(' '));
/** Words before a credit at the end; what has fewer is a title in two parts. */
const LEAST_TOLD = 5;

/**
 * The tokens by which a post tells something: {@link withoutCredit}, and without piles of four or more hashtags with
 * nothing but spaces in between. Those would make one of whatever stands under the same tags or in the same paper.
 *
 * @param tokens  all tokens of a post, in order.
 * @returns the same array where nothing is left out. O(tokens).
 */
export function toldTokens(tokens: readonly Token[]): readonly Token[] {
  return outsideTagPiles(withoutCredit(tokens));
}

/**
 * The tokens of a headline without where it was published, `- Bloomberg` or `(Agnee Ghosh/Bloomberg)` at the end and
 * `Show HN:` in front, and without what kind of page it heads, `组图：` and `(图)`.
 *
 * @param tokens  all tokens of a post, in order.
 * @returns the same array where nothing is left out. O(1).
 */
export function withoutCredit(tokens: readonly Token[]): readonly Token[] {
  const from = endOfSection(tokens);
  let end = tokens.length;
  while (end > 0 && (tokens[end - 1]?.kind === 'space' || tokens[end - 1]?.kind === 'url')) end--;
  const credit = bracketOfCredit(tokens, end) ?? dashOfCredit(tokens, end);
  const to = credit !== undefined && wordsBefore(tokens, credit) >= LEAST_TOLD ? credit : tokens.length;
  return from === 0 && to === tokens.length ? tokens : tokens.slice(from, to);
}

/** Past `Show HN:`, `组图：` and their like. */
function endOfSection(tokens: readonly Token[]): number {
  if (formats.has(tokens[0]?.text ?? '') && /^[:：|｜–—-]$/.test(tokens[1]?.text ?? '')) return 2;
  const called = /^(?:Show|Ask|Tell|Launch)$/i.test(tokens[0]?.text ?? '') && tokens[2]?.text === 'HN';
  return called && /^[:：]$/.test(tokens[3]?.text ?? '') ? 4 : 0;
}

function outsideTagPiles(tokens: readonly Token[]): readonly Token[] {
  let tags = 0;
  let start = 0;
  const piles: [number, number][] = [];
  for (let i = 0; i <= tokens.length; i++) {
    const token = tokens[i];
    if (token !== undefined && (token.kind === 'space' || (tags > 0 && isEmptyMark(token)))) continue;
    if (token !== undefined && token.kind === 'hashtag') {
      if (tags === 0) start = i;
      tags++;
      continue;
    }
    if (tags >= PILE) piles.push([start, i]);
    tags = 0;
  }
  if (piles.length === 0) return tokens;
  return tokens.filter((_, index) => !piles.some(([from, to]) => index >= from && index < to));
}

/** What people put between tags. */
function isEmptyMark(token: Token): boolean {
  return token.kind === 'punctuation' && /^[,，、|·•]+$/.test(token.text);
}

/** Start of `(name/paper)`, or of `(paper)` for a well known one and `(图)`, that ends at `end`. */
function bracketOfCredit(tokens: readonly Token[], end: number): number | undefined {
  if (!/^[)）]$/.test(tokens[end - 1]?.text ?? '')) return undefined;
  let slashes = 0;
  let inside = '';
  for (let at = end - 2; at >= Math.max(0, end - 2 * MAX_CREDIT); at--) {
    const text = tokens[at]?.text ?? '';
    if (text === '/') slashes++;
    if (text === '(' || text === '（') {
      return slashes > 0 || press.has(inside.toLowerCase()) || formats.has(inside) ? at : undefined;
    }
    inside = text + inside;
  }
  return undefined;
}

/** Start of `- paper`, a name behind a dash or a bar with spaces around it. */
function dashOfCredit(tokens: readonly Token[], end: number): number | undefined {
  for (let at = end - 1; at >= Math.max(1, end - MAX_CREDIT); at--) {
    const token = tokens[at] as Token;
    if (token.kind === 'number' || token.kind === 'hashtag' || token.kind === 'mention') return undefined;
    if (token.kind !== 'punctuation') continue;
    if (/^[-|｜]$/.test(token.text)) {
      const apart = tokens[at - 1]?.kind === 'space' && tokens[at + 1]?.kind === 'space';
      return apart && /^[\p{Lu}\p{Script=Han}]/u.test(tokens[at + 2]?.text ?? '') ? at : undefined;
    }
    if (!/^[.&'’]$/.test(token.text)) return undefined;
  }
  return undefined;
}

function wordsBefore(tokens: readonly Token[], end: number): number {
  let words = 0;
  for (let at = 0; at < end && words < LEAST_TOLD; at++) {
    const kind = tokens[at]?.kind;
    if (kind === 'word' || kind === 'term' || kind === 'number') words++;
  }
  return words;
}
