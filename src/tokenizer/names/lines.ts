import { isLatinOrDigit } from '../../text/unit-kinds.js';
import { unitsOf } from '../../text/unit-table.js';
import { isOneOf, plainAt, type UnitText } from '../../text/unit-text.js';
import { WordSet } from '../../text/word-set.js';
import { COUNTED } from './name-words.js';

/** What stands behind a line of devices or chips in the name of a member, by the canonical names of lines of one shape. */
const SHAPES: ReadonlyMap<string, RegExp> = new Map(
  (
    [
      ['Core i3|Core i5|Core i7|Core i9', /^(?:-\d{4,5}[A-Z]{0,2}| ?\d{5}[A-Z]{0,2}| ?\d{4}[A-Z]{1,2})/u],
      ['Core Ultra 5|Core Ultra 7|Core Ultra 9', /^ \d{3}[A-Z]{0,2}/u],
      ['Kirin', /^ ?(?:[ATX]\d{1,2}|\d{3,4}[A-Za-z]{0,2})/u],
      ['RX', /^ ?\d{4}/u],
      ['TPU', /^ ?v\d{1,2}[a-z]?/u],
      ['ConnectX|BlueField', /^-\d{1,2}/u],
      ['Gaudi|Graviton|Inferentia|Trainium', /^ ?\d/u],
      ['DDR|GDDR|LPDDR', /^\dX?/u],
      ['HBM', /^\dE?/u],
      ['PCIe', /^ ?\d\.0/u],
      ['NVL', /^ ?\d{2,4}/u],
      ['GB200|GB300|Rubin|Rubin Ultra|Vera Rubin', /^ ?NVL\d{2,4}/u],
      ['Apple Watch', /^ Series \d{1,2}/u],
      ['Pixel', /^ ?\d{1,2}a?/u],
      ['Samsung Galaxy', /^ ?(?:[AMS]\d{2}|Tab S\d{1,2}|Z (?:Fold|Flip) ?\d{1,2})/u],
      ['Galaxy Z Flip|Galaxy Z Fold', /^ ?\d{1,2}/u],
      ['Honor', /^ ?(?:\d{3}|Magic ?V?\d{1,2})/u],
      ['OnePlus', /^ ?(?:Ace ?)?\d{1,2}[RTs]?/u],
      ['Redmi', /^ ?(?:Note ?|Turbo ?|K)\d{1,3}/u],
      ['Xiaomi', /^ ?\d{2}(?:[ST]|(?= (?:Pro|Max|Ultra)))/u],
    ] as const
  ).flatMap(([lines, shape]) => lines.split('|').map((line) => [line, shape])),
);
const LONGEST_SHAPE = 16;

/** Lines whose names are other words without a number: 麒麟 in 麒麟才子, but not in 麒麟9040. With the first unit of each. */
const NAMES =
  '麒麟|i3|i5|i7|i9|Ultra 5|Ultra 7|Ultra 9|RX|DDR|GDDR|LPDDR|NVL|Pixel|Galaxy|荣耀|榮耀|一加|红米|紅米';
const NUMBERED = new WordSet(NAMES, '|');
const firsts = unitsOf(NAMES.split('|'));

/** End of 13 Pro in Pixel 13 Pro, without its tier, behind the line that ends at `end`; `end` if no member of it is named. */
export function lineEnd(text: UnitText, end: number, canonical: string): number {
  const [member] = SHAPES.get(canonical)?.exec(text.slice(end, end + LONGEST_SHAPE)) ?? [];
  if (member === undefined) return end;
  const stop = end + member.length;
  const goesOn = isLatinOrDigit(plainAt(text, stop)) || isOneOf(text, stop, COUNTED);
  return goesOn ? end : stop;
}

/** Whether text[at, end) names a line by what is another word without a number. */
export function isNumberedLine(text: UnitText, at: number, end: number): boolean {
  return firsts[text.charCodeAt(at)] === 1 && NUMBERED.hasSlice(text, at, end);
}
