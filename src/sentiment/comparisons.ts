import { isLast } from './ended.js';
import type { FoldedPost } from './folded-post.js';
import { BREAK, type Pieces, textAt } from './pieces.js';

/** What the winner of a comparison does: who has it done to him has lost. */
const victories = new Set(
  '超越 碾压 吊打 秒杀 完爆 完胜 打败 反超 比下去 领先 赶超 甩了几条街 甩了好几条街 甩几条街 甩好几条街 甩开几条街 甩出几条街 甩了十条街'.split(
    ' ',
  ),
);
const PASSIVE = '被';
/** Pieces between 被 and the victory: 被安卓阵营全面超越. */
const PASSIVE_REACH = 5;
const comparatives = new Set(
  'better nicer faster smoother easier cleaner sharper brighter quieter tastier stronger superior'.split(' '),
);
const were = new Set(['was', 'were']);
/** Which of two things is not the one at hand: the old version was better. */
const former = new Set('old older previous original earlier former last first'.split(' '));
/** Pieces from such a word to the comparative. */
const FORMER_REACH = 6;

function isBefore(
  pieces: Pieces,
  post: FoldedPost,
  at: number,
  reach: number,
  is: (text: string) => boolean,
): number {
  for (let i = at - 1; i >= 0 && i >= at - reach && pieces.kinds[i] !== BREAK; i--)
    if (is(textAt(pieces, post, i))) return i;
  return -1;
}

/**
 * The first piece of what says that the praise of a word is another's: 被对手超越, the old version was better; -1 if nothing does.
 *
 * @param first  first piece of the word.
 * @param last  last piece of it.
 */
export function loserFrom(
  pieces: Pieces,
  post: FoldedPost,
  first: number,
  last: number,
  word: string,
): number {
  if (victories.has(word)) {
    if (!isLast(pieces, post, last)) return -1;
    return isBefore(pieces, post, first, PASSIVE_REACH, (text) => text === PASSIVE);
  }
  if (!comparatives.has(word)) return -1;
  const verb = isBefore(pieces, post, first, 2, (text) => were.has(text));
  return verb < 0 ? -1 : isBefore(pieces, post, verb, FORMER_REACH, (text) => former.has(text));
}
