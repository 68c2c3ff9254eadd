import type { AnalysedPost } from '../analysis/analysed-post.js';
import { byWeight, supportOf } from '../analysis/support.js';
import { type Inline, MAX_EVIDENCE, type Statement } from '../report.js';

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
