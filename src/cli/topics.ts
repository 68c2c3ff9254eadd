import { foldCopies } from '../corpus/index.js';
import { clusterTopics } from '../topics/index.js';
import { type ReadFlags, readInput, tellRejects } from './read-input.js';
import { Progress, paint, print, printable } from './terminal.js';
import { readTerms } from './weigh-terms.js';

/** Options of `redian topics`. */
export interface TopicsFlags extends ReadFlags {
  readonly k?: number;
  readonly seed: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** A post on one line of a terminal, cut. */
function oneLine(text: string): string {
  const line = printable(text).replace(/\s+/g, ' ').trim();
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}

/** Groups posts, copies folded, into topics and prints them with their terms and posts that stand for them. */
export async function topics(files: readonly string[], flags: TopicsFlags): Promise<void> {
  const progress = new Progress(flags.quiet === true);
  const { posts, tally } = await readInput(files, flags, progress);
  const folded = foldCopies(posts);
  const { terms, display } = await readTerms(folded, progress);
  progress.start('clustering');
  const model = clusterTopics(
    terms.map((list) => ({ terms: list })),
    {
      seed: flags.seed,
      display: (term) => display.get(term) ?? term,
      ...(flags.k === undefined ? undefined : { k: flags.k }),
    },
  );
  progress.clear();
  if (flags.json === true) {
    const topicsAsData = model.topics.map(({ label, terms: best, share, documents, representative }) => ({
      label,
      share,
      terms: best,
      posts: documents.map((index) => folded[index].id),
      representative: representative.map((index) => folded[index].id),
    }));
    await print(`${JSON.stringify(topicsAsData)}\n`);
  } else {
    for (const { label, share, documents, terms: best, representative } of model.topics) {
      const head = `${printable(label)}  ${(share * 100).toFixed(1)} %, ${documents.length} posts`;
      const names = best.slice(0, 8).map(({ term }) => display.get(term) ?? term);
      await print(`${paint(head, 'bold', process.stdout)}\n  ${printable(names.join(' · '))}\n`);
      for (const index of representative.slice(0, 2)) await print(`  “${oneLine(folded[index].text)}”\n`);
    }
  }
  tellRejects(tally, flags, progress);
}
