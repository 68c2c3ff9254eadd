import { describe, expect, test } from 'vitest';
import { foldCopies } from '../../src/corpus/index.js';
import { EntityCounts, extractEntities, extractEvents, joinEvents } from '../../src/entities/index.js';
import { RedianError } from '../../src/errors.js';
import {
  bursts,
  countingTerms,
  DocumentCounts,
  extractTags,
  StopWords,
  TfIdf,
  textRank,
} from '../../src/keywords/index.js';
import { MoodCounts, moodOf, Sentiment } from '../../src/sentiment/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';
import { clusterTopics, TopicHistory, topicsOverTime, trainWordVectors } from '../../src/topics/index.js';

const model = clusterTopics(['今天天气真好', '股票今天大跌'], { vectors: false });
const calls: Record<string, (value: never) => unknown> = {
  'TfIdf.merge': (value) => new TfIdf().merge(value),
  'TfIdf.transform': (value) => new TfIdf().add(['a']).transform(value),
  'DocumentCounts.add': (value) => new DocumentCounts().add(value),
  'DocumentCounts.merge': (value) => new DocumentCounts().merge(value),
  bursts: (value) => bursts(new DocumentCounts(), value),
  countingTerms: (value) => countingTerms(value, StopWords.loadSync()),
  'MoodCounts.merge': (value) => new MoodCounts().merge(value),
  moodOf: (value) => moodOf(value),
  'EntityCounts.add': (value) => new EntityCounts().add(value),
  'EntityCounts.merge': (value) => new EntityCounts().merge(value),
  joinEvents: (value) => joinEvents(value),
  clusterTopics: (value) => clusterTopics(value),
  topicsOverTime: (value) => topicsOverTime(model, value),
  trainWordVectors: (value) => trainWordVectors(value),
  foldCopies: (value) => foldCopies(value),
};

describe('what is of another kind is refused by name', () => {
  for (const [name, call] of Object.entries(calls)) {
    test.each([undefined, null, 3, {}, 'text'])(`${name} of %j`, (value) => {
      expect(() => call(value as never)).toThrow(RedianError);
      expect(() => call(value as never)).toThrow(/: expected .*, got /u);
    });
  }

  test('what stands in an array too', () => {
    expect(() => clusterTopics([undefined as never])).toThrow(
      /posts\[0\]\.terms: expected an array of strings/u,
    );
    expect(() => clusterTopics(new Array(1))).toThrow(/posts\[0\]\.terms: expected an array of strings/u);
    for (const prior of ['alpha', 'beta'])
      expect(() => clusterTopics(['a'], { [prior]: 1e200 })).toThrow(`${prior}: expected a finite number`);
    expect(() => clusterTopics([{ terms: ['a'] }, { terms: [3 as never] }])).toThrow(/posts\[1\]\.terms/u);
    expect(() => joinEvents([{ id: '1', text: 'a', tokens: [] } as never])).toThrow(/posts\[0\]\.entities/u);
    expect(() => foldCopies([{ id: '1' } as never])).toThrow(/posts\[0\]\.text: expected a string/u);
    expect(() => model.assign(undefined as never)).toThrow(/document: expected an array of terms/u);
    expect(() => model.assign([3 as never])).toThrow(/document\[0\]: expected a string, got 3/u);
    expect(() => moodOf([null as never])).toThrow(/results\[0\]\.score: expected a finite number/u);
    expect(() => moodOf([{ score: 0.5, label: 'good' as never }])).toThrow(
      /results\[0\]\.label: expected one of/u,
    );
    for (const tokens of [[3], [null], [{}]] as never[]) {
      expect(() => Sentiment.loadSync().score(tokens)).toThrow(/post\[0\]: expected a token/u);
      expect(() => extractEntities('text', tokens)).toThrow(/tokens\[0\]: expected a token/u);
      expect(() => extractEvents('text', tokens)).toThrow(/tokens\[0\]: expected a token/u);
    }
  });

  test('options and models too', () => {
    const tokenizer = Tokenizer.loadSync();
    expect(() => extractTags('苹果手机', tokenizer, { allowPos: 'ns' as never })).toThrow(
      /allowPos: expected an array/u,
    );
    expect(() => textRank('苹果手机', tokenizer, { stopWords: ['苹果'] as never })).toThrow(
      /stopWords: expected a Set/u,
    );
    expect(() => extractTags('苹果手机', tokenizer, { idf: {} as never })).toThrow(/idf: expected an Idf/u);
    expect(() => new TopicHistory().add(3 as never, model)).toThrow(/period: expected a string/u);
    expect(() => new TopicHistory().add('2026-01-01', {} as never)).toThrow(
      /model\.topics: expected an array/u,
    );
  });
});
