import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.js';
import { foldCopies, type Post } from '../../src/corpus/index.js';

let made = 0;

function post(text: string, rest: Partial<Post> & { likes?: number; reposts?: number } = {}): Post {
  const { likes = 0, reposts = 0, ...fields } = rest;
  return {
    id: `p${String(++made).padStart(6, '0')}`,
    text,
    createdAt: made,
    engagement: { likes, reposts, replies: 0, views: 0 },
    hasEngagement: likes > 0,
    ...fields,
  };
}

/** How many posts are left of texts. */
function left(...texts: readonly string[]): number {
  return foldCopies(texts.map((text) => post(text))).length;
}

const fact = 'OpenAI 宣布未来五年投入近1000亿美元建设数据中心，主要风险由合作伙伴承担';

describe('copies', () => {
  it('are found in spite of links, mentions at the ends, case, width, white space and signs', () => {
    expect(
      left(
        fact,
        `@朋友 ${fact} https://t.co/abc123`,
        `${fact}！！！🔥🔥`,
        fact.replaceAll('O', 'Ｏ').replaceAll('1000', '１０００'),
        fact.toUpperCase().replaceAll(' ', '  \n'),
        `${fact} @someone @sometwo`,
      ),
    ).toBe(1);
  });

  it('are found as reposts in the ways of X and Weibo', () => {
    expect(
      left(
        fact,
        `RT @sam: ${fact}`,
        `RT @a: RT @b: ${fact}`,
        `转发微博//@科技观察:${fact}`,
        `//@甲://@乙:${fact}`,
        `转@科技观察：${fact}`,
        `转发：${fact}`,
        `轉發：${fact}`,
        `【轉】${fact}`,
        `轉發微博//@科技觀察:${fact}`,
      ),
    ).toBe(1);
  });

  it('are found where a repost was cut', () => {
    const long = `${fact}。分析师认为这一模式把资本开支转嫁给供应商，一旦需求放缓，债务将集中暴露，而监管者尚未表态`;
    expect(left(long, `RT @sam: ${long.slice(0, 50)}…`)).toBe(1);
  });

  it('are found where a few characters differ', () => {
    expect(
      left(fact, fact.replace('宣布', '刚刚宣布'), fact.replace('，主要', ' 主要'), `快讯：${fact}`),
    ).toBe(1);
  });

  it.each([
    ['如何委婉地让朋友不要频繁找自己借钱？', '如何委婉的让朋友不要频繁找自己借钱？'],
    ['王楚钦半决赛对战莫雷加德，今晚开打', '王楚钦半决赛迎战莫雷加德，今晚开打'],
    ['可以分享一张你相册中的照片吗？谢谢大家', '可以分享一张你相册里的照片吗？谢谢大家'],
    [
      'Apple announces a new phone that is thinner and lighter than every phone before it',
      'Apple announced a new phone that is thinner and lighter than every phone before it',
    ],
    [
      'The company will open its new favourite office in the north of the country next spring',
      'The company will open its new favorite office in the north of the country next spring',
    ],
  ])('are found where a slip of the pen or a spelling differs: %j', (one, other) => {
    expect(left(one, other)).toBe(1);
  });

  it('are folded with summed engagement, all authors, and their ids', () => {
    const [folded, ...others] = foldCopies([
      post(fact, { id: 'b', createdAt: 2, author: 'bob', likes: 10 }),
      post(fact, { id: 'a', createdAt: 1, author: 'ann', likes: 5 }),
      post(`${fact}！`, { id: 'c', createdAt: 3, author: 'bob', likes: 1 }),
    ]);
    expect(others).toEqual([]);
    expect(folded).toMatchObject({
      id: 'a',
      author: 'ann',
      authors: ['ann', 'bob'],
      copies: ['b', 'c'],
      engagement: { likes: 16 },
      hasEngagement: true,
    });
  });

  it('that repost one post show its counts and do not double them', () => {
    const [folded] = foldCopies([
      post(fact, { id: 'o', author: 'Sam', likes: 100, reposts: 30 }),
      post(`RT @sam: ${fact}`, { id: 'r1', author: 'x', likes: 0, reposts: 31 }),
      post(`RT @sam: ${fact}`, { id: 'r2', author: 'y', likes: 0, reposts: 31, repostOf: 'o' }),
    ]);
    expect(folded).toMatchObject({
      id: 'o',
      engagement: { likes: 100, reposts: 31 },
      authors: ['Sam', 'x', 'y'],
    });
    const [reposts] = foldCopies([
      post('RT @u: 不在这里的原文', { repostOf: 'gone', reposts: 7 }),
      post('RT @u: 不在这里的原文', { repostOf: 'gone', reposts: 8 }),
    ]);
    expect(reposts.engagement.reposts).toBe(8);
  });

  it('are represented by the original, not by an earlier repost', () => {
    const [folded] = foldCopies([
      post(`RT @sam: ${fact}`, { id: 'r', createdAt: 1 }),
      post(fact, { id: 'o', createdAt: 2 }),
    ]);
    expect(folded.id).toBe('o');
  });
});

describe('posts stay apart', () => {
  const pairs: readonly (readonly [why: string, a: string, b: string])[] = [
    ['a traditional word', '台積電盤後股價大漲，成交量創下新高', '台積電盤後股價大跌，成交量創下新高'],
    ['a traditional denial', '該公司表示沒有裁員計畫，員工可以安心', '該公司表示已有裁員計畫，員工可以安心'],
    [
      'a traditional unit',
      '該公司完成十億美元的新一輪融資，估值翻倍',
      '該公司完成十萬美元的新一輪融資，估值翻倍',
    ],
    ['a traditional kind', '中國女隊奪得本屆錦標賽團體金牌', '中國女隊奪得本屆錦標賽團體銀牌'],
    ['a traditional question', '蘋果公司今年會推出摺疊手機', '蘋果公司今年會推出摺疊手機嗎'],
    ['a number', fact, fact.replace('1000', '2000')],
    ['a decimal', '苹果公司今日股价收盘上涨1.5%，市值再创新高', '苹果公司今日股价收盘上涨15%，市值再创新高'],
    ['a sign', '英伟达盘后股价变动 +5%，成交放大', '英伟达盘后股价变动 -5%，成交放大'],
    [
      'a Han number',
      '中国团队三年内解决了这个数学难题并发表论文',
      '中国团队五年内解决了这个数学难题并发表论文',
    ],
    [
      'a unit of numbers',
      '该公司宣布完成10亿美元的新一轮融资，估值翻倍',
      '该公司宣布完成10万美元的新一轮融资，估值翻倍',
    ],
    ['a Latin name', fact, fact.replace('OpenAI', 'Anthropic')],
    [
      'a version',
      'Gemini 3 Pro 在多项基准测试中超越此前的全部模型',
      'Gemini 3 Ultra 在多项基准测试中超越此前的全部模型',
    ],
    [
      'an English name',
      'Google will open a new research lab in Zurich next year, sources say',
      'Nvidia will open a new research lab in Zurich next year, sources say',
    ],
    [
      'a negation',
      'OpenAI 表示会在 ChatGPT 的免费版本中加入广告',
      'OpenAI 表示不会在 ChatGPT 的免费版本中加入广告',
    ],
    [
      'an English negation',
      'OpenAI will put ads into the free version of ChatGPT this year',
      'OpenAI will not put ads into the free version of ChatGPT this year',
    ],
    [
      'a direction',
      '受财报影响，这家芯片公司的股价今天大涨，分析师看法分歧',
      '受财报影响，这家芯片公司的股价今天大跌，分析师看法分歧',
    ],
    [
      'a Han name',
      '华为今天正式发布新一代人工智能芯片，性能大幅提升',
      '小米今天正式发布新一代人工智能芯片，性能大幅提升',
    ],
    ['a thumb', '这个新模型的写作能力 👍', '这个新模型的写作能力 👎'],
    ['men and women', '中国女篮排名升至世界第二，创历史新高', '中国男篮排名升至世界第二，创历史新高'],
    ['up and down', '如何评价《再见爱人》第三季第九期（上）？', '如何评价《再见爱人》第三季第九期（下）？'],
    [
      'a price going up or down',
      '特斯拉上调 Model Y 在华售价，网友议论',
      '特斯拉下调 Model Y 在华售价，网友议论',
    ],
    ['the day', `会议将于明天举行，${fact}`, `会议将于后天举行，${fact}`],
    ['a country', '提醒在美中国公民加强安全防范', '提醒在英中国公民加强安全防范'],
    ['hearsay', `网传这家公司要裁员，${fact}`, `这家公司要裁员，${fact}`],
    ['a question', '这个新模型已经支持函数调用了吗？', '这个新模型已经支持函数调用了。'],
    ['the office', '巴西前总统今天接种了中国新冠疫苗', '巴西副总统今天接种了中国新冠疫苗'],
    [
      'an English verb',
      'The Fed raised interest rates on Wednesday as expected',
      'The Fed cut interest rates on Wednesday as expected',
    ],
    [
      'an English adjective in a long post',
      'The new vaccine is safe according to people familiar with the matter who asked not to be identified',
      'The new vaccine is risky according to people familiar with the matter who asked not to be identified',
    ],
    ['a comment', `说得对//@科技观察:${fact}`, `胡说八道//@科技观察:${fact}`],
    [
      'who was mentioned in the sentence',
      '我觉得 @OpenAI 这次做得非常好，值得大家学习',
      '我觉得 @Google 这次做得非常好，值得大家学习',
    ],
  ];
  for (const [why, a, b] of pairs) {
    it(`if they differ in ${why}`, () => {
      expect(left(a, b)).toBe(2);
    });
  }

  it('if a comment stands in front of what is quoted', () => {
    expect(left(fact, `我不信//@科技观察:${fact}`)).toBe(2);
  });

  it('if they are nothing but different links', () => {
    expect(left('https://t.co/a', 'https://t.co/b', 'https://t.co/a')).toBe(2);
  });
});

/** Words to make sentences of: the shapes matter, not the sense. */
const han = [
  ...'天地人工智能模型数据公司市场用户产品技术发布研究团队开源训练推理成本价格资金安全教育医生学生城市新闻报告会议合作平台服务系统应用',
];
const names = ['OpenAI', 'Google', 'Claude', 'DeepSeek', 'Nvidia', 'Qwen'];

function sentence(random: () => number, length: number): string {
  let text = random() < 0.5 ? names[Math.floor(random() * names.length)] : '';
  for (let index = 0; index < length; index++) {
    text += han[Math.floor(random() * han.length)];
    if (random() < 0.06) text += '，';
  }
  return random() < 0.3 ? `${text}${Math.floor(random() * 1000)}亿` : text;
}

/** A copy as people and bots make them. */
function distort(random: () => number, text: string): string {
  switch (Math.floor(random() * 7)) {
    case 0:
      return `${text} https://t.co/${Math.floor(random() * 1e9).toString(36)}`;
    case 1:
      return `RT @user${Math.floor(random() * 100)}: ${text}`;
    case 2:
      return text.replaceAll('，', ' ').toLowerCase();
    case 3:
      return `【热点】${text}`;
    case 4: {
      // One character left out, none that a number or a name is made of.
      const at = text.search(/[\u4e00-\u9fff]/) + 4 + Math.floor(random() * 8);
      return /[亿，]/.test(text[at] ?? '') ? text : text.slice(0, at) + text.slice(at + 1);
    }
    case 5:
      return `${text}，转给大家`;
    default:
      return `@a @b ${text}🔥🔥！！！`;
  }
}

describe('generated copies', () => {
  it('are found, nearly all of them, and nothing else is folded', () => {
    const random = seededRandom(7);
    const posts: Post[] = [];
    const groupOf = new Map<string, number>();
    for (let group = 0; group < 1500; group++) {
      const original = sentence(random, 24 + Math.floor(random() * 60));
      const copies = Math.floor(random() * 4);
      for (let copy = 0; copy <= copies; copy++) {
        const text = copy === 0 ? original : distort(random, original);
        const one = post(text);
        posts.push(one);
        groupOf.set(one.id, group);
      }
    }
    const folded = foldCopies(posts);
    let found = 0;
    let wrong = 0;
    for (const { id, copies } of folded) {
      for (const copy of copies) {
        if (groupOf.get(copy) === groupOf.get(id)) found++;
        else wrong++;
      }
    }
    const expected = posts.length - 1500;
    expect(expected).toBeGreaterThan(2000);
    expect(wrong).toBe(0);
    expect(found / expected).toBeGreaterThan(0.97);
  });

  it('are folded alike in whatever order the posts come', () => {
    const random = seededRandom(11);
    const texts = Array.from({ length: 40 }, () => sentence(random, 30));
    const posts = Array.from({ length: 160 }, () =>
      post(distort(random, texts[Math.floor(random() * texts.length)]), {
        author: `u${made % 9}`,
        likes: made % 5,
      }),
    );
    const expected = foldCopies(posts);
    fc.assert(
      fc.property(fc.shuffledSubarray(posts, { minLength: posts.length }), (shuffled) => {
        expect(foldCopies(shuffled)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('lose no post: each id is there once', () => {
    const text = fc.string({
      unit: fc.constantFrom('中', '文', 'a', ' ', '@', '/', '#', '1', '，', '…', 'RT @a: '),
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), (texts) => {
        const posts = texts.map((entry) => post(entry));
        const ids = foldCopies(posts).flatMap(({ id, copies }) => [id, ...copies]);
        expect(ids.sort()).toEqual(posts.map(({ id }) => id).sort());
      }),
    );
  });
});

describe('options', () => {
  it('are checked', () => {
    expect(() => foldCopies([], { similarity: 2 })).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
    );
    expect(foldCopies([])).toEqual([]);
  });
});

describe('posts', () => {
  it.each([Number.NaN, -3, Number.POSITIVE_INFINITY])('with %d likes are refused by place', (likes) => {
    expect(() => foldCopies([post(fact), post(fact, { likes })])).toThrow(
      /posts\[1\]\.engagement\.likes: expected a finite number of at least 0/u,
    );
  });

  it('without one of the counts have none of it', () => {
    const bare = { ...post(fact), engagement: { likes: 2 } as Post['engagement'] };
    expect(foldCopies([bare, post(fact, { likes: 1 })])[0]?.engagement).toEqual({
      likes: 3,
      reposts: 0,
      replies: 0,
      views: 0,
    });
  });

  it('of another shape are refused by place', () => {
    const { engagement, ...rest } = post(fact);
    expect(engagement.likes).toBe(0);
    expect(() => foldCopies([rest as Post])).toThrow(/posts\[0\]\.engagement: expected \{ likes/u);
    expect(() => foldCopies([{ ...post(fact), text: undefined as unknown as string }])).toThrow(
      /posts\[0\]\.text: expected a string/u,
    );
  });
});
