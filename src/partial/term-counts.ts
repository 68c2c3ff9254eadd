import { compareStrings } from '../base/compare.js';
import { CountMin, countMinKey } from '../counting/count-min.js';

/** Counts of days and terms that are kept one by one: 100 MB of them at most. */
const EXACT_TERMS = 1 << 20;

/** How many posts of a batch have each term, on one day: `counts[i]` have the term `ids[i]`. */
export interface BatchDay {
  /** `2025-11-28`; empty for posts without a time. */
  readonly day: string;
  /** Posts that were counted. */
  readonly documents: number;
  /** Places in the counter's list of terms. */
  readonly ids: Int32Array;
  readonly counts: Int32Array;
}

/** How many posts of a day have each term. */
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
  /** Terms by id. */
  #terms: string[] = [];
  readonly #ids = new Map<string, number>();
  /** By day: counts by id. */
  #exact: Map<string, Map<number, number>> | undefined = new Map();
  #sketch: CountMin | undefined;
  #pairs = 0;
  /** Of the lists of terms of counters: our id for each of theirs, as far as it was asked for. */
  readonly #known = new WeakMap<readonly string[], number[]>();

  constructor(limit: number = EXACT_TERMS) {
    this.#limit = limit;
  }

  /** Whether counts are kept one by one. */
  get isExact(): boolean {
    return this.#sketch === undefined;
  }

  add({ day, documents, terms, counts }: DayCounts): void {
    this.#addDocuments(day, documents);
    for (let index = 0; index < terms.length; index++) {
      this.#addTerm(day, terms[index], counts[index]);
    }
  }

  /** @param terms  the counter's list, the same one each time: its terms are looked up once. */
  addBatch({ day, documents, ids, counts }: BatchDay, terms: readonly string[]): void {
    this.#addDocuments(day, documents);
    let own = this.#known.get(terms);
    if (own === undefined) {
      own = [];
      this.#known.set(terms, own);
    }
    for (let index = 0; index < ids.length; index++) {
      const theirs = ids[index];
      const count = counts[index];
      if (this.#exact === undefined) {
        this.#addTerm(day, terms[theirs], count);
        continue;
      }
      for (let next = own.length; next <= theirs; next++) own.push(this.#id(terms[next]));
      this.#addId(this.#exact, day, own[theirs], count);
    }
  }

  #addDocuments(day: string, documents: number): void {
    this.#documents.set(day, (this.#documents.get(day) ?? 0) + documents);
  }

  #addTerm(day: string, term: string, count: number): void {
    if (this.#exact === undefined) this.#sketch?.add(countMinKey(day, term), count);
    else this.#addId(this.#exact, day, this.#id(term), count);
  }

  #id(term: string): number {
    let id = this.#ids.get(term);
    if (id === undefined) {
      id = this.#terms.length;
      this.#terms.push(term);
      this.#ids.set(term, id);
    }
    return id;
  }

  #addId(exact: Map<string, Map<number, number>>, day: string, id: number, count: number): void {
    let ofDay = exact.get(day);
    if (ofDay === undefined) {
      ofDay = new Map();
      exact.set(day, ofDay);
    }
    const known = ofDay.get(id);
    ofDay.set(id, (known ?? 0) + count);
    if (known === undefined && ++this.#pairs > this.#limit) this.#toSketch();
  }

  #toSketch(): CountMin {
    if (this.#sketch !== undefined) return this.#sketch;
    const sketch = new CountMin();
    for (const [day, counts] of this.#exact ?? []) {
      for (const [id, count] of counts) sketch.add(countMinKey(day, this.#terms[id]), count);
    }
    this.#exact = undefined;
    this.#terms = [];
    this.#ids.clear();
    this.#sketch = sketch;
    return sketch;
  }

  merge(other: TermCounts): this {
    for (const [day, documents] of other.#documents) this.#addDocuments(day, documents);
    if (other.#sketch !== undefined) this.#toSketch().merge(other.#sketch);
    for (const [day, counts] of other.#exact ?? []) {
      for (const [id, count] of counts) this.#addTerm(day, other.#terms[id], count);
    }
    return this;
  }

  /** Posts of a day with the term; from a sketch perhaps somewhat more. */
  count(day: string, term: string): number {
    if (this.#sketch !== undefined) return this.#sketch.count(countMinKey(day, term));
    const id = this.#ids.get(term);
    return id === undefined ? 0 : (this.#exact?.get(day)?.get(id) ?? 0);
  }

  /** Posts of a day that were counted. */
  documents(day: string): number {
    return this.#documents.get(day) ?? 0;
  }

  /** Posts of all days that were counted. */
  get allDocuments(): number {
    let all = 0;
    for (const documents of this.#documents.values()) all += documents;
    return all;
  }

  /** Days with what was counted of them, in order; terms in order too, none where they are in a sketch. */
  days(): DayCounts[] {
    return [...this.#documents]
      .sort((a, b) => compareStrings(a[0], b[0]))
      .map(([day, documents]) => {
        const pairs = [...(this.#exact?.get(day) ?? [])]
          .map(([id, count]) => [this.#terms[id], count] as const)
          .sort((a, b) => compareStrings(a[0], b[0]));
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
