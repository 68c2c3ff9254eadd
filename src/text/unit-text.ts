import { plainUnit } from './fold.js';
import { writeUnits } from './units.js';

/** Units for which there is room from the start, and whose room is kept. */
const LEAST = 1024;
const KEPT = 1 << 16;

/**
 * A text whose UTF-16 units lie in an array, for code that looks at each of them many times. With a string an engine asks at
 * each look how it is kept, as a slice of another or in one byte or two, which takes several times as long as the look.
 *
 * Its methods do what those of strings do, for offsets within the text.
 */
export class UnitText {
  string = '';
  length = 0;
  /** The units, and whatever is left of longer texts behind them. */
  units: Uint16Array = new Uint16Array(LEAST);

  /** Takes another text. O(units). */
  read(text: string): this {
    const { length } = text;
    // A zero stands behind the text.
    if (length >= this.units.length)
      this.units = new Uint16Array(Math.max(length + 1, Math.min(2 * length, KEPT)));
    writeUnits(text, 0, length, this.units, 0);
    this.string = text;
    this.length = length;
    return this;
  }

  /** Forgets the text, and gives back what a very long one took. */
  reset(): void {
    this.string = '';
    this.length = 0;
    if (this.units.length > KEPT) this.units = new Uint16Array(LEAST);
  }

  charCodeAt(at: number): number {
    return this.units[at] as number;
  }

  codePointAt(at: number): number {
    return this.string.codePointAt(at) as number;
  }

  charAt(at: number): string {
    return this.string.charAt(at);
  }

  slice(start: number, end: number): string {
    return this.string.slice(start, end);
  }

  /** False for an offset before or behind the text. */
  startsWith(word: string, at: number): boolean {
    if (at < 0 || at + word.length > this.length) return false;
    for (let i = 0; i < word.length; i++) if (this.units[at + i] !== word.charCodeAt(i)) return false;
    return true;
  }
}

/**
 * The unit at an offset, 0 before and behind the text: outside of an array there is no number, for which engines throw away the
 * code they have compiled. Whatever looks beside a place asks here.
 */
export function unitAt(text: UnitText, at: number): number {
  return at >= 0 && at < text.length ? (text.units[at] as number) : 0;
}

/** {@link plainUnit} of the unit at an offset, 0 before and behind the text. */
export function plainAt(text: UnitText, at: number): number {
  return at >= 0 && at < text.length ? plainUnit(text.units[at] as number) : 0;
}

/** The unit at an offset as a string, empty before and behind the text. */
export function characterAt(text: UnitText, at: number): string {
  return at >= 0 && at < text.length ? text.charAt(at) : '';
}

/** Whether a character of one unit stands at an offset. Makes no string, as `charAt` does for all but Latin letters. */
export function isAt(text: UnitText, at: number, character: string): boolean {
  return unitAt(text, at) === character.charCodeAt(0);
}

/** Whether one of a few characters of one unit stands at an offset. O(characters). */
export function isOneOf(text: UnitText, at: number, characters: string): boolean {
  const unit = unitAt(text, at);
  for (let i = 0; i < characters.length; i++) if (characters.charCodeAt(i) === unit) return true;
  return false;
}

/** Whether a word stands at an offset, of which the units are compared by {@link plainUnit}. */
export function plainStartsWith(text: UnitText, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (plainAt(text, at + i) !== word.charCodeAt(i)) return false;
  return true;
}

/** text[start, end) by {@link plainUnit}. */
export function plainSlice(text: UnitText, start: number, end: number): string {
  let at = start;
  while (at < end && plainUnit(text.units[at] as number) === text.units[at]) at++;
  let slice = text.slice(start, at);
  for (; at < end; at++) slice += String.fromCharCode(plainUnit(text.units[at] as number));
  return slice;
}
