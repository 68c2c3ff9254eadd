import { expect, test } from 'vitest';
import { layoutCloud, wordCloud } from '../../src/cloud/index.js';
import { collectPosts, dayWindow, foldCopies } from '../../src/corpus/index.js';
import { EntityCounts, extractEvents, joinEvents } from '../../src/entities/index.js';
import {
  bursts,
  countingTerms,
  DocumentCounts,
  extractTags,
  keyphrases,
  newWords,
  StopWords,
  TfIdf,
  textRank,
} from '../../src/keywords/index.js';
import { buildReport } from '../../src/report/index.js';
import { moodBy } from '../../src/sentiment/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';
import { clusterTopics } from '../../src/topics/index.js';

const tokenizer = Tokenizer.loadSync();
const counts = new DocumentCounts();

/** Functions with options, given what JavaScript lets through. */
const takers: readonly (readonly [name: string, call: (options: never) => unknown])[] = [
  ['cut', (options) => tokenizer.cut('开源', options)],
  ['segment', (options) => tokenizer.segment('开源', options)],
  ['extractTags', (options) => extractTags('开源', tokenizer, options)],
  ['textRank', (options) => textRank('开源', tokenizer, options)],
  ['keyphrases', (options) => keyphrases('开源', tokenizer, options)],
  ['newWords', (options) => newWords(['开源'], tokenizer, options)],
  ['bursts', (options) => bursts(counts, counts, options)],
  ['TfIdf', (options) => new TfIdf(options)],
  ['clusterTopics', (options) => clusterTopics([], options)],
  ['extractEvents', (options) => extractEvents('', [], options)],
  ['joinEvents', (options) => joinEvents([], options)],
  ['EntityCounts.names', (options) => new EntityCounts().names(options)],
  ['EntityCounts.pairs', (options) => new EntityCounts().pairs(options)],
  ['foldCopies', (options) => foldCopies([], options)],
  ['dayWindow', (options) => dayWindow(options)],
  ['layoutCloud', (options) => layoutCloud([], options)],
  ['collectPosts', (options) => collectPosts('text\n开源', options)],
  ['wordCloud', (options) => wordCloud('开源', options)],
  ['buildReport', (options) => buildReport([], options)],
];

test.each(takers)('%s refuses options that are no object, such as 5 for { topK: 5 }', async (_name, call) => {
  for (const wrong of [null, 5, '5', true])
    await expect((async () => call(wrong as never))()).rejects.toThrow(
      expect.objectContaining({
        code: 'INVALID_ARGUMENT',
        message: expect.stringMatching(/^options: expected an object/),
      }),
    );
});

test.each<readonly [name: string, call: () => unknown]>([
  ['vectors', () => clusterTopics(['开源'], { vectors: {} as never })],
  ['importance', () => clusterTopics(['开源'], { importance: 2 as never })],
  ['limit', () => new EntityCounts().names({ limit: Number.NaN })],
  [
    'items',
    () =>
      moodBy(
        null as never,
        () => ({ score: 0, label: 'neutral' }),
        () => [],
      ),
  ],
  ['keysOf', () => moodBy([], () => ({ score: 0, label: 'neutral' }), 'topic' as never)],
  ['tokens[0]', () => countingTerms([null as never], StopWords.loadSync())],
  ['stopWords', () => countingTerms([], new Set(['的']) as never)],
  ['terms', () => new DocumentCounts().add([1 as never])],
  ['ngrams', () => new TfIdf({ ngrams: 2 as never })],
])('what cannot be used is named: %s', (name, call) => {
  expect(call).toThrow(
    expect.objectContaining({
      code: 'INVALID_ARGUMENT',
      message: expect.stringContaining(`${name}: expected`),
    }),
  );
});
