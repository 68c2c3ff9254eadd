import { isDigitUnit, isHanUnit, isLatinOrDigit } from '../../text/unit-kinds.js';
import { isOneOf, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import { WordSet } from '../../text/word-set.js';
import type { BreaksWord } from '../breaks-word.js';
import { readNumber } from '../numbers/read-number.js';
import { classOf, DIGIT, LATIN } from '../social/classes.js';
import { isPeriodic } from './counted.js';
import { isCapital, latinWordEnd } from './latin-word.js';
import { ACTS, COUNTERS, SMALL_WORDS } from './name-words.js';

/** Counters that follow a release as well, but no version of a model. */
const MORE_COUNTERS = '件句套类轮层国城问例章课期档连岁块';

/** What is told of a release, and not counted: Windows 12 release date. */
const TOLD = new WordSet('release review leak leaks pricing specs launch preview beta date');

/** End of ` 1.16`, ` 2.1.139` or ` v3` behind a name, unless it is an amount; `end` if there is none. */
export function releaseEnd(text: UnitText, end: number, breaks: BreaksWord): number {
  const apart = plainAt(text, end) === 0x20;
  if (!apart && !isHanUnit(unitAt(text, end - 1))) return end;
  const first = apart ? end + 1 : end;
  // vLLM v0.15.2
  const marked = apart && plainAt(text, first) === 0x76 && isDigitUnit(plainAt(text, first + 1));
  const start = marked ? first + 1 : first;
  let at = start;
  let dots = 0;
  for (; at < start + 16; at++) {
    const unit = plainAt(text, at);
    if (unit === 0x2e && at > start && isDigitUnit(plainAt(text, at + 1))) dots++;
    else if (!isDigitUnit(unit)) break;
  }
  const next = plainAt(text, at);
  if (isLatinOrDigit(next) || next === 0x25) return end;
  if (marked) return at;
  if (dots === 0 && at > start && at < start + 3) {
    const update = updateEnd(text, at);
    if (update > at) return update;
  }
  // A whole number is a release only where nothing is counted: Android 17, but not Android 17 users.
  if (dots === 0 && (at === start || at > start + 2 || (apart ? counts(text, at) : !isTitled(text, at))))
    return end;
  const number = dots < 2 ? readNumber(text, start, breaks) : undefined;
  return number === undefined || number.end === at ? at : end;
}

/** End of ` 25H2` behind a release, the update of a half of a year: Windows 11 25H2; `at` if there is none. */
function updateEnd(text: UnitText, at: number): number {
  const isUpdate =
    unitAt(text, at) === 0x20 &&
    isDigitUnit(plainAt(text, at + 1)) &&
    isDigitUnit(plainAt(text, at + 2)) &&
    plainAt(text, at + 3) === 0x68 &&
    isOneOf(text, at + 4, '12') &&
    !isLatinOrDigit(plainAt(text, at + 5));
  return isUpdate ? at + 5 : at;
}

/** Whether a title or the text ends there, so that the number right behind a Chinese name is of it: 《巫师3》. */
function isTitled(text: UnitText, at: number): boolean {
  return at >= text.length || isOneOf(text, at, '》」』】”');
}

/** Whether a small word counts nothing: in, will, launches. */
function goesOnOtherwise(text: UnitText, at: number, end: number): boolean {
  return SMALL_WORDS.hasSlice(text, at, end) || ACTS.hasSlice(text, at, end) || TOLD.hasSlice(text, at, end);
}

/** Whether something that is counted may follow a number. */
export function counts(text: UnitText, at: number): boolean {
  const next = unitAt(text, at) === 0x20 ? at + 1 : at;
  const unit = unitAt(text, next);
  if (isHanUnit(unit))
    return (isOneOf(text, next, COUNTERS) || isOneOf(text, next, MORE_COUNTERS)) && !isPeriodic(text, next);
  const unitClass = classOf[unit];
  if (unitClass === DIGIT) return true;
  return unitClass === LATIN && !isCapital(unit) && !goesOnOtherwise(text, next, latinWordEnd(text, next));
}
