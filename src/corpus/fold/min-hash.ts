import { mix32 } from '../../base/hash.js';
import { isBasicHan } from '../../text/unit-kinds.js';
import type { Room } from './room.js';

/** Number of bins of a signature, and of the bands that are made of it: 8 bands of 4. */
const bins = 32;
export const bandCount = 8;
const rows = bins / bandCount;
const empty = 0x7fffffff;
/** Odd numbers that the values of a band are multiplied by: their sum is a key without a chain of steps. */
const factors = Int32Array.of(0x85ebca6b, 0xc2b2ae35, 0x2c1b3c6d, 0x297a2d39);
/** Words of 32 bits of a bitmap: a line of the processor's memory. */
const bitmapWords = 16;
const tailWords = 8;

/** Bins that an empty one takes its value of, in turn. */
let sources: Uint8Array | undefined;
const attempts = 512;

function loadSources(): Uint8Array {
  if (sources) return sources;
  sources = new Uint8Array(bins * attempts);
  for (let bin = 0; bin < bins; bin++) {
    for (let attempt = 0; attempt < attempts; attempt++) {
      sources[bin * attempts + attempt] = mix32((bin << 10) + attempt + 1) & (bins - 1);
    }
  }
  return sources;
}

/**
 * Signatures of texts: keys of locality-sensitive hashing by one-permutation MinHash, and bitmaps by which most of those that
 * meet in a bucket are told from copies.
 *
 * Two texts share the key of a band with probability J⁴, J the Jaccard similarity of their n-grams, so that at least one
 * of the eight keys is shared with probability 1 − (1 − J⁴)⁸: .99 at J = .8, .40 at .5, 10⁻⁴ at .1.
 *
 * n-grams are two units where the first is Han, else four. Bins that stay empty take the value of another,
 * which is the same for all texts where it is not empty.
 *
 * @see Broder 1997, "On the resemblance and containment of documents"; Li, Owen and Zhang 2012,
 * arXiv:1208.1259; Shrivastava 2017, "Optimal Densification for Fast and Accurate Minwise Hashing"; Sandes, Teodoro and Melo
 * 2020, "Bitmap filter: Speeding up exact set similarity joins with bitwise operations", arXiv:1711.07295.
 */
export class Signatures {
  /** Of each band the keys of all texts, one band behind the other. */
  readonly keys: Uint32Array;
  /** Of each text the n-grams that it has, by nine bits of their hashes. */
  private readonly bitmaps: Int32Array;
  /** Values by bin, and behind them what the kernel writes the end of a text to. */
  private readonly bins: Int32Array;

  /**
   * @param room  of the units as well.
   * @param lengths  those of the texts, as many as there are at least.
   */
  constructor(
    private readonly room: Room,
    readonly count: number,
    private readonly lengths: Int32Array,
  ) {
    this.keys = room.uint32(count * bandCount);
    this.bitmaps = room.int32(count * bitmapWords);
    this.bins = room.int32(bins + tailWords);
  }

  /** Reads `units[start, start + length)` as a text; `salt` parts texts that must not meet. O(n). */
  read(text: number, units: Uint16Array, start: number, salt: number): void {
    const { bins: values, keys, bitmaps, count } = this;
    const { kernel } = this.room;
    const bitmap = text * bitmapWords;
    if (kernel !== undefined) {
      kernel.sign(
        units.byteOffset + 2 * start,
        this.lengths[text],
        salt,
        values.byteOffset,
        keys.byteOffset + 4 * text,
        4 * count,
        bitmaps.byteOffset + 4 * bitmap,
      );
      return;
    }
    const end = start + this.lengths[text];
    values.fill(empty, 0, bins);
    for (let index = start; index < end; index++) {
      const hash = gramHash(units, index, end);
      const bin = hash >>> 27;
      const value = hash & 0x7ffffff;
      // The smaller one, without a branch that nobody can foresee.
      const less = value - values[bin];
      values[bin] += less & (less >> 31);
      bitmaps[bitmap + ((hash >>> 5) & (bitmapWords - 1))] |= 1 << hash;
    }
    for (let band = 0, bin = 0; band < bandCount; band++) {
      let key = Math.imul(salt, 0x9e3779b1);
      for (let row = 0; row < rows; row++, bin++) {
        const value = values[bin] === empty ? this.borrowed(bin) : values[bin];
        key = (key + Math.imul(value, factors[row])) | 0;
      }
      keys[band * count + text] = key;
    }
  }

  /** Whether a text may have the n-gram of a hash; one that it has it may have. O(1). */
  mayHave(text: number, hash: number): boolean {
    return ((this.bitmaps[text * bitmapWords + ((hash >>> 5) & (bitmapWords - 1))] >>> hash) & 1) === 1;
  }

  /**
   * Leaves those of the first `count` pairs of texts, by number, that may be copies: one of a pair has at most `share` of both
   * lengths of n-grams that the other has not. Each differing bit is such an n-gram, others may share a bit. O(count).
   *
   * @returns how many are left.
   */
  keepAlike(pairs: Int32Array, count: number, share: number): number {
    const { bitmaps, lengths } = this;
    const { kernel } = this.room;
    if (kernel !== undefined)
      return kernel.keepAlike(pairs.byteOffset, count, bitmaps.byteOffset, lengths.byteOffset, share);
    let kept = 0;
    for (let pair = 0; pair < count; pair++) {
      const a = pairs[2 * pair];
      const b = pairs[2 * pair + 1];
      if (this.leastDifference(a, b) > share * (lengths[a] + lengths[b])) continue;
      pairs[2 * kept] = a;
      pairs[2 * kept++ + 1] = b;
    }
    return kept;
  }

  private leastDifference(a: number, b: number): number {
    const { bitmaps } = this;
    let sum = 0;
    for (let word = 0; word < bitmapWords; word += 2) {
      const one = bitmaps[a * bitmapWords + word] ^ bitmaps[b * bitmapWords + word];
      const two = bitmaps[a * bitmapWords + word + 1] ^ bitmaps[b * bitmapWords + word + 1];
      const ones = bitsOfNibbles(one) + bitsOfNibbles(two);
      sum += (ones & 0x0f0f0f0f) + ((ones >>> 4) & 0x0f0f0f0f);
    }
    const pairs = (sum & 0xff00ff) + ((sum >>> 8) & 0xff00ff);
    return (pairs & 0xffff) + (pairs >>> 16);
  }

  private borrowed(bin: number): number {
    const { bins: values } = this;
    const from = loadSources();
    for (let at = bin * attempts; at < (bin + 1) * attempts; at++) {
      const value = values[from[at]];
      if (value !== empty) return value;
    }
    return empty;
  }
}

/** How many bits are set in each four. */
function bitsOfNibbles(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  return (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
}

/** Units of an n-gram that starts with no Han. */
export const GRAM = 4;

/** Hash of the n-gram at `index`: two units if it starts with Han, else four, fewer at the end. */
export function gramHash(units: Uint16Array, index: number, end: number): number {
  const first = units[index];
  let hash = first | (index + 1 < end ? units[index + 1] << 16 : 0);
  if (!isBasicHan(first) && index + 2 < end) {
    const rest = units[index + 2] | (index + 3 < end ? units[index + 3] << 16 : 0);
    hash = Math.imul(hash ^ 0x5bd1e995, 0x2c1b3c6d) ^ rest;
  }
  return mix32(hash);
}
