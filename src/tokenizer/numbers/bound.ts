import { lazy } from '../../base/lazy.js';
import { isLetterUnit } from '../../text/unit-kinds.js';
import { unitsOf } from '../../text/unit-table.js';
import { plainAt } from '../../text/units.js';
import type { Quantity } from '../token.js';

/** Words that qualify the number behind them, without being part of it. */
const boundsBefore: readonly (readonly [string, Quantity['bound']])[] = [
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
  ['more than', 'over'],
  ['at least', 'over'],
  ['over', 'over'],
  ['less than', 'under'],
  ['up to', 'under'],
  ['under', 'under'],
  ['nearly', 'about'],
  ['about', 'about'],
  ['almost', 'about'],
  ['around', 'about'],
  ['roughly', 'about'],
];

/** Units with which a word of {@link boundsBefore} ends. */
const boundEnds = lazy(() => unitsOf(boundsBefore.map(([word]) => word.slice(-1))));

/** 超过, nearly: how the number at a place is meant, by the word before it. */
export function boundBefore(text: string, at: number): Quantity['bound'] {
  let end = at;
  if (end > 0 && plainAt(text, end - 1) === 0x20) end--;
  if (end === 0 || boundEnds()[plainAt(text, end - 1)] === 0) return undefined;
  const before = text.slice(Math.max(0, end - 10), end).toLowerCase();
  if (before === '') return undefined;
  for (const [word, bound] of boundsBefore) {
    if (!before.endsWith(word)) continue;
    const letter = plainAt(text, end - word.length - 1);
    if (word.charCodeAt(0) < 128 && end > word.length && isLetterUnit(letter)) continue;
    return bound;
  }
  return undefined;
}
