import type { Trigger } from '../event-lexicon.js';
import { actorArgument, argumentOf, entityArgument } from './arguments.js';
import { type Draft, isMove } from './draft.js';
import type { EventArgument, EventType } from './event.js';
import { asking, notItself, type Subject } from './subjects.js';
import { holdsAmount, productLike, type Unit } from './unit.js';

/** Words of time that belong to the deed and not to the thing. */
const timeWord =
  /^(?:[今昨明][日天晚早]|下周[一二三四五六日]?|下月|下个月|(?:今|明)年底?|月底|去年|本月|本周|年内|年底|上半年|下半年|近期|即日起|今起|今秋|今冬|今夏|今春)$/u;

/** Verbs that say of a bare name and a figure nothing sure. */
const bareGrowth = /^(?:破|超过|突破|达|达到|逼近|增加|增至|升至|降至|跌至)$/u;

function countsUsers(units: readonly Unit[], at: number): boolean {
  return units.slice(at + 1, at + 4).some(({ text }) => /(?:用户|下载|人|次|订阅|星标?)$/u.test(text));
}

/** Spans of time in which something was counted. */
export const period =
  /^(?:第[一二三四]|前[一二三]季度?|年内|[一二三四五六七八九十]+点半?|年报|中报|季报|半年报|年度|母公司|[一二三四五六七八九十]{1,2}月|第?[一二三四]季度?|第?[一二三四]财季|财季|[\d第一二三四]*财年|财年|上半年|下半年|全年|半年|首周|首日|首月|单季|单月|前?[一二三四五六七八九十\d]+(?:个月|天|日))$/u;

/** Words of manner that are no part of a thing. */
const manner =
  /^(?:却|反而|反倒|再出|马上|陷入|报告|同比|环比|为什么|为何|为啥|怎么|缺货|全线|出|范围|官宣|接力|全系|首轮|二次|罕见|小幅|大幅|节后|秒|也|发|发出|全球范围|多地|内网|官网|微博|朋友圈|直播|出现|发生|遭遇|是否|再次出现|能否|能|敢|全部|免费|确认|连续|[一二两三四五六七八九十几\d]+(?:天|年|次|月|周|轮|度)|急|平均|初步|提前|意外|突然|内部|首次|发文|公开|官方|凌晨|连夜|深夜|紧急|郑重|向全体|正式|再|又|或|若|已|仍|没|未|不|实现|不|录得|频繁|集中|抗议|集体|连续|全部|全员|轮番|再度|再次|大规模|大面积|全球|相继|陆续|持续|疑似|又双叒叕?)$/u;

/** What happens to the subject itself: 某服务宕机, GPT-6 上线, 英伟达股价大跌. */
export function theme(
  text: string,
  units: readonly Unit[],
  at: number,
  trigger: Trigger,
  subject: Subject | undefined,
): Draft | undefined {
  if (subject === undefined) return undefined;
  const between =
    subject.at < 0
      ? []
      : units.slice(subject.at + 1, at).filter((unit) => !unit.cues.has('light') && !holdsAmount(unit));
  // 威胁哈佛道歉, 要求供应商降价: who is asked to has not done it, nor has who asks.
  const asked = units[subject.at - 1];
  if (asked !== undefined && (asking.test(asked.lower) || /^(?:威胁|判赔|赔偿|赔)$/u.test(asked.text)))
    return undefined;
  // 要求导演刘信达道歉.
  const title = /^(?:导演|演员|歌手|主播|博主|老板|总统|总理|经理|作者|编剧)$/u.test(asked?.text ?? '');
  if (title && asking.test(units[subject.at - 2]?.lower ?? '')) return undefined;
  if (between.some(({ lower }) => asking.test(lower))) return undefined;
  // 人民日报评优思益翻车: who speaks of it.
  if (
    between.some(({ text: word }) => /^(?:评(?![测选级分])|锐评|点评|批(?![发次量])|怒批|揭露)/u.test(word))
  )
    return undefined;
  // 周佑凌撤回道歉, 回复 vava 道歉, 有空道歉: not the deed itself, or another's.
  if (trigger.action === '致歉' && isSpeakingOf(between)) return undefined;
  if (isMove(trigger.type)) return moved(text, units, at, trigger, subject, between);
  if (trigger.type === 'release' || trigger.type === 'open_source' || trigger.type === 'price_change') {
    const company = trigger.type === 'price_change' && subject.entity.category === 'company';
    return company ? repriced(text, subject, between) : released(text, units, at, subject, between);
  }
  // 修复故障: mended, and not broken.
  if (
    ['outage', 'security', 'quality_complaint'].includes(trigger.type) &&
    [...between, ...units.slice(at + 1, at + 2)].some(({ text: word }) =>
      /^(?:修复|解决|恢复|排查|应对|避免|防止|防范|检测|模拟|遏制)/u.test(word),
    )
  )
    return undefined;
  // 胖东来红内裤当事人道歉: someone else it happens to.
  const reached = units.slice(Math.max(0, subject.at + 1), at);
  if (notItself.test(between.at(-1)?.lower ?? '') && !reached.some((unit) => unit.cues.has('prep')))
    return undefined;
  const rest = reached.some(
    (unit) =>
      (unit.cues.has('prep') && !unit.cues.has('coordination')) ||
      unit.cues.has('cause') ||
      unit.cues.has('rumour') ||
      unit.triggers.length > 0 ||
      /^(?:却|反而)$/u.test(unit.text),
  )
    ? undefined
    : argumentOf(
        text,
        between.filter(
          (unit) => !manner.test(unit.text) && !unit.cues.has('speech') && !unit.cues.has('negation'),
        ),
      );
  const actor = actorArgument(text, units, subject.at, subject.entity);
  return {
    actor,
    ...(rest === undefined ||
    hasVerb.test(rest.text) ||
    rest.start < actor.end ||
    (rest.category === 'place' && trigger.action === '召回') ||
    (text.charAt(rest.start - 1) === '新' &&
      between.some((unit) => unit.start === rest.start && unit.text.length === 1)) ||
    timeWord.test(rest.text) ||
    period.test(rest.text) ||
    /^(?:网游|手游|游戏|新作|汽车|科技|集团|体育|电器|食品)$/u.test(rest.text) ||
    isReason(trigger, rest) ||
    rest.text.length > 24 ||
    rest.text.length < 2 ||
    /^(?:[a-z等的及和与才刚仅请邀找]|涉嫌|因)|[前后时中]$/u.test(rest.text)
      ? {}
      : { object: rest }),
    partners: [],
    sureness: subject.sureness * 0.95,
    subject,
  };
}

/** 客机发生起落架故障: what happens within what stands before the verb. */
const hasVerb = /.(?:发生|出现|遭遇|突发)/u;

const notSorry =
  /^(?:回复|回怼|撤回|拥抱|欠|有空|没空|等|等待|接受|收到|索要|需要|原谅|感谢|反对|质疑|晒|晒出|曝光|公布)$/u;

/** True if another verb stands there before what the apology is for. */
function isSpeakingOf(between: readonly Unit[]): boolean {
  const verb = between.findIndex(({ text }) => notSorry.test(text));
  return verb >= 0 && !between.slice(0, verb).some(({ cues }) => cues.has('prep') || cues.has('cause'));
}

/** Who of a company it is, or who of a show: 百度副总裁道歉, 演唱会举办方被罚. */
const someone =
  /(?:董事长|总裁|CEO|总经理|经理|书记|高管|HR|创始人|负责人|主任|主席|代表|[会社校院局部厅处店队市县镇村]长|教练|[营办品作行]方|[营行供]商|公司|政府|当局|官方|门店|账号)/u;

/** 偷税被罚, 因逃兵役道歉: before a fine or an apology stands what for. */
export function isReason({ action, phrase }: Trigger, rest: EventArgument): boolean {
  const isBlamed = action === '致歉' || (/罚|立案|起诉/u.test(phrase) && rest.names.length === 0);
  return isBlamed && !someone.test(rest.text);
}

const sold =
  /(?:手机|电脑|液晶|液晶电视|电视|彩电|笔记本|本本|单反|相机|显示器|硬盘|套装|套机|平板|耳机|手表|新车|车型|机票|门票|产品|酒|金条|饰品)$/u;

/** 6 月销量: the sales, and not the monthly ones. */
function ofMonth(text: string, metric: EventArgument | undefined): EventArgument | undefined {
  if (metric === undefined || !/^月[销产订营收活均新]/u.test(metric.text)) return metric;
  if (
    !/[\d首上本当单一二三四五六七八九十]\s?$/u.test(text.slice(Math.max(0, metric.start - 2), metric.start))
  )
    return metric;
  return { ...metric, text: metric.text.slice(1), start: metric.start + 1 };
}

/** A figure, a share or a price goes up or down: 英伟达股价大跌, 月活突破 1 亿. `between`: what parts it from the verb. */
function moved(
  text: string,
  units: readonly Unit[],
  at: number,
  trigger: Trigger,
  subject: Subject,
  between: readonly Unit[],
): Draft | undefined {
  const plain =
    between.every((unit) => unit.triggers.length === 0) &&
    units
      .slice(Math.max(0, subject.at + 1), at)
      .every((unit) => !unit.cues.has('prep') || unit.cues.has('coordination'));
  // 发售两天销量, 首次付费后月活: what stands before a span of time only says since when.
  const since = units.findLastIndex(
    (unit, index) => index > subject.at && index < at && (holdsAmount(unit) || /后$/u.test(unit.text)),
  );
  const counted = between.filter(
    (unit) =>
      !manner.test(unit.text) &&
      !period.test(unit.text) &&
      !/^['’]?s$/u.test(unit.lower) &&
      (since < 0 || unit.start > (units[since]?.start ?? 0)),
  );
  const measured = plain ? ofMonth(text, argumentOf(text, counted)) : undefined;
  const isOwn = measured !== undefined && measured.start < subject.entity.end && subject.at >= 0;
  const isCut = measured !== undefined && (measured.text.length < 2 || /^[^《]*》/u.test(measured.text));
  const metric = isOwn || isCut ? undefined : measured;
  if (
    trigger.type === 'stock_move' &&
    !['company', 'stock', 'coin', 'name', 'organization'].includes(subject.entity.category)
  )
    return undefined;
  // This charger drops to $6: in English what falls is the share itself or its price.
  if (
    trigger.type === 'stock_move' &&
    trigger.english &&
    !between.every(({ lower }) => /^(?:shares?|stocks?|prices?|inc\.?|corp\.?|group|'s|’s|s)$/u.test(lower))
  )
    return undefined;
  // 五角大楼爆炸图引美股下跌: the market. 售价跌破 40 万: of a thing.
  if (
    trigger.type === 'stock_move' &&
    between.some(({ text: word }) =>
      /^(?:美股|港股|A股|股市|大盘|股指|油价|金价|起?售价|单价|均价|房价|票价|裸车价)$/u.test(word),
    )
  )
    return undefined;
  // 苹果手机跌破 3000: the price of a thing.
  if (trigger.type === 'stock_move' && between.some(({ text: word }) => sold.test(word))) return undefined;
  // 在保持性能的同时将轮次减少了: of what, is not said before the verb.
  if (trigger.type === 'usage_growth' && units.some(({ text: word }) => word === '同时')) return undefined;
  // 小米汽车概念股大涨, 超 3500 股下跌: others fall and rise.
  if (
    trigger.type === 'stock_move' &&
    units.slice(0, at).some(({ text: word }) => /^(?:概念股|概念|只|股)$/u.test(word))
  )
    return undefined;
  // 套餐降至 2388 元 is a price; 占去年营收近 90%: a share.
  if (trigger.type === 'usage_growth' && units.slice(0, at).some(({ text: word }) => word === '占'))
    return undefined;
  if (
    trigger.type === 'usage_growth' &&
    subject.entity.category !== 'coin' &&
    bareGrowth.test(trigger.phrase) &&
    /[元币刀]/u.test(units[at + 1]?.entity?.text ?? '') &&
    !/(?:收入|营收|利润|净利|销售额|市值|估值|成交额|ARR|GMV)$/iu.test(metric?.text ?? '')
  )
    return undefined;
  // 新增超过 30 款插件 grows nothing, and a model's size is no growth of use.
  if (trigger.type === 'usage_growth' && !trigger.english && subject.entity.category !== 'coin') {
    // 耐克裁员 2%，超过 1600 人: a figure of the clause before.
    if (
      metric === undefined &&
      bareGrowth.test(trigger.phrase) &&
      (subject.at < 0 || !countsUsers(units, at))
    )
      return undefined;
    if (
      metric !== undefined &&
      /(?:参数量?|上下文|窗口|价格?|售价|得分|分数|准确率|重量|投资额?|成本|支出|债务?|亏损|水平|能力|表现|性能|速度|违约|股市|市场|预估|力争|门槛|倍率|比例|计费|权重|难度|要求)$/u.test(
        metric.text,
      )
    )
      return undefined;
  }
  return {
    actor: entityArgument(subject.entity),
    ...(metric === undefined || metric.text.length > 24 ? {} : { object: metric }),
    partners: [],
    sureness: subject.sureness,
    subject,
    type: movedType(subject, trigger, metric),
  };
}

/** 道指攀升超过 200 点: of a share and of an index it is the price that climbs. */
function movedType({ entity }: Subject, { type }: Trigger, metric: EventArgument | undefined): EventType {
  if (entity.category === 'coin') return 'coin_move';
  return entity.category === 'stock' && metric === undefined ? 'stock_move' : type;
}

/** A company changes the price of what stands between it and the verb: 苹果对 iPad 全线涨价. */
function repriced(text: string, subject: Subject, between: readonly Unit[]): Draft {
  // 对 iPad 全线涨价: the goods stand behind the preposition.
  const governs = between.findLastIndex((unit) => unit.cues.has('prep') && !unit.cues.has('coordination'));
  const said = between.findLastIndex((unit) => unit.cues.has('speech') || unit.entity?.category === 'date');
  // 因销量不济涨价: why, and not what.
  const isWhy = /^(?:因|因为|由于|随着|受|在)$/u.test(between[governs]?.text ?? '');
  const goods = isWhy
    ? undefined
    : argumentOf(
        text,
        between
          .slice(Math.max(said, governs) + 1)
          .filter((unit) => unit.text !== '起' && !manner.test(unit.text)),
      );
  return {
    actor: entityArgument(subject.entity),
    ...(goods === undefined ||
    goods.text.length < 2 ||
    goods.category === 'place' ||
    goods.category === 'company' ||
    period.test(goods.text) ||
    /^(?:品牌|公司|集团|官方|门店|[最至][高多少])$|^等|式$/u.test(goods.text) ||
    goods.text.length > 24 ||
    text.charAt(goods.start - 1) === '在' ||
    between.some((unit) => unit.triggers.length > 0)
      ? {}
      : { object: goods }),
    partners: [],
    sureness: subject.sureness * 0.9,
    subject,
  };
}

/** A thing comes out: GPT-6 上线. A company itself is not released: 谷歌 正式发布 without an object says nothing. */
function released(
  text: string,
  units: readonly Unit[],
  at: number,
  subject: Subject,
  between: readonly Unit[],
): Draft | undefined {
  const { entity } = subject;
  if (!productLike.has(entity.category)) return undefined;
  if (entity.category === 'name' && subject.sureness < 0.8) return undefined;
  if (between.length > 3) return undefined;
  // 小红书宣布组织升级: what is announced is what stands behind.
  const said = between.findIndex(({ text: word }) => /宣布$/u.test(word));
  if (said >= 0 && said < between.length - 1) return undefined;
  // ChatGPT 近期发布更新: what was released is the update.
  if (between.some((unit) => unit.triggers.length > 0 || unit.cues.has('speech'))) return undefined;
  // ChatGPT 安卓 APP 上线: the first of a run of names is what it is about.
  let opener = subject.at;
  while (opener > 0 && isThing(units[opener - 1])) opener--;
  const first = units[opener]?.entity ?? entity;
  const whole: Subject = { ...subject, at: opener, entity: first };
  const maker = isFirstOf(units, opener) ? undefined : ownerOf(units, whole);
  const owner = announcerOf(units, opener, maker) ?? maker;
  return {
    ...(owner === undefined ? {} : { actor: owner }),
    object:
      titled(argumentOf(text, units.slice(opener, lastOf(units, placeOf(units, subject.at, at))))) ??
      entityArgument(entity),
    partners: [],
    sureness: subject.sureness * 0.9,
    subject,
  };
}

const system = /^(?:Android|安卓|Windows|Linux|鸿蒙|Wear\s?OS)/iu;
const runsOnAnother =
  /^(?:新机|手机|智能手机|智能机|平板|平板电脑|机型|设备|电脑|笔记本|掌机|手表|眼镜|游戏|应用)$/u;

/** 《铁血丹心》5月27公测: the title, without the day behind it. */
function titled(object: EventArgument | undefined): EventArgument | undefined {
  const title = /^《[^》]*》(?=\s?\d+\s?[月日])/u.exec(object?.text ?? '')?.[0];
  return object === undefined || title === undefined
    ? object
    : { ...object, text: title, end: object.start + title.length };
}

/** 国内首个 ChatGPT 检测器, Sora 级视频大模型: named after it, and not by its maker. */
function isFirstOf(units: readonly Unit[], at: number): boolean {
  const next = units[at + 1];
  if (next === undefined || next.entity !== undefined || next.triggers.length > 0) return false;
  if (/^[级类式]/u.test(next.text)) return true;
  // Android 新机: what runs it has another maker.
  if (runsOnAnother.test(next.text) && system.test(units[at]?.text ?? '')) return true;
  return /^(?:首个|首款|首|国内|国产|国人)$/u.test(units[at - 1]?.text ?? '') && next.cues.size === 0;
}

const adverbial =
  /^(?:现已|现|已|已经|时隔|迎来|重大|获|获得|再次|进行|无缝|短暂|今秋|今冬|今夏|is|was|are|were|has|have)$/u;

/** GPT-5.5 已在 API 中上线: the thing ends where the place begins. */
function placeOf(units: readonly Unit[], from: number, end: number): number {
  const place = units.findIndex(
    (unit, at) =>
      at > from &&
      at < end &&
      ((unit.cues.has('prep') && !unit.cues.has('coordination')) ||
        (unit.entity === undefined && unit.cues.has('speech')) ||
        (unit.cues.has('plan') && unit.text !== '计划') ||
        adverbial.test(unit.lower)),
  );
  return place < 0 ? end : place;
}

function isThing(unit: Unit | undefined): boolean {
  return unit?.entity !== undefined && ['model', 'product', 'hardware'].includes(unit.entity.category);
}

/** One past the last unit before `at` that is no light word: the end of the noun phrase before a verb. */
function lastOf(units: readonly Unit[], at: number): number {
  let end = at;
  while (
    end > 0 &&
    (units[end - 1]?.cues.has('light') === true ||
      ['negation', 'rumour', 'plan', 'hypothetical'].some((cue) => units[end - 1]?.cues.has(cue) === true) ||
      /^(?:很快|于|在)$/u.test(units[end - 1]?.text ?? '') ||
      units[end - 1]?.entity?.category === 'date' ||
      /^(?:起|大规模|迟迟|同步|中外|全球|全网|小幅|最早|最快|最晚|率先|正式|全面|[一二两三四五半\d]+年|[上中下]旬|月[初中底]|为啥|为什么|为何|怎么|史诗级?|重磅|强制|被迫|震撼|惊艳|惊喜|隆重|盛大|高调|意外|强势|霸气|首度|正式|突然|火爆|马上|首发|是否|大+)$/u.test(
        units[end - 1]?.text ?? '',
      ) ||
      timeWord.test(units[end - 1]?.text ?? ''))
  )
    end--;
  return end;
}

const decides = /^(?:(?:正式)?宣布|暂停|取消|停止|终止|叫停|恢复|推迟|暂缓|重启)$/u;

/** OpenCode 宣布 Qwen 3.6 免费开放, 百度暂停文心一言收费: who announces it of another's thing or puts it off does it. */
export function announcerOf(
  units: readonly Unit[],
  thing: number,
  maker?: EventArgument,
): EventArgument | undefined {
  const said = units[thing - 1];
  const entity = units.slice(0, thing - 1).findLast((unit) => !unit.cues.has('light'))?.entity;
  if (said === undefined || !decides.test(said.text)) return undefined;
  if (entity === undefined || !['company', 'organization', 'product'].includes(entity.category))
    return undefined;
  return entity.category === 'product' && entity.term?.maker === maker?.canonical
    ? undefined
    : entityArgument(entity);
}

/** Who made the thing that a theme names: the company before it, or the dictionary's maker. */
function ownerOf(units: readonly Unit[], subject: Subject): EventArgument | undefined {
  const before = units[subject.at - 1]?.entity;
  if (before !== undefined && (before.category === 'company' || before.category === 'organization')) {
    return entityArgument(before);
  }
  const maker = subject.entity.term?.maker;
  if (maker === undefined) return undefined;
  const { text, start, end } = subject.entity;
  return { text, canonical: maker, names: [maker], category: 'company', start, end };
}
