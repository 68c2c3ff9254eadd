import type { TermCategory, TermInfo } from '../../lexicon/term-info.js';
import type { TermLexicon } from '../../lexicon/term-lexicon.js';
import { isDigitUnit, isHanUnit, isLetterUnit } from '../../text/unit-kinds.js';
import { isAt, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import type { BreaksWord } from '../breaks-word.js';
import { classOf, LATIN } from '../social/classes.js';
import { amountStart } from './amount-behind.js';
import { isCounted } from './counted.js';
import { isInChinese } from './in-chinese.js';
import { hasInnerHump, isCapital, isLatinAt, latinWordEnd } from './latin-word.js';
import { lineEnd } from './lines.js';
import {
  BRANDS,
  CHIP_LINES,
  CHIP_TIERS,
  CONSUMER_LINES,
  DEVICE_LINES,
  DEVICE_TIERS,
  PRODUCT_PARTS,
  RELATIONS,
  STAGES,
  TIERS,
  VERSION_TIERS,
} from './name-words.js';
import { releaseEnd } from './release.js';

/**
 * End of what a product, a model or a device is called beyond its term text[at, termEnd): its release, its tier, its part;
 * `termEnd` if nothing of the kind follows, or if the term is of another category.
 */
export function productEnd(
  text: UnitText,
  at: number,
  termEnd: number,
  info: TermInfo,
  category: TermCategory,
  terms: TermLexicon,
  breaks: BreaksWord,
): number {
  const isOfLine =
    category === 'hardware' ||
    category === 'company' ||
    (category === 'product' && isDigitUnit(plainAt(text, termEnd)));
  const member = isOfLine ? lineEnd(text, termEnd, info.canonical) : termEnd;
  if (member > termEnd) return deviceEnd(text, member, breaks);
  if (category === 'hardware') return hardwareEnd(text, termEnd, info.canonical, breaks);
  if (category === 'company' && BRANDS.has(info.canonical)) return brandEnd(text, termEnd, breaks);
  if (category === 'technique') return languageEnd(text, termEnd, breaks);
  if (category !== 'product' && category !== 'model') return termEnd;
  if (category === 'product') {
    // SU7 Ultra: what ends with a number takes no other.
    const numbered = isDigitUnit(plainAt(text, termEnd - 1));
    const release = numbered ? termEnd : releaseEnd(text, termEnd, breaks);
    // iPhone 14 Pro Max, iOS 27.1 beta 2
    if (release > termEnd) return stageEnd(text, deviceEnd(text, release, breaks));
    const device = numbered ? deviceEnd(text, termEnd, breaks) : termEnd;
    if (device > termEnd) return device;
  }
  const tier = tierEnd(text, termEnd);
  if (tier > termEnd) return tier;
  return category === 'model' && plainAt(text, termEnd) === 0x2d
    ? useEnd(text, termEnd)
    : partEnd(text, at, termEnd, terms, breaks);
}

/** End of Python 3.15: a technique has a release only where that has a decimal. */
function languageEnd(text: UnitText, end: number, breaks: BreaksWord): number {
  const release = isLatinAt(text, end - 1) ? releaseEnd(text, end, breaks) : end;
  return text.slice(end, release).includes('.') ? release : end;
}

/** End of ` beta 2`, ` RC` or ` LTS` behind a release; `end` if none follows. */
function stageEnd(text: UnitText, end: number): number {
  if (unitAt(text, end) !== 0x20) return end;
  const stop = latinWordEnd(text, end + 1);
  if (!STAGES.hasFolded(text, end + 1, stop)) return end;
  let last = stop + 1;
  while (last - stop < 4 && isDigitUnit(plainAt(text, last))) last++;
  const numbered = unitAt(text, stop) === 0x20 && last > stop + 1 && last - stop < 4;
  return numbered && !isLatinAt(text, last) && !isCounted(text, last) ? last : stop;
}

/** End of AirPods Pro 2, iPad Air 5 or Ryzen AI 7 350. */
function hardwareEnd(text: UnitText, end: number, canonical: string, breaks: BreaksWord): number {
  if (CHIP_LINES.has(canonical)) return deviceEnd(text, chipEnd(text, end), breaks);
  const tier = deviceEnd(text, end, breaks);
  if (!CONSUMER_LINES.has(canonical)) return tier;
  const numbered = numberedEnd(text, tier);
  return deviceEnd(text, numbered > tier ? numbered : releaseEnd(text, tier, breaks), breaks);
}

/** End of Redmi K40, iQOO 10 or OPPO Find X8 Pro: a maker's name that its devices begin with. */
function brandEnd(text: UnitText, end: number, breaks: BreaksWord): number {
  if (isHanUnit(unitAt(text, end - 1)) && isLatinAt(text, end)) return codeEnd(text, end, breaks);
  let line = end;
  if (plainAt(text, end) === 0x20 && classOf[unitAt(text, end + 1)] === LATIN) {
    const stop = latinWordEnd(text, end + 1);
    if (DEVICE_LINES.hasSlice(text, end + 1, stop)) line = stop;
  }
  const numbered = numberedEnd(text, line);
  const release = numbered > line || line === end + 1 ? numbered : releaseEnd(text, line, breaks);
  return release > line ? deviceEnd(text, release, breaks) : end;
}

/** End of 蔚来ES6 or 荣耀Magic7 Pro: a word with digits right behind a maker's Chinese name, unless it is an amount. */
function codeEnd(text: UnitText, end: number, breaks: BreaksWord): number {
  const stop = latinWordEnd(text, end);
  let digits = 0;
  for (let at = end; at < stop; at++) if (isDigitUnit(plainAt(text, at))) digits++;
  const amount = digits === stop - end && (digits !== 3 || isHanUnit(unitAt(text, stop)));
  return digits === 0 || digits > 3 || stop - end > 10 || amount || isCounted(text, stop)
    ? end
    : deviceEnd(text, stop, breaks);
}

/** End of 8 Elite Gen 5 or AI Max+ PRO 495 behind a line of chips: numbers and tiers of which the last is a number. */
function chipEnd(text: UnitText, end: number): number {
  let last = end;
  // Ryzen AI Max+ PRO 495
  let at = plainAt(text, end) === 0x2b && !isLatinAt(text, end + 1) ? end + 1 : end;
  for (let part = 0; part < 5; part++) {
    const numbered = numberedEnd(text, at);
    if (numbered > at) {
      const plus = plainAt(text, numbered) === 0x2b && !isLatinAt(text, numbered + 1);
      at = last = plus ? numbered + 1 : numbered;
      continue;
    }
    if (plainAt(text, at) !== 0x20 || classOf[unitAt(text, at + 1)] !== LATIN) break;
    let stop = latinWordEnd(text, at + 1);
    if (!CHIP_TIERS.hasFolded(text, at + 1, stop)) break;
    if (plainAt(text, stop) === 0x2b) stop++;
    at = stop;
  }
  return last;
}

/** End of Granite-4.0-1b-speech, a model's name and what it is for; `end` if nothing of the kind follows. */
function useEnd(text: UnitText, end: number): number {
  if (classOf[unitAt(text, end + 1)] !== LATIN) return end;
  const stop = latinWordEnd(text, end + 1);
  if (stop - end < 4 || stop - end > 12 || plainAt(text, stop) === 0x2d || isAt(text, stop, '年')) return end;
  return RELATIONS.hasFolded(text, end + 1, stop) ? end : stop;
}

/** End of a number with letters of a chip behind its line: 7, 356H, GB200; `end` if none follows. */
function numberedEnd(text: UnitText, end: number): number {
  const start = plainAt(text, end) === 0x20 ? end + 1 : end;
  if (!isLatinAt(text, start)) return end;
  const stop = latinWordEnd(text, start);
  const digits =
    isDigitUnit(plainAt(text, start)) ||
    isDigitUnit(plainAt(text, start + 1)) ||
    isDigitUnit(plainAt(text, start + 2));
  const room =
    isDigitUnit(plainAt(text, start)) && /^[gt]b?$/iu.test(text.slice(stop - 2, stop).replace(/\d/gu, ''));
  if (!digits || room || stop - start > 7 || isCounted(text, stop)) return end;
  return stop;
}

/** End of iPhone 14 Pro Max: one or two tiers of a device; `end` if none follows. */
function deviceEnd(text: UnitText, end: number, breaks: BreaksWord): number {
  let last = end;
  for (let tier = 0; tier < 2 && plainAt(text, last) === 0x20; tier++) {
    if (classOf[unitAt(text, last + 1)] !== LATIN) break;
    const stop = latinWordEnd(text, last + 1);
    let letters = stop;
    while (isDigitUnit(plainAt(text, letters - 1)) || plainAt(text, letters - 1) === 0x2e) letters--;
    if (!DEVICE_TIERS.hasFolded(text, last + 1, letters)) break;
    // SU7 Ultra35万: an amount.
    const amount = amountStart(text, last + 1, stop, breaks);
    if (amount < stop) return amount;
    // Mate 90 Pro+
    const plus = plainAt(text, stop) === 0x2b && !isLatinAt(text, stop + 1);
    last = plus ? stop + 1 : stop;
  }
  return last;
}

/** End of Arrow 1.1 Max or 2.5 Flash: a tier behind a version; `end` if none follows. */
export function versionTierEnd(text: UnitText, end: number): number {
  if (plainAt(text, end) !== 0x20 || !isCapital(unitAt(text, end + 1))) return end;
  let stop = latinWordEnd(text, end + 1);
  if (!VERSION_TIERS.hasSlice(text, end + 1, stop)) return end;
  if (text.startsWith('-Lite', stop)) stop += 5;
  return isLatinAt(text, stop) || plainAt(text, stop) === 0x2d ? end : stop;
}

/** End of what a product costs by: ChatGPT Plus, codex pro; `end` if nothing of the kind follows. */
function tierEnd(text: UnitText, end: number): number {
  if (plainAt(text, end) !== 0x20 || !isLetterUnit(plainAt(text, end - 1))) return end;
  if (classOf[unitAt(text, end + 1)] !== LATIN) return end;
  const stop = latinWordEnd(text, end + 1);
  return TIERS.hasFolded(text, end + 1, stop) ? stop : end;
}

/** End of Qwen Studio or Google Maps Platform in Chinese text; `end` if no such word follows. */
function partEnd(text: UnitText, at: number, end: number, terms: TermLexicon, breaks: BreaksWord): number {
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
    if (!bridge && !PRODUCT_PARTS.hasSlice(text, start, stop)) break;
    last = stop;
  }
  if (last === end || text.slice(last - 4, last) === ' App') return end;
  const release = releaseEnd(text, last, breaks);
  return isInChinese(text, at, release) ? release : end;
}
