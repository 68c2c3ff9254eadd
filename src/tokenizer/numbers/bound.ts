import { lazy } from '../../base/lazy.js';
import { isHanUnit, isLetterUnit } from '../../text/unit-kinds.js';
import { unitsOf } from '../../text/unit-table.js';
import { isOneOf, plainAt, plainStartsWith, type UnitText } from '../../text/unit-text.js';
import type { Quantity } from '../token.js';
import { traditional } from './han-words.js';

/** Words that qualify the number behind them, without being part of it. */
const written: readonly (readonly [string, Quantity['bound']])[] = [
  ['不超过', 'under'],
  ['未超过', 'under'],
  ['不高于', 'under'],
  ['不多于', 'under'],
  ['不低于', 'over'],
  ['不少于', 'over'],
  ['不大于', 'under'],
  ['不小于', 'over'],
  ['超过', 'over'],
  ['超出', 'over'],
  ['高于', 'over'],
  ['多于', 'over'],
  ['大于', 'over'],
  ['小于', 'under'],
  ['至少', 'over'],
  ['最少', 'over'],
  ['起码', 'over'],
  ['不止', 'over'],
  ['突破', 'over'],
  ['冲破', 'over'],
  ['不足', 'under'],
  ['不到', 'under'],
  ['低于', 'under'],
  ['少于', 'under'],
  ['至多', 'under'],
  ['最多', 'under'],
  ['大约', 'about'],
  ['接近', 'about'],
  ['将近', 'about'],
  ['大概', 'about'],
  ['大致', 'about'],
  ['差不多', 'about'],
  ['约合', 'about'],
  ['约为', 'about'],
  ['约有', 'about'],
  ['破', 'over'],
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

/** Those words, also in traditional characters. */
const boundsBefore = lazy(() => [
  ...new Map(written.flatMap(([word, bound]) => [word, traditional(word)].map((form) => [form, bound]))),
]);

/** Ends of what rises beyond an amount before 破: 票房破10亿, 股价破100元, 将破万亿. */
const ATTAINED = '房价数量额值量收粉丝絲户戶载載放播赞评注售销人率点已将要未首先再又也都已超';

/** Those words by the unit with which they end. */
const byLast = lazy(() => {
  const words = new Map<number, (readonly [string, Quantity['bound']])[]>();
  for (const pair of boundsBefore()) {
    const last = pair[0].charCodeAt(pair[0].length - 1);
    words.set(last, [...(words.get(last) ?? []), pair]);
  }
  return words;
});

/** The same units as a table. */
const boundEnds = lazy(() => unitsOf(boundsBefore().map(([word]) => word.slice(-1))));

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
    // 打破3项纪录
    if (word === '破' && isHanUnit(previous) && !isOneOf(text, end - 2, ATTAINED)) continue;
    return bound;
  }
  return undefined;
}
