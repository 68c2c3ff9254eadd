import { isDigitUnit, isLetterUnit } from '../../text/unit-kinds.js';
import { isAt, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import { WordSet } from '../../text/word-set.js';
import type { BreaksWord } from '../breaks-word.js';
import { hanWord } from './han-words.js';
import { latinWord, skipSpace } from './latin.js';
import { type Reading, typeOf } from './reading.js';
import { rateWords } from './units.js';

/** Adds what the number is by: /月, per hour, $3/1M tokens. */
export function readRate(text: UnitText, reading: Reading, breaks: BreaksWord): void {
  let at = reading.end;
  const slash = plainAt(text, at) === 0x2f;
  if (slash) at = skipSpace(text, at + 1);
  else if (isAt(text, at, '每')) {
    // 4000美元每盎司; 每天 begins what is said next.
    const each = hanWord(text, at + 1, rateWords(), breaks);
    if (each === undefined || !EACH.has(each.value)) return;
    at++;
  } else {
    if (plainAt(text, at) !== 0x20 || !isLetterUnit(plainAt(text, at + 1))) return;
    const word = latinWord(text, at + 1);
    if (word.word !== 'per' && word.word !== 'a') return;
    at = word.end + 1;
    const one = isOne(text, at);
    const next = latinWord(text, one ? skipSpace(text, at + 1) : at).word;
    const name = rateWords().words.get(next);
    if (name === undefined || (!one && next.length < 3) || (word.word === 'a' && typeOf(reading) !== 'money'))
      return;
  }
  let per = '';
  for (let part = 0; part < 3; part++) {
    // GPU-hour, GPU·h
    const joint = part > 0 && isJoint(text, at) ? at + 1 : skipSpace(text, at);
    const start = part === 0 ? at : joint;
    // $3/1M tokens
    const one = part === 0 && isOne(text, start) ? skipSpace(text, start + 1) : start;
    const han = hanWord(text, one, rateWords(), breaks);
    const latin = han === undefined ? latinWord(text, one) : undefined;
    const end = han?.end ?? latin?.end ?? one;
    if (part > 0 && (latin?.word === 'input' || latin?.word === 'output')) {
      at = end;
      continue;
    }
    const name = han?.value ?? rateWords().words.get(latin?.word ?? '');
    if (name === undefined || isDigitUnit(plainAt(text, end))) break;
    if (part > 0 && start > at && name !== (isJoint(text, at) ? '小时' : 'token')) break;
    per += name;
    at = end;
    reading.end = end;
  }
  if (per !== '') reading.per = per + readSecond(text, reading, breaks);
}

/** /month behind $25/user, /年 behind 199元/人: what the rate is by besides. */
function readSecond(text: UnitText, reading: Reading, breaks: BreaksWord): string {
  const at = reading.end;
  let start = at + 1;
  if (plainAt(text, at) === 0x20) {
    const { word, end } = latinWord(text, start);
    if (word !== 'per' || plainAt(text, end) !== 0x20) return '';
    start = end + 1;
  } else if (plainAt(text, at) !== 0x2f) return '';
  const han = hanWord(text, start, rateWords(), breaks);
  const latin = latinWord(text, start);
  const name = han?.value ?? rateWords().words.get(latin.word);
  const end = han?.end ?? latin.end;
  if (name === undefined || isDigitUnit(plainAt(text, end)) || plainAt(text, end) === 0x2f) return '';
  reading.end = end;
  return `/${name}`;
}

/** What an amount of money is by where 每 stands before it. */
const EACH = new WordSet('盎司 桶 吨 公斤 斤 升 平方米 股 度 月 小时 千瓦时 张 台 辆');

/** Whether a hyphen or a dot stands there and a letter behind it. */
function isJoint(text: UnitText, at: number): boolean {
  const mark = unitAt(text, at);
  return (mark === 0x2d || mark === 0xb7) && isLetterUnit(plainAt(text, at + 1));
}

/** Whether the 1 of 1K tokens stands at a place. */
function isOne(text: UnitText, at: number): boolean {
  return plainAt(text, at) === 0x31 && !isDigitUnit(plainAt(text, at + 1)) && plainAt(text, at + 1) !== 0x2e;
}
