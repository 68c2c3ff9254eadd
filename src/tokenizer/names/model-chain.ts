import { fold } from '../../text/fold.js';
import { isDigitUnit, isLatinOrDigit } from '../../text/unit-kinds.js';
import { isAt, isOneOf, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import { isCapital, isLatinAt, latinWordEnd } from './latin-word.js';
import { HUB_OWNERS, RELATIONS, VARIANTS } from './name-words.js';

/** Most parts of a name behind the term, and the longest of them. */
const MAX_PARTS = 8;
const MAX_PART = 14;
const MAX_OWNER = 24;

/**
 * End of what makers and those who compress a model write behind its name, by hyphens, in text of any language:
 * Granite-4.0-H-Small, DeepSeek-R2-Distill-Qwen4-32B, Qwen4-14B-Q4_K_M. A part has digits, or is short and in capitals,
 * or says what models are called for; other words with a capital only where such a part follows.
 *
 * @param end  where the name ends so far; it is returned if nothing follows.
 */
export function modelChainEnd(text: UnitText, at: number, end: number): number {
  let last = end;
  let stop = end;
  let digits = hasDigit(text, at, end);
  for (let parts = 0; parts < MAX_PARTS; parts++) {
    const mark = plainAt(text, stop);
    const from = stop + 1;
    if (mark === 0x5f) {
      // InternVL3_5
      if (!isDigitUnit(plainAt(text, stop - 1)) || !isDigitUnit(plainAt(text, from))) break;
    } else if (mark !== 0x2d || !isLatinAt(text, from)) break;
    stop = partEnd(text, from);
    if (stop - from > MAX_PART) break;
    const word = fold(text.slice(from, stop));
    if (RELATIONS.has(word)) break;
    const numbered = hasDigit(text, from, stop);
    if (numbered && !hasLetter(text, from, stop) && mark === 0x2d && !isDate(text, from, stop)) break;
    if (numbered) digits = true;
    else if (!isCapital(text.charCodeAt(from)) && !VARIANTS.has(word)) break;
    if (digits && (numbered || stop - from <= 2 || VARIANTS.has(word))) last = stop;
  }
  return quantizedEnd(text, last);
}

/** The size of a model in the tag of its id, deepseek-r1:32b; the day and the length of context, which are no part of the name. */
const SIZE_TAG = /^:\d+(?:\.\d+)?[bm](?:-[\w.]+)*(?!\w)/iu;
const OTHER_TAG = /^(?:@20\d{6}|\[\d+[km]\])(?!\w)/iu;
const LONGEST_TAG = 24;

/** The tag at the end of a model's id, and what it adds to the name; undefined if none stands there. */
export function modelTagAt(
  text: UnitText,
  end: number,
): { readonly end: number; readonly adds: string } | undefined {
  if (!isOneOf(text, end, ':@[')) return undefined;
  const behind = text.slice(end, end + LONGEST_TAG);
  const [size] = SIZE_TAG.exec(behind) ?? [];
  if (size !== undefined) return { end: end + size.length, adds: `-${size.slice(1)}` };
  const [other] = OTHER_TAG.exec(behind) ?? [];
  return other === undefined ? undefined : { end: end + other.length, adds: '' };
}

/** End of a part of a name: a Latin word with the decimals of its number, v1.5. */
function partEnd(text: UnitText, from: number): number {
  let stop = latinWordEnd(text, from);
  while (
    plainAt(text, stop) === 0x2e &&
    isDigitUnit(plainAt(text, stop - 1)) &&
    isDigitUnit(plainAt(text, stop + 1))
  )
    stop = latinWordEnd(text, stop + 1);
  return stop;
}

function hasDigit(text: UnitText, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isDigitUnit(plainAt(text, at))) return true;
  return false;
}

function hasLetter(text: UnitText, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isDigitUnit(plainAt(text, at))) return true;
  return false;
}

/** 2512, a month of a year, and no year. */
function isDate(text: UnitText, start: number, end: number): boolean {
  return end - start === 4 && !isAt(text, end, '年') && !text.startsWith('20', start);
}

/** End of `_K_M` or `_0` behind Q4 or IQ4. */
function quantizedEnd(text: UnitText, end: number): number {
  if (unitAt(text, end) !== 0x5f || plainAt(text, end - 2) !== 0x71 || !isDigitUnit(plainAt(text, end - 1)))
    return end;
  const form = /^_(?:[01]|K(?:_(?:XL|S|M|L))?|XXS|XS|NL|S|M)/u.exec(text.slice(end, end + 5));
  const stop = end + (form?.[0].length ?? 0);
  return isLatinOrDigit(plainAt(text, stop)) ? end : stop;
}

/**
 * Where the model begins in the path of a model hub at `at`, as in deepseek-ai/DeepSeek-V4; `at` if no known owner stands
 * there before a slash.
 *
 * @param wordEnd  end of the Latin word at `at`.
 */
export function hubModelStart(text: UnitText, at: number, wordEnd: number): number {
  const mark = unitAt(text, wordEnd);
  if (mark !== 0x2f && mark !== 0x2d) return at;
  let slash = wordEnd;
  while (slash - at <= MAX_OWNER && unitAt(text, slash) === 0x2d && isLatinAt(text, slash + 1))
    slash = latinWordEnd(text, slash + 1);
  if (unitAt(text, slash) !== 0x2f || !isLatinAt(text, slash + 1)) return at;
  const owner = text.slice(at, slash);
  if (!HUB_OWNERS.has(owner)) return at;
  // Qwen/DeepSeek-V3 are two models.
  return owner !== 'Qwen' || text.startsWith('Q', slash + 1) ? slash + 1 : at;
}
