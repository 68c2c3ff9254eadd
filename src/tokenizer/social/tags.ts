import { isDigitUnit, isLatinOrDigit, isLetterUnit } from '../../text/unit-kinds.js';
import { isOneOf, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import { WordSet } from '../../text/word-set.js';
import { isNameUnit, isWhite } from './classes.js';

const MAX_HASHTAG = 80;

const MAX_MENTION = 30;

/**
 * End of a hashtag at `at` (`#` or `＃`), which goes on with no word before it; or `at`. Weibo's form closes (`#AI大模型#`);
 * Twitter's ends where letters and digits end.
 */
export function hashtagEnd(text: UnitText, at: number): number {
  const closed = closedHashtagEnd(text, at);
  if (closed > at) return closed;
  const limit = Math.min(text.length, at + 1 + MAX_HASHTAG);
  let plain = at + 1;
  let letters = false;
  while (plain < limit && isNameUnit(unitAt(text, plain))) {
    if (!isDigitUnit(plainAt(text, plain))) letters = true;
    plain++;
  }
  return letters ? plain : at;
}

/** End of a hashtag of Weibo's form at `at`, which may hold spaces and marks; or `at`. */
export function closedHashtagEnd(text: UnitText, at: number): number {
  const hash = text.charCodeAt(at);
  const limit = Math.min(text.length, at + 1 + MAX_HASHTAG);
  let open = at + 1;
  let latin = true;
  while (open < limit) {
    const unit = unitAt(text, open);
    if (unit === 0x23 || unit === 0xff03 || unit === 0x0a || unit === 0x0d) break;
    if (unit >= 0x80) latin = false;
    open++;
  }
  const closes =
    open < limit &&
    unitAt(text, open) === hash &&
    open > at + 1 &&
    !isWhite(unitAt(text, at + 1)) &&
    !isWhite(unitAt(text, open - 1)) &&
    !isOneOf(text, open - 1, '，。、；：,;') &&
    !(latin && isLatinOrDigit(plainAt(text, open + 1))) &&
    !text.slice(at + 1, open).includes('://');
  return closes ? open + 1 : at;
}

/**
 * End of a mention at `at` (`@` or `＠`), which goes on with no word before it; or `at`. Twitter's names are Latin; Weibo's hold Chinese and end at a
 * space or mark. Behind a Latin name Chinese belongs to it only if a mark or space comes soon: `@IT之家 `, but `@sama说`.
 */
export function mentionEnd(text: UnitText, at: number): number {
  const limit = Math.min(text.length, at + 1 + MAX_MENTION);
  let latin = at + 1;
  while (latin < limit && unitAt(text, latin) < 128 && isNameUnit(unitAt(text, latin))) latin++;
  let end = latin;
  while (end < limit) {
    const unit = unitAt(text, end);
    if (!isNameUnit(unit) && !(unit === 0x2d && end > at + 1 && isNameUnit(unitAt(text, end + 1)))) break;
    end++;
  }
  if (latin > at + 1 && end > latin) {
    const stop = end < text.length ? unitAt(text, end) : 0x20;
    const closes = isWhite(stop) || stop === 0x3a || stop === 0xff1a;
    return closes && end - latin <= 6 && end < text.length ? end : latin;
  }
  return end;
}

/** Letters of a cashtag that may be small, and letters and digits of one in capitals. */
const LONGEST_SMALL = 6;
const LONGEST_SYMBOL = 10;

/**
 * End of a cashtag at `at` (`$`): one to six letters, as `$NVDA`, `$btc`, `$BRK.B`, or more and digits among capitals, as
 * `$FARTCOIN`, `$AI16Z`, `$1INCH`; or `at`.
 */
export function cashtagEnd(text: UnitText, at: number): number {
  let end = at + 1;
  let letters = 0;
  for (; end - at <= LONGEST_SYMBOL; end++) {
    const unit = unitAt(text, end);
    if (isLetterUnit(unit | 0x20)) letters++;
    else if (!isDigitUnit(unit)) break;
  }
  const length = end - at - 1;
  if (letters === 0) return at;
  const name = text.slice(at + 1, end);
  const plain = letters === length && length <= LONGEST_SMALL;
  if (name !== name.toUpperCase() && !(plain && name === name.toLowerCase())) return at;
  // $10X
  if (isDigitUnit(unitAt(text, at + 1)) && isDigitUnit(unitAt(text, at + 2))) return at;
  const after = unitAt(text, end);
  if (after === 0x2e && isLetterUnit(unitAt(text, end + 1) | 0x20) && !isNameUnit(unitAt(text, end + 2)))
    return end + 2;
  return isLatinOrDigit(plainAt(text, end)) || after === 0x5f ? at : end;
}

/** Exchanges behind the number of a stock. */
const exchanges = new WordSet('HK SH SZ SS BJ TW TWO T KS KQ');

/** End of a stock by its number and exchange at `at` (`$`), as `$0700.HK`; or `at`. */
export function listedEnd(text: UnitText, at: number): number {
  let end = at + 1;
  while (end - at <= 7 && end < text.length && isDigitUnit(unitAt(text, end))) end++;
  if (end - at < 4 || unitAt(text, end) !== 0x2e) return at;
  let stop = end + 1;
  while (stop - end <= 4 && stop < text.length && isLetterUnit(unitAt(text, stop) | 0x20)) stop++;
  return exchanges.hasSlice(text, end + 1, stop) && !isLatinOrDigit(plainAt(text, stop)) ? stop : at;
}
