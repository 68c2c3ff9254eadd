import { mix32 } from '../base/hash.js';
import { isHanUnit, isLetterUnit } from '../text/unit-kinds.js';
import { stringOf } from '../text/units.js';
import type { SentimentEvidence } from './evidence.js';
import { CLASS, type FoldedPost, MARK, MUTED, SILENT, SPACE, STOP, TELLING, WORD } from './folded-post.js';
import { isInquiry } from './inquiry.js';
import {
  ASKS,
  INQUIRY,
  mannerOf,
  OTHER_MANNER,
  POSTS,
  SEEKS,
  seenOf,
  TALKS,
  TRADES,
  WANTS,
} from './manner.js';
import { NEGATION, STRONGER, WEAKER } from './word-trie.js';

/**
 * Features of a post for the linear model, as 32-bit hashes of their names, made without making the names.
 *
 * | name | what |
 * |---|---|
 * | `word` | a word in folded form, a mark or the first three of a run of it, or a class: `<n>`, `<+%>`, `<-%>`, `<$>`, `<term>`, `<cash>`, `<@>`, `<url>`, `<#>` |
 * | `word word` | two neighbours, of marks `!`, `?`, `…` and `~` alone |
 * | `¬word` | a word at most three words after a negation, in the same clause, and in the same entry if that is a positive one (no problem at all) |
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

const NEGATED = Math.imul(OFFSET ^ '¬'.charCodeAt(0), PRIME);
const CHARACTERS = Math.imul(OFFSET ^ '~'.charCodeAt(0), PRIME);
const BLANK = ' '.charCodeAt(0);
const STAR = '*'.charCodeAt(0);
const EXCLAMATION = '!'.charCodeAt(0);
const QUESTION_MARK = '?'.charCodeAt(0);
const FULL_STOP = '。'.charCodeAt(0);
/** Second letters of the classes `<term>` and `<n>`; the others, `<$>` and its like, are of markets. */
const TERM = 't'.charCodeAt(0);
const NUMBER = 'n'.charCodeAt(0);

/** Words that a negation reaches over in features. */
const REACH = 3;
/** Most features of a token beside those of its characters, and of a character. */
const BY_TOKEN = 4;
const BY_CHARACTER = 3;
/** Letters of a Latin word that stand for its stem, and of the shortest word that has one. */
const STEM = 5;
const STEMMED = 7;
/** Features for which there is room from the start, and whose room is kept. */
const LEAST = 1024;
const KEPT = 1 << 18;

/** Reads the features of posts one after the other into one buffer. */
export class FeatureReader {
  /** Hashes of the last post read, as many as {@link read} said; the rest is left from others. A feature may stand there more than once. */
  hashes = new Int32Array(LEAST);
  /** Whether the last post read has a Chinese word. */
  hasHan = false;
  /** How it speaks, as manner.ts has it. */
  manner = OTHER_MANNER;

  /**
   * @param post  in which the lexicon has marked what words do.
   * @param evidence  the words that the lexicon found, in order.
   * @param names  if given, gets the name of each feature, in the order of `hashes`: for training.
   * @returns the number of features. O(characters).
   */
  read(post: FoldedPost, evidence: readonly SentimentEvidence[], names?: string[]): number {
    const { count: tokens, kinds, begins, starts, units, shifters, marks } = post;
    const most = BY_TOKEN * tokens + BY_CHARACTER * (starts[tokens] as number);
    const room = this.hashes.length;
    // What a very long post took is given back.
    if (most > room || (room > KEPT && most <= KEPT)) this.hashes = new Int32Array(Math.max(LEAST, 2 * most));
    const { hashes } = this;
    let count = 0;
    let seen = 0;
    let han = 0;
    let entry = 0;
    /** Where the words end that a negation turns from a distance. */
    let turnedTo = -1;
    /** Whether more stands between the last negation and here than 不 or `not` itself. */
    let isApart = false;
    /** The token before, if it has a feature, and the hash of its name. */
    let previous = -1;
    let previousState = 0;
    let negated = 0;
    /** The two characters before, as far as all between is Han. */
    let first = 0;
    let second = 0;
    for (let i = 0; i < tokens; i++) {
      const kind = kinds[i];
      if (kind === MARK || kind === TELLING || (i > 0 && ((marks[i - 1] as number) & STOP) !== 0))
        negated = 0;
      const from = starts[i] as number;
      const to = starts[i + 1] as number;
      if (kind === SPACE || kind === MARK || kind === SILENT) {
        if (kind !== SPACE) previous = -1;
        if (kind === SILENT || post.firstUnits[i] === FULL_STOP) seen |= POSTS;
        first = second = 0;
        if (to > from) {
          hashes[count++] = mix32(append(OFFSET, units, from, to));
          names?.push(stringOf(units, from, to));
        }
        continue;
      }
      if (kind === TELLING) {
        const mark = units[from];
        seen |= mark === EXCLAMATION ? TALKS : mark === QUESTION_MARK ? ASKS : POSTS;
      } else if (kind === CLASS && units[from + 1] !== TERM && units[from + 1] !== NUMBER) seen |= TRADES;
      const start = begins[i] as number;
      while (entry < evidence.length && (evidence[entry] as SentimentEvidence).start < start) entry++;
      if (negated > 0 && isApart && entry < evidence.length) {
        const known = evidence[entry] as SentimentEvidence;
        if (known.negated && known.start === start) turnedTo = known.end;
      }
      isApart = true;
      const shifter = kind === WORD ? (shifters[i] as number) : 0;
      seen |= seenOf[shifter] as number;
      if (((marks[i] as number) & MUTED) !== 0) {
        previous = -1;
        first = second = 0;
        continue;
      }
      if (start < turnedTo || (negated > 0 && (shifter === STRONGER || shifter === WEAKER))) {
        if (negated > 0) {
          hashes[count++] = mix32(append(NEGATED, units, from, to));
          names?.push(`¬${stringOf(units, from, to)}`);
          negated--;
        }
        previous = -1;
        first = second = 0;
        continue;
      }
      const state = append(OFFSET, units, from, to);
      hashes[count++] = mix32(state);
      names?.push(stringOf(units, from, to));
      if (previous >= 0) {
        hashes[count++] = mix32(append(Math.imul(previousState ^ BLANK, PRIME), units, from, to));
        names?.push(
          `${stringOf(units, starts[previous] as number, starts[previous + 1] as number)} ${stringOf(units, from, to)}`,
        );
      }
      previous = i;
      previousState = state;
      if (kind !== WORD) {
        first = second = 0;
        continue;
      }
      if (negated > 0) {
        hashes[count++] = mix32(append(NEGATED, units, from, to));
        names?.push(`¬${stringOf(units, from, to)}`);
        negated--;
      }
      const isHan = isHanUnit(units[from] as number);
      if (shifter === NEGATION) {
        negated = REACH;
        isApart = to - from > 1 && isHan;
      }
      if (isHan) han += to - from;
      else {
        first = second = 0;
        if (to - from >= STEMMED && isLetterUnit(units[from] as number)) {
          hashes[count++] = mix32(Math.imul(append(OFFSET, units, from, from + STEM) ^ STAR, PRIME));
          names?.push(`${stringOf(units, from, from + STEM)}*`);
        }
        continue;
      }
      for (let at = from; at < to; at++) {
        const unit = units[at] as number;
        if (!isHanUnit(unit)) {
          first = second = 0;
          continue;
        }
        hashes[count++] = mix32(Math.imul(CHARACTERS ^ unit, PRIME));
        names?.push(`~${String.fromCharCode(unit)}`);
        if (second !== 0) {
          hashes[count++] = mix32(Math.imul(Math.imul(CHARACTERS ^ second, PRIME) ^ unit, PRIME));
          names?.push(`~${String.fromCharCode(second, unit)}`);
          if (first !== 0) {
            const pair = Math.imul(Math.imul(CHARACTERS ^ first, PRIME) ^ second, PRIME);
            hashes[count++] = mix32(Math.imul(pair ^ unit, PRIME));
            names?.push(`~${String.fromCharCode(first, second, unit)}`);
          }
        }
        first = second;
        second = unit;
      }
    }
    this.hasHan = han > 0;
    const mayAsk = (seen & (ASKS | SEEKS | WANTS)) !== 0;
    this.manner = mayAsk && isInquiry(post, evidence) ? INQUIRY : mannerOf(seen, han);
    return count;
  }
}

function append(state: number, units: Uint16Array, from: number, to: number): number {
  let hash = state;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (units[at] as number), PRIME);
  return hash;
}
