import { foldOf, foldWidth, isDigitUnit, isHanUnit, isWordUnit } from '../text/fold.js';
import { classOf, nextCharacter, WHITE } from './characters.js';
import type { Cutter } from './cutter.js';
import { numberAt } from './number.js';
import {
  cashtagEnd,
  domainEnd,
  emailEnd,
  emojiEnd,
  emoticonEnd,
  hashtagEnd,
  isLetterEmoticon,
  mentionEnd,
  urlEnd,
} from './social.js';
import type { TermLayer } from './term-layer.js';
import type { TermInfo, Token, TokenKind } from './token.js';

/** Words cut at a time, so that their offsets stay in the cache. */
const BATCH = 4096;

const numeralStart = new Uint8Array(65536);
for (const sign of '0123456789$¥€£₩₹+-−.~≈><≥≤近约大将接超逾突不低高至最多一二两三四五六七八九十百千万亿第QqUuHhNnAaCcSsRrEe') {
  numeralStart[sign.charCodeAt(0)] = 1;
}
const approximations = new Set([
  'over',
  'about',
  'around',
  'nearly',
  'almost',
  'more',
  'less',
  'up',
  'under',
  'at',
]);
const currencyHeads =
  /(?:US\$|HK\$|NT\$|A\$|C\$|S\$|RMB\s?\d|CNY\s?\d|USD\s?\d|EUR\s?\d|Q[1-4](?![A-Za-z0-9.]))/iy;

/**
 * Analysis mode: tokens with kinds, over jieba's words. Terms, numbers, addresses, tags and emoji are found by what
 * they begin with; everything between is cut as jieba cuts it, and nothing cuts one of its words in two.
 */
export class Segmenter {
  readonly #cutter: Cutter;
  readonly layer: TermLayer;
  /** 1 at offsets inside a word of jieba's dictionary, in the text at hand. */
  #inside = new Uint8Array(0);
  /** 1 at offsets where a jieba word ends. */
  #ends = new Uint8Array(0);

  constructor(cutter: Cutter, layer: TermLayer) {
    this.#cutter = cutter;
    this.layer = layer;
  }

  segment(text: string): Token[] {
    const tokens: Token[] = [];
    const folded = foldWidth(text);
    this.#mark(text);
    const inside = this.#inside;
    const { terms, models } = this.layer;
    const accepts = (end: number): boolean => inside[end] === 0;

    for (let at = 0; at < text.length; ) {
      const unit = folded.charCodeAt(at);
      const white = classOf[unit] === WHITE;
      if (white) {
        let end = at + 1;
        while (end < text.length && classOf[text.charCodeAt(end)] === WHITE) end++;
        push(tokens, text, at, end, 'space');
        at = end;
        continue;
      }
      const special = this.#special(text, folded, at, unit, tokens);
      if (special > at) {
        at = special;
        continue;
      }
      const startsWord = !isWordUnit(unit) || at === 0 || !isWordUnit(folded.charCodeAt(at - 1));
      if (startsWord && !(isHanUnit(unit) && inside[at] === 1)) {
        const term =
          terms.enabled && terms.begins(foldOf[unit] as number)
            ? terms.longest(folded, at, text.length, accepts)
            : undefined;
        const model = terms.enabled ? models.match(folded, at) : undefined;
        if (model !== undefined && model.end > (term?.end ?? 0)) {
          const known = terms.lookUp(folded.slice(at, model.end));
          push(tokens, text, at, model.end, 'term', known ?? model.term);
          at = model.end;
          continue;
        }
        const domain = this.#domain(text, folded, at, unit);
        if (domain > (term?.end ?? 0)) {
          at = push(tokens, text, at, domain, 'url');
          continue;
        }
        const number = numeralStart[unit] === 1 ? this.#number(folded, at, unit) : undefined;
        if (term !== undefined && term.end >= (number?.end ?? 0)) {
          push(tokens, text, at, term.end, 'term', term.term);
          at = term.end;
          continue;
        }
        if (number !== undefined) {
          tokens.push({
            text: text.slice(at, number.end),
            start: at,
            end: number.end,
            kind: 'number',
            quantity: number.quantity,
          });
          at = number.end;
          continue;
        }
      }
      at = this.#plain(text, folded, at, unit, tokens);
    }
    return tokens;
  }

  /** Runs the exact cut and marks the ends of its words and the inner offsets of dictionary words. */
  #mark(text: string): void {
    const { length } = text;
    if (this.#inside.length < length + 1) {
      this.#inside = new Uint8Array(length * 2 + 64);
      this.#ends = new Uint8Array(length * 2 + 64);
    } else {
      this.#inside.fill(0, 0, length + 1);
      this.#ends.fill(0, 0, length + 1);
    }
    let start = 0;
    for (let at = 0; at < length; ) {
      at = this.#cutter.cut(text, at, length, true, BATCH);
      const { ends, ids, count } = this.#cutter;
      for (let i = 0; i < count; i++) {
        const end = ends[i] as number;
        this.#ends[end] = 1;
        if (ids[i] !== 0) for (let inner = start + 1; inner < end; inner++) this.#inside[inner] = 1;
        start = end;
      }
    }
  }

  /** Things with a mark of their own. Gives the end of the token that it pushed, or `at`. */
  #special(text: string, folded: string, at: number, unit: number, tokens: Token[]): number {
    switch (unit) {
      case 0x40: {
        const end = at > 0 && isWordUnit(folded.charCodeAt(at - 1)) ? -1 : mentionEnd(folded, at);
        return end < 0 ? at : push(tokens, text, at, end, 'mention');
      }
      case 0x23: {
        const keycap = emojiEnd(text, at);
        if (keycap > 0) return push(tokens, text, at, keycap, 'emoji');
        const end = at > 0 && isWordUnit(folded.charCodeAt(at - 1)) ? -1 : hashtagEnd(folded, at);
        if (end < 0) return at;
        const content = folded.slice(at + 1, folded[end - 1] === '#' ? end - 1 : end);
        return push(tokens, text, at, end, 'hashtag', this.#nameOf(content));
      }
      case 0x24: {
        const end = cashtagEnd(folded, at);
        if (end < 0) return at;
        return push(
          tokens,
          text,
          at,
          end,
          'cashtag',
          this.layer.tickers.get(folded.slice(at + 1, end).toUpperCase()),
        );
      }
      case 0x5b: {
        const end = emoticonEnd(folded, at);
        return end < 0 ? at : push(tokens, text, at, end, 'emoticon');
      }
      default:
        break;
    }
    if (
      (unit === 0x68 || unit === 0x48 || unit === 0x77 || unit === 0x57) &&
      !isWordUnit(folded.charCodeAt(at - 1))
    ) {
      const end = urlEnd(text, at);
      if (end > 0) return push(tokens, text, at, end, 'url');
    }
    if (unit >= 0x203c && !isHanUnit(unit) && unit !== 0x3001 && unit !== 0x3002) {
      const end = emojiEnd(text, at);
      if (end > 0) return push(tokens, text, at, end, 'emoji');
    } else if (unit < 0x80 && !isWordUnit(unit)) {
      const end = emoticonEnd(folded, at);
      if (end > 0) return push(tokens, text, at, end, 'emoticon');
    } else if (isDigitUnit(unit)) {
      const end =
        text.charCodeAt(at + 1) === 0xfe0f || text.charCodeAt(at + 1) === 0x20e3 ? emojiEnd(text, at) : -1;
      if (end > 0) return push(tokens, text, at, end, 'emoji');
    }
    return at;
  }

  /** End of an address without scheme whose first label begins here, or -1. */
  #domain(text: string, folded: string, at: number, unit: number): number {
    if (!isWordUnit(unit) || unit >= 0x80) return -1;
    let end = at + 1;
    while (end < text.length && (isWordUnit(folded.charCodeAt(end)) || folded.charCodeAt(end) === 0x2d))
      end++;
    return folded.charCodeAt(end) === 0x2e && isWordUnit(folded.charCodeAt(end + 1))
      ? domainEnd(text, at)
      : -1;
  }

  #nameOf(content: string): TermInfo | undefined {
    if (!this.layer.terms.enabled) return undefined;
    const known = this.layer.terms.lookUp(content);
    if (known !== undefined) return known;
    const model = this.layer.models.match(content, 0);
    return model?.end === content.length ? model.term : undefined;
  }

  #number(folded: string, at: number, unit: number): ReturnType<typeof numberAt> {
    if (isWordUnit(unit) && !isDigitUnit(unit)) {
      currencyHeads.lastIndex = at;
      if (!currencyHeads.test(folded)) {
        let end = at;
        while (end - at < 7 && isWordUnit(folded.charCodeAt(end))) end++;
        if (!approximations.has(folded.slice(at, end).toLowerCase())) return undefined;
      }
    }
    if ((unit === 0x2b || unit === 0x2d || unit === 0x2e) && at > 0 && isWordUnit(folded.charCodeAt(at - 1)))
      return undefined;
    const found = numberAt(folded, at);
    if (found === undefined) return undefined;
    // A unit in Han may not be the first half of a word, as 人 in 3人工智能.
    if (isHanUnit(unit) && this.#inside[at] === 1) return undefined;
    const last = folded.charCodeAt(found.end - 1);
    if (isHanUnit(last) && this.#inside[found.end] === 1 && isHanUnit(unit)) return undefined;
    return found;
  }

  /** A Latin word, a word of jieba's, a sign. */
  #plain(text: string, folded: string, at: number, unit: number, tokens: Token[]): number {
    if (isWordUnit(unit)) {
      let end = at + 1;
      while (end < text.length && isLatinWord(folded, end)) end++;
      const next = folded.charCodeAt(end);
      if (next === 0x40 || next === 0x2e || next === 0x2b || next === 0x2d) {
        const mail = emailEnd(folded, at);
        if (mail > end) return push(tokens, text, at, mail, 'email');
      }
      return push(tokens, text, at, end, isLetterEmoticon(text.slice(at, end)) ? 'emoticon' : 'word');
    }
    if (isHanUnit(unit) || isLetterLike(unit)) {
      let end = at + 1;
      if (classOf[text.charCodeAt(at)] === 1) {
        while (end < text.length && this.#ends[end] === 0 && classOf[text.charCodeAt(end)] === 1) end++;
      } else if (isKana(unit) || isHangul(unit)) {
        while (
          end < text.length &&
          (isKana(unit) ? isKana(text.charCodeAt(end)) : isHangul(text.charCodeAt(end)))
        )
          end++;
      }
      return push(tokens, text, at, end, 'word');
    }
    let end = nextCharacter(text, at);
    // Repeated signs are one: ……, ——, !!!
    while (
      end < text.length &&
      end - at < 64 &&
      unit < 0xd800 &&
      folded.charCodeAt(end) === unit &&
      !'#@$['.includes(folded[end] as string)
    )
      end++;
    return push(
      tokens,
      text,
      at,
      end,
      unit >= 0xd800 && unit <= 0xdbff && isAstralLetter(text, at) ? 'word' : 'punctuation',
    );
  }
}

function push(
  tokens: Token[],
  text: string,
  start: number,
  end: number,
  kind: TokenKind,
  term?: TermInfo,
): number {
  tokens.push(
    term === undefined
      ? { text: text.slice(start, end), start, end, kind }
      : { text: text.slice(start, end), start, end, kind, term },
  );
  return end;
}

/** A letter or digit, or an apostrophe or underscore between letters: don't, snake_case. */
function isLatinWord(folded: string, at: number): boolean {
  const unit = folded.charCodeAt(at);
  if (isWordUnit(unit)) return true;
  return (
    (unit === 0x27 || unit === 0x5f) &&
    isWordUnit(folded.charCodeAt(at + 1)) &&
    isWordUnit(folded.charCodeAt(at - 1))
  );
}

function isKana(unit: number): boolean {
  return unit >= 0x3040 && unit <= 0x30ff;
}

function isHangul(unit: number): boolean {
  return (unit >= 0xac00 && unit <= 0xd7af) || (unit >= 0x1100 && unit <= 0x11ff);
}

/** Letters of scripts that have neither case nor Han: kana, hangul, Thai, Arabic, Hebrew and so on. */
function isLetterLike(unit: number): boolean {
  return (
    isKana(unit) ||
    isHangul(unit) ||
    (unit >= 0x0530 && unit <= 0x1fff && !(unit >= 0x1680 && unit <= 0x1680))
  );
}

function isAstralLetter(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0;
  return code >= 0x20000 && code <= 0x323af;
}
