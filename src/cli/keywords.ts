import { extractTags, textRank } from '../keywords/index.js';
import { Tokenizer } from '../tokenizer/index.js';
import { type ReadFlags, readInput, tellRejects } from './read-input.js';
import { alignCells, Progress, print, printable } from './terminal.js';
import { weighTerms } from './weigh-terms.js';

/** Options of `redian keywords`. */
export interface KeywordsFlags extends ReadFlags {
  readonly limit: number;
  readonly method: 'tfidf' | 'textrank';
  readonly each?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Prints the terms that tell most of all posts, or with `--each` the keywords of each post as jieba has them. */
export async function keywords(files: readonly string[], flags: KeywordsFlags): Promise<void> {
  const progress = new Progress(flags.quiet === true);
  const { posts, tally } = await readInput(files, flags, progress);
  if (flags.each === true) {
    progress.clear();
    const tokenizer = await Tokenizer.load();
    const extract = flags.method === 'tfidf' ? extractTags : textRank;
    for (const { id, text } of posts) {
      const found = extract(text, tokenizer, { topK: flags.limit });
      await print(
        flags.json === true
          ? `${JSON.stringify({ id, keywords: found })}\n`
          : `${printable(found.map(({ word }) => word).join(' '))}\n`,
      );
    }
  } else {
    const terms = (await weighTerms(posts, progress)).slice(0, flags.limit);
    progress.clear();
    const rows = terms.map(({ term, posts: count, weight }) => [term, String(count), weight.toFixed(1)]);
    await print(
      flags.json === true
        ? `${JSON.stringify(terms)}\n`
        : alignCells([['term', 'posts', 'weight'], ...rows], ['left', 'right', 'right']),
    );
  }
  tellRejects(tally, flags, progress);
}
