import { BREAK, type Pieces } from './pieces.js';
import { FALL, MORE_IS_BAD, MORE_IS_GOOD, RISE } from './word-trie.js';

/** Words between a quantity and the verb that says it rises or falls, and between such a verb and the quantity after it. */
const MOVED_BEFORE = 5;
const MOVED_AFTER = 3;

function isQuantity(shifter: number | undefined): boolean {
  return shifter === MORE_IS_GOOD || shifter === MORE_IS_BAD;
}

export function isMotion(shifter: number | undefined): boolean {
  return shifter === RISE || shifter === FALL;
}

/** The piece of the quantity that the verb at a piece moves (profit fell, 亏损收窄, reduced costs); -1 if it moves none. */
export function quantityOf({ kinds, shifters, count }: Pieces, at: number): number {
  for (let i = at - 1; i >= 0 && at - i <= MOVED_BEFORE && kinds[i] !== BREAK; i--) {
    if (isQuantity(shifters[i])) return i;
    if (isMotion(shifters[i])) break;
  }
  for (let i = at + 1; i < count && i - at <= MOVED_AFTER && kinds[i] !== BREAK; i++) {
    if (isQuantity(shifters[i])) return i;
    if (isMotion(shifters[i])) break;
  }
  return -1;
}

/** True of a quantity that a verb beside it moves: what it says by itself does not count. */
export function isMoved({ kinds, shifters, count }: Pieces, at: number): boolean {
  if (!isQuantity(shifters[at])) return false;
  for (let i = at + 1; i < count && i - at <= MOVED_BEFORE && kinds[i] !== BREAK; i++)
    if (isMotion(shifters[i])) return true;
  for (let i = at - 1; i >= 0 && at - i <= MOVED_AFTER && kinds[i] !== BREAK; i--)
    if (isMotion(shifters[i])) return true;
  return false;
}
