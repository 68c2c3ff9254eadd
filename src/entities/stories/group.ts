import type { Report } from './report.js';
import type { EventPost } from './story.js';

/** Reports that tell the same, by time. */
export interface Group {
  readonly reports: readonly Report[];
  readonly posts: ReadonlySet<EventPost>;
  /** In how many reports a key stands. */
  readonly counts: ReadonlyMap<number, number>;
  /** When the first and the last were posted; infinite where no time is known. */
  readonly first: number;
  readonly last: number;
}

export function groupOf(reports: readonly Report[]): Group {
  const posts = new Set<EventPost>();
  const counts = new Map<number, number>();
  let first = Infinity;
  let last = -Infinity;
  for (const { post, keys } of reports) {
    posts.add(post);
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    if (post.createdAt === undefined) continue;
    first = Math.min(first, post.createdAt);
    last = Math.max(last, post.createdAt);
  }
  return { reports, posts, counts, first, last };
}
