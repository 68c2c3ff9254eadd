/** Signs by the names that sites write for them: those that mean something to HTML, and what stands in ordinary text. */
const names = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['ensp', ' '],
  ['emsp', ' '],
  ['thinsp', ' '],
  ['hellip', '…'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['middot', '·'],
  ['bull', '•'],
  ['times', '×'],
  ['deg', '°'],
  ['yen', '¥'],
  ['euro', '€'],
  ['pound', '£'],
]);
const escaped = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,6}));/g;

/** What Windows' Western encoding has at 128 to 159, and HTML reads there; a space where it has nothing. */
const western = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The sign of a number; undefined for what is none. */
function signOf(code: number): string | undefined {
  if (code >= 0x80 && code < 0xa0) return western.charAt(code - 0x80);
  if (code === 0x09 || code === 0x0a) return String.fromCharCode(code);
  if (code === 0x0d) return '\n';
  if (code === 0xa0) return ' ';
  const isSign = code >= 0x20 && code <= 0x10ffff && code !== 0x7f && (code < 0xd800 || code > 0xdfff);
  return isSign ? String.fromCodePoint(code) : undefined;
}

function decode(found: string, decimal?: string, hex?: string, name = ''): string {
  if (decimal !== undefined) return signOf(Number(decimal)) ?? found;
  if (hex !== undefined) return signOf(Number.parseInt(hex, 16)) ?? found;
  return names.get(name) ?? found;
}

/** A text with `&amp;` as `&`, `&#27515;` as `死`, once and not again: `&amp;lt;` becomes `&lt;`. */
export function unescapeMarkup(text: string): string {
  return text.includes('&') ? text.replace(escaped, decode) : text;
}
