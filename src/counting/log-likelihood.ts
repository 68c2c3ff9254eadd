import { exp, ln } from '../base/math.js';

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

/** Upper tail of chi-squared with one degree of freedom: erfc(√(x/2)), Numerical Recipes' Chebyshev fit (1.2e-7). */
export function chiSquaredTail(score: number): number {
  const z = Math.sqrt(score / 2);
  const t = 1 / (1 + 0.5 * z);
  const series = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
    -0.82215223, 0.17087277,
  ];
  let sum = 0;
  for (let i = series.length - 1; i >= 0; i--) sum = sum * t + (series[i] as number);
  return t * exp(-z * z + sum);
}
