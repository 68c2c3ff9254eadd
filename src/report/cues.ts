import { RedianError } from '../errors.js';

/** A phrase that gives something away, with what it gives away. */
interface Cue<T> {
  readonly phrase: string;
  readonly value: T;
}

interface CueMatch<T> {
  readonly cue: Cue<T>;
  readonly start: number;
  readonly end: number;
}

function isLatin(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

/**
 * Finds phrases in text without regard to case: Chinese ones anywhere, Latin ones as whole words. Of two
 * phrases that begin at the same place the longer one counts, and matches never overlap.
 *
 * Cost: O(n · c), c the number of phrases with the same first character.
 */
export class Cues<T> {
  readonly #byFirst = new Map<number, Cue<T>[]>();

  constructor(cues: Iterable<Cue<T>>) {
    for (const { phrase, value } of cues) {
      const lower = phrase.toLowerCase();
      if (lower === '') throw new RedianError('INVALID_DICTIONARY', 'a cue is empty; expected a phrase');
      const code = lower.charCodeAt(0);
      const same = this.#byFirst.get(code) ?? [];
      same.push({ phrase: lower, value });
      this.#byFirst.set(code, same);
    }
    for (const same of this.#byFirst.values()) same.sort((a, b) => b.phrase.length - a.phrase.length);
  }

  find(text: string): CueMatch<T>[] {
    const lower = text.toLowerCase();
    const matches: CueMatch<T>[] = [];
    for (let i = 0; i < lower.length; i++) {
      const same = this.#byFirst.get(lower.charCodeAt(i));
      if (same === undefined) continue;
      for (const cue of same) {
        const end = i + cue.phrase.length;
        if (!lower.startsWith(cue.phrase, i)) continue;
        if (isLatin(lower.charCodeAt(i)) && i > 0 && isLatin(lower.charCodeAt(i - 1))) continue;
        if (isLatin(lower.charCodeAt(end - 1)) && end < lower.length && isLatin(lower.charCodeAt(end)))
          continue;
        matches.push({ cue, start: i, end });
        i = end - 1;
        break;
      }
    }
    return matches;
  }
}
