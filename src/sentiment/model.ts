import { packSections, unpackSections } from '../lexicon/container.js';

/** The file kind and version of compiled weights. */
const KIND = 'SENT';
const VERSION = 1;

/** Weights are kept as integers of this fraction. */
const UNIT = 0.001;

/** What the model knows beside single features. */
export interface ModelConstants {
  /** Logit of positive against negative for a post without features. */
  readonly polarityBias: number;
  /** What one unit of the lexicon's polarity adds to that logit. */
  readonly polarityLexicon: number;
  /** Logit of an opinion against a plain statement. */
  readonly opinionBias: number;
  /** What one unit of the lexicon's polarity, whatever its sign, adds to that logit. */
  readonly opinionLexicon: number;
}

/**
 * What plain words of feeling say beside the trained weights: nothing up to half of the scale, then linear. The training
 * sets know few fields; in another one a clear "terrible" has to be enough.
 */
export function clearness(lexical: number): number {
  return Math.sign(lexical) * Math.max(0, 2 * Math.abs(lexical) - 1);
}

/** What full clearness adds to the logits. */
export const CLEAR_POLARITY = 0.8;
export const CLEAR_OPINION = 5;

/** A row of the weights: the feature's hash, its weight for positive against negative, and for opinion against none. */
export type WeightRow = readonly [hash: number, polarity: number, opinion: number];

/**
 * Compiles weights into a hash table with open addressing. O(rows).
 * @throws {Error} if two features have the same hash: one of them has to go from the table.
 */
export function packModel(rows: readonly WeightRow[], constants: ModelConstants): Uint8Array {
  let size = 1024;
  while (size < rows.length * 2) size *= 2;
  const keys = new Int32Array(size);
  const values = new Int32Array(size);
  for (const [hash, polarity, opinion] of rows) {
    if (hash === 0) continue;
    let slot = hash & (size - 1);
    while (keys[slot] !== 0) {
      if (keys[slot] === hash) throw new Error(`two features with the hash ${hash}`);
      slot = (slot + 1) & (size - 1);
    }
    keys[slot] = hash;
    values[slot] = (quantize(polarity) << 16) | (quantize(opinion) & 0xffff);
  }
  const scalars = new Float64Array([
    constants.polarityBias,
    constants.polarityLexicon,
    constants.opinionBias,
    constants.opinionLexicon,
  ]);
  return packSections(KIND, VERSION, [scalars, keys, values]);
}

function quantize(weight: number): number {
  return Math.max(-32768, Math.min(32767, Math.round(weight / UNIT)));
}

/**
 * Two linear models over one set of features: positive against negative, and opinion against plain statement.
 *
 * logit = bias + lexicon weight · lexicon polarity + sum of the weights of the distinct known features / √known.
 */
export class LinearModel {
  /** Logits of the last post read by `read`. */
  polarity = 0;
  opinion = 0;
  readonly #scalars: Float64Array;
  readonly #keys: Int32Array;
  readonly #values: Int32Array;
  /** The number of the last post that used a slot, so that a feature counts once in a post. */
  readonly #seen: Int32Array;
  #post = 0;

  /** @throws {RedianError} INVALID_DATA if the bytes are not what `packModel` makes. */
  constructor(bytes: Uint8Array, name: string) {
    const [scalars, keys, values] = unpackSections(bytes, KIND, VERSION, name);
    this.#scalars = scalars as Float64Array;
    this.#keys = keys as Int32Array;
    this.#values = values as Int32Array;
    this.#seen = new Int32Array(this.#keys.length);
  }

  /**
   * Sets `polarity` and `opinion` for a post.
   *
   * @param hashes  its features, the first `count` of them.
   * @param lexical  polarity by the lexicon, in [-1, 1].
   */
  read(hashes: Int32Array, count: number, lexical: number): void {
    const keys = this.#keys;
    const values = this.#values;
    const seen = this.#seen;
    const mask = keys.length - 1;
    if (this.#post === 0x7fffffff) {
      seen.fill(0);
      this.#post = 0;
    }
    const post = ++this.#post;
    let polarity = 0;
    let opinion = 0;
    let known = 0;
    for (let i = 0; i < count; i++) {
      const hash = hashes[i] as number;
      let slot = hash & mask;
      let key = keys[slot] as number;
      while (key !== 0 && key !== hash) {
        slot = (slot + 1) & mask;
        key = keys[slot] as number;
      }
      if (key === 0 || seen[slot] === post) continue;
      seen[slot] = post;
      const value = values[slot] as number;
      polarity += value >> 16;
      opinion += (value << 16) >> 16;
      known++;
    }
    const scale = known === 0 ? 0 : UNIT / Math.sqrt(known);
    const [polarityBias = 0, polarityLexicon = 0, opinionBias = 0, opinionLexicon = 0] = this.#scalars;
    // Without a known feature the biases of the training sets say nothing about the post.
    const clear = clearness(lexical);
    this.polarity =
      CLEAR_POLARITY * clear +
      (known === 0 ? 0 : polarityBias) +
      polarityLexicon * lexical +
      polarity * scale;
    this.opinion =
      CLEAR_OPINION * Math.abs(clear) + opinionBias + opinionLexicon * Math.abs(lexical) + opinion * scale;
  }
}
