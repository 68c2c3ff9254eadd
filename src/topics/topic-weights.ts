import { WasmFile, type WasmInstance } from '../base/wasm-file.js';

/** What src/wasm/topic-weights.ts exports. */
interface Functions {
  place(...numbers: number[]): void;
  judge(ids: number, count: number, cosines: number, own: number, ownWeight: number): number;
  average(document: number, factor: number): void;
}

const file = new WasmFile<Functions>('topic-weights.wasm');

/** Lengths of the arrays of a chain, and what its weights are made of. */
interface WeightsShape {
  readonly k: number;
  readonly documents: number;
  readonly terms: number;
  /** Ids of all documents together. */
  readonly ids: Int32Array;
  readonly beta: number;
  /** Rows of bases, one for each number of terms that a document may have. */
  readonly lengths: number;
  /** Cosines at once, factors that they are told apart by, and the place of a cosine among these: (cosine + offset) >> shift. */
  readonly cosines: number;
  readonly factors: number;
  readonly offset: number;
  readonly shift: number;
}

/**
 * The numbers that a chain reads and writes, in one memory, and what is done with all topics at once: by the vector
 * instructions of WebAssembly, or by JavaScript, which gives the same bits, where no file can be read at once (browsers)
 * or no WebAssembly is allowed.
 */
export class TopicWeights {
  /** Weight of each topic for the document that was judged last. */
  readonly weights: Float64Array;
  /** Weight of topic t for a document of n terms before its terms are looked at, at n · k + t. */
  readonly bases: Float64Array;
  /** What a cosine multiplies a weight by. */
  readonly factors: Float64Array;
  /** Cosine of the i-th document of a block with topic t at i · k + t. */
  readonly cosines: Int32Array;
  readonly ids: Int32Array;
  /** How often topic t has term w, at w · k + t. */
  readonly counts: Float32Array;
  /** Sums of the probabilities of topics, row-major, shape (documents, k). */
  readonly shares: Float32Array;
  readonly #shape: WeightsShape;
  readonly #hasCosines: boolean;
  #wasm: WasmInstance<Functions> | undefined;

  constructor(shape: WeightsShape) {
    const { k, documents, terms, ids, beta, lengths, cosines, factors, offset, shift } = shape;
    this.#shape = shape;
    this.#hasCosines = factors > 0;
    let end = WasmFile.FIRST;
    const reserve = (bytes: number): number => {
      const at = end;
      end += (bytes + 7) & ~7;
      return at;
    };
    const weightsAt = reserve(8 * k);
    const basesAt = reserve(8 * k * lengths);
    const factorsAt = reserve(8 * factors);
    const cosinesAt = reserve(4 * cosines);
    const idsAt = reserve(4 * ids.length);
    const countsAt = reserve(4 * k * terms);
    const sharesAt = reserve(4 * k * documents);
    this.#wasm = file.take(end);
    const buffer = this.#wasm?.memory.buffer ?? new ArrayBuffer(end);
    this.weights = new Float64Array(buffer, weightsAt, k);
    this.bases = new Float64Array(buffer, basesAt, k * lengths);
    this.factors = new Float64Array(buffer, factorsAt, factors);
    this.cosines = new Int32Array(buffer, cosinesAt, cosines);
    this.ids = new Int32Array(buffer, idsAt, ids.length);
    this.ids.set(ids);
    this.counts = new Float32Array(buffer, countsAt, k * terms);
    this.shares = new Float32Array(buffer, sharesAt, k * documents);
    this.#wasm?.functions.place(weightsAt, basesAt, factorsAt, countsAt, sharesAt, k, beta, offset, shift);
  }

  /** Gives the memory to the next chain; nothing of this may be read or written then. */
  end(): void {
    if (this.#wasm !== undefined) file.give(this.#wasm);
    this.#wasm = undefined;
  }

  /**
   * Writes the weight of each topic for a document of the terms at ids[from, to), as many as bases were given for at
   * most, and gives their sum.
   *
   * @param place  of the document in the block.
   * @param own  the topic that it has, whose weight is given; -1 for none.
   */
  judge(from: number, to: number, place: number, own: number, ownWeight: number): number {
    const { weights } = this;
    const { k, beta } = this.#shape;
    if (this.#wasm !== undefined) {
      const cosines = this.#hasCosines ? this.cosines.byteOffset + 4 * place * k : 0;
      return this.#wasm.functions.judge(this.ids.byteOffset + 4 * from, to - from, cosines, own, ownWeight);
    }
    const { ids, counts } = this;
    this.begin((to - from) * k, place);
    // A term that the document repeats finds itself counted already.
    let again = 0;
    for (let i = from; i < to; i++) {
      const id = ids[i] as number;
      again = i > from && id === ids[i - 1] ? again + 1 : 0;
      const extra = beta + again;
      const at = id * k;
      for (let topic = 0; topic < k; topic++) {
        weights[topic] = (weights[topic] as number) * ((counts[at + topic] as number) + extra);
      }
    }
    if (own >= 0) weights[own] = ownWeight;
    return this.sum();
  }

  /** Writes the weights by the bases that begin at `base`, and by the direction of a document. */
  begin(base: number, place: number): void {
    const { weights, bases, cosines, factors } = this;
    const { k, offset, shift } = this.#shape;
    const at = place * k;
    for (let topic = 0; topic < k; topic++) {
      let weight = bases[base + topic] as number;
      if (this.#hasCosines) weight *= factors[((cosines[at + topic] as number) + offset) >> shift] as number;
      weights[topic] = weight;
    }
  }

  /** Sum of the weights, every other one for itself first, as two lanes do. */
  sum(): number {
    const { weights } = this;
    let even = 0;
    let odd = 0;
    for (let topic = 0; topic < weights.length; topic += 2) even += weights[topic] as number;
    for (let topic = 1; topic < weights.length; topic += 2) odd += weights[topic] as number;
    return even + odd;
  }

  /** Adds the weights, times a factor, to the shares of a document. */
  average(document: number, factor: number): void {
    if (this.#wasm !== undefined) {
      this.#wasm.functions.average(document, factor);
      return;
    }
    const { weights, shares } = this;
    const at = document * weights.length;
    for (let topic = 0; topic < weights.length; topic++) {
      shares[at + topic] = (shares[at + topic] as number) + (weights[topic] as number) * factor;
    }
  }
}
