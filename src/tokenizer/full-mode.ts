import type { IntList } from '../lexicon/int-list.js';
import type { WordLexicon } from '../lexicon/word-lexicon.js';
import { ALPHANUMERIC, classOf, inBlock, OTHER, WHITE } from './jieba-classes.js';

/**
 * jieba's full mode: every word that the dictionary has in a text, overlapping ones too.
 *
 * @param ends  scratch.
 */
export function cutFull(lexicon: WordLexicon, text: string, ends: IntList): string[] {
  const words: string[] = [];
  for (let at = 0; at < text.length; ) {
    let stop = at;
    if (inBlock(classOf[text.charCodeAt(at)])) {
      while (stop < text.length && inBlock(classOf[text.charCodeAt(stop)])) stop++;
      cutBlock(lexicon, text, at, stop, ends, words);
    } else {
      stop = cutBetween(text, at, words);
    }
    at = stop;
  }
  return words;
}

function cutBlock(
  lexicon: WordLexicon,
  text: string,
  start: number,
  end: number,
  ends: IntList,
  words: string[],
): void {
  /** The last position that a word covers. */
  let covered = start - 1;
  let latin = '';
  for (let at = start; at < end; at++) {
    const isLatin = classOf[text.charCodeAt(at)] === ALPHANUMERIC;
    if (latin !== '' && !isLatin) {
      words.push(latin);
      latin = '';
    }
    ends.length = 0;
    lexicon.wordsFrom(text, at, end, ends);
    // A character is listed by itself only if it is a word or begins none.
    if (ends.length === 0) ends.push(at + 1);
    const first = ends.items[0];
    if (ends.length === 1 && at > covered) {
      if (isLatin) latin += text.slice(at, first);
      else words.push(text.slice(at, first));
      covered = first - 1;
    } else {
      for (let i = 0; i < ends.length; i++) {
        const stop = ends.items[i];
        if (stop - 1 > at) {
          words.push(text.slice(at, stop));
          covered = stop - 1;
        }
      }
    }
  }
  if (latin !== '') words.push(latin);
}

/** What lies between two blocks: jieba keeps the empty pieces around white space. */
function cutBetween(text: string, start: number, words: string[]): number {
  let at = start;
  for (;;) {
    let stop = at;
    while (stop < text.length && classOf[text.charCodeAt(stop)] === OTHER) stop++;
    words.push(text.slice(at, stop));
    if (stop >= text.length || classOf[text.charCodeAt(stop)] !== WHITE) return stop;
    at = text.startsWith('\r\n', stop) ? stop + 2 : stop + 1;
    words.push(text.slice(stop, at));
  }
}
