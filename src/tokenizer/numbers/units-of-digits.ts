import { isDigitUnit, isLatinOrDigit, isLetterUnit } from '../../text/unit-kinds.js';
import { unitsOf } from '../../text/unit-table.js';
import { isAt, isOneOf, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import { WordSet } from '../../text/word-set.js';
import { numberOf } from './digits.js';
import { digitOf } from './han-numeral.js';
import { isMore } from './magnitude.js';
import { MAX_DIGITS } from './numeral.js';
import { COUNTED } from './unit.js';
import { hanUnits } from './units.js';

/** Magnitudes with which words begin. */
export const MAGNITUDES = '百千万萬亿億';

/** What stands between digits and the last of their magnitudes: 10多万, 3千亿. */
const between = unitsOf('十百千万萬亿億多余餘来來几幾');
/** No amount has more of them. */
const MOST_BETWEEN = 6;

/** Names and sayings that keep their magnitude behind the number of something else: 流浪地球2万物皆是, PS5万圣节. */
const SAYINGS = new WordSet(
  '万圣 萬聖 万历 萬曆 万籁 万念 万劫 千问 亿纬 亿航 亿咖 ' +
    '万里长 萬里長 万有引 万维网 万花筒 万宝路 万古长 万紫千 万水千 万众瞩 万众一 万家灯 万象更 万马奔 万丈深 万不得 万无一 ' +
    '万事皆 万事如 万事大 万事亨 万事俱 万事兴 万事通 万事达 万物皆 万物之 万物生 万物有 万物复 万物互 ' +
    '千与千 千丝万 千军万 千方百 千篇一 千奇百 千姿百 千变万 千言万 千山万 千秋万 千里马 千里江 千里之 千里迢 千手观 亿万富',
);

/** What is said of an amount behind it. */
const SAID = new WordSet('左右 出头 出頭 有余 有餘');

/**
 * How many units from the magnitude at `at` on count the digits before it, so that the word of the dictionary that begins with
 * them and ends at `end` is none there: 1 in 5万网红 and 2千三孩, 2 in 3万多. 0 in a word of it and what is counted: 3万元, 20万辆.
 *
 * Behind Chinese numerals, a year or a Latin letter, and where it is 百, only what is said of amounts tells that it counts.
 */
export function unitsOfDigits(text: UnitText, at: number, end: number): number {
  if (isOneOf(text, at + 1, COUNTED) || isOneOf(text, at + 1, MAGNITUDES)) return 0;
  if (isAt(text, at, '百') && isAt(text, at + 1, '度')) return isDegrees(text, at) ? 1 : 0;
  const more = isMore(unitAt(text, at + 1));
  const said = more || SAID.hasSlice(text, at + 1, at + 3);
  const before = digitsBefore(text, at);
  if (before < 0 && !(said && isHanNumeral(text, at - 1))) return 0;
  const units = more ? 2 : 1;
  if (hanUnits().words.has(text.slice(at + units, end))) return 0;
  if (said) return units;
  if (isAt(text, at, '百') || isOfName(text, before)) return 0;
  return SAYINGS.hasSlice(text, at, at + 2) || SAYINGS.hasSlice(text, at, at + 3) ? 0 : 1;
}

/** The last of the digits whose magnitude ends at `at`, or -1. */
function digitsBefore(text: UnitText, at: number): number {
  let last = at - 1;
  while (at - last <= MOST_BETWEEN && between[unitAt(text, last)] === 1) last--;
  if (plainAt(text, last) === 0x20) last--;
  return isDigitUnit(plainAt(text, last)) ? last : -1;
}

/** Whether 百度 at `at` is of degrees behind one digit: 近视三百度; but 我一百度就 is a search. */
function isDegrees(text: UnitText, at: number): boolean {
  if (isDigitUnit(plainAt(text, at - 1)))
    return !isLatinOrDigit(plainAt(text, at - 2)) && !isAt(text, at - 2, '.');
  if (digitOf(unitAt(text, at - 1)) <= 0) return false;
  return !(
    isAt(text, at - 1, '一') &&
    (isOneOf(text, at - 2, SEARCHERS) || isOneOf(text, at + 2, '就才发全都出结'))
  );
}

/** Whoever searches at once: 上网一百度. */
const SEARCHERS = '我你他她便上网去手来用家';

function isHanNumeral(text: UnitText, at: number): boolean {
  return digitOf(unitAt(text, at)) > 0 || isOneOf(text, at, '十百千几幾数數');
}

/** Whether the digits that end at `last` are a year or a version, or behind a letter: 2023, 3.0, SU7. */
function isOfName(text: UnitText, last: number): boolean {
  let before = last;
  while (last - before < MAX_DIGITS && isDigitUnit(plainAt(text, before))) before--;
  const mark = plainAt(text, before);
  if (isLetterUnit(mark)) return true;
  if (mark === 0x2e) return last - before === 1 && plainAt(text, last) === 0x30;
  if (last - before !== 4 || mark === 0x2c) return false;
  const year = numberOf(text, before + 1, last + 1);
  return year >= 1950 && year < 2040 && year !== 2000;
}
