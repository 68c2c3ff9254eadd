/**
 * What a clause says of the one before it: that it is not so (系谣言, 不属实), that nobody says so (不予置评), whether it is
 * so (了没有, 对吗), or that others say so (网传, sources say).
 */
export type Verdict = 'denied' | 'unconfirmed' | 'asked' | 'hearsay';

/** Longer than any closing verdict, and than any clause that is nothing else. */
const reach = 24;
const longest = 60;

const gossips =
  '(?:(?:a|an|the|some|several|multiple|many|two|three|local|new|anonymous|unnamed|industry|media|unconfirmed) )*(?:sources?|reports?|rumou?rs?|leaks?|leakers?|tipsters?|insiders?|(?:people|persons?) familiar)(?: (?:familiar|close))?(?: (?:with|to) (?:the |its )?(?:matter|situation|plans?|deal|talks|company))?';

const untrue =
  '不属实|不实(?:信息|消息|传闻|言论|报道|内容|谣言)?|失实|假的|假(?:消息|新闻|信息|传闻)|虚假(?:信息|消息|新闻)|谣言|谣传|误传|误读|子虚乌有|无中生有|没有的事|没有这回事|没这回事|不是真的|并非事实|不是事实|与事实不符|虚构|捏造|编造|乌龙|无稽之谈';

/** A clause that holds nothing else: 官方：不实, 这不是真的, 发言人回应称纯属谣言. */
const wholly: readonly (readonly [RegExp, Verdict])[] = [
  [
    new RegExp(
      `^(?:.{0,8}(?:称|回应|表示|辟谣|澄清))?(?:此|该|上述|相关|这|都|全|纯|已|消息|传闻|传言|内容|报道|信息|网传|情况|说法|均|皆|是|系|为|属|严重|完全|实|则|其实)*(?:${untrue}|假|辟谣)[了啊呢哦]*$`,
      'u',
    ),
    'denied',
  ],
  [
    /^(?:(?:that|it|this)(?:['’]s| is| was)? )?(?:(?:totally|completely|all) )?(?:fake(?: news)?|false|not true|untrue|a hoax|hoax|a myth|myth|debunked)$/u,
    'denied',
  ],
  [
    /^(?:.{0,8}(?:称|回应|表示))?(?:消息|目前|暂|此事|对此)*(?:不予(?:置评|评论|回应)|拒绝(?:置评|评论|回应)|不予以?置评|无可奉告|(?:暂|尚)?未(?:经|获|得到)?(?:官方)?(?:证实|确认|核实)|有?待(?:证实|核实|确认)|真假(?:不明|未知))$/u,
    'unconfirmed',
  ],
  [
    /^(?:not confirmed|unconfirmed|no comment|(?:it )?declines to comment|(?:it )?declined to comment)$/u,
    'unconfirmed',
  ],
  [/^(?:这)?(?:是)?(?:真的[吗么]|真的?假的?|是真是假|对[吗吧么]|对不对|是不?是?[吗吧么]?|没错吧)$/u, 'asked'],
  [
    /^(?:is (?:it|that|this) true|true or false|(?:did|does|do|is|are|was|were|has|have|had|will|would|could)(?:n['’]t| not)? (?:it|they|he|she|we|you))$/u,
    'asked',
  ],
];

/** A clause that says no more than that others say so: 知情人士透露, sources say, report. */
const hearsay: readonly RegExp[] = [
  /^(?:据|有|多[位名]|一?[位名]|某|业内|市场|内部)*(?:(?:知情(?:人士?|者)|消息人士|内部人士|接近.{1,8}人士|爆料[人者]|传闻|传言|网友|消息)(?:向.{1,8})?(?:称|透露|说|爆料|传|指出|披露)+|网传|据说|据传|据称|听说|传闻|传言|小道消息|坊间(?:传闻|流传|传言)?)(?:而已|罢了|如此)?$/u,
  new RegExp(
    `^(?:(?:according to|per|says?|said) )?${gossips}(?: (?:says?|said|claims?|suggests?|ha(?:s|ve) it|(?:tells?|told) [\\w ]+|reveals?))?$|^(?:reportedly|allegedly|supposedly|rumou?red|word has it|it is (?:said|rumou?red))$`,
    'u',
  ),
];

/** Asked only with its mark: right?, true? */
const withMark = /^(?:right|huh|no|true|really|correct|真的|是|对)$/u;

/** What closes a clause that tells a deed: 没有不可能 is a motto. */
const closing: readonly (readonly [RegExp, Verdict])[] = [
  [
    new RegExp(
      `(?:(?<![不非就还])(?:均|皆|都|全|实)?[系是为属]|纯属|均属|消息|传闻|传言)(?:个|一个|个?大)?(?:${untrue})[了吧]?$`,
      'u',
    ),
    'denied',
  ],
  [/(?:并?不属实|并非事实|与事实不符|子虚乌有|不是真的)$/u, 'denied'],
  [/(?<!没有|没什么|从)(?:是)?(?:绝|完全|根本)?不(?:太|大)?可能的?$/u, 'denied'],
  [/(?:[绝毫]无可能|没可能|没戏)了?$/u, 'denied'],
  [/ (?:is|are|was|were) (?:fake(?: news)?|false|not true|untrue|a hoax|debunked|impossible)$/u, 'denied'],
  [/了没有?$|(?:是真是假|是?真的假的|是真的[吗么]|对[吗吧]|是吗|是不是真的)$/u, 'asked'],
];

/** What a clause that holds nothing else says of the one before. */
export function verdictOf(lower: string, closer: string): Verdict | undefined {
  if (lower.length > longest) return undefined;
  if (/^[?？]$/u.test(closer) && withMark.test(lower)) return 'asked';
  if (hearsay.some((pattern) => pattern.test(lower))) return 'hearsay';
  return lower.length > reach + 8 ? undefined : wholly.find(([pattern]) => pattern.test(lower))?.[1];
}

/** A verdict that closes a clause, and where it begins: at 系谣言 in 小米收购魅族系谣言. */
export function closingVerdict(
  lower: string,
): { readonly at: number; readonly verdict: Verdict } | undefined {
  const from = Math.max(0, lower.length - reach);
  const end = lower.slice(from);
  for (const [pattern, verdict] of closing) {
    const found = end.search(pattern);
    const at = from + found + (end.charAt(found) === ' ' ? 1 : 0);
    if (found >= 0 && at > 0) return { at, verdict };
  }
  return undefined;
}
