import { packSections, unpackSections } from '../lexicon/container.js';

/** The file kind and version of compiled weights. */
const KIND = 'SENT';
const VERSION = 2;

/** Weights are kept as integers of eight bits of this fraction. */
const UNIT = 0.04;

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

/** The bits of a hash above the slot; 0 marks a free slot. */
function markOf(hash: number): number {
  return hash >>> 16 || 1;
}

/**
 * Compiles weights into a hash table with open addressing: sixteen bits that know a feature again, and its two weights. Of two
 * features that cannot be told apart, some in a hundred thousand, the first stays. O(rows).
 */
export function packModel(rows: readonly WeightRow[], constants: ModelConstants): Uint8Array {
  let size = 1024;
  while (size < rows.length * 1.5) size *= 2;
  const marks = new Uint16Array(size);
  const values = new Uint16Array(size);
  for (const [hash, polarity, opinion] of rows) {
    const mark = markOf(hash);
    let slot = hash & (size - 1);
    while (marks[slot] !== 0 && marks[slot] !== mark) slot = (slot + 1) & (size - 1);
    if (marks[slot] === mark) continue;
    marks[slot] = mark;
    values[slot] = ((quantize(polarity) & 0xff) << 8) | (quantize(opinion) & 0xff);
  }
  const scalars = new Float64Array([
    constants.polarityBias,
    constants.polarityLexicon,
    constants.opinionBias,
    constants.opinionLexicon,
  ]);
  return packSections(KIND, VERSION, [scalars, marks, values]);
}

function quantize(weight: number): number {
  return Math.max(-128, Math.min(127, Math.round(weight / UNIT)));
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
  readonly #marks: Uint16Array;
  readonly #values: Uint16Array;
  /** The number of the last post that used a slot, so that a feature counts once in a post. */
  readonly #seen: Int32Array;
  #post = 0;

  /** @throws {RedianError} INVALID_DATA if the bytes are not what `packModel` makes. */
  constructor(bytes: Uint8Array, name: string) {
    const [scalars, marks, values] = unpackSections(bytes, KIND, VERSION, name);
    this.#scalars = scalars as Float64Array;
    this.#marks = marks as Uint16Array;
    this.#values = values as Uint16Array;
    this.#seen = new Int32Array(this.#marks.length);
  }

  /**
   * Sets `polarity` and `opinion` for a post.
   *
   * @param hashes  its features, the first `count` of them.
   * @param lexical  polarity by the lexicon, in [-1, 1].
   */
  read(hashes: Int32Array, count: number, lexical: number): void {
    const marks = this.#marks;
    const values = this.#values;
    const seen = this.#seen;
    const mask = marks.length - 1;
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
      const own = markOf(hash);
      let slot = hash & mask;
      let mark = marks[slot] as number;
      while (mark !== 0 && mark !== own) {
        slot = (slot + 1) & mask;
        mark = marks[slot] as number;
      }
      if (mark === 0 || seen[slot] === post) continue;
      seen[slot] = post;
      const value = values[slot] as number;
      polarity += (value << 16) >> 24;
      opinion += (value << 24) >> 24;
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
