import { checkString, checkTokens } from '../base/check.js';
import { compareStrings } from '../base/compare.js';
import type { Quantity, Token } from '../tokenizer/token.js';
import { asSimplified, writtenIn } from './as-simplified.js';
import { amountKey, type Entity, type EntityCategory } from './entity.js';
import { EventLexicon } from './event-lexicon.js';
import { findNames } from './names/find-names.js';
import { lowerInPlace, tokenBorders } from './phrase-table.js';
import { NameTagger } from './tagger/tagger.js';

/**
 * Finds companies, models, products, people, organizations, places, tickers, coins, amounts and dates.
 *
 * Names come from the terms of the tokenizer's dictionary and from dictionaries/places.tsv; names that no
 * dictionary has are marked `known: false` and are taken only where a model of names is sure of them or their shape says
 * so: a name in quotes, 某某科技, a Latin name in a Chinese sentence.
 *
 * Traditional characters are read as simplified ones: `text` is as written, `canonical` the same for both.
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
  checkTokens('tokens', tokens);
  const lexicon = EventLexicon.loadSync();
  const simplified = asSimplified(text, tokens);
  const found = findEntities(tagger, simplified.text, simplified.tokens, lexicon);
  return simplified.text === text ? found : found.map((entity) => writtenIn(text, entity));
}

function findEntities(
  tagger: NameTagger,
  text: string,
  tokens: readonly Token[],
  lexicon: EventLexicon,
): Entity[] {
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
      const quantity = isYear(text, token) ? yearOf(token.quantity) : token.quantity;
      entities.push({
        text: token.text,
        start,
        end,
        category: quantityCategory(quantity),
        canonical: amountKey(quantity),
        known: true,
        quantity,
      });
    } else if (token.kind === 'cashtag') {
      const canonical = token.text.toUpperCase();
      entities.push({ text: token.text, start, end, category: 'stock', canonical, known: true });
    } else if (token.kind === 'word') {
      const place = lexicon.places
        .at(lower, start, borders)
        .find(({ value, end: last }) => isPlaceAsWritten(text, start, last, value.written));
      if (place === undefined) {
        const district = districtOf(token, lexicon);
        if (district !== undefined) entities.push(district);
        continue;
      }
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

/** 上海浦东新区 in one word: a district of a place that the tables know. */
function districtOf({ text, start, end }: Token, lexicon: EventLexicon): Entity | undefined {
  if (text.length < 4 || !'区县镇东'.includes(text.charAt(text.length - 1))) return undefined;
  const place = lexicon.places.at(text, 0, new Uint8Array(text.length).fill(1))[0];
  if (
    place === undefined ||
    !/^(?:[\u3400-\u9fff]{2,3}(?:(?<!地)区|县|镇)|浦东)$/u.test(text.slice(place.end))
  )
    return undefined;
  const { canonical } = place.value;
  return { text, start, end, category: 'place', canonical, known: true };
}

/** Han behind a number of which something is counted: 2024名. */
const COUNTERS = '个件台人名条张次家位项辆套点分只部篇亩户种所米吨字本票集场';

/** Whether a bare number is a year by its size and nothing is counted: 2026 in 2026 春招 and 2026款. */
function isYear(text: string, { text: written, end, quantity }: Token): boolean {
  if (quantity?.type !== 'count' || quantity.unit !== undefined || !/^20[0-3]\d$/.test(written)) return false;
  return !COUNTERS.includes(text.charAt(text.charAt(end) === ' ' ? end + 1 : end) || ' ');
}

function yearOf({ value }: Quantity): Quantity {
  return { value, type: 'date', date: `${value}` };
}

/** `us` is no country and `US` is. */
function isPlaceAsWritten(text: string, start: number, end: number, written: string): boolean {
  return !/^[A-Za-z]/.test(written) || text.slice(start, end) === written;
}

function withNames(text: string, entities: Entity[], names: readonly Entity[]): Entity[] {
  if (names.length === 0) return entities;
  const taken = new Uint8Array(text.length);
  for (const name of names) taken.fill(1, name.start, name.end);
  const kept = entities.filter((entity) => taken[entity.start] !== 1 && taken[entity.end - 1] !== 1);
  return [...kept, ...names].sort((a, b) => a.start - b.start || compareStrings(a.text, b.text));
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
