/**
 * How good are events and stories? `npx tsx bench/eval/events.ts` prints
 *
 * - of the facts planted in fixtures/, how many come out as one story that holds what must be in it;
 * - the figures of three days of the feed: events, stories, how many posts they join;
 * - of the editor's items that two headlines or more carry, how many are told by one of the first 30 stories.
 *
 * A set that is not there is named and left out.
 */
import { readFileSync } from 'node:fs';
import { collectPosts, TimeZone } from '../../src/corpus/index.js';
import { type EventPost, extractEntities, extractEvents, joinEvents } from '../../src/entities/index.js';
import { ContentKeys, KeyTable } from '../../src/entities/stories/content-keys.js';
import { Tokenizer } from '../../src/tokenizer/index.js';
import { measuringData } from '../../test/support/measuring-data.js';

const tokenizer = Tokenizer.loadSync();
const beijing = new TimeZone('Asia/Shanghai');

function readLines<T>(name: string): T[] | undefined {
  const path = measuringData(name);
  if (path === undefined) {
    console.log(`${name}: not there, left out`);
    return undefined;
  }
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

interface Headline {
  readonly text: string;
  readonly created_at: string;
  readonly source?: string;
  readonly site: string;
}

interface EditorItem {
  readonly date: string;
  readonly label: string;
  readonly title: string;
}

function readPost(id: string, text: string, author: string, time: string): EventPost {
  const tokens = tokenizer.segment(text);
  const entities = extractEntities(text, tokens);
  const createdAt = Date.parse(time);
  const events = extractEvents(text, tokens, { entities, postDay: beijing.dayOf(createdAt) });
  return { id, text, tokens, entities, events, author, createdAt };
}

/** Headlines of the editor's day and the one before, in Beijing's time. */
function windowOf(day: string, headlines: readonly Headline[]): EventPost[] {
  const end = Date.parse(`${day}T16:00:00Z`);
  return headlines
    .filter(({ created_at }) => {
      const time = Date.parse(created_at);
      return time >= end - 40 * 3_600_000 && time < end;
    })
    .map(({ text, source, site, created_at }, index) =>
      readPost(String(index), text, source ?? site, created_at),
    );
}

function cosine(table: KeyTable, a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const square = (keys: ReadonlySet<string>): number => {
    let sum = 0;
    for (const key of keys) sum += (table.weights[table.id(key)] ?? 0) ** 2;
    return sum;
  };
  let dot = 0;
  for (const key of a) if (b.has(key)) dot += (table.weights[table.id(key)] ?? 0) ** 2;
  return dot / (Math.sqrt(square(a) * square(b)) || 1);
}

function days(names: readonly string[]): void {
  const headlines = readLines<Headline>('feed/ai_headlines.jsonl');
  const editor = readLines<EditorItem>('feed/ai_daily_editor.jsonl');
  if (headlines === undefined || editor === undefined) return;
  for (const day of names) {
    const posts = windowOf(day, headlines);
    const stories = joinEvents(posts);
    const events = posts.reduce((sum, post) => sum + post.events.length, 0);
    const joined = stories.filter((story) => story.postCount > 1);
    console.log(
      `${day}: ${posts.length} headlines, ${events} events, ${stories.length} stories, ` +
        `${joined.length} of two posts or more with ${joined.reduce((sum, story) => sum + story.postCount, 0)} posts`,
    );
    const read = new ContentKeys();
    const table = new KeyTable();
    const keys = posts.map((post) => read.of(post, 0, post.text.length));
    for (const one of keys) table.count(one);
    table.close();
    const rank = new Map<string, number>();
    for (const [index, story] of stories.entries()) {
      for (const id of story.postIds) if (!rank.has(id)) rank.set(id, index);
    }
    let carried = 0;
    let told = 0;
    for (const item of editor.filter(({ date }) => date === day)) {
      const wanted = read.of(readPost('', item.title, '', `${day}T00:00:00Z`), 0, item.title.length);
      const hits = posts.filter((_, index) => cosine(table, wanted, keys[index] ?? new Set()) > 0.5);
      if (hits.length < 2) continue;
      carried++;
      const best = Math.min(...hits.map((post) => rank.get(post.id) ?? Infinity));
      if (best < 30) told++;
      else console.log(`  not among the first 30 (${best}): ${item.title}`);
    }
    console.log(
      `  editor's items carried by two headlines or more: ${carried}, among the first 30 stories: ${told}`,
    );
  }
}

interface Fact {
  readonly id: string;
  readonly weight: string;
  readonly postIds: readonly string[];
  readonly relatedIds?: readonly string[];
  readonly mustInclude: readonly string[];
}

/** Letters and digits alone: SAM3D-Body and SAM 3D Body are one. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}.]/gu, '');
}

/** Half of a fact's posts in one story, of whose posts seven of ten are the fact's. */
async function planted(): Promise<void> {
  const folder = new URL('../../fixtures/', import.meta.url);
  const { posts } = await collectPosts(readFileSync(new URL('tweets-ai-20251128-20251130.csv', folder)));
  const facts = JSON.parse(readFileSync(new URL('facts.json', folder), 'utf8')) as { facts: Fact[] };
  const from = Date.parse('2025-11-27T16:00:00Z');
  const to = Date.parse('2025-11-30T16:00:00Z');
  const window = posts
    .filter(({ createdAt }) => createdAt !== undefined && createdAt >= from && createdAt < to)
    .map((post) =>
      readPost(post.id, post.text, post.author ?? post.id, new Date(post.createdAt ?? 0).toISOString()),
    );
  const stories = joinEvents(window);
  const text = new Map(window.map((post) => [post.id, post.text]));
  const score = new Map<string, { facts: number; whole: number; complete: number }>();
  for (const fact of facts.facts) {
    const ids = new Set(fact.postIds);
    const related = new Set(fact.relatedIds);
    const shared = (story: (typeof stories)[number]): number =>
      story.postIds.filter((id) => ids.has(id)).length;
    const best = stories.reduce<(typeof stories)[number] | undefined>(
      (found, story) => (shared(story) > (found === undefined ? 0 : shared(found)) ? story : found),
      undefined,
    );
    const row = score.get(fact.weight) ?? { facts: 0, whole: 0, complete: 0 };
    score.set(fact.weight, row);
    row.facts++;
    if (best === undefined) continue;
    const own = best.postIds.filter((id) => !related.has(id)).length;
    if (shared(best) * 2 < ids.size || shared(best) < 0.7 * own) {
      console.log(
        `  not one story: ${fact.id}, ${shared(best)} of ${ids.size} posts, story of ${best.postCount}`,
      );
      continue;
    }
    row.whole++;
    const told = bare(
      [
        ...best.names,
        best.actor?.canonical,
        best.object?.text,
        best.chinese?.text,
        best.english?.text,
        ...best.amounts.flatMap(({ variants }) => variants.map((variant) => variant.text)),
      ].join(' '),
    );
    if (fact.mustInclude.every((part) => told.includes(bare(part)))) row.complete++;
    else
      console.log(
        `  ${fact.id}: ${fact.mustInclude.join(', ')} not all in: ${text.get(best.chinese?.postId ?? '') ?? ''}`,
      );
  }
  for (const [weight, { facts: all, whole, complete }] of score) {
    console.log(
      `planted facts, ${weight}: ${all}, as one story ${whole}, with all that must be in it ${complete}`,
    );
  }
}

await planted();
days(['2026-05-07', '2026-05-08', '2026-05-09', '2026-05-15']);
