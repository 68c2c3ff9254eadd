import { Tokenizer } from '../tokenizer/index.js';
import { type ReadFlags, readInput } from './read-input.js';
import { Progress, print } from './terminal.js';

/** Options of `redian tokenize`. */
export interface TokenizeFlags extends ReadFlags {
  readonly mode: 'default' | 'all' | 'search';
  readonly hmm: boolean;
  readonly separator: string;
  readonly json?: boolean;
}

/** Cuts each post or line into words. */
export async function tokenize(files: readonly string[], flags: TokenizeFlags): Promise<void> {
  const { posts } = await readInput(files, flags, new Progress(true));
  const tokenizer = await Tokenizer.load();
  const options = { hmm: flags.hmm };
  let output = '';
  for (const { id, text } of posts) {
    const words =
      flags.mode === 'all'
        ? tokenizer.cutAll(text)
        : flags.mode === 'search'
          ? tokenizer.cutForSearch(text, options)
          : tokenizer.cut(text, options);
    output +=
      flags.json === true
        ? `${JSON.stringify({ id, words })}\n`
        : `${words.filter((word) => word.trim() !== '').join(flags.separator)}\n`;
    if (output.length > 1 << 16) {
      await print(output);
      output = '';
    }
  }
  await print(output);
}
