import type { Span } from './dates.js';
import { isNamed, type Unit } from './unit.js';

const opens: ReadonlySet<string> = new Set(['在', '当', '继', '自']);
const closes: ReadonlySet<string> = new Set([
  '后',
  '之后',
  '以后',
  '前',
  '之前',
  '以前',
  '前夕',
  '时',
  '之时',
  '之际',
  '期间',
  '同时',
  '当天',
  '当日',
  '同日',
  '同一天',
  '次日',
  '翌日',
  '第二天',
  '隔天',
]);
const longest = 14;

function isTold({ triggers }: Unit): boolean {
  return triggers.length > 0;
}

/** True of a word that closes a phrase of time: 后, 之际, 当天. */
export function closesTime(unit: Unit | undefined): boolean {
  return unit !== undefined && closes.has(unit.text);
}

/** Where a phrase of time opens that holds a deed of another and is closed at `end`: 在 in 在 OpenAI 发布 GPT-6 后; -1 if none does. */
export function openingOfTime(units: readonly Unit[], end: number): number {
  if (!closesTime(units[end])) return -1;
  for (let at = end - 3; at >= 0 && end - at <= longest; at--) {
    if (!opens.has(units[at]?.text ?? '')) continue;
    return isNamed(units[at + 1]) && units.slice(at + 2, end).some(isTold) ? at : -1;
  }
  return -1;
}

/** The stretch that holds what belongs to the deed of the trigger at unit `at`: such a phrase for its own, what is behind it for another. */
export function stretchOf(units: readonly Unit[], at: number): Span {
  let from = 0;
  for (const [end, unit] of units.entries()) {
    const opening = openingOfTime(units, end);
    if (opening < 0) continue;
    if (end < at) from = unit.end;
    else if (opening < at) return { from: units[opening]?.start ?? 0, to: unit.start };
  }
  return { from, to: Infinity };
}

/** True if the trigger at unit `at` is the deed of such a phrase that opens at `opening`. */
export function isWithinTime(units: readonly Unit[], opening: number, at: number): boolean {
  if (!opens.has(units[opening]?.text ?? '') || !isNamed(units[opening + 1])) return false;
  for (let end = at + 1; end < units.length && end - opening <= longest; end++) {
    if (isTold(units[end] as Unit)) return false;
    if (closesTime(units[end])) return true;
  }
  return false;
}
