import type { TermIds } from '../lexicon/term-ids.js';
import type { TermInfo } from '../lexicon/term-info.js';
import { isDigitUnit, isHanUnit, isLetterUnit } from '../lexicon/term-key.js';
import type { TermFamily, TermLexicon } from '../lexicon/term-lexicon.js';
import { emojiEnd, emojiStarts } from '../text/emoji.js';
import { foldWidth, plainUnit } from '../text/fold.js';
import { isTopLevel, urlEnd } from '../text/url.js';
import type { Cutter } from './cutter.js';
import { endsInAmount, modelNameEnd } from './model-name.js';
import {
  COUNTED,
  DEVICE_TIERS,
  DOTTED,
  NUMBERED,
  PRODUCT_PARTS,
  RELATIONS,
  TIERS,
  TITLES,
} from './name-words.js';
import { isCurrencyUnit, readHanNumber, readLatinMoney, readNumber } from './number.js';
import { type DateMatch, readLatinDate } from './number-date.js';
import { hanNumeralStarts } from './number-han.js';
import { HanRun } from './segment-han.js';
import {
  asciiEmoticonEnd,
  bracketEmoticonEnd,
  cashtagEnd,
  emoticonStarts,
  hashtagEnd,
  isLatinOrDigit,
  kaomojiEnd,
  kaomojiStarts,
  mentionEnd,
} from './social.js';
import { classOf, DIGIT, HAN, LATIN, LETTER, SPACE } from './social-classes.js';
import type { Token, TokenKind } from './token.js';

/** What {@link Segmenter} finds beside a name. */
const EDGE = 0;
const CHINESE = 1;
const MIXED = 2;
const CHINESE_MARKS = '，。、；：！？（）《》「」『』【】｜—…“”';

/** Characters that qualify a number right behind them. */
const QUALIFIER = 2;
/** Of each unit of Han, whether a numeral (1) or a qualifier (2) may begin there. */
const numberStarts = hanNumeralStarts.slice();
for (const character of '近约約超逾') numberStarts[character.charCodeAt(0)] = QUALIFIER;

/**
 * Cuts social text for analysis: terms, numbers, links, names, tags and emoji whole, words of jieba between them.
 *
 * One pass from left to right. At each position the class of the unit decides what may begin there; each
 * attempt reads a bounded stretch, or one that it then consumes, so time is linear in the text.
 */
export class Segmenter {
  readonly #terms: TermLexicon;
  /** The run of Han that is being given out, and one further on that a term or number reaches into. */
  #run: HanRun;
  #ahead: HanRun;
  readonly #breaks = (offset: number): boolean => this.#breaksWord(offset);

  #text = '';
  #tokens: Token[] = [];
  /** Up to where no `@` follows a name, so that long names are looked through once. */
  #noMailBefore = 0;
  #termEnd = 0;
  #termInfo: TermInfo | undefined;

  constructor(cutter: Cutter, terms: TermLexicon, ids: TermIds) {
    this.#terms = terms;
    this.#run = new HanRun(cutter, terms.fold, ids);
    this.#ahead = new HanRun(cutter, terms.fold, ids);
  }

  segment(text: string): Token[] {
    const tokens: Token[] = [];
    this.#text = text;
    this.#tokens = tokens;
    this.#noMailBefore = 0;
    this.#run.reset();
    this.#ahead.reset();
    for (let at = 0; at < text.length; ) at = this.#next(at);
    this.#text = '';
    this.#tokens = [];
    return tokens;
  }

  #next(at: number): number {
    const text = this.#text;
    const unit = text.charCodeAt(at);
    switch (classOf[unit]) {
      case HAN:
        return this.#han(at);
      case LATIN:
        return this.#latin(at);
      case DIGIT:
        return this.#digit(at);
      case SPACE: {
        let end = at + 1;
        while (end < text.length && classOf[text.charCodeAt(end)] === SPACE) end++;
        return this.#push(at, end, 'space');
      }
      case LETTER: {
        if (this.#term(at)) return this.#pushTerm(at);
        let end = at + 1;
        while (end < text.length && classOf[text.charCodeAt(end)] === LETTER) end++;
        return this.#push(at, end, 'word');
      }
      default:
        return this.#mark(at, unit);
    }
  }

  /** A run of Han: words of jieba, and terms and numbers among them. */
  #han(at: number): number {
    const text = this.#text;
    if (this.#ahead.holds(at)) [this.#run, this.#ahead] = [this.#ahead, this.#run];
    const run = this.#run;
    run.cut(text, at);
    const stop = run.end;
    const { starts, fold } = this.#terms;
    const withTerms = this.#terms.enabled;
    let flushed = at;
    for (let position = at; position < stop; position++) {
      const unit = text.charCodeAt(position);
      const numeral = numberStarts[unit] as number;
      const term = withTerms && starts[fold[unit] as number] === 1;
      if (numeral === 0 && !term) continue;
      if (term && this.#term(position)) {
        run.words(text, flushed, position, this.#tokens);
        position = this.#pushTerm(position);
        if (position >= stop) return position;
        flushed = position;
        position--;
        continue;
      }
      if (numeral === 0 || run.breaks(position)) continue;
      const match =
        numeral === QUALIFIER ? this.#qualified(position) : readHanNumber(text, position, this.#breaks);
      if (match === undefined) continue;
      run.words(text, flushed, position, this.#tokens);
      position = this.#pushNumber(position, match);
      if (position >= stop) return position;
      flushed = position;
      position--;
    }
    run.words(text, flushed, stop, this.#tokens);
    return stop;
  }

  /** A number behind 近, 约 or the like, unless that belongs to a word. */
  #qualified(at: number): DateMatch | undefined {
    const next = this.#text.charCodeAt(at + 1);
    const unitClass = classOf[next];
    const numeral = unitClass === HAN && numberStarts[next] === 1;
    const number = unitClass === DIGIT || unitClass === SPACE || isCurrencyUnit(this.#folded(at + 1));
    return (number || numeral) && !this.#breaksWord(at + 1)
      ? readNumber(this.#text, at, this.#breaks)
      : undefined;
  }

  #latin(at: number): number {
    const text = this.#text;
    const wordEnd = this.#wordEnd(at);
    const link = this.#link(at, wordEnd);
    if (link > at) return this.#push(at, link, 'url');
    const mail = this.#mail(at);
    if (mail > at) return this.#push(at, mail, 'email');
    const title = this.#titleEnd(at, wordEnd);
    if (title > at) {
      const info = this.#whole(at, title);
      return info === undefined ? this.#push(at, title, 'word') : this.#push(at, title, 'term', info);
    }
    const found = this.#term(at);
    const number = found ? undefined : (readLatinDate(text, at) ?? readLatinMoney(text, at, this.#breaks));
    if (number !== undefined) return this.#pushNumber(at, number);
    if (found && (this.#termEnd >= wordEnd || !this.#keepsName(at, wordEnd))) return this.#pushTerm(at);
    if (emoticonStarts[text.charCodeAt(at)] === 1) {
      const end = asciiEmoticonEnd(text, at);
      if (end > at && end >= wordEnd) return this.#push(at, end, 'emoticon');
    }
    return this.#word(at, wordEnd);
  }

  #digit(at: number): number {
    const text = this.#text;
    const keycap = emojiEnd(text, at);
    if (keycap > at) return this.#push(at, keycap, 'emoji');
    const wordEnd = this.#wordEnd(at);
    const mail = this.#mail(at);
    if (mail > at) return this.#push(at, mail, 'email');
    const found = this.#term(at);
    const number = readNumber(text, at, this.#breaks);
    if (found && (number === undefined || this.#termEnd >= number.end)) return this.#pushTerm(at);
    if (number !== undefined && (number.end >= wordEnd || !isLatinOrDigit(this.#folded(number.end)))) {
      return this.#pushNumber(at, number);
    }
    return this.#word(at, wordEnd);
  }

  #mark(at: number, unit: number): number {
    const text = this.#text;
    if (emojiStarts[unit] !== 0) {
      const end = emojiEnd(text, at);
      if (end > at) return this.#push(at, end, 'emoji');
    }
    const folded = plainUnit(unit);
    switch (folded) {
      case 0x23: {
        const keycap = unit === 0x23 ? emojiEnd(text, at) : at;
        if (keycap > at) return this.#push(at, keycap, 'emoji');
        const end = hashtagEnd(text, at);
        if (end > at) {
          const close = plainUnit(text.charCodeAt(end - 1)) === 0x23 ? end - 1 : end;
          return this.#push(at, end, 'hashtag', this.#whole(at + 1, close));
        }
        break;
      }
      case 0x40: {
        const end = mentionEnd(text, at);
        if (end > at + 1) return this.#push(at, end, 'mention', this.#whole(at + 1, end));
        break;
      }
      case 0x5b: {
        const end = bracketEmoticonEnd(text, at);
        if (end > at) return this.#push(at, end, 'emoticon');
        break;
      }
      case 0x2b:
      case 0x2d:
      case 0x7e:
      case 0x2248:
      case 0x2264:
      case 0x2265: {
        const before = at > 0 ? this.#folded(at - 1) : 0;
        const joined = isLatinOrDigit(before) || before === folded || before === 0x29 || before === 0x5d;
        const han = at > 0 && isHanUnit(text.charCodeAt(at - 1)) && folded === 0x2d;
        const next = this.#folded(at + 1);
        if (!joined && !han && (isDigitUnit(next) || isCurrencyUnit(next))) {
          const number = readNumber(text, at, this.#breaks);
          if (number !== undefined) return this.#pushNumber(at, number);
        }
        break;
      }
    }
    if (isCurrencyUnit(folded)) {
      const number = readNumber(text, at, this.#breaks);
      if (number !== undefined) return this.#pushNumber(at, number);
      if (folded === 0x24) {
        const end = cashtagEnd(text, at);
        if (end > at) return this.#push(at, end, 'cashtag', this.#terms.byTicker(text.slice(at + 1, end)));
      }
    }
    if (emoticonStarts[unit] === 1) {
      const end = asciiEmoticonEnd(text, at);
      if (end > at) return this.#push(at, end, 'emoticon');
    }
    if (kaomojiStarts[unit] === 1) {
      const end = kaomojiEnd(text, at);
      if (end > at) return this.#push(at, end, 'emoticon');
    }
    if (this.#terms.begins(unit) && this.#term(at)) return this.#pushTerm(at);
    return this.#punctuation(at, unit);
  }

  /** A mark, or a run of the same mark: ……, ——, !!!. */
  #punctuation(at: number, unit: number): number {
    const text = this.#text;
    let end = at + 1;
    if (unit >= 0xd800 && unit < 0xdc00) {
      const low = text.charCodeAt(end);
      if (low >= 0xdc00 && low < 0xe000) {
        end++;
        return this.#push(at, end, isAstralLetter(text.codePointAt(at) as number) ? 'word' : 'punctuation');
      }
    } else {
      const repeats = unit !== 0x23 && unit !== 0x40 && unit !== 0x5b && unit !== 0x28 && unit !== 0x24;
      while (repeats && end < text.length && text.charCodeAt(end) === unit) end++;
    }
    return this.#push(at, end, 'punctuation');
  }

  #folded(at: number): number {
    return at < this.#text.length ? plainUnit(this.#text.charCodeAt(at)) : 0;
  }

  /** End of the Latin letters and digits at `at`, with decimals (Vidi2.5) and an apostrophe inside (don't). */
  #wordEnd(at: number): number {
    const text = this.#text;
    let end = at;
    for (;;) {
      while (end < text.length) {
        const unitClass = classOf[text.charCodeAt(end)];
        if (unitClass !== LATIN && unitClass !== DIGIT) break;
        end++;
      }
      const mark = this.#folded(end);
      const next = this.#folded(end + 1);
      if (mark === 0x2e && isDigitUnit(next) && isDigitUnit(this.#folded(end - 1))) end++;
      else if (
        mark === 0x27 &&
        isLetterUnit(next) &&
        isLetterUnit(this.#folded(end - 1)) &&
        !this.#isPossessive(end)
      )
        end++;
      else if (mark === 0x5f && isLatinOrDigit(next)) end++;
      else return end;
    }
  }

  #isPossessive(at: number): boolean {
    return this.#folded(at + 1) === 0x73 && !isLatinOrDigit(this.#folded(at + 2));
  }

  /** Whether a name of capitals, digits and hyphens reaches beyond the term that begins it: SAM3D-Body. */
  #keepsName(at: number, wordEnd: number): boolean {
    return this.#termEnd < wordEnd && isLatinOrDigit(this.#folded(this.#termEnd)) && at < wordEnd;
  }

  /** A Latin word, with the hyphens of a name that has digits and capitals. */
  #word(at: number, wordEnd: number): number {
    const end = this.#nameEnd(at, wordEnd);
    if (end > wordEnd && this.#isSized(wordEnd, end) && isCapital(this.#text.charCodeAt(at))) {
      const canonical = foldWidth(this.#text.slice(at, end));
      return this.#push(at, end, 'term', { canonical, category: 'model', guessed: true });
    }
    const named = this.#dotted(at, this.#released(at, end));
    return this.#push(at, named > wordEnd ? named : this.#namedRun(at, wordEnd), 'word');
  }

  /** End of a name such as Feros.ai or Three.js at `at`; `end` if it is none. */
  #dotted(at: number, end: number): number {
    const text = this.#text;
    if (text.charCodeAt(end) !== 0x2e || !isCapital(text.charCodeAt(at))) return end;
    const stop = this.#wordEnd(end + 1);
    return stop - end <= 4 && DOTTED.has(text.slice(end + 1, stop).toLowerCase()) ? stop : end;
  }

  /**
   * End of a name of several capitalized words that stands in Chinese text, such as "Immersive Web SDK，": two to four
   * words, none of which is a name by itself, with Han or its punctuation on one side at least and no Latin on the other.
   */
  #namedRun(at: number, wordEnd: number): number {
    const text = this.#text;
    if (!this.#isNamePart(at, wordEnd) || TITLES.has(text.slice(at, wordEnd))) return wordEnd;
    const before = this.#border(at - 1, -1);
    if (before === MIXED) return wordEnd;
    let end = wordEnd;
    for (let words = 1; words < 5 && text.charCodeAt(end) === 0x20; words++) {
      const next = end + 1;
      if (!this.#isLatinAt(next)) break;
      const stop = this.#wordEnd(next);
      if (words === 4 || !this.#isNamePart(next, stop) || this.#isName(next)) return wordEnd;
      if (TITLES.has(text.slice(next, stop))) break;
      end = stop;
    }
    if (end === wordEnd) return wordEnd;
    const after = this.#border(end, 1);
    return after !== MIXED && (before === CHINESE || after === CHINESE) ? end : wordEnd;
  }

  /**
   * End of the name that a post begins with when nothing else follows, or a dash and what it is in Chinese: "Kimi WebBridge"
   * or "Fei Design Mode - 借助": two to four capitalized words; `at` if there is none.
   */
  #titleEnd(at: number, wordEnd: number): number {
    const text = this.#text;
    if (at > 0 || !this.#isNamePart(at, wordEnd)) return at;
    let end = wordEnd;
    let words = 1;
    for (; text.charCodeAt(end) === 0x20 && classOf[text.charCodeAt(end + 1)] === LATIN; words++) {
      const stop = this.#wordEnd(end + 1);
      if (words === 4 || !this.#isNamePart(end + 1, stop)) return at;
      end = stop;
    }
    if (words === 1) return at;
    if (end === text.length) return words === 2 && this.#hasHump(end) ? end : at;
    const dash = text.startsWith(' - ', end) || text.startsWith(' – ', end) || text.startsWith(' — ', end);
    return dash && isHanUnit(text.charCodeAt(end + 3)) ? end : at;
  }

  /** Whether a term begins there that names something; SDK and AI may be part of a name. */
  #isName(at: number): boolean {
    if (!this.#term(at)) return false;
    const category = this.#termInfo?.category;
    return category !== 'technique' && category !== 'concept';
  }

  /** Whether the word that ends there has a capital behind its first letter: WebBridge, AI. */
  #hasHump(end: number): boolean {
    for (let i = end - 1; this.#isLatinAt(i - 1); i--) if (isCapital(this.#text.charCodeAt(i))) return true;
    return false;
  }

  #isLatinAt(at: number): boolean {
    const unitClass = classOf[this.#text.charCodeAt(at)];
    return unitClass === LATIN || unitClass === DIGIT;
  }

  /** Whether a word is written as part of a name: with a capital, and more than one letter. */
  #isNamePart(at: number, end: number): boolean {
    return end - at > 1 && end - at <= 24 && isCapital(this.#text.charCodeAt(at));
  }

  /** Whether Han or its punctuation stands beside the stretch, and no other letters do. */
  #isInChinese(at: number, end: number): boolean {
    const before = this.#border(at - 1, -1);
    if (before === MIXED) return false;
    const after = this.#border(end, 1);
    return after !== MIXED && (before === CHINESE || after === CHINESE);
  }

  /** What stands beside a name, past one space: Han or its punctuation, the end of the text, or something else. */
  #border(at: number, step: 1 | -1): number {
    const text = this.#text;
    let next = text.charCodeAt(at) === 0x20 ? at + step : at;
    // 全新"Hermes Curator"功能: a straight quotation mark belongs to what stands around it.
    if (text.charCodeAt(next) === 0x22 && isHanUnit(text.charCodeAt(next + step))) next += step;
    if (next < 0 || next >= text.length) return EDGE;
    const unit = text.charCodeAt(next);
    if (unit === 0x0a || unit === 0x0d) return EDGE;
    return isHanUnit(unit) || CHINESE_MARKS.includes(text.charAt(next)) ? CHINESE : MIXED;
  }

  /** End of a name with a hump and the number of its release: HyperOS 1.16; `end` if there is none. */
  #released(at: number, end: number): number {
    if (this.#folded(end) !== 0x20) return end;
    if (!isDigitUnit(this.#folded(end + 1))) return this.#markedEnd(at, end);
    let hump = false;
    for (let i = at + 1; i < end && i < at + 24; i++) {
      if (isCapital(this.#text.charCodeAt(i)) && !isCapital(this.#text.charCodeAt(i - 1))) hump = true;
    }
    // HyperNova 60B
    const sized = this.#wordEnd(end + 1);
    if (hump && this.#isSized(end, sized, 0x20)) return sized;
    const release = this.#releaseEnd(end);
    if (hump || release === end || !this.#isNamePart(at, end)) return hump ? release : end;
    // In Chinese text a capitalized word and a decimal are a name and its version, Arrow 1.0; a whole number makes
    // one where something is made known: 发布 Mercury 2.
    const before = this.#border(at - 1, -1);
    const decimal = this.#text.slice(end + 1, release).includes('.');
    if (before === CHINESE) {
      const verb = this.#text.charAt(this.#folded(at - 1) === 0x20 ? at - 2 : at - 1);
      return decimal || '布出源型线持'.includes(verb) ? release : end;
    }
    return decimal && before === EDGE && this.#border(release, 1) === CHINESE ? release : end;
  }

  /** End of Reve V1.5 in Chinese text; `end` if there is none. */
  #markedEnd(at: number, end: number): number {
    if (this.#folded(end + 1) !== 0x76 || !isDigitUnit(this.#folded(end + 2))) return end;
    if (!this.#isNamePart(at, end)) return end;
    const stop = this.#wordEnd(end + 1);
    return this.#isInChinese(at, stop) ? stop : end;
  }

  /** End of ` 1.16` or ` 2.1.139` behind a name, unless it is an amount; `end` if there is none. */
  #releaseEnd(end: number): number {
    const apart = this.#folded(end) === 0x20;
    if (!apart && !isHanUnit(this.#text.charCodeAt(end - 1))) return end;
    const start = apart ? end + 1 : end;
    let at = start;
    let dots = 0;
    for (; at < start + 16; at++) {
      const unit = this.#folded(at);
      if (unit === 0x2e && at > start && isDigitUnit(this.#folded(at + 1))) dots++;
      else if (!isDigitUnit(unit)) break;
    }
    if (isLatinOrDigit(this.#folded(at)) || this.#folded(at) === 0x25) return end;
    // A whole number is a release only where nothing is counted: Android 17, but not Android 17 users.
    if (dots === 0 && (!apart || at === start || at > start + 2 || this.#counts(at))) return end;
    const number = dots < 2 ? readNumber(this.#text, start, this.#breaks) : undefined;
    return number === undefined || number.end === at ? at : end;
  }

  /** End of what a product costs by: ChatGPT Plus, codex pro; `end` if nothing of the kind follows. */
  #tierEnd(end: number): number {
    if (this.#folded(end) !== 0x20 || !isLetterUnit(this.#folded(end - 1))) return end;
    if (classOf[this.#text.charCodeAt(end + 1)] !== LATIN) return end;
    const stop = this.#wordEnd(end + 1);
    return TIERS.has(foldWidth(this.#text.slice(end + 1, stop)).toLowerCase()) ? stop : end;
  }

  /** Whether something that is counted may follow a number. */
  #counts(at: number): boolean {
    const text = this.#text;
    const next = text.charCodeAt(at) === 0x20 ? at + 1 : at;
    const unit = text.charCodeAt(next);
    if (next === at && isHanUnit(unit)) return true;
    return next < text.length && (classOf[unit] === DIGIT || (classOf[unit] === LATIN && !isCapital(unit)));
  }

  /** End of a name such as SAM3D-Body, F-35, COVID-19: hyphenated parts with a capital or digits, and both in all. */
  #nameEnd(at: number, wordEnd: number): number {
    const text = this.#text;
    let end = wordEnd;
    let digits = false;
    let capitals = false;
    let accepted = wordEnd;
    let parts = 0;
    let from = at;
    for (let part = 0; part < 6; part++) {
      for (let i = from; i < end && i - from < 40; i++) {
        const unit = text.charCodeAt(i);
        if (classOf[unit] === DIGIT) digits = true;
        else if (isCapital(unit)) capitals = true;
      }
      if (digits && capitals) accepted = end;
      parts++;
      if (this.#folded(end) !== 0x2d) break;
      const first = text.charCodeAt(end + 1);
      if (classOf[first] !== DIGIT && !(classOf[first] === LATIN && isCapital(first))) break;
      from = end + 1;
      end = this.#wordEnd(from);
    }
    // Nucleus-Image and MOSS-TTS-Nano in Chinese text, where no title is written in capitals.
    const whole = accepted < end && parts > 1 && this.#folded(end) !== 0x2d;
    if (parts === 1 && this.#folded(end) === 0x2d) return this.#chainEnd(at, wordEnd, accepted);
    if (whole && this.#isInChinese(at, this.#releaseEnd(end))) accepted = end;
    // 2025-2026 and GPT-based have their own rules; a name begins with a letter.
    return classOf[text.charCodeAt(at)] === LATIN && isCapital(text.charCodeAt(at)) ? accepted : wordEnd;
  }

  /** End of agent-browser or frontend-skill in Chinese text, where a chain of small words is one name; else `accepted`. */
  #chainEnd(at: number, wordEnd: number, accepted: number): number {
    let end = wordEnd;
    for (let part = 0; part < 4 && this.#folded(end) === 0x2d && this.#isLatinAt(end + 1); part++) {
      end = this.#wordEnd(end + 1);
    }
    const whole =
      end > accepted && end - at <= 40 && this.#folded(end) !== 0x2d && !isDigitUnit(this.#folded(at));
    return whole && this.#isInChinese(at, end) ? end : accepted;
  }

  /** Whether a part between hyphens is a size: 8B, 0.5B, 70B. */
  #isSized(start: number, end: number, mark = 0x2d): boolean {
    for (let at = start; at < end; at++) {
      if (this.#folded(at) !== mark) continue;
      let stop = at + 1;
      while (
        stop < end &&
        (isDigitUnit(this.#folded(stop)) || (this.#folded(stop) === 0x2e && stop > at + 1))
      )
        stop++;
      if (stop === at + 1 || this.#folded(stop) !== 0x62) continue;
      if (!isLatinOrDigit(this.#folded(stop + 1)) || stop + 1 === end) return true;
    }
    return false;
  }

  /** End of a URL at `at`: with a scheme, with `www.`, or a bare host with a known top-level domain. */
  #link(at: number, wordEnd: number): number {
    const text = this.#text;
    const first = this.#folded(at);
    if (at > 0 && isLatinOrDigit(this.#folded(at - 1))) return at;
    if (first === 0x68 && text.charCodeAt(wordEnd) === 0x3a && text.startsWith('://', wordEnd)) {
      const scheme = text.slice(at, wordEnd).toLowerCase();
      if (scheme === 'http' || scheme === 'https') {
        const end = urlEnd(text, at, wordEnd + 3);
        return end > wordEnd + 3 ? end : at;
      }
    }
    if (text.charCodeAt(wordEnd) !== 0x2e) return at;
    const www = wordEnd - at === 3 && text.slice(at, wordEnd).toLowerCase() === 'www';
    let host = wordEnd;
    let top = -1;
    for (let part = 0; part < 5 && text.charCodeAt(host) === 0x2e; part++) {
      let end = host + 1;
      while (end < text.length && end - host < 32 && isHostUnit(text.charCodeAt(end))) end++;
      if (end === host + 1) break;
      if (isTopLevel(text.slice(host + 1, end).toLowerCase())) top = end;
      host = end;
    }
    if (www && host > wordEnd + 1) return urlEnd(text, at, host);
    if (top < 0 || top !== host) return at;
    const next = text.charCodeAt(top);
    // Node.js or Character.AI are names; a path, or small letters throughout, make a link.
    if (next === 0x2f && isHostUnit(text.charCodeAt(top + 1))) return urlEnd(text, at, top);
    const plain = text.slice(at, top) === text.slice(at, top).toLowerCase();
    return plain && wordEnd - at > 1 && this.#terms.whole(text, at, top) === undefined ? top : at;
  }

  /** End of an e-mail address at `at`, or `at`. */
  #mail(at: number): number {
    const text = this.#text;
    if (at < this.#noMailBefore) return at;
    let name = at;
    while (name < text.length && isMailUnit(text.charCodeAt(name))) name++;
    if (text.charCodeAt(name) !== 0x40 || name - at > 64) {
      this.#noMailBefore = name;
      return at;
    }
    let end = name + 1;
    let dot = -1;
    while (end < text.length && end - name < 100) {
      const unit = text.charCodeAt(end);
      if (unit === 0x2e && isHostUnit(text.charCodeAt(end + 1))) dot = end;
      else if (!isHostUnit(unit)) break;
      end++;
    }
    if (dot > name + 1 && end - dot > 2 && isLetterUnit(this.#folded(end - 1))) return end;
    this.#noMailBefore = name;
    return at;
  }

  /** Finds the longest term or model name at `at`, into #termEnd and #termInfo. */
  #term(at: number): boolean {
    const text = this.#text;
    const terms = this.#terms;
    const count = terms.match(text, at, text.length);
    if (count === 0) return false;
    const first = this.#folded(at);
    const before = at > 0 ? this.#folded(at - 1) : 0;
    if (isLatinOrDigit(first)) {
      if (isLatinOrDigit(before)) return false;
      if (isDigitUnit(first) && before === 0x2e && at > 1 && isDigitUnit(this.#folded(at - 2))) return false;
    } else if (isHanUnit(text.charCodeAt(at)) && this.#breaksWord(at)) return false;
    this.#termEnd = -1;
    for (let index = count - 1; index >= 0; index--) {
      const entry = terms.found[index] as number;
      const end = terms.ends[index] as number;
      const info = terms.infoOf(entry);
      const family = terms.familyOf(entry);
      const shaped =
        family !== undefined || info?.category === 'model'
          ? modelNameEnd(
              text,
              end,
              terms,
              info?.category === 'model' && isDigitUnit(this.#folded(end - 1)),
              family?.everyday === true,
            )
          : end;
      if (shaped > end && !this.#cuts(shaped)) {
        if (shaped > this.#termEnd && this.#fits(at, end, shaped)) {
          this.#termEnd = shaped;
          this.#termInfo = guessedName(text, at, end, shaped, family, info);
        }
      }
      // A family of one letter (o4-mini), or one that runs on (DeepSeekV3), needs its version.
      if (end <= this.#termEnd || this.#cuts(end) || this.#runsOn(end)) continue;
      if (info?.category === 'model' && endsInAmount(text, at, end, terms.fold)) continue;
      // 小米15亿 is an amount, and no phone.
      if (
        info?.category === 'hardware' &&
        isDigitUnit(this.#folded(end - 1)) &&
        COUNTED.includes(text.charAt(end) || ' ')
      )
        continue;
      if (family !== undefined && (info === undefined || (end - at === 1 && isLetterUnit(first)))) continue;
      this.#termEnd = end;
      this.#termInfo = info;
    }
    const category = this.#termEnd > at ? this.#termInfo?.category : undefined;
    if (
      this.#termInfo !== undefined &&
      (category === 'product' || category === 'model' || category === 'hardware')
    ) {
      const end = this.#productEnd(at, this.#termEnd, category);
      if (end > this.#termEnd) {
        const { canonical, maker } = this.#termInfo;
        const name = canonical + foldWidth(text.slice(this.#termEnd, end));
        this.#termInfo = {
          canonical: name,
          category,
          guessed: true,
          ...(maker === undefined ? {} : { maker }),
        };
        this.#termEnd = end;
      }
    }
    return this.#termEnd > at;
  }

  /** End of what a product, a model or a device is called beyond its term: its release, its tier, its part. */
  #productEnd(at: number, termEnd: number, category: 'product' | 'model' | 'hardware'): number {
    if (category === 'hardware') {
      const line = NUMBERED.has(this.#termInfo?.canonical ?? '');
      return this.#deviceEnd(line ? this.#numberedEnd(this.#numberedEnd(termEnd)) : termEnd);
    }
    const release = category === 'product' ? this.#releaseEnd(termEnd) : termEnd;
    // iPhone 14 Pro Max
    if (release > termEnd) return this.#deviceEnd(release);
    const tier = this.#tierEnd(termEnd);
    if (tier > termEnd) return tier;
    return category === 'model' && this.#folded(termEnd) === 0x2d
      ? this.#useEnd(termEnd)
      : this.#partEnd(at, termEnd);
  }

  /** End of Granite-4.0-1b-speech, a model's name and what it is for; `end` if nothing of the kind follows. */
  #useEnd(end: number): number {
    if (classOf[this.#text.charCodeAt(end + 1)] !== LATIN) return end;
    const stop = this.#wordEnd(end + 1);
    if (stop - end < 4 || stop - end > 12 || this.#folded(stop) === 0x2d) return end;
    return RELATIONS.has(foldWidth(this.#text.slice(end + 1, stop)).toLowerCase()) ? end : stop;
  }

  /** End of a number with letters of a chip behind its line: 7, 356H, GB200; `end` if none follows. */
  #numberedEnd(end: number): number {
    const start = this.#folded(end) === 0x20 ? end + 1 : end;
    if (!this.#isLatinAt(start)) return end;
    const stop = this.#wordEnd(start);
    const first = this.#folded(start);
    const digits = isDigitUnit(first) || isDigitUnit(this.#folded(start + 2));
    if (!digits || stop - start > 6 || COUNTED.includes(this.#text.charAt(stop) || ' ')) return end;
    return stop;
  }

  /** End of iPhone 14 Pro Max: one or two tiers of a device; `end` if none follows. */
  #deviceEnd(end: number): number {
    let last = end;
    for (let tier = 0; tier < 2 && this.#folded(last) === 0x20; tier++) {
      if (classOf[this.#text.charCodeAt(last + 1)] !== LATIN) break;
      const stop = this.#wordEnd(last + 1);
      if (!DEVICE_TIERS.has(foldWidth(this.#text.slice(last + 1, stop)).toLowerCase())) break;
      last = stop;
    }
    return last;
  }

  /** End of Qwen Studio or Google Maps Platform in Chinese text; `end` if no such word follows. */
  #partEnd(at: number, end: number): number {
    const text = this.#text;
    let last = end;
    for (let part = 0; part < 2 && text.charCodeAt(last) === 0x20; part++) {
      const start = last + 1;
      if (classOf[text.charCodeAt(start)] !== LATIN) break;
      const stop = this.#wordEnd(start);
      // Kimi WebBridge, and App only where it opens another word: Codex App Server.
      const bridge =
        part === 0 &&
        this.#terms.match(text, start, stop) === 0 &&
        isCapital(text.charCodeAt(start)) &&
        stop - start > 6 &&
        this.#hasInnerHump(start, stop);
      if (!bridge && !PRODUCT_PARTS.has(text.slice(start, stop))) break;
      last = stop;
    }
    if (last === end || text.slice(last - 4, last) === ' App') return end;
    const release = this.#releaseEnd(last);
    return this.#isInChinese(at, release) ? release : end;
  }

  /** Whether a small letter is followed by a capital there: WebBridge. */
  #hasInnerHump(start: number, end: number): boolean {
    for (let i = start + 1; i + 1 < end && i < start + 24; i++) {
      if (!isCapital(this.#text.charCodeAt(i)) && isCapital(this.#text.charCodeAt(i + 1))) return true;
    }
    return false;
  }

  /** A family of one letter is written small, with its number right behind it. */
  #fits(at: number, familyEnd: number, end: number): boolean {
    if (familyEnd - at > 1 || isHanUnit(this.#text.charCodeAt(at))) return end > familyEnd;
    return isDigitUnit(this.#folded(familyEnd)) && !isCapital(this.#text.charCodeAt(at));
  }

  #runsOn(end: number): boolean {
    return isLatinOrDigit(this.#folded(end - 1)) && isLatinOrDigit(this.#folded(end));
  }

  #cuts(end: number): boolean {
    const text = this.#text;
    return end < text.length && isHanUnit(text.charCodeAt(end)) && isHanUnit(text.charCodeAt(end - 1))
      ? this.#breaksWord(end)
      : false;
  }

  /** Whether an offset lies within an ordinary word of Han. */
  #breaksWord(offset: number): boolean {
    const text = this.#text;
    if (offset <= 0 || offset >= text.length) return false;
    if (!isHanUnit(text.charCodeAt(offset)) || !isHanUnit(text.charCodeAt(offset - 1))) return false;
    if (this.#run.holds(offset)) return this.#run.breaks(offset);
    this.#ahead.cut(text, offset);
    return this.#ahead.breaks(offset);
  }

  /** The term or model that text[start, end) names. */
  #whole(start: number, end: number): TermInfo | undefined {
    return this.#term(start) && this.#termEnd === end ? this.#termInfo : undefined;
  }

  #pushTerm(at: number): number {
    const info = this.#termInfo;
    return info === undefined
      ? this.#push(at, this.#termEnd, 'word')
      : this.#push(at, this.#termEnd, 'term', info);
  }

  #pushNumber(at: number, match: DateMatch): number {
    const { end, quantity } = match;
    const text = this.#text.slice(at, end);
    this.#tokens.push(
      quantity === undefined
        ? { text, start: at, end, kind: 'number' }
        : { text, start: at, end, kind: 'number', quantity },
    );
    return end;
  }

  #push(at: number, end: number, kind: TokenKind, term?: TermInfo): number {
    const text = this.#text.slice(at, end);
    this.#tokens.push(
      term === undefined ? { text, start: at, end, kind } : { text, start: at, end, kind, term },
    );
    return end;
  }
}

/**
 * What a name found by shape stands for: the head as its maker writes it, joined to the version as the maker
 * joins it, and the rest as it stands.
 */
function guessedName(
  text: string,
  start: number,
  familyEnd: number,
  end: number,
  family: TermFamily | undefined,
  info: TermInfo | undefined,
): TermInfo {
  const han = isHanUnit(text.charCodeAt(start));
  let rest = foldWidth(text.slice(familyEnd, end)).replace(/_/gu, '-');
  const version = /^[ -]?(?:[a-z]{0,2}\d)/iu.test(rest);
  if (version && family?.join !== undefined) rest = (han ? '' : family.join) + rest.replace(/^[ -]/u, '');
  const head = han ? text.slice(start, familyEnd) : (family?.canonical ?? info?.canonical ?? '');
  const maker = family?.maker ?? info?.maker;
  const name: TermInfo = { canonical: head + rest, category: 'model', guessed: true };
  return maker === undefined ? name : { ...name, maker };
}

function isCapital(unit: number): boolean {
  return plainUnit(unit) !== unit && !(unit >= 0xff41 && unit <= 0xff5a);
}

function isHostUnit(unit: number): boolean {
  return unit < 128 && (isLetterUnit(unit | 0x20) || isDigitUnit(unit) || unit === 0x2d);
}

function isMailUnit(unit: number): boolean {
  return isHostUnit(unit) || unit === 0x2e || unit === 0x5f || unit === 0x2b || unit === 0x25;
}

/** Han of the supplementary planes and mathematical letters. */
function isAstralLetter(point: number): boolean {
  return (point >= 0x20000 && point <= 0x323af) || (point >= 0x1d400 && point <= 0x1d7ff);
}
