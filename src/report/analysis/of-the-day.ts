import type { DocumentCounts } from '../../counting/document-counts.js';
import type { Tokenizer } from '../../tokenizer/index.js';
import { WordVectors } from '../../vectors/index.js';
import type { AnalysedPost } from './analysed-post.js';

/** So many times the share of posts that titles of other days would have, and that general Chinese would. */
const ABOVE_TITLES = 5;
const ABOVE_GENERAL = 20;

/**
 * Tells words of the day, which posts hold far more often than titles of other days do, from those that titles always have,
 * such as 男子 and 女子, and from those that everybody always says, such as 农村. A word that both lack is one of the day.
 */
export function ofTheDay(
  posts: readonly AnalysedPost[],
  now: DocumentCounts,
  tokenizer: Tokenizer,
): (term: string) => boolean {
  const titles = WordVectors.loadSync();
  const words = posts.reduce((sum, { terms }) => sum + terms.length, 0);
  return (term) => {
    const general = (tokenizer.frequencyOf(term) ?? 0) / tokenizer.total;
    const least = words * Math.max(ABOVE_TITLES * titles.probability(term), ABOVE_GENERAL * general);
    return now.count(term) > least;
  };
}
