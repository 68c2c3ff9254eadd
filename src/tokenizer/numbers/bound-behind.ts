import { lazy } from '../../base/lazy.js';
import { isDigitUnit, isHanUnit } from '../../text/unit-kinds.js';
import { unitsOf } from '../../text/unit-table.js';
import { isOneOf, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import type { BreaksWord } from '../breaks-word.js';
import type { Quantity } from '../token.js';
import { isMore } from './magnitude.js';

/** What is said behind an amount, and what may not follow where it is of something else: 以上就是, 上下班. */
const boundsBehind: readonly (readonly [string, Quantity['bound'], string])[] = [
  ['左右', 'about', '两手脚为两侧边开'],
  ['上下', 'about', '班车楼学级游文左届铺滑半一两各齐同来身'],
  ['以上', 'over', '简是就为这这内文各几两三五所述皆均都'],
  ['以下', 'under', '简是就为这内文各几两三五所述皆均都'],
  ['以内', 'under', ''],
  ['以內', 'under', ''],
  ['之内', 'under', ''],
  ['出头', 'over', '露鸟'],
  ['出頭', 'over', '露鳥'],
  ['开外', 'over', ''],
  ['開外', 'over', ''],
  ['有余', 'over', ''],
  ['有餘', 'over', ''],
];
/** Behind 不到 the amount is at its end: 300亿不到. */
const ENDS = '的了，。、！？,.!?；;）)”… ';

const begins = lazy(() => unitsOf(`不${boundsBehind.map(([word]) => word.charAt(0)).join('')}`));

/** 左右, 以上: how the number that ends at `end` is meant, by the word behind it or behind what is counted: 300人左右. */
export function boundBehind(text: UnitText, end: number, breaks: BreaksWord): Quantity['bound'] {
  const unit = unitAt(text, end);
  if (!isHanUnit(unit)) return undefined;
  // 3倍多, 8公里多路
  if (isMore(unit))
    return isDigitUnit(plainAt(text, end - 1)) ||
      breaks(end) ||
      breaks(end + 1) ||
      isOneOf(text, end + 1, '好么麼')
      ? undefined
      : 'over';
  const starts = begins();
  if (starts[unit] === 1) return boundAt(text, end, breaks);
  return starts[unitAt(text, end + 1)] === 1 ? boundAt(text, end + 1, breaks) : undefined;
}

function boundAt(text: UnitText, at: number, breaks: BreaksWord): Quantity['bound'] {
  if (breaks(at)) return undefined;
  if (text.startsWith('不到', at))
    return at + 2 >= text.length || isOneOf(text, at + 2, ENDS) ? 'under' : undefined;
  for (const [word, bound, elsewhere] of boundsBehind) {
    if (!text.startsWith(word, at)) continue;
    const past = at + word.length;
    return breaks(past) || isOneOf(text, past, elsewhere) ? undefined : bound;
  }
  return undefined;
}
