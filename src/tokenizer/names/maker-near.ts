import type { TermInfo } from '../../lexicon/term-info.js';
import type { TermLexicon } from '../../lexicon/term-lexicon.js';
import { isDigitUnit, isLatinOrDigit } from '../../text/unit-kinds.js';
import { plainAt, type UnitText } from '../../text/unit-text.js';

/** Units before and behind a name in which its maker is looked for. */
const REACH = 48;

/**
 * Whether the number behind an ordinary word makes it a model's name: the maker of such models, or something else of
 * its, is named nearby (Anthropic ships Sonnet 5), or it is called a model (Step 4 模型).
 *
 * Reads at most 48 units on either side; what the lexicon matched before is overwritten.
 */
export function isModelHere(
  text: UnitText,
  at: number,
  end: number,
  maker: string | undefined,
  terms: TermLexicon,
): boolean {
  if (plainAt(text, end) !== 0x20 || !isDigitUnit(plainAt(text, end + 1))) return false;
  let stop = end + 1;
  while (isDigitUnit(plainAt(text, stop))) stop++;
  if (isCalledModel(text, stop)) return true;
  const isOfMaker = (info: TermInfo | undefined): boolean =>
    info?.canonical === maker || info?.maker === maker;
  return maker !== undefined && isNear(text, at, stop, maker, terms, isOfMaker);
}

/**
 * Whether a capital with a digit, text[at, end), is a model's name, as it is called one or another model or its maker is named nearby:
 * O3 beside GPT-5, but not beside PM2.5.
 */
export function isModelBesideOthers(
  text: UnitText,
  at: number,
  end: number,
  maker: string | undefined,
  terms: TermLexicon,
): boolean {
  const isOther = (info: TermInfo | undefined): boolean =>
    info?.category === 'model' || info?.canonical === maker;
  return isCalledModel(text, end) || isNear(text, at, end, maker, terms, isOther);
}

/** Whether 模型 or model follows. */
function isCalledModel(text: UnitText, end: number): boolean {
  const next = plainAt(text, end) === 0x20 ? end + 1 : end;
  return text.startsWith('模型', next) || /^models?\b/iu.test(text.slice(next, next + 7));
}

function isNear(
  text: UnitText,
  at: number,
  stop: number,
  maker: string | undefined,
  terms: TermLexicon,
  tells: (info: TermInfo | undefined) => boolean,
): boolean {
  return (
    names(text, Math.max(0, at - REACH), at, maker, terms, tells) ||
    names(text, stop, Math.min(text.length, stop + REACH), maker, terms, tells)
  );
}

function names(
  text: UnitText,
  from: number,
  to: number,
  maker: string | undefined,
  terms: TermLexicon,
  tells: (info: TermInfo | undefined) => boolean,
): boolean {
  for (let at = from; at < to; at++) {
    if (!terms.mayBegin(text, at) || isLatinOrDigit(plainAt(text, at - 1))) continue;
    const count = terms.match(text, at, text.length);
    for (let index = 0; index < count; index++) {
      const end = terms.ends[index] as number;
      if (end > to || (isLatinOrDigit(plainAt(text, end - 1)) && isLatinOrDigit(plainAt(text, end))))
        continue;
      const entry = terms.found[index] as number;
      if (tells(terms.infoOf(entry))) return true;
      // Sonnet 6 beside Opus 5
      if (maker !== undefined && terms.familyOf(entry)?.maker === maker && isNumbered(text, end)) return true;
    }
  }
  return false;
}

/** Whether the number of a version follows. */
function isNumbered(text: UnitText, end: number): boolean {
  const mark = plainAt(text, end);
  return (mark === 0x20 || mark === 0x2d) && isDigitUnit(plainAt(text, end + 1));
}
