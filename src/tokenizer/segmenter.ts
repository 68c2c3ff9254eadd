import { lazy } from '../base/lazy.js';
import { isNotion, type TermInfo } from '../lexicon/term-info.js';
import type { TermLexicon } from '../lexicon/term-lexicon.js';
import type { WordIds } from '../lexicon/word-ids.js';
import { bracketEmoticonEnd } from '../text/bracket-emoticon.js';
import { emojiEnd, emojiStarts } from '../text/emoji.js';
import { foldWidth, plainUnit } from '../text/fold.js';
import { withPlainDots } from '../text/name-dot.js';
import { ReadingCopy } from '../text/reading-copy.js';
import { isDigitUnit, isHanUnit, isLatinOrDigit, isLetterUnit } from '../text/unit-kinds.js';
import { unitsOf, unitTable } from '../text/unit-table.js';
import { isAt, isOneOf, plainAt, UnitText, unitAt } from '../text/unit-text.js';
import type { Cutter } from './cutter.js';
import { HanWords, NUMERAL, QUALIFIER, TERM } from './han-words.js';
import { amountStart, hasAmount } from './names/amount-behind.js';
import { guessedCompany } from './names/company-name.js';
import { designationAt } from './names/designation.js';
import { behindNameDot, foreignNameEnd, foreignNameStart } from './names/foreign-name.js';
import { isCapital, latinWordEnd } from './names/latin-word.js';
import { hubModelStart } from './names/model-chain.js';
import { versionTierEnd } from './names/products.js';
import { properRunEnd } from './names/proper-run.js';
import { titledEnd } from './names/titled.js';
import {
  dottedEnd,
  dottedInitialsEnd,
  hyphenatedEnd,
  initialsEnd,
  isSized,
  namedRunEnd,
  releasedEnd,
  titleEnd,
} from './names/written-names.js';
import { isCurrencyUnit } from './numbers/currency.js';
import { readLatinDate, readOrdinalQuarter } from './numbers/date.js';
import { readHanNumber } from './numbers/read-han-number.js';
import { isRangeMark, readLatinMoney, readNumber } from './numbers/read-number.js';
import type { NumberMatch } from './numbers/reading.js';
import { classOf, DIGIT, HAN, LATIN, LETTER, SPACE } from './social/classes.js';
import { asciiEmoticonEnd, kaomojiEnd, startsEmoticon, startsKaomoji } from './social/emoticons.js';
import { goesOnInMail, linkEnd, mailEnd, mailNameEnd } from './social/links.js';
import { cashtagEnd, hashtagEnd, listedEnd, mentionEnd } from './social/tags.js';
import { listedNumber, listedSymbol, prefixedNumber, tickerAt } from './social/tickers.js';
import { TermFinder } from './term-finder.js';
import {
  CASHTAG_TOKEN,
  EMAIL_TOKEN,
  EMOJI_TOKEN,
  EMOTICON_TOKEN,
  HASHTAG_TOKEN,
  MENTION_TOKEN,
  NUMBER_TOKEN,
  PUNCTUATION_TOKEN,
  SPACE_TOKEN,
  TERM_TOKEN,
  TokenColumns,
  URL_TOKEN,
  WORD_TOKEN,
} from './token-columns.js';

/** 上 */
const SHANG = 0x4e0a;
/** Behind these an amount may be less than nothing: 利润, 现金流, 净额, 净流入, 亏损, 收于. */
const BALANCES = '润潤流额額入损損亏虧于於';
/** With these ends what changes by so many percent. */
const CHANGING = '跌降涨漲幅速增减減是比长長率值期';
/** Behind these a number follows, and no end of a range or a name: 净利润为-3.2亿元, 跌至-37美元, 仅-0.1%. */
const TELLING = '为為达達至到从從约約仅僅';
/** Units of SH688981. */
const LISTED_WORD = 8;
/** No emoticon is longer. */
const LONGEST_EMOTICON = 6;

/** What ends a word so that it is part of no link, address, name or amount; 0 is the end of the text. */
const plainEnds = unitsOf('\0 \n,，。、！!？?；;“”)）');
for (let unit = 0; unit < plainEnds.length; unit++) if (classOf[unit] === HAN) plainEnds[unit] = 1;

/** Marks with which nothing but a term may begin: no number, tag, emoji or emoticon. */
const plainMarks = lazy(() => {
  const table = unitTable();
  for (let unit = 0; unit < table.length; unit++) {
    const folded = plainUnit(unit);
    const begins =
      emojiStarts[unit] !== 0 || startsEmoticon(unit) || startsKaomoji(unit) || isCurrencyUnit(folded);
    if (classOf[unit] === 0 && !begins && !'#*@[.±+-~≈≤≥'.includes(String.fromCharCode(folded)))
      table[unit] = 1;
  }
  return table;
});

/**
 * Cuts social text for analysis: terms, numbers, links, names, tags and emoji whole, words of jieba between them.
 *
 * One pass from left to right. At each position the class of the unit decides what may begin there; each
 * attempt reads a bounded stretch, or one that it then consumes, so time is linear in the text.
 */
export class Segmenter {
  readonly #terms: TermLexicon;
  readonly #words: HanWords;
  readonly #breaks = (offset: number): boolean => this.#breaksWord(offset);

  readonly #text = new UnitText();
  readonly #copy = new ReadingCopy();
  readonly #tokens: TokenColumns;
  /** Up to where no `@` follows a name, so that long names are looked through once. */
  #noMailBefore = 0;
  #foreignStart = 0;
  readonly #found: TermFinder;
  readonly #isName = (at: number): boolean => this.#namesSomething(at);

  constructor(cutter: Cutter, terms: TermLexicon, ids: WordIds) {
    this.#terms = terms;
    this.#words = new HanWords(cutter, terms);
    this.#tokens = new TokenColumns(ids);
    this.#found = new TermFinder(terms, this.#breaks, (start, end) => this.#words.isWord(start, end));
  }

  /** The tokens of a text. They hold until the next call. */
  segment(text: string): TokenColumns {
    this.#text.read(text);
    this.#words.cut(this.#text);
    if (this.#words.hasDressed && this.#copy.read(this.#text)) return this.#segmentCopy(text, this.#copy);
    this.#tokens.begin(text);
    this.#segmentRead(text.length);
    return this.#tokens;
  }

  /** The tokens of a text of which it reads a copy. */
  #segmentCopy(text: string, copy: ReadingCopy): TokenColumns {
    this.#words.reset();
    this.#text.read(copy.text);
    this.#words.cut(this.#text);
    this.#tokens.begin(copy.text, Math.max(text.length, copy.text.length));
    this.#segmentRead(copy.text.length);
    this.#tokens.moveOnto(text, copy);
    copy.reset();
    return this.#tokens;
  }

  #segmentRead(length: number): void {
    // Whatever asks what stands in the text knows one way to write it.
    if (this.#words.hasTraditional) this.#text.read(this.#words.simplified());
    this.#noMailBefore = 0;
    for (let at = 0; at < length; ) at = this.#next(at);
    this.#words.reset();
    this.#text.reset();
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
        const { units, length } = text;
        let end = at + 1;
        while (end < length && classOf[units[end] as number] === SPACE) end++;
        return this.#push(end, SPACE_TOKEN);
      }
      case LETTER: {
        if (this.#found.find(text, at)) return this.#pushTerm();
        const face = startsKaomoji(unit) ? kaomojiEnd(text, at) : at;
        if (face > at) return this.#push(face, EMOTICON_TOKEN);
        let end = at + 1;
        while (end < text.length && classOf[text.charCodeAt(end)] === LETTER) end++;
        return this.#push(end, WORD_TOKEN);
      }
      default:
        return this.#mark(at, unit);
    }
  }

  /** A run of Han: words of jieba, and terms and numbers among them. */
  #han(at: number): number {
    const text = this.#text;
    const { units: written, length } = text;
    const { units } = this.#words;
    let stop = at + 1;
    while (stop < length && (units[written[stop] as number] as number) > 0) stop++;
    const opens = at === 0 || !isHanUnit(text.charCodeAt(at - 1));
    const named = opens && this.#terms.byShape ? titledEnd(text, at, stop) : at;
    if (named > at) {
      const info = this.#found.whole(text, at, named);
      if (info !== undefined) return this.#push(named, TERM_TOKEN, info);
      return unitAt(text, at - 1) === 0x300a
        ? this.#push(named, WORD_TOKEN)
        : this.#push(named, TERM_TOKEN, guessedCompany(text.slice(at, named)));
    }
    const nameEnd = behindNameDot(text, stop) > 0 ? this.#foreignName(at, stop) : at;
    if (nameEnd > at) stop = this.#foreignStart;
    const designation = this.#terms.byShape ? designationAt(text, at, stop, this.#breaks) : undefined;
    if (designation !== undefined) stop = designation.start;
    const terms = this.#terms;
    const words = this.#words;
    const tokens = this.#tokens;
    let flushed = at;
    const { fold, starts } = terms;
    for (let position = at; position < stop; position++) {
      const unit = units[written[position] as number] as number;
      if (unit < NUMERAL) continue;
      let term = false;
      if ((unit & TERM) !== 0) {
        // As terms.mayBegin has it: no call for each unit.
        const next = position + 1 < length ? (fold[written[position + 1] as number] as number) : 0x20;
        term = starts.mayBegin(unit & 0xffff, next);
      }
      const isNumber = (unit & (NUMERAL | QUALIFIER)) !== 0;
      if ((!isNumber && !term) || words.breaksNext(position)) continue;
      let end = position;
      if (term && this.#found.find(text, position)) {
        words.give(flushed, position, opens && flushed === at, tokens);
        end = this.#pushTerm();
      } else if (isNumber) {
        const match =
          (unit & QUALIFIER) !== 0 ? this.#qualified(position) : readHanNumber(text, position, this.#breaks);
        if (match === undefined) continue;
        words.give(flushed, position, opens && flushed === at, tokens);
        end = this.#pushNumber(match);
      } else continue;
      if (end >= stop) return end;
      flushed = end;
      position = end - 1;
    }
    words.give(flushed, stop, opens && flushed === at, tokens);
    if (designation !== undefined) return this.#pushDesignation(stop, designation.end);
    return nameEnd > at ? this.#pushForeign(stop, nameEnd) : stop;
  }

  /** 歼-20S, under which 歼20S counts as well. */
  #pushDesignation(at: number, end: number): number {
    const written = foldWidth(this.#text.slice(at, end));
    if (this.#terms.isDeleted(this.#text, at, end)) return this.#push(end, WORD_TOKEN);
    const { fold } = this.#terms;
    const simplified = written.replace(/\p{Script=Han}/gu, (han) =>
      String.fromCharCode(fold[han.charCodeAt(0)] as number),
    );
    const canonical = simplified.replace(/-?(?=\d)/u, '-');
    const known = this.#terms.get(written) ?? this.#terms.get(canonical);
    return this.#push(end, TERM_TOKEN, known ?? { canonical, category: 'product', guessed: true });
  }

  /** End of a foreign name that goes on behind the dot, from {@link #foreignStart}; `at` if there is none, or a term that reaches as far. */
  #foreignName(at: number, dot: number): number {
    const text = this.#text;
    const { units } = this.#words;
    let start = foreignNameStart(text, at, dot, units, this.#breaks);
    if (start < dot && this.#found.find(text, start)) {
      if (this.#found.end >= dot) return at;
      start = this.#found.end;
    }
    if (start === dot) return at;
    const end = foreignNameEnd(text, start, dot, units, this.#breaks);
    this.#foreignStart = start;
    return end > start ? end : at;
  }

  /** A foreign name; what spaces stand in is looked up without them. */
  #pushForeign(at: number, end: number): number {
    const name = this.#text.slice(at, end);
    const info = name.includes(' ') && this.#terms.enabled ? this.#terms.get(withPlainDots(name)) : undefined;
    return info === undefined ? this.#push(end, WORD_TOKEN) : this.#push(end, TERM_TOKEN, info);
  }

  /** A number behind 近, 约 or the like, unless that belongs to a word. */
  #qualified(at: number): NumberMatch | undefined {
    const text = this.#text;
    if (isAt(text, at, '第')) return readOrdinalQuarter(text, at, this.#breaks);
    const next = unitAt(text, at + 1);
    const unitClass = classOf[next];
    const numeral =
      unitClass === HAN &&
      (((this.#words.units[next] as number) & NUMERAL) !== 0 || isOneOf(text, at + 1, '亿億'));
    const mark = plainAt(text, at + 1);
    const number =
      unitClass === DIGIT ||
      unitClass === SPACE ||
      isCurrencyUnit(mark) ||
      (mark === 0x2d && isOneOf(text, at, '近约約'));
    // 上百万 is a word, and a number.
    if (unitAt(text, at) === SHANG) return numeral ? readNumber(text, at, this.#breaks) : undefined;
    const match = number || numeral ? readNumber(text, at, this.#breaks) : undefined;
    // So is 近三成, but 近两 of 近两年来 is none.
    return match !== undefined && this.#breaksWord(at + 1) && this.#breaksWord(match.end) ? undefined : match;
  }

  #latin(at: number): number {
    const text = this.#text;
    const small = smallEnd(text, at);
    if (
      small > at &&
      plainEnds[unitAt(text, small)] === 1 &&
      !(small === at + 3 && isDigitUnit(plainAt(text, small + 1)))
    )
      return this.#smallWord(at, small);
    const wordEnd = latinWordEnd(text, at);
    // TSE:CLS, NVDA.US
    const before = unitAt(text, at - 1);
    const mark = before === 0x20 ? unitAt(text, at - 2) : before;
    const besideMark = mark === 0x3a || mark === 0xff1a || isAt(text, wordEnd, '.');
    if (besideMark && isCapital(text.charCodeAt(at)) && this.#terms.enabled) {
      const listed = listedSymbol(text, at, this.#terms);
      if (listed !== undefined) return this.#push(listed.end, TERM_TOKEN, this.#listedAs(listed.info));
    }
    const link = this.#isApart(at) ? linkEnd(text, at, wordEnd, this.#terms) : at;
    if (link > at) return this.#push(link, URL_TOKEN);
    const mail = this.#mail(at, wordEnd);
    if (mail > at) return this.#push(mail, EMAIL_TOKEN);
    const model = hubModelStart(text, at, wordEnd);
    if (model > at && this.#found.find(text, model) && this.#found.info?.category === 'model')
      return this.#pushTerm();
    const title = at === 0 ? titleEnd(text, wordEnd) : 0;
    if (title > 0) {
      const date = readLatinDate(text, at);
      if (date !== undefined && date.end >= title) return this.#pushNumber(date);
      const info = this.#found.whole(text, at, title);
      return info === undefined ? this.#push(title, WORD_TOKEN) : this.#push(title, TERM_TOKEN, info);
    }
    if (this.#found.find(text, at)) {
      // SAM3D-Body: a name of capitals and digits reaches beyond the term that begins it.
      const { end } = this.#found;
      const runsOn = end < wordEnd && isLatinOrDigit(plainAt(text, end));
      if (!runsOn || hasAmount(text, end, this.#breaks)) return this.#pushTerm();
    } else {
      const stock = wordEnd - at === LISTED_WORD ? prefixedNumber(text, at, wordEnd, this.#terms) : undefined;
      if (stock !== undefined) return this.#push(stock.end, TERM_TOKEN, stock.info);
      const number = readLatinDate(text, at) ?? readLatinMoney(text, at, this.#breaks);
      if (number !== undefined) return this.#pushNumber(number);
      // Jennie50亿, but INTO1元旦
      const amount = amountStart(text, at, wordEnd, this.#breaks);
      if (amount < wordEnd && (isOneOf(text, wordEnd, '万萬亿億元美') || !this.#isTerm(at, wordEnd)))
        return this.#pushNamed(at, amount);
    }
    // o(╥﹏╥)o
    const face =
      wordEnd === at + 1 && plainAt(text, wordEnd) === 0x28 && text.charCodeAt(at) === 0x6f
        ? kaomojiEnd(text, at)
        : at;
    if (face > at) return this.#push(face, EMOTICON_TOKEN);
    if (wordEnd - at <= LONGEST_EMOTICON && startsEmoticon(text.charCodeAt(at))) {
      const end = asciiEmoticonEnd(text, at);
      if (end > at && end >= wordEnd) return this.#push(end, EMOTICON_TOKEN);
    }
    return this.#word(at, wordEnd);
  }

  /** A word of small letters that ends with the text or before a mark that goes on with nothing: a term begins there, or none. */
  #smallWord(at: number, end: number): number {
    const text = this.#text;
    if (this.#found.find(text, at)) {
      const stop = this.#found.end;
      if (stop >= end || !isLatinOrDigit(plainAt(text, stop))) return this.#pushTerm();
    }
    if (end - at <= LONGEST_EMOTICON && startsEmoticon(text.charCodeAt(at))) {
      const stop = asciiEmoticonEnd(text, at);
      if (stop > at && stop >= end) return this.#push(stop, EMOTICON_TOKEN);
    }
    return this.#push(end, WORD_TOKEN);
  }

  #digit(at: number): number {
    const text = this.#text;
    const keycap = emojiEnd(text, at);
    if (keycap > at) return this.#push(keycap, EMOJI_TOKEN);
    const wordEnd = latinWordEnd(text, at);
    const mail = this.#mail(at, wordEnd);
    if (mail > at) return this.#push(mail, EMAIL_TOKEN);
    // 600519.SH, （688256）, HKEX: 700, 腾讯00700
    if (wordEnd - at > 2 && this.#mayBeListed(at, wordEnd)) {
      const listed = listedNumber(text, at, this.#terms);
      if (listed !== undefined) return this.#push(listed.end, TERM_TOKEN, this.#listedAs(listed.info));
    }
    const found = this.#found.find(text, at) && !this.#isModel(at, this.#found.end);
    const number = readNumber(text, at, this.#breaks, this.#rangedCurrency(at));
    if (found && (number === undefined || this.#found.end >= number.end)) return this.#pushTerm();
    // 2.5 Flash: a model called by its version alone.
    const tier =
      plainAt(text, at + 1) === 0x2e && wordEnd <= at + 4 ? versionTierEnd(text, wordEnd) : wordEnd;
    if (tier > wordEnd) return this.#push(tier, WORD_TOKEN);
    if (number !== undefined && (number.end >= wordEnd || !isLatinOrDigit(plainAt(text, number.end)))) {
      return this.#pushNumber(number);
    }
    return this.#word(at, wordEnd);
  }

  /** Whether the digits text[at, end) may be the number of a stock: by what stands beside them, or as five or six with Han beside. */
  #mayBeListed(at: number, end: number): boolean {
    const text = this.#text;
    if (!this.#terms.enabled) return false;
    const before = unitAt(text, at - 1);
    if (isOneOf(text, end, '.)）') || before === 0x3a || before === 0xff1a) return true;
    if (before === 0x20 && isOneOf(text, at - 2, ':：')) return true;
    return end - at > 4 && end - at < 7 && (isHanUnit(before) || isHanUnit(unitAt(text, end)));
  }

  /** Currency of the number by whose mark this one is told as well, as the last of a range: 2B in $1-2B. */
  #rangedCurrency(at: number): string | undefined {
    const text = this.#text;
    const tokens = this.#tokens;
    const first = tokens.count - 2;
    if (first < 0 || tokens.ends[first] !== at - 1 || !isRangeMark(text, at - 1)) return undefined;
    const quantity = tokens.quantityOf(first);
    if (quantity?.type !== 'money') return undefined;
    return isDigitUnit(plainAt(text, tokens.startOf(first))) ? undefined : quantity.currency;
  }

  /** Whether a name of digits alone stands among Latin words, where it is a number of something: Dyson 360 Vis Nav. */
  #isModel(at: number, end: number): boolean {
    const text = this.#text;
    for (let i = at; i < end; i++) if (classOf[text.charCodeAt(i)] !== DIGIT) return false;
    const after = unitAt(text, end) === 0x20 && classOf[unitAt(text, end + 1)] === LATIN;
    const before = unitAt(text, at - 1) === 0x20 && classOf[unitAt(text, at - 2)] === LATIN;
    return after || before;
  }

  #mark(at: number, unit: number): number {
    if (plainMarks()[unit] === 0) return this.#tellingMark(at, unit);
    if (this.#terms.begins(unit) && this.#found.find(this.#text, at)) return this.#pushTerm();
    return this.#punctuation(at, unit);
  }

  /** A mark with which a number, a tag, an emoji or an emoticon may begin. */
  #tellingMark(at: number, unit: number): number {
    const text = this.#text;
    // Terms of the user may begin with any mark: @scope/pkg, 🤖模型.
    if (this.#terms.begins(unit) && this.#found.find(text, at)) return this.#pushTerm();
    if (emojiStarts[unit] !== 0) {
      const end = emojiEnd(text, at);
      if (end > at) return this.#push(end, EMOJI_TOKEN);
    }
    const folded = plainUnit(unit);
    switch (folded) {
      case 0x23: {
        const keycap = unit === 0x23 ? emojiEnd(text, at) : at;
        if (keycap > at) return this.#push(keycap, EMOJI_TOKEN);
        const end = this.#isApart(at) ? hashtagEnd(text, at) : at;
        if (end > at) {
          const close = plainUnit(text.charCodeAt(end - 1)) === 0x23 ? end - 1 : end;
          return this.#push(end, HASHTAG_TOKEN, this.#found.whole(text, at + 1, close));
        }
        break;
      }
      case 0x2a: {
        const keycap = emojiEnd(text, at);
        if (keycap > at) return this.#push(keycap, EMOJI_TOKEN);
        break;
      }
      case 0x40: {
        const end = this.#isApart(at) ? mentionEnd(text, at) : at;
        if (end > at + 1) return this.#push(end, MENTION_TOKEN, this.#found.whole(text, at + 1, end));
        break;
      }
      case 0x5b: {
        const end = bracketEmoticonEnd(text, at);
        if (end > at) return this.#push(end, EMOTICON_TOKEN);
        break;
      }
      case 0x2e: {
        const before = plainAt(text, at - 1);
        const begins = at === 0 || before === 0x20 || before === 0x0a || before === 0x28 || before === 0xff0c;
        const number =
          begins && isDigitUnit(plainAt(text, at + 1)) ? readNumber(text, at, this.#breaks) : undefined;
        if (number !== undefined) return this.#pushNumber(number);
        break;
      }
      case 0xb1:
      case 0x2b:
      case 0x2d:
      case 0x7e:
      case 0x2248:
      case 0x2264:
      case 0x2265: {
        const before = plainAt(text, at - 1);
        const joined = isLatinOrDigit(before) || before === folded || before === 0x29 || before === 0x5d;
        const next = plainAt(text, at + 1);
        if (!joined && (isDigitUnit(next) || isCurrencyUnit(next)) && !this.#endsNumber(at)) {
          const number = readNumber(text, at, this.#breaks);
          if (number !== undefined && (folded !== 0x2d || this.#isSign(at, number)))
            return this.#pushNumber(number);
        }
        break;
      }
    }
    if (isCurrencyUnit(folded)) {
      // $0700.HK
      const listed = folded === 0x24 ? listedEnd(text, at) : at;
      if (listed > at)
        return this.#push(listed, CASHTAG_TOKEN, this.#terms.byTicker(tickerAt(text, at + 1, listed)));
      const number = readNumber(text, at, this.#breaks);
      if (number !== undefined) return this.#pushNumber(number);
      if (folded === 0x24) {
        const end = cashtagEnd(text, at);
        if (end > at) return this.#push(end, CASHTAG_TOKEN, this.#terms.byTicker(text.slice(at + 1, end)));
      }
    }
    if (startsEmoticon(unit)) {
      const end = asciiEmoticonEnd(text, at);
      if (end > at) return this.#push(end, EMOTICON_TOKEN);
    }
    if (startsKaomoji(unit)) {
      const end = kaomojiEnd(text, at);
      if (end > at) return this.#push(end, EMOTICON_TOKEN);
    }
    return this.#punctuation(at, unit);
  }

  /** Whether a number ends there: what follows goes on with a range, also behind a space, as in 2010 -2020 年. */
  #endsNumber(at: number): boolean {
    if (isAt(this.#text, at - 1, ' ') && isDigitUnit(plainAt(this.#text, at - 2)))
      return isAt(this.#text, at, '-');
    const tokens = this.#tokens;
    const last = tokens.count - 1;
    return last >= 0 && tokens.kindOf(last) === NUMBER_TOKEN && tokens.ends[last] === at;
  }

  /** Whether what begins at `at` goes on with no word before it; what stands right behind a link does not. */
  #isApart(at: number): boolean {
    if (!isLatinOrDigit(plainAt(this.#text, at - 1))) return true;
    const tokens = this.#tokens;
    const last = tokens.count - 1;
    return last >= 0 && tokens.kindOf(last) === URL_TOKEN && tokens.ends[last] === at;
  }

  /** Whether a hyphen before a number is its sign; behind Han it is one of degrees, and of what may be less than nothing. */
  #isSign(at: number, { quantity }: NumberMatch): boolean {
    const text = this.#text;
    if (at === 0 || !isHanUnit(text.charCodeAt(at - 1))) return true;
    if (quantity === undefined || quantity.type === 'date') return false;
    if (quantity.unit === '°C' || isOneOf(text, at - 1, TELLING)) return true;
    // 同比-3.5%, 净利润-5.6亿元
    if (quantity.type === 'percent' && isOneOf(text, at - 1, CHANGING)) return true;
    // 收于-37.63美元, but 关于-3件事
    return (quantity.type !== 'count' || quantity.value <= -1e4) && isOneOf(text, at - 1, BALANCES);
  }

  /** A mark, or a run of the same mark: ……, ——, !!!. */
  #punctuation(at: number, unit: number): number {
    const text = this.#text;
    let end = at + 1;
    if (unit >= 0xd800 && unit < 0xdc00) {
      const low = unitAt(text, end);
      if (low >= 0xdc00 && low < 0xe000) {
        end++;
        return this.#push(
          end,
          isAstralLetter(text.codePointAt(at) as number) ? WORD_TOKEN : PUNCTUATION_TOKEN,
        );
      }
    } else {
      const repeats = unit !== 0x23 && unit !== 0x40 && unit !== 0x5b && unit !== 0x28 && unit !== 0x24;
      while (repeats && end < text.length && text.charCodeAt(end) === unit) end++;
    }
    return this.#push(end, PUNCTUATION_TOKEN);
  }

  /** A Latin word, or the name of which it is the first. Most words end before a mark that ends any name. */
  #word(at: number, wordEnd: number): number {
    const text = this.#text;
    const mark = plainAt(text, wordEnd);
    if (mark === 0x26) return this.#push(initialsEnd(text, at, wordEnd), WORD_TOKEN);
    if (mark === 0x2e && wordEnd === at + 1) {
      const end = dottedInitialsEnd(text, at);
      if (end > at) return this.#push(end, WORD_TOKEN);
    }
    if (mark !== 0x20 && mark !== 0x2d && mark !== 0x2e) return this.#push(wordEnd, WORD_TOKEN);
    const end = hyphenatedEnd(text, at, wordEnd, this.#breaks);
    const sized = end > wordEnd && isCapital(text.charCodeAt(at)) && isSized(text, wordEnd, end);
    if (sized && this.#terms.byShape && !this.#terms.isDeleted(text, at, end)) {
      const canonical = foldWidth(text.slice(at, end));
      return this.#push(end, TERM_TOKEN, { canonical, category: 'model', guessed: true });
    }
    const released = releasedEnd(text, at, end, this.#breaks);
    const named = dottedEnd(text, at, released > end ? versionTierEnd(text, released) : end);
    if (named > wordEnd) return this.#push(named, WORD_TOKEN);
    const run = namedRunEnd(text, at, wordEnd, this.#isName, this.#breaks);
    return this.#push(run > wordEnd ? run : properRunEnd(text, at, wordEnd, this.#isName), WORD_TOKEN);
  }

  /** Whether a term begins there that names something; SDK and AI may be part of a name. */
  #namesSomething(at: number): boolean {
    return this.#found.find(this.#text, at) && !isNotion(this.#found.info?.category);
  }

  /** End of an e-mail address at `at`, or `at`. */
  #mail(at: number, wordEnd: number): number {
    const text = this.#text;
    if (at < this.#noMailBefore || !goesOnInMail(unitAt(text, wordEnd))) return at;
    const name = mailNameEnd(text, at);
    const end = mailEnd(text, at, name);
    if (end === at) this.#noMailBefore = name;
    return end;
  }

  /** Whether an offset lies within an ordinary word of Han. */
  #breaksWord(offset: number): boolean {
    const text = this.#text;
    if (offset <= 0 || offset >= text.length) return false;
    if (!isHanUnit(text.charCodeAt(offset)) || !isHanUnit(text.charCodeAt(offset - 1))) return false;
    return this.#words.breaks(offset);
  }

  #pushTerm(): number {
    const { end, info } = this.#found;
    return info === undefined ? this.#push(end, WORD_TOKEN) : this.#push(end, TERM_TOKEN, info);
  }

  /** Whose stock it is: of the company before the bracket in which its number stands, if no dictionary knows. */
  #listedAs(stock: TermInfo): TermInfo {
    const tokens = this.#tokens;
    const open = tokens.count - 1;
    if (stock.guessed !== true || open < 1 || !isOneOf(this.#text, tokens.startOf(open), '(（')) return stock;
    const company = tokens.termOf(open - 1);
    return company?.category === 'company' ? company : stock;
  }

  /** Whether text[at, end) is a term: of YU7月底 the month would be none. */
  #isTerm(at: number, end: number): boolean {
    return this.#terms.enabled && this.#terms.get(this.#text.slice(at, end)) !== undefined;
  }

  /** The term that text[at, end) is, or a word. */
  #pushNamed(at: number, end: number): number {
    const info = this.#terms.enabled ? this.#terms.get(this.#text.slice(at, end)) : undefined;
    return info === undefined ? this.#push(end, WORD_TOKEN) : this.#push(end, TERM_TOKEN, info);
  }

  #pushNumber({ end, quantity }: NumberMatch): number {
    if (quantity === undefined) this.#tokens.add(end, NUMBER_TOKEN);
    else this.#tokens.addDetailed(end, NUMBER_TOKEN, quantity);
    return end;
  }

  #push(end: number, kind: number, term?: TermInfo): number {
    if (term === undefined) this.#tokens.add(end, kind);
    else this.#tokens.addDetailed(end, kind, term);
    return end;
  }
}

/** End of the small letters of ASCII at `at`. */
function smallEnd({ units, length }: UnitText, at: number): number {
  let end = at;
  while (end < length && isLetterUnit(units[end] as number)) end++;
  return end;
}

/** Han of the supplementary planes. */
function isAstralLetter(point: number): boolean {
  return point >= 0x20000 && point <= 0x323af;
}
