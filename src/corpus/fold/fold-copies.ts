import { checkArray, checkNumber, checkString } from '../../base/check.js';
import { compareStrings } from '../../base/compare.js';
import { hashText, mix32 } from '../../base/hash.js';
import type { Engagement, Post } from '../post.js';
import { DisjointSets } from './disjoint-sets.js';
import { bandCount, MinHash } from './min-hash.js';
import { NameLists } from './name-lists.js';
import { Normalizer } from './normal-form.js';
import { commentOf, type Repost, readRepost } from './repost.js';
import { Comparer, isSubstitution } from './similar.js';

/** A post that stands for its copies. */
export interface FoldedPost extends Post {
  /** Ids of the posts folded into this one, itself left out, sorted. */
  readonly copies: readonly string[];
  /** Distinct authors of the post and its copies, sorted: how many voices there are. */
  readonly authors: readonly string[];
}

/** Options of {@link foldCopies}. */
export interface FoldOptions {
  /** Jaccard similarity of n-grams from which texts are copies, 0.5 to 1. Default 0.7. */
  readonly similarity?: number;
  /** Shorter texts, in characters that count, are folded only if they are the same. Default 12. */
  readonly shortest?: number;
}

/** How many texts of a bucket each one is compared with: spam fills buckets with thousands. */
const comparisons = 8;
/** Characters by which a repost that was cut is looked up. */
const cutPrefix = 16;

const none: readonly string[] = Object.freeze([]);

/**
 * Texts that are the same in normal form are one class. Classes are found in a table of 64-bit hashes and
 * compared unit by unit, so that no collision can fold two texts.
 */
class Classes {
  readonly normalizer: Normalizer;
  starts: Int32Array;
  lengths: Int32Array;
  guards: Int32Array;
  lows: Uint32Array;
  highs: Uint32Array;
  /** Post whose text stands for the class: the first by code units, whatever the order of input. */
  samples: Int32Array;
  count = 0;
  private used = 0;
  private readonly table: Int32Array;
  private readonly mask: number;

  constructor(posts: readonly Post[]) {
    const size = posts.length;
    let units = 0;
    for (const { text } of posts) units += text.length;
    this.normalizer = new Normalizer(units);
    this.starts = new Int32Array(size);
    this.lengths = new Int32Array(size);
    this.guards = new Int32Array(size);
    this.lows = new Uint32Array(size);
    this.highs = new Uint32Array(size);
    this.samples = new Int32Array(size);
    let capacity = 16;
    while (capacity < size * 2) capacity *= 2;
    this.table = new Int32Array(capacity).fill(-1);
    this.mask = capacity - 1;
  }

  /** The class of a text; `salt` parts texts that are alike and yet no copies. */
  classOf(text: string, salt: number, post: number, posts: readonly Post[]): number {
    const form = this.normalizer.normalize(text, this.used);
    const { units } = this.normalizer;
    const { length } = form;
    const guard = (form.guard + salt) | 0;
    const low = (form.low ^ salt ^ guard) >>> 0;
    let slot = (low ^ form.high) & this.mask;
    for (let found = this.table[slot]; found >= 0; found = this.table[slot]) {
      if (
        this.lows[found] === low &&
        this.highs[found] === form.high &&
        this.lengths[found] === length &&
        this.guards[found] === guard &&
        isSame(units, this.starts[found], this.used, length)
      ) {
        if (posts[post].text < posts[this.samples[found]].text) this.samples[found] = post;
        return found;
      }
      slot = (slot + 1) & this.mask;
    }
    const made = this.count++;
    this.table[slot] = made;
    this.starts[made] = this.used;
    this.lengths[made] = length;
    this.guards[made] = guard;
    this.lows[made] = low;
    this.highs[made] = form.high;
    this.samples[made] = post;
    this.used += length;
    return made;
  }
}

function isSame(units: Uint16Array, a: number, b: number, length: number): boolean {
  for (let index = 0; index < length; index++) if (units[a + index] !== units[b + index]) return false;
  return true;
}

/** Indices 0 to count − 1 in the order of two 32-bit words, by counting sort in six passes. O(n). */
function orderByHash(highs: Uint32Array, lows: Uint32Array, count: number): Int32Array {
  let order = new Int32Array(count);
  let next = new Int32Array(count);
  for (let index = 0; index < count; index++) order[index] = index;
  const counts = new Int32Array(2049);
  for (const keys of [lows, highs]) {
    for (const shift of [0, 11, 22]) {
      counts.fill(0);
      for (let index = 0; index < count; index++) counts[((keys[index] >>> shift) & 2047) + 1]++;
      for (let digit = 0; digit < 2048; digit++) counts[digit + 1] += counts[digit];
      for (let index = 0; index < count; index++) {
        const entry = order[index];
        next[counts[(keys[entry] >>> shift) & 2047]++] = entry;
      }
      [order, next] = [next, order];
    }
  }
  return order;
}

/** Unites classes whose texts are near copies. */
function uniteNear(
  classes: Classes,
  posts: readonly Post[],
  sets: DisjointSets,
  similarity: number,
  shortest: number,
): void {
  const { count, starts, lengths, guards } = classes;
  const { units } = classes.normalizer;
  // Bits of hashes have no order of input in them.
  const order = orderByHash(classes.highs, classes.lows, count);
  const minHash = new MinHash();
  const keys = new Uint32Array(count * bandCount);
  // Of each band a table of the last text of each bucket; each text leads to the one before it.
  let capacity = 16;
  while (capacity < count * 1.5) capacity *= 2;
  const mask = capacity - 1;
  const heads = Array.from({ length: bandCount }, () => new Int32Array(capacity).fill(-1));
  const next = new Int32Array(count * bandCount);
  // Whom a text was compared with last, so that no pair is compared twice.
  const seenBy = new Int32Array(count).fill(-1);
  const comparer = new Comparer();
  /** Different n-grams of each text. */
  const sizes = new Int32Array(count);
  const names = new NameLists(count, (index) => {
    const { text } = posts[classes.samples[index]];
    return readRepost(text)?.content ?? text;
  });
  const areCopies = (index: number, other: number): boolean => {
    const start = starts[other];
    const end = start + lengths[other];
    const own = starts[index];
    const ownEnd = own + lengths[index];
    // The most that they can share; the first bound is a loose one for texts that repeat n-grams.
    if (Math.min(end - start, ownEnd - own) < similarity * Math.max(end - start, ownEnd - own) * 0.6)
      return false;
    const least = (similarity * (sizes[index] + sizes[other])) / (1 + similarity);
    if (Math.min(sizes[index], sizes[other]) < least - 1e-9) return false;
    return (
      comparer.shares(units, start, end, Math.ceil(least - 1e-9)) &&
      !isSubstitution(units, own, ownEnd, start, end) &&
      names.areSame(index, other, units, own, ownEnd, start, end)
    );
  };
  for (let at = 0; at < count; at++) {
    const index = order[at];
    if (lengths[index] < shortest) continue;
    const end = starts[index] + lengths[index];
    const first = at * bandCount;
    minHash.writeKeys(units, starts[index], end, guards[index], keys, first);
    sizes[index] = comparer.take(units, starts[index], end);
    for (let band = 0; band < bandCount; band++) {
      const table = heads[band];
      const key = keys[first + band];
      let slot = key & mask;
      for (let head = table[slot]; head >= 0; head = table[slot]) {
        if (keys[head * bandCount + band] === key) break;
        slot = (slot + 1) & mask;
      }
      let candidate = table[slot];
      table[slot] = at;
      next[first + band] = candidate;
      for (
        let compared = 0;
        candidate >= 0 && compared < comparisons;
        candidate = next[candidate * bandCount + band]
      ) {
        const other = order[candidate];
        if (guards[other] !== guards[index]) continue;
        compared++;
        if (seenBy[candidate] === at) continue;
        seenBy[candidate] = at;
        if (sets.find(other) !== sets.find(index) && areCopies(index, other)) sets.unite(index, other);
      }
    }
  }
}

/** Unites reposts that were cut with a text that they are the beginning of. */
function uniteCut(classes: Classes, cut: ReadonlySet<number>, sets: DisjointSets): void {
  if (cut.size === 0) return;
  const { starts, lengths } = classes;
  const { units } = classes.normalizer;
  const keyOf = (index: number): number => {
    let key = 0;
    for (let offset = 0; offset < cutPrefix; offset++) key = mix32(key ^ units[starts[index] + offset]);
    return key;
  };
  const byPrefix = new Map<number, number[]>();
  for (const index of cut) if (lengths[index] > cutPrefix) byPrefix.set(keyOf(index), []);
  for (let index = 0; index < classes.count; index++) {
    if (lengths[index] > cutPrefix) byPrefix.get(keyOf(index))?.push(index);
  }
  for (const index of cut) {
    if (lengths[index] <= cutPrefix) continue;
    for (const whole of byPrefix.get(keyOf(index)) ?? []) {
      if (whole === index || lengths[whole] < lengths[index] || cut.has(whole)) continue;
      if (isSame(units, starts[whole], starts[index], lengths[index])) sets.unite(index, whole);
    }
  }
}

/** By time, those without one last, then by id. */
function compareTimes(a: Post, b: Post): number {
  const timeA = a.createdAt ?? Infinity;
  const timeB = b.createdAt ?? Infinity;
  if (timeA !== timeB) return timeA < timeB ? -1 : 1;
  return compareStrings(a.id, b.id);
}

interface Reposts {
  readonly texts: ReadonlyMap<number, Repost>;
}

/** Who stands for a group: an original before a repost, the earliest, the most liked, the first id. */
function standsBefore(posts: readonly Post[], reposts: Reposts, a: number, b: number): boolean {
  const isRepostA = reposts.texts.has(a) || posts[a].repostOf !== undefined;
  const isRepostB = reposts.texts.has(b) || posts[b].repostOf !== undefined;
  if (isRepostA !== isRepostB) return isRepostB;
  const timeA = posts[a].createdAt ?? Infinity;
  const timeB = posts[b].createdAt ?? Infinity;
  if (timeA !== timeB) return timeA < timeB;
  const likesA = posts[a].engagement.likes;
  const likesB = posts[b].engagement.likes;
  if (likesA !== likesB) return likesA > likesB;
  return compareStrings(posts[a].id, posts[b].id) < 0;
}

/**
 * The sum over distinct originals. Reposts show the counts of what they repeat, so that a post and its reposts
 * count once, with the largest of their figures.
 */
function sumEngagement(posts: readonly Post[], members: Int32Array, reposts: Reposts): Engagement {
  const total = { likes: 0, reposts: 0, replies: 0, views: 0 };
  const isRepost = (member: number) => reposts.texts.has(member) || posts[member].repostOf !== undefined;
  const add = ({ likes, reposts: shared, replies, views }: Engagement) => {
    total.likes += likes;
    total.reposts += shared;
    total.replies += replies;
    total.views += views;
  };
  if (!members.some(isRepost)) {
    for (const member of members) add(posts[member].engagement);
    return total;
  }
  const byId = new Map<string, number>();
  const byAuthor = new Map<string, number>();
  for (const member of members) {
    if (isRepost(member)) continue;
    byId.set(posts[member].id, member);
    const author = posts[member].author?.toLowerCase();
    if (author === undefined) continue;
    const other = byAuthor.get(author);
    if (other === undefined || standsBefore(posts, reposts, member, other)) byAuthor.set(author, member);
  }
  const largest = new Map<string, { likes: number; reposts: number; replies: number; views: number }>();
  for (const member of members) {
    const { engagement, id, repostOf } = posts[member];
    const repost = reposts.texts.get(member);
    let original: string;
    if (repostOf !== undefined) original = `id ${repostOf}`;
    else if (repost) {
      const found = byAuthor.get(repost.author);
      original = found === undefined ? `author ${repost.author}` : `id ${posts[found].id}`;
    } else original = `id ${id}`;
    const sum = largest.get(original);
    if (!sum) largest.set(original, { ...engagement });
    else {
      sum.likes = Math.max(sum.likes, engagement.likes);
      sum.reposts = Math.max(sum.reposts, engagement.reposts);
      sum.replies = Math.max(sum.replies, engagement.replies);
      sum.views = Math.max(sum.views, engagement.views);
    }
  }
  for (const sum of largest.values()) add(sum);
  return total;
}

function foldGroup(posts: readonly Post[], first: number, members: Int32Array, reposts: Reposts): FoldedPost {
  const authors = new Set<string>();
  const copies: string[] = [];
  let hasEngagement = false;
  for (const member of members) {
    const post = posts[member];
    if (post.author !== undefined) authors.add(post.author);
    if (post.hasEngagement) hasEngagement = true;
    if (member !== first) copies.push(post.id);
  }
  const sorted = [...authors].sort(compareStrings);
  return {
    ...withCopies(posts[first], copies.sort(compareStrings), sorted),
    engagement: sumEngagement(posts, members, reposts),
    hasEngagement,
  };
}

/**
 * The post with its copies and authors. What the engine copies in behind properties that are written out takes a
 * quarter of the time of the other order.
 */
function withCopies(post: Post, copies: readonly string[], authors: readonly string[]): FoldedPost {
  // A post that was folded before has both already.
  if ('copies' in post || 'authors' in post) return { ...post, copies, authors };
  return { copies, authors, ...post };
}

/**
 * Folds reposts (`RT @x:`, `转发微博//@x:`, `repostOf`), exact copies (but for links, mentions at the ends, case,
 * width, white space, punctuation and emoji) and near copies into one post each, with their engagement summed
 * and their authors collected.
 *
 * Posts that differ in a number, in a Latin name or in a word that turns the statement round stay apart, as do
 * those in which one Han word stands for another: these are two facts in one wording. A comment in front of
 * Weibo's `//@x:` is a post of its own.
 *
 * Near copies are found by MinHash over n-grams and locality-sensitive hashing, and each pair is checked by the
 * exact similarity.
 *
 * @param posts  with distinct ids; their order does not matter.
 * @returns by time, then id; posts without a time last. O(n) in characters for what is not spam.
 * @throws {RedianError} INVALID_ARGUMENT if an option is out of its range.
 */
export function foldCopies(posts: readonly Post[], options: FoldOptions = {}): FoldedPost[] {
  const { similarity = 0.7, shortest = 12 } = options;
  checkNumber('similarity', similarity, { min: 0.5, max: 1 });
  checkNumber('shortest', shortest, { min: 2, integer: true });

  checkArray('posts', posts, 'posts');
  for (let index = 0; index < posts.length; index++) {
    if (typeof posts[index]?.text !== 'string') checkString(`posts[${index}].text`, posts[index]?.text);
  }
  const classes = new Classes(posts);
  const classOfPost = new Int32Array(posts.length);
  const texts = new Map<number, Repost>();
  const cut = new Set<number>();
  let hasReferences = false;
  for (let index = 0; index < posts.length; index++) {
    const post = posts[index];
    if (post.repostOf !== undefined) hasReferences = true;
    const { text } = post;
    const repost = mayRepeat(text) ? readRepost(text) : undefined;
    if (repost) texts.set(index, repost);
    const content = repost?.content ?? text;
    const comment = repost ? '' : commentOf(text);
    const salt = comment === '' ? 0 : hashText(comment)[0] | 0;
    let found = classes.classOf(content, salt, index, posts);
    if (classes.lengths[found] === 0) {
      // Nothing but links or signs: only the same text is a copy.
      found = classes.classOf(content, hashText(content.trim())[0] | 1, index, posts);
    }
    classOfPost[index] = found;
    if (repost?.isCut) cut.add(found);
  }

  const sets = new DisjointSets(classes.count);
  uniteNear(classes, posts, sets, similarity, shortest);
  uniteCut(classes, cut, sets);
  if (hasReferences) uniteReferences(posts, classOfPost, sets);
  return groupPosts(posts, classOfPost, sets, { texts });
}

/** Whether a text may be a repost: a test of one character for nearly all posts. */
function mayRepeat(text: string): boolean {
  switch (text.charCodeAt(0)) {
    case 0x52: // R
    case 0x72: // r
    case 0x8f6c: // 转
    case 0x8f49: // 轉
    case 0x5feb: // 快
    case 0x5b: // [
    case 0x3010: // 【
    case 0x2f: // /
      return true;
    default:
      return false;
  }
}

function uniteReferences(posts: readonly Post[], classOfPost: Int32Array, sets: DisjointSets): void {
  const classById = new Map<string, number>();
  const wanted = new Set<string>();
  for (const { repostOf } of posts) if (repostOf !== undefined) wanted.add(repostOf);
  posts.forEach(({ id }, index) => {
    if (wanted.has(id)) classById.set(id, classOfPost[index]);
  });
  posts.forEach(({ repostOf }, index) => {
    if (repostOf === undefined) return;
    const original = classById.get(repostOf);
    if (original !== undefined) sets.unite(original, classOfPost[index]);
    // Reposts of one post that is not here are copies of each other.
    else classById.set(repostOf, classOfPost[index]);
  });
}

function groupPosts(
  posts: readonly Post[],
  classOfPost: Int32Array,
  sets: DisjointSets,
  reposts: Reposts,
): FoldedPost[] {
  const { length } = posts;
  // Posts of a group, one group behind the other; who stands for it.
  const ends = new Int32Array(sets.size + 1);
  const roots = new Int32Array(length);
  for (let index = 0; index < length; index++) {
    const root = sets.find(classOfPost[index]);
    roots[index] = root;
    ends[root + 1]++;
  }
  for (let root = 0; root < sets.size; root++) ends[root + 1] += ends[root];
  const members = new Int32Array(length);
  const stands = new Int32Array(sets.size).fill(-1);
  for (let index = 0; index < length; index++) {
    const root = roots[index];
    members[ends[root]++] = index;
    const first = stands[root];
    if (first < 0 || standsBefore(posts, reposts, index, first)) stands[root] = index;
  }
  // In the order of the posts, which mostly is that of time already.
  const folded: FoldedPost[] = [];
  for (let index = 0; index < length; index++) {
    const root = roots[index];
    if (stands[root] !== index) continue;
    const start = root === 0 ? 0 : ends[root - 1];
    if (ends[root] - start === 1) {
      const post = posts[index];
      folded.push(withCopies(post, none, post.author === undefined ? none : [post.author]));
    } else folded.push(foldGroup(posts, index, members.subarray(start, ends[root]), reposts));
  }
  return folded.sort(compareTimes);
}
