import { isDigitUnit, isHanUnit } from '../../text/unit-kinds.js';
import { isOneOf, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import { endsAsCompany } from './company-name.js';

/** Longest title that is one token; what is longer is a sentence. */
const LONGEST_TITLE = 8;
/** Longest name of a company in a headline of the stock exchange. */
const LONGEST_COMPANY = 6;
/**
 * End of a name that is written as one: 《仁王3》 between book-title marks, 宏华数科 before the code of its stock, 华锐精密 with which
 * a headline begins, before a colon. Reads a few units.
 *
 * @param at  where a run of Han begins.
 * @param end  where that run ends.
 * @returns `at` if there is none.
 */
export function titledEnd(text: UnitText, at: number, end: number): number {
  if (unitAt(text, at - 1) === 0x300a) {
    let stop = end;
    while (stop - at <= LONGEST_TITLE && isDigitUnit(plainAt(text, stop))) stop++;
    return unitAt(text, stop) === 0x300b && stop - at <= LONGEST_TITLE ? stop : at;
  }
  const length = end - at;
  if (length < 3 || length > LONGEST_COMPANY) return at;
  const mark = plainAt(text, end);
  if (mark === 0x28 || mark === 0xff08) return isStockCode(text, end + 1) ? end : at;
  const opens = at === 0 || isOneOf(text, at - 1, '】|丨｜');
  return opens && length > 3 && (mark === 0x3a || mark === 0xff1a) && endsAsCompany(text, at, end) ? end : at;
}

/** Whether 600868.SH, 00700.HK or SZ000001 stands there, and a bracket closes behind it. */
function isStockCode(text: UnitText, at: number): boolean {
  let digits = 0;
  let end = at;
  for (; end < at + 10; end++) {
    const unit = plainAt(text, end);
    if (isDigitUnit(unit)) digits++;
    else if (isHanUnit(unit) || unit === 0 || unit === 0x20 || unit === 0x29 || unit === 0xff09) break;
  }
  const mark = plainAt(text, end);
  return digits >= 4 && digits <= 6 && (mark === 0x29 || mark === 0xff09);
}
