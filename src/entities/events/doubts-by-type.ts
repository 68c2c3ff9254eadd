import type { NeedGroup, Trigger } from '../event-lexicon.js';
import type { Clause } from './clauses.js';
import { applies, type Doubt, type Scene } from './doubt.js';
import type { EventArgument, EventType } from './event.js';
import { asking } from './subjects.js';
import { holdsAmount, productLike, type Unit } from './unit.js';

const noGoods =
  /(?:\b(?:attacks?|strikes?|investigation|probe|lawsuits?|war|offensive|campaign|appeal|protests?|raids?|inquiry|stakes?|shares|directors?|board members?|employees|jobs|workers|exec(?:utive)?s|cooperation|partnership|collaboration|agreement)|攻击|袭击|攻势|走廊|口岸|边境|边界|国门|领空|打击|警报|预警|讣告|悼词|抗议|挑衅|帖子|推文|公开信|全员信|内部信|投资|融资|资金)$/iu;

/** What is begun, told or handed out, and no product. */
const noProduct =
  /\b(?:stud(?:y|ies)|trials?|offering|review|survey|tender|sales|revenues?|profits?|dividends?|buyback|guidance|forecast|appointment|departure|retirement|resignation|intervention|details|information|statement|truce|ceasefire|termination of .*|suspension of .*|withdrawal of .*)$/iu;

/** What is bought and sold on a market, and taken over by no one. */
const security =
  /^(?:puts?|calls?|options?|contracts?|futures|etfs?|bonds?|notes?|debt|loans?|securities|treasury|treasuries|mortgages?|bills|swaps?)$/u;

/** Figures of a business: what a sum is that is reached or exceeded. */
const takings =
  /^(?:revenues?|sales|profits?|income|earnings|turnover|arr|bookings|billings|run|run-rate|ebitda?|capitali[sz]ation|cap|valuation|value|valued|spending)$/u;

function isShowable({ category, text }: EventArgument): boolean {
  if (category !== undefined && ['model', 'product', 'hardware', 'name', 'technique'].includes(category))
    return true;
  return /(?:技术|功能|模型|机器人|芯片|产品|原型|系统|手机|眼镜|汽车|能力|AI|智能体|应用|方案|概念车)/u.test(
    text,
  );
}

/** True if what follows 泄露 in Chinese is nothing that is kept. */
function isTip({ units }: Clause, at: number): boolean {
  const rest = units.slice(at + 1);
  const said = rest.map(({ text }) => text).join('');
  if (
    rest.length === 0 ||
    rest.some(({ entity }) => entity !== undefined) ||
    !/^[\u3400-\u9fff]{2}/u.test(said)
  )
    return false;
  return !/(?:数据|信息|隐私|源码|源代码|代码|文件|密钥|密码|口令|参数|规格|图纸|渲染|外观|谍照|记录|漏洞|模型|邮件|资料|凭证|机密|细节|配置|照片|名单|内容|提示词)/u.test(
    said,
  );
}

/** Indexes of the economy and of money, which no one uses. */
const indicator = /^(?:[MＭ][012]|[CP]PI|PMI|GDP|LPR|MLF|N95|HPV)$/iu;

/** Where one appears, and what one takes part in, but does not work for. */
const stage =
  /(?:赛|杯|发布会|峰会|论坛|奥运会|亚运会|全运会|世锦赛|TMEA|[\u3400-\u9fff]站|选秀|世排|\d{3}|赛季|赛道|大满贯|综艺|节目|舞台|发生地|现场|故乡|国籍|跨年|晚会|春晚|音乐节|大秀|维密秀|首秀|预告|协议|协定|条约|公约|演唱会|晚宴|宴会|电影|新剧|新片|剧集|白宫|保安|排名|晚|^G\d|第[一二三四五六七八九十\d]+季|歌会|对决|盛典|盛会|庆典|典礼|巡演)$/u;

/** What a finding is of: 提出新框架 is research, 提出严正交涉 is not. */
const finding =
  /(?:方法|算法|模型|框架|架构|理论|技术|范式|机制|概念|指标|标准|定律|原理|猜想|假说|体系|基准|策略|训练|网络|方案|理念|测试|[A-Za-z]{2,})/u;

/** Who wins a match: 击败 and 夺冠 in what is played. */
function isContest({ phrase }: Trigger, { units }: Clause): boolean {
  if (/^(?:击败|力压|碾压|战胜|夺冠)$/u.test(phrase)) return true;
  return units.some(({ text }) => /冠军|夺冠|[金银铜奖]牌|大满贯|全满贯|[网足篮排棒]球$|[赛杯]$/u.test(text));
}

/** True if an amount stands right before. */
function isCounted({ units }: Clause, at: number): boolean {
  const before = units[at - 1];
  return before !== undefined && holdsAmount(before);
}

/** True if the one it happens to is the object of an earlier verb. */
function isOfOther({ draft, clause }: Scene): boolean {
  return /^(?:推翻|模仿|冒充|假冒|抄袭|辱骂|诋毁|抹黑|诽谤|造谣|偷拍|举报|诬告|骂|打|砍伤|殴打|蹭)$/u.test(
    clause.units[(draft.subject?.at ?? 0) - 1]?.text ?? '',
  );
}

function isPercent({ plain }: NeedGroup): boolean {
  return plain.includes('percent');
}

function hasMoney({ clause }: Scene): boolean {
  return clause.units.some(({ entity }) => entity?.category === 'money');
}

/** True of an object that stands behind the verb. */
function isBehind({ draft, clause, at }: Scene): boolean {
  return (draft.object?.start ?? 0) > (clause.units[at]?.start ?? 0);
}

/** What a business is, has or makes. */
function isBusiness(argument: EventArgument | undefined): boolean {
  const category = argument?.category;
  return (
    category !== undefined && ['company', 'product', 'model', 'hardware', 'organization'].includes(category)
  );
}

/** The clause up to what gives a reason behind the verb: hits $1 trillion on earnings. */
function ownWords({ clause: { units }, at }: Scene): readonly Unit[] {
  const end = units.findIndex(
    ({ lower }, index) => index > at && /^(?:on|after|amid|as|following)$/u.test(lower),
  );
  return end < 0 ? units : units.slice(0, end);
}

/** The unit before the trigger and the amounts in front of it: 接近 of 接近 20cm 涨停. */
function beforeAmounts({ units }: Clause, at: number): Unit | undefined {
  return units.slice(0, at).findLast((unit) => !holdsAmount(unit));
}

const almost = /^(?:几近|逼近|接近|濒临|险些|险)$/u;

/** The unit right behind the object, or behind the amounts that follow it. */
function follower({ draft, clause }: Scene, skipsAmounts = false): Unit | undefined {
  const { object } = draft;
  return object === undefined
    ? undefined
    : clause.units.find((unit) => unit.start >= object.end && !(skipsAmounts && holdsAmount(unit)));
}

/** 抹去年内所有涨幅: what was gained is lost. */
const recovered: Doubt = { phrase: /[涨跌]幅$/u, anywhere: /^(?:抹|抹去|抹平|回吐|收窄|收复|缩小)/u };

/** By the type of the event. */
const doubts: Partial<Record<EventType, readonly Doubt[]>> = {
  personnel: [
    // 腾讯副总裁担任联通董事: someone of it.
    { action: '就任', actorIs: ['company', 'product'] },
    // 刘忻出走十年归来: how long he was away. 被曝以辞职换和平: what he offers.
    {
      phrase: /^出走$/u,
      also: ({ clause, at }) => clause.units[at + 1]?.entity?.quantity?.type === 'duration',
    },
    { before: /^[曝称]以$/u },
    // 人没有退休概念.
    { next: /^概念$/u },
    // 骗退休老人: which ones.
    { phrase: /^退休$/u, isNameless: true, object: /^(?:骗|救|撞|打|劝)$/u },
    // 泽连斯基被要求离开: asked to.
    { lacks: 'actor', anywhere: asking },
    {
      action: '就任',
      object: /(?:嘉宾|评委|导师|主演|主持人?|裁判|mc)$/iu,
    },
    { phrase: /^(?:退出|离开|leave)$/u, isNameless: true },
    { action: '加入', isNameless: true },
    // 兰博基尼首席外饰设计加盟小米: someone of it.
    { phrase: /^加盟$/u, actorIs: ['company', 'product'] },
    // 会离开湖人吗: whom, is not told.
    { phrase: /^(?:退出|离开)$/u, lacks: 'object' },
    // 回应辞职发疯戏: a scene of a play. 招募练习生: who it is, has no name.
    // 高管大换血俞军离任.
    { action: '离职', object: /换血|变动|动荡|震荡|地震/u },
    { action: '离职', last: /(?:戏|剧|梗|文案|台词|片段)$/u },
    { phrase: /^招[募聘]/u, isNameless: true },
    // 美国退出北约, 支持乌克兰加入北约: a state has no office.
    { english: false, also: ({ clause, at }) => clause.units[at - 1]?.entity?.category === 'place' },
    // 退出 MAMA 舞台, 回归《复仇者联盟》, 退出巴黎协定: no office and no employer.
    { object: stage },
    { object: /《/u },
    // 签署加入欧盟的文件.
    { object: /(?:文件|申请书?|冠军)$/u },
    // Google 研究员跳槽 OpenAI: nor is a company the one.
    { phrase: /^(?:跳槽|出走)$/u, actorIs: ['company', 'product'] },
    // 微信群调侃领导被开除: nor is a thing.
    {
      action: '离职',
      actorIs: ['product', 'model', 'hardware'],
      object: /^(?:.*(?<!经理|总裁|总监|高管|团队|主管|负责人|[员人师长官家])|.*领导)$/u,
    },
    // 考虑加入北约: a state does.
    { object: /^(?:北约|欧盟|联合国|欧元区|世贸组织|世卫组织|上合组织|金砖.*)$/u },
    // 北美总经理因儿子辞职, 员工集体辞职: someone of a company, who is not told.
    { action: '离职', actorIs: ['company', 'product'], lacks: 'object' },
    {
      action: '离职',
      object: /员工$/u,
      isNameless: true,
      also: ({ draft }) => (draft.object?.text.length ?? 0) > 4,
    },
    // 重返白宫会谈, 连夜改名: a visit.
    { action: '加入', object: /(?:会谈|会议|谈判|访问|演讲)$/u },
    // 退出脸书: he uses it no more.
    { phrase: /^(?:退出|重返|回归)$/u, objectIs: ['product'] },
    { phrase: /^(?:leave|left|leav|quit)/u, objectIs: ['product', 'model', 'hardware'] },
    // Fed leaves rates unchanged; Trump leaves Beijing: a journey.
    { english: true, anywhere: /^unchanged$/u },
    {
      phrase: /^(?:leave|left|leav|离开)/u,
      also: ({ clause, at }) => clause.units.slice(at + 1).some(({ entity }) => entity?.category === 'place'),
    },
  ],
  restructuring: [
    // Uzi改名JackeyLove, GFriend重组回归, 《斗破苍穹》中云岚宗解散: players, bands and stories.
    {
      phrase: /^改名/u,
      isUnknown: true,
      actor: /^[A-Za-z]+$/u,
      also: ({ draft }) => !isBusiness(draft.object),
    },
    { action: '重组', isUnknown: true, anywhere: /^(?:回归|淘汰|出道)$/u },
    { action: '解散', isUnknown: true, actorIs: ['name'], actor: /^[\u3400-\u9fff]/u },
    // 华为EMUI微博更名: another than who stands before it is named anew.
    {
      action: '更名',
      also: ({ draft, clause, at }) =>
        !clause.units.slice(0, at).some(({ text }) => /[将把]$/u.test(text)) &&
        clause.units
          .slice(0, at)
          .some(
            ({ start, cues, entity }) =>
              start >= (draft.actor?.end ?? start + 1) && cues.size === 0 && entity === undefined,
          ),
    },
    // 改名为金拱门: the name is cut.
    { action: '更名', object: /^为/u },
    // Doinb转型DOTA2选手; THE9解散演唱会, INTO1解散倒数一百天: persons, and what is held for it.
    { action: '转型', object: /(?:选手|主播|演员|歌手|导演|教练|解说)$/u },
    { action: '解散', object: /^(?:演唱会|倒数|舞台|周年|倒计时)/u },
    // 曾志伟改名去掉三只羊: a person's own name.
    {
      action: '更名',
      actorIs: ['person'],
      also: ({ clause, at }) => !clause.units.slice(0, at).some(({ text }) => /[将把]$/u.test(text)),
    },
    // 周雨彤演重组姐弟: a family.
    { action: '重组', actorIs: ['person'], also: ({ draft }) => draft.object?.canonical === undefined },
    // 成立乌克兰联合特派团: cut.
    { action: '成立', objectIs: ['place'], also: (scene) => (follower(scene)?.triggers.length ?? 0) > 0 },
    // 项目成立 2.8 亿落地: a sum is founded by no one.
    { action: '成立', object: /^[\d.]+\s?[万亿]/u },
    // 称乌战败并入俄: said of a country.
    { action: '并入', actorIs: ['person', 'place'] },
  ],
  partnership: [
    // 肖战说和杨紫合作很愉快, BLG与EDG携手晋级: in a play or a match.
    {
      isUnknown: true,
      actorIs: ['person'],
      objectIs: ['person'],
      also: ({ clause }) => !clause.units.some(({ text }) => /协议|股权|合同|合资|公司/u.test(text)),
    },
    { phrase: /^(?:携手|联手)/u, behind: /^(?:晋级|出战|献唱|登台|出演|主演)/u },
    // ZICO和Jennie合作曲.
    { next: /^(?:曲|歌曲|单曲|舞台)/u },
    // 崔永熙与篮网队签约: one is employed.
    { phrase: /签约/u, isUnknown: true, actorIs: ['person'], objectIs: ['organization', 'name'] },
  ],
  // 治理涉企收费: what others take.
  monetization: [{ actorIs: ['organization', 'place'] }],
  research: [
    // 《前妻》攻克七年之痒: a show.
    { phrase: /^攻克$/u, actorIs: ['name'], isNameless: true },
    { english: true, also: ({ trigger }) => trigger.form === 'base' },
    // 首次实现年度盈利 is business; 游戏被破解 is broken into.
    { english: false, object: /(?:盈利|营收|收支平衡|扭亏)$/u },
    { phrase: /^破解$/u, also: (scene) => !isBehind(scene) },
    // 提出严正交涉, 提出治理加班文化: demanded, and not found.
    { phrase: /^提出/u, also: ({ draft }) => !finding.test(draft.object?.text ?? '') },
    // 财报将揭示, 在研究人员发现…后: of research one has to stand right beside the verb.
    {
      phrase: /^(?:揭示|发现|提出)/u,
      also: ({ draft, at }) => draft.subject !== undefined && draft.subject.at !== at - 1,
    },
  ],
  investment: [
    // 出售芯片 is trade, and so is 用 DeepSeek 直播卖出 3 亿元.
    { action: '减持', object: /(?:芯片|显卡|GPU|算力|产能|手机|汽车|服务器|产品|chips?)$|^(?:翻新|二手)/iu },
    { action: '减持', objectIs: ['hardware'] },
    {
      phrase: /^卖出$/u,
      also: ({ draft }) => draft.actor?.category !== 'company' && draft.actor?.category !== 'person',
    },
    // 出售白鲸给美国: what is sold is not told. Will sell you a robot: in a shop.
    { phrase: /^出售$/u, lacks: 'object' },
    { english: true, next: /^(?:you|your|me|him|her|them|us)$/u },
    // 窗户被砸: broken.
    { phrase: /^砸/u, lacks: 'actor' },
    // 押注特朗普: not with money. 对这一早期投资“深感自豪”: neither how much nor in what.
    { objectIs: ['person'], also: (scene) => !hasMoney(scene) },
    { isNameless: true, also: (scene) => !hasMoney(scene) },
    { object: /^[\d.]+\s?[万亿个]/u },
    // Sold $4.3 billion of bonds: money is borrowed, or traded.
    { english: true, action: '出售', lacks: 'object', behind: security },
    // 加码单日回购, 出售居留权: no stake.
    { object: /回购|居留权|国籍|绿卡|门票$/u },
    // 捐赠驰援西藏: what for.
    { action: '捐赠', object: /^(?:驰援|支援|援助|助力|支持)/u },
    { next: /^基金/u, isUnknown: true },
    // 落实投资于南京医药公司: in what, is not read.
    { next: /^于$/u, lacks: 'object', also: (scene) => !hasMoney(scene) },
  ],
  regulation: [
    // 收购菲利克斯获批准: what is approved is the whole deed, and not whom it is done to.
    {
      also: (scene) => {
        const start = scene.draft.object?.start ?? -1;
        const from = scene.clause.units.findIndex((unit) => unit.start === start);
        return from > 0 && !isBehind(scene) && (scene.clause.units[from - 1]?.triggers.length ?? 0) > 0;
      },
    },
    // 美国众议院敦促拜登立即辞职: asked for, and not ruled.
    {
      phrase: /^敦促$/u,
      object: /(?:辞职|道歉|退选|停火|撤军|下台|谈判)$|撤销|停止|取消|放弃|遵守|释放|尊重|履行|反省/u,
    },
    // 禁止 AI 用于监控, 调查特朗普遭枪击: what is forbidden or looked into is cut. 调查遭攻击事件 is whole.
    {
      also: (scene) =>
        (follower(scene, true)?.triggers.length ?? 0) > 0 &&
        isBehind(scene) &&
        scene.draft.object?.names.length !== 0,
    },
    {
      also: (scene) =>
        isBehind(scene) &&
        /^(?:用于|用来|被|在|对|将|把|让|用作|进入|参与|作为)$/u.test(follower(scene)?.text ?? ''),
    },
    {
      also: (scene) =>
        follower(scene)?.text === '遭' &&
        isBehind(scene) &&
        !/(?:事件|案|一事)$/u.test(scene.clause.units.at(-1)?.text ?? ''),
    },
    // 小米批准王嵋请辞: within the house.
    { phrase: /^批准/u, actorIs: ['company'], object: /(?:辞|辞职|离任|任命|退休|回购|分红|方案|议案)$/u },
    { phrase: /^批准/u, actorIs: ['person'], isUnknown: true },
    // 国航出台退改方案: a company makes no law. 立案 is done by the police, and not by the place.
    { phrase: /^(?:出台|印发|颁布)/u, actorIs: ['company', 'product'] },
    { phrase: /^立案/u, actorIs: ['place'] },
    // 苹果叫停收购Mistral: of its own, which the second verb tells.
    {
      phrase: /^叫停$/u,
      actorIs: ['company', 'product'],
      also: ({ clause, at }) => (clause.units[at + 1]?.triggers.length ?? 0) > 0,
    },
    // 公布制裁朝鲜措施, 回应出台鼓励早婚提案: the verb is part of what it is called.
    { phrase: /制裁|处罚/u, object: /(?:措施|决议|名单|方案|法案)$/u },
    { phrase: /^出台/u, object: /(?:提案|议案|建议)$/u },
    // 李佩霞被双开毛奇被调查: of the second, who is not known.
    {
      phrase: /^[被遭]/u,
      also: ({ draft, clause, at }) =>
        clause.units.slice((draft.subject?.at ?? at) + 1, at).some(({ text }) => /^[被遭]$/u.test(text)),
    },
    // 诋毁海信被罚: of the one who did it.
    { phrase: /^[被遭]/u, also: isOfOther },
    // 高通解禁芯片: it sells it again.
    { phrase: /^解禁$/u, actorIs: ['company', 'product'] },
    // 发布整改情况说明: a company puts its own house in order.
    { phrase: /^整改$/u, actorIs: ['company', 'product'] },
    // 陈景润获批基金: granted to him.
    { phrase: /^获批$/u, actorIs: ['person'] },
    // 不予立案: not done.
    { object: /(?:不予|不再|不得)$/u },
    // Uber investigates its culture: no authority.
    { phrase: /^调查/u, actorIs: ['company', 'product'] },
    { english: true, phrase: /^(?:investigat|prob)/u, actorIs: ['company', 'product'] },
    // 被罚红牌: in a match.
    { next: /^(?:红牌|黄牌|下场?|出场)$/u },
    // 金靖禁止谁再演: no one whom it binds.
    { phrase: /^禁止$/u, actorIs: ['person'], isUnknown: true },
    // 导弹对乌克兰实施打击: a state or an authority rules.
    {
      phrase: /^(?:实施|敦促)$/u,
      also: ({ draft }) => draft.actor?.category !== 'organization' && draft.actor?.category !== 'place',
    },
  ],
  benchmark: [
    // Beats Apple to smart glasses: it is the first.
    { english: true, phrase: /^beat/u, also: (scene) => follower(scene)?.lower === 'to' },
    // NBA 得分追平孙悦: who scores plays there.
    { actor: /^(?:[NC]BA|W?CBA|WNBA|NFL|MLB|NHL|ATP|WTA|UFC|LPL|LCK|KPL)$/iu },
    { phrase: /^追平/u, object: /^(?:[NC]BA|W?CBA)$|比分|[纪记]录$/u },
    // 热片“0时差”刷新: what is broken is not told.
    { phrase: /^刷新$/u, lacks: 'object' },
    { phrase: /^刷新$/u, isNameless: true, object: /^(?:行业|世界|历史|全国|新)?[纪记]录/u },
    { actorIs: ['benchmark'] },
    { actor: /[队军]$/u },
    // 清华大学夺得 CUBA 总冠军; BLG 击败 T1, 皇马夺得西超杯冠军: a match. What is measured is known by name.
    { actorIs: ['organization'], object: /冠军$/u },
    { english: false, isUnknown: true, also: ({ trigger, clause }) => isContest(trigger, clause) },
    // Gala评分超越Gumayusi, Jackeylove刷新LPL亚军纪录: players.
    {
      action: '超越',
      english: false,
      isUnknown: true,
      actor: /^[A-Za-z]+$/u,
      also: ({ draft }) => !isBusiness(draft.object),
    },
    { phrase: /^刷新/u, isUnknown: true, actorIs: ['name'], object: /[纪记]录$/u },
    // 优于奈飞的报价: what is surpassed has a name, and is the thing itself.
    { action: '超越', also: ({ draft }) => draft.object?.canonical === undefined },
  ],
  funding: [
    // 滴滴 6 月 30 日纽交所上市: where.
    { action: 'IPO', actor: /交所|纳斯达克|^NYSE$|^Nasdaq$/u },
    // 三周募集 6.54 亿份: units of a fund.
    { also: ({ clause }) => clause.units.some(({ text }, at) => text === '份' && isCounted(clause, at)) },
    // 星舰7上市9.98万元起: a car is sold.
    { action: 'IPO', behind: /^(?:起|起售|售价|售)$/u },
    // 全新极氪009全球上市, 魏牌蓝山上市发布会: so is a model of it.
    { action: 'IPO', english: false, anywhere: /^(?:全新|新款|新车|轿车|车型|轿跑|SUV|MPV|发布会)$/u },
    // 唐骏筹备上市: a person is not listed.
    { action: 'IPO', actorIs: ['person'] },
    // Closed at $10.71, closes $15M sale of a building: a price, and what is paid to the seller.
    { english: true, phrase: /^close/u, next: /^(?:at|above|below|up|down|lower|higher|on)$/u },
    { english: true, action: '估值', object: /^(?:probably|soon|now|still|also)\b/u },
    {
      english: true,
      behind: /^(?:sale|acquisition|purchase|contracts?|orders?|loss|profit)$/u,
      action: '融资',
    },
  ],
  acquisition: [
    // Buys back up to $2 billion of debt.
    { english: true, next: /^back$/u },
    // Buys 4450 January $60 puts: on a market.
    { english: true, behind: security },
    // Merges Android and ChromeOS: products become one, and no one is bought.
    { english: true, action: '合并', objectIs: ['product', 'model', 'hardware', 'technique', 'concept'] },
    // 马刺买断阿尔德里奇: the contract of a player.
    { phrase: /^买断$/u, actorIs: ['organization', 'name'] },
    // 拿买断工龄的钱: one is paid off.
    { phrase: /^买断$/u, object: /^(?:工龄|制)/u },
    // 吞并加拿大: no company.
    { phrase: /^吞并$/u, objectIs: ['place'] },
    { phrase: /^吞并$/u, actorIs: ['person', 'place'] },
  ],
  // 解雇主帅: one who leaves. 被字节腾讯裁员: done to one.
  layoffs: [
    { next: /^(?:主帅|主教练|教练|队长)/u },
    { also: ({ draft, clause }) => clause.units[(draft.subject?.at ?? 0) - 1]?.text === '被' },
    { also: ({ clause, at }) => clause.units[at + 1]?.entity?.category === 'person' },
  ],
  // Cuts Claude Opus price is one; raises its price target and cuts jobs amid high prices are not.
  price_change: [
    // 高盛上调原油价格预期: what one expects.
    { object: /(?:预期|预测|展望)$/u },
    {
      english: true,
      also: ({ trigger, draft, clause }) =>
        trigger.needs.length > 0 &&
        (!/\bpric(?:e|es|ing)$/iu.test(draft.object?.text ?? '') ||
          clause.units.some(({ lower }) => /^(?:targets?|analysts?)$/u.test(lower))),
    },
  ],
  // 部署超过 5 吉瓦: a figure is not what is built.
  infrastructure: [
    { isNameless: true, object: /^(?:规模)?(?:超过|超|近|逾|约)/u },
    // 卢伟冰要买苹果手机, 采购无人机监控边境: a purchase of one's own, and what it is for.
    // 华为门店抢购: the buyers do.
    { phrase: /抢购/u, anywhere: /(?:门店|消费者|网友|民众|市民)$/u },
    { phrase: /抢购/u, actorIs: ['organization'] },
    { phrase: /买|抢购/u, actorIs: ['person', 'product', 'name'] },
    { action: '采购', object: /监控|^iPhone|股[份权票]$/u },
    // 拿军费去建设阿富汗: nothing that is built.
    { action: '建设', english: false, objectIs: ['place'] },
  ],
  usage_growth: [
    // Model 3降至24.59万: a price.
    { english: false, objectIs: ['product', 'model', 'hardware'] },
    // 梅尔胜率已跌至: the measure is cut.
    { also: (scene) => !isBehind(scene) && /^[率量额数]/u.test(follower(scene)?.text ?? '') },
    // 物流园阳性人员升至61人, 加息概率: no figure of the business.
    { object: /阳性|病例|感染|确诊|死亡|概率|可能性|几率/u },
    // 莲花楼豆瓣评分人数: of what is rated.
    { object: /^评分/u },
    // 近七成营收来自中国: a share of it.
    { next: /^(?:来自|占)/u },
    // M2 同比增长, 财新 PMI 升至 50.9: no one's growth.
    { actor: indicator },
    {
      object:
        /(?:PMI.*|GDP|CPI|PPI|经济|身高|体重|年龄|气温|人口|总人数|兵力|编制|状态|寿命|续航|席位|幅度|(?<![时成增])长|气候指数|(?<![占透换续货])有?效率)$/u,
    },
    { lacks: 'object', actorIs: ['organization'], also: ({ trigger }) => trigger.action !== '营收' },
    // 挣 7 个点净利润, 有没有可能达到: neither is what grows.
    { object: /^(?:[个只件万亿]|有没有|是否)/u },
    // 沪指 7 连阳逼近 3000 点: how an index went. 乌军收复 100 平方公里: nothing that grows.
    { actorIs: ['stock'], isNameless: true },
    { actor: /[军队]$/u },
    // GameStop plunges 15% after missing sales: its share.
    { english: true, lacks: 'object', also: ({ trigger }) => trigger.needs.some(isPercent) },
    // Visa stock can reach $200, hits $1 trillion: what it is that grows is not told.
    {
      english: true,
      also: (scene) => hasMoney(scene) && !ownWords(scene).some(({ lower }) => takings.test(lower)),
    },
    // Notes offering rises to $500M; gold hits 4-month high, reaches a $2 billion deal.
    { english: true, object: /(?:offering|notes|bonds|deal|stake)$/iu },
    {
      english: true,
      also: ({ clause, at }) =>
        clause.units
          .slice(at + 1, at + 7)
          .some(({ lower }) => /^(?:high|highs|low|lows|deal|agreement|close)$/u.test(lower)),
    },
    // “一本”招生高校: a word in quotation marks is no company.
    { actorIs: ['name'], actor: /^[^A-Za-z]*$/u, also: ({ trigger }) => trigger.action !== '营收' },
    // 总量突破 6.5 万星: the count of a repository.
    {
      also: ({ clause }) =>
        clause.units.some(
          ({ text, entity }, index) =>
            entity !== undefined &&
            /^[颗]?星(?:标)?$/u.test(clause.units[index + 1]?.text ?? '') &&
            /\d/u.test(text),
        ),
    },
  ],
  release: [
    // 发表声明, 发表新论文: words. In Taiwan 發表 iPhone 19 as well.
    {
      phrase: /发表了?$/u,
      also: ({ draft: { object } }) =>
        object?.category === undefined ||
        !productLike.has(object.category) ||
        !/[A-Za-z\d]/u.test(object.text),
    },
    // 台风登陆浙江.
    { phrase: /^登陆$/u, anywhere: /^(?:台风|飓风)/u },
    { phrase: /^登陆$/u, actorIs: ['organization', 'person', 'place'] },
    // Loop Capital upgrades Snap to Buy: a rating. Goldman adds Workday to conviction list; Ginsburg released from hospital.
    { english: true, action: '升级', objectIs: ['company', 'name'] },
    { english: true, action: '升级', behind: /^(?:buy|hold|overweight|outperform|neutral)$/u },
    { english: true, behind: /^(?:list|portfolio|hospital|prison|jail|custody)$/u },
    // Bring its first section on stream: something is brought to someone.
    {
      english: true,
      phrase: /^br(?:ing|ings|ought)$/u,
      also: ({ clause, at }) =>
        !clause.units.slice(at + 2).some(({ lower }) => /^(?:to|into|back)$/u.test(lower)),
    },
    // New vlog on ChatGPT released on my channel.
    { english: true, anywhere: /^(?:my|i|i'm|i’m|me|we|our)$/u },
    // 将在部分 Android 设备上推出: where, and not what.
    {
      english: false,
      object: /[上里内中]$/u,
      also: ({ draft, clause }) =>
        clause.units.some(({ text, start }) => /^[在于]$/u.test(text) && start < (draft.object?.start ?? 0)),
    },
    // 蔡徐坤 TikTok 更新: his account.
    {
      action: '升级',
      also: ({ draft, clause }) => clause.units[(draft.subject?.at ?? 0) - 1]?.entity?.category === 'person',
    },
    // 下线第 100 万辆整车: it is built. 公测主题曲: of what it has.
    { phrase: /^下线$/u, object: /[辆台架艘]|整车|新车/u },
    { phrase: /^下线$/u, anywhere: /^[辆台架艘]$/u },
    { phrase: /[公内]测$/u, object: /^(?:主题曲|预告|福利|活动|宣传|时间)/u },
    // 叶舒华时隔一年更新: persons post, and release nothing anew. 郭敬明上线好几次: he is online.
    { actorIs: ['person'], phrase: /^(?:更新|扩展)/u },
    { actorIs: ['person'], object: /次$/u },
    // 推朋友微信给别人: he passes it on.
    { actorIs: ['person'], phrase: /^推$/u },
    // Angelababy 亮相重阳节活动: someone shows up.
    {
      phrase: /^亮相$/u,
      objectIs: ['name'],
      last: /(?:活动|红毯|晚会|盛典|舞台|机场|现场|直播间|秀场|典礼)$/u,
    },
    { phrase: /^亮相$/u, object: /(?:节|展|会|赛|场|平台|舞台|街头)$/u },
    { phrase: /^亮相$/u, last: /(?:春运|春晚|阅兵式?|运动会|世界杯|奥运会)$/u },
    // 账号被卡无法上线: one is online.
    { object: /账[号户]$/u },
    // 鸿蒙升级设备数量破亿, 升级 iOS 系统后耗电快: a count, and what the users did.
    { phrase: /^(?:升级|更新)$/u, object: /[破过超][亿万千百]|宠粉$/u },
    { phrase: /^(?:升级|更新)$/u, also: (scene) => isBehind(scene) && follower(scene)?.text === '后' },
    // 更新兼容 iOS 16: what it can do now.
    { action: '升级', object: /^(?:兼容|适配|支持|修复|优化)/u },
    // 更新项目进展: told how it stands.
    {
      action: '升级',
      object: /(?:进展|动态|公告|状态|时间表|头衔|简介|介绍|头像|签名|近照|自拍|vlog|歌单)$/iu,
    },
    { lacks: 'actor', objectIs: ['person'] },
    // 新歌 MV 上线; Spring AI 2.0.0-M6 发布: the end of a version is no name.
    { lacks: 'actor', object: /^(?:[MP]V|[A-Z]{1,2}\d{1,2})$/u },
    { lacks: 'actor', isUnknown: true, object: /^[A-Za-z]{1,4}$/u },
    // Announces investment of a new location, launches a fierce attack, adds three directors, 展示华盛顿的木槌.
    { english: true, object: /^investment\b/iu },
    { object: noGoods },
    // 发布labubu购买新规, 发布纺织工业调整规划: cut at a verb within what is released.
    {
      english: false,
      last: /(?:规划|工作|新规|规定|计划|方案|办法|协议|规则|政策|标准|指南|公告|名单|大赛|措施|通报|报告|通知|通告|提示)$/u,
      also: (scene) =>
        isBehind(scene) &&
        ((follower(scene)?.triggers.length ?? 0) > 0 ||
          /^(?:测试|调整|管理|使用|运营|申请|购买|转移|转让|至|到)$/u.test(follower(scene)?.text ?? '')),
    },
    // 更新精彩内容上线, 公测惊现八大惊喜: what follows has a verb of its own.
    { english: false, object: /(?:曝光|流出|上线|来袭|登场|开测|启幕|降临|革新|站台|征名|削弱|大惊喜)$/u },
    { english: true, object: noProduct },
    { english: true, object: /^(?:additional )?stakes?\b|\bpatents?\b/iu },
    // 发布巴黎被轰炸视频: cut. 发布雷军拆车后装车视频: so it is where the clause ends with what is shown.
    { english: false, also: (scene) => isBehind(scene) && /^[被遭]$/u.test(follower(scene)?.text ?? '') },
    {
      english: false,
      last: /(?:视频|照片|海报|画面|影像|特辑)$/u,
      also: (scene) => isBehind(scene) && /^(?:后|时|前)/u.test(follower(scene)?.text ?? ''),
    },
    // 升级速率, 升级太多了: what becomes better, and no thing.
    {
      phrase: /^(?:升级|更新|扩展)$/u,
      isNameless: true,
      object:
        /^[\u3400-\u9fff]*(?<!功能|体系|系统|说明|保护|向导|平台|服务|界面|方案|产品|设备|机型|版|政策|规则|条款|能力|模式|工具|算法|价)$/u,
      also: (scene) => isBehind(scene) && scene.draft.actor?.category !== 'organization',
    },
    { phrase: /^(?:升级|更新)$/u, next: /^(?:速率|太|后)/u },
    // 内测热度升级: what follows is told of the test.
    {
      phrase: /^[公内封]测$/u,
      isUnknown: true,
      isNameless: true,
      object: /^[\u3400-\u9fff]+$/u,
      also: isBehind,
    },
    // 特朗普叫停接收移民: no product of his. 杨鸣关闭粉丝评论: on his account.
    { phrase: /^叫停$/u, actorIs: ['person'] },
    { action: '停用', actorIs: ['person'], object: /(?:评论|评论区|微博|账号|直播间|朋友圈|私信|弹幕)$/u },
    // 下架戴建峰作品, 下架视频: what others made.
    { phrase: /^下架$/u, object: /(?:视频|作品|文章|帖子|微博|声明)$/u },
    // 启动纽交所退市: no product.
    {
      action: '启动',
      object: /(?:退市|裁员|自查|整改|破产|清算|诉讼|索赔)$/u,
    },
    // 放行微信版本更新: of another's.
    { action: '升级', anywhere: /^放行$/u },
    // 原神角色演示: a noun before its name.
    { phrase: /^演示$/u, before: /^(?:角色|技能|玩法|实机|游戏)$/u },
    // 张惠妹揭晓奖项: who won.
    { phrase: /^揭晓$/u, actorIs: ['person'] },
    { action: '演示', also: ({ draft }) => draft.object !== undefined && !isShowable(draft.object) },
  ],
  outage: [
    { actorIs: ['organization', 'place', 'name'] },
    // 二手价格崩了: it is cheap. 暂停交易: halted on purpose.
    { before: /(?:价格?|股价|销量|业绩)$/u },
    { next: /^(?:交易|上市|营业|招聘)$/u },
    { phrase: /^暂停交易$/u, actorIs: ['company', 'stock', 'organization', 'place'] },
    // 召回工程师: people are called back.
    {
      action: '召回',
      object:
        /(?:工程师|员工|人员|大使|专家|队员|士兵|公民)$|\b(?:engineers?|workers?|employees?|staff|staffers|diplomats?|ambassadors?|envoys?|troops|soldiers|players?|lawmakers|parliament)\b/iu,
    },
    // Search went down by 50 %.
    {
      english: true,
      also: ({ clause }) => clause.units.some(({ entity }) => entity?.category === 'percent'),
    },
  ],
  coin_move: [recovered],
  stock_move: [
    recovered,
    // Asian shares rise: of no one. 农业走强, solar stocks plunge: a sector is no share.
    {
      english: true,
      actor: /^(?:global|world|asian?n?|european?|emerging|chinese|japanese|chip|tech|bank)$/iu,
    },
    { isUnknown: true, anywhere: /^(?:板块|概念股|行业|题材|stocks)$/u },
    // 盖茨基金会资产缩水, 苏州大学录取分数跌破: no shares.
    {
      actorIs: ['organization'],
      also: ({ clause }) => !clause.units.some(({ text }) => /^股[价票份]?$/u.test(text)),
    },
    // 豆瓣跌破 6 分: a mark.
    { behind: /^\d(?:\.\d)?\s?分$|^分$/u },
    // 逼近跌停: not quite.
    { also: ({ clause, at }) => almost.test(beforeAmounts(clause, at)?.text ?? '') },
    // 低开高走: it fell, and then rose.
    { next: /^(?:高走|低走|走高|走低|高$|低$)/u },
    {
      actorIs: ['name'],
      also: ({ draft }) =>
        !/(?:公司|集团|股份|科技|银行|控股|证券|电子|汽车|能源|医药|[A-Za-z])/u.test(draft.actor?.text ?? ''),
    },
  ],
  security: [
    // 巴黎仓库被盗: a thing was taken.
    {
      phrase: /盗/u,
      anywhere: /(?:仓库|门店|店铺|商店|车辆|汽车|珠宝|文物|现金|手机|豪宅|博物馆|展品|画作|墓)$/u,
    },
    { phrase: /盗/u, object: /^\d/u },
    // 发生尿液泄漏: what runs out is no secret.
    { phrase: /泄/u, object: /[液油气水氢氨]$/u },
    // 称系微信账号被盗: of the one who says so.
    {
      phrase: /盗/u,
      object: /^(?:账[号户]|号)$/u,
      also: ({ draft, clause }) =>
        clause.units
          .slice(0, Math.max(0, draft.subject?.at ?? 0))
          .some(({ text }) => /^[称系]|[称系]$/u.test(text)),
    },
    // 玩黑暗之魂被入侵: in a game.
    {
      also: ({ draft, clause }) =>
        /^(?:玩|打|刷|用)$/u.test(clause.units[(draft.subject?.at ?? 0) - 1]?.text ?? ''),
    },
    // 核电站泄漏: no data. 泄露五一最该囤的机票: no secret, but a tip.
    { anywhere: /核电|一氧化碳|氨气|燃气|天然气|煤气|管道|原油|石油|污水|毒气|液氨/u },
    { phrase: /^泄/u, also: ({ clause, at }) => isTip(clause, at) },
    // 称「我是成都人」遭攻击: words, and no one.
    { isUnknown: true, actorIs: ['name'], actor: /^[\u3400-\u9fff]{4,}$/u },
  ],
  lawsuit: [
    // 女生解约 MCN 被索赔: of the one who breaks the contract.
    { english: false, lacks: 'actor', anywhere: /^解约$/u },
    // 撞上兰博基尼跑车被起诉: whose car it is, is not sued.
    {
      phrase: /^被/u,
      also: ({ draft, clause }) =>
        /^(?:上|撞上|撞|撞到|追尾|刮蹭|刮)$/u.test(clause.units[(draft.subject?.at ?? 0) - 1]?.text ?? ''),
    },
    // 上诉推翻拜登遭驳回, 模仿杨坤被起诉: nor is he whom another verb names.
    { phrase: /^被/u, also: isOfOther },
    { lacks: 'actor', also: isOfOther },
    // 起诉网友侵权案将开庭: the case is told of. 京东诉阿里案胜诉: who is sued stands behind the verb.
    { action: '起诉', object: /案$/u },
    {
      action: '诉讼结果',
      also: ({ draft, clause }) =>
        clause.units
          .slice(Math.max(0, (draft.subject?.at ?? 0) - 4), Math.max(0, draft.subject?.at ?? 0))
          .some(({ text }) => /^(?:诉|起诉|状告|控告)$/u.test(text)),
    },
    // Doinb与Ning和解, 《扫黑风暴》董耀认罪: players and parts of a play.
    { phrase: /^(?:和解|认罪)$/u, isUnknown: true, actorIs: ['name'], actor: /[a-z\u3400-\u9fff]/u },
    // 被写入判决: a text.
    { action: '判决', before: /^写入$/u },
    // 愿意和特朗普和解: they make it up, and settle no case.
    {
      phrase: /和解/u,
      actorIs: ['person'],
      also: (scene) =>
        !hasMoney(scene) && !scene.clause.units.some(({ text }) => /(?:诉讼|官司|案)$/u.test(text)),
    },
    // Pence dismisses the idea; 法院判他败诉: who judges neither wins nor loses.
    { english: true, next: /^(?:idea|ideas|claims?|rumou?rs?|reports?|concerns?|fears?)$/u },
    { action: '诉讼结果', actor: /法院$/u },
    // 胜诉暴露了时差: another verb follows.
    {
      action: '诉讼结果',
      english: false,
      also: (scene) => scene.draft.object !== undefined && isBehind(scene),
    },
    // 因「藐视国会」被判处: what for.
    { action: '判决', english: false, lacks: 'actor', objectIs: ['name'] },
    // 北大…宣判: no court.
    { action: '判决', english: false, actorIs: ['organization'], actor: /^(?:(?!法|院|庭|检|委|部).)*$/u },
    { action: '判决', english: false, actor: /(?:大学|学院)$/u },
    // OpenAI 总裁认罪: he does it, and not the company.
    { action: '诉讼结果', actorIs: ['company'], anywhere: /(?:总裁|ceo|创始人|高管|董事长)$/u },
    { action: '诉讼结果', actorIs: ['organization'], anywhere: /(?:主席|会长|主任|局长|校长|院长)$/u },
    { action: '起诉', object: /诉讼$|^[\d.]+[万亿]/u },
    { object: /(?:侵权|公司案|违法|违宪|抄袭|诽谤|细节|始末|内幕)$/u },
  ],
  quality_complaint: [
    // 卖小米被投诉, 刘暖曦视频号被投诉: of the one who does it or whose it is.
    {
      also: ({ draft, clause, trigger }) => {
        const before = clause.units[(draft.subject?.at ?? 0) - 1];
        if (before === undefined) return false;
        if (trigger.action === '致歉') return /[向给]$/u.test(before.text);
        return (
          before.entity?.category === 'person' ||
          /^(?:卖|买|吃|喝|用|穿|开|坐|骑|偷|学|模仿|举)$/u.test(before.text)
        );
      },
    },
    { actorIs: ['name'] },
    // 邓伦发致歉声明: he issues it.
    { actorIs: ['person'], isUnknown: true, actor: /^.{2,3}发$/u },
    { actorIs: ['person'], also: ({ trigger }) => trigger.action !== '致歉' },
    { isUnknown: true, also: ({ trigger }) => trigger.action !== '致歉' },
  ],
};

/** True if what was drafted is no event of its type. */
export function isNoneOfItsType(scene: Scene): boolean {
  const { draft, trigger } = scene;
  return doubts[draft.type ?? trigger.type]?.some((doubt) => applies(doubt, scene)) === true;
}
