import type { Mood } from '../../sentiment/index.js';

/** How a mean score reads in words; an interval across zero is no verdict. */
export function moodWords(mood: Mood): string {
  if (mood.low <= 0 && mood.high >= 0) return '正负相当';
  const size = Math.abs(mood.score);
  const degree = size >= 0.35 ? '明显' : size >= 0.12 ? '' : '略';
  return mood.score > 0 ? `${degree}偏正面` : `${degree}偏负面`;
}
