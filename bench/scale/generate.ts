import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Random, seededRandom } from '../../src/base/random.js';
import { collectPosts } from '../../src/corpus/index.js';
import { measuringData } from '../../test/support/measuring-data.js';

/**
 * Writes posts that nobody wrote, as many as are asked for: clauses of the fixture's posts and, where the measuring data
 * is there, of a feed's headlines, put together anew with other numbers, tags, reposts and copies. One JSON object a
 * line, about 290 bytes each; the same seed gives the same bytes.
 *
 *     npx tsx bench/scale/generate.ts 1000000 posts.ndjson [seed]
 */

const start = Date.UTC(2025, 10, 27, 16);
const dayMs = 86_400_000;
const DAYS = 3;

interface Written {
  readonly author: string;
  readonly text: string;
}

/** Clauses by what they talk about: a post and its clauses, or a headline and its. */
async function stories(): Promise<string[][]> {
  const fixture = fileURLToPath(new URL('../../fixtures/tweets-ai-20251128-20251130.csv', import.meta.url));
  const texts = (await collectPosts(readFileSync(fixture))).posts.map(({ text }) => text);
  const feed = measuringData('feed/ai_headlines.jsonl');
  if (feed !== undefined) {
    for (const line of readFileSync(feed, 'utf8').split('\n')) {
      if (line !== '') texts.push((JSON.parse(line) as { text: string }).text);
    }
  }
  return texts
    .map((text) =>
      (text.match(/[^，。！？；,!?;\n]+[，。！？；,!?;\n]*/gu) ?? []).map((clause) => clause.trim()),
    )
    .filter((clauses) => clauses.length > 0);
}

class Writer {
  readonly #random: Random;
  readonly #stories: readonly (readonly string[])[];
  readonly #recent: Written[] = [];

  constructor(stories: readonly (readonly string[])[], seed: number) {
    this.#stories = stories;
    this.#random = seededRandom(seed);
  }

  /** Small numbers are drawn far more often: what is hot is told by many. */
  #skewed(below: number, power: number): number {
    return Math.floor(below * this.#random() ** power);
  }

  #clause(story: readonly string[]): string {
    const clause = story[this.#skewed(story.length, 1)] ?? '';
    // Other numbers make other claims, so that not all is one story.
    return this.#random() < 0.2 ? clause.replace(/\d+/g, () => String(1 + this.#skewed(999, 3))) : clause;
  }

  #text(): string {
    const random = this.#random;
    const story = this.#stories[this.#skewed(this.#stories.length, 2.5)] ?? [];
    if (random() < 0.06) return story.join('');
    const clauses: string[] = [];
    const length = 2 + this.#skewed(4, 1);
    for (let index = 0; index < length; index++) {
      const of = random() < 0.6 ? story : (this.#stories[this.#skewed(this.#stories.length, 1)] ?? []);
      clauses.push(this.#clause(of));
    }
    const tag =
      random() < 0.15 ? ` #${['AI', '大模型', 'OpenAI', '芯片', '智能体'][this.#skewed(5, 2)]}#` : '';
    return `${clauses.join('')}${tag}`;
  }

  post(index: number, of: number): string {
    const random = this.#random;
    const author = `u${this.#skewed(300_000, 2).toString(36)}`;
    let text: string;
    const old = this.#recent[this.#skewed(this.#recent.length, 1)];
    if (old !== undefined && random() < 0.12) text = `RT @${old.author}: ${old.text}`;
    else {
      text = this.#text();
      if (this.#recent.length < 2000) this.#recent.push({ author, text });
      else this.#recent[this.#skewed(2000, 1)] = { author, text };
    }
    const time = start + Math.floor(((index + random()) / of) * DAYS * dayMs);
    const likes = random() < 0.5 ? 0 : Math.floor(1 / (random() + 1e-5) ** 0.8);
    // As X makes its ids: milliseconds since its own epoch, then bits of the machine and a number.
    const id = (BigInt(time - 1_288_834_974_657) << 22n) + BigInt(index & 0x3fffff);
    return JSON.stringify({
      id: String(id),
      created_at: new Date(time).toISOString(),
      author,
      text,
      likes,
      retweets: Math.floor(likes / 7),
      replies: Math.floor(likes / 11),
      views: likes * 40,
    });
  }
}

const [count = '', path = '', seed = '1'] = process.argv.slice(2);
const posts = Number(count);
if (!Number.isInteger(posts) || posts < 1 || path === '') {
  process.stderr.write('usage: generate.ts <number of posts> <file> [seed]\n');
  process.exit(2);
}
const writer = new Writer(await stories(), Number(seed));
const out = createWriteStream(path);
let part: string[] = [];
for (let index = 0; index < posts; index++) {
  part.push(writer.post(index, posts));
  if (part.length < 2000 && index + 1 < posts) continue;
  if (!out.write(`${part.join('\n')}\n`)) await once(out, 'drain');
  part = [];
}
out.end();
await once(out, 'finish');
