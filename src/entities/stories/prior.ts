import { exp, ln } from '../../base/math.js';

/** Share of pairs that tell the same among those compared, over the days that the weights of {@link Likeness} were fitted on. */
const USUAL = 0.07;
/** So many pairs of usual days count beside those at hand. */
const PSEUDO_PAIRS = 300;
/** Likenesses are counted in steps of a tenth, from -10 to 10. */
const STEPS = 10;
const FARTHEST = 10;
const MOST_ROUNDS = 100;
const CONVERGED = 1e-6;

/**
 * By how much the logarithm of the odds is greater in these posts that two which are compared tell the same: a few days of one
 * field repeat themselves more than a day of everything. By expectation-maximization over the pairs, with a beta prior.
 *
 * @param likenesses  logarithms of the odds at the usual share.
 * @returns 0 for no pairs. O(pairs).
 * @see Saerens, Latinne, Decaestecker, "Adjusting the outputs of a classifier to new a priori probabilities", 2002
 */
export function priorOf(likenesses: readonly number[]): number {
  const counts = new Float64Array(2 * FARTHEST * STEPS + 1);
  for (const likeness of likenesses) {
    const bounded = Math.max(-FARTHEST, Math.min(FARTHEST, likeness));
    const step = Math.round((bounded + FARTHEST) * STEPS);
    counts[step] = (counts[step] as number) + 1;
  }
  const usual = ln(USUAL / (1 - USUAL));
  let share = USUAL;
  let shift = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let sum = PSEUDO_PAIRS * USUAL;
    for (let step = 0; step < counts.length; step++) {
      sum += (counts[step] as number) / (1 + exp(FARTHEST - step / STEPS - shift));
    }
    const next = sum / (likenesses.length + PSEUDO_PAIRS);
    shift = ln(next / (1 - next)) - usual;
    if (Math.abs(next - share) < CONVERGED) break;
    share = next;
  }
  return shift;
}
