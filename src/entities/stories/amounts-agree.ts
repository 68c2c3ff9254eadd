import type { EventAmount } from '../events/event.js';

/** Share by which two reports of one amount differ at most. */
const SAME = 0.02;

/** True if two values differ by at most this share of the greater one. */
export function isClose(a: number, b: number, share: number): boolean {
  return Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b));
}

/** Money and a bare number of its size, or two amounts of one type: only these can agree or differ. */
export function isOfOneKind(a: EventAmount, b: EventAmount): boolean {
  const bare = a.type === 'count' || b.type === 'count';
  const money = a.type === 'money' || b.type === 'money';
  return a.type === b.type || (bare && money);
}

/** True of two amounts in one role, of which reports round one. */
export function isSameAmount(a: EventAmount, b: EventAmount): boolean {
  if (a.role !== b.role || !isClose(a.value, b.value, SAME)) return false;
  return a.currency === undefined || b.currency === undefined || a.currency === b.currency;
}
