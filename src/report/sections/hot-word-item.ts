import type { AnalysedPost } from '../analysis/analysed-post.js';
import type { Analysis, HotWord } from '../analysis/analysis.js';
import type { Fact } from '../analysis/fact.js';
import type { Inline, Statement } from '../report.js';
import { quote, signed, statement, strong, text } from './statement.js';

/** A word is told of already where facts tell more than this share of its posts. */
const TOLD = 1 / 3;
const QUOTED = 2;

/**
 * Hot words that no fact tells of: much may be said of one matter in posts each of which tells something else of it, 高市早苗遭
 * 无视, 中方回应高市早苗称愿与中国对话.
 *
 * @param told  facts that are told with them.
 */
export function untoldWords({ hotWords }: Analysis, told: readonly Fact[]): HotWord[] {
  const known = new Set(told.flatMap((fact) => fact.posts));
  const quoted = new Set<AnalysedPost>();
  return hotWords.filter((word) => {
    const speaking = spokesmen(word);
    const isKnown = word.posts.filter((post) => known.has(post)).length > TOLD * word.posts.length;
    // Whoever speaks for another word already, as for 金秀贤 and 金赛纶, has the matter told.
    if (isKnown || speaking.length < QUOTED || speaking.some((post) => quoted.has(post))) return false;
    for (const post of speaking) quoted.add(post);
    return true;
  });
}

/** The most typical posts that tell something in one sentence. */
function spokesmen({ posts }: HotWord): AnalysedPost[] {
  return posts.filter(({ passages, chatty }) => passages.length > 0 && !chatty).slice(0, QUOTED);
}

/** A hot word as an item: what it is, how many posts speak of it, and what two of them say. */
export function hotWordItem(word: HotWord): Statement[] {
  const quoted = spokesmen(word);
  const words = quoted.flatMap((post, index): Inline[] => [
    ...(index > 0 ? [text('和')] : []),
    quote(post.passages[0]?.text ?? '', post),
    text(signed(post)),
  ]);
  const inlines = [strong(word.name), text(`：${word.posts.length} 条帖子谈到，如`), ...words, text('。')];
  return [
    statement(
      inlines.filter((inline) => inline.text !== ''),
      word.posts,
      quoted,
    ),
  ];
}
