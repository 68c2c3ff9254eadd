import { isFullStop } from '../../entities/full-stop.js';
import { isHanUnit } from '../../text/unit-kinds.js';
import type { Token } from '../../tokenizer/index.js';
import { columnsOf } from './columns.js';

/** Longest quote, in columns: a Han character is two, a Latin letter one. */
const MAX_COLUMNS = 120;
const MIN_COLUMNS = 12;

/** What stands for bytes that were no character. */
const UNREADABLE = '\uFFFD';

/** A stretch of a post that reads by itself. */
export interface Passage {
  /** Index of the first token and one past the last. */
  readonly from: number;
  readonly to: number;
  /** The words verbatim, without addresses, tags at the edges and emoji; `…` where something was left out. */
  readonly text: string;
  readonly columns: number;
}

/** Where a passage of a post begins and ends in its text; half-open, in UTF-16 units. */
export function spanOf(
  { from, to }: Passage,
  tokens: readonly Token[],
): { readonly start: number; readonly end: number } {
  return { start: tokens[from].start, end: tokens[to - 1].end };
}

const sentenceEnds = new Set(['。', '！', '？', '!', '?', '；', ';', '…', '……', '\n']);
const clauseEnds = new Set(['，', ',', '：', ':', '——', '、']);

/** Kinds that a quote sheds: they point elsewhere or decorate. */
function isLitter(token: Token): boolean {
  return (
    token.kind === 'url' || token.kind === 'emoji' || token.kind === 'emoticon' || token.kind === 'email'
  );
}

function isLabel(token: Token): boolean {
  return token.kind === 'hashtag' || token.kind === 'mention';
}

function endsSentence(token: Token, text: string): boolean {
  if (token.kind === 'space') return token.text.includes('\n');
  if (token.text === '.') return isFullStop(text, token.start);
  return (
    token.kind === 'punctuation' && (sentenceEnds.has(token.text) || /^[。！？!?；;…]+$/.test(token.text))
  );
}

/** The RT of `RT @name: …`, and 转发 in front of a name. */
function isRepostMark(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:rt|转发|轉發)$/i.test(tokens[at]?.text ?? '')) return false;
  const next = tokens[at + 1]?.kind === 'space' ? tokens[at + 2] : tokens[at + 1];
  return next?.kind === 'mention';
}

/** Tokens of the name in `//@name:` at most, which a hyphen or a dot may cut. */
const NAME = 8;

/** The token behind the `//@name:` of `说得好//@name:…`, behind which someone else speaks. */
function pastReposted(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at]?.text !== '//' || tokens[at + 1]?.kind !== 'mention') return undefined;
  for (let i = at + 2; i <= at + NAME; i++) if (/^[:：]$/.test(tokens[i]?.text ?? '')) return i + 1;
  return at + 2;
}

/** Tokens of a label in brackets at most. */
const LABEL = 8;

/** The token behind a label in brackets, such as the [Google Gemini] that a forum puts before its titles. */
function pastLabel(tokens: readonly Token[], from: number, to: number): number | undefined {
  if (tokens[from]?.text !== '[') return undefined;
  for (let i = from + 1; i < to && i <= from + LABEL; i++) if (tokens[i]?.text === ']') return i + 1;
  return undefined;
}

/** True at the end of a title in brackets, 【…】, which is longer than a label and tells something by itself. */
function endsTitle(tokens: readonly Token[], from: number, at: number): boolean {
  if (tokens[at]?.text !== '】') return false;
  const opening = tokens[from]?.kind === 'space' ? from + 1 : from;
  return tokens[opening]?.text === '【' && at - opening > LABEL;
}

/**
 * Splits a post into passages that can be quoted: sentence by sentence, stripped of addresses, emoji and of
 * tags and mentions at their edges (inside a sentence those are words of it), and cut at a clause when longer
 * than a reader wants.
 *
 * @param text  of the whole post.
 * @param tokens  all tokens of the post, in order.
 * @returns passages in order of the text; none if nothing readable is left. O(tokens).
 */
export function passagesOf(text: string, tokens: readonly Token[]): Passage[] {
  const passages: Passage[] = [];
  let from = 0;
  for (let i = 0; i <= tokens.length; i++) {
    const token = tokens[i];
    const reposted = pastReposted(tokens, i);
    const goesOn = reposted === undefined && !endsTitle(tokens, from, i);
    if (token !== undefined && goesOn && !endsSentence(token, text)) continue;
    const passage = trimmed(tokens, from, i);
    if (passage !== undefined) passages.push(passage);
    from = reposted ?? i + 1;
  }
  return passages;
}

function trimmed(tokens: readonly Token[], start: number, end: number): Passage | undefined {
  let from = start;
  let to = end;
  const strips = (token: Token | undefined): boolean =>
    token !== undefined &&
    (token.kind === 'space' ||
      isLitter(token) ||
      isLabel(token) ||
      (token.kind === 'punctuation' && !/^[《“‘"「『（(【]/.test(token.text)));
  const closesTitle = (): boolean => tokens.slice(from, to).some(({ text }) => text === '】');
  while (
    from < to &&
    (strips(tokens[from]) || isRepostMark(tokens, from) || (tokens[from].text === '【' && !closesTitle()))
  ) {
    from = pastLabel(tokens, from, to) ?? from + 1;
  }
  while (to > from) {
    const last = tokens[to - 1];
    const isClosing = last?.kind === 'punctuation' && /^[》”’"」』）)%]/.test(last.text);
    if (isClosing || !strips(last)) break;
    to--;
  }
  if (from === to) return undefined;

  let text = '';
  let columns = 0;
  let clauseText = '';
  let clauseTo = from;
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (isLitter(token)) continue;
    const piece = token.kind === 'space' ? ' ' : token.text;
    const width = columnsOf(piece);
    if (columns + width > MAX_COLUMNS) {
      const cut = columnsOf(clauseText) >= MAX_COLUMNS / 3 ? clauseText : text.trimEnd();
      const cutTo = cut === clauseText ? clauseTo : i;
      return { from, to: cutTo, text: `${cut}…`, columns: columnsOf(cut) };
    }
    if (token.kind === 'punctuation' && clauseEnds.has(token.text)) {
      clauseText = text.trimEnd();
      clauseTo = i;
    }
    text += piece;
    columns += width;
  }
  text = text.trim();
  columns = columnsOf(text);
  return columns < MIN_COLUMNS || text.includes(UNREADABLE) ? undefined : { from, to, text, columns };
}

/** What an English sentence cannot end with. */
const cutOff = /\s(?:with|for|of|to|in|at|by|from|and|or|the|an?)$/iu;

/** True if a text ends before its sentence does, as one does whose last words were mentions or an address. */
export function isCutOff(text: string): boolean {
  return cutOff.test(text);
}

/** Whether a text reads as Chinese: at least a fifth of its columns are Han. O(n). */
export function readsAsChinese(text: string): boolean {
  let han = 0;
  for (let i = 0; i < text.length; i++) if (isHanUnit(text.charCodeAt(i))) han++;
  return han * 2 * 5 >= columnsOf(text);
}
