import { describe, expect, it } from 'vitest';
import { foldCopies } from '../../src/corpus/index.js';

/** How many posts are left of two texts, in either order. */
function left(one: string, other: string): number {
  const engagement = { likes: 0, reposts: 0, replies: 0, views: 0 };
  const fold = (...texts: string[]): number =>
    foldCopies(texts.map((text, index) => ({ id: `${index}`, text, engagement, hasEngagement: false })))
      .length;
  const count = fold(one, other);
  expect(fold(other, one)).toBe(count);
  return count;
}

const pairsOf = (list: string): [string, string][] =>
  list.split(' ').map((pair) => pair.split('/') as [string, string]);

describe('posts stay apart', () => {
  it.each(
    pairsOf(
      '李伟/李强 王小明/王小红 王毅/王义 王建国/王建军 江苏省/江西省 海南/河南 印度/印尼 辽宁/济宁 苏州/杭州 华为/华硕 长安汽车/长城汽车 ' +
        '工商银行/农商银行 中石油/中石化 曼城/曼联 A公司/B公司 腾讯音乐/腾讯视频 中国移动/中国联通 马化腾/马云',
    ),
  )('if names differ that share a character: %s, %s', (one, other) => {
    const of = (name: string): string =>
      `记者今天从有关部门获悉，${name}已于昨日正式接受调查，目前案件正在进一步办理之中。`;
    expect(left(of(one), of(other))).toBe(2);
    const twice = (name: string): string => `${of(name)}${name}方面暂未回应，本报将继续关注此事的进展`;
    expect(left(twice(one), twice(other))).toBe(2);
  });

  it.each(
    pairsOf(
      'rose/fell climbed/slipped doubled/tripled soared/plunged jumped/dropped grew/shrank widened/narrowed bought/sold won/lost ' +
        'accepted/blocked rallied/tumbled expanded/contracted strengthened/weakened advanced/retreated surged/sank',
    ),
  )('if English words differ in more than an ending: %s, %s', (one, other) => {
    const of = (verb: string): string =>
      `Shares of the company ${verb} sharply on Monday after it reported quarterly earnings to investors`;
    expect(left(of(one), of(other))).toBe(2);
  });

  it.each(
    pairsOf(
      '入职/离职 开业/停业 起诉/被诉 复工/停工 解禁/封禁 开战/停战 流入/流出 顺差/逆差 同比/环比 宣战/休战 扩产/减产 上任/卸任 增资/减资 ' +
        '上市/退市 加息/降息 并购/分拆 结婚/离婚 停牌/复牌 支持/反对 参加/退出',
    ),
  )('if Chinese words of one character in common differ: %s, %s', (one, other) => {
    const of = (deed: string): string =>
      `据当地媒体报道，该公司于本周一正式宣布${deed}，相关情况仍在进一步了解之中。`;
    expect(left(of(one), of(other))).toBe(2);
  });

  it.each(['并非', '绝非', '难以', '部分', '未必', '不', '尚未', '基本'])(
    'if one says besides: %s',
    (word) => {
      const of = (denial: string): string =>
        `有关部门回应称该传闻${denial}属实，请广大网友不信谣不传谣，以官方通报为准`;
      expect(left(of(''), of(word))).toBe(2);
    },
  );

  it.each(
    pairsOf(
      '3亿元/3亿美元 3亿美元/3亿欧元 $3/€3 ¥300/$300 3k/3m 3kg/3mg 叁亿/伍亿 ①亿/②亿 廿亿/卅亿 Ⅲ亿/Ⅳ亿 过半/近半 首次/再次 10%/10‰ 5万/5亿',
    ),
  )('if numbers differ, however they are written: %s, %s', (one, other) => {
    const of = (sum: string): string =>
      `该公司今天宣布完成新一轮融资，金额为${sum}，由多家知名机构共同参与投资`;
    expect(left(of(one), of(other))).toBe(2);
  });

  it.each(
    pairsOf(
      '-5℃/5℃ -3.2亿元/3.2亿元 -0.5%/0.5% +5.2%/-5.2% −31.5度/31.5度 -300美元/300美元 -$0.14/$0.14 ≥95%/≤95% >95%/<95% ≧90/≦90 ±5%/5% 5%/5 ↑3.5%/↓3.5% ' +
        '▲_3.5%/▼_3.5% ▲_95,230.5/▼_95,230.5 ⬆\ufe0f5%/⬇\ufe0f5% 100+/100 10万+/10万 Mate_90_Pro/Mate_90_Pro+ Galaxy_S26/Galaxy_S26+ AA+/AA AA/AA- AA+/AA- A/A- A轮/A+轮 ' +
        'C#/C++ C#/C C++/C F#/F Disney+/Disney Apple_TV+/Apple_TV',
    ).map((pair) => pair.map((sign) => sign.replaceAll('_', ' '))),
  )('if signs of numbers or names differ: %s, %s', (one, other) => {
    const of = (sign: string): string => `据当地媒体今天报道，最新公布的结果为${sign}，与此前各方的预期一致`;
    expect(left(of(one), of(other))).toBe(2);
    expect(left(`结果为${one}`, `结果为${other}`)).toBe(2);
  });

  it.each([
    ['[上海]今天有大雨请注意防范', '[广州]今天有大雨请注意防范'],
    ['今天有大雨请注意防范[上海]', '今天有大雨请注意防范[广州]'],
    ['[macos]系统今天更新', '[ios]系统今天更新'],
  ])('if they are headed by other tags in brackets: %s, %s', (one, other) => {
    expect(left(one, other)).toBe(2);
  });

  it.each([
    ['外交部回应美国将对中国电动汽车加征关税', '美国将对中国电动汽车加征关税'],
    ['警方回应两女子穿和服跳舞惹众怒', '两女子穿和服跳舞惹众怒'],
    ['王浩1500米比赛晋级男子组决赛', '王浩1500米比赛晋级男子组半决赛'],
    ['本届中央委员会候补委员名单今日公布', '本届中央委员会委员名单今日公布'],
  ])('if one tells what is said of it, or another rank: %s', (one, other) => {
    expect(left(one, other)).toBe(2);
  });

  it('if the name that the post opens with differs', () => {
    expect(left('小米汽车回应车主投诉刹车失灵问题', '红米汽车回应车主投诉刹车失灵问题')).toBe(2);
  });
});

describe('posts in which two names change places', () => {
  it.each([
    ['甲骨文', '微软', (one: string, other: string) => `${one}超过${other}成为全球最大云服务商`],
    ['阿里巴巴', '腾讯', (one: string, other: string) => `${one}在与${other}的专利诉讼中胜诉获赔两亿元`],
    ['印度', '巴基斯坦', (one: string, other: string) => `${one}向${other}发射导弹造成多人伤亡`],
    ['沃尔沃', '吉利汽车', (one: string, other: string) => `${one}被${other}收购后销量大增超出预期`],
    [
      'Manchester City',
      'Liverpool',
      (one: string, other: string) => `${one} beat ${other} to go top of the Premier League`,
    ],
    [
      'Google',
      'Perplexity',
      (one: string, other: string) => `${one} sues ${other} over scraping of search results in federal court`,
    ],
    [
      'Russia',
      'Ukraine',
      (one: string, other: string) => `${one} accuses ${other} of breaking the ceasefire in the east`,
    ],
  ])('stay apart: %s, %s', (one, other, tell) => {
    expect(left(tell(one, other), tell(other, one))).toBe(2);
  });

  it.each([
    ['特朗普与普京将在阿拉斯加举行会谈讨论停火协议', '普京与特朗普将在阿拉斯加举行会谈讨论停火协议'],
    ['华为发布新手机，今天上午小米发布新汽车引发热议', '今天上午小米发布新汽车引发热议，华为发布新手机'],
    ['今天上午字节跳动宣布成立新的机器人部门', '字节跳动今天上午宣布成立新的机器人部门'],
  ])('are copies if they are of a list, or clauses do: %s', (one, other) => {
    expect(left(one, other)).toBe(1);
  });
});

const fact =
  '国家电网今日宣布投资一千亿元建设电网设备，分析师认为这一举措将会带动产业发展，相关公司股价应声上涨';

describe('copies are found', () => {
  it.each([
    [fact, `【快讯】${fact}`],
    [`快讯：${fact}`, `突发！${fact}`],
    [`财联社电，${fact}`, `新华社电，${fact}`],
    [fact, `${fact}（转）`],
    [fact, `${fact} #电网# #投资#`],
    [fact, `${fact}。来源：日报`],
    [fact, fact.replace('宣布', '刚刚宣布').replace('将会', '将')],
    [fact.replace('认为', '称'), fact.replace('认为', '表示，')],
    [
      'The centre announces that it has a plan worth $3 billion to buy new equipment for the grid this year, and that all is well',
      'The center announced that it has a plan worth $3 bln to buy new equipment for the grid this year, and that all is well',
    ],
  ])('in whatever they are dressed: %#', (one, other) => {
    expect(left(one, other)).toBe(1);
  });

  it.each([
    [
      '國家電網今日宣佈投資一千億元建設電網設備，分析師認為這一舉措將會帶動產業發展，相關公司股價應聲上漲',
      fact,
    ],
    [
      '蘋果發表新款手機，售價從六千元起跳，預購將於週五開始',
      '苹果发表新款手机，售价从六千元起跳，预购将于周五开始',
    ],
    ['颱風逼近，臺鐵宣布週末停駛部分班次', '台风逼近，台铁宣布周末停驶部分班次'],
  ])('in traditional characters: %#', (one, other) => {
    expect(left(one, other)).toBe(1);
  });

  it.each(
    pairsOf(
      '3310亿港元/3310_亿港元 7000万张/7000_万张 1.2万亿/1.2_万亿 3千人/3_千人 3.5%/3.5_% ３．５％/3.5% １，０００万/1,000万 iOS２６．１/iOS_26.1 ' +
        '￥128/¥128 ￡99/£99 _−3%/_-3% _－３％/_-3%',
    ).map((pair) => pair.map((number) => number.replaceAll('_', ' '))),
  )('in which a number is written otherwise: %s, %s', (one, other) => {
    expect(left(`涨到了${one}`, `涨到了${other}`)).toBe(1);
  });

  it.each(
    pairsOf(
      '歼-20/歼20 长征-5/长征5 工业-4.0/工业4.0 3-5倍/3—5倍 5万-10万元/5万—10万元 300亿元-500亿元/300亿元—500亿元 1月-3月/1月—3月 2025-11-30/2025—11—30 GPT-5/GPT5 ' +
        'iPhone+iPad/iPhone、iPad #PVC#价格/PVC价格 ▲1、降价/1、降价 进度->5%/进度→5% –3%/-3%',
    ),
  )('in which a hyphen or a sign says nothing: %s, %s', (one, other) => {
    expect(left(`报道：${one}`, `报道：${other}`)).toBe(1);
  });

  it.each(
    '[doge] [笑cry] [打call] [OK] [泪] [允悲] [doge][泪][泪] 😂 （via_36kr） _(via_The_Verge) _(via_reuters)'
      .split(' ')
      .map((tail) => tail.replaceAll('_', ' ')),
  )('with an emoticon or a credit: %s', (tail) => {
    expect(left('这家店的面真好吃', `这家店的面真好吃${tail}`)).toBe(1);
  });

  it.each([
    ['这家店的面真好吃', '这家店[笑cry]的面真好吃'],
    ['[泪][泪]', '[泪][泪] @someone'],
    ['这家店的面真好吃', 'QT @someone: 这家店的面真好吃'],
    [fact, `${fact} orz`],
    ['Café society in São Paulo', 'Café society in São Paulo'.normalize('NFD')],
    ['Beyoncé tours', 'Beyoncé tours'.normalize('NFD')],
    ['오늘 날씨가 좋네요', '오늘 날씨가 좋네요'.normalize('NFD')],
    ['がぎぐげごのニュース', 'がぎぐげごのニュース'.normalize('NFD')],
    ['ガギグのニュース', 'ｶﾞｷﾞｸﾞのﾆｭｰｽ'],
    ['OpenAI 发布新模型', '𝗢𝗽𝗲𝗻𝗔𝗜 发布新模型'],
    [`OpenAI：${fact}`, `𝗢𝗽𝗲𝗻𝗔𝗜：${fact}（转）`],
  ])('however it is dressed: %s, %s', (one, other) => {
    expect(left(one, other)).toBe(1);
  });

  it('but not of other emoticons alone', () => {
    expect(left('[哈哈]', '[怒]')).toBe(2);
    expect(left('[哈哈][泪]', '[哈哈][怒]')).toBe(2);
  });

  it.each([
    ' - BBC',
    ' - Bloomberg',
    ' - Yahoo Finance',
    ' - Los Angeles Times',
    ' - politico.eu',
    ' | The Verge',
    '_新浪财经_新浪网',
    '（BBC）',
    ' - 36氪',
  ])('with the name of an outlet at the end: %s', (tail) => {
    expect(left('美国与伊朗达成临时停火协议', `美国与伊朗达成临时停火协议${tail}`)).toBe(1);
  });

  it.each([
    '财联社2月25日电，',
    '新华社北京2月25日电 ',
    '新华社北京2月25日电（记者王雨）',
    'IT之家 2 月 25 日消息，',
    '格隆汇2月25日｜',
    '36氪获悉，',
    '据BBC报道，',
    '【36氪】',
    'BBC：',
  ])('with the outlet that reports in front: %s', (head) => {
    expect(left('美国与伊朗达成临时停火协议', `${head}美国与伊朗达成临时停火协议`)).toBe(1);
  });

  it.each([
    ['Liner Write - 专业写作指南', 'Liner Write'],
    ['Release notes for the model - Gemini', 'Release notes for the model'],
    ['BBC撤回报道，特朗普感谢大家的支持', '特朗普感谢大家的支持'],
  ])('but not what only looks like an outlet: %s', (one, other) => {
    expect(left(one, other)).toBe(2);
  });

  it.each([
    ' t.cn/A6abcde',
    't.cn/A6abcde',
    ' b23.tv/xYz12',
    ' weibo.com/123/Nabc',
    ' mp.weixin.qq.com/s/abc_-D',
    ' youtu.be/-abc',
    'pic.twitter.com/AbC',
  ])('with a link that has no scheme: %s', (link) => {
    expect(left('这家店的面真好吃', `这家店的面真好吃${link}`)).toBe(1);
    expect(
      left(
        'The noodles here are great',
        `The noodles here are great${link.startsWith('t') ? ' ' : ''}${link}`,
      ),
    ).toBe(1);
  });

  it.each([
    ['Node.js/Deno好用吗', 'Node.js好用吗'],
    ['t.cn/A6abcde', 't.cn/A6abcdf'],
  ])('but not of another link alone, or names with a slash: %s', (one, other) => {
    expect(left(one, other)).toBe(2);
  });

  it.each(['…', '...', '… t.cn/A6abc', '… https://t.co/abc', '…https://t.co/abc https://t.co/d'])(
    'where one was cut: %s',
    (end) => {
      expect(left(fact, fact.slice(0, 28) + end)).toBe(1);
    },
  );

  it('but not of two posts that begin alike where one was cut', () => {
    const engagement = { likes: 0, reposts: 0, replies: 0, views: 0 };
    const texts = [
      `${fact.slice(0, 28)}…`,
      fact,
      `${fact.slice(0, 28)}的消息引发热议，许多网友表示看不懂这次为什么又要花钱`,
    ];
    for (const order of [texts, [...texts].reverse()]) {
      const posts = order.map((text, index) => ({ id: `${index}`, text, engagement, hasEngagement: false }));
      expect(foldCopies(posts)).toHaveLength(3);
    }
  });
});
