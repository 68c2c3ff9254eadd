/**
 * Spacing between Han and Latin: 中文排版里汉字与西文、数字之间留一个空格.
 */

import { isHanUnit } from '../../text/unit-kinds.js';

function isWestern(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0xc0 && code <= 0x24f)
  );
}

/** Signs that belong to the Latin word or number before them: 30% 的, C++ 的. */
function closesWestern(code: number): boolean {
  return code === 0x25 || code === 0x2b || code === 0xb0;
}

/** Signs that belong to the Latin word or number behind them: 跌 $5, 关注 #AI, 用户 @name. */
function opensWestern(code: number): boolean {
  return code === 0x24 || code === 0x20ac || code === 0xa3 || code === 0x23 || code === 0x40;
}

/** Puts one space between Han and Latin letters or digits where there is none; changes nothing else. O(n). */
export function spaceHanAndLatin(text: string): string {
  let spaced = '';
  let from = 0;
  for (let i = 1; i < text.length; i++) {
    const before = text.charCodeAt(i - 1);
    const after = text.charCodeAt(i);
    const leaves = isHanUnit(before) && (isWestern(after) || opensWestern(after));
    const enters = isHanUnit(after) && (isWestern(before) || closesWestern(before));
    if (leaves || enters) {
      spaced += `${text.slice(from, i)} `;
      from = i;
    }
  }
  return from === 0 ? text : spaced + text.slice(from);
}

const inner = new Map([
  ['“', '‘'],
  ['”', '’'],
]);

/** Words of a post as they stand between “ and ”: spaced, and with single marks for quotations within. O(n). */
export function quotedWords(text: string): string {
  return spaceHanAndLatin(text).replace(/[“”]/g, (mark) => inner.get(mark) ?? mark);
}
