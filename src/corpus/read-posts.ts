import { checkOptions } from '../base/check.js';
import { PostReader, type ReadOptions, type ReadResult, readOptions } from './post-reader.js';
import type { PostSource } from './source.js';
import type { Tally } from './tally.js';

/** A source with the name that rejects and messages call it by, opened when its turn comes. */
export interface NamedSource {
  readonly name: string;
  open(): PostSource | Promise<PostSource>;
}

/** What {@link readPosts} and `collectPosts` read: one source, or named ones in turn. */
export type PostInput = PostSource | NamedSource | readonly NamedSource[];

function isNamed(input: unknown): input is NamedSource {
  return (
    typeof input === 'object' &&
    input !== null &&
    'open' in input &&
    typeof input.open === 'function' &&
    'name' in input &&
    typeof input.name === 'string'
  );
}

function namedSources(input: PostInput): readonly NamedSource[] {
  if (isNamed(input)) return [input];
  if (Array.isArray(input) && input.length > 0 && input.every(isNamed)) return input;
  return [{ name: '', open: () => input as PostSource }];
}

/** Has a reader read all of an input, each piece of it one batch. */
export async function* readAll(input: PostInput, reader: PostReader): AsyncGenerator<ReadResult[]> {
  for (const source of namedSources(input)) yield* reader.read(await source.open(), source.name);
}

/** As {@link readPosts}, but what a piece of input holds together, and the counts at the end. */
export async function* readBatches(
  input: PostInput,
  options: ReadOptions & { readonly onEnd?: (tally: Tally) => void },
): AsyncGenerator<ReadResult[]> {
  const reader = new PostReader(options);
  yield* readAll(input, reader);
  options.onEnd?.(reader.tally);
}

/**
 * Reads posts one by one, without holding more than a row of them: CSV, TSV, NDJSON, JSON arrays, answers of the
 * X API v2, X's archive, Weibo's JSON, plain lines; any of them in gzip. Bad rows are given as rejects.
 *
 * ```ts
 * for await (const result of readPosts(text)) {
 *   if (result.kind === 'post') console.log(result.post.text);
 *   else console.warn(result.reject.line, result.reject.reason);
 * }
 * ```
 *
 * @throws {RedianError} INVALID_INPUT if no column can be found for the text, INVALID_ARGUMENT for bad options.
 */
export async function* readPosts(input: PostInput, options: ReadOptions = {}): AsyncGenerator<ReadResult> {
  checkOptions(options, readOptions);
  for await (const batch of readAll(input, new PostReader(options))) yield* batch;
}
