import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { describeTally, mostRejects, type Reject } from '../corpus/index.js';
import { RedianError } from '../errors.js';
import { fileError } from '../node/file-error.js';
import { openSources } from '../node/open-sources.js';
import { type MapOptions, mapPosts, type Partial, readPartials } from '../partial/index.js';
import { nameFiles, type ReadFlags, readOptions, tellProgress } from './read-input.js';
import type { Progress } from './terminal.js';

/** Options by which a command makes a partial of posts. */
export interface MapFlags extends ReadFlags {
  readonly from?: string;
  readonly to?: string;
  readonly sample: number;
}

/**
 * Reads posts of files, `-` for stdin, into a partial, and writes the rejects where they are wanted.
 *
 * @throws {RedianError} NO_POSTS if nothing that was read is a post and the partial may not be empty.
 */
export async function readPartial(
  paths: readonly string[],
  flags: MapFlags,
  { mayBeEmpty = false, ...how }: Pick<MapOptions, 'counts' | 'counter'> & { readonly mayBeEmpty?: boolean },
  progress: Progress,
): Promise<Partial> {
  const options = readOptions(flags);
  const sources = await openSources(paths);
  progress.start('reading');
  const rejects: Reject[] = [];
  const partial = await mapPosts(sources, {
    ...options,
    ...how,
    timeZone: flags.timeZone,
    ...(flags.from === undefined ? {} : { from: flags.from }),
    ...(flags.to === undefined ? {} : { to: flags.to }),
    sample: flags.sample,
    files: paths.map((path) => basename(path)),
    onReject(reject) {
      if (rejects.length < mostRejects) rejects.push(reject);
    },
    onProgress: (posts, rejected) => tellProgress(progress, posts, rejected),
  });
  if (flags.rejects !== undefined) {
    const { writeRejects } = await import('./reject-file.js');
    await writeRejects(flags.rejects, rejects);
  }
  if (!mayBeEmpty) expectPosts(partial, paths, rejects[0]);
  return partial;
}

/** @throws {RedianError} NO_POSTS if nothing that was read is a post, with what is wrong with the first row. */
export function expectPosts(partial: Partial, paths: readonly string[], reject?: Reject): void {
  if (partial.tally.posts > 0) return;
  const why = reject === undefined ? '' : `; line ${reject.line}: ${reject.message}`;
  throw new RedianError(
    'NO_POSTS',
    `${nameFiles(paths)}: no usable post: ${describeTally(partial.tally)}${why}`,
  );
}

async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 1 << 20 });
  } catch (cause) {
    throw fileError(path, 'read', cause);
  }
}

/** Merges the partials of files, `-` for stdin; one at a time is in memory besides the sum. */
export async function mergeFiles(paths: readonly string[], progress: Progress): Promise<Partial> {
  let merged: Partial | undefined;
  progress.start('merging');
  for (const path of paths) {
    for await (const partial of readPartials(piecesOf(path), path)) {
      try {
        merged = merged === undefined ? partial : merged.merge(partial);
      } catch (cause) {
        if (!(cause instanceof RedianError)) throw cause;
        throw new RedianError(cause.code, `${path}: ${cause.message}`, { cause, details: cause.details });
      }
    }
    progress.update(path);
  }
  if (merged === undefined) throw new RedianError('INVALID_DATA', 'expected a partial, got none');
  return merged;
}
