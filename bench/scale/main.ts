import { execFileSync, spawnSync } from 'node:child_process';
import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPosts } from '../../src/corpus/index.js';
import { mapPosts, type Partial, packPartial, prepareReport, TermCounter } from '../../src/partial/index.js';
import { buildPreparedReport } from '../../src/report/index.js';

/**
 * What a report of many posts takes: posts a second and the share of each stage, and the peak of memory of
 * `redian report`. Needs `npm run build`. How much faster two threads count than one is asked in threads.ts.
 *
 *     npx tsx bench/scale/main.ts [number of posts, 1,000,000] [file to keep them in]
 *
 * Times are of the processor, which neighbours on the machine disturb less than those of the clock.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const count = Number(process.argv[2] ?? 1_000_000);
if (!Number.isInteger(count) || count < 1) {
  throw new Error(`usage: main.ts [NUMBER [FILE]]; expected a number of posts, got ${process.argv[2]}`);
}
const folder = mkdtempSync(join(tmpdir(), 'redian-scale-'));
const file = process.argv[3] ?? join(folder, 'posts.ndjson');
if (!existsSync(file)) {
  execFileSync('npx', ['tsx', `${root}bench/scale/generate.ts`, String(count), file], { stdio: 'inherit' });
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

const stages: { name: string; seconds: number; posts: number }[] = [];
async function stage<T>(name: string, posts: number, run: () => T | Promise<T>): Promise<T> {
  const before = cpu();
  const result = await run();
  stages.push({ name, seconds: cpu() - before, posts });
  return result;
}

/** Counts nothing, so that what is left is the reading. */
const idle = { parallel: 1, count: async () => ({ days: [], promotional: 0, terms: [] }) };

async function report(): Promise<void> {
  await stage('reading', count, async () => {
    for await (const _ of readPosts(createReadStream(file))) {
      // Only read.
    }
  });
  await stage('sampling, authors, volume', count, () => mapPosts(createReadStream(file), { counter: idle }));
  const counter = await TermCounter.load();
  let counting = 0;
  let partial: Partial | undefined;
  await stage('merging of counts', count, async () => {
    partial = await mapPosts(createReadStream(file), {
      counter: {
        parallel: 1,
        async count(batch) {
          const before = cpu();
          const counts = counter.countNow(batch);
          counting += cpu() - before;
          return counts;
        },
      },
    });
  });
  if (partial === undefined) return;
  const whole = partial;
  const [reading, sampling, merging] = stages as [(typeof stages)[0], (typeof stages)[0], (typeof stages)[0]];
  merging.seconds = Math.max(0, merging.seconds - counting - sampling.seconds);
  sampling.seconds = Math.max(0, sampling.seconds - reading.seconds);
  stages.splice(2, 0, { name: 'tokenizing and counting', seconds: counting, posts: count });
  const bytes = await stage('writing the partial', count, () => packPartial(whole));
  const prepared = await stage('folding copies', whole.sample.size, () => prepareReport(whole, ''));
  let name = 'loading models';
  let before = cpu();
  const used = prepared.posts.length;
  const next = (following: string): void => {
    const now = cpu();
    stages.push({ name, seconds: now - before, posts: used });
    name = following;
    before = now;
  };
  await buildPreparedReport({ ...prepared, topic: 'ai', source: 'bench', seed: 1, progress: next });
  next('');
  const all = stages.reduce((sum, { seconds }) => sum + seconds, 0);
  say(`| stage | posts | CPU s | posts/s | share |\n| --- | ---: | ---: | ---: | ---: |`);
  for (const { name: of, seconds, posts } of stages) {
    const rate = seconds === 0 ? '' : Math.round(posts / seconds).toLocaleString('en');
    say(
      `| ${of} | ${posts.toLocaleString('en')} | ${seconds.toFixed(1)} | ${rate} | ${((100 * seconds) / all).toFixed(1)} % |`,
    );
  }
  say(`| all | ${count.toLocaleString('en')} | ${all.toFixed(1)} | ${Math.round(count / all)} | |`);
  say(
    `partial: ${(bytes.length / 1e6).toFixed(1)} MB, ${whole.sample.size} posts kept, terms ${whole.terms.isExact ? 'exact' : 'sketched'}`,
  );
}

/** The command as users run it, in a process of its own. */
function memory(): void {
  const args = [`${root}dist/cli.js`, 'report', file, '--topic', 'ai', '--out', folder, '-q'];
  const code = `
    process.argv.splice(1, 1);
    process.on('exit', () => process.stderr.write('PEAK ' + process.resourceUsage().maxRSS));
    import(process.argv[1]);`;
  const started = performance.now();
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code, '-', ...args], {
    encoding: 'utf8',
  });
  const peak = Number(/PEAK (\d+)/.exec(stderr)?.[1]) / 1024;
  say(
    `redian report: ${((performance.now() - started) / 1000).toFixed(0)} s by the clock, peak of memory ${peak.toFixed(0)} MB`,
  );
}

say(`${count.toLocaleString('en')} posts, ${(statSync(file).size / 1e6).toFixed(0)} MB`);
await report();
memory();
rmSync(folder, { recursive: true, force: true });
