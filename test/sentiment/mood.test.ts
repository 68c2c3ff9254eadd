import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MoodCounts, type MoodCountsState, moodBy, moodOf } from '../../src/sentiment/index.js';

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

  // Quantiles of scipy.stats.t.ppf(0.975, df).
  test.each([
    [2, 12.7062],
    [5, 2.7764],
    [10, 2.2622],
    [11, 2.2281],
    [20, 2.093],
    [30, 2.0452],
    [60, 2.001],
    [201, 1.9719],
    [5001, 1.9604],
  ])('has the quantile of Student for %i posts', (posts, quantile) => {
    const scores = Array.from({ length: posts }, (_, i) => ({ ...neutral, score: i === 0 ? 0.1 : 0 }));
    const { score, low, high } = moodOf(scores);
    const error = Math.sqrt(
      scores.reduce((sum, each) => sum + (each.score - score) ** 2, 0) / (posts - 1) / posts,
    );
    expect(Math.min(high - score, score - low) / error).toBeCloseTo(Math.min(quantile, 12.7062), 3);
  });

  test('reaches the ends of the share where all posts are of one side', () => {
    for (let n = 1; n <= 550; n++) {
      expect(moodOf(new Array(n).fill(positive)).shareHigh).toBe(1);
      expect(moodOf(new Array(n).fill(negative)).shareLow).toBe(0);
    }
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

describe('MoodCounts', () => {
  const post = fc.record({
    score: fc.integer({ min: -10_000, max: 10_000 }).map((steps) => steps / 10_000),
    label: fc.constantFrom('positive' as const, 'negative' as const, 'neutral' as const),
    keys: fc.array(fc.constantFrom('OpenAI', '英伟达', 'constructor', '__proto__', ''), { maxLength: 4 }),
  });
  const count = (
    posts: readonly { score: number; label: 'positive' | 'negative' | 'neutral'; keys: string[] }[],
  ) => {
    const counts = new MoodCounts();
    for (const { keys, ...result } of posts) counts.add(result, keys);
    return counts;
  };

  test('merging the parts equals counting the whole, in any order, and a state comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(post, { maxLength: 20 }), fc.nat(20), (posts, cut) => {
        const whole = count(posts);
        const state = whole.toJSON();
        const left = count(posts.slice(0, cut));
        const right = count(posts.slice(cut));
        expect(count(posts.slice(cut)).merge(left).toJSON()).toEqual(state);
        expect(left.merge(right).toJSON()).toEqual(state);
        expect(MoodCounts.from(JSON.parse(JSON.stringify(state))).moods()).toEqual(whole.moods());
      }),
    );
  });

  test('gives the moods that moodOf and moodBy give', () => {
    fc.assert(
      fc.property(fc.array(post, { maxLength: 20 }), (posts) => {
        const counts = count(posts);
        const moods = moodBy(
          posts,
          (one) => one,
          ({ keys }) => keys,
        );
        expect([...counts.moods().keys()]).toEqual([...moods.keys()]);
        for (const [key, mood] of [...moods, [undefined, moodOf(posts)] as const]) {
          const own = counts.mood(key);
          for (const name of Object.keys(mood) as (keyof typeof mood)[])
            expect(own[name]).toBeCloseTo(mood[name], 9);
        }
      }),
    );
  });

  test('refuses scores and states that are none', () => {
    const counts = new MoodCounts();
    expect(() => counts.add({ score: Number.NaN, label: 'neutral' })).toThrow(/score.*NaN/u);
    expect(() => counts.add({ score: 2, label: 'neutral' })).toThrow(/from -1 to 1/u);
    expect(() => counts.add({ score: 0, label: 'bad' as 'neutral' })).toThrow(/label/u);
    expect(counts.posts).toBe(0);
    expect(() => moodOf([{ score: Number.NaN, label: 'neutral' }])).toThrow(/score/u);
    for (const state of [{}, null, 5, { format: 'redian-mood-counts', version: 2 }]) {
      expect(() => MoodCounts.from(state as unknown as MoodCountsState)).toThrow(/^mood counts: expected/u);
    }
  });

  test.each([
    [{ all: [1, 2, 0, 0, 0] }, /all\[1\]: expected an integer from 0 to 1, got 2/u],
    [{ all: [2, 1, 2, 0, 0] }, /all\[2\]: expected an integer from 0 to 1, got 2/u],
    [{ all: [-1, 0, 0, 0, 0] }, /all\[0\]: expected an integer from 0/u],
    [{ all: [1, 0, 0, 20_000, 4e8] }, /all\[3\]: expected an integer from -10000 to 10000, got 20000/u],
    [{ all: [1, 0, 0, -5, 1] }, /all\[4\]: expected at least 25, got 1/u],
    [{ all: [1, 0, 0, 5, 2e8] }, /all\[4\]: expected an integer from 0 to 100000000/u],
    [{ all: [1, 0, 0, 0.5, 1] }, /all\[3\]: expected an integer/u],
    [{ all: [1, 0, 0, 0] }, /all\.length: expected 5, got 4/u],
    [{ all: [0, 0, 0, 5, 25] }, /all\[3\]/u],
    [{ keys: {} }, /keys: expected an array/u],
    [{ keys: [null] }, /keys\[0\]: expected an array/u],
    [{ keys: [[5, [1, 0, 0, 0, 0]]] }, /keys\[0\]\[0\]: expected a string, got 5/u],
    [{ keys: [['a', [3, 0, 0, 0, 0]]] }, /keys\[0\]\[1\]\[0\]: expected an integer from 0 to 2, got 3/u],
    [{ keys: [['a', [2, 0, 0, -5, 1]]] }, /keys\[0\]\[1\]\[4\]: expected at least 13, got 1/u],
    [
      { keys: Array.from({ length: 2 }, () => ['a', [1, 0, 0, 0, 0]]) },
      /keys\[1\]\[0\]: expected what is not there twice, got "a"/u,
    ],
  ])('refuses the damaged state %j', (change, message) => {
    const state = new MoodCounts()
      .add({ score: 0.5, label: 'positive' }, ['a'])
      .add({ score: -0.1, label: 'negative' }, ['a', 'b'])
      .toJSON();
    expect(MoodCounts.from(JSON.parse(JSON.stringify(state))).toJSON()).toEqual(state);
    expect(() => MoodCounts.from({ ...state, ...change } as unknown as MoodCountsState)).toThrow(
      expect.objectContaining({ code: 'INVALID_DATA', message: expect.stringMatching(message) }),
    );
  });
});
