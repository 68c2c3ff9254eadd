import { describe, expect, it } from 'vitest';
import { RedianError } from '../../src/errors.js';
import {
  bursts,
  DocumentCounts,
  extractTags,
  Idf,
  keyphrases,
  newWords,
  TfIdf,
  textRank,
  toUserDictionary,
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

  it('refuses an idf table of anything but words and finite numbers', () => {
    for (const [values, message] of [
      [[['金牌', Number.NaN]], /^values\[0\]\[1\]: expected a finite number, got NaN/u],
      [
        [
          ['金牌', 2],
          ['银牌', Infinity],
        ],
        /^values\[1\]\[1\]: expected a finite number, got Infinity/u,
      ],
      [[['金牌', '2']], /^values\[0\]\[1\]: expected a finite number, got "2"/u],
      [[[5, 2]], /^values\[0\]\[0\]: expected a string, got 5/u],
      [['ab'], /^values\[0\]: expected an array of a word and its idf, got "ab"/u],
      [[null], /^values\[0\]: expected an array of a word and its idf, got null/u],
      [5, /^values: expected pairs of a word and its idf, got 5/u],
      [undefined, /^values: expected pairs of a word and its idf, got undefined/u],
    ] as [never, RegExp][]) {
      expect(() => new Idf(values)).toThrow(RedianError);
      expect(() => new Idf(values)).toThrow(message);
    }
    expect(new Idf(new Map([['金牌', 2]])).of('金牌')).toBe(2);
    expect(new Idf([]).of('金牌')).toBe(0);
    expect(() => Idf.parse(5 as never)).toThrow(/^text: expected a string, got 5/u);
  });

  it('refuses null where a table or a switch is expected', () => {
    for (const [run, message] of [
      [() => extractTags('a', tokenizer, { idf: null as never }), /^idf: expected an Idf, got null/u],
      [() => keyphrases('a', tokenizer, { idf: 5 as never }), /^idf: expected an Idf, got 5/u],
      [() => keyphrases('a', tokenizer, { stopWords: [] as never }), /^stopWords: expected a StopWords/u],
      [
        () => newWords([], tokenizer, { stopWords: null as never }),
        /^stopWords: expected a StopWords, got null/u,
      ],
      [() => new TfIdf({ smoothIdf: 'yes' as never }), /^smoothIdf: expected true or false, got "yes"/u],
      [() => new TfIdf({ sublinearTf: null as never }), /^sublinearTf: expected true or false, got null/u],
      [() => new TfIdf({ norm: null as never }), /^norm: expected one of/u],
      [() => keyphrases([5 as never], tokenizer), /^texts\[0\]: expected a string, got 5/u],
      [() => keyphrases([[{}] as never], tokenizer), /^texts\[0\]\[0\]: expected a token/u],
    ] as [() => unknown, RegExp][]) {
      expect(run).toThrow(RedianError);
      expect(run).toThrow(message);
    }
  });

  it('gives every term a finite idf, smooth or not', () => {
    for (const smoothIdf of [true, false]) {
      const model = new TfIdf({ smoothIdf });
      expect(model.idf('zz')).toBe(1);
      model.add(['a']).add(['a', 'b']);
      expect(model.idf('zz')).toBeGreaterThanOrEqual(model.idf('b'));
      expect(Number.isFinite(model.idf('zz'))).toBe(true);
    }
  });

  it('writes no line without a word into a user dictionary', () => {
    for (const words of [[{ word: '' }], [{ word: null }], [null], 5]) {
      expect(() => toUserDictionary(words as never, tokenizer)).toThrow(/^words(\[0\]\.word)?: expected/u);
    }
    expect(() => toUserDictionary([{ word: '热点\n雷达' }], tokenizer)).toThrow(
      /^words\[0\]\.word: expected a word of one line/u,
    );
    expect(toUserDictionary([{ word: '热点雷达' }], tokenizer)).toMatch(/^热点雷达 \d+\n$/u);
  });

  it('refuses damaged counts of documents and models by what is wrong', () => {
    const state = {
      format: 'redian-document-counts',
      version: 1,
      documents: 2,
      terms: [
        ['a', 2],
        ['b', 1],
      ],
    };
    expect(DocumentCounts.from(state as never).toJSON()).toEqual(state);
    for (const [change, message] of [
      [{ version: 2 }, /version: expected 1, got 2/u],
      [{ documents: -1, terms: [] }, /documents: expected an integer of at least 0, got -1/u],
      [{ documents: 1.5 }, /documents: expected an integer/u],
      [{ documents: null }, /documents: expected an integer/u],
      [{ terms: {} }, /terms: expected an array/u],
      [{ terms: [['a', 1.5]] }, /terms\[0\]\[1\]: expected an integer from 1 to 2, got 1.5/u],
      [{ terms: [['a', 3]] }, /terms\[0\]\[1\]: expected an integer from 1 to 2, got 3/u],
      [{ terms: [['a', 0]] }, /terms\[0\]\[1\]/u],
      [
        {
          terms: [
            ['a', 1],
            ['a', 1],
          ],
        },
        /terms\[1\]\[0\]: expected what is not there twice, got "a"/u,
      ],
      [{ terms: [[5, 1]] }, /terms\[0\]\[0\]: expected a string, got 5/u],
      [{ terms: [null] }, /terms\[0\]: expected an array of a term and its count, got null/u],
    ] as [object, RegExp][]) {
      const damaged = { ...state, ...change } as never;
      expect(() => DocumentCounts.from(damaged)).toThrow(
        expect.objectContaining({ code: 'INVALID_DATA', message: expect.stringMatching(message) }),
      );
      const model = { ...new TfIdf().toJSON(), counts: damaged };
      expect(() => TfIdf.from(model)).toThrow(expect.objectContaining({ code: 'INVALID_DATA' }));
    }
    for (const options of [undefined, null, { norm: 'l3' }, { minDf: null }]) {
      const model = { ...new TfIdf().toJSON(), options: options as never };
      expect(() => TfIdf.from(model)).toThrow(expect.objectContaining({ code: 'INVALID_DATA' }));
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
