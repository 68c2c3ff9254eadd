import type { KeyTable } from './content-keys.js';

/** So many posts of a key are looked at, evenly over all of them. */
const LOOKED_AT = 64;

/**
 * How alike the posts are that hold a key, by their other keys: near 0 for a name of which everyone tells something else, high
 * for one that is in the news for one reason.
 */
export class Coherence {
  readonly #table: KeyTable;
  readonly #documents: readonly Int32Array[];
  /** Documents of each key, one after the other, from #starts on. */
  readonly #starts: Int32Array;
  readonly #postings: Int32Array;
  /** -1 where it is not known yet. */
  readonly #known: Float64Array;
  readonly #sums: Float64Array;

  /** @param documents  keys of the posts that the table counted, in that order. */
  constructor(table: KeyTable, documents: readonly Int32Array[]) {
    const size = table.size;
    this.#table = table;
    this.#documents = documents;
    this.#known = new Float64Array(size).fill(-1);
    this.#sums = new Float64Array(size);
    this.#starts = new Int32Array(size + 1);
    for (const keys of documents)
      for (const key of keys) this.#starts[key + 1] = (this.#starts[key + 1] as number) + 1;
    for (let key = 0; key < size; key++)
      this.#starts[key + 1] = (this.#starts[key + 1] as number) + (this.#starts[key] as number);
    this.#postings = new Int32Array(this.#starts[size] as number);
    const next = this.#starts.slice();
    for (const [index, keys] of documents.entries()) {
      for (const key of keys) {
        const at = next[key] as number;
        this.#postings[at] = index;
        next[key] = at + 1;
      }
    }
  }

  /** Mean cosine of two posts that hold the key, itself left out; from 0 to 1. */
  of(key: number): number {
    const known = this.#known[key] as number;
    if (known >= 0) return known;
    const found = this.#measure(key);
    this.#known[key] = found;
    return found;
  }

  #measure(key: number): number {
    const from = this.#starts[key] as number;
    const all = (this.#starts[key + 1] as number) - from;
    const looked = Math.min(all, LOOKED_AT);
    if (looked < 2) return 0;
    const { weights } = this.#table;
    const sums = this.#sums;
    const touched: number[] = [];
    let own = 0;
    for (let one = 0; one < looked; one++) {
      const index = this.#postings[from + Math.floor((one * all) / looked)] as number;
      const keys = this.#documents[index] as Int32Array;
      let square = 0;
      for (const other of keys) if (other !== key) square += (weights[other] as number) ** 2;
      if (square === 0) continue;
      own++;
      const scale = 1 / Math.sqrt(square);
      for (const other of keys) {
        if (other === key) continue;
        if (sums[other] === 0) touched.push(other);
        sums[other] = (sums[other] as number) + scale * (weights[other] as number);
      }
    }
    let square = 0;
    for (const other of touched) {
      square += (sums[other] as number) ** 2;
      sums[other] = 0;
    }
    return Math.max(0, (square - own) / (looked * (looked - 1)));
  }
}
