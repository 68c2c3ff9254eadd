import {
  checkArray,
  checkFormat,
  checkIterable,
  checkMethods,
  checkNew,
  checkNumber,
  checkString,
  readState,
} from '../base/check.js';
import { compareStrings } from '../base/compare.js';

/** A {@link DocumentCounts} as plain data. */
export interface DocumentCountsState {
  readonly format: 'redian-document-counts';
  readonly version: 1;
  readonly documents: number;
  /** Term and the number of documents that have it, in order of the term. */
  readonly terms: readonly (readonly [string, number])[];
}

/** Throws unless `value` is a {@link DocumentCounts}, of whatever copy of the package. */
export function checkDocumentCounts(name: string, value: unknown): void {
  checkMethods(name, value, 'DocumentCounts', ['count', 'entries', 'merge']);
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
    checkDocumentCounts('other', other);
    this.documents += other.documents;
    for (const [term, count] of other.entries())
      this.#counts.set(term, (this.#counts.get(term) ?? 0) + count);
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
    return readState('document counts', () => {
      checkFormat(state, 'redian-document-counts', 1);
      const { documents, terms } = state;
      checkNumber('documents', documents, { min: 0, integer: true });
      checkArray('terms', terms, 'pairs of a term and its count');
      const counts = new DocumentCounts();
      counts.documents = documents;
      for (const [index, pair] of terms.entries()) {
        const name = `terms[${index}]`;
        checkArray(name, pair, 'a term and its count');
        checkString(`${name}[0]`, pair[0]);
        checkNew(`${name}[0]`, pair[0], counts.#counts.has(pair[0]));
        checkNumber(`${name}[1]`, pair[1], { min: 1, max: documents, integer: true });
        counts.#counts.set(pair[0], pair[1]);
      }
      return counts;
    });
  }
}
