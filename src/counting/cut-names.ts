import { isHanUnit } from '../text/unit-kinds.js';
import type { Token } from '../tokenizer/index.js';

/** A word that stands so often in the posts, and in this share of its places beside the same characters, is cut, */
const LEAST = 5;
const SHARE = 0.9;
/** if in this share of its places they stand alone: in others they are taken for part of the next word, 王楚/钦此/球. */
const ALONE = 0.5;
/** Characters that are cut off on one side, at most: 易烊千玺, 尼格买提. */
const MOST = 2;

/** 丨, written as a bar between a title and its column. */
const BAR = '\u4e28';

/** How often the one or two characters beside a word stand there, and how often as words of one character. */
interface Beside {
  count: number;
  alone: number;
}

interface Places {
  count: number;
  readonly before: Map<string, Beside>;
  readonly behind: Map<string, Beside>;
}

/**
 * Finds words that are a name with characters cut off, since no dictionary has the name and a single character is not
 * counted: 王楚 is 王楚钦 where 钦 stands behind it nine times in ten.
 */
export class CutNames {
  readonly #words = new Map<string, Places>();
  readonly #isStopWord: (word: string) => boolean;

  constructor(isStopWord: (word: string) => boolean) {
    this.#isStopWord = isStopWord;
  }

  /** @param tokens  of one post. O(tokens). */
  count(tokens: readonly Token[]): void {
    for (const [index, { text, kind, term }] of tokens.entries()) {
      if (kind !== 'word' || term !== undefined || text.length < 2 || !isHanUnit(text.charCodeAt(0)))
        continue;
      const places = this.#words.get(text) ?? { count: 0, before: new Map(), behind: new Map() };
      this.#words.set(text, places);
      places.count++;
      this.#add(places.before, tokens, index, -1);
      this.#add(places.behind, tokens, index, 1);
    }
  }

  /** Counts the one and the two characters that stand on one side of a word. */
  #add(counts: Map<string, Beside>, tokens: readonly Token[], index: number, step: -1 | 1): void {
    let found = '';
    let alone = true;
    for (let at = index + step; found.length < MOST; at += step) {
      const token = tokens[at];
      if (token?.kind !== 'word' || token.term !== undefined || !isHanUnit(token.text.charCodeAt(0))) return;
      alone &&= this.#isPiece(tokens, at);
      const { text } = token;
      for (let i = 0; i < text.length && found.length < MOST; i++) {
        found = step < 0 ? text.charAt(text.length - 1 - i) + found : found + text.charAt(i);
        const beside = counts.get(found) ?? { count: 0, alone: 0 };
        counts.set(found, beside);
        beside.count++;
        if (alone) beside.alone++;
      }
    }
  }

  /** Whether a token is a single character that may belong to a name. */
  #isPiece(tokens: readonly Token[], at: number): boolean {
    const { text } = tokens[at] as Token;
    // 18 岁以下, 500 斤活羊: a measure of the number before it.
    const before = tokens[at - 1]?.kind === 'space' ? tokens[at - 2] : tokens[at - 1];
    return text.length === 1 && text !== BAR && before?.kind !== 'number' && !this.#isStopWord(text);
  }

  /** The word with the characters that belong to it. */
  whole(word: string): string {
    const places = this.#words.get(word);
    if (places === undefined || places.count < LEAST) return word;
    return steady(places.before, places.count) + word + steady(places.behind, places.count);
  }
}

/** The characters that stand there nearly always; empty where none do. */
function steady(counts: ReadonlyMap<string, Beside>, all: number): string {
  let longest = '';
  for (const [found, { count, alone }] of counts)
    if (count >= SHARE * all && alone >= ALONE * all && found.length > longest.length) longest = found;
  return longest;
}
