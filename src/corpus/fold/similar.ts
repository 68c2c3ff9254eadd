import { gramHash } from './min-hash.js';

const word = /[A-Za-z][A-Za-z0-9+#]*(?:[-.'’][A-Za-z0-9]+)*/g;
const links = /https?:\/\/[\x21-\x7e]+/g;
const hanUnit = /[\u4e00-\u9fff]/g;

/** Words that are written large or stand between Han without naming anything. */
const plainWords = new Set(
  (
    'a an and are as at be breaking but by cc check did do dm for from get good great has have he her here hi his how ' +
    'i if in is it its just let like lol me more my new news now of ok omg on or our out please pls ps read repost rt ' +
    'she so some thanks that the their there these they this thread to today tomorrow update via was we what when ' +
    'where which who why will with wow yes yesterday you your'
  ).split(' '),
);

/** English words that turn a statement round. */
const turningWords = new Set(
  (
    'not no never without nothing up down rise rises rising fall falls falling gain gains loss losses bullish bearish ' +
    'buy sell long short win wins lose loses true false fake denies denied confirms confirmed won’t can’t don’t'
  ).split(' '),
);

/** The Latin names in a text and the words that turn it round, as copies must share them. */
export interface Names {
  /** Lower case, letters and digits only, sorted, without repetition. */
  readonly names: readonly string[];
  /** The same with a space between them. */
  readonly joined: string;
  /** Sorted, with repetition. */
  readonly turning: string;
}

function bare(found: string): string {
  return found.toLowerCase().replace(/[^a-z0-9]/g, '');
}

const noNames: Names = { names: [], joined: '', turning: '' };

/**
 * In a text that is mostly Han every Latin word is a name; among English words those that are written with a
 * capital or a digit.
 */
export function readNames(text: string): Names {
  const sample = text.length > 4000 ? text.slice(0, 4000) : text;
  const found = sample.replace(links, ' ').match(word) ?? [];
  const isHan = (sample.match(hanUnit)?.length ?? 0) > found.length;
  const names = new Set<string>();
  const turning: string[] = [];
  for (const entry of found) {
    const lower = entry.toLowerCase();
    if (turningWords.has(lower) || /n['’]t$/.test(lower)) turning.push(bare(entry));
    else if (plainWords.has(lower) || lower.length < 2) continue;
    else if (isHan || /[A-Z0-9]/.test(entry)) names.add(bare(entry));
  }
  if (names.size === 0 && turning.length === 0) return noNames;
  const sorted = [...names].sort();
  return { names: sorted, joined: sorted.join(' '), turning: turning.sort().join(' ') };
}

/** Whether `units[start, end)` holds a name. */
function holds(units: Uint16Array, start: number, end: number, name: string): boolean {
  const first = name.charCodeAt(0);
  const last = end - name.length;
  for (let from = start; from <= last; from++) {
    if (units[from] !== first) continue;
    let length = 1;
    while (length < name.length && units[from + length] === name.charCodeAt(length)) length++;
    if (length === name.length) return true;
  }
  return false;
}

/** A text by its normal form; its names are read when they are asked for. */
export interface Side {
  start: number;
  end: number;
  names(): Names;
}

/** Whether each text holds the names of the other one; `GPT-5`, `GPT 5` and `gpt5` are the same name. */
function haveSameNames(units: Uint16Array, a: Side, b: Side): boolean {
  const ownA = a.names();
  const ownB = b.names();
  if (ownA.turning !== ownB.turning) return false;
  if (ownA.joined === ownB.joined) return true;
  return (
    ownA.names.every((name) => holds(units, b.start, b.end, name)) &&
    ownB.names.every((name) => holds(units, a.start, a.end, name))
  );
}

/**
 * Whether the texts are one sentence in which one Han word stands for another: `华为发布` and `小米发布`. Such
 * pairs are more often two facts than two wordings of one.
 */
function isSubstitution(units: Uint16Array, a: Side, b: Side): boolean {
  let startA = a.start;
  let startB = b.start;
  while (startA < a.end && startB < b.end && units[startA] === units[startB]) {
    startA++;
    startB++;
  }
  let endA = a.end;
  let endB = b.end;
  while (endA > startA && endB > startB && units[endA - 1] === units[endB - 1]) {
    endA--;
    endB--;
  }
  const lengthA = endA - startA;
  const lengthB = endB - startB;
  // One character for another is mostly a slip of the pen, 的 for 地.
  if (lengthA < 1 || lengthB < 1 || lengthA + lengthB < 3 || lengthA > 6 || lengthB > 6) return false;
  for (let index = startA; index < endA; index++)
    if (units[index] < 0x4e00 || units[index] > 0x9fff) return false;
  for (let index = startB; index < endB; index++)
    if (units[index] < 0x4e00 || units[index] > 0x9fff) return false;
  return true;
}

/** Compares texts again and again without making a set for each. */
export class Comparer {
  private slots = new Int32Array(1 << 12);
  /** The comparison that wrote a slot: old ones need not be cleared. */
  private stamps = new Int32Array(1 << 12);
  private stamp = 0;

  /** Jaccard similarity of the sets of n-grams of two normal forms, in [0, 1]. O(n). */
  jaccard(units: Uint16Array, a: Side, b: Side): number {
    this.reserve(a.end - a.start + b.end - b.start);
    let sizeA = 0;
    for (let index = a.start; index < a.end; index++) {
      if (this.add(gramHash(units, index, a.end), 0) === 0) sizeA++;
    }
    let sizeB = 0;
    let shared = 0;
    for (let index = b.start; index < b.end; index++) {
      const found = this.add(gramHash(units, index, b.end), 1);
      if (found === 2) continue;
      sizeB++;
      if (found === 1) shared++;
    }
    const union = sizeA + sizeB - shared;
    return union === 0 ? 1 : shared / union;
  }

  /** Whether two texts with the same numbers are copies of one. */
  areCopies(units: Uint16Array, a: Side, b: Side, threshold: number): boolean {
    const lengthA = a.end - a.start;
    const lengthB = b.end - b.start;
    // n-grams that a text does not have it cannot share; repeated ones make the bound a loose one.
    if (Math.min(lengthA, lengthB) < threshold * Math.max(lengthA, lengthB) * 0.6) return false;
    return (
      this.jaccard(units, a, b) >= threshold && !isSubstitution(units, a, b) && haveSameNames(units, a, b)
    );
  }

  private reserve(grams: number): void {
    this.stamp += 2;
    if (grams * 2 <= this.slots.length && this.stamp < 0x7ffffff0) return;
    let capacity = this.slots.length;
    while (capacity < grams * 2) capacity *= 2;
    this.slots = new Int32Array(capacity);
    this.stamps = new Int32Array(capacity);
    this.stamp = 2;
  }

  /** Adds an n-gram of side 0 or 1: 0 if it is new, 1 if the other side has it, 2 if this one had it. */
  private add(hash: number, side: 0 | 1): 0 | 1 | 2 {
    const { slots, stamps, stamp } = this;
    const mask = slots.length - 1;
    const key = hash | 0;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (stamps[slot] >= stamp) {
      if (slots[slot] === key) {
        if (stamps[slot] === stamp + side) return 2;
        stamps[slot] = stamp + side;
        return 1;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = key;
    stamps[slot] = stamp + side;
    return 0;
  }
}
