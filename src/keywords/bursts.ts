import { compareStrings } from '../base/compare.js';
import type { DocumentCounts } from '../counting/document-counts.js';

/** A term that is said more often now than before. */
export interface Burst {
  readonly term: string;
  /** Documents with the term, now and before. */
  readonly now: number;
  readonly before: number;
  /** Documents now that the rate of before would give. */
  readonly expected: number;
  /** Dunning's log-likelihood ratio G². */
  readonly score: number;
  /** Chance of a score as high without a change, from the chi-squared distribution with one degree of freedom. */
  readonly p: number;
}

export interface BurstOptions {
  /** Least number of documents now. Default: 3. */
  readonly minCount?: number;
  /** Share of false discoveries that is accepted (Benjamini & Hochberg, 1995). Default: 0.05. */
  readonly falseDiscoveryRate?: number;
}

/** Upper tail of chi-squared with one degree of freedom: erfc(√(x/2)), Numerical Recipes' Chebyshev fit (1.2e-7). */
function tail(score: number): number {
  const z = Math.sqrt(score / 2);
  const t = 1 / (1 + 0.5 * z);
  const series = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
    -0.82215223, 0.17087277,
  ];
  let sum = 0;
  for (let i = series.length - 1; i >= 0; i--) sum = sum * t + (series[i] as number);
  return t * Math.exp(-z * z + sum);
}

function part(observed: number, expected: number): number {
  return observed === 0 ? 0 : observed * Math.log(observed / expected);
}

/**
 * Terms whose share of documents rose between two periods, by log-likelihood ratio (Dunning, 1993), with control
 * of false discoveries over all terms that were looked at.
 *
 * @returns the strongest first. O(terms · log terms).
 */
export function bursts(now: DocumentCounts, before: DocumentCounts, options: BurstOptions = {}): Burst[] {
  const minCount = options.minCount ?? 3;
  const rate = options.falseDiscoveryRate ?? 0.05;
  if (now.documents === 0 || before.documents === 0) return [];
  const all = now.documents + before.documents;
  const candidates: Burst[] = [];
  let looked = 0;
  for (const [term, count] of now.entries()) {
    if (count < minCount) continue;
    looked++;
    const past = before.count(term);
    const share = (count + past) / all;
    const expected = (past / before.documents) * now.documents;
    if (count <= expected) continue;
    const score =
      2 *
      (part(count, share * now.documents) +
        part(past, share * before.documents) +
        part(now.documents - count, (1 - share) * now.documents) +
        part(before.documents - past, (1 - share) * before.documents));
    candidates.push({ term, now: count, before: past, expected, score, p: tail(Math.max(0, score)) });
  }
  candidates.sort((a, b) => b.score - a.score || compareStrings(a.term, b.term));
  let kept = 0;
  for (const [index, { p }] of candidates.entries()) if (p <= (rate * (index + 1)) / looked) kept = index + 1;
  return candidates.slice(0, kept);
}
