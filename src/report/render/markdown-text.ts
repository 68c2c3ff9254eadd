/**
 * Escaping for Markdown that is read by kramdown behind Liquid (Jekyll) and by CommonMark alike.
 *
 * Text of posts is data: nothing in it may start markup, HTML, Liquid, a table, a footnote or a kramdown
 * attribute list. Braces become character references, because Liquid runs before Markdown and knows no
 * backslash. A bidi control would reorder the page around it, so it is dropped.
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

function isDropped(code: number): boolean {
  return (
    (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) ||
    (code >= 0x7f && code <= 0x9f) ||
    code === 0x200b ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    code === 0xfeff ||
    code === 0xfff9 ||
    code === 0xfffa ||
    code === 0xfffb
  );
}

function isWhite(code: number): boolean {
  return (
    code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0x2028 || code === 0x2029 || code === 0xa0
  );
}

/**
 * The text as one line of Markdown: white space collapsed to single spaces, control characters dropped,
 * lone surrogates replaced by U+FFFD, everything that could be markup escaped. O(n).
 */
export function escapeMarkdown(text: string): string {
  let escaped = '';
  let previous = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isWhite(code)) {
      if (previous !== 0x20 && escaped !== '') escaped += ' ';
      previous = 0x20;
      continue;
    }
    if (isDropped(code)) continue;
    if (code >= 0xd800 && code <= 0xdfff) {
      const next = text.charCodeAt(i + 1);
      if (code < 0xdc00 && next >= 0xdc00 && next <= 0xdfff) {
        escaped += text[i] + text[i + 1];
        i++;
      } else {
        escaped += '\ufffd';
      }
      previous = code;
      continue;
    }
    // Runs of these turn into dashes, ellipses and guillemets; a list or a heading's underline at a line's start.
    const doubled = (code === 0x2d || code === 0x2e || code === 0x3d || code === 0x3a) && previous === code;
    const leading = escaped === '' && (code === 0x2d || code === 0x2b || code === 0x3d || code === 0x3a);
    const endsNumber = code === 0x2e && /^\d{1,9}$/.test(escaped);
    const replacement = replacements.get(code);
    if (replacement !== undefined) escaped += replacement;
    else if (doubled || leading || endsNumber) escaped += `\\${text[i]}`;
    else escaped += text[i];
    previous = code;
  }
  return escaped.endsWith(' ') ? escaped.slice(0, -1) : escaped;
}

/**
 * A link target for Markdown's `<…>` form: http and https only, everything unsafe percent-encoded.
 * Undefined if the address is no such URL: then the text stands without a link.
 */
export function safeUrl(address: string): string | undefined {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return undefined;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  return url.href
    .replace(
      /[<>"'`{}|\\^()[\]\s*_~$]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .replace(/&/g, '&amp;');
}
