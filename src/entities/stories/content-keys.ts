import { ln } from '../../base/math.js';
import { isNotion } from '../../lexicon/term-info.js';
import { isHan } from '../../text/han.js';
import { stem, stemPhrase } from '../../text/stem.js';
import { simplify } from '../../text/variants.js';
import type { Token } from '../../tokenizer/token.js';
import { type Entity, isAmount } from '../entity.js';
import { EventLexicon } from '../event-lexicon.js';
import { firstFrom } from './first-from.js';
import type { EventPost } from './story.js';
import { toldTokens } from './told-tokens.js';

/** Kinds of keys: the name of a thing, another name, an amount, a word. */
export const [THING, NAME, AMOUNT, WORD] = [0, 1, 2, 3] as const;

/** What a key counts for beside a word. */
const factors = [2, 2, 1.5, 1] as const;

/** Rarity of what two of many posts hold, and how many posts are many. */
const RAREST = 5;
const FEW = 300;

function kindOf(key: string): number {
  const letter = key.charCodeAt(0);
  return letter === 0x6d ? THING : letter === 0x65 ? NAME : letter === 0x71 ? AMOUNT : WORD;
}

/**
 * What a stretch of a post speaks of, as numbers: names, amounts and words, each with an inverse document
 * frequency over the posts at hand. Names weigh twice, amounts one and a half times a word.
 *
 * Filled by {@link count}, then closed by {@link close}; only then can it be asked.
 */
export class KeyTable {
  readonly #ids = new Map<string, number>();
  #documents = 0;
  /** By id, in order of first appearance. */
  df = new Int32Array(1024);
  /** {@link THING} to {@link WORD}. */
  kinds = new Uint8Array(1024);
  /** 1 for a word of Latin letters, which a text in Chinese cannot share. */
  latin = new Uint8Array(1024);
  /** ln(1 + N / df), so scaled that a key of two posts has 5; less where there are under 300 posts, in which little is rare. */
  rarity = new Float64Array(0);
  /** {@link rarity} times the factor of the kind. */
  weights = new Float64Array(0);
  #keys: readonly string[] = [];

  /**
   * Keys of one post, each once.
   *
   * @returns their ids, ascending.
   */
  count(keys: Iterable<string>): Int32Array {
    this.#documents++;
    const found: number[] = [];
    for (const key of keys) {
      let id = this.#ids.get(key);
      if (id === undefined) {
        id = this.#ids.size;
        this.#ids.set(key, id);
        if (id === this.df.length) this.#grow();
        this.kinds[id] = kindOf(key);
        this.latin[id] = this.kinds[id] === WORD && key.charCodeAt(2) < 0x250 ? 1 : 0;
      }
      this.df[id] = (this.df[id] as number) + 1;
      found.push(id);
    }
    return Int32Array.from(found).sort();
  }

  #grow(): void {
    const { df, kinds, latin } = this;
    this.df = new Int32Array(df.length * 2);
    this.df.set(df);
    this.kinds = new Uint8Array(kinds.length * 2);
    this.kinds.set(kinds);
    this.latin = new Uint8Array(latin.length * 2);
    this.latin.set(latin);
  }

  /** Weighs all keys; no post can be counted afterwards. O(keys). */
  close(): void {
    const keys = [...this.#ids.keys()];
    this.#keys = keys;
    this.rarity = new Float64Array(keys.length);
    this.weights = new Float64Array(keys.length);
    const scale = RAREST / ln(1 + Math.max(this.#documents, FEW) / 2);
    for (let id = 0; id < keys.length; id++) {
      const rarity = scale * ln(1 + this.#documents / (this.df[id] as number));
      this.rarity[id] = rarity;
      this.weights[id] = rarity * factors[this.kinds[id] as 0 | 1 | 2 | 3];
    }
  }

  get documents(): number {
    return this.#documents;
  }

  /** Number of keys. */
  get size(): number {
    return this.#ids.size;
  }

  /** -1 for a key that no post holds. */
  id(key: string): number {
    return this.#ids.get(key) ?? -1;
  }

  key(id: number): string {
    return this.#keys[id] as string;
  }

  /** Ids of those keys that a post holds, ascending. */
  idsOf(keys: Iterable<string>): Int32Array {
    const ids: number[] = [];
    for (const key of keys) {
      const id = this.id(key);
      if (id >= 0) ids.push(id);
    }
    return Int32Array.from(ids).sort();
  }
}

const latin = /^\p{Script=Latin}[\p{Script=Latin}0-9.+_-]{2,}$/u;
const stop = new Set(
  (
    'the and for with that this from its are was has have will can new says said how why what you your about ' +
    'into over after more than they not but all out now who show 一个 我们 他们 什么 如何 为何 如果 可以 进行 ' +
    '表示 以及 没有 这个 已经 正在 还是 不是 就是 大家 请问 怎么 人工 智能 人工智能 模型 大模型'
  ).split(' '),
);

interface Told {
  readonly post: EventPost;
  readonly tokens: readonly Token[];
  readonly starts: ReadonlySet<number> | undefined;
}

/** Reads the keys of posts; words that were seen before are not looked at again. */
export class ContentKeys {
  readonly #chineseOf = EventLexicon.loadSync().chineseOf;
  /** The key of a word as it is written; empty for one that says nothing. */
  readonly #words = new Map<string, string>();
  readonly #names: ReadonlyMap<string, string>;
  /** The post that was read last. */
  #last: Told | undefined;

  /** @param names  names in two words, see {@link namesInWords}. */
  constructor(names: ReadonlyMap<string, string> = new Map()) {
    this.#names = names;
  }

  /**
   * The keys of the part [start, end) of a post: `m:` the name of a thing, `e:` another name, `q:` an amount, `w:` a
   * word, English words by their Chinese where dictionaries/word-pairs.tsv has it. What stands in a pile of hashtags or the
   * credit of a headline is no key: it joins whatever was posted under the same tags, or by the same paper.
   */
  of(post: EventPost, start: number, end: number): Set<string> {
    const keys = new Set<string>();
    const named = new Map<number, Entity>();
    const { tokens, starts } = this.#told(post);
    const { entities } = post;
    let count: Entity | undefined;
    let at = firstFrom(entities, start);
    if (at > 0 && (entities[at - 1] as Entity).end > start) at--;
    for (; at < entities.length && (entities[at] as Entity).start < end; at++) {
      const entity = entities[at] as Entity;
      if (starts !== undefined && !starts.has(entity.start)) continue;
      named.set(entity.start, entity);
      if (isSmallCount(entity)) {
        if (count !== undefined && entity.start - count.end <= BESIDE) keys.add(proportionKey(count, entity));
        count = entity;
      }
      if (!isAmount(entity)) {
        // AI and 大模型 are terms of the dictionary and words like others.
        if (isNotion(entity.category)) keys.add(`w:${entity.canonical.toLowerCase()}`);
        else if (!isLoose(entity)) keys.add(nameKey(entity));
      } else if (entity.category !== 'date' && tellsApart(entity)) keys.add(`q:${entity.canonical}`);
    }
    let past = start;
    // The English word before, of which two together may have one in Chinese: zero-day, executive order.
    let before: Token | undefined;
    for (let index = firstFrom(tokens, start); index < tokens.length; index++) {
      const token = tokens[index] as Token;
      if (token.end > end) break;
      if (token.start < past || token.kind !== 'word') continue;
      const entity = named.get(token.start);
      if (entity !== undefined && !isLoose(entity)) {
        past = entity.end;
        continue;
      }
      const second = this.#names.get(token.text);
      if (second !== undefined && tokens[index + 1]?.text === second) {
        keys.add(`e:${simplify(token.text + second)}`);
        past = token.end + second.length;
        before = undefined;
        continue;
      }
      const key = this.#wordKey(token.text);
      if (key !== '') keys.add(key);
      if (before !== undefined && token.start - before.end === 1) {
        const chinese = this.#chineseOf.get(stemPhrase(`${before.text} ${token.text}`.toLowerCase()));
        if (chinese !== undefined) keys.add(`w:${chinese}`);
      }
      before = token.text.charCodeAt(0) < 0x250 ? token : undefined;
    }
    return keys;
  }

  /** The tokens by which a post tells something, and where they start unless those are all. */
  #told(post: EventPost): Told {
    if (this.#last?.post !== post) {
      const tokens = toldTokens(post.tokens);
      const starts = tokens === post.tokens ? undefined : new Set(tokens.map(({ start }) => start));
      this.#last = { post, tokens, starts };
    }
    return this.#last;
  }

  #wordKey(text: string): string {
    let key = this.#words.get(text);
    if (key === undefined) {
      key = this.#readWord(simplify(text.toLowerCase()));
      this.#words.set(text, key);
    }
    return key;
  }

  #readWord(lower: string): string {
    if (stop.has(lower)) return '';
    if (lower.length >= 2 && isHan(lower)) return `w:${lower}`;
    if (!latin.test(lower)) return '';
    const stemmed = stem(lower);
    return `w:${this.#chineseOf.get(stemmed) ?? stemmed}`;
  }
}

/** A name of several words that no dictionary has is compared by its words: people shorten it as they like. */
function isLoose(entity: Entity): boolean {
  return !entity.known && entity.term === undefined && (/\s/u.test(entity.text) || entity.text.length > 12);
}

/** Things that are spoken of for one reason at a time, as against companies, people and places. */
const things = new Set(['model', 'product', 'dataset', 'benchmark', 'hardware', 'event', 'name']);

/** `m:` for a thing, `e:` for any other name. */
export function nameKey(entity: Entity): string {
  return `${things.has(entity.category) ? 'm' : 'e'}:${entity.canonical.toLowerCase()}`;
}

/** Characters between two counts that are told together: 15 项研究里有 13 项, 13 of 15. */
const BESIDE = 16;

/** A plain number from 2 to 99, of which two together tell more than one. */
function isSmallCount({ quantity }: Entity): boolean {
  return quantity?.type === 'count' && quantity.value >= 2 && quantity.value < 100;
}

/** 13 of 15 is 13/15 and 15 项里的 13 项. */
function proportionKey({ quantity: a }: Entity, { quantity: b }: Entity): string {
  const values = [a?.value ?? 0, b?.value ?? 0].sort((left, right) => left - right);
  return `q:${values.join('/')}`;
}

/** 3 and 10 % are in every other post; 116 亿美元 is not. */
function tellsApart(entity: Entity): boolean {
  const quantity = entity.quantity;
  if (quantity === undefined) return false;
  if (quantity.type === 'duration' || quantity.type === 'date') return false;
  return quantity.type !== 'count' || quantity.value >= 100;
}
