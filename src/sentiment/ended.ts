import { isHanUnit } from '../text/unit-kinds.js';
import { PUNCTUATION_TOKEN } from '../tokenizer/token-columns.js';
import type { FoldedPost } from './folded-post.js';
import { BREAK, PIECE, type Pieces, SIGN, textAt } from './pieces.js';
import { CEASE, CONTRAST, GONE, HOPE, LIGHT, MEND, NEGATION, NOW, STRONGER } from './word-trie.js';

/** Words between such a word and the trouble after it, fewer for one that ends praise too, and before it among which it is told not to be so yet. */
const REACH = 6;
const CEASE_REACH = 2;
const UNDONE_BEFORE = 3;
/** Words over which it is told that a trouble is no more: 不再经常闪退. */
const NO_MORE_REACH = 2;
/** Pieces beside a word within which a clause is looked at for a condition, a question or a failure. */
const CLAUSE = 12;

/** What may stand between trouble and the word behind it that ends it: 闪退的问题终于解决了, the bug has been fixed. */
const between = new Set(
  (
    '的 之 问题 现象 情况 状况 感 也 都 已 已经 就 全 全部 全都 基本 基本上 终于 总算 被 得到 得以 很快 马上 立刻 均 彻底 完全 ' +
    'is are was were has have had been now all finally completely totally already got just problem problems issue issues'
  ).split(' '),
);
/** What a word that ends trouble stands behind while nothing has ended yet: 请尽快修复, 怎么解决, will it be fixed. */
const undone = new Set(
  (
    '请 求 希望 望 盼 盼望 期待 快 快点 赶紧 尽快 尽早 赶快 抓紧 早日 何时 什么时候 能不能 能否 可否 可不可以 会不会 怎么 怎样 如何 咋 ' +
    '要 想 想要 需要 需 须 必须 应 该 得 难 难以 等 等待 等着 才能 试图 尝试 努力 设法 麻烦 谁 哪里 拒绝 不到 要求 建议 呼吁 提议 请求 申请 考虑 敦促 ' +
    'please urges asks calls wants demands to be when until unless if get how try trying must can cannot may might need needs before instead still'
  ).split(' '),
);
/** What tells of such a word before trouble that it has ended, or can end: 已修复漏洞, 终于解决卡顿, 可以缓解疲劳. */
const achieved = new Set(
  '已 已经 终于 总算 成功 彻底 全部 得以 能 能够 可 可以 有效 有效地 大大 明显 极大 很好地 显著 顺利 及时 快速 迅速 一次性 帮我 帮我们 帮忙 让我 版本 更新 升级 新版 本次 官方 补丁'.split(
    ' ',
  ),
);
const results = new Set('了 掉 完 好 过 的'.split(' '));
const failed = new Set('失败 不了 不好 不掉 未果 无果 无效 不力 不成 无望 吗'.split(' '));
/** Denials of what was until now: 不再闪退, 终于不用排队, no longer freezes. */
const noMores = new Set('不再 不再是 再也不 再也不会 stopped'.split(' '));
const atLasts = new Set('终于 总算 再也 从此 从此以后 总算是'.split(' '));
const mores = new Set(['longer', 'more']);
const nones = new Set(['没', '没有']);
const PAST = '了';
const PASSIVE = '被'.charCodeAt(0);
const particles = new Set('了 啦 啊 呢 呀 哦 吧 的 哈'.split(' '));

/** What follows a word that ends the trouble before it, if not the end of the clause: 问题解决得很快, fixed in v2. */
const behindEnd = new Set(
  '得 完 完毕 完成 好 now today already quickly completely finally after against amid as by due for from in on over until with'.split(
    ' ',
  ),
);
/** What parts a clause from the words of the one before: resolved was broken, 取消后致歉. */
const parting = new Set(
  'is are was were because when after since while if who which 后 之后 以后 因 因为 被'.split(' '),
);
/** Complaints that are an answer to what ceases, or say something of it: 为活动取消道歉, 手术暂停不实. */
const answers = new Set('道歉 致歉 抗议 抱怨 投诉 不满 不实 争议 威胁 问题 引发'.split(' '));

/** Whether nothing but particles follows in the clause of a piece. */
export function isLast(pieces: Pieces, post: FoldedPost, piece: number): boolean {
  let i = piece + 1;
  while (i < pieces.count && particles.has(textAt(pieces, post, i))) i++;
  if (i >= pieces.count) return true;
  const kind = pieces.kinds[i];
  return kind === BREAK || kind === SIGN || post.tokenKinds[pieces.tokens[i] as number] === PUNCTUATION_TOKEN;
}

/** Whether a word that ends trouble says that it has not ended: 没修复, 请修复, 修复失败, 能修复吗. */
export function isUndone(pieces: Pieces, post: FoldedPost, at: number): boolean {
  const { kinds, shifters, count } = pieces;
  for (let i = at - 1; i >= 0 && i >= at - CLAUSE && kinds[i] !== BREAK; i--) {
    if (shifters[i] === HOPE) return true;
    if (i >= at - UNDONE_BEFORE && (shifters[i] === NEGATION || undone.has(textAt(pieces, post, i))))
      return true;
  }
  for (let i = at + 1; i < count && i < at + CLAUSE && kinds[i] !== BREAK; i++)
    if (failed.has(textAt(pieces, post, i))) return true;
  return false;
}

/** Whether a Chinese verb before trouble tells of what has ended or can, and not of what is to: 解决了纠纷, but not 协商解决纠纷. */
function isAchieved(pieces: Pieces, post: FoldedPost, at: number): boolean {
  const { kinds, froms, shifters } = pieces;
  if (shifters[at] === CEASE || !isHanUnit(post.units[froms[at] as number] as number)) return true;
  if (at === 0 || kinds[at - 1] === BREAK || results.has(textAt(pieces, post, at + 1))) return true;
  for (let i = at - 1; i >= 0 && i >= at - UNDONE_BEFORE && kinds[i] === PIECE; i--)
    if (achieved.has(textAt(pieces, post, i))) return true;
  return false;
}

/** Whether a verb of what ceases stands behind its thing and not before another: 诉讼已撤销, lawsuit dismissed by judge. */
function isPassive(pieces: Pieces, post: FoldedPost, at: number): boolean {
  return isLast(pieces, post, at) || behindEnd.has(textAt(pieces, post, at + 1));
}

/** The first piece of a denial that says that something is no more; -1 if it does not. */
function noMoreOf(pieces: Pieces, post: FoldedPost, denial: number): number {
  if (noMores.has(textAt(pieces, post, denial)) || mores.has(textAt(pieces, post, denial + 1))) return denial;
  return atLasts.has(textAt(pieces, post, denial - 1)) ? denial - 1 : -1;
}

/**
 * The piece of the word that says that a trouble is over: 修复了闪退, 异味消失了, fixed the crash, the bug is gone; -1 if
 * there is none.
 *
 * @param first  first piece of the word of feeling.
 * @param last  last piece of it.
 */
export function endOf(pieces: Pieces, post: FoldedPost, first: number, last: number): number {
  const { kinds, shifters } = pieces;
  for (let i = first - 1, seen = 0; i >= 0 && seen < REACH && kinds[i] !== BREAK; i--) {
    const shifter = shifters[i];
    if (shifter === LIGHT) continue;
    seen++;
    if (shifter === NEGATION && seen <= NO_MORE_REACH) return noMoreOf(pieces, post, i);
    if (shifter === CONTRAST || shifter === STRONGER || shifter === NOW) break;
    if (shifter === MEND || shifter === CEASE) return isEndBefore(pieces, post, i, first, seen) ? i : -1;
  }
  const behind = endBehind(pieces, last);
  if (behind < 0) return -1;
  for (let i = last + 1; i < behind; i++) if (!between.has(textAt(pieces, post, i))) return -1;
  const shifter = shifters[behind];
  const isEnd =
    shifter === GONE ||
    (shifter === NEGATION ? isNone(pieces, post, behind) : isPassive(pieces, post, behind));
  return isEnd && !isUndone(pieces, post, behind) ? behind : -1;
}

/** Whether a word so many words before a complaint ends it. */
function isEndBefore(pieces: Pieces, post: FoldedPost, at: number, first: number, distance: number): boolean {
  if (pieces.shifters[at] === CEASE && (distance > CEASE_REACH || answers.has(textAt(pieces, post, first))))
    return false;
  if (post.units[pieces.froms[first] as number] === PASSIVE) return false;
  for (let i = at + 1; i < first; i++) if (parting.has(textAt(pieces, post, i))) return false;
  return isAchieved(pieces, post, at) && !isUndone(pieces, post, at);
}

/** The first piece in a clause behind a word that may say that it is over. */
function endBehind({ kinds, shifters, count }: Pieces, last: number): number {
  for (let i = last + 1; i < count && i <= last + REACH && kinds[i] === PIECE; i++) {
    const shifter = shifters[i] as number;
    if (shifter === NEGATION || (shifter >= MEND && shifter <= GONE)) return i;
  }
  return -1;
}

/** Whether a denial at the end of a clause says that what stands before it is no more: 异味没有了, 压力没了. */
function isNone(pieces: Pieces, post: FoldedPost, at: number): boolean {
  return (
    nones.has(textAt(pieces, post, at)) && textAt(pieces, post, at + 1) === PAST && isLast(pieces, post, at)
  );
}
