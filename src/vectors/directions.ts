/** Directions of documents, eight bits a dimension: what is lost moves a cosine by 0.002. */
export interface Directions {
  /** Row-major, shape (documents, dimensions), 127 times a row of length 1; zero for a document without a direction. */
  readonly rows: Int8Array;
  readonly dimensions: number;
}

/** Length of a row. */
export const UNIT = 127;
/** Length of a center as it is multiplied. */
const CENTER = 511;
/** What {@link Cosines} gives for a cosine of 1. */
export const ONE = UNIT * CENTER;

/** Centers whose products share one double, and the bits that each product has. */
const PACKED = 3;
const FIELD = 2 ** 18;
const FIELD_2 = FIELD * FIELD;
/** Adding and subtracting this rounds a double to an integer. */
const ROUND = 1.5 * 2 ** 52;
/** Rows that are multiplied together. */
const TOGETHER = 4;

/**
 * Cosines of directions with centers, exact in integers. Three centers stand in one double, 18 bits apart, so that a
 * multiplication and an addition of doubles serve three products: each product of rows and centers of these lengths is
 * below 2^17, and their sum below 2^53.
 */
export class Cosines {
  readonly #directions: Directions;
  readonly #k: number;
  readonly #packed: Float64Array;
  readonly #lanes: Float64Array;
  /** Cosine of the i-th row that was asked for with center c, times {@link ONE}, at `i * k + c`. */
  readonly values: Int32Array;

  constructor(directions: Directions, k: number, rowsAtOnce: number) {
    const { dimensions } = directions;
    this.#directions = directions;
    this.#k = k;
    this.#packed = new Float64Array(Math.ceil(k / PACKED) * dimensions);
    this.#lanes = new Float64Array(TOGETHER * dimensions);
    // Rows and centers that fill up a group are written and not read.
    this.values = new Int32Array((rowsAtOnce + TOGETHER) * k + PACKED);
  }

  /** @param sums  row-major, shape (k, dimensions): vectors of any length along the centers; zero has the cosine 0. */
  setCenters(sums: Float64Array): void {
    const { dimensions } = this.#directions;
    this.#packed.fill(0);
    for (let center = 0; center < this.#k; center++) {
      const at = center * dimensions;
      let squares = 0;
      for (let j = at; j < at + dimensions; j++) squares += (sums[j] as number) * (sums[j] as number);
      if (squares === 0) continue;
      const scale = CENTER / Math.sqrt(squares);
      const place = center % PACKED;
      const shift = place === 0 ? 1 : place === 1 ? FIELD : FIELD_2;
      const to = Math.floor(center / PACKED) * dimensions;
      for (let j = 0; j < dimensions; j++) {
        const value = Math.round((sums[at + j] as number) * scale) * shift;
        this.#packed[to + j] = (this.#packed[to + j] as number) + value;
      }
    }
  }

  /** Writes the cosines of the rows `list[0]` to `list[count - 1]`. O(count · k · dimensions). */
  measure(list: Int32Array, count: number): void {
    const lanes = this.#lanes;
    const packed = this.#packed;
    const values = this.values;
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
        unpack(sum0, values, place, left);
        unpack(sum1, values, place + k, left);
        unpack(sum2, values, place + 2 * k, left);
        unpack(sum3, values, place + 3 * k, left);
      }
    }
  }
}

function unpack(sum: number, values: Int32Array, at: number, left: number): void {
  const third = sum * (1 / FIELD_2) + ROUND - ROUND;
  const rest = sum - third * FIELD_2;
  const second = rest * (1 / FIELD) + ROUND - ROUND;
  values[at] = rest - second * FIELD;
  if (left > 1) values[at + 1] = second;
  if (left > 2) values[at + 2] = third;
}
