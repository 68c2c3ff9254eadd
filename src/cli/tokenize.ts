import { Tokenizer } from '../tokenizer/index.js';
import { type ReadFlags, readInput, tellRejects } from './read-input.js';
import { Progress, print, printable } from './terminal.js';

/** Options of `redian tokenize`. */
export interface TokenizeFlags extends ReadFlags {
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
  let output = '';
  for (const { id, text } of posts) {
    const tokens = flags.mode === 'analysis' ? tokenizer.segment(text) : undefined;
    const words =
      flags.mode === 'all'
        ? tokenizer.cutAll(text)
        : flags.mode === 'search'
          ? tokenizer.cutForSearch(text, options)
          : (tokens?.map((token) => token.text) ?? tokenizer.cut(text, options));
    output +=
      flags.json === true
        ? `${JSON.stringify(tokens ? { id, tokens } : { id, words })}\n`
        : `${words
            .map((word) => printable(word).trim())
            .filter((word) => word !== '')
            .join(flags.separator)}\n`;
    if (output.length > 1 << 16) {
      await print(output);
      output = '';
    }
  }
  await print(output);
  tellRejects(tally, flags, progress);
}
