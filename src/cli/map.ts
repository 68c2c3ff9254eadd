import { startCounter } from './counter.js';
import { tellRejects } from './read-input.js';
import { type MapFlags, readPartial } from './read-partial.js';
import { Progress } from './terminal.js';
import { type PartialFlags, writePartial } from './write-partial.js';

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
