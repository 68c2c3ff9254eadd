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
  const next = plainAt(text, stop) === 0x20 ? stop + 1 : stop;
  if (text.startsWith('模型', next) || /^models?\b/iu.test(text.slice(next, next + 7))) return true;
  if (maker === undefined) return false;
  return (
    names(text, Math.max(0, at - REACH), at, maker, terms) ||
    names(text, stop, Math.min(text.length, stop + REACH), maker, terms)
  );
}

function names(text: UnitText, from: number, to: number, maker: string, terms: TermLexicon): boolean {
  for (let at = from; at < to; at++) {
    if (!terms.mayBegin(text, at) || isLatinOrDigit(plainAt(text, at - 1))) continue;
    const count = terms.match(text, at, text.length);
    for (let index = 0; index < count; index++) {
      const end = terms.ends[index] as number;
      if (end > to || (isLatinOrDigit(plainAt(text, end - 1)) && isLatinOrDigit(plainAt(text, end))))
        continue;
      const entry = terms.found[index] as number;
      const info = terms.infoOf(entry);
      if (info?.canonical === maker || info?.maker === maker) return true;
      // Sonnet 6 beside Opus 5
      if (terms.familyOf(entry)?.maker === maker && isNumbered(text, end)) return true;
    }
  }
  return false;
}

/** Whether the number of a version follows. */
function isNumbered(text: UnitText, end: number): boolean {
  const mark = plainAt(text, end);
  return (mark === 0x20 || mark === 0x2d) && isDigitUnit(plainAt(text, end + 1));
}
