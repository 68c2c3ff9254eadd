import { mergeFiles } from './read-partial.js';
import { Progress } from './terminal.js';
import { type PartialFlags, writePartial } from './write-partial.js';

/** Partials to one partial. */
export async function merge(files: readonly string[], flags: PartialFlags): Promise<void> {
  const progress = new Progress(flags.quiet === true);
  const merged = await mergeFiles(files, progress);
  progress.clear();
  await writePartial(merged, flags);
}
