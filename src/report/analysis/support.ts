import { compareStrings } from '../../base/compare.js';
import { type Inline, MAX_EVIDENCE, type Statement, type Support } from '../report.js';
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

/** A statement with its evidence. @param first ids that must lead the evidence, such as that of a quoted post. */
export function statement(
  inlines: readonly Inline[],
  posts: readonly AnalysedPost[],
  first: readonly AnalysedPost[] = [],
): Statement {
  const ordered = [...new Set([...first, ...[...posts].sort(byWeight)])];
  return {
    inlines,
    support: supportOf(posts),
    evidence: ordered.slice(0, MAX_EVIDENCE).map((post) => post.id),
  };
}

export function text(words: string): Inline {
  return { type: 'text', text: words };
}

export function strong(words: string): Inline {
  return { type: 'strong', text: words };
}

export function quote(words: string, post: AnalysedPost): Inline {
  return { type: 'quote', text: words, postId: post.id };
}

/** Who says it, for a sentence: `@name`, or the site; undefined for a post that names neither. */
export function nameOf(post: AnalysedPost): string | undefined {
  return post.author === undefined ? post.site : `@${post.author}`;
}
