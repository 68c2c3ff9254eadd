/** What members of a line are told apart by: Pro of AirPods Pro. */
const TIERS = /\b(?:pro|max|ultra|plus|mini|nano|micro|lite|air|turbo|flash|xl|xt|ti)\b/gu;
const DIGITS = '零一二三四五六七八九';
const HAN_NUMERAL = /[一二三四五六七八九十]+(?=号|$)/gu;
const ROMAN: ReadonlyMap<string, number> = new Map(
  ['II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'].map((numeral, index) => [numeral, index + 2]),
);
/** Names in which a number or a tier tells of no other member. */
const SAME = new Set(
  'K8s|1X NEO|800V HVDC|NAND Flash|RTX 6000D|战锤40K|战锤40k|ImageNet-22K|LeNet-5|Step-Video-T2V|生化危机9|Resident Evil 9'.split(
    '|',
  ),
);

/**
 * Whether a way to write a name says another version or tier than the name under which it counts, and so is of another member of
 * the line: HBM4 of HBM, RX 9070 XT of RX 9070. A size says nothing where the line has one alone, nor does the first version.
 */
export function tellsAnother(surface: string, canonical: string, surfaces: readonly string[]): boolean {
  if (SAME.has(surface)) return false;
  const own = numbersOf(canonical);
  const unnumbered = [...own].every(isSize);
  for (const number of numbersOf(unnumbered ? surface.replace(HAN_NUMERAL, '') : surface)) {
    const first = number === '1' && unnumbered;
    const year = own.has(`20${number}`);
    if (!own.has(number) && !first && !year && !(isSize(number) && sizesOf(surfaces) === 1)) return true;
  }
  return rest(surface) === rest(canonical) && tiersOf(surface) !== tiersOf(canonical);
}

function isSize(number: string): boolean {
  return /\D$/u.test(number);
}

function sizesOf(surfaces: readonly string[]): number {
  return new Set(surfaces.flatMap((surface) => [...numbersOf(surface)].filter(isSize))).size;
}

/** The numbers of a name, with the letter of a size, without the `.0` of a whole version. */
function numbersOf(name: string): Set<string> {
  const numbers = new Set<string>();
  for (const [, number = '', unit = ''] of name
    .normalize('NFKC')
    .matchAll(/(\d+(?:\.\d+)?)([BDKM](?![a-z\d]))?/giu))
    numbers.add(`${Number(number)}${unit.toUpperCase()}`);
  for (const numeral of name.match(HAN_NUMERAL) ?? []) numbers.add(`${readHan(numeral)}`);
  for (const word of name.split(' ')) if (ROMAN.has(word)) numbers.add(`${ROMAN.get(word)}`);
  return numbers;
}

function readHan(numeral: string): number {
  const [tens, ones] = numeral.split('十') as [string, string?];
  if (ones === undefined) return DIGITS.indexOf(tens);
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones));
}

function tiersOf(name: string): string {
  return (name.toLowerCase().match(TIERS) ?? []).sort().join(' ');
}

function rest(name: string): string {
  return name
    .toLowerCase()
    .replace(TIERS, '')
    .replace(/[\s=-]/gu, '');
}
