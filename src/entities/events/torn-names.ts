import type { Draft } from './draft.js';
import type { EventArgument } from './event.js';

/**
 * True if a name of the event is a part of a longer one or a quotation is cut: Video-Avatar of LongCat-Video-Avatar,
 * OpenAI of OpenAI-backed.
 */
export function hasCutName(text: string, draft: Draft): boolean {
  const { actor } = draft;
  if (actor?.category === 'name' && isPartOfName(text, actor)) return true;
  // 桑坦德 of 桑坦德银行.
  if (
    actor !== undefined &&
    /^(?:银行|大学|学院|医院|法院|基金会|协会|委员会|重工|建投|信托|人寿|置业)/u.test(
      text.slice(actor.end, actor.end + 8),
    )
  )
    return true;
  if (
    actor === undefined &&
    draft.object?.category === 'name' &&
    /[A-Za-z0-9]\s$/u.test(text.slice(Math.max(0, draft.object.start - 2), draft.object.start))
  )
    return true;
  return [actor, draft.object].some((argument) => argument !== undefined && isTornOff(text, argument));
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
    /^(?:小时|天|年|个月|月|日|万|亿|次|倍|元|分钟|周|岁)/u.test(text.slice(end, end + 80))
  )
    return true;
  if (/[A-Za-z0-9]-$/u.test(text.slice(Math.max(0, start - 2), start))) return true;
  if (/^-[A-Za-z0-9]/u.test(text.slice(end, end + 2))) return true;
  if (surface.split('"').length % 2 === 0) return true;
  if (/[\u3400-\u9fff](?:后|前|时|期间)$/u.test(surface)) return true;
  if (/[\u3400-\u9fff](?:不|没|未|被|把|将|对|与|和|及|以|在|从|到)$/u.test(surface)) return true;
  if (
    /^(?:overnight|again|soon|today|worldwide|access|half of it|this\b.*|it|them|around|about|nearly|up)$/iu.test(
      surface,
    )
  )
    return true;
  // 收购 PayPal 的要约: the offer, and not the deed.
  if (/的(?:要约|提议|传闻|可能性|消息|报价|计划|想法)$/u.test(surface)) return true;
  // Fair Markets and Sports Integrity Act is one name.
  if (/[A-Z]\w*$/u.test(surface) && /^\s(?:and|&)\s(?:[A-Z]\w*\s)+Act\b/u.test(text.slice(end, end + 80)))
    return true;
  if (/\s(?:of|for|to|with|the|a|an|and|in|on|by|its|than)$/iu.test(surface)) return true;
  return /(?:^|\s)'\w[^']*$/u.test(surface);
}
