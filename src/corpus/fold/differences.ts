/** Words that stand for each other by slip or by choice: one of a row for another changes nothing. */
const interchangeable = rowsOf([
  '的 地 得',
  '里 中 内 里面',
  '做 作',
  '他 她 它',
  '你 您',
  '象 像',
  '帐 账',
  '券 卷',
  '那 哪',
  '自己 自已',
  '己 已 巳',
  '和 与 跟 及 同 以及',
  '了 着',
  '吗 嘛 么',
  '吧 啊 呀 呢 哦 啦',
  '对 迎',
  '于 在',
  '至 到',
  '将 要 会 将会 将要',
  '称 说 表示',
  '被 遭',
  '令 让 使',
  '好 很',
  '个 位 名',
  '么 样',
  'bln billion',
  'mln million',
  'a the an',
  // What posts are opened with, and who sends them out.
  '快讯 突发 刚刚 热点 重磅 最新 速看 快看 独家 官宣 注意 提醒 关注 breaking justin new update ' +
    '新华社 新华 中新社 中新 财联社 财联 彭博社 彭博 法新社 法新 路透社 路透 格隆汇 每经',
]);

/** What makes another statement or another person of what it is put to: 网传公司裁员, 前总统, …了吗, 并非属实. */
const qualifiers = new Set(
  (
    '网传 据传 传 疑 疑似 曝 拟 或 吗 前 副 非 反 伪 假 并非 绝非 未必 难以 部分 基本 拒绝 险些 差点 几乎 停止 暂停 取消 半 准 候补 代理 ' +
    'un dis anti non'
  ).split(' '),
);
/** Within what is put in: what somebody says of it is told, and not it. */
const replies = ['回应', '否认', '辟谣', '澄清', '质疑'];
/** Between names of which either may stand first. */
const joining = new Set('和 与 跟 及 同 以及 and'.split(' '));
/** Before 元. */
const currencies = new Set('美欧日港韩英加澳'.split(''));
const YUAN = '元'.charCodeAt(0);

/** So many units that are the same again end a difference. */
const SAME = 3;
/** Units of both texts within which it is looked for that they are. */
const FARTHEST = 64;
/** Units of a word or a name that is looked up. */
const LONGEST = 8;
/** Units of the shortest name that changes places. */
const NAME = 2;
/** Units of a name and what is told of it at most; what is longer is a clause. */
const TOLD = 32;
/** Letters of a word in which two spellings or endings of it differ. */
const ENDING = 2;

function rowsOf(rows: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const byWord = new Map<string, number[]>();
  for (const [row, words] of rows.entries()) {
    for (const word of words.split(' ')) {
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [row]);
      else known.push(row);
    }
  }
  return byWord;
}

const isLatin = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;

/**
 * Whether one of two normal forms says another thing: something of weight stands in it where something else stands in the other,
 * `华为发布` and `小米发布`, 李伟 and 李强, rose and fell, or a word is put in that makes another statement of it. What else the one has
 * more than the other is how copies are dressed.
 *
 * The texts are read side by side; a difference ends where three units are the same again. O(n).
 *
 * @param units  the first text is in [firstA, lastA), the second in [firstB, lastB).
 */
export function differInSense(
  units: Uint16Array,
  firstA: number,
  lastA: number,
  firstB: number,
  lastB: number,
): boolean {
  let endA = lastA;
  let endB = lastB;
  while (endA > firstA && endB > firstB && units[endA - 1] === units[endB - 1]) {
    endA--;
    endB--;
  }
  const moreOfA: number[] = [];
  const moreOfB: number[] = [];
  for (let a = firstA, b = firstB; ; ) {
    while (a < endA && b < endB && units[a] === units[b]) {
      a++;
      b++;
    }
    if (a === endA && b === endB) return haveSwapped(units, moreOfA, moreOfB);
    const [pastA, pastB] = endOfDifference(units, a, endA, b, endB);
    if (a === pastA) moreOfB.push(b, pastB);
    else if (b === pastB) moreOfA.push(a, pastA);
    if (a === pastA ? isQualifier(units, b, pastB) : b === pastB && isQualifier(units, a, pastA)) return true;
    if (a < pastA && b < pastB && areOfWeight(units, firstA, a, pastA, firstB, b, pastB)) return true;
    a = pastA;
    b = pastB;
  }
}

/**
 * Whether two names changed places around what is told of them, as `甲起诉` is taken away and `起诉甲` put in elsewhere.
 *
 * @param ofA  where the pieces start and end that the one text has more than the other, @param ofB  those of the other.
 */
function haveSwapped(units: Uint16Array, ofA: readonly number[], ofB: readonly number[]): boolean {
  if (ofA.length === 0 || ofB.length === 0) return false;
  const others = piecesOf(units, ofB);
  return piecesOf(units, ofA).some((one) =>
    others.some((other) => isTurned(one, other) || isTurned(other, one)),
  );
}

function piecesOf(units: Uint16Array, bounds: readonly number[]): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < bounds.length; at += 2) pieces.push(pieceOf(units, bounds[at], bounds[at + 1]));
  return pieces;
}

/** Whether a piece, cut in two and put together the other way round, stands in another one; 小米和 and 和小米 are of a list. */
function isTurned(piece: string, other: string): boolean {
  if (piece === other || piece.length <= NAME || piece.length > TOLD) return false;
  for (let cut = 1; cut < piece.length; cut++) {
    const [front, back] = [piece.slice(0, cut), piece.slice(cut)];
    if (joining.has(front) || joining.has(back)) continue;
    if (other.includes(back + front)) return true;
  }
  return false;
}

/** From where on both texts are the same again, past as little of both as may be. */
function endOfDifference(
  units: Uint16Array,
  a: number,
  endA: number,
  b: number,
  endB: number,
): readonly [number, number] {
  const [restA, restB] = [endA - a, endB - b];
  for (let both = 1; both <= FARTHEST && both <= restA + restB; both++) {
    for (let skip = Math.max(0, both - restB); skip <= both && skip <= restA; skip++) {
      if (areSame(units, a + skip, endA, b + both - skip, endB)) return [a + skip, b + both - skip];
    }
  }
  return [endA, endB];
}

/** Whether so many units are the same from here on, or all up to the end of both. */
function areSame(units: Uint16Array, a: number, endA: number, b: number, endB: number): boolean {
  for (let at = 0; at < SAME; at++) {
    if (a + at === endA || b + at === endB) return a + at === endA && b + at === endB;
    if (units[a + at] !== units[b + at]) return false;
  }
  return true;
}

/** Whether it makes another statement that [a, pastA) stands for [b, pastB). */
function areOfWeight(
  units: Uint16Array,
  firstA: number,
  a: number,
  pastA: number,
  firstB: number,
  b: number,
  pastB: number,
): boolean {
  if (isEndingOfWord(units, firstA, a, pastA) && isEndingOfWord(units, firstB, b, pastB)) return false;
  const [one, other] = [wordOf(units, a, pastA), wordOf(units, b, pastB)];
  const rows = interchangeable.get(one);
  if (rows !== undefined && interchangeable.get(other)?.some((row) => rows.includes(row))) return false;
  return pastA - a < pastB - b ? !isWithin(units, a, pastA, b, pastB) : !isWithin(units, b, pastB, a, pastA);
}

/** Whether units are a letter or two of an English word: of announced for announces, of centre for center. 3k is a number. */
function isEndingOfWord(units: Uint16Array, first: number, start: number, past: number): boolean {
  if (past - start > ENDING || start === first || !isLatin(units[start - 1])) return false;
  for (let at = start; at < past; at++) if (!isLatin(units[at])) return false;
  return true;
}

/** Whether the longer one has all units of the shorter one, in order: twice something was put in. */
function isWithin(units: Uint16Array, start: number, past: number, from: number, to: number): boolean {
  if (past - start === to - from) return false;
  let found = start;
  for (let at = from; at < to && found < past; at++) if (units[at] === units[found]) found++;
  return found === past;
}

function isQualifier(units: Uint16Array, start: number, past: number): boolean {
  const word = wordOf(units, start, past);
  if (replies.some((reply) => word.includes(reply))) return true;
  return qualifiers.has(word) || (currencies.has(word) && units[past] === YUAN);
}

/** Empty for what is longer than any word that is looked up. */
function wordOf(units: Uint16Array, start: number, past: number): string {
  return past - start > LONGEST ? '' : pieceOf(units, start, past);
}

function pieceOf(units: Uint16Array, start: number, past: number): string {
  let piece = '';
  for (let at = start; at < past; at++) piece += String.fromCharCode(units[at]);
  return piece;
}
