import type { Mood } from '../../sentiment/index.js';

type Counted = Omit<Mood, 'positiveShare'>;

/** Sides whose counts differ by no more than this share of the posts are equal, */
const EQUAL_SHARE = 0.03;
/** unless the mean is further from zero than this. */
const EQUAL_SCORE = 0.12;
/** Of fewer posts that take a side no count is at odds with an even split: 2 · ½⁵ is above .05. */
const LEAST_SIDED = 6;

/** True if there are posts enough that take a side to tell whether one has more. */
function isTellable({ positive, negative }: Counted): boolean {
  return positive + negative >= LEAST_SIDED;
}

/**
 * 1 or -1 where posts lean to one side, else 0: neither the interval of the mean holds zero nor that of the share of
 * positive posts one half, and the counts differ.
 */
export function leaning(mood: Counted): 1 | -1 | 0 {
  const { posts, positive, negative, score, low, high, shareLow, shareHigh } = mood;
  const isOpen = (low <= 0 && high >= 0) || (shareLow <= 0.5 && shareHigh >= 0.5);
  const isEven = Math.abs(positive - negative) <= EQUAL_SHARE * posts && Math.abs(score) < EQUAL_SCORE;
  if (isOpen || isEven || !isTellable(mood)) return 0;
  return score > 0 ? 1 : -1;
}

/** They are about equal up to this share of the posts that take a side. */
const EQUAL_SIDES = 0.2;

/** True if most posts take no side. */
export function isMostlyNeutral({ posts, positive, negative }: Counted): boolean {
  return (positive + negative) * 2 < posts;
}

/** True if about as many posts are for it as against it. */
export function isBalanced(mood: Counted): boolean {
  const { positive, negative } = mood;
  return isTellable(mood) && Math.abs(positive - negative) <= EQUAL_SIDES * (positive + negative);
}

/** How the mood of posts reads in words; what may be chance is no verdict, though one side may have more posts. */
export function moodWords(mood: Counted): string {
  const side = leaning(mood);
  if (side === 0) {
    if (mood.positive + mood.negative === 0) return '中性';
    if (isMostlyNeutral(mood)) return '大多中性';
    return isBalanced(mood) ? '正负相当' : '不明显';
  }
  const size = Math.abs(mood.score);
  const degree = size >= 0.35 ? '明显' : size >= 0.12 ? '' : '略';
  return side > 0 ? `${degree}偏正面` : `${degree}偏负面`;
}
