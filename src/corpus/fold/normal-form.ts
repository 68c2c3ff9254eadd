import { mix32 } from '../../base/hash.js';
import type { Room } from './room.js';
import { isDigit, isSpace, signsName, signsNumber } from './signs.js';
import {
  digit,
  dropped,
  flagDressed,
  flagNumber,
  flagSign,
  flags,
  flagTurning,
  han,
  kindMask,
  latin,
  loadUnitTables,
} from './unit-tables.js';
import { UnitsWriter } from './units-writer.js';

/** Emoji that turn a statement round: thumbs up and down, charts rising and falling. */
const turningEmoji = new Set([0x1f44d, 0x1f44e, 0x1f4c8, 0x1f4c9]);

/** What {@link Normalizer.normalize} says about the text that it has written. */
interface NormalForm {
  /** Units written from the given offset on. */
  length: number;
  /** Hash of the numbers and turning words, the same in any order. */
  guard: number;
  low: number;
  high: number;
  /** Whether it has units that may be read otherwise than they are written, such as combining marks. */
  isDressed: boolean;
}

const at = 0x40;
const wideAt = 0xff20;
const tag = 0x23;

/** Whether a unit within a number parts its thousands: 1,000; that of full width does in figures of full width. */
function isComma(unit: number, next: number): boolean {
  return (unit === 0x2c && isDigit(next)) || (unit === 0xff0c && next >= 0xff10 && isDigit(next));
}

/** Whether a number goes on behind a space: 3310 亿, 5 %. */
function goesOnInNumber(unit: number, entry: number): boolean {
  return entry === (han | flagNumber) || unit === 0x25 || unit === 0xff05;
}

/** Whether a link starts here: `http://` or `https://`. Behind the units stands a zero. */
export function hasLinkAt(units: Uint16Array, index: number): boolean {
  // h, t, t, p
  if (units[index] !== 0x68 || units[index + 1] !== 0x74 || units[index + 2] !== 0x74) return false;
  if (units[index + 3] !== 0x70) return false;
  const behind = index + (units[index + 4] === 0x73 ? 5 : 4);
  return units[behind] === 0x3a && units[behind + 1] === 0x2f && units[behind + 2] === 0x2f;
}

/** Whether a link ends before a unit: white space, or a character that no link holds unescaped. */
export function endsLink(unit: number): boolean {
  return unit <= 0x20 || unit >= 0x2e80 || unit === 0x2026;
}

function linkEnd(units: Uint16Array, start: number, end: number): number {
  let last = start;
  while (last < end && !endsLink(units[last])) last++;
  return last;
}

/** Where a mention ends that starts at `start`: Latin handles at the first other character, Han ones at a space. */
function mentionEnd(units: Uint16Array, start: number, end: number, kinds: Uint8Array): number {
  const longest = Math.min(end, start + 40);
  const isLatin = units[start + 1] < 0x80;
  let last = start + 1;
  for (; last < longest; last++) {
    const unit = units[last];
    const kind = kinds[unit] & kindMask;
    if (unit === 0x5f || unit === 0x2d) continue;
    if (kind === dropped || (isLatin && unit >= 0x80)) break;
  }
  return last;
}

/**
 * Writes texts without what copies differ in: links, mentions at either end, case, width, white space,
 * punctuation and emoji. Numbers keep their point, sign, per cent sign and currency: 1.5 % is not 15. Traditional characters
 * count as simplified ones.
 */
export class Normalizer {
  /** All normal forms, one behind the other. */
  readonly units: Uint16Array;
  private readonly kinds: Uint8Array;
  private readonly folded: Uint16Array;
  private readonly form: NormalForm = { length: 0, guard: 0, low: 0, high: 0, isDressed: false };
  private readonly writer: UnitsWriter;
  /** For the kernel: its tables, and what it says about a text. */
  private readonly tables: Uint16Array | undefined;
  private readonly told: Uint32Array;

  /** @param units  those of all texts together. */
  constructor(
    private readonly room: Room,
    units: number,
  ) {
    this.units = room.uint16(units + 1);
    const { kinds, folded } = loadUnitTables();
    this.kinds = kinds;
    this.folded = folded;
    this.told = room.uint32(4);
    this.writer = new UnitsWriter(this.units);
    if (room.kernel === undefined) return;
    this.tables = room.uint16(kinds.length / 2 + folded.length);
    this.tables.set(new Uint16Array(kinds.buffer));
    this.tables.set(folded, kinds.length / 2);
  }

  /**
   * Writes the normal form of `text` at `offset`, over a copy of the text: nothing gets longer. The result is reused by the next
   * call. O(n).
   */
  normalize(text: string, offset: number): Readonly<NormalForm> {
    const { form, told, units, tables } = this;
    this.writer.write(text, offset);
    const { kernel } = this.room;
    if (kernel === undefined || tables === undefined) return this.normalizeCopy(offset, offset + text.length);
    const start = units.byteOffset + 2 * offset;
    form.length = kernel.normalize(start, text.length, tables.byteOffset, told.byteOffset);
    form.guard = told[0] | 0;
    form.low = told[1];
    form.high = told[2];
    form.isDressed = told[3] !== 0;
    return form;
  }

  private normalizeCopy(offset: number, end: number): Readonly<NormalForm> {
    const { kinds, folded, form, units } = this;
    const start = skipMentions(units, offset, end, kinds);
    let written = offset;
    /** Where the text ends but for the mentions behind it. */
    let beforeMentions = -1;
    let guard = 0;
    let run = 0;
    let runLength = 0;
    let previous = dropped;
    let isInTag = false;
    let seen = 0;
    for (let index = start; index < end; ) {
      let unit = units[index];
      let entry = kinds[unit];
      if ((entry & flags) === 0 && (runLength === 0 || entry !== dropped)) {
        if (unit === 0x68 && previous !== latin && hasLinkAt(units, index)) {
          index = linkEnd(units, index, end);
          previous = dropped;
          continue;
        }
        if (runLength > 0) {
          // 一 alone is mostly no number.
          if (runLength > 1 || units[written - 1] !== 0x4e00) guard = (guard + mix32(run)) | 0;
          run = 0;
          runLength = 0;
        }
        const before = written;
        // Most of a text is these. What is dropped is written too and written over: a branch would be guessed wrong at each word.
        do {
          units[written] = folded[unit];
          written += entry === dropped ? 0 : 1;
          previous = entry;
          if (++index === end) break;
          unit = units[index];
          entry = kinds[unit];
        } while ((entry & flags) === 0 && (unit !== 0x68 || previous === latin));
        if (written > before) beforeMentions = -1;
        continue;
      }
      index++;
      seen |= entry;
      if ((entry & kindMask) === dropped) {
        const next = units[index];
        const code = folded[unit];
        if (previous === digit) {
          if (code === 0x2e && isDigit(next)) {
            units[written++] = code;
            run = Math.imul(run, 31) + code;
            continue;
          }
          if (isComma(unit, next) || (isSpace(unit) && goesOnInNumber(next, kinds[next]))) continue;
          if (code === 0x25) {
            units[written++] = code;
            run = Math.imul(run, 31) + code;
          }
        }
        const mayBeSign = (entry & flagSign) !== 0;
        if (mayBeSign && !isInTag && signsName(units, kinds, index - 1, code, previous, offset, written)) {
          // `previous` stays: C++ has two.
          if (runLength > 0) run = Math.imul(run, 31) + code;
          else guard = (guard + mix32(Math.imul(units[written - 1], 31) + code)) | 0;
          units[written++] = code;
          continue;
        }
        if (runLength > 0) {
          guard = (guard + mix32(run)) | 0;
          run = 0;
          runLength = 0;
        }
        if (mayBeSign && signsNumber(units, kinds, folded, index - 1, code, previous, offset, written)) {
          units[written++] = code;
          run = code;
        }
        if (code === tag) isInTag = !isInTag;
        if (unit === at || unit === wideAt) {
          const last = mentionEnd(units, index - 1, end, kinds);
          if (last > index && beforeMentions < 0) beforeMentions = written;
          // A mention inside of a sentence is a word of it: written, and taken back if nothing follows.
          for (; index < last; index++) {
            const part = units[index];
            if ((kinds[part] & kindMask) !== dropped) units[written++] = folded[part];
          }
        } else if (unit >= 0xd800 && unit <= 0xdbff) {
          const low = units[index];
          if (low >= 0xdc00 && low <= 0xdfff) {
            const point = 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff);
            if (turningEmoji.has(point)) guard = (guard + mix32(point)) | 0;
            else if (point >= 0x20000 && point < 0x32000) {
              // Rare Han: both halves make the character.
              units[written++] = unit;
              units[written++] = low;
              beforeMentions = -1;
            }
            index++;
          }
        }
        previous = dropped;
        continue;
      }
      const code = folded[unit];
      units[written++] = code;
      beforeMentions = -1;
      if ((entry & flagNumber) !== 0) {
        run = Math.imul(run, 31) + code;
        runLength++;
      } else {
        if (runLength > 0) {
          if (runLength > 1 || units[written - 2] !== 0x4e00) guard = (guard + mix32(run)) | 0;
          run = 0;
          runLength = 0;
        }
        if ((entry & flagTurning) !== 0) guard = (guard + mix32(code)) | 0;
      }
      previous = entry & kindMask;
    }
    if (runLength > 0) guard = (guard + mix32(run)) | 0;
    if (beforeMentions > offset) written = beforeMentions;

    let low = 0x9e3779b9;
    let high = 0x85ebca6b;
    // Two units at a time; the length, mixed in below, tells an odd last one from a pair with zero.
    for (let index = offset; index < written; index += 2) {
      const pair = units[index] | (index + 1 < written ? units[index + 1] << 16 : 0);
      low = Math.imul(low ^ pair, 0x01000193);
      low ^= low >>> 15;
      high = Math.imul(high + pair, 0x2c1b3c6d);
      high ^= high >>> 13;
    }
    form.length = written - offset;
    form.guard = guard;
    form.low = mix32(low ^ form.length);
    form.high = mix32(high ^ (low >>> 7));
    form.isDressed = (seen & flagDressed) !== 0;
    return form;
  }
}

/** Where `units[offset, end)` starts behind the mentions in front of it, as replies have them. */
function skipMentions(units: Uint16Array, offset: number, end: number, kinds: Uint8Array): number {
  let start = offset;
  for (;;) {
    while (start < end && isSpace(units[start])) start++;
    if (units[start] !== at && units[start] !== wideAt) return start;
    const last = mentionEnd(units, start, end, kinds);
    // A post that is nothing but mentions keeps them.
    if (last === start + 1 || last >= end) return start;
    start = last;
  }
}
