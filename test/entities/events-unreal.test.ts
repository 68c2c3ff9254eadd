/** What a post speaks of and does not say happened: hearsay, what was prevented, what is denied or asked behind it. */
import { describe, expect, test } from 'vitest';
import { extractEvents } from '../../src/entities/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();

function told(text: string): string[] {
  return extractEvents(text, tokenizer.segment(text)).map(({ type, modality, actor, object }) =>
    [type, modality, actor?.canonical ?? actor?.text, object?.text].filter(Boolean).join(' '),
  );
}

function modalities(text: string): string[] {
  return extractEvents(text, tokenizer.segment(text)).map(({ modality }) => modality);
}

describe('how it is meant', () => {
  test.each<[string, string[]]>([
    [
      'rumour',
      [
        '据说苹果收购了 Mistral',
        '听说苹果收购了 Mistral',
        '据闻微软裁员 3000 人',
        '據說蘋果收購了 Mistral',
        '聽說微軟裁員了',
        '貌似苹果收购了 Mistral',
        '苹果好像收购了 Mistral',
        '苹果似乎收购了 Mistral',
        'ChatGPT 好像崩了',
        '我朋友说苹果收购了 Mistral',
        '群里说字节收购了知乎',
        '同事说百度裁员了',
        '有人说苹果收购了 Mistral',
        '据群友说，阿里裁员了',
        '听说了吗，腾讯收购了 Mistral',
        'I heard Apple acquired Mistral',
        'I heard that Google launched Gemini 4',
        'Apple supposedly acquired Mistral',
        'People are saying Apple acquired Mistral',
        '腾讯回应裁员：不予置评',
        '百度收购知乎，尚未证实',
      ],
    ],
    [
      'negation',
      [
        '微软险些收购了雅虎',
        '微软几乎收购了雅虎',
        '微软差点就收购了雅虎',
        '微软差一点收购雅虎',
        'Apple almost bought Tesla',
        'Facebook very nearly bought Snapchat',
        'Tesla was almost acquired by Apple',
        '监管机构叫停微软收购动视暴雪',
        '法院阻止微软收购动视暴雪',
        '英国叫停英伟达收购 Arm',
        '白宫阻止英伟达发布 H30',
        '央行叫停蚂蚁集团上市',
        '国家市场监管总局禁止虎牙合并斗鱼',
        '百度回应“裁员三成”：不属实',
        '腾讯回应“收购米哈游”：不属实',
        '小米回应“收购魅族”：消息不实',
        '比亚迪回应裁员 2 万人：严重失实',
        '“DeepSeek 完成 10 亿美元融资”是假消息',
        '有人说苹果收购了 Mistral，这不是真的',
        '字节回应“将收购知乎”：假的',
        '网传阿里收购知乎 阿里：假的',
        '京东裁员 30%？假的',
        '网传百度裁员，系谣言',
        '苹果收购了 Mistral？假消息',
        'Apple acquired Mistral: fake news',
        'Rumor that Apple acquired Mistral is false',
        '愚人节玩笑：苹果收购特斯拉',
        '开个玩笑，苹果收购了特斯拉',
        'April Fools: Apple acquires Tesla',
      ],
    ],
    [
      'question',
      [
        '苹果收购 Mistral 了没有',
        '微软裁员了没有',
        '微软裁员了没',
        '苹果收没收购 Mistral',
        '微软裁没裁员',
        'Apple acquired Mistral, right?',
        "Apple acquired Mistral, didn't it?",
        '苹果收购了 Mistral，对吗',
        '苹果收购了 Mistral，是吗？',
        '苹果收购 Mistral 是真是假',
      ],
    ],
    [
      'hypothetical',
      [
        '股东反对特斯拉收购 SolarCity',
        'FTC 试图阻止英伟达收购 Arm',
        '本该是苹果收购 Mistral',
        '苹果本应收购 Mistral',
        'I wish Apple bought Mistral',
        'Imagine Apple buying Tesla',
        '但愿苹果收购 Mistral',
        '梦见苹果收购了特斯拉',
      ],
    ],
    [
      'statement',
      [
        '英国未能阻止微软收购动视暴雪',
        '欧盟批准微软收购动视暴雪',
        '苹果几乎发布了所有新品',
        '英伟达股价几乎涨停',
        '百度回应“裁员三成”：属实',
        '苹果收购 Mistral，好像很便宜',
        '好像要下雨了，苹果收购了 Mistral',
      ],
    ],
  ])('%s', (modality, texts) => {
    expect(texts.filter((text) => modalities(text).join() !== modality)).toEqual([]);
  });
});

describe('what is said of a deed is none of its parts', () => {
  test.each<[string, string[]]>([
    ['苹果收购 Mistral 了没有', ['acquisition question Apple Mistral']],
    ['阿里投资月之暗面了没有', ['investment question Alibaba 月之暗面']],
    ['小米收购魅族纯属虚构', ['acquisition negation Xiaomi 魅族']],
    ['小米收购魅族为不实信息', ['acquisition negation Xiaomi 魅族']],
    ['ChatGPT 好像崩了', ['outage rumour ChatGPT']],
    ['美国政府否决了日本制铁收购美国钢铁', []],
    ['欧盟拟阻止英伟达收购 Arm', ['acquisition hypothetical Nvidia Arm']],
    ['FTC 阻止英伟达收购 Arm', ['acquisition negation Nvidia Arm']],
  ])('%s', (text, events) => {
    expect(told(text)).toEqual(events);
  });
});
