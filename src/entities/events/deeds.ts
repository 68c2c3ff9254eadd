import type { Entity } from '../entity.js';
import type { Trigger } from '../event-lexicon.js';
import { actorArgument, entityArgument } from './arguments.js';
import { type Draft, isSubstantial } from './draft.js';
import type { EventArgument, EventType } from './event.js';
import { appointed, untitled } from './offices.js';
import { canBeTheme, notItself, type Subject } from './subjects.js';
import { isNamed, type Unit } from './unit.js';

/** Events whose object is one who has a name: what follows it is told besides. */
const shortObjects = new Set<EventType>(['acquisition', 'investment', 'lawsuit', 'benchmark']);
/** Events of which an amount ends the phrase. */
const countedTypes = new Set<EventType>(['layoffs', 'funding', 'investment', 'acquisition']);

/** Tops the LMArena leaderboard: LMArena. */
const isScoreboard = /^(?:leaderboard|scoreboard|ranking|benchmark|chart|charts|rankings|benchmarks)$/u;

/** The word right before a unit. */
function wordBefore(units: readonly Unit[], unit: Unit): string {
  return units[units.indexOf(unit) - 1]?.text ?? '';
}

/** The object up to its name: 机器人公司 ARI of 机器人公司 ARI 布局具身智能. */
export function shortened(units: readonly Unit[], object: EventArgument): EventArgument {
  const inside = units.filter(
    (unit) => unit.start >= object.start && unit.end <= object.end && isNamed(unit),
  );
  const themes = inside.filter(
    ({ entity }) => entity !== undefined && (canBeTheme(entity.category) || entity.category === 'benchmark'),
  );
  // HTML5 应用开发商 Sencha: the maker of it is meant.
  const maker = themes.find((unit) =>
    /(?:商|公司|企业|工作室|机构|品牌|平台|初创)$/u.test(wordBefore(units, unit)),
  );
  const head = maker ?? themes[0];
  const rest = head === undefined ? '' : object.text.slice(head.end - object.start);
  if (
    head?.entity === undefined ||
    (object.end - head.end <= 4 && !/^(?:交易|事宜|一案|协议)$/u.test(rest)) ||
    // 和解 Siri 偷听集体诉讼: the case.
    /(?:诉讼|官司|案)$/u.test(rest) ||
    head.start - object.start > (maker === undefined ? 16 : 24)
  )
    return object;
  // iPhone owners, Google’s Document API, CPAP software developer: the name alone is not what is meant.
  const follower = units.find((unit) => unit.start >= head.end);
  if (
    follower !== undefined &&
    (notItself.test(follower.lower) ||
      isRowOfNames(units, follower) ||
      isOfLongerName(units, head.entity, follower, object) ||
      /^(?:'s|’s|s|的|CEO|CFO|CTO|董事长|总裁|高管|股权|股份|股票|业务|部门|团队|资产|最|核心|全部|部分|旗下|子公司|等)$/u.test(
        follower.text,
      ) ||
      (follower.end <= object.end &&
        /^[a-z]{3,}$/u.test(follower.text) &&
        !isScoreboard.test(follower.text) &&
        !follower.cues.has('prep')))
  )
    return object;
  // 腾讯动漫相关资产: what is the name's, and not the name.
  if (/(?:资产|业务|子公司)$/u.test(object.text) && object.end - head.end <= 10) return object;
  const text = object.text.slice(0, head.end - object.start);
  // 博主“赛车星冰乐”: not without its closing mark.
  if (/[“「『《"][^”」』》"]*$/u.test(text)) return object;
  return text.endsWith(head.text) ? { ...entityArgument(head.entity), text, start: object.start } : object;
}

/** Dr. Jart+, Twitter应用Echofon: a name goes on, or another follows that says what is meant. */
function isOfLongerName(
  units: readonly Unit[],
  head: Entity,
  follower: Unit,
  object: EventArgument,
): boolean {
  if (/^(?:administration|campaign|organization|foundation|government|family)$/u.test(follower.lower))
    return true;
  if (!head.known && /^[A-Z]/u.test(head.text) && /^[A-Z]/u.test(follower.text) && follower.end <= object.end)
    return true;
  const next = units[units.indexOf(follower) + 1];
  return (
    /^(?:应用|软件|平台|网站|游戏|业务|服务|品牌|产品|子公司)$/u.test(follower.text) &&
    next !== undefined &&
    next.end <= object.end &&
    (isNamed(next) || /^[A-Z]/u.test(next.text))
  );
}

/** 击败 Claude、GPT-5.5 和 Gemini: all of them. */
function isRowOfNames(units: readonly Unit[], link: Unit): boolean {
  return /^(?:、|和|与|及|以及|and|&)$/u.test(link.lower) && isNamed(units[units.indexOf(link) + 1]);
}

const looksCorporate =
  /(?:公司|集团|股份|科技|银行|控股|证券|电子|能源|医药|生物|智能|网络|技术|[A-Za-z]{3,})$/u;

/** Somebody does something: the frames `act`, `act?` and `both` with an object. */
export function act(
  text: string,
  units: readonly Unit[],
  at: number,
  trigger: Trigger,
  subject: Subject,
  found: EventArgument | undefined,
  partners: readonly string[],
  required: boolean,
): Draft | undefined {
  // 估值 9000 亿美元: a sum is no object.
  const isSum =
    found !== undefined &&
    units.every(
      (unit) => unit.end <= found.start || unit.start >= found.end || unit.entity?.category === 'money',
    );
  const object = isSum ? undefined : found;
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
    /^(?:声明|公告|通告|通知|提醒|警告|回应|最新消息)|(?:要求|质疑|批评|回应|异议|反诉|问题|致辞|讲话)$/u.test(
      object.text,
    )
  )
    return undefined;
  // HexHub 发布一段时间后, 发布了这么久: how long ago is no object.
  if (
    object !== undefined &&
    /^(?:一段时间|这么|那么|多久|许久|好久|(?:仅|近|超|满|约|不足|不到|未满)?\s?[\d一两三半几]+\s?个?(?:天|周|月|年|小时|分钟))/u.test(
      object.text,
    )
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
      .some(({ text }) => /[A-Za-z]|\d款|新车|手机|汽车|新品|新作|月底/u.test(text))
  )
    return undefined;
  // 蔚来萤火虫上市, 比亚迪夏上市: a car again.
  const follower = units[subject.at + 1];
  if (
    trigger.action === 'IPO' &&
    follower !== undefined &&
    subject.at >= 0 &&
    subject.at + 1 < at &&
    follower.start === units[subject.at]?.end &&
    follower.cues.size === 0 &&
    follower.entity === undefined &&
    !/(?:集团|股份|科技|汽车|公司|正式|成功|再次|启动|申请|终于|首日|港股|美股|A股|双重|二次|登陆|拟|[A-Za-z])/u.test(
      follower.text,
    )
  )
    return undefined;
  // 全新电动 Ozone 上市, 智能机 Ozone 上市: what kind of product it is.
  if (
    trigger.action === 'IPO' &&
    subject.entity.category === 'name' &&
    units
      .slice(Math.max(0, subject.at - 2), Math.max(0, subject.at))
      .some(({ text: word }) =>
        /^(?:全新|新款|新一代|首款|[两三四]款|改款|电动|纯电|新车|轿车|SUV|.*手机|智能机|车型|.*车|平板|相机)$/u.test(
          word,
        ),
      )
  )
    return undefined;
  // 《血腥的好时光》上市: a work comes out.
  if (
    trigger.action === 'IPO' &&
    subject.entity.category === 'name' &&
    !looksCorporate.test(subject.entity.text)
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
    trigger.type === 'layoffs' &&
    (/^(?:[\d$€£¥近约超]|人数|nearly|about|over|up to)/iu.test(object?.text ?? '') ||
      !/(?:员工|人|岗位|部门|团队|职位|编制|staff|jobs?|employees?|workers?|workforce|roles|positions|people|team)/iu.test(
        object?.text ?? '',
      ));
  // 降价约 27 万: by how much.
  const isPriced =
    (trigger.type === 'price_change' &&
      /^(?:[约近超]?\s?[\d$¥€百千]|最高|至多|低至|可|再)/u.test(object?.text ?? '')) ||
    (trigger.type === 'investment' &&
      /^[约近超]?[\d一二两三四五六七八九十百千数]+\s?[百千万亿]/u.test(object?.text ?? ''));
  const keeps =
    object !== undefined &&
    isSubstantial(object) &&
    !counted &&
    trigger.action !== '判决' &&
    !isPriced &&
    // 完成新一轮 5 亿美元融资, raises another $400M: of a round only who pays is an object.
    !(trigger.type === 'funding' && object.names.length === 0);
  const whole =
    keeps && shortObjects.has(trigger.type) && trigger.action !== '登顶'
      ? shortened(units, object)
      : trigger.type === 'personnel' && trigger.english
        ? untitled(text, units, object)
        : trigger.action === '任命'
          ? appointed(object)
          : ownGoods(object, subject, trigger);
  return {
    actor: actorArgument(text, units, subject.at, subject.entity),
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
