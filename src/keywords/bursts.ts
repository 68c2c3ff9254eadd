import { checkNumber, checkOptions, type OptionNames } from '../base/check.js';
import { compareStrings } from '../base/compare.js';
import { checkDocumentCounts, type DocumentCounts } from '../counting/document-counts.js';
import { hypergeometricTail } from '../counting/hypergeometric.js';
import { logLikelihoodRatio } from '../counting/log-likelihood.js';

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
  /** Chance of as many documents now without a change, by Fisher's exact test. */
  readonly p: number;
}

export interface BurstOptions {
  /** Least number of documents now. Default: 3. */
  readonly minCount?: number | undefined;
  /** Share of false discoveries that is accepted (Benjamini & Hochberg, 1995). Default: 0.05. */
  readonly falseDiscoveryRate?: number | undefined;
}

const burstOptions: OptionNames<BurstOptions> = { minCount: true, falseDiscoveryRate: true };

/**
 * Terms whose share of documents rose between two periods, by Fisher's exact test with control of false discoveries over the
 * terms of both periods, in order of their log-likelihood ratio (Dunning, 1993).
 *
 * @throws {RedianError} INVALID_ARGUMENT for an option out of range.
 * @returns the strongest first. O(terms · log terms).
 */
export function bursts(now: DocumentCounts, before: DocumentCounts, options: BurstOptions = {}): Burst[] {
  checkOptions(options, burstOptions);
  const { minCount = 3, falseDiscoveryRate: rate = 0.05 } = options;
  checkDocumentCounts('now', now);
  checkDocumentCounts('before', before);
  checkNumber('minCount', minCount, { min: 0 });
  checkNumber('falseDiscoveryRate', rate, { min: 0, max: 1 });
  if (now.documents === 0 || before.documents === 0) return [];
  const documents = now.documents + before.documents;
  const tested = testable(now, before, minCount, rate);
  const candidates: Burst[] = [];
  for (const [term, count] of now.entries()) {
    const past = before.count(term);
    const expected = (past / before.documents) * now.documents;
    if (count < minCount || count <= expected || !tested.totals.has(count + past)) continue;
    const score = logLikelihoodRatio(count, now.documents, past, before.documents);
    const p = hypergeometricTail(count, now.documents, count + past, documents);
    candidates.push({ term, now: count, before: past, expected, score, p });
  }
  candidates.sort((a, b) => a.p - b.p);
  let kept = 0;
  for (const [index, { p }] of candidates.entries())
    if (p <= (rate * (index + 1)) / tested.terms) kept = index + 1;
  return candidates.slice(0, kept).sort((a, b) => b.score - a.score || compareStrings(a.term, b.term));
}

interface Testable {
  /** Documents of both periods that a term must have. */
  readonly totals: ReadonlySet<number>;
  /** Number of terms that do. */
  readonly terms: number;
}

/**
 * The terms that could be found at all: had all of its documents come now, a term would pass among that many. What is too
 * rare for that is not tested, which is known before looking when its documents came.
 *
 * @see Gilbert, "A modified false discovery rate multiple-comparisons procedure for discrete data", 2005
 */
function testable(now: DocumentCounts, before: DocumentCounts, minCount: number, rate: number): Testable {
  const termsOf = new Map<number, number>();
  const add = (total: number): void => {
    if (total >= minCount) termsOf.set(total, (termsOf.get(total) ?? 0) + 1);
  };
  for (const [term, count] of now.entries()) add(count + before.count(term));
  for (const [term, count] of before.entries()) if (now.count(term) === 0) add(count);
  const documents = now.documents + before.documents;
  const byLeast = Array.from(termsOf, ([total, terms]) => {
    const most = Math.min(total, now.documents);
    return { total, terms, least: hypergeometricTail(most, now.documents, total, documents) };
  }).sort((a, b) => a.least - b.least || a.total - b.total);
  const totals = new Set<number>();
  let terms = 0;
  for (const { total, terms: more, least } of byLeast) {
    if (least * (terms + more) > rate) break;
    totals.add(total);
    terms += more;
  }
  return { totals, terms };
}
