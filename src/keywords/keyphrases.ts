import { checkNumber, checkOptions, checkString, checkTokens, type OptionNames } from '../base/check.js';
import { compareStrings } from '../base/compare.js';
import { checkStopWords, StopWords } from '../counting/stop-words.js';
import { describeValue, RedianError } from '../errors.js';
import { simplify } from '../text/variants.js';
import { checkTokenizer } from '../tokenizer/check-tokenizer.js';
import type { Token, Tokenizer } from '../tokenizer/index.js';
import { chooseDiverse } from './diverse.js';
import { checkIdf, Idf } from './idf.js';
import { candidatesOf } from './phrase-candidates.js';
import { phraseScore } from './phrase-weights.js';
import { phraseText } from './phrase-words.js';

/** A phrase that tells what texts are about. */
export interface Keyphrase {
  /** As it is written most often. */
  readonly phrase: string;
  /** Of one text, the chance (0 to 1) that its author would name the phrase; of several texts, the sum. */
  readonly score: number;
  /** Occurrences. */
  readonly count: number;
  /** Texts that have it. */
  readonly texts: number;
}

export interface KeyphrasesOptions {
  /** Most phrases to give, 1 to 1000. Default: 10. */
  readonly topK?: number | undefined;
  /** 0 gives the best scores, 1 what is least alike. Default: 0.05. */
  readonly diversity?: number | undefined;
  /** Longest phrase: a character of Han is one, a Latin word two. Default: 12. */
  readonly maxLength?: number | undefined;
  /** Fewest words of a phrase, 1 to 5; terms of the term layer count as one. Default: 1. */
  readonly minWords?: number | undefined;
  /** Texts that a phrase needs at least. Default: 1. */
  readonly minTexts?: number | undefined;
  /** Words that no phrase begins or ends with. Default: the bundled lists. */
  readonly stopWords?: StopWords | undefined;
  /** Inverse document frequencies of words. Default: jieba's bundled table. */
  readonly idf?: Idf | undefined;
}

const keyphrasesOptions: OptionNames<KeyphrasesOptions> = {
  topK: true,
  diversity: true,
  maxLength: true,
  minWords: true,
  minTexts: true,
  stopWords: true,
  idf: true,
};

/** A text, or its tokens as `Tokenizer.segment` gives them. */
export type PhraseInput = string | readonly Token[];

/** A longer text is read in parts, so that what is held stays small. */
const PART_LENGTH = 20_000;
const endOfSentence = /[\n。]$/;
/** Tokens at the end of a part that may be other ones with what follows. */
const CUT_OFF = 8;
/** Numbers kept of where a phrase stands: the first 32 places. */
const MAX_PLACES = 64;
/** Candidates of a text that are counted. */
const PER_TEXT = 50;
/** More candidates than this are thinned out to the better half. */
const MAX_CANDIDATES = 1 << 18;

interface Tally {
  readonly key: string;
  phrase: string;
  /** By how much `phrase` leads over other spellings (the majority vote of Boyer and Moore). */
  lead: number;
  /** Where it begins and ends, by turns, in all texts as one. */
  readonly places: number[];
  score: number;
  count: number;
  texts: number;
  lastText: number;
}

/**
 * Phrases of one word or more that tell what a text, or a collection of texts, is about.
 *
 * Candidates are strings of up to five words without punctuation, particles, pronouns, numbers and links in them, which
 * neither begin nor end with a stop word. A logistic regression scores them by how often they stand in the text, how
 * many different words stand beside them, where they stand (heading, first sentence), their length and the part of
 * speech of the last word. Then overlap is removed and the rest is chosen for diversity (maximal marginal relevance).
 *
 * ```ts
 * keyphrases(abstract, tokenizer, { topK: 5 }).map(({ phrase }) => phrase);
 * ```
 *
 * @param texts  one text, or many: scores then add up over the texts.
 * @returns in the order in which they were chosen; none for texts without words.
 * @throws {RedianError} INVALID_ARGUMENT for what is no text and for options out of range.
 *
 * Cost: O(words); about 1 ms for a text of 200 characters.
 */
export function keyphrases(
  texts: string | readonly PhraseInput[],
  tokenizer: Tokenizer,
  options: KeyphrasesOptions = {},
): Keyphrase[] {
  checkOptions(options, keyphrasesOptions);
  const { topK = 10, diversity = 0.05, maxLength = 12, minWords = 1, minTexts = 1 } = options;
  checkTokenizer(tokenizer);
  checkNumber('topK', topK, { min: 1, max: 1000, integer: true });
  checkNumber('diversity', diversity, { min: 0, max: 1 });
  checkNumber('maxLength', maxLength, { min: 2, max: 100, integer: true });
  checkNumber('minWords', minWords, { min: 1, max: 5, integer: true });
  checkNumber('minTexts', minTexts, { min: 1, integer: true });
  const { idf = Idf.loadSync(), stopWords = StopWords.loadSync() } = options;
  checkIdf('idf', idf);
  checkStopWords('stopWords', stopWords);
  const tallies = new Map<string, Tally>();
  let offset = 0;
  for (const [index, input] of (typeof texts === 'string' ? [texts] : checkList(texts)).entries()) {
    for (const part of partsOf(input, index, tokenizer)) {
      const words = phraseText(part.text, part.tokens, tokenizer, stopWords);
      const scored = candidatesOf(words, idf, maxLength, minWords).map(({ features, ...candidate }) => ({
        ...candidate,
        score: phraseScore(features),
      }));
      scored.sort(byScore);
      for (const { key, text, count, places, score } of scored.slice(0, PER_TEXT)) {
        let tally = tallies.get(key);
        if (tally === undefined) {
          tally = { key, phrase: text, lead: 0, places: [], score: 0, count: 0, texts: 0, lastText: -1 };
          tallies.set(key, tally);
        }
        tally.score += score;
        tally.count += count;
        for (const place of places.slice(0, MAX_PLACES - tally.places.length))
          tally.places.push(offset + place);
        if (tally.lastText !== index) tally.texts++;
        tally.lastText = index;
        if (tally.phrase === text) tally.lead += count;
        else if (tally.lead > count) tally.lead -= count;
        else {
          tally.lead = count - tally.lead;
          tally.phrase = text;
        }
      }
      offset += part.text.length;
      if (tallies.size > MAX_CANDIDATES) thinOut(tallies);
    }
  }
  const ranked = [...tallies.values()].filter((tally) => tally.texts >= minTexts).sort(byScore);
  return chooseDiverse(ranked.slice(0, 3 * topK + 50), topK, diversity).map(
    ({ phrase, score, count, texts: having }) => ({ phrase, score, count, texts: having }),
  );
}

function byScore(
  a: { readonly key: string; readonly score: number },
  b: { readonly key: string; readonly score: number },
): number {
  return b.score - a.score || compareStrings(a.key, b.key);
}

function checkList(texts: readonly PhraseInput[]): readonly PhraseInput[] {
  if (Array.isArray(texts)) return texts;
  throw new RedianError(
    'INVALID_ARGUMENT',
    `texts: expected a string or an array, got ${describeValue(texts)}`,
  );
}

/** A part of a text, and its tokens. */
interface Part {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** A text in parts of bounded size. A string is cut in simplified characters, which the dictionary knows best. */
function* partsOf(input: PhraseInput, index: number, tokenizer: Tokenizer): Generator<Part> {
  if (Array.isArray(input)) {
    checkTokens(`texts[${index}]`, input);
    for (let at = 0; at < input.length; at += PART_LENGTH) {
      const tokens = input.slice(at, at + PART_LENGTH);
      yield { text: tokens.map((token) => token.text).join(''), tokens };
    }
    return;
  }
  checkString(`texts[${index}]`, input);
  for (let at = 0; at < input.length; ) {
    let end = Math.min(input.length, at + PART_LENGTH);
    if (end < input.length) {
      const line = input.lastIndexOf('\n', end - 1);
      const sentence = input.lastIndexOf('。', end - 1);
      const stop = Math.max(line, sentence) + 1;
      if (stop > at) end = stop;
    }
    const part = wholeWords(input.slice(at, end), tokenizer, end < input.length);
    yield part;
    at += part.text.length;
  }
}

/** A part of a text with its tokens, without the last ones where the text goes on in the middle of a sentence. */
function wholeWords(text: string, tokenizer: Tokenizer, goesOn: boolean): Part {
  const tokens = tokenizer.segment(simplify(text));
  const last = goesOn && !endOfSentence.test(text) ? tokens[tokens.length - CUT_OFF] : undefined;
  if (last === undefined) return { text, tokens };
  return { text: text.slice(0, last.start), tokens: tokens.slice(0, -CUT_OFF) };
}

function thinOut(tallies: Map<string, Tally>): void {
  const ranked = [...tallies.values()].sort(byScore);
  for (const { key } of ranked.slice(MAX_CANDIDATES / 2)) tallies.delete(key);
}
