import type { DocumentCounts } from '../../counting/document-counts.js';
import { WordVectors } from '../../vectors/index.js';
import type { AnalysedPost } from './analysed-post.js';

/** So many times the share of posts that titles of other days would have. */
const ABOVE = 5;

/**
 * Tells words of the day, which posts hold far more often than titles of other days do, from those that titles always have,
 * such as 男子 and 女子. A word that the titles lack is one of the day.
 */
export function ofTheDay(posts: readonly AnalysedPost[], now: DocumentCounts): (term: string) => boolean {
  const titles = WordVectors.loadSync();
  const words = posts.reduce((sum, { terms }) => sum + terms.length, 0);
  return (term) => now.count(term) > ABOVE * words * titles.probability(term);
}
