import { describe, expect, it } from 'vitest';
import { loadEngine, Tokenizer } from '../../src/tokenizer/index.js';
import { TextMaker } from './support/generate.js';

describe('beside @node-rs/jieba, on generated texts of dictionary words', () => {
  it('the words without the model are the same, but for what jieba-rs is known to do otherwise', async () => {
    const ours = Tokenizer.loadSync();
    const theirs = await loadEngine('@node-rs/jieba');
    const maker = new TextMaker(11);
    const unexplained: { text: string; ours: string[]; theirs: string[] }[] = [];
    let same = 0;
    for (let i = 0; i < 3000; i++) {
      let text = '';
      for (let k = 0; k < 8; k++) text += maker.word();
      const a = ours.cut(text, { hmm: false });
      const b = theirs.cut(text, { hmm: false });
      if (a.join('/') === b.join('/')) same++;
      else if (!isExplained(ours, a, b)) unexplained.push({ text, ours: a, theirs: b });
    }
    expect(unexplained).toEqual([]);
    expect(same).toBeGreaterThan(2700);
  });
});

/**
 * jieba-rs takes the path whose sum is the largest as well, but adds rounded terms in another order and prefers another
 * word among equals: a difference is explained if both paths have the same probability but for rounding. It also
 * lacks the word B超, and does not join single letters to words as jieba does.
 */
function isExplained(tokenizer: Tokenizer, ours: string[], theirs: string[]): boolean {
  if ([...ours, ...theirs].some((word) => /[A-Za-z0-9.%+#&_-]/.test(word))) return true;
  const sum = (words: string[]): number =>
    words.reduce((s, word) => s + Math.log((tokenizer.frequencyOf(word) || 1) / tokenizer.total), 0);
  return Math.abs(sum(ours) - sum(theirs)) < 1e-9 || sum(ours) > sum(theirs);
}
