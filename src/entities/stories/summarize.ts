import { compareStrings } from '../../base/compare.js';
import { isAmount } from '../entity.js';
import type { Event, EventArgument, EventType, Modality } from '../events/event.js';
import type { ContentKeys, KeyTable } from './content-keys.js';
import type { Group } from './group.js';
import { hearsay } from './hearsay.js';
import { bestSentences } from './sentences.js';
import type { EventPost, Story } from './story.js';
import { storyAmounts } from './story-amounts.js';

/** The key with the greatest count; of equals the first by code units. */
function majority<T>(counts: ReadonlyMap<string, { count: number; value: T }>): T | undefined {
  let best: { key: string; count: number; value: T } | undefined;
  for (const [key, { count, value }] of counts) {
    if (
      best === undefined ||
      count > best.count ||
      (count === best.count && compareStrings(key, best.key) < 0)
    ) {
      best = { key, count, value };
    }
  }
  return best?.value;
}

function tally<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
  weightOf: (item: T) => number = () => 1,
) {
  const counts = new Map<string, { count: number; value: T }>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const entry = counts.get(key);
    if (entry === undefined) counts.set(key, { count: weightOf(item), value: item });
    else entry.count += weightOf(item);
  }
  return counts;
}

/** Posts that ask or guess do not decide how the story is meant while others state it. */
const decisive: readonly Modality[] = ['statement', 'rumour', 'plan'];

function modalityOf(counts: ReadonlyMap<Modality, number>): Modality {
  const pick = (choices: readonly Modality[]): Modality | undefined => {
    let best: Modality | undefined;
    for (const choice of choices) {
      const count = counts.get(choice) ?? 0;
      if (count > 0 && (best === undefined || count > (counts.get(best) ?? 0))) best = choice;
    }
    return best;
  };
  return pick(decisive) ?? pick(['negation', 'question', 'hypothetical', 'opinion']) ?? 'statement';
}

/** How a story without an understood event is meant: by the words and marks of most of its posts. */
function modalityOfTexts(posts: readonly EventPost[]): Modality {
  const most = (test: RegExp): boolean =>
    posts.filter(({ text }) => test.test(text)).length * 2 > posts.length;
  if (most(hearsay)) return 'rumour';
  return most(/[?？]\s*$/u) ? 'question' : 'statement';
}

/** The form of an argument that most events have; the longest text of those with the same name. */
function argument(
  events: readonly Event[],
  get: (event: Event) => EventArgument | undefined,
): EventArgument | undefined {
  const having = events.filter((event) => get(event) !== undefined);
  const keyOf = (event: Event): string | undefined => {
    const one = get(event);
    return one === undefined ? undefined : (one.canonical ?? (one.names.join(' ') || one.text)).toLowerCase();
  };
  const chosen = majority(tally(having, keyOf, (event) => event.confidence));
  if (chosen === undefined) return undefined;
  const key = keyOf(chosen);
  const same = having.filter((event) => keyOf(event) === key);
  const text = majority(tally(same, (event) => get(event)?.text));
  return text === undefined ? undefined : get(text);
}

/** Names by the number of posts of the group that hold them, from the second post on. */
function namesOf(posts: readonly EventPost[]): string[] {
  const counts = new Map<string, number>();
  for (const post of posts) {
    const names = new Set(
      post.entities.filter((entity) => !isAmount(entity)).map((entity) => entity.canonical),
    );
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const least = posts.length > 2 ? 2 : 1;
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort((a, b) => b[1] - a[1] || compareStrings(a[0], b[0]))
    .slice(0, 12)
    .map(([name]) => name);
}

/** True if four posts in ten name both who acted and on what: then the event is what the others speak of. */
function isCentral(event: Event, posts: readonly EventPost[]): boolean {
  const actor = event.actor?.canonical;
  const object = event.object?.names.find((name) => name !== actor);
  if (actor === undefined || object === undefined) return false;
  const holding = posts.filter(({ entities }) =>
    [actor, object].every((name) => entities.some((entity) => entity.canonical === name)),
  );
  return holding.length * 5 >= posts.length * 2;
}

/** The story that a group of reports tells: its fields by majority, its counts and its best sentences. */
export function summarize(group: Group, table: KeyTable, keys: ContentKeys): Story {
  const posts = [...group.posts];
  const typed = group.reports.filter((report) => report.event !== undefined);
  const all = typed.flatMap((report) => (report.event === undefined ? [] : [report.event]));
  const commonest = majority(
    tally(
      all,
      (event) => event.type,
      (event) => event.confidence,
    ),
  )?.type;
  const stated = new Set(
    typed.filter((report) => report.event?.type === commonest).map((report) => report.post),
  ).size;
  // What one post in five says is not what the story says: then it is told by its sentences alone.
  const central = all.some((event) => event.type === commonest && isCentral(event, posts));
  const type: EventType =
    commonest === undefined || (stated * 4 < posts.length && !central) ? 'other' : commonest;
  const events = all.filter((event) => event.type === type);
  const affirmed = events.filter((event) => event.modality !== 'negation');
  const used = affirmed.length > 0 ? affirmed : events;
  const action = majority(tally(used, (event) => event.action))?.action;
  const actor = argument(used, (event) => event.actor);
  const object = argument(used, (event) => event.object);
  const date = majority(tally(used, (event) => event.date))?.date;

  const modalities = new Map<Modality, number>();
  const denying: string[] = [];
  for (const { event, post } of typed) {
    if (event === undefined || event.type !== type) continue;
    modalities.set(event.modality, (modalities.get(event.modality) ?? 0) + 1);
    if (event.modality === 'negation') denying.push(post.id);
  }
  const partnerCounts = new Map<string, number>();
  for (const event of used)
    for (const name of event.partners) partnerCounts.set(name, (partnerCounts.get(name) ?? 0) + 1);
  const partners = [...partnerCounts]
    .filter(([, count]) => count * 4 >= used.length)
    .sort((a, b) => b[1] - a[1] || compareStrings(a[0], b[0]))
    .map(([name]) => name);
  const attributions = new Set<string>();
  for (const event of used) if (event.attribution !== undefined) attributions.add(event.attribution);

  const authors = new Set(posts.map((post) => post.author ?? `\0${post.id}`));
  const { zh: chinese, en: english } = bestSentences(group, table, keys, type);
  const denies = new Set(denying);
  return {
    id: `${type}:${posts[0]?.id ?? ''}`,
    type,
    ...(action === undefined ? {} : { action }),
    ...(actor === undefined ? {} : { actor }),
    ...(object === undefined ? {} : { object }),
    partners,
    amounts: storyAmounts(group, type),
    ...(date === undefined ? {} : { date }),
    modality: type === 'other' ? modalityOfTexts(posts) : modalityOf(modalities),
    modalities: Object.fromEntries(modalities),
    names: namesOf(posts),
    postCount: posts.length,
    authorCount: authors.size,
    engagement: posts.reduce((sum, post) => sum + (post.engagement ?? 0), 0),
    ...(group.first === Infinity ? {} : { firstTime: group.first, lastTime: group.last }),
    postIds: posts.map((post) => post.id).filter((id) => affirmed.length === 0 || !denies.has(id)),
    denyingPostIds: [...denies],
    ...(chinese === undefined ? {} : { chinese }),
    ...(english === undefined ? {} : { english }),
    statedBy: new Set(typed.filter((report) => report.event?.type === type).map((report) => report.post))
      .size,
    attributions: [...attributions].sort(compareStrings),
    confidence:
      used.length === 0
        ? 0.5
        : Math.round((1000 * used.reduce((sum, event) => sum + event.confidence, 0)) / used.length) / 1000,
    related: [],
  };
}
