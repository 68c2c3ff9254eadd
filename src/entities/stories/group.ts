import { hasHan } from '../../text/han.js';
import type { Event, EventAmount, EventType } from '../events/event.js';
import type { KeyTable } from './content-keys.js';
import type { EventPost } from './story.js';

/** One report of one post: an event of it, or the post itself where it has none. */
export interface Report {
  readonly post: EventPost;
  readonly event?: Event;
  /** Ids of its keys in the order of {@link KeyTable.sort}. */
  readonly keys: Int32Array;
  /** Length of the vector of their weights; 1 for one without keys. */
  readonly norm: number;
}

/** Length of the vector of the keys' weights. */
export function normOf({ weights }: KeyTable, keys: Int32Array): number {
  let square = 0;
  for (let at = 0; at < keys.length; at++) {
    const weight = weights[keys[at] as number] as number;
    square += weight * weight;
  }
  return Math.sqrt(square) || 1;
}

/** How long the vector of a group's mean is. */
export interface GroupLength {
  readonly square: number;
  /** The parts of it that are words of Latin letters, and names and amounts. */
  readonly latinSquare: number;
  readonly nameSquare: number;
  /** The weightiest name; -1 without one. */
  readonly focus: number;
}

/** Share by which two reports of one amount differ at most. */
const SAME = 0.02;

/** Reports that tell the same. */
export interface Group {
  readonly reports: Report[];
  readonly posts: Set<EventPost>;
  /** In how many reports a key stands. */
  readonly counts: Map<number, number>;
  readonly types: Map<EventType, number>;
  readonly actors: Map<string, number>;
  readonly objects: Map<string, number>;
  /** Objects without a name, by {@link phraseKey}. */
  readonly phrases: Set<string>;
  readonly amounts: EventAmount[];
  /** Number of reports of posts with Han characters. */
  chinese: number;
  /** Kept until a report is added. */
  length: GroupLength | undefined;
  first: number;
  last: number;
}

/** Who acts, for comparison: a product stands for its maker. */
export function actorKey(event: Event): string | undefined {
  const actor = event.actor;
  if (actor === undefined) return undefined;
  return (actor.maker ?? actor.canonical ?? actor.text).toLowerCase();
}

/** The names of the object without the actor's. */
export function objectKeys(event: Event): string[] {
  const object = event.object;
  if (object === undefined) return [];
  const actor = actorKey(event);
  return object.names.map((name) => name.toLowerCase()).filter((name) => name !== actor);
}

/** The words of an object that has no name, if they say something: 实时语音模型, new legal tools; not 新模型. */
export function phraseKey({ object }: Event): string | undefined {
  if (object === undefined || object.names.length > 0) return undefined;
  const key = object.text
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
  const enough = hasHan(key) ? key.length >= 5 : key.split(' ').length >= 3;
  return enough ? key : undefined;
}

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

export function newGroup(): Group {
  return {
    reports: [],
    posts: new Set(),
    counts: new Map(),
    types: new Map(),
    actors: new Map(),
    objects: new Map(),
    phrases: new Set(),
    amounts: [],
    chinese: 0,
    length: undefined,
    first: Infinity,
    last: -Infinity,
  };
}

function bump<K>(map: Map<K, number>, key: K): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

export function put(group: Group, report: Report): void {
  group.reports.push(report);
  group.posts.add(report.post);
  for (const key of report.keys) bump(group.counts, key);
  const { event, post } = report;
  group.length = undefined;
  if (hasHan(post.text)) group.chinese++;
  if (event !== undefined) {
    bump(group.types, event.type);
    const actor = actorKey(event);
    if (actor !== undefined) bump(group.actors, actor);
    for (const name of objectKeys(event)) bump(group.objects, name);
    const phrase = phraseKey(event);
    if (phrase !== undefined) group.phrases.add(phrase);
    for (const amount of event.amounts) {
      if (!group.amounts.some((other) => isSameAmount(amount, other))) group.amounts.push(amount);
    }
  }
  if (post.createdAt !== undefined) {
    group.first = Math.min(group.first, post.createdAt);
    group.last = Math.max(group.last, post.createdAt);
  }
}
