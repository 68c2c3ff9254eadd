import { isDigitUnit, isLatinOrDigit } from '../../text/unit-kinds.js';
import { isOneOf, plainAt, type UnitText } from '../../text/unit-text.js';

/**
 * End of the year that says which of its kind an event is: CES 2026, CVPR2025, AAAI-26, NeurIPS'25, WWDC26; `end` if none follows.
 * CES 2026年 is held in a year, and has it not in its name.
 */
export function editionEnd(text: UnitText, end: number): number {
  const mark = plainAt(text, end);
  const start = isDigitUnit(mark) ? end : end + 1;
  if (start > end && !isOneOf(text, end, " -'’‘")) return end;
  let stop = start;
  while (stop - start < 5 && isDigitUnit(plainAt(text, stop))) stop++;
  const digits = stop - start;
  if (digits !== 4 && (digits !== 2 || mark === 0x20)) return end;
  const decade = plainAt(text, stop - 2);
  if (digits === 4 && (plainAt(text, start) !== 0x32 || plainAt(text, start + 1) !== 0x30)) return end;
  if (decade < 0x31 || decade > 0x34) return end;
  const next = plainAt(text, stop);
  const decimal = (next === 0x2e || next === 0x2d || next === 0x2f) && isDigitUnit(plainAt(text, stop + 1));
  const dated = start > end && isOneOf(text, stop, '年月');
  return isLatinOrDigit(next) || next === 0x25 || decimal || dated ? end : stop;
}
