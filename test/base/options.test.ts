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
import { mapPosts } from '../../src/partial/index.js';
import { buildReport } from '../../src/report/index.js';
import { moodBy } from '../../src/sentiment/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';
import { clusterTopics } from '../../src/topics/index.js';
import { WorkerPool } from '../../src/workers/index.js';

const tokenizer = Tokenizer.loadSync();
const counts = new DocumentCounts();

/** Functions with options, given what JavaScript lets through. */
const takers: readonly (readonly [name: string, call: (options: never) => unknown])[] = [
  ['cut', (options) => tokenizer.cut('开源', options)],
  ['encode', (options) => tokenizer.encode('开源', options)],
  ['encodeBatch', (options) => tokenizer.encodeBatch(['开源'], options)],
  ['cutForSearch', (options) => tokenizer.cutForSearch('开源', options)],
  ['tokenize', (options) => tokenizer.tokenize('开源', options)],
  ['tag', (options) => tokenizer.tag('开源', options)],
  ['suggestFrequency', (options) => tokenizer.suggestFrequency('开源', options)],
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
  ['mapPosts', (options) => mapPosts('text\n开源', options)],
  ['WorkerPool', (options) => new WorkerPool(options)],
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

test.each(takers)('%s refuses an option of another name, and lists its own', async (_name, call) => {
  // `HMM`, `topk` and the like are refused as this one is; one that is not set says nothing.
  await expect((async () => call({ nonsense: 1 } as never))()).rejects.toThrow(
    expect.objectContaining({
      code: 'INVALID_ARGUMENT',
      message: expect.stringMatching(/^options: expected names among \w.*, got "nonsense"$/),
    }),
  );
  await expect(
    (async () => call({ nonsense: undefined } as never))().catch(({ message }) => {
      if (/nonsense/.test(message)) throw new Error(message);
    }),
  ).resolves.not.toThrow();
});

test('names of the language are no options', () => {
  const hostile = JSON.parse('{"__proto__": 1, "constructor": 2}');
  expect(() => tokenizer.cut('开源', hostile)).toThrow(/^options: expected names among hmm, got/);
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

test('what contours cannot have is named', async () => {
  await expect(wordCloud('开源', { contour: { colour: 'red' } as never })).rejects.toThrow(
    /^contour: expected names among width, color, got "colour"$/,
  );
});
