import { writeFile } from '../node/write-file.js';
import { type Partial, packPartial, partialToLine } from '../partial/index.js';
import { startCounter } from './counter.js';
import { tellRejects } from './read-input.js';
import { type MapFlags, mergeFiles, readPartial } from './read-partial.js';
import { Progress, print } from './terminal.js';

/** Where and how a partial is written. */
interface PartialFlags {
  readonly out?: string;
  readonly line?: boolean;
  readonly quiet?: boolean;
}

async function writePartial(partial: Partial, flags: PartialFlags): Promise<void> {
  const bytes = packPartial(partial);
  const content = flags.line === true ? `${partialToLine(bytes)}\n` : bytes;
  if (flags.out === undefined) await print(content);
  else await writeFile(flags.out, content);
}

/** Posts to one partial. */
export async function map(
  files: readonly string[],
  flags: MapFlags & PartialFlags & { readonly workers?: number },
): Promise<void> {
  const progress = new Progress(flags.quiet === true);
  const counter = startCounter(flags.workers ?? 1);
  try {
    const partial = await readPartial(
      files,
      flags,
      { counts: 'always', mayBeEmpty: true, ...counter.option },
      progress,
    );
    progress.clear();
    tellRejects(partial.tally, flags, progress);
    await writePartial(partial, flags);
  } finally {
    await counter.close();
  }
}

/** Partials to one partial. */
export async function merge(files: readonly string[], flags: PartialFlags): Promise<void> {
  const progress = new Progress(flags.quiet === true);
  const merged = await mergeFiles(files, progress);
  progress.clear();
  await writePartial(merged, flags);
}
