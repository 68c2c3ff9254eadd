import { separatorOf } from '../../lexicon/term-key.js';
import type { TermLexicon } from '../../lexicon/term-lexicon.js';
import { isDigitUnit, isHanUnit, isLatinOrDigit, isLetterUnit } from '../../text/unit-kinds.js';
import { characterAt, isAt, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import { WordSet } from '../../text/word-set.js';
import type { BreaksWord } from '../breaks-word.js';
import { isAmount } from './amount-behind.js';
import { border, MIXED } from './in-chinese.js';
import { isCapital } from './latin-word.js';
import { AMBIGUOUS_VARIANTS, COUNTERS, SMALL_VARIANTS, TIERS, VARIANTS } from './name-words.js';
import { counts } from './release.js';

/** Most parts that a name has behind its family. */
const MAX_PARTS = 7;
const MAX_PART_LENGTH = 24;

/** Right behind an integer they count people and things: Claude 3个人, but Claude 3 个人版. */
const countedStarts = new WordSet('个名位款项家篇张次天岁元条步招人', '');
/** Of what is counted, that of which there are parts: 豆包 2.5 倍, but 盘古6.0 大模型. */
const MEASURED = '年月日倍亿万千百天小分美元秒成点';
const amountStarts = new WordSet('月年日亿万倍%', '');
/** What stands behind a number alone, also where a name may end with that: GPT4小时. */
const NUMBERED = new WordSet('分钟 分鐘 小时 小時 个月 個月 周年 週年 美元');
const unitWords = new WordSet(
  'million billion trillion thousand percent times years year days day hours hour users people minutes weeks ' +
    'months month dollars yuan points models apps companies ways things new more',
);

/**
 * Extends the name of a family by version, size and variant: `Qwen` to `Qwen4-72B-Instruct`, 豆包 to
 * `豆包2.0 Pro`. Linear in what it reads, of which there is little: at most seven parts of 24 units.
 *
 * @param from  where the family begins.
 * @param at  where it ends.
 * @param versioned  whether what stands before is a model with its version already: `GPT-5` in `GPT-5 mini`.
 * @param everyday  whether the family is an ordinary word: then a version must be joined to it, or have a decimal.
 * @returns the end of the name; `at` if nothing follows that shapes one.
 */
export function modelNameEnd(
  text: UnitText,
  from: number,
  at: number,
  terms: TermLexicon,
  versioned: boolean,
  everyday: boolean,
  breaks: BreaksWord,
): number {
  const { fold } = terms;
  let end = at;
  let position = at;
  let hasVersion = versioned;
  // Small words such as `pro` count only if a version follows or precedes.
  let pending = false;
  let staged = false;
  for (let part = 0; part < MAX_PARTS; part++) {
    let start = position;
    let separator = 0;
    if (start < text.length && separatorOf[fold[text.charCodeAt(start)] as number] === 1) {
      separator = fold[text.charCodeAt(start)] as number;
      start++;
      while (separator === 0x20 && fold[unitAt(text, start)] === 0x20) start++;
    } else if (part === 0 && isPoint(text, start, fold)) start++;
    if (start >= text.length) break;
    const first = fold[text.charCodeAt(start)] as number;
    let stop = start;
    let digits = 0;
    let letters = 0;
    let dots = 0;
    const limit = Math.min(text.length, start + MAX_PART_LENGTH);
    while (stop < limit) {
      const unit = fold[text.charCodeAt(stop)] as number;
      if (isDigitUnit(unit)) digits++;
      else if (isLetterUnit(unit)) letters++;
      else if (
        unit === 0x2e &&
        stop > start &&
        isDigitUnit(fold[text.charCodeAt(stop - 1)] as number) &&
        stop + 1 < text.length &&
        isDigitUnit(fold[text.charCodeAt(stop + 1)] as number)
      )
        dots++;
      else break;
      stop++;
    }
    // Gemini4Flash: the variant is a part of its own.
    if (digits > 0 && letters > 2) {
      const variant = variantStart(text, start, stop, terms);
      letters -= stop - variant;
      stop = variant;
    }
    // RTX5070 is no RT: right behind a capital no other begins a version.
    if (
      part === 0 &&
      separator === 0 &&
      start === at &&
      isCapital(text.charCodeAt(at)) &&
      isCapital(text.charCodeAt(at - 1))
    )
      break;
    if (stop === limit && limit < text.length && isLatinOrDigit(fold[text.charCodeAt(stop)] as number)) break;
    if (digits + letters === 0) break;
    if (separator === 0x20 && hasVersion && beginsAnother(text, start, digits > 0 ? stop - 1 : stop, terms))
      break;
    if (digits > 0) {
      if (!isVersion(text, start, stop, fold, separator)) break;
      // GPT-4-2024年: a year.
      if (letters === 0 && digits === 4 && text.startsWith('20', start) && isAt(text, stop, '年')) break;
      const dated =
        letters === 0 && dots === 0 && digits === 4 && separator === 0x20 && isDated(text, start, fold);
      if (
        letters === 0 &&
        separator !== 0x2d &&
        !dated &&
        (looksLikeQuantity(text, at, start, stop, digits, dots, separator, fold) ||
          isAmount(text, start, stop, breaks))
      )
        break;
      if (
        everyday &&
        part === 0 &&
        separator === 0x20 &&
        dots === 0 &&
        !isMarkedHere(text, start, stop, fold)
      )
        break;
      // Qwen3 7 is no name: a second plain number needs its hyphen, or a stage before it: Grok 4.20 Beta 2.
      const apart = separator === 0x20 || (dots === 0 && separator !== 0x2d);
      if (letters === 0 && hasVersion && apart && !dated && !(staged && digits === 1)) break;
      hasVersion = true;
      end = stop;
      pending = false;
    } else {
      const word = foldedSlice(text, start, stop, fold);
      staged = word === 'beta' || word === 'alpha' || word === 'preview';
      if (!VARIANTS.has(word) && !terms.variantWords.has(word)) break;
      if (everyday && !hasVersion) break;
      const capital = fold[text.charCodeAt(start)] !== text.charCodeAt(start);
      if (separator === 0 && !capital && isLetterUnit(fold[text.charCodeAt(start - 1)] as number)) break;
      if (hasVersion && separator === 0x20 && isNumberedName(text, start, stop, terms)) break;
      const joined = separator === 0x2d || (separator === 0 && hasVersion);
      if (capital || joined || (hasVersion && !pending && isSmallVariant(text, from, stop, word, fold))) {
        if (!pending) end = stop;
        else break;
      } else if (!hasVersion && VARIANTS.has(word) && !AMBIGUOUS_VARIANTS.has(word)) pending = true;
      else break;
    }
    position = stop;
    if (first === 0) break;
  }
  return hasVersion ? bracketEnd(text, end, fold) : end;
}

/**
 * Whether the four digits at `at` behind a space are the day or the month of a model: 0709 in Grok 4 0709, 2506 in Mistral Small 2506,
 * and 1206 in Gemini Exp 1206. Without a zero before them they may count something.
 */
function isDated(text: UnitText, at: number, fold: Uint16Array): boolean {
  const first = readDigits(text, at);
  const second = readDigits(text, at + 2);
  const isDay = first > 0 && first <= 12 && second > 0 && second <= 31;
  if (first < 10) return isDay;
  let word = at - 1;
  while (isLetterUnit(fold[unitAt(text, word - 1)] as number)) word--;
  const isMonth = first > 22 && first < 30 && second > 0 && second <= 12;
  const isVariant = isDay && VARIANTS.has(foldedSlice(text, word, at - 1, fold));
  return (isVariant || (isMonth && word < at - 1)) && !counts(text, at + 4) && !isAt(text, at + 4, '%');
}

function readDigits(text: UnitText, at: number): number {
  return (plainAt(text, at) - 0x30) * 10 + plainAt(text, at + 1) - 0x30;
}

/** Start of the variant right behind a version, in text[start, stop): Flash in 4Flash, but none in gpt3chat; then `stop`. */
function variantStart(text: UnitText, start: number, stop: number, terms: TermLexicon): number {
  const { fold } = terms;
  let at = stop;
  while (at > start && isLetterUnit(fold[text.charCodeAt(at - 1)] as number)) at--;
  if (at === start || stop - at < 3) return stop;
  const word = foldedSlice(text, at, stop, fold);
  if (!VARIANTS.has(word) && !terms.variantWords.has(word)) return stop;
  const small = fold[text.charCodeAt(at)] === text.charCodeAt(at);
  const common = small && AMBIGUOUS_VARIANTS.has(word) && !TIERS.has(word) && !SMALL_VARIANTS.has(word);
  return common ? stop : at;
}

/** Whether a word is a variant behind a version also where it is written small behind a space: o3 mini, grok 6 fast in Chinese. */
function isSmallVariant(
  text: UnitText,
  from: number,
  stop: number,
  word: string,
  fold: Uint16Array,
): boolean {
  if (!VARIANTS.has(word)) return false;
  if (!AMBIGUOUS_VARIANTS.has(word)) return true;
  if (TIERS.has(word)) return !goesOnInLatin(text, stop, fold);
  return SMALL_VARIANTS.has(word) && border(text, from - 1, -1) !== MIXED && border(text, stop, 1) !== MIXED;
}

/** Whether a variant is rather the next name, with a number of its own: Sonnet in Opus 6 Sonnet 6. */
function isNumberedName(text: UnitText, start: number, stop: number, terms: TermLexicon): boolean {
  const { fold } = terms;
  if (separatorOf[fold[unitAt(text, stop)] as number] === 0) return false;
  let end = stop + 1;
  while (end < text.length && isDigitUnit(fold[text.charCodeAt(end)] as number)) end++;
  if (end === stop + 1 || end > stop + 3) return false;
  const count = terms.match(text, start, stop);
  return count > 0 && terms.ends[count - 1] === stop;
}

/** Whether an English sentence may go on there: o3 pro tips, but not o3 pro 很强. */
function goesOnInLatin(text: UnitText, at: number, fold: Uint16Array): boolean {
  const next = fold[unitAt(text, at)] === 0x20 ? at + 1 : at;
  return next < text.length && isLatinOrDigit(fold[text.charCodeAt(next)] as number);
}

/**
 * Whether another thing of a name of its own begins there: o4 in o3 o4-mini, H100 in Llama 4 H100, Nano Banana in Imagen 5 Ultra
 * Nano Banana.
 *
 * @param stop  that name ends behind it.
 */
function beginsAnother(text: UnitText, start: number, stop: number, terms: TermLexicon): boolean {
  if (isDigitUnit(unitAt(text, start))) return false;
  const count = terms.match(text, start, text.length);
  for (let index = 0; index < count; index++) {
    const end = terms.ends[index] as number;
    const entry = terms.found[index] as number;
    if (end > stop) {
      const category = terms.infoOf(entry)?.category;
      if (category === 'model' || category === 'hardware') return true;
      continue;
    }
    // A family of one letter is written small.
    if (
      end === start + 1 &&
      terms.fold[text.charCodeAt(start)] === text.charCodeAt(start) &&
      terms.familyOf(entry)
    )
      return true;
  }
  return false;
}

/** End of the variant that stands in brackets behind a version: FLUX.2 [klein]; `end` if there is none. */
function bracketEnd(text: UnitText, end: number, fold: Uint16Array): number {
  const open = unitAt(text, end) === 0x20 ? end + 1 : end;
  if (unitAt(text, open) !== 0x5b) return end;
  let stop = open + 1;
  while (stop < text.length && stop - open < 16 && isLetterUnit(fold[text.charCodeAt(stop)] as number))
    stop++;
  return unitAt(text, stop) === 0x5d && VARIANTS.has(foldedSlice(text, open + 1, stop, fold))
    ? stop + 1
    : end;
}

/** Whether the point of FLUX.3 stands there, behind a capital. */
function isPoint(text: UnitText, at: number, fold: Uint16Array): boolean {
  if (unitAt(text, at) !== 0x2e || !isDigitUnit(unitAt(text, at + 1))) return false;
  const before = text.charCodeAt(at - 1);
  return isLetterUnit(fold[before] as number) && fold[before] !== before;
}

/** Whether a version says that it is one by a letter, or by the size behind it: v4, 8B, 5 405B. */
function isMarkedHere(text: UnitText, start: number, stop: number, fold: Uint16Array): boolean {
  if (isMarked(text, start, stop, fold)) return true;
  const size = stop + 1;
  if (
    separatorOf[fold[unitAt(text, stop)] as number] === 0 ||
    !isDigitUnit(fold[unitAt(text, size)] as number)
  )
    return false;
  let end = size;
  while (end < text.length && isDigitUnit(fold[text.charCodeAt(end)] as number)) end++;
  return isAt(text, end, 'B') && !isLatinOrDigit(fold[unitAt(text, end + 1)] as number);
}

/** Whether a version says by a letter that it is one: v4, 8B. */
function isMarked(text: UnitText, start: number, stop: number, fold: Uint16Array): boolean {
  const size = text.charCodeAt(stop - 1) === 0x42 && isDigitUnit(fold[text.charCodeAt(start)] as number);
  return (
    size || (fold[text.charCodeAt(start)] === 0x76 && isDigitUnit(fold[text.charCodeAt(stop - 1)] as number))
  );
}

/** Whether the number that ends a name is rather an amount of what follows: 3 in Gemini 3 月, ChatGPT 3 亿用户. */
export function endsInAmount(
  text: UnitText,
  start: number,
  end: number,
  fold: Uint16Array,
  breaks: BreaksWord,
): boolean {
  if (end >= text.length) return false;
  let digits = end;
  while (digits > start && isDigitUnit(fold[text.charCodeAt(digits - 1)] as number)) digits--;
  if (digits === end || digits === start) return false;
  if (fold[text.charCodeAt(digits - 1)] !== 0x20)
    return digits > start + 1 && NUMBERED.hasSlice(text, end, end + 2) && isAmount(text, digits, end, breaks);
  if (countedStarts.has(characterAt(text, end)) || isAmount(text, digits, end, breaks)) return true;
  const next = fold[text.charCodeAt(end)] === 0x20 ? end + 1 : end;
  return amountStarts.has(characterAt(text, next));
}

/** V3.2, 4o, K3, 72B, 8x7B, A22B, E4B, 0528: digits with a letter or two before and after. */
function isVersion(
  text: UnitText,
  start: number,
  stop: number,
  fold: Uint16Array,
  separator: number,
): boolean {
  let at = start;
  while (at < stop && isLetterUnit(fold[text.charCodeAt(at)] as number)) at++;
  const leading = at - start;
  if (leading > 2) return false;
  let digits = 0;
  for (; at < stop && !isLetterUnit(fold[text.charCodeAt(at)] as number); at++)
    if (isDigitUnit(fold[text.charCodeAt(at)] as number)) digits++;
  if (digits > 10 || (digits > 4 && separator !== 0x2d)) return false;
  if (at === stop) return true;
  const letters = at;
  while (at < stop && isLetterUnit(fold[text.charCodeAt(at)] as number)) at++;
  if (at === stop) return at - letters <= 2 && !isOrdinal(text, letters, stop, fold);
  // 8x7B
  return stop - letters <= 6 && fold[text.charCodeAt(letters)] === 0x78;
}

function isOrdinal(text: UnitText, start: number, stop: number, fold: Uint16Array): boolean {
  const word = foldedSlice(text, start, stop, fold);
  return word === 'st' || word === 'nd' || word === 'rd' || word === 'th' || word === 'x';
}

function looksLikeQuantity(
  text: UnitText,
  family: number,
  start: number,
  stop: number,
  digits: number,
  dots: number,
  separator: number,
  fold: Uint16Array,
): boolean {
  if (dots > 1) return false;
  const spaced = separator === 0x20;
  if (spaced && dots === 0 && digits >= 3) return true;
  const hanFamily = isHanUnit(text.charCodeAt(family - 1));
  if (!spaced && !hanFamily) return false;
  // 豆包2025高考成绩: a year.
  if (!spaced && digits === 4 && dots === 0 && text.startsWith('20', start)) return true;
  let next = stop;
  if (next < text.length && fold[text.charCodeAt(next)] === 0x20) next++;
  if (next >= text.length) return false;
  const unit = text.charAt(next);
  if ('%％‰°'.includes(unit)) return true;
  if (next > start && (dots === 0 ? COUNTERS : MEASURED).includes(unit)) return true;
  if (next === stop) return false;
  let word = next;
  while (word < text.length && word - next < 10 && isLetterUnit(fold[text.charCodeAt(word)] as number))
    word++;
  return unitWords.has(foldedSlice(text, next, word, fold));
}

function foldedSlice(text: UnitText, start: number, end: number, fold: Uint16Array): string {
  let slice = '';
  for (let at = start; at < end; at++) slice += String.fromCharCode(fold[text.charCodeAt(at)] as number);
  return slice;
}
