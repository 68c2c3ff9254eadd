import { startsWithHan } from '../../text/han.js';
import type { EntityCategory } from '../entity.js';
import { argumentOf } from './arguments.js';
import { bargains } from './draft.js';
import type { EventArgument } from './event.js';
import { closesTime } from './time-phrases.js';
import { holdsAmount, isFraction, isNamed, isThingNamed, productLike, type Unit } from './unit.js';

/** A noun phrase, and whether it seems to be cut short. */
interface Phrase extends EventArgument {
  readonly isCut?: boolean;
}

const phraseEnds =
  /^(?:并|并且|进行谈判|并[陷获被遭将在入向]|即可|就能|便可|以|用于|用来|来|后|后于|时|之后|以后|从而|旨在|助力|助|让|使|可|能|为|于|由|但|而|因|因为|随着|称|表示|谁|意味着|引发|导致|转战|转向|转而|改为|with|for|to|between|in|at|on|from|after|as|amid|by|before|that|which|who|while|because|but|so|and|via|致|作|直到|直至|aimed|designed|meant|ahead|during|despite|without|across|until|under|targeting|regarding|featuring|including|worth|called|named|dubbed|using|over|through|when|if|into|against|says|said|is|are|was|were|will|has|have)$/u;

const phraseOpens =
  /^(?:了|到|出|其|新|的|全新|首款|首个|一款|一个|一项|一种|新一代|最新|首|款|个|进|入|自家|旗下|名为|新版|多款|两款|三款|该|its|a|an|the|their|new|his|her|first|latest|own|up|out|of|—)$/u;

const newPlace =
  /^(?:Jersey|York|Yorkers?|Zealand|Delhi|Orleans|Mexico|Hampshire|England|Guinea|Caledonia)\b/u;

/** True of prepositions, and of words that say how or how surely: 就已经难产, 疑似降智, 最高500亿, 深感自豪. */
function opensNoObject({ text, cues }: Unit): boolean {
  if (
    /^(?:虽|虽然|暂缓|搁置|终止|中止|今|今日|今天|昨日|昨天|明日|明天|即将|即|引|引发|引起|向|借|因|因为|在|要|给|判|判赔|索赔|暂时|首发|将|把|被|约|从|对|由|据|于|至|就|最高|至多|感到|深感|一度|冲爆|冲破|逼近|用|通过|如何|与|和|为|并|并且|致|致使|导致|跌入|跌破|跌至|涨至)$/u.test(
      text,
    )
  )
    return true;
  return startsWithHan(text) && (cues.has('rumour') || cues.has('hypothetical'));
}

/**
 * The noun phrase after the trigger at unit `at`, up to what ends a phrase, 14 units or 60 characters.
 */
export function findPhrase(text: string, units: readonly Unit[], at: number): Phrase | undefined {
  let first = at + 1;
  while (
    first < units.length &&
    phraseOpens.test(units[first]?.lower ?? '') &&
    !(units[first]?.text === 'New' && newPlace.test(units[first + 1]?.text ?? ''))
  )
    first++;
  // 首只人民币基金: the first of them.
  if (
    units[first - 1]?.text === '首' &&
    /^[只支家批架艘座台期集档条张位届份]$/u.test(units[first]?.text ?? '')
  )
    first++;
  // A million satellites: so many.
  if (
    /^(?:a|one)$/u.test(units[first - 1]?.lower ?? '') &&
    /^(?:hundred|thousand|million|billion|dozen|few|couple|handful)$/u.test(units[first]?.lower ?? '')
  )
    first--;
  // Buys a $4 billion stake in Alphabet: a share of whom.
  if (isShareOf(units, first)) first++;
  // Announces the launch of an application: what is launched.
  if (
    /^(?:launch|release|availability|rollout|debut|arrival|issuance|opening)$/u.test(
      units[first]?.lower ?? '',
    ) &&
    units[first + 1]?.lower === 'of'
  ) {
    first += 2;
    while (first < units.length && phraseOpens.test(units[first]?.lower ?? '')) first++;
  }
  // 全新设计的桌面端: new is the design.
  if (first > at + 1 && units[first - 1]?.text === '全新' && units[first + 1]?.text === '的') first--;
  const opener = units[first];
  // 向用户道歉, 因财报利好上涨, 在伦敦: what a preposition opens is no object.
  if (opener === undefined || isFraction(opener)) return undefined;
  if (opener.entity === undefined && opensNoObject(opener)) return undefined;
  let last = first - 1;
  // A phrase that runs on past its bound, or ends at another verb and names nothing, is cut somewhere.
  let isCut = false;
  for (let next = first; next < units.length; next++) {
    const unit = units[next];
    if (unit === undefined || next - first >= 14 || unit.end - opener.start > 60) {
      isCut = true;
      break;
    }
    // Launches it Wednesday #economy: when, and what is tagged.
    if (next > first && (weekday.test(unit.lower) || isLastTag(units, next))) break;
    // 在谷歌收购 Wiz 次日: when something else is done.
    if (next > first && closesDeed(units, first, next)) break;
    // Gemini 5 hours after: when.
    if (
      next > first &&
      unit.entity?.quantity?.type === 'duration' &&
      /^(?:after|before|later|earlier|ago|ahead)$/u.test(units[next + 1]?.lower ?? '')
    )
      break;
    // 审计简报指出: who reports goes on with a clause of his own.
    if (next > first && /^(?:指出|显示|称|表示|宣布|表明|强调|透露|回应)$/u.test(unit.text)) {
      // 上线数据局人员称: who says it is another one.
      isCut = !/^(?:指出|显示|表明)$/u.test(unit.text) && !units.slice(first, next).some(isThingNamed);
      break;
    }
    // Claude for Excel is one name where for stands between names of one run.
    if (
      (next > first || /[a-z]/u.test(unit.lower)) &&
      phraseEnds.test(unit.lower) &&
      !(unit.text === '转向' && isAttribute(units, next)) &&
      !(unit.lower === 'for' && isNamed(units[next - 1]) && isNamed(units[next + 1])) &&
      !isWithinName(text, units, at, next) &&
      !(unit.lower === 'in' && /^(?:stakes?|interest)$/u.test(units[next - 1]?.lower ?? '')) &&
      !joinsThings(units, next) &&
      !(unit.text === '可' && units[next - 1]?.text === '的')
    ) {
      // Announced the U.S. has indicted: a clause of its own, of which the phrase is the subject.
      isCut ||= /^(?:is|are|was|were|will|has|have|says|said)$/u.test(unit.lower) && next > first;
      break;
    }
    // 降价安卓旗舰却卖爆了: the subject of the next verb.
    if (next > first && /^(?:却|则|反而|竟|竟然|真的)$/u.test(unit.text)) return undefined;
    // 推团购服务与 Groupon 竞争: whom one does it against.
    if (
      next > first &&
      /^[与和同跟]$/u.test(unit.text) &&
      /^(?:竞争|抗衡|对抗|较量|争夺|竞技|比肩|媲美|抢|比拼|「拼|拼|对打|争锋|叫板)/u.test(
        units[next + 2]?.text ?? '',
      )
    )
      break;
    // 《世界经济展望》预测GDP: what it says.
    if (
      next > first &&
      /^(?:预测|预计|披露|明确|提出|规定|要求)$/u.test(unit.text) &&
      text.slice(units[next - 1]?.end, unit.start).startsWith('》')
    )
      break;
    // 发布司法解释保护人脸安全: what it is for.
    if (next > first && provides.test(unit.text) && document.test(units[next - 1]?.text ?? '')) break;
    // 特斯拉专利花5亿: what it cost.
    const sum = units[next + 1];
    if (next > first && /^(?:花|赚|卖|亏|耗|耗时)$/u.test(unit.text) && sum !== undefined && holdsAmount(sum))
      break;
    // 起诉家属赔偿 120 亿: what is asked for.
    if (next > first && claims.test(unit.text) && units[at]?.triggers.some(({ type }) => type === 'lawsuit'))
      break;
    if (next > first && next < units.length - 1) {
      // 没有接入 Deepseek 选择自研: the next verb of the same subject.
      if (unit.text === '选择' && units.slice(first, next).some(isThingNamed)) break;
      if (
        opensNext.test(unit.text) ||
        (tellsMore.test(unit.text) &&
          units[next - 1]?.text !== '可' &&
          !isRelative(units, first, next) &&
          !isAttribute(units, next))
      )
        break;
      // 召回奶粉或致腹泻: what may come of it.
      if (unit.text === '或' && /^(?:致|将|使|会|能|导致|前往|需|因|可)/u.test(units[next + 1]?.text ?? ''))
        break;
    }
    // A deal to acquire Arm collapsed.
    if (next > first && cameToNaught(units, next)) break;
    // Shares of Dr. Jart+ it does not own; IT has capitals.
    if (next > first && pronouns.has(unit.text)) break;
    // 名为 Euphony 的开源工具: the name, and not what kind of thing has it.
    if (unit.text === '的' && /^(?:名为|名叫|叫做)$/u.test(units[first - 1]?.text ?? '')) break;
    if (unit.triggers.length > 0 && next > first && !isNominal(text, units, next)) {
      // 负责任扩展政策, VS Code 扩展版本: a word that is a noun as often as a verb.
      if (isPartOfThing(units, first, next)) {
        last = next;
        continue;
      }
      isCut = startsWithHan(unit.text) && !units.slice(first, next).some(isThingNamed);
      break;
    }
    const inPassing = units[next + 1]?.text === '的';
    if (unit.entity?.category === 'money' && !inPassing) {
      isCut = next > first && !units.slice(first, next).some(isThingNamed);
      break;
    }
    last = next;
  }
  last = lastOfThing(units, first, last, units[at]?.triggers.some(({ type }) => bargains.has(type)) === true);
  // 就接入模型与 Alphabet 进行谈判: with whom, and not what.
  if (
    last > first + 1 &&
    /^(?:进行|展开|达成|签署|签订|开展)/u.test(units[last + 1]?.text ?? '') &&
    /^(?:与|和|同|跟)$/u.test(units[last - 1]?.text ?? '')
  )
    last -= 2;
  const closer = units[last];
  if (last < first || closer === undefined) return undefined;
  // 基于 GLM-4.5 的模型 is a thing; without 的 it says only on what.
  if (/^(?:基于|针对|专为|面向|关于|用于|适用于|围绕)$/u.test(opener.text)) {
    if (!units.slice(first, last).some(({ text: word }) => word === '的')) return undefined;
  }
  const phrase = argumentOf(text, units.slice(first, last + 1));
  return phrase !== undefined && isCut ? { ...phrase, isCut } : phrase;
}

/** True of a word of time behind a thing that has its name, at the end or before the deed that is dated by it: GPT-6 之际, GPT-6 前发布. */
function closesDeed(units: readonly Unit[], first: number, at: number): boolean {
  if (!closesTime(units[at]) || !units.slice(first, at).some(isThingNamed)) return false;
  return (
    at === units.length - 1 ||
    units[at + 1]?.cues.has('light') === true ||
    units.slice(at + 1, at + 3).some(({ triggers }) => triggers.length > 0)
  );
}

/** What is told about a deed behind its object: 收购 Cursor 始末, 发布 GPT-6 引热议, 直播回放. */
const aftermath =
  /^(?:的|含金量|始末|一事|之事|前夕|前夜|当天|当日|次日|来龙去脉|全过程|过程|经过|内幕|幕后|复盘|回顾|全程|直播|回放|实录|引热议|引争议|引关注|引围观|引质疑|引发|热议|刷屏|再说|在即|在|即|太[慢快晚早贵]|yet)$/u;

/** The last unit of the thing that has a name, if only such words follow it. */
function withoutAftermath(units: readonly Unit[], first: number, end: number): number {
  let last = end;
  while (last > first && aftermath.test(units[last]?.lower ?? '')) last--;
  return isThingNamed(units[last] as Unit) ? last : end;
}

/** Words that close a phrase and are no part of the thing. */
const closesNone =
  /^(?:的|和|与|及|、|在|对|从|向|于|为|用|and|&|了|将|of|to|for|开源|至|通过|基于|正式|获批|获准|获批准|胜诉|败诉|索赔|获赔|使用|系|谣言|传闻|传言|very|soon|again|further|today|now|officially|worldwide|吗|呢|么|创业|会|涉|加强|做好|严厉|依法|internally|globally|publicly|怎样|怎么样|却|反而|反倒|竟然?|仍然?|依旧|马上|就|才|均)$/u;

/** When or how, in small letters: Yesterday is a film. */
const adverb =
  /^(?:yesterday|tonight|overnight|recently|finally|outright|earlier|later|lately|already|just|altogether|alone|instead|anyway|too|quietly|secretly|silently|formally|entirely|completely|fully|directly|immediately|suddenly|successfully|separately)$/u;

const partOfTime =
  /^(?:year|month|week|weekend|quarter|spring|summer|fall|autumn|winter|morning|afternoon|evening|night)$/u;

const failed = /^(?:collapse[sd]|fail(?:s|ed)|stall(?:s|ed)|unravell?(?:s|ed)|die[sd])$/u;

/** True of what became of a deal to do it: collapsed, falls apart, is off. A failed bank is none. */
export function cameToNaught(units: readonly Unit[], at: number): boolean {
  const { lower } = units[at] as Unit;
  const next = units[at + 1];
  if (failed.test(lower)) return next === undefined || next.cues.has('prep') || weekday.test(next.lower);
  if (/^(?:fell|falls?)$/u.test(lower)) return /^(?:through|apart)$/u.test(next?.lower ?? '');
  return lower === 'is' && next?.lower === 'off' && at + 2 === units.length;
}

/** What became of a deal, at its end. */
const cameToNothing = /^(?:告吹|流产|失败|泡汤|落空|夭折|搁浅|未果|作罢|生变|受阻|遇阻|破裂|无望)$/u;
const dealWord = /^(?:的|计划|交易|协议|谈判|方案|提议|一事|事宜)$/u;

/** The last unit of the thing: without when and how, by how much, and what became of the deal. */
function lastOfThing(units: readonly Unit[], first: number, end: number, isBargain: boolean): number {
  let last = withoutAftermath(units, first, end);
  while (last > first) {
    const { text, lower, entity } = units[last] as Unit;
    const next = units[last + 1]?.lower ?? '';
    const isTime = /^(?:last|this|next|late|early)$/u.test(lower) && weekday.test(next);
    if (
      closesNone.test(lower) ||
      adverb.test(text) ||
      isTime ||
      entity?.category === 'percent' ||
      isFraction(units[last] as Unit)
    )
      last--;
    // GPT-6 this year: when, and not what.
    else if (
      last > first + 1 &&
      partOfTime.test(lower) &&
      /^(?:this|next|last)$/u.test(units[last - 1]?.lower ?? '')
    )
      last -= 2;
    // 收购 Arm 的计划流产.
    else if (isBargain && cameToNothing.test(text)) {
      last--;
      while (last > first && dealWord.test(units[last]?.text ?? '')) last--;
    } else break;
  }
  return last;
}

function isShareOf(units: readonly Unit[], at: number): boolean {
  return (
    units[at]?.entity?.category === 'money' &&
    /^(?:stakes?|interest)$/u.test(units[at + 1]?.lower ?? '') &&
    units[at + 2]?.lower === 'in' &&
    units.slice(at + 3, at + 5).some(isNamed)
  );
}

const parties: ReadonlySet<EntityCategory> = new Set(['company', 'organization', 'person']);

/** Rolls out Claude Code and Codex, sues Apple and OpenAI: two of a kind, and no second verb. */
function joinsThings(units: readonly Unit[], at: number): boolean {
  const one = units[at - 1]?.entity;
  const other = units[at + 1]?.entity;
  if (one === undefined || other === undefined || !/^(?:and|&)$/u.test(units[at]?.lower ?? '')) return false;
  const areAlike = [productLike, parties].some((kind) => kind.has(one.category) && kind.has(other.category));
  return areAlike && !units.slice(at + 2, at + 4).some(({ triggers }) => triggers.length > 0);
}

const pronouns: ReadonlySet<string> = new Set(['it', 'they', 'he', 'she', 'we']);
const weekday = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/u;

/** True of the first of the tags that close a post; in `any #ChatGPT app` a tag is a word like others. */
function isLastTag(units: readonly Unit[], at: number): boolean {
  const isTag = (unit: Unit | undefined) => unit?.text.startsWith('#') === true;
  if (/^(?:of|for|with|on|in|to|the|a|an|own|any)$/u.test(units[at - 1]?.lower ?? '')) return false;
  return isTag(units[at]) && (at === units.length - 1 || isTag(units[at + 1]));
}

/** What is issued, and the verbs that say what for. */
const document = /(?:司法解释|标准|举措|措施|规定|意见|政策|通知|公告|办法|条例|视频|海报)$/u;
const provides = /^(?:保护|规范|便利|明确|惩治|严惩|整治|鼓励|禁止|严禁|要求|霸气|呼吁|致敬)$/u;

const claims =
  /^(?:赔|赔偿|索赔|维权|侵权|专利|商标|名誉|著作权|版权|操纵|垄断|欺诈|抄袭|获赔|判赔|反遭|[一二终]审)$/u;

/** A verb of its own behind the thing: 发布 loop 命令 支持 周期性任务. */
const tellsMore =
  /^(?:支持|解释|解析|实现|进行|介绍|怎么|布局|帮助|允许|优化|提升|大幅|覆盖|对标|适配|抢占|挑战|应对|瞄准|主打|解决|赋能|简化|降低|取代|替代|面向|停止|测试|对阵|对战|迎战|叫板|狙击|对抗|含|包含|包括|涵盖|采用|具备|拥有|带来|引领|助推|打破|开启|迎来|转型|整合|接管|冲击|重塑|颠覆|改变|涉及|负责|出任|担任|执掌|接替|保障|促进|展开|提醒|降|提速|缩减|引发|释放|强化|加快|增强|推进|推动|致力|高达|改善|缓解|防范|搞|享|值得|对|打击|遏制|翻车|转型|造福|惠及|揭秘|曝光|回馈|有|内置|内嵌|提振|加速|拉动|带动|刺激|指控|侵犯|盗用|剽窃|违反|违约|作为|确认|否认|批评|质疑|套现|获利|备战|进军|杀入|抢滩|筹备|谋划|惨遭|惊现|邀|邀请|打造|引爆|刷爆|席卷|轰动)$/u;

/** What opens the next verb's own phrase: Vibe Coding XR 将自然语言转化, 全员信宣布. */
const opensNext =
  /^(?:很|太|是|只是|将|把|向|比|至|宣布|声称|指出|称|表示|显示|介绍|提议|呼吁|警告|回应|揭示|已|已经|正|正在|仍|却|则|不|没|没有|未|即将|有望|或将|获|遭|被|被判|将成|或成|拟|欲|需|均|也|都|还|只|仅|通过|借助|要求|给|每月|每年|每天|涉嫌|疑似|再|妄图|企图|试图|意图|未能|斥|怒斥|引|带火|且)$/u;

/** True of 扩展, 升级 and their like within a phrase that names nothing yet and goes on with a plain noun. */
function isPartOfThing(units: readonly Unit[], first: number, at: number): boolean {
  const next = units[at + 1];
  if (next === undefined || next.entity !== undefined || next.cues.size > 0 || next.triggers.length > 0)
    return false;
  return (
    /^(?:扩展|升级|更新|集成|优化|研发|开发)$/u.test(units[at]?.text ?? '') &&
    !units.slice(first, at).some(isThingNamed)
  );
}

/** 动态视觉解释功能: a verb right before what it names is a part of the name. */
function isAttribute(units: readonly Unit[], at: number): boolean {
  // 基准测试及数据集.
  if (units[at]?.text === '测试' && /^(?:及|和|与|以及|、)$/u.test(units[at + 1]?.text ?? '')) return true;
  if (/^(?:优化|提升|改善|增强|改变)$/u.test(units[at]?.text ?? '')) return false;
  return /^(?:订阅费?|套餐|产品|试验|功能|工具|系统|平台|服务|模型|框架|能力|技术|方案|插件|助手|引擎|中心|计划|政策|措施|资金|办法|细则|项目)$/u.test(
    units[at + 1]?.text ?? '',
  );
}

/** True if 的 follows within the phrase: 支持 多语言 的 版本 is one thing. */
function isRelative(units: readonly Unit[], first: number, at: number): boolean {
  // 发布 o1 模型具备类似人类的能力: it has its name already.
  if (units[at + 1]?.text !== '的' && units.slice(first, at).some(isThingNamed)) return false;
  return units.slice(at + 1, at + 8).some(({ text }) => text === '的');
}

/** Chips-for-Stock, and in Chinese text Claude Code to Figma 功能: a preposition within a name ends no phrase. */
function isWithinName(text: string, units: readonly Unit[], at: number, next: number): boolean {
  const unit = units[next];
  if (unit === undefined || !/[a-z]/u.test(unit.lower)) return false;
  if (text.charAt(unit.start - 1) === '-') return true;
  const isHan = startsWithHan(units[at]?.text ?? '');
  return (
    isHan && /^[A-Za-z]/u.test(units[next - 1]?.text ?? '') && /^[A-Z]/u.test(units[next + 1]?.text ?? '')
  );
}

/** A trigger word that closes a phrase or is followed by 的 or a noun is a noun there: 发布 升级 版本. */
function isNominal(text: string, units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (unit === undefined) return false;
  // New Generation of Open-Source Models, a long-form answer: an English base form in a phrase is a noun or qualifies one.
  if (text.charAt(unit.start - 1) === '-') return true;
  // Price hikes.
  if (units[at - 1]?.lower === 'price') return true;
  // VS Code 扩展 pre-release 版本.
  if (
    unit.text === '扩展' &&
    /^[A-Za-z]/u.test(units[at + 1]?.text ?? '') &&
    /[A-Za-z]$/u.test(units[at - 1]?.text ?? '')
  )
    return true;
  if (unit.text === '演示' && units[at + 1]?.text === '视频') return true;
  if (unit.text === '投资' && /^(?:基金|产品|组合|顾问)$/u.test(units[at + 1]?.text ?? '')) return true;
  // WebWorld 大型开放网络世界模型: behind an attribute it is one as well.
  if (at < units.length - 1 && /^(?:大型|新型|轻量级?|超大|通用|国产|原生)$/u.test(units[at - 1]?.text ?? ''))
    return true;
  if (unit.triggers.every(({ type, english }) => type === 'open_source' && !english) && at < units.length - 1)
    return true;
  if (unit.triggers.every(({ english, form }) => english && form === 'base'))
    return units[at - 1]?.lower !== 'to';
  return (unit.lower.length <= 2 && at === units.length - 1) || nounAfter.test(units[at + 1]?.lower ?? '');
}

/** What follows makes a noun of the trigger. */
export const nounAfter =
  /^(?:的|者|案|标书|会|时间|日期|日|商|方|版|价|率|量|潮|稿|费|权|额|周期|计划书|战略|节奏|之战|大战|竞赛|模式|工具|平台|能力|服务|系统|历史|传闻|风波|背后|危机|风险|流程|指南|教程|争议|神器|篇|之后|以来|之争|之路|程序|模拟器|报价|要约|意向书|提案|标的|对象|要求|制度|结果|办法|名单|算力|技巧|实战|环境|权重|类股票|流|插件|包|协议|产品|版本|报告|公司|企业|中心|团队|任务|案例|套餐|现场|清单|黑名单|仪式|规律|总结|关系|裂痕|伙伴|框架|细节|进展|合同|大棒|可能性|概率|几率|总监|副总监|经理|采购员)$/u;
