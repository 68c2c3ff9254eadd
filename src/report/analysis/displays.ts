import { Spellings } from '../../counting/spellings.js';
import type { StopWords } from '../../counting/stop-words.js';
import type { CountingTerm } from '../../counting/terms.js';
import type { Token, Tokenizer } from '../../tokenizer/index.js';
import type { ShownNames } from './shown-names.js';

/** How each term is shown: the way in which it is written most, a name as the posts name it and without a character cut off. */
export class Displays {
  readonly #shown: ShownNames;
  readonly #spellings: Spellings;
  readonly #named = new Set<string>();

  constructor(shown: ShownNames, stopWords: StopWords, tokenizer: Tokenizer) {
    this.#shown = shown;
    this.#spellings = new Spellings(stopWords, tokenizer);
  }

  /** @param tokens  of one post, of which the terms were made. */
  count(tokens: readonly Token[], terms: readonly CountingTerm[]): void {
    this.#spellings.add(tokens, terms);
    for (const { key, named } of terms) if (named) this.#named.add(key);
  }

  /** Terms of a post with one key for each name; to be asked once all posts are counted. */
  joined(keys: readonly string[]): string[] {
    return this.#spellings.joined(keys);
  }

  of(key: string): string {
    return this.#shown.has(key) ? this.#shown.of(key) : this.#spellings.of(key);
  }

  /** Whether it is shown with characters that were cut off: what is counted of the rest elsewhere is of another word. */
  isCut(key: string): boolean {
    return this.#spellings.isCut(key);
  }

  isNamed(key: string): boolean {
    return this.#named.has(key);
  }
}
