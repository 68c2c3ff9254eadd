import { separatorOf } from '../../lexicon/term-key.js';
import { ORDINARY_PARTS, ORDINARY_WHOLE } from '../../lexicon/term-table.js';
import { plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import { border, MIXED } from './in-chinese.js';
import { isCapital } from './latin-word.js';

/**
 * Whether text[at, end) is written as the ordinary words of which a name is made, in English: just eat less, and not Just Eat. The capital of
 * iPhone is its second letter.
 *
 * @param flags  of the entry of the name.
 */
export function isOrdinaryPhrase(text: UnitText, at: number, end: number, flags: number): boolean {
  let last = end - 1;
  while (last > at && separatorOf[plainAt(text, last - 1)] === 0) last--;
  if ((flags & (last === at ? ORDINARY_WHOLE : ORDINARY_PARTS)) === 0) return false;
  const begins = isCapital(text.charCodeAt(at)) || isCapital(unitAt(text, at + 1));
  if (begins && isCapital(text.charCodeAt(last))) return false;
  return border(text, at - 1, -1) === MIXED || border(text, end, 1) === MIXED;
}
