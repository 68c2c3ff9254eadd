import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractTags, keyphrases, StopWords } from '../../src/keywords/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';
import { measuringData } from '../support/measuring-data.js';

const tokenizer = Tokenizer.loadSync();
const abstract =
  '提出了一种基于联邦学习的图像检索系统。联邦学习把模型分发到不同设备，图像检索系统在各设备上分别训练。' +
  '实验结果表明，图像检索系统的查全率高于其他方法。\n基于联邦学习的图像检索';

describe('keyphrases', () => {
  // First of all: what the first call is given must not stay for those behind it.
  it('keeps no stop words of another call', () => {
    const stopWords = new StopWords(['联邦', '学习', '图像', '检索', '系统']);
    const few = keyphrases(abstract, tokenizer, { stopWords });
    const plain = keyphrases(abstract, tokenizer);
    expect(plain).toEqual(keyphrases(abstract, tokenizer, { stopWords: StopWords.loadSync() }));
    expect(plain).not.toEqual(few);
  });

  it('finds phrases of several words, each of which stands in the text', () => {
    const found = keyphrases(abstract, tokenizer, { topK: 5 });
    const phrases = found.map(({ phrase }) => phrase);
    expect(phrases).toContain('联邦学习');
    expect(phrases.some((phrase) => phrase.startsWith('图像检索'))).toBe(true);
    for (const { phrase, score, count, texts } of found) {
      expect(abstract).toContain(phrase);
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThan(1);
      expect(count).toBeGreaterThanOrEqual(1);
      expect(texts).toBe(1);
    }
  });

  it('does not repeat a phrase inside a longer one that always holds it', () => {
    const text = '联邦学习平台上线。联邦学习平台支持多方计算。联邦学习平台开源。';
    const phrases = keyphrases(text, tokenizer, { topK: 10 }).map(({ phrase }) => phrase);
    for (const a of phrases) {
      for (const b of phrases) if (a !== b) expect(b.includes(a)).toBe(false);
    }
  });

  it.each([
    '不可逆反应',
    '不平等条约',
    '未确诊病例',
    '无脊椎动物',
    '无服务器架构',
    '非自回归',
    '反季节销售',
    '可再生能源',
    '去中心化金融',
    '高危漏洞',
    '零信任架构',
    '双碳目标',
    '九价疫苗',
    '多智能体',
    '半固态电池',
    '新型储能',
    '微型机器人',
    '慢性肾病',
    '二维材料',
    '第三代半导体',
    '十四五规划',
    '十五五规划',
  ])('keeps what denies a word or tells its kind: %s', (phrase) => {
    const text = `${phrase}\n本文研究了${phrase}的问题，并讨论了${phrase}的影响因素。`;
    const phrases = keyphrases(text, tokenizer, { topK: 5 }).map((found) => found.phrase);
    expect(phrases).toContain(phrase);
    for (const found of phrases) expect(found === phrase || !phrase.includes(found)).toBe(true);
  });

  it('gives no two phrases that share characters where they stand', () => {
    const first = (text: string): string[] =>
      keyphrases(text, tokenizer, { topK: 5 }).map(({ phrase }) => phrase);
    for (const title of ['法国总统马克龙访华', '政府工作报告发布', '持续风速堪比台风', '原神火神首曝']) {
      let covered = 0;
      for (const phrase of first(title)) covered += phrase.length;
      expect(covered, title).toBeLessThanOrEqual(title.length);
    }
    // Each stands on its own often enough.
    expect(first('政府工作报告。政府工作，工作报告；政府工作，工作报告')).toEqual(
      expect.arrayContaining(['政府工作', '工作报告']),
    );
  });

  it('leaves 自 with the verb of one character that it stands before', () => {
    for (const [title, torn] of [
      ['苹果自研芯片', '研芯片'],
      ['自热火锅', '热火锅'],
      ['自建住房倒塌', '建住房'],
    ] as const) {
      const phrases = keyphrases(title, tokenizer).map(({ phrase }) => phrase);
      expect(phrases.filter((phrase) => phrase.startsWith(torn))).toEqual([]);
    }
  });

  it('takes what is said not to happen for no phrase, nor what stands behind it', () => {
    const text = '减持比例不超过百分之一，不影响公司治理。减持计划不影响公司治理，价格不超过上限。';
    for (const { phrase } of keyphrases(text, tokenizer, { topK: 20 }))
      expect(phrase).not.toMatch(/^(?:影响|超过|不影响|不超过)|不超过$/);
  });

  it.each([
    ['neural network ', 10, 'neural network'],
    ['large language model ', 1000, 'large language model'],
    ['数据安全', 3, '数据安全'],
    ['量子计算机研究', 3000, '量子计算机'],
  ])('says %s once, however often it is repeated, and cuts no word of it', (text, times, phrase) => {
    expect(keyphrases(text.repeat(times), tokenizer)).toEqual([
      expect.objectContaining({ phrase, count: times }),
    ]);
  });

  it('never joins words across 的, punctuation, numbers or links', () => {
    const text = '模型的精度，训练速度 https://example.com/数据 推理成本100元芯片 @某人算力';
    for (const { phrase } of keyphrases(text, tokenizer, { topK: 100 })) {
      expect(phrase).not.toMatch(/[的，@/:]|100/);
    }
  });

  it('finds English phrases with their spaces', () => {
    const text =
      'Prompt engineering is the new craft. Good prompt engineering saves tokens, and prompt engineering can be learned.';
    const [first] = keyphrases(text, tokenizer, { topK: 3 });
    expect(first?.phrase.toLowerCase()).toBe('prompt engineering');
    expect(first?.count).toBe(3);
  });

  it('adds up over texts and joins the spellings of one term', () => {
    const texts = ['英伟达发布新芯片', 'Nvidia 股价上涨', 'NVIDIA 财报超预期', '苹果发布新手机'];
    const found = keyphrases(texts, tokenizer, { topK: 20, minTexts: 2 });
    expect(found.find(({ phrase }) => /nvidia|英伟达/i.test(phrase))?.texts).toBe(3);
    expect(found.every(({ texts: having }) => having >= 2)).toBe(true);
  });

  it('takes tokens as it takes strings', () => {
    const tokens = tokenizer.segment(abstract);
    expect(keyphrases([tokens], tokenizer)).toEqual(keyphrases(abstract, tokenizer));
  });

  it('becomes more diverse when asked to', () => {
    const shared = (diversity: number): number => {
      const phrases = keyphrases(abstract, tokenizer, { topK: 6, diversity }).map(({ phrase }) => phrase);
      return phrases.length - new Set(phrases.map((phrase) => phrase.slice(0, 2))).size;
    };
    expect(shared(1)).toBeLessThanOrEqual(shared(0));
  });

  it('gives nothing for nothing and says what it cannot use', () => {
    for (const text of ['', ' \n', '。。。', '123 456', '😀', '\ud800', 'https://t.co/x'])
      expect(keyphrases(text, tokenizer)).toEqual([]);
    expect(keyphrases([], tokenizer)).toEqual([]);
    expect(() => keyphrases(abstract, tokenizer, { topK: 0 })).toThrow(/topK/);
    expect(() => keyphrases(abstract, tokenizer, { diversity: Number.NaN })).toThrow(/diversity/);
    expect(() => keyphrases([1 as unknown as string], tokenizer)).toThrow(/texts\[0\]/);
    expect(() => keyphrases(null as unknown as string, tokenizer)).toThrow(/texts/);
  });

  it('takes any string and is the same each time', () => {
    const words = fc.constantFrom(
      '人工智能',
      '的',
      'GPT-5',
      ' ',
      '\n',
      '。',
      '#话题#',
      'constructor',
      '-',
      '𠮷',
      '5亿',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(words).map((parts) => parts.join('')),
        ),
        (text) => {
          const found = keyphrases(text, tokenizer, { topK: 50 });
          expect(keyphrases(text, tokenizer, { topK: 50 })).toEqual(found);
          for (const { phrase } of found) expect(text).toContain(phrase);
        },
      ),
    );
  });

  it('reads a long document in bounded time', () => {
    const found = keyphrases(abstract.repeat(2000), tokenizer, { topK: 3 });
    expect(found.map(({ phrase }) => phrase).join()).toMatch(/图像检索|联邦学习/);
    expect(found[0]?.texts).toBe(1);
  });

  const path = measuringData('keywords/csl_kg_dev.tsv');
  it.skipIf(path === undefined)('names what authors name more often than TF-IDF of words does', () => {
    let own = 0;
    let peer = 0;
    for (const [index, line] of readFileSync(path ?? '', 'utf8')
      .trim()
      .split('\n')
      .slice(1, 401)
      .entries()) {
      if (index % 2 === 0) continue;
      const [keywords = '', text = ''] = line.split('\t');
      const wanted = new Set(keywords.toLowerCase().split(';'));
      for (const { phrase } of keyphrases(text, tokenizer, { topK: 5 }))
        if (wanted.has(phrase.toLowerCase())) own++;
      for (const { word } of extractTags(text, tokenizer, { topK: 5 }))
        if (wanted.has(word.toLowerCase())) peer++;
    }
    expect(own).toBeGreaterThan(1.5 * peer);
  });
});
