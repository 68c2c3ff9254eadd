import { type KeyTable, NAME, THING } from './content-keys.js';
import { type Group, newGroup, put, type Report } from './group.js';
import { MANY, OWN_NAME, tellOneThing } from './tell-one-thing.js';

/** Reports that are compared pair by pair; what so many tell holds together by itself. */
const MOST_REPORTS = 48;
/** Least reports on either side of a report that alone joins two stories. */
const LEAST_SIDE = 2;

/** Which reports tell one thing: row by row, 1 for those that agree. */
function agreements(group: Group, table: KeyTable): Uint8Array {
  const { reports } = group;
  const size = reports.length;
  const links = new Uint8Array(size * size);
  for (let i = 1; i < size; i++) {
    for (let j = 0; j < i; j++) {
      if (!tellOneThing(reports[i] as Report, reports[j] as Report, group, table)) continue;
      links[i * size + j] = 1;
      links[j * size + i] = 1;
    }
  }
  return links;
}

/** The connected parts of the members, each in the order of the reports. */
function partsOf(members: readonly number[], links: Uint8Array, size: number): number[][] {
  const left = new Set(members);
  const parts: number[][] = [];
  for (const first of members) {
    if (!left.delete(first)) continue;
    const part = [first];
    for (const one of part) {
      for (const other of left) {
        if (links[one * size + other] === 0) continue;
        left.delete(other);
        part.push(other);
      }
    }
    parts.push(part.sort((a, b) => a - b));
  }
  return parts;
}

/** The names that half of the reports hold and hardly any post outside of the group. */
function ownNames(side: readonly number[], { reports, counts }: Group, table: KeyTable): Set<number> {
  const held = new Map<number, number>();
  for (const index of side) {
    for (const key of (reports[index] as Report).keys) held.set(key, (held.get(key) ?? 0) + 1);
  }
  const names = [...held.keys()].filter(
    (key) =>
      (table.kinds[key] === THING || table.kinds[key] === NAME) &&
      (held.get(key) as number) * 2 >= side.length &&
      (counts.get(key) ?? 0) >= OWN_NAME * (table.df[key] as number),
  );
  return new Set(names);
}

/**
 * Cuts a part at a report that alone holds two stories together; it goes with the one that it agrees with more. What is about
 * one name of the group's own is one story, however it is told.
 */
function cutAtBridge(part: readonly number[], links: Uint8Array, group: Group, table: KeyTable): number[][] {
  if (part.length < MANY) return [[...part]];
  const size = group.reports.length;
  for (const bridge of part) {
    const sides = partsOf(
      part.filter((one) => one !== bridge),
      links,
      size,
    );
    const [first, ...others] = sides
      .filter((side) => side.length >= LEAST_SIDE)
      .map((side) => ownNames(side, group, table));
    if (first === undefined || others.length === 0) continue;
    if ([...first].some((name) => others.some((names) => names.has(name)))) continue;
    const linked = (side: readonly number[]): number =>
      side.filter((one) => links[bridge * size + one] === 1).length / side.length;
    const [home] = [...sides]
      .filter((side) => side.length >= LEAST_SIDE)
      .sort((a, b) => linked(b) - linked(a));
    return sides
      .map((side) => (side === home ? [...side, bridge].sort((a, b) => a - b) : side))
      .flatMap((side) => cutAtBridge(side, links, group, table));
  }
  return [[...part]];
}

/**
 * The parts of a group whose reports hold together: each tells the same as some other one of its part, not merely of
 * the same product, and no report alone joins two parts. A group in one piece is given back as it is.
 *
 * O(reports²) for groups of at most 48 reports; greater ones are not looked at.
 */
export function connectedParts(group: Group, table: KeyTable): Group[] {
  const { reports } = group;
  const size = reports.length;
  if (size < 2 || size > MOST_REPORTS) return [group];
  const links = agreements(group, table);
  const parts = partsOf(
    reports.map((_, index) => index),
    links,
    size,
  ).flatMap((part) => cutAtBridge(part, links, group, table));
  if (parts.length === 1) return [group];
  return parts.map((part) => {
    const found = newGroup();
    for (const index of part) put(found, reports[index] as Report);
    return found;
  });
}
