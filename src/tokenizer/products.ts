import type { TermInfo } from '../lexicon/term-info.js';
import { isDigitUnit, isLetterUnit } from '../lexicon/term-key.js';
import type { TermLexicon } from '../lexicon/term-lexicon.js';
import { foldWidth } from '../text/fold.js';
import { plainAt, unitAt } from '../text/units.js';
import { hasInnerHump, isCapital, isLatinAt, latinWordEnd } from './latin-word.js';
import { COUNTED, DEVICE_TIERS, NUMBERED, PRODUCT_PARTS, RELATIONS, TIERS } from './name-words.js';
import { isInChinese } from './names.js';
import type { BreaksWord } from './number.js';
import { releaseEnd } from './release.js';
import { classOf, LATIN } from './social-classes.js';

/**
 * End of what a product, a model or a device is called beyond its term text[at, termEnd): its release, its tier, its part;
 * `termEnd` if nothing of the kind follows, or if the term is of another category.
 */
export function productEnd(
  text: string,
  at: number,
  termEnd: number,
  info: TermInfo,
  terms: TermLexicon,
  breaks: BreaksWord,
): number {
  const { category } = info;
  if (category === 'hardware') {
    const line = NUMBERED.has(info.canonical);
    return deviceEnd(text, line ? numberedEnd(text, numberedEnd(text, termEnd)) : termEnd);
  }
  if (category !== 'product' && category !== 'model') return termEnd;
  const release = category === 'product' ? releaseEnd(text, termEnd, breaks) : termEnd;
  // iPhone 14 Pro Max
  if (release > termEnd) return deviceEnd(text, release);
  const tier = tierEnd(text, termEnd);
  if (tier > termEnd) return tier;
  return category === 'model' && plainAt(text, termEnd) === 0x2d
    ? useEnd(text, termEnd)
    : partEnd(text, at, termEnd, terms, breaks);
}

/** Whether something of a number is counted behind it. */
export function isCounted(text: string, at: number): boolean {
  return at < text.length && COUNTED.includes(text.charAt(at));
}

/** End of Granite-4.0-1b-speech, a model's name and what it is for; `end` if nothing of the kind follows. */
function useEnd(text: string, end: number): number {
  if (classOf[unitAt(text, end + 1)] !== LATIN) return end;
  const stop = latinWordEnd(text, end + 1);
  if (stop - end < 4 || stop - end > 12 || plainAt(text, stop) === 0x2d) return end;
  return RELATIONS.has(foldWidth(text.slice(end + 1, stop)).toLowerCase()) ? end : stop;
}

/** End of a number with letters of a chip behind its line: 7, 356H, GB200; `end` if none follows. */
function numberedEnd(text: string, end: number): number {
  const start = plainAt(text, end) === 0x20 ? end + 1 : end;
  if (!isLatinAt(text, start)) return end;
  const stop = latinWordEnd(text, start);
  const digits = isDigitUnit(plainAt(text, start)) || isDigitUnit(plainAt(text, start + 2));
  if (!digits || stop - start > 6 || isCounted(text, stop)) return end;
  return stop;
}

/** End of iPhone 14 Pro Max: one or two tiers of a device; `end` if none follows. */
function deviceEnd(text: string, end: number): number {
  let last = end;
  for (let tier = 0; tier < 2 && plainAt(text, last) === 0x20; tier++) {
    if (classOf[unitAt(text, last + 1)] !== LATIN) break;
    const stop = latinWordEnd(text, last + 1);
    if (!DEVICE_TIERS.has(foldWidth(text.slice(last + 1, stop)).toLowerCase())) break;
    last = stop;
  }
  return last;
}

/** End of what a product costs by: ChatGPT Plus, codex pro; `end` if nothing of the kind follows. */
function tierEnd(text: string, end: number): number {
  if (plainAt(text, end) !== 0x20 || !isLetterUnit(plainAt(text, end - 1))) return end;
  if (classOf[unitAt(text, end + 1)] !== LATIN) return end;
  const stop = latinWordEnd(text, end + 1);
  return TIERS.has(foldWidth(text.slice(end + 1, stop)).toLowerCase()) ? stop : end;
}

/** End of Qwen Studio or Google Maps Platform in Chinese text; `end` if no such word follows. */
function partEnd(text: string, at: number, end: number, terms: TermLexicon, breaks: BreaksWord): number {
  let last = end;
  for (let part = 0; part < 2 && unitAt(text, last) === 0x20; part++) {
    const start = last + 1;
    if (classOf[unitAt(text, start)] !== LATIN) break;
    const stop = latinWordEnd(text, start);
    // Kimi WebBridge, and App only where it opens another word: Codex App Server.
    const bridge =
      part === 0 &&
      stop - start > 6 &&
      isCapital(text.charCodeAt(start)) &&
      hasInnerHump(text, start, stop) &&
      terms.match(text, start, stop) === 0;
    if (!bridge && !PRODUCT_PARTS.has(text.slice(start, stop))) break;
    last = stop;
  }
  if (last === end || text.slice(last - 4, last) === ' App') return end;
  const release = releaseEnd(text, last, breaks);
  return isInChinese(text, at, release) ? release : end;
}
