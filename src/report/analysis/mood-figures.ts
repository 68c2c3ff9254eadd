import { moodOf } from '../../sentiment/index.js';
import type { AnalysedPost } from './analysed-post.js';
import type { MoodFigures } from './analysis.js';

/** The mood of posts, with its interval. */
export function moodFigures(posts: readonly AnalysedPost[]): MoodFigures {
  return moodOf(posts.map(({ score, mood }) => ({ score, label: mood })));
}
