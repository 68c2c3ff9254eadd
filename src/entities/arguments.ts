import type { Unit } from './clauses.js';
import { type Entity, type EntityCategory, isAmount } from './entity.js';
import type { EventArgument, EventType } from './event.js';

/** Categories that act, whatever the event. A product stands for its maker: 豆包 推出订阅. */
const agents = new Set<EntityCategory>(['company', 'organization', 'product', 'model', 'name']);
const withPersons = new Set<EventType>([
  'acquisition',
  'restructuring',
  'investment',
  'lawsuit',
  'personnel',
  'research',
  'partnership',
  'open_source',
  'release',
  'infrastructure',
  'quality_complaint',
]);
const withPlaces = new Set<EventType>([
  'regulation',
  'infrastructure',
  'investment',
  'lawsuit',
  'partnership',
]);
const themes = new Set<EntityCategory>([
  'company',
  'organization',
  'product',
  'model',
  'name',
  'hardware',
  'dataset',
  'stock',
  'coin',
  'person',
]);

/** May an entity of this category be the actor of such an event? */
export function canAct(category: EntityCategory, type: EventType): boolean {
  if (agents.has(category)) return true;
  if (category === 'person') return withPersons.has(type);
  if (category === 'place') return withPlaces.has(type);
  return false;
}

/** May something of this category be what it happens to? */
export function canBeTheme(category: EntityCategory): boolean {
  return themes.has(category);
}

/** A subject, and how sure it is. */
export interface Subject {
  readonly at: number;
  readonly entity: Entity;
  readonly sureness: number;
}

export function isNamed(unit: Unit | undefined): boolean {
  return unit?.entity !== undefined && !isAmount(unit.entity);
}

/** A named thing that is more than an idea: AI alone says nothing. */
function isThingNamed(unit: Unit): boolean {
  return unit.entity !== undefined && !isAmount(unit.entity) && !ideas.has(unit.entity.category);
}

/** Letters of a unit as they weigh in a gap: a Latin word weighs as two Han characters. */
function weightOf(unit: Unit): number {
  return /^[a-z0-9]/u.test(unit.lower) ? 2 : unit.text.length;
}

/** Named things that are no one's name. */
const ideas = new Set<EntityCategory>(['concept', 'technique', 'event']);

function isJoint(unit: Unit | undefined): boolean {
  return unit !== undefined && (joint.test(unit.lower) || /[\u3400-\u9fff]及$/u.test(unit.text));
}

/** The unit that governs the one at `at`: 为 in 为 ChatGPT, with in `with OpenAI`; -1 if none does. */
export function governor(units: readonly Unit[], at: number): number {
  let weight = 0;
  for (let before = at - 1; before >= 0 && at - before <= 5; before--) {
    const unit = units[before];
    if (unit === undefined) return -1;
    if (unit.cues.has('prep')) return before;
    // 在苹果 Siri 改版前: the maker right before its product is governed with it; so is 用 DeepSeek + Claude Code.
    // and the second of two: 在 Claude Code 桌面端及 Cowork 平台.
    if (isNamed(unit) && (before === at - 1 || isJoint(units[before + 1]) || isJoint(units[at - 1])))
      continue;
    // 向 AI 初创公司 Upstage: an idea that the dictionary knows is a word like others.
    if (unit.entity !== undefined && ideas.has(unit.entity.category)) {
      weight += weightOf(unit);
      continue;
    }
    if (isNamed(unit) || unit.triggers.length > 0 || unit.cues.has('speech')) return -1;
    // 向 AI 初创公司 Upstage: a few words of apposition may stand between.
    if (!unit.cues.has('light')) weight += weightOf(unit);
    if (weight > 8) return -1;
  }
  return -1;
}

const joint = /^(?:\+|和|与|及|以及|跟|同|、|and|&|,|plus)$/u;

/** True if the named thing at `at` is the second of a pair whose first is a name: OpenAI 和 微软. */
export function pairedWith(units: readonly Unit[], at: number): number {
  const link = units[at - 1];
  const other = units[at - 2];
  return link !== undefined && joint.test(link.lower) && isNamed(other) ? at - 2 : -1;
}

/**
 * The subject of the trigger at unit `at`: the nearest named thing before it that may act, is governed by
 * no preposition and from which nothing but light words, phrases of time and prepositional phrases part it.
 *
 * @param from  first unit to look at
 */
export function findSubject(
  units: readonly Unit[],
  from: number,
  at: number,
  accepts: (entity: Entity) => boolean,
): Subject | undefined {
  let gap = 0;
  let otherTriggers = 0;
  for (let before = at - 1; before >= from; before--) {
    const unit = units[before];
    if (unit === undefined) break;
    const entity = unit.entity;
    if (entity !== undefined && !isAmount(entity) && !unit.cues.has('speech_source')) {
      const pair = pairedWith(units, before);
      if (pair >= from) {
        if (isOwner(units, before)) gap += 8;
        before = pair + 1;
        continue;
      }
      const prep = governor(units, before);
      if (prep >= 0 && !subordinates.test(units[prep]?.lower ?? '')) {
        // The whole phrase, with what followed its name, is no gap: 为 ChatGPT 用户 推出.
        gap = Math.min(gap, 1);
        before = prep;
        continue;
      }
      // 荣耀 MWC 发布了: where it was done.
      if (notItself.test(units[before + 1]?.lower ?? '') || venue.test(unit.text)) {
        gap += 12;
        continue;
      }
      // OpenAI 与 Anthropic 的合资企业 is neither of the two.
      if (isOwner(units, before)) gap += 12;
      if (isInPassing(units, before)) gap += 8;
      // 前三星高管 is not Samsung, and in 英伟达超微软登顶 Microsoft is who was surpassed.
      if (
        /^(?:前|原|诉|紧跟|跟进|效仿|追赶|对标|超|超过|超越|反超|赶超|击败|力压)$/u.test(
          units[before - 1]?.text ?? '',
        )
      )
        gap += 12;
      // 加拿大公司: some company of that country.
      if (
        entity.category === 'place' &&
        /^(?:公司|企业|团队|初创公司|机构|媒体|学者|科学家|男子|女子|网友)$/u.test(
          units[before + 1]?.text ?? '',
        )
      )
        gap += 12;
      if (isObjectOfOther(units, before)) gap += 6;
      if (accepts(entity)) {
        const climbed = rowStart(units, climb(units, before, from, accepts), from);
        if (climbed !== before && isInPassing(units, climbed)) gap += 8;
        // 中国 信通院: a place right before a word is most often a part of a longer name.
        const distance = entity.category === 'place' ? gap * 5 : gap;
        const sureness = gapSureness(distance) * (otherTriggers > 0 ? 0.8 : 1) * (entity.known ? 1 : 0.93);
        const chosen = units[climbed]?.entity ?? entity;
        return { at: climbed, entity: chosen, sureness };
      }
      gap += 1;
      continue;
    }
    if (entity !== undefined) {
      gap += entity.category === 'date' ? 0 : 1;
      continue;
    }
    // 英伟达支持的初创公司: what stands before 的 only says which one is meant.
    if (unit.text === '的' && before > from && !isNamed(units[before - 1])) gap += 12;
    // Apple backs Google after EU orders …: the subject stands on this side of after.
    if (subordinates.test(unit.lower)) return undefined;
    if (unit.cues.has('cause')) gap += 12;
    // 谷歌称黑客发现漏洞: who says it is not who did it. 宣布 says what one does oneself.
    if (unit.text === '回应' && gap >= 1) gap += 12;
    if (unit.cues.has('speech') && gap >= 2 && !/^(?:宣布|announce)/u.test(unit.lower)) gap += 12;
    if (unit.cues.has('light') || unit.cues.has('speech') || unit.cues.has('plan') || unit.cues.has('rumour'))
      continue;
    if (unit.cues.has('negation')) {
      // 字节辟谣暴雪前 CEO 洽购: who denies it is not who does it.
      if (gap >= 2 && /^(?:否认|否认了|辟谣)$/u.test(unit.text)) gap += 12;
      continue;
    }
    if (unit.triggers.length > 0) {
      otherTriggers++;
      gap += 1;
      continue;
    }
    if (unit.cues.has('prep')) {
      // Chinese sets the phrase between subject and verb, English hardly ever.
      gap = /[a-z]/u.test(unit.lower) ? gap + 2 : Math.min(gap, 2);
      continue;
    }
    gap += weightOf(unit);
  }
  return undefined;
}

/** True if the two units are companies or persons that stand side by side: 腾讯阿里. */
export function isRow(one: Unit | undefined, next: Unit | undefined): boolean {
  return (
    one?.entity !== undefined &&
    next?.entity !== undefined &&
    one.entity.category === next.entity.category &&
    (one.entity.category === 'person' ||
      (one.entity.category === 'company' && one.entity.known && next.entity.known)) &&
    one.end === next.start &&
    one.entity.canonical !== next.entity.canonical &&
    hanStart.test(one.text)
  );
}

/** The first of companies side by side; and Microsoft in 微软 MSI 团队. */
function rowStart(units: readonly Unit[], at: number, from: number): number {
  let first = at;
  while (first > from && isRow(units[first - 1], units[first])) first--;
  const owner = units[first - 1]?.entity;
  if (
    first > from &&
    owner?.category === 'company' &&
    /^(?:团队|实验室|部门|事业部)$/u.test(units[at + 1]?.text ?? '')
  )
    return first - 1;
  return first;
}

/** OpenAI 与 Anthropic 的合资企业, Alphabet 旗下公司: named as the owner of what acts. */
function isOwner(units: readonly Unit[], at: number): boolean {
  return /^(?:的|旗下)$/u.test(units[at + 1]?.text ?? '') && !isNamed(units[at + 2]);
}

/** Fairs and conferences, where others act. */
const venue = /^(?:MWC|CES|GTC|WWDC|COMPUTEX|IFA|ChinaJoy|Google I\/O|Build|re:Invent)(?:\s?20\d\d)?$/iu;

/** These open a clause of their own, with its own subject. */
const subordinates = /^(?:after|as|when|while|because|since|before|if|until|although|though|whether)$/u;

/** its OpenAI investment, the company that outsells Tesla: named on the way to the subject. */
function isInPassing(units: readonly Unit[], at: number): boolean {
  if (/^(?:its|his|her|their|our|my|your|其|他的|她的)$/u.test(units[at - 1]?.lower ?? '')) return true;
  return units.slice(Math.max(0, at - 3), at).some((unit) => /^(?:that|which|who)$/u.test(unit.lower));
}

/** True right after another verb: iPhone in `that built your iPhone is now building`. */
function isObjectOfOther(units: readonly Unit[], at: number): boolean {
  for (let before = at - 1; before >= 0 && at - before <= 2; before--) {
    const unit = units[before];
    if (unit === undefined || isNamed(unit)) return false;
    if (unit.triggers.length > 0) return true;
    if (!unit.cues.has('light') && !/^(?:your|my|our|this|that)$/u.test(unit.lower)) return false;
  }
  return false;
}

/** After a name: not it, but someone of it or against it, acts. */
export const notItself =
  /^(?:弟弟|哥哥|妹妹|姐姐|妻子|丈夫|前夫|爸爸|妈妈|粉丝们|员工|概念板块|指数|生态链企业|子公司|孙公司|制片|制片方|出品方|开发商|作者|主演|导演|主帅|球员|领队|之后|之外|以外|财报|之父|之母|挑战者|对手|竞争对手|竞品|前|前员工|前高管|投资者|投资人|用户|股东|粉丝|平替|供应商|供应链|客户|案|诉讼案|诉讼|概念股|概念|教父|死敌|劲敌|杀手|版|门徒|系|创始人|子女|前妻|女儿|儿子|家人|孩子|母亲|父亲|律师|发言人|粉丝团|合资企业|合资公司|联合团队|下载榜|榜|榜单|应用商店|之争|之战|大战|相关|问题|风波|事件|官司|庭审|支持者|受害者|前员工们|离职员工|老板|veterans|alumni|employees|users|investors|shareholders|rival|rivals|critics|customers|lawsuit|case|trial|fans|alternative|competitor|competitors|victims|workers|staff|founder|founders|co-founder|co-founders|foundation|基金会|cofounder|cofounders|creator|creators|owner|owners|parent|engineer|engineers|researcher|researchers|official|officials|lawmakers|regulators|governor|senator|police|研究生|学生|学者)$/u;

/** From the product in 谷歌 Gemini 推出 or OpenAI's Codex to the company right before it. */
function climb(
  units: readonly Unit[],
  at: number,
  from: number,
  accepts: (entity: Entity) => boolean,
): number {
  const here = units[at]?.entity;
  if (here === undefined || here.category === 'company' || here.category === 'organization') return at;
  let before = at - 1;
  const link = units[before];
  if (link !== undefined && /^(?:旗下|的|'s|’s)$/u.test(link.lower)) before--;
  const owner = units[before];
  if (before < from || owner?.entity === undefined || !accepts(owner.entity)) return at;
  if (governor(units, before) >= 0 || owner.cues.has('speech_source')) return at;
  const category = owner.entity.category;
  return category === 'company' || category === 'organization' ? before : at;
}

function gapSureness(gap: number): number {
  if (gap <= 1) return 1;
  if (gap <= 4) return 0.86;
  if (gap <= 8) return 0.66;
  return gap <= 12 ? 0.5 : 0.3;
}

const phraseEnds =
  /^(?:并|并且|并[陷获被遭将在入向]|即可|就能|便可|以|用于|用来|来|后|时|之后|以后|从而|旨在|助力|助|让|使|可|能|为|于|由|但|而|因|因为|随着|称|表示|引发|导致|转战|转向|转而|改为|with|for|to|in|at|on|from|after|as|amid|by|before|that|which|who|while|because|but|so|and|via|致|during|despite|without|across|until|under|called|named|dubbed|using|over|through|when|if|into|against|says|said|is|are|was|were|will|has|have)$/u;
const phraseOpens =
  /^(?:了|到|出|其|新|的|全新|首款|首个|一款|一个|一项|一种|新一代|最新|首|款|个|进|入|自家|旗下|名为|新版|多款|两款|三款|该|its|a|an|the|their|new|his|her|first|latest|own|up|out|of|—)$/u;

/** True of prepositions, and of words that say how or how surely: 就已经难产, 疑似降智, 最高500亿, 深感自豪. */
function opensNoObject({ text, cues }: Unit): boolean {
  if (
    /^(?:向|借|因|因为|在|将|把|被|约|从|对|由|据|于|至|就|最高|至多|感到|深感|一度|冲爆|冲破|逼近|用|通过|如何|与|和|为|并|并且|致|致使|导致|跌入|跌破|跌至|涨至)$/u.test(
      text,
    )
  )
    return true;
  return hanStart.test(text) && cues.has('rumour');
}

const hanStart = /^[\u3400-\u9fff]/u;

/** A noun phrase, and whether it seems to be cut short. */
interface Phrase extends EventArgument {
  readonly isCut?: boolean;
}

/**
 * The noun phrase after the trigger at unit `at`, up to what ends a phrase, 14 units or 60 characters.
 */
export function findPhrase(text: string, units: readonly Unit[], at: number): Phrase | undefined {
  let first = at + 1;
  while (first < units.length && phraseOpens.test(units[first]?.lower ?? '')) first++;
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
  if (opener === undefined || (opener.entity === undefined && opensNoObject(opener))) return undefined;
  let last = first - 1;
  // A phrase that runs on past its bound, or ends at another verb and names nothing, is cut somewhere.
  let isCut = false;
  for (let next = first; next < units.length; next++) {
    const unit = units[next];
    if (unit === undefined || next - first >= 14 || unit.end - opener.start > 60) {
      isCut = true;
      break;
    }
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
      !(unit.lower === 'for' && isNamed(units[next - 1]) && isNamed(units[next + 1])) &&
      !isWithinName(text, units, at, next)
    ) {
      // Announced the U.S. has indicted: a clause of its own, of which the phrase is the subject.
      isCut ||= /^(?:is|are|was|were|will|has|have|says|said)$/u.test(unit.lower) && next > first;
      break;
    }
    if (next > first && next < units.length - 1) {
      // 没有接入 Deepseek 选择自研: the next verb of the same subject.
      if (unit.text === '选择' && units.slice(first, next).some(isThingNamed)) break;
      if (opensNext.test(unit.text) || (tellsMore.test(unit.text) && !isRelative(units, next))) break;
    }
    if (unit.triggers.length > 0 && next > first && !isNominal(text, units, next)) {
      // 负责任扩展政策, VS Code 扩展版本: a word that is a noun as often as a verb.
      if (isPartOfThing(units, first, next)) {
        last = next;
        continue;
      }
      isCut = hanStart.test(unit.text) && !units.slice(first, next).some(isThingNamed);
      break;
    }
    const inPassing = units[next + 1]?.text === '的';
    if (unit.entity?.category === 'money' && !inPassing) {
      isCut = next > first && !units.slice(first, next).some(isThingNamed);
      break;
    }
    last = next;
  }
  while (
    last > first &&
    /^(?:的|和|与|及|、|and|&|了|将|of|to|for|开源|至|通过|基于|正式|获批|获准|获批准|胜诉|败诉|索赔|获赔|soon|today|now|officially|worldwide)$/u.test(
      units[last]?.lower ?? '',
    )
  )
    last--;
  const closer = units[last];
  if (last < first || closer === undefined) return undefined;
  // 基于 GLM-4.5 的模型 is a thing; without 的 it says only on what.
  if (/^(?:基于|针对|专为|面向|关于|用于|适用于|围绕)$/u.test(opener.text)) {
    if (!units.slice(first, last).some(({ text: word }) => word === '的')) return undefined;
  }
  const phrase = argumentOf(text, units.slice(first, last + 1));
  return phrase !== undefined && isCut ? { ...phrase, isCut } : phrase;
}

/** A verb of its own behind the thing: 发布 loop 命令 支持 周期性任务. */
const tellsMore =
  /^(?:支持|解释|实现|进行|介绍|怎么|布局|帮助|允许|优化|提升|大幅|覆盖|对标|适配|抢占|挑战|应对|瞄准|主打|解决|赋能|简化|降低|取代|替代|面向|停止|测试|对阵|对战|迎战|叫板|狙击|对抗|含|包含|包括|涵盖|采用|具备|拥有|带来|引领|助推|打破|开启|迎来|转型|整合|接管|冲击|重塑|颠覆|改变|涉及|负责|出任|担任|执掌|接替|保障|促进|展开|提醒|降|提速|缩减|引发|释放|强化|加快|增强|推进|推动|致力|高达|改善|缓解|防范|搞|享|翻车|转型|造福|惠及|揭秘|曝光|回馈|指控|作为|确认|否认|批评|质疑|套现|获利|备战|进军|杀入|抢滩)$/u;

/** What opens the next verb's own phrase: Vibe Coding XR 将自然语言转化, 全员信宣布. */
const opensNext =
  /^(?:是|只是|将|把|向|比|至|宣布|声称|指出|称|表示|显示|介绍|提议|呼吁|警告|回应|揭示|已|已经|正|正在|仍|却|则|不|没|没有|未|即将|有望|或将|获|遭|被|拟|欲|需|均|也|都|还|只|仅|通过|借助|要求|给|每月|每年|每天)$/u;

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

/** True if 的 follows within the phrase: 支持 多语言 的 版本 is one thing. */
function isRelative(units: readonly Unit[], at: number): boolean {
  return units.slice(at + 1, at + 8).some(({ text }) => text === '的');
}

/** Chips-for-Stock, and in Chinese text Claude Code to Figma 功能: a preposition within a name ends no phrase. */
function isWithinName(text: string, units: readonly Unit[], at: number, next: number): boolean {
  const unit = units[next];
  if (unit === undefined || !/[a-z]/u.test(unit.lower)) return false;
  if (text.charAt(unit.start - 1) === '-') return true;
  const isHan = hanStart.test(units[at]?.text ?? '');
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
  if (unit.triggers.every(({ type, english }) => type === 'open_source' && !english) && at < units.length - 1)
    return true;
  if (unit.triggers.every(({ english, form }) => english && form === 'base'))
    return units[at - 1]?.lower !== 'to';
  return (unit.lower.length <= 2 && at === units.length - 1) || nounAfter.test(units[at + 1]?.lower ?? '');
}

/** The stretch with the closing quotation mark that belongs to it, or without one that has no partner. */
function balanced(text: string, start: number, end: number): string {
  let surface = text.slice(start, end).trim();
  for (const [open, close] of ['「」', '『』', '“”', '《》', '‘’', '()', '（）']) {
    if (open === undefined || close === undefined) continue;
    const opened = surface.split(open).length;
    const closed = surface.split(close).length;
    if (opened > closed && text.charAt(end) === close) surface += close;
    else if (opened > closed) surface = surface.replace(open, '');
    else if (closed > opened)
      surface = text.charAt(start - 1) === open ? open + surface : surface.replace(close, '');
  }
  for (const quote of ['"', "'"]) {
    const open = quote === '"' ? surface.includes(quote) : /(?:^|\s)'\w/u.test(surface);
    const isEven = surface.split(quote).length % 2 === 1;
    if (isEven || (quote === "'" && !open && text.charAt(start - 1) !== quote)) continue;
    if (text.charAt(start - 1) === quote) surface = quote + surface;
    else if (text.charAt(end) === quote) surface += quote;
  }
  return surface;
}

/** What follows makes a noun of the trigger. */
export const nounAfter =
  /^(?:的|者|案|会|日|商|方|版|价|率|量|潮|稿|费|权|额|周期|计划书|战略|节奏|之战|大战|竞赛|模式|工具|平台|能力|服务|系统|历史|传闻|风波|背后|危机|风险|流程|指南|教程|争议|神器|篇|之后|以来|之争|之路|程序|模拟器|报价|要约|意向书|提案|标的|对象|要求|制度|结果|办法|名单|算力|技巧|实战|环境|权重|类股票|流|插件|包|协议|产品|版本|报告|公司|企业|中心|团队|任务|案例|套餐|关系|裂痕|伙伴|框架|细节)$/u;

/** The start of the word of which `start` is a part behind a hyphen: its first-ever discovery. */
function hyphened(text: string, start: number): number {
  if (text.charAt(start - 1) !== '-' || !/[a-z]/iu.test(text.charAt(start - 2))) return start;
  let at = start - 1;
  while (at > 0 && /[a-z0-9]/iu.test(text.charAt(at - 1))) at--;
  return at;
}

/** The argument that a run of units makes. */
export function argumentOf(text: string, units: readonly Unit[]): EventArgument | undefined {
  const first = units[0];
  const last = units.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const named = units.filter(isNamed).flatMap((unit) => (unit.entity === undefined ? [] : [unit.entity]));
  const head = headOf(units, named);
  return {
    text: balanced(text, hyphened(text, first.start), last.end),
    ...(head === undefined ? {} : { canonical: head.canonical, category: head.category, ...makerOf(head) }),
    names: [...new Set(named.map((entity) => entity.canonical))],
    start: hyphened(text, first.start),
    end: last.end,
  };
}

/** Words after a name that leave it the same thing. */
const genericTail =
  /^(?:模型|大模型|系列|版|版本|正式版|预览版|系统|功能|服务|工具|平台|应用|公司|的|新|app|api|model|models|platform|tool|tools|system|family|startup|company)$/u;

const productLike = new Set<EntityCategory>(['model', 'product', 'name', 'hardware', 'dataset', 'benchmark']);

/** What qualifies a thing and is not the thing: 德国 AI 实验室 Prior Labs. */
const backdrop = new Set<EntityCategory>(['place', 'concept', 'technique']);

/** The name that stands for the phrase: it opens it, or a product does after its maker. */
function headOf(units: readonly Unit[], all: readonly Entity[]): Entity | undefined {
  const things = all.filter((entity) => !backdrop.has(entity.category));
  const named = things.length > 0 ? things : all.filter((entity) => entity.category === 'place');
  const [first, second] = named;
  if (first === undefined) return undefined;
  const opening = units.findIndex((unit) => unit.entity === first);
  const before = units.slice(0, opening).reduce((sum, unit) => sum + (isNamed(unit) ? 0 : weightOf(unit)), 0);
  if (before > 8) return undefined;
  const after = units[opening + 1];
  if (after?.lower === '的' || after?.lower === '用户') return undefined;
  const owned =
    second !== undefined &&
    (first.category === 'company' || first.category === 'organization') &&
    productLike.has(second.category) &&
    units[opening + 1]?.entity === second;
  const head = owned ? second : first;
  // What else stands behind the name makes another thing of it: 夸克 AI 眼镜 S1 is not 夸克.
  let rest = 0;
  for (const unit of units.slice(units.findIndex((one) => one.entity === head) + 1)) {
    if (/^(?:和|与|及|以及|、|and|&|,)$/u.test(unit.lower)) break;
    if (isNamed(unit)) rest += 3;
    else if (unit.entity === undefined && !genericTail.test(unit.lower)) rest += weightOf(unit);
  }
  return rest >= 2 ? undefined : head;
}

function makerOf(entity: Entity): { maker: string } | undefined {
  const maker = entity.term?.maker;
  return maker === undefined ? undefined : { maker };
}

/** The argument that one entity makes. */
export function entityArgument(entity: Entity): EventArgument {
  return {
    text: entity.text,
    canonical: entity.canonical,
    names: [entity.canonical],
    category: entity.category,
    ...makerOf(entity),
    start: entity.start,
    end: entity.end,
  };
}
