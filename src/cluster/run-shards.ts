import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Job, JobNode } from 'bullmq';
import { checkNumber, checkOptions, type OptionNames } from '../base/check.js';
import { RedianError } from '../errors.js';
import { fileError } from '../node/file-error.js';
import { readFile } from '../node/read-file.js';
import { type Partial as PartialCounts, type PartialSettings, unpackPartial } from '../partial/index.js';
import { partialSettingNames } from '../partial/settings.js';
import { type ClusterOptions, clusterOptions, connect } from './connect.js';
import type { FailedShard, JobResult, MapJob, MergeJob, ShardReading } from './jobs.js';

/** What is to be run. */
export interface RunOptions extends ClusterOptions, Partial<PartialSettings> {
  /** Files with posts, one a shard, under paths that every worker sees. */
  readonly shards: readonly string[];
  /** Folder that every worker sees: partials are written there. */
  readonly folder: string;
  /** Name of the run, of letters, digits, ".", "_" and "-". A run that is submitted again under its name goes on. */
  readonly run: string;
  /** How the shards are read. Default: found from their content. */
  readonly reading?: ShardReading | undefined;
  /** How often a shard is tried. Default: 3. */
  readonly attempts?: number | undefined;
  /** Milliseconds between two attempts. Default: 1,000. */
  readonly backoffMs?: number | undefined;
  /** Partials that one job merges, 2 to 10,000. Default: 100; more shards make a tree. */
  readonly fanIn?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called as shards are done, about twice a second. */
  readonly onProgress?: ((progress: RunProgress) => void) | undefined;
}

const runOptions: OptionNames<RunOptions> = {
  ...clusterOptions,
  ...partialSettingNames,
  shards: true,
  folder: true,
  run: true,
  reading: true,
  attempts: true,
  backoffMs: true,
  fanIn: true,
  signal: true,
  onProgress: true,
};

/** How far a run is. */
export interface RunProgress {
  readonly shards: number;
  /** Shards that are mapped. */
  readonly done: number;
  readonly failed: number;
}

/** What a run gives. */
export interface RunResult {
  /** All shards but the failed ones; undefined if all failed. */
  readonly partial: PartialCounts | undefined;
  /** Shards that failed at every attempt, each with what the last one said. */
  readonly failed: readonly FailedShard[];
}

const POLL_MS = 500;

/** A path as a part of a job's id, which may hold no colon. */
function coded(path: string): string {
  return encodeURIComponent(path).replaceAll('%', '~');
}

/** The jobs of a run as a tree: shards at the leaves, merges above them. */
function treeOf(options: RunOptions, queue: string): JobNodeOptions {
  const { run, attempts = 3, backoffMs = 1000, fanIn = 100 } = options;
  const folder = resolve(options.folder, run);
  const settings: Partial<PartialSettings> = {
    ...(options.from === undefined ? {} : { from: options.from }),
    ...(options.to === undefined ? {} : { to: options.to }),
    ...(options.timeZone === undefined ? {} : { timeZone: options.timeZone }),
    ...(options.sample === undefined ? {} : { sample: options.sample }),
  };
  const common = { attempts, backoff: { type: 'fixed', delay: backoffMs }, ignoreDependencyOnFailure: true };
  let level: JobNodeOptions[] = options.shards.map((shard, index) => {
    const data: MapJob = {
      shard: resolve(shard),
      out: join(folder, `map-${index}.partial`),
      settings,
      reading: options.reading ?? {},
    };
    const jobId = `${run}-map-${index}-${coded(resolve(shard))}`;
    return { name: 'map', queueName: queue, data, opts: { ...common, jobId } };
  });
  for (let height = 1; ; height++) {
    const above: JobNodeOptions[] = [];
    for (let from = 0; from < level.length; from += fanIn) {
      const children = level.slice(from, from + fanIn);
      const isTop = level.length <= fanIn;
      const name = isTop ? 'all' : `merge-${height}-${above.length}`;
      const data: MergeJob = { out: join(folder, `${name}.partial`) };
      const opts = isTop ? { attempts, backoff: common.backoff } : common;
      above.push({
        name: 'merge',
        queueName: queue,
        data,
        opts: { ...opts, jobId: `${run}-${name}` },
        children,
      });
    }
    const [top] = above;
    if (above.length === 1 && top !== undefined) return top;
    level = above;
  }
}

interface JobNodeOptions {
  readonly name: string;
  readonly queueName: string;
  readonly data: MapJob | MergeJob;
  readonly opts: Readonly<Record<string, unknown>>;
  readonly children?: JobNodeOptions[];
}

function check(options: RunOptions): void {
  checkOptions(options, runOptions);
  const { shards, run, attempts = 3, backoffMs = 1000, fanIn = 100 } = options;
  if (!Array.isArray(shards) || shards.length === 0) {
    throw new RedianError('INVALID_ARGUMENT', 'shards: expected at least one file, got none');
  }
  if (!/^[\w.-]{1,100}$/.test(run)) {
    throw new RedianError('INVALID_ARGUMENT', `run: expected letters, digits, ".", "_" and "-", got ${run}`);
  }
  checkNumber('attempts', attempts, { min: 1, max: 100, integer: true });
  checkNumber('backoffMs', backoffMs, { min: 0, max: 3_600_000 });
  checkNumber('fanIn', fanIn, { min: 2, max: 10_000, integer: true });
}

/**
 * Maps shards by the workers of a cluster and merges what they give: one job a shard, jobs above that merge, retries,
 * progress. The result equals that of one process over all files.
 *
 * Whoever calls this may die as well: called again with the same run, it waits for what is under way.
 *
 * ```ts
 * const { partial, failed } = await runShards({
 *   redis: 'redis://127.0.0.1:6379', run: 'november', folder: '/mnt/parts',
 *   shards: ['/mnt/posts/1.ndjson.gz', '/mnt/posts/2.ndjson.gz'], from: '2025-11-01', to: '2025-11-30',
 * });
 * ```
 *
 * @throws {RedianError} MISSING_PACKAGE without bullmq and ioredis; INVALID_ARGUMENT for an option out of range; WORKER
 *   if the merge itself fails at every attempt; the signal's reason if it is aborted, which leaves the jobs.
 */
export async function runShards(options: RunOptions): Promise<RunResult> {
  check(options);
  const { run, signal, onProgress, shards } = options;
  signal?.throwIfAborted();
  const folder = resolve(options.folder, run);
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw fileError(folder, 'written', cause);
  });
  const { bull, connection, queue: name, close } = await connect(options);
  const queue = new bull.Queue(name, { connection });
  const flow = new bull.FlowProducer({ connection });
  queue.on('error', () => undefined);
  flow.on('error', () => undefined);
  try {
    const topId = `${run}-all`;
    let top: Job | undefined = await queue.getJob(topId);
    if (top === undefined) {
      const tree: JobNode = await flow.add(treeOf(options, name) as Parameters<typeof flow.add>[0]);
      top = tree.job;
    }
    for (;;) {
      signal?.throwIfAborted();
      const state = await top.getState();
      if (onProgress !== undefined) onProgress(await progressOf(queue, run, shards.length));
      if (state === 'completed') break;
      if (state === 'failed') {
        const last = await queue.getJob(topId);
        throw new RedianError(
          'WORKER',
          `run ${run}: the merge failed: ${last?.failedReason ?? 'no reason given'}`,
        );
      }
      await new Promise((wake) => setTimeout(wake, POLL_MS));
    }
    const finished = await queue.getJob(topId);
    const result = finished?.returnvalue as JobResult;
    const partial = result.path === '' ? undefined : unpackPartial(await readFile(result.path), result.path);
    return { partial, failed: result.failed };
  } finally {
    await Promise.all([queue.close(), flow.close()]);
    await close();
  }
}

/** Counts the shards of a run by their state; 1,000 at a time are asked for. */
async function progressOf(
  queue: {
    getJobs(types: ('completed' | 'failed')[], start: number, end: number): Promise<(Job | undefined)[]>;
  },
  run: string,
  shards: number,
): Promise<RunProgress> {
  const count = async (state: 'completed' | 'failed'): Promise<number> => {
    let found = 0;
    for (let from = 0; ; from += 1000) {
      const jobs = await queue.getJobs([state], from, from + 999);
      found += jobs.filter((job) => job?.id?.startsWith(`${run}-map-`)).length;
      if (jobs.length < 1000) return found;
    }
  };
  const [done, failed] = await Promise.all([count('completed'), count('failed')]);
  return { shards, done, failed };
}
