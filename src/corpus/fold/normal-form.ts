import { mix32 } from '../../base/hash.js';
import { isBasicHan } from '../../text/unit-kinds.js';
import { variantChangesIfAtHand } from '../../text/variants.js';
import type { Room } from './room.js';
import { UnitsWriter } from './units-writer.js';

/** Kinds of UTF-16 units in the table of {@link Normalizer}. */
const dropped = 0;
const letter = 1;
const han = 2;
const digit = 3;
const latin = 4;

/** Han characters that turn a statement round, traditional ones as well; texts that differ in them are no copies. */
const turning = '不没未无否涨跌升降增减买卖赢输胜败沒無漲減買賣贏輸勝敗';
const hanDigits = '〇零一二三四五六七八九十百千万亿两萬億兩';
/** Signs of amounts and of numbers that are written in two ways. */
const commonSigns = ['￥¥', '￡£', '￠¢', '￦₩', '−-'];
/** Emoji that do the same: thumbs up and down, charts rising and falling. */
const turningEmoji = new Set([0x1f44d, 0x1f44e, 0x1f4c8, 0x1f4c9]);

/** Of what is dropped, what may be the sign of a number, or begin a mention or a character of two units. */
const flagSign = 0x20;
const flagTurning = 0x40;
const flagNumber = 0x80;
const flags = flagSign | flagTurning | flagNumber;
const kindMask = 0x0f;

interface Tables {
  /** Kind and flags by unit. */
  readonly kinds: Uint8Array;
  /** The unit in lower case, of common width, and simplified. */
  readonly folded: Uint16Array;
  /** By what traditional characters were simplified. */
  readonly changes: Uint16Array | undefined;
}

let tables: Tables | undefined;

/** Made at the first use, in some 20 ms: importing must cost nothing. */
function loadTables(): Tables {
  const changes = variantChangesIfAtHand();
  if (tables !== undefined && tables.changes === changes) return tables;
  const kinds = new Uint8Array(65536);
  const folded = new Uint16Array(65536);
  for (let unit = 0; unit < 65536; unit++) {
    if (unit >= 0xd800 && unit <= 0xdfff) {
      folded[unit] = unit;
      if (unit <= 0xdbff) kinds[unit] = flagSign;
      continue;
    }
    const isWide = unit >= 0xff01 && unit <= 0xff5e;
    const lower = String.fromCharCode(isWide ? unit - 0xfee0 : unit).toLowerCase();
    folded[unit] = lower.length === 1 ? lower.charCodeAt(0) : unit;
    if (changes !== undefined) folded[unit] ^= changes[unit];
    const code = folded[unit];
    if (code >= 0x30 && code <= 0x39) kinds[unit] = digit | flagNumber;
    else if (code >= 0x61 && code <= 0x7a) kinds[unit] = latin;
    else if (isBasicHan(unit)) kinds[unit] = han;
    else if (unit >= 0x80 && /\p{L}|\p{N}|\p{Sc}|‰/u.test(lower)) kinds[unit] = letter;
    else if (code === 0x24) kinds[unit] = letter;
  }
  for (const [unit, common] of commonSigns) folded[unit.charCodeAt(0)] = common.charCodeAt(0);
  for (let unit = 0; unit < 65536; unit++) {
    if (folded[unit] === at || folded[unit] === plus || folded[unit] === minus) kinds[unit] |= flagSign;
  }
  for (const character of turning) kinds[character.charCodeAt(0)] |= flagTurning;
  for (const character of hanDigits) kinds[character.charCodeAt(0)] |= flagNumber;
  kinds['〇'.charCodeAt(0)] = han | flagNumber;
  tables = { kinds, folded, changes };
  return tables;
}

/** What {@link Normalizer.normalize} says about the text that it has written. */
interface NormalForm {
  /** Units written from the given offset on. */
  length: number;
  /** Hash of the numbers and turning words, the same in any order. */
  guard: number;
  low: number;
  high: number;
}

const at = 0x40;
const wideAt = 0xff20;
const plus = 0x2b;
const minus = 0x2d;

function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0x3000 || unit === 0xa0;
}

function isDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
}

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
  private readonly form: NormalForm = { length: 0, guard: 0, low: 0, high: 0 };
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
    const { kinds, folded } = loadTables();
    this.kinds = kinds;
    this.folded = folded;
    this.told = room.uint32(3);
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
          if (code === 0x25) units[written++] = code;
        }
        if ((code === minus || code === plus) && previous === dropped && isDigit(next)) {
          units[written++] = code;
          run = code;
        } else if (runLength > 0) {
          guard = (guard + mix32(run)) | 0;
          run = 0;
          runLength = 0;
        }
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
        guard = (guard + mix32(code)) | 0;
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
