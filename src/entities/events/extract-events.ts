import { checkNumber, checkOptions, checkString, checkTokens, type OptionNames } from '../../base/check.js';
import { describeValue, RedianError } from '../../errors.js';
import type { Token } from '../../tokenizer/token.js';
import { asSimplified, writtenIn } from '../as-simplified.js';
import { checkEntities } from '../check-entities.js';
import { type Entity, type EntityCategory, isAmount } from '../entity.js';
import { EventLexicon, type Trigger } from '../event-lexicon.js';
import { extractEntities } from '../extract-entities.js';
import { amountsOf } from './amounts.js';
import { lastOfOrgan } from './arguments.js';
import { type Clause, readClauses } from './clauses.js';
import { dateOf, everywhere, isAhead, isDay, type Span } from './dates.js';
import { isNoDeed } from './doubts.js';
import { type Draft, isMove } from './draft.js';
import type { Event, EventAmount, EventArgument, EventType, Modality } from './event.js';
import { frameOf } from './frames.js';
import { withGivenNames } from './given-names.js';
import { modalityOf } from './modality.js';
import { title } from './offices.js';
import { notItself, type Subject } from './subjects.js';
import { dateBeside } from './time-clauses.js';
import { openingOfTime, stretchOf } from './time-phrases.js';
import { hasCutName } from './torn-names.js';
import { isNamed, isPlain, type Unit } from './unit.js';
import { isVerbHere, needsAreMet } from './verbs.js';
import type { Tense } from './weekdays.js';

/** How {@link extractEvents} reads a post. */
export interface EventOptions {
  /** The day on which the post was written, `2025-11-28` in the zone of its readers (see `TimeZone`): gives 昨日 and 5月3日 their day and year. */
  readonly postDay?: string | undefined;
  /** `extractEntities(text, tokens)`, if it was already called. */
  readonly entities?: readonly Entity[] | undefined;
  /** Events less sure than this are left out, in [0, 1]. Default 0.6. */
  readonly minConfidence?: number | undefined;
}

const eventOptions: OptionNames<EventOptions> = { postDay: true, entities: true, minConfidence: true };

/** 收盘小幅上涨, 、三星电子领涨: of a move of prices what stands beside the verb is only an object if it is named. */
function isEmpty(type: EventType, object: EventArgument): boolean {
  if (/^[、和与及]/u.test(object.text)) return true;
  // 隐瞒依赖中国代购股价跳水: nor is it, if it only names something on the way.
  if (type === 'stock_move' || type === 'coin_move') return object.canonical === undefined;
  return type === 'benchmark' && object.names.length === 0;
}

/** An event, and the arguments that it was made of. */
interface Told {
  readonly event: Event;
  readonly draft: Draft;
}

/** What one clause hands on to the next of its sentence. */
interface Carry {
  readonly subject: Subject;
  readonly sentence: number;
  readonly invests: boolean;
}

/** A post, and how its events are read. */
interface Reading {
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly lexicon: EventLexicon;
  readonly postDay: string | undefined;
  readonly minConfidence: number;
}

/** Events of which an amount beside the verb is a part. */
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
 * @throws {RedianError} INVALID_ARGUMENT for an option out of range, or entities that are none.
 */
export function extractEvents(text: string, tokens: readonly Token[], options: EventOptions = {}): Event[] {
  checkOptions(options, eventOptions);
  checkString('text', text);
  checkTokens('tokens', tokens);
  const minConfidence = options.minConfidence ?? 0.6;
  checkNumber('minConfidence', minConfidence, { min: 0, max: 1 });
  const { postDay } = options;
  if (postDay !== undefined && !(typeof postDay === 'string' && isDay(postDay))) {
    throw new RedianError(
      'INVALID_ARGUMENT',
      `postDay: expected a day such as 2025-11-28, got ${describeValue(postDay)}`,
    );
  }
  const lexicon = EventLexicon.loadSync();
  const entities = options.entities ?? extractEntities(text, tokens);
  if (options.entities !== undefined) checkEntities('entities', options.entities);
  const simplified = asSimplified(text, tokens);
  if (simplified.text === text)
    return readEvents(text, tokens, entities, { lexicon, postDay, minConfidence });
  const named = entities.map((entity) => writtenIn(simplified.text, entity));
  const found = readEvents(simplified.text, simplified.tokens, named, { lexicon, postDay, minConfidence });
  return found.map((event) => eventIn(text, event));
}

function readEvents(
  text: string,
  tokens: readonly Token[],
  found: readonly Entity[],
  settings: Pick<Reading, 'lexicon' | 'postDay' | 'minConfidence'>,
): Event[] {
  const entities = withGivenNames(text, tokens, found, settings.lexicon);
  const clauses = readClauses(text, tokens, entities, settings.lexicon);
  const reading: Reading = { text, clauses, ...settings };
  const events: Event[] = [];
  let carry: Carry | undefined;
  for (const [index, clause] of clauses.entries()) {
    if (carry?.sentence !== clause.sentence) carry = undefined;
    const told = readClause(reading, index, carry);
    for (const { event } of told) events.push(event);
    carry = carryOf(clause, told, carry);
  }
  return dropDoubles(events);
}

/** An event of the simplified text, each part of it as the post writes it. */
function eventIn(text: string, event: Event): Event {
  const { actor, object } = event;
  return {
    ...event,
    trigger: writtenIn(text, event.trigger),
    ...(actor === undefined ? {} : { actor: writtenIn(text, actor) }),
    ...(object === undefined ? {} : { object: writtenIn(text, object) }),
    amounts: event.amounts.map((amount) => writtenIn(text, amount)),
  };
}

/** What a clause tells: for each of its verbs at most one event. */
function readClause(reading: Reading, index: number, carry: Carry | undefined): Told[] {
  const clause = reading.clauses[index] as Clause;
  const told: Told[] = [];
  for (const [at, unit] of clause.units.entries()) {
    for (const trigger of unit.triggers) {
      if (!isVerbHere(clause.units, at, trigger) || !needsAreMet(clause, at, trigger)) continue;
      const previous = told.at(-1);
      if (isPartOfOther(clause, at, trigger, previous?.event, carry)) continue;
      const { text, lexicon } = reading;
      const draft = frameOf(text, clause, at, trigger, carry?.subject, previous?.draft, lexicon);
      if (draft === undefined || draft.sureness < reading.minConfidence) continue;
      if (isNoDeed(draft, trigger, clause, at) || hasCutName(text, draft, trigger, unit.start)) continue;
      told.push({ event: eventOf(reading, index, at, trigger, draft), draft });
      break;
    }
  }
  return told;
}

/** True if a verb only adds to what the one before it tells. */
function isPartOfOther(
  clause: Clause,
  at: number,
  trigger: Trigger,
  previous: Event | undefined,
  carry: Carry | undefined,
): boolean {
  // 洽谈投资 DeepSeek，估值超两百亿美元: the value is the object's, and not the investor's.
  if (trigger.action === '估值') {
    const invests = carry?.invests === true || (previous !== undefined && isInvestment(previous));
    if (invests || /^(?:领投|跟投|参投|投资)$/u.test(clause.units[at - 1]?.text ?? '')) return true;
  }
  if (previous === undefined) return false;
  // 筹集超过 40 亿美元 is one event and no growth besides.
  if (trigger.type === 'usage_growth' && amountTypes.has(previous.type)) return true;
  // 泄露未发布模型: not released says which one; 收购团队并入实验室: who joins is not who bought.
  return trigger.action === '并入' || isQualifier(clause, at, trigger);
}

function isInvestment({ type, action }: Event): boolean {
  return type === 'investment' || type === 'acquisition' || action === '投资';
}

function eventOf(reading: Reading, index: number, at: number, trigger: Trigger, draft: Draft): Event {
  const { clauses, postDay } = reading;
  const clause = clauses[index] as Clause;
  const unit = clause.units[at] as Unit;
  const inherits = !trigger.english && draft.subject !== undefined && draft.subject.at < 0;
  const modality = modalityOf(clauses, index, at, inherits);
  const all = amountsOf(clause, draft.type ?? trigger.type);
  // 攻克 COBOL 致 IBM 暴跌 13%: what it did to another.
  const effect = clause.units.find(({ text }, index) => index > at && /^(?:致|致使|导致|引发)$/u.test(text));
  const effected = effect === undefined ? all : all.filter(({ start }) => start < effect.start);
  // 400 亿疫苗巨头康希诺业绩下滑: what stands before who it is, is not what moves.
  const from = isMove(trigger.type) ? (clause.units[draft.subject?.at ?? -1]?.start ?? 0) : 0;
  const moved = from === 0 ? effected : effected.filter(({ start }) => start >= from);
  const span = trigger.english ? spanOf(clause, at) : ownMove(clause, at, trigger);
  const stretch = moved.length === 0 ? everywhere : stretchOf(clause.units, at);
  const told = moved.filter(({ start }) =>
    [span, stretch].every(({ from, to }) => start >= from && start < to),
  );
  // Takes $5B from Amazon and pledges $100B: the first sum is of another verb.
  const link = trigger.english
    ? clause.units.findLastIndex(({ lower }, index) => index < at && lower === 'and')
    : -1;
  const linked = clause.units[link]?.start ?? -1;
  const isOthers = linked >= 0 && told.some(({ start }) => start > unit.start);
  const amounts = isOthers ? told.filter(({ start }) => start > linked) : told;
  const { type, action } = retyped(clause, draft, trigger, amounts);
  const attribution = attributionOf(clauses, index, draft.actor);
  const tense = tenseOf(clause, at, trigger, modality);
  const date =
    dateOf(clause, span, postDay, trigger.type, draft.object, tense) ??
    dateBeside(clauses, index, postDay, trigger.type, tense);
  const isPlanned = modality === 'statement' && isAhead(date, postDay);
  return {
    type,
    action,
    trigger: { text: unit.text, start: unit.start, end: unit.end },
    ...(draft.actor === undefined ? {} : { actor: draft.actor }),
    ...(draft.object === undefined || isEmpty(type, draft.object) ? {} : { object: draft.object }),
    partners: draft.partners,
    amounts: [...amounts, ...followingAmounts(clauses, index, type)],
    ...(date === undefined ? {} : { date }),
    modality: isPlanned ? 'plan' : modality,
    ...(attribution === undefined ? {} : { attribution }),
    start: clause.start,
    end: clause.end,
    confidence: Math.round(draft.sureness * 1000) / 1000,
  };
}

/** 收购了 and acquired are done; what is planned, or may be, is to come. */
function tenseOf({ units }: Clause, at: number, trigger: Trigger, modality: Modality): Tense {
  const isPlanned =
    modality === 'plan' || modality === 'hypothetical' || units.some(({ cues }) => cues.has('plan'));
  const before = units[at - 1]?.lower ?? '';
  const isPast = trigger.english
    ? trigger.form === 'past' && !/^(?:be|to)$/u.test(before)
    : trigger.phrase.endsWith('了') || units[at + 1]?.text === '了' || /^已经?$/u.test(before);
  // 10 日一度跌超 8%: prices are told when they have moved.
  return { isDone: (isPast || trigger.type === 'stock_move') && !isPlanned, isPlanned };
}

/** True of what opens a clause of its own; as much as is a bound, as CEO an office. */
function subordinates(units: readonly Unit[], at: number): boolean {
  const { lower } = units[at] as Unit;
  if (lower !== 'as') return subordinate.test(lower);
  const bound = /^(?:much|many|high|low|little|few|well|part|of|soon)$/u;
  const next = units[at + 1]?.lower ?? '';
  return !bound.test(units[at - 1]?.lower ?? '') && !bound.test(next) && !title.test(next);
}

/** Words that open a clause of its own within an English one. */
const subordinate = /^(?:after|when|while|following|before|amid|because|since|despite|though|although)$/u;

/** Shares rose 4.8% after Piper raised its target to $150: the trigger's side of `after`. */
function spanOf({ units }: Clause, at: number): Span {
  let from = 0;
  for (let index = 0; index < units.length; index++) {
    if (!subordinates(units, index)) continue;
    if (index > at) return { from, to: (units[index] as Unit).start };
    from = (units[index] as Unit).end;
  }
  return { from, to: Infinity };
}

function isNoun(unit: Unit | undefined): boolean {
  return isPlain(unit) && /^[\u3400-\u9fff]{2,}$/u.test(unit.text);
}

/** 道指收跌 0.96% 纳指下滑 1.26%, 跳水股民称蒸发 10 万: of a move what stands behind another name or what one says is another's. */
function ownMove({ units }: Clause, at: number, { type }: Trigger): Span {
  if (!isMove(type)) return everywhere;
  const rest = units.slice(at + 1, at + 12);
  const next = rest.findIndex(({ triggers }) => triggers.some((one) => one.type === 'stock_move'));
  // 低开 0.05% 国指高开 0.22%: the subject of the next verb, which nothing knows.
  const unknown = type === 'stock_move' && next > 0 && isNoun(rest[next - 1]) ? rest[next - 1] : undefined;
  const other = rest.find((unit) => isNamed(unit) || unit.cues.has('speech')) ?? unknown;
  return other === undefined ? everywhere : { from: 0, to: other.start };
}

/** What a clause hands on, given what was handed on to it. */
function carryOf(clause: Clause, told: readonly Told[], carry: Carry | undefined): Carry | undefined {
  const { units } = clause;
  // Google, after OpenAI launched GPT-6, releases: the first goes on.
  const time = openingOfTime(units, units.length - 1);
  if (carry !== undefined && (time === 0 || subordinate.test(units[0]?.lower ?? ''))) return carry;
  const acting = told.find(({ draft }) => draft.subject !== undefined)?.draft.subject;
  const subject = time > 0 || acting === undefined ? (openingSubject(clause) ?? acting) : acting;
  const speaks = clause.closer === '：' || clause.closer === ':';
  // 联发科：一季度营收… is about the company itself; 黄仁勋：… is what he says.
  const isHeading = clause.units.length === 1 && subject?.entity.category === 'company';
  if (subject === undefined || (speaks && !isHeading)) return speaks ? undefined : carry;
  const last = told.at(-1);
  return { subject, sentence: clause.sentence, invests: last !== undefined && isInvestment(last.event) };
}

/** 未发布 before a thing, behind another verb. */
function isQualifier({ units }: Clause, at: number, trigger: Trigger): boolean {
  if (trigger.english || units[at + 1] === undefined) return false;
  return (
    /^(?:未|尚未|从未|未曾)$/u.test(units[at - 1]?.text ?? '') ||
    (/^(?:正式|公开)$/u.test(units[at - 1]?.text ?? '') && /^(?:未|尚未)$/u.test(units[at - 2]?.text ?? ''))
  );
}

const laws = /(?:法案|法律|法规|条例|草案|指导意见|禁令|行政令|\blegislation|\bbill|\bact)$/iu;
const layoffs = /裁员|裁撤|workforce reduction|job cuts|layoffs/iu;
const goods =
  /(?:芯片|算力|显卡|服务器|GPU|内存|电力|\bchips|\bGPUs|\bservers|\bcompute|\bpower|\bmemory)$/iu;

/** Who rules, and does not only give up what is his. */
const rules: ReadonlySet<EntityCategory> = new Set(['organization', 'place', 'person']);

/** What rises decides what happened: a score is a benchmark's, a valuation is funding, a market value the stock's. */
function retyped(
  clause: Clause,
  draft: Draft,
  trigger: Trigger,
  amounts: readonly EventAmount[],
): { type: EventType; action: string } {
  const type = draft.type ?? trigger.type;
  const { action } = trigger;
  const object = draft.object?.text ?? '';
  // To introduce a bill is to make law; to buy chips is no acquisition.
  const says = clause.units
    .filter(({ start }) => start > (draft.subject?.entity.end ?? 0))
    .map(({ text }) => text)
    .join(' ');
  if (type === 'release' && (laws.test(object) || /\b(?:Act|bill)\b/u.test(says))) {
    return { type: 'regulation', action: '监管' };
  }
  if (
    type === 'investment' &&
    !/^(?:增持|减持|出售)$/u.test(action) &&
    !trigger.phrase.startsWith('增持') &&
    /(?:\bbonds|债券|债)$/iu.test(object)
  )
    return { type: 'funding', action: '融资' };
  if (type === 'release' && /(?:IPO|上市)$/u.test(object)) return { type: 'funding', action: 'IPO' };
  if (type === 'release' && /price (?:increase|hike)s?\b|涨价/iu.test(object)) {
    return { type: 'price_change', action: '涨价' };
  }
  if (type === 'release' && /price cuts?\b|降价/iu.test(object)) {
    return { type: 'price_change', action: '降价' };
  }
  // Tops LMArena: it leads the ranking there.
  if (action === '超越' && draft.object?.category === 'benchmark') return { type, action: '登顶' };
  if (type === 'release' && layoffs.test(object)) return { type: 'layoffs', action: '裁员' };
  // What a state stops is regulated; what a company stops of its own is given up.
  if (trigger.phrase === '叫停' && !rules.has(draft.subject?.entity.category ?? 'company'))
    return { type: 'release', action: '停用' };
  // 购买推特: a company is not supplied.
  if (
    action === '采购' &&
    (draft.object?.category === 'company' || draft.object?.category === 'organization')
  ) {
    return { type: 'acquisition', action: '收购' };
  }
  if (type === 'acquisition' && goods.test(object)) return { type: 'investment', action: '采购' };
  if (type !== 'usage_growth' && type !== 'funding') return { type, action };
  // 在保持 SWE-Bench 性能的同时减少轮次: named in passing.
  const isMeasured = clause.units.some((unit) => unit.entity?.category === 'benchmark');
  if (type === 'usage_growth' && isMeasured && !clause.units.some(({ text }) => text === '同时')) {
    return { type: 'benchmark', action: '得分' };
  }
  const roles = new Set(amounts.map((amount) => amount.role));
  if (roles.has('funding')) return { type, action: action === '估值' ? '融资' : action };
  if (roles.has('valuation')) return { type: 'funding', action: '估值' };
  if (roles.has('market_cap')) return { type: 'stock_move', action: '市值' };
  return { type, action };
}

const persons =
  /^(?:CEO|CFO|CTO|COO|研究员|员工|工程师|程序员|科学家|教授|高管|主管|负责人|律师|总裁|董事长|前高管)$/u;

/** A clause that opens with a company speaks of it in the next as well: 苹果因…推迟，以2.5亿美元达成和解. */
function openingSubject(clause: Clause): Subject | undefined {
  const unit = clause.units[0];
  const entity = unit?.entity;
  if (unit === undefined || entity === undefined || isAmount(entity) || unit.cues.has('speech_source'))
    return undefined;
  if (entity.category !== 'company' && entity.category !== 'organization' && entity.category !== 'product') {
    return undefined;
  }
  // 谷歌研究员认为…，被罚: someone of the company is spoken of.
  const next = clause.units[1];
  if (next !== undefined && (notItself.test(next.lower) || persons.test(next.text))) return undefined;
  // 华中科技大学同济医院…，被罚: nor is a part of it the whole.
  if (lastOfOrgan(clause.units, 0, entity) > 0) return undefined;
  return { at: 0, entity, sureness: 0.9 };
}

/** Amounts of the next clause where it only adds a figure: 完成融资，估值超 100 亿元. */
function followingAmounts(clauses: readonly Clause[], index: number, type: EventType) {
  const here = clauses[index];
  const next = clauses[index + 1];
  // Shares climbed after a fund bought a stake, valued at $370 million: no value of who climbed.
  if (
    isMove(type) ||
    here === undefined ||
    next === undefined ||
    next.sentence !== here.sentence ||
    next.units.length > 6
  )
    return [];
  if (
    next.units.some(isNamed) ||
    next.units.some((unit) => unit.triggers.some((one) => one.type !== 'funding'))
  )
    return [];
  return amountsOf(next, type).filter((amount) => amount.role === 'valuation' || amount.role === 'funding');
}

/** 据金融时报报道: the medium that the sentence cites. 纽约时报起诉: who acts is cited by no one. */
function attributionOf(
  clauses: readonly Clause[],
  index: number,
  actor: EventArgument | undefined,
): string | undefined {
  const sentence = clauses[index]?.sentence;
  for (let at = index; at >= 0 && index - at <= 8 && clauses[at]?.sentence === sentence; at--) {
    const source = clauses[at]?.units.find(
      ({ cues, text, start }) => cues.has('speech_source') && text.length > 2 && start !== actor?.start,
    );
    if (source !== undefined) return source.text;
  }
  return undefined;
}

/** Of two events of one type and one actor in one clause keeps the one that says more. */
function dropDoubles(events: readonly Event[]): Event[] {
  const weight = (event: Event): number =>
    (event.object === undefined ? 0 : event.object.names.length > 0 ? 2 : 1) + event.confidence;
  // Doubles stand near each other: a clause and the next hold no more than this.
  const near = 12;
  // What is dropped takes no other with it: 同意支付 15 亿美元和解诉讼 is one of the two.
  const dropped = new Set<Event>();
  for (const [index, event] of events.entries()) {
    const from = Math.max(0, index - near);
    const isDouble = events.slice(from, index + near).some((other, shift) => {
      const at = from + shift;
      if (dropped.has(other)) return false;
      // 完成融资，估值 200 亿: the figure of the second clause is already the first one's.
      if (at < index && other.type === event.type && other.actor?.canonical === event.actor?.canonical) {
        const held = new Set(other.amounts.map((amount) => amount.start));
        if (event.amounts.length > 0 && event.amounts.every((amount) => held.has(amount.start))) return true;
      }
      if (at === index || other.start !== event.start) return false;
      // 发布 V4.1 更新: the second verb is a noun within the first one's object.
      const { object } = other;
      if (object !== undefined && event.trigger.start >= object.start && event.trigger.end <= object.end)
        return true;
      if (other.type !== event.type) return false;
      if (other.actor?.canonical !== event.actor?.canonical) return false;
      const difference = weight(other) - weight(event);
      return difference > 0 || (difference === 0 && at < index);
    });
    if (isDouble) dropped.add(event);
  }
  return events.filter((event) => !dropped.has(event));
}
