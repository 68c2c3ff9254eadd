import { ln } from '../base/math.js';

function part(observed: number, expected: number): number {
  return observed === 0 ? 0 : observed * ln(observed / expected);
}

/**
 * Dunning's log-likelihood ratio G² of two shares, `a` of `ofA` and `b` of `ofB`: how little one common share explains
 * both (Dunning, 1993). 0 for equal shares; above 3.84 with a chance of 5 % where the shares are the same.
 */
export function logLikelihoodRatio(a: number, ofA: number, b: number, ofB: number): number {
  const share = (a + b) / (ofA + ofB);
  const sum =
    part(a, share * ofA) +
    part(b, share * ofB) +
    part(ofA - a, (1 - share) * ofA) +
    part(ofB - b, (1 - share) * ofB);
  return Math.max(0, 2 * sum);
}
