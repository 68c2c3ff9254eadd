import { tanh } from '../base/math.js';
import { fold } from '../text/fold.js';
import { isHanUnit, isWordUnit } from '../text/unit-kinds.js';
import type { Token } from '../tokenizer/index.js';
import type { SentimentEvidence } from './evidence.js';

/** What a word does to the feeling of the words after it. */
type Shifter = 'negation' | 'degree+' | 'degree-' | 'contrast' | 'question' | 'irony' | 'hope';

/** The compiled lexicons, as they stand in sentiment.json. */
export interface LexiconFile {
  readonly version: number;
  readonly words: readonly (readonly [string, number])[];
  readonly signs: readonly (readonly [string, number])[];
  readonly shifters: readonly (readonly [string, Shifter])[];
}

/** An emoji without skin tone and without the mark of colour display. */
function bareSign(text: string): string {
  return text.replace(/[\u{1F3FB}-\u{1F3FF}\uFE0F]/gu, '');
}

/** A word of a post as the lexicon sees it: a token, or a part of one. */
interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'sign' | 'break' | 'other';
  readonly known: WordInfo;
}

/** What the lexicon has to say of a word, looked up once. */
interface WordInfo {
  /** In folded form. */
  readonly text: string;
  readonly shifter: Shifter | undefined;
  /** True if an entry begins with it. */
  readonly begins: boolean;
  /** Parts of a word that is no entry itself: 太香 is 太 and 香. */
  readonly parts: readonly [WordInfo, WordInfo] | undefined;
}

const nothing: WordInfo = { text: '', shifter: undefined, begins: false, parts: undefined };

/** Words that are remembered; then all are forgotten, so that memory stays bounded. */
const MEMORY = 50_000;

/** Words that a negation and a degree reach over. */
const NEGATION_REACH = 4;
const COMPLAINT_REACH = 2;
const DEGREE_REACH = 2;
const CLAUSE_ENDS = ',，。.!！?？;；';
/** How many tokens an entry may span. */
const SPAN = 5;

/**
 * Polarity by lexicon: the longest entry at each place, turned by negation, scaled by degree; what stands before a
 * contrast counts less, a rhetorical question turns its clause, and irony turns praise.
 */
export class SentimentLexicon {
  readonly #words: ReadonlyMap<string, number>;
  readonly #signs: ReadonlyMap<string, number>;
  readonly #shifters: ReadonlyMap<string, Shifter>;
  /** Every beginning of an entry. */
  readonly #beginnings = new Set<string>();
  readonly #memory = new Map<string, WordInfo>();

  constructor(file: LexiconFile) {
    this.#words = new Map(file.words);
    this.#signs = new Map(file.signs);
    this.#shifters = new Map(file.shifters);
    for (const word of this.#words.keys()) {
      for (let end = 1; end <= word.length; end++) this.#beginnings.add(word.slice(0, end));
    }
  }

  isNegation = (word: string): boolean => this.#lookUp(word).shifter === 'negation';

  isDegree = (word: string): boolean => {
    const { shifter } = this.#lookUp(word);
    return shifter === 'degree+' || shifter === 'degree-';
  };

  /** The words of a post that speak for or against. O(tokens). */
  evidence(tokens: readonly Token[]): SentimentEvidence[] {
    const evidence: SentimentEvidence[] = [];
    const pieces = this.#pieces(tokens);
    let asked = false;
    for (let i = 0; i < pieces.length; i++) {
      const piece = pieces[i] as Piece;
      if (piece.kind === 'break') {
        asked = false;
        continue;
      }
      if (piece.kind === 'sign') {
        const polarity = this.#signs.get(piece.text) ?? this.#signs.get(bareSign(piece.text)) ?? 0;
        if (polarity !== 0) {
          evidence.push({ text: piece.text, start: piece.start, end: piece.end, polarity, negated: false });
        }
        continue;
      }
      if (piece.kind !== 'word') continue;
      const last = piece.known.begins ? this.#longestFrom(pieces, i) : undefined;
      if (last === undefined) {
        if (piece.known.shifter === 'question') asked = true;
        continue;
      }
      const end = pieces[last.index] as Piece;
      const shift = this.#shift(pieces, i, last.polarity);
      const turned = asked && last.polarity > 0 ? -0.75 : 1;
      evidence.push({
        text: last.text,
        start: piece.start,
        end: end.end,
        polarity: Math.max(-6, Math.min(6, last.polarity * shift.factor * turned)),
        negated: shift.negated || turned < 0,
      });
      i = last.index;
    }
    return evidence;
  }

  /** The evidence as one number in [-1, 1]; 0 says nothing. */
  weigh(evidence: readonly SentimentEvidence[], tokens: readonly Token[]): number {
    if (evidence.length === 0) return 0;
    let turn = -1;
    let ironic = false;
    for (const token of tokens) {
      if (token.kind === 'space' || token.kind === 'number') continue;
      const { shifter } = this.#lookUp(token.text);
      if (shifter === 'contrast') turn = token.start;
      else if (shifter === 'irony') ironic = true;
    }
    let sum = 0;
    for (const { polarity, start } of evidence) {
      const weight = start < turn ? 0.35 : 1;
      sum += weight * (ironic && polarity > 0 ? -0.5 * polarity : polarity);
    }
    return tanh(sum / (1.6 * Math.sqrt(evidence.length + 1)));
  }

  /** Tokens with the parts of Chinese words that hold a shifter and an entry in one: 太香, 不靠 + 谱. */
  #pieces(tokens: readonly Token[]): Piece[] {
    const pieces: Piece[] = [];
    let lastUnit = 0;
    for (const token of tokens) {
      const { start, end, kind } = token;
      const unitBefore = lastUnit;
      lastUnit = token.text.charCodeAt(token.text.length - 1);
      if (kind === 'space') {
        // Chinese has no spaces between words: one there parts clauses, as a comma does.
        if (token.text.includes('\n') || isHanUnit(unitBefore)) {
          pieces.push({ text: token.text, start, end, kind: 'break', known: nothing });
        }
        continue;
      }
      if (kind === 'emoji' || kind === 'emoticon') {
        pieces.push({ text: token.text, start, end, kind: 'sign', known: nothing });
        continue;
      }
      if (kind === 'punctuation') {
        // A hyphen within a word is written as a space as well: game-changer.
        if (token.text === '-' && isWordUnit(unitBefore)) continue;
        // An ellipsis or a quotation mark does not end a clause.
        const isBreak = CLAUSE_ENDS.includes(token.text.charAt(0));
        pieces.push({ text: token.text, start, end, kind: isBreak ? 'break' : 'other', known: nothing });
        continue;
      }
      if (kind !== 'word') {
        pieces.push({ text: token.text, start, end, kind: 'other', known: nothing });
        continue;
      }
      const known = this.#lookUp(token.text);
      if (known.parts === undefined) {
        pieces.push({ text: known.text, start, end, kind: 'word', known });
        continue;
      }
      const [left, right] = known.parts;
      const at = start + left.text.length;
      pieces.push({ text: left.text, start, end: at, kind: 'word', known: left });
      pieces.push({ text: right.text, start: at, end, kind: 'word', known: right });
    }
    return pieces;
  }

  #lookUp(word: string): WordInfo {
    let known = this.#memory.get(word);
    if (known === undefined) {
      known = this.#describe(fold(word), true);
      if (this.#memory.size >= MEMORY) this.#memory.clear();
      this.#memory.set(word, known);
    }
    return known;
  }

  #describe(text: string, mayPart: boolean): WordInfo {
    const shifter = this.#shifters.get(text);
    const begins = this.#beginnings.has(text);
    let parts: WordInfo['parts'];
    const isWhole = shifter !== undefined || this.#words.has(text);
    if (mayPart && !isWhole && text.length >= 2 && text.length <= 8 && isHanUnit(text.charCodeAt(0))) {
      const at = this.#splitOf(text);
      if (at > 0) parts = [this.#describe(text.slice(0, at), false), this.#describe(text.slice(at), false)];
    }
    return { text, shifter, begins, parts };
  }

  /** Where a word falls apart into a shifter and an entry, or into any beginning and an entry of two characters. */
  #splitOf(text: string): number {
    for (let at = 1; at < text.length; at++) {
      const rest = text.slice(at);
      if (!this.#words.has(rest)) continue;
      const shifter = this.#shifters.get(text.slice(0, at));
      if (rest.length >= 2 || (shifter !== undefined && shifter !== 'contrast')) return at;
    }
    return 0;
  }

  #longestFrom(
    pieces: readonly Piece[],
    from: number,
  ): { readonly index: number; readonly polarity: number; readonly text: string } | undefined {
    let joined = '';
    let previousEnd = -1;
    let found: { index: number; polarity: number; text: string } | undefined;
    for (let j = from; j < pieces.length && j < from + SPAN; j++) {
      const piece = pieces[j] as Piece;
      if (piece.kind !== 'word') break;
      // English words are joined as they are written, with one space.
      if (previousEnd >= 0 && piece.start > previousEnd) joined += ' ';
      joined += piece.text;
      previousEnd = piece.end;
      if (!this.#beginnings.has(joined)) break;
      const polarity = this.#words.get(joined);
      if (polarity !== undefined) found = { index: j, polarity, text: joined };
    }
    return found;
  }

  /**
   * What stands before a word: degree scales it, negation turns it and takes some of its strength. A negated complaint
   * is hardly praise (没有退货), and is one only if the negation is near.
   */
  #shift(pieces: readonly Piece[], at: number, polarity: number): { factor: number; negated: boolean } {
    let factor = 1;
    let negations = 0;
    for (let i = at - 1, seen = 0; i >= 0 && seen < NEGATION_REACH; i--) {
      const piece = pieces[i] as Piece;
      if (piece.kind === 'break') break;
      seen++;
      const { shifter } = piece.known;
      if (shifter === 'contrast') break;
      if (shifter === 'negation') {
        if (polarity > 0 || seen <= COMPLAINT_REACH) negations++;
      } else if (seen <= DEGREE_REACH && shifter === 'degree+') factor *= 1.4;
      else if (seen <= DEGREE_REACH && shifter === 'degree-') factor *= 0.6;
      else if (shifter === 'hope') factor *= 0.3;
    }
    const negated = negations % 2 === 1;
    if (!negated) return { factor, negated };
    return { factor: (polarity > 0 ? -0.75 : -0.35) * factor, negated };
  }
}
