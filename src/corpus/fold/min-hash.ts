import { mix32 } from '../../base/hash.js';

/** Number of bins of a signature, and of the bands that are made of it: 8 bands of 4. */
const bins = 32;
export const bandCount = 8;
const rows = bins / bandCount;
const empty = 0xffffffff;

/**
 * Keys of locality-sensitive hashing by one-permutation MinHash: two texts share the key of a band with
 * probability J⁴, J the Jaccard similarity of their n-grams, so that at least one of the eight keys is shared
 * with probability 1 − (1 − J⁴)⁸: .99 at J = .8, .40 at .5, 10⁻⁴ at .1. O(n).
 *
 * n-grams are two units where the first is Han, else four. Bins that stay empty take the value of another,
 * which is the same for all texts where it is not empty.
 *
 * @see Broder 1997, "On the resemblance and containment of documents"; Li, Owen and Zhang 2012,
 * arXiv:1208.1259; Shrivastava 2017, "Optimal Densification for Fast and Accurate Minwise Hashing".
 */
export class MinHash {
  private readonly signature = new Uint32Array(bins);
  private readonly filled = new Uint32Array(bins);

  /** Writes the band keys of `units[start, end)` to `keys` from `offset` on; `salt` parts texts that must not meet. */
  writeKeys(
    units: Uint16Array,
    start: number,
    end: number,
    salt: number,
    keys: Uint32Array,
    offset: number,
  ): void {
    const { signature, filled } = this;
    signature.fill(empty);
    for (let index = start; index < end; index++) {
      const hash = gramHash(units, index, end);
      const bin = hash >>> 27;
      const value = hash & 0x7ffffff;
      if (value < signature[bin]) signature[bin] = value;
    }
    for (let bin = 0; bin < bins; bin++) {
      let source = bin;
      for (let attempt = 1; signature[source] === empty && attempt < 1000; attempt++) {
        source = mix32((bin << 10) + attempt) & (bins - 1);
      }
      filled[bin] = signature[source];
    }
    for (let band = 0; band < bandCount; band++) {
      let key = (salt ^ Math.imul(band + 1, 0x9e3779b1)) | 0;
      for (let row = 0; row < rows; row++) key = mix32(key ^ filled[band * rows + row]) | 0;
      keys[offset + band] = key >>> 0;
    }
  }
}

/** Hash of the n-gram at `index`: two units if it starts with Han, else four, fewer at the end. */
export function gramHash(units: Uint16Array, index: number, end: number): number {
  const first = units[index];
  const isHan = first >= 0x4e00 && first <= 0x9fff;
  let hash = first | (index + 1 < end ? units[index + 1] << 16 : 0);
  if (!isHan && index + 2 < end) {
    const rest = units[index + 2] | (index + 3 < end ? units[index + 3] << 16 : 0);
    hash = Math.imul(hash ^ 0x5bd1e995, 0x2c1b3c6d) ^ rest;
  }
  return mix32(hash);
}
