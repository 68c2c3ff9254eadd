import { compareStrings } from '../../base/compare.js';
import { ln } from '../../base/math.js';
import type { DocumentCounts } from '../../counting/document-counts.js';
import type { TermRow } from '../report.js';
import type { AnalysedPost } from './analysed-post.js';
import type { Compared } from './compared.js';
import type { Displays } from './displays.js';
import { leastPosts } from './support.js';

/** Rows of the table of terms. */
const TERMS = 400;
/** What a name counts for beside a word, and what a word that titles of any day have, such as 女子. */
const NAMED = 1.4;
const OF_ANY_DAY = 0.4;
/** Days of a window whose terms are counted day by day. */
const MOST_DAYS = 10;

/** Counts of all posts of the window, where `posts` are a sample of them. */
export interface WholeCounts {
  /** Posts whose terms were counted; copies are counted, advertisements are not. */
  readonly posts: number;
  /** Beginnings of quarters of an hour, milliseconds since 1970, with the posts of each. */
  readonly volume: readonly (readonly [start: number, posts: number])[];
  /** Posts of a day, or of all, with a term. */
  count(term: string, day?: string): number;
}

/** Terms by posts times idf, names before ordinary words of the same count. */
export function termsOf(
  posts: readonly AnalysedPost[],
  counts: DocumentCounts,
  compared: Compared,
  displays: Displays,
  isOfTheDay: (term: string) => boolean,
  days: readonly string[],
  whole: WholeCounts | undefined,
): TermRow[] {
  const moods = new Map<string, number>();
  for (const post of posts) {
    for (const term of new Set(post.terms)) moods.set(term, (moods.get(term) ?? 0) + post.score);
  }
  const least = leastPosts(posts);
  const weighed = [...counts.entries()]
    .filter(([, count]) => count >= least)
    .map(([term, count]) => ({
      term,
      count,
      weight:
        count *
        ln(1 + counts.documents / count) *
        (displays.isNamed(term) ? NAMED : isOfTheDay(term) ? 1 : OF_ANY_DAY),
    }))
    .sort((a, b) => b.weight - a.weight || compareStrings(a.term, b.term))
    .slice(0, TERMS);
  const heaviest = weighed[0]?.weight ?? 1;
  const shown = new Set(weighed.map(({ term }) => term));
  const byDay = new Map<string, number[]>();
  for (const post of posts) {
    const day = post.day === undefined ? -1 : days.indexOf(post.day);
    if (day < 0) continue;
    for (const term of new Set(post.terms)) {
      if (!shown.has(term)) continue;
      const counts = byDay.get(term) ?? days.map(() => 0);
      byDay.set(term, counts);
      counts[day] = (counts[day] ?? 0) + 1;
    }
  }
  const daysOf = (term: string): number[] =>
    whole === undefined ? (byDay.get(term) ?? days.map(() => 0)) : days.map((day) => whole.count(term, day));
  return weighed.map(({ term, count, weight }) => {
    const before = compared.before.count(term);
    const comparable =
      compared.kind === 'background' ? before > 0 && !displays.isCut(term) : compared.kind !== 'none';
    const expected = comparable ? (before / compared.before.documents) * compared.now.documents : 0;
    const daily = days.length < 2 || days.length > MOST_DAYS ? undefined : daysOf(term);
    return {
      term: displays.of(term),
      posts: whole?.count(term) ?? count,
      weight: weight / heaviest,
      mood: (moods.get(term) ?? 0) / count,
      ...(comparable ? { change: { now: compared.now.count(term), expected } } : {}),
      ...(daily === undefined ? {} : { days: daily }),
    };
  });
}
