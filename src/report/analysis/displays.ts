import type { CutNames } from '../../counting/cut-names.js';
import { Spellings } from '../../counting/spellings.js';
import type { CountingTerm } from '../../counting/terms.js';
import type { Token } from '../../tokenizer/index.js';
import type { ShownNames } from './shown-names.js';

/** How each term is shown: the way in which it is written most, a name as the posts name it and without a character cut off. */
export class Displays {
  readonly #shown: ShownNames;
  readonly #cut: CutNames;
  readonly #spellings = new Spellings();
  readonly #named = new Set<string>();

  constructor(shown: ShownNames, cut: CutNames) {
    this.#shown = shown;
    this.#cut = cut;
  }

  /** @param tokens  of one post, of which the terms were made. */
  count(tokens: readonly Token[], terms: readonly CountingTerm[]): void {
    this.#cut.count(tokens);
    for (const { key, display, named } of terms) {
      this.#spellings.add(key, display);
      if (named) this.#named.add(key);
    }
  }

  of(key: string): string {
    return this.#cut.whole(this.#shown.of(this.#spellings.of(key)));
  }

  isNamed(key: string): boolean {
    return this.#named.has(key);
  }
}
