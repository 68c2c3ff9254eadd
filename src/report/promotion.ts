import type { Cues } from './cues.js';

/** Promotional cues of this weight make a post an advertisement. */
const PROMOTION = 2;

/** Whether a text advertises or gives away. */
export function isPromotional(text: string, promotions: Cues<number>): boolean {
  let weight = 0;
  for (const { value } of promotions.find(text)) weight += value;
  return weight >= PROMOTION;
}
