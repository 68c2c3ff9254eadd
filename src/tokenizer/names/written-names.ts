import { isDigitUnit, isHanUnit, isLatinOrDigit } from '../../text/unit-kinds.js';
import { isAt, isOneOf, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import type { BreaksWord } from '../breaks-word.js';
import { classOf, DIGIT, LATIN } from '../social/classes.js';
import { border, CHINESE, EDGE, isInChinese, MIXED } from './in-chinese.js';
import { hasHump, isCapital, isLatinAt, isNamePart, latinWordEnd } from './latin-word.js';
import { ABBREVIATIONS, DOTTED_ENDINGS, THINGS } from './name-words.js';
import { releaseEnd } from './release.js';

const QUOTES = '“”「」『』《》"';

/**
 * Names that no dictionary has, found by how they are written: capitals, digits, hyphens, dots, and Chinese around them.
 * Each function gives where the name that begins at `at` ends. All of them read a bounded stretch.
 */

/** End of a name such as SAM3D-Body, F-35, COVID-19: hyphenated parts with a capital or digits, and both in all. */
export function hyphenatedEnd(text: UnitText, at: number, wordEnd: number, breaks: BreaksWord): number {
  if (plainAt(text, wordEnd) !== 0x2d) return wordEnd;
  let end = wordEnd;
  let digits = false;
  let capitals = false;
  let accepted = wordEnd;
  let parts = 0;
  let from = at;
  for (let part = 0; part < 6; part++) {
    for (let i = from; i < end && i - from < 40; i++) {
      const unit = text.charCodeAt(i);
      if (classOf[unit] === DIGIT) digits = true;
      else if (isCapital(unit)) capitals = true;
    }
    if (digits && capitals) accepted = end;
    parts++;
    if (plainAt(text, end) !== 0x2d) break;
    const first = unitAt(text, end + 1);
    if (classOf[first] !== DIGIT && !(classOf[first] === LATIN && isCapital(first))) break;
    from = end + 1;
    end = latinWordEnd(text, from);
  }
  // Nucleus-Image and MOSS-TTS-Nano in Chinese text, where no title is written in capitals.
  const goesOn = plainAt(text, end) === 0x2d;
  if (parts === 1 && goesOn) return chainEnd(text, at, wordEnd, accepted);
  const whole = accepted < end && parts > 1 && !goesOn;
  if (whole && isInChinese(text, at, releaseEnd(text, end, breaks))) accepted = end;
  // 2025-2026 and GPT-based have their own rules; a name begins with a letter.
  const first = text.charCodeAt(at);
  return classOf[first] === LATIN && isCapital(first) ? accepted : wordEnd;
}

/** End of agent-browser or frontend-skill in Chinese text, where a chain of small words is one name; else `accepted`. */
function chainEnd(text: UnitText, at: number, wordEnd: number, accepted: number): number {
  let end = wordEnd;
  for (let part = 0; part < 4 && plainAt(text, end) === 0x2d && isLatinAt(text, end + 1); part++) {
    end = latinWordEnd(text, end + 1);
  }
  const whole =
    end > accepted && end - at <= 40 && plainAt(text, end) !== 0x2d && !isDigitUnit(plainAt(text, at));
  return whole && isInChinese(text, at, end) ? end : accepted;
}

/** Whether a part behind a mark is a size: 8B, 0.5B, 70B. */
export function isSized(text: UnitText, start: number, end: number, mark = 0x2d): boolean {
  for (let at = start; at < end; at++) {
    if (plainAt(text, at) !== mark) continue;
    let stop = at + 1;
    while (
      stop < end &&
      (isDigitUnit(plainAt(text, stop)) || (plainAt(text, stop) === 0x2e && stop > at + 1))
    )
      stop++;
    if (stop === at + 1 || plainAt(text, stop) !== 0x62) continue;
    if (!isLatinOrDigit(plainAt(text, stop + 1)) || stop + 1 === end) return true;
  }
  return false;
}

/** End of R&B, M&A or AT&T: a few capitals on both sides of the mark; `end` if it is none. */
export function initialsEnd(text: UnitText, at: number, end: number): number {
  const stop = latinWordEnd(text, end + 1);
  if (end - at > 4 || stop === end + 1 || stop - end > 5) return end;
  for (let i = at; i < stop; i++) if (i !== end && !isCapital(text.charCodeAt(i))) return end;
  return stop;
}

/** End of U.S., J.P. or e.g.: two single letters or more, each with its dot, which the last may lack; `at` if it is none. */
export function dottedInitialsEnd(text: UnitText, at: number): number {
  let end = at;
  let letters = 0;
  while (classOf[unitAt(text, end)] === LATIN) {
    letters++;
    const dotted = plainAt(text, end + 1) === 0x2e;
    if (!dotted && isLatinAt(text, end + 1)) return at;
    end += dotted ? 2 : 1;
    if (!dotted) break;
  }
  return letters > 1 ? end : at;
}

/** End of a name such as Feros.ai or Three.js; `end` if it is none. */
export function dottedEnd(text: UnitText, at: number, end: number): number {
  if (unitAt(text, end) !== 0x2e || !isCapital(text.charCodeAt(at))) return end;
  const stop = latinWordEnd(text, end + 1);
  return stop - end <= 4 && DOTTED_ENDINGS.has(text.slice(end + 1, stop).toLowerCase()) ? stop : end;
}

/** End of a name with a hump and the number of its release: HyperOS 1.16; `end` if there is none. */
export function releasedEnd(text: UnitText, at: number, end: number, breaks: BreaksWord): number {
  if (plainAt(text, end) !== 0x20) return end;
  const first = plainAt(text, end + 1);
  if (!isDigitUnit(first)) return first === 0x76 ? markedEnd(text, at, end) : end;
  let hump = false;
  for (let i = at + 1; i < end && i < at + 24; i++) {
    if (isCapital(text.charCodeAt(i)) && !isCapital(text.charCodeAt(i - 1))) hump = true;
  }
  // HyperNova 60B
  const sized = latinWordEnd(text, end + 1);
  if (hump && isSized(text, end, sized, 0x20)) return sized;
  const release = releaseEnd(text, end, breaks);
  if (hump || release === end || !isNamePart(text, at, end)) return hump ? release : end;
  // In Chinese text a capitalized word and a decimal are a name and its version, Arrow 1.0; a whole number makes
  // one where something is made known: 发布 Mercury 2.
  const before = border(text, at - 1, -1);
  const decimal = text.slice(end + 1, release).includes('.');
  if (before === CHINESE) {
    let verb = plainAt(text, at - 1) === 0x20 ? at - 2 : at - 1;
    if (isAt(text, verb, '了')) verb--;
    const known = isOneOf(text, verb, '布出源型线持') || isThing(text, release);
    return decimal || known ? release : end;
  }
  if (before !== EDGE) return end;
  return (decimal && border(text, release, 1) === CHINESE) || isThing(text, release) ? release : end;
}

/** Whether 模型, 系列, 手机 or the like follows, which says that a number belongs to a name. */
function isThing(text: UnitText, at: number): boolean {
  const start = unitAt(text, at) === 0x20 ? at + 1 : at;
  return start + 2 <= text.length && THINGS.hasSlice(text, start, start + 2);
}

/** End of Reve V1.5 in Chinese text; `end` if there is none. */
function markedEnd(text: UnitText, at: number, end: number): number {
  if (!isDigitUnit(plainAt(text, end + 2)) || !isNamePart(text, at, end)) return end;
  const stop = latinWordEnd(text, end + 1);
  return isInChinese(text, at, stop) ? stop : end;
}

/**
 * End of a name of several capitalized words that stands in Chinese text, such as "Immersive Web SDK，": two to four
 * words, none of which is a name by itself, with Han or its punctuation on one side at least and no Latin on the other.
 *
 * @param isName  whether a term begins at an offset that names something.
 */
export function namedRunEnd(
  text: UnitText,
  at: number,
  wordEnd: number,
  isName: (at: number) => boolean,
  breaks: BreaksWord,
): number {
  if (unitAt(text, wordEnd) !== 0x20 || !isNamePart(text, at, wordEnd) || !isLatinAt(text, wordEnd + 1))
    return wordEnd;
  if (ABBREVIATIONS.hasSlice(text, at, wordEnd)) return wordEnd;
  const before = border(text, at - 1, -1);
  if (before === MIXED) return wordEnd;
  let end = wordEnd;
  let edge = 0;
  for (let words = 1; words < 5 && unitAt(text, end) === 0x20; words++) {
    const next = end + 1;
    if (!isLatinAt(text, next)) break;
    if (classOf[unitAt(text, next)] === DIGIT && words > 1) {
      end = releaseEnd(text, end, breaks);
      break;
    }
    const stop = latinWordEnd(text, next);
    if (words === 4 || !isNamePart(text, next, stop)) return wordEnd;
    if (isName(next) && !isQuoted(text, at, stop)) return wordEnd;
    if (ABBREVIATIONS.hasSlice(text, next, stop)) {
      edge = stop;
      break;
    }
    end = stop;
  }
  if (end === wordEnd) return wordEnd;
  const after = border(text, Math.max(end, edge), 1);
  return after !== MIXED && (before === CHINESE || after === CHINESE) ? end : wordEnd;
}

/** Whether the stretch is all that a pair of quotation marks holds: “Digital Optimus”. */
function isQuoted(text: UnitText, at: number, end: number): boolean {
  return isOneOf(text, at - 1, QUOTES) && isOneOf(text, end, QUOTES) && at > 0 && end < text.length;
}

/**
 * End of the name that a post begins with when nothing else follows, or a dash and what it is in Chinese: "Kimi WebBridge"
 * or "Fei Design Mode - 借助": two to four capitalized words; 0 if there is none.
 *
 * @param wordEnd  end of the Latin word with which the text begins.
 */
export function titleEnd(text: UnitText, wordEnd: number): number {
  if (unitAt(text, wordEnd) !== 0x20 || !isNamePart(text, 0, wordEnd)) return 0;
  let end = wordEnd;
  let words = 1;
  for (; unitAt(text, end) === 0x20 && classOf[unitAt(text, end + 1)] === LATIN; words++) {
    const stop = latinWordEnd(text, end + 1);
    if (words === 4 || !isNamePart(text, end + 1, stop)) return 0;
    end = stop;
  }
  if (words === 1) return 0;
  if (end === text.length) return words === 2 && hasHump(text, end) ? end : 0;
  const dash = text.startsWith(' - ', end) || text.startsWith(' – ', end) || text.startsWith(' — ', end);
  return dash && isHanUnit(unitAt(text, end + 3)) ? end : 0;
}
