import type { Token } from '../tokenizer/token.js';

/** So many hashtags in a row no longer say what a post tells but by which words it wants to be found. */
const PILE = 4;

/**
 * Tokens that stand in no pile of hashtags: four or more with nothing but spaces in between.
 *
 * @param tokens  all tokens of a post, in order.
 * @returns the same array where there is no pile. O(tokens).
 */
export function outsideTagPiles(tokens: readonly Token[]): readonly Token[] {
  let tags = 0;
  let start = 0;
  const piles: [number, number][] = [];
  for (let i = 0; i <= tokens.length; i++) {
    const token = tokens[i];
    if (token !== undefined && (token.kind === 'space' || (tags > 0 && isEmptyMark(token)))) continue;
    if (token !== undefined && token.kind === 'hashtag') {
      if (tags === 0) start = i;
      tags++;
      continue;
    }
    if (tags >= PILE) piles.push([start, i]);
    tags = 0;
  }
  if (piles.length === 0) return tokens;
  return tokens.filter((_, index) => !piles.some(([from, to]) => index >= from && index < to));
}

/** What people put between tags. */
function isEmptyMark(token: Token): boolean {
  return token.kind === 'punctuation' && /^[,，、|·•]+$/.test(token.text);
}
