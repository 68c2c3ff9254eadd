import { seededRandom } from '../base/random.js';
import { Cosines, type Directions, everyDirection, ONE, UNIT } from '../vectors/index.js';

const ITERATIONS = 10;
/** Group of a row that no center is near to. */
const NONE = -1;
/** Rows that the centers are found on, at most. */
const SAMPLE = 2000;
/** Rows whose cosines are measured at once. */
const BLOCK = 256;

/**
 * Groups directions by the cosine with the mean direction of their group, begun with k-means++.
 *
 * @returns group of each row, -1 for one of zero. O(10 · 2000 · k · dimensions) at most, and one pass over all rows.
 * @see Dhillon & Modha, "Concept decompositions for large sparse text data using clustering", 2001; Arthur &
 * Vassilvitskii, "k-means++", 2007
 */
export function sphericalKMeans(directions: Directions, k: number, seed: number): Int32Array {
  const { rows, dimensions } = directions;
  const documents = rows.length / dimensions;
  const sample = everyDirection(directions, Math.max(1, Math.ceil(documents / SAMPLE)));
  const groups = new Groups(sample, k);
  let sum = Number.NEGATIVE_INFINITY;
  const centers = plusPlus(sample, k, seededRandom(seed));
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const now = groups.assign(centers);
    if (now - sum < 1e-5 * groups.of.length) break;
    sum = now;
    groups.recenter(centers);
  }
  const all = new Groups(directions, k);
  all.assign(centers);
  return all.of;
}

/** The groups of some directions, and what centers they have. */
class Groups {
  /** Group of each row. */
  readonly of: Int32Array;
  readonly #directions: Directions;
  readonly #k: number;
  readonly #cosines: Cosines;
  /** Group that each row is counted in, the sum of the rows of each group, and how many these are. */
  readonly #counted: Int32Array;
  readonly #sums: Int32Array;
  readonly #sizes: Int32Array;

  constructor(directions: Directions, k: number) {
    const { rows, dimensions } = directions;
    this.#directions = directions;
    this.#k = k;
    this.#cosines = new Cosines(directions, k, new Int32Array(Cosines.room(k, BLOCK)));
    this.of = new Int32Array(rows.length / dimensions);
    this.#counted = new Int32Array(this.of.length).fill(NONE);
    this.#sums = new Int32Array(k * dimensions);
    this.#sizes = new Int32Array(k);
  }

  /** Puts each row into the group of the nearest center; returns the sum of their cosines. */
  assign(centers: Int32Array): number {
    const k = this.#k;
    const cosines = this.#cosines;
    cosines.setCenters(centers);
    const { values } = cosines;
    const list = new Int32Array(BLOCK);
    let all = 0;
    for (let from = 0; from < this.of.length; from += BLOCK) {
      const count = Math.min(BLOCK, this.of.length - from);
      for (let i = 0; i < count; i++) list[i] = from + i;
      cosines.measure(list, count);
      for (let i = 0; i < count; i++) {
        let best = i * k;
        for (let at = best + 1; at < (i + 1) * k; at++) {
          if ((values[at] as number) > (values[best] as number)) best = at;
        }
        this.of[from + i] = values[best] === 0 ? NONE : best - i * k;
        all += values[best] as number;
      }
    }
    return all / ONE;
  }

  /** Moves each center to the mean direction of its group; that of an empty one stays. */
  recenter(centers: Int32Array): void {
    const { dimensions } = this.#directions;
    for (let row = 0; row < this.of.length; row++) {
      const before = this.#counted[row] as number;
      const now = this.of[row] as number;
      if (before === now) continue;
      this.#counted[row] = now;
      this.#count(row, before, -1);
      this.#count(row, now, 1);
    }
    for (let group = 0; group < this.#k; group++) {
      const at = group * dimensions;
      if (this.#sizes[group] !== 0) centers.set(this.#sums.subarray(at, at + dimensions), at);
    }
  }

  #count(row: number, group: number, sign: number): void {
    if (group === NONE) return;
    const { rows, dimensions } = this.#directions;
    const sums = this.#sums;
    const from = row * dimensions;
    const to = group * dimensions;
    this.#sizes[group] = (this.#sizes[group] as number) + sign;
    for (let j = 0; j < dimensions; j++)
      sums[to + j] = (sums[to + j] as number) + sign * (rows[from + j] as number);
  }
}

/** Rows far from the centers that were chosen before are more likely to be the next. */
function plusPlus(directions: Directions, k: number, random: () => number): Int32Array {
  const { rows, dimensions } = directions;
  const count = rows.length / dimensions;
  const centers = new Int32Array(k * dimensions);
  const distances = new Float64Array(count).fill(2);
  const list = Int32Array.from({ length: count }, (_, row) => row);
  const cosines = new Cosines(directions, 1, new Int32Array(Cosines.room(1, count)));
  let chosen = Math.floor(random() * count);
  for (let group = 0; group < k; group++) {
    const center = rows.subarray(chosen * dimensions, (chosen + 1) * dimensions);
    centers.set(center, group * dimensions);
    cosines.setCenter(center);
    cosines.measure(list, count);
    const { values } = cosines;
    let mass = 0;
    for (let row = 0; row < count; row++) {
      const distance = Math.max(0, 1 - (values[row] as number) / (UNIT * UNIT));
      if (distance < (distances[row] as number)) distances[row] = distance;
      mass += distances[row] as number;
    }
    let left = random() * mass;
    chosen = 0;
    while (chosen < count - 1) {
      left -= distances[chosen] as number;
      if (left < 0) break;
      chosen++;
    }
  }
  return centers;
}
