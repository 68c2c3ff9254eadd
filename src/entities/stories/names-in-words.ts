import { WordPairs } from '../../counting/word-pairs.js';
import { isHan } from '../../text/han.js';
import type { EventPost } from './story.js';

/**
 * Pairs of words that hardly stand without each other, as names that no dictionary has are cut: 迪丽 and 热巴.
 *
 * @returns by the first word, the second. O(tokens).
 */
export function namesInWords(posts: readonly EventPost[]): ReadonlyMap<string, string> {
  const pairs = new WordPairs();
  const places = new Map<string, number>();
  for (const { tokens } of posts) {
    let before: string | undefined;
    let end = -1;
    for (const token of tokens) {
      const word =
        token.kind === 'word' && token.text.length >= 2 && isHan(token.text) ? token.text : undefined;
      if (word !== undefined) {
        places.set(word, (places.get(word) ?? 0) + 1);
        if (before !== undefined && token.start === end) pairs.count(before, word);
      }
      before = word;
      end = token.end;
    }
  }
  return new Map(pairs.names((word) => places.get(word) ?? 0, 2));
}
