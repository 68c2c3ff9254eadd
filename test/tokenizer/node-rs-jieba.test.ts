import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadEngine, Tokenizer } from '../../src/tokenizer/index.js';
import { measuringData } from '../support/measuring-data.js';
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
      else if (!isExplained(ours, a, b, true)) unexplained.push({ text, ours: a, theirs: b });
    }
    expect(unexplained).toEqual([]);
    expect(same).toBeGreaterThan(2700);
  });
});

describe('beside @node-rs/jieba, on real texts', () => {
  it.each([
    ['raw/hongloumeng.txt', 3000],
    ['raw/hotsearch_titles.txt.gz', 15_000],
    ['segmentation/pku_test.utf8', 3000],
  ])('all words are the same, but for numbers joined by its unescaped dot: %s', async (name, count) => {
    const path = measuringData(name);
    if (path === undefined) return;
    const bytes = readFileSync(path);
    const lines = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n', count);
    const ours = Tokenizer.loadSync();
    const theirs = await loadEngine('@node-rs/jieba');
    const unexplained: { ours: string[]; theirs: string[] }[] = [];
    let same = 0;
    for (const line of lines) {
      const stretches = differences(ours.cut(line), theirs.cut(line));
      if (stretches.length === 0) same++;
      for (const stretch of stretches) {
        if (!isJoinedNumber(stretch.theirs) && !isExplained(ours, stretch.ours, stretch.theirs))
          unexplained.push(stretch);
      }
    }
    expect(unexplained).toEqual([]);
    expect(same / lines.length).toBeGreaterThan(0.95);
  });
});

/** The stretches at whose ends both cut, and in between not alike. */
function differences(a: readonly string[], b: readonly string[]): { ours: string[]; theirs: string[] }[] {
  const found: { ours: string[]; theirs: string[] }[] = [];
  let [i, j, atA, atB] = [0, 0, 0, 0];
  let open = { ours: [] as string[], theirs: [] as string[] };
  while (i < a.length || j < b.length) {
    if (atA === atB && a[i] === b[j]) {
      if (open.ours.length > 0) found.push(open);
      open = { ours: [], theirs: [] };
      atA += a[i++].length;
      atB += b[j++].length;
    } else if (atA <= atB) {
      open.ours.push(a[i]);
      atA += a[i++].length;
    } else {
      open.theirs.push(b[j]);
      atB += b[j++].length;
    }
  }
  if (open.ours.length > 0) found.push(open);
  return found;
}

/** jieba-rs looks for `[a-zA-Z0-9]+(?:.\d+)?%?`: its dot is any character, Python's is a dot. So 2-0 is one word. */
function isJoinedNumber(words: readonly string[]): boolean {
  return words.some((word) => /^[a-zA-Z0-9]+[^.\d]\d+%?$/u.test(word));
}

/**
 * jieba-rs takes the path whose sum is the largest as well, but adds rounded terms in another order and prefers another
 * word among equals: a difference is explained if both paths have the same probability but for rounding. It also
 * lacks the word B超, and does not join single letters to words as jieba does.
 */
function isExplained(tokenizer: Tokenizer, ours: string[], theirs: string[], asciiToo = false): boolean {
  if ([...ours, ...theirs].some((word) => /[A-Za-z0-9.%+#&_-]/.test(word))) return asciiToo;
  const sum = (words: string[]): number =>
    words.reduce((s, word) => s + Math.log((tokenizer.frequencyOf(word) || 1) / tokenizer.total), 0);
  return Math.abs(sum(ours) - sum(theirs)) < 1e-9 || sum(ours) > sum(theirs);
}
