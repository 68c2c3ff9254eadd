import type { AnalysedPost } from './analysed-post.js';

/** Share of posts whose authors speak of themselves from which on people talk; of titles one in twenty holds 我 or I. */
const TALK = 0.1;
const ofOneself = /我(?!们|国|院|司|方)|(?<![\w.])(?:I|[Mm]y)(?![\w.])/u;

/** True of posts that report, such as titles: nobody reacts to them, and hardly anyone speaks of himself. */
export function isFeed(posts: readonly AnalysedPost[]): boolean {
  return (
    posts.every(({ engagement }) => engagement === 0) &&
    posts.filter(({ text }) => ofOneself.test(text)).length < TALK * posts.length
  );
}
