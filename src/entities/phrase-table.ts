import type { Token } from '../tokenizer/token.js';

/** A phrase found in a text, and what the tables say of it. */
interface Found<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

/** The first piece of a phrase under which it is looked up: its Latin run, or its first character. */
function headOf(lower: string, start: number): string {
  let end = start;
  while (end < lower.length) {
    const code = lower.charCodeAt(end);
    if (!((code >= 97 && code <= 122) || (code >= 48 && code <= 57))) break;
    end++;
  }
  return end > start ? lower.slice(start, end) : lower.charAt(start);
}

/** Phrases by their head, longest first: finds what stands at a token's start and ends at a token's end. */
export class PhraseTable<T> {
  readonly #byHead = new Map<string, { phrase: string; value: T }[]>();

  add(phrase: string, value: T): void {
    const lower = phrase.toLowerCase();
    const head = headOf(lower, 0);
    const list = this.#byHead.get(head);
    if (list === undefined) this.#byHead.set(head, [{ phrase: lower, value }]);
    else {
      list.push({ phrase: lower, value });
      list.sort((a, b) => b.phrase.length - a.phrase.length);
    }
  }

  /**
   * The longest phrases at `start`, all of one length.
   * @param lower     the text in lower case, of the same length as the text
   * @param isBorder  1 where a token starts or ends, by offset
   */
  at(lower: string, start: number, isBorder: Uint8Array): Found<T>[] {
    const found: Found<T>[] = [];
    let length = 0;
    for (const { phrase, value } of this.#byHead.get(headOf(lower, start)) ?? []) {
      if (found.length > 0 && phrase.length < length) break;
      if (!lower.startsWith(phrase, start) || isBorder[start + phrase.length] !== 1) continue;
      length = phrase.length;
      found.push({ start, end: start + length, value });
    }
    return found;
  }
}

/** Marks where tokens start and end, by offset. */
export function tokenBorders(text: string, tokens: readonly Token[]): Uint8Array {
  const borders = new Uint8Array(text.length + 1);
  for (const token of tokens) {
    borders[token.start] = 1;
    borders[token.end] = 1;
  }
  return borders;
}

/**
 * Lower case of the same length as the text, so that offsets stand: the few letters whose lower case is
 * longer (İ) are left as they are.
 */
export function lowerInPlace(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  let out = '';
  for (let index = 0; index < text.length; index++) {
    const letter = text.charAt(index).toLowerCase();
    out += letter.length === 1 ? letter : text.charAt(index);
  }
  return out;
}
