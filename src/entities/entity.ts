import { checkString } from '../base/check.js';
import { compareStrings } from '../base/compare.js';
import type { Quantity, TermCategory, TermInfo, Token } from '../tokenizer/token.js';
import { EventLexicon } from './lexicon.js';
import { findNames } from './names.js';
import { NameTagger } from './tagger/tagger.js';

/** What an entity is. `name` is a name known by its shape only: X科技, quoted, or in Latin letters. */
export type EntityCategory =
  | TermCategory
  | 'place'
  | 'name'
  | 'money'
  | 'percent'
  | 'multiple'
  | 'date'
  | 'quantity';

/** A named thing or an amount in a text. */
export interface Entity {
  /** As written: `text.slice(start, end)`. */
  readonly text: string;
  /** Half-open, UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly category: EntityCategory;
  /** The name under which every way of writing it is counted; of amounts, the number and its unit. */
  readonly canonical: string;
  /** False if no dictionary has it and its shape gave it away. */
  readonly known: boolean;
  readonly term?: TermInfo;
  readonly quantity?: Quantity;
}

const amountCategories = new Set<EntityCategory>(['money', 'percent', 'multiple', 'date', 'quantity']);

/** True for money, percentages, multiples, dates and other quantities. */
export function isAmount(entity: Entity): boolean {
  return amountCategories.has(entity.category);
}

/** A value written the same however it was scaled: 5亿元 and 500 million yuan give `5e8 CNY`. */
export function amountKey(quantity: Quantity): string {
  if (quantity.type === 'date') return `date ${quantity.date ?? quantity.value}`;
  const unit = quantity.currency ?? (quantity.type === 'percent' ? '%' : quantity.type);
  return `${Number(quantity.value.toPrecision(6))} ${unit}`;
}

function quantityCategory(quantity: Quantity): EntityCategory {
  switch (quantity.type) {
    case 'money':
    case 'percent':
    case 'multiple':
    case 'date':
      return quantity.type;
    default:
      return 'quantity';
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

/**
 * Finds companies, models, products, people, organizations, places, tickers, coins, amounts and dates.
 *
 * Names come from the terms of the tokenizer's dictionary and from dictionaries/places.tsv; names that no
 * dictionary has are taken only where their shape says so (某某科技, Foo Labs, a Latin name in a Chinese
 * sentence, a name in quotes before a verb of release) and are marked `known: false`.
 *
 * @param tokens  `Tokenizer.segment(text)`
 * @returns entities in order of their start, not overlapping. O(tokens).
 */
export function extractEntities(text: string, tokens: readonly Token[]): Entity[] {
  return entitiesWith(NameTagger.loadSync(), text, tokens);
}

/** As {@link extractEntities}, with a tagger of one's own. */
export function entitiesWith(tagger: NameTagger, text: string, tokens: readonly Token[]): Entity[] {
  checkString('text', text);
  const lexicon = EventLexicon.loadSync();
  const entities: Entity[] = [];
  const lower = lowerInPlace(text);
  const borders = tokenBorders(text, tokens);
  let past = 0;
  for (const token of tokens) {
    if (token.start < past) continue;
    const { start, end } = token;
    if (token.term !== undefined) {
      entities.push({
        text: token.text,
        start,
        end,
        category: token.term.category,
        canonical: token.term.canonical,
        known: token.term.guessed !== true,
        term: token.term,
      });
    } else if (token.kind === 'number' && token.quantity !== undefined) {
      if (token.quantity.type !== 'date' && !Number.isFinite(token.quantity.value)) continue;
      entities.push({
        text: token.text,
        start,
        end,
        category: quantityCategory(token.quantity),
        canonical: amountKey(token.quantity),
        known: true,
        quantity: token.quantity,
      });
    } else if (token.kind === 'cashtag') {
      const canonical = token.text.toUpperCase();
      entities.push({ text: token.text, start, end, category: 'stock', canonical, known: true });
    } else if (token.kind === 'word') {
      const place = lexicon.places
        .at(lower, start, borders)
        .find(({ value, end: last }) => isPlaceAsWritten(text, start, last, value.written));
      if (place === undefined) continue;
      entities.push({
        text: text.slice(start, place.end),
        start,
        end: place.end,
        category: 'place',
        canonical: place.value.canonical,
        known: true,
      });
      past = place.end;
    }
  }
  return withNames(text, entities, findNames(text, tokens, entities, lexicon, tagger));
}

/** `us` is no country and `US` is; one Han character is a place only as a token of its own. */
function isPlaceAsWritten(text: string, start: number, end: number, written: string): boolean {
  const surface = text.slice(start, end);
  return /^[A-Za-z]/.test(written) ? surface === written : true;
}

function withNames(text: string, entities: Entity[], names: readonly Entity[]): Entity[] {
  if (names.length === 0) return entities;
  const taken = new Uint8Array(text.length);
  for (const name of names) taken.fill(1, name.start, name.end);
  const kept = entities.filter((entity) => taken[entity.start] !== 1 && taken[entity.end - 1] !== 1);
  return [...kept, ...names].sort((a, b) => a.start - b.start || compareStrings(a.text, b.text));
}
