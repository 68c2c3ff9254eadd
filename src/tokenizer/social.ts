import { isHanUnit, isWordUnit } from '../text/fold.js';

/*
 * What posts hold besides words. Each function gives the end of the thing that begins at `start` of a width-folded
 * text, or -1. All of them look at what they match and no further.
 */

const MAX_TAG = 64;
const MAX_NAME = 30;

function unitAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : 0;
}

/** Units that an address is made of (RFC 3986); Han, full-width signs and spaces end it. */
const inUrl = new Uint8Array(128);
for (const unit of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%") {
  inUrl[unit.charCodeAt(0)] = 1;
}

/** End of an address with a scheme or www. `raw` is the text before folding: ，behind an address is no comma. */
export function urlEnd(raw: string, start: number): number {
  const head = raw.slice(start, start + 8).toLowerCase();
  const body = head.startsWith('https://')
    ? 8
    : head.startsWith('http://')
      ? 7
      : head.startsWith('www.')
        ? 4
        : 0;
  return body === 0 ? -1 : trimUrl(raw, start, start + body);
}

function trimUrl(raw: string, start: number, body: number): number {
  let end = body;
  let open = 0;
  for (; end < raw.length; end++) {
    const unit = raw.charCodeAt(end);
    if (unit >= 128 || inUrl[unit] === 0) break;
    if (unit === 0x28) open++;
    else if (unit === 0x29 && --open < 0) break;
  }
  while (end > body && ".,;:!?'*(".includes(raw[end - 1] as string)) end--;
  return end > body ? end : start === body ? -1 : -1;
}

const domainPattern =
  /(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,4}(?:com|cn|org|net|io|gov|edu|co|app|dev|info|xyz|tv|me|ai|ly|gg|so)(?![a-z0-9.-]*[a-z0-9])/iy;

/** End of an address without a scheme: `t.co/abc`, `openai.com`. */
export function domainEnd(raw: string, start: number): number {
  domainPattern.lastIndex = start;
  const match = domainPattern.exec(raw);
  if (match === null) {
    const slashed = /(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,4}[a-z]{2,6}(?=\/)/iy;
    slashed.lastIndex = start;
    const path = slashed.exec(raw);
    return path === null ? -1 : trimUrl(raw, start, start + path[0].length);
  }
  const end = start + match[0].length;
  return unitAt(raw, end) === 0x2f ? trimUrl(raw, start, end) : end;
}

const emailPattern = /[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}/iy;

export function emailEnd(text: string, start: number): number {
  emailPattern.lastIndex = start;
  const match = emailPattern.exec(text);
  return match === null ? -1 : start + match[0].length;
}

/** @name: Latin letters, digits and _ as on Twitter, or a name that begins with Han as on Weibo. */
export function mentionEnd(text: string, start: number): number {
  const first = unitAt(text, start + 1);
  let end = start + 1;
  if (first < 128) {
    while (
      end < text.length &&
      end - start <= MAX_NAME &&
      (isWordUnit(unitAt(text, end)) || unitAt(text, end) === 0x5f)
    )
      end++;
  } else if (isHanUnit(first)) {
    while (
      end < text.length &&
      end - start <= MAX_NAME &&
      (isHanUnit(unitAt(text, end)) ||
        isWordUnit(unitAt(text, end)) ||
        unitAt(text, end) === 0x5f ||
        unitAt(text, end) === 0x2d)
    ) {
      end++;
    }
  }
  return end > start + 1 ? end : -1;
}

/** #话题# as on Weibo, #topic as on Twitter. A tag has a letter; #1 is a number sign. */
export function hashtagEnd(text: string, start: number): number {
  const first = unitAt(text, start + 1);
  if (first === 0 || first === 0x20 || first === 0x0a || first === 0x23) return -1;
  for (let end = start + 1; end < text.length && end - start <= MAX_TAG; end++) {
    const unit = unitAt(text, end);
    if (unit === 0x0a) break;
    if (unit !== 0x23) continue;
    if (unitAt(text, end - 1) === 0x20) break;
    return end + 1;
  }
  let end = start + 1;
  let letters = 0;
  while (end < text.length && end - start <= MAX_TAG) {
    const unit = unitAt(text, end);
    if (
      isHanUnit(unit) ||
      (isWordUnit(unit) && !(unit >= 0x30 && unit <= 0x39)) ||
      (unit >= 0x3040 && unit <= 0x30ff) ||
      (unit >= 0xac00 && unit <= 0xd7af)
    )
      letters++;
    else if (!(unit >= 0x30 && unit <= 0x39) && unit !== 0x5f) break;
    end++;
  }
  return letters > 0 ? end : -1;
}

/** $NVDA, $BRK.B: one to six Latin letters. */
export function cashtagEnd(text: string, start: number): number {
  let end = start + 1;
  while (end - start <= 6 && isLetter(unitAt(text, end))) end++;
  if (end === start + 1) return -1;
  if (unitAt(text, end) === 0x2e && isLetter(unitAt(text, end + 1)) && !isLetter(unitAt(text, end + 2)))
    end += 2;
  return isWordUnit(unitAt(text, end)) || unitAt(text, end) === 0x5f ? -1 : end;
}

function isLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

const emojiPattern =
  /(?:\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3|\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?(?:[\u{E0020}-\u{E007F}]{1,8})?(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?){0,8})/uy;

/** An emoji with its modifiers, joined by ZWJ or not; flags; keycaps. */
export function emojiEnd(text: string, start: number): number {
  emojiPattern.lastIndex = start;
  const match = emojiPattern.exec(text);
  return match === null ? -1 : start + match[0].length;
}

/** Emoticons of signs, as whole pieces; those of letters need a word of their own. */
const emoticonPattern =
  /(?:[:;=8]'?[-^o]?[)(\]DPpOo3*|/\\](?![A-Za-z0-9/])|[)(]-?[:;=](?![A-Za-z0-9])|<3(?!\d)|\^[_.o-]?\^|>_<|-_-|\._\.|\([^\s\w()\u4e00-\u9fff]{1,3}[_ωДдvoO.▽□ェ︶]?[^\s\w()\u4e00-\u9fff]{1,6}\)|¯\\_\(ツ\)_\/¯|\(╯[^\s)]{1,8}\)╯(?:︵\s?┻━┻)?)/y;
const letterEmoticons = new Set([
  'T_T',
  'TAT',
  'QAQ',
  'QwQ',
  'qwq',
  'XD',
  'xD',
  'orz',
  'Orz',
  'OTZ',
  'owo',
  'OwO',
  'o_O',
  'O_o',
]);
const bracketPattern =
  /\[(?:[\u4e00-\u9fff]{1,5}|[a-zA-Z]{2,8}|[\u4e00-\u9fff]{0,3}[a-z]{1,8}[\u4e00-\u9fff]{0,3})\]/y;

export function emoticonEnd(text: string, start: number): number {
  const pattern = text.charCodeAt(start) === 0x5b ? bracketPattern : emoticonPattern;
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  return match === null ? -1 : start + match[0].length;
}

export function isLetterEmoticon(word: string): boolean {
  return letterEmoticons.has(word);
}
