import { simplify } from '../text/variants.js';
import type { Token } from '../tokenizer/token.js';

/** A post in simplified characters, unit for unit: the tables and rules of names and events know no others. */
export interface Simplified {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** The post itself where it has no traditional character. O(n). */
export function asSimplified(text: string, tokens: readonly Token[]): Simplified {
  const simplified = simplify(text);
  if (simplified === text) return { text, tokens };
  return { text: simplified, tokens: tokens.map((token) => writtenIn(simplified, token)) };
}

/** A stretch as a text has it in the same place. */
export function writtenIn<T extends { readonly text: string; readonly start: number; readonly end: number }>(
  text: string,
  stretch: T,
): T {
  return { ...stretch, text: text.slice(stretch.start, stretch.end) };
}
