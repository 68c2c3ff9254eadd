import { isOneOf, type UnitText } from '../../text/unit-text.js';
import { WordSet } from '../../text/word-set.js';

/** Behind the number of a device it is an amount. */
const COUNTED = '年月日号亿億万萬千百倍点时元块%％个名款家岁周';
/** Sales of a week and users of a day, of which a number counts none: SU7周销量. */
const PERIODS = new WordSet('周销 周交 周活 周均 周榜 周产 周增 周冠 周订 周激 日活 日销 週銷 週交');

/** Whether something of a number is counted behind it. */
export function isCounted(text: UnitText, at: number): boolean {
  return at < text.length && isOneOf(text, at, COUNTED) && !isPeriodic(text, at);
}

/** Whether 周销, 日活 or the like stands there, which has no number. */
export function isPeriodic(text: UnitText, at: number): boolean {
  return PERIODS.hasSlice(text, at, at + 2);
}
