import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EventPost, extractEntities, extractEvents, joinEvents } from '../../src/entities/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();

function post(text: string, index: number): EventPost {
  const tokens = tokenizer.segment(text);
  const entities = extractEntities(text, tokens);
  const events = extractEvents(text, tokens, { entities });
  return { id: String(index), text, tokens, entities, events, author: `site ${index}`, createdAt: 1.8e12 };
}

/** Which of the texts are told as one, as the numbers of their places. */
function together(...texts: string[]): string[] {
  return joinEvents(texts.map(post))
    .map(({ postIds }) => [...postIds].sort().join(' '))
    .filter((ids) => ids.includes(' '));
}

describe('what excludes each other is no one story', () => {
  test.each([
    ['英伟达股价大跌 8%', '英伟达股价大涨 8%'],
    ['英伟达股价大跌 8%', '英伟达股价大涨 3%'],
    ['苹果股价收涨 2%', '苹果股价收跌 2%'],
    ['Nvidia shares rise 8%', 'Nvidia shares fall 8%'],
    ['Tesla shares jump 6%', 'Tesla shares drop 6%'],
    ['比特币上涨 7%', '比特币下跌 7%'],
    ['以太坊大涨 10%', '以太坊暴跌 10%'],
    ['腾讯云 GPU 涨价 20%', '腾讯云 GPU 降价 20%'],
    ['OpenAI raises API prices by 20%', 'OpenAI cuts API prices by 20%'],
    ['小米汽车上调价格 1 万元', '小米汽车下调价格 1 万元'],
    ['Anthropic 营收增长 30%', 'Anthropic 营收下降 30%'],
    ['苹果在华出货量一季度增长 18%', '苹果在华出货量一季度下滑 18%'],
    ['Spot silver up 1.2% at $31.40 an ounce', 'Spot silver down 1.2% at $31.40 an ounce'],
    ['Oil gains as traders wait for the OPEC meeting', 'Oil slips as traders wait for the OPEC meeting'],
  ])('what rises does not fall: %s', (one, other) => {
    expect(together(one, other)).toEqual([]);
  });

  test.each([
    ['英特尔裁员 2 万人', '英特尔招聘 2 万人'],
    ['余承东出任华为终端董事长', '余承东卸任华为终端董事长'],
    ['张一鸣加入字节跳动', '张一鸣离开字节跳动'],
    ['微软任命苏莱曼为 AI 部门 CEO', '苏莱曼离开微软'],
    ['英伟达收购 Arm', '英伟达出售 Arm 股份'],
    ['软银增持英伟达', '软银清仓英伟达'],
    ['美国批准英伟达向中国出口 H20 芯片', '美国禁止英伟达向中国出口 H20 芯片'],
  ])('a deed and its opposite: %s', (one, other) => {
    expect(together(one, other)).toEqual([]);
  });

  test.each([
    ['苹果起诉三星', '三星起诉苹果'],
    ['OpenAI 起诉马斯克', '马斯克起诉 OpenAI'],
    ['OpenAI sues Elon Musk', 'Elon Musk sues OpenAI'],
    ['Qwen4 超越 GPT-6', 'GPT-6 超越 Qwen4'],
    ['Gemini 4 beats GPT-7', 'GPT-7 beats Gemini 4'],
    ['谷歌收购 Wiz', 'Wiz 收购谷歌'],
    ['腾讯投资智谱 5 亿元', '智谱投资腾讯 5 亿元'],
  ])('who did it to whom: %s', (one, other) => {
    expect(together(one, other)).toEqual([]);
  });

  test.each([
    ['月之暗面完成 20 亿美元融资', 'Moonshot AI raises $2 billion', '智谱完成 20 亿美元融资'],
    ['Mistral 完成 10 亿美元融资', 'Mistral raises $1 billion', 'Cohere 完成 10 亿美元融资'],
    ['Harvey raises $300 million', 'Harvey 融资 3 亿美元', 'Glean raises $300 million'],
    ['宇树科技完成 10 亿元融资', '宇树完成 10 亿元融资', '智元完成 10 亿元融资'],
    ['亚马逊裁员 1 万人', 'Amazon lays off 10,000', '微软裁员 1 万人'],
    ['谷歌以 320 亿美元收购 Wiz', '谷歌 320 亿美元收购 Wiz', '微软以 320 亿美元收购 Wiz'],
    ['欧盟对 Meta 罚款 8 亿欧元', '欧盟罚 Meta 8 亿欧元', '欧盟对苹果罚款 8 亿欧元'],
  ])('the same sum of two is two stories: %s', (one, other, another) => {
    expect(together(one, other, another)).toEqual(['0 1']);
  });
});

describe('what singles out something else is no one story', () => {
  test.each([
    ['OpenAI 发布 GPT-6，太强了', 'OpenAI 发布 Sora 3，太强了'],
    ['小米发布小米18，售价3999元起', '小米发布小米平板9，售价3999元起'],
    ['DeepSeek 发布 V5，API 同步上线', 'DeepSeek 发布 R3，API 同步上线'],
    [
      'Nvidia releases Nemotron 4, weights on Hugging Face',
      'Nvidia releases Cosmos 3, weights on Hugging Face',
    ],
    ['Anthropic 发布 Claude Opus 5，定价不变', 'Anthropic 发布 Claude Sonnet 5，定价不变'],
    ['OpenAI 发布 GPT-6', 'OpenAI 发布 GPT-5.5'],
    ['华为发布Mate 90，售价5999元起', '华为发布Pura 90，售价5999元起'],
    ['特斯拉召回Cybertruck，因软件缺陷', '特斯拉召回Model Y，因软件缺陷'],
    ['OpenAI cuts GPT-6 price by 50%', 'OpenAI cuts Sora 3 price by 50%'],
    ['中国移动推出 AI 模型服务平台 MoMA', '中国移动推出 AI-eSIM 多生态智能服务体系'],
  ])('things: %s', (one, other) => {
    expect(together(one, other)).toEqual([]);
  });

  test.each([
    ['Meta hires John Smith as CTO', 'Meta hires Jane Doe as CFO'],
    ['Meta appoints John Smith as CTO', 'Meta has appointed Jane Doe as CTO'],
    ['小米任命王晓雁为副总裁', '小米任命李明远为副总裁'],
    ['苹果任命John Ternus为CEO，即日生效', '苹果任命Craig Federighi为COO，即日生效'],
    ['HLE官宣Kanavi加入', 'HLE官宣Gumayusi加入'],
    ['英特尔收购谷歌，网友热议', '谷歌收购三星，网友热议'],
    ['英特尔宣布收购谷歌，网友热议', '网友热议：谷歌收购三星'],
  ])('people and companies: %s', (one, other) => {
    expect(together(one, other)).toEqual([]);
  });

  test.each([
    ['xAI raises $6B Series B', 'xAI raises $6B Series C'],
    ['智谱完成5亿元A轮融资', '智谱完成10亿元B轮融资'],
    ['月之暗面完成C轮融资', '月之暗面完成D轮融资'],
    ['阶跃星辰完成B+轮融资，腾讯领投', '阶跃星辰完成C轮融资，腾讯领投'],
    ['Figure raises $1B seed round', 'Figure raises $1B Series D'],
    ['A股三大指数集体高开', 'A股三大指数集体收涨'],
  ])('rounds and sessions: %s', (one, other) => {
    expect(together(one, other)).toEqual([]);
  });

  test.each([
    ['Waymo launches robotaxi in London', 'Waymo launches robotaxi in Tokyo'],
    ['OpenAI将在印度建设1GW数据中心', 'OpenAI将在挪威建设1GW数据中心'],
    ['特斯拉将在上海建厂', '特斯拉将在墨西哥建厂'],
    ['辽宁男篮战胜山西男篮', '辽宁男篮战胜山东男篮'],
  ])('places, where all else is said alike: %s', (one, other) => {
    expect(together(one, other)).toEqual([]);
  });

  test('another deed to another thing, among other posts', () => {
    const one = ['OpenAI 发布 GPT-6，价格减半', 'OpenAI 下调 Sora 3 价格，价格减半'];
    const others = Array.from({ length: 200 }, (_, i) => `第${i}家门店今天在${i + 3}号线旁开业`);
    expect(together(...one, ...others).filter((ids) => /^0 1\b/.test(ids))).toEqual([]);
  });

  test.each([90, 240, 400])('of %i posts too', (count) => {
    const texts = Array.from({ length: count }, (_, i) => `OpenAI 发布 GPT-${(i % 30) + 10}，公司${i}`);
    expect(joinEvents(texts.map(post))).toHaveLength(30);
  });
});

describe('what is not one is not joined by what others tell of either', () => {
  test.each([
    [
      ['谷歌发布 Gemini 3 Pro', 'Google releases Gemini 3 Pro'],
      ['谷歌发布 Gemini 3 Flash', 'Google releases Gemini 3 Flash'],
    ],
    [
      ['OpenAI 发布 GPT-6', 'OpenAI releases GPT-6'],
      ['OpenAI 发布 GPT-6 mini', 'OpenAI releases GPT-6 mini'],
    ],
    [
      ['Meta 发布 Llama 5 Scout', 'Meta releases Llama 5 Scout'],
      ['Meta 发布 Llama 5 Maverick', 'Meta releases Llama 5 Maverick'],
    ],
    [
      ['小米 18 发布', '小米发布小米 18'],
      ['小米 18 Ultra 发布', '小米发布小米 18 Ultra'],
    ],
    [
      ['DeepSeek 发布 DeepSeek-V4', 'DeepSeek releases DeepSeek-V4'],
      ['DeepSeek 发布 V4-Lite', 'DeepSeek releases V4-Lite'],
    ],
    [
      ['阿里开源 Qwen4-8B', 'Alibaba open-sources Qwen4-8B'],
      ['阿里开源 Qwen4-VL', 'Alibaba open-sources Qwen4-VL'],
    ],
    [
      ['ChatGPT 上线购物研究功能', 'OpenAI 推出 ChatGPT 购物研究'],
      ['ChatGPT 上线群聊功能', 'OpenAI 推出 ChatGPT 群聊'],
    ],
    [
      ['欧盟对 X 罚款 1.2 亿欧元', 'EU fines X €120 million', '欧盟罚 X 1.2 亿欧元'],
      ['欧盟对谷歌罚款 29.5 亿欧元', 'EU fines Google €2.95 billion'],
    ],
    [
      ['英伟达三季度营收 570 亿美元', '英伟达第三季度营收 570 亿美元，超预期'],
      ['英伟达二季度营收 467 亿美元'],
    ],
    [
      ['微信上线语音转文字', '微信推出语音转文字功能'],
      ['微信上线折叠群聊', '微信推出折叠群聊功能'],
    ],
    [
      ['xAI 发布 Grok 5', 'xAI releases Grok 5'],
      ['xAI 发布 Grok 5 Fast', 'xAI launches Grok 5 Fast'],
    ],
    [
      ['大疆发布 Mavic 5', 'DJI launches Mavic 5'],
      ['大疆发布 Mavic 5 Pro', 'DJI launches Mavic 5 Pro'],
    ],
    [
      ['高通发布骁龙 8 Gen 6', 'Qualcomm launches Snapdragon 8 Gen 6'],
      ['高通发布骁龙 8s Gen 6', 'Qualcomm launches Snapdragon 8s Gen 6'],
    ],
    [
      ['韩国央行降息25个基点', 'Bank of Korea cuts rates by 25 basis points'],
      ['韩国央行加息25个基点', 'Bank of Korea raises rates by 25 basis points'],
    ],
  ])('%j and %j', (ones, others) => {
    const numbers = (texts: readonly string[], from: number) =>
      texts.map((_, index) => from + index).join(' ');
    const expected = [numbers(ones, 0), numbers(others, ones.length)].filter((ids) => ids.includes(' '));
    expect(together(...ones, ...others).sort()).toEqual(expected);
  });

  test.each([
    ['美联储降息25个基点', '美联储加息25个基点', '美联储降息50个基点'],
    ['美国禁止向中国出口 H20 芯片', '美国允许向中国出口 H20 芯片'],
    ['日本青森发生7.5级地震', '日本青森发生4.2级地震'],
    ['Magnitude 7.4 earthquake hits Philippines', 'Magnitude 5.2 earthquake hits Philippines'],
    ['台风桦加沙登陆广东阳江', '台风博罗依登陆广东阳江'],
    ['Typhoon Ragasa hits Guangdong coast', 'Typhoon Bualoi hits Guangdong coast'],
    ['星舰第 11 次试飞成功', '星舰第 12 次试飞成功'],
    ['Starship completes 11th test flight', 'Starship completes 12th test flight'],
    ['第 8 批国家药品集采落地', '第九批国家药品集采落地'],
    ['国足第 18 轮 0 比 1 负于印尼', '国足第 17 轮 0 比 1 负于印尼'],
    ['6.9-magnitude quake strikes Chile', '5.1-magnitude quake strikes Chile'],
    ['EU bans Russian gas imports', 'EU allows Russian gas imports'],
    ['Meta 从 OpenAI 挖走 3 名研究员', 'Meta 从苹果挖走 3 名研究员'],
    ['澳大利亚禁止未成年人使用社交媒体', '澳大利亚允许未成年人使用社交媒体'],
  ])('whatever nobody understood: %s', (...texts) => {
    expect(together(...texts)).toEqual([]);
  });

  test('however many tell of either', () => {
    const texts = Array.from(
      { length: 600 },
      (_, i) => `OpenAI 发布 GPT-6${['', ' mini', ' Pro'][i % 3]}，第${i % 7}条`,
    );
    expect(joinEvents(texts.map(post)).map(({ postCount }) => postCount)).toEqual([200, 200, 200]);
  });
});

describe('what is told otherwise is one story', () => {
  test.each([
    ['OpenAI 发布 GPT-6，太强了', 'OpenAI 发布 GPT-6 和 Sora 3，太强了'],
    ['OpenAI 发布 GPT-6 mini 和 nano，价格更低', 'OpenAI 发布 GPT-6 nano，价格更低'],
    ['华为发布 Mate 90 系列', '华为正式发布 Mate 90 系列手机'],
    ['谷歌上线 Gemini 4 Pro，开发者可用', '谷歌上线 Gemini 4 Pro Preview，开发者可用'],
    ['英伟达第三财季营收 570.1 亿美元', 'Nvidia Q3 revenue hits $57 billion'],
    ['欧盟对谷歌罚款 29.5 亿欧元', '谷歌被欧盟罚款 29.5 亿欧元，此前一次罚了 43 亿欧元'],
    ['日本青森发生7.5级地震', '日本青森7.6级地震'],
    ['台风桦加沙登陆广东阳江', '台风“桦加沙”在广东阳江登陆', '台风桦加沙今日登陆广东'],
    ['星舰第 11 次试飞成功', '星舰第十一次试飞成功'],
    ['Meta 不允许你在 Threads 上屏蔽其 AI 账号', 'Meta won’t let you block its AI account on Threads'],
    ['DeepSeek 发布 V4，API 同步上线', 'DeepSeek 发布 DeepSeek-V4，API 同步上线'],
    ['阿里发布Qwen4', '阿里发布通义千问4'],
    ['苹果任命John Ternus为CEO，即日生效', '苹果任命约翰·特努斯为CEO，即日生效'],
    ['小米任命王晓雁为副总裁', '小米任命王晓燕为副总裁'],
    ['Tian得知Peyz去T1被震惊到', 'Tian得知Pezy去T1被震惊到'],
    ['智谱完成5亿元融资', '智谱完成5亿元A轮融资'],
    ['Anthropic raises $30B Series G', 'Anthropic 完成300亿美元G轮融资'],
    ['Waymo launches robotaxi in London', 'Waymo launches robotaxi service in UK capital London'],
    [
      '科技巨头财报凸显人工智能领域的赢家与输家分化 - Yahoo Finance',
      '科技巨头财报凸显人工智能领域的赢家与输家分化 - Bloomberg.com',
    ],
    ['英伟达股价大涨 8%', 'Nvidia shares surge 8%'],
    ['英伟达股价大涨 8%，英特尔下跌', '英伟达股价飙升 8%'],
    ['苏莱曼加入微软', '微软任命苏莱曼为 AI 部门 CEO'],
    ['月之暗面完成 20 亿美元融资', 'Kimi 开发商月之暗面获 20 亿美元融资'],
    ['谷歌以 320 亿美元收购 Wiz', 'Wiz 被谷歌收购，作价 320 亿美元'],
    ['Alphabet 旗下谷歌 320 亿美元收购 Wiz', 'Google to buy Wiz for $32 billion'],
    ['微软与英伟达投资 Anthropic 150 亿美元', '英伟达投资 Anthropic 150 亿美元'],
    ['OpenAI 发布 GPT-6', 'GPT-6 发布'],
    ['Meta 收购 Manus', 'Manus 将被 Meta 收购'],
  ])('%s', (...texts) => {
    expect(together(...texts)).toEqual([texts.map((_, index) => index).join(' ')]);
  });

  test('in whatever order the posts come', () => {
    const posts = [
      '英伟达股价大跌 8%',
      '英伟达股价大涨 8%',
      'Nvidia shares rise 8%',
      '英伟达股价 8% 的波动',
      '月之暗面完成 20 亿美元融资',
      '智谱完成 20 亿美元融资',
      '又是 20 亿美元融资：月之暗面',
    ].map(post);
    const expected = joinEvents(posts);
    fc.assert(
      fc.property(fc.shuffledSubarray(posts, { minLength: posts.length }), (shuffled) => {
        expect(joinEvents(shuffled)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});
