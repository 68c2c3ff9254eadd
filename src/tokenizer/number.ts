import { isDigitUnit, isHanUnit, isLetterUnit } from '../lexicon/term-key.js';
import { plainUnit } from '../text/fold.js';
import { type DateMatch, readDate } from './number-date.js';
import { readHanNumeral } from './number-han.js';
import {
  currencyMarks,
  fusedUnits,
  hanMagnitudes,
  hanUnits,
  latinMagnitudes,
  latinUnits,
  letterMagnitudes,
  rateWords,
  type Unit,
} from './number-units.js';
import type { Quantity } from './token.js';

/** Digits of one number that are read as a value; a longer run is no number of a post. */
const MAX_DIGITS = 40;
const MAX_WORD = 12;
/** Characters of a magnitude: 千万亿 has three. */
const MAX_MAGNITUDE = 4;

/** Whether an offset lies within an ordinary Chinese word. */
export type BreaksWord = (offset: number) => boolean;

interface Reading {
  end: number;
  value: number;
  currency?: string;
  unit?: Unit;
  per?: string;
  bound?: Quantity['bound'];
}

function unitAt(text: string, at: number): number {
  return at < text.length ? plainUnit(text.charCodeAt(at)) : 0;
}

function skipSpace(text: string, at: number): number {
  return unitAt(text, at) === 0x20 ? at + 1 : at;
}

/** The Latin word at `at`, folded, and its end; empty if there is none or it is too long. */
function latinWord(text: string, at: number): { readonly word: string; readonly end: number } {
  let end = at;
  let word = '';
  while (end - at < MAX_WORD && isLetterUnit(unitAt(text, end)))
    word += String.fromCharCode(unitAt(text, end++));
  return isLetterUnit(unitAt(text, end)) ? { word: '', end } : { word, end };
}

/** End of a run of digits, or of one in groups of three with commas, with decimals. */
function numeralEnd(text: string, at: number): number {
  let end = at;
  while (isDigitUnit(unitAt(text, end))) end++;
  if (end - at <= 3) {
    while (
      unitAt(text, end) === 0x2c &&
      isDigitUnit(unitAt(text, end + 1)) &&
      isDigitUnit(unitAt(text, end + 2)) &&
      isDigitUnit(unitAt(text, end + 3)) &&
      !isDigitUnit(unitAt(text, end + 4))
    ) {
      end += 4;
    }
  }
  if (unitAt(text, end) === 0x2e && isDigitUnit(unitAt(text, end + 1))) {
    end++;
    while (isDigitUnit(unitAt(text, end))) end++;
  }
  return end;
}

function numeralValue(text: string, start: number, end: number): number {
  let digits = '';
  for (let at = start; at < end; at++) {
    const unit = unitAt(text, at);
    if (unit !== 0x2c) digits += String.fromCharCode(unit);
  }
  return Number(digits);
}

/** Chinese words of up to five characters at `at`: the longest in the map that cuts no other word. */
function hanWord<T>(
  text: string,
  at: number,
  words: ReadonlyMap<string, T>,
  breaks: BreaksWord,
): { readonly value: T; readonly end: number } | undefined {
  if (!isHanUnit(unitAt(text, at))) return undefined;
  for (let length = Math.min(5, text.length - at); length > 0; length--) {
    const value = words.get(text.slice(at, at + length));
    if (value !== undefined && !breaks(at + length)) return { value, end: at + length };
  }
  return undefined;
}

function readMagnitude(text: string, reading: Reading): void {
  const fused = latinWord(text, reading.end);
  if (fused.word.length === 1) {
    const letter = text.charAt(reading.end);
    const factor = letterMagnitudes.get(letter);
    const onlyMoney = letter === 'm' || letter === 'b' || letter === 't';
    if (factor !== undefined && (!onlyMoney || reading.currency !== undefined)) {
      if (letter === 'w' && !isHanUnit(unitAt(text, fused.end)) && unitAt(text, fused.end) !== 0x2b) return;
      if (isDigitUnit(unitAt(text, fused.end))) return;
      reading.value *= factor;
      reading.end = fused.end;
      if (letter === 'B' && reading.currency === undefined)
        reading.unit = { type: 'parameters', unit: '参数' };
      return;
    }
  }
  const spaced = skipSpace(text, reading.end);
  const word = latinWord(text, spaced);
  const factor = latinMagnitudes.get(word.word);
  if (factor !== undefined && !isDigitUnit(unitAt(text, word.end))) {
    reading.value *= factor;
    reading.end = word.end;
    return;
  }
  let at = spaced;
  let product = 1;
  let more = false;
  if ((text.charAt(at) === '多' || text.charAt(at) === '余') && hanMagnitudes.has(text.charAt(at + 1))) {
    more = true;
    at++;
  }
  for (let length = 0; length < MAX_MAGNITUDE; length++) {
    const power = hanMagnitudes.get(text.charAt(at));
    if (power === undefined) break;
    product *= power;
    at++;
  }
  if (product === 1) return;
  reading.value *= product;
  reading.end = at;
  if (more) reading.bound = 'over';
}

function readUnit(text: string, reading: Reading, breaks: BreaksWord): void {
  let at = reading.end;
  const mark = unitAt(text, at);
  if (mark === 0x25 || mark === 0x2030) {
    reading.unit = { type: 'percent', unit: '%' };
    reading.end = at + 1;
    if (mark === 0x2030) reading.value /= 10;
    return;
  }
  if (mark === 0x2b && !isLetterUnit(unitAt(text, at + 1)) && !isDigitUnit(unitAt(text, at + 1))) {
    reading.bound = 'over';
    reading.end = ++at;
  } else if (
    (text.charAt(at) === '多' || text.charAt(at) === '余') &&
    hanWord(text, at + 1, hanUnits, breaks)
  ) {
    reading.bound = 'over';
    at++;
  }
  if (mark === 0xd7 && !isDigitUnit(unitAt(text, at + 1))) {
    reading.unit = { type: 'multiple', unit: '倍' };
    reading.end = at + 1;
    return;
  }
  const degree = text.charAt(at);
  if (degree === '℃' || (degree === '°' && unitAt(text, at + 1) === 0x63)) {
    reading.unit = { type: 'measure', unit: '°C' };
    reading.end = degree === '℃' ? at + 1 : at + 2;
    return;
  }
  const spaced = skipSpace(text, at);
  const han = hanWord(text, spaced, hanUnits, breaks);
  if (han !== undefined) {
    if (!applies(han.value, reading)) return;
    reading.end = han.end;
    reading.unit = han.value;
    return;
  }
  const word = unitWord(text, spaced);
  if (word.word === '' || isDigitUnit(unitAt(text, word.end))) return;
  const unit =
    (spaced === at && reading.unit === undefined ? fusedUnits.get(text.slice(at, word.end)) : undefined) ??
    latinUnits.get(word.word);
  if (unit === undefined || !applies(unit, reading)) return;
  reading.end = word.end;
  reading.unit = unit;
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
  const slash = unitAt(text, at) === 0x2f;
  if (slash) at = skipSpace(text, at + 1);
  else {
    const word = latinWord(text, skipSpace(text, at));
    if (at === skipSpace(text, at) || (word.word !== 'per' && word.word !== 'a')) return;
    at = word.end + 1;
    const next = latinWord(text, at).word;
    const name = rateWords.get(next);
    if (name === undefined || next.length < 3 || (word.word === 'a' && reading.unit?.type !== 'money'))
      return;
  }
  let per = '';
  for (let part = 0; part < 3; part++) {
    const start = part === 0 ? at : skipSpace(text, at);
    // $3/1M tokens
    const one =
      part === 0 && unitAt(text, start) === 0x31 && !isDigitUnit(unitAt(text, start + 1)) ? start + 1 : start;
    const han = hanWord(text, one, rateWords, breaks);
    const latin = han === undefined ? latinWord(text, one) : undefined;
    const name = han?.value ?? rateWords.get(latin?.word ?? '');
    const end = han?.end ?? latin?.end ?? one;
    if (name === undefined || isDigitUnit(unitAt(text, end))) break;
    if (part > 0 && start > at && name !== 'token') break;
    per += name;
    at = end;
    reading.end = end;
  }
  if (per !== '') reading.per = per;
}

/** Words that qualify the number behind them, without being part of it. */
const boundsBefore: readonly (readonly [string, Quantity['bound']])[] = [
  ['超过', 'over'],
  ['超出', 'over'],
  ['高于', 'over'],
  ['多于', 'over'],
  ['至少', 'over'],
  ['突破', 'over'],
  ['不足', 'under'],
  ['不到', 'under'],
  ['低于', 'under'],
  ['少于', 'under'],
  ['至多', 'under'],
  ['大约', 'about'],
  ['接近', 'about'],
  ['将近', 'about'],
  ['大概', 'about'],
  ['more than', 'over'],
  ['at least', 'over'],
  ['over', 'over'],
  ['less than', 'under'],
  ['up to', 'under'],
  ['under', 'under'],
  ['nearly', 'about'],
  ['about', 'about'],
  ['almost', 'about'],
  ['around', 'about'],
  ['roughly', 'about'],
];

/** 1 for units with which a word of {@link boundsBefore} ends. */
const boundEnds = new Uint8Array(65536);
for (const [word] of boundsBefore) boundEnds[word.charCodeAt(word.length - 1)] = 1;

function boundBefore(text: string, at: number): Quantity['bound'] {
  let end = at;
  if (end > 0 && unitAt(text, end - 1) === 0x20) end--;
  if (end === 0 || boundEnds[unitAt(text, end - 1)] === 0) return undefined;
  const before = text.slice(Math.max(0, end - 10), end).toLowerCase();
  if (before === '') return undefined;
  for (const [word, bound] of boundsBefore) {
    if (!before.endsWith(word)) continue;
    const letter = unitAt(text, end - word.length - 1);
    if (word.charCodeAt(0) < 128 && end > word.length && isLetterUnit(letter)) continue;
    return bound;
  }
  return undefined;
}

function quantityOf(reading: Reading): Quantity {
  const { unit } = reading;
  const type = reading.currency !== undefined ? 'money' : (unit?.type ?? 'count');
  const currency = reading.currency ?? unit?.currency;
  return {
    value: clean(reading.value),
    type,
    ...(currency === undefined ? {} : { currency }),
    ...(unit?.unit === undefined || type === 'money' ? {} : { unit: unit.unit }),
    ...(reading.per === undefined ? {} : { per: reading.per }),
    ...(reading.bound === undefined ? {} : { bound: reading.bound }),
  };
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
  const first = text.charAt(start);
  if (first === '近' || first === '约' || first === '約' || first === '~' || first === '～' || first === '≈')
    bound = 'about';
  else if (first === '超' || first === '逾' || first === '≥') bound = 'over';
  else if (first === '≤') bound = 'under';
  if (bound !== undefined) start = skipSpace(text, start + 1);
  let sign = 1;
  const mark = unitAt(text, start);
  if (mark === 0x2b || mark === 0x2d) {
    if (mark === 0x2d) sign = -1;
    start++;
  }
  const signed = start > at;
  let currency: string | undefined;
  if (!isDigitUnit(unitAt(text, start))) {
    const money = currencyAt(text, start);
    if (money !== undefined) {
      currency = money.currency;
      start = skipSpace(text, money.end);
    }
  }
  if (!isDigitUnit(unitAt(text, start))) {
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
  if (end - start > MAX_DIGITS || (unitAt(text, end) === 0x2e && isDigitUnit(unitAt(text, end + 1))))
    return undefined;
  const reading: Reading = { end, value: sign * numeralValue(text, start, end) };
  if (currency !== undefined) reading.currency = currency;
  if (bound !== undefined) reading.bound = bound;
  return finish(text, at, reading, breaks);
}

/** True if the number would end within a word; 万人 and 千人 are counted people, and no words of their own behind a digit. */
function tears(text: string, end: number, breaks: BreaksWord): boolean {
  return breaks(end) && !(text.charAt(end) === '人' && '百千万亿'.includes(text.charAt(end - 1)));
}

function finish(text: string, at: number, reading: Reading, breaks: BreaksWord): DateMatch | undefined {
  if (
    text.charAt(reading.end) === '成' &&
    reading.value > 0 &&
    reading.value < 10 &&
    !breaks(reading.end + 1)
  ) {
    const next = text.charAt(reading.end + 1);
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
    if (reading.end > end && isHanUnit(unitAt(text, reading.end - 1)) && tears(text, reading.end, breaks)) {
      Object.assign(reading, { end, value, bound });
      delete reading.unit;
      readUnit(text, reading, breaks);
    }
  }
  if (tears(text, reading.end, breaks)) return undefined;
  const { type } = quantityOf(reading);
  if (type === 'money' || type === 'count' || type === 'tokens') readRate(text, reading, breaks);
  // A Latin word that is no unit is of one piece with its digits: 3D, 5G, 4o.
  const next = unitAt(text, reading.end);
  const last = unitAt(text, reading.end - 1);
  if (isLetterUnit(next) && (isDigitUnit(last) || isLetterUnit(last))) return undefined;
  if (isDigitUnit(next) && isLetterUnit(last)) return undefined;
  reading.bound ??= boundBefore(text, at);
  return { end: reading.end, quantity: quantityOf(reading) };
}

/** The currency mark at `at`. */
function currencyAt(
  text: string,
  at: number,
): { readonly currency: string; readonly end: number } | undefined {
  const head = unitAt(text, at);
  if (currencyStarts[head] === 0) return undefined;
  let folded = '';
  for (let i = at; i < at + 3; i++) folded += String.fromCharCode(unitAt(text, i));
  for (const [mark, currency] of currencyMarks) {
    if (folded.startsWith(mark)) return { currency, end: at + mark.length };
  }
  return undefined;
}

/** 1 for units with which a currency mark begins, folded. */
const currencyStarts = new Uint8Array(65536);
for (const [mark] of currencyMarks) currencyStarts[mark.charCodeAt(0)] = 1;

/** True for a unit that is a currency mark by itself. */
export function isCurrencyUnit(unit: number): boolean {
  return currencyStarts[unit] === 1 && !isLetterUnit(unit);
}

/** An amount of money that begins with letters: US$20, RMB 5. */
export function readLatinMoney(text: string, at: number, breaks: BreaksWord): DateMatch | undefined {
  if (currencyStarts[unitAt(text, at)] === 0) return undefined;
  // A sign within three letters, or digits right behind three: all other words end here.
  if (unitAt(text, at + 1) !== 0x24 && unitAt(text, at + 2) !== 0x24) {
    const behind = skipSpace(text, at + 3);
    if (!isDigitUnit(unitAt(text, behind))) return undefined;
  }
  const money = currencyAt(text, at);
  if (money === undefined) return undefined;
  const start = skipSpace(text, money.end);
  if (!isDigitUnit(unitAt(text, start))) return undefined;
  return readNumber(text, at, breaks);
}

/** 1 for units with which a unit that makes an amount of a bare Chinese numeral begins. */
const worthStarts = new Uint8Array(65536);
for (const [name, unit] of hanUnits) {
  if (unit.type !== 'duration' && unit.type !== 'measure') worthStarts[name.charCodeAt(0)] = 1;
}
worthStarts['成'.charCodeAt(0)] = 1;

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
    const share = readHanNumeral(text, at + 3);
    if (share === undefined || breaks(share.end)) return undefined;
    return {
      end: share.end,
      quantity: { value: share.value, type: 'percent', unit: '%', ...(bound ? { bound } : {}) },
    };
  }
  const numeral = readHanNumeral(text, at);
  if (numeral === undefined) return undefined;
  const { end, magnitude, vague } = numeral;
  if (at > 0 && text.charAt(at - 1) === '第') return undefined;
  // Most numerals are 一个, 一次: without magnitude only a unit that follows at once makes an amount.
  if (!magnitude && worthStarts[unitAt(text, end)] === 0) return undefined;
  const reading: Reading = { end, value: numeral.value };
  if (bound !== undefined) reading.bound = bound;
  else if (vague) reading.bound = 'about';
  const match = finish(text, at, reading, breaks);
  if (match === undefined) return undefined;
  const type = match.quantity?.type;
  const worth = type === 'money' || type === 'parameters' || type === 'tokens' || type === 'percent';
  if (vague) return worth && numeral.value >= 1e4 ? match : undefined;
  const numeric = magnitude && end - at >= 2;
  return numeric || worth || type === 'multiple' ? match : undefined;
}
