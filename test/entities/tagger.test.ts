import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractEntities } from '../../src/entities/index.js';
import { hashFeatureName, NameFeatures } from '../../src/entities/tagger/features.js';
import { LABELS, NameModel, packNameModel } from '../../src/entities/tagger/model.js';
import { NameTagger } from '../../src/entities/tagger/tagger.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();
const none = { step: 0.5, transitions: new Array<number>(LABELS * LABELS + LABELS).fill(0) };

function found(text: string): string[] {
  return extractEntities(text, tokenizer.segment(text))
    .filter(({ known }) => !known)
    .map(({ category, text: words }) => `${category} ${words}`);
}

describe('names that no dictionary has', () => {
  test.each([
    ['罗马尼亚政府批准公共行政部门裁员计划', 'organization 罗马尼亚政府'],
    ['蓝衫集团董事总经理昨天在北京表示', 'company 蓝衫集团'],
    ['美国联邦航空管理局计划如何应用人工智能', 'organization 美国联邦航空管理局'],
    ['对话孙天澍：企业家要从管人到架构智能体', 'person 孙天澍'],
    ['国恩股份：公司已成功研发出双足机器人', 'company 国恩股份'],
  ])('%s', (text, name) => {
    expect(found(text)).toContain(name);
  });

  test.each([
    '航空公司的 AI 到底有没有算计你',
    '暴跌98%，这家上市公司快倒闭了',
    '李飞飞又开了家公司，投资人排队',
    '全球金融监管机构警告称，私营信贷行业正在助长热潮',
    '促进科技创新与完善治理相统一',
    '如今股份价值已远超预期',
  ])('%s names nobody', (text) => {
    expect(found(text).filter((name) => !name.startsWith('name '))).toEqual([]);
  });

  test('a known company keeps its name with the ending of its form', () => {
    const text = '阿里巴巴集团发布财报';
    const [first] = extractEntities(text, tokenizer.segment(text));
    expect(first).toMatchObject({ text: '阿里巴巴集团', canonical: 'Alibaba', known: true });
  });
});

describe('features', () => {
  test('every feature has the hash of its name', () => {
    const reader = new NameFeatures();
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'北京智谱（“AI”）Gemini 3 Pro，5亿元İ😀\n《》ａ'), { maxLength: 40 }),
        (signs) => {
          const text = signs.join('');
          const tokens = tokenizer.segment(text);
          const names: string[] = [];
          const count = reader.read(text, tokens, 0, tokens.length, names);
          expect(reader.from[count]).toBe(names.length);
          for (const [i, name] of names.entries()) expect(reader.hashes[i], name).toBe(hashFeatureName(name));
        },
      ),
    );
  });
});

describe('the model', () => {
  test('labels and certainty are those of all paths summed', () => {
    const text = '北京';
    const tokens = tokenizer.segment(text);
    const rows = [
      ['c 北', [4, 0, 1, 0, 0, 0, 0, 0]],
      ['c 京', [0, 3, 0, 1, 0, 0, 0, 0]],
    ] as const;
    const model = new NameModel(packNameModel(rows, none), 'test');
    const reader = new NameFeatures();
    expect(model.read(reader, reader.read(text, tokens, 0, tokens.length))).toBe(true);
    expect([...model.labels.slice(0, 2)]).toEqual([1, 2]);
    let all = 0;
    let first = 0;
    for (let a = 0; a < LABELS; a++) {
      for (let b = 0; b < LABELS; b++) {
        const isLegal = (a === 0 || a % 2 === 1) && (b === 0 || b % 2 === 1 || b === a || b === a + 1);
        if (!isLegal) continue;
        const score =
          0.5 * ((a === 0 ? 0 : (rows[0][1][a - 1] ?? 0)) + (b === 0 ? 0 : (rows[1][1][b - 1] ?? 0)));
        all += Math.exp(score);
        if (a === 1) first += Math.exp(score);
      }
    }
    expect(model.certainty[0]).toBeCloseTo(first / all, 9);
  });

  test('without weights there are no names, and bytes of another kind are refused', () => {
    const tagger = new NameTagger(new NameModel(packNameModel([], none), 'test'));
    expect(tagger.tag('北京智谱华章科技有限公司', tokenizer.segment('北京智谱华章科技有限公司'))).toEqual([]);
    expect(() => new NameModel(new Uint8Array(64), 'names.bin')).toThrow(/names\.bin.*compiled table/u);
  });

  test('the shipped table stays small', () => {
    expect(readFileSync(new URL('../../dist/data/names.bin', import.meta.url)).length).toBeLessThan(300_000);
  });

  test('a line without an end is read in stretches, and names inside them are found', () => {
    const text = '据悉，罗马尼亚政府批准裁员计划，'.repeat(2000);
    const names = NameTagger.loadSync().tag(text, tokenizer.segment(text));
    expect(names.length).toBeGreaterThan(1500);
    for (const { start, end } of names.slice(0, 50)) expect(text.slice(start, end)).toBe('罗马尼亚政府');
  });
});
