import {
  checkArray,
  checkChoice,
  checkFormat,
  checkIterable,
  checkMethods,
  checkNumber,
  checkOptions,
  checkString,
  checkStrings,
  checkSwitch,
  type OptionNames,
  readState,
} from '../base/check.js';
import { compareCodePoints } from '../base/compare.js';
import { ln } from '../base/math.js';
import { DocumentCounts, type DocumentCountsState } from '../counting/document-counts.js';
import { RedianError } from '../errors.js';

export interface TfIdfOptions {
  /** Add one to document frequencies, as if one more document had every term. Default: true. */
  readonly smoothIdf?: boolean | undefined;
  /** 1 + ln(tf) instead of tf. Default: false. */
  readonly sublinearTf?: boolean | undefined;
  /** Documents that a term needs at least; below 1 a share of the documents. Default: 1. */
  readonly minDf?: number | undefined;
  /** Documents that a term may have at most; up to 1 a share. Default: 1 (all). */
  readonly maxDf?: number | undefined;
  /** Shortest and longest n-gram, joined by a space. Default: [1, 1]. */
  readonly ngrams?: readonly [number, number] | undefined;
  /** Default: l2. */
  readonly norm?: 'l1' | 'l2' | 'none' | undefined;
}

/** Options with their defaults filled in. */
/** Options with all defaults filled in. */
export type SettledTfIdfOptions = { readonly [K in keyof TfIdfOptions]-?: NonNullable<TfIdfOptions[K]> };

const tfIdfOptions: OptionNames<TfIdfOptions> = {
  smoothIdf: true,
  sublinearTf: true,
  minDf: true,
  maxDf: true,
  ngrams: true,
  norm: true,
};

/** Weights in compressed rows: row d has columns[i], values[i] for i in [starts[d], starts[d + 1]). */
export interface SparseMatrix {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  readonly width: number;
}

export interface TfIdfState {
  readonly format: 'redian-tf-idf';
  readonly version: 1;
  readonly options: SettledTfIdfOptions;
  readonly counts: DocumentCountsState;
}

/**
 * TF-IDF over a corpus of tokenized documents, with the definitions of scikit-learn's TfidfVectorizer:
 * idf = ln((1 + n) / (1 + df)) + 1 when smooth, ln(n / df) + 1 when not; columns in order of the terms.
 *
 * `add` documents one by one, `merge` models counted apart, then `transform`.
 */
export class TfIdf {
  readonly #options: SettledTfIdfOptions;
  #counts = new DocumentCounts();
  #columns: ReadonlyMap<string, number> | undefined;
  #terms: readonly string[] = [];

  constructor(options: TfIdfOptions = {}) {
    checkOptions(options, tfIdfOptions);
    const { minDf = 1, maxDf = 1, ngrams = [1, 1], norm = 'l2' } = options;
    const smoothIdf = checkSwitch('smoothIdf', options.smoothIdf, true);
    const sublinearTf = checkSwitch('sublinearTf', options.sublinearTf);
    this.#options = { smoothIdf, sublinearTf, minDf, maxDf, ngrams, norm };
    checkChoice('norm', this.#options.norm, ['l1', 'l2', 'none']);
    checkNumber('minDf', this.#options.minDf, { min: 0 });
    checkNumber('maxDf', this.#options.maxDf, { min: 0 });
    checkArray('ngrams', this.#options.ngrams, 'two numbers');
    const [least, most] = this.#options.ngrams;
    checkNumber('ngrams[0]', least, { min: 1, integer: true });
    checkNumber('ngrams[1]', most, { min: least, integer: true });
  }

  get documents(): number {
    return this.#counts.documents;
  }

  /**
   * Counts a document.
   * @throws {RedianError} INVALID_ARGUMENT if it is no array of strings.
   */
  add(tokens: readonly string[]): this {
    checkStrings('tokens', tokens);
    this.#counts.add(this.#grams(tokens));
    this.#columns = undefined;
    return this;
  }

  /** Adds what another model of the same options counted. */
  merge(other: TfIdf): this {
    checkMethods('other', other, 'TfIdf', ['terms', 'transform', 'toJSON']);
    const own = #counts in other ? other : TfIdf.from((other as TfIdf).toJSON());
    if (JSON.stringify(own.#options) !== JSON.stringify(this.#options)) {
      throw new RedianError(
        'INVALID_ARGUMENT',
        'merge: expected a model with the same options, got one with others',
      );
    }
    this.#counts.merge(own.#counts);
    this.#columns = undefined;
    return this;
  }

  /** Terms that passed minDf and maxDf, in order of their code points: the columns of {@link transform}. */
  terms(): readonly string[] {
    this.#index();
    return this.#terms;
  }

  /** Of a term; of one that no document has, when not smooth, as if one had it. */
  idf(term: string): number {
    checkString('term', term);
    const { documents } = this.#counts;
    const df = this.#counts.count(term);
    const add = this.#options.smoothIdf ? 1 : 0;
    return ln(Math.max(1, documents + add) / Math.max(1, df + add)) + 1;
  }

  /** Weights of documents, one row each; terms that were never counted are left out. */
  transform(documents: Iterable<readonly string[]>): SparseMatrix {
    checkIterable('documents', documents, 'arrays of strings');
    const index = this.#index();
    const starts = [0];
    const columns: number[] = [];
    const values: number[] = [];
    let document = 0;
    for (const tokens of documents) {
      checkStrings(`documents[${document++}]`, tokens);
      const row = new Map<number, number>();
      for (const gram of this.#grams(tokens)) {
        const column = index.get(gram);
        if (column !== undefined) row.set(column, (row.get(column) ?? 0) + 1);
      }
      const cells = [...row].sort((a, b) => a[0] - b[0]);
      const weights = cells.map(([column, count]) => {
        const tf = this.#options.sublinearTf ? 1 + ln(count) : count;
        return tf * this.idf(this.#terms[column] as string);
      });
      const norm = this.#norm(weights);
      for (const [i, [column]] of cells.entries()) {
        columns.push(column);
        values.push((weights[i] as number) / norm);
      }
      starts.push(columns.length);
    }
    return {
      starts: Int32Array.from(starts),
      columns: Int32Array.from(columns),
      values: Float64Array.from(values),
      width: this.#terms.length,
    };
  }

  toJSON(): TfIdfState {
    return { format: 'redian-tf-idf', version: 1, options: this.#options, counts: this.#counts.toJSON() };
  }

  /** @throws {RedianError} INVALID_DATA if the value is no such state. */
  static from(state: TfIdfState): TfIdf {
    return readState('TF-IDF', () => {
      checkFormat(state, 'redian-tf-idf', 1);
      const model = new TfIdf(state.options ?? null);
      model.#counts = DocumentCounts.from(state.counts);
      return model;
    });
  }

  #norm(weights: readonly number[]): number {
    let sum = 0;
    if (this.#options.norm === 'l1') for (const weight of weights) sum += Math.abs(weight);
    else if (this.#options.norm === 'l2') for (const weight of weights) sum += weight * weight;
    else return 1;
    return (this.#options.norm === 'l2' ? Math.sqrt(sum) : sum) || 1;
  }

  #index(): ReadonlyMap<string, number> {
    if (this.#columns !== undefined) return this.#columns;
    const { documents } = this.#counts;
    const bound = (value: number, whole: boolean): number => (whole ? value : value * documents);
    const least = bound(this.#options.minDf, this.#options.minDf >= 1);
    const most = bound(this.#options.maxDf, this.#options.maxDf > 1);
    const kept: string[] = [];
    for (const [term, count] of this.#counts.entries()) if (count >= least && count <= most) kept.push(term);
    this.#terms = kept.sort(compareCodePoints);
    this.#columns = new Map(this.#terms.map((term, column) => [term, column]));
    return this.#columns;
  }

  #grams(tokens: readonly string[]): string[] {
    const [least, most] = this.#options.ngrams;
    if (most === 1) return [...tokens];
    const grams: string[] = [];
    for (let size = least; size <= most; size++) {
      for (let at = 0; at + size <= tokens.length; at++) grams.push(tokens.slice(at, at + size).join(' '));
    }
    return grams;
  }
}
