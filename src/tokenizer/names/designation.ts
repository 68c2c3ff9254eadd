import { isDigitUnit, isLatinOrDigit } from '../../text/unit-kinds.js';
import { isOneOf, plainAt, type UnitText } from '../../text/unit-text.js';
import { WordSet } from '../../text/word-set.js';
import { isCounted } from './counted.js';
import { isCapital } from './latin-word.js';

/** What aircraft, missiles and rockets are called by, before a hyphen and a number: 歼-20S, 东风-41. */
const SERIES = new WordSet(
  '歼 轰 运 直 苏 歼轰 武直 米格 伊尔 雅克 空警 攻击 无侦 彩虹 翼龙 东风 巨浪 鹰击 红旗 霹雳 长征 快舟 ' +
    '殲 轟 運 蘇 殲轟 伊爾 雅克 攻擊 無偵 翼龍 東風 鷹擊 紅旗 霹靂 長征',
);
/** Those of them that say nothing else with a number right behind: 歼20, 东风41. */
const JOINED = new WordSet('歼 轰 歼轰 武直 空警 东风 巨浪 鹰击 殲 轟 殲轟 東風 鷹擊');
const LONGEST_SERIES = 2;

/** Where the series starts and the designation ends. */
export interface Designation {
  readonly start: number;
  readonly end: number;
}

/**
 * The designation whose series ends the run of Han text[at, stop): 歼-20S in 首架歼-20S; undefined if there is none.
 *
 * @param breaks  whether an offset lies within an ordinary word.
 */
export function designationAt(
  text: UnitText,
  at: number,
  stop: number,
  breaks: (offset: number) => boolean,
): Designation | undefined {
  const hyphen = plainAt(text, stop) === 0x2d;
  const first = hyphen ? stop + 1 : stop;
  if (!isDigitUnit(plainAt(text, first))) return undefined;
  let end = first;
  while (end < first + 4 && isDigitUnit(plainAt(text, end))) end++;
  if (end === first + 4) return undefined;
  for (let letters = 0; letters < 2 && isCapital(text.charCodeAt(end)) && end < text.length; letters++) end++;
  if (isLatinOrDigit(plainAt(text, end)) || isOneOf(text, end, '.%％-') || isCounted(text, end))
    return undefined;
  const series = hyphen ? SERIES : JOINED;
  for (let start = Math.max(at, stop - LONGEST_SERIES); start < stop; start++)
    if (series.hasSlice(text, start, stop) && !breaks(start)) return { start, end };
  return undefined;
}
