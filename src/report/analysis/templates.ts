import { DocumentCounts } from '../../counting/document-counts.js';
import type { AnalysedPost } from './analysed-post.js';

/** A text without what a template fills in: numbers, addresses, names of people. */
export function templateOf(text: string): string {
  return text.toLowerCase().replace(/https?:\/\/\S+|[@#]\w+|[\d.,:%$¥€]+|\b(?:am|pm)\b|\s+/gu, ' ');
}

/** So many posts that begin with the same words, and fill in other numbers, are sent by a machine: the weather by the hour. */
const SERIES = 5;
const WORDS = 8;
const NUMBERS = 3;

type Read = Pick<AnalysedPost, 'text' | 'toldTerms'>;

/** Posts of series that a machine sends. Headlines that many sites take over have the same numbers, or hardly any. */
export function machineMade<T extends Read>(posts: readonly T[]): ReadonlySet<T> {
  const series = new Map<string, Map<string, T[]>>();
  for (const post of posts) {
    const numbers = post.text.match(/\d+(?:[.,:]\d+)*/gu) ?? [];
    if (post.toldTerms.length < WORDS || numbers.length < NUMBERS) continue;
    const words = post.toldTerms.slice(0, WORDS).join('\0');
    const filled = series.get(words) ?? new Map<string, T[]>();
    series.set(words, filled);
    const key = numbers.join('\0');
    filled.set(key, [...(filled.get(key) ?? []), post]);
  }
  const made = [...series.values()].filter((filled) => filled.size >= SERIES);
  return new Set(made.flatMap((filled) => [...filled.values()].flat()));
}

/** Words of its own with which a post of one form may begin: 汪苏泷 of 汪苏泷获奖感言. */
const OWN_WORDS = 2;

/**
 * True if half of the posts and the first say the same of somebody else each, 汪苏泷获奖感言, 刘宇宁获奖感言: they are of one
 * form and bear each other out in nothing.
 *
 * @param first  the post that speaks for them.
 */
export function isOfOneForm(posts: readonly AnalysedPost[], first: AnalysedPost): boolean {
  const counts = new DocumentCounts();
  for (const { toldTerms } of posts) counts.add(toldTerms);
  const isShared = (term: string): boolean => counts.count(term) > 1;
  const hasForm = ({ toldTerms }: AnalysedPost): boolean => {
    const own = toldTerms.findIndex(isShared);
    return own > 0 && own <= OWN_WORDS && toldTerms.length > own + 1 && toldTerms.slice(own).every(isShared);
  };
  const formed = posts.filter(hasForm).length;
  return hasForm(first) && formed > 1 && formed * 2 >= posts.length;
}
