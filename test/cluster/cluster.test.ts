import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Queue } from 'bullmq';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Cluster from '../../src/cluster/index.js';
import type * as Parts from '../../src/partial/index.js';
import { missing, RedisServer } from '../support/redis.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { runShards } = (await import(`${root}dist/cluster.js`)) as typeof Cluster;
const { mapPosts, packPartial, buildPartialReport } = (await import(
  `${root}dist/partial.js`
)) as typeof Parts;

const reason = missing('redis-server');
const folder = mkdtempSync(join(tmpdir(), 'redian-cluster-'));
const workers: ChildProcess[] = [];
let redis: RedisServer;

/** A worker as a process of its own; with a short lock, so that a dead one is missed soon. */
function startWorker(queue: string): ChildProcess {
  const code = `
    import { startClusterWorker } from ${JSON.stringify(`${root}dist/cluster.js`)};
    await startClusterWorker({ redis: ${JSON.stringify(redis.address)}, queue: ${JSON.stringify(queue)}, lockMs: 4000 });
    process.stdout.write('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  workers.push(child);
  return child;
}

function ready(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => child.stdout?.once('data', resolve));
}

const csv = readFileSync(`${root}fixtures/tweets-ai-20251128-20251130.csv`, 'utf8');
const { collectPosts } = (await import(
  `${root}dist/corpus.js`
)) as typeof import('../../src/corpus/index.js');
const lines = (await collectPosts(csv)).posts.map((post) =>
  JSON.stringify({
    id: post.id,
    text: post.text,
    author: post.author,
    created_at: new Date(post.createdAt ?? 0).toISOString(),
    likes: post.engagement.likes,
    retweets: post.engagement.reposts,
    replies: post.engagement.replies,
    views: post.engagement.views,
    url: post.url,
  }),
);
const days = { from: '2025-11-28', to: '2025-11-30', sample: 100 };

/** Shards of a run, each post written several times over under other ids, so that there is some work in them. */
function writeShards(run: string, count: number, times: number): string[] {
  mkdirSync(join(folder, run), { recursive: true });
  return Array.from({ length: count }, (_, shard) => {
    const path = join(folder, run, `shard-${shard}.ndjson`);
    const own = lines.filter((_, index) => index % count === shard);
    const text: string[] = [];
    for (let copy = 0; copy < times; copy++)
      for (const line of own)
        text.push(line.replace(/"id":"(\d+)"/, `"id":"$1${copy === 0 ? '' : `x${copy}`}"`));
    writeFileSync(path, `${text.join('\n')}\n`);
    return path;
  });
}

/** What one process makes of all shards. */
async function single(shards: readonly string[]): Promise<Parts.Partial> {
  return mapPosts(
    shards.map((path) => ({ name: path, open: () => readFileSync(path) })),
    { ...days, files: shards.map((path) => path.split('/').at(-1) ?? '') },
  );
}

/** Waits until so many jobs are at work. */
async function busy(name: string, jobs: number): Promise<void> {
  const queue = new Queue(name, { connection: { host: '127.0.0.1', port: redis.port } });
  while ((await queue.getActiveCount()) < jobs) await wait(5);
  await queue.close();
}

const wait = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));

describe.skipIf(reason !== undefined)(`a cluster${reason === undefined ? '' : ` (${reason})`}`, () => {
  beforeAll(async () => {
    redis = await RedisServer.start(join(folder, 'redis'));
  });
  afterAll(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    await redis?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives what one process gives, with workers killed, paused and a server that restarts', async () => {
    const shards = writeShards('chaos', 9, 12);
    const own = [startWorker('chaos'), startWorker('chaos')];
    await Promise.all(own.map(ready));
    const told: Cluster.RunProgress[] = [];
    const running = runShards({
      ...days,
      redis: redis.address,
      queue: 'chaos',
      run: 'chaos',
      folder: join(folder, 'parts'),
      shards,
      fanIn: 4,
      reading: { format: 'ndjson' },
      onProgress: (progress) => told.push(progress),
    });
    // Both are in the middle of a job: the lock of the killed one runs out, and another worker does it again.
    await busy('chaos', 2);
    own[0]?.kill('SIGKILL');
    const third = startWorker('chaos');
    await ready(third);
    // Longer than its lock: its job is delivered a second time, and then both finish it.
    own[1]?.kill('SIGSTOP');
    await wait(9000);
    own[1]?.kill('SIGCONT');
    await redis.restart();
    const { partial, failed } = await running;
    expect(failed).toEqual([]);
    const whole = await single(shards);
    expect(partial?.tally.posts).toBe(lines.length * 12);
    expect(Buffer.compare(packPartial(partial as Parts.Partial), packPartial(whole))).toBe(0);
    expect(JSON.stringify(await buildPartialReport(partial as Parts.Partial))).toBe(
      JSON.stringify(await buildPartialReport(whole)),
    );
    expect(told.at(-1)).toEqual({ shards: 9, done: 9, failed: 0 });

    // The same run once more: nothing is done again.
    const again = await runShards({
      ...days,
      redis: redis.address,
      queue: 'chaos',
      run: 'chaos',
      folder: join(folder, 'parts'),
      shards,
    });
    expect(Buffer.compare(packPartial(again.partial as Parts.Partial), packPartial(whole))).toBe(0);
  }, 300_000);

  it('names a poisoned shard after its retries, and finishes the others', async () => {
    const shards = writeShards('poison', 3, 1);
    const poisoned = join(folder, 'poison', 'bad: shard.csv');
    writeFileSync(poisoned, 'a,b\n1,2\n');
    const gone = join(folder, 'poison', 'gone.ndjson');
    await ready(startWorker('poison'));
    const { partial, failed } = await runShards({
      ...days,
      redis: redis.address,
      queue: 'poison',
      run: 'poison',
      folder: join(folder, 'parts'),
      shards: [poisoned, ...shards, gone],
      attempts: 2,
      backoffMs: 10,
      fanIn: 2,
    });
    expect(failed.map(({ shard }) => shard)).toEqual([poisoned, gone]);
    expect(failed[0]?.reason).toMatch(/no column is known to hold the text/);
    expect(failed[1]?.reason).toMatch(/gone\.ndjson: cannot be read: it does not exist/);
    const whole = await single(shards);
    expect(Buffer.compare(packPartial(partial as Parts.Partial), packPartial(whole))).toBe(0);
  }, 120_000);

  it('stops waiting when it is aborted, and says what is wrong with its options', async () => {
    const stop = new AbortController();
    const options = { redis: redis.address, queue: 'idle', folder: join(folder, 'parts'), shards: ['x'] };
    const waiting = runShards({ ...options, run: 'idle', signal: stop.signal });
    const outcome = expect(waiting).rejects.toThrow('enough');
    await wait(700);
    stop.abort(new Error('enough'));
    await outcome;
    await expect(runShards({ ...options, run: 'a b' })).rejects.toThrow(/run: expected letters/);
    await expect(runShards({ ...options, run: 'a', shards: [] })).rejects.toThrow(
      /shards: expected at least one/,
    );
    await expect(runShards({ ...options, run: 'a', redis: 'http://x' })).rejects.toThrow(/redis: expected/);
  });
});
