import { describe, expect, it, vi } from 'vitest';
import * as own from '../../src/keywords/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';
import * as ownTopics from '../../src/topics/index.js';

// As in a program that imports the package here and requires it there.
vi.resetModules();
const other = await import('../../src/keywords/index.js');
const otherTopics = await import('../../src/topics/index.js');
const tokenizer = Tokenizer.loadSync();
const text = '新型储能装机规模翻番，新型储能成为热点。';

describe('what another copy of the package made is taken', () => {
  it('is another copy', () => {
    expect(other.DocumentCounts).not.toBe(own.DocumentCounts);
  });

  it('counts and models of TF-IDF', () => {
    const counts = (keywords: typeof own, documents: number): InstanceType<typeof own.DocumentCounts> => {
      const made = new keywords.DocumentCounts();
      for (let i = 0; i < documents; i++) made.add(i % 4 === 0 ? ['热点'] : []);
      return made;
    };
    expect(counts(own, 8).merge(counts(other, 8)).toJSON()).toEqual(counts(own, 16).toJSON());
    const before = counts(other, 1);
    for (let i = 0; i < 99; i++) before.add([]);
    expect(own.bursts(counts(own, 100), before)).toHaveLength(1);
    const model = new own.TfIdf().add(['甲', '乙']).merge(new other.TfIdf().add(['乙', '丙']));
    expect(model.toJSON()).toEqual(new own.TfIdf().add(['甲', '乙']).add(['乙', '丙']).toJSON());
    expect(() => model.merge(new other.TfIdf({ norm: 'l1' }))).toThrow(
      /^merge: expected a model with the same/u,
    );
  });

  it('stop words and inverse document frequencies', () => {
    const options = { stopWords: new other.StopWords(['热点']), idf: new other.Idf([['储能', 9]]) };
    const same = { stopWords: new own.StopWords(['热点']), idf: new own.Idf([['储能', 9]]) };
    expect(own.keyphrases(text, tokenizer, options)).toEqual(own.keyphrases(text, tokenizer, same));
    expect(own.extractTags(text, tokenizer, { idf: options.idf })).toEqual(
      own.extractTags(text, tokenizer, { idf: same.idf }),
    );
    const tokens = tokenizer.segment(text);
    expect(own.countingTerms(tokens, options.stopWords)).toEqual(own.countingTerms(tokens, same.stopWords));
    expect(own.newWords([text], tokenizer, { stopWords: options.stopWords })).toEqual([]);
  });

  it('word vectors and topics', () => {
    const posts = ['股票 大跌', '股票 上涨', '天气 真好', '天气 预报'];
    const model = otherTopics.clusterTopics(posts, { vectors: ownTopics.WordVectors.loadSync() });
    expect(model.toJSON()).toEqual(ownTopics.clusterTopics(posts).toJSON());
    expect(
      ownTopics.topicsOverTime(
        model,
        posts.map(() => '2026-01-01'),
      ).totals,
    ).toEqual([4]);
  });
});
