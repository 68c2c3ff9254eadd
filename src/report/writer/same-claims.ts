import type { Token, Tokenizer } from '../../tokenizer/index.js';
import { oneLine } from '../render/plain-text.js';

/** Words that state nothing, and words that turn or soften a statement. */
export type WriterWords = ReadonlyMap<string, 'free' | 'guard'>;

/** Stands for a part that a writer must leave alone: ⟦1⟧ for the first. */
const placeholder = /⟦(\d{1,3})⟧/g;

/** Beyond this much longer than what it says again, a text is no rephrasing. */
const LONGEST = 1.5;

interface Piece {
  /** Folded: lower case, numbers without separators. */
  readonly text: string;
  /** A number, a name or a placeholder: must stay as often as it was. */
  readonly fixed: boolean;
  readonly guard: boolean;
}

type Clause = readonly Piece[];

const namedKinds = new Set<Token['kind']>([
  'term',
  'mention',
  'hashtag',
  'cashtag',
  'url',
  'email',
  'emoji',
  'emoticon',
]);

function pieceOf(token: Token, words: WriterWords): Piece | undefined {
  const text = token.text.toLowerCase();
  const kind = words.get(text);
  if (token.kind === 'space' || kind === 'free') return undefined;
  const digits = /\d/.test(text);
  const fixed =
    token.kind === 'number' || digits || namedKinds.has(token.kind) || /^[\p{Script=Latin}]/u.test(text);
  return { text: fixed ? text.replace(/[\s,，]/g, '') : text, fixed, guard: kind === 'guard' };
}

/** Clauses as the words in them that state something. Brackets and every mark of punctuation part clauses. */
function clausesOf(text: string, tokenizer: Tokenizer, words: WriterWords): Clause[] {
  const clauses: Piece[][] = [[]];
  const push = (part: string): void => {
    for (const token of tokenizer.segment(part)) {
      if (token.kind === 'punctuation') {
        // A sign belongs to its number and says what the number does not.
        if (/^[+\-−–~≈<>≤≥%‰]$/.test(token.text)) {
          clauses.at(-1)?.push({ text: token.text, fixed: true, guard: false });
        } else clauses.push([]);
        continue;
      }
      const piece = pieceOf(token, words);
      if (piece !== undefined) clauses.at(-1)?.push(piece);
    }
  };
  let from = 0;
  for (const match of text.matchAll(placeholder)) {
    push(text.slice(from, match.index));
    clauses.at(-1)?.push({ text: match[0], fixed: true, guard: false });
    from = match.index + match[0].length;
  }
  push(text.slice(from));
  return clauses.filter((clause) => clause.length > 0);
}

function isSubsequence(part: Clause, whole: Clause): boolean {
  let at = 0;
  for (const { text } of part) {
    while (at < whole.length && whole[at]?.text !== text) at++;
    if (at === whole.length) return false;
    at++;
  }
  return true;
}

/** What a clause says again: a clause of the facts that has all its words in this order, and no guard that it lacks. */
function restates(clause: Clause, fact: Clause): boolean {
  if (!isSubsequence(clause, fact)) return false;
  const has = new Set(clause.map(({ text }) => text));
  if (fact.some(({ guard, text }) => guard && !has.has(text))) return false;
  // A number alone says nothing: what it counts must come with it.
  return clause.some(({ fixed }) => !fixed) || fact.every(({ fixed }) => fixed);
}

function countsOf(clauses: readonly Clause[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { fixed, text } of clauses.flat()) if (fixed) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/**
 * Whether a proposal states what a text states and nothing else: every clause repeats, in order, words of one clause of
 * the text, with its negations and hedges; numbers, names and placeholders are all there, as often as before; and only
 * words that state nothing are added. Clauses may change places, be joined by such words, or lose plain words.
 *
 * Strict rather than clever: a good proposal may be refused, and a text that adds, moves or turns a number, a name or a
 * claim is not accepted.
 *
 * @returns undefined if it does, else the first reason why not.
 */
export function whyNotSame(
  text: string,
  proposal: string,
  tokenizer: Tokenizer,
  words: WriterWords,
): string | undefined {
  if (proposal.trim() === '') return 'it is empty';
  if (proposal.length > text.length * LONGEST + 20) return 'it is much longer than the facts';
  if (oneLine(proposal) !== proposal) return 'it holds line breaks or control characters';
  const facts = clausesOf(text, tokenizer, words);
  const said = clausesOf(proposal, tokenizer, words);
  const had = countsOf(facts);
  const has = countsOf(said);
  for (const [name, count] of has) {
    const before = had.get(name) ?? 0;
    if (before === 0) return `"${name}" is not in the facts`;
    if (count > before) return `"${name}" is said more often than in the facts`;
  }
  for (const [name, count] of had) {
    if ((has.get(name) ?? 0) < count) return `"${name}" is missing`;
  }
  for (const clause of said) {
    if (facts.some((fact) => restates(clause, fact))) continue;
    return `no fact says "${clause.map(({ text: word }) => word).join(' ')}"`;
  }
  return undefined;
}
