import type { Clause } from './clauses.js';
import type { Draft } from './draft.js';
import type { EventArgument } from './event.js';
import type { Trigger } from './lexicon.js';

/** Words that the tagger takes for names, and that do nothing by themselves. */
const noActor =
  /^(?:City|University|College|School|Marketplace|Store|Music|NAS|MaaS|SaaS|PaaS|API|SDK|App|APP|MCP|PC|AI|LLM|Agent|Agents|CI|CD|State|County|Government|Court|Congress)$/u;

/**
 * True if a name of the event is a part of a longer one or a quotation is cut: Video-Avatar of LongCat-Video-Avatar,
 * OpenAI of OpenAI-backed.
 */
export function isTorn(text: string, draft: Draft): boolean {
  return [draft.actor, draft.object].some((argument) => argument !== undefined && isTornOff(text, argument));
}

function isTornOff(text: string, { start, end, text: surface }: EventArgument): boolean {
  if (/[A-Za-z0-9]-$/u.test(text.slice(Math.max(0, start - 2), start))) return true;
  if (/^-[A-Za-z0-9]/u.test(text.slice(end, end + 2))) return true;
  if (surface.split('"').length % 2 === 0) return true;
  if (/[\u3400-\u9fff](?:不|没|未|被|把|将|对|与|和|及|以|在|从|到)$/u.test(surface)) return true;
  if (/\s(?:of|for|to|with|the|a|an|and|in|on|by|its|than)$/iu.test(surface)) return true;
  return /(?:^|\s)'\w[^']*$/u.test(surface);
}

/** Patterns that look like an event and were most often none when events were read one by one. */
export function isNoDeed(draft: Draft, trigger: Trigger, clause: Clause, at: number): boolean {
  const { object, subject } = draft;
  if (draft.actor !== undefined && draft.actor.category === 'name' && noActor.test(draft.actor.text))
    return true;
  switch (draft.type ?? trigger.type) {
    // Trump leaves Beijing: a journey. 重返首富宝座 joins no one.
    case 'personnel':
      if (trigger.action === '加入' && object?.names.length === 0) return true;
      return (
        /^(?:leave|left|leav|离开)/u.test(trigger.phrase) &&
        clause.units.slice(at + 1).some(({ entity }) => entity?.category === 'place')
      );
    // 财报将揭示, 在研究人员发现…后, to find: of research one has to stand right beside the verb.
    case 'research':
      if (trigger.english) return trigger.form === 'base';
      return /^(?:揭示|发现|提出)/u.test(trigger.phrase) && subject !== undefined && subject.at !== at - 1;
    // 对这一早期投资“深感自豪”: neither how much nor in what. 出售芯片 is trade.
    case 'investment':
      if (
        trigger.action === '减持' &&
        /(?:芯片|显卡|GPU|手机|汽车|服务器|产品|chips?)$/iu.test(object?.text ?? '')
      )
        return true;
      return (
        object?.names.length !== undefined &&
        object.names.length === 0 &&
        !clause.units.some(({ entity }) => entity?.category === 'money')
      );
    // 优于奈飞的报价: what is surpassed has a name, and is the thing itself.
    case 'benchmark':
      return trigger.action === '超越' && object?.canonical === undefined;
    // 部署超过 5 吉瓦: a figure is not what is built.
    case 'infrastructure':
      return (
        object !== undefined &&
        object.names.length === 0 &&
        /^(?:规模)?(?:超过|超|近|逾|约)/u.test(object.text)
      );
    // 总量突破 6.5 万星: the count of a repository.
    case 'usage_growth':
      return clause.units.some(
        ({ text, entity }, index) =>
          entity !== undefined &&
          /^[颗]?星(?:标)?$/u.test(clause.units[index + 1]?.text ?? '') &&
          /\d/u.test(text),
      );
    // Spring AI 2.0.0-M6 发布: the end of a version is no name.
    case 'release':
      // New vlog on ChatGPT released on my channel.
      if (trigger.english && clause.units.some(({ lower }) => /^(?:my|i|i'm|i’m|me|we|our)$/u.test(lower)))
        return true;
      return draft.actor === undefined && object !== undefined && /^[A-Z]{1,2}\d{1,2}$/u.test(object.text);
    // Search went down by 50 %.
    case 'outage':
      return (
        (trigger.english && clause.units.some(({ entity }) => entity?.category === 'percent')) ||
        draft.actor?.category === 'name'
      );
    case 'quality_complaint':
      return draft.actor?.category === 'name';
    default:
      return false;
  }
}
