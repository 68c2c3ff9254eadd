import { lazy } from '../../base/lazy.js';
import { isHanUnit } from '../../text/unit-kinds.js';
import { plainAt, type UnitText } from '../../text/unit-text.js';
import type { BreaksWord } from '../breaks-word.js';

/** Words of Chinese with what they mean, and how long the longest is that begins with a unit. */
export interface HanWords<T> {
  readonly words: ReadonlyMap<string, T>;
  readonly longest: ReadonlyMap<number, number>;
}

/** Characters of units as traditional texts write them. */
const traditionalOf = lazy(
  () =>
    new Map(
      [
        ...'个個万萬马馬贝貝纽紐兰蘭门門坚堅纪紀圆圓亿億参參吨噸周週块塊币幣张張户戶摄攝数數时時欧歐点點电電纳納词詞里裏钟鐘钱錢镑鎊韩韓顷頃卢盧厘釐台臺'.matchAll(
          /(.)(.)/gu,
        ),
      ].map(([, simplified, traditional]) => [simplified, traditional]),
    ),
);

function traditional(word: string): string {
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
  const longest = new Map<number, number>();
  for (const word of words.keys()) {
    const first = word.charCodeAt(0);
    // Latin words are read whole and looked up by that.
    if (isHanUnit(first)) longest.set(first, Math.max(longest.get(first) ?? 0, word.length));
  }
  return { words, longest };
}

/** The longest of some Chinese words at `at` that cuts no other word. */
export function hanWord<T>(
  text: UnitText,
  at: number,
  { words, longest }: HanWords<T>,
  breaks: BreaksWord,
): { readonly value: T; readonly end: number } | undefined {
  const most = longest.get(plainAt(text, at));
  if (most === undefined) return undefined;
  for (let length = Math.min(most, text.length - at); length > 0; length--) {
    const value = words.get(text.slice(at, at + length));
    if (value !== undefined && !breaks(at + length)) return { value, end: at + length };
  }
  return undefined;
}
