import { isDigitUnit, isHanUnit, isLatinOrDigit } from '../../text/unit-kinds.js';
import { characterAt, isAt, isOneOf, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import type { BreaksWord } from '../breaks-word.js';
import { digitOf } from './han-numeral.js';
import { hanWord } from './han-words.js';
import { skipSpace } from './latin.js';
import { isMore } from './magnitude.js';
import { numeralEnd } from './numeral.js';
import type { NumberMatch, Reading } from './reading.js';
import { COUNTED } from './unit.js';
import { hanUnits, percent } from './units.js';

/** 成 and 折 */
const CHENG = 0x6210;
const ZHE = 0x6298;

/** What a bare digit behind a magnitude or a unit goes on with, where it is told of something else: 3万5人, 3万5号. */
const GOES_ON = '十百千万萬亿億号號年月日周週天时時点點小成折分角毛世季级級次.%:/-~～–—至到比';

/** What a digit of either kind means, or -1. */
export function digitAt(text: UnitText, at: number): number {
  const unit = plainAt(text, at);
  return isDigitUnit(unit) ? unit - 0x30 : digitOf(unitAt(text, at));
}

/** Whether the last of a range stands at `end` and is said as the first: 1米7到1米8, 3万5-3万8. */
function isPair(text: UnitText, at: number, end: number): boolean {
  if (!isOneOf(text, end, '-~～–—至到')) return false;
  let last = end + 1;
  while (digitAt(text, last) >= 0) last++;
  return last > end + 1 && unitAt(text, last) === unitAt(text, at - 1);
}

/**
 * End of the decimals that bare digits tell behind a magnitude or a unit: 5 in 3万5, 10块5 and 3成5, 五 in 七成五, 75 in 1米75.
 *
 * @param from  a place in the numeral: its decimals are written as it is, in Arabic or in Chinese.
 * @param at  where they begin; it is returned if there are none, or if something is counted by them.
 * @param most  digits that there may be.
 */
export function decimalsEnd(
  text: UnitText,
  from: number,
  at: number,
  most: number,
  breaks: BreaksWord,
): number {
  const arabic = isDigitUnit(plainAt(text, at));
  if (arabic === isHanUnit(unitAt(text, from))) return at;
  let end = at;
  while (end - at < most && digitAt(text, end) >= 0 && isDigitUnit(plainAt(text, end)) === arabic) end++;
  if (end === at || (end === at + 1 && digitAt(text, at) === 0)) return at;
  if (arabic && numeralEnd(text, at) > end) return at;
  const next = plainAt(text, end);
  if (isLatinOrDigit(next) || digitOf(next) >= 0 || isMore(unitAt(text, end))) return at;
  const goesOn = characterAt(text, end);
  if (goesOn !== '' && !isPair(text, at, end) && (GOES_ON.includes(goesOn) || COUNTED.includes(goesOn)))
    return at;
  if (!arabic && breaks(end)) return at;
  return isHanUnit(next) && hanWord(text, end, hanUnits(), breaks) !== undefined ? at : end;
}

/** 三成, 七成五, 8折, 8.5折, 八五折: shares in tenths, behind the numeral; whether that is what was told. */
export function readTenths(text: UnitText, at: number, reading: Reading, breaks: BreaksWord): boolean {
  const { value } = reading;
  const end = isDigitUnit(plainAt(text, at)) ? skipSpace(text, reading.end) : reading.end;
  const unit = unitAt(text, end);
  if ((unit !== CHENG && unit !== ZHE) || value <= 0 || value >= 100 || reading.currency !== undefined)
    return false;
  const mark = text.charAt(end);
  if (breaks(end + 1)) return false;
  const next = characterAt(text, end + 1);
  if (next !== '' && (mark === '成' ? '为功立员本分果了就' : '叠旧算页线手屏').includes(next)) return false;
  let share = value * 10;
  if (value >= 10) {
    // 95折; 八五折 is read as eight of it.
    if (mark === '成' || value !== Math.floor(value) || value % 10 === 0) return false;
    share = value;
  }
  reading.end = end + 1;
  reading.value = share;
  const last = reading.end;
  if (mark === '成' && value === Math.floor(value) && decimalsEnd(text, at, last, 1, breaks) > last) {
    reading.value += digitAt(text, last);
    reading.end++;
  }
  reading.unit = percent;
  return true;
}

/** 八五折: two digits of Chinese and 折 at a place. */
export function readHanDiscount(text: UnitText, at: number, breaks: BreaksWord): NumberMatch | undefined {
  const tens = digitOf(unitAt(text, at));
  const ones = digitOf(unitAt(text, at + 1));
  if (tens <= 0 || ones <= 0 || !isAt(text, at + 2, '折') || breaks(at + 3)) return undefined;
  return { end: at + 3, quantity: { value: 10 * tens + ones, type: 'percent', unit: '%' } };
}
