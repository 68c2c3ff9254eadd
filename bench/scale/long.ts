/**
 * Is the time of one long document linear in its length? `npx tsx bench/scale/long.ts [MEGABYTES...]` (default 1 2 5 10)
 * makes documents of so many bytes of UTF-8 and prints processor seconds a megabyte of every step; a linear one has the same
 * figure in each column. Texts: posts of fixtures/ (and, where the measuring data is there, headlines) one behind the other
 * with numbers of their own, so that they repeat no more than such texts do; and the same without any sign or line, as one
 * sentence.
 */
import { readFileSync } from 'node:fs';
import { seededRandom } from '../../src/base/random.js';
import { collectPosts } from '../../src/corpus/index.js';
import { extractEntities, extractEvents } from '../../src/entities/index.js';
import { extractTags, keyphrases, newWords, textRank } from '../../src/keywords/index.js';
import { Sentiment } from '../../src/sentiment/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';
import { clusterTopics } from '../../src/topics/index.js';
import { measuringData } from '../../test/support/measuring-data.js';

const sizes = process.argv.slice(2).map(Number);
if (sizes.some((size) => !(size > 0))) {
  console.error('expected numbers of megabytes, such as 1 2 5 10');
  process.exit(2);
}
if (sizes.length === 0) sizes.push(1, 2, 5, 10);

const fixture = new URL('../../fixtures/tweets-ai-20251128-20251130.csv', import.meta.url);
const posts = (await collectPosts(readFileSync(fixture))).posts.map(({ text }) => text);
const feed = measuringData('feed/ai_headlines.jsonl');
for (const line of feed === undefined ? [] : readFileSync(feed, 'utf8').split('\n')) {
  if (line !== '') posts.push((JSON.parse(line) as { text: string }).text);
}

/** Posts in a random order, with other numbers, up to so many bytes. */
function document(bytes: number, between: string): string {
  const random = seededRandom(1);
  const parts: string[] = [];
  for (let length = 0; length < bytes; ) {
    const post = (posts[Math.floor(random() * posts.length)] as string).replace(/\d+/g, () =>
      String(Math.floor(1000 * random())),
    );
    parts.push(post);
    length += Buffer.byteLength(post) + between.length;
  }
  return parts.join(between);
}

function seconds(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const tokenizer = Tokenizer.loadSync();
const sentiment = Sentiment.loadSync(tokenizer);
const steps: readonly (readonly [string, (text: string) => unknown])[] = [
  ['segment', (text) => tokenizer.segment(text)],
  ['extractTags', (text) => extractTags(text, tokenizer)],
  ['textRank', (text) => textRank(text, tokenizer)],
  ['keyphrases', (text) => keyphrases(text, tokenizer)],
  ['newWords', (text) => newWords([text], tokenizer)],
  ['clusterTopics', (text) => clusterTopics([text])],
  ['Sentiment.score', (text) => sentiment.score(text)],
  ['extractEntities', (text) => extractEntities(text, tokenizer.segment(text))],
  ['extractEvents', (text) => extractEvents(text, tokenizer.segment(text))],
];

const shapes: readonly (readonly [string, (text: string) => string])[] = [
  ['posts, one a line', (text) => text],
  ['one sentence without signs', (text) => text.replace(/[\p{P}\p{S}\s]+/gu, '')],
];
for (const [shape, shaped] of shapes) {
  const texts = sizes.map((size) => shaped(document(size * 1e6, '\n')));
  console.log(`\n${shape}: processor seconds a megabyte at ${sizes.join(', ')} MB`);
  for (const [name, step] of steps) {
    step((texts[0] as string).slice(0, 100_000));
    const figures = texts.map((text) => seconds(() => step(text)) / (Buffer.byteLength(text) / 1e6));
    console.log(`${name.padEnd(16)} ${figures.map((figure) => figure.toFixed(2).padStart(7)).join('')}`);
  }
}
