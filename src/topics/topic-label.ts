import { compareStrings } from '../base/compare.js';
import { isHan } from '../text/han.js';
import type { TopicDocument, TopicTerm } from './topic.js';

/** Share of a topic's documents that a term has which leads its label. */
const COVERING = 0.1;
/** Documents that another term of a label has at most to have, where half as many as the first would be more. */
const OTHERS = 3;
/** Where no term has it, the share of what the most common one has. */
const NEARLY = 0.8;

interface Candidate {
  readonly term: string;
  readonly documents: number;
  readonly isPlain: boolean;
}

/** Terms that may stand for a topic of so many documents, by weight: the first has documents enough, the others some. */
export function standingFor<T extends Candidate>(terms: readonly T[], documents: number): T[] {
  let most = 0;
  for (const term of terms) if (!term.isPlain) most = Math.max(most, term.documents);
  const least = Math.min(COVERING * documents, NEARLY * most);
  const lead = terms.find((term) => term.documents >= least);
  return terms
    .filter((term) => term === lead || term.documents >= Math.min(OTHERS, least / 2))
    .sort((a, b) => Number(b === lead) - Number(a === lead));
}

/** The two leading terms that stand together, a third if another topic has the same two; terms inside one another count once. */
export function labelOf(
  terms: readonly Pick<TopicTerm, 'term'>[],
  used: Set<string>,
  display: (term: string) => string,
  belong: (a: string, b: string) => boolean,
  join: (a: string, b: string) => string | undefined,
): string {
  const names: string[] = [];
  const lead = terms[0]?.term;
  for (const { term } of terms) {
    const name = display(term);
    const folded = name.toLowerCase();
    if (names.some((other) => contains(other.toLowerCase(), folded))) continue;
    if (names.length === 1 && lead !== undefined && !belong(lead, term)) continue;
    const whole = names.length === 1 ? join(names[0] as string, name) : undefined;
    if (whole !== undefined) {
      names[0] = whole;
      continue;
    }
    names.push(name);
    if (names.length < 2) continue;
    const key = inAnyOrder(names);
    if (used.has(key)) continue;
    used.add(key);
    return names.join('·');
  }
  const label = names.length === 0 ? `话题 ${used.size + 1}` : names.join('·');
  const unique = used.has(inAnyOrder(names)) ? `${label} ${used.size + 1}` : label;
  used.add(inAnyOrder(names)).add(unique);
  return unique;
}

/** Two topics with the same names are told alike, whichever comes first. */
function inAnyOrder(names: readonly string[]): string {
  return [...names].sort(compareStrings).join('·');
}

/**
 * Two words of Chinese that are one name: four in five of the texts that have both have them one behind the other, as
 * 飞驰 and 人生, 首席 and 执行官.
 */
export function joinedName(
  group: readonly number[],
  posts: readonly (string | TopicDocument)[],
  a: string,
  b: string,
): string | undefined {
  if (!isHan(a) || !isHan(b)) return undefined;
  let both = 0;
  let forwards = 0;
  let backwards = 0;
  for (const index of group) {
    const post = posts[index];
    const text = typeof post === 'string' ? post : post?.text;
    if (text === undefined || !text.includes(a) || !text.includes(b)) continue;
    both++;
    if (text.includes(a + b)) forwards++;
    else if (text.includes(b + a)) backwards++;
  }
  if (both >= 2 && forwards >= both * 0.8) return a + b;
  return both >= 2 && backwards >= both * 0.8 ? b + a : undefined;
}

function contains(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}
