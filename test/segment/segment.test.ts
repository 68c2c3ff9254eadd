import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();

/** Kind and text of every token but spaces. */
function kinds(text: string): string[] {
  return tokenizer
    .segment(text)
    .filter(({ kind }) => kind !== 'space')
    .map(({ kind, text: token }) => `${kind} ${token}`);
}

function canonicals(text: string): string[] {
  return tokenizer.segment(text).flatMap(({ term }) => (term === undefined ? [] : [term.canonical]));
}

function quantity(text: string) {
  return tokenizer.segment(text).find(({ kind }) => kind === 'number')?.quantity;
}

describe('segment', () => {
  const pieces = fc.constantFrom(
    ...'OpenAI 发布 GPT-5 , 。 # @ $ [ ( ) ] 近 1000 亿 美元 % 万 一 三成 豆包 2.0 Pro \ud83d \ude00 👨‍👩‍👧 🇨🇳 \u200d \ufe0f ＧＰＴ 發 https:// www. a@b.c : -_- \n \r\n \t / Q3 2026 年 月 11 . ..'.split(
      ' ',
    ),
    ' ',
    '  ',
  );

  it('joins back to the text, with offsets that slice it, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((list) => list.join('')),
        ),
        (text) => {
          let at = 0;
          for (const token of tokenizer.segment(text)) {
            expect(token.start).toBe(at);
            expect(token.end).toBeGreaterThan(at);
            expect(text.slice(token.start, token.end)).toBe(token.text);
            at = token.end;
          }
          expect(at).toBe(text.length);
        },
      ),
      { numRuns: 1000, seed: 3 },
    );
  });

  it('cuts plain Chinese as cut does', () => {
    const text = '我来到北京清华大学，他来到了网易杭研大厦。小明硕士毕业于中国科学院计算所';
    expect(tokenizer.segment(text).map((token) => token.text)).toEqual(tokenizer.cut(text));
  });

  it('cuts traditional Chinese where it cuts the same in simplified', () => {
    const simplified = '他们在台湾发现这个软件的开发团队还需要学习英语和网络安全';
    const traditional = '他們在臺灣發現這個軟件的開發團隊還需要學習英語和網絡安全';
    const lengths = (text: string): number[] => tokenizer.segment(text).map((token) => token.text.length);
    expect(lengths(traditional)).toEqual(lengths(simplified));
    expect(
      tokenizer
        .segment(traditional)
        .map(({ text }) => text)
        .join(''),
    ).toBe(traditional);
  });

  it('knows a term by case, width and separators', () => {
    for (const written of ['GPT-5', 'gpt5', 'GPT 5', 'ＧＰＴ-5', 'ｇｐｔ５', 'Gpt-5']) {
      expect(canonicals(`关于${written}的消息`)).toEqual(['GPT-5']);
    }
  });

  it('finds no term inside a longer Latin word or number', () => {
    expect(canonicals('Oracles')).toEqual([]);
    expect(canonicals('GPT-5.1 GPT-50')).toEqual(['GPT-5.1', 'GPT-50']);
    expect(canonicals('Oracle')).toEqual(['Oracle']);
  });

  it('takes plurals of acronyms and things, and possessives', () => {
    expect(canonicals('LLMs')).toEqual(['LLM']);
    expect(canonicals("OpenAI's plan")).toEqual(['OpenAI']);
    expect(kinds("don't")).toEqual(["word don't"]);
  });

  it('finds names of models by their shape', () => {
    for (const name of [
      'Qwen4-72B-Instruct',
      'Llama 5 Scout',
      'DeepSeek-V3.2-Exp',
      'o4-mini',
      'GLM-5V Turbo',
      'Kimi K3',
      '文心5.0',
      '豆包2.0 Pro',
      'Gemini 4 Flash',
      'GPT-6-mini',
    ]) {
      expect(kinds(`今天 ${name} 发布了`)[1]).toBe(`term ${name}`);
    }
    expect(kinds('Gemini 3 月')[0]).toBe('term Gemini');
    expect(kinds('ChatGPT 2025年')[0]).toBe('term ChatGPT');
  });

  it('reads amounts as data', () => {
    expect(quantity('近1000亿美元')).toEqual({ value: 1e11, type: 'money', currency: 'USD', bound: 'about' });
    expect(quantity('9美元/月')).toEqual({ value: 9, type: 'money', currency: 'USD', per: '月' });
    expect(quantity('$20/mo')).toEqual({ value: 20, type: 'money', currency: 'USD', per: '月' });
    expect(quantity('8B参数')).toEqual({ value: 8e9, type: 'parameters', unit: '参数' });
    expect(quantity('128K上下文')).toEqual({ value: 128000, type: 'tokens', unit: 'token' });
    expect(quantity('2.5倍')).toEqual({ value: 2.5, type: 'multiple', unit: '倍' });
    expect(quantity('三成')).toEqual({ value: 30, type: 'percent', unit: '%' });
    expect(quantity('两千三百万')).toEqual({ value: 2.3e7, type: 'count' });
    expect(quantity('-3.5%')).toEqual({ value: -3.5, type: 'percent', unit: '%' });
    expect(quantity('14 per cent')).toEqual({ value: 14, type: 'percent', unit: '%' });
    expect(quantity('1,234.5 million')).toEqual({ value: 1234.5e6, type: 'count' });
    expect(quantity('超过500家')).toMatchObject({ value: 500, bound: 'over' });
    expect(quantity('2025年11月30日')).toEqual({ value: 2025, type: 'date', date: '2025-11-30' });
    expect(quantity('Q3 2026')).toEqual({ value: 2026, type: 'date', date: '2026-Q3' });
    expect(quantity('Nov 28, 2025')).toEqual({ value: 2025, type: 'date', date: '2025-11-28' });
    expect(quantity('11月28日')).toMatchObject({ type: 'date', date: '--11-28' });
    expect(quantity('$3/百万tokens')).toMatchObject({ value: 3, currency: 'USD', per: '百万token' });
  });

  it('takes rare Han and the numeral 〇 for Han', () => {
    expect(kinds('《困兽鿖国》有〇个')).toEqual([
      'punctuation 《',
      'word 困兽鿖国',
      'punctuation 》',
      'word 有',
      'word 〇',
      'word 个',
    ]);
    const own = Tokenizer.loadSync();
    own.addWord('甲〇乙');
    expect(own.segment('看甲〇乙的').map(({ text }) => text)).toEqual(['看', '甲〇乙', '的']);
  });

  it('leaves ordinary words whole beside numbers', () => {
    expect(kinds('30日本人')).toEqual(['number 30', 'word 日本', 'word 人']);
    for (const text of [
      '十分高兴',
      '万一下雨',
      '一千零一夜',
      '千里之外',
      '百度一下',
      '近来如何',
      '合约内容',
    ]) {
      expect(tokenizer.segment(text).some(({ kind }) => kind === 'number')).toBe(false);
    }
    expect(kinds('千万不要')).toEqual(['word 千万', 'word 不要']);
    expect(kinds('最近1000')).toEqual(['word 最近', 'number 1000']);
  });

  it('tells tags, names and addresses', () => {
    expect(kinds('#AI #AI大模型# $NVDA @sama说')).toEqual([
      'hashtag #AI',
      'hashtag #AI大模型#',
      'cashtag $NVDA',
      'mention @sama',
      'word 说',
    ]);
    expect(kinds('见https://t.co/a1，或 foo.bar@example.com。')).toEqual([
      'word 见',
      'url https://t.co/a1',
      'punctuation ，',
      'word 或',
      'email foo.bar@example.com',
      'punctuation 。',
    ]);
    expect(tokenizer.segment('$NVDA')[0]?.term?.canonical).toBe('Nvidia');
  });

  it('keeps emoji and emoticons whole', () => {
    for (const emoji of ['👨‍👩‍👧‍👦', '🇨🇳', '1️⃣', '👍🏽', '❤️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'])
      expect(kinds(emoji)).toEqual([`emoji ${emoji}`]);
    for (const face of ['[doge]', '[笑cry]', ':)', '^_^', 'XD', '(╯°□°）╯︵ ┻━┻', '（≧▽≦）']) {
      expect(kinds(`好 ${face}`)[1]).toBe(`emoticon ${face}`);
    }
    expect(kinds('[1]').map((kind) => kind.split(' ')[0])).toEqual(['punctuation', 'number', 'punctuation']);
  });

  it('takes time in proportion to the text, whatever it is made of', () => {
    for (const piece of [
      '[',
      '#',
      '@',
      '(',
      '1',
      '$',
      'a.',
      'a-',
      '万',
      '近1',
      '1年',
      'GPT-',
      '豆包',
      '#a',
      'a@',
      '🇨',
      '人',
      '😀',
      '👨\u200d',
      '\ud83d',
      'e\u0301',
      '\0',
      '\r\n',
      'Ｇ',
      '+',
      ':)',
      '[doge]',
      '#话题# ',
      'https://a.b，',
      '$1，',
      'Ab Cd ',
      '，Ab Cd Ef，',
      'Android 17 ',
      'ChatGPT plus ',
      'A.ai',
      '__proto__ ',
    ]) {
      const text = piece.repeat(Math.floor(100_000 / piece.length));
      const started = performance.now();
      const length = tokenizer.segment(text).reduce((sum, token) => sum + token.text.length, 0);
      expect(length).toBe(text.length);
      // Quadratic work on this size takes minutes.
      expect(performance.now() - started).toBeLessThan(8000);
    }
  });
});

describe('Chinese punctuation right behind', () => {
  it.each([
    ['看https://a.cn/b?c=1，好', 'https://a.cn/b?c=1', 'url'],
    ['（https://a.cn/b）。', 'https://a.cn/b', 'url'],
    ['“www.redian.cn”、', 'www.redian.cn', 'url'],
    ['#AI大模型#，好', '#AI大模型#', 'hashtag'],
    ['看#AI，好', '#AI', 'hashtag'],
    ['问@小明：好', '@小明', 'mention'],
    ['买$NVDA，卖', '$NVDA', 'cashtag'],
    ['哈哈[doge]！', '[doge]', 'emoticon'],
    ['好👨‍👩‍👧，', '👨‍👩‍👧', 'emoji'],
    ['去🇨🇳。', '🇨🇳', 'emoji'],
    ['涨了3.5%，', '3.5%', 'number'],
    ['花了$20/mo。', '$20/mo', 'number'],
    ['写信a.b@c.cn；', 'a.b@c.cn', 'email'],
  ])('%s', (text, expected, kind) => {
    expect(tokenizer.segment(text)).toContainEqual(expect.objectContaining({ text: expected, kind }));
  });
});

describe('parts of speech', () => {
  const texts = [
    '我爱北京天安门，GPT-5.1 发布了 https://a.b',
    '李小福是创新办主任也是云计算方面的专家',
    '沪上阿姨参加 CES，价格 9 美元/月 #话题# @a',
    '',
    '\ud800坏',
  ];

  it('leave the tokens as they are, and give every word a tag', () => {
    for (const text of texts) {
      const plain = tokenizer.segment(text);
      const tagged = tokenizer.segment(text, { tag: true });
      expect(tagged.map(({ tag: _, ...token }) => token)).toEqual(plain);
      for (const { kind, tag } of tagged) expect(tag === undefined).toBe(kind !== 'word');
    }
  });

  it('are those of tag where the words are the same', () => {
    const text = texts[1] as string;
    const words = tokenizer.tag(text);
    const tagged = tokenizer.segment(text, { tag: true });
    const byWord = new Map(words.map(({ word, tag }) => [word, tag]));
    for (const { text: word, tag } of tagged) if (byWord.has(word)) expect(tag).toBe(byWord.get(word));
    expect(tokenizer.segment('我爱北京', { tag: true }).map(({ tag }) => tag)).toEqual(['r', 'v', 'ns']);
  });
});

describe('names of several words', () => {
  const words = (text: string) => tokenizer.segment(text).map((token) => token.text);

  it('in Chinese text come out whole', () => {
    expect(words('开发框架 Blue Horse SDK，新增支持')).toContain('Blue Horse SDK');
    expect(words('初创公司Fervo Water宣布融资')).toContain('Fervo Water');
    expect(words('Fei Design Mode - 借助代理')).toContain('Fei Design Mode');
    expect(words('Feros.ai 是什么')).toContain('Feros.ai');
  });

  it('leave titles, terms and English sentences alone', () => {
    expect(words('公司 CEO Krishna Wao 表示')).toContain('CEO');
    expect(words('谷歌的 Big OpenAI 计划')).toContain('OpenAI');
    expect(words('Big Tech Giants Join Forces')).toEqual('Big Tech Giants Join Forces'.split(/( )/u));
  });

  it('take the release and the tier of a product', () => {
    expect(words('All about Android 17, Gemini')).toContain('Android 17');
    expect(words('Android 17 users')).not.toContain('Android 17');
    expect(words('订阅 ChatGPT plus 之后')).toContain('ChatGPT plus');
    expect(words('秒哒3.0刚刚发布')).toContain('秒哒3.0');
    expect(words('支付宝10亿用户')).toContain('支付宝');
  });

  it.each([
    ['Anthropic 推出 Claude Code Routines 支持云端', 'Claude Code Routines'],
    ['企业微信开源 wecom-cli，支持终端', 'wecom-cli'],
    ['WordPress.com 扩展插件', 'WordPress.com'],
    ['苹果将在iOS 27的各项功能中', 'iOS 27'],
    ['学生党 iPad Air 5 和 Pro 选哪个', 'iPad Air 5'],
    ['搭载骁龙 8 Elite Gen 5 芯片', '骁龙 8 Elite Gen 5'],
    ['利用 Figma MCP Server，能够', 'Figma MCP Server'],
    ['AWS 发布 Agent Toolkit for AWS 工具集', 'Agent Toolkit for AWS'],
    ['发布了名为“Digital Optimus”的项目', 'Digital Optimus'],
    ['MiniMax AI 开源技能仓库', 'MiniMax AI'],
    ['Show HN: Zorbl Map——一个展示', 'Zorbl Map'],
    ['the startup Zorbl Security raises $20M', 'Zorbl Security'],
    ['埃科光电：2025年净利润增长', '埃科光电'],
    ['宏华数科(688789.SH)：净利润', '宏华数科'],
    ['融捷锂业：拟投资20亿元', '融捷锂业'],
    ['国博半导体：获批', '国博半导体'],
    ['永安期货：净利润增长', '永安期货'],
    ['体验《仁王3》的速报', '仁王3'],
    ['全新蔚来ES7上市', '蔚来ES7'],
  ])('keeps a name that is whole by the way it is written: %s', (text, name) => {
    expect(tokenizer.segment(text).map((token) => token.text)).toContain(name);
  });

  it.each([
    ['it was replacing its Rufus AI shopping assistant', 'Rufus AI shopping'],
    ['Understanding ExecuTorch through examples', 'Understanding ExecuTorch'],
    ["Dyson's powerful 360 Vis Nav robovac is down", '360 Vis'],
    ['一个 OpenAI-compatible 的网关', 'OpenAI-compatible'],
    ['OpenAI CEO 住所遭袭', 'OpenAI CEO'],
    ['ChatGPT 3 大用法', 'ChatGPT 3'],
    ['豆包2025高考成绩', '豆包2025'],
    ['道琼斯期货：跌幅扩大至1%', '道琼斯期货'],
    ['黄金期货：涨超2%', '黄金期货'],
    ['恒生指数期货：低开', '恒生指数期货'],
  ])('takes no more for a name than is one: %s', (text, name) => {
    expect(tokenizer.segment(text).map((token) => token.text)).not.toContain(name);
  });
});
