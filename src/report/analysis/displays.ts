import { Spellings } from '../../counting/spellings.js';
import type { ShownNames } from './shown-names.js';

/** How each term is shown: the way in which it is written most, a name as the posts name it. */
export class Displays {
  readonly #shown: ShownNames;
  readonly #spellings = new Spellings();
  readonly #named = new Set<string>();

  constructor(shown: ShownNames) {
    this.#shown = shown;
  }

  count(terms: readonly { readonly key: string; readonly display: string; readonly named: boolean }[]): void {
    for (const { key, display, named } of terms) {
      this.#spellings.add(key, display);
      if (named) this.#named.add(key);
    }
  }

  of(key: string): string {
    return this.#shown.of(this.#spellings.of(key));
  }

  isNamed(key: string): boolean {
    return this.#named.has(key);
  }
}
