/** What the sites' programming interfaces write for the signs that mean something to HTML. */
const escapes = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&nbsp;', ' '],
]);
const escaped = /&(?:amp|lt|gt|quot|#39|nbsp);/g;

/** A text with `&amp;` as `&`, once and not again: `&amp;lt;` becomes `&lt;`. */
export function unescapeMarkup(text: string): string {
  return text.includes('&') ? text.replace(escaped, (found) => escapes.get(found) ?? found) : text;
}
