import { compareStrings } from '../base/compare.js';
import { ln } from '../base/math.js';
import { type Entity, isAmount } from './entity.js';
import { EventLexicon } from './lexicon.js';
import { stem } from './stem.js';
import type { EventPost } from './story.js';
import { outsideTagPiles } from './tag-piles.js';

/**
 * What a stretch of a post speaks of, as numbers: names, amounts and words, each with an inverse document
 * frequency over the posts at hand. Names weigh twice, amounts one and a half times a word.
 */
export class KeyTable {
  readonly #ids = new Map<string, number>();
  readonly #df: number[] = [];
  readonly #factor: number[] = [];
  readonly #kind: string[] = [];
  #documents = 0;

  /** Keys of each post counted once. Call for every post before {@link weight} is asked. */
  count(keys: Iterable<string>): void {
    this.#documents++;
    for (const key of keys) {
      let id = this.#ids.get(key);
      if (id === undefined) {
        id = this.#df.length;
        this.#ids.set(key, id);
        this.#df.push(0);
        this.#kind.push(key.charAt(0));
        this.#factor.push(key.startsWith('e:') || key.startsWith('m:') ? 2 : key.startsWith('q:') ? 1.5 : 1);
      }
      this.#df[id] = (this.#df[id] ?? 0) + 1;
    }
  }

  get documents(): number {
    return this.#documents;
  }

  id(key: string): number {
    return this.#ids.get(key) ?? -1;
  }

  df(id: number): number {
    return this.#df[id] ?? 0;
  }

  /** `m` of a thing's name, `e` of another name, `q` of an amount, `w` of a word. */
  kind(id: number): string {
    return this.#kind[id] ?? 'w';
  }

  /** ln(1 + N / df), times the factor of its kind. */
  weight(id: number): number {
    const df = this.#df[id] ?? 0;
    return df === 0 ? 0 : (this.#factor[id] ?? 1) * ln(1 + this.#documents / df);
  }

  /** So few posts, at most, name a thing that is news for one reason: a twenty-fifth of them, from 12 to 40. */
  get seldom(): number {
    return Math.min(40, Math.max(12, this.#documents / 25));
  }

  /** True of keys that no more than {@link seldom} posts hold, and more than one. */
  isSeldom(id: number): boolean {
    const df = this.#df[id] ?? 0;
    return df >= 2 && df <= this.seldom;
  }

  /** True of keys that few posts hold: at most a twentieth of them, or twenty. */
  isRare(id: number): boolean {
    const df = this.#df[id] ?? 0;
    return df >= 2 && df <= Math.max(20, this.#documents / 20);
  }
}

const han = /^[\u3400-\u9fff]{2,}$/u;
const latin = /^[a-z][a-z0-9.+-]{2,}$/u;
const stop =
  /^(?:the|and|for|with|that|this|from|its|are|was|has|have|will|can|new|says|said|how|why|what|you|your|about|into|over|after|more|than|they|not|but|all|out|now|who|show|一个|我们|他们|什么|如何|为何|如果|可以|进行|表示|以及|没有|这个|已经|正在|还是|不是|就是|大家|请问|怎么|人工|智能|人工智能|模型|大模型)$/u;

/**
 * The keys of the part [start, end) of a post: `m:` the name of a thing, `e:` another name, `q:` an amount, `w:` a word,
 * English words by their Chinese where dictionaries/word-pairs.tsv has it. What stands in a pile of hashtags is no key:
 * it joins whatever was posted under the same tags.
 */
export function contentKeys(post: EventPost, start: number, end: number): Set<string> {
  const keys = new Set<string>();
  const { chineseOf } = EventLexicon.loadSync();
  const named = new Map<number, Entity>();
  const tokens = outsideTagPiles(post.tokens);
  const starts = tokens === post.tokens ? undefined : new Set(tokens.map((token) => token.start));
  for (const entity of post.entities) {
    if (entity.end <= start || entity.start >= end) continue;
    if (starts !== undefined && !starts.has(entity.start)) continue;
    named.set(entity.start, entity);
    if (!isAmount(entity)) {
      if (!isLoose(entity) && !ideas.has(entity.category)) keys.add(nameKey(entity));
      else if (ideas.has(entity.category)) keys.add(`w:${entity.canonical.toLowerCase()}`);
    } else if (entity.category !== 'date' && tellsApart(entity)) keys.add(`q:${entity.canonical}`);
  }
  let past = start;
  for (const token of tokens) {
    if (token.start < past || token.end > end || token.kind !== 'word') continue;
    const entity = named.get(token.start);
    if (entity !== undefined && !isLoose(entity)) {
      past = entity.end;
      continue;
    }
    const lower = token.text.toLowerCase();
    if (stop.test(lower)) continue;
    if (han.test(lower)) keys.add(`w:${lower}`);
    else if (latin.test(lower)) {
      const stemmed = stem(lower);
      keys.add(`w:${chineseOf.get(stemmed) ?? stemmed}`);
    }
  }
  return keys;
}

/** A name of several words that no dictionary has is compared by its words: people shorten it as they like. */
function isLoose(entity: Entity): boolean {
  return !entity.known && entity.term === undefined && (/\s/u.test(entity.text) || entity.text.length > 12);
}

/** Things that are spoken of for one reason at a time, as against companies, people and places. */
const things = new Set(['model', 'product', 'dataset', 'benchmark', 'hardware', 'event', 'name']);

/** AI and 大模型 have terms of the dictionary and are words like others. */
const ideas = new Set(['concept', 'technique']);

/** `m:` for a thing, `e:` for any other name. */
export function nameKey(entity: Entity): string {
  return `${things.has(entity.category) ? 'm' : 'e'}:${entity.canonical.toLowerCase()}`;
}

/** 3 and 10 % are in every other post; 116 亿美元 is not. */
function tellsApart(entity: Entity): boolean {
  const quantity = entity.quantity;
  if (quantity === undefined) return false;
  if (quantity.type === 'duration' || quantity.type === 'date') return false;
  return quantity.type !== 'count' || quantity.value >= 100;
}

/** Sorted so that the same post gives the same order everywhere. */
export function sortedKeys(keys: ReadonlySet<string>): string[] {
  return [...keys].sort(compareStrings);
}
