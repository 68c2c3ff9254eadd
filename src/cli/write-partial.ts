import { writeFile } from '../node/write-file.js';
import { type Partial, packPartial, partialToLine } from '../partial/index.js';
import { print } from './terminal.js';

/** Where and how a partial is written. */
export interface PartialFlags {
  readonly out?: string;
  readonly line?: boolean;
  readonly quiet?: boolean;
}

/** Writes a partial to a file or the standard output. */
export async function writePartial(partial: Partial, flags: PartialFlags): Promise<void> {
  const bytes = packPartial(partial);
  const content = flags.line === true ? `${partialToLine(bytes)}\n` : bytes;
  if (flags.out === undefined) await print(content);
  else await writeFile(flags.out, content);
}
