import type { Trigger } from '../event-lexicon.js';
import type { Draft } from './draft.js';
import type { EventArgument } from './event.js';

/**
 * True if a name of the event is a part of a longer one or a quotation is cut: Video-Avatar of LongCat-Video-Avatar,
 * OpenAI of OpenAI-backed.
 *
 * @param at  where the trigger starts
 */
export function hasCutName(text: string, draft: Draft, trigger: Trigger, at: number): boolean {
  const { actor, object, subject } = draft;
  if (actor?.category === 'name' && isPartOfName(text, actor)) return true;
  if (actor !== undefined && isSpokenOf(text, actor, at)) return true;
  // 汽集团 of 海汽集团: a name that nothing knows starts where the word before it ends.
  if (
    actor !== undefined &&
    subject?.entity.known === false &&
    /^[\u3400-\u9fff]{1,3}(?:公司|集团|银行|农商行|企业)$/u.test(actor.text) &&
    /[\u3400-\u9fff]$/u.test(text.slice(0, actor.start)) &&
    !/(?:看待|评价|解读|回应|关于|网传|曝|消息|称|一|多家|有|该|因)$/u.test(
      text.slice(Math.max(0, actor.start - 2), actor.start),
    )
  )
    return true;
  // 游戏引擎公司 of 游戏引擎公司 Unity.
  if (
    actor !== undefined &&
    /(?:公司|企业|巨头|团队|机构|实验室)$/u.test(actor.text) &&
    actor.category === 'company' &&
    /^\s?[A-Z]/u.test(text.slice(actor.end, actor.end + 2))
  )
    return true;
  // 桑坦德 of 桑坦德银行.
  if (
    actor !== undefined &&
    /^(?:银行|金融|基金|证券|期货|大学|学院|医院|法院|协会|委员会|重工|建投|信托|人寿|置业|总台|总局|总会|总署)/u.test(
      text.slice(actor.end, actor.end + 8),
    )
  )
    return true;
  // LG of LG Energy.
  if (
    actor !== undefined &&
    /^\s(?:Energy|Electronics|Motors?|Bank|Capital|Ventures|Insurance|Pharma|Securities|Financial|Health|Media|Music|Pictures|Studios|Airlines|Steel|Chemical|Display|Biologics|Heavy|Life|Aerospace|Foundation)\b/u.test(
      text.slice(actor.end, actor.end + 16),
    )
  )
    return true;
  // 郭士 of 郭士强将, 赵明官 of 赵明官宣, 周琦能 of 周琦能以自由身, 张大 of 张大大: the word behind a name holds the rest of it, or the name the first of that word.
  if (
    actor?.category === 'person' &&
    subject?.entity.known === false &&
    ((/官$/u.test(actor.text) && text.charAt(actor.end) === '宣') ||
      /^..能$/u.test(actor.text) ||
      (/^[\u3400-\u9fff]{2}$/u.test(actor.text) && actor.text.charAt(1) === text.charAt(actor.end)) ||
      (/^[\u3400-\u9fff]{2}$/u.test(actor.text) && /^[\u3400-\u9fff]将/u.test(text.slice(actor.end))))
  )
    return true;
  // 驻日本大使馆 is another's.
  if (actor !== undefined && text.charAt(actor.start - 1) === '驻') return true;
  if (
    actor === undefined &&
    object?.category === 'name' &&
    /[A-Za-z0-9]\s$/u.test(text.slice(Math.max(0, object.start - 2), object.start))
  )
    return true;
  // 庆祝收购推特」的声明, 收购动视的交易: the deed is told within a noun of its own. 发布 … 的声明 is the thing itself.
  if (
    object !== undefined &&
    trigger.type !== 'release' &&
    /的(?:声明|交易|说法|做法|谈判|过程)$/u.test(object.text)
  )
    return true;
  // 出售 ARM 给英伟达的交易. Where it came to nothing, the deed did.
  if (
    object !== undefined &&
    trigger.type !== 'release' &&
    /^[^，。！？；,]{0,12}的(?:交易|计划|消息|传闻|声明|说法|提议|请求)(?!告吹|流产|失败|泡汤|落空|夭折|搁浅|未果|作罢)/u.test(
      text.slice(object.end, object.end + 20),
    )
  )
    return true;
  // 吞并格陵兰岛言论, 买下迪士尼传闻.
  if (trigger.type === 'acquisition' && /(?:言论|传闻|谣言|猜想)$/u.test(object?.text ?? '')) return true;
  // 「鸭脖大王」绝味食品: what one is called, and then who it is.
  if (actor?.category === 'name' && isByname(text, actor, trigger)) return true;
  // 超级马力欧 of 《超级马力欧兄弟大电影》.
  if (actor !== undefined && isWithinTitle(text, actor)) return true;
  // Ti of 3060 Ti.
  if (
    actor === undefined &&
    object !== undefined &&
    /^[A-Z]/u.test(object.text) &&
    /\d\s$/u.test(text.slice(0, object.start))
  )
    return true;
  // 叫停《塞尔达传说》的 MOD: what is the name's, and not the name.
  if (
    object?.canonical !== undefined &&
    trigger.type === 'release' &&
    /^[》」』”]的[\u3400-\u9fffA-Za-z]/u.test(text.slice(object.end, object.end + 3))
  )
    return true;
  return [actor, object].some((argument) => argument !== undefined && isTornOff(text, argument));
}

/** 潘功胜就「蚂蚁集团被约谈」答记者问: the deed is within the words that he speaks of. */
function isSpokenOf(text: string, { end }: EventArgument, at: number): boolean {
  return end < at && /[就对][「“][^」”]*$/u.test(text.slice(Math.max(end - 1, at - 40), at));
}

function isByname(text: string, { start, end }: EventArgument, { phrase }: Trigger): boolean {
  // 被传「和老总认识十几年」起诉: words.
  if (/[「『“]/u.test(text.charAt(start - 1)) && /^[\u3400-\u9fff]{9,}$/u.test(text.slice(start, end)))
    return true;
  if (!/[「『“]/u.test(text.charAt(start - 1)) || !/[」』”]/u.test(text.charAt(end))) return false;
  const next = text.slice(end + 1, end + 13);
  return (
    /^[\u3400-\u9fff]{2}/u.test(next) &&
    !next.startsWith(phrase) &&
    !/^(?:已|将|拟|被|遭|获|在|于|正|又|再|首|宣|与|和|及|的|等|或|也|都|全|今|昨|团队|公司|官方|项目)/u.test(
      next,
    )
  );
}

/** True of a name that opens a title and goes on in it. */
function isWithinTitle(text: string, { start, end }: EventArgument): boolean {
  return text.charAt(start - 1) === '《' && /^[\u3400-\u9fff]{2}/u.test(text.slice(end, end + 2));
}

/** Jeeves of Ask Jeeves, Public Schools of Seattle Public Schools, RV of RV university. */
function isPartOfName(text: string, { start, end }: EventArgument): boolean {
  const before = /([A-Z][\w.]*)\s$/u.exec(text.slice(Math.max(0, start - 24), start));
  if (
    before !== null &&
    !/^(?:AI|Startup|Startups|Maker|Giant|The|A|An|And|Firm|Company|Source|Sources|Report)$/u.test(
      before[1] ?? '',
    )
  )
    return true;
  if (/[A-Za-z0-9]\/$/u.test(text.slice(Math.max(0, start - 2), start))) return true;
  if (/^\sof\s[A-Z]/u.test(text.slice(end, end + 6))) return true;
  return /^\s(?:university|college|school|schools|district|department|county)\b/iu.test(
    text.slice(end, end + 80),
  );
}

function isTornOff(text: string, { start, end, text: surface }: EventArgument): boolean {
  // 马斯克版微信 is not 微信, 研发出双足机器人 is cut behind 出.
  // and 类 ChatGPT 产品 is not ChatGPT.
  if (
    /[版类]$/u.test(text.slice(Math.max(0, start - 3), start).trimEnd()) ||
    /^出[\u3400-\u9fff]/u.test(surface)
  )
    return true;
  // DeepSeek 7 小时: the number is the time's.
  if (
    /\d$/u.test(surface) &&
    /^\s?(?:小时|天|年|个月|月|日|万|亿|次(?!日)|倍|元|分钟|周|岁)/u.test(text.slice(end, end + 80))
  )
    return true;
  // 级通缉令 of A 级通缉令.
  if (/^[级型款]/u.test(surface) && /[A-Z\d]\s?$/u.test(text.slice(Math.max(0, start - 2), start)))
    return true;
  if (/-(?:backed|owned|based|led|made)$/iu.test(surface)) return true;
  if (/[A-Za-z0-9]-$/u.test(text.slice(Math.max(0, start - 2), start))) return true;
  // 詹姆斯-哈登: the given name alone.
  if (/^[-·][A-Za-z0-9\u3400-\u9fff]/u.test(text.slice(end, end + 2))) return true;
  if (surface.split('"').length % 2 === 0) return true;
  if (/[\u3400-\u9fff](?:后|前|时|期间)$/u.test(surface)) return true;
  if (/[\u3400-\u9fff](?:不|没|未|被|把|将|对|与|和|及|以|于|在|从|到|成最|最)$/u.test(surface)) return true;
  if (
    /^(?:overnight|again|soon|today|worldwide|access|half of it|this\b.*|it|them|around|about|nearly|up|(?:late|early|mid)[ -](?:next|this|20\d\d|January|February|March|April|May|June|July|August|September|October|November|December)\b.*)$/iu.test(
      surface,
    )
  )
    return true;
  // 收购 PayPal 的要约, 离开 OpenAI 的真实原因: what the deed is a part of, and not its object.
  if (
    /的(?:要约|提议|传闻|可能性|消息|报价|计划|想法|话|反应|准备|(?:真实|主要|根本|真正|背后)?(?:名义|原因|理由|目的|意图|意义|影响))$/u.test(
      surface,
    )
  )
    return true;
  // Fair Markets and Sports Integrity Act is one name.
  if (/[A-Z]\w*$/u.test(surface) && /^\s(?:and|&)\s(?:[A-Z]\w*\s)+Act\b/u.test(text.slice(end, end + 80)))
    return true;
  if (/\s(?:of|for|to|with|the|a|an|and|in|on|by|its|than)$/iu.test(surface)) return true;
  return /(?:^|\s)'\w[^']*$/u.test(surface);
}
