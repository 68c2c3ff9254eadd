import { lazy } from '../../base/lazy.js';
import { isDigitUnit, isHanUnit, isLetterUnit } from '../../lexicon/term-key.js';
import { plainUnit } from '../../text/fold.js';
import { characterAt, plainAt, unitAt } from '../../text/units.js';
import { WordSet } from '../../text/word-set.js';

const MAX_HASHTAG = 80;
const MAX_MENTION = 30;
const MAX_EMOTICON = 10;
const MAX_KAOMOJI = 16;

function isWhite(unit: number): boolean {
  return unit <= 0x20 || unit === 0x3000 || unit === 0xa0;
}

/** Letters of any script, digits and the underscore: what a hashtag or a name is made of. */
export function isNameUnit(unit: number): boolean {
  if (unit < 128) {
    return isLetterUnit(unit | 0x20) ? unit >= 0x41 : isDigitUnit(unit) || unit === 0x5f;
  }
  return (
    (unit >= 0xc0 && unit <= 0x52f && unit !== 0xd7 && unit !== 0xf7) ||
    (unit >= 0x5d0 && unit <= 0x1fff) ||
    (unit >= 0x3041 && unit <= 0x30ff && unit !== 0x30fb) ||
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0xac00 && unit <= 0xd7a3) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xff10 &&
      unit <= 0xff5a &&
      !(unit > 0xff19 && unit < 0xff21) &&
      !(unit > 0xff3a && unit < 0xff41))
  );
}

/**
 * End of a hashtag at `at` (`#` or `＃`), or `at`. Weibo's form closes (`#AI大模型#`) and may hold spaces and marks;
 * Twitter's ends where letters and digits end.
 */
export function hashtagEnd(text: string, at: number): number {
  const hash = text.charCodeAt(at);
  if (at > 0 && isLatinOrDigit(plainAt(text, at - 1))) return at;
  const limit = Math.min(text.length, at + 1 + MAX_HASHTAG);
  let open = at + 1;
  let latin = true;
  while (open < limit) {
    const unit = unitAt(text, open);
    if (unit === 0x23 || unit === 0xff03 || unit === 0x0a || unit === 0x0d) break;
    if (unit >= 0x80) latin = false;
    open++;
  }
  let plain = at + 1;
  let letters = false;
  while (plain < limit && isNameUnit(unitAt(text, plain))) {
    if (!isDigitUnit(plainAt(text, plain))) letters = true;
    plain++;
  }
  const closed = open < limit && unitAt(text, open) === hash && open > at + 1;
  if (
    closed &&
    !isWhite(unitAt(text, at + 1)) &&
    !isWhite(unitAt(text, open - 1)) &&
    !'，。、；：,;'.includes(text.charAt(open - 1)) &&
    !(latin && isLatinOrDigit(plainAt(text, open + 1))) &&
    !isLink(text, at + 1, open)
  ) {
    return open + 1;
  }
  return letters ? plain : at;
}

/** A URL between two hashtags is no hashtag's content. */
function isLink(text: string, start: number, end: number): boolean {
  const found = text.slice(start, end).indexOf('://');
  return found >= 0;
}

export function isLatinOrDigit(unit: number): boolean {
  return isLetterUnit(unit) || isDigitUnit(unit);
}

/**
 * End of a mention at `at` (`@` or `＠`), or `at`. Twitter's names are Latin; Weibo's hold Chinese and end at a
 * space or mark. Behind a Latin name Chinese belongs to it only if a mark or space comes soon: `@IT之家 `, but `@sama说`.
 */
export function mentionEnd(text: string, at: number): number {
  if (at > 0 && isLatinOrDigit(plainAt(text, at - 1))) return at;
  const limit = Math.min(text.length, at + 1 + MAX_MENTION);
  let latin = at + 1;
  while (latin < limit && unitAt(text, latin) < 128 && isNameUnit(unitAt(text, latin))) latin++;
  let end = latin;
  while (end < limit) {
    const unit = unitAt(text, end);
    if (!isNameUnit(unit) && !(unit === 0x2d && end > at + 1 && isNameUnit(unitAt(text, end + 1)))) break;
    end++;
  }
  if (latin > at + 1 && end > latin) {
    const stop = end < text.length ? unitAt(text, end) : 0x20;
    const closes = isWhite(stop) || stop === 0x3a || stop === 0xff1a;
    return closes && end - latin <= 6 && end < text.length ? end : latin;
  }
  return end;
}

/** End of a cashtag at `at` (`$`): one to six letters, as `$NVDA`, `$btc`, `$BRK.B`; or `at`. */
export function cashtagEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && end - at <= 7 && isAsciiLetter(unitAt(text, end))) end++;
  const length = end - at - 1;
  if (length === 0 || length > 6) return at;
  const name = text.slice(at + 1, end);
  if (name !== name.toUpperCase() && name !== name.toLowerCase()) return at;
  const after = unitAt(text, end);
  if (after === 0x2e && isAsciiLetter(unitAt(text, end + 1)) && !isNameUnit(unitAt(text, end + 2)))
    return end + 2;
  return isLatinOrDigit(plainAt(text, end)) || after === 0x5f ? at : end;
}

/** Exchanges behind the number of a stock. */
const exchanges = new WordSet('HK SH SZ SS BJ TW TWO T KS KQ');

/** End of a stock by its number and exchange at `at` (`$`), as `$0700.HK`; or `at`. */
export function listedEnd(text: string, at: number): number {
  let end = at + 1;
  while (end - at <= 7 && end < text.length && isDigitUnit(unitAt(text, end))) end++;
  if (end - at < 4 || unitAt(text, end) !== 0x2e) return at;
  let stop = end + 1;
  while (stop - end <= 4 && stop < text.length && isAsciiLetter(unitAt(text, stop))) stop++;
  return exchanges.has(text.slice(end + 1, stop)) && !isLatinOrDigit(plainAt(text, stop)) ? stop : at;
}

function isAsciiLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

/** What editors put in brackets that is no emoticon. */
const bracketed = new WordSet(
  '视频 图片 链接 图 原创 转发 转载 推荐 置顶 快讯 独家 重磅 最新 突发 公告 广告 招聘 活动 投票 直播 更新 综合 通知 ' +
    '讨论 分享 教程 开源 问题 问答 求助 已解决 附图 组图 全文 摘要 注 作者 来源 译文 翻译 编辑 日期 时间 标题',
);

/** End of an emoticon in brackets at `at`, as `[doge]` or `[笑cry]`; or `at`. */
export function bracketEmoticonEnd(text: string, at: number): number {
  const limit = Math.min(text.length, at + 2 + MAX_EMOTICON);
  let end = at + 1;
  let han = 0;
  let latin = 0;
  for (; end < limit; end++) {
    const unit = unitAt(text, end);
    if (isHanUnit(unit)) han++;
    else if (unit >= 0x61 && unit <= 0x7a) latin++;
    else if (!(unit >= 0x41 && unit <= 0x5a && han > 0)) break;
  }
  if (end >= limit || unitAt(text, end) !== 0x5d) return at;
  if (han > 5 || han + latin < 1 || (han === 0 && latin < 2)) return at;
  return bracketed.has(text.slice(at + 1, end)) ? at : end + 1;
}

/** Emoticons of ASCII, longest first for each first character. */
const asciiEmoticons = lazy(() => {
  const emoticons = new Map<number, string[]>();
  for (const emoticon of (
    ":) :-) :D :-D ;) ;-) :( :-( :'( :'-( :P :-P :p :-p :O :-O :o :/ :-/ :| :-| :3 :* :-* ;D ;P =) =D =( =P <3 </3 " +
    '^_^ ^^ ^-^ ^o^ ^_~ -_- -_-| -_-|| -_-||| T_T T.T TAT QAQ QwQ qwq QwQ orz Orz OTZ otz >_< >.< >< o_O O_o o_o O_O 0_0 ' +
    '=_= ;_; @_@ $_$ XD xD XDD xDD :-)) :)) :))) :(( >:( >:) D: (: ): XP uwu UwU owo OwO ಠ_ಠ ' +
    '→_→ ←_← ↓_↓ ⊙﹏⊙ ⊙_⊙ ⊙ω⊙ ╯﹏╰ ≧▽≦ ≧ω≦ ¯\\_(ツ)_/¯ ◕‿◕'
  )
    .split(' ')
    .concat('( ͡° ͜ʖ ͡°)')) {
    const first = emoticon.charCodeAt(0);
    emoticons.set(first, [...(emoticons.get(first) ?? []), emoticon]);
  }
  for (const list of emoticons.values()) list.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return emoticons;
});

/** Whether an ASCII emoticon may begin with a unit. */
export function startsEmoticon(unit: number): boolean {
  return asciiEmoticons().has(unit);
}

/** End of an ASCII emoticon at `at`, or `at`. Letters and digits beside it end it: `:D` is not in `C:Drive`. */
export function asciiEmoticonEnd(text: string, at: number): number {
  const list = asciiEmoticons().get(text.charCodeAt(at));
  if (list === undefined) return at;
  const before = at > 0 ? plainAt(text, at - 1) : 0;
  for (const emoticon of list) {
    if (!text.startsWith(emoticon, at)) continue;
    const end = at + emoticon.length;
    const last = emoticon.charCodeAt(emoticon.length - 1);
    const first = emoticon.charCodeAt(0);
    if (isLatinOrDigit(plainUnit(last)) && isLatinOrDigit(plainAt(text, end))) continue;
    if (isLatinOrDigit(plainUnit(first)) && isLatinOrDigit(before)) continue;
    // 1:3 and http:/ are none, nor is a mark inside a run of marks, nor 3) of a list.
    if (
      first === 0x3a &&
      (isLatinOrDigit(before) || isHanUnit(before)) &&
      !(last === 0x29 || last === 0x28)
    ) {
      if (isDigitUnit(before) || last === 0x2f || isLatinOrDigit(before)) continue;
    }
    if (last === 0x2f && plainAt(text, end) === 0x2f) continue;
    if (first === 0x28 && end - at < 4 && plainAt(text, end) !== 0 && !isWhite(plainAt(text, end))) continue;
    if (first === 0x29 && before !== 0 && !isWhite(before)) continue;
    if (
      emoticon === '><' ||
      emoticon === '=)' ||
      emoticon === '=(' ||
      emoticon === '):' ||
      emoticon === '(:'
    ) {
      if (before !== 0 && !isWhite(before) && !isHanUnit(before)) continue;
    }
    if (emoticon === '):' || emoticon === 'D:' || emoticon === '(:') {
      if (before !== 0 && !isWhite(before)) continue;
      if (end < text.length && !isWhite(unitAt(text, end))) continue;
    }
    return end;
  }
  return at;
}

/** Marks of which faces are made. */
const face = new WordSet(
  '°□≧▽≦╯╰・ω｀´＾∀ﾟДд︿￣∇≖‿◕ᴗ๑•̀ㅂ́و✧☆★♡♥❤♪╥﹏⊙⌒ᵔᴥಠ益Σ∩⊂∠◡〃◍ˊᗜˋ▔皿⁄ง◔∂ロε´`^_;>T<=~*ˇヮ◎●○⚈̥̆･ᐛ',
  '',
);
const ARMS = '╯╰╮╭ノﾉヽ୨୧ง︵╱＼ヾ┻━┳つっゞ∠☞シ彡o✧♡☆~～ゝ乂┐┌';
const arms = new WordSet(ARMS, '');
const strong = new WordSet('°□≧▽≦╯ω´∀ﾟДд￣∇‿◕ᴗ๑ㅂ╥⊙⌒ᵔᴥಠΣ◡〃ˊᗜ皿◔ε･・•ㅂ︿﹏＾▔ヮᐛ', '');

/** End of a face at `at` (its opening parenthesis, or an arm before it), or `at`. */
export function kaomojiEnd(text: string, at: number): number {
  let open = at;
  while (open < at + 3 && open < text.length && arms.has(characterAt(text, open))) open++;
  const bracket = characterAt(text, open);
  if (bracket !== '(' && bracket !== '（') return at;
  const limit = Math.min(text.length, open + MAX_KAOMOJI);
  let close = open + 1;
  let marks = 0;
  let sure = 0;
  let others = 0;
  for (; close < limit; close++) {
    const character = characterAt(text, close);
    if (character === ')' || character === '）') break;
    if (strong.has(character)) sure++;
    if (face.has(character) || arms.has(character)) marks++;
    else others++;
  }
  if (close >= limit || marks < 2 || sure < 1 || others > 2 || close - open < 3) return at;
  let end = close + 1;
  const tail = Math.min(text.length, end + 8);
  let last = end;
  while (end < tail) {
    const character = characterAt(text, end);
    if (arms.has(character) && !(character === 'o' && isLatinOrDigit(plainAt(text, end + 1)))) last = end + 1;
    else if (character !== ' ') break;
    end++;
  }
  return last;
}

const faceStarts = lazy(
  () =>
    new Set(['(', '（', ...ARMS].filter((mark) => !'o~～'.includes(mark)).map((mark) => mark.charCodeAt(0))),
);

/** Whether a face may begin with a unit. */
export function startsKaomoji(unit: number): boolean {
  return faceStarts().has(unit);
}
