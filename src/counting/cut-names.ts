import { surname } from '../text/surname.js';
import { isHanUnit } from '../text/unit-kinds.js';
import type { Token } from '../tokenizer/index.js';
import { WordPairs } from './word-pairs.js';

/** A word that stands so often in the posts, and in this share of its places beside the same characters, is cut, */
const LEAST = 3;
const SHARE = 0.9;
/** if in this share of its places they stand alone: in others they are taken for part of the next word, 王楚/钦此/球. */
const ALONE = 0.5;
/** Characters that are cut off on one side, at most: 易烊千玺, 尼格买提. */
const MOST = 2;

const opensName = new RegExp(`^${surname}`, 'u');

/** 丨, written as a bar between a title and its column. */
const BAR = '\u4e28';

/** Is a word between two names, and ends those of Japan: 张本/智/和. */
const AND = '和';

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
 * Finds words that are a name with something cut off, since no dictionary has the name: 王楚 is 王楚钦 where 钦, which by
 * itself is not counted, stands behind it nine times in ten, and 国色 and 芳华 are 国色芳华 where neither stands alone.
 */
export class CutNames {
  readonly #words = new Map<string, Places>();
  readonly #pairs = new WordPairs();
  readonly #isStopWord: (word: string) => boolean;
  readonly #isKnown: (word: string) => boolean;
  /** Whole name of each word that is cut; undefined while counting goes on. */
  #wholes: ReadonlyMap<string, string> | undefined;

  /** @param isKnown  whether a dictionary has a word. */
  constructor(isStopWord: (word: string) => boolean, isKnown: (word: string) => boolean) {
    this.#isStopWord = isStopWord;
    this.#isKnown = isKnown;
  }

  /** @param tokens  of one post. O(tokens). */
  count(tokens: readonly Token[]): void {
    this.#wholes = undefined;
    for (const [index, token] of tokens.entries()) {
      if (!isHanWord(token) || token.text.length < 2) continue;
      const { text } = token;
      const places = this.#words.get(text) ?? { count: 0, before: new Map(), behind: new Map() };
      this.#words.set(text, places);
      places.count++;
      this.#add(places.before, tokens, index, -1);
      this.#add(places.behind, tokens, index, 1);
      const next = tokens[index + 1];
      if (!isHanWord(next) || next.text.length < 2 || this.#isStopWord(text) || this.#isStopWord(next.text))
        continue;
      this.#pairs.count(text, next.text);
    }
  }

  /** Counts the one and the two characters that stand on one side of a word. */
  #add(counts: Map<string, Beside>, tokens: readonly Token[], index: number, step: -1 | 1): void {
    let found = '';
    let alone = true;
    for (let at = index + step; found.length < MOST; at += step) {
      const token = tokens[at];
      if (!isHanWord(token)) return;
      const { text } = token;
      const isHead = step > 0 && found === '' && this.#opensGivenName(tokens[index] as Token, token);
      alone &&= this.#isPiece(tokens, at) || (at === index + 2 && text === AND);
      for (let i = 0; i < text.length && found.length < MOST; i++) {
        found = step < 0 ? text.charAt(text.length - 1 - i) + found : found + text.charAt(i);
        const beside = counts.get(found) ?? { count: 0, alone: 0 };
        counts.set(found, beside);
        beside.count++;
        if (alone || (isHead && i === 0)) beside.alone++;
      }
    }
  }

  /** Whether a surname with one character stands before what no dictionary has and is no other's name: 孟子/义何. */
  #opensGivenName({ text }: Token, next: Token): boolean {
    return (
      text.length === 2 && opensName.test(text) && !opensName.test(next.text) && !this.#isKnown(next.text)
    );
  }

  /** Whether a token is a single character that may belong to a name. */
  #isPiece(tokens: readonly Token[], at: number): boolean {
    const { text } = tokens[at] as Token;
    // 18 岁以下, 500 斤活羊: a measure of the number before it.
    const before = tokens[at - 1]?.kind === 'space' ? tokens[at - 2] : tokens[at - 1];
    return text.length === 1 && text !== BAR && before?.kind !== 'number' && !this.#isStopWord(text);
  }

  /** The name of which a word is a part, the word itself if it is none. */
  whole(word: string): string {
    this.#wholes ??= this.#join();
    return this.#wholes.get(word) ?? word;
  }

  #join(): Map<string, string> {
    const wholes = new Map<string, string>();
    for (const word of this.#words.keys()) {
      const known = this.#knownWhole(word);
      if (known !== undefined) wholes.set(word, known);
    }
    for (const [first, second] of this.#pairs.names((word) => this.#countOf(word))) {
      if (wholes.has(first) || wholes.has(second)) continue;
      const whole = this.#steady(first, 'before') + first + second + this.#steady(second, 'behind');
      wholes.set(first, whole).set(second, whole);
    }
    /** What ends the name of one word begins none of another: 曦 of 张予曦 beside 毕雯珺. */
    const ends = new Map<string, number>();
    for (const word of this.#words.keys()) {
      const behind = wholes.has(word) ? '' : this.#steady(word, 'behind');
      if (behind !== '') ends.set(behind, Math.max(ends.get(behind) ?? 0, this.#countOf(word)));
    }
    for (const word of this.#words.keys()) {
      if (wholes.has(word)) continue;
      const before = this.#steady(word, 'before');
      const begins = (ends.get(before) ?? 0) < this.#countOf(word);
      const whole = (begins ? before : '') + word + this.#steady(word, 'behind');
      if (whole !== word) wholes.set(word, whole);
    }
    return wholes;
  }

  #countOf(word: string): number {
    return this.#words.get(word)?.count ?? 0;
  }

  /** A word that the posts have elsewhere, and of which this one is nearly always a part: 微博之夜 of 博之夜 in 官/宣微/博之夜. */
  #knownWhole(word: string): string | undefined {
    const places = this.#words.get(word);
    if (places === undefined || places.count < LEAST) return undefined;
    for (const [found, { count }] of places.before)
      if (count >= SHARE * places.count && this.#countOf(found + word) >= LEAST) return found + word;
    for (const [found, { count }] of places.behind)
      if (count >= SHARE * places.count && this.#countOf(word + found) >= LEAST) return word + found;
    return undefined;
  }

  /** The characters that stand nearly always on one side of a word; empty where none do. */
  #steady(word: string, side: 'before' | 'behind'): string {
    const places = this.#words.get(word);
    if (places === undefined || places.count < LEAST) return '';
    let longest = '';
    let goesOn = 0;
    for (const [found, { count, alone }] of places[side]) {
      if (count < SHARE * places.count) continue;
      goesOn = Math.max(goesOn, found.length);
      if (alone >= ALONE * places.count && found.length > longest.length) longest = found;
    }
    // 早 of 高市/早苗 is a part itself.
    return longest.length === goesOn ? longest : '';
  }
}

function isHanWord(token: Token | undefined): token is Token {
  return token?.kind === 'word' && token.term === undefined && isHanUnit(token.text.charCodeAt(0));
}
