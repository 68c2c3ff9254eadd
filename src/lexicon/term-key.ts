import { isCapital } from '../text/fold.js';
import { asRead } from '../text/reading-copy.js';
import { isDigitUnit, isHanUnit, isLatinOrDigit, isLetterUnit } from '../text/unit-kinds.js';
import { unitTable } from '../text/unit-table.js';

/**
 * The form under which a term is looked up: folded units without separators, so that `GPT-5`, `gpt 5` and
 * `ＧＰＴ５` are one. Between two digits a separator is kept, as a space: `Qwen 3 4B` is not `Qwen 34B`.
 * Hyphens and underscores at its edges are kept as they are: `C-` is not `C`.
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

/** Whether a folded unit is a separator that belongs to a name at its edge: C-, _id, --force. */
export function isEdgeMark(unit: number): boolean {
  return unit === 0x2d || unit === 0x5f;
}

/**
 * Where a separator may stand although the term has none: before a capital after small letters (`OpenAI`),
 * before digits after two letters or more (`GPT5`), between Latin and Han (`AI大模型`).
 *
 * @param fold  folded unit of each unit.
 */
export function termKey(written: string, fold: Uint16Array): TermKey {
  const term = asRead(written);
  const units: number[] = [];
  const at = (index: number): number => fold[term.charCodeAt(index)] as number;
  let first = 0;
  while (first < term.length && separatorOf[at(first)] === 1) first++;
  let last = term.length;
  while (last > first && separatorOf[at(last - 1)] === 1) last--;
  if (first === last) return { key: '', gaps: 0 };
  for (let i = first; i > 0 && isEdgeMark(at(i - 1)); i--) units.unshift(at(i - 1));
  let gaps = 0;
  let separated = false;
  let part = 0;
  let lastRaw = 0;
  for (let i = first; i < last; i++) {
    const raw = term.charCodeAt(i);
    const unit = fold[raw] as number;
    if (separatorOf[unit] === 1) {
      separated = true;
      continue;
    }
    const before = units.length === 0 ? 0 : (units[units.length - 1] as number);
    if (separated && isDigitUnit(before) && isDigitUnit(unit)) {
      units.push(0x20);
      part = 0;
    } else if (units.length > 0 && units.length < 31) {
      const camel =
        part >= 2 && isLetterUnit(before) && isLetterUnit(unit) && !isCapital(lastRaw) && isCapital(raw);
      const number = part >= 2 && isLetterUnit(before) && isDigitUnit(unit);
      const script = isHanUnit(before) !== isHanUnit(unit) && isTermUnit(before) && isTermUnit(unit);
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
  for (let i = last; i < term.length && isEdgeMark(at(i)); i++) units.push(at(i));
  return { key: textOf(units), gaps };
}

/** As many units as one call takes. */
const PIECE = 8192;

function textOf(units: readonly number[]): string {
  if (units.length <= PIECE) return String.fromCharCode(...units);
  let text = '';
  for (let at = 0; at < units.length; at += PIECE)
    text += String.fromCharCode(...units.slice(at, at + PIECE));
  return text;
}

function isTermUnit(unit: number): boolean {
  return isHanUnit(unit) || isLatinOrDigit(unit);
}
