import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.js';
import {
  clusterTopics,
  type Topic,
  TopicHistory,
  type TopicHistoryState,
  TopicModel,
  type TopicModelState,
  topicsOverTime,
} from '../../src/topics/index.js';

/** Documents of three planted themes, some of them twice. */
function planted(count: number): { documents: { terms: string[] }[]; themes: number[] } {
  const random = seededRandom(5);
  const documents: { terms: string[] }[] = [];
  const themes: number[] = [];
  for (let i = 0; i < count; i++) {
    const theme = i % 3;
    const terms = Array.from({ length: 5 }, () => `${'甲乙丙'[theme]}${Math.floor(random() * 9)}`);
    terms.push(`通用${Math.floor(random() * 40)}`);
    documents.push({ terms });
    themes.push(theme);
    if (i % 7 === 0) {
      documents.push({ terms: [...terms].reverse() });
      themes.push(theme);
    }
  }
  return { documents, themes };
}

/** Two plain groups each, as one would type them for a first try. */
const firstTries: readonly (readonly [string, readonly string[]])[] = [
  [
    '00001111',
    [
      '国足昨晚输球了，球迷很失望',
      '英超曼城三比一击败切尔西',
      '梅西帽子戏法，迈阿密国际大胜',
      '欧冠决赛今晚开打，皇马对阵多特',
      'OpenAI 发布新模型 GPT-5',
      '谷歌 Gemini 更新，推理能力更强',
      '英伟达新显卡让大模型训练更快',
      'DeepSeek 开源了新的大语言模型',
    ],
  ],
  [
    '01010101',
    [
      '这家火锅太好吃了',
      'A股今天大跌三千股下跌',
      '周末去吃了烤肉，味道不错',
      '基金又亏了，股市跌麻了',
      '奶茶店排队两小时',
      '茅台股价创新低',
      '新开的面馆牛肉面很香',
      '美股纳指大涨科技股领涨',
    ],
  ],
  [
    '000111',
    [
      '猫咪真可爱',
      '我家小狗会握手',
      '宠物医院给猫打疫苗',
      '央行宣布降息',
      '人民币汇率上涨',
      '银行存款利率下调',
    ],
  ],
];

describe('clusterTopics on a handful of texts', () => {
  it.each(firstTries)('tells two plain groups apart: %s', (truth, texts) => {
    for (const seed of [1, 2, 3]) {
      const { assignments } = clusterTopics(texts, { k: 2, seed });
      const first = assignments[0] as number;
      expect([...assignments].map((topic) => (topic === first ? '0' : '1')).join('')).toBe(truth);
      expect(assignments).not.toContain(-1);
    }
  });
});

describe('clusterTopics on a very long document', () => {
  it('takes a million terms beside short ones', () => {
    const long = Array.from({ length: 1_000_000 }, (_, i) => `词${(i * 7919) % 5003}`);
    const { assignments } = clusterTopics(
      [{ terms: long }, { terms: [...long].reverse() }, { terms: ['词1', '词2'] }],
      {
        k: 2,
        vectors: false,
      },
    );
    expect(assignments[0]).toBe(assignments[1]);
  });

  it('takes ten million bytes that repeat a few terms', () => {
    const text = '人工智能大模型发布，效果很好。OpenAI released a model. '.repeat(140_000);
    expect(Buffer.byteLength(text)).toBeGreaterThan(9_000_000);
    expect(clusterTopics([text, '股市上涨', '股市下跌']).topics.length).toBeGreaterThan(0);
  }, 60_000);
});

describe('clusterTopics', () => {
  const { documents, themes } = planted(150);
  const model = clusterTopics(documents, { k: 3, seed: 2 });

  it('finds planted themes', () => {
    const byTopic = model.topics.map(({ documents: members }) => {
      const counts = [0, 0, 0];
      for (const index of members) counts[themes[index] ?? 0] = (counts[themes[index] ?? 0] ?? 0) + 1;
      return Math.max(...counts) / members.length;
    });
    expect(model.topics.length).toBe(3);
    for (const purity of byTopic) expect(purity).toBeGreaterThan(0.95);
  });

  it('lists the documents that fit nowhere', () => {
    const { assignments, outliers } = clusterTopics([...documents, { terms: [] }, { terms: ['丁'] }], {
      k: 3,
      seed: 2,
    });
    expect(outliers).toContain(documents.length);
    expect(outliers).toEqual([...assignments.keys()].filter((index) => assignments[index] === -1));
  });

  it('puts documents with the same terms into one topic, in any order of terms', () => {
    const seen = new Map<string, number>();
    for (const [index, { terms }] of documents.entries()) {
      const key = [...terms].sort().join();
      const topic = model.assignments[index] ?? -1;
      expect(seen.get(key) ?? topic).toBe(topic);
      seen.set(key, topic);
    }
  });

  it('gives the same for the same seed, and labels no two topics alike', () => {
    expect(clusterTopics(documents, { k: 3, seed: 2 })).toEqual(model);
    const many = clusterTopics(documents, { k: 12, seed: 1 });
    expect(new Set(many.topics.map(({ label }) => label)).size).toBe(many.topics.length);
  });

  it('has shares that add up with what fits nowhere', () => {
    const free = [...model.assignments].filter((topic) => topic < 0).length;
    const shares = model.topics.reduce((sum, { share }) => sum + share, 0);
    expect(shares + free / documents.length).toBeCloseTo(1, 12);
  });

  it('has defined results for nothing, one document, equal documents and a large k', () => {
    expect(clusterTopics([]).topics).toEqual([]);
    expect(clusterTopics([{ terms: ['甲'] }]).topics.length).toBe(1);
    expect(clusterTopics(Array.from({ length: 9 }, () => ({ terms: ['甲', '乙'] }))).topics.length).toBe(1);
    expect(clusterTopics([{ terms: [] }, { terms: [] }]).topics).toEqual([]);
    expect(clusterTopics(documents, { k: 5000 }).topics.length).toBeLessThanOrEqual(documents.length);
    expect(() => clusterTopics(documents, { k: 0 })).toThrow(/k: expected/);
    expect(() => clusterTopics(documents, { minSize: Number.NaN })).toThrow(/minSize: expected/);
    expect(() => clusterTopics([{ terms: ['甲'], weight: Number.NaN }])).toThrow(/posts\[0\]\.weight/);
  });
});

describe('a model of topics', () => {
  const { documents, themes } = planted(150);
  const model = clusterTopics(documents, { k: 3, seed: 2 });

  it('assigns documents as it did when it was made, and new ones to the theme they are of', () => {
    const own = documents.map(({ terms }) => model.assign(terms).topic);
    const same = own.filter((topic, index) => topic === model.assignments[index]).length;
    expect(same / documents.length).toBeGreaterThan(0.97);
    const themeOf = new Map(own.map((topic, index) => [topic, themes[index]]));
    for (const [theme, word] of ['甲', '乙', '丙'].entries()) {
      const { topic, confidence } = model.assign([`${word}1`, `${word}4`, `${word}7`, '没见过']);
      expect(themeOf.get(topic)).toBe(theme);
      expect(confidence).toBeGreaterThan(0.9);
    }
  });

  it('assigns what is said again and again as what is said once', () => {
    const { documents } = planted(200);
    const model = clusterTopics(documents, { k: 3 });
    for (const { terms } of planted(240).documents.slice(-40)) {
      const repeated = Array.from({ length: 50 }, () => terms).flat();
      expect(model.assign(repeated).topic).toBe(model.assign(terms).topic);
    }
  });

  it('has a place for what fits nowhere', () => {
    expect(model.assign([])).toEqual({ topic: -1, confidence: 0 });
    expect(model.assign(['没见过'])).toEqual({ topic: -1, confidence: 0 });
    expect(model.assign(['甲1', '甲2', '乙3', '乙5', '丙7', '丙8']).topic).toBe(-1);
    expect(clusterTopics([]).assign(['甲'])).toEqual({ topic: -1, confidence: 0 });
  });

  it('is the same after it was saved and read', () => {
    const read = TopicModel.from(JSON.parse(JSON.stringify(model)));
    expect(read.topics).toEqual(model.topics);
    expect([...read.assignments]).toEqual([...model.assignments]);
    for (const { terms } of documents) expect(read.assign(terms)).toEqual(model.assign(terms));
    const state = model.toJSON();
    for (const broken of [
      undefined,
      {},
      { ...state, version: 2 },
      { ...state, topics: {} },
      { ...state, assignments: [7] },
      { ...state, assignments: state.assignments.map(() => 9) },
      { ...state, counts: { ...state.counts, terms: [] } },
    ]) {
      expect(() => TopicModel.from(broken as TopicModelState)).toThrow(/topics: expected the state/);
    }
  });

  it('is counted by period', () => {
    const periods = documents.map((_, index) => (index === 0 ? undefined : `2025-11-${28 + (index % 2)}`));
    const { periods: names, totals, counts } = topicsOverTime(model, periods);
    expect(names).toEqual(['2025-11-28', '2025-11-29']);
    expect(totals[0] + totals[1]).toBe(documents.length - 1);
    for (const [id, topic] of model.topics.entries()) {
      const dated = topic.documents.filter((index) => index !== 0).length;
      expect(counts[id][0] + counts[id][1]).toBe(dated);
    }
    expect(() => topicsOverTime(model, [])).toThrow(/periods: expected one for each/);
  });
});

describe('TopicHistory', () => {
  /** `counts` documents of each named theme. */
  function day(counts: Readonly<Record<string, number>>, seed: number): TopicModel {
    const random = seededRandom(seed);
    const documents = Object.entries(counts).flatMap(([theme, count]) =>
      Array.from({ length: count }, () => ({
        terms: Array.from({ length: 6 }, () => `${theme}${Math.floor(random() * 24)}`),
      })),
    );
    return clusterTopics(documents, { k: Object.keys(counts).length });
  }

  const themeOf = (model: TopicModel, topic: number): string =>
    (model.topics[topic] as Topic).terms[0]?.term.slice(0, 1) ?? '';

  it('keeps ids from day to day, also over a day away, and says what is new, rises, fades and is gone', () => {
    const history = new TopicHistory();
    const first = day({ 甲: 40, 乙: 40, 丙: 20 }, 1);
    const ids = new Map(
      history.add('2025-11-28', first).steps.map((step) => [themeOf(first, step.topic), step.id]),
    );
    expect(ids.size).toBe(3);

    const second = day({ 甲: 90, 乙: 10, 丁: 30 }, 2);
    const { steps, gone } = TopicHistory.from(JSON.parse(JSON.stringify(history))).add('2025-11-29', second);
    expect(history.add('2025-11-29', second)).toEqual({ steps, gone });
    const byTheme = new Map(steps.map((step) => [themeOf(second, step.topic), step]));
    expect(byTheme.get('甲')).toMatchObject({ id: ids.get('甲'), status: 'rising' });
    expect(byTheme.get('乙')).toMatchObject({ id: ids.get('乙'), status: 'fading' });
    expect(byTheme.get('丁')).toMatchObject({ id: 4, status: 'new' });
    expect(byTheme.get('丁')?.before).toBeUndefined();
    expect(gone.map(({ id }) => id)).toEqual([ids.get('丙')]);

    const third = day({ 甲: 60, 丙: 20 }, 3);
    const back = history.add('2025-11-30', third).steps.find((step) => themeOf(third, step.topic) === '丙');
    expect(back).toMatchObject({ id: ids.get('丙'), before: { period: '2025-11-28' } });
  });

  it('refuses a period twice and a state that is none', () => {
    const history = new TopicHistory();
    history.add('a', day({ 甲: 9 }, 1));
    expect(() => history.add('a', day({ 甲: 9 }, 1))).toThrow(/a was added before/);
    expect(() => TopicHistory.from({} as TopicHistoryState)).toThrow(/topic history: expected the state/);
    expect(new TopicHistory().add('空', clusterTopics([]))).toEqual({ steps: [], gone: [] });
  });
});

describe('a corpus of copies', () => {
  const posts = Array.from({ length: 50 }, () => 'OpenAI 发布新模型，速度很快');

  it.each(['gsdmm', 'kmeans'] as const)('that is one post is one topic that says what: %s', (method) => {
    const { topics, assignments } = clusterTopics(posts, { method });
    expect(topics).toHaveLength(1);
    expect(topics[0]?.label).toContain('OpenAI');
    expect([...assignments]).toEqual(posts.map(() => 0));
  });

  it('a post that most repeat keeps its words in its label', () => {
    const others = Array.from({ length: 40 }, (_, i) => `第${i}支股票今天跟着大盘一起下跌`);
    const { topics, assignments } = clusterTopics([...posts, ...others], { k: 2, vectors: false });
    const topic = topics[assignments[0] as number];
    expect(topic?.label).toMatch(/OpenAI|模型/u);
    expect(topic?.documents).toEqual(posts.map((_, index) => index));
  });
});

describe('few texts that many repeat', () => {
  it.each([2, 3, 4, 20, 200])(
    'are topics by themselves where there are no more of them than topics: %i',
    (k) => {
      const documents = Array.from({ length: 3 * k }, (_, index) => ({
        terms: [`甲${index % k}`, `乙${index % k}`],
      }));
      const { assignments, topics } = clusterTopics(documents, { k, minSize: 1 });
      expect(topics).toHaveLength(k);
      for (const [index, topic] of assignments.entries()) expect(topic).toBe(assignments[index % k]);
    },
  );

  it('share one only if they are alike', () => {
    const repeated = (...texts: string[]): string[] => texts.flatMap((text) => Array<string>(50).fill(text));
    const quake = '云南发生强烈地震';
    expect(clusterTopics(repeated(quake, '英伟达股价大涨')).topics).toHaveLength(2);
    expect(clusterTopics(repeated(quake, '英伟达股价大涨', '国足输给日本队')).topics).toHaveLength(3);
    expect(clusterTopics(repeated(quake, '云南强烈地震')).topics).toHaveLength(1);
    expect(clusterTopics(['云南发生地震', '英伟达股价上涨']).topics).toHaveLength(2);
  });
});

describe('a document that shares no term with another', () => {
  it('has the topic that assign gives it', () => {
    const rates = ['美联储宣布加息', '央行下调存款利率', '美联储降息预期升温', '银行存款利率下调'];
    const phones = ['苹果发布新款手机', '小米手机销量增长', '华为新款手机开售', '手机销量创新高'];
    const others = ['阿姨在阳台种了茉莉', '渔船凌晨归港', '古琴修复师傅收徒', '山路塌方'];
    const posts = [0, 1, 2, 3, 4, 5].flatMap(() => [...rates, ...phones]).concat(others);
    const model = clusterTopics(posts, { k: 2 });
    posts.forEach((post, index) => {
      expect({ post, topic: model.assign(post).topic }).toEqual({ post, topic: model.assignments[index] });
    });
  });
});

describe('labels that stand for their posts', () => {
  const kinds = Array.from({ length: 60 }, (_, i) => ({
    terms: [`物${i % 30}`, `事${i % 20}`, i % 4 === 0 ? '天气' : `人${i % 15}`, ...(i < 2 ? ['名牌'] : [])],
  }));
  const importance = (term: string): number => (term === '名牌' ? 40 : 1);

  it('lead with a term that a tenth of them has, whatever weighs more', () => {
    const { topics } = clusterTopics(kinds, { k: 1, vectors: false, importance });
    expect(topics[0]?.terms[0]?.term).toBe('名牌');
    expect(topics[0]?.label).toMatch(/^天气/);
  });

  it('show halves of a name that is shown whole once', () => {
    const posts = kinds.map(({ terms }) => ({ terms: [...terms.slice(1), '林诗栋', '诗栋'] }));
    const { topics } = clusterTopics([...posts, ...kinds, ...kinds, ...kinds], {
      k: 2,
      vectors: false,
      display: (term) => (term === '诗栋' ? '林诗栋' : term),
    });
    for (const { terms } of topics) {
      expect(new Set(terms.map(({ text }) => text)).size).toBe(terms.length);
    }
  });
});

describe('labels of texts', () => {
  const company = Array.from({ length: 12 }, (_, i) => `Companies cut ${i} jobs as prices rise`);

  it('are written as the texts write, not as stems', () => {
    const { topics } = clusterTopics(company, { k: 1, vectors: false });
    const labels = topics.map(({ label }) => label).join(' ');
    expect(labels).not.toMatch(/compani(?!es)|pric(?!es)/u);
    expect(labels).toMatch(/companies|prices|jobs|rise/u);
  });

  it('are names sooner than what more posts say of them', () => {
    const texts = [
      '小米面临压力',
      '小米面临召回',
      '小米面临质疑',
      '小米面临诉讼',
      '供应商面临亏损',
      '车主面临维权',
    ];
    const { topics } = clusterTopics(texts, { k: 1, vectors: false });
    expect(topics[0]?.label).toMatch(/^小米/u);
    expect(topics[0]?.terms[0]?.term).not.toBe('面临');
  });

  it('join two words that always stand together as one name', () => {
    const { topics } = clusterTopics(
      Array.from(
        { length: 12 },
        (_, i) => ['今天看飞驰人生', '飞驰人生定档', '人人都说飞驰人生'][i % 3] as string,
      ),
      { k: 1, vectors: false },
    );
    expect(topics[0]?.label).toMatch(/飞驰人生/u);
  });

  it('join them in documents too, where these say how they are written', () => {
    const labelOf = (withText: boolean) =>
      clusterTopics(
        ['今天看飞驰人生', '飞驰人生定档', '人人都说飞驰人生'].map((text) => ({
          terms: ['飞驰', '人生'],
          ...(withText ? { text } : {}),
        })),
        { k: 1, vectors: false },
      ).topics[0]?.label;
    expect(labelOf(true)).toBe('飞驰人生');
    expect(labelOf(false)).toMatch(/^(?:飞驰·人生|人生·飞驰)$/u);
    expect(() => clusterTopics([{ terms: ['甲'], text: 1 as unknown as string }])).toThrow(
      /posts\[0\]\.text/,
    );
  });

  it('leave terms that were given as they are', () => {
    const { topics } = clusterTopics(
      company.map(() => ({ terms: ['compani', 'price'] })),
      { vectors: false },
    );
    expect(topics[0]?.label).toMatch(/compani/u);
  });
});

describe('the order of documents', () => {
  const said = [
    '英伟达发布新芯片',
    '台风登陆广东沿海',
    'OpenAI 融资传闻',
    '世界杯决赛今晚开打',
    '油价今晚上调',
  ];
  const titles = Array.from(
    { length: 120 },
    (_, i) => `${said[i % 5]}第${(i * 7) % 11}次 ${['深圳', '上海', '北京', '杭州'][i % 4]}`,
  );

  it.each([{}, { method: 'kmeans' }, { vectors: false }] as const)('changes no topic: %j', (options) => {
    const order = titles.map((_, i) => i).sort((a, b) => ((a * 37) % 120) - ((b * 37) % 120));
    const one = clusterTopics(titles, options);
    const other = clusterTopics(
      order.map((i) => titles[i] as string),
      options,
    );
    const groupsOf = (model: TopicModel, indexOf: (i: number) => number): string[] =>
      model.topics
        .map(({ documents, label }) => {
          const members = documents.map(indexOf).sort((a, b) => a - b);
          return `${label.split('·').sort().join('·')} ${members.join(' ')}`;
        })
        .sort();
    expect(groupsOf(other, (i) => order[i] as number)).toEqual(groupsOf(one, (i) => i));
    expect(one.topics.length).toBeGreaterThan(1);
  });
});

describe('labels', () => {
  it('are never the same, whether terms or texts give them', () => {
    const { topics } = clusterTopics(['英伟达发布新芯片', { terms: ['英伟达', '芯片'] }]);
    expect(new Set(topics.map(({ label }) => label)).size).toBe(topics.length);
  });

  it('write an English name as the texts write it', () => {
    const texts = ['talks in Warsaw today', 'Warsaw hosts talks', 'the Warsaw talks', 'talks end in Warsaw'];
    expect(clusterTopics(texts).topics[0]?.label).toMatch(/Warsaw/u);
  });
});
