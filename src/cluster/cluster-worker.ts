import { basename } from 'node:path';
import type { Job } from 'bullmq';
import { checkNumber, checkOptions, type OptionNames } from '../base/check.js';
import { compareStrings } from '../base/compare.js';
import { RedianError } from '../errors.js';
import { openSources } from '../node/open-sources.js';
import { readFile } from '../node/read-file.js';
import { writeFile } from '../node/write-file.js';
import { mapPosts, type Partial, packPartial, unpackPartial } from '../partial/index.js';
import { WorkerPool } from '../workers/index.js';
import { type ClusterOptions, clusterOptions, connect } from './connect.js';
import type { FailedShard, JobResult, MapJob, MergeJob } from './jobs.js';

/** How a process works for a cluster. */
export interface ClusterWorkerOptions extends ClusterOptions {
  /** Threads that count within a shard, beside the one that reads. Default: 1; start a process for each core instead. */
  readonly workers?: number | undefined;
  /** After so long without a sign of life, milliseconds, a job is given to another worker. Default: 30,000. */
  readonly lockMs?: number | undefined;
  /** Called with each shard that failed once, and whether it will be tried again. */
  readonly onFailed?: ((shard: FailedShard, isFinal: boolean) => void) | undefined;
}

const workerOptions: OptionNames<ClusterWorkerOptions> = {
  ...clusterOptions,
  workers: true,
  lockMs: true,
  onFailed: true,
};

/** A process that takes jobs until it is closed. */
export interface ClusterWorker {
  /** Takes no further job, and waits for the one at work. */
  close(): Promise<void>;
}

/** Posts between two signs of progress. */
const PROGRESS = 20_000;
/** A job whose worker died so often is at fault itself. */
const MOST_DEATHS = 10;

async function mapShard(job: Job<MapJob>, pool: WorkerPool): Promise<JobResult> {
  const { shard, out, settings, reading } = job.data;
  let told = 0;
  const partial = await mapPosts(await openSources([shard]), {
    ...reading,
    ...settings,
    files: [basename(shard)],
    counter: pool,
    onReject: () => undefined,
    onProgress(posts) {
      if (posts < told + PROGRESS) return;
      told = posts;
      // Only a sign: what it says is never waited for, and a lost one is made good by the next.
      job.updateProgress({ posts }).catch(() => undefined);
    },
  });
  await writeFile(out, packPartial(partial));
  return { path: out, posts: partial.tally.posts, failed: [] };
}

async function mergeShards(job: Job<MergeJob>): Promise<JobResult> {
  const [done, lost] = await Promise.all([
    job.getChildrenValues<JobResult>(),
    job.getIgnoredChildrenFailures(),
  ]);
  const failed: FailedShard[] = Object.values(done).flatMap((result) => result.failed);
  for (const [key, reason] of Object.entries(lost)) failed.push({ shard: nameOf(key), reason });
  failed.sort((a, b) => compareStrings(a.shard, b.shard));
  let merged: Partial | undefined;
  let posts = 0;
  const paths = Object.values(done)
    .filter(({ path }) => path !== '')
    .map(({ path }) => path)
    .sort();
  for (const path of paths) {
    const partial = unpackPartial(await readFile(path), path);
    merged = merged === undefined ? partial : merged.merge(partial);
    posts = merged.tally.posts;
    await job.updateProgress({ posts });
  }
  if (merged === undefined) return { path: '', posts: 0, failed };
  await writeFile(job.data.out, packPartial(merged));
  return { path: job.data.out, posts, failed };
}

/** The last part of a job's key in Redis: its id, which names the shard. */
function nameOf(key: string): string {
  const id = key.slice(key.lastIndexOf(':') + 1);
  const [, coded = ''] = /-map-\d+-(.*)$/.exec(id) ?? [];
  return coded === '' ? id : decodeURIComponent(coded.replaceAll('~', '%'));
}

/**
 * Takes jobs from Redis: maps shards, and merges what they gave. Start one in each process, on as many machines as
 * there are; all of them see the shards and the folder of the run under the same paths.
 *
 * A job whose process dies is given to another one. Doing a job twice writes the same file twice: a file is written
 * beside its place and renamed, so that no one reads half of it.
 *
 * @throws {RedianError} MISSING_PACKAGE without bullmq and ioredis.
 */
export async function startClusterWorker(options: ClusterWorkerOptions): Promise<ClusterWorker> {
  checkOptions(options, workerOptions);
  const lockMs = options.lockMs ?? 30_000;
  checkNumber('lockMs', lockMs, { min: 100, max: 3_600_000, integer: true });
  const { bull, connection, queue, close } = await connect(options);
  // Counting in a thread of its own leaves this one free to give signs of life.
  const pool = new WorkerPool({ workers: options.workers ?? 1 });
  const worker = new bull.Worker(
    queue,
    async (job: Job) => {
      try {
        return job.name === 'map' ? await mapShard(job, pool) : await mergeShards(job);
      } catch (cause) {
        if (cause instanceof RedianError || !(cause instanceof Error)) throw cause;
        throw new RedianError('WORKER', `${job.name}: ${cause.message}`, { cause });
      }
    },
    {
      connection,
      concurrency: 1,
      lockDuration: lockMs,
      stalledInterval: lockMs,
      maxStalledCount: MOST_DEATHS,
    },
  );
  // A server that is away is connected to again.
  worker.on('error', () => undefined);
  worker.on('failed', (job, cause) => {
    if (job === undefined) return;
    const shard = job.name === 'map' ? (job.data as MapJob).shard : job.name;
    options.onFailed?.({ shard, reason: cause.message }, job.attemptsMade >= (job.opts.attempts ?? 1));
  });
  return {
    async close() {
      await worker.close();
      await pool.close();
      await close();
    },
  };
}
