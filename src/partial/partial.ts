import { checkMethods } from '../base/check.js';
import { compareStrings } from '../base/compare.js';
import type { Post, Tally } from '../corpus/index.js';
import { addTallies, emptyTally } from '../corpus/tally.js';
import { CountMin } from '../counting/count-min.js';
import { HyperLogLog } from '../counting/hyper-log-log.js';
import { RedianError } from '../errors.js';
import { Sample } from './sample.js';
import { boundsOf, checkSameSettings, type PartialSettings, partialSettings } from './settings.js';
import type { BatchCounts } from './term-counter.js';
import { TermCounts } from './term-counts.js';

/** Why a post lies in no day of the settings. */
export const sides = ['before', 'after', 'undated'] as const;

export type Side = (typeof sides)[number];

/** Volume is counted by quarters of an hour: days begin at one in every zone of today. */
export const QUARTER = 900_000;

/**
 * What is kept of a part of the posts: counts of all, and the text of a bounded number of them.
 *
 * Partials of the same settings merge in any order and grouping to the same bytes. These are those of one partial of all posts if
 * no id stands in two parts. A post that does is kept once, but each part has counted it, in its terms and in its tally, where it
 * would be a `duplicate-id` of one part. As long as all posts are kept (`isWhole`), a report made of them is that of all posts
 * read at once, byte for byte.
 */
export class Partial {
  readonly settings: PartialSettings;
  /**
   * Posts within the days of the settings.
   *
   * @internal
   */
  readonly sample: Sample;
  /** Ids of the others, so that copies of a row count once; those beyond the limit are counted alone. */
  readonly #outside = new Map<string, Side>();
  #outsideIsWhole = true;
  readonly #sides = { before: 0, after: 0, undated: 0 };
  /** Posts by quarter of an hour, milliseconds since 1970. */
  readonly #volume = new Map<number, number>();
  #authors = new HyperLogLog();
  /** @internal */
  readonly terms: TermCounts;
  #promotional = 0;
  #first = Infinity;
  #last = -Infinity;
  #tally: Tally = emptyTally();
  readonly #files = new Set<string>();
  readonly #bounds: { readonly start: number; readonly end: number };

  /** @throws {RedianError} INVALID_ARGUMENT for a setting that cannot be. */
  constructor(settings: Parameters<typeof partialSettings>[0] = {}, terms: TermCounts = new TermCounts()) {
    this.settings = partialSettings(settings);
    this.sample = new Sample(this.settings.sample);
    this.terms = terms;
    this.#bounds = boundsOf(this.settings);
  }

  /** True if nothing is left out, not even an id outside of the days: a report of this partial is exact to the last count. */
  get isWhole(): boolean {
    return this.sample.isWhole && this.#outsideIsWhole;
  }

  /** Distinct posts; only while the partial is whole. */
  get distinct(): number {
    return this.sample.size + this.#outside.size;
  }

  get tally(): Tally {
    return this.#tally;
  }

  /** Names of the files, sorted. */
  get files(): string[] {
    return [...this.#files].sort(compareStrings);
  }

  /** The first and the last time of a post within the days of the settings; undefined without any. */
  get range(): { readonly first: number; readonly last: number } | undefined {
    return this.#first <= this.#last ? { first: this.#first, last: this.#last } : undefined;
  }

  /** Posts outside of the days of the settings. */
  get sides(): { readonly before: number; readonly after: number; readonly undated: number } {
    if (!this.#outsideIsWhole) return { ...this.#sides };
    const counts = { before: 0, after: 0, undated: 0 };
    for (const side of this.#outside.values()) counts[side]++;
    return counts;
  }

  /** Different authors: an estimate by HyperLogLog. */
  get authors(): number {
    return this.#authors.size;
  }

  /** Posts by quarter of an hour, in order. */
  get volume(): (readonly [start: number, posts: number])[] {
    return [...this.#volume].sort((a, b) => a[0] - b[0]);
  }

  /** Posts within the days, of which each row counts. */
  get inWindow(): number {
    let posts = 0;
    for (const count of this.#volume.values()) posts += count;
    return posts;
  }

  /** Posts that advertise: in no count of terms. */
  get promotional(): number {
    return this.#promotional;
  }

  /** Posts whose terms were counted, advertisements included. */
  get counted(): number {
    return this.terms.allDocuments + this.#promotional;
  }

  /** Adds a post, and says whether its terms are to be counted. */
  add(post: Post): boolean {
    const side = this.#sideOf(post);
    if (side !== undefined) {
      this.#sides[side]++;
      if (this.#outsideIsWhole) this.#outside.set(post.id, side);
      if (this.#outside.size > this.settings.sample) this.#dropOutside();
      return false;
    }
    this.sample.add(post);
    this.#authors.add(post.author ?? post.source ?? `#${post.id}`);
    const { createdAt } = post;
    if (createdAt !== undefined) {
      const quarter = Math.floor(createdAt / QUARTER) * QUARTER;
      this.#volume.set(quarter, (this.#volume.get(quarter) ?? 0) + 1);
      if (createdAt < this.#first) this.#first = createdAt;
      if (createdAt > this.#last) this.#last = createdAt;
    }
    return true;
  }

  /** A row whose id was there before: the better of both is kept. */
  addDuplicate(post: Post): void {
    if (this.#sideOf(post) === undefined && !this.#outside.has(post.id)) this.sample.add(post);
  }

  addCounts({ days, promotional, terms }: BatchCounts): void {
    for (const day of days) this.terms.addBatch(day, terms);
    this.#promotional += promotional;
  }

  /** Adds what was read, and the names of the files. */
  addTally(tally: Tally, files: readonly string[] = []): void {
    this.#tally = addTallies(this.#tally, tally);
    for (const file of files) this.#files.add(file);
  }

  /**
   * Adds another partial to this one.
   *
   * @throws {RedianError} INVALID_ARGUMENT for what is no partial; INVALID_DATA if the settings differ.
   */
  merge(other: Partial): this {
    checkPartial('other', other);
    return this.#add(#sides in other ? other : ofCopy((other as Partial).parts()));
  }

  #add(other: Partial): this {
    checkSameSettings(this.settings, other.settings);
    this.sample.merge(other.sample);
    for (const side of sides) this.#sides[side] += other.#sides[side];
    if (!other.#outsideIsWhole) this.#dropOutside();
    if (this.#outsideIsWhole) {
      for (const [id, side] of other.#outside) this.#outside.set(id, side);
      if (this.#outside.size > this.settings.sample) this.#dropOutside();
    }
    for (const [quarter, posts] of other.#volume) {
      this.#volume.set(quarter, (this.#volume.get(quarter) ?? 0) + posts);
    }
    this.#authors.merge(other.#authors);
    this.terms.merge(other.terms);
    this.#promotional += other.#promotional;
    this.#first = Math.min(this.#first, other.#first);
    this.#last = Math.max(this.#last, other.#last);
    this.addTally(other.#tally, other.files);
    return this;
  }

  /**
   * All as plain data in a fixed order; with {@link Partial.of} the reverse.
   *
   * @internal
   */
  parts(): PartialParts {
    const posts = this.sample.posts();
    return {
      settings: this.settings,
      tally: this.#tally,
      files: this.files,
      posts,
      isSampleWhole: this.sample.isWhole,
      outside: [...this.#outside].sort((a, b) => compareStrings(a[0], b[0])),
      isOutsideWhole: this.#outsideIsWhole,
      sides: { ...this.#sides },
      volume: this.volume,
      range: this.range,
      promotional: this.#promotional,
      authors: this.#authors,
      terms: this.terms,
    };
  }

  /** @internal */
  static of(parts: PartialParts): Partial {
    const partial = new Partial(parts.settings, parts.terms);
    partial.sample.merge(Sample.of(parts.settings.sample, parts.posts, parts.isSampleWhole));
    for (const [id, side] of parts.outside) partial.#outside.set(id, side);
    partial.#outsideIsWhole = parts.isOutsideWhole;
    Object.assign(partial.#sides, parts.sides);
    for (const [quarter, posts] of parts.volume) partial.#volume.set(quarter, posts);
    if (parts.range !== undefined) {
      partial.#first = parts.range.first;
      partial.#last = parts.range.last;
    }
    partial.#promotional = parts.promotional;
    partial.#authors = parts.authors;
    partial.addTally(parts.tally, parts.files);
    return partial;
  }

  #sideOf({ createdAt }: Post): Side | undefined {
    const { start, end } = this.#bounds;
    // Posts without a time are of today where none has one; that is seen at the end.
    if (createdAt === undefined) return start === -Infinity && end === Infinity ? undefined : 'undated';
    return createdAt < start ? 'before' : createdAt >= end ? 'after' : undefined;
  }

  #dropOutside(): void {
    this.#outsideIsWhole = false;
    this.#outside.clear();
  }
}

/** What a {@link Partial} consists of. */
export interface PartialParts {
  readonly settings: PartialSettings;
  readonly tally: Tally;
  readonly files: readonly string[];
  /** By id. */
  readonly posts: readonly Post[];
  readonly isSampleWhole: boolean;
  readonly outside: readonly (readonly [id: string, side: Side])[];
  readonly isOutsideWhole: boolean;
  readonly sides: Readonly<Record<Side, number>>;
  readonly volume: readonly (readonly [start: number, posts: number])[];
  readonly range: { readonly first: number; readonly last: number } | undefined;
  readonly promotional: number;
  readonly authors: HyperLogLog;
  readonly terms: TermCounts;
}

/** Throws unless `value` is a {@link Partial}, of whatever copy of the package. */
function checkPartial(name: string, value: unknown): void {
  checkMethods(name, value, 'Partial', ['add', 'merge', 'parts']);
}

/** What a partial of another copy of the package consists of, as one of this copy. */
function ofCopy(parts: PartialParts): Partial {
  const { sketch } = parts.terms;
  return Partial.of({
    ...parts,
    authors: HyperLogLog.from(parts.authors.toBytes()),
    terms: TermCounts.of(parts.terms.days(), sketch && CountMin.from(sketch.toBytes())),
  });
}

/**
 * Merges partials into the first one.
 *
 * @throws {RedianError} INVALID_ARGUMENT for none, and for what is no partial; INVALID_DATA if their settings differ.
 */
export function mergePartials(partials: Iterable<Partial>): Partial {
  let merged: Partial | undefined;
  let index = 0;
  for (const partial of partials) {
    checkPartial(`partials[${index++}]`, partial);
    merged = merged === undefined ? partial : merged.merge(partial);
  }
  if (merged === undefined) {
    throw new RedianError('INVALID_ARGUMENT', 'partials: expected at least one, got none');
  }
  return merged;
}
