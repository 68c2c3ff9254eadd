import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTraditional } from '../../src/compile/traditional.js';
import { RedianError } from '../../src/errors.js';
import { Sentiment } from '../../src/sentiment/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';
import { agreement, readJudgedTexts } from './support/judged-texts.js';

const tokenizer = Tokenizer.loadSync();
const sentiment = Sentiment.loadSync(tokenizer);
const labelOf = (text: string) => sentiment.score(text).label;
const scoreOf = (text: string) => sentiment.score(text).score;

describe('Sentiment.score', () => {
  test.each([
    '这次更新太香了，写代码又快又准',
    '虽然有小毛病，但是真的很好用，强烈推荐',
    '质量非常好，物超所值，下次还会再买',
    'Claude Opus 4.5 is amazing, best coding model I have ever used',
    'Absolutely love this release, works great 🎉',
    '公司净利润大幅预增，股价涨停',
    '比特币暴涨，创历史新高',
  ])('finds %j positive', (text) => {
    expect(labelOf(text)).toBe('positive');
  });

  test.each([
    'ChatGPT 质量下降太明显了，又懒又笨',
    '虽然外观漂亮，但是用两天就坏了，太失望了',
    '客服态度恶劣，再也不会买了',
    'This update is terrible. It keeps crashing and support is useless.',
    'Total waste of money, refund please 😡',
    '股东拟减持不超过 3% 股份，股价跌停',
    'Shares plunge after the company cuts guidance',
    '被 AI 客服绕了 40 分钟，太离谱了',
  ])('finds %j negative', (text) => {
    expect(labelOf(text)).toBe('negative');
  });

  test.each(['', '   ', 'https://example.com/a', '@someone', '#AI#', '🏢', '会议定于周三上午九点举行'])(
    'finds %j neutral',
    (text) => {
      expect(labelOf(text)).toBe('neutral');
    },
  );

  test.each([
    ['这个模型靠谱', '这个模型不靠谱'],
    ['很好用', '一点都不好用'],
    ['I recommend it', "I don't recommend it"],
    ['This is good', 'This is not good'],
    ['我喜欢这个功能', '我并不喜欢这个功能'],
  ])('scores %j above its negation %j', (plain, negated) => {
    expect(scoreOf(plain)).toBeGreaterThan(scoreOf(negated) + 0.2);
  });

  test('takes the side after a contrast', () => {
    expect(scoreOf('价格贵，但是效果惊艳')).toBeGreaterThan(0);
    expect(scoreOf('效果惊艳，但是价格太贵，后悔了')).toBeLessThan(scoreOf('价格贵，但是效果惊艳'));
    expect(scoreOf('The demo was great, but the product is broken and useless')).toBeLessThan(0);
  });

  test('takes praise in a rhetorical question or with a mark of irony for less', () => {
    expect(scoreOf('难道这样很好吗？')).toBeLessThan(scoreOf('这样很好'));
    expect(scoreOf('这次更新真棒呵呵')).toBeLessThan(scoreOf('这次更新真棒'));
    expect(scoreOf('great job 🙄')).toBeLessThan(scoreOf('great job'));
  });

  test('scales by degree', () => {
    const polarity = (text: string) => sentiment.score(text).evidence[0]?.polarity ?? 0;
    expect(polarity('非常满意')).toBeGreaterThan(polarity('满意'));
    expect(polarity('满意')).toBeGreaterThan(polarity('有点满意'));
  });

  test('shows its evidence by place in the text', () => {
    const text = '更新之后并不流畅，太失望了😡';
    const { evidence } = sentiment.score(text);
    expect(evidence.map(({ start, end }) => text.slice(start, end))).toEqual(['流畅', '失望', '😡']);
    expect(evidence.map(({ negated }) => negated)).toEqual([true, false, false]);
    expect(evidence.every(({ polarity }) => polarity < 0)).toBe(true);
  });

  test('finds words of several English words and words inside of Chinese tokens', () => {
    expect(sentiment.score('a waste of time').evidence.map(({ text }) => text)).toEqual(['waste of time']);
    expect(scoreOf('太香了')).toBeGreaterThan(0);
    expect(scoreOf('不靠谱')).toBeLessThan(0);
  });

  test('does not depend on what was scored before, nor on whether text or tokens are given', () => {
    const text = '体验很流畅，推荐！';
    const first = sentiment.score(text);
    sentiment.score('垃圾，差评');
    expect(sentiment.score(text)).toEqual(first);
    expect(sentiment.score(tokenizer.segment(text))).toEqual(first);
  });

  test('scores a text as its tokens, whatever stands in it', () => {
    const posts = readFileSync(
      new URL('../../fixtures/tweets-ai-20251128-20251130.csv', import.meta.url),
      'utf8',
    );
    const hostile = [
      '',
      ' ',
      '\n\n',
      '!!!',
      '…',
      '\ud83d',
      '好是好，就是贵',
      "can't recommend it enough\n👍🏽",
      'a-b 不 错',
    ];
    for (const text of [...posts.split('\n'), ...hostile])
      expect(sentiment.score(tokenizer.segment(text))).toEqual(sentiment.score(text));
    const part = fc.constantFrom(
      '不',
      '好',
      '太',
      '差',
      ' ',
      '\n',
      '！',
      'not ',
      'good',
      '-',
      '’',
      '30%',
      '$NVDA',
      '😀',
      '[doge]',
      '吗',
      '，但',
      'OpenAI',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        expect(sentiment.score(tokenizer.segment(text))).toEqual(sentiment.score(text));
      }),
    );
  });

  test('says the same of a company by whatever name', () => {
    expect(scoreOf('英伟达发布了新模型')).toBeCloseTo(scoreOf('OpenAI发布了新模型'), 6);
  });

  test('keeps scores in [-1, 1], labels with the sign of the score, and evidence in order, for any text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            '不',
            '好',
            '太',
            '但是',
            '垃圾',
            ' ',
            'not',
            'good',
            '!',
            '😡',
            '[doge]',
            '3%',
            '\n',
          ),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { score, label, evidence } = sentiment.score(text);
        expect(score).toBeGreaterThanOrEqual(-1);
        expect(score).toBeLessThanOrEqual(1);
        if (label === 'positive') expect(score).toBeGreaterThan(0);
        if (label === 'negative') expect(score).toBeLessThan(0);
        let from = 0;
        for (const { start, end, polarity } of evidence) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(Math.abs(polarity)).toBeLessThanOrEqual(6);
          from = end;
        }
      }),
      { numRuns: 400 },
    );
  });

  test('reads a post of 100,000 characters', () => {
    expect(labelOf('很好用，'.repeat(25_000))).toBe('positive');
  });

  test('refuses what is neither text nor tokens', () => {
    // @ts-expect-error a number is no post
    expect(() => sentiment.score(3)).toThrow(RedianError);
    // @ts-expect-error undefined is no post
    expect(() => sentiment.score(undefined)).toThrow(/post: expected a string or tokens/);
  });
});

describe('what a negation turns from a distance', () => {
  test.each([
    '不是很好用',
    '这个手机不是很好用',
    '不怎么好用',
    '没有想象中好用',
    '质量不是很好',
    '不是特别满意',
    '并不是很喜欢',
    '我没有觉得它很好用',
    'not very good',
  ])('%s is no praise', (text) => {
    expect(sentiment.score(text).label).toBe('negative');
  });

  test.each(['很好用', '不得不说很好用', 'very good', 'a game-changer', 'a game changer'])(
    '%s is',
    (text) => {
      expect(sentiment.score(text).label).toBe('positive');
    },
  );
});

describe('quantities that rise or fall', () => {
  test.each([
    ['Losses narrowed to $2 million', 'Losses widened to $2 million'],
    ['Operating profit rose to EUR 4.4 mn', 'Operating profit fell to EUR 4.4 mn'],
    ['The company reduced costs', 'The company reduced its sales'],
    ['公司亏损收窄', '公司亏损扩大'],
    ['净利润增长 30%', '净利润下滑 30%'],
    ['负债率回落', '负债率攀升'],
  ])('%j is better news than %j', (good, bad) => {
    const polarities = [good, bad].map((text) =>
      sentiment.score(text).evidence.map(({ polarity }) => polarity),
    );
    expect(polarities[0]?.every((polarity) => polarity > 0)).toBe(true);
    expect(polarities[1]?.every((polarity) => polarity < 0)).toBe(true);
    expect(scoreOf(good)).toBeGreaterThan(scoreOf(bad));
  });

  test('show the verb as evidence, and not the quantity', () => {
    const text = 'Net loss narrowed sharply';
    expect(sentiment.score(text).evidence.map(({ start, end }) => text.slice(start, end))).toEqual([
      'narrowed',
    ]);
  });
});

describe('what is granted', () => {
  test.each([
    ["Although it's fast, the answers are wrong", "Although the answers are wrong, it's fast"],
    ['尽管便宜，质量很差', '尽管质量很差，便宜'],
    ['好看是好看，就是容易坏掉', '容易坏掉，就是好看'],
  ])('counts less than the rest of the post: %j, %j', (bad, good) => {
    expect(scoreOf(bad)).toBeLessThan(scoreOf(good));
  });
});

describe('denials that praise', () => {
  test.each([
    "Can't recommend it enough",
    "I can't thank the team enough",
    '没有比这更好的编辑器了',
    '没有不喜欢的地方',
    '谁能不爱呢',
    'nothing beats this editor',
  ])('%j', (text) => {
    const { evidence, score } = sentiment.score(text);
    expect(score).toBeGreaterThan(0);
    expect(evidence.map(({ negated }) => negated)).toEqual([false]);
  });

  test.each(['not good enough', "isn't fast enough", '没有比以前好'])('%j does not', (text) => {
    expect(scoreOf(text)).toBeLessThan(0);
  });
});

test('an entry of no polarity keeps what it holds from being read: 好 in 不好意思, 回购 in 逆回购', () => {
  expect(sentiment.score('不好意思打扰一下').evidence).toEqual([]);
  expect(sentiment.score('央行开展1000亿元逆回购操作').evidence).toEqual([]);
});

test('an apostrophe does not part an entry', () => {
  expect(sentiment.score("chef's kiss").label).toBe('positive');
  expect(sentiment.score('chef’s kiss').label).toBe('positive');
});

test.each([
  ['praise before many 又', `${'好用'.repeat(60_000)}${'又 '.repeat(60_000)}`],
  ['what is asked back in one clause', '还不好吃'.repeat(60_000)],
  ['denials over many words of no weight', `${'do '.repeat(60_000)}${'not good '.repeat(60_000)}`],
])('a long post takes no more than its length: %s', (_, text) => {
  expect(Number.isFinite(scoreOf(text))).toBe(true);
});

test('of the ordinary sentences in ordinary-sentences.tsv, four of five are judged as anyone would, and few turned round', () => {
  const { texts, right, turned } = agreement(readJudgedTexts('ordinary-sentences.tsv'), labelOf);
  expect(texts).toBe(527);
  expect(right).toBeGreaterThanOrEqual(0.83);
  expect(turned / texts).toBeLessThanOrEqual(0.07);
});

test('of the sentences in denials.tsv, four of five are judged as anyone would, and few turned round', () => {
  const { texts, right, turned } = agreement(readJudgedTexts('denials.tsv'), labelOf);
  expect(texts).toBe(220);
  expect(right).toBeGreaterThanOrEqual(0.78);
  expect(turned / texts).toBeLessThanOrEqual(0.12);
});

test('of the sentences in turned.tsv, four of five are judged as anyone would, and few turned round', () => {
  const { texts, right, turned } = agreement(readJudgedTexts('turned.tsv'), labelOf);
  expect(texts).toBe(367);
  expect(right).toBeGreaterThanOrEqual(0.83);
  expect(turned / texts).toBeLessThanOrEqual(0.07);
});

test('of the titles in titles.tsv few are turned round, and most that have no mood are given none', () => {
  const { texts, right, turned, madeUp } = agreement(readJudgedTexts('titles.tsv'), labelOf);
  expect(texts).toBe(194);
  expect(right).toBeGreaterThanOrEqual(0.6);
  expect(turned).toBeLessThanOrEqual(4);
  expect(madeUp).toBeLessThanOrEqual(0.3);
});

describe('English in which somebody talks, of which the training sets know nothing', () => {
  test.each([
    ["It's a very nice read, thanks for sharing", 'positive'],
    ['I had no problems with it at all', 'positive'],
    ["You won't be disappointed, it never ceases to amaze me", 'positive'],
    ['The staff was so rude and my soup was cold', 'negative'],
    ["Don't waste your money on this", 'negative'],
    ['It just stopped working after a week', 'negative'],
    ['I moved to Berlin this spring', 'neutral'],
  ])('%j is %s', (text, label) => {
    expect(labelOf(text)).toBe(label);
  });
});

test('a quantity that should be small moves the right way when it falls, and a denied complaint is none', () => {
  expect(sentiment.score('成本砍掉一半').evidence[0]?.polarity).toBeGreaterThan(0);
  expect(sentiment.score('成本涨到两倍').evidence[0]?.polarity).toBeLessThan(0);
  expect(sentiment.score('用了半年没出过任何问题').evidence[0]?.polarity).toBeGreaterThan(0);
  expect(sentiment.score('从没让我失望过').evidence[0]?.polarity).toBeGreaterThan(0);
});

describe('words of everyday life that no training set of reviews and finance knows', () => {
  test.each([
    'Best burger I have had, I have never had a better one',
    'Got promoted today, dreams do come true',
    '没有人不喜欢这首歌',
    '这家店的汤头浓郁，肉质鲜嫩',
    '这电影全程无尿点',
  ])('%j is positive', (text) => {
    expect(labelOf(text)).toBe('positive');
  });

  test.each([
    'Arrived two weeks late and the box was crushed',
    '导游强制购物，急死人',
    '音质很差',
    '等了三天没动静，客服装死',
  ])('%j is negative', (text) => {
    expect(labelOf(text)).toBe('negative');
  });
});

describe('traditional characters', () => {
  test.each([
    ['這家店的服務太差了，再也不會來', 'negative'],
    ['畫質清晰，運行流暢，值得購買', 'positive'],
    ['雖然價格有點貴，但是真的很好用', 'positive'],
    ['說好的優惠，結果漲價了，騙人', 'negative'],
    ['營收創新高，淨利潤大幅增長', 'positive'],
  ] as const)('%s is %s', (text, label) => {
    expect(labelOf(text)).toBe(label);
  });

  test('are read as the simplified ones, in all that ordinary-sentences.tsv has', () => {
    const traditionalOf = new Map<string, string>();
    for (const [traditional, simplified] of readTraditional(
      fileURLToPath(new URL('../../dictionaries/', import.meta.url)),
    ))
      if (!traditionalOf.has(simplified)) traditionalOf.set(simplified, traditional);
    const sentences = readJudgedTexts('ordinary-sentences.tsv').map(({ text }) => text);
    const differing = sentences.filter((sentence) => {
      const written = [...sentence].map((character) => traditionalOf.get(character) ?? character).join('');
      return JSON.stringify(sentiment.score(written)) !== JSON.stringify(sentiment.score(sentence));
    });
    // Of variants that no one writes in numbers (剋, 韆, 鐘 as 鈡) these make something else.
    expect(differing.length / sentences.length).toBeLessThanOrEqual(0.02);
  });
});

describe('Chinese in which nobody talks, and questions for information', () => {
  test.each([
    '今年的诺贝尔奖公布',
    '市图书馆周末延长开放时间',
    '高铁票怎么改签',
    '请问这个好用吗',
    '世界上最治愈的文案是什么？',
  ])('%s is neutral', (text) => {
    expect(labelOf(text)).toBe('neutral');
  });

  test.each([
    ['煤矿事故致多人遇难', 'negative'],
    ['原油期货价格暴跌', 'negative'],
    ['酒店起火伤亡不明', 'negative'],
    ['中国女排夺冠', 'positive'],
    ['为什么手机老是卡顿？', 'negative'],
    ['这么差还好意思涨价？', 'negative'],
  ])('words of feeling still tell: %s is %s', (text, label) => {
    expect(labelOf(text)).toBe(label);
  });
});

describe('What is no tokenizer', () => {
  test.each([{}, 5, null, 'zh'])('is refused by name: %j', async (tokenizer) => {
    const given = tokenizer as unknown as Tokenizer;
    expect(() => Sentiment.loadSync(given)).toThrow(/^tokenizer: expected a Tokenizer/);
    await expect(Sentiment.load(given)).rejects.toThrow(/^tokenizer: expected a Tokenizer/);
  });
});

describe('Evidence tells what turned a word', () => {
  test.each([
    ['更新后不再闪退', '闪退', 2],
    ['漏洞已修复', '漏洞', 2],
    ['缓解了焦虑', '焦虑', 2],
    ['The crash has been fixed', 'crash', 2],
    ['从来不死机', '死机', 2],
    ['公司终止减持计划', '减持', 2],
    ['公司中止回购', '回购', -2],
    ['好用个鬼', '好用', -2],
    ['好看在哪', '好看', -2],
    ['great job ruining my day', 'great job', -2],
    ['董事长承诺三年内不减持', '减持', 2],
    ['央行推迟加息', '加息', 2],
    ['年终奖被取消', '年终奖', -2],
    ['被小米反超了', '反超', -2],
    ['the old design was nicer', 'nicer', -2],
    ['没什么可抱怨的', '抱怨', 2],
  ])('%s: %s', (text, word, polarity) => {
    const found = sentiment.score(text).evidence.find((each) => each.text === word);
    expect(found?.negated).toBe(true);
    expect(Math.sign(found?.polarity ?? 0)).toBe(Math.sign(polarity));
  });

  test.each([
    ['漏洞至今没有修复', '漏洞'],
    ['请尽快修复闪退', '闪退'],
    ['怎么解决卡顿', '卡顿'],
    ['They have not fixed the crash', 'crash'],
    ['协商解决分歧', '分歧'],
  ])('trouble that is not over stays so: %s', (text, word) => {
    const found = sentiment.score(text).evidence.find((each) => each.text === word);
    expect(found?.polarity).toBeLessThan(0);
  });

  test.each([
    ['所谓的“优质”服务', -1],
    ['号称“永不死机”的系统', -1],
    ['their so-called experts', -1],
    ['所谓“幸福”就是吃饱睡好', 0],
    ['所谓的幸福', 0],
  ])('a claim is doubted, and a word that is explained is not: %s', (text, polarity) => {
    const doubts = sentiment.score(text).evidence.filter((each) => /^(?:所谓|号称|so)/.test(each.text));
    expect(doubts.map((each) => Math.sign(each.polarity))).toEqual(polarity === 0 ? [] : [polarity]);
  });

  test.each([
    ['不要放弃分红', '分红'],
    ['希望推迟加息', '加息'],
  ])('what is only wished for or asked turns no act: %s', (text, word) => {
    const found = sentiment.score(text).evidence.find((each) => each.text === word);
    expect(found?.polarity ?? 0).not.toBe(2);
  });

  test('a lengthened word is the one that it stands for, with its place', () => {
    expect(sentiment.score('soooo goooood').evidence).toEqual([
      { text: 'good', start: 6, end: 13, polarity: expect.closeTo(2.8), negated: false },
    ]);
  });
});
