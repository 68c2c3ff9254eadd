import { refuse as refuseArgument } from '../base/check.js';
import type { TimeZone } from './time-zone.js';

/** How dates that do not say it themselves are to be read. */
export interface DateOptions {
  /** The zone of times that name none. */
  readonly timeZone: TimeZone;
  /** What `01/02/2025` means; undefined: it is refused as ambiguous. */
  readonly dateOrder?: 'dmy' | 'mdy' | undefined;
}

/** An instant in milliseconds since 1970 UTC, or why there is none. */
export type ParsedDate =
  | { readonly ok: true; readonly time: number }
  | { readonly ok: false; readonly reason: string };

const months = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map(
    (name, index) => [name, index + 1] as const,
  ),
);

/** Hours from UTC of the zone names of RFC 2822, CST left out: in China it is another zone than in Chicago. */
const zoneHours = new Map([
  ['z', 0],
  ['ut', 0],
  ['utc', 0],
  ['gmt', 0],
  ['est', -5],
  ['edt', -4],
  ['cdt', -5],
  ['mst', -7],
  ['mdt', -6],
  ['pst', -8],
  ['pdt', -7],
  ['jst', 9],
]);

const clock = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?`;
const meridiem = String.raw`(?: ?([AaPp])\.?[Mm]\.?)?`;
const zone = String.raw`(?: ?([Zz]|[A-Za-z]{2,4}|(?:UTC|GMT)?[+\-−]\d{1,2}(?::?\d{2})?))?`;
const monthName = String.raw`([A-Za-z]{3})[a-z]{0,6}\.?`;

const numeric = new RegExp(
  String.raw`^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?:(?:[Tt ]|, ) ?${clock}${meridiem}${zone}(?: ?\([^)]{0,40}\))?)?$`,
);
const chinese =
  /^(\d{2}|\d{4})[年\-/.](\d{1,2})[月\-/.](\d{1,2})[日号]?(?: ?(?:星期|周)[一二三四五六日天])? ?(上午|凌晨|早上|中午|下午|晚上)?(?: ?(\d{1,2})(?:[:时点] ?(\d{1,2})(?:(?::|分 ?)(\d{1,2})秒?)?分?|[时点]))?$/;
const compact = /^(\d{4})(\d{2})(\d{2})(?:[Tt]?(\d{2})(\d{2})(\d{2})?([Zz]|[+-]\d{4})?)?$/;
const xFormat = new RegExp(String.raw`^[A-Z][a-z]{2} ${monthName} (\d{1,2}) ${clock} ([+-]\d{4}) (\d{4})$`);
const dayFirst = new RegExp(
  String.raw`^(?:[A-Za-z]{3,9},? )?(\d{1,2})[ -]${monthName},?[ -](\d{4})(?:,? (?:at )?${clock}${meridiem}${zone}(?: ?\([^)]{0,40}\))?)?$`,
);
const monthFirst = new RegExp(
  String.raw`^(?:[A-Za-z]{3,9},? )?${monthName} (\d{1,2}),? (\d{4})(?:(?:,| ·)? (?:at )?${clock}${meridiem}${zone})?$`,
);
const epoch = /^-?\d{9,19}(?:\.\d+)?$/;
/** Days since the end of 1899, as spreadsheets keep dates. */
const serial = /^\d{5}(?:\.\d{1,15})?$/;
const withoutYear =
  /^(?:\d{1,2}[-/月.]\d{1,2}日?(?: ?\d{1,2}:\d{2}(?::\d{2})?)?|\d{1,2}:\d{2}(?::\d{2})?|(?:今天|昨天|前天|刚刚|just now|today|yesterday).{0,12}|.{0,10}(?:前|ago))$/i;

const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2100, 0, 1);

function refuse(reason: string): ParsedDate {
  return { ok: false, reason };
}

/** Seconds, milli-, micro- or nanoseconds since 1970, told apart by their size. */
function fromEpoch(value: number): ParsedDate {
  for (const unit of [1000, 1, 1e-3, 1e-6]) {
    const time = value * unit;
    if (time >= earliest && time < latest) return { ok: true, time: Math.floor(time) };
  }
  return refuse('a number that is no time between 1990 and 2100');
}

/** A date as spreadsheets keep it: days since the end of 1899, the time of day behind the point. */
function fromSheet(days: number, options: DateOptions): ParsedDate | undefined {
  const time = Date.UTC(1899, 11, 30) + Math.round(days * 86_400) * 1000;
  if (!(days < 100_000 && time >= earliest && time < latest)) return undefined;
  return { ok: true, time: options.timeZone.instantOf(time) };
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly fraction?: string | undefined;
  readonly meridiem?: string | undefined;
  readonly zone?: string | undefined;
}

function fromParts(parts: Parts, options: DateOptions): ParsedDate {
  const { year, month, day, minute = 0, second = 0 } = parts;
  let hour = parts.hour ?? 0;
  if (year < 1970 || year > 2099) return refuse(`the year ${year}`);
  const afternoon = parts.meridiem?.toLowerCase();
  if (afternoon !== undefined) {
    if (hour < 1 || hour > 12) return refuse(`hour ${hour} with AM or PM`);
    hour = (hour % 12) + (afternoon === 'p' ? 12 : 0);
  }
  // A leap second is the last second of its minute.
  if (hour > 23 || minute > 59 || second > 60) return refuse('a time of day that does not exist');
  const midnight = Date.UTC(year, month - 1, day);
  if (month < 1 || month > 12 || day < 1 || new Date(midnight).getUTCDate() !== day) {
    return refuse('a day that does not exist');
  }
  const milliseconds = parts.fraction ? Number(parts.fraction.slice(0, 3).padEnd(3, '0')) : 0;
  const local = midnight + ((hour * 60 + minute) * 60 + Math.min(second, 59)) * 1000 + milliseconds;
  if (!parts.zone) return { ok: true, time: options.timeZone.instantOf(local) };
  const minutes = zoneMinutes(parts.zone);
  if (minutes === undefined) return refuse(`the time zone ${JSON.stringify(parts.zone)}`);
  return { ok: true, time: local - minutes * 60_000 };
}

function zoneMinutes(name: string): number | undefined {
  const hours = zoneHours.get(name.toLowerCase());
  if (hours !== undefined) return hours * 60;
  const offset = /^(?:UTC|GMT)?([+\-−])(\d{1,2}):?(\d{2})?$/.exec(name);
  if (!offset) return undefined;
  const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
  if (minutes > 14 * 60) return undefined;
  return offset[1] === '+' ? minutes : -minutes;
}

/** The time of day from the groups of {@link clock}, {@link meridiem} and {@link zone}: midnight where there are none. */
function timeOfDay([hour, minute, second, fraction, letter, zoneName]: readonly (string | undefined)[]): Omit<
  Parts,
  'year' | 'month' | 'day'
> {
  return {
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    fraction,
    meridiem: letter,
    zone: zoneName,
  };
}

function fromNumeric(match: RegExpExecArray, options: DateOptions): ParsedDate {
  const [, a, , b, c] = match;
  const time = timeOfDay(match.slice(5));
  if (a.length === 4 && c.length <= 2) {
    return fromParts({ year: Number(a), month: Number(b), day: Number(c), ...time }, options);
  }
  if (a.length > 2 || c.length !== 4) return refuse('a year of two digits');
  const first = Number(a);
  const middle = Number(b);
  const year = Number(c);
  const order = first > 12 ? 'dmy' : middle > 12 ? 'mdy' : first === middle ? 'dmy' : options.dateOrder;
  if (order === undefined) return refuse('day and month cannot be told apart');
  return order === 'dmy'
    ? fromParts({ year, month: middle, day: first, ...time }, options)
    : fromParts({ year, month: first, day: middle, ...time }, options);
}

function fromChinese(match: RegExpExecArray, options: DateOptions): ParsedDate {
  const [, year, month, day, period, hour, minute, second] = match;
  if (year.length === 2) return refuse('a year of two digits');
  let hours = Number(hour ?? 0);
  if ((period === '下午' || period === '晚上') && hours > 0 && hours < 12) hours += 12;
  if (period === '中午' && hours > 0 && hours < 3) hours += 12;
  if ((period === '上午' || period === '凌晨') && hours === 12) hours = 0;
  return fromParts(
    {
      year: Number(year),
      month: Number(month),
      day: Number(day),
      hour: hours,
      minute: Number(minute ?? 0),
      second: Number(second ?? 0),
    },
    options,
  );
}

function fromNamedMonth(
  name: string,
  day: string,
  year: string,
  rest: readonly (string | undefined)[],
  options: DateOptions,
): ParsedDate {
  const month = months.get(name.toLowerCase());
  if (month === undefined) return refuse(`the month ${JSON.stringify(name)}`);
  return fromParts({ year: Number(year), month, day: Number(day), ...timeOfDay(rest) }, options);
}

/**
 * Reads a time of publication as people and exports write it: ISO 8601 with or without zone, `2025/11/28 10:22`,
 * `2025年11月28日 10:22`, X (`Fri Nov 28 10:22:33 +0000 2025`), RFC 2822, `Nov 28, 2025 · 10:22 AM UTC`,
 * `2025/11/28 下午3:05`, `20251128`, the days of spreadsheets (45989.5), seconds to nanoseconds since 1970. A day alone is its first moment in the zone.
 *
 * What could mean two days is refused with the reason, unless `dateOrder` settles it: `01/02/2025`, years of two
 * digits, times without a year, relative times.
 *
 * @throws {RedianError} INVALID_ARGUMENT if `value` is neither text nor a number.
 */
export function parseDate(value: string | number, options: DateOptions): ParsedDate {
  if (typeof value === 'number') return fromSheet(value, options) ?? fromEpoch(value);
  if (typeof value !== 'string') refuseArgument('value', 'a string or a number', value);
  const short = value.length > 80 ? value.slice(0, 80) : value;
  const text = short
    .replace(/[\uff0d-\uff1a]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .trim()
    .replace(/[\s\u3000]+/g, ' ');
  let match = numeric.exec(text);
  if (match) return fromNumeric(match, options);
  match = compact.exec(text);
  if (match) {
    const [, year, month, day, hour, minute, second, zoneName] = match;
    const time = timeOfDay([hour, minute, second, undefined, undefined, zoneName]);
    return fromParts({ year: Number(year), month: Number(month), day: Number(day), ...time }, options);
  }
  if (epoch.test(text)) return fromEpoch(Number(text));
  const sheet = serial.test(text) ? fromSheet(Number(text), options) : undefined;
  if (sheet !== undefined) return sheet;
  match = xFormat.exec(text);
  if (match) {
    const [, month, day, hour, minute, second, fraction, zoneName, year] = match;
    return fromNamedMonth(month, day, year, [hour, minute, second, fraction, undefined, zoneName], options);
  }
  match = chinese.exec(text);
  if (match) return fromChinese(match, options);
  match = dayFirst.exec(text);
  if (match) return fromNamedMonth(match[2], match[1], match[3], match.slice(4), options);
  match = monthFirst.exec(text);
  if (match) return fromNamedMonth(match[1], match[2], match[3], match.slice(4), options);
  if (withoutYear.test(text)) return refuse('a time without its year');
  return refuse('not a date that is known');
}
