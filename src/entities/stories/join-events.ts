import { checkNumber, checkOptions } from '../../base/check.js';
import { compareStrings } from '../../base/compare.js';
import { hasHan } from '../../text/han.js';
import { type Entity, isAmount } from '../entity.js';
import type { Event } from '../events/event.js';
import { checkPosts } from './check-posts.js';
import { Coherence } from './coherence.js';
import { ContentKeys, KeyTable } from './content-keys.js';
import { firstFrom } from './first-from.js';
import { HanPairs } from './han-pairs.js';
import { hearsay } from './hearsay.js';
import { joinReports } from './join-reports.js';
import { Likeness } from './likeness.js';
import { namesInWords } from './names-in-words.js';
import { actorKey, type Report } from './report.js';
import { ReportIndex } from './report-index.js';
import { type EventPost, type JoinOptions, joinOptions, type Story } from './story.js';
import { summarize } from './summarize.js';

const hourMs = 3_600_000;

/** Characters of a post that are counted. */
const LONGEST = 400;

/** What stands between the items of a digest, and how many of them make one. */
const between = /[；;｜]/gu;
const LEAST_BETWEEN = 2;

/** What of a post an event's report is compared by: all of a short post, its item of a digest, the surroundings in a long one. */
function stretchOf(post: EventPost, event: Event): [number, number] {
  const { text } = post;
  if (text.length > 160) return [Math.max(0, event.start - 60), Math.min(text.length, event.end + 60)];
  const marks = [...text.matchAll(between)].map(({ index }) => index);
  if (marks.length < LEAST_BETWEEN) return [0, text.length];
  const start = marks.findLast((mark) => mark <= event.start);
  const end = marks.find((mark) => mark >= event.end);
  return [start === undefined ? 0 : start + 1, end ?? text.length];
}

function comparePosts(a: EventPost, b: EventPost): number {
  const left = a.createdAt ?? 0;
  const right = b.createdAt ?? 0;
  return left - right || compareStrings(a.id, b.id) || compareStrings(a.text, b.text);
}

/**
 * Joins the events of many posts into stories: the same thing told by many, across languages, once.
 *
 * Reports that share two parts of an event (actor, object, amount, type), a rare key or a pair of keys are compared: how likely
 * two tell the same is a logistic function of what they agree and differ in. Groups are made by average linkage. Other amounts
 * of one object are variants of one story. Posts without an event join by what they speak of; those that nothing with
 * an event resembles make stories of type `other`.
 *
 * The order of `posts` does not matter. O(posts · keys) with bounded candidates.
 *
 * @returns stories, most authors first, then most posts, then by id
 * @throws {RedianError} INVALID_ARGUMENT for an option out of range, and for a post that is none or whose id is another's.
 */
export function joinEvents(posts: readonly EventPost[], options: JoinOptions = {}): Story[] {
  checkOptions(options, joinOptions);
  const windowHours = options.windowHours ?? 72;
  const threshold = options.threshold ?? 0.82;
  const minAuthors = options.minAuthorsOfOther ?? 2;
  checkNumber('windowHours', windowHours, { min: 1, max: 24 * 366 });
  checkNumber('threshold', threshold, { min: 0.05, max: 0.99 });
  checkNumber('minAuthorsOfOther', minAuthors, { min: 1, integer: true });

  checkPosts(posts);
  const ordered = [...posts].sort(comparePosts);
  const names = namesInWords(ordered);
  const keys = new ContentKeys(names);
  const table = new KeyTable();
  const pairs = new HanPairs();
  const counted = ordered.map(
    (post): Content => ({
      chinese: hasHan(post.text),
      isHearsay: hearsay.test(post.text),
      keys: table.count(keys.of(post, 0, Math.min(post.text.length, LONGEST))),
      pairs: pairs.count(withoutNames(post, 0, Math.min(post.text.length, LONGEST), names)),
    }),
  );
  table.close();
  pairs.close();
  const reports = ordered.flatMap((post, index) => {
    const own = counted[index] as Content;
    const events = post.events.length === 0 ? [undefined] : post.events;
    return events.map((event) => reportOf(table, keys, pairs, names, post, event, own));
  });
  const coherence = new Coherence(
    table,
    counted.map((content) => content.keys),
  );
  const groups = joinReports(
    reports,
    new ReportIndex(table),
    new Likeness(table, pairs, coherence),
    windowHours * hourMs,
    threshold,
  );
  const stories: Story[] = [];
  for (const group of groups) {
    if (group.posts.size < 2 && group.reports.every(({ event }) => event === undefined)) continue;
    const story = summarize(group, table, keys);
    if (story.type === 'other' && (story.authorCount < minAuthors || story.postCount < 2)) continue;
    stories.push(story);
  }
  return withRelated(stories).sort(
    (a, b) => b.authorCount - a.authorCount || b.postCount - a.postCount || compareStrings(a.id, b.id),
  );
}

/** What of a post is compared, whatever its event. */
type Content = Pick<Report, 'chinese' | 'isHearsay' | 'keys' | 'pairs'>;

/** @param own  what the whole post holds */
function reportOf(
  table: KeyTable,
  keys: ContentKeys,
  pairs: HanPairs,
  names: ReadonlyMap<string, string>,
  post: EventPost,
  event: Event | undefined,
  own: Content,
): Report {
  if (event === undefined) return { post, object: new Int32Array(0), ...own };
  const [start, end] = stretchOf(post, event);
  const isWhole = start === 0 && end === Math.min(post.text.length, LONGEST);
  const content = isWhole
    ? {}
    : {
        keys: table.idsOf(keys.of(post, start, end)),
        pairs: pairs.idsOf(withoutNames(post, start, end, names)),
      };
  const actor = actorKey(event);
  const object = event.object;
  const spoken = object === undefined ? [] : [...keys.of(post, object.start, object.end)];
  return {
    post,
    event,
    object: table.idsOf(spoken.filter((key) => key.slice(2) !== actor)),
    ...own,
    ...content,
    isHearsay: own.isHearsay || event.modality === 'rumour',
  };
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

/** A part of a post with a space for each name: what else is said. */
function withoutNames(
  { text, entities }: EventPost,
  start: number,
  end: number,
  names: ReadonlyMap<string, string>,
): string {
  let rest = '';
  let past = start;
  for (let at = firstFrom(entities, start); at < entities.length; at++) {
    const entity = entities[at] as Entity;
    if (entity.end > end) break;
    if (isAmount(entity)) continue;
    rest += `${text.slice(past, entity.start)} `;
    past = entity.end;
  }
  rest += text.slice(past, end);
  for (const [first, second] of names) if (rest.includes(first)) rest = rest.replaceAll(first + second, ' ');
  return rest;
}
