import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { collectPosts, type Post } from '../../src/corpus/index.js';
import { buildReport, type Report, renderJekyll, type Statement } from '../../src/report/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

interface PlantedFact {
  readonly id: string;
  readonly section: string;
  readonly authors: number;
  readonly postIds: readonly string[];
  readonly mustInclude: readonly string[];
}

const folder = new URL('../../fixtures/', import.meta.url);
const planted = JSON.parse(readFileSync(new URL('facts.json', folder), 'utf8')) as {
  facts: PlantedFact[];
  spam: string[];
};
const options = { from: '2025-11-28', to: '2025-11-30', topic: 'ai', source: 'twitter' } as const;
let posts: Post[] = [];
let report: Report;

async function read(name: string): Promise<Post[]> {
  return (await collectPosts(readFileSync(new URL(name, folder)))).posts;
}

interface Told {
  readonly section: string;
  readonly statement: Statement;
  readonly words: string;
}

function toldIn(made: Report): Told[] {
  const told: Told[] = [];
  for (const section of made.sections) {
    for (const block of section.blocks) {
      const statements =
        block.type === 'paragraph' ? block.statements : block.type === 'list' ? block.items.flat() : [];
      for (const statement of statements) {
        told.push({
          section: section.id,
          statement,
          words: statement.inlines.map(({ text }) => text).join(''),
        });
      }
    }
  }
  return told;
}

const plain = (text: string): string => text.toLowerCase().replace(/\s/g, '');

/** Items of lists that tell a planted fact: they rest on its posts and hold its names and numbers. */
function itemsOf(made: Report, fact: PlantedFact): string[] {
  const ids = new Set(fact.postIds);
  const found: string[] = [];
  for (const section of made.sections) {
    if (!/^(key-points|events|facet)/.test(section.id)) continue;
    for (const block of section.blocks) {
      if (block.type !== 'list') continue;
      for (const item of block.items) {
        const words = plain(item.flatMap(({ inlines }) => inlines.map(({ text }) => text)).join(''));
        const evidence = item.flatMap((statement) => statement.evidence).filter((id) => ids.has(id));
        if (evidence.length >= 2 && fact.mustInclude.every((name) => words.includes(plain(name)))) {
          found.push(words);
        }
      }
    }
  }
  return found;
}

/** The facets under which a planted fact is told or referred to. */
function facetsOf(made: Report, fact: PlantedFact): Set<string> {
  const ids = new Set(fact.postIds);
  const found = new Set<string>();
  for (const { id, heading, blocks } of made.sections) {
    if (!id.startsWith('facet-')) continue;
    let facet = heading;
    for (const block of blocks) {
      if (block.type !== 'paragraph' && block.type !== 'list') continue;
      const statements = block.type === 'list' ? block.items.flat() : block.statements;
      const lead = statements[0]?.inlines[0];
      if (block.type === 'paragraph') facet = lead?.type === 'strong' ? lead.text : heading;
      if (statements.some(({ evidence }) => evidence.filter((post) => ids.has(post)).length >= 2))
        found.add(facet);
    }
  }
  return found;
}

/** The facets of each kind of planted fact; those of the market are told under money or under its moves. */
const facetsOfKind = new Map([
  ['algorithm', ['算法创新']],
  ['multimodal', ['多模态进展']],
  ['opensource', ['开源生态']],
  ['agent', ['Agent 工具链']],
  ['industry', ['行业应用']],
  ['infrastructure', ['基础设施']],
  ['ux', ['用户体验']],
  ['ethics', ['伦理监管']],
  ['commercial', ['商业化']],
  ['market', ['投资趋势', '市场波动']],
  ['investment', ['投资趋势']],
  ['policy', ['政策影响']],
]);

beforeAll(async () => {
  posts = await read('tweets-ai-20251128-20251130.csv');
  report = await buildReport(posts, options);
});

describe('buildReport on the fixture', () => {
  const supported = planted.facts.filter(({ authors }) => authors >= 5);

  it('tells the planted facts that five authors or more speak of, none twice', () => {
    expect(supported.length).toBeGreaterThan(25);
    const told = supported.map((fact) => [fact.id, itemsOf(report, fact).length] as const);
    expect(told.filter(([, items]) => items > 1)).toEqual([]);
    expect(told.filter(([, items]) => items === 0)).toEqual([]);
  });

  it('tells or refers to each of them under the facet of its kind', () => {
    const astray = supported
      .map((fact) => [fact.id, fact.section, [...facetsOf(report, fact)]] as const)
      .filter(([, kind, found]) => !facetsOfKind.get(kind)?.some((facet) => found.includes(facet)));
    expect(astray).toEqual([]);
  });

  it('rests every statement on posts of the window that exist', () => {
    const ids = new Set(posts.map(({ id }) => id));
    const sources = new Set(report.sources.map(({ id }) => id));
    for (const { section, statement, words } of toldIn(report)) {
      if (section === 'sources') continue;
      expect(statement.evidence.length, words).toBeGreaterThan(0);
      expect(statement.support.posts).toBeGreaterThanOrEqual(1);
      for (const id of statement.evidence) {
        expect(ids.has(id), id).toBe(true);
        expect(sources.has(id), id).toBe(true);
      }
    }
  });

  it('takes the days that are asked for, however old another post is', async () => {
    const old: Post = { ...posts[0], id: 'old', createdAt: Date.UTC(2001, 0, 1) };
    const days = { from: '2025-11-28', to: '2025-11-28' };
    const { window, tally } = await buildReport([old, ...posts], days);
    expect(window).toMatchObject(days);
    expect(tally.outside).toBeGreaterThan(0);
  });

  it('quotes words in the order in which the post has them', () => {
    const texts = new Map(posts.map(({ id, text }) => [id, text]));
    let quotes = 0;
    for (const { statement } of toldIn(report)) {
      for (const inline of statement.inlines) {
        if (inline.type !== 'quote') continue;
        quotes++;
        const text = texts.get(inline.postId) ?? '';
        let at = 0;
        for (const sign of inline.text.replace(/…|\s/g, '')) {
          const found = text.indexOf(sign, at);
          expect(found, `"${inline.text}" in "${text}"`).toBeGreaterThanOrEqual(0);
          at = found + sign.length;
        }
      }
    }
    expect(quotes).toBeGreaterThan(30);
  });

  it('lets no planted spam stand behind a key point', () => {
    const spam = new Set(planted.spam);
    for (const { section, statement } of toldIn(report)) {
      if (section !== 'key-points') continue;
      expect(statement.evidence.filter((id) => spam.has(id))).toEqual([]);
    }
  });

  it('loses a fact when its posts are gone', async () => {
    const fact = planted.facts.find(({ id }) => id === 'orchestrator');
    if (fact === undefined) throw new Error('no such fact');
    expect(itemsOf(report, fact).length).toBeGreaterThan(0);
    const others = posts.filter(({ text }) => !/orchestrator/i.test(text));
    const made = await buildReport(others, options);
    expect(JSON.stringify(made.sections)).not.toMatch(/Orchestrator-8B/i);
  });

  it('gives the same bytes again, and whatever the order of the posts', async () => {
    expect(JSON.stringify(await buildReport(posts, options))).toBe(JSON.stringify(report));
    const shuffled = [...posts].sort((a, b) => (a.text < b.text ? -1 : 1));
    const again = await buildReport(shuffled, options);
    const points = (made: Report) =>
      toldIn(made)
        .filter(({ section }) => section === 'key-points')
        .map(({ words }) => words);
    expect(points(again)).toEqual(points(report));
  });

  it('counts every post once in its tally', () => {
    const { tally } = report;
    expect(tally.read).toBe(
      tally.rejected + tally.duplicateIds + tally.outside + tally.undated + tally.inWindow,
    );
    expect(tally.used).toBe(tally.inWindow - tally.folded);
  });
});

describe('renderJekyll', () => {
  it('has front matter that YAML reads, with the time in the zone of the report', () => {
    const page = renderJekyll(report);
    const [, front = ''] = /^---\n([\s\S]*?)\n---\n/.exec(page) ?? [];
    const fields = parse(front) as Record<string, string>;
    expect(fields.layout).toBe('post');
    expect(fields.title).toBe('twitter_ai_20251128_20251130');
    expect(fields.date).toMatch(/^2025-11-30 \d\d:\d\d:\d\d \+0800$/);
    expect(fields.posttime).toBe(fields.date);
  });

  it('defines every footnote that it refers to', () => {
    const page = renderJekyll(report);
    const used = new Set([...page.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, number]) => number));
    const defined = new Set([...page.matchAll(/^\[\^(\d+)\]:/gm)].map(([, number]) => number));
    expect(used).toEqual(defined);
  });

  it('lets no post break the page', async () => {
    const hostile = [
      '{{ site.x }}',
      '{% raw %}',
      '<script>alert(1)</script>',
      '---\ntitle: x',
      '| a | b |',
      '[x](javascript:alert(1))',
      '\u202Egnp.exe',
    ];
    const base = posts.slice(100, 140);
    const mixed = base.map((post, index) => ({
      ...post,
      author: hostile[index % hostile.length] ?? '',
      text: `${hostile[index % hostile.length]} ${post.text} OpenAI 发布 GPT-6 ${hostile[(index + 1) % hostile.length]}`,
    }));
    const page = renderJekyll(await buildReport(mixed, { topic: '<b>{{x}}</b>', source: 'a"b: c' }));
    expect(page).not.toMatch(/\{\{|\{%|<script|\u202e|[^\\]\]\(javascript:/i);
  });
});

describe('buildReport on small days', () => {
  const at = Date.UTC(2026, 4, 7, 2);
  const make = (
    texts: readonly string[],
    options: { readonly topic?: string; readonly source?: string } = {},
  ) =>
    buildReport(
      texts.map((text, index) => ({
        id: `p${index}`,
        text,
        createdAt: at + index * 60_000,
        author: `author${index}`,
        engagement: { likes: 10, reposts: 1, replies: 0 },
      })) as unknown as Post[],
      { topic: 'ai', source: 'twitter', ...options },
    );
  const pointsOf = (made: Report): string[] =>
    toldIn(made)
      .filter(({ section }) => section === 'key-points')
      .map(({ words }) => words);

  it('puts a source in front of what it says', async () => {
    const made = await make([
      '《华尔街日报》报道称，Anthropic 即将与华尔街多家公司成立一家估值近 15 亿美元的合资企业',
      'Anthropic 据报将与华尔街多家公司成立合资企业，估值近 15 亿美元',
    ]);
    for (const point of pointsOf(made)) expect(point).not.toMatch(/^《华尔街日报》报道称[：（]/);
    expect(pointsOf(made).join('')).toContain('华尔街多家公司成立');
  });

  it('counts no post as support that only shares a pile of tags, or one product of which all speak', async () => {
    const tags = '#ChatGPT #OpenSource #100DaysOfCode #Python #javascript #MachineLearning';
    const made = await make([
      `ChatGPT gets an update with more accurate responses and a stop button ${tags}`,
      `ChatGPT's update brings accurate responses and a stop button for everybody ${tags}`,
      `Hackers write malware at night ${tags}`,
      `Top ten podcasts of the year ${tags}`,
      `Compute power is becoming a bottleneck ${tags}`,
      `What our school library bought ${tags}`,
    ]);
    const point = toldIn(made).find(
      ({ section, words }) => section === 'key-points' && words.includes('stop button'),
    );
    expect([...(point?.statement.evidence ?? [])].sort()).toEqual(['p0', 'p1']);
  });

  it('does not take a valuation for what was raised', async () => {
    const made = await make([
      '月之暗面 Kimi 再融资 20 亿美元，估值突破 200 亿美元',
      '月之暗面 Kimi 融资 20 亿美元，估值 200 亿美元',
      '月之暗面估值突破 200 亿美元，Kimi 融资火热',
      '月之暗面估值 200 亿美元，新一轮融资完成',
    ]);
    const [headline] = pointsOf(made);
    expect(headline).toContain('20 亿美元');
    expect(headline?.split('：')[0]).not.toMatch(/融资 200/);
  });

  it('tells two stories of one great sum of one name in one item', async () => {
    const made = await make([
      'Anthropic即将与华尔街多家公司成立一家价值15亿美元的合资企业 - WSJ',
      '《华尔街日报》报道称，Anthropic即将与华尔街多家公司成立一家估值近15亿美元的人工智能合资企业',
      'Anthropic 接近与华尔街机构达成 15 亿美元合资项目',
      '黑石和高盛加入15亿美元Anthropic合资企业的投资方行列',
      '黑石、高盛成为Anthropic合资企业的投资方，规模15亿美元',
      ...['Cursor', 'Mistral', 'Perplexity', 'Runway', 'Suno'].flatMap((name) => [
        `${name} 招聘工程师，办公室搬家`,
        `${name} 的工程师招聘开始了，办公室也要搬家`,
      ]),
    ]);
    const items = made.sections
      .filter(({ id }) => id === 'key-points' || id === 'events')
      .flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'list' ? block.items : [])));
    const about = items.filter((item) => JSON.stringify(item).includes('合资'));
    expect(about).toHaveLength(1);
    expect(new Set(about.flat().flatMap(({ evidence }) => evidence)).size).toBeGreaterThanOrEqual(4);
  });

  it('tells no greeting whose posts share nothing but their tags', async () => {
    const tags = '#ChatGPT #OpenAI #Python #100DaysOfCode';
    const made = await make([
      `Good morning everyone ${tags}`,
      `Waving goodbye to the year with a bang ${tags}`,
      `You all have a wonderful weekend ${tags}`,
      `My cat sleeps on the keyboard again ${tags}`,
      'Anthropic releases Claude Opus 5 with a longer context',
      'Claude Opus 5 is out, Anthropic says its context is longer',
    ]);
    const words = toldIn(made)
      .filter(({ section }) => /^(?:key-points|events|facet)/.test(section))
      .map((told) => told.words)
      .join('\n');
    expect(words).toContain('Claude Opus 5');
    expect(words).not.toMatch(/goodbye|weekend|keyboard|morning/);
  });

  it('compares a day without a baseline with general Chinese, and says so', async () => {
    const texts = [
      '芯片公司的估值又涨了，大家都在谈',
      '今天谈谈芯片和估值，大家怎么看',
      '芯片缺货，公司的估值还会涨吗',
      '大家今天都去公园了，天气很好',
    ];
    const made = await make(texts);
    expect(made.comparison).toMatchObject({ with: 'background', newness: 'background' });
    const words = toldIn(made).map((told) => told.words);
    expect(words.find((told) => told.includes('与通用中文相比'))).toMatch(/(芯片|估值)”（3条）/);
    expect(words.filter((told) => told.includes('对比基线')).join()).toContain('通用中文');
    // A word of rate r stands in 1 - exp(-r n) of the texts of n words.
    const chip = made.terms.find(({ term }) => term === '芯片');
    const tokenizer = Tokenizer.loadSync();
    const known = texts.map(
      (text) =>
        tokenizer
          .segment(text)
          .filter(({ kind, text: word }) => kind === 'word' && (tokenizer.frequencyOf(word) ?? 0) > 0).length,
    );
    const mean = known.reduce((sum, count) => sum + count) / texts.length;
    const share = 1 - Math.exp((-(tokenizer.frequencyOf('芯片') ?? 0) / tokenizer.total) * mean);
    expect(chip?.change?.now).toBe(3);
    expect((chip?.change?.expected ?? 0) / (share * texts.length)).toBeCloseTo(1, 1);
  });

  it('takes a baseline without posts for none', async () => {
    const text = '芯片公司的估值又涨了，大家都在谈';
    const post = {
      id: 'a',
      text,
      createdAt: at,
      author: 'b',
      engagement: { likes: 0, reposts: 0, replies: 0 },
    };
    const made = await buildReport([post] as unknown as Post[], { topic: 'ai', baseline: [] });
    expect(made.comparison).toMatchObject({ with: 'background', newness: 'background' });
  });

  it('compares posts that are not Chinese with nothing, and says so', async () => {
    const made = await make([
      'Nvidia ships a new chip',
      'Nvidia has a new chip',
      'A quiet day for 芯片 and everyone else',
    ]);
    expect(made.comparison).toEqual({ with: 'none', posts: 0, newness: 'none' });
    expect(made.terms.every(({ change }) => change === undefined)).toBe(true);
    const words = toldIn(made).map((told) => told.words);
    expect(words.filter((told) => told.includes('对比基线')).join()).toContain('帖子大多不是中文');
  });

  it('files general news under facets of its own, and leaves out markets of which nobody speaks', async () => {
    const texts = [
      '台风韦帕在广东沿海登陆，暴雨红色预警',
      '台风韦帕登陆广东，暴雨预警升级',
      '王楚钦夺冠，全运会乒乓球男单决赛 4 比 1 战胜许昕',
      '全运会乒乓球男单决赛王楚钦 4 比 1 夺冠',
      '电影《疯狂动物城 2》票房破 5 亿',
      '《疯狂动物城 2》电影票房破 5 亿，全家看了两遍',
      '新华社：今年冬小麦播种面积稳定',
      '新华社消息，冬小麦播种进度过半',
    ];
    const headings = (made: Report): string[] => made.sections.map(({ heading }) => heading);
    for (const topic of ['hot', '微博热搜']) {
      const made = headings(await make(texts, { topic, source: 'weibo' }));
      expect(made).toEqual(expect.arrayContaining(['主要话题概述', '天气与灾害', '体育', '文娱']));
      expect(made).not.toContain('个股与数字货币市场反应');
    }
    const models = [
      'OpenAI 开源 gpt-oss 权重，采用 Apache 许可证',
      'OpenAI 的 gpt-oss 开源了，Apache 许可证',
    ];
    for (const topic of ['hot', '大模型']) {
      const made = headings(await make(models, { topic, source: 'weibo' }));
      expect(made).toEqual(expect.arrayContaining(['人工智能技术突破', '个股与数字货币市场反应']));
    }
  });

  it('counts by day where all that is known of the times is the day', async () => {
    const midnight = Date.UTC(2026, 4, 5, 16);
    const days = ['一早发布', '中午发布', '晚上发布', '又发布'].map((text, index) => ({
      id: `d${index}`,
      text: `OpenAI ${text} GPT-${index}`,
      createdAt: midnight + (index % 2) * 86_400_000,
      author: `a${index}`,
      engagement: { likes: 0, reposts: 0, replies: 0 },
    })) as unknown as Post[];
    const volume = (await buildReport(days, { topic: 'ai', source: 'twitter' })).figures.volume;
    expect(volume.hours).toBe(24);
    expect(volume.rows.map(({ posts: count }) => count)).toEqual([2, 2]);
  });

  it('is called as a reader would call it, whatever its topic and its source', async () => {
    const texts = ['新能源车销量创新高', '新能源车销量又创新高，工厂加班'];
    expect((await make(texts, { topic: '新能源', source: 'weibo' })).headline).toBe('微博新能源热点总结报告');
    expect((await make(texts, { topic: 'ChatGPT', source: 'twitter' })).headline).toBe(
      'Twitter ChatGPT 热点总结报告',
    );
    expect((await make(texts, { topic: 'AI', source: '资讯' })).headline).toBe(
      '人工智能行业资讯热点总结报告',
    );
  });
});

describe('buildReport on few posts', () => {
  it('reports one post honestly', async () => {
    const [post] = posts.filter(({ text }) => text.includes('Orchestrator-8B'));
    if (post === undefined) throw new Error('no such post');
    const made = await buildReport([post], { topic: 'ai' });
    expect(made.tally.used).toBe(1);
    expect(renderJekyll(made)).toContain('Orchestrator-8B');
  });

  it('refuses a window without posts and tells how many there were', async () => {
    await expect(
      buildReport(posts, { ...options, from: '2020-01-01', to: '2020-01-02' }),
    ).rejects.toMatchObject({
      code: 'NO_POSTS',
    });
    await expect(buildReport([], options)).rejects.toMatchObject({ code: 'NO_POSTS' });
  });

  it('says which field of a post that is no post is wrong', async () => {
    const [post] = posts;
    const cases: readonly (readonly [unknown, string])[] = [
      [
        { ...post, createdAt: '2025-11-28T01:00:00Z' },
        'posts[1].createdAt: expected milliseconds since 1970',
      ],
      [{ ...post, id: 7 }, 'posts[1].id: expected a string, got 7'],
      [{ ...post, text: undefined }, 'posts[1].text: expected a string'],
      [{ id: '1', text: 'x', likes: 3 }, 'posts[1].engagement: expected { likes'],
      ['text', 'posts[1]: expected a post'],
    ];
    for (const [wrong, says] of cases) {
      const error = await buildReport([post, wrong] as Post[], options).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: 'INVALID_ARGUMENT', message: expect.stringContaining(says) });
    }
    await expect(buildReport(posts, { ...options, baseline: [{}] as Post[] })).rejects.toThrow(
      /baseline\[0\]/,
    );
  });
});
