import { compareStrings } from '../base/compare.js';
import { hashText } from '../base/hash.js';
import type { Post } from '../corpus/index.js';
import { packPost, unpackPost } from './packed-post.js';

interface Kept {
  readonly post: Post;
  /** Hash of the id as one number of 53 bits. */
  readonly hash: number;
  readonly engagement: number;
}

/** Of so many posts that are kept by their hash, one more is kept for its reactions. */
const SAMPLED_PER_TOP = 20;

function hashOf(id: string): number {
  const [low, high] = hashText(id);
  return high * 2 ** 21 + (low >>> 11);
}

function byHash(a: Kept, b: Kept): number {
  return a.hash - b.hash || compareStrings(a.post.id, b.post.id);
}

function byEngagement(a: Kept, b: Kept): number {
  return b.engagement - a.engagement || byHash(a, b);
}

/** Of two posts with one id the one with more reactions, which was read later; then the earlier; then by content. */
function standsBefore(a: Kept, b: Kept): boolean {
  if (a.engagement !== b.engagement) return a.engagement > b.engagement;
  const timeA = a.post.createdAt ?? Infinity;
  const timeB = b.post.createdAt ?? Infinity;
  if (timeA !== timeB) return timeA < timeB;
  return compareStrings(packPost(a.post), packPost(b.post)) < 0;
}

/**
 * A bounded set of posts that does not depend on the order in which they come, nor on how they were divided: all of
 * them up to a limit; beyond it those with the smallest hashes of their ids, a uniform sample (bottom-k), and those
 * with the most reactions, one for every twenty of the sample.
 *
 * @see Cohen & Kaplan, "Summarizing data using bottom-k sketches", PODC 2007.
 */
export class Sample {
  readonly limit: number;
  readonly #kept = new Map<string, Kept>();
  #isWhole = true;
  /** The last post by hash and the last by reactions that are kept; undefined while all are. */
  #lastByHash: Kept | undefined;
  #lastByEngagement: Kept | undefined;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Whether every post that was added is here. */
  get isWhole(): boolean {
    return this.#isWhole && this.#kept.size <= this.limit;
  }

  get size(): number {
    return this.#kept.size;
  }

  /** Adds a post; of two with one id the better one stays. Amortized O(log limit). */
  add(post: Post): void {
    const { likes, reposts, replies } = post.engagement;
    const kept: Kept = { post, hash: hashOf(post.id), engagement: likes + reposts + replies };
    const known = this.#kept.get(post.id);
    if (known !== undefined) {
      if (standsBefore(kept, known)) this.#kept.set(post.id, { ...kept, post: detached(post) });
      return;
    }
    if (this.#lastByHash === undefined || this.#lastByEngagement === undefined) {
      this.#kept.set(post.id, kept);
    } else if (byHash(kept, this.#lastByHash) < 0 || byEngagement(kept, this.#lastByEngagement) < 0) {
      this.#kept.set(post.id, { ...kept, post: detached(post) });
    }
    if (this.#kept.size >= 2 * this.limit) this.#prune();
  }

  merge(other: Sample): this {
    for (const { post } of other.#kept.values()) this.add(post);
    if (!other.isWhole) {
      this.#isWhole = false;
      this.#prune();
    }
    return this;
  }

  /** The posts as they are held, in no order. */
  *all(): Generator<Post> {
    for (const { post } of this.#kept.values()) yield post;
  }

  /** The posts by id; what is beyond the limit is left out first. O(n log n). */
  posts(): Post[] {
    this.#prune();
    return [...this.#kept.values()].map(({ post }) => post).sort((a, b) => compareStrings(a.id, b.id));
  }

  /** The posts that were written, which may be fewer than were added. */
  static of(limit: number, posts: readonly Post[], isWhole: boolean): Sample {
    const sample = new Sample(limit);
    for (const post of posts) sample.add(post);
    if (!isWhole) {
      sample.#isWhole = false;
      sample.#prune();
    }
    return sample;
  }

  #prune(): void {
    if (this.isWhole) return;
    this.#isWhole = false;
    const all = [...this.#kept.values()].sort(byHash);
    const sampled = all.slice(0, this.limit);
    const tops = all.sort(byEngagement).slice(0, Math.ceil(this.limit / SAMPLED_PER_TOP));
    const fresh = this.#lastByHash === undefined;
    this.#lastByHash = sampled.at(-1);
    this.#lastByEngagement = tops.at(-1);
    this.#kept.clear();
    for (const kept of [...sampled, ...tops]) {
      if (this.#kept.has(kept.post.id)) continue;
      this.#kept.set(kept.post.id, fresh ? { ...kept, post: detached(kept.post) } : kept);
    }
  }
}

/** A copy whose strings do not hold the file that they were cut out of. */
function detached(post: Post): Post {
  return unpackPost(packPost(post));
}
