import { compareStrings } from '../base/compare.js';

/** Two words are one name if they stand together so often, in these shares of the places of one and of the other. */
const LEAST = 5;
const SHARE = 0.9;
const SHARE_OF_OTHER = 0.8;

/** Words that hardly stand without each other: 国色 and 芳华, 迪丽 and 热巴. */
export class WordPairs {
  readonly #counts = new Map<string, Map<string, number>>();

  /** Two words that stand beside each other. */
  count(first: string, second: string): void {
    const seconds = this.#counts.get(first) ?? new Map<string, number>();
    this.#counts.set(first, seconds);
    seconds.set(second, (seconds.get(second) ?? 0) + 1);
  }

  /**
   * The pairs that are names, no word in two of them: of such the one that is met more often.
   *
   * @param least  places at which a pair is met, at least.
   * @param countOf  places of a word. O(pairs counted).
   */
  names(countOf: (word: string) => number, least = LEAST): (readonly [first: string, second: string])[] {
    const found: { readonly first: string; readonly second: string; readonly count: number }[] = [];
    for (const [first, seconds] of this.#counts) {
      for (const [second, count] of seconds) {
        if (count < least || first === second) continue;
        const places = [countOf(first), countOf(second)].sort((a, b) => a - b) as [number, number];
        if (count >= SHARE * places[0] && count >= SHARE_OF_OTHER * places[1])
          found.push({ first, second, count });
      }
    }
    found.sort(
      (a, b) => b.count - a.count || compareStrings(a.first, b.first) || compareStrings(a.second, b.second),
    );
    const taken = new Set<string>();
    const names: (readonly [string, string])[] = [];
    for (const { first, second } of found) {
      if (taken.has(first) || taken.has(second)) continue;
      taken.add(first).add(second);
      names.push([first, second]);
    }
    return names;
  }
}
