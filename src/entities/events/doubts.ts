import type { Trigger } from '../event-lexicon.js';
import { surname } from '../names/tagged.js';
import type { Clause } from './clauses.js';
import { isAnothers } from './doers.js';
import { isNoneOfItsType } from './doubts-by-type.js';
import type { Draft } from './draft.js';
import type { EventType } from './event.js';
import type { Subject } from './subjects.js';
import { isNamed, isPlain, type Unit } from './unit.js';

/** Words that the tagger takes for names, and that do nothing by themselves. */
const noActor =
  /^(?:(?:.{0,2})团队|[曝遭].*|网传.*|获[\u3400-\u9fff]{2}.*|.*总部|强行|被迫|[\u3400-\u9fff]{2,4}[称谈聊]|EPS|RPG|MMO|PTA|HPV|ADV|AEB|如何.*|为什么.*|双十一|看待.*|(?:侵犯|违反|涉嫌|利用).*|.*(?:奥运会|亚运会|世界杯|运动会)|景区.+|L[2345]|QFII|P[Kk]|VS|LOF|FOF|REITs?|NYMEX|COMEX|[\u3400-\u9fff]{2,3}[要将]|(?:快递|物业|保险|游戏|影视|航空|旅游|外卖|装修|家政|网约车|经纪|上市|地产|房地产|建筑|食品|医药|供水|燃气)公司|MAX|Max|Pro|Plus|Mini|Turbo|Ultra|子公司|孙公司|母公司|控股股东|.*(?:事故|事件|案)|召回|PPP|QDII|ECMO|ETF|IPO|.*(?:发布会|大会|论坛|峰会|展会|板块|概念股)|.+(?:接受|回应|表示|要求|进行|请求|申请|建议).+|[MP]V|EP|OST|BGM|DLC|CP|ADC?|NPC|MCN|KOL|GRE|GPA|SAT|FPS|SLG|MOBA|A?RPG|RTS|GPU|CPU|Tier|Thinking|Beta|Ultimate|City|University|College|School|Marketplace|Store|Music|NAS|MaaS|SaaS|PaaS|API|SDK|App|APP|MCP|PC|AI|LLM|Agent|Agents|CI|CD|State|County|Government|Court|Congress|华裔|华人|IDE|Finance|CLI|SDK|Web|Studio|Lab|家族集团|集团|公司|家族|团队|官方|员工|用户|学生|专家|警方|黑客|网友)$/u;

const anonymous =
  /^(?:[一某]?[男女]子|[一某][男女]|[男女]孩|[男女]童|[男女]生|[男女]?店员|[男女]?员工|老人|老太|大爷|大妈|小伙|女孩|学生|家长|游客|顾客|网友|司机|股民|粉丝)$/u;

/** True if what happens, happens to a person whom the clause opens with, or who stands between the name and the verb. */
function isOfPerson({ subject }: Draft, { type }: Trigger, { units }: Clause, at: number): boolean {
  if (subject === undefined || subject.at < 0 || subject.entity.category === 'person') return false;
  // 网友称特斯拉召回: who says so.
  if (units.slice(0, subject.at).some(({ cues }) => cues.has('speech'))) return false;
  if (!['lawsuit', 'regulation', 'outage', 'quality_complaint', 'personnel'].includes(type)) return false;
  const between = type === 'outage' ? units.slice(subject.at + 1, at) : [];
  return [...units.slice(0, subject.at > 0 ? 1 : 0), ...between].some(({ text }) => anonymous.test(text));
}

/** Owens & Minor: behind a mark and another word with a capital a name is the half of one. */
function isHalfOfName(units: readonly Unit[], { at, entity }: Subject): boolean {
  const before = units[at - 1];
  return (
    before !== undefined &&
    !entity.known &&
    before.entity === undefined &&
    /^[A-Z]/u.test(before.text) &&
    entity.start - before.end === 3
  );
}

const organized =
  /(?:队|公司|娱乐|集团|俱乐部|赛区|联赛|联盟|官方|官[微博网]|平台|网络|众人|币|专辑|新专|曲|物业|成员|[次季年月日]|正式|首次|银行|基金|组织|大学|学院|协会|工作室|电子|科技|汽车|游戏|[^\u3400-\u9fff])$/u;

/** True of unknown capitals that the word right behind them makes a kind of. */
function isOfKind(units: readonly Unit[], { at: from, entity }: Subject, at: number): boolean {
  if (entity.known || entity.category !== 'name' || !/^[A-Z][A-Z0-9]{1,3}$/u.test(entity.text)) return false;
  const next = units[from + 1];
  return from + 1 < at && isPlain(next) && !organized.test(next.text);
}

const bareWord =
  /^(?:company|startup|firm|business|program|plan|measures|deal|unit|tool|product|service|feature|way|system|man|woman|group|charity|half|part|all|most|more|some|proposed|possible|potential)$/iu;

/** What one may wish of another. */
const wishable = new Set<EventType>(['personnel', 'quality_complaint', 'regulation', 'lawsuit']);

const fullName = new RegExp(`^${surname}[\\u3400-\\u9fff]{1,2}$`, 'u');
const twoNames = new RegExp(`^${surname}[\\u3400-\\u9fff]{1,2}${surname}[\\u3400-\\u9fff]{1,2}$`, 'u');

/** 洪欣张丹峰道歉, 周杰伦林俊杰起诉: two in a row, of whom one is not known or both are taken for one. */
function isSecondOfTwo({ actor, subject }: Draft, { units }: Clause): boolean {
  if (actor === undefined || subject === undefined || subject.entity.known) return false;
  if (actor.text.length >= 5) return twoNames.test(actor.text);
  const before = units[subject.at - 1];
  return (
    actor.category === 'person' &&
    subject.at <= 3 &&
    isPlain(before) &&
    before.end === actor.start &&
    fullName.test(before.text) &&
    !/[长员师席理记任裁者家]$/u.test(before.text) &&
    !/^(?:高管|董事|顾问|金融|黄金|安保|马来|江湖|方面|白宫|程序|安全|周[一二三四五六日末])$/u.test(
      before.text,
    )
  );
}

/** True if the clause ends with how many years ago the deed was done to what has a name. */
function isAnniversary(units: readonly Unit[], at: number): boolean {
  const last = units.length - 1;
  return last > at + 1 && /周年(?:庆|纪念日?)?$/u.test(units[last]?.text ?? '') && isNamed(units[last - 1]);
}

/** Patterns that look like an event and were most often none when events were read one by one. */
export function isNoDeed(draft: Draft, trigger: Trigger, clause: Clause, at: number): boolean {
  const { object, subject } = draft;
  // Court orders Apple to …: a court needs no name.
  const isBench = trigger.english && trigger.action === '判决';
  if (
    draft.actor !== undefined &&
    subject?.entity.known !== true &&
    !isBench &&
    noActor.test(draft.actor.text)
  )
    return true;
  if (trigger.english && subject !== undefined && isHalfOfName(clause.units, subject)) return true;
  // HPV 患者, WTT 赛事, F1 账号: letters that say of what kind.
  if (
    !trigger.english &&
    trigger.type !== 'security' &&
    subject !== undefined &&
    draft.actor?.text === subject.entity.text &&
    subject.at >= 0 &&
    isOfKind(clause.units, subject, at)
  )
    return true;
  // Its ‘transformative’ deal: a word in quotation marks.
  if (trigger.english && subject?.entity.known !== true && /^[a-z]+$/u.test(draft.actor?.text ?? ''))
    return true;
  if (!trigger.english && isSecondOfTwo(draft, clause)) return true;
  if (!trigger.english && subject !== undefined && subject.at >= 0) {
    if (trigger.type !== 'usage_growth' && isAnothers(clause.units, subject.at, at, trigger)) return true;
    // 美对中国船舶收费, 告B站侵权胜诉: done to it.
    const before = clause.units[subject.at - 1];
    if (isPlain(before) && /^(?:[\u3400-\u9fff]对|告)$/u.test(before.text)) return true;
  }
  // 男子敲诈海底捞被起诉, 蜜雪冰城女店员忙到崩溃: it happens to a person without a name.
  if (isOfPerson(draft, trigger, clause, at)) return true;
  // Bought the company that invented it, announced a plan to end it: which one stands behind.
  if (trigger.english && object !== undefined && bareWord.test(object.text)) return true;
  // 改名叫邓超, 限免开放模型: the object opens with a verb of its own.
  if (
    object !== undefined &&
    /^第[一二三四五六七八九十\d]+[波轮批弹季期部代]$|^(?:叫|若|要|再现|引发|显示|揭示|表明|估值|如何|怎么|哪|称|其尽|只会|有哪些|最多|公布|接受调查|更[一二两三四五\d]|引(?:吐槽|争议|热议|围观|关注|质疑|发)|more than|less than|fewer than)/u.test(
      object.text,
    )
  )
    return true;
  // Solved only one of them: of what, stands elsewhere.
  if (trigger.english && object !== undefined && /\bof (?:them|it|these|those)$/iu.test(object.text))
    return true;
  if (object !== undefined && /^(?:你|您)|(?:你|您)(?:选|会|怎么|觉得|的)/u.test(object.text)) return true;
  if (
    object !== undefined &&
    /(?:翻车|受阻|遇阻|生变|破裂|失败|出糗|出丑|露馅|报错|作弊|道歉|致歉|获刑|被捕|相比|拒|登顶|夺冠|投用|投产|崩了?|发声明|怎么样|如何|多少|吗|呢|自己|之际|后首[日周月年]|周年|如何评价)$/u.test(
      object.text,
    )
  )
    return true;
  // 担任替补的葡萄牙踢得更流畅: what another does.
  // 1.6版本《盛夏: a title that is cut.
  if (object !== undefined && /得(?:更|很|太|不)|《[^》]*$/u.test(object.text)) return true;
  // 巴黎奥运会为什么俄罗斯被禁: so it is before the verb.
  if (object !== undefined && /(?:为什么|为何)./u.test(object.text)) return true;
  // Epic愚人节宣布收购Steam, 以为库克加入小米: in jest, and believed.
  if (clause.units.some(({ text }) => /^(?:愚人节|误?以为)$/u.test(text))) return true;
  // 解散时云韵为什么: what is asked of another.
  if (
    object !== undefined &&
    object.start > (clause.units[at]?.start ?? 0) &&
    /(?:为什么|为何|有哪些|是什么)$/u.test(object.text)
  )
    return true;
  // 发布 GPT-6 一周年: long ago.
  if (isAnniversary(clause.units, at)) return true;
  // 希望泽连斯基道歉, 希望欧盟制裁: wished for.
  if (
    subject !== undefined &&
    wishable.has(trigger.type) &&
    clause.units.slice(Math.max(0, subject.at - 1), at).some(({ text }) => text === '希望')
  )
    return true;
  return isNoneOfItsType({ draft, trigger, clause, at });
}
