import type { Idf } from './idf.js';
import { phraseFeatures } from './phrase-weights.js';
import type { PhraseText, PhraseWord } from './phrase-words.js';

/** A string of words that may be a phrase, with what tells whether it is one in its text. */
interface Candidate {
  /** Under which it is counted: small letters, half width, canonical names. */
  readonly key: string;
  /** As it stands in the text for the first time. */
  readonly text: string;
  /** Occurrences in the text. */
  readonly count: number;
  /** Where they begin and end, by turns. */
  readonly places: readonly number[];
  /** Values by {@link phraseFeatures}. */
  readonly features: Float64Array;
}

interface Seen {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly places: number[];
  count: number;
  heading: boolean;
  first: boolean;
  readonly left: Set<string>;
  readonly right: Set<string>;
}

/** Words of a phrase at most. */
const MAX_WORDS = 5;

function joined(before: PhraseWord, after: PhraseWord, text: string): boolean {
  const gap = after.start - before.end;
  if (gap === 0) return before.class !== 'latin' || after.class !== 'latin';
  if (gap !== 1) return false;
  if (text.charCodeAt(before.end) === 0x2d) return true;
  const latin = (word: PhraseWord): boolean =>
    word.units === 2 * word.text.split(' ').length && word.text.charCodeAt(0) < 0x250;
  return latin(before) && latin(after);
}

/**
 * Of how many words from `at` on, two at least, is said once more what stands right before them; 0 if none is.
 * @param again  of how many words the repetition before was, which the end of the text may cut short.
 */
function repeatedWords(words: readonly PhraseWord[], at: number, again: number): number {
  for (let size = 2; size <= MAX_WORDS && size <= at; size++) {
    let same = 0;
    while (same < size) {
      const word = words[at + same];
      if (word === undefined || word.class === 'break' || word.text !== words[at + same - size]?.text) break;
      same++;
    }
    if (same === size || (size === again && at + same === words.length)) return size;
  }
  return 0;
}

/** Places where a repetition begins: no phrase goes on over them. */
function repetitions(words: readonly PhraseWord[]): ReadonlySet<number> {
  const places = new Set<number>();
  for (const [at, { text, units }] of words.entries())
    if (units > 1 && text === words[at - 1]?.text) places.add(at);
  let size = 0;
  for (let at = 1; at < words.length; at += Math.max(1, size)) {
    size = repeatedWords(words, at, size);
    if (size > 0) places.add(at);
  }
  return places;
}

/** All candidates of a text with their features. O(words). */
export function candidatesOf(
  { text, words, headings }: PhraseText,
  idf: Idf,
  maxUnits: number,
  minWords = 1,
): Candidate[] {
  const found = new Map<string, Seen>();
  const repeated = repetitions(words);
  for (let from = 0; from < words.length; from++) {
    const first = words[from] as PhraseWord;
    if (first.class === 'break') continue;
    let units = 0;
    let key = '';
    for (let to = from; to < words.length && to < from + MAX_WORDS; to++) {
      const word = words[to] as PhraseWord;
      if (word.class === 'break') break;
      if (to > from) {
        const before = words[to - 1] as PhraseWord;
        if (repeated.has(to) || !joined(before, word, text)) break;
        key += text.slice(before.end, word.start);
      }
      key += word.key;
      units += word.units;
      if (units > maxUnits) break;
      if (to - from + 1 < minWords || units < 2 || !first.opens || !word.closes) continue;
      if (to > from && first.class === 'verb' && first.units === 1 && words[from + 1]?.class === 'name')
        continue;
      const raw = text.slice(first.start, word.end);
      if (raw.length < 2) continue;
      let seen = found.get(key);
      if (seen === undefined) {
        seen = {
          from,
          to,
          text: raw,
          places: [],
          count: 0,
          heading: false,
          first: false,
          left: new Set(),
          right: new Set(),
        };
        found.set(key, seen);
      }
      seen.count++;
      seen.places.push(first.start, word.end);
      seen.heading ||= headings[first.sentence] === true;
      seen.first ||= first.sentence === 0;
      seen.left.add(neighbour(words, from - 1, from));
      seen.right.add(neighbour(words, to + 1, to));
    }
  }
  const candidates: Candidate[] = [];
  for (const [key, seen] of found) {
    const parts = words.slice(seen.from, seen.to + 1);
    candidates.push({
      key,
      text: seen.text,
      count: seen.count,
      places: seen.places,
      features: phraseFeatures({
        count: seen.count,
        heading: seen.heading,
        first: seen.first,
        position: seen.from / words.length,
        left: seen.left.size,
        right: seen.right.size,
        words: parts,
        idf: parts.map((word) => idf.of(word.key)),
      }),
    });
  }
  return candidates;
}

/** What stands beside a phrase; each break counts as another. */
function neighbour(words: readonly PhraseWord[], at: number, edge: number): string {
  const word = words[at];
  return word === undefined || word.class === 'break' ? `\0${edge}` : word.key;
}
