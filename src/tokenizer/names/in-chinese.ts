import { isHanUnit } from '../../text/unit-kinds.js';
import { isOneOf, type UnitText, unitAt } from '../../text/unit-text.js';

/** What stands beside a name. */
export const EDGE = 0;

export const CHINESE = 1;

export const MIXED = 2;

const CHINESE_MARKS = '，。、；：！？（）《》「」『』【】｜—…“”';

/** Marks behind or before which no name goes on. */
const ENDING = '[]():;,!?|"`';

/** Whether Han or its punctuation stands beside the stretch, and no other letters do. */
export function isInChinese(text: UnitText, at: number, end: number): boolean {
  const before = border(text, at - 1, -1);
  if (before === MIXED) return false;
  const after = border(text, end, 1);
  return after !== MIXED && (before === CHINESE || after === CHINESE);
}

/**
 * What stands beside a name, past one space: Han or its punctuation; the end of the text, or a mark that ends any name;
 * or something else. Brackets, quotation marks, colons, commas and a dash between spaces are looked past: what stands
 * behind them says what the text is written in.
 */
export function border(text: UnitText, at: number, step: 1 | -1): number {
  const spaced = unitAt(text, at) === 0x20;
  let next = spaced ? at + step : at;
  const mark = unitAt(text, next);
  const ends = isOneOf(text, next, ENDING) || (spaced && isDash(mark) && unitAt(text, next + step) === 0x20);
  if (ends) {
    next += step;
    if (unitAt(text, next) === 0x20) next += step;
  }
  if (next < 0 || next >= text.length) return EDGE;
  const unit = text.charCodeAt(next);
  if (unit === 0x0a || unit === 0x0d) return EDGE;
  if (isHanUnit(unit) || isOneOf(text, next, CHINESE_MARKS)) return CHINESE;
  return ends ? EDGE : MIXED;
}

function isDash(unit: number): boolean {
  return unit === 0x2d || unit === 0x2013 || unit === 0x2014;
}
