import { emojiEnd, emojiStarts } from './emoji.js';
import { plainUnit } from './fold.js';
import { isWordUnit } from './unit-kinds.js';
import { unitTable } from './unit-table.js';
import { UnitText, unitAt } from './unit-text.js';

/** What is not seen: soft hyphens, joiners, marks of direction. */
const HIDDEN = 1;
/** Selects a variant of the character before it. */
const SELECTOR = 2;
/** Is one character with that before it: accents, marks of kana, vowels and finals of Hangul. */
const COMBINING = 3;
/** A letter in other dress, by its compatibility decomposition. */
const DRESSED = 4;
/** First half of a pair that is one of these, or none. */
const HIGH = 5;
const RADICAL = 6;

/** First and last unit of each run. */
const hidden = [
  0xad, 0xad, 0x61c, 0x61c, 0x180e, 0x180e, 0x200b, 0x200f, 0x202a, 0x202e, 0x2060, 0x206f, 0xfeff, 0xfeff,
];
const selectors = [0x180b, 0x180d, 0xfe00, 0xfe0f];
const combining = [0x300, 0x36f, 0x1160, 0x11ff, 0x1dc4, 0x1dff, 0x3099, 0x309a];
/** The mathematical letters that came before the others, radicals of Kangxi, ligatures, half-width kana. */
const dressed = [
  0x2102, 0x2102, 0x210a, 0x2112, 0x2115, 0x2115, 0x2119, 0x211d, 0x2124, 0x2124, 0x2128, 0x2128, 0x212c,
  0x212d, 0x212f, 0x2131, 0x2133, 0x2134, 0x2f00, 0x2fd5, 0xfb00, 0xfb06, 0xff65, 0xff9d,
];
/** First half of the mathematical letters. */
const MATHEMATICAL = 0xd835;
const high = [MATHEMATICAL, MATHEMATICAL, 0xdb40, 0xdb40];

/** Radicals that are no compatibility characters, each with the character that it is. */
const RADICALS =
  '⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻲亀⻳龟';

/** Half-width marks of voice behind kana. */
const VOICES = [0xff9e, 0xff9f];
const KEYCAP = 0x20e3;

/** Of each unit that may be read otherwise than it is written what it is; 0 of all others. */
export const dressedUnits: Uint8Array = unitTable();
for (const [kind, runs] of [
  [HIDDEN, hidden],
  [SELECTOR, selectors],
  [COMBINING, combining],
  [DRESSED, dressed],
  [HIGH, high],
] as const) {
  for (let i = 0; i < runs.length; i += 2) dressedUnits.fill(kind, runs[i], (runs[i + 1] as number) + 1);
}
const radicals = new Map<number, string>();
for (let i = 0; i < RADICALS.length; i += 2) {
  radicals.set(RADICALS.charCodeAt(i), RADICALS.charAt(i + 1));
  dressedUnits[RADICALS.charCodeAt(i)] = RADICAL;
}

/**
 * A text as it is read where it is written with more: without what is not seen, accents as part of their letters, letters in other
 * dress (mathematical ones, half-width kana, radicals) as plain ones. Emoji are left as they are.
 *
 * Unit i of {@link text} stands for units starts[i] to ends[i] of the text as written; what lies between two is not seen.
 */
export class ReadingCopy {
  text = '';
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** The units of the copy so far, and how far the text has been read. */
  readonly #units: string[] = [];
  #at = 0;

  /** Reads a text. False if it is read as it is written. O(units). */
  read(written: UnitText): boolean {
    this.reset();
    while (this.#at < written.length) this.#next(written);
    this.text = this.#units.join('');
    this.#units.length = 0;
    return this.text !== written.string;
  }

  /** Forgets the text. */
  reset(): void {
    this.text = '';
    this.starts.length = 0;
    this.ends.length = 0;
    this.#at = 0;
  }

  #next(written: UnitText): void {
    const at = this.#at;
    const unit = written.charCodeAt(at);
    const emoji = emojiStarts[unit] === 0 ? at : emojiEnd(written, at);
    if (emoji > at) this.#keep(written, emoji);
    else {
      switch (kindAt(written, at)) {
        case HIDDEN:
          this.#at += widthAt(written, at);
          break;
        case SELECTOR:
          if (unitAt(written, at + 1) === KEYCAP) this.#keep(written, at + 1);
          else this.#join(at + widthAt(written, at));
          break;
        case COMBINING:
          this.#combine(written);
          break;
        case DRESSED:
          this.#undress(written);
          break;
        case RADICAL:
          this.#put(radicals.get(unit) as string, at + 1);
          break;
        default:
          this.#keep(written, at + 1);
      }
    }
  }

  /** Takes all up to there as written. */
  #keep(written: UnitText, end: number): void {
    for (; this.#at < end; this.#at++) {
      this.#units.push(written.charAt(this.#at));
      this.starts.push(this.#at);
      this.ends.push(this.#at + 1);
    }
  }

  /** Takes all up to there as some characters; those behind the first have no room of their own. */
  #put(characters: string, end: number): void {
    for (let i = 0; i < characters.length; i++) {
      this.starts.push(i === 0 ? this.#at : end);
      this.ends.push(end);
      this.#units.push(characters.charAt(i));
    }
    this.#at = end;
  }

  /** Takes all up to there as part of the unit before. */
  #join(end: number): void {
    if (this.ends.length > 0) this.ends[this.ends.length - 1] = end;
    this.#at = end;
  }

  /** Marks that combine with the character before them: to one, or, behind a letter, to one without those that have none. */
  #combine(written: UnitText): void {
    let end = this.#at + 1;
    while (end < written.length && kindAt(written, end) === COMBINING) end++;
    const base = this.#units.at(-1) ?? '';
    const composed = (base + written.slice(this.#at, end)).normalize('NFC');
    if (base === '' || (composed.length > 1 && !isWordUnit(plainUnit(base.charCodeAt(0))))) {
      this.#keep(written, end);
      return;
    }
    this.#units[this.#units.length - 1] = composed.charAt(0);
    this.#join(end);
  }

  #undress(written: UnitText): void {
    let end = this.#at + widthAt(written, this.#at);
    if (
      VOICES.includes(unitAt(written, end)) &&
      written.slice(this.#at, end + 1).normalize('NFKC').length === 1
    )
      end++;
    this.#put(written.slice(this.#at, end).normalize('NFKC'), end);
  }
}

/** Whether a unit may make another letter of the text when it is read, or be part of the one before: not what is not seen. */
export function isReadOtherwise(unit: number): boolean {
  const kind = dressedUnits[unit];
  return kind === COMBINING || kind === DRESSED || kind === RADICAL || unit === MATHEMATICAL;
}

/** A text as it is read, see {@link ReadingCopy}; the text itself where it is read as it is written. O(units). */
export function asRead(text: string): string {
  for (let at = 0; at < text.length; at++) {
    if (dressedUnits[text.charCodeAt(at)] === 0) continue;
    const copy = new ReadingCopy();
    copy.read(new UnitText().read(text));
    return copy.text;
  }
  return text;
}

/** What the character at `at` is. */
function kindAt(written: UnitText, at: number): number {
  const kind = dressedUnits[written.charCodeAt(at)] as number;
  if (kind !== HIGH) return kind;
  const point = written.codePointAt(at);
  if (point >= 0x1d400 && point <= 0x1d7ff) return DRESSED;
  if (point >= 0xe0100 && point <= 0xe01ef) return SELECTOR;
  return point >= 0xe0000 && point <= 0xe007f ? HIDDEN : 0;
}

/** Units of the character at `at`. */
function widthAt(written: UnitText, at: number): number {
  return written.codePointAt(at) > 0xffff ? 2 : 1;
}
