import { describe, expect, it } from 'vitest';
import { arpaBigrams } from '../../src/compile/arpa.js';

const model = `
\\data\\
ngram 1=3
ngram 2=2
ngram 3=1

\\1-grams:
-1\t足球\t-0.5
-2\t比赛\t0
-0.5\t<unk>

\\2-grams:
-0.25\t足球 比赛\t0
-3\t比赛 足球

\\3-grams:
-1\t足球 比赛 足球

\\end\\
`;

describe('arpaBigrams', () => {
  it('gives the share of each pair of neighbours', () => {
    const pairs = [...arpaBigrams(model)];
    expect(pairs.map(({ first, second }) => `${first} ${second}`)).toEqual(['足球 比赛', '比赛 足球']);
    expect(pairs[0]?.probability).toBeCloseTo(10 ** -1.25, 12);
    expect(pairs[1]?.probability).toBeCloseTo(10 ** -5, 12);
  });

  it('refuses a pair of a word that the model lacks', () => {
    expect(() => [...arpaBigrams(model.replace('比赛 足球', '排球 足球'))]).toThrow(
      /"排球 足球": 排球 is no word/,
    );
  });
});
