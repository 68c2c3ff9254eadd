import { isNotion, type TermCategory, type TermInfo } from '../lexicon/term-info.js';
import { isEdgeMark } from '../lexicon/term-key.js';
import type { TermFamily, TermLexicon } from '../lexicon/term-lexicon.js';
import { foldUnit, foldWidth } from '../text/fold.js';
import { isDigitUnit, isHanUnit, isLatinOrDigit, isLetterUnit } from '../text/unit-kinds.js';
import { plainAt, type UnitText, unitAt } from '../text/unit-text.js';
import type { BreaksWord } from './breaks-word.js';
import { hasAmount } from './names/amount-behind.js';
import { Compounds, mayGoOn } from './names/compounds.js';
import { isCounted } from './names/counted.js';
import { editionEnd } from './names/edition.js';
import { guessedModel, guessedRelease } from './names/guessed-model.js';
import { isCapital } from './names/latin-word.js';
import { isNumberedLine, isUntold, lineEnd, memberName, withTiers } from './names/lines.js';
import { type IsWord, isPartOfPerson } from './names/longer-name.js';
import { isModelBesideOthers, isModelHere } from './names/maker-near.js';
import { modelChainEnd, modelTagAt } from './names/model-chain.js';
import { endsInAmount, modelNameEnd } from './names/model-name.js';
import { isOrdinaryPhrase } from './names/ordinary-phrase.js';
import { productEnd } from './names/products.js';
import { writtenHead } from './names/written-head.js';
import { isByte } from './numbers/of-bytes.js';
import { asciiEmoticonEnd, startsEmoticon } from './social/emoticons.js';
import { cutsLink } from './social/links.js';

/** Most names found by shape of which is kept what they stand for. */
const MAX_GUESSES = 1000;

/**
 * The longest term, model or product that begins at a place of a text: what the lexicon has, and what a name of its
 * goes on with by shape.
 */
export class TermFinder {
  /** Where what {@link find} found ends. */
  end = 0;
  /** What it stands for; undefined for a word of the user. */
  info: TermInfo | undefined;
  /** The entry that was chosen, its category, and where it ends if the shape of what follows goes on with it; 0 if not. */
  #entry = 0;
  #category: TermCategory | undefined;
  #familyEnd = 0;
  /** What names found by shape stand for, by entry and spelling, as long as no term is added or deleted. */
  readonly #guesses = new Map<string, TermInfo>();
  #additions = 0;
  readonly #terms: TermLexicon;
  readonly #breaks: BreaksWord;
  readonly #isWord: IsWord;
  readonly #compounds: Compounds;
  readonly #ends: Int32Array;
  readonly #entries: Int32Array;

  constructor(terms: TermLexicon, breaks: BreaksWord, isWord: IsWord) {
    this.#terms = terms;
    this.#breaks = breaks;
    this.#isWord = isWord;
    this.#compounds = new Compounds(terms, breaks);
    this.#ends = new Int32Array(terms.ends.length);
    this.#entries = new Int32Array(terms.ends.length);
  }

  /** Finds the longest at `at`, into {@link end} and {@link info}. */
  find(text: UnitText, at: number): boolean {
    const terms = this.#terms;
    const count = terms.match(text, at, text.length);
    if (count === 0 || !this.#mayBegin(text, at)) return false;
    this.end = -1;
    // What follows a name is looked up as well, so the matches are kept.
    for (let index = 0; index < count; index++) {
      this.#ends[index] = terms.ends[index] as number;
      this.#entries[index] = terms.found[index] as number;
    }
    for (let index = count - 1; index >= 0; index--) {
      this.#consider(text, at, this.#ends[index] as number, this.#entries[index] as number);
    }
    if (this.end <= at) return false;
    const info = terms.infoOf(this.#entry);
    this.info = this.#familyEnd === 0 ? info : this.#known(text, at, this.#familyEnd, this.end, this.#entry);
    if (this.info === undefined || this.#category === undefined) return true;
    if (this.#lengthen(text, at, this.info, this.#category) === 'model') this.#chain(text, at, this.info);
    return true;
  }

  /** The term or model that text[start, end) names. */
  whole(text: UnitText, start: number, end: number): TermInfo | undefined {
    return this.find(text, start) && this.end === end ? this.info : undefined;
  }

  #mayBegin(text: UnitText, at: number): boolean {
    const first = plainAt(text, at);
    if (isLatinOrDigit(first)) {
      const before = plainAt(text, at - 1);
      return !(
        isLatinOrDigit(before) ||
        (isDigitUnit(first) && before === 0x2e && isDigitUnit(plainAt(text, at - 2)))
      );
    }
    // Battle.net is no .NET.
    const before = plainAt(text, at - 1);
    if (first === 0x2e) return !isLatinOrDigit(before);
    // --force is no -force, foo_id no _id.
    if (isEdgeMark(first)) return !isLatinOrDigit(before) && !isEdgeMark(before);
    return !isHanUnit(text.charCodeAt(at)) || !this.#breaks(at);
  }

  /** Takes the entry that ends at `end`, by itself or with what follows by shape, if that is longer than what there is. */
  #consider(text: UnitText, at: number, end: number, entry: number): void {
    const terms = this.#terms;
    const category = terms.categoryOf(entry);
    const family = terms.familyOf(entry);
    const isModel = category === 'model';
    if (family !== undefined || isModel) {
      const versioned = isModel && isDigitUnit(plainAt(text, end - 1));
      let everyday = isEveryday(text, at, end, family);
      if (everyday && isModelHere(text, at, end, family?.maker, terms)) everyday = false;
      const shaped = modelNameEnd(text, at, end, terms, versioned, everyday, this.#breaks);
      // Claude Code 3.0 is a release of the product.
      const ofProduct = this.end > end && this.#category === 'product';
      const longer = shaped > end && shaped > this.end && !ofProduct && !this.#cuts(text, at, shaped);
      if (longer && fits(text, at, end, shaped) && !this.#isDeleted(text, at, end, shaped, entry)) {
        this.#take(shaped, entry, 'model', end);
      }
    }
    // CES 2026 counts as CES.
    if (category === 'event') {
      const edition = editionEnd(text, end);
      if (edition > end && edition > this.end && !terms.isDeleted(text, at, edition)) {
        this.#take(edition, entry, category);
        return;
      }
    }
    // A family of one letter (o4-mini), or one that runs on (DeepSeekV3), needs its version.
    if (end <= this.end || this.#cuts(text, at, end)) return;
    if (
      runsOn(text, end) &&
      !(end > at + 1 && hasAmount(text, end, this.#breaks)) &&
      !this.#hasMember(text, end, entry)
    )
      return;
    const flags = terms.flagsOf(entry);
    if (flags !== 0 && isOrdinaryPhrase(text, at, end, flags)) return;
    if (isModel && endsInAmount(text, at, end, terms.fold, this.#breaks)) return;
    if (isModel && isDoubtful(text, at, end)) {
      if (!isModelBesideOthers(text, at, end, terms.infoOf(entry)?.maker, terms)) return;
    }
    if (end - at === 2 && text.startsWith('字节', at) && isByte(text, at, this.#breaks)) return;
    if (end - at === 2 && isHanUnit(text.charCodeAt(at)) && category !== undefined && !isNotion(category)) {
      if (isPartOfPerson(text, at, category === 'person', terms.fold, this.#isWord)) return;
    }
    // 小米15亿 is an amount, and no phone.
    if (category === 'hardware' && isDigitUnit(plainAt(text, end - 1)) && isCounted(text, end)) return;
    if (isNumberedLine(text, at, end) && (isUntold(text, at, end) || !this.#hasMember(text, end, entry)))
      return;
    if (
      family !== undefined &&
      (category === undefined || (end - at === 1 && isLetterUnit(plainAt(text, at))))
    )
      return;
    this.#take(end, entry, category);
  }

  /** Whether the number of a member follows a line of devices or chips. */
  #hasMember(text: UnitText, end: number, entry: number): boolean {
    const info = this.#terms.infoOf(entry);
    return info !== undefined && lineEnd(text, end, info.canonical) > end;
  }

  /** Whether the name of a model, or what it stands for, was deleted. */
  #isDeleted(text: UnitText, at: number, familyEnd: number, end: number, entry: number): boolean {
    const terms = this.#terms;
    return (
      terms.hasDeleted &&
      (terms.isDeleted(text, at, end) ||
        terms.isDeletedName(this.#guess(text, at, familyEnd, end, entry).canonical))
    );
  }

  /** {@link #guess}, kept for the next time. */
  #known(text: UnitText, at: number, familyEnd: number, end: number, entry: number): TermInfo {
    if (this.#terms.hasDeleted) return this.#guess(text, at, familyEnd, end, entry);
    const key = `${entry} ${text.slice(at, end)}`;
    return this.#kept(key) ?? this.#keep(key, this.#guess(text, at, familyEnd, end, entry));
  }

  #kept(key: string): TermInfo | undefined {
    const { additions } = this.#terms;
    if (additions !== this.#additions) this.#guesses.clear();
    this.#additions = additions;
    return this.#guesses.get(key);
  }

  #keep(key: string, info: TermInfo): TermInfo {
    if (this.#guesses.size === MAX_GUESSES) this.#guesses.clear();
    this.#guesses.set(key, Object.freeze(info));
    return info;
  }

  /** What a name found by shape stands for: what its family says of it, or the model that goes on. */
  #guess(text: UnitText, at: number, familyEnd: number, end: number, entry: number): TermInfo {
    const terms = this.#terms;
    const family = terms.familyOf(entry);
    const behind = text.slice(familyEnd, end);
    if (family !== undefined) return guessedModel(behind, family, terms);
    const info = terms.infoOf(entry);
    const written = text.slice(at, familyEnd);
    return guessedRelease(writtenHead(written, info?.canonical ?? written), behind, info?.maker, terms);
  }

  #take(end: number, entry: number, category: TermCategory | undefined, familyEnd = 0): void {
    this.end = end;
    this.#entry = entry;
    this.#category = category;
    this.#familyEnd = familyEnd;
  }

  /** Adds what a product is called beyond its term; gives the category of the whole. */
  #lengthen(text: UnitText, at: number, info: TermInfo, category: TermCategory): TermCategory {
    if (!mayGoOn(text, this.end)) return category;
    const end = productEnd(text, at, this.end, info, category, this.#terms, this.#breaks);
    if (end <= this.end) {
      const whole = this.#compounds.find(text, at, this.end, info, category);
      if (whole === undefined || this.#terms.isDeleted(text, at, whole.end)) return category;
      if (cutsLink(text, at, whole.end, this.#terms)) return category;
      this.end = whole.end;
      this.info = whole.info;
      return whole.info.category;
    }
    if (this.#terms.isDeleted(text, at, end) || cutsLink(text, at, end, this.#terms)) return category;
    const key = `${this.end - at}+${text.slice(at, end)}`;
    const longer = this.#kept(key) ?? this.#keep(key, this.#member(text, at, this.end, end, info, category));
    if (this.#terms.hasDeleted && this.#terms.isDeletedName(longer.canonical)) return category;
    this.info = longer;
    this.end = end;
    return category === 'company' ? 'product' : category;
  }

  /** What text[at, end) stands for, which goes on behind a term that ends at `termEnd`. */
  #member(
    text: UnitText,
    at: number,
    termEnd: number,
    end: number,
    info: TermInfo,
    category: TermCategory,
  ): TermInfo {
    const behind = foldWidth(text.slice(termEnd, end));
    const member = memberName(info.canonical, behind);
    const known = member === undefined ? undefined : this.#terms.get(member);
    if (known !== undefined) return known;
    // OPPO Find X9 is no company, but made by one.
    const isMaker = category === 'company';
    const maker = isMaker ? info.canonical : info.maker;
    const head = writtenHead(text.slice(at, termEnd), info.canonical);
    // 宝马iX3 is the BMW iX3.
    const apart =
      isHanUnit(text.charCodeAt(termEnd - 1)) &&
      isLatinOrDigit(plainAt(text, termEnd)) &&
      isLatinOrDigit(foldUnit(head.charCodeAt(head.length - 1)));
    return {
      canonical: member ?? head + (apart ? ' ' : '') + withTiers(behind),
      category: isMaker ? 'product' : category,
      guessed: true,
      ...(maker === undefined ? {} : { maker }),
    };
  }

  /** Adds the parts that a model's name has behind hyphens, or the tag of its id. */
  #chain(text: UnitText, at: number, info: TermInfo): void {
    const tag = modelTagAt(text, this.end);
    if (tag !== undefined && !this.#terms.isDeleted(text, at, tag.end)) {
      this.end = tag.end;
      if (tag.adds !== '') this.info = guessedRelease(info.canonical, tag.adds, info.maker, this.#terms);
      return;
    }
    const mark = plainAt(text, this.end);
    if (mark !== 0x2d && mark !== 0x5f) return;
    const end = modelChainEnd(text, at, this.end);
    if (end === this.end || this.#terms.isDeleted(text, at, end)) return;
    const head =
      info.guessed === true ? info.canonical : writtenHead(text.slice(at, this.end), info.canonical);
    this.info = { ...info, canonical: head + foldWidth(text.slice(this.end, end)), guessed: true };
    this.end = end;
  }

  /** Whether a term from `at` on would end within a word of Han or a link. */
  #cuts(text: UnitText, at: number, end: number): boolean {
    if (isHanUnit(unitAt(text, end)) && isHanUnit(text.charCodeAt(end - 1))) return this.#breaks(end);
    return cutsLink(text, at, end, this.#terms);
  }
}

/** Whether a model's name is something else as well: O3, which is ozone, and the emoticon QwQ. */
function isDoubtful(text: UnitText, at: number, end: number): boolean {
  if (end - at === 2) return isCapital(text.charCodeAt(at)) && isDigitUnit(plainAt(text, at + 1));
  return end - at === 3 && startsEmoticon(text.charCodeAt(at)) && asciiEmoticonEnd(text, at) === end;
}

/** Whether a family is an ordinary word as it stands here: Sam is, SAM is not. */
function isEveryday(text: UnitText, at: number, end: number, family: TermFamily | undefined): boolean {
  if (family?.everyday !== true) return false;
  if (end - at < 3) return true;
  for (let i = at; i < end; i++) if (!isCapital(text.charCodeAt(i))) return true;
  return family.canonical !== text.slice(at, end);
}

/**
 * A family of one letter is written small or has a variant (O6-mini), with its number right behind it, no letter before it and no
 * single one behind the number: eπ008 is a car, O2O and O-1A are no models.
 */
function fits(text: UnitText, at: number, familyEnd: number, end: number): boolean {
  if (familyEnd - at > 1 || isHanUnit(text.charCodeAt(at))) return end > familyEnd;
  if (isLatinOrDigit(plainAt(text, at - 1)) || !isDigitUnit(plainAt(text, familyEnd))) return false;
  let stop = familyEnd;
  while (isDigitUnit(plainAt(text, stop))) stop++;
  if (isLetterUnit(plainAt(text, stop)) && end - stop < 3) return false;
  return !isCapital(text.charCodeAt(at)) || isLetterUnit(plainAt(text, end - 1));
}

function runsOn(text: UnitText, end: number): boolean {
  return isLatinOrDigit(plainAt(text, end - 1)) && isLatinOrDigit(plainAt(text, end));
}
