import { oneLine, webAddress } from './plain-text.js';

/**
 * Escaping for Markdown that is read by kramdown behind Liquid (Jekyll) and by CommonMark alike.
 *
 * Text of posts is data: nothing in it may start markup, HTML, Liquid, a table, a footnote or a kramdown
 * attribute list. Braces become character references, because Liquid runs before Markdown and knows no
 * backslash.
 */

const replacements = new Map<number, string>(
  [
    ['\\', '\\\\'],
    ['`', '\\`'],
    ['*', '\\*'],
    ['_', '\\_'],
    ['[', '\\['],
    [']', '\\]'],
    ['|', '\\|'],
    ['~', '\\~'],
    ['$', '\\$'],
    ['#', '\\#'],
    ['"', '\\"'],
    ["'", "\\'"],
    ['^', '&#94;'],
    ['{', '&#123;'],
    ['}', '&#125;'],
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['>', '&gt;'],
  ].map(([character, escaped]) => [(character as string).charCodeAt(0), escaped as string]),
);

/**
 * The text as one line of Markdown: as {@link oneLine} gives it, everything that could be markup escaped. O(n).
 */
export function escapeMarkdown(text: string): string {
  const line = oneLine(text);
  let escaped = '';
  let previous = 0;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    // Runs of these turn into dashes, ellipses and guillemets; a list or a heading's underline at a line's start.
    const doubled = (code === 0x2d || code === 0x2e || code === 0x3d || code === 0x3a) && previous === code;
    const leading = escaped === '' && (code === 0x2d || code === 0x2b || code === 0x3d || code === 0x3a);
    const endsNumber = code === 0x2e && /^\d{1,9}$/.test(escaped);
    const replacement = replacements.get(code);
    if (replacement !== undefined) escaped += replacement;
    else if (doubled || leading || endsNumber) escaped += `\\${line[i]}`;
    else escaped += line[i];
    previous = code;
  }
  return escaped;
}

/**
 * A link target for Markdown's `<…>` form: http and https only, everything unsafe percent-encoded.
 * Undefined if the address is no such URL: then the text stands without a link.
 */
export function safeUrl(address: string): string | undefined {
  return webAddress(address)
    ?.replace(
      /[<>"'`{}|\\^()[\]\s*_~$]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .replace(/&/g, '&amp;');
}
