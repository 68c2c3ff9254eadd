import { isDigitUnit, isLetterUnit } from '../../text/unit-kinds.js';
import { plainAt } from '../../text/units.js';
import type { BreaksWord } from '../breaks-word.js';
import { hanWord } from './han-words.js';
import { latinWord, skipSpace } from './latin.js';
import { type Reading, typeOf } from './reading.js';
import { rateWords } from './units.js';

/** Adds what the number is by: /月, per hour, $3/1M tokens. */
export function readRate(text: string, reading: Reading, breaks: BreaksWord): void {
  let at = reading.end;
  const slash = plainAt(text, at) === 0x2f;
  if (slash) at = skipSpace(text, at + 1);
  else {
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
    const start = part === 0 ? at : skipSpace(text, at);
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
    if (part > 0 && start > at && name !== 'token') break;
    per += name;
    at = end;
    reading.end = end;
  }
  if (per !== '') reading.per = per;
}

/** Whether the 1 of 1K tokens stands at a place. */
function isOne(text: string, at: number): boolean {
  return plainAt(text, at) === 0x31 && !isDigitUnit(plainAt(text, at + 1)) && plainAt(text, at + 1) !== 0x2e;
}
