import { describeValue, RedianError } from '../errors.js';

/** Counts of what readers did with a post. A count that the source does not give is 0. */
export interface Engagement {
  readonly likes: number;
  readonly reposts: number;
  readonly replies: number;
  readonly views: number;
}

/** A post, as every stage after the readers sees it. */
export interface Post {
  /** The source's id, or one made from the post's content if it gives none. Unique in a corpus. */
  readonly id: string;
  readonly text: string;
  /** Time of publication, milliseconds since 1970 UTC; undefined if the source gives none. */
  readonly createdAt?: number | undefined;
  /**
   * Handle of the author without `@`. Where the source names no author it is the site or feed, so that
   * distinct voices can be counted: `author === source` then. Undefined if the source gives neither.
   */
  readonly author?: string | undefined;
  readonly url?: string | undefined;
  /** BCP 47 code as the source gives it, such as `zh`. */
  readonly lang?: string | undefined;
  /** The site or feed that a headline comes from. */
  readonly source?: string | undefined;
  /** Id of the post that this one reposts, if the source says so. */
  readonly repostOf?: string | undefined;
  readonly engagement: Engagement;
  /** True if the source gave any count; a source without counts is not one with zero likes. */
  readonly hasEngagement: boolean;
}

/**
 * Checks posts that a caller has made himself; those of `collectPosts` are right.
 *
 * @throws {RedianError} INVALID_ARGUMENT naming the first field that is not as {@link Post} has it. O(n).
 */
export function checkPosts(name: string, posts: readonly Post[]): void {
  if (!Array.isArray(posts)) refuse(name, 'a list of posts', posts);
  for (let index = 0; index < posts.length; index++) {
    const post = posts[index];
    if (!isPost(post)) refusePost(`${name}[${index}]`, post);
  }
}

/** Milliseconds from 1970 to the last instant that a date can be, and to the first. */
const LATEST = 8.64e15;

/** Whether a post is as {@link Post} has it: what is looked at of a million makes no string and no object. */
function isPost(post: Post): boolean {
  if (typeof post !== 'object' || post === null) return false;
  const { id, text, createdAt, engagement } = post;
  if (typeof id !== 'string' || typeof text !== 'string') return false;
  if (createdAt !== undefined && !isInstant(createdAt)) return false;
  const { author, url, lang, source, repostOf } = post;
  if (!mayBeText(author) || !mayBeText(url) || !mayBeText(lang)) return false;
  if (!mayBeText(source) || !mayBeText(repostOf) || !mayBeSwitch(post.hasEngagement)) return false;
  return typeof engagement === 'object' && engagement !== null && areCounts(engagement);
}

function mayBeText(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

/** One that is missing is false. */
function mayBeSwitch(value: unknown): boolean {
  return value === undefined || typeof value === 'boolean';
}

function isInstant(value: unknown): boolean {
  return typeof value === 'number' && value >= -LATEST && value <= LATEST;
}

/** No count is one that is no number, infinite or below 0; one that is missing is 0. */
function areCounts({ likes = 0, reposts = 0, replies = 0, views = 0 }: Partial<Engagement>): boolean {
  return Math.min(likes, reposts, replies, views) >= 0 && Math.max(likes, reposts, replies, views) < Infinity;
}

/** Says of a post that is none what is wrong with it first. */
function refusePost(where: string, post: Post): never {
  if (typeof post !== 'object' || post === null) refuse(where, 'a post', post);
  const { id, text, createdAt, engagement } = post;
  if (typeof id !== 'string') refuse(`${where}.id`, 'a string', id);
  if (typeof text !== 'string') refuse(`${where}.text`, 'a string', text);
  if (createdAt !== undefined && !isInstant(createdAt))
    refuse(`${where}.createdAt`, 'milliseconds since 1970 of a date that can be', createdAt);
  for (const name of ['author', 'url', 'lang', 'source', 'repostOf'] as const)
    if (!mayBeText(post[name])) refuse(`${where}.${name}`, 'a string, or undefined', post[name]);
  if (!mayBeSwitch(post.hasEngagement)) refuse(`${where}.hasEngagement`, 'true or false', post.hasEngagement);
  if (typeof engagement !== 'object' || engagement === null)
    refuse(`${where}.engagement`, '{ likes, reposts, replies, views }', engagement);
  const counts: readonly (keyof Engagement)[] = ['likes', 'reposts', 'replies', 'views'];
  const wrong = counts.find((count) => !areCounts({ [count]: engagement[count] })) as keyof Engagement;
  refuse(`${where}.engagement.${wrong}`, 'a finite number of at least 0', engagement[wrong]);
}

function refuse(where: string, expected: string, found: unknown): never {
  throw new RedianError(
    'INVALID_ARGUMENT',
    `${where}: expected ${expected}, got ${describeValue(found)}; collectPosts makes posts of files, texts and JSON`,
    { details: { name: where } },
  );
}
