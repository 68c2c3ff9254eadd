import { spaceHanAndLatin } from './spacing.js';

/** Names in a row, as Chinese joins them: A、B 和 C. */
export function enumerate(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? '';
  return `${names.slice(0, -1).join('、')}和${names[names.length - 1]}`;
}

/** The day of an ISO date as a Chinese reader says it: 11月28日. */
export function formatDay(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}

/** A range of days: 11月28日, 11月28日至30日, 11月28日至12月2日, 2025年12月30日至2026年1月2日. */
export function formatDays(from: string, to: string): string {
  const year = `${from.slice(0, 4)}年`;
  if (from === to) return year + formatDay(from);
  if (from.slice(0, 4) !== to.slice(0, 4))
    return `${year}${formatDay(from)}至${to.slice(0, 4)}年${formatDay(to)}`;
  if (from.slice(5, 7) === to.slice(5, 7)) return `${year}${formatDay(from)}至${Number(to.slice(8, 10))}日`;
  return `${year}${formatDay(from)}至${formatDay(to)}`;
}

/** The space between two words where both are Latin: Cerebras IPO. */
export function gap(before: string, after: string): string {
  return /[\x21-\x7e]$/.test(before) && /^[\x21-\x7e]/.test(after) ? ' ' : '';
}

/** Words in a row as one writes them: Latin ones stand apart, from each other and from Han. Empty ones are left out. */
export function joinWords(...words: readonly string[]): string {
  let joined = '';
  for (const word of words) {
    joined += gap(joined, word) + word;
  }
  return spaceHanAndLatin(joined);
}
