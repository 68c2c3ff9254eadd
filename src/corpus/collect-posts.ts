import { checkOptions, type OptionNames } from '../base/check.js';
import { RedianError } from '../errors.js';
import type { Post } from './post.js';
import { PostReader, type ReadOptions, readOptions } from './post-reader.js';
import { type PostInput, readAll } from './read-posts.js';
import type { Reject } from './rejects.js';
import { describeTally, type Tally } from './tally.js';

/** All posts of an input. */
export interface Collection {
  readonly posts: Post[];
  /** The first 100,000; the tally counts all. */
  readonly rejects: Reject[];
  readonly tally: Tally;
}

/** A file that is no posts at all gives a reject for each of its lines: they must not fill the memory. */
export const mostRejects = 100_000;

/** How posts are collected. */
export interface CollectOptions extends ReadOptions {
  /** Called for each reject as it is found; they are then counted and not collected. */
  readonly onReject?: ((reject: Reject) => void) | undefined;
  /** Called after each piece of input with the counts of posts and rejects so far. */
  readonly onProgress?: ((posts: number, rejected: number) => void) | undefined;
}

const collectOptions: OptionNames<CollectOptions> = {
  ...readOptions,
  onReject: true,
  onProgress: true,
};

/**
 * Reads all posts of an input into memory, with the rejects and the counts.
 *
 * @throws {RedianError} as `readPosts`, and NO_POSTS if no row is a usable post; the message has the counts.
 */
export async function collectPosts(input: PostInput, options: CollectOptions = {}): Promise<Collection> {
  checkOptions(options, collectOptions);
  const reader = new PostReader(options);
  const { tally } = reader;
  const posts: Post[] = [];
  const rejects: Reject[] = [];
  for await (const batch of readAll(input, reader)) {
    for (const result of batch) {
      if (result.kind === 'post') posts.push(result.post);
      else if (options.onReject) options.onReject(result.reject);
      else if (rejects.length < mostRejects) rejects.push(result.reject);
    }
    options.onProgress?.(posts.length, tally.rejected);
  }
  if (posts.length === 0) {
    const why = rejects.length > 0 ? `; line ${rejects[0].line}: ${rejects[0].message}` : '';
    throw new RedianError('NO_POSTS', `no usable post: ${describeTally(tally)}${why}`, {
      details: { tally, rejects },
    });
  }
  return { posts, rejects, tally };
}
