import { lazy } from '../../base/lazy.js';
import { isNotion, type TermCategory, type TermInfo } from '../../lexicon/term-info.js';
import type { TermLexicon } from '../../lexicon/term-lexicon.js';
import { foldWidth, plainUnit } from '../../text/fold.js';
import { isDigitUnit, isHanUnit } from '../../text/unit-kinds.js';
import { unitsOf } from '../../text/unit-table.js';
import { isAt, isOneOf, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import type { BreaksWord } from '../breaks-word.js';
import { amountStart } from './amount-behind.js';
import { border, isInChinese, MIXED } from './in-chinese.js';
import { hasInnerHump, isCapital, isLatinAt, isNamePart, latinWordEnd } from './latin-word.js';
import {
  ABBREVIATIONS,
  AGENTS,
  DOING,
  DOTTED_ENDINGS,
  HEADS,
  LEGAL_FORMS,
  PLAIN_PARTS,
  RELATIONS,
} from './name-words.js';
import { releaseEnd } from './release.js';
import { writtenHead } from './written-head.js';

/** What a program is called for what it is, with the first character of each. */
const TOOLS = '输入法 浏览器 网盘 云盘 邮箱 应用商店 应用市场'.split(' ');
const TOOL_STARTS = TOOLS.map((word) => word.charAt(0)).join('');
/** With what the name of a term goes on behind it, if it does, by plainUnit; most terms are told by it to be whole. */
const goesOn = lazy(() => unitsOf(`${TOOL_STARTS} -.+abcdefghijklmnopqrstuvwxyz0123456789`));

/** Whether what stands at a place may belong to the name of the term that ends there. */
export function mayGoOn(text: UnitText, end: number): boolean {
  return goesOn()[plainAt(text, end)] === 1;
}

/** Most words that follow a term in one name. */
const MAX_WORDS = 3;

/** A term with what its name goes on with. */
interface Compound {
  readonly end: number;
  readonly info: TermInfo;
}

/** Finds names that go on behind a term of the lexicon: Cohere Labs, Claude Code Routines, wecom-cli, WordPress.com. */
export class Compounds {
  readonly #terms: TermLexicon;
  readonly #breaks: BreaksWord;

  constructor(terms: TermLexicon, breaks: BreaksWord) {
    this.#terms = terms;
    this.#breaks = breaks;
  }

  /**
   * The name that begins with the term text[at, end). A host is one in any text; words and hyphens only in Chinese text,
   * where a stretch of Latin is a name.
   *
   * @returns where it ends and what it stands for; undefined if nothing of the kind follows.
   */
  find(
    text: UnitText,
    at: number,
    end: number,
    info: TermInfo,
    category: TermCategory,
  ): Compound | undefined {
    const tool = toolEnd(text, end, category, this.#breaks);
    if (tool > end) return { end: tool, info: part(text, at, end, tool, info) };
    if (category === 'person' || !isLatinAt(text, end - 1)) return undefined;
    if (category === 'concept' && (plainAt(text, end) !== 0x20 || !HEADS.hasSlice(text, at, end)))
      return undefined;
    switch (plainAt(text, end)) {
      case 0x2e: {
        const stop = latinWordEnd(text, end + 1);
        const host = stop - end <= 6 && DOTTED_ENDINGS.has(text.slice(end + 1, stop).toLowerCase());
        return host ? { end: stop, info } : undefined;
      }
      case 0x2d: {
        const stop = hyphenatedTermEnd(text, at, end);
        return stop > end ? { end: stop, info: part(text, at, end, stop, info) } : undefined;
      }
      case 0x20:
        if (category === 'event' || (category === 'technique' && isCapital(unitAt(text, at + 1))))
          return undefined;
        return this.#worded(text, at, end, info, category);
      default:
        return undefined;
    }
  }

  /** What goes on with words: Agent Toolkit for AWS. */
  #worded(
    text: UnitText,
    at: number,
    end: number,
    info: TermInfo,
    category: TermCategory,
  ): Compound | undefined {
    // Most names in a sentence of English are told by what stands before them.
    if (border(text, at - 1, -1) === MIXED) return undefined;
    const use = useOf(text, end);
    let last = use;
    let edge = use;
    for (let words = 0; unitAt(text, last) === 0x20 && isLatinAt(text, last + 1); words++) {
      const first = unitAt(text, last + 1);
      const digit = isDigitUnit(plainUnit(first));
      // A small word goes on with no name, but for the v of a version and for.
      if (
        use === end &&
        !digit &&
        !isCapital(first) &&
        plainUnit(first) !== 0x76 &&
        plainUnit(first) !== 0x66
      )
        return undefined;
      const stop = latinWordEnd(text, last + 1);
      const word = text.slice(last + 1, stop);
      if (use === end) {
        // Agent Toolkit for AWS
        if (word === 'for' && words > 0 && isNamePart(text, stop + 1, latinWordEnd(text, stop + 1))) {
          last = latinWordEnd(text, stop + 1);
          break;
        }
        if (digit) {
          last = words === 0 ? last : releaseEnd(text, last, this.#breaks);
          break;
        }
        if (plainUnit(first) === 0x76 && isDigitUnit(unitAt(text, last + 2))) {
          last = stop;
          break;
        }
        const lastWord = !isCapital(unitAt(text, stop + 1));
        if (ABBREVIATIONS.has(word) || (PLAIN_PARTS.has(word) && lastWord)) {
          edge = stop;
          break;
        }
        if (word !== 'AI' && !AGENTS.has(word) && isNamed(text, last + 1, stop, this.#terms))
          return undefined;
        // Google TurboQuant, NVIDIA GX10: what has a name of its own.
        if (category === 'company' && isCoined(text, last + 1, stop)) return undefined;
      }
      if (words === MAX_WORDS || !(isNamePart(text, last + 1, stop) || (digit && use > end && words > 0)))
        return undefined;
      last = stop;
    }
    // MacBook Air8999元: an amount.
    const lastWord = text.string.lastIndexOf(' ', last - 1) + 1;
    if (amountStart(text, lastWord, last, this.#breaks) < last) return undefined;
    if (last === use || !isInChinese(text, at, Math.max(last, edge))) return undefined;
    if (text.slice(end, last) === ' AI') return actsOrEnds(text, last) ? { end: last, info } : undefined;
    const legal =
      category === 'company' &&
      LEGAL_FORMS.has(text.string.slice(text.string.lastIndexOf(' ', last - 1) + 1, last));
    return { end: last, info: legal ? info : part(text, at, end, last, info) };
  }
}

/** End of 输入法 or 浏览器 behind the Chinese name of a company, a product or a model: 豆包输入法; `end` if nothing of the kind follows. */
function toolEnd(text: UnitText, end: number, category: TermCategory, breaks: BreaksWord): number {
  if (category !== 'company' && category !== 'product' && category !== 'model') return end;
  if (!isHanUnit(unitAt(text, end - 1)) || !isOneOf(text, end, TOOL_STARTS)) return end;
  const tool = TOOLS.find((word) => text.startsWith(word, end));
  return tool === undefined || breaks(end + tool.length) ? end : end + tool.length;
}

/** End of ` for` or ` in`: Claude for Excel, Gemini in Chrome; `end` if neither follows. */
function useOf(text: UnitText, end: number): number {
  if (text.startsWith(' for ', end)) return end + 4;
  return text.startsWith(' in ', end) ? end + 3 : end;
}

/** End of wecom-cli or DeepSeek-TUI in Chinese text, of which the parts say nothing of a relation to the term. */
function hyphenatedTermEnd(text: UnitText, at: number, end: number): number {
  let last = end;
  for (let parts = 0; parts < 4 && plainAt(text, last) === 0x2d && isLatinAt(text, last + 1); parts++) {
    const stop = latinWordEnd(text, last + 1);
    if (RELATIONS.hasFolded(text, last + 1, stop)) return end;
    // GPT-4-2024年: a year.
    if (isDigitUnit(plainAt(text, last + 1)) && isAt(text, stop, '年')) return end;
    last = stop;
  }
  return last - at <= 40 && plainAt(text, last) !== 0x2d && isInChinese(text, at, last) ? last : end;
}

/** Whether a term begins there that names something, and ends no earlier than the word. */
function isNamed(text: UnitText, start: number, stop: number, terms: TermLexicon): boolean {
  const count = terms.match(text, start, text.length);
  for (let index = 0; index < count; index++) {
    const end = terms.ends[index] as number;
    // MiniCPM5
    if (end < stop && isDigitUnit(plainAt(text, end)) && terms.familyOf(terms.found[index] as number))
      return true;
    if (end < stop) continue;
    const entry = terms.found[index] as number;
    if (terms.infoOf(entry) !== undefined) return true;
    if (terms.familyOf(entry) !== undefined && isVersioned(text, end)) return true;
  }
  return false;
}

/** Whether ` V7`, ` 5` or the like follows. */
function isVersioned(text: UnitText, end: number): boolean {
  const mark = plainAt(text, end);
  if (mark !== 0x20 && mark !== 0x2d) return false;
  return (
    isDigitUnit(plainAt(text, end + 1)) || (isLatinAt(text, end + 1) && isDigitUnit(plainAt(text, end + 2)))
  );
}

/** Whether a word is written as none of the language is: TurboQuant, GX10. */
function isCoined(text: UnitText, start: number, stop: number): boolean {
  if (hasInnerHump(text, start, stop)) return true;
  for (let at = start; at < stop; at++) if (isDigitUnit(plainAt(text, at))) return true;
  return false;
}

function actsOrEnds(text: UnitText, end: number): boolean {
  const next = unitAt(text, end) === 0x20 ? end + 1 : end;
  return !isHanUnit(unitAt(text, next)) || isOneOf(text, next, DOING);
}

/** What a part of a company's or product's name stands for: a product of the same maker. */
function part(text: UnitText, at: number, end: number, stop: number, info: TermInfo): TermInfo {
  const { canonical, category } = info;
  const maker = category === 'company' ? canonical : info.maker;
  if (isNotion(category)) {
    return { canonical: foldWidth(text.slice(at, stop)), category: 'product', guessed: true };
  }
  return {
    canonical: writtenHead(text.slice(at, end), canonical) + foldWidth(text.slice(end, stop)),
    category: category === 'company' || category === 'organization' ? 'product' : category,
    guessed: true,
    ...(maker === undefined ? {} : { maker }),
  };
}
