import { argumentOf, canBeTheme, entityArgument, isNamed, notItself, type Subject } from './arguments.js';
import type { Unit } from './clauses.js';
import { type Draft, holdsAmount, isMove, isSubstantial } from './draft.js';
import type { EventArgument, EventType } from './event.js';
import type { Trigger } from './lexicon.js';

/** Events whose object is one who has a name: what follows it is told besides. */
const shortObjects = new Set<EventType>(['acquisition', 'investment', 'lawsuit', 'benchmark']);
/** Events of which an amount ends the phrase. */
const countedTypes = new Set<EventType>(['layoffs', 'funding', 'investment', 'acquisition']);
/** Words of time that belong to the deed and not to the thing. */
const timeWord =
  /^(?:下周[一二三四五六日]?|下月|下个月|明年|今年|本月|本周|年内|年底|上半年|下半年|近期|即日起|今起|今秋|今冬|今夏|今春)$/u;

/** The object up to its name: 机器人公司 ARI of 机器人公司 ARI 布局具身智能. */
export function shortened(units: readonly Unit[], object: EventArgument): EventArgument {
  const inside = units.filter(
    (unit) => unit.start >= object.start && unit.end <= object.end && isNamed(unit),
  );
  const head = inside.find((unit) => unit.entity !== undefined && canBeTheme(unit.entity.category));
  if (head?.entity === undefined || object.end - head.end <= 4 || head.start - object.start > 16)
    return object;
  // iPhone owners, Google’s Document API: the name alone is not what is meant.
  const follower = units.find((unit) => unit.start >= head.end);
  if (follower !== undefined && (notItself.test(follower.lower) || /^(?:'s|’s|s|的)$/u.test(follower.lower)))
    return object;
  const text = object.text.slice(0, head.end - object.start);
  // 博主“赛车星冰乐”: not without its closing mark.
  if (/[“「『《"][^”」』》"]*$/u.test(text)) return object;
  return text.endsWith(head.text) ? { ...entityArgument(head.entity), text, start: object.start } : object;
}

/** Somebody does something: the frames `act`, `act?` and `both` with an object. */
export function act(
  units: readonly Unit[],
  at: number,
  trigger: Trigger,
  subject: Subject,
  object: EventArgument | undefined,
  partners: readonly string[],
  required: boolean,
): Draft | undefined {
  const needsMoney = trigger.needs.some((group) => group.plain.some((need) => need.startsWith('money')));
  if (required && !needsMoney && (object === undefined || !isSubstantial(object))) return undefined;
  if (
    object !== undefined &&
    /(?:教程|指南|攻略|评测|测评|解析|指北|笔记|心得|体验分享|实践|分析|技巧|窍门|记录|经验|思路|原理|详解|入门|实战|手册)$/u.test(
      object.text,
    )
  )
    return undefined;
  // PS3 开源模拟器: before a bare noun it is an adjective.
  if (trigger.action === '开源' && !trigger.english && object !== undefined && object.names.length === 0) {
    if (!/^[\d一两二三四五六七八九十多全新首其]/u.test(object.text)) return undefined;
  }
  // 提出要求, 发布声明: words about words.
  if (
    object !== undefined &&
    /^(?:声明|公告|通告|通知|提醒|警告|回应)|(?:要求|质疑|批评|回应|异议|反诉|问题)$/u.test(object.text)
  )
    return undefined;
  // HexHub 发布一段时间后: how long ago is no object.
  if (
    object !== undefined &&
    /^(?:一段时间|[\d一两三半几]+\s?个?(?:天|周|月|年|小时|分钟))/u.test(object.text)
  )
    return undefined;
  // A product that comes to the market is no share.
  if (
    trigger.action === 'IPO' &&
    (/\d/u.test(subject.entity.text) || ['product', 'model', 'hardware'].includes(subject.entity.category))
  )
    return undefined;
  // 特斯拉 Model 2 明年上市: a car does.
  if (
    trigger.action === 'IPO' &&
    units
      .slice(Math.max(0, subject.at + 1), at)
      .some(({ text }) => /[A-Za-z].*\d|\d款|新车|手机|汽车|新品/u.test(text))
  )
    return undefined;
  // 发布 with nothing named in a long object is often no event of interest.
  const isCut = object !== undefined && 'isCut' in object && !needsMoney && !countedTypes.has(trigger.type);
  const named = object === undefined ? 0.92 : isCut ? 0.55 : object.names.length > 0 ? 1 : 0.85;
  const other =
    object?.names.every((name) => name === subject.entity.canonical) === true && object.names.length > 0;
  if (other && object?.canonical === subject.entity.canonical && object.text === subject.entity.text)
    return undefined;
  // 裁员 14% has its amount and no object.
  const counted =
    trigger.type === 'layoffs' && /^(?:[\d$€£¥近约超]|nearly|about|over|up to)/iu.test(object?.text ?? '');
  // 降价约 27 万: by how much.
  const isPriced = trigger.type === 'price_change' && /^[约近超]?\s?[\d$¥€]/u.test(object?.text ?? '');
  const keeps =
    object !== undefined && isSubstantial(object) && !counted && trigger.action !== '判决' && !isPriced;
  const whole =
    keeps && shortObjects.has(trigger.type) && trigger.action !== '登顶'
      ? shortened(units, object)
      : ownGoods(object, subject, trigger);
  return {
    actor: entityArgument(subject.entity),
    ...(keeps && whole !== undefined ? { object: whole } : {}),
    partners,
    sureness: subject.sureness * named * wordiness(units, at),
    subject,
  };
}

/** OpenAI 发布 Chrome 扩展 is no Chrome: what another makes is named in the object and is not the object. */
function ownGoods(
  object: EventArgument | undefined,
  subject: Subject,
  trigger: Trigger,
): EventArgument | undefined {
  if (object?.maker === undefined || (trigger.type !== 'release' && trigger.type !== 'open_source'))
    return object;
  const { canonical, term } = subject.entity;
  if ([canonical, term?.maker, term?.chinese].includes(object.maker)) return object;
  const { canonical: _, category: __, maker: ___, ...phrase } = object;
  return phrase;
}

/** Very long clauses without a mark are lists or prose in which the nearest name is often the wrong one. */
function wordiness(units: readonly Unit[], at: number): number {
  return units.length > 30 && at > 10 ? 0.8 : 1;
}

/** Verbs that say of a bare name and a figure nothing sure. */
const bareGrowth = /^(?:超过|突破|达|达到|逼近|增加|增至|升至|降至|跌至)$/u;

function countsUsers(units: readonly Unit[], at: number): boolean {
  return units.slice(at + 1, at + 4).some(({ text }) => /(?:用户|下载|人|次|订阅|星标?)$/u.test(text));
}

/** Words of manner that are no part of a thing. */
const manner =
  /^(?:实现|不|录得|频繁|集中|抗议|集体|连续|全部|全员|轮番|再度|再次|大规模|大面积|全球|相继|陆续|持续|疑似|又双叒叕?)$/u;

/** What happens to the subject itself: 某服务宕机, GPT-6 上线, 英伟达股价大跌. */
export function theme(
  text: string,
  units: readonly Unit[],
  at: number,
  trigger: Trigger,
  subject: Subject | undefined,
): Draft | undefined {
  if (subject === undefined) return undefined;
  const type: EventType =
    isMove(trigger.type) && subject.entity.category === 'coin' ? 'coin_move' : trigger.type;
  const between =
    subject.at < 0
      ? []
      : units.slice(subject.at + 1, at).filter((unit) => !unit.cues.has('light') && !holdsAmount(unit));
  if (isMove(trigger.type)) {
    const plain = between.every((unit) => !unit.cues.has('prep') && unit.triggers.length === 0);
    const measured = plain
      ? argumentOf(
          text,
          between.filter((unit) => !manner.test(unit.text)),
        )
      : undefined;
    const metric = measured !== undefined && measured.text.length < 2 ? undefined : measured;
    if (
      trigger.type === 'stock_move' &&
      !['company', 'stock', 'coin', 'name', 'organization'].includes(subject.entity.category)
    )
      return undefined;
    // 新增超过 30 款插件 grows nothing, and a model's size is no growth of use.
    if (trigger.type === 'usage_growth' && !trigger.english && subject.entity.category !== 'coin') {
      if (metric === undefined && bareGrowth.test(trigger.phrase) && !countsUsers(units, at))
        return undefined;
      if (
        metric !== undefined &&
        /(?:参数量?|上下文|窗口|价格?|售价|得分|分数|准确率|重量|投资额?|成本|支出|债务?|亏损|水平|能力|表现|性能|速度|违约|股市|市场|预估|力争)$/u.test(
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
      type,
    };
  }
  if (trigger.type === 'release' || trigger.type === 'open_source' || trigger.type === 'price_change') {
    const { entity } = subject;
    // The company itself is not released: 谷歌 正式发布 without an object says nothing.
    const ownGoods = trigger.type === 'price_change' && entity.category === 'company';
    if (ownGoods) {
      const said = between.findLastIndex(
        (unit) => unit.cues.has('speech') || unit.entity?.category === 'date',
      );
      const goods = argumentOf(
        text,
        between.slice(said + 1).filter((unit) => unit.text !== '起' && !manner.test(unit.text)),
      );
      return {
        actor: entityArgument(entity),
        ...(goods === undefined || goods.text.length > 24 ? {} : { object: goods }),
        partners: [],
        sureness: subject.sureness * 0.9,
        subject,
      };
    }
    if (!['model', 'product', 'name', 'hardware', 'dataset', 'benchmark'].includes(entity.category)) {
      return undefined;
    }
    if (entity.category === 'name' && subject.sureness < 0.8) return undefined;
    if (between.length > 3) return undefined;
    // ChatGPT 近期发布更新: what was released is the update.
    if (between.some((unit) => unit.triggers.length > 0 || unit.cues.has('speech'))) return undefined;
    // ChatGPT 安卓 APP 上线: the first of a run of names is what it is about.
    let opener = subject.at;
    while (opener > 0 && isThing(units[opener - 1])) opener--;
    const first = units[opener]?.entity ?? entity;
    const whole: Subject = { ...subject, at: opener, entity: first };
    const owner = ownerOf(units, whole);
    return {
      ...(owner === undefined ? {} : { actor: owner }),
      object:
        argumentOf(text, units.slice(opener, placeOf(units, subject.at, lastOf(units, at)))) ??
        entityArgument(entity),
      partners: [],
      sureness: subject.sureness * 0.9,
      subject,
    };
  }
  // 员工要求董事会辞职: who is asked to has not done it.
  if (trigger.type === 'personnel' && between.some(({ text }) => /^(?:要求|呼吁|敦促|迫使|逼)$/u.test(text)))
    return undefined;
  const rest = between.some(
    (unit) => unit.cues.has('prep') || unit.cues.has('cause') || unit.triggers.length > 0,
  )
    ? undefined
    : argumentOf(
        text,
        between.filter((unit) => !manner.test(unit.text)),
      );
  return {
    actor: entityArgument(subject.entity),
    ...(rest === undefined || rest.text.length > 24 || /^(?:[a-z等的及和与])|[前后时中]$/u.test(rest.text)
      ? {}
      : { object: rest }),
    partners: [],
    sureness: subject.sureness * 0.95,
    subject,
  };
}

const adverbial =
  /^(?:现已|现|已|已经|迎来|重大|获|获得|再次|进行|无缝|短暂|今秋|今冬|今夏|is|was|are|were|has|have)$/u;

/** GPT-5.5 已在 API 中上线: the thing ends where the place begins. */
function placeOf(units: readonly Unit[], from: number, end: number): number {
  const place = units.findIndex(
    (unit, at) =>
      at > from &&
      at < end &&
      ((unit.cues.has('prep') && !unit.cues.has('coordination')) || adverbial.test(unit.lower)),
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
      units[end - 1]?.entity?.category === 'date' ||
      timeWord.test(units[end - 1]?.text ?? ''))
  )
    end--;
  return end;
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
