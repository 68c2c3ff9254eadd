import type { Analysis } from '../analysis/analysis.js';
import { isMostlyNeutral } from './mood-words.js';

/** True of posts that report, such as titles: nobody reacts to them, and most take no side. */
export function isFeed({ posts, mood }: Analysis): boolean {
  return isMostlyNeutral(mood) && posts.every(({ engagement }) => engagement === 0);
}
