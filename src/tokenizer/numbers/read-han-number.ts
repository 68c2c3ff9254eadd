import { lazy } from '../../base/lazy.js';
import { unitsOf } from '../../text/unit-table.js';
import { characterAt, plainAt } from '../../text/units.js';
import type { BreaksWord } from '../breaks-word.js';
import type { Quantity } from '../token.js';
import { readAmount } from './amount.js';
import { readHanDate } from './date.js';
import { readHanDecimals, readHanNumeral } from './han-numeral.js';
import { begin, clean, type NumberMatch } from './reading.js';
import { COUNTED } from './unit.js';
import { hanUnits } from './units.js';

/** Units with which a unit that makes an amount of a bare Chinese numeral begins. */
const worthStarts = lazy(() => {
  const starts = unitsOf('成');
  for (const [name, unit] of hanUnits().words) {
    if (unit.type !== 'duration' && unit.type !== 'measure') starts[name.charCodeAt(0)] = 1;
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
): NumberMatch | undefined {
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
  const decimal = numeral.vague ? undefined : readDecimal(text, at, numeral.end, numeral.value, breaks);
  if (decimal !== undefined) return decimal;
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
  if (!magnitude && worthStarts()[plainAt(text, end)] === 0) return undefined;
  const reading = begin(end, numeral.value, undefined, bound ?? (vague ? 'about' : undefined));
  const match = readAmount(text, at, reading, breaks);
  if (match === undefined) return undefined;
  const type = match.quantity?.type;
  const worth = type === 'money' || type === 'parameters' || type === 'tokens' || type === 'percent';
  if (vague) {
    // 数百万 and 近百亿 are numbers, 百亿 is a word as 百亿补贴 has it.
    const large = numeral.value >= 1e4 && (worth || bound !== undefined || numeral.some);
    const counted = bound !== undefined && COUNTED.includes(characterAt(text, match.end) || ' ');
    return large || (counted && numeral.value >= 100) ? match : undefined;
  }
  const numeric = magnitude && end - at >= 2;
  return numeric || worth || type === 'multiple' ? match : undefined;
}

/** 三点五亿美元, 一点五倍: decimals of a numeral count where a magnitude or 倍 follows, for 三点五十分 is a time. */
function readDecimal(
  text: string,
  at: number,
  whole: number,
  value: number,
  breaks: BreaksWord,
): NumberMatch | undefined {
  const share = readHanDecimals(text, whole, value);
  if (share.end === whole || !'万萬亿億倍'.includes(characterAt(text, share.end) || ' ')) return undefined;
  return readAmount(text, at, begin(share.end, share.value, undefined, undefined), breaks);
}
