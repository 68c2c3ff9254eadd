import { type Entity, isAmount } from '../entity.js';
import type { Trigger } from '../event-lexicon.js';
import { argumentOf, entityArgument } from './arguments.js';
import { type Draft, isSubstantial } from './draft.js';
import type { EventArgument } from './event.js';
import { findPhrase } from './phrases.js';
import { canAct, canBeTheme, findSubject, governor, isRow, pairedWith, type Subject } from './subjects.js';
import { isReason, period } from './themes.js';
import { holdsAmount, isNamed, isPlain, type Unit } from './unit.js';

/** Behind 被: it is said to do it. */
export const reported = /^(?:曝|指|爆|传|问|称|认为|发现|批|视为|誉为|曝光|爆料|迫)/u;

/** X 被 Y 收购, X was acquired by Y, X acquired by Y. */
export function passiveOf(
  text: string,
  units: readonly Unit[],
  at: number,
  trigger: Trigger,
): Draft | undefined {
  const accepts = (entity: Entity): boolean => canBeTheme(entity.category);
  if (trigger.english) {
    if (trigger.form !== 'past') return undefined;
    // Grew by 12 percent: by how much.
    const agentAt = units[at + 2];
    const by =
      units[at + 1]?.lower === 'by' && agentAt !== undefined && !holdsAmount(agentAt) ? agentAt : undefined;
    const auxiliary = units
      .slice(Math.max(0, at - 2), at)
      .some((unit) => /^(?:was|were|been|be|is|are|gets|got|being)$/u.test(unit.lower));
    if (by === undefined && (!auxiliary || trigger.frame === 'sym' || trigger.type === 'infrastructure'))
      return undefined;
    const subject = findSubject(units, 0, at, accepts);
    if (subject === undefined) return undefined;
    // Sued by major publishers: who it is, without a name.
    const phrase = by !== undefined && by.entity === undefined ? findPhrase(text, units, at + 1) : undefined;
    return turned(subject, by?.entity, trigger, wholeName(text, units, subject, at), phrase);
  }
  for (let before = at - 1; before >= 0 && at - before <= 4; before--) {
    const unit = units[before];
    if (unit === undefined || !/^(?:被|遭|由|获)$/u.test(unit.text)) continue;
    // 被拐案宣判: within what the case is called.
    if (units.slice(before + 1, at).some(({ text: word }) => /案(?:[一二终再]审)?$/u.test(word))) continue;
    // 被曝正在开发: reported to, and not done to.
    if (reported.test(units[before + 1]?.text ?? '')) continue;
    if (unit.text === '获' && trigger.type === 'open_source') return undefined;
    const agent = units
      .slice(before + 1, at)
      .find((one) => one.entity !== undefined && canAct(one.entity.category, trigger.type));
    const office =
      agent?.entity?.category === 'place' ? officeOf(text, units, units.indexOf(agent), at) : undefined;
    if (unit.text !== '被' && unit.text !== '遭' && agent === undefined) return undefined;
    const subject = findSubject(units, 0, before, accepts);
    if (subject === undefined) {
      // 由阿里云领投: who does it is named, and to whom stands in another clause.
      if (unit.text !== '由' || agent?.entity === undefined || trigger.frame !== 'act?') return undefined;
      const acting: Subject = { at: units.indexOf(agent), entity: agent.entity, sureness: 0.92 };
      return { actor: entityArgument(agent.entity), partners: [], sureness: 0.92, subject: acting };
    }
    // 薪酬计划被驳回: the whole of what stands before, and not whose it is.
    const ends = units.findIndex(
      (one, index) =>
        index > subject.at &&
        ((one.cues.has('prep') && one.text !== '对') ||
          /^(?:因|涉)/u.test(one.text) ||
          one.cues.has('speech') ||
          one.cues.has('hypothetical')),
    );
    const whole = units
      .slice(subject.at, ends < 0 ? before : Math.min(before, ends))
      .filter(
        (one) =>
          (!one.cues.has('light') || /^(?:计划|公司)$/u.test(one.text)) &&
          !one.cues.has('rumour') &&
          !one.cues.has('nearly') &&
          !/^(?:[低高]价|溢价|全资)$/u.test(one.text),
      );
    const rest = argumentOf(text, whole.slice(1));
    const phrase =
      rest === undefined || isReason(trigger, rest) || period.test(rest.text)
        ? undefined
        : argumentOf(text, whole);
    // 被贾国龙起诉, 被 19 个州起诉: who it is, without a name.
    const unnamed =
      agent === undefined && trigger.frame !== 'theme' && trigger.frame !== 'sym'
        ? whoDidIt(text, units, before, at)
        : undefined;
    return turned(
      subject,
      office === undefined ? agent?.entity : undefined,
      trigger,
      phrase,
      office ?? unnamed,
    );
  }
  return undefined;
}

/** The Samsung Mobile Applications Store was launched: all of the name, and not its first word. */
function wholeName(
  text: string,
  units: readonly Unit[],
  subject: Subject,
  at: number,
): EventArgument | undefined {
  let end = subject.at + 1;
  while (end < at && /^[A-Z]/u.test(units[end]?.text ?? '') && units[end]?.cues.size === 0) end++;
  const isWhole = /^(?:was|were|has|have|is|are|gets|got)$/u.test(units[end]?.lower ?? '');
  return isWhole && end > subject.at + 1 ? argumentOf(text, units.slice(subject.at, end)) : undefined;
}

/** How nouns of persons, offices and groups end. */
const someone =
  /(?:[人家员者友童子女方客属姆户官党门会院局厅司行业商场店校生民警市县省州国队团组]|网友|公司|集团|平台)$/u;

/** 韩国国税厅: an office of a place that no dictionary has. */
function officeOf(
  text: string,
  units: readonly Unit[],
  place: number,
  at: number,
): EventArgument | undefined {
  const rest = units.slice(place + 1, at);
  if (rest.length === 0 || !rest.every(isPlain) || !someone.test(rest.at(-1)?.text ?? '')) return undefined;
  return argumentOf(text, units.slice(place, at));
}

/** The noun between 被 and its verb. */
function whoDidIt(text: string, units: readonly Unit[], from: number, at: number): EventArgument | undefined {
  const between = units.slice(from + 1, at);
  if (between.some(({ cues, triggers }) => cues.size > 0 || triggers.length > 0)) return undefined;
  const who = argumentOf(text, between);
  if (who === undefined || who.text.length < 2 || who.text.length > 10) return undefined;
  if (!someone.test(who.text) || /^(?:现场|当场)$/u.test(who.text)) return undefined;
  return who;
}

function turned(
  subject: Subject,
  agent: Entity | undefined,
  trigger: Trigger,
  phrase?: EventArgument,
  unnamed?: EventArgument,
): Draft {
  const acting = agent === undefined ? unnamed : entityArgument(agent);
  if (trigger.frame === 'theme') {
    return {
      actor: entityArgument(subject.entity),
      ...(acting === undefined ? {} : { object: acting }),
      partners: [],
      sureness: subject.sureness,
      subject,
    };
  }
  return {
    ...(acting === undefined ? {} : { actor: acting }),
    object: phrase ?? entityArgument(subject.entity),
    partners: [],
    sureness: subject.sureness * (acting === undefined ? 0.85 : 1),
    subject,
  };
}

/** 把 or 将 with the object before the verb. */
export function frontedObject(
  text: string,
  units: readonly Unit[],
  at: number,
): { object: EventArgument; at: number } | undefined {
  for (let before = at - 2; before >= 0 && at - before <= 8; before--) {
    const unit = units[before];
    if (unit === undefined || !/^(?:把|将|拟将)$/u.test(unit.text)) continue;
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

/** 向 Anthropic 追加投资: another verb, and how much more. */
const recipientEnds =
  /^(?:展开|进行|实施|启动|发起|开展|作出|做出|追加|额外|增加|新增|加码|首次|再度|联合|战略|分批|分期|合计|总计|共计|至多|最高|至少|直接|另行|后续)$/u;

/** 向 Upstage 投资: the one who gets it stands before the verb. */
export function recipient(
  text: string,
  units: readonly Unit[],
  at: number,
  trigger: Trigger,
): EventArgument | undefined {
  if (trigger.type !== 'investment' && trigger.type !== 'regulation') return undefined;
  // 向腾讯出售股份: what is sold stands behind.
  if (/^(?:减持|出售)$/u.test(trigger.action)) return undefined;
  for (let before = at - 1; before >= 0 && at - before <= 5; before--) {
    const unit = units[before];
    if (unit?.entity === undefined || isAmount(unit.entity)) continue;
    const prep = governor(units, before);
    const wanted = trigger.type === 'regulation' && trigger.phrase !== '开罚' ? /^对$/u : /(?:向|对|给)$/u;
    if (prep < 0 || !wanted.test(units[prep]?.text ?? '')) return undefined;
    // 向 AI 对齐研究基金 is not the idea that it opens with.
    const phrase = units.slice(before, at).filter((one) => !one.cues.has('light') && !holdsAmount(one));
    const told = phrase.findIndex((one) => recipientEnds.test(one.text));
    if (told > 0) phrase.length = told;
    // 对中国等二级制裁: of what kind.
    const others = phrase.findIndex((one) => one.text === '等');
    if (others > 0) phrase.length = others;
    return phrase.length === 1 ? entityArgument(unit.entity) : argumentOf(text, phrase);
  }
  return undefined;
}

/** Invests $5 billion in Intel, scores 81% on SWE-bench, opens a probe into Meta: in English the object stands behind a preposition. */
export function behindPreposition(
  text: string,
  units: readonly Unit[],
  at: number,
  { english, type, action }: Trigger,
): EventArgument | undefined {
  if (!english) return undefined;
  let next = at + 1;
  if (type === 'investment' || action === '得分') {
    while (next < units.length && (units[next]?.cues.has('light') || holdsAmount(units[next] as Unit)))
      next++;
    if (next === at + 1) return undefined;
  } else if (type !== 'regulation' && action !== '和解') return undefined;
  if (!(action === '和解' ? /^with$/u : /^(?:in|into|on)$/u).test(units[next]?.lower ?? '')) return undefined;
  const phrase = findPhrase(text, units, next);
  return phrase !== undefined && isSubstantial(phrase) ? phrase : undefined;
}

const dealNoun = /^(?:acquisition|takeover|buyout|purchase|merger)$/u;

/** Completes its $10 billion acquisition of Wiz, closes Wiz deal: whom the noun behind the verb names. */
export function boughtOne(
  text: string,
  units: readonly Unit[],
  at: number,
  { action, phrase }: Trigger,
): EventArgument | undefined {
  if (action !== '收购' || !/^(?:complet|clos|finali)/u.test(phrase)) return undefined;
  const noun = units.findIndex((unit, index) => index > at && index <= at + 8 && dealNoun.test(unit.lower));
  if (units[noun + 1]?.lower === 'of') return findPhrase(text, units, noun + 1);
  const named = units.slice(at + 1, noun).filter((unit) => !unit.cues.has('light') && !holdsAmount(unit));
  return argumentOf(text, named);
}

/** The names that a subject is joined to: OpenAI 和 微软, Meta, Google and Apple. */
export function partnersOf(units: readonly Unit[], subject: Subject | undefined): string[] {
  if (subject === undefined) return [];
  const partners: string[] = [];
  let last = subject.at;
  for (;;) {
    const next = isRow(units[last], units[last + 1]) ? last + 1 : last + 2;
    const entity = units[next]?.entity;
    if (
      entity === undefined ||
      !isNamed(units[next]) ||
      (next > last + 1 && pairedWith(units, next) !== last)
    )
      break;
    partners.push(entity.canonical);
    last = next;
  }
  return partners;
}

/** 美国战争部 and 中国车企, where only the place has a name, and 特朗普家族. */
function wholePartner(
  text: string,
  units: readonly Unit[],
  from: number,
  at: number,
): EventArgument | undefined {
  const category = units[from]?.entity?.category;
  if (category === 'person' && /^(?:家族|政府|团队|工作室|基金会)$/u.test(units[from + 1]?.text ?? ''))
    return argumentOf(text, units.slice(from, from + 2));
  if (category !== 'place') return undefined;
  let end = from + 1;
  while (end < units.length && end !== at && end - from < 6 && isPlainNoun(units[end], units[end - 1])) end++;
  // 与沙特电竞奥运合作: what stands before the verb may say in what.
  const isWhole = end !== at || institution.test(units[end - 1]?.text ?? '');
  return end > from + 1 && isWhole ? argumentOf(text, units.slice(from, end)) : undefined;
}

/** How what has its country before it is called. */
const institution =
  /(?:[部局院校所厂军警队会委署馆社方行]|公司|企业|车企|药企|政府|大学|学院|医院|集团|团队|机构|当局|银行|财团|巨头|品牌|平台|厂商|中心|俱乐部|基金|[A-Za-z])$/u;

function isPlainNoun(unit: Unit | undefined, before: Unit | undefined): boolean {
  return (
    unit !== undefined &&
    unit.start === before?.end &&
    unit.cues.size === 0 &&
    unit.triggers.length === 0 &&
    !/^(?:的|就|而|后|等|加强|深化|扩大|推进|推动|反恐|虐待|援助|打击|展开|进行|开展|深入|达成|签署|建立)$/u.test(
      unit.text,
    ) &&
    (unit.entity === undefined || !isAmount(unit.entity))
  );
}

/** Signs a multibillion-dollar cloud deal with Google: where `with` stands behind what is signed; `units.length` if nowhere. */
function withOf(units: readonly Unit[], at: number): number {
  for (let next = at + 1; next < units.length && next - at <= 8; next++) {
    const unit = units[next] as Unit;
    if (
      unit.lower === 'with' &&
      /^(?:deals?|agreements?|contracts?|pacts?|partnerships?)$/u.test(units[next - 1]?.lower ?? '')
    )
      return next;
    if (unit.triggers.length > 0 || unit.cues.has('prep') || isNamed(unit)) break;
  }
  return units.length;
}

/** A 与 B 合作, A 联手 B, A partners with B. */
export function partnership(
  text: string,
  units: readonly Unit[],
  at: number,
  subject: Subject | undefined,
): Draft | undefined {
  if (subject === undefined) return undefined;
  const isPartner = (unit: Unit | undefined): unit is Unit & { entity: Entity } =>
    unit?.entity !== undefined &&
    ['company', 'organization', 'name', 'person', 'place', 'product', 'model'].includes(
      unit.entity.category,
    ) &&
    unit.entity.canonical !== subject.entity.canonical &&
    !/^(?:路透$|几乎|所有)/u.test(unit.text);
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
    else if (!unit.cues.has('light') || /^[在于对从]$/u.test(unit.text)) break;
  }
  partner ??= units[withOf(units, at) + 1];
  if (!isPartner(partner)) return undefined;
  // Merges with DuPont's nutrition unit, teams up with China upstart: someone of it.
  const behind = units[units.indexOf(partner) + 1];
  if (/^[a-z]/iu.test(partner.text) && /^['’]?s$/u.test(behind?.lower ?? '')) return undefined;
  // 与 NBA 篮网队签约: a team of it.
  if (isPlain(behind) && /[\u3400-\u9fff]队$/u.test(behind.text)) return undefined;
  if (
    partner.entity.category === 'place' &&
    /^[a-z]{4,}$/u.test(behind?.lower ?? '') &&
    behind?.cues.size === 0
  )
    return undefined;
  // 马斯克牵手印度裔女友: persons make no deals with countries here.
  if (subject.entity.category === 'person' && partner.entity.category === 'place') return undefined;
  // 与微软、谷歌、xAI 达成协议: the others of the row.
  const partners: string[] = [];
  for (let next = units.indexOf(partner) + 2; isPartner(units[next]); next += 2) {
    const other = units[next]?.entity;
    if (other === undefined || pairedWith(units, next) !== next - 2) break;
    partners.push(other.canonical);
  }
  return {
    actor: entityArgument(subject.entity),
    object: wholePartner(text, units, units.indexOf(partner), at) ?? entityArgument(partner.entity),
    partners,
    sureness: subject.sureness * 0.97,
    subject,
    joint: true,
  };
}
