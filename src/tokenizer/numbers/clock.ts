import { isDigitUnit, isLetterUnit } from '../../text/unit-kinds.js';
import { isAt, isOneOf, plainAt, type UnitText } from '../../text/unit-text.js';
import { WordSet } from '../../text/word-set.js';
import type { BreaksWord } from '../breaks-word.js';
import { digitsEnd, numberOf } from './digits.js';
import { skipSpace } from './latin.js';

/** End of `:31` or `:31:58` behind an hour, and of the half of the day behind that; or -1. */
export function clockEnd(text: UnitText, at: number, hour: number): number {
  const end = hour > 24 ? -1 : minutesEnd(text, at);
  if (end < 0) return -1;
  const noon = noonEnd(text, end);
  return isLetterUnit(plainAt(text, noon)) ? -1 : noon;
}

/** End of `:31` or `:31:58`, or -1. */
export function minutesEnd(text: UnitText, at: number): number {
  if (plainAt(text, at) !== 0x3a) return -1;
  const minutes = digitsEnd(text, at + 1, 2);
  if (minutes - at !== 3 || numberOf(text, at + 1, minutes) > 59) return -1;
  const seconds = plainAt(text, minutes) === 0x3a ? digitsEnd(text, minutes + 1, 2) : -1;
  return seconds - minutes === 3 ? seconds : minutes;
}

/** End of am, pm or p.m. behind an hour; `at` if neither follows. */
export function noonEnd(text: UnitText, at: number): number {
  const start = skipSpace(text, at);
  const half = plainAt(text, start);
  if (half !== 0x61 && half !== 0x70) return at;
  const dotted = plainAt(text, start + 1) === 0x2e;
  const m = dotted ? start + 2 : start + 1;
  if (plainAt(text, m) !== 0x6d) return at;
  const end = dotted && plainAt(text, m + 1) === 0x2e ? m + 2 : m + 1;
  return isLetterUnit(plainAt(text, end)) || isDigitUnit(plainAt(text, end)) ? at : end;
}

/** Parts of the day, and days, before an hour. */
const dayParts = new WordSet(
  '上午 下午 凌晨 晚上 早上 中午 傍晚 深夜 今晚 昨晚 明晚 当晚 每晚 明早 今早 清晨 夜里 午后 午间 夜间 次日 今天 明天 昨天 后天 当天 每天 ' +
    '今日 明日 昨日 当日 每日 周一 周二 周三 周四 周五 周六 周日 ' +
    '當天 當日 後天 午後 夜裡 夜裏 夜間 午間 週一 週二 週三 週四 週五 週六 週日',
);
const DATED = '晚早日号號';

/** End of 9点半, 3点20分, 下午3点, 9点多钟, behind 点; -1 if what is counted may be points. */
export function hourEnd(text: UnitText, start: number, at: number, breaks: BreaksWord): number {
  if (isOneOf(text, at, '半整钟鐘')) return breaks(at + 1) ? -1 : at + 1;
  if ((text.startsWith('多钟', at) || text.startsWith('多鐘', at)) && !breaks(at + 2)) return at + 2;
  const minutes = digitsEnd(text, at, 2);
  const told = isOneOf(text, start - 1, DATED) || dayParts.has(text.slice(Math.max(0, start - 2), start));
  if (minutes > 0 && numberOf(text, at, minutes) < 60) {
    if (isAt(text, minutes, '分') && !breaks(minutes + 1)) return minutes + 1;
    // 1日8时12月31日
    if (told && minutes - at === 2 && !isOneOf(text, minutes, '年月日号')) return minutes;
  }
  return told && !breaks(at) ? at : -1;
}
