import { seededRandom } from '../base/random.js';
import { Cosines, type Directions, ONE, UNIT } from '../vectors/index.js';

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
  const stride = Math.max(1, Math.ceil(documents / SAMPLE));
  const sample = Int32Array.from({ length: Math.ceil(documents / stride) }, (_, i) => i * stride);
  const cosines = new Cosines(directions, k, new Int32Array(Cosines.room(k, BLOCK)));
  const groups = new Int32Array(documents);
  let centers = plusPlus(directions, sample, k, seededRandom(seed));
  let sum = Number.NEGATIVE_INFINITY;
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const now = assign(sample);
    if (now - sum < 1e-5 * sample.length) break;
    sum = now;
    recenter();
  }
  assign(Int32Array.from({ length: documents }, (_, i) => i));
  return groups;

  /** Puts each row of a list into the group of the nearest center; returns the sum of their cosines. */
  function assign(list: Int32Array): number {
    cosines.setCenters(centers);
    const { values } = cosines;
    let all = 0;
    for (let from = 0; from < list.length; from += BLOCK) {
      const part = list.subarray(from, from + BLOCK);
      cosines.measure(part, part.length);
      for (let i = 0; i < part.length; i++) {
        let best = i * k;
        for (let at = best + 1; at < (i + 1) * k; at++) {
          if ((values[at] as number) > (values[best] as number)) best = at;
        }
        groups[part[i] as number] = values[best] === 0 ? NONE : best - i * k;
        all += values[best] as number;
      }
    }
    return all / ONE;
  }

  /** Moves each center to the mean direction of its group; that of an empty one stays. */
  function recenter(): void {
    const sums = new Float64Array(k * dimensions);
    const sizes = new Int32Array(k);
    for (const row of sample) {
      const group = groups[row] as number;
      if (group === NONE) continue;
      sizes[group] = (sizes[group] as number) + 1;
      const to = group * dimensions;
      const from = row * dimensions;
      for (let j = 0; j < dimensions; j++)
        sums[to + j] = (sums[to + j] as number) + (rows[from + j] as number);
    }
    for (let group = 0; group < k; group++) {
      const at = group * dimensions;
      if (sizes[group] === 0) sums.set(centers.subarray(at, at + dimensions), at);
    }
    centers = sums;
  }
}

/** Rows far from the centers that were chosen before are more likely to be the next. */
function plusPlus(
  { rows, dimensions }: Directions,
  list: Int32Array,
  k: number,
  random: () => number,
): Float64Array {
  const centers = new Float64Array(k * dimensions);
  const distances = new Float64Array(list.length).fill(2);
  let chosen = Math.floor(random() * list.length);
  for (let group = 0; group < k; group++) {
    const center = centers.subarray(group * dimensions, (group + 1) * dimensions);
    center.set(
      rows.subarray((list[chosen] as number) * dimensions, ((list[chosen] as number) + 1) * dimensions),
    );
    let mass = 0;
    for (let i = 0; i < list.length; i++) {
      const at = (list[i] as number) * dimensions;
      let dot = 0;
      for (let j = 0; j < dimensions; j++) dot += (rows[at + j] as number) * (center[j] as number);
      const distance = Math.max(0, 1 - dot / (UNIT * UNIT));
      if (distance < (distances[i] as number)) distances[i] = distance;
      mass += distances[i] as number;
    }
    let left = random() * mass;
    chosen = 0;
    while (chosen < list.length - 1) {
      left -= distances[chosen] as number;
      if (left < 0) break;
      chosen++;
    }
  }
  return centers;
}
