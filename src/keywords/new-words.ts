import {
  checkArray,
  checkFilled,
  checkNumber,
  checkOptions,
  type OptionNames,
  refuse,
} from '../base/check.js';
import { compareStrings } from '../base/compare.js';
import { ln } from '../base/math.js';
import { checkStopWords, StopWords } from '../counting/stop-words.js';
import { codePointCount } from '../text/code-points.js';
import { isHanUnit } from '../text/unit-kinds.js';
import { simplify } from '../text/variants.js';
import { checkTokenizer } from '../tokenizer/check-tokenizer.js';
import type { Tokenizer } from '../tokenizer/index.js';
import { repeatedGrams } from './grams.js';
import { NUMBER, numberWords } from './numbered-words.js';

/** A string that the dictionary lacks and the corpus repeats. */
export interface NewWord {
  readonly word: string;
  /** Occurrences, and texts that have it; identical texts count once. */
  readonly count: number;
  readonly texts: number;
  /** How firmly its weakest joint holds: normalized pointwise mutual information, -1 to 1. */
  readonly cohesion: number;
  /** Entropy of the words before it and behind it, in nats: how freely it is used. */
  readonly leftEntropy: number;
  readonly rightEntropy: number;
  /** ln(count) · cohesion · the lesser entropy: the order of the list. */
  readonly score: number;
  /** Up to three texts that have it, each cut to 80 characters around it. */
  readonly examples: readonly string[];
}

export interface NewWordsOptions {
  /** Occurrences that a word needs, at least 2. Default: 5. */
  readonly minCount?: number | undefined;
  /** 0.2 more is asked of strings whose parts are all words of two characters or more. Default: 0.4. */
  readonly minCohesion?: number | undefined;
  /** Least entropy on either side, in nats. Default: 1. */
  readonly minEntropy?: number | undefined;
  /** Longest word in characters of Han; a Latin word counts as two. Default: 10. */
  readonly maxLength?: number | undefined;
  /** Most words to give. Default: 100. */
  readonly topK?: number | undefined;
  /** Words with which no new word begins or ends. Default: the bundled lists. */
  readonly stopWords?: StopWords | undefined;
}

const newWordsOptions: OptionNames<NewWordsOptions> = {
  minCount: true,
  minCohesion: true,
  minEntropy: true,
  maxLength: true,
  topK: true,
  stopWords: true,
};

/** What cohesion must be higher by where every part is a word of two characters or more, as in 科技行业. */
const WHOLE_WORDS = 0.2;
/** From this cohesion on, a verb of one character beside a known word is taken for a part of a name, as in 赴山海. */
const FIRM = 0.8;
/** Words of the dictionary in a new word at most. */
const MAX_PARTS = 8;

/**
 * Strings that the dictionary lacks but the corpus repeats: names, slogans, fashionable words, also of several English
 * words. They stand between borders that vary (entropy) and hold together inside (pointwise mutual information).
 *
 * The texts are cut by the dictionary alone; a new word is a string of at least two of those words, so that no piece of
 * a known word or term is ever given. Links, mentions, numbers, emoji and punctuation are borders.
 *
 * ```ts
 * for (const { word } of newWords(texts, tokenizer)) tokenizer.addWord(word);
 * ```
 *
 * @returns by score. O(characters).
 * @throws {RedianError} INVALID_ARGUMENT for what is no text and for options out of range.
 * @see Bouma, "Normalized (pointwise) mutual information in collocation extraction", GSCL 2009
 */
export function newWords(
  texts: readonly string[],
  tokenizer: Tokenizer,
  options: NewWordsOptions = {},
): NewWord[] {
  checkOptions(options, newWordsOptions);
  const { minCount = 5, minCohesion = 0.4, minEntropy = 1, maxLength = 10, topK = 100 } = options;
  checkNumber('minCount', minCount, { min: 2, integer: true });
  checkNumber('minCohesion', minCohesion, { min: -1, max: 1 });
  checkNumber('minEntropy', minEntropy, { min: 0 });
  checkNumber('maxLength', maxLength, { min: 2, max: 100, integer: true });
  checkNumber('topK', topK, { min: 1, integer: true });
  checkArray('texts', texts, 'strings');
  checkTokenizer(tokenizer);
  const { stopWords = StopWords.loadSync() } = options;
  checkStopWords('stopWords', stopWords);
  const corpus = numberWords(texts, tokenizer);
  const { names, starts, ends, textOf } = corpus;
  const words = corpus.words.subarray(0, corpus.length);
  const edge = names.map((name) => name !== NUMBER && !/^[a-z]?$/.test(name) && !stopWords.has(name));
  const tags = new Map<number, string>();
  /** Whether a verb, preposition or adverb of one character only stands beside a known word. */
  const onlyExtends = (small = 0, whole = 0): boolean => {
    const name = names[small] ?? '';
    if (name.length !== 1 || (names[whole] ?? '').length < 2) return false;
    const tag = tags.get(small) ?? tokenizer.tag(name)[0]?.tag ?? '';
    tags.set(small, tag);
    return /^[vpdcurm]/.test(tag);
  };
  const surface = (at: number, size: number): string =>
    (texts[textOf[at] as number] as string).slice(starts[at], ends[at + size - 1]);
  const grams = repeatedGrams(words, textOf.subarray(0, corpus.length), {
    minCount,
    maxSize: Math.min(MAX_PARTS, maxLength),
    accept: ({ size, positions: [at = 0], cohesion, left, right }) => {
      if (cohesion < minCohesion || Math.min(left, right) < minEntropy) return false;
      if (edge[words[at] as number] !== true || edge[words[at + size - 1] as number] !== true) return false;
      let length = 0;
      let same = true;
      let shortest = Infinity;
      for (let i = at; i < at + size; i++) {
        const name = names[words[i] as number] as string;
        if (name === NUMBER) return false;
        length += isHanUnit(name.charCodeAt(0)) ? name.length : 2;
        same &&= words[i] === words[at];
        shortest = Math.min(shortest, codePointCount(name));
      }
      if (same || length > maxLength) return false;
      if (shortest > 1 && cohesion < minCohesion + WHOLE_WORDS) return false;
      if (cohesion < FIRM) {
        const end = at + size - 1;
        if (onlyExtends(words[at], words[at + 1]) || onlyExtends(words[end], words[end - 1])) return false;
      }
      const word = surface(at, size);
      return !isKnown(word, tokenizer) && !isKnown(simplify(word), tokenizer);
    },
  });
  const free = grams.filter(({ count, inside }) => 3 * (count - inside) >= count);
  const isDivisible = divider(words, surface, free);
  const found: NewWord[] = [];
  for (const gram of free) {
    const { size, positions, count, texts: having, cohesion, left, right } = gram;
    if (isDivisible(gram)) continue;
    found.push({
      word: surface(positions[0] ?? 0, size),
      count,
      texts: having,
      cohesion,
      leftEntropy: left,
      rightEntropy: right,
      score: ln(count) * cohesion * Math.min(left, right),
      examples: positions.map((at) =>
        excerpt(texts[textOf[at] as number] as string, starts[at] as number, ends[at + size - 1] as number),
      ),
    });
  }
  found.sort((a, b) => b.score - a.score || compareStrings(a.word, b.word));
  return found.slice(0, topK);
}

/**
 * Tells grams that are found words side by side, such as 王楚钦孙颖莎, or a found word beside one of the dictionary, such as
 * 肖战演唱会, both of which stand elsewhere as often as there.
 */
function divider(
  words: Int32Array,
  surface: (at: number, size: number) => string,
  found: readonly { readonly size: number; readonly positions: readonly number[]; readonly count: number }[],
): (gram: (typeof found)[number]) => boolean {
  const ofFound = new Map(
    found.map(({ size, positions, count }) => [surface(positions[0] ?? 0, size), count]),
  );
  const ofWord = new Map<number, number>();
  for (const word of words) ofWord.set(word, (ofWord.get(word) ?? 0) + 1);
  return ({ size: whole, positions: [start = 0], count }) => {
    const end = start + whole;
    const isWord = (at: number): boolean =>
      codePointCount(surface(at, 1)) > 1 && (ofWord.get(words[at] as number) ?? 0) >= 2 * count;
    /** Whether the words from `at` on fall into parts, found words of which stand `least` times. */
    const falls = (at: number, least: number, withWords: boolean, some = false): boolean => {
      if (at === end) return some;
      if (withWords && isWord(at) && falls(at + 1, least, withWords, some)) return true;
      for (let size = 2; size < whole && at + size <= end; size++) {
        const isFound = (ofFound.get(surface(at, size)) ?? 0) >= least;
        if (isFound && falls(at + size, least, withWords, true)) return true;
      }
      return false;
    };
    return falls(start, 1, false) || falls(start, 2 * count, true);
  };
}

/**
 * New words as lines of a user dictionary, which `Tokenizer.loadUserDictionary` and jieba read: the word and a frequency
 * at which it is kept whole.
 */
export function toUserDictionary(words: readonly { readonly word: string }[], tokenizer: Tokenizer): string {
  checkArray('words', words, 'new words');
  checkTokenizer(tokenizer);
  for (const [index, entry] of words.entries()) {
    const name = `words[${index}].word`;
    checkFilled(name, entry?.word);
    if (/[\r\n]/.test(entry.word)) refuse(name, 'a word of one line', entry.word);
  }
  return words.map(({ word }) => `${word} ${tokenizer.suggestFrequency(word)}\n`).join('');
}

function isKnown(word: string, tokenizer: Tokenizer): boolean {
  return (tokenizer.frequencyOf(word) ?? 0) > 0 || tokenizer.terms.has(word);
}

function excerpt(text: string, start: number, end: number): string {
  const from = Math.max(0, Math.min(start - 30, text.length - 80));
  return text.slice(from, Math.max(end, from + 80)).replace(/\s+/g, ' ');
}
