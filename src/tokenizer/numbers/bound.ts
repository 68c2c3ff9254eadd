import { lazy } from '../../base/lazy.js';
import { isLetterUnit } from '../../text/unit-kinds.js';
import { unitsOf } from '../../text/unit-table.js';
import { plainAt, plainStartsWith, type UnitText } from '../../text/unit-text.js';
import type { Quantity } from '../token.js';

/** Words that qualify the number behind them, without being part of it. */
const boundsBefore: readonly (readonly [string, Quantity['bound']])[] = [
  ['不超过', 'under'],
  ['未超过', 'under'],
  ['不高于', 'under'],
  ['不多于', 'under'],
  ['不低于', 'over'],
  ['不少于', 'over'],
  ['超过', 'over'],
  ['超出', 'over'],
  ['高于', 'over'],
  ['多于', 'over'],
  ['至少', 'over'],
  ['突破', 'over'],
  ['不足', 'under'],
  ['不到', 'under'],
  ['低于', 'under'],
  ['少于', 'under'],
  ['至多', 'under'],
  ['大约', 'about'],
  ['接近', 'about'],
  ['将近', 'about'],
  ['大概', 'about'],
  ['约合', 'about'],
  ['约为', 'about'],
  ['约有', 'about'],
  ['no more than', 'under'],
  ['more than', 'over'],
  ['at least', 'over'],
  ['over', 'over'],
  ['no less than', 'over'],
  ['less than', 'under'],
  ['up to', 'under'],
  ['under', 'under'],
  ['nearly', 'about'],
  ['about', 'about'],
  ['almost', 'about'],
  ['around', 'about'],
  ['roughly', 'about'],
  ['>=', 'over'],
  ['<=', 'under'],
  ['>', 'over'],
  ['<', 'under'],
];

/** Those words by the unit with which they end. */
const byLast = lazy(() => {
  const words = new Map<number, (readonly [string, Quantity['bound']])[]>();
  for (const pair of boundsBefore) {
    const last = pair[0].charCodeAt(pair[0].length - 1);
    words.set(last, [...(words.get(last) ?? []), pair]);
  }
  return words;
});

/** The same units as a table. */
const boundEnds = lazy(() => unitsOf(boundsBefore.map(([word]) => word.slice(-1))));

/** 超过, nearly: how the number at a place is meant, by the word before it. */
export function boundBefore(text: UnitText, at: number): Quantity['bound'] {
  let end = at;
  if (end > 0 && plainAt(text, end - 1) === 0x20) end--;
  if (end === 0 || boundEnds()[plainAt(text, end - 1)] === 0) return undefined;
  for (const [word, bound] of byLast().get(plainAt(text, end - 1)) ?? []) {
    if (!plainStartsWith(text, end - word.length, word)) continue;
    const previous = plainAt(text, end - word.length - 1);
    // -> and => are arrows.
    const goesOn = isLetterUnit(word.charCodeAt(0))
      ? isLetterUnit(previous)
      : previous === 0x2d || previous === 0x3d;
    if (word.charCodeAt(0) < 128 && goesOn) continue;
    return bound;
  }
  return undefined;
}
