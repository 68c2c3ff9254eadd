import { unitsOf } from '../text/unit-table.js';
import type { FoldedPost } from './folded-post.js';
import { BREAK, OTHER, PIECE, type Pieces, textAt } from './pieces.js';

const opening = unitsOf('“"「『‘\'＂');
const closing = unitsOf('”"」』’\'＂');
/** What stands between a word such as 所谓 and the quotation: 所谓的“优质”服务, 号称业界“良心”. */
const BEFORE_QUOTE = 3;
/** Pieces of a quotation that is a claim and no speech. */
const LONGEST_QUOTE = 6;
/** What is claimed of goods, services and people without being praise by itself. */
const claims = new Set(
  (
    '专业 高端 大师 专家 名医 神医 神药 神车 极速 秒回 秒到 秒杀 终身 永久 永不 零 五星 五星级 顶级 豪华 智能 人性化 高科技 黑科技 正品 原装 无损 ' +
    '环保 绿色 健康 有机 进口 限量 旗舰 尊享 贵宾 精英 国际 领先 第一 唯一 最 精品 名牌 名师 免费 保真 无添加 纯天然 ' +
    'expert experts luxury premium pro professional professionals smart exclusive guaranteed elite deluxe support upgrade'
  ).split(' '),
);
const superlatives = unitsOf('最零');
/** What goes on with what the quoted word means, and so mocks nobody: 所谓“幸福”就是和家人在一起. */
const defining = new Set('是 就是 即 是指 指 指的是 指的 意思 其实 无非 不过 means is was refers'.split(' '));
/** Whose quoted praise is not theirs who write: their "premium" support. */
const owners = new Set('their his her your its'.split(' '));

function isQuote(pieces: Pieces, post: FoldedPost, at: number, marks: Uint8Array): boolean {
  return (
    at >= 0 &&
    at < pieces.count &&
    pieces.kinds[at] === OTHER &&
    marks[post.firstUnits[pieces.tokens[at] as number] as number] === 1
  );
}

/** Piece of the opening mark of a quotation behind a word; -1 if there is none. */
function openingBehind(pieces: Pieces, post: FoldedPost, at: number): number {
  for (let i = at + 1; i < pieces.count && i <= at + BEFORE_QUOTE && pieces.kinds[i] !== BREAK; i++)
    if (isQuote(pieces, post, i, opening)) return i;
  return -1;
}

/** Piece of the mark that closes a short quotation; -1 if it is longer. */
function closingOf(pieces: Pieces, post: FoldedPost, from: number): number {
  for (let i = from + 1; i < pieces.count && i <= from + LONGEST_QUOTE + 1; i++) {
    if (isQuote(pieces, post, i, closing)) return i;
    if (pieces.kinds[i] !== PIECE) return -1;
  }
  return -1;
}

/** Whether a piece claims something: 专业, “最安全”. */
export function isClaim(pieces: Pieces, post: FoldedPost, at: number): boolean {
  return (
    superlatives[post.units[pieces.froms[at] as number] as number] === 1 ||
    claims.has(textAt(pieces, post, at))
  );
}

/**
 * The piece that closes the quotation of a claim behind a word that doubts it: 所谓的“优质”服务, 号称“永不掉线”; -1 if there is
 * none, or if the word is explained.
 *
 * @param isPraise  whether a piece begins a word of praise.
 */
export function sneerEnd(
  pieces: Pieces,
  post: FoldedPost,
  at: number,
  isPraise: (piece: number) => boolean,
): number {
  const from = openingBehind(pieces, post, at);
  if (from < 0) return -1;
  const to = closingOf(pieces, post, from);
  if (to < 0 || defining.has(textAt(pieces, post, to + 1))) return -1;
  for (let i = from + 1; i < to; i++) if (isClaim(pieces, post, i) || isPraise(i)) return to;
  return -1;
}

/** Whether a word of praise is quoted as what others say of themselves: his "great" advice. */
export function isOwnPraise(pieces: Pieces, post: FoldedPost, first: number, last: number): boolean {
  return (
    isQuote(pieces, post, first - 1, opening) &&
    isQuote(pieces, post, last + 1, closing) &&
    owners.has(textAt(pieces, post, first - 2))
  );
}
