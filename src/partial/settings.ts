import { checkNumber, type OptionNames } from '../base/check.js';
import { dayWindow, TimeZone } from '../corpus/index.js';
import { describeValue, RedianError } from '../errors.js';

/** What a partial is made for. Only partials of the same settings can be merged. */
export interface PartialSettings {
  /** First and last day, both included, `2025-11-28`; an open end takes all there is. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** IANA name or offset. Default: `Asia/Shanghai`. */
  readonly timeZone: string;
  /**
   * Posts that are kept with their text, 100 to 1,000,000. Up to so many a report is exact; of more it reads these in
   * full and counts the others. Default: 50,000.
   */
  readonly sample: number;
}

export const partialSettingNames: OptionNames<PartialSettings> = {
  from: true,
  to: true,
  timeZone: true,
  sample: true,
};

export const DEFAULT_SAMPLE = 50_000;

/** Fills in the defaults. @throws {RedianError} INVALID_ARGUMENT for a day, a zone or a number that cannot be. */
export function partialSettings(options: Partial<PartialSettings> = {}): PartialSettings {
  const { from, to, timeZone = 'Asia/Shanghai', sample = DEFAULT_SAMPLE } = options;
  checkNumber('sample', sample, { min: 100, max: 1_000_000, integer: true });
  const zone = new TimeZone(timeZone).name;
  const first = from ?? to;
  if (first !== undefined) dayWindow({ from: first, ...(to === undefined ? {} : { to }), timeZone: zone });
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    timeZone: zone,
    sample,
  };
}

/** @throws {RedianError} INVALID_DATA naming the first setting that differs. */
export function checkSameSettings(a: PartialSettings, b: PartialSettings): void {
  for (const name of ['from', 'to', 'timeZone', 'sample'] as const) {
    if (a[name] === b[name]) continue;
    throw new RedianError(
      'INVALID_DATA',
      `partials of different settings: ${name} is ${describeValue(a[name])} in one and ${describeValue(b[name])} in another`,
      { details: { name } },
    );
  }
}

/** Where the days of the settings begin and end, in milliseconds since 1970; open ends are infinite. */
export function boundsOf({ from, to, timeZone }: PartialSettings): { start: number; end: number } {
  return {
    start: from === undefined ? -Infinity : dayWindow({ from, timeZone }).start,
    end: to === undefined ? Infinity : dayWindow({ from: to, timeZone }).end,
  };
}
