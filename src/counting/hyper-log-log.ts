import { hashText } from '../base/hash.js';
import { ln } from '../base/math.js';
import { RedianError } from '../errors.js';

const BITS = 14;
const REGISTERS = 1 << BITS;
/** Bits of the hash that the ranks are read from. */
const RANK_BITS = 50;

/**
 * How many different strings there are, in 16 KB: standard error 0.81 %.
 *
 * A register keeps a maximum, so that adding twice changes nothing, and merging two sketches equals having added
 * everything to one.
 *
 * @see Flajolet et al., "HyperLogLog", 2007; the estimate without bias tables is Ertl's, "New cardinality estimation
 * algorithms for HyperLogLog sketches", 2017, arXiv:1702.01284, algorithm 6.
 */
export class HyperLogLog {
  readonly #registers = new Uint8Array(REGISTERS);

  /** O(length of the text). */
  add(text: string): void {
    const [low, high] = hashText(text);
    const register = low >>> (32 - BITS);
    const rest = low << BITS;
    let rank = 1 + Math.clz32(rest);
    if (rest === 0) rank = 1 + (32 - BITS) + Math.clz32(high);
    if (rank > RANK_BITS) rank = RANK_BITS + 1;
    if (rank > (this.#registers[register] as number)) this.#registers[register] = rank;
  }

  /** The estimate, a whole number. O(registers). */
  get size(): number {
    const counts = new Float64Array(RANK_BITS + 2);
    for (const rank of this.#registers) counts[rank] = (counts[rank] as number) + 1;
    let z = REGISTERS * tau(1 - (counts[RANK_BITS + 1] as number) / REGISTERS);
    for (let rank = RANK_BITS; rank >= 1; rank--) z = 0.5 * (z + (counts[rank] as number));
    z += REGISTERS * sigma((counts[0] as number) / REGISTERS);
    return Math.round((REGISTERS * REGISTERS) / (2 * ln(2) * z));
  }

  merge(other: HyperLogLog): this {
    const own = this.#registers;
    for (const [register, rank] of other.#registers.entries()) {
      if (rank > (own[register] as number)) own[register] = rank;
    }
    return this;
  }

  toBytes(): Uint8Array {
    return this.#registers.slice();
  }

  /** @throws {RedianError} INVALID_DATA if the bytes are none that `toBytes` gives. */
  static from(bytes: Uint8Array): HyperLogLog {
    if (bytes.length !== REGISTERS || bytes.some((rank) => rank > RANK_BITS + 1)) {
      throw new RedianError('INVALID_DATA', `HyperLogLog: expected ${REGISTERS} ranks, got ${bytes.length}`);
    }
    const sketch = new HyperLogLog();
    sketch.#registers.set(bytes);
    return sketch;
  }
}

function sigma(share: number): number {
  if (share === 1) return Infinity;
  let x = share;
  let y = 1;
  let z = share;
  for (let before = -1; z !== before; ) {
    before = z;
    x *= x;
    z += x * y;
    y += y;
  }
  return z;
}

function tau(share: number): number {
  if (share === 0 || share === 1) return 0;
  let x = share;
  let y = 1;
  let z = 1 - share;
  for (let before = -1; z !== before; ) {
    before = z;
    x = Math.sqrt(x);
    y *= 0.5;
    z -= (1 - x) * (1 - x) * y;
  }
  return z / 3;
}
