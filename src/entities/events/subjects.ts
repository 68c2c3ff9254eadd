import { startsWithHan } from '../../text/han.js';
import { type Entity, type EntityCategory, isAmount } from '../entity.js';
import { contrastedWith } from './contrasts.js';
import type { EventType } from './event.js';
import { isPrevention } from './prevented.js';
import { isWithinTime, openingOfTime } from './time-phrases.js';
import { holdsAmount, isIdea, isNamed, isPlain, type Unit, weightOf } from './unit.js';

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
  'regulation',
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
  /** Its unit in the clause; -1 for one that an earlier clause hands on. */
  readonly at: number;
  readonly entity: Entity;
  /** In (0, 1]. */
  readonly sureness: number;
}

/** Verbs whose object is to do the next one, and has not done it: 要求 SM 终止合作, urges Apple to open. */
export const asking =
  /^(?:要求|敦促|呼吁|邀请|责令|施压|提示|迫使|逼|劝|说服|劝说|催促|恳求|请求|喊|urge[sd]?|ask(?:s|ed)?|orders?|ordered|tells?|told|forces?|forced|demands?|pressures?|pressured|lobby|lobbies|wants?|wanted|beats?|outbids?)$/u;

const joint = /^(?:\+|和|与|及|以及|跟|同|、|and|&|,|plus)$/u;

function isJoint(unit: Unit | undefined): boolean {
  return unit !== undefined && (joint.test(unit.lower) || /[\u3400-\u9fff]及$/u.test(unit.text));
}

/** Where the first of a pair stands of which the named thing at `at` is the second: OpenAI 和 微软; -1 if it is none. */
export function pairedWith(units: readonly Unit[], at: number): number {
  const link = units[at - 1];
  const other = units[at - 2];
  return link !== undefined && joint.test(link.lower) && isNamed(other) ? at - 2 : -1;
}

/** The unit that governs the one at `at`: 为 in 为 ChatGPT, with in `with OpenAI`; -1 if none does. */
export function governor(units: readonly Unit[], at: number): number {
  let weight = 0;
  for (let before = at - 1; before >= 0 && at - before <= 5; before--) {
    const unit = units[before];
    if (unit === undefined) return -1;
    // 英伟达支持的公司: a verb of a relative clause, and no preposition.
    if (unit.cues.has('prep')) return units[before + 1]?.text === '的' ? -1 : before;
    // 用收税威胁哈佛: who is threatened is that verb's object.
    if (asking.test(unit.lower) || unit.text === '威胁') return -1;
    // 在苹果 Siri 改版前: the maker right before its product is governed with it; so is 用 DeepSeek + Claude Code.
    // and the second of two: 在 Claude Code 桌面端及 Cowork 平台.
    if (isNamed(unit) && (before === at - 1 || isJoint(units[before + 1]) || isJoint(units[at - 1])))
      continue;
    // 向 AI 初创公司 Upstage: an idea that the dictionary knows is a word like others.
    if (isIdea(unit.entity)) {
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

/** 提名多人出任, 要求封禁: who asks has not done it. In English they are as often passive: ordered to pay. */
function isDemand({ text }: Unit): boolean {
  return startsWithHan(text) && (asking.test(text) || text === '提名');
}

/** 要求 SM, ask the EU: right behind a verb that asks. */
function isAsked(units: readonly Unit[], at: number): boolean {
  const first = /^(?:the|its|his|their|out)$/u.test(units[at - 1]?.lower ?? '') ? at - 2 : at - 1;
  return asking.test(units[first]?.lower ?? '');
}

/** 纽约时报起诉 OpenAI: who reports elsewhere does it here. */
function isSuing(unit: Unit | undefined): boolean {
  return unit?.triggers.some(({ type }) => type === 'lawsuit') === true;
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
    const isSource = unit.cues.has('speech_source') && !(before === at - 1 && isSuing(units[at]));
    // 微软在谷歌收购 Wiz 后收购: another's deed, in passing.
    const opening = openingOfTime(units, before);
    if (opening >= from) {
      before = opening;
      continue;
    }
    if (entity !== undefined && !isAmount(entity) && !isSource) {
      // Anthropic 而非 OpenAI: who is named did not.
      const contrast = contrastedWith(units, before);
      if (contrast >= from) {
        before = contrast;
        continue;
      }
      const pair = pairedWith(units, before);
      if (pair >= from) {
        // OpenAI 与 Anthropic 合资企业 is neither of the two.
        if (isSomeoneOfIt(units, before) && !/^(?:指数|联合)/u.test(units[before + 1]?.text ?? '')) gap += 12;
        else if (isOwner(units, before)) gap += 8;
        before = pair + 1;
        continue;
      }
      const prep = governor(units, before);
      if (prep >= 0 && !subordinates.test(units[prep]?.lower ?? '') && !isWithinTime(units, prep, at)) {
        // The whole phrase, with what followed its name, is no gap: 为 ChatGPT 用户 推出.
        gap = Math.min(gap, 1);
        before = prep;
        continue;
      }
      // 拉美5国: so many of them.
      if (isCountOf(units, before)) gap += 12;
      // 荣耀 MWC 发布了: where it was done.
      if (isSomeoneOfIt(units, before) || venue.test(unit.text)) {
        gap += 12;
        continue;
      }
      // OpenAI 与 Anthropic 的合资企业 is neither of the two.
      if (isOwner(units, before)) gap += 12;
      if (isInPassing(units, before)) gap += 8;
      // 前三星高管 is not Samsung, and in 英伟达超微软登顶 Microsoft is who was surpassed.
      if (
        /^(?:前|原|诉|需要|只需要?|紧跟|紧追|紧随|欠|拥抱|等待|接受|收到|原谅|跟进|效仿|追赶|对标|超|超过|超越|反超|赶超|击败|力压|硬刚|硬杠|回怼|怒怼|炮轰|喊话|指责|抨击|拖累)$/u.test(
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
      // Saudi investment fund bought: some fund of that country.
      if (entity.category === 'place' && before + 1 < at && isCommonNoun(units[before + 1])) gap += 12;
      // 罗马仕: a place that is the half of a name.
      if (entity.category === 'place' && before + 1 < at && isLooseHalf(unit, units[before + 1])) gap += 12;
      if (isObjectOfOther(units, before)) gap += 6;
      // 要求 SM 终止: who is asked has not done it.
      if (isAsked(units, before)) gap += 12;
      // 杜邦中国: the branch of a company whose name is not known.
      if (entity.category === 'place' && accepts(entity) && isPlainNoun(units[before - 1], unit)) gap += 12;
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
    if (unit.cues.has('cause') || isDemand(unit)) gap += 12;
    // 否决了日本制铁收购: who stops it is not who does it. 就阻拦游客道歉: it is what the deed is for.
    if (gap >= 2 && isPrevention(unit) && units[before - 1]?.cues.has('prep') !== true) gap += 12;
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
    // 让 is both: what it makes another do is not done by who stands before it.
    if (unit.cues.has('prep') && !unit.cues.has('cause')) {
      // Chinese sets the phrase between subject and verb, English hardly ever.
      gap = /[a-z]/u.test(unit.lower) ? gap + 2 : Math.min(gap, 2);
      continue;
    }
    gap += weightOf(unit);
  }
  return undefined;
}

/** A company, or a product that stands for the one that makes it. */
function isKnownMaker({ category, known }: Entity): boolean {
  return known && (category === 'company' || category === 'product');
}

function makerOf({ category, canonical, term }: Entity): string {
  return category === 'product' ? (term?.maker ?? canonical) : canonical;
}

/** True if the two units are companies or persons that stand side by side: 腾讯阿里, 抖音小红书. */
export function isRow(one: Unit | undefined, next: Unit | undefined): boolean {
  return (
    one?.entity !== undefined &&
    next?.entity !== undefined &&
    (one.entity.category === 'person'
      ? next.entity.category === 'person'
      : isKnownMaker(one.entity) &&
        isKnownMaker(next.entity) &&
        makerOf(one.entity) !== makerOf(next.entity)) &&
    one.end === next.start &&
    one.entity.canonical !== next.entity.canonical &&
    startsWithHan(one.text)
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

/** 拉美5国, 中东六国: a number and what it counts stand right behind the name. */
function isCountOf(units: readonly Unit[], at: number): boolean {
  const number = units[at + 1];
  return (
    number !== undefined &&
    holdsAmount(number) &&
    number.start === units[at]?.end &&
    /^(?:国|国家|校|省|市|地|家|所|人|公司|部门|高校|银行)$/u.test(units[at + 2]?.text ?? '')
  );
}

/** Fairs and conferences, where others act. */
const venue = /^(?:MWC|CES|GTC|WWDC|COMPUTEX|IFA|ChinaJoy|Google I\/O|Build|re:Invent)(?:\s?20\d\d)?$/iu;

/** These open a clause of their own, with its own subject. */
const subordinates = /^(?:after|as|when|while|because|since|before|if|until|although|though|whether)$/u;

/** its OpenAI investment, the company that outsells Tesla: named on the way to the subject. */
function isInPassing(units: readonly Unit[], at: number): boolean {
  if (/^(?:its|his|her|their|our|my|your|其|他的|她的)$/u.test(units[at - 1]?.lower ?? '')) return true;
  const from = Math.max(0, at - 3);
  return units
    .slice(from, at)
    .some(
      ({ lower }, index) =>
        /^(?:that|which|who)$/u.test(lower) && units[from + index - 1]?.cues.has('rumour') !== true,
    );
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
  /^(?:黑粉|外媒|媒体|雇员|议长|议员|球迷|粉丝团|当事人|主办方|承办方|经纪人|经纪公司|前男友|前女友|男友|女友|前任|队友|司机|车主|业主|乘客|游客|顾客|食客|消费者|观众|骑手|主播|博主|网友|家属|亲属|加盟商|代言人|同学|室友|邻居|店员|小股东|债权人|弟弟|哥哥|妹妹|姐姐|妻子|丈夫|前夫|爸爸|妈妈|粉丝们|员工|概念板块|指数|生态链企业|子公司|孙公司|制片|制片方|出品方|开发商|作者|主演|导演|主帅|球员|领队|之后|之外|以外|财报|之父|之母|之子|之女|之妻|母公司|挑战者|对手|竞争对手|竞品|前|前员工|前高管|投资者|投资人|用户|股东|粉丝|平替|供应商|供应链|客户|案|诉讼案|诉讼|概念股|概念|教父|死敌|劲敌|杀手|版|门徒|系|创始人|子女|前妻|女儿|儿子|家人|孩子|母亲|父亲|律师|设计师|发言人|hr|合资企业|合资公司|联合团队|下载榜|榜|榜单|应用商店|之争|之战|大战|相关|问题|风波|事件|官司|庭审|支持者|受害者|前员工们|离职员工|老板|老婆|老公|助理|父母|一男生|一女生|男生|女生|竞选团队|维权车主|工程师|谣言|球队|女工程师|学霸|之家|继子|继女|养子|养女|儿媳|女婿|侄子|岳父|岳母|恩师|师父|徒弟|弟子|coser|vp|exec|execs|executive|executives|veterans|alumni|employees|users|investors|shareholders|rival|rivals|critics|customers|lawsuit|case|trial|fans|alternative|competitor|competitors|victims|workers|staff|founder|founders|co-founder|co-founders|foundation|基金会|cofounder|cofounders|creator|creators|owner|owners|parent|engineer|engineers|researcher|researchers|official|officials|lawmakers|regulators|governor|senator|police|研究生|学生|学者)$/u;

/** 王一博黑粉, 胖东来当事人: whether the word behind a name, or the next two together, say so. */
function isSomeoneOfIt(units: readonly Unit[], at: number): boolean {
  const first = /^(?:'s|’s|s)$/u.test(units[at + 1]?.lower ?? '') ? at + 2 : at + 1;
  const next = units[first];
  if (next === undefined) return false;
  return notItself.test(next.lower) || notItself.test(next.lower + (units[first + 1]?.lower ?? ''));
}

/** A Chinese word right before a name that is neither named nor does anything to the clause. */
function isPlainNoun(unit: Unit | undefined, name: Unit): boolean {
  return (
    isPlain(unit) &&
    unit.end === name.start &&
    /^[\u3400-\u9fff]{2,4}$/u.test(unit.text) &&
    !/[称曝示说]$/u.test(unit.text)
  );
}

const groupNoun =
  /^(?:company|firm|maker|startup|group|investment|fund|bank|lender|carrier|retailer|investors?)$/u;

/** An English word in small letters that does nothing to the clause. */
function isCommonNoun(unit: Unit | undefined): boolean {
  return (
    unit !== undefined &&
    unit.entity === undefined &&
    (groupNoun.test(unit.text) ||
      (isPlain(unit) && /^[a-z]{3,}$/u.test(unit.text) && !/(?:ly|[^e]ed)$/u.test(unit.text)))
  );
}

/** One Chinese character right behind a place that does nothing to the clause. */
function isLooseHalf(place: Unit, next: Unit | undefined): boolean {
  return (
    isPlain(next) &&
    next.start === place.end &&
    /^[\u3400-\u9fff]$/u.test(next.text) &&
    !/[拟将已也又再全首新正仍市省县区州警媒政方军队多各三两一二四五六七八九十大小男女欲要就]/u.test(next.text)
  );
}

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
