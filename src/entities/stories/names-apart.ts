import { hasHan } from '../../text/han.js';
import type { Entity } from '../entity.js';

/** What two of one kind are told apart by their names. */
const kinds = new Map<Entity['category'], 'thing' | 'person'>([
  ['company', 'thing'],
  ['organization', 'thing'],
  ['model', 'thing'],
  ['product', 'thing'],
  ['hardware', 'thing'],
  ['dataset', 'thing'],
  ['benchmark', 'thing'],
  ['name', 'thing'],
  ['person', 'person'],
]);

/** Whether it can be told from others by its name. */
export function isTellable({ category }: Entity): boolean {
  return kinds.has(category);
}

const makers = new Set<Entity['category']>(['company', 'organization']);

/**
 * Whether it names a person or one thing that is made. A common noun of the dictionary (data center) has no maker, and what is
 * quoted in Chinese need not be a name.
 */
export function isMade({ category, canonical, term }: Entity): boolean {
  if (kinds.get(category) !== 'thing' || makers.has(category)) return category === 'person';
  return (
    /\d/.test(canonical) ||
    term?.maker !== undefined ||
    (category === 'name' && !hasHan(canonical) && /\p{Lu}/u.test(canonical))
  );
}

/** Names of one kind that the dictionary has, or that are written in one script, can be told apart. */
export function areComparable(one: Entity, other: Entity): boolean {
  const kind = kinds.get(one.category);
  if (kind === undefined || kind !== kinds.get(other.category)) return false;
  return (one.known && other.known) || hasHan(one.canonical) === hasHan(other.canonical);
}

/** Whether one of two makes the other, or one makes both. */
export function areOfOneMaker(one: Entity, other: Entity): boolean {
  return (one.term?.maker ?? one.canonical) === (other.term?.maker ?? other.canonical);
}

/** What is put behind the name of a thing and makes no other thing of it. */
const neutral = new Set(
  'preview beta alpha exp experimental official api app model instruct chat base latest moe'.split(' '),
);
/** So many parameters are told of a model or not: INTELLECT-3 and INTELLECT-3 106B are one, 8B and 72B two. */
const SIZE = /^a?\d+(?:\.\d+)?[bm]$/;

/**
 * Whether one name may stand for what the other does: it is a part of it (Opus 5 and Claude Opus 5) but not the one of which the other
 * is a variant (GPT-6 and GPT-6 Pro), or one is misspelt.
 */
export function areAkin(a: string, b: string): boolean {
  if (a === b) return true;
  const left = partsOf(a);
  const right = partsOf(b);
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  if (isVariantOf(long, short)) return false;
  if (short.every((part) => long.includes(part)) || long.join('').includes(short.join(''))) return true;
  return isMisspelt(a.toLowerCase(), b.toLowerCase());
}

/** Whether one goes on behind a number or a letter of the other: GPT-6 Pro, Snapdragon 8s Gen 6, but not Codex CLI. */
function isVariantOf(long: readonly string[], short: readonly string[]): boolean {
  let matched = 0;
  let isNumbered = false;
  let goesOn = false;
  for (const part of long) {
    if (part === short[matched]) {
      matched++;
      isNumbered ||= part.length === 1 || /^\d/.test(part);
    } else goesOn ||= isNumbered && !neutral.has(part) && !SIZE.test(part);
  }
  return matched === short.length && goesOn;
}

/** GPT-6 Pro is gpt, 6 and pro; Qwen4-8B is qwen, 4 and 8b. */
function partsOf(name: string): string[] {
  const lower = name.toLowerCase();
  return (
    lower.match(
      /\p{Script=Han}+|a?\d+(?:\.\d+)?[bm](?!\p{L})|\p{Script=Latin}+|\d+(?:\.\d+)*|\p{L}+|\+/gu,
    ) ?? [lower]
  );
}

/** Characters that two spellings of a name have in common at least, and of the longest name in Han: 国乒男队 is not 国乒女队. */
const LEAST_SPELT = 2;
const LONGEST_HAN = 3;

/** Whether two names differ in one character, or in the order of two letters. */
function isMisspelt(a: string, b: string): boolean {
  const isHan = hasHan(a);
  if (/\d/.test(a + b) || (isHan && a.length > LONGEST_HAN)) return false;
  const least = Math.min(a.length, b.length);
  let head = 0;
  while (head < least && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < least - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  if (!isHan && head + tail < LEAST_SPELT) return false;
  const one = a.slice(head, a.length - tail);
  const other = b.slice(head, b.length - tail);
  return Math.max(one.length, other.length) === 1 || (one.length === 2 && one === `${other[1]}${other[0]}`);
}
