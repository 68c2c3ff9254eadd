import { checkArray, checkNumber, checkOptions, checkString } from '../../base/check.js';
import { compareStrings } from '../../base/compare.js';
import type { Event } from '../events/event.js';
import { ContentKeys, KeyTable } from './content-keys.js';
import { normOf, type Report } from './group.js';
import { Joiner } from './joiner.js';
import { type EventPost, type JoinOptions, joinOptions, type Story } from './story.js';
import { summarize } from './summarize.js';

const hourMs = 3_600_000;

/** Characters of a post that are counted. */
const LONGEST = 400;

/** What of a post an event's report is compared by: all of a short post, the surroundings in a long one. */
function stretchOf(post: EventPost, event: Event | undefined): [number, number] {
  if (post.text.length <= 160 || event === undefined) return [0, Math.min(post.text.length, LONGEST)];
  return [Math.max(0, event.start - 60), Math.min(post.text.length, event.end + 60)];
}

function comparePosts(a: EventPost, b: EventPost): number {
  const left = a.createdAt ?? 0;
  const right = b.createdAt ?? 0;
  return left - right || compareStrings(a.id, b.id) || compareStrings(a.text, b.text);
}

/**
 * Joins the events of many posts into stories: the same thing told by many, across languages, once.
 *
 * Reports are taken in order of time and compared with the stories that share two parts of the event (actor,
 * object, amount, type) or two rare keys with them; similarity is the cosine of idf-weighted keys plus fixed
 * bonuses for the same actor, object and amount. Different objects of one actor and different amounts in one
 * role keep stories apart unless the texts say nearly the same; then the amounts are variants of one story.
 * Posts without an event join the story that they resemble, or make stories of type `other`.
 *
 * The order of `posts` does not matter. O(posts · keys) with bounded candidates.
 *
 * @returns stories, most authors first, then most posts, then by id
 * @throws {RedianError} INVALID_ARGUMENT for an option out of range.
 */
export function joinEvents(posts: readonly EventPost[], options: JoinOptions = {}): Story[] {
  checkOptions(options, joinOptions);
  const windowHours = options.windowHours ?? 72;
  const threshold = options.threshold ?? 0.5;
  const minAuthors = options.minAuthorsOfOther ?? 2;
  checkNumber('windowHours', windowHours, { min: 1, max: 24 * 366 });
  checkNumber('threshold', threshold, { min: 0.05, max: 2 });
  checkNumber('minAuthorsOfOther', minAuthors, { min: 1, integer: true });

  checkArray('posts', posts, 'posts');
  for (const [index, post] of posts.entries()) {
    checkString(`posts[${index}].text`, post?.text);
    checkArray(`posts[${index}].tokens`, post.tokens, 'tokens');
    checkArray(`posts[${index}].entities`, post.entities, 'entities');
    checkArray(`posts[${index}].events`, post.events, 'events');
  }
  const ordered = [...posts].sort(comparePosts);
  const keys = new ContentKeys();
  const table = new KeyTable();
  const counted = ordered.map((post) => table.count(keys.of(post, 0, Math.min(post.text.length, LONGEST))));
  table.close();
  const joiner = new Joiner(table, windowHours * hourMs, threshold);
  for (const [index, post] of ordered.entries()) {
    const own = table.sort(counted[index] as Int32Array);
    if (post.events.length === 0) joiner.add(reportOf(table, keys, post, undefined, own));
    for (const event of post.events) joiner.add(reportOf(table, keys, post, event, own));
  }
  const stories: Story[] = [];
  for (const group of joiner.finish()) {
    const story = summarize(group, table, keys);
    if (story.type === 'other' && (story.authorCount < minAuthors || story.postCount < 2)) continue;
    stories.push(story);
  }
  return withRelated(stories).sort(
    (a, b) => b.authorCount - a.authorCount || b.postCount - a.postCount || compareStrings(a.id, b.id),
  );
}

/** @param own  keys of the post as they were counted, sorted */
function reportOf(
  table: KeyTable,
  keys: ContentKeys,
  post: EventPost,
  event: Event | undefined,
  own: Int32Array,
): Report {
  const [start, end] = stretchOf(post, event);
  const isWhole = start === 0 && end === Math.min(post.text.length, LONGEST);
  const ids = isWhole ? own : table.idsOf(keys.of(post, start, end));
  return { post, ...(event === undefined ? {} : { event }), keys: ids, norm: normOf(table, ids) };
}

/** Names the stories that share posts: they are best not told side by side. */
function withRelated(stories: readonly Story[]): Story[] {
  const byPost = new Map<string, Story[]>();
  for (const story of stories) {
    for (const id of story.postIds) {
      const list = byPost.get(id);
      if (list === undefined) byPost.set(id, [story]);
      else list.push(story);
    }
  }
  return stories.map((story) => {
    const related = new Set<string>();
    for (const id of story.postIds)
      for (const other of byPost.get(id) ?? []) if (other !== story) related.add(other.id);
    return { ...story, related: [...related].sort(compareStrings) };
  });
}
