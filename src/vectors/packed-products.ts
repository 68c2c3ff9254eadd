import type { Directions } from './directions.js';

/** Centers whose products share one double, and the bits that each product has. */
const PACKED = 3;
const FIELD = 2 ** 18;
const FIELD_2 = FIELD * FIELD;
/** Adding and subtracting this rounds a double to an integer. */
const ROUND = 1.5 * 2 ** 52;
/** Rows that are multiplied together. */
const TOGETHER = 4;

/**
 * Products of directions and centers where there is no WebAssembly. Three centers stand in one double, 18 bits apart, so
 * that a multiplication and an addition of doubles serve three products: each product of rows and centers of these lengths
 * is below 2^17, and their sum below 2^53.
 */
export class PackedProducts {
  static readonly TOGETHER = TOGETHER;
  readonly #directions: Directions;
  readonly #k: number;
  readonly #packed: Float64Array;
  readonly #lanes: Float64Array;

  constructor(directions: Directions, k: number) {
    this.#directions = directions;
    this.#k = k;
    this.#packed = new Float64Array(Math.ceil(k / PACKED) * directions.dimensions);
    this.#lanes = new Float64Array(TOGETHER * directions.dimensions);
  }

  /** @param centers  row-major, shape (k, dimensions), of lengths up to 511. */
  setCenters(centers: Int16Array): void {
    const { dimensions } = this.#directions;
    this.#packed.fill(0);
    for (let center = 0; center < this.#k; center++) {
      const place = center % PACKED;
      const shift = place === 0 ? 1 : place === 1 ? FIELD : FIELD_2;
      const from = center * dimensions;
      const to = Math.floor(center / PACKED) * dimensions;
      for (let j = 0; j < dimensions; j++) {
        this.#packed[to + j] = (this.#packed[to + j] as number) + (centers[from + j] as number) * shift;
      }
    }
  }

  /** Writes the product of the i-th row of a list with center c at `i * k + c`; some places behind the last are written too. */
  multiply(list: Int32Array, count: number, products: Int32Array): void {
    const lanes = this.#lanes;
    const packed = this.#packed;
    const k = this.#k;
    const { rows, dimensions } = this.#directions;
    const groups = packed.length / dimensions;
    for (let first = 0; first < count; first += TOGETHER) {
      for (let lane = 0; lane < TOGETHER; lane++) {
        // Where the list ends, its first row fills up the group.
        const from = (list[first + lane < count ? first + lane : first] as number) * dimensions;
        const to = lane * dimensions;
        for (let j = 0; j < dimensions; j++) lanes[to + j] = rows[from + j] as number;
      }
      const row1 = dimensions;
      const row2 = 2 * dimensions;
      const row3 = 3 * dimensions;
      for (let group = 0; group < groups; group++) {
        let sum0 = 0;
        let sum1 = 0;
        let sum2 = 0;
        let sum3 = 0;
        let at = group * dimensions;
        for (let j = 0; j < dimensions; j++) {
          const three = packed[at++] as number;
          sum0 += (lanes[j] as number) * three;
          sum1 += (lanes[row1 + j] as number) * three;
          sum2 += (lanes[row2 + j] as number) * three;
          sum3 += (lanes[row3 + j] as number) * three;
        }
        const place = first * k + group * PACKED;
        const left = k - group * PACKED;
        unpack(sum0, products, place, left);
        unpack(sum1, products, place + k, left);
        unpack(sum2, products, place + 2 * k, left);
        unpack(sum3, products, place + 3 * k, left);
      }
    }
  }
}

function unpack(sum: number, products: Int32Array, at: number, left: number): void {
  const third = sum * (1 / FIELD_2) + ROUND - ROUND;
  const rest = sum - third * FIELD_2;
  const second = rest * (1 / FIELD) + ROUND - ROUND;
  products[at] = rest - second * FIELD;
  if (left > 1) products[at + 1] = second;
  if (left > 2) products[at + 2] = third;
}
