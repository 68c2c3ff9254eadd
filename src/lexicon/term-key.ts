import { isDigitUnit, isHanUnit, isLatinOrDigit, isLetterUnit } from '../text/unit-kinds.js';
import { unitTable } from '../text/unit-table.js';

/**
 * The form under which a term is looked up: folded units without separators, so that `GPT-5`, `gpt 5` and
 * `ＧＰＴ５` are one. Between two digits a separator is kept, as a space: `Qwen 3 4B` is not `Qwen 34B`.
 */
interface TermKey {
  readonly key: string;
  /** Bit p: a separator may stand before unit p of the key. From 31 on it always may. */
  readonly gaps: number;
}

/** Folded units that separate the parts of a name: space, hyphen, underscore, middle dot. */
export const separators: readonly number[] = [0x20, 0x2d, 0x5f, 0xb7];

/** 1 for {@link separators}. */
export const separatorOf: Uint8Array = unitTable();
for (const unit of separators) separatorOf[unit] = 1;

/**
 * Where a separator may stand although the term has none: before a capital after small letters (`OpenAI`),
 * before digits after two letters or more (`GPT5`), between Latin and Han (`AI大模型`).
 *
 * @param fold  folded unit of each unit.
 */
export function termKey(term: string, fold: Uint16Array): TermKey {
  const units: number[] = [];
  let gaps = 0;
  let separated = false;
  let part = 0;
  let lastRaw = 0;
  for (let i = 0; i < term.length; i++) {
    const raw = term.charCodeAt(i);
    const unit = fold[raw] as number;
    if (separatorOf[unit] === 1) {
      separated = units.length > 0;
      continue;
    }
    const last = units.length === 0 ? 0 : (units[units.length - 1] as number);
    if (separated && isDigitUnit(last) && isDigitUnit(unit)) {
      units.push(0x20);
      part = 0;
    } else if (units.length > 0 && units.length < 31) {
      const camel =
        part >= 2 && isLetterUnit(last) && isLetterUnit(unit) && fold[lastRaw] === lastRaw && unit !== raw;
      const number = part >= 2 && isLetterUnit(last) && isDigitUnit(unit);
      const script = isHanUnit(last) !== isHanUnit(unit) && isTermUnit(last) && isTermUnit(unit);
      if (separated || camel || number || script) {
        gaps |= 1 << units.length;
        part = 0;
      }
    }
    units.push(unit);
    part++;
    separated = false;
    lastRaw = raw;
  }
  return { key: String.fromCharCode(...units), gaps };
}

function isTermUnit(unit: number): boolean {
  return isHanUnit(unit) || isLatinOrDigit(unit);
}
