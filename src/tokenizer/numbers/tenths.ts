import { isDigitUnit, isHanUnit, isLatinOrDigit } from '../../text/unit-kinds.js';
import { characterAt, isAt, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
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

/**
 * The tenths of a magnitude or a unit that one digit behind it tells: 5 in 3万5, 10块5 and 3成5, 五 in 七成五.
 *
 * @param from  a place in the numeral: its tenths are written as it is, in Arabic or in Chinese.
 * @param at  where the digit stands.
 * @returns 0 if there is none, or if something is counted by it.
 */
export function tenthsAt(text: UnitText, from: number, at: number, breaks: BreaksWord): number {
  const unit = plainAt(text, at);
  const arabic = isDigitUnit(unit);
  if (arabic === isHanUnit(unitAt(text, from))) return 0;
  const digit = arabic ? unit - 0x30 : digitOf(unitAt(text, at));
  if (digit <= 0) return 0;
  const next = plainAt(text, at + 1);
  if (arabic && numeralEnd(text, at) > at + 1) return 0;
  if (isLatinOrDigit(next) || digitOf(next) >= 0 || isMore(unitAt(text, at + 1))) return 0;
  const goesOn = characterAt(text, at + 1);
  if (goesOn !== '' && (GOES_ON.includes(goesOn) || COUNTED.includes(goesOn))) return 0;
  if (!arabic && breaks(at + 1)) return 0;
  if (isHanUnit(next) && hanWord(text, at + 1, hanUnits(), breaks) !== undefined) return 0;
  return digit;
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
  const tenths = mark === '成' && value === Math.floor(value) ? tenthsAt(text, at, reading.end, breaks) : 0;
  if (tenths > 0) reading.end++;
  reading.value = share + tenths;
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
