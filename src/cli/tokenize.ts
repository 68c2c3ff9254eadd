import { Tokenizer } from '../tokenizer/index.js';
import { type ReadFlags, readInput, tellRejects } from './read-input.js';
import { Output, Progress, printable } from './terminal.js';

/** Options of `redian tokenize`. */
interface TokenizeFlags extends ReadFlags {
  readonly mode: 'default' | 'all' | 'search' | 'analysis';
  readonly hmm: boolean;
  readonly separator: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Cuts each post or line into words. */
export async function tokenize(files: readonly string[], flags: TokenizeFlags): Promise<void> {
  const progress = new Progress(flags.quiet === true);
  const { posts, tally } = await readInput(files, flags, progress);
  progress.clear();
  const tokenizer = await Tokenizer.load();
  const options = { hmm: flags.hmm };
  const output = new Output();
  for (const { id, text } of posts) {
    const tokens = flags.mode === 'analysis' ? tokenizer.segment(text) : undefined;
    const words =
      flags.mode === 'all'
        ? tokenizer.cutAll(text)
        : flags.mode === 'search'
          ? tokenizer.cutForSearch(text, options)
          : (tokens?.map((token) => token.text) ?? tokenizer.cut(text, options));
    await output.add(
      flags.json === true
        ? `${JSON.stringify(tokens ? { id, tokens } : { id, words })}\n`
        : `${words
            .map((word) => printable(word).trim())
            .filter((word) => word !== '')
            .join(flags.separator)}\n`,
    );
  }
  await output.flush();
  tellRejects(tally, flags, progress);
}
