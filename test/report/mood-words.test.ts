import { expect, it } from 'vitest';
import { moodWords } from '../../src/report/sections/mood-words.js';
import { moodOf } from '../../src/sentiment/index.js';

/** Posts of which some are for it and some against, the others neither. */
function moodOfCounts(posts: number, positive: number, negative: number, strength = 0.6) {
  return moodOf(
    Array.from({ length: posts }, (_, index) => {
      if (index < positive) return { score: strength, label: 'positive' as const };
      if (index < positive + negative) return { score: -strength, label: 'negative' as const };
      return { score: 0, label: 'neutral' as const };
    }),
  );
}

it.each([
  ['no post takes a side', 8, 0, 0, '中性'],
  ['most posts take none', 8, 1, 2, '大多中性'],
  ['about as many on both sides', 24, 9, 11, '正负相当'],
  ['as many on both, but of a handful', 4, 1, 1, '不明显'],
  ['more on one side, as chance would have it', 12, 6, 2, '不明显'],
  ['all of four on one side', 4, 0, 4, '不明显'],
  ['all of seven on one side', 7, 0, 7, '明显偏负面'],
  ['more on one side of many', 490, 113, 191, '略偏负面'],
  ['as many on both of very many', 687, 357, 320, '正负相当'],
])('%s', (_, posts, positive, negative, words) => {
  expect(moodWords(moodOfCounts(posts, positive, negative))).toBe(words);
});
