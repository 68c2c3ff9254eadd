import { lazy } from '../../base/lazy.js';
import { plainUnit } from '../../text/fold.js';
import { isDigitUnit, isHanUnit, isLatinOrDigit } from '../../text/unit-kinds.js';
import { unitsOf } from '../../text/unit-table.js';
import { characterAt, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import { WordSet } from '../../text/word-set.js';
import { isWhite } from './classes.js';

const MAX_KAOMOJI = 16;

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

const emoticonStarts = lazy(() => unitsOf([...asciiEmoticons().values()].map(([first = '']) => first)));

/** Whether an ASCII emoticon may begin with a unit. */
export function startsEmoticon(unit: number): boolean {
  return emoticonStarts()[unit] === 1;
}

/** End of an ASCII emoticon at `at`, or `at`. Letters and digits beside it end it: `:D` is not in `C:Drive`. */
export function asciiEmoticonEnd(text: UnitText, at: number): number {
  const list = asciiEmoticons().get(text.charCodeAt(at));
  if (list === undefined) return at;
  const before = at > 0 ? plainAt(text, at - 1) : 0;
  const second = unitAt(text, at + 1);
  for (const emoticon of list) {
    if (emoticon.charCodeAt(1) !== second || !text.startsWith(emoticon, at)) continue;
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

const ARMS = '╯╰╮╭ノﾉヽ୨୧งو︵╱＼ヾ┻━┳つっゞ∠☞シ彡o✧♡☆~～ゝ乂┐┌';

const arms = new WordSet(ARMS, '');

const strong = new WordSet('°□≧▽≦╯ω´∀ﾟДд￣∇‿◕ᴗ๑ㅂ╥⊙⌒ᵔᴥಠΣ◡〃ˊᗜ皿◔ε･・•ㅂ︿﹏＾▔ヮᐛ', '');

/** End of a face at `at` (its opening parenthesis, or an arm before it), or `at`. */
export function kaomojiEnd(text: UnitText, at: number): number {
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
    // The arm before a bracket is of the next face.
    const next = characterAt(text, end + 1);
    if (next === '(' || next === '（') break;
    if (arms.has(character) && !(character === 'o' && isLatinOrDigit(plainAt(text, end + 1)))) last = end + 1;
    else if (character !== ' ') break;
    end++;
  }
  return last;
}

const faceStarts = lazy(() => unitsOf(['(', '（', ...ARMS].filter((mark) => !'o~～'.includes(mark))));

/** Whether a face may begin with a unit. */
export function startsKaomoji(unit: number): boolean {
  return faceStarts()[unit] === 1;
}
