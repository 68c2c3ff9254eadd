import { Temporal } from 'temporal-polyfill';
import { checkArray, checkOptions, type OptionNames } from '../base/check.js';
import { describeValue, RedianError } from '../errors.js';
import type { Post } from './post.js';
import { TimeZone } from './time-zone.js';

/** Whole days in a named time zone, the first and the last one included. */
export interface Window {
  /** First day, `2025-11-28`. */
  readonly from: string;
  /** Last day. */
  readonly to: string;
  /** IANA name or offset, such as `Asia/Shanghai`. */
  readonly timeZone: string;
  /** First instant, milliseconds since 1970. */
  readonly start: number;
  /** First instant after the last day. */
  readonly end: number;
  /** Each day with its first instant, in order. */
  readonly days: readonly { readonly day: string; readonly start: number }[];
}

/** Options of {@link dayWindow}. */
export interface WindowOptions {
  /** `2025-11-28`. */
  readonly from: string;
  /** Default: `from`. */
  readonly to?: string | undefined;
  /** Default `Asia/Shanghai`. */
  readonly timeZone?: string | undefined;
}

const windowOptions: OptionNames<WindowOptions> = { from: true, to: true, timeZone: true };

/** Ten years: a longer window is a slip of the keyboard. */
const mostDays = 3660;

function readDay(name: string, value: unknown): Temporal.PlainDate {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    try {
      return Temporal.PlainDate.from(value, { overflow: 'reject' });
    } catch {
      // Said below, in the same words as for another shape.
    }
  }
  throw new RedianError(
    'INVALID_ARGUMENT',
    `${name}: expected a day such as 2025-11-28, got ${describeValue(value)}`,
    { details: { name } },
  );
}

/**
 * The window from the first moment of one day to the last moment of another, as clocks in the zone show them:
 * days on which the clock changes have 23 or 25 hours.
 *
 * @throws {RedianError} INVALID_ARGUMENT if a day does not exist, `to` comes before `from`, the zone is unknown, or
 * the window is longer than ten years.
 */
export function dayWindow(options: WindowOptions): Window {
  checkOptions(options, windowOptions);
  const timeZone = new TimeZone(options.timeZone ?? 'Asia/Shanghai').name;
  const from = readDay('from', options.from);
  const to = options.to === undefined ? from : readDay('to', options.to);
  if (Temporal.PlainDate.compare(from, to) > 0) {
    throw new RedianError('INVALID_ARGUMENT', `to: expected a day not before ${from}, got ${to}`, {
      details: { name: 'to' },
    });
  }
  const length = from.until(to).days + 1;
  if (length > mostDays) {
    throw new RedianError('INVALID_ARGUMENT', `to: expected at most ${mostDays} days, got ${length}`, {
      details: { name: 'to' },
    });
  }
  const startOf = (day: Temporal.PlainDate): number => day.toZonedDateTime(timeZone).epochMilliseconds;
  const days = Array.from({ length }, (_, index) => {
    const day = from.add({ days: index });
    return { day: day.toString(), start: startOf(day) };
  });
  return {
    from: from.toString(),
    to: to.toString(),
    timeZone,
    start: days[0].start,
    end: startOf(to.add({ days: 1 })),
    days,
  };
}

/** The days of the first and the last post with a date; undefined if none has one. O(n). */
export function daysOfPosts(
  posts: readonly Post[],
  timeZone: string,
): { readonly from: string; readonly to: string } | undefined {
  let first = Infinity;
  let last = -Infinity;
  for (const { createdAt } of posts) {
    if (createdAt === undefined) continue;
    if (createdAt < first) first = createdAt;
    if (createdAt > last) last = createdAt;
  }
  if (first > last) return undefined;
  const zone = new TimeZone(timeZone);
  return { from: zone.dayOf(first), to: zone.dayOf(last) };
}

/**
 * The window that just holds all posts with a date; undefined if none has one.
 *
 * @throws {RedianError} INVALID_ARGUMENT if they span more than ten years, or the zone is unknown.
 */
export function windowOfPosts(posts: readonly Post[], timeZone = 'Asia/Shanghai'): Window | undefined {
  const days = daysOfPosts(posts, timeZone);
  return days && dayWindow({ ...days, timeZone });
}

/** Posts of a window and where the others lie. */
export interface Windowed {
  readonly posts: Post[];
  /** Number of posts by day, days without posts included. */
  readonly days: readonly { readonly day: string; readonly posts: number }[];
  readonly emptyDays: readonly string[];
  readonly before: number;
  readonly after: number;
  /** Posts without a date lie in no window. */
  readonly undated: number;
}

/** Takes the posts of a window, in their order. O(n · log days). */
export function selectWindow(posts: Iterable<Post>, window: Window): Windowed {
  checkArray('window.days', window?.days, 'days, as dayWindow gives them');
  const starts = window.days.map((entry) => entry.start);
  const counts = new Array<number>(starts.length).fill(0);
  const selected: Post[] = [];
  let before = 0;
  let after = 0;
  let undated = 0;
  for (const post of posts) {
    const { createdAt } = post;
    if (createdAt === undefined) undated++;
    else if (createdAt < window.start) before++;
    else if (createdAt >= window.end) after++;
    else {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle] <= createdAt) low = middle;
        else high = middle - 1;
      }
      counts[low]++;
      selected.push(post);
    }
  }
  const days = window.days.map(({ day }, index) => ({ day, posts: counts[index] }));
  return {
    posts: selected,
    days,
    emptyDays: days.filter((entry) => entry.posts === 0).map((entry) => entry.day),
    before,
    after,
    undated,
  };
}
