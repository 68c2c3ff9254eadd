import type { SentimentEvidence } from './evidence.js';
import type { FoldedPost } from './folded-post.js';
import { BREAK, type Pieces, textAt } from './pieces.js';

const thanks = new Set([
  '感谢',
  '谢谢',
  '多谢',
  'bravo',
  'congrats',
  'congratulations',
  'good job',
  'good work',
  'great job',
  'great work',
  'kudos',
  'nice job',
  'nice work',
  'thank you',
  'thanks',
  'way to go',
  'well done',
]);
const FOR = 'for';
const ING = 'ing';
/** What thanks for harm are for: 感谢官方让我损失了三千, 谢谢你害我迟到. */
const makes = new Set(['让', '害', '把', '令']);
const me = new Set(['我', '我们', '咱', '咱们', '我家', '大家']);
/** Pieces between them and the harm. */
const REACH = 2;

function isHarmToMe(pieces: Pieces, post: FoldedPost, at: number): boolean {
  for (let i = at - 1; i > 0 && i >= at - 1 - REACH && pieces.kinds[i] !== BREAK; i--)
    if (me.has(textAt(pieces, post, i)) && makes.has(textAt(pieces, post, i - 1))) return true;
  return false;
}

/**
 * Whether somebody is thanked or praised for the harm that a word tells: thanks for wasting my time, great job breaking it,
 * 感谢快递让我白等.
 *
 * @param thanked  the word of feeling before it.
 * @param at  piece of the word that tells of harm.
 */
export function isMocked(pieces: Pieces, post: FoldedPost, thanked: SentimentEvidence, at: number): boolean {
  if (thanked.polarity <= 0 || !thanks.has(thanked.text)) return false;
  const { kinds, starts } = pieces;
  for (let i = at - 1; i >= 0 && (starts[i] as number) >= thanked.end; i--)
    if (kinds[i] === BREAK) return false;
  if (isHarmToMe(pieces, post, at)) return true;
  if (!textAt(pieces, post, at).endsWith(ING)) return false;
  const before = textAt(pieces, post, at - 1) === FOR ? at - 2 : at - 1;
  return before >= 0 && pieces.ends[before] === thanked.end;
}
