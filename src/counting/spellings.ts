import { compareStrings } from '../base/compare.js';
import { fold } from '../text/fold.js';
import type { Token, Tokenizer } from '../tokenizer/index.js';
import { CutNames } from './cut-names.js';
import type { StopWords } from './stop-words.js';
import type { CountingTerm } from './terms.js';

/** How each term is written: counts the ways, and shows it in the one that is most frequent, names whole. */
export class Spellings {
  readonly #counts = new Map<string, Map<string, number>>();
  readonly #cut: CutNames;
  /** Undefined while texts are added. */
  #joint: ReadonlyMap<string, string> | undefined;

  constructor(stopWords: StopWords, tokenizer: Tokenizer) {
    this.#cut = new CutNames(
      (word) => stopWords.has(word),
      (word) => tokenizer.frequencyOf(word) !== undefined,
    );
  }

  /** @param tokens  of one text, of which the terms were made. */
  add(tokens: readonly Token[], terms: readonly CountingTerm[]): void {
    this.#joint = undefined;
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
   * Keys of a text, one for all that is shown as the same: a name cut in pieces or now and then not (国色, 芳华), a word that is a tag
   * elsewhere (technology, #technology). To be asked once all texts are added. O(keys).
   */
  joined(keys: readonly string[]): string[] {
    this.#joint ??= this.#joinShown();
    const joined: string[] = [];
    for (const [index, key] of keys.entries()) {
      const one = this.#joint.get(key) ?? key;
      // Two pieces beside each other are one name.
      const isRest = joined.at(-1) === one && key !== keys[index - 1];
      if (!isRest) joined.push(one);
    }
    return joined;
  }

  /** Of each key that is shown as another one is, the one that is met most often. */
  #joinShown(): Map<string, string> {
    const best = new Map<string, { readonly key: string; readonly count: number }>();
    const shown = new Map<string, string>();
    const names = new Set<string>();
    for (const key of this.#counts.keys()) if (key !== fold(key)) names.add(this.of(key));
    for (const [key, counts] of this.#counts) {
      let count = 0;
      for (const times of counts.values()) count += times;
      // Of words and tags, whose keys are folded, the case says nothing; but Apple and apple are two.
      const display = key !== fold(key) || names.has(this.of(key)) ? this.of(key) : fold(this.of(key));
      shown.set(key, display);
      const other = best.get(display);
      if (other === undefined || count > other.count || (count === other.count && key < other.key))
        best.set(display, { key, count });
    }
    const joint = new Map<string, string>();
    for (const [key, display] of shown) {
      const one = best.get(display)?.key ?? key;
      if (one !== key) joint.set(key, one);
    }
    return joint;
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
