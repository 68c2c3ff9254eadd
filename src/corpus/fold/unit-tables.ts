import { isReadOtherwise } from '../../text/reading-copy.js';
import { isBasicHan } from '../../text/unit-kinds.js';
import { variantChangesIfAtHand } from '../../text/variants.js';

/** Kinds of UTF-16 units in texts that are folded. */
export const dropped = 0;
export const letter = 1;
export const han = 2;
export const digit = 3;
export const latin = 4;
export const currency = 5;

/** Han characters that turn a statement round, traditional ones as well; texts that differ in them are no copies. */
const turning = '不没未无否涨跌升降增减买卖赢输胜败沒無漲減買賣贏輸勝敗';
const hanDigits = '〇零一二三四五六七八九十百千万亿两萬億兩';
/** Signs of amounts and of numbers that are written in two ways. */
const commonSigns = [
  '￥¥',
  '￡£',
  '￠¢',
  '￦₩',
  '−-',
  '–-',
  '≧≥',
  '⩾≥',
  '≦≤',
  '⩽≤',
  '▲↑',
  '△↑',
  '⬆↑',
  '▼↓',
  '▽↓',
  '⬇↓',
];
/** Signs that belong to the number behind them or to the name before them, where it has one. */
const signs = '@+-<>≤≥±↑↓#';

/** What may be read otherwise than it is written: combining marks, letters in other dress. */
export const flagDressed = 0x10;
/** Of what is dropped, what may be the sign of a number or a name, or begin a mention or a character of two units. */
export const flagSign = 0x20;
export const flagTurning = 0x40;
export const flagNumber = 0x80;
export const flags = flagDressed | flagSign | flagTurning | flagNumber;
export const kindMask = 0x0f;

export interface UnitTables {
  /** Kind and flags by unit. */
  readonly kinds: Uint8Array;
  /** The unit in lower case, of common width, and simplified. */
  readonly folded: Uint16Array;
  /** By what traditional characters were simplified. */
  readonly changes: Uint16Array | undefined;
}

let tables: UnitTables | undefined;

/** Made at the first use, in some 20 ms: importing must cost nothing. */
export function loadUnitTables(): UnitTables {
  const changes = variantChangesIfAtHand();
  if (tables !== undefined && tables.changes === changes) return tables;
  const kinds = new Uint8Array(65536);
  const folded = new Uint16Array(65536);
  for (let unit = 0; unit < 65536; unit++) {
    if (unit >= 0xd800 && unit <= 0xdfff) {
      folded[unit] = unit;
      if (unit <= 0xdbff) kinds[unit] = flagSign;
      continue;
    }
    const isWide = unit >= 0xff01 && unit <= 0xff5e;
    const lower = String.fromCharCode(isWide ? unit - 0xfee0 : unit).toLowerCase();
    folded[unit] = lower.length === 1 ? lower.charCodeAt(0) : unit;
    if (changes !== undefined) folded[unit] ^= changes[unit];
    const code = folded[unit];
    if (code >= 0x30 && code <= 0x39) kinds[unit] = digit | flagNumber;
    else if (code >= 0x61 && code <= 0x7a) kinds[unit] = latin;
    else if (isBasicHan(unit)) kinds[unit] = han;
    else if (/\p{Sc}/u.test(lower)) kinds[unit] = currency;
    else if (unit >= 0x80 && /\p{L}|\p{N}|‰/u.test(lower)) kinds[unit] = letter;
  }
  for (const [unit, common] of commonSigns) folded[unit.charCodeAt(0)] = common.charCodeAt(0);
  for (let unit = 0; unit < 65536; unit++) {
    if (signs.includes(String.fromCharCode(folded[unit]))) kinds[unit] |= flagSign;
    if (isReadOtherwise(unit)) kinds[unit] |= flagDressed;
  }
  for (const character of turning) kinds[character.charCodeAt(0)] |= flagTurning;
  for (const character of hanDigits) kinds[character.charCodeAt(0)] |= flagNumber;
  kinds['〇'.charCodeAt(0)] = han | flagNumber;
  tables = { kinds, folded, changes };
  return tables;
}
