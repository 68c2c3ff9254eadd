import type { AnalysedPost } from '../analysis/analysed-post.js';
import type { HotWord } from '../analysis/analysis.js';
import type { Fact, FactQuote } from '../analysis/fact.js';
import { isCutOff } from '../language/quote.js';
import type { Inline, Statement } from '../report.js';
import { quote, signed, statement, strong, text } from './statement.js';

/** A word is told of already where facts tell more than this share of its posts. */
const TOLD = 1 / 3;
const QUOTED = 2;
/** Of the words of one quote another repeats no more than this share. */
const REPEATED = 0.6;

/** What is said of a hot word: words to quote, and the facts that they tell. */
export interface Sayings {
  readonly quotes: readonly FactQuote[];
  readonly facts: readonly Fact[];
}

/**
 * Hot words that no fact tells of: much may be said of one matter in posts each of which tells something else of it, 高市早苗遭
 * 无视, 中方回应高市早苗称愿与中国对话.
 *
 * @param told  facts that are told with them.
 */
export function untoldWords(words: readonly HotWord[], told: readonly Fact[]): HotWord[] {
  const known = new Set(told.flatMap(({ posts }) => posts));
  return words.filter(({ posts }) => posts.filter((post) => known.has(post)).length <= TOLD * posts.length);
}

/**
 * What several of its posts tell, else what the most typical ones say; undefined where too little is said that no other item
 * tells.
 *
 * @param facts  that may be told, weightiest first.
 * @param known  posts of which is told already.
 */
export function sayingsOf(
  { name, posts }: HotWord,
  facts: readonly Fact[],
  known: ReadonlySet<AnalysedPost>,
): Sayings | undefined {
  const own = new Set(posts);
  const sayings = [
    ...facts
      .filter((fact) => fact.posts.every((post) => own.has(post)))
      .flatMap((fact) => fact.quotes.slice(0, 1).map((said) => ({ said, fact })))
      .filter(({ said }) => said.text.includes(name)),
    ...posts.filter(({ chatty }) => !chatty).flatMap((post) => passagesWith(name, post)),
  ];
  const taken: (typeof sayings)[number][] = [];
  for (const saying of sayings) {
    if (taken.length === QUOTED) break;
    if (!taken.some(({ said }) => repeats(said, saying.said))) taken.push(saying);
  }
  // Whoever speaks for another word already, as for 金秀贤 and 金赛纶, has the matter told.
  if (taken.length < QUOTED || taken.some(({ said }) => known.has(said.post))) return undefined;
  return {
    quotes: taken.map(({ said }) => said),
    facts: taken.flatMap(({ fact }) => (fact === undefined ? [] : [fact])),
  };
}

/** The first passage of a post that names it whole. */
function passagesWith(name: string, post: AnalysedPost): { said: FactQuote; fact?: undefined }[] {
  const passage = post.passages.find(
    ({ text: words }) => words.includes(name) && !words.endsWith('…') && !isCutOff(words),
  );
  return passage === undefined ? [] : [{ said: { text: passage.text, post } }];
}

/** True if most of the words of one are in the other. */
function repeats(told: FactQuote, { text: words, post }: FactQuote): boolean {
  if (told.text === words) return true;
  const other = new Set(told.post.toldTerms);
  const shared = post.toldTerms.filter((term) => other.has(term)).length;
  return shared > REPEATED * Math.min(post.toldTerms.length, other.size);
}

/** A hot word as an item: what it is, how many posts speak of it, and what two of them say. */
export function hotWordItem({ name, posts }: HotWord, { quotes }: Sayings): Statement[] {
  const words = quotes.flatMap(({ text: said, post }, index): Inline[] => [
    ...(index > 0 ? [text('和')] : []),
    quote(said, post),
    text(signed(post)),
  ]);
  const inlines = [strong(name), text(`：${posts.length} 条帖子谈到，如`), ...words, text('。')];
  return [
    statement(
      inlines.filter((inline) => inline.text !== ''),
      posts,
      quotes.map(({ post }) => post),
    ),
  ];
}
