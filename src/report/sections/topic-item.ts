import type { AnalysedPost } from '../analysis/analysed-post.js';
import type { Analysis, TopicFigures } from '../analysis/analysis.js';
import type { Fact } from '../analysis/fact.js';
import type { Inline, Statement } from '../report.js';
import { quote, signed, statement, strong, text } from './statement.js';

/** Posts that a topic needs to be told by itself: six, and this share of all. */
const LEAST_POSTS = 6;
const LEAST_SHARE = 0.02;
/** It is told already where facts tell more than this share of its posts. */
const TOLD = 1 / 3;
const QUOTED = 2;

/** What a topic is about, with the posts that name it. */
export type Spoken = NonNullable<TopicFigures['head']>;

/**
 * Topics of the day that no fact tells: much may be said of one matter in posts each of which tells something else of it, 高市
 * 早苗遭无视, 中方回应高市早苗称愿与中国对话. Only in posts of no field in particular, since those of a field always speak of
 * its names.
 *
 * @param told  facts that are told with them.
 */
export function untoldTopics({ topics, posts, ofField }: Analysis, told: readonly Fact[]): Spoken[] {
  if (ofField) return [];
  const known = new Set(told.flatMap((fact) => fact.posts));
  const least = Math.max(LEAST_POSTS, LEAST_SHARE * posts.length);
  return topics
    .flatMap(({ head }) => (head === undefined ? [] : [head]))
    .filter(
      (head) =>
        head.posts.length >= least &&
        head.posts.filter((post) => known.has(post)).length <= TOLD * head.posts.length &&
        spokesmen(head).length === QUOTED,
    )
    .sort((a, b) => b.posts.length - a.posts.length);
}

/** The posts that speak for a topic: the most typical ones that tell something in one sentence. */
function spokesmen({ posts }: Spoken): AnalysedPost[] {
  return posts.filter(({ passages, chatty }) => passages.length > 0 && !chatty).slice(0, QUOTED);
}

/** A topic as an item: what it is about, how many posts speak of it, and what two of them say. */
export function topicItem(topic: Spoken): Statement[] {
  const quoted = spokesmen(topic);
  const words = quoted.flatMap((post, index): Inline[] => [
    ...(index > 0 ? [text('和')] : []),
    quote(post.passages[0]?.text ?? '', post),
    text(signed(post)),
  ]);
  const inlines = [strong(topic.name), text(`：${topic.posts.length} 条帖子谈到，如`), ...words, text('。')];
  return [
    statement(
      inlines.filter((inline) => inline.text !== ''),
      topic.posts,
      quoted,
    ),
  ];
}
