import { ln } from '../base/math.js';
import { UNIT } from '../vectors/index.js';
import type { Joined, Rows } from './gsdmm.js';

/**
 * Logarithm of the joint probability of documents and their topics under the mixture, but for a constant: the higher,
 * the better do these topics tell the corpus. O(ids + documents · dimensions).
 */
export function jointProbability(
  { starts, ids, terms }: Rows,
  topics: Int32Array,
  {
    k,
    alpha,
    beta,
    joined,
  }: { readonly k: number; readonly alpha: number; readonly beta: number; readonly joined: Joined },
): number {
  const { rows, dimensions } = joined.directions;
  const sizes = new Float64Array(k);
  const totals = new Float64Array(k);
  const counts = new Float64Array(k * terms);
  const sums = new Float64Array(k * dimensions);
  let sum = 0;
  for (const [document, topic] of topics.entries()) {
    const size = sizes[topic] as number;
    sizes[topic] = size + 1;
    sum += ln(alpha + size);
    for (let i = starts[document] as number; i < (starts[document + 1] as number); i++) {
      const at = (ids[i] as number) * k + topic;
      const count = counts[at] as number;
      const total = totals[topic] as number;
      counts[at] = count + 1;
      totals[topic] = total + 1;
      sum += ln((beta + count) / (beta * terms + total));
    }
    const from = document * dimensions;
    const to = topic * dimensions;
    for (let j = 0; j < dimensions; j++) sums[to + j] = (sums[to + j] as number) + (rows[from + j] as number);
  }
  for (let topic = 0; topic < k; topic++) {
    let squares = 0;
    for (let at = topic * dimensions; at < (topic + 1) * dimensions; at++)
      squares += (sums[at] as number) ** 2;
    sum += (joined.weight * Math.sqrt(squares)) / UNIT;
  }
  return sum;
}
