import type { TimeZone, Window } from '../../corpus/index.js';
import type { Figures } from '../report.js';

/** Days of a window that is cut finer than by days. */
const MOST_DAYS = 10;

/** Posts by hour for one day, by six hours for up to ten, by day beyond and where all that is known of the times is the day. */
export function volumeOf(
  times: Iterable<readonly [time: number | undefined, posts: number]>,
  window: Window,
  zone: TimeZone,
): Figures['volume'] {
  const known: (readonly [local: string, posts: number])[] = [];
  for (const [time, posts] of times) if (time !== undefined) known.push([zone.isoOf(time), posts]);
  const byDay = known.every(([local]) => local.slice(11, 16) === '00:00') || window.days.length > MOST_DAYS;
  const hours = byDay ? 24 : window.days.length === 1 ? 1 : 6;
  const counts = new Map<string, number>();
  for (const { day } of window.days) {
    for (let hour = 0; hour < 24; hour += hours) counts.set(`${day}T${String(hour).padStart(2, '0')}:00`, 0);
  }
  for (const [local, posts] of known) {
    const hour = Math.floor(Number(local.slice(11, 13)) / hours) * hours;
    const start = `${local.slice(0, 10)}T${String(hour).padStart(2, '0')}:00`;
    const count = counts.get(start);
    if (count !== undefined) counts.set(start, count + posts);
  }
  return { hours, rows: [...counts].map(([start, count]) => ({ start, posts: count })) };
}
