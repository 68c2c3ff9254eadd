/**
 * How many short posts does sentiment score in a second on one core? `npx tsx bench/sentiment/speed.ts` prints posts a second
 * of the processor from text and from tokens, with the share of each step: the median of nine rounds with the slowest and the fastest, after
 * three that warm up. Posts are the 599 of fixtures/ cut to 60 characters, and hot-search titles if ../shared/data has them.
 * Beside it a loop over the same characters in the same rounds, as a measure of how busy the machine is.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { collectPosts } from '../../src/corpus/index.js';
import { Sentiment } from '../../src/sentiment/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';
import { measuringData } from '../../test/support/measuring-data.js';

const ROUNDS = 9;
const WARM = 3;
const tokenizer = Tokenizer.loadSync();
const sentiment = Sentiment.loadSync(tokenizer);

/** Processor seconds, of all threads: what else the machine does hardly counts. */
function seconds(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function shown(rates: number[]): string {
  const sorted = rates.slice().sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] as number);
  return `${at(0.5).toLocaleString('en')} a second (${at(0).toLocaleString('en')} to ${at(1).toLocaleString('en')})`;
}

function measure(name: string, posts: readonly string[]): void {
  const characters = posts.reduce((sum, post) => sum + post.length, 0);
  for (const post of posts) {
    if (sentiment.score(tokenizer.segment(post)).label !== sentiment.score(post).label)
      throw new Error('text and tokens are scored differently');
  }
  let sink = 0;
  const texts: readonly (readonly [string, (post: string, i: number) => void])[] = [
    [
      'scan of the characters',
      (post) => {
        for (let at = 0; at < post.length; at++) sink += post.charCodeAt(at);
      },
    ],
    [
      'segment alone',
      (post) => {
        sink += tokenizer.segment(post).length;
      },
    ],
    [
      'score from text',
      (post) => {
        sink += sentiment.score(post).score;
      },
    ],
  ];
  const rates = new Map<string, number[]>();
  const time = (tasks: typeof texts): void => {
    for (let round = 0; round < ROUNDS + WARM; round++) {
      for (const [task, run] of tasks) {
        const rate = posts.length / seconds(() => posts.forEach(run));
        if (round >= WARM) rates.set(task, [...(rates.get(task) ?? []), rate]);
      }
    }
  };
  time(texts);
  // Kept by hundred thousands, tokens would slow down what comes after: the engine then allocates all as what lives long.
  const tokens = posts.map((post) => tokenizer.segment(post));
  time([
    [
      'score from tokens',
      (_, i) => {
        sink += sentiment.score(tokens[i] ?? []).score;
      },
    ],
  ]);
  console.log(
    `${name}: ${posts.length} posts of ${(characters / posts.length).toFixed(1)} characters${sink < -1 ? '!' : ''}`,
  );
  for (const [task, list] of rates) console.log(`  ${task}: ${shown(list)}`);
}

const csv = readFileSync(new URL('../../fixtures/tweets-ai-20251128-20251130.csv', import.meta.url));
const { posts } = await collectPosts(csv);
const short = posts.map(({ text }) => text.slice(0, 60));
measure(
  'tweets of fixtures/, 60 characters at most',
  Array.from({ length: 12_000 }, (_, i) => short[i % short.length] ?? ''),
);
const path = measuringData('raw/hotsearch_titles.txt.gz');
if (path === undefined) console.log('raw/hotsearch_titles.txt.gz: not there, left out');
else {
  const titles = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
  measure('hot-search titles', titles.filter((_, i) => i % 20 === 0).slice(0, 30_000));
}
