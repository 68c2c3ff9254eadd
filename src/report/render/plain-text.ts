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
 * The text on one line: white space collapsed to single spaces and trimmed, controls dropped (a bidi control would
 * reorder the page around it), lone surrogates replaced by U+FFFD. O(n).
 */
export function oneLine(text: string): string {
  let line = '';
  let pending = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isWhite(code)) {
      pending = line !== '';
      continue;
    }
    if (isDropped(code)) continue;
    if (pending) line += ' ';
    pending = false;
    if (code < 0xd800 || code > 0xdfff) {
      line += text[i];
      continue;
    }
    const next = text.charCodeAt(i + 1);
    if (code < 0xdc00 && next >= 0xdc00 && next <= 0xdfff) line += text[i] + text[++i];
    else line += '\ufffd';
  }
  return line;
}

/** What `toMarkup` makes of a text, with the space at either end that it trims: inlines are joined as they stand. */
export function keepEdges(text: string, toMarkup: (text: string) => string): string {
  const before = text.startsWith(' ') ? ' ' : '';
  const after = text.length > 1 && text.endsWith(' ') ? ' ' : '';
  return before + toMarkup(text) + after;
}

/** An address of http or https in its normal form; undefined for any other, which must not become a link. */
export function webAddress(address: string): string | undefined {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return undefined;
  }
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}
