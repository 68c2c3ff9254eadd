import { compareStrings } from '../../base/compare.js';
import type { Engagement, Post } from '../post.js';
import type { DisjointSets } from './disjoint-sets.js';
import type { FoldedPost } from './folded-post.js';
import type { Repost } from './repost.js';
import type { Room } from './room.js';

const none: readonly string[] = Object.freeze([]);

type Counts = { -readonly [name in keyof Engagement]: Engagement[name] };

/** Makes one post each of the posts of a group. */
class Groups {
  private readonly isRepost: Uint8Array;

  /** @param reposts  what texts repeat, by the number of their post; @param hasReferences  whether any post has `repostOf`. */
  constructor(
    private readonly posts: readonly Post[],
    private readonly reposts: ReadonlyMap<number, Repost>,
    hasReferences: boolean,
  ) {
    this.isRepost = new Uint8Array(posts.length);
    for (let index = 0; hasReferences && index < posts.length; index++) {
      if (posts[index].repostOf !== undefined) this.isRepost[index] = 1;
    }
    for (const index of reposts.keys()) this.isRepost[index] = 1;
  }

  /** Who stands for a group: an original before a repost, the earliest, the most liked, the first id. */
  standsBefore(a: number, b: number): boolean {
    const { isRepost, posts } = this;
    if (isRepost[a] !== isRepost[b]) return isRepost[b] === 1;
    const one = posts[a];
    const other = posts[b];
    const time = one.createdAt ?? Infinity;
    const otherTime = other.createdAt ?? Infinity;
    if (time !== otherTime) return time < otherTime;
    if (one.engagement.likes !== other.engagement.likes) return one.engagement.likes > other.engagement.likes;
    return compareStrings(one.id, other.id) < 0;
  }

  single(index: number): FoldedPost {
    const post = this.posts[index];
    return withCopies(post, none, post.author === undefined ? none : [post.author]);
  }

  /** The post of `members[start, end)`, of whom `first` stands for all. */
  fold(first: number, members: Int32Array, start: number, end: number): FoldedPost {
    const { posts } = this;
    const authors: string[] = [];
    const copies: string[] = [];
    let hasEngagement = false;
    let hasRepost = false;
    for (let at = start; at < end; at++) {
      const member = members[at];
      const post = posts[member];
      if (post.author !== undefined) authors.push(post.author);
      if (post.hasEngagement) hasEngagement = true;
      if (this.isRepost[member] === 1) hasRepost = true;
      if (member !== first) copies.push(post.id);
    }
    const folded = withCopies(posts[first], copies.sort(compareStrings), distinct(authors));
    folded.engagement = hasRepost
      ? this.sumOfOriginals(members, start, end)
      : this.sumOfAll(members, start, end);
    folded.hasEngagement = hasEngagement;
    return folded;
  }

  private sumOfAll(members: Int32Array, start: number, end: number): Engagement {
    const total = { likes: 0, reposts: 0, replies: 0, views: 0 };
    for (let at = start; at < end; at++) add(total, this.posts[members[at]].engagement);
    return total;
  }

  /**
   * The sum over distinct originals. Reposts show the counts of what they repeat, so that a post and its reposts
   * count once, with the largest of their figures.
   */
  private sumOfOriginals(members: Int32Array, start: number, end: number): Engagement {
    const { posts, reposts } = this;
    const byAuthor = this.originalsByAuthor(members, start, end);
    const ofId = new Map<string, Counts>();
    /** Of originals that are not here, and of which the author alone is known. */
    const ofAuthor = new Map<string, Counts>();
    for (let at = start; at < end; at++) {
      const { engagement, id, repostOf } = posts[members[at]];
      const repost = repostOf === undefined ? reposts.get(members[at]) : undefined;
      const original = repost && byAuthor.get(repost.author);
      if (repost && original === undefined) raise(ofAuthor, repost.author, engagement);
      else raise(ofId, repostOf ?? (original === undefined ? id : posts[original].id), engagement);
    }
    const total = { likes: 0, reposts: 0, replies: 0, views: 0 };
    for (const counts of ofId.values()) add(total, counts);
    for (const counts of ofAuthor.values()) add(total, counts);
    return total;
  }

  private originalsByAuthor(members: Int32Array, start: number, end: number): Map<string, number> {
    const byAuthor = new Map<string, number>();
    for (let at = start; at < end; at++) {
      const member = members[at];
      const author = this.isRepost[member] === 1 ? undefined : this.posts[member].author?.toLowerCase();
      if (author === undefined) continue;
      const other = byAuthor.get(author);
      if (other === undefined || this.standsBefore(member, other)) byAuthor.set(author, member);
    }
    return byAuthor;
  }
}

/** Adds counts; one that is missing is 0. */
function add(total: Counts, { likes = 0, reposts = 0, replies = 0, views = 0 }: Partial<Engagement>): void {
  total.likes += likes;
  total.reposts += reposts;
  total.replies += replies;
  total.views += views;
}

function raise(counts: Map<string, Counts>, key: string, engagement: Partial<Engagement>): void {
  const { likes = 0, reposts = 0, replies = 0, views = 0 } = engagement;
  const found = counts.get(key);
  if (found === undefined) {
    counts.set(key, { likes, reposts, replies, views });
    return;
  }
  found.likes = Math.max(found.likes, likes);
  found.reposts = Math.max(found.reposts, reposts);
  found.replies = Math.max(found.replies, replies);
  found.views = Math.max(found.views, views);
}

/** Sorts strings and leaves one of each. */
function distinct(strings: string[]): readonly string[] {
  strings.sort(compareStrings);
  let kept = 0;
  for (const string of strings) if (kept === 0 || strings[kept - 1] !== string) strings[kept++] = string;
  strings.length = kept;
  return strings;
}

/**
 * The post with its copies and authors. What the engine copies in behind properties that are written out takes a
 * quarter of the time of the other order.
 */
function withCopies(
  post: Post,
  copies: readonly string[],
  authors: readonly string[],
): { -readonly [name in keyof FoldedPost]: FoldedPost[name] } {
  // A post that was folded before has both already.
  if ('copies' in post || 'authors' in post) return { ...post, copies, authors };
  return { copies, authors, ...post };
}

/** By time, those without one last, then by id. */
function compareTimes(a: Post, b: Post): number {
  const timeA = a.createdAt ?? Infinity;
  const timeB = b.createdAt ?? Infinity;
  if (timeA !== timeB) return timeA < timeB ? -1 : 1;
  return compareStrings(a.id, b.id);
}

/**
 * One post for each set of classes, by time.
 *
 * @param reposts  what texts repeat, by the number of their post.
 * @param hasReferences  whether any post has `repostOf`.
 */
export function foldGroups(
  room: Room,
  posts: readonly Post[],
  classOfPost: Int32Array,
  sets: DisjointSets,
  reposts: ReadonlyMap<number, Repost>,
  hasReferences: boolean,
): FoldedPost[] {
  const { length } = posts;
  const groups = new Groups(posts, reposts, hasReferences);
  // Posts of a group, one group behind the other; who stands for it.
  const ends = room.int32(sets.size + 1);
  const roots = room.int32(length);
  for (let index = 0; index < length; index++) {
    const root = sets.find(classOfPost[index]);
    roots[index] = root;
    ends[root + 1]++;
  }
  for (let root = 0; root < sets.size; root++) ends[root + 1] += ends[root];
  const members = room.int32(length);
  const stands = room.int32(sets.size).fill(-1);
  for (let index = 0; index < length; index++) {
    const root = roots[index];
    members[ends[root]++] = index;
    const first = stands[root];
    if (first < 0 || groups.standsBefore(index, first)) stands[root] = index;
  }
  // In the order of the posts, which mostly is that of time already.
  const folded: FoldedPost[] = [];
  for (let index = 0; index < length; index++) {
    const root = roots[index];
    if (stands[root] !== index) continue;
    const start = root === 0 ? 0 : ends[root - 1];
    const end = ends[root];
    folded.push(end - start === 1 ? groups.single(index) : groups.fold(index, members, start, end));
  }
  return folded.sort(compareTimes);
}
