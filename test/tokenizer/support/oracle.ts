import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Tokenizer } from '../../../src/tokenizer/index.js';

/** What every mode of a tokenizer makes of a text. */
export interface Cuts {
  readonly cut: string[];
  readonly cutPlain: string[];
  readonly cutAll: string[];
  readonly search: string[];
  readonly searchPlain: string[];
  readonly tokenize: [string, number, number][];
  readonly tokenizeSearch: [string, number, number][];
  readonly tag: [string, string][];
  readonly tagPlain: [string, string][];
}

export type OracleRequest =
  | { readonly op: 'fresh' }
  | { readonly op: 'add'; readonly word: string; readonly frequency?: number; readonly tag?: string }
  | { readonly op: 'delete'; readonly word: string }
  | { readonly op: 'suggest'; readonly segment: string | readonly string[]; readonly tune: boolean }
  | { readonly op: 'userdict'; readonly path: string }
  | { readonly op: 'cut'; readonly text: string };

const python = '/usr/bin/python3';

/** True if Python's jieba 0.42.1 is there to be compared with (Debian: `apt install python3-jieba`). */
export const hasOracle =
  spawnSync(python, ['-c', 'import jieba; print(jieba.__version__)'], { encoding: 'utf8' }).stdout?.trim() ===
  '0.42.1';

/** The answers of Python's jieba to requests, in order. */
export function askOracle(requests: readonly OracleRequest[]): unknown[] {
  const script = fileURLToPath(new URL('oracle.py', import.meta.url));
  const { stdout, stderr, status } = spawnSync(python, [script], {
    input: requests.map((request) => JSON.stringify(request)).join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`the oracle failed: ${stderr}`);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Our answer to a request. */
export function answer(tokenizer: Tokenizer, request: OracleRequest): unknown {
  switch (request.op) {
    case 'add':
      tokenizer.addWord(request.word, request.frequency, request.tag);
      return [tokenizer.frequencyOf(request.word), tokenizer.total];
    case 'delete':
      tokenizer.deleteWord(request.word);
      return null;
    case 'suggest':
      return tokenizer.suggestFrequency(request.segment, { tune: request.tune });
    case 'cut':
      return cutsOf(tokenizer, request.text);
    default:
      return null;
  }
}

function cutsOf(tokenizer: Tokenizer, text: string): Cuts {
  const spans = (mode: 'default' | 'search'): [string, number, number][] =>
    tokenizer
      .tokenize(text, { mode, offsets: 'codepoint' })
      .map(({ word, start, end }) => [word, start, end]);
  const tags = (hmm: boolean): [string, string][] =>
    tokenizer.tag(text, { hmm }).map(({ word, tag }) => [word, tag]);
  return {
    cut: tokenizer.cut(text),
    cutPlain: tokenizer.cut(text, { hmm: false }),
    cutAll: tokenizer.cutAll(text),
    search: tokenizer.cutForSearch(text),
    searchPlain: tokenizer.cutForSearch(text, { hmm: false }),
    tokenize: spans('default'),
    tokenizeSearch: spans('search'),
    tag: tags(true),
    tagPlain: tags(false),
  };
}
