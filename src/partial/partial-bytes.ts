import { packageVersion } from '../base/version.js';
import { formats, type Post, rejectReasons, type Tally } from '../corpus/index.js';
import { CountMin } from '../counting/count-min.js';
import { HyperLogLog } from '../counting/hyper-log-log.js';
import { RedianError } from '../errors.js';
import { packSections, unpackSections } from '../lexicon/container.js';
import { isCount, isInteger, isList, isOneOf, isText } from './guards.js';
import { packPost, unpackPost } from './packed-post.js';
import { Partial, QUARTER, type Side, sides } from './partial.js';
import { type PartialSettings, partialSettings } from './settings.js';
import { type DayCounts, TermCounts } from './term-counts.js';

const KIND = 'PART';
const VERSION = 1;

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

/**
 * A partial as one file with magic number, version and checksum. The same posts give the same bytes, however they were
 * divided and merged.
 *
 * @returns about 240 bytes for each post of 100 characters that is kept, 20 for each pair of day and term, and 5 to 10 MB for a sketch.
 */
export function packPartial(partial: Partial): Uint8Array {
  const parts = partial.parts();
  const head: Head = {
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
  const encoder = new TextEncoder();
  return packSections(KIND, VERSION, [
    encoder.encode(JSON.stringify(head)),
    encoder.encode(parts.posts.map(packPost).join('\n')),
    parts.authors.toBytes(),
    parts.terms.sketch?.toBytes() ?? new Uint8Array(0),
  ]);
}

/**
 * Reads what {@link packPartial} wrote.
 *
 * @param name  how messages call it.
 * @throws {RedianError} INVALID_DATA if it is damaged, cut short, of another kind or version, or holds what no partial
 *   holds.
 */
export function unpackPartial(bytes: Uint8Array, name = 'partial'): Partial {
  const [headBytes, postBytes, authors, sketch] = unpackSections(bytes, KIND, VERSION, name);
  const fail = (what: string): never => {
    throw new RedianError('INVALID_DATA', `${name}: expected a partial, but ${what}`, { details: { name } });
  };
  if (
    !(headBytes instanceof Uint8Array) ||
    !(postBytes instanceof Uint8Array) ||
    !(authors instanceof Uint8Array) ||
    !(sketch instanceof Uint8Array)
  ) {
    return fail('its sections are others');
  }
  const decoder = new TextDecoder();
  let head: Head;
  try {
    head = JSON.parse(decoder.decode(headBytes)) as Head;
  } catch {
    return fail('its head is no JSON');
  }
  if (typeof head !== 'object' || head === null) return fail('its head is no object');
  if (head.madeBy !== packageVersion) {
    return fail(`it was made by version ${String(head.madeBy).slice(0, 20)} and this is ${packageVersion}`);
  }
  const days = readDays(head.days) ?? fail('its counts of terms are none');
  const tally = readTally(head.tally) ?? fail('its tally is none');
  const { range } = head;
  if (
    !isList(head.files, isText) ||
    !isList(head.outside, (pair) => isList(pair, isText) && pair.length === 2 && isOneOf(sides, pair[1])) ||
    !isList(head.volume, (pair) => isList(pair, isInteger) && pair.length === 2) ||
    !head.volume.every(([start, posts]) => start % QUARTER === 0 && posts > 0) ||
    !(range === null || (isList(range, isInteger) && range.length === 2 && range[0] <= range[1])) ||
    typeof head.isSampleWhole !== 'boolean' ||
    typeof head.isOutsideWhole !== 'boolean' ||
    !isCount(head.promotional) ||
    !sides.every((side) => isCount(head.sides?.[side]))
  ) {
    return fail('its counts are none');
  }
  let settings: PartialSettings;
  let posts: Post[];
  let terms: TermCounts;
  let voices: HyperLogLog;
  try {
    settings = partialSettings(head.settings);
    const lines = postBytes.length === 0 ? [] : decoder.decode(postBytes).split('\n');
    posts = lines.map(unpackPost);
    terms = TermCounts.of(days, sketch.length === 0 ? undefined : CountMin.from(sketch));
    voices = HyperLogLog.from(authors);
  } catch (cause) {
    return fail(cause instanceof Error ? cause.message : String(cause));
  }
  if (!head.isSampleWhole && posts.length < settings.sample) return fail('posts of its sample are missing');
  return Partial.of({
    settings,
    tally,
    files: head.files,
    posts,
    isSampleWhole: head.isSampleWhole,
    outside: head.outside,
    isOutsideWhole: head.isOutsideWhole,
    sides: { before: head.sides.before, after: head.sides.after, undated: head.sides.undated },
    volume: head.volume,
    range: range === null ? undefined : { first: range[0], last: range[1] },
    promotional: head.promotional,
    authors: voices,
    terms,
  });
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

/** A partial as one line of text, for engines that hand lines from step to step: base64. */
export function partialToLine(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x6000) {
    binary += btoa(String.fromCharCode(...bytes.subarray(at, at + 0x6000)));
  }
  return binary;
}
