import type { Trigger } from '../event-lexicon.js';
import type { Clause } from './clauses.js';
import { contrastedWith } from './contrasts.js';
import { bargains } from './draft.js';
import type { Modality } from './event.js';
import { cameToNaught } from './phrases.js';
import { isNearly, isPrevention, isStoppedBehind, preventionOf } from './prevented.js';
import { holdsAmount, isIdea, isNamed, type Unit } from './unit.js';
import { isCondition, isUnreal } from './unreal.js';
import type { Verdict } from './verdicts.js';

/** Cues that count only right before the trigger, by how many units at most lie between. */
const negationReach = 4;
const planReach = 12;

const future = /^(?:下周[一二三四五六日]?|下月|下个月|明年|明日|明天|后天|今秋|今冬|明春|tomorrow)$/u;

function has(unit: Unit | undefined, kind: string): boolean {
  return unit?.cues.has(kind) === true;
}

/** 将 before a name marks the object (将模型开源) and says nothing of the future. */
function isPlanCue(units: readonly Unit[], at: number): boolean {
  if (!has(units[at], 'plan')) return false;
  // 小程序成长计划 is a name.
  if (
    units[at]?.text === '计划' &&
    /^(?:成长|激励|扶持|伙伴|合作伙伴|创作者|支持|加速|培养|人才|实习|培训|训练|养老|储蓄)$/u.test(
      units[at - 1]?.text ?? '',
    )
  )
    return false;
  // 人工智能计划招募: a plan that has a name does it.
  if (units[at]?.text === '计划' && isIdea(units[at - 1]?.entity)) return false;
  // 薪酬计划被驳回: a plan as a thing.
  if (units[at]?.text === '计划' && /^(?:被|遭|获|由)$/u.test(units[at + 1]?.text ?? '')) return false;
  // 接近 20% 涨停: how much.
  if (
    /^(?:接近|临近)$/u.test(units[at]?.text ?? '') &&
    units[at + 1] !== undefined &&
    holdsAmount(units[at + 1] as Unit)
  )
    return false;
  // 最新预告已发布: a trailer.
  if (units[at]?.text === '预告' && /^(?:已|片|视频|正式)$/u.test(units[at + 1]?.text ?? '')) return false;
  // 已将搜索更名: done.
  if (units[at]?.text === '将' && /^(?:已|已经|成功|正式)$/u.test(units[at - 1]?.text ?? '')) return false;
  return !(units[at]?.text === '将' && units[at + 1]?.entity !== undefined);
}

/** 销售额预测创下佳绩: the forecast is what a company gave, and not the post's. */
function isForecastOf({ units }: Clause, unit: Unit): boolean {
  if (unit.text !== '预测') return false;
  return /(?:销售额|营收|业绩|收入|利润|盈利|销量|出货量)$/u.test(units[units.indexOf(unit) - 1]?.text ?? '');
}

const calledOff =
  /^(?:搁置|被阻止|被否决|告吹|叫停|终止|生变|受阻|遇阻|破裂|流产|失败|落空|夭折|搁浅|作罢|泡汤|未果|取消|中止|推迟|玩笑|谣言|乌龙)$/u;

/** The word that closes the clause behind `at`. */
function lastWord(units: readonly Unit[], at: number): string {
  let last = units.length - 1;
  while (last > at && /^(?:了|的)$/u.test(units[last]?.text ?? '')) last--;
  return last > at + 1 ? (units[last]?.text ?? '') : '';
}

/** 如何看待 asks what one thinks of it, and not whether it is so. */
function asksForViews(units: readonly Unit[], at: number): boolean {
  return (
    /^(?:如何|怎么|怎样)$/u.test(units[at]?.text ?? '') &&
    /^(?:看待|评价|看|理解|解读)/u.test(units[at + 1]?.text ?? '')
  );
}

/** 如何看待 A，B？ An earlier clause of the sentence asks what one thinks of all of them. */
function isViewed(clauses: readonly Clause[], index: number, sentence: number): boolean {
  for (let at = index - 1; at >= 0 && index - at <= 6 && clauses[at]?.sentence === sentence; at--) {
    const units = clauses[at]?.units ?? [];
    if (units.some((_, word) => asksForViews(units, word))) return true;
  }
  return false;
}

/** What one says to oneself: it weighs more than a plan. */
const ownView =
  /^(?:i (?:think|believe|feel|guess|bet|expect)|believe|think|imo|imho|我觉得|我认为|我猜|个人认为|感觉)$/u;

/** True if an earlier clause of the sentence asks why or how, and the sentence ends with a question mark. */
function isAskedTogether(clauses: readonly Clause[], index: number): boolean {
  const sentence = clauses[index]?.sentence;
  let asks = false;
  for (let at = index; at >= 0 && index - at <= 6 && clauses[at]?.sentence === sentence; at--) {
    const units = clauses[at]?.units ?? [];
    if (
      units.some(
        ({ text }, word) => /^(?:为什么|为何|怎么|如何|凭什么)$/u.test(text) && !asksForViews(units, word),
      )
    )
      asks = true;
  }
  if (!asks) return false;
  for (let at = index; at - index <= 6 && clauses[at]?.sentence === sentence; at++) {
    if (/^[?？]$/u.test(clauses[at]?.closer ?? '')) return true;
  }
  return false;
}

function wordsOf(units: readonly Unit[]): string {
  return units.map(({ lower }) => lower).join(' ');
}

/** What the words around a trigger say of how it is meant. */
interface Meaning {
  negated: boolean;
  asked: boolean;
  rumour: boolean;
  hypothetical: boolean;
  planned: boolean;
  opinion: boolean;
  /** True of an opinion that the post has of its own. */
  own: boolean;
}

/** How one apologises. */
const inPublic = /^(?:公开|正式|再次|再|书面|当面|郑重|鞠躬|出面|低头|发文|诚恳|真诚|就此)$/u;

/** 未公示概率被罚, 就拒绝接待道歉: what was not done is what the fine is for. 未被罚 and 否认被罚 deny it. */
function isReason(units: readonly Unit[], before: number, at: number): boolean {
  const { text = '', triggers = [] } = units[at] ?? {};
  const between = units
    .slice(before + 1, at)
    .filter(({ cues, entity }) => !cues.has('light') && entity === undefined);
  if (triggers[0]?.action === '致歉') return between.some((unit) => !inPublic.test(unit.text));
  if (!/^[被遭]/u.test(text) || /^(?:否认|辟谣|拒绝)/u.test(units[before]?.text ?? '')) return false;
  return between.length > 0;
}

/** 适合 and 适合, 收 and 收购. */
function isAlike(one: Unit | undefined, other: Unit | undefined): boolean {
  return one !== undefined && other?.text.startsWith(one.text) === true;
}

/** 就破产传闻发布公告: what is answered is hearsay, and the answer is none. */
function isAnswered(units: readonly Unit[], at: number): boolean {
  if (!/^(?:传闻|传言|谣言)$/u.test(units[at]?.text ?? '')) return false;
  return units.slice(Math.max(0, at - 5), at).some(({ text }) => /^(?:就|对|针对|回应)$/u.test(text));
}

/** Reads the words of the clause before the trigger. */
function readBefore(units: readonly Unit[], at: number, meaning: Meaning): void {
  let reaches = true;
  // 因市场担忧可能…而下跌: what may be is the cause, and not what happened.
  let isCause = false;
  for (let before = at - 1; before >= 0; before--) {
    const unit = units[before];
    const distance = at - before;
    // 适合不适合, 收没收购: asked, and not denied.
    const isWhether = /^[不没]$/u.test(unit?.text ?? '') && isAlike(units[before - 1], units[before + 1]);
    if (isWhether) meaning.asked = true;
    if (
      has(unit, 'negation') &&
      !isWhether &&
      contrastedWith(units, before + 1) !== before &&
      !(/^反对$/u.test(unit?.text ?? '') && units.slice(before + 1, at).some(isNamed)) &&
      (reaches || /^(?:否认|辟谣)/u.test(unit?.text ?? '')) &&
      !isReason(units, before, at) &&
      (distance <= negationReach ||
        /否认|辟谣|^(?:暂停|终止|中止|停止)$|den(?:y|ie)/u.test(unit?.lower ?? ''))
    ) {
      meaning.negated = !meaning.negated;
    }
    const isNear = distance <= planReach || (reaches && /^(?:将|将在|将于|即将)$/u.test(unit?.text ?? ''));
    if (isNear && isPlanCue(units, before)) meaning.planned = true;
    if (unit?.text === '而') isCause = true;
    else if (/^(?:因|因为|由于)$/u.test(unit?.text ?? '')) isCause = false;
    if (has(unit, 'hypothetical') && !isCause) meaning.hypothetical = true;
    if (has(unit, 'rumour') && !isAnswered(units, before)) meaning.rumour = true;
    // When the government realises it: what English asks closes with its mark. 讲述为何离开: it is told.
    if (
      has(unit, 'question') &&
      !/^(?:讲述|解释|回忆|揭秘|透露|自曝|揭示|谈|谈及|首谈)$/u.test(units[before - 1]?.text ?? '') &&
      !asksForViews(units, before) &&
      !/^(?:when|who|which|what)$/u.test(unit?.lower ?? '')
    )
      meaning.asked = true;
    // 应调查奥巴马: called for.
    if (has(unit, 'opinion') || (/^[称说]?应$/u.test(unit?.text ?? '') && distance <= 3))
      meaning.opinion = true;
    if (unit?.entity === undefined && ownView.test(unit?.lower ?? '')) meaning.own = true;
    // I don't know why Microsoft discontinued it: it did.
    if (/^(?:why|when|how|that)$/u.test(unit?.lower ?? '')) reaches = false;
    // 跳票致任天堂股价大跌: what is called off is the cause.
    if (/^(?:致|致使|导致|引发|拖累)$/u.test(unit?.text ?? '')) reaches = false;
    // What is before another verb negates that one: 推迟发布达成和解, 未能阻止微软收购.
    if (unit !== undefined && (unit.triggers.length > 0 || isPrevention(unit))) reaches = false;
  }
}

/** 在即, 前夕. */
function isSoon(units: readonly Unit[]): boolean {
  return /^(?:在即|在望|倒计时|进入倒计时)|前[夕夜]$/u.test(units.map(({ text }) => text).join(''));
}

/** Reads the trigger itself, what stands right beside it, and what calls it off at the end of the clause. */
function readTrigger(units: readonly Unit[], at: number, meaning: Meaning): void {
  const trigger = units[at];
  const form = trigger?.triggers[0]?.form;
  // 拟收购 and plans ads hold the plan within.
  if (/^(?:拟|将|寻求|洽|要(?!约)|plan|prepar)/u.test(trigger?.lower ?? '')) meaning.planned = true;
  // Paid $26 million to settle: what it was paid for.
  const isPaid = units
    .slice(0, at)
    .some(
      ({ lower }, before) =>
        /^agree(?:s|d)? to pay$/u.test(lower) ||
        (/^pa(?:ys|id|ying)$/u.test(lower) && units[before - 1]?.lower !== 'to'),
    );
  if (
    form !== undefined &&
    units[at - 1]?.lower === 'to' &&
    !isPaid &&
    !/^agree/u.test(units[at - 2]?.lower ?? '')
  )
    meaning.planned = true;
  // Nissan to shut a plant and cut 20,000 jobs: both are meant.
  if (
    form === 'base' &&
    units[at - 1]?.lower === 'and' &&
    !isPaid &&
    units.slice(0, at - 1).some(({ lower }) => lower === 'to')
  )
    meaning.planned = true;
  if (units[at - 1]?.lower === 'be' && units[at - 2]?.lower === 'to') meaning.planned = true;
  // 上线在即: soon.
  if (isSoon(units.slice(at + 1, at + 3)) || isSoon(units.slice(Math.max(at + 1, units.length - 2))))
    meaning.planned = true;
  // 称要收购, 提出以现金收购: meant to be done.
  if (
    units[at - 1]?.text === '要' ||
    units.slice(Math.max(0, at - 8), at).some(({ text }) => text === '提出')
  )
    meaning.planned = true;
  // 与 FIFA 结束合作.
  if (trigger?.triggers[0]?.type === 'partnership' && units[at - 1]?.text === '结束') meaning.negated = true;
  // 收购推特交易暂时搁置: called off behind its object.
  if (calledOff.test(lastWord(units, at)) && bargains.has(trigger?.triggers[0]?.type ?? 'other'))
    meaning.negated = true;
  // 重组被否, 重组失败.
  if (
    /^(?:被否|被叫停|暂缓|搁浅|搁置|终止|中止|失败|告吹|流产|夭折|落空)/u.test(
      units
        .slice(at + 1, at + 3)
        .map(({ text }) => text)
        .join(''),
    )
  )
    meaning.negated = true;
}

/** True of a noun that the deed qualifies: right behind it, behind 的, or at the end of the clause. */
function closesDeed(units: readonly Unit[], at: number, noun: number): boolean {
  return noun === at + 1 || noun === units.length - 1 || units[noun - 1]?.text === '的';
}

/** Reads the words of the clause behind the trigger. */
function readAfter(units: readonly Unit[], at: number, meaning: Meaning): void {
  // Google's plan to buy a stake has ended, a deal to acquire Arm collapsed.
  if (
    bargains.has(units[at]?.triggers[0]?.type ?? 'other') &&
    units.some(
      ({ lower }, after) =>
        after > at + 1 &&
        (cameToNaught(units, after) ||
          (/^(?:ended|collapsed|stalled|failed|scrapped|unravell?ed)$/u.test(lower) &&
            /^(?:has|have|was|were|is|are|been)$/u.test(units[after - 1]?.lower ?? ''))),
    )
  )
    meaning.negated = true;
  for (let after = at + 1; after < units.length; after++) {
    const unit = units[after];
    if (unit?.text === '吗' || unit?.text === '呢' || has(unit, 'question')) {
      // 集成海外版怎么限速了: asks about what it says.
      if (after === units.length - 1 || /^(?:吗|怎么|为何|为什么)$/u.test(unit?.text ?? ''))
        meaning.asked = true;
    }
    // 回应被收购传闻, 就泄露信息的谣言报警: what is answered is hearsay.
    if (/^(?:传闻|传言|谣言)$/u.test(unit?.text ?? '') && closesDeed(units, at, after)) meaning.rumour = true;
    if (has(unit, 'rumour') && /^(?:reportedly|rumou?r|unconfirmed|sources)/u.test(unit?.lower ?? ''))
      meaning.rumour = true;
    if (after === at + 1 && has(unit, 'negation') && /失败|不实|谣言/u.test(unit?.text ?? ''))
      meaning.negated = true;
  }
}

/** 3 月或 4 月: one of two, and no doubt. */
function joinsAmounts(units: readonly Unit[], link: Unit): boolean {
  const at = units.indexOf(link);
  const [before, after] = [units[at - 1], units[at + 1]];
  return before !== undefined && after !== undefined && holdsAmount(before) && holdsAmount(after);
}

const talks = /^(?:谈判|洽谈|商谈|磋商|接洽|in talks|in early talks)$/u;

/** 终止谈判，股价大涨; 被曝抄袭，道歉: what is hearsay in an earlier clause is what this one answers. */
function isToldAnyway(trigger: Trigger | undefined, { text }: Unit): boolean {
  if (trigger?.action === '致歉') return /[曝指疑]/u.test(text);
  return trigger?.type === 'stock_move' && talks.test(text);
}

/** These hedge their own clause alone. */
const hedge = /^(?:貌似|好像|似乎|看样子|supposedly|seemingly|purportedly)$/u;

/** 愚人节玩笑：, 开个玩笑，: what follows is none. */
const joke = /^(?:.{0,6}(?:玩笑|恶搞|段子)|april fools?(?:['’]s?)?(?: day)?(?: joke)?|(?:just )?kidding)$/u;

/** Reads the clauses before in the same sentence. */
function readEarlier(
  clauses: readonly Clause[],
  index: number,
  trigger: Unit | undefined,
  inheritsSubject: boolean,
  meaning: Meaning,
): void {
  const sentence = clauses[index]?.sentence;
  for (let earlier = index - 1; earlier >= 0 && index - earlier <= 8; earlier--) {
    const other = clauses[earlier];
    if (other === undefined || other.sentence !== sentence) break;
    // 分析师：苹果明年发布游戏机: what he expects.
    if (/^[：:]$/u.test(other.closer) && /(?:分析师|博主)$/u.test(other.units.at(-1)?.text ?? ''))
      meaning.rumour = true;
    if (earlier === index - 1 && joke.test(wordsOf(other.units))) meaning.negated = true;
    for (const [at, unit] of other.units.entries()) {
      if (unit.cues.has('rumour') && !hedge.test(unit.lower) && !isToldAnyway(trigger?.triggers[0], unit))
        meaning.rumour = true;
      if (earlier === index - 1 && unit.cues.has('plan')) {
        // 预计由 Bessemer 领投，亚马逊参投: the round is one.
        if (inheritsSubject || /^(?:参投|跟投)/u.test(trigger?.text ?? '')) meaning.planned = true;
      }
      if (
        unit.cues.has('opinion') &&
        !isForecastOf(other, unit) &&
        other.closer !== '：' &&
        other.closer !== ':'
      )
        meaning.opinion = true;
      if (/^(?:否认|denies|denied|辟谣)$/u.test(unit.lower)) meaning.negated = true;
      if (
        earlier === index - 1 &&
        (isCondition(other.units, at) ||
          (inheritsSubject && unit.text === '或' && !joinsAmounts(other.units, unit)))
      ) {
        meaning.hypothetical = true;
      }
    }
  }
}

/** A收购B，知情人士透露: what others say closes the sentence, else it may open what follows. */
function isAfterthought(clauses: readonly Clause[], index: number, at: number): boolean {
  const here = clauses[index] as Clause;
  const { sentence, closer } = clauses[at] as Clause;
  if (/^[)）]$/u.test(closer)) return true;
  const isOpen = /^[，,：:]$/u.test(closer) || clauses[at + 1]?.sentence === sentence;
  return !isOpen && (here.sentence === sentence || here.closer === '-');
}

/** Clauses over which a verdict is looked for that stands above the sentence. */
const verdictReach = 12;

/** The verdict that stands above the sentence: FAKE: …, 【谣言】…, 假消息！…. */
function verdictAhead(clauses: readonly Clause[], index: number): Verdict | undefined {
  const sentence = clauses[index]?.sentence;
  for (let at = index - 1; at >= Math.max(0, index - verdictReach); at--) {
    const { verdict, closer, sentence: other } = clauses[at] as Clause;
    if (verdict !== undefined) return at === 0 || /^[：:】]$/u.test(closer) ? verdict : undefined;
    if (other !== sentence) return undefined;
  }
  return undefined;
}

/** The verdict of a clause right behind, or behind one that says no more than whose it is: 阿里：假的. */
function verdictBehind(clauses: readonly Clause[], index: number): Verdict | undefined {
  const sentence = clauses[index]?.sentence;
  for (let next = index + 1; next <= index + 3; next++) {
    const clause = clauses[next];
    if (clause === undefined || (next > index + 1 && clause.sentence !== sentence)) return undefined;
    if (clause.verdict === 'hearsay' && !isAfterthought(clauses, index, next)) return undefined;
    if (clause.verdict !== undefined) return clause.verdict;
    if (clause.units.length > 3 || clause.units.some(({ triggers }) => triggers.length > 0)) return undefined;
  }
  return undefined;
}

/** It's not true that, no evidence that, I doubt: what the deed is under is denied. */
const untrue =
  /(?:\b(?:is|was) ?n['’]?t|\b(?:is|was|s) not) (?:true|correct|accurate|the case) that\b|\b(?:it|this) ?(?:is|was|['’]?s) (?:false|untrue|fake|a lie|a myth|a hoax) that\b|\bno (?:evidence|proof|indication|sign)\b|\b(?:i|we) (?:highly |really |seriously )?doubt\b/u;

function isUntrue(units: readonly Unit[], at: number): boolean {
  // 不是苹果收购了 Mistral.
  if (/^并?不是$/u.test(units[0]?.text ?? '') && isNamed(units[1])) return true;
  return untrue.test(wordsOf(units.slice(0, at)));
}

/** Reads what keeps the deed from being done, and what the clauses behind say of it. */
function readFate(clauses: readonly Clause[], index: number, at: number, meaning: Meaning): void {
  const { units } = clauses[index] as Clause;
  const type = units[at]?.triggers[0]?.type ?? 'other';
  if (isNearly(units, at)) meaning.negated = true;
  const prevention = preventionOf(units, at);
  if (prevention === 'stopped') meaning.negated = true;
  else if (prevention === 'contested' && bargains.has(type)) meaning.hypothetical = true;
  if (isUnreal(clauses, index, at)) meaning.hypothetical = true;
  if (isUntrue(units, at) || isStoppedBehind(units, at)) meaning.negated = true;
  for (const verdict of [verdictAhead(clauses, index), verdictBehind(clauses, index)]) {
    if (verdict === 'denied') meaning.negated = true;
    else if (verdict === 'unconfirmed' || verdict === 'hearsay') meaning.rumour = true;
    else if (verdict === 'asked') meaning.asked = true;
  }
}

/**
 * How a clause means the trigger at unit `at`.
 *
 * Order of force: negation, question, rumour, hypothetical, a view of its own, plan, opinion. Cues of hearsay and opinion reach
 * from an earlier clause of the sentence (消息称，…), the others stay within the clause; a plan also reaches into
 * the next one where that has no subject of its own (正考虑融资，估值…).
 *
 * @param inheritsSubject  the clause takes its subject from the one before
 */
export function modalityOf(
  clauses: readonly Clause[],
  index: number,
  at: number,
  inheritsSubject: boolean,
): Modality {
  const clause = clauses[index];
  if (clause === undefined) return 'statement';
  const { units } = clause;
  const isView =
    units.some((_, word) => word < at && asksForViews(units, word)) ||
    isViewed(clauses, index, clause.sentence);
  const meaning: Meaning = {
    negated: false,
    asked: !isView && (clause.closer === '?' || clause.closer === '？'),
    rumour: false,
    hypothetical: false,
    planned: false,
    opinion: false,
    own: false,
  };
  readBefore(units, at, meaning);
  readTrigger(units, at, meaning);
  readAfter(units, at, meaning);
  readEarlier(clauses, index, units[at], inheritsSubject, meaning);
  readFate(clauses, index, at, meaning);
  // 安卓版下周发布: it has not happened yet.
  if (units.some(({ lower }) => future.test(lower))) meaning.planned = true;
  // 为什么肯德基涨价，星巴克不涨价？ asks about both.
  if (!meaning.asked) meaning.asked = isAskedTogether(clauses, index);
  // If Google is not upgrading: neither said nor denied.
  if (meaning.negated && units.slice(0, at).some(({ lower }) => /^(?:if|unless|如果|若|假如)$/u.test(lower)))
    return 'hypothetical';
  if (meaning.negated) return 'negation';
  if (meaning.asked) return 'question';
  if (meaning.rumour) return 'rumour';
  if (meaning.hypothetical) return 'hypothetical';
  if (meaning.own) return 'opinion';
  if (meaning.planned) return 'plan';
  if (meaning.opinion) return 'opinion';
  return 'statement';
}
