import { compareStrings } from '../base/compare.js';

/** How each key is written: counts the ways, and shows it in the one that is most frequent. */
export class Spellings {
  readonly #counts = new Map<string, Map<string, number>>();

  add(key: string, spelling: string): void {
    const counts = this.#counts.get(key) ?? new Map<string, number>();
    this.#counts.set(key, counts);
    counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
  }

  /** The most frequent spelling, of equals the first by code units; the key itself where none was added. */
  of(key: string): string {
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
