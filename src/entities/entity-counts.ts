import {
  checkArray,
  checkFormat,
  checkMethods,
  checkNew,
  checkNumber,
  checkOptions,
  checkString,
  readState,
  refuse,
} from '../base/check.js';
import { compareStrings } from '../base/compare.js';
import { ln } from '../base/math.js';
import { checkEntities } from './check-entities.js';
import { type Entity, isAmount } from './entity.js';

/** A name and in how many posts it stands. */
export interface EntityCount {
  readonly canonical: string;
  readonly category: string;
  readonly posts: number;
}

/** Two names that stand in the same posts. */
export interface EntityPair {
  readonly a: string;
  readonly b: string;
  readonly posts: number;
  /** Normalized pointwise mutual information, in [-1, 1]: 1 if they only occur together, 0 by chance. */
  readonly npmi: number;
}

/** What {@link EntityCounts} is as plain data. */
export interface EntityCountsState {
  readonly format: 1;
  readonly posts: number;
  readonly names: readonly (readonly [canonical: string, category: string, posts: number])[];
  readonly pairs: readonly (readonly [a: string, b: string, posts: number])[];
}

/** No post adds more than the pairs of this many names: a list of all companies says little of each pair. */
const maxNames = 24;
const separator = '\u0000';

/** The option `limit`: all where it is not given. */
function limitOf(options: { readonly limit?: number }, names: Readonly<Record<string, true>>): number {
  checkOptions(options, names);
  if (options.limit === undefined) return Infinity;
  checkNumber('limit', options.limit, { min: 0, integer: true });
  return options.limit;
}

/**
 * Counts in how many posts each name stands, and each pair of names.
 *
 * `a.merge(b)` equals counting the posts of both; the state is plain data.
 *
 * @example
 * const counts = new EntityCounts();
 * counts.add(extractEntities(text, tokens));
 * counts.pairs({ limit: 10 });
 */
export class EntityCounts {
  #posts = 0;
  readonly #names = new Map<string, { category: string; posts: number }>();
  readonly #pairs = new Map<string, number>();

  /** Counts one post; amounts and dates are left out. O(names²), of which the first 24 by code units are paired. */
  add(entities: readonly Entity[]): this {
    checkEntities('entities', entities);
    this.#posts++;
    const names = new Map<string, string>();
    for (const entity of entities) {
      if (!isAmount(entity) && !names.has(entity.canonical)) names.set(entity.canonical, entity.category);
    }
    const sorted = [...names].sort((a, b) => compareStrings(a[0], b[0]));
    for (const [canonical, category] of sorted) this.#addName(canonical, category, 1);
    const paired = sorted.slice(0, maxNames);
    for (const [index, [a]] of paired.entries()) {
      for (const [b] of paired.slice(index + 1)) this.#addPair(`${a}${separator}${b}`, 1);
    }
    return this;
  }

  #addName(canonical: string, category: string, posts: number): void {
    const known = this.#names.get(canonical);
    if (known === undefined) this.#names.set(canonical, { category, posts });
    else {
      known.posts += posts;
      // Of two categories of one name the first by code units, whatever the order of counting.
      if (compareStrings(category, known.category) < 0) known.category = category;
    }
  }

  #addPair(key: string, posts: number): void {
    this.#pairs.set(key, (this.#pairs.get(key) ?? 0) + posts);
  }

  /** Adds the counts of another part of the corpus. */
  merge(other: EntityCounts): this {
    checkMethods('other', other, 'EntityCounts', ['names', 'pairs', 'toJSON']);
    const own = #pairs in other ? other : EntityCounts.from((other as EntityCounts).toJSON());
    const state = own.toJSON();
    this.#posts += state.posts;
    for (const [canonical, category, posts] of state.names) this.#addName(canonical, category, posts);
    for (const [a, b, posts] of state.pairs) this.#addPair(`${a}${separator}${b}`, posts);
    return this;
  }

  /** Number of posts counted. */
  get posts(): number {
    return this.#posts;
  }

  /** Names by the number of posts, then by code units. `limit`: so many at most, default all. */
  names(options: { readonly limit?: number } = {}): EntityCount[] {
    const limit = limitOf(options, { limit: true });
    return [...this.#names]
      .map(([canonical, { category, posts }]) => ({ canonical, category, posts }))
      .sort((a, b) => b.posts - a.posts || compareStrings(a.canonical, b.canonical))
      .slice(0, limit);
  }

  /** Pairs by the number of posts, then by npmi, then by code units. `limit`: default all; `minPosts`: default 1. */
  pairs(options: { readonly limit?: number; readonly minPosts?: number } = {}): EntityPair[] {
    const limit = limitOf(options, { limit: true, minPosts: true });
    const least = options.minPosts ?? 1;
    checkNumber('minPosts', least, { min: 0 });
    const pairs: EntityPair[] = [];
    for (const [key, posts] of this.#pairs) {
      if (posts < least) continue;
      const [a = '', b = ''] = key.split(separator);
      const both = posts / this.#posts;
      const chance =
        ((this.#names.get(a)?.posts ?? 1) / this.#posts) * ((this.#names.get(b)?.posts ?? 1) / this.#posts);
      const npmi = both === 1 ? 1 : ln(both / chance) / -ln(both);
      pairs.push({ a, b, posts, npmi: Math.round(npmi * 1e6) / 1e6 });
    }
    return pairs
      .sort(
        (x, y) =>
          y.posts - x.posts || y.npmi - x.npmi || compareStrings(x.a, y.a) || compareStrings(x.b, y.b),
      )
      .slice(0, limit);
  }

  /** Plain data, the same for the same counts. */
  toJSON(): EntityCountsState {
    return {
      format: 1,
      posts: this.#posts,
      names: this.names().map(({ canonical, category, posts }) => [canonical, category, posts] as const),
      pairs: [...this.#pairs]
        .sort((x, y) => compareStrings(x[0], y[0]))
        .map(([key, posts]) => {
          const [a = '', b = ''] = key.split(separator);
          return [a, b, posts] as const;
        }),
    };
  }

  /**
   * The counts that {@link toJSON} gave.
   * @throws {RedianError} INVALID_DATA for what is no such state.
   */
  static from(state: EntityCountsState): EntityCounts {
    return readState('entity counts', () => {
      checkFormat(state, 1);
      checkNumber('posts', state.posts, { min: 0, integer: true });
      checkArray('names', state.names, 'names with their category and posts');
      checkArray('pairs', state.pairs, 'pairs of names with their posts');
      const counts = new EntityCounts();
      counts.#posts = state.posts;
      for (const [index, entry] of state.names.entries()) counts.#readName(`names[${index}]`, entry);
      for (const [index, entry] of state.pairs.entries()) counts.#readPair(`pairs[${index}]`, entry);
      return counts;
    });
  }

  #readName(name: string, entry: unknown): void {
    checkArray(name, entry, 'a name, its category and its posts');
    const [canonical, category, posts] = entry;
    checkString(`${name}[0]`, canonical);
    checkNew(`${name}[0]`, canonical, this.#names.has(canonical));
    checkString(`${name}[1]`, category);
    checkNumber(`${name}[2]`, posts, { min: 1, max: this.#posts, integer: true });
    this.#addName(canonical, category, posts);
  }

  #readPair(name: string, entry: unknown): void {
    checkArray(name, entry, 'two names and their posts');
    const [a, b, posts] = entry;
    let most = Infinity;
    for (const [place, canonical] of [a, b].entries()) {
      checkString(`${name}[${place}]`, canonical);
      const own = this.#names.get(canonical);
      if (own === undefined) refuse(`${name}[${place}]`, 'one of the names', canonical);
      most = Math.min(most, own.posts);
    }
    const key = `${a}${separator}${b}`;
    checkNew(name, key, a === b || this.#pairs.has(key));
    if (compareStrings(a as string, b as string) > 0) refuse(name, 'two names by code units', entry);
    checkNumber(`${name}[2]`, posts, { min: 1, max: most, integer: true });
    this.#addPair(key, posts);
  }
}
