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
  /** Sorted, with repetition. */
  readonly turning: string;
}

function bare(found: string): string {
  return found.toLowerCase().replace(/[^a-z0-9]/g, '');
}

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
  return { names: [...names].sort(), turning: turning.sort().join(' ') };
}

function textOf(units: Uint16Array, start: number, end: number): string {
  let text = '';
  for (let index = start; index < end; index += 4096) {
    text += String.fromCharCode(...units.subarray(index, Math.min(end, index + 4096)));
  }
  return text;
}

/** A text by its normal form and its names. */
export interface Side {
  readonly start: number;
  readonly end: number;
  readonly names: Names;
}

/** Whether each text holds the names of the other one; `GPT-5`, `GPT 5` and `gpt5` are the same name. */
function haveSameNames(units: Uint16Array, a: Side, b: Side): boolean {
  if (a.names.turning !== b.names.turning) return false;
  if (a.names.names.length === 0 && b.names.names.length === 0) return true;
  if (a.names.names.join(' ') === b.names.names.join(' ')) return true;
  const textA = textOf(units, a.start, a.end);
  const textB = textOf(units, b.start, b.end);
  return (
    a.names.names.every((name) => textB.includes(name)) && b.names.names.every((name) => textA.includes(name))
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

/** Jaccard similarity of the sets of n-grams of two normal forms, in [0, 1]. O(n). */
export function jaccard(units: Uint16Array, a: Side, b: Side): number {
  const grams = new Set<number>();
  for (let index = a.start; index < a.end; index++) grams.add(gramHash(units, index, a.end));
  const sizeA = grams.size;
  const seen = new Set<number>();
  let shared = 0;
  for (let index = b.start; index < b.end; index++) {
    const hash = gramHash(units, index, b.end);
    if (seen.has(hash)) continue;
    seen.add(hash);
    if (grams.has(hash)) shared++;
  }
  const union = sizeA + seen.size - shared;
  return union === 0 ? 1 : shared / union;
}

/** Whether two texts with the same numbers are copies of one. */
export function areCopies(units: Uint16Array, a: Side, b: Side, threshold: number): boolean {
  const lengthA = a.end - a.start;
  const lengthB = b.end - b.start;
  // n-grams a text does not have it cannot share.
  if (Math.min(lengthA, lengthB) < threshold * Math.max(lengthA, lengthB) * 0.6) return false;
  return jaccard(units, a, b) >= threshold && !isSubstitution(units, a, b) && haveSameNames(units, a, b);
}
