import { labelImportance } from '../../counting/label-importance.js';
import { bursts } from '../../keywords/index.js';
import type { Tokenizer } from '../../tokenizer/index.js';
import type { AnalysedPost } from './analysed-post.js';
import type { RisingTerm } from './analysis.js';
import type { Compared } from './compared.js';
import type { Displays } from './displays.js';
import { byWeight } from './support.js';

/** Terms named at most. */
const MOST = 8;

/**
 * Terms that are said more than what they are compared with would give. Against an earlier time these are names, of titles nouns too; general
 * Chinese knows ordinary words only, of which verbs and those that titles always have, such as 男子, tell nothing of a day.
 *
 * @param isCommon  whether so many posts hold a term that it stands for the field.
 * @param isOfTheDay  whether posts hold a term far more often than titles of other days.
 */
export function risingOf(
  posts: readonly AnalysedPost[],
  { kind, now, before }: Compared,
  displays: Displays,
  isCommon: (term: string) => boolean,
  isOfTheDay: (term: string) => boolean,
  isFeed: boolean,
  tokenizer: Tokenizer,
): RisingTerm[] {
  if (kind === 'none') return [];
  const importance = labelImportance(
    { display: (term) => displays.of(term), isNamed: (term) => displays.isNamed(term) },
    tokenizer,
  );
  const isWord = (term: string): boolean =>
    !displays.isNamed(term) && !displays.isCut(term) && importance(term) >= 1 && isOfTheDay(term);
  const tells =
    kind === 'background'
      ? (term: string) => before.count(term) > 0 && isWord(term)
      : (term: string) => displays.isNamed(term) || (isFeed && isWord(term));
  const rising: RisingTerm[] = [];
  for (const { term, now: count, expected } of bursts(now, before, { falseDiscoveryRate: 0.1 })) {
    if (rising.length >= MOST) break;
    if (!tells(term) || isCommon(term)) continue;
    const having = posts.filter((post) => post.terms.includes(term)).sort(byWeight);
    // Terms of one and the same story rise together: one of them is enough.
    const told = rising.some((other) => {
      const shared = other.posts.filter((post) => having.includes(post)).length;
      return shared * 2 > Math.min(having.length, other.posts.length);
    });
    if (told) continue;
    const times = expected === 0 ? Number.POSITIVE_INFINITY : count / expected;
    rising.push({ name: displays.of(term), posts: having, times });
  }
  return rising;
}
