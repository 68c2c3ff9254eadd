import { lazy } from '../../base/lazy.js';
import { isDigitUnit, isHanUnit } from '../../text/unit-kinds.js';
import { unitsOf } from '../../text/unit-table.js';
import { isAt, isOneOf, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import type { BreaksWord } from '../breaks-word.js';
import type { Quantity } from '../token.js';
import { readAmount } from './amount.js';
import { boundBefore } from './bound.js';
import { boundBehind } from './bound-behind.js';
import { readHanDate } from './date.js';
import { readFraction } from './fraction.js';
import { digitOf, type HanNumeral, readHanDecimals, readHanNumeral } from './han-numeral.js';
import { countsYi, isMore } from './magnitude.js';
import { MAX_DIGITS, numeralEnd, numeralValue } from './numeral.js';
import { begin, type NumberMatch, quantityOf } from './reading.js';
import { readHanDiscount } from './tenths.js';
import { COUNTED, readUnit } from './unit.js';
import { hanUnits, years } from './units.js';

/** 半 */
const BAN = 0x534a;

/** Units with which a unit that makes an amount of a bare Chinese numeral begins. */
const worthStarts = lazy(() => {
  const starts = unitsOf('成折');
  for (const [name, unit] of hanUnits().words) {
    // 一分钱 is no more than little.
    if (unit.type !== 'duration' && unit.type !== 'measure' && unit.factor === undefined)
      starts[name.charCodeAt(0)] = 1;
  }
  return starts;
});

/**
 * A number in Chinese numerals at `at`: 两千万, 三成, 两倍, 百分之三十, 数十亿美元. Numerals without magnitude or unit,
 * as in 一个 or 三国, are left to words.
 */
export function readHanNumber(
  text: UnitText,
  at: number,
  breaks: BreaksWord,
  bound?: Quantity['bound'],
): NumberMatch | undefined {
  if (text.startsWith('百分之', at)) return readHanPercent(text, at + 3, breaks, bound);
  const half = unitAt(text, at) === BAN;
  if ((half || isOneOf(text, at, '几幾')) && countsYi(text, at + 1)) {
    const some = half ? begin(at + 1, 0.5, undefined, bound) : begin(at + 1, 1, undefined, bound ?? 'about');
    return readAmount(text, at, some, breaks);
  }
  if (half) return isAt(text, at + 1, '数') ? readHalf(text, at, at + 2, breaks, bound) : undefined;
  const date = bound === undefined ? readHanDate(text, at, breaks) : undefined;
  if (date !== undefined) return date;
  const numeral = readHanNumeral(text, at);
  if (numeral === undefined) return readHanDiscount(text, at, breaks);
  const decimal = numeral.vague ? undefined : readDecimal(text, at, numeral.end, numeral.value, breaks);
  if (decimal !== undefined) return decimal;
  const { end } = numeral;
  if (at > 0 && isAt(text, at - 1, '第')) return undefined;
  const fraction = readFraction(text, end, numeral.value, breaks, bound);
  if (fraction !== undefined) return fraction;
  if (end === at + 1 && numeral.value === 1 && unitAt(text, end) === BAN)
    return readHalf(text, at, end + 1, breaks, bound);
  // 十四五 is a plan, where nothing is counted.
  if (numeral.between && text.startsWith('十四五', at) && !isOneOf(text, end, OF_TEENS)) return undefined;
  // Of 近百家 近 is of the word too.
  if (bound !== undefined)
    return (
      (breaks(at) ? readSome(text, numeral, breaks, bound) : undefined) ??
      readLarge(text, at, numeral, breaks, bound)
    );
  return readLarge(text, at, numeral, breaks, bound) ?? readSome(text, numeral, breaks, bound);
}

/** What a numeral counts that has a magnitude or a unit: 两千万, 数十亿美元, 两倍. */
function readLarge(
  text: UnitText,
  at: number,
  numeral: HanNumeral,
  breaks: BreaksWord,
  bound: Quantity['bound'],
): NumberMatch | undefined {
  const { end, magnitude, vague } = numeral;
  // Most numerals are 一个, 一次: without magnitude only a unit that follows at once makes an amount.
  const hundredMillions = countsYi(text, end);
  const smaller = digitOf(unitAt(text, end + 1)) > 0;
  const metres = smaller && isAt(text, end, '米');
  // 三毛五, but the writer 三毛
  const dimes = smaller && isOneOf(text, end, '毛角');
  if (
    !magnitude &&
    !hundredMillions &&
    !metres &&
    !dimes &&
    worthStarts()[plainAt(text, end)] === 0 &&
    unitAt(text, end + 1) !== BAN
  )
    return undefined;
  const about = vague || numeral.between ? 'about' : undefined;
  const reading = begin(end, numeral.value, undefined, bound ?? about);
  const match = readAmount(text, at, reading, breaks);
  if (match?.quantity === undefined || (dimes && match.end < end + 2)) return undefined;
  const { type, value } = match.quantity;
  if (!magnitude && type === 'money' && arePieces(text, match.end)) return undefined;
  const worth = type === 'money' || type === 'parameters' || type === 'tokens' || type === 'percent';
  if (vague) {
    // 数百万 and 近百亿 are numbers, 百亿 is a word as 百亿补贴 has it.
    const large = numeral.value >= 1e4 && (worth || bound !== undefined || numeral.some);
    const counted = bound !== undefined && isOneOf(text, match.end, COUNTED);
    // 百倍, but 信心百倍
    const times = isAt(text, match.end - 1, '倍') && !isOneOf(text, at - 1, '心气氣神力');
    const many = type === 'multiple' && (numeral.some || times);
    return large || many || (counted && numeral.value >= 100) ? match : undefined;
  }
  const numeric = hundredMillions || (magnitude && end - at >= 2);
  // 两个半小时 is none that words keep.
  return numeric || worth || type === 'multiple' || !Number.isInteger(value) ? match : undefined;
}

/** Times of which two numerals side by side may be a year: 八九年. */
const LATE = 4;

/** 近百家, 数十名, 十余年, 两三天: words that say about how many, of jieba or of its model. */
function readSome(
  text: UnitText,
  { end, value, some, between }: HanNumeral,
  breaks: BreaksWord,
  bound: Quantity['bound'],
): NumberMatch | undefined {
  const more = isMore(unitAt(text, end));
  if (!(some || between || more || bound !== undefined)) return undefined;
  const start = more ? end + 1 : end;
  if (!breaks(start)) return undefined;
  const reading = begin(start, value, undefined, bound ?? (more ? 'over' : 'about'));
  readUnit(text, reading, breaks);
  if (reading.unit === undefined) {
    if (!isOneOf(text, start, COUNTED)) return undefined;
    reading.end = start + 1;
  } else if (between && value >= LATE && reading.unit === years) return undefined;
  if (breaks(reading.end) || (reading.unit?.currency !== undefined && arePieces(text, reading.end)))
    return undefined;
  return { end: reading.end, quantity: quantityOf(reading) };
}

/** 一半, 半数, 过半数: a half that ends at `end`. */
function readHalf(
  text: UnitText,
  at: number,
  end: number,
  breaks: BreaksWord,
  bound: Quantity['bound'],
): NumberMatch | undefined {
  if (breaks(end)) return undefined;
  const told = bound ?? boundBefore(text, at) ?? boundBehind(text, end, breaks);
  return { end, quantity: { value: 0.5, type: 'count', ...(told ? { bound: told } : {}) } };
}

/** Behind 五块 they say that it is money. */
const OF_MONEY = '的钱錢多左起吧呢啊了一两兩三四五六七八九半包买買卖賣就都也不';

/** Whether 块 ends there and something of which there are pieces follows: 五六块牛筋. */
function arePieces(text: UnitText, end: number): boolean {
  return isOneOf(text, end - 1, '块塊') && isHanUnit(unitAt(text, end)) && !isOneOf(text, end, OF_MONEY);
}

/** What is counted of fourteen or fifteen. */
const OF_TEENS = '岁歲个個人年天万萬亿億家名块塊元米公';

/** 百分之三十, 百分之三点五, 百分之0.5: behind 百分之. */
function readHanPercent(
  text: UnitText,
  at: number,
  breaks: BreaksWord,
  bound: Quantity['bound'] | undefined,
): NumberMatch | undefined {
  let share: { readonly end: number; readonly value: number };
  if (isDigitUnit(plainAt(text, at))) {
    const end = numeralEnd(text, at);
    if (end - at > MAX_DIGITS) return undefined;
    share = { end, value: numeralValue(text, at, end) };
  } else {
    const whole = readHanNumeral(text, at);
    if (whole === undefined) return undefined;
    share = readHanDecimals(text, whole.end, whole.value);
    if (breaks(share.end)) return undefined;
  }
  return {
    end: share.end,
    quantity: { value: share.value, type: 'percent', unit: '%', ...(bound ? { bound } : {}) },
  };
}

/** 三点五亿美元, 一点五倍: decimals of a numeral count where a magnitude or 倍 follows, for 三点五十分 is a time. */
function readDecimal(
  text: UnitText,
  at: number,
  whole: number,
  value: number,
  breaks: BreaksWord,
): NumberMatch | undefined {
  const share = readHanDecimals(text, whole, value);
  if (share.end === whole || !isOneOf(text, share.end, '万萬亿億倍')) return undefined;
  return readAmount(text, at, begin(share.end, share.value, undefined, undefined), breaks);
}
