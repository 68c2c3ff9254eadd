import { isBasicHan } from '../../text/unit-kinds.js';
import { writeUnits } from '../../text/units.js';
import { GRAM, gramHash, type Signatures } from './min-hash.js';
import { kindOfWord, PLAIN, TURNING } from './name-words.js';
import { hasLinkAt } from './normal-form.js';
import type { Room } from './room.js';

/** What is read of a text. */
const SAMPLE = 4000;

/**
 * The Latin names in texts, as copies must share them, and the words that turn a text round. Texts are read once each, and
 * what they hold lies in one list of units: a text has few names, and millions of texts have few strings to spare.
 */
export class NameLists {
  /** Of each text, where its list starts: how many names, then each as its length and its units. 0: not read yet. */
  private readonly starts: Int32Array;
  private units = new Uint16Array(1 << 16);
  private used = 1;
  /** Of the few texts that have any: turning words in order, with repetition. */
  private readonly turning = new Map<number, string>();
  /** Where the words of a text start and end, one pair behind the other. */
  private readonly words = new Int32Array(SAMPLE + 2);
  /** The text that is read. */
  private readonly sample = new Uint16Array(SAMPLE + 1);

  /** @param signatures  those of the same texts; @param textOf  the text of a number. */
  constructor(
    private readonly room: Room,
    private readonly signatures: Signatures,
    private readonly textOf: (index: number) => string,
  ) {
    this.starts = room.int32(signatures.count);
  }

  /**
   * Whether two texts hold each other's names and have the same turning words; `GPT-5`, `GPT 5` and `gpt5` are the same name.
   *
   * @param units  normal forms, of the first text in [startA, endA), of the second in [startB, endB).
   */
  areSame(
    a: number,
    b: number,
    units: Uint16Array,
    startA: number,
    endA: number,
    startB: number,
    endB: number,
  ): boolean {
    const listA = this.listOf(a);
    const listB = this.listOf(b);
    if (this.turning.size > 0 && this.turning.get(a) !== this.turning.get(b)) return false;
    if (this.units[listA] === this.units[listB] && this.areIn(listA, listB)) return true;
    return this.areHeld(listA, b, units, startB, endB) && this.areHeld(listB, a, units, startA, endA);
  }

  private listOf(index: number): number {
    if (this.starts[index] === 0) this.read(index, this.textOf(index));
    return this.starts[index];
  }

  /** Whether all names of a list stand in another one. */
  private areIn(list: number, other: number): boolean {
    const { units } = this;
    for (let left = units[list], name = list + 1; left > 0; left--, name += units[name] + 1) {
      if (!this.isIn(name, other)) return false;
    }
    return true;
  }

  /** Whether a text, whose normal form is `text[start, end)`, holds all names of a list. */
  private areHeld(list: number, index: number, text: Uint16Array, start: number, end: number): boolean {
    const { units, signatures } = this;
    for (let left = units[list], name = list + 1; left > 0; left--, name += units[name] + 1) {
      // Most names that a text has not are missed by their first n-gram.
      if (units[name] >= GRAM && !signatures.mayHave(index, gramHash(units, name + 1, name + 1 + GRAM)))
        return false;
      if (!this.isHeld(name, text, start, end)) return false;
    }
    return true;
  }

  /** Whether a name, given by where its length stands, is in a list. */
  private isIn(name: number, list: number): boolean {
    const { units } = this;
    const length = units[name];
    for (let left = units[list], other = list + 1; left > 0; left--, other += units[other] + 1) {
      if (units[other] !== length) continue;
      let same = 1;
      while (same <= length && units[name + same] === units[other + same]) same++;
      if (same > length) return true;
    }
    return false;
  }

  /** Whether `text[start, end)` holds a name. */
  private isHeld(name: number, text: Uint16Array, start: number, end: number): boolean {
    const { units } = this;
    const length = units[name];
    const first = units[name + 1];
    const second = length > 1 ? units[name + 2] : -1;
    const last = end - length;
    for (let from = start; ; from++) {
      from = this.indexOfPair(text, from, last, first, second);
      if (from > last) return false;
      let same = 2;
      while (same < length && text[from + same] === units[name + 1 + same]) same++;
      if (same >= length) return true;
    }
  }

  /** The first place from `from` to `last` where two units stand, the second one any if it is negative; `last + 1` if there is none. */
  private indexOfPair(text: Uint16Array, from: number, last: number, first: number, second: number): number {
    const { kernel } = this.room;
    if (kernel !== undefined) {
      const start = text.byteOffset;
      return (kernel.indexOfPair(start + 2 * from, start + 2 * last, first, second) - start) / 2;
    }
    for (let at = from; at <= last; at++) {
      if (text[at] === first && (second < 0 || text[at + 1] === second)) return at;
    }
    return last + 1;
  }

  /**
   * In a text that is mostly Han every Latin word is a name; among English words those that are written with a
   * capital or a digit.
   */
  private read(index: number, text: string): void {
    const end = Math.min(SAMPLE, text.length);
    const { words, sample } = this;
    writeUnits(text, 0, end, sample, 0);
    let han = 0;
    let count = 0;
    for (let at = 0; at < end; ) {
      const unit = sample[at];
      if (!isLetter(unit)) {
        if (isBasicHan(unit)) han++;
        at++;
        continue;
      }
      const behind = linkEnd(sample, at, end);
      if (behind > at) at = behind;
      else {
        words[2 * count] = at;
        at = wordEnd(sample, at, end);
        words[2 * count++ + 1] = at;
      }
    }
    const isHan = han > count;
    // A name is at most as long as its word; the lengths and the count come with it.
    this.reserve(end + count + 1);
    const list = this.used++;
    this.starts[index] = list;
    this.units[list] = 0;
    let turning: string[] | undefined;
    for (let word = 0; word < count; word++) {
      const from = words[2 * word];
      const to = words[2 * word + 1];
      const kind = kindOfWord(sample, from, to);
      if (kind === TURNING || isNegated(sample, from, to)) {
        turning ??= [];
        turning.push(bare(text.slice(from, to)));
      } else if (to - from >= 2 && kind !== PLAIN) {
        if (isHan || hasCapitalOrDigit(sample, from, to)) this.add(list, from, to);
      }
    }
    if (turning) this.turning.set(index, turning.sort().join(' '));
  }

  /** Adds a name to the last list, in lower case, letters and digits only, if it is not there. */
  private add(list: number, from: number, to: number): void {
    const { units, sample } = this;
    const name = this.used;
    let end = name + 1;
    for (let at = from; at < to; at++) {
      const unit = sample[at];
      if (isLetter(unit)) units[end++] = unit | 0x20;
      else if (isDigit(unit)) units[end++] = unit;
    }
    units[name] = end - name - 1;
    if (this.isIn(name, list)) return;
    units[list]++;
    this.used = end;
  }

  private reserve(more: number): void {
    if (this.used + more <= this.units.length) return;
    const larger = new Uint16Array(Math.max(this.used + more, this.units.length * 2));
    larger.set(this.units);
    this.units = larger;
  }
}

function isLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Where the link ends that starts here, of visible ASCII characters; `at` if there is none. */
function linkEnd(units: Uint16Array, at: number, end: number): number {
  if (units[at] !== 0x68 || !hasLinkAt(units, at)) return at;
  const first = units[at + 4] === 0x73 ? at + 8 : at + 7;
  let last = first;
  while (last < end && units[last] > 0x20 && units[last] < 0x7f) last++;
  return last > first ? last : at;
}

/** Where a word ends that starts with a letter: `C++`, `GPT-5.1`, `OpenAI's`; a link ends it. */
function wordEnd(units: Uint16Array, start: number, end: number): number {
  let at = start + 1;
  for (; at < end; at++) {
    const unit = units[at];
    if (!isLetter(unit) && !isDigit(unit) && unit !== 0x2b && unit !== 0x23) break;
    if (linkEnd(units, at, end) > at) return at;
  }
  while (at + 1 < end) {
    const joint = units[at];
    if (joint !== 0x2d && joint !== 0x2e && joint !== 0x27 && joint !== 0x2019) break;
    let next = at + 1;
    while (
      next < end &&
      (isLetter(units[next]) || isDigit(units[next])) &&
      linkEnd(units, next, end) === next
    )
      next++;
    if (next === at + 1) break;
    at = next;
  }
  return at;
}

/** Whether a word is written `…n't`. */
function isNegated(units: Uint16Array, from: number, to: number): boolean {
  if (to - from < 3 || (units[to - 1] | 0x20) !== 0x74) return false;
  const apostrophe = units[to - 2];
  return (apostrophe === 0x27 || apostrophe === 0x2019) && (units[to - 3] | 0x20) === 0x6e;
}

function hasCapitalOrDigit(units: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = units[at];
    if (isDigit(unit) || (unit >= 0x41 && unit <= 0x5a)) return true;
  }
  return false;
}

function bare(found: string): string {
  return found.toLowerCase().replace(/[^a-z0-9]/g, '');
}
