import { hashText } from '../base/hash.js';
import type { Bags, WordVectors } from '../vectors/index.js';
import type { Rows } from './gsdmm.js';
import type { TopicDocument } from './topic.js';

export interface Prepared {
  /** Counted terms of documents with different terms, once each. */
  readonly rows: Rows;
  /** Terms of each row that the vectors know, counted or not; empty rows without vectors. */
  readonly bags: Bags;
  /** Term of each id, the counted ones first. */
  readonly words: readonly string[];
  /** Row of each document, -1 for one that has nothing to be placed by. */
  readonly rowOf: Int32Array;
}

/** Where a term is neither counted nor known by the vectors. */
const UNKNOWN = -1;
/** Terms of a document from which its row is sorted when it is whole. */
const LONG = 64;

/**
 * Terms of one document alone say nothing of topics, and terms of nearly all documents neither; with vectors they
 * say where their document belongs. Rows and numbers of terms hang on what the documents are, not on their order.
 */
export function prepare(documents: readonly TopicDocument[], vectors?: WordVectors): Prepared {
  const { starts, tokens, terms, frequencies, texts, spread } = intern(documents);
  const order = orderByContent(starts, tokens, terms);
  const byFirst = inOrderOfFirst(order, starts, tokens, terms.length);
  const least = documents.length >= 50 ? 2 : 1;
  const most = texts >= 20 ? texts * 0.3 : texts;
  const idOf = new Int32Array(terms.length).fill(UNKNOWN);
  const words: string[] = [];
  const isCounted = (term: number): boolean =>
    (frequencies[term] as number) >= least && (spread[term] as number) <= most;
  for (const term of byFirst) if (isCounted(term)) idOf[term] = words.push(terms[term] as string) - 1;
  const counted = words.length;
  if (vectors !== undefined) {
    for (const term of byFirst) {
      const word = terms[term] as string;
      if (!isCounted(term) && vectors.has(word)) idOf[term] = words.push(word) - 1;
    }
  }

  const rowOf = new Int32Array(documents.length).fill(-1);
  // Rows as counted ids and, behind them, those that only vectors know; both in ascending order.
  const keys = new Int32Array(tokens.length);
  const keyStarts = new Int32Array(documents.length + 1);
  const byHash = new HashHeads(documents.length);
  let rows = 0;
  for (const index of order) {
    const from = keyStarts[rows] as number;
    let to = from;
    let hash = 0;
    // Short rows are sorted as they are filled; a long one would take the square of its length so.
    const isLong = (starts[index + 1] as number) - (starts[index] as number) > LONG;
    for (let i = starts[index] as number; i < (starts[index + 1] as number); i++) {
      const id = idOf[tokens[i] as number] as number;
      if (id === UNKNOWN) continue;
      let at = to++;
      while (!isLong && at > from && (keys[at - 1] as number) > id) {
        keys[at] = keys[at - 1] as number;
        at--;
      }
      keys[at] = id;
    }
    if (to === from) continue;
    if (isLong) keys.subarray(from, to).sort();
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ (keys[i] as number), 0x9e3779b1) ^ (hash >>> 15);
    let row = byHash.first(hash);
    while (row >= 0 && !isSame(keys, keyStarts[row] as number, keyStarts[row + 1] as number, from, to)) {
      row = byHash.next(row);
    }
    if (row < 0) {
      row = rows++;
      keyStarts[rows] = to;
      byHash.add(hash, row);
    }
    rowOf[index] = row;
  }
  return { ...split(keys, keyStarts, rows, counted, vectors !== undefined), words, rowOf };
}

/** Documents in an order that hangs on their terms alone: that of a hash of these. O(n log n). */
function orderByContent(starts: Int32Array, tokens: Int32Array, terms: readonly string[]): Uint32Array {
  const lows = new Int32Array(terms.length);
  const highs = new Int32Array(terms.length);
  for (const [term, word] of terms.entries()) [lows[term], highs[term]] = hashText(word) as [number, number];
  const keys = new Float64Array(starts.length - 1);
  for (let index = 0; index < keys.length; index++) {
    let low = 0;
    let high = 0;
    for (let i = starts[index] as number; i < (starts[index + 1] as number); i++) {
      const term = tokens[i] as number;
      low = Math.imul(low ^ (lows[term] as number), 0x9e3779b1) ^ (low >>> 15);
      high = Math.imul(high ^ (highs[term] as number), 0x85ebca6b) ^ (high >>> 13);
    }
    keys[index] = (high >>> 11) * 2 ** 32 + (low >>> 0);
  }
  const order = Uint32Array.from(keys, (_, index) => index);
  return order.sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b);
}

/** Terms in the order in which documents in theirs have them first. */
function inOrderOfFirst(
  order: Uint32Array,
  starts: Int32Array,
  tokens: Int32Array,
  count: number,
): Uint32Array {
  const isSeen = new Uint8Array(count);
  const terms = new Uint32Array(count);
  let seen = 0;
  for (const index of order) {
    for (let i = starts[index] as number; i < (starts[index + 1] as number); i++) {
      const term = tokens[i] as number;
      if (isSeen[term] === 1) continue;
      isSeen[term] = 1;
      terms[seen++] = term;
    }
  }
  return terms;
}

/** Numbers by hash, in one table with a list at each place. */
class HashHeads {
  readonly #heads: Int32Array;
  readonly #next: Int32Array;

  constructor(numbers: number) {
    let capacity = 16;
    while (capacity < numbers) capacity *= 2;
    this.#heads = new Int32Array(capacity).fill(-1);
    this.#next = new Int32Array(numbers);
  }

  /** The number that was last added at the place of this hash, -1 for none. */
  first(hash: number): number {
    return this.#heads[this.#place(hash)] as number;
  }

  /** The one that was added there before. */
  next(number: number): number {
    return this.#next[number] as number;
  }

  add(hash: number, number: number): void {
    const place = this.#place(hash);
    this.#next[number] = this.#heads[place] as number;
    this.#heads[place] = number;
  }

  #place(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.#heads.length - 1);
  }
}

interface Interned {
  readonly starts: Int32Array;
  readonly tokens: Int32Array;
  readonly terms: readonly string[];
  /** Documents that have each term. */
  readonly frequencies: ArrayLike<number>;
  /** Documents that are no copies of others, and how many of them have each term. */
  readonly texts: number;
  readonly spread: ArrayLike<number>;
}

function intern(documents: readonly TopicDocument[]): Interned {
  let length = 0;
  for (const { terms } of documents) length += terms.length;
  const starts = new Int32Array(documents.length + 1);
  const tokens = new Int32Array(length);
  const numbers = new Map<string, number>();
  const frequencies: number[] = [];
  const spread: number[] = [];
  const last: number[] = [];
  const byHash = new HashHeads(documents.length);
  let texts = 0;
  const terms: string[] = [];
  let at = 0;
  for (let index = 0; index < documents.length; index++) {
    for (const term of (documents[index] as TopicDocument).terms) {
      let number = numbers.get(term);
      if (number === undefined) {
        number = terms.push(term) - 1;
        numbers.set(term, number);
        frequencies.push(0);
        spread.push(0);
        last.push(-1);
      }
      if (last[number] !== index) {
        last[number] = index;
        frequencies[number] = (frequencies[number] as number) + 1;
      }
      tokens[at++] = number;
    }
    starts[index + 1] = at;
    // A copy, as of a headline that thousands repeat, does not make its words common.
    const from = starts[index] as number;
    let hash = 0;
    for (let i = from; i < at; i++)
      hash = Math.imul(hash ^ (tokens[i] as number), 0x9e3779b1) ^ (hash >>> 15);
    let other = byHash.first(hash);
    while (other >= 0 && !isSame(tokens, starts[other] as number, starts[other + 1] as number, from, at)) {
      other = byHash.next(other);
    }
    if (other >= 0) continue;
    byHash.add(hash, index);
    texts++;
    for (let i = from; i < at; i++) {
      const number = tokens[i] as number;
      if (last[number] !== ~index) spread[number] = (spread[number] as number) + 1;
      last[number] = ~index;
    }
  }
  return { starts, tokens, terms, frequencies, texts, spread };
}

function isSame(keys: Int32Array, from: number, to: number, otherFrom: number, otherTo: number): boolean {
  if (to - from !== otherTo - otherFrom) return false;
  for (let i = 0; i < to - from; i++) if (keys[from + i] !== keys[otherFrom + i]) return false;
  return true;
}

function split(
  keys: Int32Array,
  keyStarts: Int32Array,
  count: number,
  counted: number,
  hasVectors: boolean,
): { rows: Rows; bags: Bags } {
  // Words behind the counted ones are there because the vectors know them; counted ones may get a vector yet.
  const total = keyStarts[count] as number;
  const starts = new Int32Array(count + 1);
  const ids = new Int32Array(total);
  const bagStarts = new Int32Array(count + 1);
  const bag = new Int32Array(hasVectors ? total : 0);
  let at = 0;
  let bagAt = 0;
  for (let row = 0; row < count; row++) {
    for (let i = keyStarts[row] as number; i < (keyStarts[row + 1] as number); i++) {
      const id = keys[i] as number;
      if (id < counted) ids[at++] = id;
      if (hasVectors) bag[bagAt++] = id;
    }
    starts[row + 1] = at;
    bagStarts[row + 1] = bagAt;
  }
  return {
    rows: { starts, ids: ids.slice(0, at), terms: counted },
    bags: { starts: bagStarts, ids: bag.slice(0, bagAt) },
  };
}
