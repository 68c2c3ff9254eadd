import { mix32 } from '../base/hash.js';
import { fold, foldUnit } from '../text/fold.js';
import { isHanUnit, isLetterUnit } from '../text/unit-kinds.js';
import type { Token } from '../tokenizer/index.js';
import type { SentimentEvidence } from './evidence.js';
import type { SentimentLexicon } from './lexicon.js';

/**
 * Features of a post for the linear model, as 32-bit hashes of their names, made without making the names.
 *
 * | name | what |
 * |---|---|
 * | `word` | a word in folded form, `!` and `?` and their like, or a class: `<n>`, `<+%>`, `<-%>`, `<$>`, `<term>`, `<cash>` |
 * | `word word` | two neighbours |
 * | `¬word` | a word at most three words after a negation, in the same clause |
 * | `~字字` | one to three Han characters, over the borders of words |
 * | `prefi*` | the first five letters of a Latin word of seven or more |
 *
 * Of what a negation turns from a distance, as in 不是很好 and `not that great`, only `¬word` is a feature: 很好 does not stand there as praise. So it is with a word of degree behind a negation.
 *
 * Names of companies, models and people are all `<term>`: the model shall learn what is said, not of whom.
 */

const OFFSET = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** The hash of a feature's name, as `FeatureReader` gives it. */
export function hashFeature(name: string): number {
  let state = OFFSET;
  for (let i = 0; i < name.length; i++) state = Math.imul(state ^ name.charCodeAt(i), PRIME);
  return mix32(state) | 0;
}

function append(state: number, text: string): number {
  let hash = state;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ foldUnit(text.charCodeAt(i)), PRIME);
  }
  return hash;
}

const NEGATED = Math.imul(OFFSET ^ '¬'.charCodeAt(0), PRIME);
const CHARACTERS = Math.imul(OFFSET ^ '~'.charCodeAt(0), PRIME);
const SPACE = ' '.charCodeAt(0);
const STAR = '*'.charCodeAt(0);

/** Marks that say something of the mood. */
const TELLING = '!！?？…~～';

/** Words that a negation reaches over in features. */
const REACH = 3;

/** What a token is to the model: its own text, a class, or undefined if it says nothing. */
function surfaceOf(token: Token): string | undefined {
  switch (token.kind) {
    case 'word':
      return token.text;
    case 'term':
      return '<term>';
    case 'cashtag':
      return '<cash>';
    case 'number': {
      const { quantity } = token;
      if (quantity?.type === 'percent') return quantity.value < 0 ? '<-%>' : '<+%>';
      return quantity?.type === 'money' ? '<$>' : '<n>';
    }
    case 'punctuation':
      return TELLING.includes(token.text.charAt(0)) ? token.text.slice(0, 2) : undefined;
    default:
      return undefined;
  }
}

/** Reads the features of posts one after the other into one buffer. */
export class FeatureReader {
  /** Hashes of the last post read; its first `count` entries hold. A feature may stand there more than once. */
  hashes = new Int32Array(1024);
  count = 0;
  readonly #isNegation: (word: string) => boolean;
  readonly #isDegree: (word: string) => boolean;

  constructor({ isNegation, isDegree }: Pick<SentimentLexicon, 'isNegation' | 'isDegree'>) {
    this.#isNegation = isNegation;
    this.#isDegree = isDegree;
  }

  /**
   * @param evidence  the words that the lexicon found, in order.
   * @param names  if given, gets the name of each feature, in the order of `hashes`: for training.
   * @returns the number of features. O(characters).
   */
  read(tokens: readonly Token[], evidence: readonly SentimentEvidence[], names?: string[]): number {
    this.count = 0;
    let entry = 0;
    /** Where the words end that a negation turns from a distance. */
    let turnedTo = -1;
    /** Whether more stands between the last negation and here than 不 or `not` itself. */
    let isApart = false;
    let previous: string | undefined;
    let previousState = 0;
    let negated = 0;
    let first = 0;
    let second = 0;
    for (const token of tokens) {
      if (token.kind === 'space') {
        first = second = 0;
        continue;
      }
      const surface = surfaceOf(token);
      if (token.kind === 'punctuation') negated = 0;
      if (surface === undefined) {
        previous = undefined;
        first = second = 0;
        continue;
      }
      while (entry < evidence.length && (evidence[entry] as SentimentEvidence).start < token.start) entry++;
      const known = evidence[entry];
      if (known?.negated === true && known.start === token.start && negated > 0 && isApart) {
        turnedTo = known.end;
      }
      isApart = true;
      if (token.start < turnedTo || (negated > 0 && this.#isDegree(surface))) {
        if (negated > 0) {
          this.#emit(append(NEGATED, surface));
          names?.push(`¬${fold(surface)}`);
          negated--;
        }
        previous = undefined;
        first = second = 0;
        continue;
      }
      const state = append(OFFSET, surface);
      this.#emit(state);
      names?.push(fold(surface));
      if (previous !== undefined) {
        const joined = append(Math.imul(previousState ^ SPACE, PRIME), surface);
        this.#emit(joined);
        names?.push(fold(`${previous} ${surface}`));
      }
      previous = surface;
      previousState = state;
      if (token.kind !== 'word') {
        first = second = 0;
        continue;
      }
      if (negated > 0) {
        this.#emit(append(NEGATED, surface));
        names?.push(`¬${fold(surface)}`);
        negated--;
      }
      if (this.#isNegation(surface)) {
        negated = REACH;
        isApart = surface.length > 1 && isHanUnit(surface.charCodeAt(0));
      }
      if (isHanUnit(surface.charCodeAt(0))) {
        for (let i = 0; i < surface.length; i++) {
          const unit = surface.charCodeAt(i);
          if (!isHanUnit(unit)) {
            first = second = 0;
            continue;
          }
          this.#emit(Math.imul(CHARACTERS ^ unit, PRIME));
          names?.push(`~${String.fromCharCode(unit)}`);
          if (second !== 0) {
            const pair = Math.imul(Math.imul(CHARACTERS ^ second, PRIME) ^ unit, PRIME);
            this.#emit(pair);
            names?.push(`~${String.fromCharCode(second, unit)}`);
            if (first !== 0) {
              let three = Math.imul(CHARACTERS ^ first, PRIME);
              three = Math.imul(Math.imul(three ^ second, PRIME) ^ unit, PRIME);
              this.#emit(three);
              names?.push(`~${String.fromCharCode(first, second, unit)}`);
            }
          }
          first = second;
          second = unit;
        }
      } else {
        first = second = 0;
        if (surface.length >= 7 && isLetterUnit(foldUnit(surface.charCodeAt(0)))) {
          const stem = surface.slice(0, 5);
          this.#emit(Math.imul(append(OFFSET, stem) ^ STAR, PRIME));
          names?.push(`${fold(stem)}*`);
        }
      }
    }
    return this.count;
  }

  #emit(state: number): void {
    if (this.count === this.hashes.length) {
      const larger = new Int32Array(this.hashes.length * 2);
      larger.set(this.hashes);
      this.hashes = larger;
    }
    this.hashes[this.count++] = mix32(state);
  }
}
