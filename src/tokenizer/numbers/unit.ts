import { isDigitUnit, isLetterUnit } from '../../text/unit-kinds.js';
import { characterAt, plainAt, unitAt } from '../../text/units.js';
import type { BreaksWord } from '../breaks-word.js';
import { hanWord } from './han-words.js';
import { type LatinWord, latinWord, skipSpace } from './latin.js';
import { isMore } from './magnitude.js';
import type { Reading } from './reading.js';
import { fusedUnits, hanUnits, latinUnits, multiple, percent, type Unit } from './units.js';

/** What is counted behind a magnitude, 多 or 余: 20万辆, 3万多字. */
export const COUNTED =
  '家名个人位岁种款项条次篇场台部所国座只张件套层页轮辆份颗枚股支片户艘门间首头册棵株根句笔箱瓶粒幅匹双把块亩字盒袋桶段盏站栋幢' +
  '個歲種項條場臺國隻張層輪輛顆戶門間頭冊雙塊畝盞棟';

/** Adds the unit that follows, or that more than the number is meant: %, 倍, GB, 多家. */
export function readUnit(text: string, reading: Reading, breaks: BreaksWord): void {
  let at = reading.end;
  const mark = plainAt(text, at);
  if (mark === 0x25 || mark === 0x2030) {
    reading.unit = percent;
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
    } else if (COUNTED.includes(characterAt(text, at + 1) || ' ')) {
      reading.bound = 'over';
      reading.end = at + 1;
      return;
    }
  }
  if (mark === 0xd7 && !isDigitUnit(plainAt(text, at + 1))) {
    reading.unit = multiple;
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
  // Nobody tells less than a thousand won: game 3 won.
  if (unit === undefined || !applies(unit, reading) || (word.word === 'won' && reading.value < 1000)) return;
  reading.end = word.end;
  // 1990s are no seconds.
  if (word.word === 's' && spaced === at && isDecade(text, at, reading.value)) reading.bare = true;
  else reading.unit = unit;
}

/** 1990 in 1990s, 90 in '90s. */
function isDecade(text: string, end: number, value: number): boolean {
  if (value % 10 !== 0) return false;
  return value < 100 ? "'’‘".includes(characterAt(text, end - 3) || ' ') : value >= 1500 && value < 2200;
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
function unitWord(text: string, at: number): LatinWord {
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
