import { checkInstance, checkNumber, checkOptions, type OptionNames } from '../base/check.js';
import { compareStrings } from '../base/compare.js';
import { DocumentCounts } from '../counting/document-counts.js';
import { chiSquaredTail, logLikelihoodRatio } from '../counting/log-likelihood.js';

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

const burstOptions: OptionNames<BurstOptions> = { minCount: true, falseDiscoveryRate: true };

/**
 * Terms whose share of documents rose between two periods, by log-likelihood ratio (Dunning, 1993), with control
 * of false discoveries over all terms that were looked at.
 *
 * @throws {RedianError} INVALID_ARGUMENT for an option out of range.
 * @returns the strongest first. O(terms · log terms).
 */
export function bursts(now: DocumentCounts, before: DocumentCounts, options: BurstOptions = {}): Burst[] {
  checkOptions(options, burstOptions);
  const { minCount = 3, falseDiscoveryRate: rate = 0.05 } = options;
  checkInstance('now', now, 'DocumentCounts', DocumentCounts);
  checkInstance('before', before, 'DocumentCounts', DocumentCounts);
  checkNumber('minCount', minCount, { min: 0 });
  checkNumber('falseDiscoveryRate', rate, { min: 0, max: 1 });
  if (now.documents === 0 || before.documents === 0) return [];
  const candidates: Burst[] = [];
  let looked = 0;
  for (const [term, count] of now.entries()) {
    if (count < minCount) continue;
    looked++;
    const past = before.count(term);
    const expected = (past / before.documents) * now.documents;
    if (count <= expected) continue;
    const score = logLikelihoodRatio(count, now.documents, past, before.documents);
    candidates.push({ term, now: count, before: past, expected, score, p: chiSquaredTail(score) });
  }
  candidates.sort((a, b) => b.score - a.score || compareStrings(a.term, b.term));
  let kept = 0;
  for (const [index, { p }] of candidates.entries()) if (p <= (rate * (index + 1)) / looked) kept = index + 1;
  return candidates.slice(0, kept);
}
