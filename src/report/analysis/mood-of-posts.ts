import { type Mood, moodOf } from '../../sentiment/index.js';
import type { AnalysedPost } from './analysed-post.js';

/** The mood of posts, with its interval. */
export function moodOfPosts(posts: readonly AnalysedPost[]): Mood {
  return moodOf(posts.map(({ score, mood }) => ({ score, label: mood })));
}
