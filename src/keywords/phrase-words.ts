import type { StopWords } from '../counting/stop-words.js';
import { fold } from '../text/fold.js';
import { isHanUnit, isWordUnit } from '../text/unit-kinds.js';
import { simplify } from '../text/variants.js';
import type { Token, Tokenizer } from '../tokenizer/index.js';
import { type WordClass, withPrefixes } from './word-classes.js';

/** A word of a text as phrases see it. */
export interface PhraseWord {
  readonly text: string;
  /** Text in small letters, half width and simplified characters; canonical name of a term. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly class: WordClass;
  /** False for words that no phrase begins with. */
  readonly opens: boolean;
  /** False for words that no phrase ends with. */
  readonly closes: boolean;
  readonly sentence: number;
  /** Length: characters of Han, two for a Latin word, so that both scripts compare. */
  readonly units: number;
}

/** A text cut for phrases. */
export interface PhraseText {
  readonly text: string;
  readonly words: readonly PhraseWord[];
  /** Of each sentence, whether it is a heading: it lacks the end mark that others have. */
  readonly headings: readonly boolean[];
}

const endMark = /[。！？；…!?;]/;

function isEnd(text: string, token: Token): boolean {
  if (token.kind === 'space') return token.text.includes('\n');
  if (token.kind !== 'punctuation') return false;
  if (endMark.test(token.text)) return true;
  if (!token.text.includes('.')) return false;
  const next = text.charCodeAt(token.end);
  return !isWordUnit(next) || isHanUnit(text.charCodeAt(token.start - 1));
}

/** A word of the dictionary or of its model for unknown ones, as against one of Latin letters. */
export function isHanWord(token: Token | undefined): boolean {
  return token?.kind === 'word' && isHanUnit(token.text.charCodeAt(0));
}

/**
 * Cuts a text into words with what phrases need to know of each. Words of the dictionary have jieba's tags, traditional
 * ones those of simplified characters; terms, tags and tickers are names; numbers, links, mentions, emoji and punctuation break.
 *
 * @param tokens  of the text, or of it in simplified characters.
 */
export function phraseText(
  text: string,
  tokens: readonly Token[],
  tokenizer: Tokenizer,
  stopWords: StopWords,
): PhraseText {
  const simple = simplify(text);
  const isStopWord = (start: number, end: number): boolean =>
    stopWords.has(simple.slice(start, end)) || (simple !== text && stopWords.has(text.slice(start, end)));
  const words: PhraseWord[] = [];
  const closed: boolean[] = [];
  let sentence = 0;
  let filled = false;
  const push = (
    start: number,
    end: number,
    as: WordClass,
    key?: string,
    opens = true,
    closes = opens,
  ): void => {
    const raw = text.slice(start, end);
    filled ||= as !== 'break';
    const han = isHanUnit(raw.charCodeAt(0)) || isHanUnit(raw.charCodeAt(raw.length - 1));
    words.push({
      text: raw,
      key: fold(key ?? simple.slice(start, end)),
      start,
      end,
      class: as,
      opens,
      closes,
      sentence,
      units: han ? raw.length : 2 * raw.split(' ').length,
    });
  };
  const endSentence = (mark: boolean): void => {
    if (!filled) return;
    closed[sentence++] = mark;
    filled = false;
  };
  const offset = tokens[0]?.start ?? 0;
  let bound = false;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const start = token.start - offset;
    const end = token.end - offset;
    const opens = !bound;
    bound = false;
    if (token.kind === 'word' && !isHanWord(token)) {
      const as = /^\p{L}/u.test(token.text) ? 'latin' : 'break';
      // One small letter is what an apostrophe cut off.
      const closes = !/^\p{Ll}$/u.test(token.text) && !isStopWord(start, end);
      push(start, end, as, undefined, opens && closes, closes);
    } else if (token.kind === 'word') {
      let last = i;
      while (isHanWord(tokens[last + 1])) last++;
      const stop = (tokens[last] as Token).end - offset;
      let at = start;
      for (const word of withPrefixes(tokenizer.tag(simple.slice(start, stop)))) {
        const to = at + word.word.length;
        const stopped = isStopWord(at, to);
        push(at, to, word.class, undefined, word.opens && !stopped, word.closes && !stopped);
        bound = word.binds && !stopped;
        at = to;
      }
      i = last;
    } else if (token.kind === 'term') push(start, end, 'name', token.term?.canonical, opens, true);
    else if (token.kind === 'hashtag') {
      push(start, start + 1, 'break');
      const to = /[#＃]$/.test(token.text) ? end - 1 : end;
      if (to > start + 1) push(start + 1, to, 'name', token.term?.canonical);
      push(to, end, 'break');
    } else {
      const joins = token.text === ' ' || token.text === '-';
      if (!joins) push(start, end, 'break');
      if (isEnd(text, token)) endSentence(token.kind !== 'space');
    }
  }
  if (filled) closed[sentence] = false;
  const some = closed.includes(true);
  return { text, words, headings: closed.map((mark) => some && !mark) };
}
