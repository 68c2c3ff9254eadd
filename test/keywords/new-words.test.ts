import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { repeatedGrams } from '../../src/keywords/grams.js';
import { newWords, toUserDictionary } from '../../src/keywords/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';
import { measuringData } from '../support/measuring-data.js';

let tokenizer: Tokenizer;
beforeAll(() => {
  tokenizer = Tokenizer.loadSync();
});

const before = ['今天', '听说', '医生', '老师', '朋友', '网友', '记者', '市场'];
const behind = ['很火', '来了', '开播', '涨价', '吗', '不错', '走红', '降温'];
const around = (word: string): string[] =>
  before.map((left, i) => `${left}${word}${behind[i] ?? ''}，见 https://example.com/${i}?q=zugzwang`);

describe('newWords', () => {
  it('finds what the dictionary lacks, whole and with its count', () => {
    const texts = [...around('库明加'), ...around('谷爱凌'), ...around('人工智能'), ...around('公司')];
    const found = newWords(texts, tokenizer, { minCount: 4, minEntropy: 1 });
    const words = found.map(({ word }) => word);
    expect(words).toContain('库明加');
    expect(words).toContain('谷爱凌');
    expect(found.find(({ word }) => word === '库明加')?.count).toBe(8);
    for (const { word, examples } of found) {
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) expect(example).toContain(word);
    }
  });

  it('gives no piece of a known word, of a term or of a link, and nothing that is known', () => {
    const texts = [...around('中国股市'), ...around('DeepSeek-V3'), ...around('深度学习')];
    for (const { word } of newWords(texts, tokenizer, { minCount: 2, minCohesion: -1, minEntropy: 0 })) {
      expect(tokenizer.frequencyOf(word) ?? 0).toBe(0);
      expect(word).not.toMatch(/^国股|^股市|Seek$|^V3|example|zugz|http|[/?=.]/);
    }
  });

  it('leaves out what always stands beside the same word', () => {
    const texts = before.map((left, i) => `${left}看恋与深空${behind[i] ?? ''}`);
    const words = newWords(texts, tokenizer, { minCount: 4 }).map(({ word }) => word);
    expect(words.filter((word) => '恋与深空'.includes(word) && word !== '恋与深空')).toEqual([]);
  });

  it('finds names of several English words', () => {
    const texts = ['I like', 'we saw', 'they hate', 'about', 'the great', 'new'].map(
      (left, i) => `${left} Zugzwang Fairy ${['rocks', 'today', 'again', 'song', 'band', 'tour'][i]}`,
    );
    expect(newWords(texts, tokenizer, { minCount: 5 }).map(({ word }) => word)).toContain('Zugzwang Fairy');
  });

  it('gives no two names side by side, nor a name beside a word that stands elsewhere too', () => {
    const names = ['库明加', '王楚钦', '蒯曼'];
    const texts = [...names, '王楚钦蒯曼', '库明加球队', '库明加王楚钦', '球队'].flatMap(around);
    const words = newWords(texts, tokenizer, { minCount: 4, minCohesion: 0 }).map(({ word }) => word);
    expect(words).toEqual(expect.arrayContaining(names));
    for (const word of words) expect(word).not.toMatch(/王楚钦蒯曼|库明加球队|库明加王楚钦/);
  });

  it('counts identical texts once', () => {
    const copies = Array.from({ length: 50 }, () => '今天库明加很火');
    expect(newWords(copies, tokenizer, { minCount: 2 })).toEqual([]);
  });

  it('gives words that addWord and a user dictionary take, and that are then kept whole', () => {
    const found = newWords([...around('库明加'), ...around('谷爱凌')], tokenizer, { minCount: 4 });
    const lines = toUserDictionary(found, tokenizer);
    const other = Tokenizer.loadSync();
    expect(other.loadUserDictionary(lines)).toBe(found.length);
    expect(other.cut('听说库明加和谷爱凌来了')).toEqual(expect.arrayContaining(['库明加', '谷爱凌']));
    expect(newWords(around('库明加'), other, { minCount: 4 }).map(({ word }) => word)).not.toContain(
      '库明加',
    );
  });

  it('gives nothing for nothing and says what it cannot use', () => {
    expect(newWords([], tokenizer)).toEqual([]);
    expect(newWords(['', '。', '😀'], tokenizer)).toEqual([]);
    expect(newWords(['哈'.repeat(10_000)], tokenizer)).toEqual([]);
    expect(() => newWords('x' as unknown as string[], tokenizer)).toThrow(/texts/);
    expect(() => newWords([1 as unknown as string], tokenizer)).toThrow(/texts\[0\]/);
    expect(() => newWords([], tokenizer, { minCount: 1 })).toThrow(/minCount/);
    expect(() => newWords([], tokenizer, { minCohesion: Number.NaN })).toThrow(/minCohesion/);
  });

  const path = measuringData('feed/weibo_hotsearch_2025.tsv');
  it.skipIf(path === undefined)('finds the names of a year of hot searches', () => {
    const titles = readFileSync(path ?? '', 'utf8')
      .trim()
      .split('\n')
      .slice(1, 40_001)
      .map((line) => line.split('\t')[1] ?? '');
    const words = newWords(titles, tokenizer, { topK: 500 }).map(({ word }) => word);
    for (const name of ['孙颖莎', '樊振东', '迪丽热巴', '官宣', '易烊千玺']) expect(words).toContain(name);
  });
});

describe('repeatedGrams', () => {
  it('counts as a plain count of strings does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 60 }), (words) => {
        const grams = repeatedGrams(Int32Array.from(words), new Int32Array(words.length), {
          minCount: 2,
          maxSize: 5,
          accept: () => true,
        });
        const plain = new Map<string, number>();
        for (let size = 2; size <= 5; size++) {
          for (let at = 0; at + size <= words.length; at++) {
            const gram = words.slice(at, at + size);
            if (!gram.includes(0)) plain.set(gram.join(), (plain.get(gram.join()) ?? 0) + 1);
          }
        }
        const own = new Map(
          grams.map(({ size, positions: [at = 0], count }) => [words.slice(at, at + size).join(), count]),
        );
        const wanted = [...plain].filter(([, count]) => count >= 2);
        expect([...own].sort()).toEqual(wanted.sort());
      }),
    );
  });

  it('has the entropy and the cohesion of their definitions', () => {
    // 1 2 stands three times: behind 3, 3 and a border, before 4, 5 and a border.
    const words = Int32Array.from([3, 1, 2, 4, 0, 3, 1, 2, 5, 0, 1, 2]);
    const [gram] = repeatedGrams(words, new Int32Array(12), { minCount: 3, maxSize: 2, accept: () => true });
    expect(gram?.count).toBe(3);
    expect(gram?.left).toBeCloseTo(-(2 / 3) * Math.log(2 / 3) - (1 / 3) * Math.log(1 / 3), 12);
    expect(gram?.right).toBeCloseTo(Math.log(3), 12);
    const share = 3 / 10;
    expect(gram?.cohesion).toBeCloseTo(Math.log(share / (share * share)) / -Math.log(share), 12);
  });
});
