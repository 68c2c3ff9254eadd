import { compareStrings } from '../../base/compare.js';
import type { AnalysedPost } from './analysed-post.js';
import type { SubjectFigures } from './analysis.js';
import { moodOfPosts } from './mood-of-posts.js';
import { byWeight } from './support.js';

/** The names that posts speak of with these posts and their mood, most spoken of first. */
export function subjectsOf(posts: readonly AnalysedPost[]): SubjectFigures[] {
  const byName = new Map<string, { category: string; ticker?: string; posts: AnalysedPost[] }>();
  for (const post of posts) {
    const seen = new Set<string>();
    for (const { name, category, ticker } of post.mentions) {
      if (seen.has(name)) continue;
      seen.add(name);
      const subject = byName.get(name) ?? {
        category,
        ...(ticker === undefined ? {} : { ticker }),
        posts: [],
      };
      byName.set(name, subject);
      subject.posts.push(post);
    }
  }
  return [...byName]
    .map(([name, subject]) => ({
      name,
      category: subject.category,
      ...(subject.ticker === undefined ? {} : { ticker: subject.ticker }),
      posts: [...subject.posts].sort(byWeight),
      mood: moodOfPosts(subject.posts),
    }))
    .sort((a, b) => b.posts.length - a.posts.length || compareStrings(a.name, b.name));
}
