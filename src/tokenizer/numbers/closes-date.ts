import { isDigitUnit } from '../../text/unit-kinds.js';
import { isAt, isOneOf, plainAt, type UnitText } from '../../text/unit-text.js';

/** Before one space, if there is one. */
function beforeSpace(text: UnitText, at: number): number {
  return plainAt(text, at) === 0x20 ? at - 1 : at;
}

/** Whether what stands there is a word by itself behind a date, though jieba has words of 日 and it: 10月24日前, 2月25日电. */
export function isDateline(text: UnitText, at: number): boolean {
  return isOneOf(text, at, '前电電讯訊');
}

/** Whether the 日 at `at` closes a date that names its month, and so begins no word: 2月25日本田, 12月21日本土. */
export function closesDate(text: UnitText, at: number): boolean {
  if (isDateline(text, at + 1)) return false;
  const last = beforeSpace(text, at - 1);
  let first = last;
  while (last - first < 2 && isDigitUnit(plainAt(text, first))) first--;
  if (first === last) return false;
  const month = beforeSpace(text, first);
  return isAt(text, month, '月') && isDigitUnit(plainAt(text, beforeSpace(text, month - 1)));
}
