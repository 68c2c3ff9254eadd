import { readFileSync } from 'node:fs';

/** Characters of a double-byte charset whose lead and trail bytes lie in the given ranges. */
function decodeRows(charset: string, lead: readonly [number, number], trails: readonly number[]): string {
  const decoder = new TextDecoder(charset);
  let text = '';
  for (let first = lead[0]; first <= lead[1]; first++) {
    for (const second of trails) text += decoder.decode(Uint8Array.of(first, second));
  }
  return text.replaceAll('\ufffd', '').replace(/[\0-\x7f]/g, '');
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Characters from `from` to `to`, both included. */
function block(from: number, to: number): string {
  return String.fromCodePoint(...range(from, to));
}

/**
 * The characters that the bundled font has: GB 2312, the frequent characters of Big5 (level 1), the rest of the 8,105
 * characters of the Table of General Standard Chinese Characters (dictionaries/font-characters.txt), Latin,
 * Greek, Cyrillic, kana and punctuation.
 */
export function bundledCharacters(root: string): string {
  const listed = readFileSync(`${root}dictionaries/font-characters.txt`, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('');
  const characters = new Set(
    decodeRows('gb2312', [0xa1, 0xf7], range(0xa1, 0xfe)) +
      decodeRows('big5', [0xa4, 0xc6], [...range(0x40, 0x7e), ...range(0xa1, 0xfe)]) +
      listed +
      block(0x20, 0x7e) +
      block(0xa0, 0x17f) +
      block(0x2010, 0x2027) +
      block(0x2030, 0x205e) +
      block(0x20a0, 0x20bf) +
      block(0x2100, 0x214f) +
      block(0x2150, 0x218f) +
      block(0x2190, 0x21ff) +
      block(0x2200, 0x22ff) +
      block(0x2460, 0x24ff) +
      block(0x2500, 0x25ff) +
      block(0x2600, 0x26ff) +
      block(0x3000, 0x303f) +
      block(0x3041, 0x30ff) +
      block(0xff01, 0xffee),
  );
  return [...characters].join('');
}
