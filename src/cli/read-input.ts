import { groupDigits } from '../base/group-digits.js';
import {
  type Collection,
  collectPosts,
  describeTally,
  type FieldOptions,
  fieldNames,
  mostRejects,
  type ReadOptions,
  type Reject,
  type Tally,
  TimeZone,
} from '../corpus/index.js';
import { RedianError } from '../errors.js';
import { openSources } from '../node/open-sources.js';
import type { Progress } from './terminal.js';
import { usageError } from './usage.js';

/** Options by which a command reads posts, as commander gives them. */
export interface ReadFlags {
  readonly field?: Readonly<Record<string, readonly string[]>>;
  readonly readAs?: NonNullable<ReadOptions['format']>;
  readonly encoding?: NonNullable<ReadOptions['encoding']>;
  readonly dateOrder?: 'dmy' | 'mdy';
  readonly timeZone: string;
  readonly rejects?: string;
}

function checkZone(name: string): void {
  try {
    new TimeZone(name);
  } catch {
    throw usageError('--time-zone', 'a name such as Asia/Shanghai or an offset such as +08:00', name);
  }
}

/** The reader's options for the flags. */
export function readOptions(flags: ReadFlags): ReadOptions {
  checkZone(flags.timeZone);
  for (const name of Object.keys(flags.field ?? {})) {
    if (!(fieldNames as readonly string[]).includes(name)) {
      throw usageError('--field', `a name among ${fieldNames.join(', ')}`, name);
    }
  }
  return {
    timeZone: flags.timeZone,
    ...(flags.field === undefined ? undefined : { fields: flags.field as FieldOptions }),
    ...(flags.readAs === undefined ? undefined : { format: flags.readAs }),
    ...(flags.encoding === undefined ? undefined : { encoding: flags.encoding }),
    ...(flags.dateOrder === undefined ? undefined : { dateOrder: flags.dateOrder }),
  };
}

/** Says how far reading is. */
export function tellProgress(progress: Progress, posts: number, rejected: number): void {
  progress.update(`${groupDigits(posts)} posts${rejected > 0 ? `, ${groupDigits(rejected)} rejected` : ''}`);
}

/** What messages call some files: by the name of the only one, or their number. */
export function nameFiles(paths: readonly string[]): string {
  return paths.length === 1 ? paths[0] : `${paths.length} files`;
}

/** Says what was rejected, if anything was. */
export function tellRejects(tally: Tally, flags: ReadFlags, progress: Progress): void {
  if (tally.rejected > 0) progress.say(`${describeTally(tally)}${whereRejects(tally, flags)}`);
}

/** Where the rejects are, in brackets; empty if there are none. */
export function whereRejects(tally: Tally, flags: ReadFlags): string {
  if (tally.rejected === 0) return '';
  if (flags.rejects === undefined) return ' (--rejects FILE writes them)';
  const which = tally.rejected > mostRejects ? `the first ${groupDigits(mostRejects)} ` : '';
  return ` (${which}written to ${flags.rejects})`;
}

/** Reads the posts of files, `-` for stdin, and writes the rejects where they are wanted, also if all are bad. */
export async function readInput(
  paths: readonly string[],
  flags: ReadFlags,
  progress: Progress,
): Promise<Collection> {
  const options = readOptions(flags);
  const sources = await openSources(paths);
  progress.start('reading');
  const save = async (rejects: readonly Reject[]): Promise<void> => {
    if (flags.rejects === undefined) return;
    const { writeRejects } = await import('./reject-file.js');
    await writeRejects(flags.rejects, rejects);
  };
  try {
    const collection = await collectPosts(sources, {
      ...options,
      onProgress: (posts, rejected) => tellProgress(progress, posts, rejected),
    });
    await save(collection.rejects);
    return collection;
  } catch (error) {
    if (error instanceof RedianError && error.code === 'NO_POSTS' && Array.isArray(error.details.rejects)) {
      await save(error.details.rejects as Reject[]);
      throw new RedianError('NO_POSTS', `${nameFiles(paths)}: ${error.message}`, {
        cause: error,
        details: error.details,
      });
    }
    throw error;
  }
}
