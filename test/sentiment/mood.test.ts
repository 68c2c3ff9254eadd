import { describe, expect, test } from 'vitest';
import { moodBy, moodOf } from '../../src/sentiment/index.js';

const positive = { score: 0.8, label: 'positive' } as const;
const negative = { score: -0.6, label: 'negative' } as const;
const neutral = { score: 0, label: 'neutral' } as const;

describe('moodOf', () => {
  test('counts labels and takes the mean of the scores', () => {
    const mood = moodOf([positive, positive, negative, neutral]);
    expect(mood).toMatchObject({ posts: 4, positive: 2, negative: 1 });
    expect(mood.score).toBeCloseTo(0.25, 12);
  });

  test('gives the 95 % interval of Student', () => {
    // Mean 0.1, standard deviation 0.7, n = 4: half width 3.182 · 0.7 / 2.
    const mood = moodOf([positive, negative, positive, negative].map((m) => ({ ...m, score: m.score + 0 })));
    const spread = Math.sqrt((4 * 0.7 ** 2) / 3);
    expect(mood.score).toBeCloseTo(0.1, 12);
    expect(mood.high).toBeCloseTo(Math.min(1, 0.1 + (3.182 * spread) / 2), 9);
    expect(mood.low).toBe(-1);
  });

  test('gives the share of positive posts among those with a side, with Wilson’s interval', () => {
    // 8 of 10: Wilson 95 % is 0.4902 to 0.9433.
    const mood = moodOf([...new Array(8).fill(positive), negative, negative, neutral]);
    expect(mood.positiveShare).toBeCloseTo(0.8, 12);
    expect(mood.shareLow).toBeCloseTo(0.4902, 4);
    expect(mood.shareHigh).toBeCloseTo(0.9433, 4);
  });

  test('narrows with the number of posts', () => {
    const few = moodOf([positive, negative, positive]);
    const many = moodOf(Array.from({ length: 300 }, (_, i) => (i % 3 === 1 ? negative : positive)));
    expect(many.high - many.low).toBeLessThan(few.high - few.low);
    expect(many.shareHigh - many.shareLow).toBeLessThan(few.shareHigh - few.shareLow);
  });

  test('knows nothing of no posts', () => {
    expect(moodOf([])).toEqual({
      posts: 0,
      positive: 0,
      negative: 0,
      score: 0,
      low: -1,
      high: 1,
      positiveShare: 0.5,
      shareLow: 0,
      shareHigh: 1,
    });
  });

  test('gives a single post the whole range', () => {
    expect(moodOf([positive])).toMatchObject({ posts: 1, score: 0.8, low: -1, high: 1 });
  });
});

describe('moodBy', () => {
  test('gives a mood for each key, a post counting once for each of its keys', () => {
    const moods = moodBy(
      [
        { result: positive, keys: ['Nvidia', 'OpenAI', 'Nvidia'] },
        { result: negative, keys: ['OpenAI'] },
        { result: neutral, keys: [] },
      ],
      ({ result }) => result,
      ({ keys }) => keys,
    );
    expect([...moods.keys()]).toEqual(['OpenAI', 'Nvidia']);
    expect(moods.get('OpenAI')).toEqual(moodOf([positive, negative]));
    expect(moods.get('Nvidia')).toEqual(moodOf([positive]));
  });

  test('is safe for keys that objects have', () => {
    const moods = moodBy(
      [positive],
      (result) => result,
      () => ['constructor', '__proto__'],
    );
    expect([...moods.keys()]).toEqual(['__proto__', 'constructor']);
  });
});
