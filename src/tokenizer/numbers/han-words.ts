import { lazy } from '../../base/lazy.js';
import { isHanUnit } from '../../text/unit-kinds.js';
import { type UnitText, unitAt } from '../../text/unit-text.js';
import type { BreaksWord } from '../breaks-word.js';

/** Words with what they mean, and those of Chinese by their first unit, the longest first. */
export interface HanWords<T> {
  readonly words: ReadonlyMap<string, T>;
  readonly byFirst: ReadonlyMap<number, readonly (readonly [string, T])[]>;
}

/** Characters of units as traditional texts write them. */
const traditionalOf = lazy(
  () =>
    new Map(
      [
        ...'个個万萬马馬贝貝纽紐兰蘭门門坚堅纪紀圆圓亿億参參吨噸周週块塊币幣张張户戶摄攝数數时時欧歐点點电電纳納词詞里裏钟鐘钱錢镑鎊韩韓顷頃卢盧厘釐台臺铢銖过過于於约約将將为為码碼冲衝余餘头頭内內开開'.matchAll(
          /(.)(.)/gu,
        ),
      ].map(([, simplified, traditional]) => [simplified, traditional]),
    ),
);

/** A word in traditional characters. */
export function traditional(word: string): string {
  let written = '';
  for (const character of word) written += traditionalOf().get(character) ?? character;
  return written;
}

/** Each word also in traditional characters. */
export function hanWords<T>(simplified: readonly (readonly [string, T])[]): HanWords<T> {
  const words = new Map<string, T>();
  for (const [word, value] of simplified) {
    words.set(word, value);
    words.set(traditional(word), value);
  }
  const byFirst = new Map<number, (readonly [string, T])[]>();
  for (const pair of words) {
    const first = pair[0].charCodeAt(0);
    // Latin words are read whole and looked up by that.
    if (isHanUnit(first)) byFirst.set(first, [...(byFirst.get(first) ?? []), pair]);
  }
  for (const pairs of byFirst.values()) pairs.sort((a, b) => b[0].length - a[0].length);
  return { words, byFirst };
}

/** The longest of some Chinese words at `at` that cuts no other word. */
export function hanWord<T>(
  text: UnitText,
  at: number,
  { byFirst }: HanWords<T>,
  breaks: BreaksWord,
): { readonly value: T; readonly end: number } | undefined {
  const pairs = byFirst.get(unitAt(text, at));
  if (pairs === undefined) return undefined;
  for (const [word, value] of pairs) {
    const end = at + word.length;
    if (text.startsWith(word, at) && !breaks(end)) return { value, end };
  }
  return undefined;
}
