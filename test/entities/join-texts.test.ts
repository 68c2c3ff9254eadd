import { describe, expect, test } from 'vitest';
import { type EventPost, extractEntities, extractEvents, joinEvents } from '../../src/entities/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();

function post(index: number, text: string): EventPost {
  const tokens = tokenizer.segment(text);
  const entities = extractEntities(text, tokens);
  const events = extractEvents(text, tokens, { entities });
  return {
    id: String(index),
    text,
    tokens,
    entities,
    events,
    author: `site ${index}`,
    createdAt: index * 60_000,
    engagement: 1,
  };
}

const topics = (
  '番茄 薄荷 雨水 台阶 围巾 邮票 蜂蜜 口琴 陶罐 帆船 雪橇 棉被 山药 铅笔 灯笼 木梳 豆腐 风筝 石榴 竹筐 毛笔 篮球 乌龟 海带 ' +
  '饺子 相册 酱油 沙发 烟囱 蜡烛 铁锅 水井 麻绳 葡萄 书签 玉米 纽扣 地毯 锁匙 麦田 冰块 香皂 羽毛 花瓶 磁铁 茶壶 草帽 贝壳 ' +
  '象棋 云梯 瓷砖 柿子 手套 拐杖 砂锅 铃铛 芝麻 屏风 珊瑚 扳手 鱼竿 松果 胶水 粉笔 雨靴 火柴 核桃 窗帘 锄头 弹簧 砚台 水桶 ' +
  '梯田 凉席 泡菜 轮胎 银杏 木筏 糖葫芦 腊肠 琵琶 指南针 望远镜 丝瓜'
).split(' ');
/** What else is told that day, each of something else, so that the names that everyone speaks of are such. */
const everyday = topics.map((topic, day) =>
  day < 32 ? `${topic}问了 ${['ChatGPT', 'OpenAI'][day % 2]}` : `说说${topic}`,
);

/** Which of the texts are told as one, as the numbers of their places. */
function stories(...texts: string[]): number[][] {
  const posts = [...texts, ...everyday].map((text, index) => post(index, text));
  return joinEvents(posts, { minAuthorsOfOther: 1 })
    .map(({ postIds }) =>
      postIds
        .map(Number)
        .filter((id) => id < texts.length)
        .sort(),
    )
    .filter((ids) => ids.length > 0)
    .sort();
}

describe('joinEvents on texts', () => {
  test('two English words that are one in Chinese are one key', () => {
    const told = stories(
      '谷歌披露一起零日攻击，程序出自 AI 之手',
      'Google stopped a zero-day hack that it says was developed with AI',
    );
    expect(told).toEqual([[0, 1]]);
  });

  test('an object without a name that is called the same is the same', () => {
    const told = stories(
      'OpenAI 发布三款实时语音模型，每分钟不到两毛钱的同传要来了，译员们在群里愁了一晚上',
      'OpenAI 发布三款实时语音模型，电话客服、点餐和陪练软件的开发者这周末有得忙了',
    );
    expect(told).toEqual([[0, 1]]);
  });

  test('two stories that one post alone holds together are two', () => {
    const told = stories(
      'The Information：Meta 与谷歌洽谈 TPU 大单，还没有签',
      '据说 Meta 要买谷歌的 TPU，数十亿美元，大客户要走了',
      'Meta 洽谈采购谷歌 TPU，先从谷歌云租，2027 年放进数据中心',
      '网传 Meta 找谷歌买 TPU，谷歌股价先涨为敬',
      'Nvidia 股价承压：市场担心谷歌 TPU 削弱其定价权，有基金考虑减持',
      '基金开始减持 Nvidia，理由是定价权被 TPU 削弱，股价承压',
      'Nvidia 定价权松动，市场担心 TPU，基金减持，股价承压一周',
      '在 Colab 的 TPU 上跑通第一个 JAX 程序，入门笔记',
      'TPU 和显卡有什么区别，体系结构课第三讲',
    );
    expect(told).toHaveLength(2);
    expect(told).toContainEqual([0, 1, 2, 3]);
    expect(told).toContainEqual([4, 5, 6]);
  });

  test('two things that are done to one product of which everyone speaks are two', () => {
    const told = stories('OpenAI 推出 ChatGPT 广告自助服务', 'OpenAI 升级 ChatGPT 免费模型，幻觉减半');
    expect(told).toEqual([[0], [1]]);
  });

  test('two names alone do not make one story of a question and a piece of news', () => {
    const others = [
      '机箱贵了',
      '风扇太吵',
      '水冷漏液',
      '驱动又崩',
      '开机蓝屏',
      '跑分作弊',
      '矿卡翻新',
      '显存焊死',
    ].map((text, index) => `${index % 2 === 0 ? 'AMD' : 'Nvidia'} ${text}`);
    const told = stories(
      '为什么还有人觉得 AMD 比 Nvidia 更适合部署本地大模型',
      'OpenAI 携手 AMD、Nvidia 公布多路径网络协议',
      ...others,
    );
    expect(told.some((ids) => ids.includes(0) && ids.includes(1))).toBe(false);
  });

  test('a product and its maker are one name, of which anything can be told', () => {
    const told = stories(
      'ChatGPT Became So Obsessed With Goblins That OpenAI Had to Intervene',
      'OpenAI is making ChatGPT accounts much more secure, including some literal physical security keys',
      'OpenAI just turned ChatGPT into the backend for a popular project in history',
    );
    expect(told.every((ids) => ids.length === 1)).toBe(true);
  });
});

test('what asks to read on elsewhere is no sentence of a story, nor is the number of a post in a thread', () => {
  const texts = [
    "1/ OpenAI's ChatGPT is writing a new book\n\nClick for more of the story",
    "OpenAI's ChatGPT is writing an eternal book\n\nClick for more of the story",
  ];
  const [story] = joinEvents(
    [...texts, ...everyday].map((text, index) => post(index, text)),
    { minAuthorsOfOther: 1 },
  ).filter(({ postIds }) => postIds.includes('0'));
  expect(story?.english?.text).toMatch(/^OpenAI's ChatGPT is writing/);
});

test('English words count for a sentence in whatever form it has them', () => {
  const texts = [
    'What a day for the label and its song. Labels are suing startups over robots trained on songs',
    'The label, the robot, the song: who wins. Labels sued startups for training robots on their songs',
  ];
  const posts = [...texts, ...everyday].map((text, index) => post(index, text));
  const [story] = joinEvents(posts).filter(({ postIds }) => postIds.includes('0'));
  expect(story?.english?.text).toBe('Labels sued startups for training robots on their songs');
});

test('a sentence does not end behind a shortened word', () => {
  const texts = [
    'Gardeners report 14 kilos of tomatoes, vs. 12 kilos the year before, says Dr. Green. They are proud',
    'Gardeners in town report 14 kilos of tomatoes, vs. 12 kilos of tomatoes last year. They are proud',
  ];
  const posts = [...texts, ...everyday].map((text, index) => post(index, text));
  const [story] = joinEvents(posts).filter(({ postIds }) => postIds.includes('0'));
  expect(story?.english?.text).toBe(texts[0]?.slice(0, -'. They are proud'.length));
});

test('the same thing told in traditional and in simplified characters is one story', () => {
  expect(
    stories(
      '市區動物園迎來雙胞胎水豚寶寶，遊客隔著欄杆圍觀餵蘿蔔',
      '水豚双胞胎宝宝亮相市区动物园，围观游客争着喂萝卜',
      '颱風逼近，臺鐵宣布週末停駛部分班次',
    ),
  ).toContainEqual([0, 1]);
});
