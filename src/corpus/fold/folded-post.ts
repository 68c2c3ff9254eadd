import type { Post } from '../post.js';

/** A post that stands for its copies. */
export interface FoldedPost extends Post {
  /** Ids of the posts folded into this one, itself left out, sorted. */
  readonly copies: readonly string[];
  /** Distinct authors of the post and its copies, sorted: how many voices there are. */
  readonly authors: readonly string[];
}
