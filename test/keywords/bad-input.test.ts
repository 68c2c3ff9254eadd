import { describe, expect, it } from 'vitest';
import { RedianError } from '../../src/errors.js';
import {
  bursts,
  DocumentCounts,
  extractTags,
  keyphrases,
  newWords,
  textRank,
} from '../../src/keywords/index.js';
import { Sentiment } from '../../src/sentiment/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();

describe('keywords of what is out of the ordinary', () => {
  it('gives none for an empty text, an empty corpus, and texts without words', () => {
    for (const text of ['', '   ', '。！？', '😀😀', 'https://example.com']) {
      expect(textRank(text, tokenizer)).toEqual([]);
      expect(keyphrases(text, tokenizer)).toEqual([]);
    }
    expect(extractTags('', tokenizer)).toEqual([]);
    expect(keyphrases([], tokenizer)).toEqual([]);
    expect(newWords([], tokenizer)).toEqual([]);
    expect(bursts(new DocumentCounts(), new DocumentCounts())).toEqual([]);
  });

  it('finds no burst where nothing changed: the same documents, or one', () => {
    const one = new DocumentCounts();
    one.add(['芯片', '出口']);
    expect(bursts(one, one)).toEqual([]);
    const same = new DocumentCounts();
    for (let i = 0; i < 100; i++) same.add(['芯片', '出口']);
    expect(bursts(same, same)).toEqual([]);
    expect(bursts(same, one)).toEqual([]);
  });

  it('refuses what is no number, by the name of the option', () => {
    const counts = new DocumentCounts();
    counts.add(['a']);
    for (const run of [
      () => bursts(counts, counts, { minCount: Number.NaN }),
      () => bursts(counts, counts, { falseDiscoveryRate: 2 }),
      () => extractTags('a', tokenizer, { topK: Number.NaN }),
      () => keyphrases('a', tokenizer, { diversity: Number.NaN }),
    ]) {
      expect(run).toThrow(RedianError);
      expect(run).toThrow(/minCount|falseDiscoveryRate|topK|diversity/);
    }
  });

  it('refuses options in the place of the tokenizer', () => {
    const options = { topK: 5 } as unknown as typeof tokenizer;
    for (const run of [
      () => extractTags('a', options),
      () => textRank('a', options),
      () => keyphrases('a', options),
      () => newWords(['a'], options),
    ]) {
      expect(run).toThrow(/^tokenizer: expected a Tokenizer/);
    }
  });

  it('reads a document of 10 MB', () => {
    const sentence = '罗马尼亚政府昨天批准裁员计划，OpenAI 发布 GPT-5.5，用户都说太好用了。';
    const text = sentence.repeat(110_000);
    expect(Buffer.byteLength(text)).toBeGreaterThan(10_000_000);
    expect(extractTags(text, tokenizer, { topK: 3 }).map(({ word }) => word)).toContain('OpenAI');
    const { label, evidence } = Sentiment.loadSync(tokenizer).score(text);
    expect(label).toBe('positive');
    expect(evidence.length).toBeGreaterThanOrEqual(110_000);
  }, 180_000);
});
