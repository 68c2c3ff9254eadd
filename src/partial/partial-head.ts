import { packageVersion } from '../base/version.js';
import { formats, rejectReasons, type Tally } from '../corpus/index.js';
import { isCount, isInteger, isList, isOneOf, isText } from './guards.js';
import { type PartialParts, QUARTER, type Side, sides } from './partial.js';
import type { PartialSettings } from './settings.js';
import type { DayCounts } from './term-counts.js';

/** What a file says of a partial in JSON: all but its posts, its authors and its sketch. */
interface Head {
  /** Version of the package: terms counted by other dictionaries are other terms. */
  readonly madeBy: string;
  readonly settings: PartialSettings;
  readonly tally: Tally;
  readonly files: readonly string[];
  readonly isSampleWhole: boolean;
  readonly outside: readonly (readonly [string, Side])[];
  readonly isOutsideWhole: boolean;
  readonly sides: Readonly<Record<Side, number>>;
  readonly volume: readonly (readonly [number, number])[];
  readonly range: readonly [number, number] | null;
  readonly promotional: number;
  /** Day, documents, terms, counts. */
  readonly days: readonly (readonly [string, number, readonly string[], readonly number[]])[];
}

/** The head of a partial's file. */
export function headOf(parts: PartialParts): Head {
  return {
    madeBy: packageVersion,
    settings: parts.settings,
    tally: parts.tally,
    files: parts.files,
    isSampleWhole: parts.isSampleWhole,
    outside: parts.outside,
    isOutsideWhole: parts.isOutsideWhole,
    sides: parts.sides,
    volume: parts.volume,
    range: parts.range === undefined ? null : [parts.range.first, parts.range.last],
    promotional: parts.promotional,
    days: parts.terms.days().map(({ day, documents, terms, counts }) => [day, documents, terms, counts]),
  };
}

/** A head that was read: parts of a partial, with settings that are still to be checked. */
type ReadHead = Omit<PartialParts, 'posts' | 'authors' | 'terms'> & { readonly days: readonly DayCounts[] };

/** Checks the head of a file. @param fail  is called with what is wrong with it. */
export function readHead(text: string, fail: (what: string) => never): ReadHead {
  let head: Head;
  try {
    head = JSON.parse(text) as Head;
  } catch {
    return fail('its head is no JSON');
  }
  if (typeof head !== 'object' || head === null) return fail('its head is no object');
  if (head.madeBy !== packageVersion) {
    return fail(`it was made by version ${String(head.madeBy).slice(0, 20)} and this is ${packageVersion}`);
  }
  const days = readDays(head.days) ?? fail('its counts of terms are none');
  const tally = readTally(head.tally) ?? fail('its tally is none');
  const { settings, files, isSampleWhole, outside, isOutsideWhole, volume, range, promotional } = head;
  if (
    !isList(files, isText) ||
    !isList(outside, (pair) => isList(pair, isText) && pair.length === 2 && isOneOf(sides, pair[1])) ||
    !isList(volume, (pair) => isList(pair, isInteger) && pair.length === 2) ||
    !volume.every(([start, posts]) => start % QUARTER === 0 && posts > 0) ||
    !(range === null || (isList(range, isInteger) && range.length === 2 && range[0] <= range[1])) ||
    typeof isSampleWhole !== 'boolean' ||
    typeof isOutsideWhole !== 'boolean' ||
    !isCount(promotional) ||
    !sides.every((side) => isCount(head.sides?.[side]))
  ) {
    return fail('its counts are none');
  }
  const { before, after, undated } = head.sides;
  return {
    settings,
    tally,
    files,
    isSampleWhole,
    outside,
    isOutsideWhole,
    sides: { before, after, undated },
    volume,
    range: range === null ? undefined : { first: range[0], last: range[1] },
    promotional,
    days,
  };
}

function readDays(value: unknown): DayCounts[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const days: DayCounts[] = [];
  for (const entry of value as unknown[]) {
    if (!Array.isArray(entry) || entry.length !== 4) return undefined;
    const [day, documents, terms, counts] = entry as unknown[];
    if (!isText(day) || !/^(?:\d{4}-\d\d-\d\d)?$/.test(day) || !isCount(documents)) return undefined;
    if (!isList(terms, isText) || !isList(counts, isCount) || terms.length !== counts.length)
      return undefined;
    if (counts.some((count) => count === 0 || count > documents)) return undefined;
    days.push({ day, documents, terms, counts });
  }
  return days;
}

function readTally(value: unknown): Tally | undefined {
  const tally = value as Tally | null | undefined;
  if (tally === null || tally === undefined) return undefined;
  const { rows, posts, rejected, futureDates, undated, byReason, platforms } = tally;
  const counts = [rows, posts, rejected, futureDates, undated, platforms?.x, platforms?.weibo];
  if (!counts.every(isCount) || !rejectReasons.every((reason) => isCount(byReason?.[reason])))
    return undefined;
  if (!isList(tally.formats, (format) => isOneOf(formats, format))) return undefined;
  return tally;
}
