import { seededRandom } from '../base/random.js';

const TRIES = 16;
const ITERATIONS = 40;
/** Seeding and choosing among tries looks at at most so many rows. */
const SAMPLE = 5000;

/**
 * Groups directions by the cosine with the mean direction of their group: the best of sixteen tries, each begun with
 * k-means++.
 *
 * @param rows row-major, shape (documents, dimensions), rows of length 1 or zero.
 * @returns group of each row. O(16 · 40 · 5000 · k · dimensions) at most, and one pass over all rows.
 * @see Dhillon & Modha, "Concept decompositions for large sparse text data using clustering", 2001; Arthur &
 * Vassilvitskii, "k-means++", 2007
 */
export function sphericalKMeans(rows: Float64Array, dimensions: number, k: number, seed: number): Int32Array {
  const documents = rows.length / dimensions;
  const random = seededRandom(seed);
  const stride = Math.max(1, Math.ceil(documents / SAMPLE));
  const count = Math.ceil(documents / stride);
  const sample = stride === 1 ? rows : new Float64Array(count * dimensions);
  if (stride > 1) {
    for (let i = 0; i < count; i++) {
      const at = i * stride * dimensions;
      sample.set(rows.subarray(at, at + dimensions), i * dimensions);
    }
  }
  const groups = new Int32Array(count);
  let best: Float64Array = new Float64Array(k * dimensions);
  let most = Number.NEGATIVE_INFINITY;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const centers = plusPlus(sample, count, dimensions, k, random);
    let sum = Number.NEGATIVE_INFINITY;
    for (let iteration = 0; iteration < ITERATIONS; iteration++) {
      const now = assign(sample, dimensions, centers, k, groups);
      if (now - sum < 1e-5 * count) break;
      sum = now;
      recenter(sample, dimensions, groups, centers);
    }
    if (sum <= most) continue;
    most = sum;
    best = centers;
  }
  const topics = new Int32Array(documents);
  assign(rows, dimensions, best, k, topics);
  return topics;
}

/** Rows far from the centers that were chosen before are more likely to be the next. */
function plusPlus(
  rows: Float64Array,
  count: number,
  dimensions: number,
  k: number,
  random: () => number,
): Float64Array {
  const centers = new Float64Array(k * dimensions);
  const distances = new Float64Array(count).fill(2);
  let chosen = Math.floor(random() * count);
  for (let center = 0; center < k; center++) {
    const from = chosen * dimensions;
    centers.set(rows.subarray(from, from + dimensions), center * dimensions);
    let mass = 0;
    for (let row = 0; row < count; row++) {
      const distance = Math.max(0, 1 - dot(rows, row * dimensions, centers, center * dimensions, dimensions));
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

/** Puts each row into the group of the nearest center; returns the sum of their cosines. */
function assign(
  rows: Float64Array,
  dimensions: number,
  centers: Float64Array,
  k: number,
  groups: Int32Array,
): number {
  let sum = 0;
  for (let row = 0; row < groups.length; row++) {
    let best = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let center = 0; center < k; center++) {
      const cosine = dot(rows, row * dimensions, centers, center * dimensions, dimensions);
      if (cosine <= most) continue;
      most = cosine;
      best = center;
    }
    groups[row] = best;
    sum += most;
  }
  return sum;
}

/** Moves each center to the mean direction of its group; that of an empty one stays. */
function recenter(rows: Float64Array, dimensions: number, groups: Int32Array, centers: Float64Array): void {
  const sums = new Float64Array(centers.length);
  for (let row = 0; row < groups.length; row++) {
    const to = (groups[row] as number) * dimensions;
    for (let j = 0; j < dimensions; j++) {
      sums[to + j] = (sums[to + j] as number) + (rows[row * dimensions + j] as number);
    }
  }
  for (let at = 0; at < sums.length; at += dimensions) {
    const length = Math.sqrt(dot(sums, at, sums, at, dimensions));
    if (length < 1e-6) continue;
    for (let j = 0; j < dimensions; j++) centers[at + j] = (sums[at + j] as number) / length;
  }
}

function dot(a: Float64Array, atA: number, b: Float64Array, atB: number, dimensions: number): number {
  let sum = 0;
  for (let j = 0; j < dimensions; j++) sum += (a[atA + j] as number) * (b[atB + j] as number);
  return sum;
}
