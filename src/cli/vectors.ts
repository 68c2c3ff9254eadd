import { groupDigits } from '../base/group-digits.js';
import { foldCopies } from '../corpus/index.js';
import { writeFile } from '../node/write-file.js';
import { trainWordVectors } from '../topics/index.js';
import { type ReadFlags, readInput, tellRejects } from './read-input.js';
import { Progress, print } from './terminal.js';
import { readTerms } from './weigh-terms.js';

/** Options of `redian vectors`. */
interface VectorsFlags extends ReadFlags {
  readonly out: string;
  readonly dimensions: number;
  readonly minCount: number;
  readonly seed: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Trains word vectors on posts, copies folded, and writes them. */
export async function vectors(files: readonly string[], flags: VectorsFlags): Promise<void> {
  const progress = new Progress(flags.quiet === true);
  const { posts, tally } = await readInput(files, flags, progress);
  const folded = foldCopies(posts);
  const { terms } = await readTerms(folded, progress);
  progress.start('training');
  const { dimensions, minCount, seed } = flags;
  const trained = trainWordVectors(terms, { dimensions, minCount, seed });
  const bytes = trained.toBytes();
  await writeFile(flags.out, bytes);
  progress.clear();
  const summary = {
    file: flags.out,
    posts: folded.length,
    words: trained.size,
    dimensions,
    bytes: bytes.length,
  };
  if (flags.json === true) await print(`${JSON.stringify(summary)}\n`);
  tellRejects(tally, flags, progress);
  progress.say(`${flags.out}: ${groupDigits(trained.size)} words of ${groupDigits(folded.length)} posts`);
}
