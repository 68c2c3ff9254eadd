import { checkNumber, checkString } from '../base/check.js';
import type { Token } from '../tokenizer/token.js';
import { amountsOf, isMoney } from './amounts.js';
import {
  argumentOf,
  canAct,
  canBeTheme,
  entityArgument,
  findPhrase,
  findSubject,
  governor,
  isNamed,
  pairedWith,
  type Subject,
} from './arguments.js';
import { type Clause, readClauses, type Unit } from './clauses.js';
import { dateOf } from './dates.js';
import { type Entity, extractEntities, isAmount } from './entity.js';
import type { Event, EventAmount, EventArgument, EventType } from './event.js';
import { EventLexicon, type NeedGroup, type Trigger } from './lexicon.js';
import { modalityOf } from './modality.js';

export interface EventOptions {
  /** When the post was written, milliseconds since 1970 UTC: gives 昨日 and 5月3日 their year and day. */
  readonly postTime?: number;
  /** `extractEntities(text, tokens)`, if it was already called. */
  readonly entities?: readonly Entity[];
  /** Events less sure than this are left out, in [0, 1]. Default 0.55. */
  readonly minConfidence?: number;
}

/** What one clause hands on to the next of its sentence. */
interface Carry {
  readonly subject: Subject;
  readonly sentence: number;
}

interface Draft {
  readonly actor?: EventArgument;
  readonly object?: EventArgument;
  readonly partners: readonly string[];
  readonly sureness: number;
  readonly subject?: Subject;
  readonly type?: EventType;
  /** True of a partnership, whose two sides act together in what follows. */
  readonly joint?: true;
  /** True if an amount of the clause is this event's. */
  readonly hasAmount?: boolean;
}

const amountTypes = new Set<EventType>([
  'funding',
  'investment',
  'acquisition',
  'stock_move',
  'coin_move',
  'layoffs',
  'lawsuit',
]);

/**
 * Extracts who did what to whom, how much and when.
 *
 * A trigger word of dictionaries/event-verbs.tsv opens an event; its arguments are the named things around it
 * in the clause: the subject is the nearest fitting name before it that no preposition governs (or that of
 * the clause before), the object the noun phrase after it; 把/将 bring the object forward, 被 and `by` turn
 * the two around. Amounts take their role from the words beside them. What does not meet the trigger's
 * pattern gives no event: precision before recall.
 *
 * @param tokens  `Tokenizer.segment(text)`
 * @returns events in order of their trigger. O(tokens) for posts of ordinary length.
 * @throws {RedianError} INVALID_ARGUMENT for an option out of range.
 */
export function extractEvents(text: string, tokens: readonly Token[], options: EventOptions = {}): Event[] {
  checkString('text', text);
  const minConfidence = options.minConfidence ?? 0.55;
  checkNumber('minConfidence', minConfidence, { min: 0, max: 1 });
  const lexicon = EventLexicon.loadSync();
  const entities = options.entities ?? extractEntities(text, tokens);
  const clauses = readClauses(text, tokens, entities, lexicon);
  const events: Event[] = [];
  let carry: Carry | undefined;
  for (const [index, clause] of clauses.entries()) {
    if (carry !== undefined && carry.sentence !== clause.sentence) carry = undefined;
    let first: Subject | undefined;
    let previous: Draft | undefined;
    for (const [at, unit] of clause.units.entries()) {
      for (const trigger of unit.triggers) {
        if (!isVerbHere(clause.units, at, trigger) || !needsAreMet(clause, at, trigger)) continue;
        // 筹集超过 40 亿美元 is one event and no growth besides.
        if (trigger.type === 'usage_growth' && previous !== undefined && previous.hasAmount === true)
          continue;
        const draft = frameOf(text, clause, at, trigger, carry?.subject, previous, lexicon);
        if (draft === undefined) continue;
        const inherits = !trigger.english && draft.subject !== undefined && draft.subject.at < 0;
        const modality = modalityOf(clauses, index, at, inherits);
        if (draft.sureness < minConfidence) continue;
        const amounts = amountsOf(clause, draft.type ?? trigger.type);
        const { type, action } = retyped(draft.type ?? trigger.type, trigger.action, amounts);
        const attribution = attributionOf(clauses, index);
        const date = dateOf(clause, options.postTime);
        events.push({
          type,
          action,
          trigger: { text: unit.text, start: unit.start, end: unit.end },
          ...(draft.actor === undefined ? {} : { actor: draft.actor }),
          ...(draft.object === undefined ? {} : { object: draft.object }),
          partners: draft.partners,
          amounts: [...amounts, ...followingAmounts(clauses, index, type)],
          ...(date === undefined ? {} : { date }),
          modality,
          ...(attribution === undefined ? {} : { attribution }),
          start: clause.start,
          end: clause.end,
          confidence: Math.round(draft.sureness * 1000) / 1000,
        });
        first ??= draft.subject;
        previous = { ...draft, hasAmount: amountTypes.has(type) };
        break;
      }
    }
    const subject = first ?? openingSubject(clause);
    const speaks = clause.closer === '：' || clause.closer === ':';
    // 联发科：一季度营收… is about the company itself; 黄仁勋：… is what he says.
    if (
      subject !== undefined &&
      (!speaks || (clause.units.length === 1 && subject.entity.category === 'company'))
    ) {
      carry = { subject, sentence: clause.sentence };
    } else if (speaks) carry = undefined;
  }
  return dropDoubles(events);
}

/** What rises decides what happened: a valuation is funding, a market value is the stock's. */
function retyped(
  type: EventType,
  action: string,
  amounts: readonly EventAmount[],
): { type: EventType; action: string } {
  if (type !== 'usage_growth' && type !== 'funding') return { type, action };
  const roles = new Set(amounts.map((amount) => amount.role));
  if (roles.has('funding')) return { type, action: action === '估值' ? '融资' : action };
  if (roles.has('valuation')) return { type: 'funding', action: '估值' };
  if (roles.has('market_cap')) return { type: 'stock_move', action: '市值' };
  return { type, action };
}

/** A clause that opens with a company speaks of it in the next as well: 苹果因…推迟，以2.5亿美元达成和解. */
function openingSubject(clause: Clause): Subject | undefined {
  const unit = clause.units[0];
  const entity = unit?.entity;
  if (unit === undefined || entity === undefined || isAmount(entity) || unit.cues.has('speech_source'))
    return undefined;
  if (entity.category !== 'company' && entity.category !== 'organization' && entity.category !== 'product') {
    return undefined;
  }
  return { at: 0, entity, sureness: 0.9 };
}

const nounAfter =
  /^(?:的|者|案|会|日|商|方|版|价|率|量|潮|稿|费|权|额|周期|计划书|战略|节奏|之战|大战|竞赛|模式|工具|平台|能力|服务|系统|历史|传闻|风波|背后|危机|风险|流程|指南|教程|争议|神器|之后|以来|之争|之路)$/u;

/** What follows makes the trigger a noun and the subject of the rest: 更新 预计将在 6 月亮相. */
const subjectAfter =
  /^(?:预计|将|将在|将于|已|已经|正|或|有望|会|可|被|遭|后|前|时|中|为|是|不|没|没有|让|使|令|带来|引发|意味着|成|成为|如何|怎么|为何|为什么|障碍|失败|谈判|需求|潮|计划|消息|新|之|专家|人|人士|部门|负责人|大会|活动|类|级|型|问题|力|教程|记录|日志|方法|方式|思路|建议|经验|感受|效果|价值|逻辑|本质|代码|项目|社区|生态|许可证|协议书|文件|路线|路线图)$/u;
/** What precedes makes it a noun or an attribute: 的 开源 项目, 通过 投资 获得. */
const verbNever =
  /^(?:的|通过|用|靠|凭|因|因为|由于|关于|对于|基于|最|这次|此次|本次|这|那|该|每次|为了|使用|支持|所|一个|一次|一款|这款|有|属于|从|让|使|使得|令|为什么|如何|怎么)$/u;
const pronoun =
  /^(?:他|她|它|我|我们|你|你们|他们|她们|他的|我的|大家|i|we|you|they|he|she|it|i've|i’ve|i'm|i’m|who|that|people)$/u;

/** Keeps a trigger out where it is a noun or opens a relative clause. */
function isVerbHere(units: readonly Unit[], at: number, trigger: Trigger): boolean {
  const next = units[at + 1];
  const before = units[at - 1];
  if (before !== undefined && pronoun.test(before.lower)) return false;
  if (!trigger.english) {
    if (before !== undefined && before.entity === undefined && verbNever.test(before.text)) return false;
    if (trigger.type === 'release' && (next?.triggers.length ?? 0) > 0) return false;
    return next === undefined || (!nounAfter.test(next.text) && !subjectAfter.test(next.text));
  }
  switch (trigger.form) {
    case 'base': {
      if (before === undefined) return false;
      if (
        /^(?:to|will|would|could|may|might|can|should|n't|not|and|now|also|don't|didn't|doesn't|won't)$/u.test(
          before.lower,
        )
      )
        return true;
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
      return (
        before === undefined ||
        !/^(?:the|a|an|its|their|his|her|of|for|new|these|those|recently|newly|by)$/u.test(before.lower)
      );
    default:
      return true;
  }
}

function needsAreMet(clause: Clause, at: number, trigger: Trigger): boolean {
  return trigger.needs.every((group) => isMet(clause, at, group));
}

function isMet(clause: Clause, at: number, group: NeedGroup): boolean {
  const { units } = clause;
  for (const need of group.plain) {
    switch (need) {
      case 'money':
        // 一家估值 40 亿美元的公司 has its value in passing.
        if (units.some((unit, index) => isMoney(unit) && !(index > at && units[index + 1]?.text === '的')))
          return true;
        break;
      case 'percent':
        if (units.some((unit) => unit.entity?.category === 'percent')) return true;
        break;
      case 'number':
        if (
          units.some(
            (unit) => unit.entity !== undefined && isAmount(unit.entity) && unit.entity.category !== 'date',
          )
        )
          return true;
        break;
      case 'money>':
        if (units.slice(at + 1, at + 4).some(isMoney)) return true;
        break;
      case 'number>':
        if (
          units
            .slice(at + 1, at + 3)
            .some(
              (unit) => unit.entity !== undefined && isAmount(unit.entity) && unit.entity.category !== 'date',
            )
        )
          return true;
        break;
      case 'entity':
        if (units.slice(at + 1).some(isNamed)) return true;
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

/** Finds the arguments by the trigger's frame; undefined if they are not all there. */
function frameOf(
  text: string,
  clause: Clause,
  at: number,
  trigger: Trigger,
  carried: Subject | undefined,
  previous: Draft | undefined,
  lexicon: EventLexicon,
): Draft | undefined {
  const { units } = clause;
  const passive = passiveOf(units, at, trigger);
  if (passive !== undefined) return passive;
  const accepts = (entity: Entity): boolean =>
    canAct(entity.category, trigger.type) || (isMove(trigger.type) && canBeTheme(entity.category));
  let subject = findSubject(units, 0, at, accepts) ?? openingName(units, at, lexicon);
  const shared = sharedSubject(units, subject, previous);
  if (shared !== undefined) subject = shared;
  if (isWithinPhrase(units, at, trigger)) return undefined;
  if (trigger.frame === 'sym')
    return partnership(units, at, subject ?? (opensClause(units, at, trigger) ? weaken(carried) : undefined));
  const fronted = frontedObject(text, units, at);
  const object = fronted?.object ?? recipient(units, at, trigger) ?? findPhrase(text, units, at);
  if (fronted !== undefined) subject = findSubject(units, 0, fronted.at, accepts) ?? subject;
  const acting = subject ?? (opensClause(units, at, trigger) ? weaken(carried) : undefined);
  const partners =
    shared !== undefined && previous?.joint === true && previous.object?.canonical !== undefined
      ? [previous.object.canonical]
      : acting === subject
        ? partnersOf(units, subject)
        : [];
  if (acting === undefined && trigger.type === 'lawsuit' && trigger.frame === 'act') {
    return plaintiff(text, units, at, object);
  }
  switch (trigger.frame) {
    case 'act':
      return acting === undefined ? undefined : act(units, at, trigger, acting, object, partners, true);
    case 'act?':
      return acting === undefined ? undefined : act(units, at, trigger, acting, object, partners, false);
    case 'both':
      if (object !== undefined && isSubstantial(object)) {
        return acting === undefined ? undefined : act(units, at, trigger, acting, object, partners, true);
      }
      return theme(text, units, at, trigger, subject);
    case 'theme':
      return theme(text, units, at, trigger, acting);
  }
}

/** 欧盟对 OpenAI 开放模型表示欢迎: what the preposition governs is the whole deed, and the subject welcomes it. */
function isWithinPhrase(units: readonly Unit[], at: number, trigger: Trigger): boolean {
  if (trigger.type !== 'release' && trigger.type !== 'open_source') return false;
  if (!isNamed(units[at - 1])) return false;
  const prep = governor(units, at - 1);
  return prep >= 0 && /^(?:对|对于|关于|针对|就|围绕)$/u.test(units[prep]?.text ?? '');
}

/** True if before the verb stands nothing that could be a subject: only then the one before is carried on. */
function opensClause(units: readonly Unit[], at: number, trigger: Trigger): boolean {
  if (trigger.english) return at <= 1;
  let governed = false;
  for (let before = 0; before < at; before++) {
    const unit = units[before];
    if (unit === undefined) break;
    if (unit.cues.has('prep')) governed = true;
    else if (unit.triggers.length > 0) governed = false;
    else if (!unit.cues.has('light') && !unit.cues.has('plan') && !holdsAmount(unit) && !governed) {
      if (unit.text.length > 1 || isNamed(unit)) return false;
    }
  }
  return true;
}

/**
 * The subject of an earlier verb of the clause, where what seemed to be this verb's is that one's object:
 * OpenAI 携手英伟达发布 MRC.
 */
function sharedSubject(
  units: readonly Unit[],
  subject: Subject | undefined,
  previous: Draft | undefined,
): Subject | undefined {
  const object = previous?.object;
  if (previous?.subject === undefined || object === undefined || previous.subject.at < 0) return undefined;
  const start = subject === undefined ? undefined : units[subject.at]?.start;
  if (start !== undefined && (start < object.start || start >= object.end)) return undefined;
  return { ...previous.subject, sureness: previous.subject.sureness * 0.93 };
}

/** Who sues has often no name: 多家出版商起诉 Meta. */
function plaintiff(
  text: string,
  units: readonly Unit[],
  at: number,
  object: EventArgument | undefined,
): Draft | undefined {
  if (object === undefined || at === 0 || at > 6) return undefined;
  const sued = shortened(units, object);
  if (sued.canonical === undefined) return undefined;
  const before = units.slice(0, at);
  if (before.some((unit) => unit.triggers.length > 0 || unit.cues.has('prep') || unit.entity !== undefined))
    return undefined;
  const actor = argumentOf(
    text,
    before.filter((unit) => !unit.cues.has('light')),
  );
  if (actor === undefined || actor.text.length < 2 || actor.text.length > 24) return undefined;
  return { actor, object: sued, partners: [], sureness: 0.72 };
}

function isMove(type: EventType): boolean {
  return type === 'stock_move' || type === 'usage_growth';
}

function weaken(subject: Subject | undefined): Subject | undefined {
  return subject === undefined ? undefined : { ...subject, at: -1, sureness: subject.sureness * 0.75 };
}

/** Capitalized words that open the clause right before the verb: Subquadratic debuts …, also in title case. */
function openingName(units: readonly Unit[], at: number, lexicon: EventLexicon): Subject | undefined {
  let last = 0;
  while (
    last < at &&
    last < 4 &&
    /^[A-Z][\w.&’'-]*$/u.test(units[last]?.text ?? '') &&
    units[last]?.entity === undefined
  )
    last++;
  const first = units[0];
  const closer = units[last - 1];
  if (first === undefined || closer === undefined || last === 0) return undefined;
  for (let between = last; between < at; between++)
    if (units[between]?.cues.has('light') !== true) return undefined;
  if (units.slice(0, last).some((unit) => lexicon.starters.has(unit.lower) || unit.cues.has('prep')))
    return undefined;
  const surface = units
    .slice(0, last)
    .map((unit) => unit.text)
    .join(' ');
  if (surface.length < 3 || /[’']/u.test(surface)) return undefined;
  const entity: Entity = {
    text: surface,
    start: first.start,
    end: closer.end,
    category: 'name',
    canonical: surface,
    known: false,
  };
  return { at: 0, entity, sureness: 0.7 };
}

/** An object that says something: a name, or at least two Han characters or a word of four letters. */
function isSubstantial(object: EventArgument): boolean {
  if (object.names.length > 0) return true;
  const han = object.text.match(/[\u3400-\u9fff]/gu)?.length ?? 0;
  return han >= 3 || /[A-Za-z]{4,}/u.test(object.text);
}

function act(
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
  if (object !== undefined && /(?:教程|指南|攻略|评测|测评|解析|指北|笔记|心得|体验分享)$/u.test(object.text))
    return undefined;
  // PS3 开源模拟器: before a bare noun it is an adjective.
  if (trigger.action === '开源' && !trigger.english && object !== undefined && object.names.length === 0) {
    if (!/^[\d一两二三四五六七八九十多全新首其]/u.test(object.text)) return undefined;
  }
  // 发布 with nothing named in a long object is often no event of interest.
  const named = object === undefined ? 0.92 : object.names.length > 0 ? 1 : 0.85;
  const other =
    object?.names.every((name) => name === subject.entity.canonical) === true && object.names.length > 0;
  if (other && object?.canonical === subject.entity.canonical && object.text === subject.entity.text)
    return undefined;
  // 裁员 14% has its amount and no object.
  const counted =
    trigger.type === 'layoffs' && /^(?:[\d$€£¥近约超]|nearly|about|over|up to)/iu.test(object?.text ?? '');
  const keeps = object !== undefined && isSubstantial(object) && !counted;
  const whole = keeps && shortObjects.has(trigger.type) ? shortened(units, object) : object;
  return {
    actor: entityArgument(subject.entity),
    ...(keeps && whole !== undefined ? { object: whole } : {}),
    partners,
    sureness: subject.sureness * named * wordiness(units, at),
    subject,
  };
}

/** Events whose object is one who has a name: what follows it is told besides. */
const shortObjects = new Set<EventType>(['acquisition', 'investment', 'lawsuit', 'benchmark']);

/** The object up to its name: 机器人公司 ARI of 机器人公司 ARI 布局具身智能. */
function shortened(units: readonly Unit[], object: EventArgument): EventArgument {
  const inside = units.filter(
    (unit) => unit.start >= object.start && unit.end <= object.end && isNamed(unit),
  );
  const head = inside.find((unit) => unit.entity !== undefined && canBeTheme(unit.entity.category));
  if (head?.entity === undefined || object.end - head.end <= 4 || head.start - object.start > 16)
    return object;
  const text = object.text.slice(0, head.end - object.start);
  return text.endsWith(head.text) ? { ...entityArgument(head.entity), text, start: object.start } : object;
}

/** Very long clauses without a mark are lists or prose in which the nearest name is often the wrong one. */
function wordiness(units: readonly Unit[], at: number): number {
  return units.length > 30 && at > 10 ? 0.8 : 1;
}

/** What happens to the subject itself: 某服务宕机, GPT-6 上线, 英伟达股价大跌. */
function theme(
  text: string,
  units: readonly Unit[],
  at: number,
  trigger: Trigger,
  subject: Subject | undefined,
): Draft | undefined {
  if (subject === undefined) return undefined;
  const type: EventType =
    trigger.type === 'stock_move' && subject.entity.category === 'coin' ? 'coin_move' : trigger.type;
  const between =
    subject.at < 0
      ? []
      : units.slice(subject.at + 1, at).filter((unit) => !unit.cues.has('light') && !holdsAmount(unit));
  if (isMove(trigger.type)) {
    const plain = between.every((unit) => !unit.cues.has('prep') && unit.triggers.length === 0);
    const metric = plain ? argumentOf(text, between) : undefined;
    if (
      trigger.type === 'stock_move' &&
      !['company', 'stock', 'coin', 'name', 'organization'].includes(subject.entity.category)
    )
      return undefined;
    if (
      trigger.type === 'usage_growth' &&
      metric === undefined &&
      units[at]?.text === trigger.phrase &&
      trigger.phrase.length < 2
    )
      return undefined;
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
    if (
      !ownGoods &&
      !['model', 'product', 'name', 'hardware', 'dataset', 'benchmark'].includes(entity.category)
    ) {
      return undefined;
    }
    if (entity.category === 'name' && subject.sureness < 0.8) return undefined;
    if (between.length > 3) return undefined;
    const owner = ownerOf(units, subject);
    return {
      ...(owner === undefined ? {} : { actor: owner }),
      object: argumentOf(text, units.slice(subject.at, lastOf(units, at))) ?? entityArgument(entity),
      partners: [],
      sureness: subject.sureness * 0.9,
      subject,
    };
  }
  const rest = argumentOf(text, between);
  return {
    actor: entityArgument(subject.entity),
    ...(rest === undefined || rest.text.length > 24 ? {} : { object: rest }),
    partners: [],
    sureness: subject.sureness * 0.95,
    subject,
  };
}

/** One past the last unit before `at` that is no light word: the end of the noun phrase before a verb. */
function lastOf(units: readonly Unit[], at: number): number {
  let end = at;
  while (
    end > 0 &&
    (units[end - 1]?.cues.has('light') === true || units[end - 1]?.entity?.category === 'date')
  )
    end--;
  return end;
}

function holdsAmount(unit: Unit): boolean {
  return unit.entity !== undefined && isAmount(unit.entity);
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

/** X 被 Y 收购, X was acquired by Y, X acquired by Y. */
function passiveOf(units: readonly Unit[], at: number, trigger: Trigger): Draft | undefined {
  const accepts = (entity: Entity): boolean => canBeTheme(entity.category);
  if (trigger.english) {
    if (trigger.form !== 'past') return undefined;
    const by = units[at + 1]?.lower === 'by' ? units[at + 2] : undefined;
    const auxiliary = units
      .slice(Math.max(0, at - 2), at)
      .some((unit) => /^(?:was|were|been|be|is|are|gets|got|being)$/u.test(unit.lower));
    if (by === undefined && !auxiliary) return undefined;
    const subject = findSubject(units, 0, at, accepts);
    if (subject === undefined) return undefined;
    return turned(subject, by?.entity, trigger);
  }
  for (let before = at - 1; before >= 0 && at - before <= 4; before--) {
    const unit = units[before];
    if (unit === undefined || !/^(?:被|遭|由|获)$/u.test(unit.text)) continue;
    const agent = units
      .slice(before + 1, at)
      .find((one) => one.entity !== undefined && canAct(one.entity.category, trigger.type));
    if (unit.text !== '被' && unit.text !== '遭' && agent === undefined) return undefined;
    const subject = findSubject(units, 0, before, accepts);
    if (subject === undefined) return undefined;
    return turned(subject, agent?.entity, trigger);
  }
  return undefined;
}

function turned(subject: Subject, agent: Entity | undefined, trigger: Trigger): Draft {
  if (trigger.frame === 'theme') {
    return {
      actor: entityArgument(subject.entity),
      ...(agent === undefined ? {} : { object: entityArgument(agent) }),
      partners: [],
      sureness: subject.sureness,
      subject,
    };
  }
  return {
    ...(agent === undefined ? {} : { actor: entityArgument(agent) }),
    object: entityArgument(subject.entity),
    partners: [],
    sureness: subject.sureness * (agent === undefined ? 0.85 : 1),
    subject,
  };
}

/** 把 or 将 with the object before the verb. */
function frontedObject(
  text: string,
  units: readonly Unit[],
  at: number,
): { object: EventArgument; at: number } | undefined {
  for (let before = at - 2; before >= 0 && at - before <= 8; before--) {
    const unit = units[before];
    if (unit === undefined || (unit.text !== '把' && unit.text !== '将')) continue;
    if (unit.text === '将' && units[before + 1]?.entity === undefined) return undefined;
    const inner = units.slice(before + 1, at).filter((one) => !one.cues.has('light'));
    if (
      inner.some((one) => one.triggers.length > 0 || (one.cues.has('prep') && !one.cues.has('coordination')))
    )
      return undefined;
    const object = argumentOf(text, inner);
    return object === undefined || !isSubstantial(object) ? undefined : { object, at: before };
  }
  return undefined;
}

/** 向 Upstage 投资: the one who gets it stands before the verb. */
function recipient(units: readonly Unit[], at: number, trigger: Trigger): EventArgument | undefined {
  if (trigger.type !== 'investment') return undefined;
  for (let before = at - 1; before >= 0 && at - before <= 5; before--) {
    const unit = units[before];
    if (unit?.entity === undefined || isAmount(unit.entity)) continue;
    const prep = governor(units, before);
    return prep >= 0 && /^(?:向|对|给)$/u.test(units[prep]?.text ?? '')
      ? entityArgument(unit.entity)
      : undefined;
  }
  return undefined;
}

/** The names that a subject is joined to: OpenAI 和 微软, Meta, Google and Apple. */
function partnersOf(units: readonly Unit[], subject: Subject | undefined): string[] {
  if (subject === undefined) return [];
  const partners: string[] = [];
  for (let at = subject.at + 2; isNamed(units[at]) && pairedWith(units, at) === at - 2; at += 2) {
    const entity = units[at]?.entity;
    if (entity !== undefined) partners.push(entity.canonical);
  }
  return partners;
}

/** A 与 B 合作, A 联手 B, A partners with B. */
function partnership(units: readonly Unit[], at: number, subject: Subject | undefined): Draft | undefined {
  if (subject === undefined) return undefined;
  const isPartner = (unit: Unit | undefined): unit is Unit & { entity: Entity } =>
    unit?.entity !== undefined &&
    ['company', 'organization', 'name', 'person', 'place', 'product', 'model'].includes(
      unit.entity.category,
    ) &&
    unit.entity.canonical !== subject.entity.canonical;
  const beforeIt = units.slice(Math.max(0, subject.at + 1), at);
  const link = beforeIt.findIndex(
    (unit, index) => /^(?:与|和|同|跟|及|、|and|with|&)$/u.test(unit.lower) && isPartner(beforeIt[index + 1]),
  );
  let partner = link >= 0 && subject.at >= 0 ? beforeIt[link + 1] : undefined;
  let reach = 1;
  for (let after = at + 1; partner === undefined && after < units.length && reach <= 2; after++, reach++) {
    const unit = units[after];
    if (unit === undefined) break;
    if (isPartner(unit)) partner = unit;
    else if (/^(?:with|与|和|同|了|to|into|up)$/u.test(unit.lower)) reach--;
    else if (!unit.cues.has('light')) break;
  }
  if (!isPartner(partner)) return undefined;
  return {
    actor: entityArgument(subject.entity),
    object: entityArgument(partner.entity),
    partners: [],
    sureness: subject.sureness * 0.97,
    subject,
    joint: true,
  };
}

/** Amounts of the next clause where it only adds a figure: 完成融资，估值超 100 亿元. */
function followingAmounts(clauses: readonly Clause[], index: number, type: EventType) {
  const here = clauses[index];
  const next = clauses[index + 1];
  if (here === undefined || next === undefined || next.sentence !== here.sentence || next.units.length > 6)
    return [];
  if (
    next.units.some(isNamed) ||
    next.units.some((unit) => unit.triggers.some((one) => one.type !== 'funding'))
  )
    return [];
  return amountsOf(next, type).filter((amount) => amount.role === 'valuation' || amount.role === 'funding');
}

/** 据金融时报报道: the medium that the sentence cites. */
function attributionOf(clauses: readonly Clause[], index: number): string | undefined {
  const sentence = clauses[index]?.sentence;
  for (let at = index; at >= 0 && clauses[at]?.sentence === sentence; at--) {
    const source = clauses[at]?.units.find((unit) => unit.cues.has('speech_source') && unit.text.length > 2);
    if (source !== undefined) return source.text;
  }
  return undefined;
}

/** Of two events of one type and one actor in one clause keeps the one that says more. */
function dropDoubles(events: readonly Event[]): Event[] {
  const weight = (event: Event): number =>
    (event.object === undefined ? 0 : event.object.names.length > 0 ? 2 : 1) + event.confidence;
  return events.filter((event, index) =>
    events.every((other, at) => {
      // 完成融资，估值 200 亿: the figure of the second clause is already the first one's.
      if (at < index && other.type === event.type && other.actor?.canonical === event.actor?.canonical) {
        const held = new Set(other.amounts.map((amount) => amount.start));
        if (event.amounts.length > 0 && event.amounts.every((amount) => held.has(amount.start))) return false;
      }
      if (at === index || other.start !== event.start) return true;
      // 发布 V4.1 更新: the second verb is a noun within the first one's object.
      const { object } = other;
      if (object !== undefined && event.trigger.start >= object.start && event.trigger.end <= object.end)
        return false;
      if (other.type !== event.type) return true;
      if (other.actor?.canonical !== event.actor?.canonical) return true;
      const difference = weight(other) - weight(event);
      return difference < 0 || (difference === 0 && at > index);
    }),
  );
}
