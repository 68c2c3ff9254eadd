import { RedianError } from '../errors.js';
import { fold } from '../text/fold.js';
import { simplify } from '../text/variants.js';

/** A phrase that gives something away, with what it gives away. */
interface Cue<T> {
  readonly phrase: string;
  readonly value: T;
}

/** A cue, or a phrase that is none. */
interface Phrase<T> {
  readonly phrase: string;
  readonly cue: Cue<T> | undefined;
}

function isLatin(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

/** A text as phrases are looked for in it, unit for unit. */
function asFound(text: string): string {
  return simplify(fold(text));
}

/**
 * Finds phrases in text without regard to case, width and traditional characters: Chinese ones anywhere, Latin ones as whole words. Of two
 * phrases that begin at the same place the longer one counts, and matches never overlap.
 *
 * Cost: O(n · c), c the number of phrases with the same first character.
 */
export class Cues<T> {
  readonly #byFirst = new Map<number, Phrase<T>[]>();

  /** @param guards  phrases that are no cues, though a cue begins them: 推理成本 is not about 推理 */
  constructor(cues: Iterable<Cue<T>>, guards: Iterable<string> = []) {
    for (const { phrase, value } of cues) {
      const folded = asFound(phrase);
      this.#add({ phrase: folded, cue: { phrase: folded, value } });
    }
    for (const guard of guards) this.#add({ phrase: asFound(guard), cue: undefined });
    for (const same of this.#byFirst.values()) same.sort((a, b) => b.phrase.length - a.phrase.length);
  }

  #add(phrase: Phrase<T>): void {
    if (phrase.phrase === '') {
      throw new RedianError('INVALID_DICTIONARY', 'a cue is empty; expected a phrase');
    }
    const code = phrase.phrase.charCodeAt(0);
    const same = this.#byFirst.get(code) ?? [];
    same.push(phrase);
    this.#byFirst.set(code, same);
  }

  /** The cues in a text, in order, folded; one that stands twice is there twice. */
  find(text: string): Cue<T>[] {
    const folded = asFound(text);
    const found: Cue<T>[] = [];
    for (let i = 0; i < folded.length; i++) {
      const same = this.#byFirst.get(folded.charCodeAt(i));
      if (same === undefined) continue;
      for (const { phrase, cue } of same) {
        const end = i + phrase.length;
        if (!folded.startsWith(phrase, i)) continue;
        if (isLatin(folded.charCodeAt(i)) && i > 0 && isLatin(folded.charCodeAt(i - 1))) continue;
        if (isLatin(folded.charCodeAt(end - 1)) && end < folded.length && isLatin(folded.charCodeAt(end)))
          continue;
        if (cue !== undefined) found.push(cue);
        i = end - 1;
        break;
      }
    }
    return found;
  }
}
