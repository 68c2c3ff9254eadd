import { isDigitUnit, isHanUnit, isLetterUnit } from '../../text/unit-kinds.js';
import { characterAt, plainAt, unitAt } from '../../text/units.js';
import type { BreaksWord } from '../breaks-word.js';
import { boundBefore } from './bound.js';
import { currencyBefore } from './currency.js';
import { isMore, readMagnitude } from './magnitude.js';
import { readRate } from './rate.js';
import { type NumberMatch, quantityOf, type Reading, typeOf } from './reading.js';
import { COUNTED, readUnit } from './unit.js';
import { percent } from './units.js';

/** True if the number would end within a word; 万人 and 千多名 are counted, and no words of their own behind a digit. */
function tears(text: string, end: number, breaks: BreaksWord): boolean {
  if (!breaks(end)) return false;
  const more = isMore(unitAt(text, end - 1));
  const last = more ? end - 2 : end - 1;
  if (more && isDigitUnit(plainAt(text, last))) return false;
  return !(COUNTED.includes(characterAt(text, end)) && '百千万萬亿億'.includes(characterAt(text, last)));
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
  text: string,
  at: number,
  reading: Reading,
  breaks: BreaksWord,
): NumberMatch | undefined {
  if (
    characterAt(text, reading.end) === '成' &&
    reading.value > 0 &&
    reading.value < 10 &&
    !breaks(reading.end + 1)
  ) {
    const next = characterAt(text, reading.end + 1);
    if (next === '' || !'为功立员本分果了就'.includes(next)) {
      reading.value *= 10;
      reading.unit = percent;
      reading.end++;
    }
  }
  if (reading.unit === undefined) {
    // 亿美元 is a word of its own, so only the end of it all counts; 5 万历 is no 50,000.
    const { end, value, bound } = reading;
    readMagnitude(text, at, reading);
    readUnit(text, reading, breaks);
    if (reading.end > end && isHanUnit(plainAt(text, reading.end - 1)) && tears(text, reading.end, breaks)) {
      reading.end = end;
      reading.value = value;
      reading.bound = bound;
      reading.unit = undefined;
      readUnit(text, reading, breaks);
    }
  }
  if (tears(text, reading.end, breaks)) return undefined;
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
  reading.bound ??= boundBefore(text, at);
  if (takesCurrency(reading)) reading.currency ??= currencyBefore(text, at);
  if (reading.value > 0 && text.startsWith('零下', at - 2)) readFrost(text, reading);
  return { end: reading.end, quantity: quantityOf(reading) };
}

/** 零下10℃, 零下5度: degrees below nought. */
function readFrost(text: string, reading: Reading): void {
  if (reading.unit === undefined && characterAt(text, reading.end) === '度') {
    reading.unit = { type: 'measure', unit: '°C' };
    reading.end++;
  }
  if (reading.unit?.unit === '°C') reading.value *= -1;
}
