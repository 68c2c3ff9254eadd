import { checkInstance, checkIterable, checkString } from '../base/check.js';
import { compareStrings } from '../base/compare.js';
import { RedianError } from '../errors.js';

/** A {@link DocumentCounts} as plain data. */
export interface DocumentCountsState {
  readonly format: 'redian-document-counts';
  readonly version: 1;
  readonly documents: number;
  /** Term and the number of documents that have it, in order of the term. */
  readonly terms: readonly (readonly [string, number])[];
}

/**
 * In how many documents each term occurs. Counting two sets apart and merging them equals counting them together.
 */
export class DocumentCounts {
  documents = 0;
  readonly #counts = new Map<string, number>();

  /**
   * Counts a document by its terms; repetitions count once.
   * @throws {RedianError} INVALID_ARGUMENT for a text that is not cut into terms, and for terms that are no strings.
   */
  add(terms: Iterable<string>): void {
    checkIterable('terms', terms, 'terms, one string each');
    const distinct = new Set(terms);
    for (const term of distinct) if (typeof term !== 'string') checkString('terms', term);
    this.documents++;
    for (const term of distinct) this.#counts.set(term, (this.#counts.get(term) ?? 0) + 1);
  }

  /** Adds the counts of another set to this one. */
  merge(other: DocumentCounts): this {
    checkInstance('other', other, 'DocumentCounts', DocumentCounts);
    this.documents += other.documents;
    for (const [term, count] of other.#counts) this.#counts.set(term, (this.#counts.get(term) ?? 0) + count);
    return this;
  }

  count(term: string): number {
    return this.#counts.get(term) ?? 0;
  }

  /** Terms and counts, in the order in which they were met. */
  entries(): IterableIterator<[string, number]> {
    return this.#counts.entries();
  }

  toJSON(): DocumentCountsState {
    const terms = [...this.#counts].sort((a, b) => compareStrings(a[0], b[0]));
    return { format: 'redian-document-counts', version: 1, documents: this.documents, terms };
  }

  /** @throws {RedianError} INVALID_DATA if the value is no such state. */
  static from(state: DocumentCountsState): DocumentCounts {
    if (
      state?.format !== 'redian-document-counts' ||
      state.version !== 1 ||
      !Number.isInteger(state.documents) ||
      !Array.isArray(state.terms) ||
      !state.terms.every(
        (pair: unknown) =>
          Array.isArray(pair) && typeof pair[0] === 'string' && pair[1] > 0 && pair[1] <= state.documents,
      )
    ) {
      throw new RedianError(
        'INVALID_DATA',
        'document counts: expected the state of version 1 that toJSON gives',
      );
    }
    const counts = new DocumentCounts();
    counts.documents = state.documents;
    for (const [term, count] of state.terms) counts.#counts.set(term, count);
    return counts;
  }
}
