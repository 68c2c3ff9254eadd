import { unitsOf } from '../text/unit-table.js';
import type { FoldedPost } from './folded-post.js';
import { BREAK, PIECE, type Pieces, textAt } from './pieces.js';

/** Denials of all times until now, whatever degree follows: never so good, 从没见过这么好的. Behind 从来, 没 and 没有 are such too. */
const nevers = new Set(['never', '从没', '从未', '从没有', '从来没', '从来没有', '前所未有']);
const always = '从来';
const nots = new Set(['没', '没有', '未']);
const degrees = new Set(['so', 'such', 'this', 'more', '这么', '如此', '这样', '这般', '这种']);
/** Those of which it is only with `this` and `such`: haven't been this happy in years, but it hasn't been so good. */
const notYets = new Set(["haven't", "hasn't", "hadn't", 'havent', 'hasnt', 'hadnt']);
const strictDegrees = new Set(['this', 'such']);
/** Behind never, a comparative is one of all that was: never felt better. It is none in `never got better`. */
const experiences = new Set([
  'been',
  'felt',
  'had',
  'heard',
  'looked',
  'met',
  'played',
  'read',
  'ridden',
  'seen',
  'sounded',
  'tasted',
  'tried',
  'used',
  'watched',
]);
/** So it is behind who or what there is not: no one makes better headphones, there isn't a better one, never find a nicer. */
const noOnes = new Set(['nobody', 'none', 'nothing', 'noone']);
const ones = new Set(['one', 'other']);
const articles = new Set(['a', 'an', 'any']);
const there = 'there';
/** Couldn't be better, could not be more helpful, couldn't have gone better, 不能更好. */
const cannots = new Set(["can't", 'cant', 'cannot', "couldn't", 'couldnt']);
const cans = new Set(['can', 'could']);
const auxiliaries = new Set(['be', 'have']);
const unables = new Set(['不能', '没法', '无法', '没办法']);
const MORE = '更';
/** Can't recommend it enough. */
const ENOUGH = 'enough';
/** Words between praise and the `enough` that no praise reaches. */
const ENOUGH_REACH = 4;

function isComparative(word: string): boolean {
  return word === 'more' || word === 'worse' || (word.length > 4 && word.endsWith('er'));
}

/**
 * Whether a denial denies only that there could be more, so that what it reaches is said in full strength: never so good,
 * 从没见过这么差的, couldn't be easier, 不能更好, can't recommend it enough.
 *
 * @param denial  piece that denies.
 * @param first  first piece of the word of feeling.
 * @param last  last piece of it.
 */
export function isUtmost(
  pieces: Pieces,
  post: FoldedPost,
  denial: number,
  first: number,
  last: number,
): boolean {
  const { kinds, count } = pieces;
  const textOf = (i: number): string => textAt(pieces, post, i);
  /** Of the pieces behind the denial, up to the first of the word if it has several. */
  const some = (is: (text: string) => boolean, stop: number): boolean => {
    for (let i = denial + 1; i < stop; i++) if (is(textOf(i))) return true;
    return false;
  };
  const word = textOf(denial);
  const stop = last > first ? first + 1 : first;
  if (notYets.has(word)) return some((text) => strictDegrees.has(text), stop);
  if (nevers.has(word) || (nots.has(word) && textOf(denial - 1) === always)) {
    if (some((text) => degrees.has(text), stop)) return true;
    return (
      some(isComparative, first + 1) && some((text) => experiences.has(text) || articles.has(text), first)
    );
  }
  const isOfAll =
    noOnes.has(word) ||
    (word === 'no' && ones.has(textOf(denial + 1))) ||
    (!cannots.has(word) && (textOf(denial - 1) === there || textOf(denial - 2) === there));
  if (isOfAll && some(isComparative, first + 1)) return true;
  const isCannot = cannots.has(word) || (word === 'not' && cans.has(textOf(denial - 1)));
  if (isCannot && auxiliaries.has(textOf(denial + 1)) && some(isComparative, first + 1)) return true;
  if (unables.has(word)) return textOf(denial + 1).startsWith(MORE);
  if (!cannots.has(word)) return false;
  for (let i = last + 1; i < count && i <= last + ENOUGH_REACH && kinds[i] !== BREAK; i++)
    if (textOf(i) === ENOUGH) return i > last + 1 || denial === first - 1;
  return false;
}

/** What is denied of all: 没有任何问题, never, not a single one, 从来不死机, 找不到缺点. */
const all = new Set(
  (
    '任何 一点 一点儿 丝毫 半点 一丁点 从不 从没 从未 从来 从来不 从来没 从来没有 永不 永远 决不 绝不 绝不会 毫无 毫不 完全 绝对 根本 一次 ' +
    '谁 找不到 找不出 挑不出 看不出 不到 不出 ' +
    'any single never zero once absolutely'
  ).split(' '),
);
/** Words before a denial among which it is told to be of all. */
const ALL_BEFORE = 2;

const NOT = '不'.charCodeAt(0);
/** What denies that there is anything to complain of: 没什么可抱怨的, 找不出什么可以吐槽的, nothing to dislike. */
const noneOfIt = new Set(
  '没 没有 没什么 没啥 没有什么 没有啥 没看到 找不出 挑不出 找不到 看不出 nothing'.split(' '),
);
const toComplain = new Set(
  '什么 啥 可 可以 值得 能 好 任何 一处 一个 一点 哪里 哪 地方 让 让我 令 人 令人 我 我们 大家 有 是 需要 要 to'.split(
    ' ',
  ),
);
/** Behind a complaint that is denied, what tells that all of its kind is: 没有不满意的地方, 没有差评的理由. */
const grounds = new Set('地方 理由 之处 点 地儿'.split(' '));
const OF = '的';
/** 没什么不好的. */
const whatNot = new Set('没什么 没啥 没有什么'.split(' '));

/** Whether between a denial and the complaint at a piece stands nothing but what there would be to complain of. */
export function isNothingTo(pieces: Pieces, post: FoldedPost, denial: number, first: number): boolean {
  if (denial + 1 === first)
    return post.units[pieces.froms[first] as number] === NOT && whatNot.has(textAt(pieces, post, denial));
  if (!noneOfIt.has(textAt(pieces, post, denial))) return false;
  for (let i = denial + 1; i < first; i++) if (!toComplain.has(textAt(pieces, post, i))) return false;
  return true;
}

/** Whether grounds for the complaint that ends at a piece are denied. */
function areGroundsDenied(pieces: Pieces, post: FoldedPost, denial: number, last: number): boolean {
  if (!noneOfIt.has(textAt(pieces, post, denial))) return false;
  const next = textAt(pieces, post, last + 1) === OF ? last + 2 : last + 1;
  return grounds.has(textAt(pieces, post, next));
}

/** The first piece of a denial of all there is of a kind, which reaches a word from `first` to `last`; -1 if it is of less. */
export function denialOfAll(
  pieces: Pieces,
  post: FoldedPost,
  denial: number,
  first: number,
  last: number,
): number {
  for (let i = Math.max(0, denial - ALL_BEFORE); i < first; i++)
    if (all.has(textAt(pieces, post, i))) return Math.min(i, denial);
  if (isNothingTo(pieces, post, denial, first) || areGroundsDenied(pieces, post, denial, last)) return denial;
  return -1;
}

const STILL = '还'.charCodeAt(0);
const ASKS = '吗'.charCodeAt(0);
const questionMarks = unitsOf('?？');
/** Pieces behind the word within which a clause is looked at for the end of a question. */
const CLAUSE = 32;

/** Whether a word behind 还不, or one that begins with 不 behind 还, is asked back, so that the answer is yes: 这还不香吗? 还不够好? */
export function isAskedBack(pieces: Pieces, post: FoldedPost, first: number, last: number): boolean {
  const { kinds, froms, tos } = pieces;
  const { units } = post;
  const denial = units[froms[first] as number] === NOT ? first : first - 1;
  const still = denial - 1;
  if (still < 0 || kinds[still] !== PIECE || units[froms[still] as number] !== STILL) return false;
  if (kinds[denial] !== PIECE) return false;
  if ((tos[still] as number) - (froms[still] as number) > 1) return false;
  return units[froms[denial] as number] === NOT && isAsked(pieces, post, last + 1);
}

/** Whether the clause that goes on at a piece ends soon, as a question. */
function isAsked({ kinds, tokens, froms, count }: Pieces, post: FoldedPost, from: number): boolean {
  for (let i = from; i < count && i < from + CLAUSE; i++) {
    if (kinds[i] === PIECE && post.units[froms[i] as number] === ASKS) return true;
    if (kinds[i] === BREAK) return questionMarks[post.firstUnits[tokens[i] as number] as number] === 1;
  }
  return false;
}

const AT = '在'.charCodeAt(0);
const wheres = new Set(['哪', '哪里', '哪儿']);

/**
 * Whether a post that begins with praise asks from the piece behind it where that is: 好看在哪? Behind a topic this is a
 * question for information (这部电影好在哪).
 */
export function isWhere(pieces: Pieces, post: FoldedPost, first: number, next: number): boolean {
  const { froms, tos } = pieces;
  if (first > 0) return false;
  if ((tos[next] as number) - (froms[next] as number) !== 1 || post.units[froms[next] as number] !== AT)
    return false;
  return wheres.has(textAt(pieces, post, next + 1));
}
