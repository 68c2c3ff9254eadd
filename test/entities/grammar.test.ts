/** What the grammar of a sentence says of its events: each rule beside what it must leave alone. */
import { describe, expect, test } from 'vitest';
import { extractEntities, extractEvents } from '../../src/entities/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();
/** Without the dictionary of terms nothing is known of who acts. */
const hasTerms = extractEntities('OpenAI', tokenizer.segment('OpenAI')).some((entity) => entity.known);

function told(text: string, postDay?: string): string[] {
  return extractEvents(text, tokenizer.segment(text), postDay === undefined ? {} : { postDay }).map(
    ({ type, modality, actor, object, partners }) =>
      [type, modality, actor?.canonical ?? actor?.text, object?.text, ...partners]
        .filter((part) => part !== undefined)
        .join(' '),
  );
}

describe.runIf(hasTerms)('a deed is told of who does it', () => {
  test.each<[string, string, string[]]>([
    ['who is asked to has not done it', '美国要求特斯拉召回15.8万辆汽车', []],
    ['nor has who is made to', '邓超让五哈给79年出生的人道歉', []],
    [
      'who asks of himself does',
      '小米主动召回11.7万辆标准版SU7',
      ['outage statement Xiaomi 11.7万辆标准版SU7'],
    ],
    [
      'who backs a company is not it',
      '英伟达支持的自动驾驶初创公司Wayve融资12亿美元',
      ['funding statement Wayve'],
    ],
    ['a court has its country', '美国最高法裁定特朗普关税政策不合法', ['lawsuit statement 美国最高法']],
    [
      'and none where none is said',
      '最高法发布涉彩礼案件司法解释',
      ["release statement Supreme People's Court 涉彩礼案件司法解释"],
    ],
    ['an office acts for itself', '张翰工作室起诉昕影影业', ['lawsuit statement 张翰工作室 昕影影业']],
    ['a given name is whole', '黄景瑜给爱奇艺道歉', ['quality_complaint statement 黄景瑜']],
    [
      'a word behind a name is none of it',
      '张勇等9人退出阿里合伙人',
      ['personnel statement 张勇 阿里合伙人'],
    ],
    ['all that stand in a row', '英伟达、AMD股价大跌', ['stock_move statement Nvidia AMD']],
    ['who did it needs no name', '美团因上涨1元配送费被顾客起诉', ['lawsuit statement 顾客 美团']],
    ['but is no adverb', '苹果或被强制开放第三方APP', ['release hypothetical 苹果']],
  ])('%s: %s', (_, text, events) => {
    expect(told(text)).toEqual(events);
  });
});

describe.runIf(hasTerms)('an object ends where the next thing is told', () => {
  test.each<[string, string[]]>([
    ['赵丽颖起诉多名网友维权', ['lawsuit statement 赵丽颖 多名网友']],
    ['上海交大推出滑雪机器人有六只脚', ['release statement Shanghai Jiao Tong University 滑雪机器人']],
    ['OpenAI发布o1模型具备类似人类的推理能力', ['release statement OpenAI o1模型']],
    ['OpenAI推出名为Euphony的开源工具', ['release statement OpenAI Euphony']],
    ['人民银行推出碳减排支持工具', ['release statement 人民银行 碳减排支持工具']],
    ['Sam Altman离开OpenAI的真实原因', []],
    [
      'Fed unveils major expansion #economy #MarketScreener',
      ['release statement Federal Reserve major expansion'],
    ],
    ['OpenAI has not released any #ChatGPT app', ['release negation OpenAI any #ChatGPT app']],
    ['Amazon names Robert Hagerty Interim CEO', ['personnel statement Amazon Robert Hagerty']],
  ])('%s', (text, events) => {
    expect(told(text)).toEqual(events);
  });
});

describe.runIf(hasTerms)('kinds and how they are meant', () => {
  test.each<[string, string[]]>([
    ['BLG 3:1 击败 T1', []],
    ['英伟达市值超越微软', ['benchmark statement Nvidia 微软']],
    ['王栎鑫退出MAMA舞台', []],
    ['郭晋安离开TVB', ['personnel statement 郭晋安 TVB']],
    ['台风摩羯登陆海南文昌', []],
    ['国家发改委提出治理加班文化', []],
    ['阿里巴巴提出CDM框架', ['research statement Alibaba CDM框架']],
    ['瑞银提出收购瑞信', ['acquisition plan UBS 瑞信']],
    ['腾讯裁员10%消息不实', ['layoffs negation Tencent']],
    ['泡泡玛特未公示获奖概率被罚5万', ['regulation statement Pop Mart']],
    ['瑞幸咖啡否认降价', ['price_change negation Luckin Coffee']],
    [
      '如何看待特斯拉召回，英伟达市值一夜蒸发850亿？',
      ['outage statement Tesla', 'stock_move statement Nvidia'],
    ],
    ['Google宣布与Believe达成合作', ['partnership statement Google Believe']],
    ['Loop Capital upgrades Snap Inc to Buy', []],
  ])('%s', (text, events) => {
    expect(told(text)).toEqual(events);
  });
});

describe.runIf(hasTerms)('a quarter without a year', () => {
  test.each([
    ['华为明年Q1推出950PR芯片', '2025-09-18', '2026-Q1'],
    ['比亚迪 Q4 超越特斯拉', '2024-01-05', '2023-Q4'],
    ['华为将在四季度发布鸿蒙PC', '2025-01-05', '2025-Q4'],
  ])('%s, written on %s: %s', (text, postDay, date) => {
    expect(extractEvents(text, tokenizer.segment(text), { postDay })[0]?.date).toBe(date);
  });

  test('is of the earnings, and not of the share', () => {
    const text = 'Nokia shares surge as Q4 earnings beat';
    expect(extractEvents(text, tokenizer.segment(text), { postDay: '2020-02-06' })[0]?.date).toBeUndefined();
  });
});

test.runIf(hasTerms).each([
  ['Roblox shares plummet 18%', 'change'],
  ['特斯拉市值4天蒸发超5万亿元', 'market_cap'],
  ['货拉拉被罚20万', 'fine'],
  ['Fidelity National to buy FGL Holdings in a deal valued at $2.7 billion', 'acquisition'],
])('%s: %s', (text, role) => {
  expect(extractEvents(text, tokenizer.segment(text))[0]?.amounts[0]?.role).toBe(role);
});
