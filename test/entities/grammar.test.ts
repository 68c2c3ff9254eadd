/** What the grammar of a sentence says of its events: each rule beside what it must leave alone. */
import { describe, expect, test } from 'vitest';
import { extractEvents } from '../../src/entities/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();

function told(text: string, postDay?: string): string[] {
  return extractEvents(text, tokenizer.segment(text), postDay === undefined ? {} : { postDay }).map(
    ({ type, modality, actor, object, partners }) =>
      [type, modality, actor?.canonical ?? actor?.text, object?.text, ...partners]
        .filter((part) => part !== undefined)
        .join(' '),
  );
}

describe('a deed is told of who does it', () => {
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
    [
      'whose outage it is',
      'Cloudflare outage takes down X, ChatGPT and Claude for hours',
      ['outage statement Cloudflare'],
    ],
    [
      'a probe has its kind',
      'FTC launches antitrust probe into Microsoft',
      ['regulation statement FTC Microsoft'],
    ],
    ['whom it reaches is not the one', 'OpenAI outage hits ChatGPT users', ['outage statement OpenAI']],
    [
      'who is hired stands behind the office that he had',
      'Meta hires Apple AI chief Ruoming Pang',
      ['personnel statement Meta Ruoming Pang'],
    ],
    [
      'and before the one that he gets',
      'UnitedHealth names Stephen Hemsley CEO as Andrew Witty steps down',
      ['personnel statement UnitedHealth Stephen Hemsley', 'personnel statement Andrew Witty'],
    ],
    [
      'a price needs no thing that has it',
      'Spotify raises prices for Premium subscribers in the US',
      ['price_change statement Spotify'],
    ],
    [
      'nor one that is said short',
      'Netflix raises subscription prices again',
      ['price_change statement Netflix subscription prices'],
    ],
    [
      'what is doubled is a price',
      'OpenAI doubles the price of GPT-5 API',
      ['price_change statement OpenAI GPT-5 API'],
    ],
    ['what is begun is done', 'Perplexity starts showing ads', ['monetization statement Perplexity']],
    ['whose breach it is', 'Discord breach leaks 70,000 government IDs', ['security statement Discord']],
    ['and none where no one has it', 'Security breach exposes Apple users', []],
    [
      'a purchase that is completed',
      'Salesforce completes acquisition of Informatica',
      ['acquisition statement Salesforce Informatica'],
    ],
    [
      'who retires leaves a company',
      'John Giannandrea retires from Apple',
      ['personnel statement John Giannandrea Apple'],
    ],
    ['and no sport', 'Roger Federer retires from tennis', []],
    [
      'who leads a ranking',
      'Gemini 3 Pro tops the LMArena leaderboard',
      ['benchmark statement Gemini 3 Pro LMArena'],
    ],
    ['of two in a row the second alone has not done it', '洪欣张丹峰道歉', []],
    ['nor has a company whose goods one sells', '村支书卖小米被投诉', []],
    ['a fund of a country is not the country', 'Saudi investment fund bought an 8.2% stake', []],
    [
      'who wants another to do it has not done it',
      'Google rivals want EU to investigate vacation rentals',
      [],
    ],
    ['a power cut is none of a company', 'Power outage hits Spain', []],
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

describe('an object ends where the next thing is told', () => {
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

describe('kinds and how they are meant', () => {
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

describe('a quarter without a year', () => {
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

test.each([
  ['Roblox shares plummet 18%', 'change'],
  ['特斯拉市值4天蒸发超5万亿元', 'market_cap'],
  ['货拉拉被罚20万', 'fine'],
  ['Fidelity National to buy FGL Holdings in a deal valued at $2.7 billion', 'acquisition'],
])('%s: %s', (text, role) => {
  expect(extractEvents(text, tokenizer.segment(text))[0]?.amounts[0]?.role).toBe(role);
});

describe('English headlines', () => {
  test.each<[string, string, string[]]>([
    ['a word of the language is no company', 'Revenue grew by 12 percent to $580 million', []],
    [
      'a company is',
      'Cerebras revenue grew by 12 percent to $580 million',
      ['usage_growth statement Cerebras revenue'],
    ],
    ['puts are not taken over', 'KKR buys 4450 January $60 puts', []],
    ['nor are funds by a central bank', 'The Fed Is Now Buying Investment Grade Bond ETFs', []],
    ['a company is', 'KKR buys Novaria Group for $60 million', ['acquisition statement KKR Novaria Group']],
    ['products that merge buy no one', 'Google merges Android and ChromeOS', []],
    ['a price at which a share closed is no funding', 'Nvidia closed at $10.71 on Friday', []],
    ['nor is a sale that is closed', 'JLL closes $15.15M sale of a retail building', []],
    ['a round is', 'Nvidia closes $15.15M round', ['funding statement Nvidia']],
    ['a trial is no product', 'Pfizer launches late-stage study', []],
    ['a vaccine is', 'Pfizer launches flu vaccine', ['release statement Pfizer flu vaccine']],
    ['what is done to a unit is not done to its owner', "Intel to merge with DuPont's nutrition unit", []],
    ['a sanction that is lifted is a noun', 'Treasury lifts Iran sanctions on COSCO', []],
    [
      'a name goes on behind its dot',
      'Estee Lauder to acquire shares of Dr. Jart it does not own',
      ['acquisition plan Estée Lauder shares of Dr. Jart'],
    ],
    [
      'what is to be done is a plan in several words too',
      'Apple to hike prices',
      ['price_change plan Apple prices'],
    ],
    [
      'what was paid for is done',
      "McDonald's is paying $26 million to settle a class action lawsuit",
      ["lawsuit statement McDonald's class action lawsuit"],
    ],
    [
      'something is brought to someone',
      'Tesla brings its robotaxi service to Dallas',
      ['release statement Tesla robotaxi service'],
    ],
    ['or it comes nowhere', 'Tesla is planning to bring the first section of a plant on stream', []],
    [
      'a stake is a stake in something',
      'BHP buys additional stake in SolGold for $22M',
      ['acquisition statement BHP additional stake in SolGold'],
    ],
    ['news of a thing is no thing', 'Kaspersky has released details on the malware', []],
    ['half a name is none', 'Owens & Minor shares gained about 3%', []],
    [
      'a price that is cut is no release',
      'Amazon to introduce a price cut for its cloud',
      ['price_change plan Amazon price cut'],
    ],
    ['who leaves a product leaves no office', 'Mark Zuckerberg Admits Half Of Users Have Left Threads', []],
    [
      'a man is not his government',
      'California Sues Trump Administration',
      ['lawsuit statement 加州 Trump Administration'],
    ],
    ['who looks into itself is no authority', 'Uber is investigating its workplace culture', []],
  ])('%s: %s', (_, text, events) => {
    expect(told(text)).toEqual(events);
  });

  test.each<[string, string, string[]]>([
    [
      'a sum that is sued over is no fine',
      'WeWork sues SoftBank over $3 billion tender offer',
      ['other=$3 billion'],
    ],
    ['a sum that is paid is', 'Apple agrees to pay iPhone owners $250M for failing on Siri', ['fine=$250M']],
    [
      'what it was before is no amount',
      'Nvidia revenue grew to $51 million from $37 million',
      ['revenue=$51 million'],
    ],
    [
      'the sum of another verb is not this one’s',
      'Anthropic takes $5B from Amazon and pledges $100B in cloud spending',
      ['investment=$100B'],
    ],
  ])('%s: %s', (_, text, amounts) => {
    const [event] = extractEvents(text, tokenizer.segment(text));
    expect(event?.amounts.map((amount) => `${amount.role}=${amount.text}`)).toEqual(amounts);
  });

  test('people laid off are counted, also where they are as many as a year', () => {
    const amounts = (text: string) =>
      extractEvents(text, tokenizer.segment(text))[0]?.amounts.map(({ role, text }) => `${role}=${text}`);
    expect(amounts('微软游戏部门宣布裁员1900人')).toEqual(['staff=1900']);
    expect(amounts('英伟达裁员3600人后股价跌8%')).toEqual(['staff=3600']);
  });

  test('a year that says which one is no date', () => {
    const date = (text: string) => extractEvents(text, tokenizer.segment(text))[0]?.date;
    expect(date('Intel and MediaTek partner on 5G laptops for 2021')).toBeUndefined();
    expect(date('苹果发布2023财年第二财季财报')).toBeUndefined();
    expect(date('苹果2023年发布新款平板')).toBe('2023');
  });
});

describe('steps of companies, courts and figures', () => {
  test.each<[string, string, string[]]>([
    ['what a round is called is no object', '阶跃星辰完成新一轮 10 亿元融资', ['funding statement StepFun']],
    ['users are counted without a number too', '豆包日活破亿', ['usage_growth statement Doubao 日活']],
    ['sales of a month are sales', '比亚迪6月销量破25万', ['usage_growth statement BYD 销量']],
    [
      'an exchange is where a share goes',
      '寒武纪登陆科创板，首日大涨 212%',
      ['funding statement Cambricon', 'stock_move statement Cambricon'],
    ],
    ['a hearing is a step to it', '优必选通过港交所聆讯', ['funding statement UBTECH']],
    ['what is attacked', 'B站遭网络攻击', ['security statement Bilibili']],
    ['what breaks down is said to suffer it', '支付宝遭大规模宕机', ['outage statement Alipay']],
    [
      'two are sued',
      'xAI sues Apple and OpenAI over App Store rankings',
      ['lawsuit statement xAI Apple and OpenAI'],
    ],
    [
      'a court needs no name',
      'US appeals court orders Google to open Android',
      ['lawsuit statement US appeals court Google'],
    ],
    ['whose tariffs they are is not judged', 'Court rules Trump tariffs are illegal', []],
    ['what is delayed is not out', 'Meta delays rollout of Llama 4', ['release negation Meta Llama 4']],
    [
      'a sum stands between a purchase and its name',
      'Adobe completes $20 billion acquisition of Figma',
      ['acquisition statement Adobe Figma'],
    ],
    [
      'or before it',
      'Cisco completes $28 billion Splunk acquisition',
      ['acquisition statement Cisco Splunk'],
    ],
    [
      'and before a stake',
      'SoftBank buys $2 billion stake in Intel',
      ['acquisition statement SoftBank stake in Intel'],
    ],
    ['sales fall', 'BMW sales fall 12% in China', ['usage_growth statement BMW sales']],
    [
      'and a share falls for its own',
      'GameStop plunges 15% after missing sales estimate',
      ['stock_move statement GameStop'],
    ],
    ['who is sued has not won', '京东诉阿里巴巴「二选一」案一审胜诉', []],
    ['a company makes no law', '国航出台退改方案', []],
    ['what is answered is hearsay', '阿里巴巴就裁员谣言报警', ['layoffs rumour Alibaba']],
    ['an apology is none', '空乘被曝歧视乘客，国泰航空致歉', ['quality_complaint statement Cathay Pacific']],
    ['and denies nothing', '日本航空就拒绝接待乘客道歉', ['quality_complaint statement Japan Airlines']],
    ['nor does what led to a fall', 'Switch2跳票致任天堂股价大跌', ['stock_move statement Nintendo']],
    ['what one is accused of follows', '抖音起诉腾讯涉嫌垄断', ['lawsuit statement Douyin 腾讯']],
    ['asked how to', '如何才能将手中的华为手机升级到鸿蒙 OS 2.0？', []],
    ['what came after it is told', '小鹏 G9 上线后大改车型配置', []],
    ['what runs on a system has another maker', '两款防水Android新机发布', ['release statement Android新机']],
  ])('%s: %s', (_, text, events) => {
    expect(told(text)).toEqual(events);
  });

  test.each<[string, string, string[]]>([
    ['of two moves each has its own', '道指收跌0.96% 纳指下滑1.26%', ['change=0.96%']],
    ['a price of one share is no funding', '保时捷以每股 82.5 欧元上市', ['price=82.5 欧元']],
    ['so many doses are no money', '墨西哥将采购3500万剂中国疫苗', ['other=3500万']],
    ['a range is no price', '比亚迪从2月开始涨价1000～7000元', []],
  ])('%s: %s', (_, text, amounts) => {
    const [event] = extractEvents(text, tokenizer.segment(text));
    expect(event?.amounts.map((amount) => `${amount.role}=${amount.text}`)).toEqual(amounts);
  });
});

describe('titles without marks', () => {
  test.each<[string, string, string[]]>([
    [
      'a space parts clauses where scripts are written together',
      '谷歌推出Chrome 李彦宏首次发声回应',
      ['release statement Google Chrome'],
    ],
    [
      'and not where they are not',
      '谷歌 推出 Chrome 浏览器插件商店',
      ['release statement Google Chrome 浏览器插件商店'],
    ],
    [
      'a fine stands apart from its verb',
      '欧盟对谷歌处以29.5亿欧元罚款',
      ['regulation statement European Union 谷歌'],
    ],
    [
      'to develop together is to work together',
      '传闻苹果将与谷歌合作开发新版Siri',
      ['partnership rumour Apple 谷歌'],
    ],
    ['no country is bought', '特朗普再提吞并加拿大', []],
    ['who is confessed to is not who is sued', '宋丹丹被告白害羞了', []],
    ['one without a name does it', '腾讯称有企业裁员', []],
    ['whose account is renamed is not', '华为EMUI微博更名HarmonyOS', []],
    ['an office that is renamed is', '杨紫工作室改名清水镇', ['restructuring statement 杨紫工作室 清水镇']],
    ['a medium that speaks of it has not failed', '人民日报评多人带货优思益翻车', []],
    ['what users did with it is no update', 'iPhone15升级iOS18后问题频发', []],
    ['what is done to a country it does not do', '俄罗斯被禁止参加东京奥运会', []],
    ['a university passes no judgement', '北大男友虐待案将宣判', []],
    [
      'what can be explained is one thing',
      '百度发布了80亿参数的可解释语言模型',
      ['release statement Baidu 80亿参数的可解释语言模型'],
    ],
    ['an analyst expects', '分析师：苹果明年发布游戏机', ['release rumour Apple 游戏机']],
    ['what is said to be made up is denied', '姚顺雨入职腾讯系谣言', ['personnel negation Yao Shunyu 腾讯']],
    [
      'what is the name’s is not the name',
      '阅文集团将收购腾讯动漫相关资产',
      ['acquisition plan China Literature 腾讯动漫相关资产'],
    ],
    ['nor is the share the whole', '安踏体育收购彪马公司29.06%股权', ['acquisition statement Anta 彪马公司']],
    [
      'a bond that is bought raises no money for the buyer',
      '中国6月继续增持美国债57亿美元',
      ['investment statement 中国 美国债'],
    ],
    ['an apology that is taken back is none', '周佑凌撤回道歉', []],
    ['one that is refused is denied', '特朗普拒绝道歉', ['quality_complaint negation Donald Trump']],
    ['letters that say of what kind do nothing', '无证诊所接诊HPV患者被罚', []],
    [
      'a goal is whole before the space',
      '上证所发布十年目标 3年内将完成37项任务',
      ['release statement 上证所 十年目标'],
    ],
    ['a share of takings is no growth', '国泰航空近七成营收来自中国', []],
    ['what for is not what was given', '孙颖莎捐赠驰援西藏', []],
    ['what is cut at a verb is not what was shown', '国防部发布巴黎被轰炸视频', []],
    ['who was not hired is denied', '清华大学称未聘请李云迪', ['personnel negation Tsinghua 李云迪']],
    ['what is called off did not happen', '万科中止筹划重组', ['restructuring negation Vanke']],
    ['a rumour that is answered is one', '零跑汽车回应被一汽收购10%传闻', ['acquisition rumour 零跑汽车']],
  ])('%s: %s', (_, text, events) => {
    expect(told(text)).toEqual(events);
  });
});
