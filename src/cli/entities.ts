import { TimeZone } from '../corpus/index.js';
import { EntityCounts, extractEntities, extractEvents } from '../entities/index.js';
import { Tokenizer } from '../tokenizer/index.js';
import { type ReadFlags, readInput, tellRejects } from './read-input.js';
import { alignCells, Output, Progress, print } from './terminal.js';

/** Options of `redian entities`. */
interface EntitiesFlags extends ReadFlags {
  readonly limit: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Counts the names in posts; with `--json` gives the entities and events of each post. */
export async function entities(files: readonly string[], flags: EntitiesFlags): Promise<void> {
  const progress = new Progress(flags.quiet === true);
  const { posts, tally } = await readInput(files, flags, progress);
  const tokenizer = await Tokenizer.load();
  const zone = new TimeZone(flags.timeZone);
  const counts = new EntityCounts();
  const output = new Output();
  progress.start('finding entities');
  for (const [index, { id, text, createdAt }] of posts.entries()) {
    const tokens = tokenizer.segment(text);
    const found = extractEntities(text, tokens);
    if (flags.json === true) {
      const events = extractEvents(text, tokens, {
        entities: found,
        ...(createdAt === undefined ? undefined : { postDay: zone.dayOf(createdAt) }),
      });
      await output.add(`${JSON.stringify({ id, entities: found, events })}\n`);
    } else counts.add(found);
    if (index % 1000 === 999) progress.update(`${index + 1} of ${posts.length} posts`);
  }
  progress.clear();
  tellRejects(tally, flags, progress);
  if (flags.json === true) {
    await output.flush();
    return;
  }
  const rows = counts
    .names({ limit: flags.limit })
    .map(({ canonical, category, posts: count }) => [canonical, category, String(count)]);
  await print(alignCells([['name', 'kind', 'posts'], ...rows], ['left', 'left', 'right']));
}
