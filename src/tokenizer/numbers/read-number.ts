import { lazy } from '../../base/lazy.js';
import { isDigitUnit, isHanUnit, isLetterUnit } from '../../lexicon/term-key.js';
import { characterAt, plainAt, plainSlice, unitAt } from '../../text/units.js';
import { boundBefore, currencyBefore } from './before.js';
import { type DateMatch, datedLike, readDate, readHanDate } from './date.js';
import { readHanDecimals, readHanNumeral } from './han-numeral.js';
import {
  currencyMarks,
  fusedUnits,
  type HanWords,
  hanMagnitudes,
  hanUnits,
  latinMagnitudes,
  latinUnits,
  letterMagnitudes,
  rateWords,
  type Unit,
} from './units.js';
import type { Quantity } from '../token.js';

/** Digits of one number that are read as a value; a longer run is no number of a post. */
const MAX_DIGITS = 40;
const MAX_WORD = 12;
/** Characters of a magnitude: 千万亿 has three. */
const MAX_MAGNITUDE = 4;

/** Whether an offset lies within an ordinary Chinese word. */
export type BreaksWord = (offset: number) => boolean;

/** What has been read of a number so far. */
interface Reading {
  end: number;
  value: number;
  currency: string | undefined;
  unit: Unit | undefined;
  per: string | undefined;
  bound: Quantity['bound'] | undefined;
  /** It says nothing as data, such as a decade. */
  bare: boolean;
}

function begin(
  end: number,
  value: number,
  currency: string | undefined,
  bound: Quantity['bound'] | undefined,
): Reading {
  return { end, value, currency, unit: undefined, per: undefined, bound, bare: false };
}

function skipSpace(text: string, at: number): number {
  return plainAt(text, at) === 0x20 ? at + 1 : at;
}

interface LatinWord {
  readonly word: string;
  readonly end: number;
}

/** The Latin word at `at`, folded, and its end; empty if there is none or it is too long. */
function latinWord(text: string, at: number): LatinWord {
  let end = at;
  while (end - at < MAX_WORD && isLetterUnit(plainAt(text, end))) end++;
  return { word: isLetterUnit(plainAt(text, end)) ? '' : plainSlice(text, at, end), end };
}

/** End of a run of digits, or of one in groups of three with commas, with decimals. */
function numeralEnd(text: string, at: number): number {
  let end = at;
  while (isDigitUnit(plainAt(text, end))) end++;
  if (end - at <= 3) {
    while (
      plainAt(text, end) === 0x2c &&
      isDigitUnit(plainAt(text, end + 1)) &&
      isDigitUnit(plainAt(text, end + 2)) &&
      isDigitUnit(plainAt(text, end + 3)) &&
      !isDigitUnit(plainAt(text, end + 4))
    ) {
      end += 4;
    }
  }
  if (plainAt(text, end) === 0x2e && isDigitUnit(plainAt(text, end + 1))) {
    end++;
    while (isDigitUnit(plainAt(text, end))) end++;
  }
  return plainAt(text, end) === 0x65 ? exponentEnd(text, end) : end;
}

/** End of e-5 or e23 behind a numeral; `at` if there is none. */
function exponentEnd(text: string, at: number): number {
  const sign = plainAt(text, at + 1);
  const start = sign === 0x2d || sign === 0x2b ? at + 2 : at + 1;
  let end = start;
  while (end - start < 3 && isDigitUnit(plainAt(text, end))) end++;
  const next = plainAt(text, end);
  return end === start || isDigitUnit(next) || isLetterUnit(next) ? at : end;
}

function numeralValue(text: string, start: number, end: number): number {
  let digits = '';
  let whole = 0;
  for (let at = start; at < end; at++) {
    const unit = plainAt(text, at);
    // Up to fifteen digits are exact; more, decimals and exponents are read as the language reads them.
    if (end - start > 15 || unit === 0x2e || unit === 0x65)
      digits = plainSlice(text, start, end).replace(/,/gu, '');
    if (digits !== '') return Number(digits);
    if (unit !== 0x2c) whole = whole * 10 + unit - 0x30;
  }
  return whole;
}

/** The longest of some Chinese words at `at` that cuts no other word. */
function hanWord<T>(
  text: string,
  at: number,
  { words, longest }: HanWords<T>,
  breaks: BreaksWord,
): { readonly value: T; readonly end: number } | undefined {
  const most = longest.get(plainAt(text, at));
  if (most === undefined) return undefined;
  for (let length = Math.min(most, text.length - at); length > 0; length--) {
    const value = words.get(text.slice(at, at + length));
    if (value !== undefined && !breaks(at + length)) return { value, end: at + length };
  }
  return undefined;
}

function readMagnitude(text: string, reading: Reading): void {
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
      if (letter === 'B' && reading.currency === undefined)
        reading.unit = { type: 'parameters', unit: '参数' };
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

/** What is counted behind 多 or 余. */
const countedBehindMore = '家名个人位岁种款项条次篇场台部所国座只张件套层页轮';

/** 多 or 余: and more. */
function isMore(unit: number): boolean {
  return unit === 0x591a || unit === 0x4f59;
}

function readUnit(text: string, reading: Reading, breaks: BreaksWord): void {
  let at = reading.end;
  const mark = plainAt(text, at);
  if (mark === 0x25 || mark === 0x2030) {
    reading.unit = { type: 'percent', unit: '%' };
    reading.end = at + 1;
    if (mark === 0x2030) reading.value /= 10;
    return;
  }
  if (mark === 0x2b && !isLetterUnit(plainAt(text, at + 1)) && !isDigitUnit(plainAt(text, at + 1))) {
    reading.bound = 'over';
    reading.end = ++at;
  } else if (isMore(unitAt(text, at))) {
    if (hanWord(text, at + 1, hanUnits(), breaks)) {
      reading.bound = 'over';
      at++;
    } else if (countedBehindMore.includes(characterAt(text, at + 1) || ' ')) {
      reading.bound = 'over';
      reading.end = at + 1;
      return;
    }
  }
  if (mark === 0xd7 && !isDigitUnit(plainAt(text, at + 1))) {
    reading.unit = { type: 'multiple', unit: '倍' };
    reading.end = at + 1;
    return;
  }
  const degree = characterAt(text, at);
  if (degree === '℃' || degree === '℉' || degree === '°') {
    readDegree(text, reading, at, degree);
    return;
  }
  const spaced = skipSpace(text, at);
  const han = hanWord(text, spaced, hanUnits(), breaks);
  if (han !== undefined) {
    // 8亿周活: users of a week, and no weeks.
    const users = han.value.type === 'duration' && characterAt(text, han.end) === '活';
    if (users || !applies(han.value, reading)) return;
    reading.end = han.end;
    reading.unit = han.value;
    return;
  }
  const word = unitWord(text, spaced);
  if (word.word === '' || isDigitUnit(plainAt(text, word.end))) return;
  const unit =
    (spaced === at && reading.unit === undefined ? fusedUnits().get(text.slice(at, word.end)) : undefined) ??
    latinUnits().get(word.word);
  if (unit === undefined || !applies(unit, reading)) return;
  reading.end = word.end;
  // 1990s are no seconds.
  if (word.word === 's' && spaced === at && isDecade(reading.value)) reading.bare = true;
  else reading.unit = unit;
}

function isDecade(value: number): boolean {
  return value >= 1500 && value < 2200 && value % 10 === 0;
}

/** ℃, ℉, °C, °F, or the degrees of an angle. */
function readDegree(text: string, reading: Reading, at: number, mark: string): void {
  const scale = plainAt(text, at + 1);
  const scaled = mark === '°' && (scale === 0x63 || scale === 0x66) && !isLetterUnit(plainAt(text, at + 2));
  if (mark === '°' && !scaled) {
    if (isLetterUnit(scale) || isDigitUnit(scale)) return;
    reading.unit = { type: 'measure', unit: '°' };
  } else {
    const celsius = scaled ? scale === 0x63 : mark === '℃';
    reading.unit = { type: 'measure', unit: celsius ? '°C' : '°F' };
  }
  reading.end = scaled ? at + 2 : at + 1;
}

/** The Latin word at a place; `per cent` is one. */
function unitWord(text: string, at: number): { readonly word: string; readonly end: number } {
  const first = latinWord(text, at);
  if (first.word !== 'per') return first;
  const second = latinWord(text, skipSpace(text, first.end));
  return second.word === 'cent' ? { word: 'percent', end: second.end } : first;
}

/** $5 个月 is an amount of money and a time: a currency takes no other unit but its own name. */
function applies(unit: Unit, reading: Reading): boolean {
  if (reading.currency !== undefined) return unit.type === 'money';
  return reading.unit === undefined || unit.type === 'parameters' || unit.type === 'tokens';
}

function readRate(text: string, reading: Reading, breaks: BreaksWord): void {
  let at = reading.end;
  const slash = plainAt(text, at) === 0x2f;
  if (slash) at = skipSpace(text, at + 1);
  else {
    if (plainAt(text, at) !== 0x20 || !isLetterUnit(plainAt(text, at + 1))) return;
    const word = latinWord(text, at + 1);
    if (word.word !== 'per' && word.word !== 'a') return;
    at = word.end + 1;
    const one = isOne(text, at);
    const next = latinWord(text, one ? skipSpace(text, at + 1) : at).word;
    const name = rateWords().words.get(next);
    if (name === undefined || (!one && next.length < 3) || (word.word === 'a' && typeOf(reading) !== 'money'))
      return;
  }
  let per = '';
  for (let part = 0; part < 3; part++) {
    const start = part === 0 ? at : skipSpace(text, at);
    // $3/1M tokens
    const one = part === 0 && isOne(text, start) ? skipSpace(text, start + 1) : start;
    const han = hanWord(text, one, rateWords(), breaks);
    const latin = han === undefined ? latinWord(text, one) : undefined;
    const end = han?.end ?? latin?.end ?? one;
    if (part > 0 && (latin?.word === 'input' || latin?.word === 'output')) {
      at = end;
      continue;
    }
    const name = han?.value ?? rateWords().words.get(latin?.word ?? '');
    if (name === undefined || isDigitUnit(plainAt(text, end))) break;
    if (part > 0 && start > at && name !== 'token') break;
    per += name;
    at = end;
    reading.end = end;
  }
  if (per !== '') reading.per = per;
}

/** Whether the 1 of 1K tokens stands at a place. */
function isOne(text: string, at: number): boolean {
  return plainAt(text, at) === 0x31 && !isDigitUnit(plainAt(text, at + 1)) && plainAt(text, at + 1) !== 0x2e;
}

function typeOf({ currency, unit }: Reading): Quantity['type'] {
  return currency === undefined ? (unit?.type ?? 'count') : 'money';
}

function quantityOf(reading: Reading): Quantity {
  const { unit, per, bound } = reading;
  const type = typeOf(reading);
  const currency = reading.currency ?? unit?.currency;
  const quantity: { -readonly [name in keyof Quantity]: Quantity[name] } = {
    value: clean(reading.value),
    type,
  };
  if (currency !== undefined) quantity.currency = currency;
  if (unit?.unit !== undefined && type !== 'money') quantity.unit = unit.unit;
  if (per !== undefined) quantity.per = per;
  if (bound !== undefined) quantity.bound = bound;
  return quantity;
}

/** 2.3 * 1e6 is 2299999.9999999995: what was written in decimal is given back in decimal. */
function clean(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

/**
 * Reads the number with its sign, magnitude, unit and rate, or the date, that begins at `at` with a digit, a
 * currency mark, a sign or a Chinese qualifier (近, 约, 超, 逾).
 *
 * @returns undefined if there is none; without `quantity` where it is no amount, as a time of day.
 */
export function readNumber(text: string, at: number, breaks: BreaksWord): DateMatch | undefined {
  let start = at;
  let bound: Quantity['bound'];
  const first = characterAt(text, start);
  if (first === '近' || first === '约' || first === '約' || first === '~' || first === '～' || first === '≈')
    bound = 'about';
  else if (first === '超' || first === '逾' || first === '≥') bound = 'over';
  else if (first === '上') {
    // 上百万, 上千名, and nothing else that goes up.
    const count = readHanNumber(text, at + 1, breaks, 'over');
    return '百千万亿'.includes(characterAt(text, at + 1)) && count?.quantity?.value !== undefined
      ? count
      : undefined;
  } else if (first === '≤') bound = 'under';
  else if (first === '±') bound = 'about';
  if (bound !== undefined) start = skipSpace(text, start + 1);
  let sign = 1;
  const negative = first === '负' || first === '負';
  if (negative) {
    sign = -1;
    start++;
  }
  const mark = plainAt(text, start);
  if (mark === 0x2b || mark === 0x2d) {
    if (mark === 0x2d) sign = -1;
    start++;
  }
  const signed = start > at;
  let currency: string | undefined;
  if (!isDigitUnit(plainAt(text, start))) {
    const money = currencyAt(text, start);
    if (money !== undefined) {
      currency = money.currency;
      start = skipSpace(text, money.end);
    }
  }
  const pointed = plainAt(text, start) === 0x2e && isDigitUnit(plainAt(text, start + 1));
  if (!pointed && !isDigitUnit(plainAt(text, start))) {
    return bound === undefined || currency !== undefined
      ? undefined
      : readHanNumber(text, start, breaks, bound);
  }
  if (!signed && currency === undefined) {
    const date = readDate(text, start, breaks);
    if (date !== undefined) return date;
  }
  const end = numeralEnd(text, start);
  // 1.2.3 and 192.168.1.1 are versions and addresses.
  if (end - start > MAX_DIGITS || (plainAt(text, end) === 0x2e && isDigitUnit(plainAt(text, end + 1))))
    return undefined;
  if (!signed && currency === undefined && plainAt(text, end) === 0x2f) {
    const fraction = fractionEnd(text, start, end);
    if (fraction > end) return { end: fraction };
  }
  const numeral = numeralValue(text, start, end);
  const match = finish(text, at, begin(end, sign * numeral, currency, bound), breaks);
  if (negative && match?.quantity?.type !== 'percent' && match?.quantity?.unit !== '°C') return undefined;
  if (match?.quantity === undefined || !rangeMarks.includes(characterAt(text, match.end) || ' '))
    return match;
  return { end: match.end, quantity: inRange(text, match.end + 1, numeral, match.quantity, breaks) };
}

/** Marks between the first and the last of a range. */
const rangeMarks = '-–—~～至到';

/** End of 1/3 or 24/7, of which nothing says what it is; `end` if there is none. */
function fractionEnd(text: string, start: number, end: number): number {
  let stop = end + 1;
  while (stop - end <= 3 && isDigitUnit(plainAt(text, stop))) stop++;
  const next = plainAt(text, stop);
  const alone =
    next !== 0x2f &&
    next !== 0x25 &&
    next !== 0x2e &&
    !isLetterUnit(next) &&
    plainAt(text, start - 1) !== 0x2f;
  return alone && end - start <= 2 && stop - end > 1 && stop - end <= 3 ? stop : end;
}

/**
 * What the first number of a range is: 3 in 3-5倍 and 300 in 300-500万元 have the unit and the magnitude of the second.
 *
 * @param at  where the second begins.
 */
function inRange(text: string, at: number, numeral: number, first: Quantity, breaks: BreaksWord): Quantity {
  if (first.unit !== undefined || !isDigitUnit(plainAt(text, at))) return first;
  const end = numeralEnd(text, at);
  if (end - at > MAX_DIGITS) return first;
  const date = first.type === 'count' && first.value === numeral ? readDate(text, at, breaks) : undefined;
  if (date !== undefined)
    return first.value < 2200 ? (datedLike(first.value, date.quantity) ?? first) : first;
  const last = numeralValue(text, at, end);
  const second = finish(text, at, begin(end, last, undefined, undefined), breaks)?.quantity;
  if (second === undefined) return first;
  if (first.type === 'money' ? second.type !== 'count' && second.type !== 'money' : first.type !== 'count')
    return first;
  const plain = first.value === numeral && numeral < last;
  const value = plain ? clean(numeral * (second.value / last)) : first.value;
  if (second.type === 'count' && value === first.value) return first;
  const bound = first.bound === undefined ? {} : { bound: first.bound };
  const currency = first.currency ?? second.currency;
  return {
    ...second,
    value,
    type: first.type === 'money' ? 'money' : second.type,
    ...bound,
    ...(currency ? { currency } : {}),
  };
}

/** True if the number would end within a word; 万人 and 千名 are counted, and no words of their own behind a digit. */
function tears(text: string, end: number, breaks: BreaksWord): boolean {
  if (!breaks(end)) return false;
  if (isMore(unitAt(text, end - 1)) && isDigitUnit(plainAt(text, end - 2))) return false;
  return !(
    '人名位家个种台'.includes(characterAt(text, end)) && '百千万亿'.includes(characterAt(text, end - 1))
  );
}

/** A currency may be named before a number that has none but 元, and is no small count. */
function takesCurrency({ unit, value }: Reading): boolean {
  return unit === undefined ? value >= 1e4 : unit.currency === 'CNY';
}

function finish(text: string, at: number, reading: Reading, breaks: BreaksWord): DateMatch | undefined {
  if (
    characterAt(text, reading.end) === '成' &&
    reading.value > 0 &&
    reading.value < 10 &&
    !breaks(reading.end + 1)
  ) {
    const next = characterAt(text, reading.end + 1);
    if (next === '' || !'为功立员本分果了就'.includes(next)) {
      reading.value *= 10;
      reading.unit = { type: 'percent', unit: '%' };
      reading.end++;
    }
  }
  if (reading.unit === undefined) {
    // 亿美元 is a word of its own, so only the end of it all counts; 5 万历 is no 50,000.
    const { end, value, bound } = reading;
    readMagnitude(text, reading);
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
  return { end: reading.end, quantity: quantityOf(reading) };
}

/** The currency mark at `at`. */
function currencyAt(
  text: string,
  at: number,
): { readonly currency: string; readonly end: number } | undefined {
  const head = plainAt(text, at);
  if (!currencyStarts().has(head)) return undefined;
  let folded = '';
  for (let i = at; i < at + 3; i++) folded += String.fromCharCode(plainAt(text, i));
  for (const [mark, currency] of currencyMarks) {
    if (folded.startsWith(mark)) return { currency, end: at + mark.length };
  }
  return undefined;
}

/** Units with which a currency mark begins, folded. */
const currencyStarts = lazy(() => new Set(currencyMarks.map(([mark]) => mark.charCodeAt(0))));

/** True for a unit that is a currency mark by itself. */
export function isCurrencyUnit(unit: number): boolean {
  return !isLetterUnit(unit) && currencyStarts().has(unit);
}

/** An amount of money that begins with letters: US$20, RMB 5. */
export function readLatinMoney(text: string, at: number, breaks: BreaksWord): DateMatch | undefined {
  if (!currencyStarts().has(plainAt(text, at))) return undefined;
  // A sign within three letters, or digits right behind three: all other words end here.
  if (plainAt(text, at + 1) !== 0x24 && plainAt(text, at + 2) !== 0x24) {
    const behind = skipSpace(text, at + 3);
    if (!isDigitUnit(plainAt(text, behind))) return undefined;
  }
  const money = currencyAt(text, at);
  if (money === undefined) return undefined;
  const start = skipSpace(text, money.end);
  if (!isDigitUnit(plainAt(text, start))) return undefined;
  return readNumber(text, at, breaks);
}

/** Units with which a unit that makes an amount of a bare Chinese numeral begins. */
const worthStarts = lazy(() => {
  const starts = new Set(['成'.charCodeAt(0)]);
  for (const [name, unit] of hanUnits().words) {
    if (unit.type !== 'duration' && unit.type !== 'measure') starts.add(name.charCodeAt(0));
  }
  return starts;
});

/**
 * A number in Chinese numerals at `at`: 两千万, 三成, 两倍, 百分之三十, 数十亿美元. Numerals without magnitude or unit,
 * as in 一个 or 三国, are left to words.
 */
export function readHanNumber(
  text: string,
  at: number,
  breaks: BreaksWord,
  bound?: Quantity['bound'],
): DateMatch | undefined {
  if (text.startsWith('百分之', at)) {
    const whole = readHanNumeral(text, at + 3);
    if (whole === undefined) return undefined;
    const share = readHanDecimals(text, whole.end, whole.value);
    if (breaks(share.end)) return undefined;
    return {
      end: share.end,
      quantity: { value: share.value, type: 'percent', unit: '%', ...(bound ? { bound } : {}) },
    };
  }
  const date = bound === undefined ? readHanDate(text, at, breaks) : undefined;
  if (date !== undefined) return date;
  const numeral = readHanNumeral(text, at);
  if (numeral === undefined) return undefined;
  const { end, magnitude, vague } = numeral;
  if (at > 0 && characterAt(text, at - 1) === '第') return undefined;
  if (characterAt(text, end) === '分' && characterAt(text, end + 1) === '之') {
    const part = readHanNumeral(text, end + 2);
    if (part === undefined || part.vague || breaks(part.end)) return undefined;
    return {
      end: part.end,
      quantity: { value: clean(part.value / numeral.value), type: 'count', ...(bound ? { bound } : {}) },
    };
  }
  // Most numerals are 一个, 一次: without magnitude only a unit that follows at once makes an amount.
  if (!magnitude && !worthStarts().has(plainAt(text, end))) return undefined;
  const reading = begin(end, numeral.value, undefined, bound ?? (vague ? 'about' : undefined));
  const match = finish(text, at, reading, breaks);
  if (match === undefined) return undefined;
  const type = match.quantity?.type;
  const worth = type === 'money' || type === 'parameters' || type === 'tokens' || type === 'percent';
  if (vague) {
    // 数百万 and 近百亿 are numbers, 百亿 is a word as 百亿补贴 has it.
    const large = numeral.value >= 1e4 && (worth || bound !== undefined || numeral.some);
    const counted = bound !== undefined && countedBehindMore.includes(characterAt(text, match.end) || ' ');
    return large || (counted && numeral.value >= 100) ? match : undefined;
  }
  const numeric = magnitude && end - at >= 2;
  return numeric || worth || type === 'multiple' ? match : undefined;
}
