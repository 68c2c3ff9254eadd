import { exp } from '../../base/math.js';
import { DocumentCounts } from '../../counting/document-counts.js';
import { simplify } from '../../text/variants.js';
import type { Tokenizer } from '../../tokenizer/index.js';
import type { AnalysedPost } from './analysed-post.js';
import type { Earlier } from './compared.js';

/** Posts are Chinese if this share of them holds a word of the dictionary. */
const CHINESE = 0.5;
/** A word that the dictionary's corpus holds less often than this may have got its frequency by hand. */
const LEAST_FREQUENCY = 10;

/**
 * What general Chinese says, where no earlier posts are given: the word frequencies of jieba's dictionary (60 million words
 * of newspapers and novels), as counts of documents that hold as many of its words as these posts do on average. A word of
 * rate r stands in 1 - exp(-r·n) of the documents of n words.
 *
 * @param now  in how many of the posts each term occurs.
 * @returns counts of those words of the posts that the dictionary knows; of no documents where the posts are not Chinese.
 *   Names and foreign words, which it does not hold, cannot be compared.
 */
export function backgroundOf(
  posts: readonly AnalysedPost[],
  now: DocumentCounts,
  tokenizer: Tokenizer,
): Earlier {
  const length = wordsPerPost(posts, tokenizer);
  const documents = length === 0 ? 0 : Math.round(tokenizer.total / length);
  const terms: [string, number][] = [];
  for (const [term] of documents === 0 ? [] : now.entries()) {
    const frequency = frequencyOf(term, tokenizer);
    if (frequency < LEAST_FREQUENCY) continue;
    const share = 1 - exp((-frequency / tokenizer.total) * length);
    terms.push([term, Math.min(documents, Math.max(1, Math.round(share * documents)))]);
  }
  const counts = DocumentCounts.from({ format: 'redian-document-counts', version: 1, documents, terms });
  return { kind: 'background', counts };
}

/** How often the dictionary's corpus has a word, or what it is in simplified characters; 0 for one that it lacks. */
function frequencyOf(word: string, tokenizer: Tokenizer): number {
  return tokenizer.frequencyOf(word) ?? tokenizer.frequencyOf(simplify(word)) ?? 0;
}

/** Words of the dictionary in a post on average; 0 where the posts are not Chinese. */
function wordsPerPost(posts: readonly AnalysedPost[], tokenizer: Tokenizer): number {
  const known = new Map<string, boolean>();
  let words = 0;
  let chinese = 0;
  for (const { tokens } of posts) {
    const before = words;
    for (const { text, kind } of tokens) {
      if (kind !== 'word') continue;
      let isKnown = known.get(text);
      if (isKnown === undefined) {
        isKnown = frequencyOf(text, tokenizer) > 0;
        known.set(text, isKnown);
      }
      if (isKnown) words++;
    }
    if (words > before) chinese++;
  }
  return chinese > 0 && chinese >= CHINESE * posts.length ? words / posts.length : 0;
}
