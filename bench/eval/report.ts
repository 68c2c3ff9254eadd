/**
 * What the report of a day leads with, against what a human editor picked that day: `npx tsx bench/eval/report.ts [days]`.
 *
 * Headlines of many sites are the posts; an item of the editor's counts if two headlines or more carry it, matched by the
 * names, numbers and words that they share (weighted by idf, cosine above .5); it is found if a headline that carries it is
 * among the evidence of the report's first facts: ten key points, then twenty events. Key points that no item of the
 * editor's matches are printed, to be read: an editor picks some of a day's news, not all.
 */
import { readFileSync } from 'node:fs';
import { dayWindow, type Post } from '../../src/corpus/index.js';
import { type EventPost, extractEntities } from '../../src/entities/index.js';
import { ContentKeys, KeyTable } from '../../src/entities/stories/content-keys.js';
import { buildReport, type Report } from '../../src/report/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';
import { measuringData } from '../../test/support/measuring-data.js';

interface Headline {
  readonly text: string;
  readonly created_at: string;
  readonly site: string;
  readonly source?: string;
  readonly url?: string;
}

interface EditorItem {
  readonly date: string;
  readonly label: string;
  readonly title: string;
}

/** Least cosine of two headlines that carry one item. */
const ALIKE = 0.5;
const verbose = process.argv.includes('--verbose');

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

/** The facts of a report in its order: key points, then events. */
function factsOf(report: Report): { text: string; evidence: ReadonlySet<string>; key: boolean }[] {
  const facts: { text: string; evidence: ReadonlySet<string>; key: boolean }[] = [];
  for (const section of report.sections) {
    if (section.id !== 'key-points' && section.id !== 'events') continue;
    for (const block of section.blocks) {
      if (block.type !== 'list') continue;
      for (const item of block.items) {
        facts.push({
          text: item
            .map(({ inlines }) => inlines.map((inline) => ('text' in inline ? inline.text : '')).join(''))
            .join(''),
          evidence: new Set(item.flatMap(({ evidence }) => evidence)),
          key: section.id === 'key-points',
        });
      }
    }
  }
  return facts;
}

const headlines = readLines<Headline>('feed/ai_headlines.jsonl');
const editor = readLines<EditorItem>('feed/ai_daily_editor.jsonl');
if (headlines !== undefined && editor !== undefined) {
  const tokenizer = Tokenizer.loadSync();
  const read = new ContentKeys();
  const keysOf = (text: string): ReadonlySet<string> => {
    const tokens = tokenizer.segment(text);
    const post: EventPost = { id: '', text, tokens, entities: extractEntities(text, tokens), events: [] };
    return read.of(post, 0, text.length);
  };
  const named = process.argv.slice(2).filter((argument) => argument.startsWith('2'));
  const days =
    named.length > 0
      ? named
      : Array.from({ length: 13 }, (_, index) => `2026-05-${String(index + 3).padStart(2, '0')}`);
  const total = { carried: 0, found: 0, front: 0, frontFound: 0, points: 0, picked: 0 };
  for (const day of days) {
    const window = dayWindow({ from: day, to: day, timeZone: 'Asia/Shanghai' });
    const posts: Post[] = headlines
      .map((headline, index) => ({ headline, index, time: Date.parse(headline.created_at) }))
      .filter(({ time }) => time >= window.start && time < window.end)
      .map(({ headline, index, time }) => ({
        id: String(index),
        text: headline.text,
        createdAt: time,
        source: headline.source ?? headline.site,
        author: headline.source ?? headline.site,
        engagement: { likes: 0, reposts: 0, replies: 0, views: 0 },
        hasEngagement: false,
      }));
    const report = await buildReport(posts, { from: day, to: day, topic: 'ai', source: 'headlines' });
    const facts = factsOf(report);
    const table = new KeyTable();
    const keys = posts.map((post) => keysOf(post.text));
    for (const one of keys) table.count(one);
    table.close();
    const items = editor.filter(({ date }) => date === day);
    const found = { carried: 0, all: 0, front: 0, frontFound: 0 };
    const picked = new Set<number>();
    for (const item of items) {
      const wanted = keysOf(item.title);
      const hits = posts.filter((_, index) => cosine(table, wanted, keys[index] ?? new Set()) > ALIKE);
      const place = facts.findIndex((fact) => hits.some((post) => fact.evidence.has(post.id)));
      if (place >= 0) picked.add(place);
      if (hits.length < 2) continue;
      found.carried++;
      if (item.label === '要闻') found.front++;
      if (place >= 0) {
        found.all++;
        if (item.label === '要闻') found.frontFound++;
      } else {
        console.log(`  missing (${item.label}, ${hits.length} headlines): ${item.title}`);
        if (verbose) for (const hit of hits) console.log(`      ${hit.id} ${hit.text}`);
      }
    }
    const points = facts.filter(({ key }) => key).length;
    const pickedPoints = [...picked].filter((index) => facts[index]?.key).length;
    console.log(
      `${day}: ${posts.length} headlines, ${items.length} items; carried ${found.carried}, found ${found.all}; ` +
        `front page ${found.front}, found ${found.frontFound}; key points picked by the editor ${pickedPoints} of ${points}`,
    );
    for (const [index, fact] of facts.entries()) {
      if (verbose || (fact.key && !picked.has(index)))
        console.log(`    ${picked.has(index) ? '+' : ' '} ${index + 1}. ${fact.text.slice(0, 110)}`);
    }
    total.carried += found.carried;
    total.found += found.all;
    total.front += found.front;
    total.frontFound += found.frontFound;
    total.points += points;
    total.picked += pickedPoints;
  }
  const percent = (part: number, whole: number): string =>
    `${part} of ${whole} (${((100 * part) / (whole || 1)).toFixed(0)} %)`;
  console.log(
    `editor's items carried by two headlines or more, told in the first 30: ${percent(total.found, total.carried)}`,
  );
  console.log(`of these on the front page: ${percent(total.frontFound, total.front)}`);
  console.log(`key points that the editor picked too: ${percent(total.picked, total.points)}`);
}
