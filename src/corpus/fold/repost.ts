/** What a post repeats of another one, as its text shows it. */
export interface Repost {
  /** The repeated text. */
  readonly content: string;
  /** Handle of whom it was taken from, folded to lower case; empty if it is not named. */
  readonly author: string;
}

const prefix = /^(?:RT|rt|QT|qt|转发?|轉發?|Repost)\s{0,3}[@＠]([^\s:：]{1,40})\s?[:：]\s{0,3}/;
const sign = /^(?:\[[转轉]\]|【[转轉]】|(?:转发|轉發|[转轉])[:：])\s{0,3}/;
/** What Weibo writes where its user adds nothing. */
const nothingAdded = /^(?:转发微博|轉發微博|转发|轉發|转|轉|repost|快转微博|快轉微博)?[\s.。!！,，]*$/i;
const quoted = /\/\/\s?[@＠]([^\s:：]{1,40})\s?[:：]/;

/**
 * Reads `RT @x: text`, `QT @x: text`, `转@x：text`, and Weibo's `转发微博//@x:text`; chains lead to the innermost post. A quotation
 * with a comment of one's own in front is no repost. Undefined if the text repeats nothing.
 */
export function readRepost(text: string): Repost | undefined {
  let content = text;
  let author: string | undefined;
  // Chains are short; a hostile one need not be followed to its end.
  for (let depth = 0; depth < 20; depth++) {
    const match = prefix.exec(content);
    if (match) {
      author = match[1];
      content = content.slice(match[0].length);
      continue;
    }
    const signed = sign.exec(content);
    if (signed) {
      author ??= '';
      content = content.slice(signed[0].length);
      continue;
    }
    const quotation = content.includes('//') ? quoted.exec(content) : null;
    if (!quotation || !nothingAdded.test(content.slice(0, quotation.index))) break;
    author = quotation[1];
    content = content.slice(quotation.index + quotation[0].length);
  }
  if (author === undefined) return undefined;
  return { content: content.trim(), author: author.toLowerCase() };
}

const cut = /(?:…|\.\.\.)(?:\s*https?:\S*)?(?:\s+https?:\S*)*\s*$/;

/**
 * Whether a text ends in an ellipsis, but for links behind it.
 *
 * @param mayLink  false if it has no slash, and so ends with no link.
 */
export function isCut(text: string, mayLink: boolean): boolean {
  return (mayLink || endsInDots(text)) && (text.includes('…') || text.includes('...')) && cut.test(text);
}

/** Whether the last unit but for white space is one of … and dots, or the colon of a link that was cut itself. */
function endsInDots(text: string): boolean {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) <= 0x20) end--;
  const last = text.charCodeAt(end - 1);
  // White space of other kinds is left to the pattern.
  return last === 0x2026 || last === 0x2e || last === 0x3a || last === 0xa0 || last === 0x3000;
}

/** A comment of one's own in front of Weibo's `//@x:`; empty if there is none. */
export function commentOf(text: string): string {
  if (!text.includes('//')) return '';
  const quotation = quoted.exec(text);
  return quotation ? text.slice(0, quotation.index).trim() : '';
}
