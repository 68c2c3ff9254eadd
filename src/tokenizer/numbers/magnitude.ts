import { isDigitUnit, isHanUnit, isLatinOrDigit, isLetterUnit } from '../../text/unit-kinds.js';
import { characterAt, isAt, isOneOf, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import { WordSet } from '../../text/word-set.js';
import type { BreaksWord } from '../breaks-word.js';
import { currencyBefore } from './currency.js';
import { hanWord } from './han-words.js';
import { latinWord, skipSpace } from './latin.js';
import { MAX_DIGITS, numeralEnd, numeralValue } from './numeral.js';
import type { Reading } from './reading.js';
import {
  hanMagnitudes,
  hanUnits,
  latinMagnitudes,
  latinUnits,
  letterMagnitudes,
  parameters,
} from './units.js';

/** Characters of a magnitude: 千万亿 has three. */
const MAX_MAGNITUDE = 4;

/** Watts are what these are told in: 65w快充, 整机200W性能释放. */
const POWERED =
  /快充|闪充|慢充|超充|快速充|充[电電]|功[率耗]|瓦|TDP|无线|無線|有线|氮化|GaN|[电電]源|适配|反向|供[电電]|限[电電]|输出|[显顯]卡|GPU|释放|双烤|散热|[电電]池|电芯|光伏|水泵|音[响箱]|扬声|空调|[台射吊筒][灯燈]|[灯燈][泡光具]|LED|支持|峰值/iu;
/** Units before and behind a number in which it is looked for what has a power. */
const REACH = 24;
/** What engines are told in litres and a T for: 2.0T四驱. */
const ENGINES = new WordSet(
  '发动 涡轮 四驱 两驱 自动 手动 动力 混动 插混 轻混 排量 引擎 双擎 高功 低功 增程 直列 车型',
);
/** What pictures of so many columns are shown by: 4K视频. */
const SCREENS = new WordSet(
  '视频 屏幕 电视 画质 高清 超清 分辨 显示 直播 修复 摄像 摄影 画面 蓝光 影像 录制 拍摄 投影 原生 高刷 超高 杜比 大屏 直屏 曲屏 120',
);
const SCREEN_WORDS = new WordSet(
  'video videos tv tvs uhd hdr oled monitor monitors display displays screen resolution',
);

/** What ranges and lists of such numbers are made of. */
const LISTED = '0123456789.wW+-~～至/、 ';

/** The first unit beside a number that is of none beside it, at most {@link REACH} units away. */
function beyond(text: UnitText, at: number, step: 1 | -1): number {
  let next = at;
  while (Math.abs(next - at) < REACH && isOneOf(text, next, LISTED)) next += step;
  return plainAt(text, next);
}

/** Whether the w that ends a number is 万: 3.5w粉丝, 年薪100W, 10w+; it is none in English, nor where something has a power. */
function isMyriad(text: UnitText, at: number, end: number): boolean {
  const after = plainAt(text, end);
  const open = after === 0x2b && !isLatinOrDigit(plainAt(text, end + 1));
  // The oil 10w-40
  if (after === 0x2d && /^-\d+(?![\d.w])/iu.test(text.slice(end, end + REACH))) return false;
  const inChinese =
    open ||
    isHanUnit(after) ||
    (isHanUnit(beyond(text, at - 1, -1)) && !isLatinOrDigit(beyond(text, end, 1)));
  return inChinese && !POWERED.test(text.slice(Math.max(0, at - REACH), end + REACH));
}

/** Whether the letter before `end` is no magnitude: T of an engine, K of a screen. */
function isOfThing(text: UnitText, letter: string, end: number, value: number): boolean {
  if (letter === 'T') return value < 10 && ENGINES.hasSlice(text, end, end + 2);
  if (letter !== 'K' || (value !== 2 && value !== 4 && value !== 5 && value !== 6 && value !== 8))
    return false;
  const start = skipSpace(text, end);
  if (SCREENS.hasSlice(text, start, start + 2) || isAt(text, start, '屏')) return true;
  // 4K@60fps, 4K/120Hz
  if (isOneOf(text, end, '@/ ') && /^.\d{2,3} ?(?:fps|hz|p\b|帧|幀)/iu.test(text.slice(end, end + 9)))
    return true;
  return SCREEN_WORDS.has(latinWord(text, start).word);
}

/** Letters that count parameters before what has them, of which small ones count nothing else but money. */
const SIZED: ReadonlySet<string> = new Set(['B', 'b', 'm', 't']);
const PARAMETERS = new WordSet('参数 參數');
const PARAMETER_WORDS = new WordSet('param params parameter parameters');
const MODELS = new WordSet('模型 大模 小模 激活 稠密 量化 开源 端侧 蒸馏');

/** Whether parameters, or a model that has so many, follow: 7b参数, 8b模型, 70b params. */
function isOfModel(text: UnitText, end: number, letter: string): boolean {
  const start = skipSpace(text, end);
  if (isAt(text, start, 'p')) return PARAMETER_WORDS.has(latinWord(text, start).word);
  if (!isHanUnit(unitAt(text, start))) return false;
  if (PARAMETERS.hasSlice(text, start, start + 2)) return true;
  return (letter === 'B' || letter === 'b') && MODELS.hasSlice(text, start, start + 2);
}

/** Whether a currency follows: 3B美元. */
function isPaid(text: UnitText, end: number, breaks: BreaksWord): boolean {
  const start = skipSpace(text, end);
  const next = plainAt(text, start);
  if (isLetterUnit(next)) return latinUnits().get(latinWord(text, start).word)?.type === 'money';
  return isHanUnit(next) && hanWord(text, start, hanUnits(), breaks)?.value.type === 'money';
}

/** Whether 2B is said of business, among Han: 2B业务, 做2B的, but 2B、7B. */
function isToBusiness(text: UnitText, at: number, end: number, reading: Reading): boolean {
  if (reading.value !== 2 || reading.end - at !== 1 || reading.currency !== undefined) return false;
  const next = skipSpace(text, end);
  const before = plainAt(text, at - 1);
  if (!isHanUnit(unitAt(text, next)) && !isHanUnit(before)) return false;
  return !isSizeAt(text, next + 1) && !(isOneOf(text, at - 1, '、/,，和到至') && isAt(text, at - 2, 'B'));
}

/** Whether a size such as 7B stands there. */
function isSizeAt(text: UnitText, at: number): boolean {
  let end = at;
  while (end - at < 4 && isDigitUnit(plainAt(text, end))) end++;
  return end > at && isAt(text, end, 'B');
}

/**
 * Adds the magnitude that follows: k, million, 千万.
 *
 * @param at  where the number begins.
 */
export function readMagnitude(text: UnitText, at: number, reading: Reading, breaks: BreaksWord): void {
  const next = plainAt(text, reading.end);
  const isLatin = isLetterUnit(next);
  const hyphen = next === 0x2d && isLetterUnit(plainAt(text, reading.end + 1));
  if (!isLatin && !hyphen && next !== 0x20 && !isHanUnit(next) && !hanMagnitudes().has(next)) return;
  if (isLatin && !isLetterUnit(plainAt(text, reading.end + 1))) {
    const end = reading.end + 1;
    const letter = characterAt(text, reading.end);
    const factor = letterMagnitudes().get(letter);
    const sized = SIZED.has(letter) && isOfModel(text, end, letter);
    const onlyMoney = letter === 'm' || letter === 'b' || letter === 't';
    if (factor !== undefined && (!onlyMoney || sized || reading.currency !== undefined)) {
      if (isDigitUnit(plainAt(text, end)) || isOfThing(text, letter, end, reading.value)) return;
      if ((letter === 'w' || letter === 'W') && !isMyriad(text, at, end)) return;
      if (letter === 'B' && !sized && isToBusiness(text, at, end, reading)) return;
      reading.value *= factor;
      reading.end = end;
      if (reading.currency === undefined && (sized || (letter === 'B' && !isPaid(text, end, breaks))))
        reading.unit = parameters;
      return;
    }
  }
  const spaced = hyphen ? reading.end + 1 : skipSpace(text, reading.end);
  if (isLetterUnit(plainAt(text, spaced))) {
    const { word, end } = latinWord(text, spaced);
    // $500MM
    const factor = word === 'mm' && reading.currency !== undefined ? 1e6 : latinMagnitudes().get(word);
    if (factor === undefined || isDigitUnit(plainAt(text, end))) return;
    reading.value *= factor;
    // 1,2 Mrd. Euro
    const dotted = (word === 'mrd' || word === 'mio') && plainAt(text, end) === 0x2e;
    const named = dotted && latinUnits().has(latinWord(text, skipSpace(text, end + 1)).word);
    reading.end = named ? end + 1 : end;
    return;
  }
  // 数百万 十多年: a magnitude behind a space goes on with digits alone.
  if (spaced > reading.end && isHanUnit(unitAt(text, reading.end - 1))) return;
  const first = piecesEnd(text, spaced);
  let stop = first;
  let product = 1;
  let more = false;
  if (isMore(unitAt(text, stop)) || isSome(unitAt(text, stop), reading.value)) {
    more = hanMagnitudes().has(unitAt(text, stop + 1));
    if (more) stop++;
  }
  for (let length = 0; length < MAX_MAGNITUDE; length++) {
    // 6千余万
    if (product > 1 && product < 1e4 && isMore(unitAt(text, stop)) && isOneOf(text, stop + 1, MYRIADS)) {
      more = true;
      stop++;
    }
    const power = hanMagnitudes().get(unitAt(text, stop));
    // 2020 十年间: no more than nine tens are counted.
    if (power === undefined || (power === 10 && reading.value >= 10 && product === 1)) break;
    if (isPrefix(text, at, stop, reading, breaks)) break;
    product *= power;
    stop++;
  }
  if (product === 1) return;
  reading.value *= product;
  reading.end = stop;
  if (more) reading.bound = isSome(unitAt(text, first), reading.value) ? 'about' : 'over';
  else addSmaller(text, reading, product);
  // 50亿刀 are dollars, 20刀 may be wounds.
  const last = reading.end;
  if (product < 1e4 || reading.currency !== undefined) return;
  if (isAt(text, last, '刀') && !isBlade(text, last)) {
    reading.currency = 'USD';
    reading.end = last + 1;
  } else if (isOneOf(text, last, '欧歐') && !breaks(last + 1) && !isOneOf(text, last + 1, EUROPEAN)) {
    reading.currency = 'EUR';
    reading.end = last + 1;
  }
}

/** Magnitudes of thousands and more. */
const MYRIADS = '万萬亿億';

/** Behind 欧 where it is Europe's and no money: 欧洲, 欧元. */
const EUROPEAN = '洲元盟冠美文联聯国國战戰';

/** Past 个 before 亿, which counts it as 3个亿 and 3个多亿 do; `at` if none stands there, or 5个亿级项目. */
function piecesEnd(text: UnitText, at: number): number {
  if (!isOneOf(text, at, '个個')) return at;
  const yi = isMore(unitAt(text, at + 1)) ? at + 2 : at + 1;
  return isOneOf(text, yi, '亿億') && !isOneOf(text, yi + 1, '元级級万萬吨噸级') ? at + 1 : at;
}

/** Whether 个亿 or 个多亿 stands there, of which any number is an amount: 五个亿, 半个亿. */
export function countsYi(text: UnitText, at: number): boolean {
  return piecesEnd(text, at) > at;
}

/** Whether a magnitude is of a unit, as in 千瓦 and 兆字节; by itself 兆 counts nothing but money, parameters and tokens. */
function isPrefix(text: UnitText, from: number, at: number, reading: Reading, breaks: BreaksWord): boolean {
  const mega = isAt(text, at, '兆');
  if (!mega && !isAt(text, at, '千')) return false;
  const unit = hanWord(text, at, hanUnits(), breaks);
  if (unit !== undefined && unit.end > at + 1) return true;
  if (!mega || isDigitUnit(plainAt(text, at + 1))) return false;
  if (reading.currency !== undefined || currencyBefore(text, from) !== undefined) return false;
  const type = hanWord(text, skipSpace(text, at + 1), hanUnits(), breaks)?.value.type;
  return type !== 'money' && type !== 'parameters' && type !== 'tokens';
}

/** Whether a word of knives begins there: 刀片. */
function isBlade(text: UnitText, at: number): boolean {
  return isOneOf(text, at + 1, '片具叉子削刃剑');
}

/** Adds what goes on in a smaller magnitude: 2千万 or 5,000万 behind 1亿, 5,000 or 零500 behind 3万; and 2,000亿 behind 1万, which is of 亿 too. */
function addSmaller(text: UnitText, reading: Reading, product: number): void {
  let most = product;
  for (;;) {
    const nought = isAt(text, reading.end, '零');
    const start = nought ? reading.end + 1 : reading.end;
    if (!isDigitUnit(plainAt(text, start))) return;
    let at = numeralEnd(text, start);
    if (at - start > MAX_DIGITS) return;
    const value = numeralValue(text, start, at);
    // 3亿5200余万
    const more = isMore(unitAt(text, at)) && isOneOf(text, at + 1, MYRIADS);
    if (more) at++;
    let power = 1;
    for (let factor = hanMagnitudes().get(unitAt(text, at)); factor !== undefined; ) {
      power *= factor;
      factor = hanMagnitudes().get(unitAt(text, ++at));
    }
    const part = value * power;
    if (most === 1e4 && part >= 1e11 && part < 1e12) {
      reading.value = reading.value * 1e8 + part;
      reading.end = at;
      return;
    }
    // Ones are four digits behind 万, and no year.
    if (power === 1 && (most !== 1e4 || (value < 1000 && !nought) || isAt(text, at, '年'))) return;
    if (part >= most) return;
    if (more) reading.bound = 'over';
    reading.value += part;
    reading.end = at;
    most = power;
  }
}

/** 多, 余 or 餘: and more. */
export function isMore(unit: number): boolean {
  return unit === 0x591a || unit === 0x4f59 || unit === 0x9918;
}

/** 来 behind tens, which says about as many: 20来岁, 10来万. */
export function isSome(unit: number, value: number): boolean {
  return (unit === 0x6765 || unit === 0x4f86) && value > 0 && value % 10 === 0;
}
