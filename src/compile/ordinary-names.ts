import { ORDINARY_PARTS, ORDINARY_WHOLE } from '../lexicon/term-table.js';
import { stem } from '../text/stem.js';
import { readList } from './table.js';

/** Categories of names that are no notions, and no names of people. */
const named = new Set('company model product benchmark dataset hardware event organization'.split(' '));

/** Tells names that are made of ordinary English words alone, and therefore need their capitals in English text. */
export class OrdinaryNames {
  readonly #words: ReadonlySet<string>;
  readonly #stems: ReadonlySet<string>;

  /** @param dictionaries  the folder of ordinary-words-en.txt. */
  constructor(dictionaries: string) {
    this.#words = new Set(readList(`${dictionaries}ordinary-words-en.txt`));
    this.#stems = new Set([...this.#words].map(stem));
  }

  /** Whether each part of a name is an ordinary word: Just Eat, FromSoftware, Command A. */
  isOrdinary(name: string): boolean {
    return partsOf(name).every((part) => this.#hasWord(part));
  }

  /**
   * Whether a way to write a name has ordinary words without a capital: it is found in these very letters alone, or not told from
   * what it says otherwise. The i of iMessage is none.
   */
  needsCase(surface: string, category: string | undefined): boolean {
    if (!named.has(category ?? '') || !/^[A-Za-z][A-Za-z -]*$/u.test(surface)) return false;
    const parts = partsOf(surface);
    return parts.length > 1 && this.isOrdinary(surface) && !hasCapitals(parts);
  }

  /** The flags of a way to write a term. One that asks for its case needs none. */
  flagsOf(surface: string, category: string | undefined): number {
    if (!named.has(category ?? '') || !/^[A-Za-z][A-Za-z -]*$/u.test(surface)) return 0;
    const parts = partsOf(surface);
    if (!hasCapitals(parts)) return 0;
    const whole = this.#hasWord(parts.join('')) ? ORDINARY_WHOLE : 0;
    return whole | (parts.length > 1 && this.isOrdinary(surface) ? ORDINARY_PARTS : 0);
  }

  #hasWord(part: string): boolean {
    const word = part.toLowerCase();
    if (word.length === 1) return /[aix]/u.test(word);
    return this.#words.has(word) || (/(?:s|ed|ing)$/u.test(word) && this.#stems.has(stem(word)));
  }
}

/** The words of a name, of those that are joined each with its capital. */
function partsOf(name: string): string[] {
  return name.replace(/([a-z])(?=[A-Z])/gu, '$1 ').split(/[ -]+/u);
}

function hasCapitals(parts: readonly string[]): boolean {
  return /^(?:[A-Z]|[a-z]$)/u.test(parts[0] as string) && /^[A-Z]/u.test(parts.at(-1) as string);
}
