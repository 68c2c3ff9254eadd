import type { AnalysedPost } from '../analysis/analysed-post.js';
import { byWeight, supportOf } from '../analysis/support.js';
import { type Inline, MAX_EVIDENCE, type Statement, type Supported } from '../report.js';

/** The support of posts, and their ids as evidence. @param first  posts that must lead it, such as one that is quoted. */
export function supportedBy(posts: readonly AnalysedPost[], first: readonly AnalysedPost[] = []): Supported {
  const ordered = [...new Set([...first, ...[...posts].sort(byWeight)])];
  return { support: supportOf(posts), evidence: ordered.slice(0, MAX_EVIDENCE).map((post) => post.id) };
}

/** Words with the posts that they rest on. @param first  as for {@link supportedBy}. */
export function statement(
  inlines: readonly Inline[],
  posts: readonly AnalysedPost[],
  first: readonly AnalysedPost[] = [],
): Statement {
  return { inlines, ...supportedBy(posts, first) };
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

/** （@name） behind a quote; nothing for a post without a name. */
export function signed(post: AnalysedPost): string {
  const name = nameOf(post);
  return name === undefined ? '' : `（${name}）`;
}
