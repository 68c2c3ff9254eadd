import type { UserWords } from '../lexicon/user-words.js';
import type { WordLexicon } from '../lexicon/word-lexicon.js';

/** What is known of a stretch of text while its path is chosen from right to left; by position. */
export interface PathBoard {
  /** Code of each character, {@link WordLexicon.outside} for one that belongs to no block. */
  readonly codes: Uint16Array;
  /** Logarithm of the probability from there to the end of the block. */
  readonly scores: Float64Array;
  /**
   * 2 integers each: where the word on the path that begins there ends, for a character outside of blocks its own
   * position; and the identifier of that word.
   */
  readonly path: Int32Array;
}

/**
 * Weighs the words of the user that begin at position k of text[start, start + length); they stand above those of the table.
 *
 * @param bestOfTable  what the best word of the table gives; its end and identifier are on the board.
 * @returns what the best word of all gives.
 */
export function weighUserWords(
  lexicon: WordLexicon,
  board: PathBoard,
  text: string,
  start: number,
  k: number,
  length: number,
  bestOfTable: number,
): number {
  const user = lexicon.user as UserWords;
  const { codes, scores, path } = board;
  const { logTotal, outside } = lexicon;
  let best = bestOfTable;
  let node = user.child(0, text.charCodeAt(start + k));
  if (node !== 0 && user.log(node) !== Number.NEGATIVE_INFINITY) {
    const score = user.log(node) - logTotal + scores[k + 1];
    if (path[2 * k] === k + 1 || score > best) {
      best = score;
      path[2 * k] = k + 1;
      path[2 * k + 1] = codes[k];
    }
  }
  for (let i = k + 1; node !== 0 && i < length && codes[i] !== outside; i++) {
    node = user.child(node, text.charCodeAt(start + i));
    if (node === 0 || user.log(node) === Number.NEGATIVE_INFINITY) continue;
    const score = user.log(node) - logTotal + scores[i + 1];
    if (score > best || (score === best && i + 1 > path[2 * k])) {
      best = score;
      path[2 * k] = i + 1;
      path[2 * k + 1] = user.id(node);
    }
  }
  return best;
}
