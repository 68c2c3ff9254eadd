import { compareStrings } from '../../base/compare.js';
import { ln } from '../../base/math.js';
import { DocumentCounts } from '../../counting/document-counts.js';
import { labelImportance } from '../../counting/label-importance.js';
import type { Tokenizer } from '../../tokenizer/index.js';
import { isNotion } from '../../tokenizer/token.js';
import type { AnalysedPost } from './analysed-post.js';
import type { HotWord } from './analysis.js';
import type { Displays } from './displays.js';

/** Posts that speak of a hot word: six, and more with the square root of all, eight of a thousand and 25 of ten thousand. */
const LEAST_POSTS = 6;
const OF_ROOT = 0.25;
/** So many times as many where the word is one that does not name things, as dictionaries have it: 高考 is a verb to jieba's. */
const OF_A_DEED = 2;
/** Of two words with so many posts in common, or of whose posts the other words are so alike (as a cosine), one is enough, */
const SAME = 0.4;
const ALIKE = 0.25;
/** and in so many of these the two are written as one: 高市早苗. */
const WRITTEN_SO = 0.8;

interface HotWordContext {
  /** Whether posts hold a term far more often than titles of other days. */
  readonly isOfTheDay: (term: string) => boolean;
  readonly isFeed: boolean;
  readonly displays: Displays;
  readonly tokenizer: Tokenizer;
}

/** Words of the day that many posts hold, names and nouns; most posts first, without those that go with another. */
export function hotWordsOf(
  posts: readonly AnalysedPost[],
  now: DocumentCounts,
  { isOfTheDay, isFeed, displays, tokenizer }: HotWordContext,
): HotWord[] {
  const least = Math.max(LEAST_POSTS, OF_ROOT * Math.sqrt(posts.length));
  const importance = labelImportance(
    { display: (term) => displays.of(term), isNamed: (term) => displays.isNamed(term) },
    tokenizer,
  );
  const notions = new Set(
    posts.flatMap(({ mentions }) =>
      mentions.filter(({ category }) => isNotion(category)).map(({ name }) => name),
    ),
  );
  const terms = [...now.entries()]
    .filter(([term, count]) => count >= least * (importance(term) >= 1 ? 1 : OF_A_DEED) && isOfTheDay(term))
    .filter(([term]) => !notions.has(displays.of(term)))
    .sort((a, b) => b[1] - a[1] || compareStrings(a[0], b[0]));
  const words: HotWord[] = [];
  /** Posts of each word and of those that went with it, and what these say. */
  const matters: Matter[] = [];
  for (const [term] of terms) {
    const having = posts.filter(({ toldTerms }) => toldTerms.includes(term));
    const name = displays.of(term);
    // Whoever talks uses the words of a matter for all that he has to say of it: there only names tell what it is.
    if (!isFeed && having.filter((post) => names(post, name)).length * 2 < having.length) continue;
    const said = weightsOf(having, now);
    const place = words.findIndex((other, index) => {
      const shared = having.filter((post) => other.posts.includes(post)).length;
      return shared >= SAME * having.length || cosine(said, matters[index].weights) >= ALIKE;
    });
    const other = words[place];
    if (other === undefined) {
      words.push({ name, posts: byTypicality(having) });
      matters.push({ posts: having, weights: said });
      continue;
    }
    words[place] = { ...other, name: asWritten(other, name) };
    const gathered = [...new Set([...matters[place].posts, ...having])];
    matters[place] = { posts: gathered, weights: weightsOf(gathered, now) };
  }
  return words.filter((word) => word.posts.length >= least);
}

function names({ mentions }: AnalysedPost, word: string): boolean {
  return mentions.some(({ name }) => name === word);
}

type Weights = ReadonlyMap<string, number>;

interface Matter {
  readonly posts: readonly AnalysedPost[];
  readonly weights: Weights;
}

/** Of each term of the posts, in how many it stands times its inverse document frequency. */
function weightsOf(posts: readonly AnalysedPost[], now: DocumentCounts): Weights {
  const counts = new DocumentCounts();
  for (const { toldTerms } of posts) counts.add(toldTerms);
  return new Map(
    [...counts.entries()].map(([term, count]) => [term, count * ln(now.documents / now.count(term))]),
  );
}

function cosine(a: Weights, b: Weights): number {
  let dot = 0;
  for (const [term, weight] of a) dot += weight * (b.get(term) ?? 0);
  return dot === 0 ? 0 : dot / (norm(a) * norm(b));
}

function norm(weights: Weights): number {
  let sum = 0;
  for (const weight of weights.values()) sum += weight * weight;
  return Math.sqrt(sum);
}

/** The two words as one where the posts of the first write them so. */
function asWritten({ name, posts }: HotWord, other: string): string {
  const joint = [name + other, other + name].find(
    (words) => posts.filter(({ text }) => text.includes(words)).length >= WRITTEN_SO * posts.length,
  );
  return joint ?? name;
}

/** The posts that share most words with the others come first; of equals the one that says more. */
function byTypicality(posts: readonly AnalysedPost[]): AnalysedPost[] {
  const counts = new DocumentCounts();
  for (const { toldTerms } of posts) counts.add(toldTerms);
  const typical = ({ toldTerms }: AnalysedPost): number =>
    [...new Set(toldTerms)].reduce((sum, term) => sum + counts.count(term) - 1, 0);
  return posts
    .map((post) => ({ post, weight: typical(post) }))
    .sort(
      (a, b) =>
        b.weight - a.weight ||
        b.post.toldTerms.length - a.post.toldTerms.length ||
        compareStrings(a.post.id, b.post.id),
    )
    .map(({ post }) => post);
}
