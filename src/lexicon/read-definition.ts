import {
  checkArray,
  checkChoice,
  checkFilled,
  checkOptions,
  checkSwitch,
  type OptionNames,
} from '../base/check.js';
import { describeValue, RedianError } from '../errors.js';
import { asRead } from '../text/reading-copy.js';
import { type TermDefinition, type TermInfo, termCategories } from './term-info.js';
import { termKey } from './term-key.js';
import { asksForCase, literalOf, surfacesOf, withoutMark } from './term-surface.js';

/** A way to write a term: which separators may stand in it, and its letters if their case counts. */
interface Spelling {
  readonly gaps: number;
  readonly literal: string | undefined;
}

interface ReadDefinition {
  readonly info: TermInfo;
  /** By key. */
  readonly spellings: ReadonlyMap<string, Spelling>;
  readonly isFamily: boolean;
}

const definitionNames: OptionNames<TermDefinition> = {
  term: true,
  canonical: true,
  category: true,
  aliases: true,
  chinese: true,
  ticker: true,
  maker: true,
  caseSensitive: true,
  family: true,
};

/**
 * What an entry of the user stands for, and the ways to write it.
 *
 * @param fold  as the lexicon reads units.
 * @throws {RedianError} INVALID_ARGUMENT if a part is not what it should be, or if nothing is left to be found by.
 */
export function readDefinition(term: string | TermDefinition, fold: Uint16Array): ReadDefinition {
  const definition = typeof term === 'string' ? { term } : term;
  if (typeof definition !== 'object' || definition === null) {
    throw new RedianError(
      'INVALID_ARGUMENT',
      `term: expected a string or an entry, got ${describeValue(term)}`,
    );
  }
  checkOptions(definition, definitionNames, 'term');
  checkFilled('term', definition.term);
  const { category = 'concept', aliases } = definition;
  checkChoice('category', category, termCategories);
  for (const name of ['canonical', 'chinese', 'ticker', 'maker'] as const) {
    if (definition[name] !== undefined) checkFilled(name, definition[name]);
  }
  const isFamily = checkSwitch('family', definition.family);
  const isExact = checkSwitch('caseSensitive', definition.caseSensitive);
  if (aliases !== undefined) {
    checkArray('aliases', aliases, 'strings');
    for (const [i, alias] of aliases.entries()) checkFilled(`aliases[${i}]`, alias);
  }
  const spellings = new Map<string, Spelling>();
  for (const written of surfacesOf(definition)) {
    const exact = isExact || asksForCase(written);
    const surface = withoutMark(written);
    const { key, gaps } = termKey(surface, fold);
    if (key === '') {
      throw new RedianError(
        'INVALID_ARGUMENT',
        `term: expected a letter, digit or character, got ${describeValue(surface)}`,
      );
    }
    const literal = exact ? literalOf(asRead(surface), fold) : undefined;
    spellings.set(key, { gaps: gaps | (spellings.get(key)?.gaps ?? 0), literal });
  }
  const info = Object.freeze({
    canonical: definition.canonical ?? withoutMark(definition.term),
    category,
    ...(definition.chinese === undefined ? {} : { chinese: definition.chinese }),
    ...(definition.ticker === undefined ? {} : { ticker: definition.ticker }),
    ...(definition.maker === undefined ? {} : { maker: definition.maker }),
  });
  return { info, spellings, isFamily };
}
