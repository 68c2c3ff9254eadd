import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.js';
import { bursts, DocumentCounts, extractTags, Idf, TfIdf, textRank } from '../../src/keywords/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();
const texts = [
  '此外，公司拟对全资子公司吉林欧亚置业有限公司增资4.3亿元，增资后，吉林欧亚置业注册资本由7000万元增加到5亿元。',
  '英伟达发布新的人工智能芯片，股价上涨，人工智能公司纷纷抢购，芯片供应紧张。',
  'The quick brown fox 在 GitHub 上开源了一个分词工具，工具支持 GitHub 登录。',
  '',
  '。。。',
];

const python = '/usr/bin/python3';
const hasJieba = spawnSync(python, ['-c', 'import jieba.analyse']).status === 0;

function jiebaAnalyse(): {
  tags: [string, number][];
  ranks: [string, number][];
  nouns: [string, number][];
}[] {
  const program = `
import json, sys, logging, jieba, jieba.analyse
jieba.setLogLevel(logging.ERROR)
texts = json.load(sys.stdin)
print(json.dumps([{'tags': jieba.analyse.extract_tags(t, withWeight=True),
  'ranks': jieba.analyse.textrank(t, withWeight=True),
  'nouns': jieba.analyse.extract_tags(t, withWeight=True, allowPOS=('n', 'ns'))} for t in texts]))`;
  const output = execFileSync(python, ['-c', program], {
    input: JSON.stringify(texts),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return JSON.parse(output.toString());
}

function expectSame(
  own: readonly { word: string; weight: number }[],
  wanted: readonly [string, number][],
): void {
  expect(own.map(({ word }) => word)).toEqual(wanted.map(([word]) => word));
  for (const [i, { weight }] of own.entries()) expect(weight).toBeCloseTo(wanted[i]?.[1] ?? Number.NaN, 9);
}

describe('extractTags and textRank', () => {
  it.skipIf(!hasJieba)('give the words, order and weights of jieba.analyse', () => {
    for (const [i, wanted] of jiebaAnalyse().entries()) {
      const text = texts[i] ?? '';
      expectSame(extractTags(text, tokenizer), wanted.tags);
      expectSame(textRank(text, tokenizer), wanted.ranks);
      expectSame(extractTags(text, tokenizer, { allowPos: ['n', 'ns'] }), wanted.nouns);
    }
  });

  it('take an idf table and stop words of the caller', () => {
    const idf = Idf.parse('芯片 9\n公司 1\n');
    const [first] = extractTags('芯片 公司 股价', tokenizer, { idf });
    expect(first?.word).toBe('芯片');
    const words = extractTags('芯片 公司', tokenizer, { idf, stopWords: new Set(['芯片']) });
    expect(words.map(({ word }) => word)).toEqual(['公司']);
    expect(() => Idf.parse('芯片 x')).toThrow(/line 1/);
  });
});

describe('TfIdf', () => {
  const corpus = [['a', 'b', 'b'], ['a', 'c'], ['a']];

  it('has the idf and norm that the definitions give', () => {
    const model = new TfIdf();
    for (const document of corpus) model.add(document);
    expect(model.terms()).toEqual(['a', 'b', 'c']);
    expect(model.idf('a')).toBeCloseTo(Math.log(4 / 4) + 1, 12);
    expect(model.idf('b')).toBeCloseTo(Math.log(4 / 2) + 1, 12);
    const { starts, columns, values } = model.transform(corpus);
    expect([...starts]).toEqual([0, 2, 4, 5]);
    expect([...columns]).toEqual([0, 1, 0, 2, 0]);
    const b = 2 * (Math.log(2) + 1);
    expect(values[1]).toBeCloseTo(b / Math.hypot(1, b), 12);
    expect(values[4]).toBeCloseTo(1, 12);
  });

  it('counts the same apart and together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom('a', 'b', '__proto__', 'constructor')), { maxLength: 12 }),
        fc.nat(12),
        (documents, cut) => {
          const whole = new TfIdf({ sublinearTf: true, norm: 'l1' });
          const left = new TfIdf({ sublinearTf: true, norm: 'l1' });
          const right = new TfIdf({ sublinearTf: true, norm: 'l1' });
          for (const [i, document] of documents.entries()) {
            whole.add(document);
            (i < cut ? left : right).add(document);
          }
          const merged = TfIdf.from(JSON.parse(JSON.stringify(left.toJSON()))).merge(right);
          expect(merged.toJSON()).toEqual(whole.toJSON());
          expect(merged.transform(documents)).toEqual(whole.transform(documents));
        },
      ),
    );
  });
});

describe('bursts', () => {
  it('finds what rose and leaves chance alone', () => {
    const before = new DocumentCounts();
    const now = new DocumentCounts();
    for (let i = 0; i < 200; i++) {
      before.add(i % 10 === 0 ? ['旧闻', '日常'] : ['日常']);
      now.add(i % 5 === 0 ? ['新闻', '日常'] : i % 10 === 1 ? ['旧闻', '日常'] : ['日常']);
    }
    expect(bursts(now, before).map(({ term }) => term)).toEqual(['新闻']);
    expect(bursts(before, before)).toEqual([]);
    expect(bursts(now, new DocumentCounts())).toEqual([]);
  });

  it('finds nothing in periods drawn from one and the same source but for the share of runs that is accepted', () => {
    const random = seededRandom(1);
    const drawn = (documents: number): DocumentCounts => {
      const counts = new DocumentCounts();
      for (let i = 0; i < documents; i++) {
        // Of 3000 terms few are frequent and most are rare.
        counts.add(Array.from({ length: 6 }, () => String(Math.floor(3000 * random() ** 3))));
      }
      return counts;
    };
    for (const [now, before] of [
      [50, 1000],
      [200, 1000],
      [500, 500],
    ] as const) {
      let found = 0;
      for (let run = 0; run < 40; run++) if (bursts(drawn(now), drawn(before)).length > 0) found++;
      expect(found).toBeLessThanOrEqual(4);
    }
  });

  it('tells the chance of as many documents by an exact test', () => {
    const before = new DocumentCounts();
    const now = new DocumentCounts();
    for (let i = 0; i < 2000; i++) before.add(i < 6 ? ['雨'] : []);
    for (let i = 0; i < 100; i++) now.add(i < 4 ? ['雨'] : []);
    // scipy.stats.hypergeom.sf(3, 2100, 10, 100)
    expect(bursts(now, before)[0]?.p).toBeCloseTo(0.0008151644844161074, 12);
  });
});
