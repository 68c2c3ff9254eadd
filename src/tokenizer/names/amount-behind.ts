import { isDigitUnit, isLetterUnit } from '../../text/unit-kinds.js';
import { unitsOf } from '../../text/unit-table.js';
import { isAt, isOneOf, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import type { BreaksWord } from '../breaks-word.js';
import { readNumber } from '../numbers/read-number.js';
import { isPeriodic } from './counted.js';
import { latinWordEnd } from './latin-word.js';

/** What is counted right behind digits. */
const COUNTED = '名家人岁歲点點';
/** Most digits of what is so counted, and most years of a time. */
const MOST_DIGITS = 3;
const MOST_YEARS = 100;
/** Units with which an amount, a date or a time goes on behind its digits. */
const goesOn = unitsOf(`${COUNTED}连連万萬亿億元美港欧歐日月年天小分秒周週个個倍块塊%％`);

/** Whether text[at, end), which is digits, is an amount, a date or a time by what stands behind: 12月30日, 3天, 200亿美元, 5名. */
export function isAmount(text: UnitText, at: number, end: number, breaks: BreaksWord): boolean {
  if (goesOn[unitAt(text, end)] === 0) return false;
  // Switch2日版
  if (isAt(text, end, '日') && isOneOf(text, end + 1, '版区服系')) return false;
  if (isPeriodic(text, end)) return false;
  const number = readNumber(text, at, breaks);
  if (number === undefined) return false;
  // Tesla2025年销量: 年 is of another word.
  if (number.quantity?.type === 'date') return true;
  if (number.end <= end) {
    if (isTold(text, end)) return true;
    return end - at <= MOST_DIGITS && isOneOf(text, end, COUNTED) && !breaks(end + 1);
  }
  switch (number.quantity?.type) {
    case 'duration':
      return number.quantity.unit !== '年' || number.quantity.value < MOST_YEARS;
    case 'measure':
    case 'parameters':
    case 'tokens':
      return false;
    default:
      return true;
  }
}

/** Whether 周年, or what happened so often in a row, stands there: 3连涨. */
function isTold(text: UnitText, at: number): boolean {
  if (text.startsWith('周年', at) || text.startsWith('週年', at)) return true;
  return isOneOf(text, at, '连連') && isOneOf(text, at + 1, '涨漲跌胜勝败敗冠板阳陽阴陰');
}

/**
 * Where the amount starts that is written right behind a word of two letters or more, text[at, end): 50 in Jennie50亿; `end` if
 * there is none.
 */
export function amountStart(text: UnitText, at: number, end: number, breaks: BreaksWord): number {
  if (!isDigitUnit(plainAt(text, end - 1)) || goesOn[unitAt(text, end)] === 0) return end;
  let start = end - 1;
  while (isDigitUnit(plainAt(text, start - 1)) || plainAt(text, start - 1) === 0x2e) start--;
  if (start < at + 2) return end;
  for (let i = at; i < start; i++) if (!isLetterUnit(plainAt(text, i))) return end;
  return isAmount(text, start, end, breaks) ? start : end;
}

/** Whether an amount is written right behind a name that ends with a letter at `end`: OpenAI12月30日, Model Y35万. */
export function hasAmount(text: UnitText, end: number, breaks: BreaksWord): boolean {
  if (!isDigitUnit(plainAt(text, end)) || !isLetterUnit(plainAt(text, end - 1))) return false;
  const stop = latinWordEnd(text, end);
  for (let at = end; at < stop; at++)
    if (!isDigitUnit(plainAt(text, at)) && plainAt(text, at) !== 0x2e) return false;
  return isAmount(text, end, stop, breaks);
}
