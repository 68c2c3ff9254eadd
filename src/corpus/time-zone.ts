import { Temporal } from 'temporal-polyfill';
import { checkNumber } from '../base/check.js';
import { describeValue, RedianError } from '../errors.js';

const millisecondsOfDay = 86_400_000;
const millisecondsOfHour = 3_600_000;
/** No date is farther from 1970. */
const lastInstant = 8.64e15;
/** Within the years that are written with four digits, in every zone. */
const earliest = Date.UTC(1, 0, 2);
const latest = Date.UTC(9999, 11, 30);

/** The first second of `local`, read as UTC: `2025-11-28T13:05:00`. */
function isoText(local: number): string {
  return new Date(local).toISOString().slice(0, 19);
}

/**
 * A named time zone that turns local times into instants fast: the zone is asked once a local day, and once a
 * time on the days on which its clock changes.
 */
export class TimeZone {
  /** Offset in milliseconds by local day number, for days on which it does not change. */
  private readonly offsets = new Map<number, number | undefined>();
  /** Offset in milliseconds by hour of UTC, for hours in which it does not change. */
  private readonly offsetsByHour = new Map<number, number | undefined>();

  /** @throws {RedianError} INVALID_ARGUMENT if `name` is no IANA name, such as `Asia/Shanghai`, and no offset. */
  constructor(readonly name: string) {
    try {
      Temporal.PlainDate.from('2025-01-01').toZonedDateTime(name);
    } catch (cause) {
      throw new RedianError(
        'INVALID_ARGUMENT',
        `timeZone: expected a name such as Asia/Shanghai or an offset such as +08:00, got ${describeValue(name)}`,
        { cause, details: { name: 'timeZone' } },
      );
    }
  }

  /**
   * The instant of a local time that is given as if it were UTC: `Date.UTC(2025, 10, 28, 10, 22)` for 10:22.
   * A time that a clock change skips or repeats is taken at the earlier offset, as Temporal does.
   */
  instantOf(local: number): number {
    const day = Math.floor(local / millisecondsOfDay);
    let offset = this.offsets.get(day);
    if (offset === undefined && !this.offsets.has(day)) {
      const start = day * millisecondsOfDay;
      const first = start - this.resolve(start);
      const last = start + millisecondsOfDay - this.resolve(start + millisecondsOfDay);
      offset = first === last ? first : undefined;
      if (this.offsets.size > 100_000) this.offsets.clear();
      this.offsets.set(day, offset);
    }
    return offset === undefined ? this.resolve(local) : local - offset;
  }

  /** The local day of an instant, `2025-11-28`. @throws {RedianError} INVALID_ARGUMENT for what is no instant. */
  dayOf(instant: number): string {
    const offset = this.offsetAt(instant);
    if (offset !== undefined) return isoText(instant + offset).slice(0, 10);
    return Temporal.Instant.fromEpochMilliseconds(instant)
      .toZonedDateTimeISO(this.name)
      .toPlainDate()
      .toString();
  }

  /** An instant as ISO 8601 with seconds and offset: `2025-11-28T13:05:00+08:00`. */
  isoOf(instant: number): string {
    const offset = this.offsetAt(instant);
    if (offset !== undefined) {
      const minutes = Math.abs(offset) / 60_000;
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60].map((part) =>
        String(part).padStart(2, '0'),
      );
      return `${isoText(instant + offset)}${offset < 0 ? '-' : '+'}${hours}:${rest}`;
    }
    return Temporal.Instant.fromEpochMilliseconds(instant)
      .toZonedDateTimeISO(this.name)
      .toString({ smallestUnit: 'second', timeZoneName: 'never' });
  }

  /** Milliseconds that local time is ahead at an instant; undefined in an hour of UTC in which that changes. */
  private offsetAt(instant: number): number | undefined {
    const hour = Math.floor(instant / millisecondsOfHour);
    let offset = this.offsetsByHour.get(hour);
    if (offset === undefined && !this.offsetsByHour.has(hour)) {
      checkNumber('instant', instant, { min: -lastInstant, max: lastInstant });
      const start = hour * millisecondsOfHour;
      const first = this.offsetNow(start);
      const last = this.offsetNow(Math.min(lastInstant, start + millisecondsOfHour - 1));
      // Offsets of old times with seconds, and years of more than four digits, are left to Temporal.
      const isPlain = first === last && first % 60_000 === 0 && start > earliest && start < latest;
      offset = isPlain ? first : undefined;
      if (this.offsetsByHour.size > 100_000) this.offsetsByHour.clear();
      this.offsetsByHour.set(hour, offset);
    }
    return offset;
  }

  private offsetNow(instant: number): number {
    const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(
      this.name,
    );
    return offsetNanoseconds / 1e6;
  }

  private resolve(local: number): number {
    const at = new Date(local);
    return Temporal.PlainDateTime.from({
      year: at.getUTCFullYear(),
      month: at.getUTCMonth() + 1,
      day: at.getUTCDate(),
      hour: at.getUTCHours(),
      minute: at.getUTCMinutes(),
      second: at.getUTCSeconds(),
      millisecond: at.getUTCMilliseconds(),
    }).toZonedDateTime(this.name).epochMilliseconds;
  }
}
