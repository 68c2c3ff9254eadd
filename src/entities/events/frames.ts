import type { Entity } from '../entity.js';
import type { EventLexicon, Trigger } from '../event-lexicon.js';
import { argumentOf, entityArgument } from './arguments.js';
import type { Clause } from './clauses.js';
import { act, shortened } from './deeds.js';
import { type Draft, isMove, isSubstantial } from './draft.js';
import type { EventArgument } from './event.js';
import { findPhrase } from './phrases.js';
import { isPrevention } from './prevented.js';
import { canAct, canBeTheme, findSubject, governor, type Subject } from './subjects.js';
import { announcerOf, theme } from './themes.js';
import { holdsAmount, isNamed, isPlain, type Unit } from './unit.js';
import {
  behindPreposition,
  boughtOne,
  frontedObject,
  partnership,
  partnersOf,
  passiveOf,
  recipient,
  reported,
} from './voices.js';

/** Finds the arguments by the trigger's frame; undefined if they are not all there. */
export function frameOf(
  text: string,
  clause: Clause,
  at: number,
  trigger: Trigger,
  carried: Subject | undefined,
  previous: Draft | undefined,
  lexicon: EventLexicon,
): Draft | undefined {
  const { units } = clause;
  const passive = passiveOf(text, units, at, trigger);
  if (passive !== undefined) return passive;
  // 俄罗斯被禁止参与: done to it.
  // 名将突遭闪电出售: so is a word further.
  if (!trigger.english && trigger.frame !== 'theme' && isDoneTo(units, at)) return undefined;
  if (trigger.english && bench.test(trigger.phrase)) return ruling(text, units, at);
  const accepts = (entity: Entity): boolean =>
    (judges(entity, trigger) && canAct(entity.category, trigger.type)) ||
    (isMove(trigger.type) && (entity.category === 'stock' || entity.category === 'coin'));
  let subject =
    findSubject(units, 0, at, accepts) ?? (trigger.english ? openingName(units, at, lexicon) : undefined);
  const shared = sharedSubject(units, subject, previous);
  if (shared !== undefined) subject = shared;
  if (isWithinPhrase(units, at, trigger)) return undefined;
  if (trigger.frame === 'sym')
    return partnership(
      text,
      units,
      at,
      subject ?? (opensClause(units, at, trigger) ? weaken(carried) : undefined),
    );
  const fronted = frontedObject(text, units, at);
  const object = isFinding(trigger)
    ? finding(text, units, at)
    : (fronted?.object ??
      recipient(text, units, at, trigger) ??
      behindPreposition(text, units, at, trigger) ??
      boughtOne(text, units, at, trigger) ??
      findPhrase(text, units, at));
  if (fronted !== undefined) {
    subject = findSubject(units, 0, fronted.at, accepts);
    subject = sharedSubject(units, subject, previous) ?? subject;
  }
  if (object !== undefined && trigger.frame !== 'theme')
    subject = planner(units, subject, accepts) ?? subject;
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
      return acting === undefined ? undefined : act(text, units, at, trigger, acting, object, partners, true);
    case 'act?': {
      if (acting === undefined) return undefined;
      const draft = act(text, units, at, trigger, acting, object, partners, false);
      // 百度暂停文心一言收费: who charges for it is who makes it.
      const decider =
        trigger.type === 'monetization' && acting === subject ? announcerOf(units, subject.at) : undefined;
      return draft === undefined || decider === undefined
        ? draft
        : { object: entityArgument(acting.entity), ...draft, actor: decider };
    }
    case 'both':
      // Qwen3.5 已上线 Qwen Chat, 亮相 LM Arena: where a model appears is not what is released.
      if (
        subject !== undefined &&
        (isOnShow(trigger, subject, object) || (isShown(subject.entity, trigger) && !isCounted(units, at)))
      )
        return theme(text, units, at, trigger, subject);
      if (subject !== undefined && isHosted(trigger, subject, object))
        return theme(text, units, at, trigger, subject);
      // Qwen3.5、GLM-5 等开源大模型: models open nothing.
      if (trigger.type === 'open_source' && acting?.entity.category === 'model' && object !== undefined) {
        if (/\d/u.test(acting.entity.text)) return undefined;
      }
      if (object !== undefined && isSubstantial(object)) {
        return acting === undefined
          ? undefined
          : act(text, units, at, trigger, acting, object, partners, true);
      }
      // 发布并开源了 Qwen3.6: the second verb has the object.
      if (!trigger.english && /^(?:并|并且|及|和|与)$/u.test(units[at + 1]?.text ?? '')) return undefined;
      // 开源了用 Rust 编写的代码: what was done stands behind it, out of reach.
      if (!trigger.english && trigger.phrase.endsWith('了') && at < units.length - 1) return undefined;
      // 发布新版: a thing follows that says too little; what stands before is not it.
      // 降价 50% says by how much.
      if (object !== undefined && !trigger.english && !isPriced(units, at, trigger)) return undefined;
      return theme(text, units, at, trigger, subject);
    case 'theme': {
      // 英伟达、AMD 股价大跌: all of them.
      const draft = theme(text, units, at, trigger, acting);
      if (draft?.object === undefined || partners.length === 0)
        return draft === undefined ? undefined : { ...draft, partners };
      const { object: rest, ...others } = draft;
      return partners.includes(rest.names[0] ?? '') ? { ...others, partners } : { ...draft, partners };
    }
  }
}

function isDoneTo(units: readonly Unit[], at: number): boolean {
  const before = units[at - 1];
  return (
    /^[被遭]$/u.test(before?.text ?? '') ||
    (isPlain(before) &&
      !reported.test(before.text) &&
      /^(?:被|遭|[突惨屡]遭)$/u.test(units[at - 2]?.text ?? ''))
  );
}

/** 欧盟对 OpenAI 开放模型表示欢迎: what the preposition governs is the whole deed, and the subject welcomes it. */
function isWithinPhrase(units: readonly Unit[], at: number, trigger: Trigger): boolean {
  if (!isNamed(units[at - 1])) return false;
  if (trigger.type === 'investment' && /^(?:从|在)$/u.test(units[at - 2]?.text ?? '')) return true;
  if (trigger.type !== 'release' && trigger.type !== 'open_source') return false;
  const prep = governor(units, at - 1);
  return prep >= 0 && /^(?:对|对于|关于|针对|就|围绕)$/u.test(units[prep]?.text ?? '');
}

/** 阻止英伟达: right behind what stops it. */
function isKept(units: readonly Unit[], subject: Subject | undefined): boolean {
  const before = units[(subject?.at ?? 0) - 1];
  return before !== undefined && isPrevention(before);
}

/** NVIDIA 拟整合 Groq 技术发布处理器: who stands right before the plan is the one who does it. */
function planner(
  units: readonly Unit[],
  subject: Subject | undefined,
  accepts: (entity: Entity) => boolean,
): Subject | undefined {
  if (subject === undefined || isKept(units, subject)) return undefined;
  for (let at = subject.at - 1; at > 0; at--) {
    const entity = units[at - 1]?.entity;
    if (units[at]?.cues.has('plan') !== true || entity === undefined || !accepts(entity)) continue;
    if (/^(?:要求|敦促|邀请|说服|劝说|希望|想要)$/u.test(units[at]?.text ?? '')) return undefined;
    if (governor(units, at - 1) >= 0 || entity.canonical === subject.entity.canonical) return undefined;
    return { at: at - 1, entity, sureness: subject.sureness * 0.95 };
  }
  return undefined;
}

/** Only a court or a state passes judgement. */
function judges(entity: Entity, trigger: Trigger): boolean {
  return trigger.action !== '判决' || entity.category === 'organization' || entity.category === 'place';
}

/** True if before the verb stands nothing that could be a subject: only then the one before is carried on. */
function opensClause(units: readonly Unit[], at: number, trigger: Trigger): boolean {
  if (trigger.english) return at <= 1;
  // 官方敦促用户升级: who is meant is not who was spoken of.
  if (
    /^(?:攻击者|黑客|骗子|不法分子|嫌疑人|警方|官方|用户|开发者|参赛者|员工|市场|业内|专家|网友|外界|团队|子公司|该|其|双方|对方|美股|港股|沪指|大盘|三大指数)/u.test(
      `${units[0]?.text ?? ''}${units[1]?.text ?? ''}`,
    )
  )
    return false;
  // 由疾控中心发布: who does it has no name.
  if (units.slice(0, at).some(({ text }) => text === '由')) return false;
  // 支持指向更新 UI 样式: what a thing can do is not done.
  if (
    units
      .slice(0, at)
      .some(({ text }) =>
        /^(?:支持|允许|可|可以|能|能够|也能|用于|用来|旨在|便于|方便|帮助|协助|需|需要|提示|以|以便)$/u.test(
          text,
        ),
      )
  )
    return false;
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
  // 起诉阻止英伟达收购: whom one stops does it.
  if (isKept(units, subject)) return undefined;
  // 央行敦促苹果开放权限: who is urged does it.
  if (subject !== undefined && /^(?:敦促|要求|呼吁|邀请|责令|迫使)$/u.test(units[subject.at - 1]?.text ?? ''))
    return undefined;
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
  if (/^(?:因此|他|她|它|我|你|i|we|they|he|she|it)/u.test(before[0]?.lower ?? '')) return undefined;
  if (before.some((unit) => unit.triggers.length > 0 || unit.cues.has('prep') || unit.entity !== undefined))
    return undefined;
  const actor = argumentOf(
    text,
    before.filter((unit) => !unit.cues.has('light')),
  );
  if (actor === undefined || actor.text.length < 2 || actor.text.length > 24) return undefined;
  return { actor, object: sued, partners: [], sureness: 0.72 };
}

/** What goes on behind one who is judged; Trump tariffs are not Trump. */
const afterJudged =
  /^(?:is|are|was|were|must|can|cannot|can't|can’t|could|may|did|does|has|have|had|owes?|not|to|in|for|on|over|and|guilty|liable|infring\w+|broke|breached|[a-z]+(?:ly|[^e]ed))$/u;

const bench = /^(?:judge|court|jury|tribunal)/u;

/** Judge rules Google …, a US court orders Apple to …: who judges is part of the trigger, and who is judged stands behind. */
function ruling(text: string, units: readonly Unit[], at: number): Draft | undefined {
  const trigger = units[at];
  const before = units.slice(0, at).filter(({ cues }) => !cues.has('light'));
  if (trigger === undefined || at > 5) return undefined;
  if (before.some(({ triggers, cues }) => triggers.length > 0 || cues.has('prep') || cues.has('speech')))
    return undefined;
  const first = units.findIndex(
    (unit, index) => index > at && !/^(?:that|against|in|favou?r|of)$/u.test(unit.lower),
  );
  const judged = units[first]?.entity;
  const follower = units[first + 1];
  if (judged === undefined || !canBeTheme(judged.category)) return undefined;
  if (follower !== undefined && !afterJudged.test(follower.lower)) return undefined;
  const last = follower?.lower === 'and' && isNamed(units[first + 2]) ? first + 2 : first;
  const object = argumentOf(text, units.slice(first, last + 1));
  const [noun = ''] = trigger.text.split(' ');
  const start = before[0]?.start ?? trigger.start;
  const end = trigger.start + noun.length;
  return {
    actor: { text: text.slice(start, end), names: [], start, end },
    ...(object === undefined ? {} : { object }),
    partners: [],
    sureness: 0.85,
  };
}

function isPriced(units: readonly Unit[], at: number, { type }: Trigger): boolean {
  const next = units[at + 1];
  return type === 'price_change' && next !== undefined && holdsAmount(next);
}

/** 研究显示 …: what was found is a clause of its own. */
function isFinding({ type, english, phrase }: Trigger): boolean {
  return type === 'research' && !english && /(?:显示|表明|发现|揭示|证实)了?$/u.test(phrase);
}

/** The whole rest of the clause, if it is no longer than a headline’s half. */
function finding(text: string, units: readonly Unit[], at: number): EventArgument | undefined {
  const rest = argumentOf(text, units.slice(at + 1));
  return rest === undefined || rest.end - rest.start > 44 ? undefined : rest;
}

/** Qwen 3.5 将推出四款模型: so many things are what is released. */
function isCounted(units: readonly Unit[], at: number): boolean {
  const next = `${units[at + 1]?.text ?? ''}${units[at + 2]?.text ?? ''}`;
  return /^[\d一二两三四五六七八九十多数]+\s?[款个项种]/u.test(next);
}

/** RTX 50 亮相 CES is on show; Taalas 亮相芯片 HC1 shows it. */
function isOnShow(trigger: Trigger, subject: Subject, object: EventArgument | undefined): boolean {
  if (trigger.phrase !== '亮相') return false;
  if (subject.entity.category !== 'name' && subject.entity.category !== 'company') return true;
  return !/(?:芯片|模型|手机|汽车|机器人|产品|系统|眼镜|原型|样机|新车|新品)/u.test(object?.text ?? '');
}

/** 《宝可梦大集结》上线 Switch, 输入法下架应用商店: a thing comes to or leaves the platform of another. */
function isHosted(
  { english, action }: Trigger,
  { entity }: Subject,
  object: EventArgument | undefined,
): boolean {
  if (english || object === undefined || !['product', 'name', 'hardware'].includes(entity.category))
    return false;
  if (action === '停用') return /(?:商店|商城|平台|App\s?Store)$/iu.test(object.text);
  if (action !== '上线' || object.canonical === undefined || object.names.length > 1) return false;
  const { category, maker } = object;
  const isOther =
    maker === undefined
      ? entity.category === 'name'
      : maker !== entity.term?.maker && maker !== entity.canonical;
  return category === 'company' || ((category === 'product' || category === 'hardware') && isOther);
}

/** True of a model by the number of its version, which releases nothing itself, and of things that go on show. */
function isShown({ category, text }: Entity, { phrase, english, type }: Trigger): boolean {
  if (english || type !== 'release') return false;
  if (phrase === '亮相') return ['model', 'product', 'hardware'].includes(category);
  return category === 'model' && /\d/u.test(text);
}

const commonWord =
  /(?:tion|ment|ness|rate|growth|price|prices|demand|study|report|market|markets|stocks|users|revenue|sales|team)$/u;

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
  if (surface.length < 3 || /[’']|ing\b|(?:[a-z]ish|ese|day)$/u.test(surface)) return undefined;
  // Revenue grew: a word of the language.
  if (last === 1 && lexicon.common.has(first.lower) && !/^(?:shares?|stock)$/u.test(units[1]?.lower ?? ''))
    return undefined;
  // Valuation Growth Rate Surpasses: words of the language in title case are no name.
  if (last > 1 && units.slice(0, last).some(({ lower }) => commonWord.test(lower))) return undefined;
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
