import { fold, foldUnit } from './fold.js';
import type { UnitText } from './unit-text.js';

/** First units that are told apart, a power of two. */
const FIRSTS = 128;

/**
 * Words written as one text, which becomes a set when it is first asked, so that an import does not wait for it. Most words
 * that are none of them are told by first unit and length, without making or hashing a string.
 */
export class WordSet {
  readonly #text: string;
  readonly #separator: string;
  #words: ReadonlySet<string> | undefined;
  /** By first unit: bit (length mod 32) of each word. */
  readonly #lengths = new Int32Array(FIRSTS);

  /** @param separator  what stands between two words; empty where each character is one. */
  constructor(text: string, separator = ' ') {
    this.#text = text;
    this.#separator = separator;
  }

  has(word: string): boolean {
    return word.length > 0 && this.#mayHave(word.charCodeAt(0), word.length) && this.#set().has(word);
  }

  /** Whether text[start, end) is one of the words. */
  hasSlice(text: UnitText, start: number, end: number): boolean {
    return (
      end > start &&
      this.#mayHave(text.charCodeAt(start), end - start) &&
      this.#set().has(text.slice(start, end))
    );
  }

  /** Whether text[start, end), folded, is one of the words. */
  hasFolded(text: UnitText, start: number, end: number): boolean {
    return (
      end > start &&
      this.#mayHave(foldUnit(text.charCodeAt(start)), end - start) &&
      this.#set().has(fold(text.slice(start, end)))
    );
  }

  #mayHave(first: number, length: number): boolean {
    this.#set();
    return ((this.#lengths[first & (FIRSTS - 1)] as number) & (1 << length)) !== 0;
  }

  #set(): ReadonlySet<string> {
    this.#words ??= this.#build();
    return this.#words;
  }

  #build(): ReadonlySet<string> {
    const words = new Set(this.#text.split(this.#separator));
    for (const word of words) this.#lengths[word.charCodeAt(0) & (FIRSTS - 1)] |= 1 << word.length;
    return words;
  }
}
