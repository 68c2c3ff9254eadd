import { isDigitUnit, isHanUnit, isLatinOrDigit, isLetterUnit } from '../../text/unit-kinds.js';
import { characterAt, isAt, isOneOf, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import { WordSet } from '../../text/word-set.js';
import type { BreaksWord } from '../breaks-word.js';
import { isCapital } from '../names/latin-word.js';
import { digitsEnd, numberOf } from './digits.js';
import { hanWord } from './han-words.js';
import { type LatinWord, latinWord, skipSpace } from './latin.js';
import { isMore, isSome } from './magnitude.js';
import { clean, type Reading } from './reading.js';
import {
  fusedUnits,
  hanMagnitudes,
  hanUnits,
  joinedUnits,
  latinUnits,
  minutes,
  multiple,
  percent,
  rateWords,
  seconds,
  type Unit,
  wholeTimes,
  years,
} from './units.js';

/** What is counted behind a magnitude, 多 or 余: 20万辆, 3万多字. */
export const COUNTED =
  '家名个人位岁种款项条次篇场台部所国座只张件套层页轮辆份颗枚股支片户艘门间首头册棵株根句笔箱瓶粒幅匹双把块亩字盒袋桶段盏站栋幢' +
  '個歲種項條場臺國隻張層輪輛顆戶門間頭冊雙塊畝盞棟頁';

/** Adds the unit that follows, or that more than the number is meant: %, 倍, GB, 多家, 500GB+. */
export function readUnit(text: UnitText, reading: Reading, breaks: BreaksWord): void {
  let at = reading.end;
  const mark = plainAt(text, at);
  if (mark === 0x25 || mark === 0x2030) {
    if (mark === 0x2030) reading.value /= 10;
    take(text, reading, at + 1, percent);
    return;
  }
  if (mark === 0xd7 && !isDigitUnit(plainAt(text, at + 1)) && !isThing(text, skipSpace(text, at + 1))) {
    take(text, reading, at + 1, multiple);
    return;
  }
  if (mark === 0x2b && isOpen(text, at)) {
    reading.bound = 'over';
    reading.end = ++at;
  } else if (isMore(mark) || isSome(mark, reading.value)) {
    const bound = isMore(mark) ? 'over' : 'about';
    if (hanWord(text, at + 1, hanUnits(), breaks)) {
      reading.bound = bound;
      at++;
    } else if (
      isOneOf(text, at + 1, COUNTED) ||
      (isMore(mark) && isMagnitude(text, at - 1) && !breaks(at + 1))
    ) {
      reading.bound = bound;
      reading.end = at + 1;
      return;
    }
  }
  const spaced = skipSpace(text, at);
  const first = plainAt(text, spaced);
  if (isHanUnit(first)) readHanUnit(text, reading, spaced, breaks);
  else if (isLetterUnit(first) || first === 0x2d || isMicro(first)) readLatinUnit(text, reading, at, spaced);
  else if (spaced === at && (first > 0x80 || first === 0x24)) readSymbol(text, reading, at);
}

/** Whether a name with a number in it stands there, of which there are so many: 8×H100, 8× RTX 4090. */
function isThing(text: UnitText, at: number): boolean {
  if (!isCapital(unitAt(text, at))) return false;
  if (isLetterUnit(plainAt(text, at)) && plainAt(text, at - 1) === 0xd7) return true;
  let end = at;
  while (isLetterUnit(plainAt(text, end))) end++;
  return isDigitUnit(plainAt(text, skipSpace(text, end)));
}

function isMagnitude(text: UnitText, at: number): boolean {
  return hanMagnitudes().has(unitAt(text, at));
}

/** Marks of currencies that stand behind an amount as well. */
const marksBehind: ReadonlyMap<number, string> = new Map([
  [0x24, 'USD'],
  [0x20ac, 'EUR'],
  [0xa3, 'GBP'],
  [0xa5, 'CNY'],
  [0xffe5, 'CNY'],
  [0x20bd, 'RUB'],
]);

/** Takes a unit that ends at a place, and the plus behind it; 200ml+润肤露 are two things. */
function take(text: UnitText, reading: Reading, end: number, unit: Unit): void {
  reading.unit = unit;
  if (unit.factor !== undefined) reading.value = clean(reading.value * unit.factor);
  reading.end = end;
  if (plainAt(text, end) !== 0x2b || !isOpen(text, end) || isHanUnit(unitAt(text, end + 1))) return;
  reading.bound = 'over';
  reading.end++;
}

/** Whether nothing is added behind the plus that stands there. */
function isOpen(text: UnitText, at: number): boolean {
  return !isLatinOrDigit(plainAt(text, at + 1));
}

/** ℃, ℉, °C, °F, ㎡, and the mark of a currency behind its amount: 10$, 20€. */
function readSymbol(text: UnitText, reading: Reading, at: number): void {
  const currency = reading.currency === undefined ? marksBehind.get(unitAt(text, at)) : undefined;
  if (currency !== undefined) {
    const next = plainAt(text, at + 1);
    if (!isLatinOrDigit(next) && next !== 0x24) take(text, reading, at + 1, { type: 'money', currency });
  } else if (isOneOf(text, at, '℃℉°')) readDegree(text, reading, at, text.charAt(at));
  else if (isAt(text, at, '㎡')) take(text, reading, at + 1, { type: 'measure', unit: 'm²' });
}

/** Whether 年 stands there with what tells when, which jieba has as words: 3年前, 5年来. */
export function isYearsApart(text: UnitText, at: number): boolean {
  return isAt(text, at, '年') && isOneOf(text, at + 1, '前后後来來内內间間');
}

/** Whether 角 behind a number is of a figure or of those whom one actor plays: 5角星, 分饰2角. */
function isNoCoin(text: UnitText, at: number, end: number): boolean {
  let start = at;
  while (isDigitUnit(plainAt(text, start - 1))) start--;
  return isOneOf(text, end, '形星度') || isOneOf(text, start - 1, '饰飾演');
}

function readHanUnit(text: UnitText, reading: Reading, at: number, breaks: BreaksWord): void {
  const han = hanWord(text, at, hanUnits(), breaks);
  if (han === undefined) {
    if (isYearsApart(text, at)) take(text, reading, at + 1, years);
    else if (isOneOf(text, at, '个個')) {
      if (isOneOf(text, at + 1, '点點')) readPoints(text, reading, at, breaks);
      else readPartOfTime(text, reading, at, breaks);
    } else if (isAt(text, at, '分')) readMinutes(text, reading, at);
    else if (plainAt(text, at + 1) === 0x2f) readCounted(text, reading, at, breaks);
    return;
  }
  if (han.end === at + 1 && isAt(text, at, '兆')) {
    readMega(text, reading, han.end);
    return;
  }
  if (isAt(text, at, '角') && isNoCoin(text, at, han.end)) return;
  // 2025字节: the company in a year.
  if (han.value.unit === 'B' && reading.value >= 2012 && reading.value < 2040) return;
  // 8亿周活: users of a week, and no weeks.
  const isTime = han.value.type === 'duration';
  if ((isTime && isAt(text, han.end, '活')) || !applies(han.value, reading)) return;
  take(text, reading, han.end, han.value);
  // 3年半
  if (isTime && isAt(text, han.end, '半') && !breaks(han.end + 1)) {
    reading.value += 0.5;
    reading.end++;
  }
}

/** What a line carries in a second is told in 兆, and what a file takes. */
const LINES = new WordSet(
  '宽带 宽频 网速 带宽 光纤 光猫 网络 上网 网卡 路由 专线 速率 寬帶 寬頻 網速 頻寬 光纖 網路',
);
const STORED = new WordSet(
  '流量 内存 缓存 显存 硬盘 空间 文件 存储 容量 附件 安装 数据 手机 記憶 空間 檔案 儲存',
);

/** 200兆宽带, 20兆流量, behind 兆; of what it is millions by itself nobody can tell. */
function readMega(text: UnitText, reading: Reading, end: number): void {
  const start = isOneOf(text, end, '的') ? end + 1 : skipSpace(text, end);
  if (LINES.hasSlice(text, start, start + 2)) take(text, reading, end, { type: 'measure', unit: 'Mbps' });
  else if (STORED.hasSlice(text, start, start + 2)) take(text, reading, end, { type: 'measure', unit: 'MB' });
  else {
    reading.bare = true;
    reading.end = end;
  }
}

/** 1个半小时, 5个多月: behind the number. */
function readPartOfTime(text: UnitText, reading: Reading, at: number, breaks: BreaksWord): void {
  const part = characterAt(text, at + 1);
  if (part !== '半' && part !== '多') return;
  const time = hanWord(text, at + 2, wholeTimes(), breaks);
  if (time === undefined || !applies(time.value, reading)) return;
  if (part === '半') reading.value += 0.5;
  else reading.bound = 'over';
  take(text, reading, time.end, time.value);
}

/** 涨了3个点: points of a percentage, behind the number of what rises or falls. */
function readPoints(text: UnitText, reading: Reading, at: number, breaks: BreaksWord): void {
  if (breaks(at + 2) || !applies(percent, reading)) return;
  let start = at;
  while (isDigitUnit(plainAt(text, start - 1)) || plainAt(text, start - 1) === 0x2e) start--;
  const verb = isOneOf(text, start - 1, '了近约約超') ? start - 2 : start - 1;
  if (isOneOf(text, verb, '涨漲跌降升')) take(text, reading, at + 2, percent);
}

/** 3分15秒, and 20分 of 1小时20分; 分 behind other numbers may be points or cents. */
function readMinutes(text: UnitText, reading: Reading, at: number): void {
  if (reading.currency !== undefined || reading.unit !== undefined) return;
  const end = digitsEnd(text, at + 1, 2);
  if (end > 0 && isAt(text, end, '秒') && Number.isInteger(reading.value)) {
    reading.value = reading.value * 60 + numberOf(text, at + 1, end);
    take(text, reading, end + 1, seconds);
    return;
  }
  let start = at;
  while (isDigitUnit(plainAt(text, start - 1))) start--;
  if (text.startsWith('小时', start - 2) || text.startsWith('小時', start - 2))
    take(text, reading, at + 1, minutes);
}

/** 1000次/秒: what is counted is of the number where it is told by something. */
function readCounted(text: UnitText, reading: Reading, at: number, breaks: BreaksWord): void {
  const unit = text.charAt(at);
  if (reading.currency !== undefined || !(unit === '次' || unit === '帧' || COUNTED.includes(unit))) return;
  if (hanWord(text, skipSpace(text, at + 2), rateWords(), breaks) === undefined) return;
  take(text, reading, at + 1, { type: 'count', unit });
}

function readLatinUnit(text: UnitText, reading: Reading, at: number, spaced: number): void {
  const hyphen = plainAt(text, at) === 0x2d;
  const start = hyphen ? at + 1 : spaced;
  const word = isMicro(plainAt(text, start)) ? microWord(text, start) : unitWord(text, start);
  if (word.word === '' || isDigitUnit(plainAt(text, word.end))) return;
  // 10-year bonds; a 10-year-old is no time, nor does 5-s tell one.
  if (hyphen && (word.word.length < 3 || goesOnBehind(text, word.end))) return;
  const unit =
    (start === at && reading.unit === undefined
      ? fusedUnit(text.slice(at, word.end), reading.value)
      : undefined) ??
    (hyphen || start === at ? joinedUnits().get(word.word) : undefined) ??
    latinUnits().get(word.word);
  if (
    unit === undefined ||
    !applies(unit, reading) ||
    reading.value < (least.get(word.word) ?? Number.NEGATIVE_INFINITY)
  )
    return;
  // 50m², 50m³
  const power = characterAt(text, word.end);
  if ((power === '²' || power === '³') && unit.type === 'measure') {
    take(text, reading, word.end + 1, { type: 'measure', unit: `${unit.unit}${power}` });
    return;
  }
  // 1990s are no seconds.
  if (word.word === 's' && start === at && isDecade(text, at, reading.value)) {
    reading.bare = true;
    reading.end = word.end;
  } else take(text, reading, word.end, unit);
}

/** Nobody tells less than a thousand won, or a few operations; fewer pounds are a weight: game 3 won, a flop, 20 pounds. */
const least: ReadonlyMap<string, number> = new Map([
  ['won', 1000],
  ['flop', 1e6],
  ['pounds', 1e6],
]);

/** Whether a hyphen and a letter follow, so that a word is of a longer one. */
function goesOnBehind(text: UnitText, at: number): boolean {
  return plainAt(text, at) === 0x2d && isLetterUnit(plainAt(text, at + 1));
}

/** A unit of letters right behind a number; P is one of the heights of pictures alone: 1080P. */
function fusedUnit(word: string, value: number): Unit | undefined {
  if (word === 'P') return HEIGHTS.has(value) ? fusedUnits().get('p') : undefined;
  return fusedUnits().get(word);
}

const HEIGHTS: ReadonlySet<number> = new Set([240, 360, 480, 540, 720, 1080, 1440, 2160, 4320]);

/** 1990 in 1990s, 90 in '90s. */
function isDecade(text: UnitText, end: number, value: number): boolean {
  if (value % 10 !== 0) return false;
  return value < 100 ? isOneOf(text, end - 3, "'’‘") : value >= 1500 && value < 2200;
}

/** ℃, ℉, °C, °F, or the degrees of an angle. */
function readDegree(text: UnitText, reading: Reading, at: number, mark: string): void {
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

/** μ as Greek has it, and the sign of micro. */
function isMicro(unit: number): boolean {
  return unit === 0xb5 || unit === 0x3bc;
}

/** μs, μm, μg. */
function microWord(text: UnitText, at: number): LatinWord {
  const { word, end } = latinWord(text, at + 1);
  return { word: `μ${word}`, end };
}

/** Units of two words, by the first: the second, and what they are. */
const twoWords: ReadonlyMap<string, readonly [RegExp, string]> = new Map([
  ['per', [/^cent$/u, 'percent']],
  ['percentage', [/^points?$/u, 'percent']],
  ['basis', [/^points?$/u, 'bps']],
]);

/** The Latin word at a place; `per cent` is one. */
function unitWord(text: UnitText, at: number): LatinWord {
  const first = latinWord(text, at);
  const pair = twoWords.get(first.word);
  if (pair === undefined) return first;
  const second = latinWord(text, skipSpace(text, first.end));
  return pair[0].test(second.word) ? { word: pair[1], end: second.end } : first;
}

/** $5 个月 is an amount of money and a time: a currency takes no other unit but its own name. */
function applies(unit: Unit, reading: Reading): boolean {
  // $0.03 cents is told twice.
  if (reading.currency !== undefined) return unit.type === 'money' && unit.factor === undefined;
  return reading.unit === undefined || unit.type === 'parameters' || unit.type === 'tokens';
}
