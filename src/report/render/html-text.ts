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
