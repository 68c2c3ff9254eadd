import type { Mood } from '../../sentiment/index.js';

type Counted = Pick<Mood, 'posts' | 'positive' | 'negative' | 'score' | 'low' | 'high'>;

/** Sides whose counts differ by no more than this share of the posts are equal, */
const EQUAL_SHARE = 0.03;
/** unless the mean is further from zero than this. */
const EQUAL_SCORE = 0.12;

/** 1 or -1 where posts lean to one side beyond the interval of their mean and beyond their counts, else 0. */
export function leaning({ posts, positive, negative, score, low, high }: Counted): 1 | -1 | 0 {
  const isOpen = low <= 0 && high >= 0;
  const isEven = Math.abs(positive - negative) <= EQUAL_SHARE * posts && Math.abs(score) < EQUAL_SCORE;
  if (isOpen || isEven || positive + negative === 0) return 0;
  return score > 0 ? 1 : -1;
}

/** They are about equal up to this share of the posts that take a side. */
const EQUAL_SIDES = 0.2;

/** How a mean score reads in words; an interval across zero is no verdict, though one side may have more posts. */
export function moodWords(mood: Counted): string {
  const { positive, negative } = mood;
  const side = leaning(mood);
  if (side === 0) {
    if (positive + negative === 0) return '中性';
    return Math.abs(positive - negative) <= Math.max(1, EQUAL_SIDES * (positive + negative))
      ? '正负相当'
      : '不明显';
  }
  const size = Math.abs(mood.score);
  const degree = size >= 0.35 ? '明显' : size >= 0.12 ? '' : '略';
  return side > 0 ? `${degree}偏正面` : `${degree}偏负面`;
}
