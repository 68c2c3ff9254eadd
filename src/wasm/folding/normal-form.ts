import { mix32 } from './mix32';
import { signsName, signsNumber } from './signs';
import {
  DIGIT,
  DRESSED,
  DROPPED,
  FLAGS,
  HAN,
  isDigit,
  isSpace,
  KIND,
  LATIN,
  NUMBER,
  SIGN,
  TURNING,
  unitAt,
} from './unit-kinds';

/** Normal forms of texts, what src/corpus/fold/normal-form.ts does in JavaScript: its names, its comments, the same units. */

function isAt(unit: i32): bool {
  return unit === 0x40 || unit === 0xff20;
}

function isComma(unit: i32, next: i32): bool {
  return (unit === 0x2c && isDigit(next)) || (unit === 0xff0c && next >= 0xff10 && isDigit(next));
}

function goesOnInNumber(unit: i32, entry: i32): bool {
  return entry === (HAN | NUMBER) || unit === 0x25 || unit === 0xff05;
}

function hasLinkAt(at: usize): bool {
  // h, t, t, p; then ://
  if (load<u64>(at) !== 0x0070_0074_0074_0068) return false;
  const behind = at + (unitAt(at + 8) === 0x73 ? 10 : 8);
  return load<u32>(behind) === 0x002f_003a && unitAt(behind + 4) === 0x2f;
}

function linkEnd(start: usize, end: usize): usize {
  let last = start;
  while (last < end) {
    const unit = unitAt(last);
    if (unit <= 0x20 || unit >= 0x2e80 || unit === 0x2026) break;
    last += 2;
  }
  return last;
}

function mentionEnd(start: usize, end: usize, kinds: usize): usize {
  const longest = min<usize>(end, start + 80);
  const isLatin = unitAt(start + 2) < 0x80;
  let last = start + 2;
  for (; last < longest; last += 2) {
    const unit = unitAt(last);
    const kind = <i32>load<u8>(kinds + unit) & KIND;
    if (unit === 0x5f || unit === 0x2d) continue;
    if (kind === DROPPED || (isLatin && unit >= 0x80)) break;
  }
  return last;
}

function skipMentions(text: usize, end: usize, kinds: usize): usize {
  let start = text;
  while (true) {
    while (start < end && isSpace(unitAt(start))) start += 2;
    if (!isAt(unitAt(start))) break;
    const last = mentionEnd(start, end, kinds);
    if (last === start + 2 || last >= end) break;
    start = last;
  }
  return start;
}

const TAG: i32 = 0x23;

function isTurningEmoji(point: i32): bool {
  return point === 0x1f44d || point === 0x1f44e || point === 0x1f4c8 || point === 0x1f4c9;
}

/**
 * Writes the normal form of a text over it, its guard, both words of its hash and whether it is dressed to `form`. Behind the text stands a zero.
 *
 * @param kinds  by unit, of a byte each; behind them the folded units.
 * @returns units written.
 */
export function normalize(text: usize, length: i32, kinds: usize, form: usize): i32 {
  const folded = kinds + 0x10000;
  const end = text + ((<usize>length) << 1);
  let index = skipMentions(text, end, kinds);
  let written = text;
  let beforeMentions: usize = 0;
  let guard: u32 = 0;
  let run: i32 = 0;
  let runLength: i32 = 0;
  let previous = DROPPED;
  let isInTag = false;
  let seen = 0;
  while (index < end) {
    let unit = unitAt(index);
    let entry = <i32>load<u8>(kinds + unit);
    if ((entry & FLAGS) === 0 && (runLength === 0 || entry !== DROPPED)) {
      if (unit === 0x68 && previous !== LATIN && hasLinkAt(index)) {
        index = linkEnd(index, end);
        previous = DROPPED;
        continue;
      }
      if (runLength > 0) {
        if (runLength > 1 || unitAt(written - 2) !== 0x4e00) guard += mix32(run);
        run = 0;
        runLength = 0;
      }
      const before = written;
      do {
        store<u16>(written, load<u16>(folded + ((<usize>unit) << 1)));
        written += (<usize>(entry !== DROPPED)) << 1;
        previous = entry;
        index += 2;
        if (index === end) break;
        unit = unitAt(index);
        entry = <i32>load<u8>(kinds + unit);
      } while ((entry & FLAGS) === 0 && (unit !== 0x68 || previous === LATIN));
      if (written > before) beforeMentions = 0;
      continue;
    }
    index += 2;
    seen |= entry;
    if ((entry & KIND) === DROPPED) {
      const next = unitAt(index);
      const code = <i32>load<u16>(folded + ((<usize>unit) << 1));
      if (previous === DIGIT) {
        if (code === 0x2e && isDigit(next)) {
          store<u16>(written, code);
          written += 2;
          run = run * 31 + code;
          continue;
        }
        if (isComma(unit, next) || (isSpace(unit) && goesOnInNumber(next, <i32>load<u8>(kinds + next))))
          continue;
        if (code === 0x25) {
          store<u16>(written, code);
          written += 2;
          run = run * 31 + code;
        }
      }
      const mayBeSign = (entry & SIGN) !== 0;
      if (mayBeSign && !isInTag && signsName(kinds, index - 2, code, previous, text, written)) {
        if (runLength > 0) run = run * 31 + code;
        else guard += mix32(unitAt(written - 2) * 31 + code);
        store<u16>(written, code);
        written += 2;
        continue;
      }
      if (runLength > 0) {
        guard += mix32(run);
        run = 0;
        runLength = 0;
      }
      if (mayBeSign && signsNumber(kinds, index - 2, code, previous, text, written)) {
        store<u16>(written, code);
        written += 2;
        run = code;
      }
      if (code === TAG) isInTag = !isInTag;
      if (isAt(unit)) {
        const last = mentionEnd(index - 2, end, kinds);
        if (last > index && beforeMentions === 0) beforeMentions = written;
        for (; index < last; index += 2) {
          const part = unitAt(index);
          if ((<i32>load<u8>(kinds + part) & KIND) === DROPPED) continue;
          store<u16>(written, load<u16>(folded + ((<usize>part) << 1)));
          written += 2;
        }
      } else if ((unit & 0xfc00) === 0xd800) {
        const low = unitAt(index);
        if ((low & 0xfc00) === 0xdc00) {
          const point = 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff);
          if (isTurningEmoji(point)) guard += mix32(point);
          else if (point >= 0x20000 && point < 0x32000) {
            store<u16>(written, unit);
            store<u16>(written, low, 2);
            written += 4;
            beforeMentions = 0;
          }
          index += 2;
        }
      }
      previous = DROPPED;
      continue;
    }
    const code = <i32>load<u16>(folded + ((<usize>unit) << 1));
    store<u16>(written, code);
    written += 2;
    beforeMentions = 0;
    if ((entry & NUMBER) !== 0) {
      run = run * 31 + code;
      runLength++;
    } else {
      if (runLength > 0) {
        if (runLength > 1 || unitAt(written - 4) !== 0x4e00) guard += mix32(run);
        run = 0;
        runLength = 0;
      }
      if ((entry & TURNING) !== 0) guard += mix32(code);
    }
    previous = entry & KIND;
  }
  if (runLength > 0) guard += mix32(run);
  if (beforeMentions > text) written = beforeMentions;
  store<u32>(form, guard);
  writeHash(text, written, form);
  store<u32>(form, (seen & DRESSED) !== 0 ? 1 : 0, 12);
  return <i32>((written - text) >>> 1);
}

function writeHash(text: usize, end: usize, form: usize): void {
  let low: u32 = 0x9e3779b9;
  let high: u32 = 0x85ebca6b;
  for (let at = text; at < end; at += 4) {
    const pair: u32 = at + 2 < end ? load<u32>(at) : <u32>load<u16>(at);
    low = (low ^ pair) * 0x01000193;
    low ^= low >>> 15;
    high = (high + pair) * 0x2c1b3c6d;
    high ^= high >>> 13;
  }
  store<u32>(form, mix32(low ^ <u32>((end - text) >>> 1)), 4);
  store<u32>(form, mix32(high ^ (low >>> 7)), 8);
}
