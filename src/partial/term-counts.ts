import { compareStrings } from '../base/compare.js';
import { CountMin, countMinKey } from '../counting/count-min.js';

/** Counts of days and terms that are kept one by one: 100 MB of them at most. */
export const EXACT_TERMS = 1 << 20;

/** How many posts of a batch have each term, by day. */
export interface DayCounts {
  /** `2025-11-28`; empty for posts without a time. */
  readonly day: string;
  /** Posts that were counted. */
  readonly documents: number;
  readonly terms: readonly string[];
  readonly counts: readonly number[];
}

/**
 * In how many posts of each day each term stands. Exact up to {@link EXACT_TERMS} pairs of day and term; with more,
 * all of them are counted in a count-min sketch. Which of the two depends on what was counted alone, and not on how it
 * was divided.
 */
export class TermCounts {
  readonly #limit: number;
  readonly #documents = new Map<string, number>();
  #exact: Map<string, Map<string, number>> | undefined = new Map();
  #sketch: CountMin | undefined;
  #pairs = 0;

  constructor(limit: number = EXACT_TERMS) {
    this.#limit = limit;
  }

  /** Whether counts are kept one by one. */
  get isExact(): boolean {
    return this.#sketch === undefined;
  }

  add({ day, documents, terms, counts }: DayCounts): void {
    this.#documents.set(day, (this.#documents.get(day) ?? 0) + documents);
    for (let index = 0; index < terms.length; index++) {
      this.#addTerm(day, terms[index] as string, counts[index] as number);
    }
  }

  #addTerm(day: string, term: string, count: number): void {
    if (this.#exact === undefined) {
      this.#sketch?.add(countMinKey(day, term), count);
      return;
    }
    let ofDay = this.#exact.get(day);
    if (ofDay === undefined) {
      ofDay = new Map();
      this.#exact.set(day, ofDay);
    }
    const known = ofDay.get(term);
    ofDay.set(term, (known ?? 0) + count);
    if (known === undefined && ++this.#pairs > this.#limit) this.#toSketch();
  }

  #toSketch(): CountMin {
    if (this.#sketch !== undefined) return this.#sketch;
    const sketch = new CountMin();
    for (const [day, terms] of this.#exact ?? []) {
      for (const [term, count] of terms) sketch.add(countMinKey(day, term), count);
    }
    this.#exact = undefined;
    this.#sketch = sketch;
    return sketch;
  }

  merge(other: TermCounts): this {
    for (const [day, documents] of other.#documents) {
      this.#documents.set(day, (this.#documents.get(day) ?? 0) + documents);
    }
    if (other.#sketch !== undefined) this.#toSketch().merge(other.#sketch);
    for (const [day, terms] of other.#exact ?? []) {
      for (const [term, count] of terms) this.#addTerm(day, term, count);
    }
    return this;
  }

  /** Posts of a day with the term; from a sketch perhaps somewhat more. */
  count(day: string, term: string): number {
    if (this.#sketch !== undefined) return this.#sketch.count(countMinKey(day, term));
    return this.#exact?.get(day)?.get(term) ?? 0;
  }

  /** Posts of a day that were counted. */
  documents(day: string): number {
    return this.#documents.get(day) ?? 0;
  }

  /** Days with what was counted of them, in order; terms in order too, none where they are in a sketch. */
  days(): DayCounts[] {
    return [...this.#documents]
      .sort((a, b) => compareStrings(a[0], b[0]))
      .map(([day, documents]) => {
        const pairs = [...(this.#exact?.get(day) ?? [])].sort((a, b) => compareStrings(a[0], b[0]));
        return {
          day,
          documents,
          terms: pairs.map(([term]) => term),
          counts: pairs.map(([, count]) => count),
        };
      });
  }

  get sketch(): CountMin | undefined {
    return this.#sketch;
  }

  static of(days: readonly DayCounts[], sketch: CountMin | undefined): TermCounts {
    const counts = new TermCounts();
    if (sketch !== undefined) {
      counts.#exact = undefined;
      counts.#sketch = sketch;
    }
    for (const day of days) counts.add(day);
    return counts;
  }
}
