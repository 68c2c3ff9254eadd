import type { Section } from '../lexicon/container.js';

/** Weights are kept as integers of eight bits of this fraction. */
export const UNIT = 0.04;

/** Features that are looked up together; a power of two. */
const BLOCK = 512;

/** Bits of a hash that tell the slot where a feature is looked for first, counted from the top; those below are its mark. */
const MARK_BITS = 16;
const MARK = (1 << MARK_BITS) - 1;

/** Bits of a hash by which {@link WeightTable} tells most features that it lacks from those that it has. */
const FILTER_BITS = 20;

/** A row of the weights: the feature's hash, its weight for positive against negative, and for opinion against none. */
export type WeightRow = readonly [hash: number, polarity: number, opinion: number];

function quantize(weight: number): number {
  return Math.max(-128, Math.min(127, Math.round(weight / UNIT)));
}

/**
 * Weights as sections of a file, ordered by hash: how far each hash is from the one before, its lower 16 bits and those
 * above, and the two weights. Of two features with one hash, one or two in a hundred thousand, the first stays. O(rows · log rows).
 */
export function packWeights(rows: readonly WeightRow[]): Section[] {
  const byHash = new Map<number, WeightRow>();
  for (const row of rows) if (!byHash.has(row[0] >>> 0)) byHash.set(row[0] >>> 0, row);
  const hashes = Uint32Array.from(byHash.keys()).sort();
  const low = new Uint16Array(hashes.length);
  const high = new Uint16Array(hashes.length);
  const weights = new Uint8Array(2 * hashes.length);
  let before = 0;
  for (const [i, hash] of hashes.entries()) {
    const [, polarity, opinion] = byHash.get(hash) as WeightRow;
    low[i] = (hash - before) & 0xffff;
    high[i] = (hash - before) >>> 16;
    weights[2 * i] = quantize(polarity);
    weights[2 * i + 1] = quantize(opinion);
    before = hash;
  }
  return [low, high, weights];
}

/**
 * The weights of features by their hashes: a hash table with open addressing, and in front of it a bit for each beginning of a
 * hash, since of the features of a post most are in no table: asking for these costs a look at 128 KB and no branch.
 */
export class WeightTable {
  /** Of the last features read: the sums of their weights in {@link UNIT}s, and how many distinct ones the table has. */
  polarity = 0;
  opinion = 0;
  known = 0;
  readonly #filter = new Int32Array((1 << FILTER_BITS) / 32);
  /** The mark of a feature above its two weights, 0 where free: what one access to memory tells. */
  readonly #slots: Int32Array;
  /** Bits of a hash below its slot. */
  readonly #shift: number;
  /** Hashes of a block that may be known, and what lies in the slots where they are looked for first. */
  readonly #kept = new Int32Array(BLOCK);
  readonly #looked = new Int32Array(BLOCK);
  /**
   * A small hash table of the slots that a post has used, so that a feature counts once in it, each with the number of the
   * post. As large as the table of slots it holds them all.
   */
  #used = new Int32Array(4 * BLOCK);
  #post = 0;

  /** @param sections  as {@link packWeights} makes them. O(rows). */
  constructor([low, high, weights]: readonly Section[]) {
    const count = (low as Section).length;
    let bits = 10;
    while (1 << bits < count * 1.5) bits++;
    this.#shift = 32 - bits;
    const slots = new Int32Array(1 << bits);
    const filter = this.#filter;
    let hash = 0;
    for (let i = 0; i < count; i++) {
      hash = (hash + ((low as Uint16Array)[i] as number) + ((high as Uint16Array)[i] as number) * 65536) | 0;
      filter[hash >>> (32 - FILTER_BITS + 5)] |= 1 << (hash >>> (32 - FILTER_BITS));
      let slot = hash >>> this.#shift;
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      const polarity = (weights as Uint8Array)[2 * i] as number;
      const opinion = (weights as Uint8Array)[2 * i + 1] as number;
      slots[slot] = (markOf(hash) << 16) | (polarity << 8) | opinion;
    }
    this.#slots = slots;
  }

  /** Sums the weights of the distinct features among the first `count` of `hashes`. */
  sum(hashes: Int32Array, count: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const shift = this.#shift;
    const filter = this.#filter;
    const looked = this.#looked;
    const kept = this.#kept;
    this.#nextPost(count);
    let polarity = 0;
    let opinion = 0;
    let known = 0;
    for (let from = 0; from < count; from += BLOCK) {
      const to = Math.min(count, from + BLOCK);
      let left = 0;
      // Without a branch between them, many accesses to memory are waited for at once.
      for (let i = from; i < to; i++) {
        const hash = hashes[i] as number;
        kept[left] = hash;
        left += ((filter[hash >>> (32 - FILTER_BITS + 5)] as number) >>> (hash >>> (32 - FILTER_BITS))) & 1;
      }
      for (let i = 0; i < left; i++) looked[i] = slots[(kept[i] as number) >>> shift] as number;
      for (let i = 0; i < left; i++) {
        const hash = kept[i] as number;
        const mark = markOf(hash);
        let slot = hash >>> shift;
        let found = looked[i] as number;
        while (found !== 0 && found >>> 16 !== mark) {
          slot = (slot + 1) & mask;
          found = slots[slot] as number;
        }
        if (found === 0 || this.#isUsed(slot)) continue;
        polarity += (found << 16) >> 24;
        opinion += (found << 24) >> 24;
        known++;
      }
    }
    this.polarity = polarity;
    this.opinion = opinion;
    this.known = known;
  }

  #nextPost(features: number): void {
    const most = 2 * this.#slots.length;
    let size = this.#used.length;
    while (size < 4 * features && size < most) size *= 2;
    if (size > this.#used.length) this.#used = new Int32Array(size);
    if (this.#post === 0x7fffffff) {
      this.#used.fill(0);
      this.#post = 0;
    }
    this.#post++;
  }

  /** Whether the post has used a slot; from now on it has. */
  #isUsed(slot: number): boolean {
    const used = this.#used;
    const post = this.#post;
    const mask = used.length - 2;
    let at = (2 * slot) & mask;
    while (used[at + 1] === post) {
      if (used[at] === slot) return true;
      at = (at + 2) & mask;
    }
    used[at] = slot;
    used[at + 1] = post;
    return false;
  }
}

/** What is kept of a hash to know a feature again; 0 marks a free slot. */
function markOf(hash: number): number {
  return hash & MARK || 1;
}
