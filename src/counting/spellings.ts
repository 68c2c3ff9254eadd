import { compareStrings } from '../base/compare.js';
import type { Token } from '../tokenizer/index.js';
import { CutNames } from './cut-names.js';
import type { StopWords } from './stop-words.js';
import type { CountingTerm } from './terms.js';

/** How each term is written: counts the ways, and shows it in the one that is most frequent, names whole. */
export class Spellings {
  readonly #counts = new Map<string, Map<string, number>>();
  readonly #cut: CutNames;

  constructor(stopWords: StopWords) {
    this.#cut = new CutNames((word) => stopWords.has(word));
  }

  /** @param tokens  of one text, of which the terms were made. */
  add(tokens: readonly Token[], terms: readonly CountingTerm[]): void {
    this.#cut.count(tokens);
    for (const { key, display } of terms) {
      const counts = this.#counts.get(key) ?? new Map<string, number>();
      this.#counts.set(key, counts);
      counts.set(display, (counts.get(display) ?? 0) + 1);
    }
  }

  /** The most frequent spelling, of equals the first by code units; the key itself where none was added. */
  of(key: string): string {
    return this.#cut.whole(this.#written(key));
  }

  /**
   * Keys of a text with one for each name, though it come in pieces or now and then whole. To be asked once all texts are added.
   * O(keys).
   */
  joined(keys: readonly string[]): string[] {
    const joined: string[] = [];
    for (const key of keys) {
      const name = this.#keyOf(key);
      // 国色 and 芳华 behind it are one name.
      if (name === key || joined.at(-1) !== name) joined.push(name);
    }
    return joined;
  }

  #keyOf(key: string): string {
    const written = this.#written(key);
    const piece = this.#cut.pieceOf(written);
    return piece === written || !this.#counts.has(piece) ? key : piece;
  }

  /** Whether it is a part of the name that is shown. */
  isCut(key: string): boolean {
    const written = this.#written(key);
    return this.#cut.whole(written) !== written;
  }

  #written(key: string): string {
    let best = key;
    let most = 0;
    for (const [spelling, count] of this.#counts.get(key) ?? []) {
      if (count > most || (count === most && compareStrings(spelling, best) < 0)) {
        best = spelling;
        most = count;
      }
    }
    return best;
  }
}
