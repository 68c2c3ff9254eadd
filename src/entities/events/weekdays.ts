import type { Unit } from './unit.js';

const dayMs = 86_400_000;

/** How a deed stands in time: whether its verb says that it is done, or the clause that it is to come. */
export interface Tense {
  readonly isDone: boolean;
  readonly isPlanned: boolean;
}

/** The day that is so many days from another. */
export function shifted(day: string, by: number): string {
  return new Date(Date.parse(day) + by * dayMs).toISOString().slice(0, 10);
}

const chinese = /^(上|本|这|下)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])$/u;
const english = /^(mon|tues|wednes|thurs|fri|satur|sun)day$/u;
const order = ['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'];

/** Which week is meant by what stands before a weekday: weeks from that of the post. */
const weeks = new Map([
  ['上', -1],
  ['本', 0],
  ['这', 0],
  ['下', 1],
  ['上周', -1],
  ['本周', 0],
  ['this', 0],
  ['next', 1],
]);

/** Every Tuesday, Black Friday: no day of its own. */
const nameless = /^(?:每|每逢|逢|每个|every|each|black|cyber|super|ash|good|giving|mega|patch)$/u;

/** Days since Monday. */
function sinceMonday(day: string): number {
  return (new Date(day).getUTCDay() + 6) % 7;
}

interface Weekday {
  /** Days since Monday. */
  readonly at: number;
  /** Weeks from that of the post, if it is said. */
  readonly week: number | undefined;
  readonly isLast: boolean;
}

function readWeekday(units: readonly Unit[], at: number): Weekday | undefined {
  const { lower, entity } = units[at] as Unit;
  const before = units[at - 1]?.lower ?? '';
  if (entity !== undefined || nameless.test(before)) return undefined;
  // 本周三 is two words.
  const isSplit = /^[一二三四五六日]$/u.test(lower) && /^[上本]周$/u.test(before);
  const found = chinese.exec(isSplit ? `周${lower}` : lower);
  if (found !== null) {
    const [, week = before, name = ''] = found;
    const day = '一二三四五六日天'.indexOf(name);
    return { at: Math.min(day, 6), week: weeks.get(week), isLast: false };
  }
  const day = order.indexOf(english.exec(lower)?.[1] ?? '');
  // Sunday Times, Friday's: not when.
  if (day < 0 || /^(?:['’]s$|[a-z]+day$)/u.test(units[at + 1]?.lower ?? '')) return undefined;
  return { at: day, week: weeks.get(before), isLast: before === 'last' };
}

/** True of 周三 or Friday that say when. */
export function isWeekday(units: readonly Unit[], at: number): boolean {
  return readWeekday(units, at) !== undefined;
}

/** Days after which 周二 of what is neither said to be done nor to come may be either. */
const unsure = 4;

/** The day of 上周五, 周二 or last Friday: of the week that is said, else the nearest that is past, or to come of what is planned. */
export function dayOfWeek(
  units: readonly Unit[],
  at: number,
  postDay: string,
  { isDone, isPlanned }: Tense,
): string | undefined {
  const weekday = readWeekday(units, at);
  if (weekday === undefined) return undefined;
  const today = sinceMonday(postDay);
  if (weekday.week !== undefined) return shifted(postDay, weekday.at - today + 7 * weekday.week);
  const ago = (today - weekday.at + 7) % 7;
  if (isPlanned && !weekday.isLast) return shifted(postDay, (7 - ago) % 7);
  if (!isDone && !weekday.isLast && ago >= unsure) return undefined;
  return shifted(postDay, ago === 0 && weekday.isLast ? -7 : -ago);
}
