import { type Passage, spanOf } from '../language/quote.js';
import type { AnalysedPost } from './analysed-post.js';

/** Words of praise in a passage of a post less those of blame. */
export function toneOf({ tones, tokens }: AnalysedPost, passage: Passage): number {
  const span = spanOf(passage, tokens);
  const inside = tones.filter(({ start, end }) => start >= span.start && end <= span.end);
  return inside.reduce((sum, { sign }) => sum + sign, 0);
}
