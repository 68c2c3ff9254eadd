import { oneLine } from './plain-text.js';

const references = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Text as content or quoted attribute of HTML: on one line, without controls, nothing in it is markup. */
export function escapeHtml(text: string): string {
  return oneLine(text).replace(/[&<>"']/g, (sign) => references.get(sign) ?? sign);
}

/** An address of http or https as an attribute; undefined for any other, which must not become a link. */
export function safeHref(address: string): string | undefined {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return undefined;
  }
  return url.protocol === 'https:' || url.protocol === 'http:' ? escapeHtml(url.href) : undefined;
}
