/**
 * How many short posts does sentiment score in a second on one core? `npx tsx bench/sentiment/speed.ts` prints posts a second
 * of the processor from text and from tokens, beside those that are cut alone. Each task runs in a process of its own, as where it is used:
 * five processes by turns, in each five rounds after three that warm up; the median of all rounds, the slowest and the fastest.
 * Posts are the 599 of fixtures/ cut to 60 characters, and hot-search titles if ../shared/data has them.
 * Beside it a loop over the same characters, as a measure of how busy the machine is.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { collectPosts } from '../../src/corpus/index.js';
import { Sentiment } from '../../src/sentiment/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';
import { measuringData } from '../../test/support/measuring-data.js';

const PROCESSES = 5;
const ROUNDS = 5;
const WARM = 3;

async function tweets(): Promise<string[]> {
  const csv = readFileSync(new URL('../../fixtures/tweets-ai-20251128-20251130.csv', import.meta.url));
  const { posts } = await collectPosts(csv);
  const short = posts.map(({ text }) => text.slice(0, 60));
  return Array.from({ length: 12_000 }, (_, i) => short[i % short.length] ?? '');
}

function titles(): string[] {
  const path = measuringData('raw/hotsearch_titles.txt.gz');
  if (path === undefined) return [];
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
  return lines.filter((_, i) => i % 20 === 0).slice(0, 30_000);
}

const corpora = new Map<string, () => string[] | Promise<string[]>>([
  ['tweets of fixtures/, 60 characters at most', tweets],
  ['hot-search titles', titles],
]);

/** What is done with each post; gives a number, so that the engine must do it. */
type Task = (posts: readonly string[]) => (index: number) => number;

const tasks = new Map<string, Task>([
  [
    'scan of the characters',
    (posts) => (index) => {
      const post = posts[index] as string;
      let sum = 0;
      for (let at = 0; at < post.length; at++) sum += post.charCodeAt(at);
      return sum;
    },
  ],
  [
    'segment alone',
    (posts) => {
      const tokenizer = Tokenizer.loadSync();
      return (index) => tokenizer.segment(posts[index] as string).length;
    },
  ],
  [
    'score from text',
    (posts) => {
      const sentiment = Sentiment.loadSync();
      return (index) => sentiment.score(posts[index] as string).score;
    },
  ],
  [
    'score from tokens',
    (posts) => {
      const tokenizer = Tokenizer.loadSync();
      const sentiment = Sentiment.loadSync(tokenizer);
      const tokens = posts.map((post) => tokenizer.segment(post));
      return (index) => sentiment.score(tokens[index] ?? []).score;
    },
  ],
]);

/** Posts a second in each round; of processor time, that of the engine's other threads included. */
function rates(posts: readonly string[], task: Task): number[] {
  const run = task(posts);
  const found: number[] = [];
  let sink = 0;
  for (let round = 0; round < WARM + ROUNDS; round++) {
    const start = process.cpuUsage();
    for (let index = 0; index < posts.length; index++) sink += run(index);
    const { user, system } = process.cpuUsage(start);
    if (round >= WARM) found.push((posts.length * 1e6) / (user + system));
  }
  if (!Number.isFinite(sink)) throw new Error('a post has no score');
  return found;
}

function shown(all: readonly number[]): string {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] as number);
  return `${at(0.5).toLocaleString('en')} a second (${at(0).toLocaleString('en')} to ${at(1).toLocaleString('en')})`;
}

const [corpusName, taskName] = process.argv.slice(2);
if (corpusName !== undefined && taskName !== undefined) {
  const task = tasks.get(taskName);
  const posts = await corpora.get(corpusName)?.();
  if (task === undefined || posts === undefined) throw new Error(`no ${corpusName} or ${taskName}`);
  console.log(JSON.stringify(rates(posts, task)));
} else {
  const self = fileURLToPath(import.meta.url);
  for (const [corpus, read] of corpora) {
    const posts = await read();
    if (posts.length === 0) {
      console.log(`${corpus}: not there, left out`);
      continue;
    }
    const found = new Map<string, number[]>();
    for (let i = 0; i < PROCESSES; i++) {
      for (const task of tasks.keys()) {
        const printed = execFileSync(process.execPath, ['--import', 'tsx', self, corpus, task], {
          encoding: 'utf8',
        });
        found.set(task, [...(found.get(task) ?? []), ...(JSON.parse(printed) as number[])]);
      }
    }
    const mean = posts.reduce((sum, post) => sum + post.length, 0) / posts.length;
    console.log(`${corpus}: ${posts.length} posts of ${mean.toFixed(1)} characters`);
    for (const [task, all] of found) console.log(`  ${task}: ${shown(all)}`);
  }
}
