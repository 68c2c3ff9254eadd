import { describe, expect, test } from 'vitest';
import { foldCopies } from '../../src/corpus/index.js';
import { EntityCounts, joinEvents } from '../../src/entities/index.js';
import { RedianError } from '../../src/errors.js';
import { bursts, countingTerms, DocumentCounts, StopWords, TfIdf } from '../../src/keywords/index.js';
import { MoodCounts, moodOf } from '../../src/sentiment/index.js';
import { clusterTopics, topicsOverTime, trainWordVectors } from '../../src/topics/index.js';

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
    expect(() => clusterTopics([{ terms: ['a'] }, { terms: [3 as never] }])).toThrow(/posts\[1\]\.terms/u);
    expect(() => joinEvents([{ id: '1', text: 'a', tokens: [] } as never])).toThrow(/posts\[0\]\.entities/u);
    expect(() => foldCopies([{ id: '1' } as never])).toThrow(/posts\[0\]\.text: expected a string/u);
    expect(() => model.assign(undefined as never)).toThrow(/document: expected an array of terms/u);
  });
});
