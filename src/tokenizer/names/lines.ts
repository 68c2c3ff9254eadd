import { isLatinOrDigit } from '../../text/unit-kinds.js';
import { unitsOf } from '../../text/unit-table.js';
import { plainAt, type UnitText } from '../../text/unit-text.js';
import { WordSet } from '../../text/word-set.js';
import { isCounted } from './counted.js';

/** How the members of a line are named. */
interface Line {
  /** What stands behind the line in a text. */
  readonly shape: RegExp;
  /** What the name of a member begins with. */
  readonly head: string;
}

/** What stands behind a line of devices or chips in the name of a member, by the canonical names of lines of one shape. */
const LINES: ReadonlyMap<string, Line> = new Map(
  (
    [
      ['Core i3-|Core i5-|Core i7-|Core i9-', /^(?:-\d{4,5}[A-Z]{0,2}| ?\d{5}[A-Z]{0,2}| ?\d{4}[A-Z]{1,2})/u],
      ['Core Ultra 5 |Core Ultra 7 |Core Ultra 9 ', /^ \d{3}[A-Z]{0,2}/u],
      ['Ryzen 5 |Ryzen 7 |Ryzen 9 ', /^ \d{4,5}(?:X3D|XT|X|GE?|HX3D|HX|HS|H|U)?/u],
      ['Kirin ', /^ ?(?:[ATX]\d{1,2}|\d{3,4}[A-Za-z]{0,2})/u],
      ['Apple A', /^ ?\d{2}(?: Pro)?/u],
      ['Apple M', /^ ?\d(?: (?:Pro|Max|Ultra))?/u],
      ['Snapdragon 8 Elite ', /^ Gen ?\d/u],
      ['RTX ', /^[ -]?\d{4}(?:D|(?: ?Ti)?(?: ?Super)?)/iu],
      ['RX ', /^ ?\d{4,5}(?: ?(?:XTX|XT|GRE))?/iu],
      ['MI', /^\d{3}[ACPX]?/u],
      ['MTT S', /^\d{2,4}/u],
      ['Google Tensor ', /^ ?G\d/u],
      ['MLU', /^ ?\d{3}/u],
      ['TPU ', /^ ?v\d{1,2}[a-z]?/u],
      ['ConnectX-|BlueField-', /^-\d{1,2}/u],
      ['Gaudi |Graviton|Inferentia|Trainium', /^ ?\d/u],
      ['DDR|GDDR|LPDDR', /^\dX?/u],
      ['HBM', /^\dE?/u],
      ['PCIe ', /^ ?\d\.0/u],
      ['NVL', /^ ?\d{2,4}/u],
      ['GB200 |GB300 |Rubin |Rubin Ultra |Vera Rubin ', /^ ?NVL\d{2,4}/u],
      ['Apple Watch ', /^ Series \d{1,2}/u],
      [
        'iPhone Air |iPhone Fold |AirPods |AirPods Pro |AirPods Max |iPad Air |iPad Pro |iPad mini ',
        /^\d{1,2}/u,
      ],
      [
        'iOS |iPadOS |macOS |watchOS |visionOS |Android |HarmonyOS |HyperOS |ColorOS |OriginOS |MagicOS |One UI ',
        /^\d{1,2}(?:\.\d{1,2}){0,2}(?![大种类位台\d])/u,
      ],
      ['iPhone ', /^\d{1,2}e?(?: ?(?:Pro ?Max|Pro|Plus|Air)(?![A-Za-z]))?/iu],
      ['Pixel ', /^ ?\d{1,2}a?/u],
      ['Samsung Galaxy ', /^ ?(?:[AMS]\d{2}|Tab S\d{1,2})/u],
      ['Galaxy Z Flip|Galaxy Z Fold', /^ ?\d{1,2}/u],
      ['Kunlunxin ', /^ ?[MPR]\d{3}/u],
      ['Loongson ', /^ ?[23][A-Z]\d{4}/u],
      ['Li L|Li i', /^\d{1,2}/u],
      ['Yangwang U', /^\d{1,2}X?/u],
      ['Honor ', /^ ?\d{3}/u],
      ['Honor Magic|Magic V', /^ ?\d{1,2}/u],
      ['Huawei Mate ', /^ ?(?:\d{2,3}|X\d{1,2}|X[sT]s? \d)/u],
      ['Huawei Pura ', /^ ?(?:\d{2,3}|X\d{1,2})/u],
      ['Huawei nova ', /^ ?\d{2}/u],
      ['OnePlus ', /^ ?(?:Ace ?)?\d{1,2}[RTs]?/u],
      ['OPPO Find N|OPPO Find X', /^ ?\d{1,2}/u],
      ['OPPO Reno', /^ ?\d{1,2}/u],
      ['realme GT ', /^ ?\d{1,2}/u],
      ['Redmi Note ', /^ ?\d{1,2}/u],
      ['Redmi ', /^ ?(?:Note ?|Turbo ?|K)\d{1,3}/u],
      ['Xiaomi ', /^ ?\d{2}(?:[ST]|(?= (?:Pro|Max|Ultra)))/u],
    ] as const
  ).flatMap(([heads, shape]) =>
    heads.split('|').map((head) => [head.replace(/[ -]$/u, ''), { shape, head }]),
  ),
);
/** Lines whose members are called otherwise: Mate 80 of Huawei Mate. */
const PLAIN_HEADS: ReadonlyMap<string, string> = new Map([
  ['Huawei Mate', 'Mate '],
  ['Huawei Pura', 'Pura '],
  ['Huawei nova', 'nova '],
  ['Magic V', 'Honor Magic V'],
  ['Samsung Galaxy', 'Galaxy '],
  ['Kunlunxin', 'Kunlun '],
  ['Google Tensor', 'Tensor '],
]);
const LONGEST_SHAPE = 16;
/** Of a member that has a letter of its own nothing is counted: 昆仑芯M300点亮. */
const CODE = /[A-Z]\d+$/u;

/** Lines whose names are other words without a number: 麒麟 in 麒麟才子, but not in 麒麟9040. With the first unit of each. */
const NAMES =
  '麒麟|i3|i5|i7|i9|Ultra 5|Ultra 7|Ultra 9|RX|DDR|GDDR|LPDDR|NVL|Pixel|Galaxy|荣耀|榮耀|一加|红米|紅米|' +
  'rtx|Tensor|MTT S|MI|AMD MI|Mate|mate|Pura|pura|nova|Find X|Magic V|Magic|Reno|reno|苹果A|苹果M|Apple A|Apple M|思元|MLU|R5|R7|R9|真我GT|Li L|Li i|理想L|理想i|仰望U';
const NUMBERED = new WordSet(NAMES, '|');
const firsts = unitsOf(NAMES.split('|'));

/** What must stand behind those of them that are other words with a number as well: Magic 8 Ball, Reno 911. */
const TELLING: ReadonlyMap<string, RegExp> = new Map(
  (
    [
      ['Magic|Reno', /^ ?\d{1,2}(?: ?(?:Pro|Ultra|Max|RSR|Lite|系列|手机|折叠|至臻)|(?=[发开首预]))|^\d/u],
      ['mate|pura|reno', /^\d/u],
      ['R5|R7|R9', /^ \d{4,5}(?:X3D|XT|X|GE?|HX3D|HX|HS)(?![\w])/u],
    ] as const
  ).flatMap(([names, shape]) => names.split('|').map((name) => [name, shape])),
);

/** End of 13 Pro in Pixel 13 Pro, without its tier, behind the line that ends at `end`; `end` if no member of it is named. */
export function lineEnd(text: UnitText, end: number, canonical: string): number {
  const [member] = LINES.get(canonical)?.shape.exec(text.slice(end, end + LONGEST_SHAPE)) ?? [];
  if (member === undefined) return end;
  const stop = end + member.length;
  if (isLatinOrDigit(plainAt(text, stop))) return end;
  return isCounted(text, stop) && !CODE.test(member) ? end : stop;
}

/** Whether text[at, end) names a line by what is another word without a number. */
export function isNumberedLine(text: UnitText, at: number, end: number): boolean {
  return firsts[text.charCodeAt(at)] === 1 && NUMBERED.hasSlice(text, at, end);
}

/** Whether a number behind such a line is not enough to tell it, and nothing else does. */
export function isUntold(text: UnitText, at: number, end: number): boolean {
  return TELLING.get(text.slice(at, end))?.test(text.slice(end, end + LONGEST_SHAPE)) === false;
}

/** Tiers of devices, however they are written; the PRO of PRO 495 is part of a number. */
const TIER = /(?<!\p{L})(?:(se|xtx?)|pro|plus|max|ultra|air|super|lite|fold|flip|ti)(?!\p{L}| ?\d)/giu;
/** Between what is a word of its own in the name of a member: Note 15, 19 Pro, Pro Max. */
const SEAM =
  /(?<=\p{Ll}{2})(?=\d)|(?<=\d)(?=(?:[Pp]ro|[Pp]lus|[Mm]ax|[Aa]ir|[Tt]i|SUPER|[Ss]uper|X[Tt][Xx]?)(?:$|[ Mm]))|(?<=[Pp]ro)(?=[Mm]ax)/gu;

/** What stands behind the name of a device, the same for each way to write its tier: Pro of PRO. */
export function withTiers(behind: string): string {
  return behind.replace(TIER, (word: string, large: string | undefined) =>
    large === undefined ? word.charAt(0).toUpperCase() + word.slice(1).toLowerCase() : word.toUpperCase(),
  );
}

/** The name of a member, the same for each way to write what stands behind its line; undefined if there is no such line. */
export function memberName(canonical: string, behind: string): string | undefined {
  const line = LINES.get(canonical);
  if (line?.shape.test(behind) !== true) return undefined;
  const own = behind
    .replace(/^[ -]/u, '')
    .replace(SEAM, ' ')
    .replace(/^[ak](?=\d)/u, (letter) => letter.toUpperCase());
  return (PLAIN_HEADS.get(canonical) ?? line.head) + withTiers(own);
}
