import { isLast, isUndone } from './ended.js';
import type { FoldedPost } from './folded-post.js';
import { BREAK, PIECE, type Pieces, textAt } from './pieces.js';
import { CEASE, FORGO } from './word-trie.js';

/** Acts of companies and authorities of which people are glad, and those of which they are not. */
const welcome =
  '回购 增持 分红 派息 收购 并购 合并 重组 上市 招聘 扩招 扩产 合作 补贴 补助 年终奖 奖金 福利 复产 复工 交付 量产 降价 降息 减税 ' +
  'buyback buybacks dividend dividends acquisition merger takeover hiring listing expansion bonuses';
const unwelcome =
  '减持 裁员 涨价 加价 提价 加息 降薪 减薪 停产 关店 关停 关闭 停运 停工 断供 加班 罚款 收费 处罚 制裁 关税 限购 限行 涨租 退市 ' +
  'layoffs layoff tariffs';
const moods = new Map<string, 1 | -1>([
  ...welcome.split(' ').map((act) => [act, 1] as const),
  ...unwelcome.split(' ').map((act) => [act, -1] as const),
]);
/** What may stand between an act and the verb behind it: 回购计划中止, 收购被叫停. */
const between = new Set(
  '计划 方案 事项 被 已 已经 遭 突然 plan plans deal was is were are has been'.split(' '),
);
/** Pieces from such a verb to the act after it, and to the act before it. */
const REACH = 4;
const REACH_BEFORE = 3;

export function isForgoing(shifter: number | undefined): boolean {
  return shifter === CEASE || shifter === FORGO;
}

/** What denies an act is no news of it if people like the act, and what an employee refuses is no act of a company. */
const DENY = '否认';
const REFUSE = '拒绝';

/** Whether an act that people do not want is denied: 承诺不减持, no layoffs. */
export function isUnwelcomeDenied(pieces: Pieces, post: FoldedPost, denial: number, act: number): boolean {
  return moods.get(textAt(pieces, post, act)) === -1 && textAt(pieces, post, denial) !== REFUSE;
}

/** How people like an act: 1 or -1; 0 of what is none. */
export function moodOfAct(pieces: Pieces, post: FoldedPost, at: number): number {
  return moods.get(textAt(pieces, post, at)) ?? 0;
}

/** The piece of the act beside a verb, behind it or before it; -1 if there is none. */
function actBeside(pieces: Pieces, post: FoldedPost, first: number, last: number): number {
  const { kinds, count } = pieces;
  for (let i = last + 1; i < count && i <= last + REACH && kinds[i] === PIECE; i++)
    if (moods.has(textAt(pieces, post, i))) return i;
  if (!isLast(pieces, post, last)) return -1;
  for (let i = first - 1; i >= 0 && i >= first - REACH_BEFORE && kinds[i] !== BREAK; i--) {
    const text = textAt(pieces, post, i);
    if (moods.has(text)) return i;
    if (!between.has(text)) return -1;
  }
  return -1;
}

/**
 * The piece of the act that a verb stops or puts off: 中止回购, 暂缓涨价, 收购被叫停; -1 if it stops none.
 *
 * @param first  first piece of the verb.
 * @param last  last piece of it.
 */
export function forgoneAct(pieces: Pieces, post: FoldedPost, first: number, last: number): number {
  const act = actBeside(pieces, post, first, last);
  if (act < 0 || isUndone(pieces, post, first)) return -1;
  return textAt(pieces, post, first) === DENY && moodOfAct(pieces, post, act) > 0 ? -1 : act;
}
