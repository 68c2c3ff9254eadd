import type { Entity } from '../entity.js';

/** What of a kind a text tells that goes by numbers or names of its own: of 次试飞 11, of `bps` 25, of `storm` Ragasa. */
export type Marks = ReadonlyMap<string, readonly (number | string)[]>;

/** The eleventh test flight: what is counted, of Chinese with up to two characters behind it. */
const ordinals = [
  /第\s?(\d{1,4}|[一二三四五六七八九十]{1,3})\s?([次届批轮颗架艘集]\p{Script=Han}{0,2})/gu,
  /\b(\d{1,3})(?:st|nd|rd|th) (\p{Ll}{4,})/gu,
];

/** A name that stands behind what it is of, in marks or before what it does; not 台风今日登陆. */
const hanStorm =
  /[台飓]风(?:[“"「『‘](\p{Script=Han}{2,5})[”"」』’]|(?![今明后昨即预可将或正在已又再最超强本首个的和季天])(\p{Script=Han}{2,5}?)(?=登陆|来袭|逼近|生成|残余|路径|直扑))/gu;

/** Quakes by their magnitude, storms by their names, years of a company by their quarters. */
const patterns: readonly (readonly [
  kind: string,
  pattern: RegExp,
  read: (text: string) => number | string,
])[] = [
  [
    'magnitude',
    /(\d(?:\.\d)?)\s?级(?:左右)?(?:[强浅]?[地余])震|\b[Mm]agnitude[ -](\d(?:\.\d)?)|\b(\d\.\d)[- ]magnitude\b/gu,
    Number,
  ],
  ['storm', /\b(?:[Tt]yphoon|[Hh]urricane|[Cc]yclone|[Ss]torm) (\p{Lu}\p{Ll}{2,})/gu, String],
  ['storm in Han', hanStorm, String],
  ['fiscal quarter', /第([一二三四])财季/gu, String],
];

/** By how much a quake's magnitude is put right, and by which factor fines differ that are told in other ways. */
const CORRECTED = 0.5;
const OTHER_FINE = 2;

const fined = /罚|\bfine[sd]?\b|\bpenalt/iu;
const quarterOf = /-(Q[1-4])$/;

/** The marks of a text. O(text). */
export function marksOf(text: string, entities: readonly Entity[]): Marks {
  const marks = new Map<string, (number | string)[]>();
  const put = (kind: string, value: number | string): void => {
    const values = marks.get(kind);
    if (values === undefined) marks.set(kind, [value]);
    else values.push(value);
  };
  for (const pattern of ordinals)
    for (const [, number = '', counted = ''] of text.matchAll(pattern)) put(counted, numeral(number));
  for (const [kind, pattern, read] of patterns)
    for (const found of text.matchAll(pattern)) put(kind, read(found[1] ?? found[2] ?? found[3] ?? ''));
  const isFine = fined.test(text);
  for (const { quantity } of entities) {
    if (quantity === undefined) continue;
    const quarter = quantity.type === 'date' ? quarterOf.exec(quantity.date ?? '')?.[1] : undefined;
    if (quarter !== undefined) put('quarter', quarter);
    else if (quantity.unit === 'bps') put('bps', quantity.value);
    else if (isFine && quantity.type === 'money') put(`fine ${quantity.currency}`, quantity.value);
  }
  return marks;
}

/** Whether of one kind each tells something, and nothing that the other tells. */
export function areOtherMarks(a: Marks, b: Marks): boolean {
  for (const [kind, values] of a) {
    const others = b.get(kind);
    if (others !== undefined && !values.some((value) => others.some((other) => agree(kind, value, other))))
      return true;
  }
  return false;
}

function agree(kind: string, a: number | string, b: number | string): boolean {
  // 桦加沙今 is 桦加沙.
  if (typeof a === 'string' || typeof b === 'string')
    return `${a}`.startsWith(`${b}`) || `${b}`.startsWith(`${a}`);
  if (kind.startsWith('fine ')) return Math.max(a, b) <= OTHER_FINE * Math.min(a, b);
  return kind === 'magnitude' ? Math.abs(a - b) <= CORRECTED : a === b;
}

const digits = '一二三四五六七八九';

/** The number 11 of 11 and 十一. */
function numeral(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const ten = text.indexOf('十');
  if (ten < 0) return digits.indexOf(text) + 1;
  const tens = ten === 0 ? 1 : digits.indexOf(text.charAt(ten - 1)) + 1;
  const units = text.charAt(ten + 1);
  return 10 * tens + (units === '' ? 0 : digits.indexOf(units) + 1);
}
