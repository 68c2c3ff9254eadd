import { isDigitUnit, isHanUnit, isLetterUnit } from '../../text/unit-kinds.js';
import { isAt, isOneOf, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import type { BreaksWord } from '../breaks-word.js';
import { boundBefore } from './bound.js';
import { boundBehind } from './bound-behind.js';
import { currencyBefore } from './currency.js';
import { readFraction } from './fraction.js';
import { isMore, readMagnitude } from './magnitude.js';
import { readRate } from './rate.js';
import { type NumberMatch, quantityOf, type Reading, typeOf } from './reading.js';
import { decimalsEnd, digitAt, readTenths } from './tenths.js';
import { COUNTED, isYearsApart, readUnit } from './unit.js';
import { hanMagnitudes } from './units.js';

/** 第 */
const ORDINAL = 0x7b2c;

/** True if the number would end within a word; 3年前, 万人 and 千多名 are counted, and no words of their own behind a digit. */
function tears(text: UnitText, end: number, breaks: BreaksWord): boolean {
  if (!breaks(end) || isYearsApart(text, end - 1)) return false;
  const more = isMore(unitAt(text, end - 1));
  const last = more ? end - 2 : end - 1;
  if (more && isDigitUnit(plainAt(text, last))) return false;
  // 1亿日活
  const active = text.startsWith('日活', end) || text.startsWith('月活', end);
  const counted = active || isOneOf(text, end, COUNTED);
  return !(counted && isOneOf(text, last, '百千万萬亿億'));
}

/** A currency may be named before a number that has none but 元, and is no small count. */
function takesCurrency({ unit, value }: Reading): boolean {
  return unit === undefined ? value >= 1e4 : unit.currency === 'CNY';
}

/**
 * The number of which a numeral has been read, with the magnitude, unit and rate behind it and the bound and currency before it.
 *
 * @param at  where it begins, for what stands before.
 * @returns undefined if it ends within a word; without `quantity` if it is no amount.
 */
export function readAmount(
  text: UnitText,
  at: number,
  reading: Reading,
  breaks: BreaksWord,
): NumberMatch | undefined {
  const from = reading.end - 1;
  if (!readTenths(text, from, reading, breaks)) {
    // 亿美元 is a word of its own, so only the end of it all counts; 5 万历 is no 50,000.
    const { end, value, bound } = reading;
    readMagnitude(text, at, reading, breaks);
    if (reading.end > end) {
      // 14亿分之一
      const fraction = readFraction(text, reading.end, reading.value, breaks, bound);
      if (fraction !== undefined) return fraction;
      addDecimals(text, from, reading, hanMagnitudes().get(unitAt(text, reading.end - 1)), 1, breaks);
    }
    readUnit(text, reading, breaks);
    addSmaller(text, from, reading, breaks);
    if (reading.end > end && isHanUnit(plainAt(text, reading.end - 1)) && tears(text, reading.end, breaks)) {
      reading.end = end;
      reading.value = value;
      reading.bound = bound;
      reading.unit = undefined;
      readUnit(text, reading, breaks);
    }
  }
  if (tears(text, reading.end, breaks)) return undefined;
  // 第3天 is no time.
  if (reading.unit?.type === 'duration' && unitAt(text, at - 1) === ORDINAL) reading.unit = undefined;
  const type = typeOf(reading);
  const perMeasure = type === 'measure' && plainAt(text, reading.end) === 0x2f;
  if (type === 'money' || type === 'count' || type === 'tokens' || perMeasure)
    readRate(text, reading, breaks);
  // A Latin word that is no unit is of one piece with its digits: 3D, 5G, 4o.
  const next = plainAt(text, reading.end);
  const last = plainAt(text, reading.end - 1);
  if (isLetterUnit(next) && (isDigitUnit(last) || isLetterUnit(last))) return undefined;
  if (isDigitUnit(next) && isLetterUnit(last)) return undefined;
  if (reading.bare) return { end: reading.end };
  reading.bound ??= boundBefore(text, at) ?? boundBehind(text, reading.end, breaks);
  if (takesCurrency(reading)) reading.currency ??= currencyBefore(text, at);
  if (reading.value < 0 || text.startsWith('零下', at - 2)) readFrost(text, reading);
  return { end: reading.end, quantity: quantityOf(reading) };
}

/** Adds the decimals that digits tell behind a power of ten, at most so many: 3万5. */
function addDecimals(
  text: UnitText,
  from: number,
  reading: Reading,
  power: number | undefined,
  most: number,
  breaks: BreaksWord,
): void {
  if (power === undefined) return;
  const end = decimalsEnd(text, from, reading.end, most, breaks);
  for (let place = power / 10; reading.end < end; place /= 10)
    reading.value += digitAt(text, reading.end++) * place;
}

/** Adds what is said behind a unit: 5 in 10块5, 2毛5 in 8块2毛5, 75 in 1米75. */
function addSmaller(text: UnitText, from: number, reading: Reading, breaks: BreaksWord): void {
  const { unit, end } = reading;
  if (unit?.currency === 'CNY') {
    const dimes = isOneOf(text, end - 1, '块塊元') ? digitAt(text, end) : 0;
    if (dimes > 0 && isOneOf(text, end + 1, '毛角') && !breaks(end + 2)) {
      reading.value += dimes / 10;
      reading.end += 2;
    } else if (isOneOf(text, end - 1, '块塊')) addDecimals(text, from, reading, 1, 1, breaks);
    if (isOneOf(text, reading.end - 1, '毛角')) addCents(text, from, reading, breaks);
  } else if (unit?.unit === 'm' && isAt(text, end - 1, '米') && reading.value < 10)
    addDecimals(text, from, reading, 1, 2, breaks);
}

/** Adds the cents behind dimes: 5 in 2毛5, 五分钱 in 三毛五分钱. */
function addCents(text: UnitText, from: number, reading: Reading, breaks: BreaksWord): void {
  const cents = digitAt(text, reading.end);
  if (cents <= 0 || !isAt(text, reading.end + 1, '分')) {
    addDecimals(text, from, reading, 0.1, 1, breaks);
    return;
  }
  const coin = isOneOf(text, reading.end + 2, '钱錢') ? reading.end + 3 : reading.end + 2;
  if (breaks(coin)) return;
  reading.value += cents / 100;
  reading.end = coin;
}

/** 零下10℃, 零下5度, -5度: degrees below nought; lenses are told in hundreds of others. */
function readFrost(text: UnitText, reading: Reading): void {
  if (reading.unit === undefined && isAt(text, reading.end, '度') && reading.value > -100) {
    reading.unit = { type: 'measure', unit: '°C' };
    reading.end++;
  }
  if (reading.unit?.unit === '°C') reading.value = -Math.abs(reading.value);
}
