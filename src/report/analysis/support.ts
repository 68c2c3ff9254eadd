import { compareStrings } from '../../base/compare.js';
import type { Support } from '../report.js';
import type { AnalysedPost } from './analysed-post.js';

/** How many posts, distinct authors and reactions stand behind a set of posts. */
export function supportOf(posts: readonly AnalysedPost[]): Support {
  const authors = new Set<string>();
  let engagement = 0;
  for (const post of posts) {
    for (const author of post.authors) authors.add(author);
    engagement += post.engagement;
  }
  return { posts: posts.length, authors: authors.size, engagement };
}

/** Weightiest first: engagement, then copies, then time, then id. A total order. */
export function byWeight(a: AnalysedPost, b: AnalysedPost): number {
  return (
    b.engagement - a.engagement ||
    b.copies - a.copies ||
    (a.createdAt ?? Infinity) - (b.createdAt ?? Infinity) ||
    compareStrings(a.id, b.id)
  );
}

/** Posts or authors that what is counted needs to be shown: two, and one where there are hardly any posts. */
export function leastPosts(posts: readonly AnalysedPost[]): number {
  return posts.length >= 50 ? 2 : 1;
}
