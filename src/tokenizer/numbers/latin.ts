import { isLetterUnit } from '../../text/unit-kinds.js';
import { plainAt, plainSlice, type UnitText } from '../../text/unit-text.js';

/** No word that is looked up is longer. */
const MAX_WORD = 12;

/** Past one space, if there is one. */
export function skipSpace(text: UnitText, at: number): number {
  return plainAt(text, at) === 0x20 ? at + 1 : at;
}

export interface LatinWord {
  readonly word: string;
  readonly end: number;
}

/** The Latin word at `at`, folded, and its end; empty if there is none or it is too long. */
export function latinWord(text: UnitText, at: number): LatinWord {
  let end = at;
  while (end - at < MAX_WORD && isLetterUnit(plainAt(text, end))) end++;
  return { word: isLetterUnit(plainAt(text, end)) ? '' : plainSlice(text, at, end), end };
}
