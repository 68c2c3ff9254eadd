import type { AnalysedPost } from './analysed-post.js';
import { templateOf } from './templates.js';

/** So many posts whose terms are those of nearly all of them, up to this share, are filled in by a machine. */
const MACHINE_POSTS = 6;
const MACHINE_SHARE = 0.75;

/** True if hardly any post says a word of its own. */
function isMachineMade(posts: readonly AnalysedPost[], counts: ReadonlyMap<string, number>): boolean {
  if (posts.length < MACHINE_POSTS) return false;
  let shared = 0;
  let all = 0;
  for (const { toldTerms } of posts) {
    for (const term of toldTerms) if ((counts.get(term) ?? 0) >= 0.8 * posts.length) shared++;
    all += toldTerms.length;
  }
  return all > 0 && shared >= MACHINE_SHARE * all;
}

/**
 * Distinct authors, where posts made from one template have the author of the first.
 *
 * @param counts  of each term, how many of the posts tell it.
 */
export function voicesOf(posts: readonly AnalysedPost[], counts: ReadonlyMap<string, number>): number {
  if (isMachineMade(posts, counts)) return 1;
  const templates = new Set<string>();
  const authors = new Set<string>();
  for (const post of posts) {
    const template = templateOf(post.text);
    if (templates.has(template)) continue;
    templates.add(template);
    for (const author of post.authors) authors.add(author);
  }
  return authors.size;
}
