import { describe, expect, it } from 'vitest';
import type { AnalysedPost } from '../../src/report/analysis/analysed-post.js';
import type { Fact } from '../../src/report/analysis/fact.js';
import { factItem } from '../../src/report/sections/fact-item.js';
import { headlineOf } from '../../src/report/sections/headline.js';

/** A fact that two posts tell in these words. */
function fact(text: string, own: Partial<Fact> = {}): Fact {
  const post = {
    id: '1',
    text,
    author: 'site',
    authors: ['site'],
    engagement: 0,
    copies: 0,
    mentions: [],
    tokens: [],
  } as unknown as AnalysedPost;
  const words = text.replace(/[。？?]$/u, '');
  return {
    kind: 'other',
    solid: false,
    subjects: [],
    amounts: [],
    modality: 'statement',
    posts: [post, { ...post, id: '2', author: 'other', authors: ['other'] }],
    denials: [],
    support: { posts: 2, authors: 2, engagement: 0 },
    voices: 2,
    quotes: [{ text: words, post }],
    terms: new Map(),
    ofOneForm: false,
    shared: 2,
    related: [],
    chatty: 0,
    onField: 0,
    novelty: 0.5,
    ...own,
  };
}

const headline = (text: string): string => headlineOf(fact(text)).words;
const item = (told: Fact): string =>
  factItem(told)
    .flatMap(({ inlines }) => inlines.map(({ text }) => text))
    .join('');

describe('a headline', () => {
  it('reaches who acts if there is room', () => {
    const text = '年度利润低于预期且需求疲软，阿斯顿·马丁宣布将再裁员 20%';
    const told = fact(text);
    const start = text.indexOf('阿斯顿');
    const mentions = [{ name: '阿斯顿·马丁', category: 'company', start, end: start + 6 }];
    const quotes = told.quotes.map((quote) => ({ ...quote, post: { ...quote.post, mentions } }));
    expect(headlineOf({ ...told, quotes }).words).toBe(text);
  });

  it('is a whole sentence: what a clause leads up to, brings about or hangs on stands in it', () => {
    for (const text of [
      '家长称ChatGPT因提供关于派对毒品的错误建议，导致他们的儿子丧生',
      '网信中国：截至 4 月 30 日，我国累计有 868 款生成式人工智能服务完成备案',
      '新研究：15 项研究里有 13 项显示，AI 聊天机器人在同理心上的得分高于人类医生',
      'George Clooney, Tom Hanks, and Meryl Streep back new ‘Human Consent Standard’ for AI licensing',
      'Coinbase is laying off 14% of staff, citing AI',
      'U.S. and China Will Start Discussing A.I. Safety, Bessent Says',
      'Anthropic 最强 AI Mythos 辅助，专家发现苹果 macOS 26.4.1 提权漏洞',
      'The UK tax authority announces a 10-year, £175M deal with London-based Quantexa to use its AI tech',
    ]) {
      expect(headline(text)).toBe(text);
    }
  });

  it('is named by what it is about where the sentence is too long', () => {
    const text =
      'Seattle-based CopilotKit, whose popular AG-UI protocol lets developers deploy app-native AI agents, raised a $27M Series A led by Glilot, NFX, and SignalFire';
    const mentions = [{ name: 'CopilotKit', category: 'company', start: 14, end: 24 }];
    const told = fact(text, { subjects: ['CopilotKit'] });
    const posts = told.posts.map((post) => ({ ...post, mentions }));
    expect(headlineOf({ ...told, posts })).toEqual({ words: 'CopilotKit', told: '' });
  });

  it('has who says it in front', () => {
    expect(headline('马斯克对掌控OpenAI提出了“令人毛骨悚然”的要求，阿尔特曼作证称')).toBe(
      '阿尔特曼作证称：马斯克对掌控OpenAI提出了“令人毛骨悚然”的要求',
    );
    expect(headline('Meta：将为竞争对手的人工智能聊天机器人提供一个月的免费访问权限')).toBe(
      'Meta将为竞争对手的人工智能聊天机器人提供一个月的免费访问权限',
    );
  });

  it('tells of the very thing that the words beside it tell of', () => {
    const release = {
      kind: 'release',
      actor: '谷歌',
      action: '发布',
      object: 'Gemini 3.1 Flash-Lite',
      solid: true,
    };
    const other = fact('谷歌 NotebookLM 正式上线信息图自定义样式功能，新增 10 种预设风格', release);
    expect(headlineOf(other).words).toBe('谷歌 NotebookLM 正式上线信息图自定义样式功能');
    const same = fact('谷歌发布 Gemini 3.1 Flash-Lite，价格降到一半，速度快了一倍', release);
    expect(headlineOf(same).words).toBe('谷歌发布Gemini 3.1 Flash-Lite');
  });
});

describe('an item', () => {
  it('does not say twice what its words begin with', () => {
    const own = {
      kind: 'release',
      actor: 'Google',
      action: '发布',
      object: 'Gemini Intelligence',
      solid: true,
    };
    const told = item(fact('Google 发布 Gemini Intelligence 升级安卓体验', own));
    expect(told).toBe('Google 发布 Gemini Intelligence 升级安卓体验（@site 等 2位作者）。');
  });

  it('does not quote what a post asks its readers', () => {
    expect(
      item(fact('刘强东拟投资 50 亿创立游艇品牌，并称未来要让普通工薪阶层也能用得起，对此你怎么看 ？')),
    ).not.toContain('怎么看');
  });

  it('counts posts that say the same of different people as such', () => {
    const told = fact('侯明昊捐赠驰援西藏', { ofOneForm: true });
    const posts = told.posts.map(({ author, ...post }) => ({ ...post, author: undefined, site: undefined }));
    expect(item({ ...told, posts })).toBe('侯明昊捐赠驰援西藏（同类帖子共 2条）。');
  });
});
