import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { collectPosts, foldCopies, type Post } from '../../src/corpus/index.js';
import { measuringData } from '../../test/support/measuring-data.js';

/**
 * How long does folding copies take? Seconds by the clock and, in brackets, of the processor, where all threads count: those that
 * collect garbage beside it too. Three rounds. Posts are those of a file that generate.ts wrote, and hot-search titles if the measuring data is there.
 *
 *     npx tsx bench/scale/fold.ts [posts.ndjson]
 */

function measure(name: string, posts: readonly Post[]): void {
  const units = posts.reduce((sum, { text }) => sum + text.length, 0);
  const seconds: string[] = [];
  let left = 0;
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage();
    const start = performance.now();
    left = foldCopies(posts).length;
    const clock = (performance.now() - start) / 1e3;
    const { user, system } = process.cpuUsage(before);
    seconds.push(`${clock.toFixed(2)} (${((user + system) / 1e6).toFixed(2)})`);
  }
  const length = (units / posts.length).toFixed(1);
  console.log(`${name}: ${posts.length} posts of ${length} units fold into ${left}: ${seconds.join(', ')} s`);
}

const file = process.argv[2];
if (file !== undefined) measure(file, (await collectPosts(readFileSync(file))).posts);
const path = measuringData('raw/hotsearch_titles.txt.gz');
if (path !== undefined) {
  const titles = gunzipSync(readFileSync(path)).toString('utf8').split('\n').filter(Boolean);
  const engagement = { likes: 0, reposts: 0, replies: 0, views: 0 };
  measure(
    'hot-search titles',
    titles.map((text, index) => ({ id: String(index), text, engagement, hasEngagement: false })),
  );
}
