import { type ChildProcess, spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { TextBatch } from '../../src/partial/index.js';
import { packBatch } from '../../src/workers/messages.js';

/**
 * How much faster the pool counts with two threads than one thread does, what piscina gives with the same code and
 * messages, and what two cores give at all: two processes with a thread each, both with the whole work. The four take
 * turns; what counts are the medians, and the ratio to what the cores give. Needs `npm run build`; piscina is left out
 * if `npm run bench:peers` did not install it.
 *
 *     npx tsx bench/scale/threads.ts <file of posts> [rounds, 9]
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const [path = '', roundsText = '9', role = 'main'] = process.argv.slice(2);
// The package as it is built: what a loader turns into JavaScript on the fly is none that users run.
const { readPosts } = (await import(`${root}dist/corpus.js`)) as typeof import('../../src/corpus/index.js');
const { TermCounter } = (await import(
  `${root}dist/partial.js`
)) as typeof import('../../src/partial/index.js');
const { WorkerPool } = (await import(
  `${root}dist/workers.js`
)) as typeof import('../../src/workers/index.js');

const texts: string[] = [];
// Twenty whole batches: an odd or a short one leaves a thread idle at the end, which a million posts hardly feel.
for await (const result of readPosts(createReadStream(path))) {
  if (result.kind === 'post') texts.push(result.post.text);
  if (texts.length === 20 * 4096) break;
}
const batches: TextBatch[] = [];
for (let from = 0; from < texts.length; from += 4096) {
  const some = texts.slice(from, from + 4096);
  batches.push({ texts: some, days: some.map(() => '2025-11-28') });
}
const counter = await TermCounter.load();

function one(): void {
  for (const batch of batches) counter.countNow(batch);
}

const answerOf = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve) => child.once('message', resolve));

interface PiscinaPool {
  run(task: unknown, options: { transferList: unknown[] }): Promise<unknown>;
  destroy(): Promise<void>;
}

/** Undefined where piscina is not installed. */
function piscina(): PiscinaPool | undefined {
  try {
    const require = createRequire(`${root}bench/peers/package.json`);
    const { Piscina } = require('piscina') as { Piscina: new (options: object) => PiscinaPool };
    const filename = `${root}bench/peers/piscina-thread.mjs`;
    return new Piscina({ filename, minThreads: 2, maxThreads: 2, execArgv: [] });
  } catch {
    return undefined;
  }
}

async function measure(): Promise<void> {
  const pool = new WorkerPool({ workers: 2 });
  const other = piscina();
  const arguments_ = [...process.execArgv, fileURLToPath(import.meta.url), path, '0', 'child'];
  const children = [0, 1].map(() =>
    spawn(process.execPath, arguments_, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }),
  );
  await Promise.all(children.map(answerOf));
  const ways = new Map<string, () => Promise<unknown>>([
    ['one thread', async () => one()],
    ['two threads', () => Promise.all(batches.map((batch) => pool.count(batch)))],
    [
      'two processes, each all of it',
      () =>
        Promise.all(
          children.map((child) => {
            const answer = answerOf(child);
            child.send('go');
            return answer;
          }),
        ),
    ],
  ]);
  if (other !== undefined) {
    ways.set('piscina, two threads', () =>
      Promise.all(
        batches.map((batch, number) => {
          const message = packBatch(number, batch);
          const transferList = [message.bytes, message.ends.buffer, message.days.buffer];
          return other.run(message, { transferList });
        }),
      ),
    );
  }
  for (const run of ways.values()) {
    await run();
    await run();
  }
  const seconds = new Map<string, number[]>([...ways.keys()].map((name) => [name, []]));
  for (let round = 0; round < Number(roundsText); round++) {
    for (const [name, run] of ways) {
      const start = performance.now();
      await run();
      seconds.get(name)?.push((performance.now() - start) / 1000);
    }
  }
  await pool.close();
  await other?.destroy();
  for (const child of children) child.kill();
  const base = seconds.get('one thread') ?? [];
  const ratios = (name: string, work: number): number[] =>
    (seconds.get(name) ?? []).map((time, round) => (work * (base[round] as number)) / time);
  const median = (values: readonly number[]): number =>
    [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
  const shown = (values: readonly number[]): string => {
    const sorted = [...values].sort((a, b) => a - b);
    return `${median(values).toFixed(2)} (${sorted[0]?.toFixed(2)} to ${sorted.at(-1)?.toFixed(2)})`;
  };
  const ceiling = ratios('two processes, each all of it', 2);
  const line = (name: string, work: number): void => {
    const own = ratios(name, work);
    const share = own.map((ratio, round) => ratio / (ceiling[round] as number));
    process.stdout.write(
      `| ${name} | ${median(seconds.get(name) ?? []).toFixed(2)} s | ${shown(own)} | ${shown(share)} |\n`,
    );
  };
  process.stdout.write(
    `${texts.length} posts, ${roundsText} rounds\n| | median | times one thread | of what two cores give |\n| --- | ---: | ---: | ---: |\n`,
  );
  line('one thread', 1);
  line('two threads', 1);
  if (other !== undefined) line('piscina, two threads', 1);
  line('two processes, each all of it', 2);
}

if (role === 'child') {
  one();
  one();
  process.on('message', () => {
    one();
    process.send?.('done');
  });
  process.send?.('ready');
} else await measure();
