import { BREAK, type Pieces } from './pieces.js';
import { FALL, MORE_IS_BAD, MORE_IS_GOOD, RISE } from './word-trie.js';

/** Words between a quantity and the verb that says it rises or falls, and between such a verb and the quantity after it. */
const MOVED_BEFORE = 5;
const MOVED_AFTER = 3;

/**
 * Profit fell, 亏损收窄, reduced costs: 1 if the verb at a piece moves a quantity the right way, -1 if the wrong way, 0 if it
 * is no such verb or moves nothing.
 */
export function movementAt(pieces: Pieces, at: number): number {
  const { kinds, shifters, count } = pieces;
  const verb = shifters[at];
  if (verb !== RISE && verb !== FALL) return 0;
  const sign = verb === RISE ? 1 : -1;
  for (let i = at - 1; i >= 0 && at - i <= MOVED_BEFORE && kinds[i] !== BREAK; i--) {
    if (shifters[i] === MORE_IS_GOOD) return sign;
    if (shifters[i] === MORE_IS_BAD) return -sign;
    if (shifters[i] === RISE || shifters[i] === FALL) break;
  }
  for (let i = at + 1; i < count && i - at <= MOVED_AFTER && kinds[i] !== BREAK; i++) {
    if (shifters[i] === MORE_IS_GOOD) return sign;
    if (shifters[i] === MORE_IS_BAD) return -sign;
    if (shifters[i] === RISE || shifters[i] === FALL) break;
  }
  return 0;
}

/** True of a quantity that a verb beside it moves: what it says by itself does not count. */
export function isMoved(pieces: Pieces, at: number): boolean {
  const { kinds, shifters, count } = pieces;
  if (shifters[at] !== MORE_IS_GOOD && shifters[at] !== MORE_IS_BAD) return false;
  for (let i = at + 1; i < count && i - at <= MOVED_BEFORE && kinds[i] !== BREAK; i++)
    if (shifters[i] === RISE || shifters[i] === FALL) return true;
  for (let i = at - 1; i >= 0 && at - i <= MOVED_AFTER && kinds[i] !== BREAK; i--)
    if (shifters[i] === RISE || shifters[i] === FALL) return true;
  return false;
}
