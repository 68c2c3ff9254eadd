import { ln } from '../../base/math.js';
import { Contradictions } from './contradiction.js';
import { type Group, groupOf } from './group.js';
import type { Likeness } from './likeness.js';
import { priorOf } from './prior.js';
import type { Report } from './report.js';
import type { ReportIndex } from './report-index.js';

/** Odds of two reports that nothing speaks for or that cannot be one, and of two that all speaks for; as logarithms. */
const LEAST = -6;
const MOST = 6;
/** Pairs below this no prior makes likely. */
const HOPELESS = -3;
/** Least mean likeness of two groups that become one. */
const MEAN = -1;
/** Of greater stories so many reports each, evenly chosen, are compared. */
const COMPARED = 16;

/** Two groups that were not united are compared again when they have grown by such a part. */
const GROWN = 8;

/** Two reports that may tell the same, by their numbers. */
interface Pair {
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
}

/**
 * Groups reports by average linkage: the likeliest pair first, two groups become one where a pair of theirs is likelier the
 * same than `threshold`, all their pairs are on average (UPGMA), and none contradicts another.
 *
 * @param reports  by time.
 * @param threshold  probability.
 * @returns groups in an order that the reports decide, each in the order of the reports. O(reports) with bounded candidates.
 */
export function joinReports(
  reports: readonly Report[],
  index: ReportIndex,
  likeness: Likeness,
  windowMs: number,
  threshold: number,
): Group[] {
  const compare = (a: number, b: number): number => {
    const one = reports[a] as Report;
    const other = reports[b] as Report;
    return one.post === other.post && one.event?.type !== other.event?.type
      ? -Infinity
      : likeness.of(one, other);
  };
  const contradictions = new Contradictions(reports);
  const values: number[] = [];
  const found: Pair[] = [];
  for (const [b, report] of reports.entries()) {
    index.open(report);
    const count = index.find();
    for (let at = 0; at < count; at++) {
      const a = index.found[at] as number;
      const value = compare(a, b);
      values.push(value);
      if (value > HOPELESS && !contradictions.between(a, b)) found.push({ a, b, likeness: value });
    }
    index.remember(b);
  }
  const prior = priorOf(values);
  const least = ln(threshold / (1 - threshold)) - prior;
  const pairs = found.filter((pair) => pair.likeness >= least);
  pairs.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b);
  const home = reports.map((_, report) => report);
  const members = reports.map((_, report) => [report]);
  // When the first and the last of a group were posted; infinite where no time is known.
  const first = Float64Array.from(reports, ({ post }) => post.createdAt ?? Infinity);
  const last = Float64Array.from(reports, ({ post }) => post.createdAt ?? -Infinity);
  // By two groups, how many members they had when they were not united.
  const refused = new Map<number, number>();
  for (const { a, b } of pairs) {
    const [one, other] = larger(members, home[a] as number, home[b] as number);
    if (one === other) continue;
    const from = Math.min(first[one] as number, first[other] as number);
    const to = Math.max(last[one] as number, last[other] as number);
    if (to - from > windowMs) continue;
    const left = members[one] as number[];
    const right = members[other] as number[];
    const key = Math.min(one, other) * reports.length + Math.max(one, other);
    const size = left.length + right.length;
    if (size * GROWN < (refused.get(key) ?? 0) * (GROWN + 1)) continue;
    if (contradictions.betweenAny(some(left), some(right))) {
      refused.set(key, Infinity);
      continue;
    }
    if (meanOf(left, right, (one, other) => bounded(compare(one, other) + prior)) < MEAN) {
      refused.set(key, size);
      continue;
    }
    for (const report of right) {
      home[report] = one;
      left.push(report);
    }
    right.length = 0;
    first[one] = from;
    last[one] = to;
  }
  return members
    .filter((group) => group.length > 0)
    .map((group) => group.sort((x, y) => x - y).map((report) => reports[report] as Report))
    .map(groupOf);
}

/** Two groups, the one with more members first. */
function larger(members: readonly number[][], a: number, b: number): [number, number] {
  const [left, right] = [members[a] as number[], members[b] as number[]];
  return left.length > right.length || (left.length === right.length && a < b) ? [a, b] : [b, a];
}

function bounded(likeness: number): number {
  return Math.max(LEAST, Math.min(MOST, likeness));
}

/** Mean likeness of the pairs of two groups. */
function meanOf(
  left: readonly number[],
  right: readonly number[],
  compare: (a: number, b: number) => number,
): number {
  let sum = 0;
  let count = 0;
  for (const a of some(left)) {
    for (const b of some(right)) {
      sum += compare(a, b);
      count++;
    }
  }
  return sum / count;
}

function some(members: readonly number[]): readonly number[] {
  if (members.length <= COMPARED) return members;
  return Array.from(
    { length: COMPARED },
    (_, at) => members[Math.floor((at * members.length) / COMPARED)] as number,
  );
}
