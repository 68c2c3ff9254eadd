import { plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import { classOf, LATIN, SPACE } from '../social/classes.js';
import { isCapital, isLatinAt, isNamePart, latinWordEnd } from './latin-word.js';
import { ABBREVIATIONS, ACTS, COMMON_CAPITALS, ROLES, SMALL_WORDS } from './name-words.js';

/** Most words of a name. */
const MAX_WORDS = 3;
/** Small words of titles as well that are looked past for one that is none: talks with the … */
const MAX_PAST = 3;

/**
 * End of a name of two or three capitalized words in an English sentence, such as "Tessera Labs raises" or "the startup Frame
 * Security": none of them opens a name that is known, and a word beside them is written small, as in a title it would not
 * be. A role in front is no part of the name: Mayor Zohran Mamdani. Reads a bounded stretch.
 *
 * @param isName  whether a term begins at an offset that names something.
 * @returns `wordEnd` if there is none.
 */
export function properRunEnd(
  text: UnitText,
  at: number,
  wordEnd: number,
  isName: (at: number) => boolean,
): number {
  if (!isPart(text, at, wordEnd)) return wordEnd;
  const left = before(text, at);
  if (left === CAPITAL) return wordEnd;
  let end = hyphened(text, wordEnd);
  let words = 1;
  let next: number | undefined;
  while (unitAt(text, end) === 0x20 && isCapital(unitAt(text, end + 1))) {
    const stop = latinWordEnd(text, end + 1);
    // Levi Strauss EPS beats
    if (words > 1 && ABBREVIATIONS.hasSlice(text, end + 1, stop)) {
      next = stop;
      break;
    }
    if (words === MAX_WORDS || !isPart(text, end + 1, stop) || isName(end + 1)) return wordEnd;
    end = hyphened(text, stop);
    words++;
  }
  if (words === 1 || isShouted(text, at, end)) return wordEnd;
  if (words === MAX_WORDS && ROLES.hasSlice(text, at, wordEnd)) return wordEnd;
  // Understanding ExecuTorch: what opens a sentence and tells of something to do is no name.
  if (left === MARK && text.startsWith('ing', wordEnd - 3)) return wordEnd;
  if (text.startsWith(' AI', end - 3) && !acts(text, end)) return wordEnd;
  const right = behind(text, next ?? end);
  if (right === CAPITAL) return wordEnd;
  if (left === SMALL || right === SMALL) return end;
  const isSmall =
    (left >= FUNCTION && isSmallBefore(text, at - 1)) ||
    (right === FUNCTION && isSmallBehind(text, next ?? end));
  return isSmall ? end : wordEnd;
}

const MARK = 0;
const SMALL = 1;
const CAPITAL = 2;
const FUNCTION = 3;
const ROLE = 4;

function isPart(text: UnitText, at: number, end: number): boolean {
  if (!isNamePart(text, at, end)) return false;
  for (let i = at; i < end; i++) if (text.charCodeAt(i) === 0x27) return false;
  return !COMMON_CAPITALS.hasSlice(text, at, end) && !ABBREVIATIONS.hasSlice(text, at, end);
}

/** Whether nothing is said of the AI that ends there but what it does: Kodiak AI raises, but not its Rufus AI shopping. */
function acts(text: UnitText, end: number): boolean {
  if (unitAt(text, end) !== 0x20 || !isLatinAt(text, end + 1)) return true;
  return ACTS.hasSlice(text, end + 1, latinWordEnd(text, end + 1));
}

/** Whether no letter is small: HOW TO. */
function isShouted(text: UnitText, at: number, end: number): boolean {
  for (let i = at; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (classOf[unit] === LATIN && !isCapital(unit)) return false;
  }
  return true;
}

/** End of Litter-Robot: a part behind a hyphen that has a capital of its own. */
function hyphened(text: UnitText, end: number): number {
  if (plainAt(text, end) !== 0x2d || !isCapital(unitAt(text, end + 1))) return end;
  return latinWordEnd(text, end + 1);
}

/** What stands before a name: a role, a word written small, one that titles write small too, or a mark. */
function before(text: UnitText, at: number): number {
  if (at === 0) return MARK;
  if (classOf[text.charCodeAt(at - 1)] !== SPACE) return isLatinAt(text, at - 1) ? CAPITAL : MARK;
  // Gov. Gavin Newsom
  const dotted = plainAt(text, at - 2) === 0x2e;
  const end = dotted ? at - 2 : at - 1;
  const start = wordStart(text, end);
  const kind = start === end ? MARK : kindOf(text, start, end);
  if (kind === CAPITAL && ROLES.hasSlice(text, start, end)) return ROLE;
  return dotted ? MARK : kind;
}

function behind(text: UnitText, end: number): number {
  if (unitAt(text, end) !== 0x20) return plainAt(text, end) === 0x2d || isLatinAt(text, end) ? CAPITAL : MARK;
  if (!isLatinAt(text, end + 1)) return MARK;
  return kindOf(text, end + 1, latinWordEnd(text, end + 1));
}

/** Where the word begins that ends there; of a long one a part. */
function wordStart(text: UnitText, end: number): number {
  let start = end;
  while (start > 0 && end - start < 24 && isLatinAt(text, start - 1)) start--;
  return start;
}

/** Whether a word that titles write with a capital is small before roles and small words, or the text begins with a small one. */
function isSmallBefore(text: UnitText, at: number): boolean {
  let kind = MARK;
  for (let past = 0, start = at + 1; past <= MAX_PAST; past++) {
    const next = before(text, start);
    if (next !== FUNCTION && next !== ROLE) return next === SMALL || (start === 0 && kind === FUNCTION);
    kind = next;
    start = wordStart(text, plainAt(text, start - 2) === 0x2e ? start - 2 : start - 1);
  }
  return false;
}

/** Whether such a word is small behind small words. */
function isSmallBehind(text: UnitText, end: number): boolean {
  for (let past = 0, at = end; past <= MAX_PAST; past++) {
    const next = behind(text, at);
    if (next !== FUNCTION) return next === SMALL;
    at = latinWordEnd(text, at + 1);
  }
  return false;
}

function kindOf(text: UnitText, start: number, end: number): number {
  const first = text.charCodeAt(start);
  if (classOf[first] !== LATIN) return MARK;
  if (isCapital(first)) return CAPITAL;
  return SMALL_WORDS.hasSlice(text, start, end) ? FUNCTION : SMALL;
}
