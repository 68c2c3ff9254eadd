import { describe, expect, it } from 'vitest';
import type { Post } from '../../src/corpus/index.js';
import { buildReport, type Report, type Section } from '../../src/report/index.js';

/** Headlines of one day without authors, as hot searches are. */
function posts(texts: readonly string[]): Post[] {
  return texts.map((text, index) => ({
    id: `p${index}`,
    text,
    createdAt: Date.parse('2025-11-24T12:00:00+08:00'),
    engagement: { likes: 0, reposts: 0, replies: 0, views: 0 },
    hasEngagement: false,
  }));
}

/** The items of a section, each as a reader has it. */
function itemsOf({ sections }: Report, id: string): string[] {
  const blocks = sections.find((section: Section) => section.id === id)?.blocks ?? [];
  return blocks.flatMap((block) =>
    block.type === 'list'
      ? block.items.map((item) => item.flatMap(({ inlines }) => inlines.map(({ text }) => text)).join(''))
      : [],
  );
}

const matter = [
  '中方回应高市早苗称愿与中国对话',
  '高市早苗被拒进入日本相扑擂台',
  '高市早苗一系列举措遭揭批',
  '高市早苗上任一个月的烂摊子',
  '高市早苗入场打断他国领导人发言',
  '日本及多国人士批评高市早苗',
  '高市早苗努力表演不如一把椅子火',
  '民众集会要求高市早苗辞职下台',
];
/** 高考 is a verb to jieba's dictionary. */
const exam = [
  '高考第一个走出考场的考生发声',
  '高考语文题出自他的小说',
  '爷爷奶奶穿旗袍送孙子高考',
  '高考作文你会怎么写',
  '高考首日多地有雨',
  '交警为忘带准考证的高考生开道',
  '今年高考报名人数下降',
  '高考结束后的第一件事',
  '高考期间这些路段禁鸣',
  '明星晒高考照',
  '高考数学难吗',
  '四川高考查分时间',
  '教育部发布高考预警',
  '今天高考第二天',
  '他们也曾参加高考',
  '高考志愿怎么填',
  '妈妈陪他复读三年终于等到高考',
  '直击高考现场',
];
const others = [
  '乘客被困高铁厕所 多人踹门施救',
  '女子租房第4天被陌生人开门闯入',
  '王鹤棣澳门演唱会',
  '雷军增持小米260万股',
  '地球上的土壤是从哪来的',
  '三只松鼠改名风波',
  '民航局拟整改残疾人登机流程',
  '猫咪半夜敲门要吃的',
  '全国多地迎来入冬首场降雪',
  '张继科解释球拍为何不签名',
];

describe('key points', () => {
  it('hold what many posts speak of though each tells something else of it', async () => {
    const report = await buildReport(posts([...matter, ...others]), { topic: 'hot' });
    const items = itemsOf(report, 'key-points').join('\n');
    expect(items).toMatch(/高市早苗：\d 条帖子谈到，如.*和.*。/u);
    expect(items).not.toMatch(/女子：/u);
  });

  it('quote of it what two posts tell, which is told nowhere else', async () => {
    const twice = '高市早苗被相扑擂台拒之门外 日本相扑擂台';
    const report = await buildReport(posts([...matter, twice, ...others]), { topic: 'hot' });
    expect(itemsOf(report, 'key-points').join('\n')).toMatch(/高市早苗：9 条帖子谈到，如“?[^和]*相扑擂台/u);
    expect(itemsOf(report, 'events').join('\n')).not.toContain('相扑');
  });

  it('hold no word that people use for all that they have to say, nor a cheer', async () => {
    const wishes = ['武汉加油！', '加油武汉，我们在一起', '武汉加油[心]', '我哭了，武汉加油'];
    const talk = [...matter.map((_, index) => `我在家待了 ${index + 3} 天，希望${others[index]}`), ...wishes];
    const report = await buildReport(posts([...talk, ...others]), { topic: 'hot' });
    expect(itemsOf(report, 'key-points').join('\n')).not.toMatch(/^希望：|武汉加油/mu);
  });

  it('hold what twice as many speak of though it is no noun to the dictionary', async () => {
    const report = await buildReport(posts([...exam, ...others]), { topic: 'hot' });
    expect(itemsOf(report, 'key-points').join('\n')).toMatch(/高考：\d+ 条帖子谈到，如.*和.*。/u);
    const fewer = await buildReport(posts([...exam.slice(0, 8), ...others]), { topic: 'hot' });
    expect(itemsOf(fewer, 'key-points').join('\n')).not.toMatch(/高考：/u);
  });
});

describe('events', () => {
  it('hold what one post tells where hardly anything is told twice, without the day of a single one', async () => {
    const report = await buildReport(posts(others), { topic: 'hot' });
    const told = [...itemsOf(report, 'key-points'), ...itemsOf(report, 'events')].join('\n');
    expect(told).toContain('雷军增持小米260万股');
    expect(told).not.toContain('11月24日');
  });
});

describe('the overview', () => {
  it('names what the titles of the last day speak of and those before do not', async () => {
    const quake = [
      '缅甸发生7.9级地震',
      '缅甸地震云南震感明显',
      '直击缅甸强震现场',
      '缅甸地震已致多人遇难',
      '缅甸宣布进入紧急状态',
    ];
    const days = ['2025-03-27', '2025-03-28'].flatMap((day, index) =>
      posts(index === 0 ? others : [...quake, ...exam.slice(0, 8)]).map((post) => ({
        ...post,
        id: `${day}-${post.id}`,
        createdAt: Date.parse(`${day}T12:00:00+08:00`),
      })),
    );
    const report = await buildReport(days, { topic: 'hot' });
    const overview = report.sections.find(({ id }) => id === 'overview');
    expect(JSON.stringify(overview)).toMatch(/明显升温的是[^。]*缅甸/u);
  });
});
