import { isDigitUnit, isHanUnit, isLetterUnit } from '../../text/unit-kinds.js';
import { characterAt, plainAt, unitAt } from '../../text/units.js';
import { latinWord, skipSpace } from './latin.js';
import { numeralValue } from './numeral.js';
import type { Reading } from './reading.js';
import { hanMagnitudes, latinMagnitudes, letterMagnitudes, parameters } from './units.js';

/** Characters of a magnitude: 千万亿 has three. */
const MAX_MAGNITUDE = 4;

/** Adds the magnitude that follows: k, million, 千万. */
export function readMagnitude(text: string, reading: Reading): void {
  const next = plainAt(text, reading.end);
  const isLatin = isLetterUnit(next);
  if (!isLatin && next !== 0x20 && !isHanUnit(next)) return;
  if (isLatin && !isLetterUnit(plainAt(text, reading.end + 1))) {
    const end = reading.end + 1;
    const letter = characterAt(text, reading.end);
    const factor = letterMagnitudes().get(letter);
    const onlyMoney = letter === 'm' || letter === 'b' || letter === 't';
    if (factor !== undefined && (!onlyMoney || reading.currency !== undefined)) {
      const after = plainAt(text, end);
      if ((letter === 'w' && !isHanUnit(after) && after !== 0x2b) || isDigitUnit(after)) return;
      reading.value *= factor;
      reading.end = end;
      if (letter === 'B' && reading.currency === undefined) reading.unit = parameters;
      return;
    }
  }
  const spaced = skipSpace(text, reading.end);
  if (isLetterUnit(plainAt(text, spaced))) {
    const { word, end } = latinWord(text, spaced);
    const factor = latinMagnitudes().get(word);
    if (factor === undefined || isDigitUnit(plainAt(text, end))) return;
    reading.value *= factor;
    reading.end = end;
    return;
  }
  let at = spaced;
  let product = 1;
  let more = false;
  if (isMore(unitAt(text, at)) && hanMagnitudes().has(unitAt(text, at + 1))) {
    more = true;
    at++;
  }
  for (let length = 0; length < MAX_MAGNITUDE; length++) {
    const power = hanMagnitudes().get(unitAt(text, at));
    if (power === undefined) break;
    product *= power;
    at++;
  }
  if (product === 1) return;
  reading.value *= product;
  reading.end = at;
  if (more) reading.bound = 'over';
  else addSmaller(text, reading, product);
}

/** Adds what goes on in a smaller magnitude: 2千万 behind 1亿. */
function addSmaller(text: string, reading: Reading, product: number): void {
  let most = product;
  for (;;) {
    let at = reading.end;
    while (at - reading.end < 4 && isDigitUnit(plainAt(text, at))) at++;
    if (at === reading.end) return;
    const value = numeralValue(text, reading.end, at);
    let power = 1;
    for (let factor = hanMagnitudes().get(unitAt(text, at)); factor !== undefined; ) {
      power *= factor;
      factor = hanMagnitudes().get(unitAt(text, ++at));
    }
    if (power === 1 || value * power >= most) return;
    reading.value += value * power;
    reading.end = at;
    most = power;
  }
}

/** 多 or 余: and more. */
export function isMore(unit: number): boolean {
  return unit === 0x591a || unit === 0x4f59;
}
