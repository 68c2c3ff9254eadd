import type { FoldedPost, Window } from '../../corpus/index.js';
import { DocumentCounts } from '../../counting/document-counts.js';
import type { StopWords } from '../../counting/stop-words.js';
import { countingTerms } from '../../counting/terms.js';
import type { Tokenizer } from '../../tokenizer/index.js';
import { TopicHistory } from '../../topics/index.js';
import type { Comparison, Report } from '../report.js';
import type { AnalysedPost } from './analysed-post.js';
import type { Displays } from './displays.js';

/** What changes are counted against: posts of an earlier time, copies folded, or an earlier report. */
export type Baseline = readonly FoldedPost[] | Pick<Report, 'format' | 'counts' | 'history'>;

/** What was said before, or what is said in general; only the latter may hold no documents. */
export interface Earlier {
  readonly kind: 'posts' | 'report' | 'background';
  readonly counts: DocumentCounts;
  /** Terms of each post; undefined where only counts are known. */
  readonly documents?: readonly (readonly string[])[];
  readonly history?: TopicHistory;
}

/** What the baseline says, from its posts or from an earlier report. */
export function earlierOf(
  baseline: Baseline,
  { tokenizer, stopWords }: { readonly tokenizer: Tokenizer; readonly stopWords: StopWords },
  displays: Displays,
): Earlier {
  if ('format' in baseline) {
    return {
      kind: 'report',
      counts: DocumentCounts.from(baseline.counts),
      history: TopicHistory.from(baseline.history),
    };
  }
  const counts = new DocumentCounts();
  const documents = baseline.map(({ text }) => {
    const found = countingTerms(tokenizer.segment(text), stopWords);
    const terms = displays.joined(found.map(({ key }) => key));
    counts.add(terms);
    return terms;
  });
  return { kind: 'posts', counts, documents };
}

/** Two sets of counts, of which the first may hold more of a term than the second. */
export interface Compared {
  readonly kind: Comparison['with'];
  readonly now: DocumentCounts;
  readonly before: DocumentCounts;
}

/**
 * With a baseline the window against it; else the last day against the days before, where there are such; else the window
 * against general Chinese.
 */
export function comparedPeriods(
  posts: readonly AnalysedPost[],
  now: DocumentCounts,
  earlier: Earlier,
  window: Window,
): Compared {
  const { kind, counts: before } = earlier;
  if (kind !== 'background') return { kind, now, before };
  const last = new DocumentCounts();
  const preceding = new DocumentCounts();
  for (const post of posts) (post.day === window.to ? last : preceding).add(post.terms);
  if (window.from !== window.to && last.documents > 0 && preceding.documents > 0) {
    return { kind: 'last-day', now: last, before: preceding };
  }
  if (before.documents > 0) return { kind, now, before };
  return { kind: 'none', now, before: new DocumentCounts() };
}

/** A term in a smaller share of the posts of an earlier time, or of general Chinese, is new. */
const FAMILIAR = 0.002;

/** True of a term that was said before, or is an everyday word; undefined where there is nothing to tell it by. */
export function familiarity({ counts }: Earlier): (term: string) => boolean | undefined {
  if (counts.documents === 0) return () => undefined;
  return (term) => counts.count(term) / counts.documents >= FAMILIAR;
}
