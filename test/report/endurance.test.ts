import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { collectPosts } from '../../src/corpus/index.js';
import { buildReport } from '../../src/report/index.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fixture = `${root}fixtures/tweets-ai-20251128-20251130.csv`;

it('makes ten reports at once as it makes them one by one', async () => {
  const { posts } = await collectPosts(readFileSync(fixture));
  const parts = Array.from({ length: 10 }, (_, part) => posts.filter((_, index) => index % 10 === part));
  const alone: string[] = [];
  for (const [seed, part] of parts.entries()) alone.push(JSON.stringify(await buildReport(part, { seed })));
  const together = await Promise.all(parts.map((part, seed) => buildReport(part, { seed })));
  expect(together.map((report) => JSON.stringify(report))).toEqual(alone);
});

it('makes a hundred reports in one process without keeping any of them', () => {
  const program = `
    import { readFileSync } from 'node:fs';
    import { collectPosts } from '${root}dist/corpus.js';
    import { buildReport, renderHtml } from '${root}dist/report.js';
    const { posts } = await collectPosts(readFileSync(${JSON.stringify(fixture)}));
    const heaps = [];
    for (let run = 0; run < 100; run++) {
      renderHtml(await buildReport(posts.slice(run, run + 120), { seed: run }));
      if (run % 10 === 9) { gc(); heaps.push(process.memoryUsage().heapUsed); }
    }
    console.log(JSON.stringify(heaps));`;
  const printed = execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  const heaps = JSON.parse(printed) as number[];
  // A report of 120 posts holds about 1 MB: if one in ten were kept, the last eighty would weigh more than this.
  // One sample in fifteen stands 8 MB higher for a moment, which the next collection takes back.
  expect(Math.min(...heaps.slice(-3)) - (heaps[1] as number)).toBeLessThan(4e6);
}, 300_000);
