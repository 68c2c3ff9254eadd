import { expect, it } from 'vitest';
import { moodWords } from '../../src/report/sections/mood-words.js';

it.each([
  ['no post takes a side', 8, 0, 0, 0.14, 0.01, 0.27, '中性'],
  ['as many posts on both sides, however sure the mean', 687, 117, 115, 0.04, 0.01, 0.07, '正负相当'],
  ['about as many on both', 57, 9, 11, 0, -0.1, 0.1, '正负相当'],
  ['more on one side, the interval across zero', 12, 8, 1, 0.24, -0.01, 0.49, '不明显'],
  ['more on one side, beyond the interval', 8, 4, 0, 0.4, 0.07, 0.73, '明显偏正面'],
  ['a little more', 490, 113, 191, -0.1, -0.15, -0.05, '略偏负面'],
])('%s', (_, posts, positive, negative, score, low, high, words) => {
  expect(moodWords({ posts, positive, negative, score, low, high })).toBe(words);
});
