import { foldWidth } from '../text/fold.js';
import type { TermDefinition } from './term-info.js';
import { separatorOf } from './term-key.js';

/** Ways to write a term. One that asks for its case does not stand in any other under its canonical name. */
export function surfacesOf({ term, canonical, aliases = [], chinese }: TermDefinition): string[] {
  return [term, ...(asksForCase(term) ? [] : [canonical]), ...aliases, chinese].filter(
    (surface): surface is string => surface !== undefined && surface !== '',
  );
}

/** True of a surface with a leading `=`, which is found in the case that follows alone. */
export function asksForCase(surface: string): boolean {
  return surface.length > 1 && surface.startsWith('=');
}

/** A surface without its leading `=`. */
export function withoutMark(surface: string): string {
  return asksForCase(surface) ? surface.slice(1) : surface;
}

/** A surface of which the case counts: width and separators do not. */
export function literalOf(surface: string, fold: Uint16Array): string {
  let literal = '';
  for (const character of foldWidth(surface)) {
    if (separatorOf[fold[character.charCodeAt(0)] as number] === 0) literal += character;
  }
  return literal;
}
