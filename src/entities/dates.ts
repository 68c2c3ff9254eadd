import type { Clause } from './clauses.js';

const dayMs = 86_400_000;
/** Posts are of Chinese readers: 今日 is the day in Beijing. */
const beijingMs = 8 * 3_600_000;

const days = new Map([
  ['今日', 0],
  ['今天', 0],
  ['今晚', 0],
  ['今早', 0],
  ['today', 0],
  ['昨日', -1],
  ['昨天', -1],
  ['昨晚', -1],
  ['yesterday', -1],
  ['明日', 1],
  ['明天', 1],
  ['tomorrow', 1],
]);

function dayOf(time: number): string {
  return new Date(time + beijingMs).toISOString().slice(0, 10);
}

/**
 * The date that a clause gives, as ISO 8601 as far as it is known. Without the time of the post a date
 * without a year stays without one.
 */
export function dateOf(clause: Clause, postTime: number | undefined): string | undefined {
  const time =
    postTime !== undefined && Number.isFinite(postTime) && Math.abs(postTime) < 8e15 ? postTime : undefined;
  for (const unit of clause.units) {
    const quantity = unit.entity?.quantity;
    if (quantity?.type === 'date' && quantity.date !== undefined) {
      if (quantity.date.startsWith('--') && time !== undefined) {
        return `${dayOf(time).slice(0, 4)}-${quantity.date.slice(2)}`;
      }
      return quantity.date;
    }
    const shift = days.get(unit.lower);
    if (shift !== undefined && time !== undefined) return dayOf(time + shift * dayMs);
  }
  return undefined;
}
