import type { NeedGroup, Trigger } from '../event-lexicon.js';
import { isMoney } from './amounts.js';
import type { Clause } from './clauses.js';
import type { EventType } from './event.js';
import { nounAfter } from './phrases.js';
import { pairedWith } from './subjects.js';
import { holdsAmount, isNamed, isPlain, type Unit } from './unit.js';

/** What follows makes the trigger a noun and the subject of the rest: 更新 预计将在 6 月亮相. */
const subjectAfter =
  /^(?:预计|将|将在|将于|已|已经|正|或|或将|有望|会|可|被|遭|后|前|时|中|为|是|不|没|没有|让|使|令|带来|引发|意味着|成|成为|如何|怎么|为何|为什么|障碍|失败|谈判|需求|潮|计划|消息|生变|破裂|感到|深感|新|之|专家|人|人士|部门|负责人|大会|活动|类|级|型|问题|力|教程|记录|日志|方法|方式|思路|建议|经验|感受|包括|均|都|最晚|最迟|曝光|效果|价值|逻辑|本质|股东|巨头|条件|进程|首日.*|代码|项目|社区|生态|许可证|协议书|文件|路线|路线图|及|和|与|以及|、|显示|表明|收入|收益|回报|亏损|能否|是否|可否|会否|要点|速评|一览|汇总|盘点|解读|灵感|创始人|联合创始人|主席|总裁|首席|国|震惊|引爆|刷屏|存在|才|神曲|标志|标志着|期|上榜|入选|带火|走红)$/u;
/** What precedes makes it a noun or an attribute: 的 开源 项目, 通过 投资 获得. */
const verbNever =
  /^(?:的|与|以|对|向|跟|通过|用|靠|凭|因|因为|由于|关于|对于|基于|最|这波|本轮|此番|这次|此次|本次|这|那|该|每次|何时|首家|首位|首批|唯一|为了|使用|支持|所|一个|一次|一款|这款|有|属于|从|让|使|使得|令|判|被判|离|距|距离|为什么|如何|怎么)$/u;
const pronoun =
  /^(?:他|她|它|我|我们|你|你们|他们|她们|他的|我的|大家|i|we|you|they|he|she|it|i've|i’ve|i'm|i’m|who|that|people)$/u;

/** Between a subject and a verb: the deed is asked for, or is what something is good for. */
const notDone =
  /^(?:需|需要|无需|无须|不用|敢|不敢|舍不得|回忆|应|应该|应当|必须|不可|不得|禁止|严禁|允许|准许|避免|请求|申请|鼓励|号召|提议|反对|抵制|呼吁|建议|劝|敦促|有助于|帮助|协助|用于|用来|便于|方便|适合|提示|也能|庆祝|祝贺|再提|扬言|警惕|谨防|担心|担忧|害怕|反思|讨论|热议|谈|聊|教你|手把手)$/u;

/** Keeps a trigger out where it is a noun or opens a relative clause. */
export function isVerbHere(units: readonly Unit[], at: number, trigger: Trigger): boolean {
  const before = units[at - 1];
  if (before !== undefined && pronoun.test(before.lower)) return false;
  return trigger.english ? isEnglishVerb(units, at, trigger) : isChineseVerb(units, at, trigger);
}

/** What one may speak of without its being done. */
const isTopic = new Set<EventType>(['personnel', 'layoffs', 'regulation', 'lawsuit', 'release']);

function isChineseVerb(units: readonly Unit[], at: number, trigger: Trigger): boolean {
  const next = units[at + 1];
  const before = units[at - 1];
  if (before !== undefined && before.entity === undefined && verbNever.test(before.text)) return false;
  // 发布集成 256 个芯片的计算机: the second verb only says which one is meant.
  const isRelative = units.slice(at + 1, at + 12).some(({ text }) => text === '的');
  if (trigger.type === 'release' && (next?.triggers.length ?? 0) > 0 && !isRelative) return false;
  if (isRelative && before?.triggers.some(({ type }) => type === 'release') === true) return false;
  // 就加入欧盟同他通话, 就裁员谣言报警: what is spoken of.
  if (
    isTopic.has(trigger.type) &&
    before?.text === '就' &&
    next !== undefined &&
    !/^(?:传闻|传言|谣言)$/u.test(next.text) &&
    (isNamed(units[at - 2]) || units[at - 2]?.text === '已')
  )
    return false;
  // 管理层收购有利: a kind of it.
  if (
    trigger.action === '收购' &&
    /^(?:管理层|杠杆|有利|有助|利好)/u.test(
      `${before?.text === '管理层' || before?.text === '杠杆' ? before.text : (next?.text ?? '')}`,
    )
  )
    return false;
  // 开源发布 Hermes is told by its second verb; in 发布了开源 Agent 开源 is what kind of agent.
  if (trigger.type === 'open_source') {
    if (next?.triggers.some(({ type }) => type === 'release') === true) return false;
    if (isWhatKind(units, at)) return false;
    // 介绍小米开源推理模型: so it is behind one who speaks of it.
    const named = units.findLastIndex((unit, index) => index < at && isNamed(unit));
    if (/^(?:介绍|评测|实测|体验|试用|使用|解读|解析)$/u.test(units[named - 1]?.text ?? '')) return false;
    // 开源周第三天.
    if (next?.text.startsWith('周') === true) return false;
    // 开源模型 Gemma 4 或将发布: the kind of model that is released.
    if (
      /^(?:模型|大模型|项目|工具|框架|平台|版)$/u.test(next?.text ?? '') &&
      units.at(-1)?.triggers.some(({ type }) => type === 'release') === true
    )
      return false;
    if (
      /^(?:蝉联|问鼎|荣获|与|和|及|以及|、|款|个|首个|首款|其|该|多个|全球|最大|最强|采用|选择|做)$/u.test(
        before?.text ?? '',
      )
    )
      return false;
  }
  // 获得亿元战略投资: what one gets, and not what one does.
  if (
    trigger.type === 'investment' &&
    units
      .slice(0, at)
      .some(({ text }) => /^(?:引入|引进|吸引|迎来|获|获得|获得了|获得数|拿到|完成|完成了|接受)$/u.test(text))
  )
    return false;
  // 承认开发自动驾驶比想象更难: a judgement of it.
  if (
    (trigger.type === 'release' || trigger.type === 'research') &&
    units.slice(at + 1).some(({ text }) => text === '比') &&
    units.slice(at + 1).some(({ text }) => /^更/u.test(text))
  )
    return false;
  // Windows 更新在全球引发灾难: a noun and its verb.
  if (
    /^(?:更新|升级)$/u.test(trigger.phrase) &&
    /^(?:在|从|对|给|支持|修复|减少|带来|后的)$/u.test(next?.text ?? '')
  )
    return false;
  // 豆包你现在改名: spoken to, and not told of.
  const nearest = units.findLastIndex((unit, index) => index < at && isNamed(unit));
  const gap = units.slice(nearest + 1, at);
  if (nearest >= 0 && gap.some((unit) => pronoun.test(unit.lower))) return false;
  // 需要启动, 呼吁审慎采购, 请求采购: wanted, and not done.
  if (gap.some(({ text }) => notDone.test(text))) return false;
  // 发布负责任扩展政策: behind a release it says what kind of thing it is.
  if (
    trigger.type === 'release' &&
    /^(?:扩展|升级|更新|集成|研发|开发)$/u.test(trigger.phrase) &&
    next?.entity === undefined &&
    isWhatKind(units, at)
  )
    return false;
  // 有企业裁员: one without a name does it.
  if (
    /[有某]$/u.test(units[at - 2]?.text ?? '') &&
    /^(?:企业|公司|网友|员工|商家|机构|媒体|店家|城市)$/u.test(before?.text ?? '')
  )
    return false;
  // 微信9大更新: so many of them.
  if (
    trigger.action === '升级' &&
    (before?.text === '大' || before?.text === '项') &&
    /\d$/u.test(units[at - 2]?.text ?? '')
  )
    return false;
  // 发放故障补偿: a noun.
  if (trigger.type === 'outage' && /^(?:补偿|公告|说明|原因)$/u.test(next?.text ?? '')) return false;
  // 引爆 8 个涨停: a noun.
  if (trigger.type === 'stock_move' && /[个只]$/u.test(before?.text ?? '')) return false;
  // 店员也被涨价整懵了.
  if (trigger.type === 'price_change' && before?.text === '被') return false;
  // 研发技术, 研发投入: a noun.
  if (
    trigger.phrase === '研发' &&
    /^(?:技术|投入|费用|支出|人员|中心|能力|实力|团队|成本|进度)$/u.test(next?.text ?? '')
  )
    return false;
  // 卸任董事长刘德音称: says who, and not what happened.
  if (
    trigger.type === 'personnel' &&
    units.slice(at + 2, at + 3).some(({ entity }) => entity?.category === 'person')
  ) {
    if (/^(?:卸任|离任|离职|辞职)$/u.test(trigger.phrase)) return false;
  }
  // 离职员工发帖, 被盗凭证: says which ones.
  if (
    /^(?:离职|辞职|退休|被解雇|被开除)$/u.test(trigger.phrase) &&
    /^(?:员工|高管|人员|职工|干部|教师|老人|夫妇|教授|老师|父母|大爷|大妈|证明|后|者|赛道|原因|生活|年龄|金|信|补偿|仪式|手续|待遇)|(?:员工|总裁|经理|高管|总监|主播)$/u.test(
      next?.text ?? '',
    )
  )
    return false;
  // 发表卸任感言: a noun.
  if (trigger.action === '离职' && /^(?:感言|演说|演讲|致辞|讲话|声明|传闻)$/u.test(next?.text ?? ''))
    return false;
  // 如何才能将手机升级到, 付费才能更新: what it takes, and not what was done.
  if (units.slice(Math.max(0, at - 8), at).some(({ text }) => text.endsWith('才能'))) return false;
  // 上线后大改, 上市后首现亏损: what came after it is told.
  if (/^后(?![台端]).{2}/u.test(next?.text ?? '')) return false;
  // 开放世界游戏.
  if (trigger.phrase === '开放' && next?.text.startsWith('世界') === true) return false;
  // 东航事故调查最新进展.
  if (
    trigger.phrase === '调查' &&
    /^(?:最新|结果.*|面面观|始末|初步|进入|陷入|取得|牵出|报告|小组|组|员|人员|机关|机构|部门|发现|称|显示|表明|认为)$/u.test(
      next?.text ?? '',
    )
  )
    return false;
  if (
    trigger.phrase === '被盗' &&
    next !== undefined &&
    (isBareNoun(next) || isNamed(next) || next.text === '用户')
  )
    return false;
  // 原告 EXO 被告朴成训: who is sued, and no verb.
  if (trigger.phrase === '被告' && (isNamed(next) || units.slice(0, at).some(({ text }) => text === '原告')))
    return false;
  // 推出对它有哪些影响: what it means is asked.
  if (
    next?.text === '对' &&
    units.slice(at + 2).some(({ text }) => /^(?:影响|意义|好处|意味着)$/u.test(text))
  )
    return false;
  // 约谈处罚新浪微博: so is it here.
  if (
    /^(?:约谈|敦促|责令)$/u.test(trigger.phrase) &&
    next?.triggers.some(({ type }) => type === 'regulation') === true
  )
    return false;
  // 上市绿色通道, 上市招股书: a noun.
  if (
    trigger.action === 'IPO' &&
    next !== undefined &&
    isBareNoun(next) &&
    !/首|申请|招股|辅导|聆讯|备案|敲钟|交易|成功|破发|[涨跌飙]|当[日天]|板|交所|募/u.test(next.text)
  )
    return false;
  // 腾讯控股减持: a part of its name.
  if (trigger.phrase === '控股' && (next?.triggers.length ?? 0) > 0) return false;
  // 投资设立子公司: what was done is the second.
  if (trigger.type === 'investment' && (next?.triggers.length ?? 0) > 0) return false;
  // 限免开放模型: the second verb says what was done.
  if (trigger.type === 'price_change' && (next?.triggers.length ?? 0) > 0) return false;
  // 事件升级: it becomes worse.
  if (
    trigger.phrase === '升级' &&
    /^(?:事件|冲突|矛盾|战争|争端|危机|风波|局势|战火|争议|消费)$/u.test(before?.text ?? '')
  )
    return false;
  // 前合作品牌方, 区域联合部队: which one.
  if (
    trigger.type === 'partnership' &&
    (/^[前原]$/u.test(before?.text ?? '') ||
      /^(?:部队|舰队|空中|海上|巡航|军演|演习|演练|声明|公报|作战|行动|发布会|创始人|会议|国)/u.test(
        next?.text ?? '',
      ))
  )
    return false;
  // 减少从京东方采购: less of it.
  if (
    trigger.action === '采购' &&
    units.slice(Math.max(0, at - 5), at).some(({ text }) => /^(?:减少|缩减|停止|暂停)$/u.test(text))
  )
    return false;
  // 能启动会话: what it can do is not what it did.
  if (/^(?:能|能够|可|可以|可用于|允许|用来|用于)$/u.test(before?.text ?? '')) return false;
  // 批准其辞职: who leaves is someone else.
  if (trigger.type === 'personnel' && /^(?:其|他|她)$/u.test(before?.text ?? '')) return false;
  // 基础设施建设 is a noun.
  if (
    trigger.phrase === '建设' &&
    /^(?:基础设施|基建|项目|工程|城市|能力|数据中心)$/u.test(before?.text ?? '')
  )
    return false;
  return next === undefined || (!nounAfter.test(next.text) && !subjectAfter.test(next.text));
}

function isBareNoun(unit: Unit): boolean {
  return isPlain(unit) && /^[\u3400-\u9fff]{2}/u.test(unit.text);
}

/** Verbs of which a ban, a fine or a sanction is the object. */
const ofMeasures =
  /^(?:lift|ease|impose|face|extend|waive|avoid|appeal|fight|challenge|escape|threaten|propose|tighten|defy|evade|violate)(?:s|d|ed|es|ing)?$/u;

/** What is sold, sent or earned, in the plural: sales plunge. */
const counted =
  /^(?:sales|shipments|deliveries|profits|revenues|earnings|users|subscribers|registrations|orders|bookings|downloads|exports)$/u;

/** What opens an English question before its subject. */
const asks = /^(?:will|would|should|could|can|may|might|must|did|does|do|didn't|doesn't|won't)$/u;

function isEnglishVerb(units: readonly Unit[], at: number, trigger: Trigger): boolean {
  const next = units[at + 1];
  const before = units[at - 1];
  // Price target raised to $125, a watch sold for $7 million.
  const around = units.slice(Math.max(0, at - 3), at);
  if (trigger.type === 'funding' && around.some(({ lower }) => /\btargets?$/u.test(lower))) return false;
  if (trigger.action === '出售' && next?.lower === 'for') return false;
  // Sold off 5%: it fell.
  if (trigger.action === '出售' && next?.lower === 'off') return false;
  // Lifts Iran sanctions, faces an EU fine: a noun.
  if (trigger.type === 'regulation' && units.slice(0, at).some(({ lower }) => ofMeasures.test(lower)))
    return false;
  switch (trigger.form) {
    case 'base': {
      if (before === undefined) return false;
      // To help others build and deploy is to do neither.
      if (units.slice(Math.max(0, at - 6), at).some(({ lower }) => /^help(?:s|ing|ed)?$/u.test(lower)))
        return false;
      if (before.lower === 'to' && !isMeantBy(units, at - 2)) return false;
      if (
        /^(?:to|will|would|could|may|might|can|should|n't|not|and|now|also|don't|didn't|doesn't|won't)$/u.test(
          before.lower,
        )
      )
        return true;
      // Will OpenAI release it; reportedly plans to release it; shares fall.
      if (before.entity !== undefined && asks.test(units[0]?.lower ?? '') && at <= 3) return true;
      // Delays launch of Siri: called off is what was to be done.
      if (before.cues.has('plan') || /^(?:delay|postpone)(?:s|ed)?$/u.test(before.lower)) return true;
      if (trigger.type === 'stock_move' && /^(?:shares|stocks|prices|futures)$/u.test(before.lower))
        return true;
      if (trigger.type === 'usage_growth' && counted.test(before.lower)) return true;
      // A plural subject: Meta and Google launch.
      return before.entity !== undefined && pairedWith(units, at - 1) >= 0;
    }
    case 'ing':
      return (
        before !== undefined &&
        (/^(?:is|are|was|were|be|now|also|reportedly|not)$/u.test(before.lower) || isNamed(before))
      );
    case 'past':
    case 'third':
      // Oil-price bets ahead of the news totalled $7B: a noun.
      if (next !== undefined && /^(?:ahead|totall?ed|were|are|have|was|had)$/u.test(next.lower)) return false;
      return (
        before === undefined ||
        !/^(?:the|a|an|its|their|his|her|of|for|new|minor|major|stable|these|those|recently|newly|by)$/u.test(
          before.lower,
        )
      );
    default:
      return true;
  }
}

/** What stands before `to` says that the subject itself is to do it: Coinbase to lay off, plans to; not the FCC's decision to. */
function isMeantBy(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (unit === undefined) return true;
  if (unit.entity !== undefined || unit.triggers.length > 0) return true;
  if (['plan', 'light', 'speech', 'rumour', 'negation', 'hypothetical'].some((cue) => unit.cues.has(cue)))
    return true;
  return /^(?:agree[sd]?|agreeing|ready|deal|talks|bids?|offer(?:s|ed)?|moves?|vows?|pledges?|promises?|expected|likely|able|continues?|in|inc|used|want(?:s|ed)?|tries|trying)$/u.test(
    unit.lower,
  );
}

/** 发布 Nemotron 3 开源多模态模型, 发布了开源 Agent: behind a release 开源 says what kind of thing it is, if no 并 joins the two. */
function isWhatKind(units: readonly Unit[], at: number): boolean {
  if (at === units.length - 1) return false;
  for (let before = at - 1; before >= 0 && at - before <= 8; before--) {
    const unit = units[before];
    if (unit === undefined || /^(?:并|并且|且|同时|后|还|，)$/u.test(unit.text)) return false;
    if (unit.triggers.some(({ type, english }) => type === 'release' && !english)) return true;
  }
  return false;
}

function isFigure(unit: Unit): boolean {
  return holdsAmount(unit) && unit.entity?.category !== 'date';
}

/** What may stand between a move and by how much. */
const bound =
  /^(?:了|逾|超|近|约|达|超过|接近|逾|至|到|逼近|nearly|almost|about|over|around|roughly|by|to|another|more than|as much as|as low as)$/u;
/** What may follow by how much: a noun says of what it is so much. */
const goesOnAs =
  /^(?:in|at|during|before|early|late|premarket|pre-market|intraday|overnight|today|yesterday|higher|lower|after|on|as|amid|following|since|to|and|from|over|this|last)$/u;
const ofTrade =
  /^(?:premarket|pre-market|after-hours|extended|early|late|morning|afternoon|trading|a|the|january|february|march|april|may|june|july|august|september|october|november|december|\d.*)$/u;
/** Hours and kinds of trade between a name and its move. */
const hour =
  /^(?:周[一二三四五六日末]|夜盘|盘中|盘前|盘后|早盘|尾盘|午盘|隔夜|短线|价格|币价|现货|H|B|ADR|shares?|stock|price)$/u;

/** 英伟达跌 8%, 以太坊暴跌 12%, Nvidia fell 8%: a known company, a share or a coin right before, and by how much right behind. */
function isTraded(units: readonly Unit[], at: number): boolean {
  let before = at - 1;
  while (
    before > 0 &&
    !isNamed(units[before]) &&
    (units[before]?.cues.has('light') === true ||
      hour.test(units[before]?.text ?? '') ||
      units[before]?.entity?.category === 'date')
  )
    before--;
  const entity = units[before]?.entity;
  if (entity === undefined || !['company', 'stock', 'coin'].includes(entity.category)) return false;
  if (!entity.known && entity.category === 'company') return false;
  let next = at + 1;
  while (bound.test(units[next]?.lower ?? '')) next++;
  const amount = units[next]?.entity?.category;
  if (amount !== 'percent' && !(amount === 'money' && entity.category === 'coin')) return false;
  const follower = units[next + 1];
  if (follower === undefined || !isPlainEnglish(follower)) return true;
  return (
    goesOnAs.test(follower.lower) && (follower.lower !== 'in' || ofTrade.test(units[next + 2]?.lower ?? ''))
  );
}

function isPlainEnglish({ lower, entity, triggers }: Unit): boolean {
  return entity === undefined && triggers.length === 0 && /^[a-z]/u.test(lower);
}

/** True if the clause of the trigger at unit `at` holds all that the trigger needs. */
export function needsAreMet(clause: Clause, at: number, trigger: Trigger): boolean {
  return trigger.needs.every((group) => isMet(clause, at, group, trigger.english));
}

function isMet(clause: Clause, at: number, group: NeedGroup, english: boolean): boolean {
  const { units } = clause;
  for (const need of group.plain) {
    switch (need) {
      case 'money':
        // 一家估值 40 亿美元的公司 has its value in passing.
        // Sell over 250 million burgers: in English so many things.
        if (
          units.some(
            (unit, index) =>
              isMoney(unit) &&
              !(index > at && units[index + 1]?.text === '的') &&
              !(english && unit.entity?.category !== 'money'),
          )
        )
          return true;
        break;
      case 'percent':
        if (units.some((unit) => unit.entity?.category === 'percent')) return true;
        break;
      case 'number':
        if (units.some(isFigure)) return true;
        break;
      case 'money>':
        if (units.slice(at + 1, at + 4).some(isMoney)) return true;
        break;
      case 'number>':
        if (units.slice(at + 1, at + 3).some(isFigure)) return true;
        break;
      case 'entity':
        if (units.slice(at + 1).some(isNamed)) return true;
        break;
      case 'traded':
        if (isTraded(units, at)) return true;
        break;
      case 'person':
        if (units.some((unit) => unit.entity?.category === 'person')) return true;
        break;
    }
  }
  if (group.words.length === 0) return false;
  // 获得 … 融资: the thing got follows. Elsewhere 股价 or CEO may stand before.
  const where =
    units[at]?.triggers.some((one) => one.type === 'funding') === true ? units.slice(at + 1) : units;
  return group.words.some((word) =>
    /[a-z]/u.test(word)
      ? where.some((unit) => unit.lower === word || (word.includes(' ') && unit.lower.includes(word)))
      : where.some((unit) => unit.text.includes(word)),
  );
}
