import { compareStrings } from '../base/compare.js';
import { groupDigits } from '../base/group-digits.js';
import type { Post } from '../corpus/index.js';
import { Spellings } from '../counting/spellings.js';
import { countingTerms, Idf, StopWords } from '../keywords/index.js';
import { Tokenizer } from '../tokenizer/index.js';
import type { Progress } from './terminal.js';

/** A term of a corpus. */
interface WeighedTerm {
  readonly term: string;
  /** Posts that have it. */
  readonly posts: number;
  /** Posts times inverse document frequency, so that what is everywhere weighs less. */
  readonly weight: number;
}

/** The terms of each post, and how a reader wants to see them. */
export interface PostTerms {
  readonly terms: readonly (readonly string[])[];
  /** The most frequent spelling of a term. */
  readonly display: (term: string) => string;
  /** Terms that are names: of the dictionary, tags, tickers. */
  readonly named: ReadonlySet<string>;
}

/** Segments posts and takes what they are counted under. */
export async function readTerms(posts: readonly Post[], progress: Progress): Promise<PostTerms> {
  const tokenizer = await Tokenizer.load();
  const stopWords = await StopWords.load();
  const spellings = new Spellings(stopWords, tokenizer);
  const named = new Set<string>();
  progress.start('counting terms');
  const terms = posts.map(({ text }, index) => {
    if (index % 1000 === 999)
      progress.update(`${groupDigits(index + 1)} of ${groupDigits(posts.length)} posts`);
    const tokens = tokenizer.segment(text);
    const found = countingTerms(tokens, stopWords);
    spellings.add(tokens, found);
    for (const term of found) if (term.named) named.add(term.key);
    return found.map(({ key }) => key);
  });
  return { terms: terms.map((keys) => spellings.joined(keys)), display: (key) => spellings.of(key), named };
}

/** The terms of posts, heaviest first. */
export async function weighTerms(posts: readonly Post[], progress: Progress): Promise<WeighedTerm[]> {
  const { terms, display } = await readTerms(posts, progress);
  const idf = await Idf.load();
  const counts = new Map<string, number>();
  for (const list of terms) for (const term of new Set(list)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts]
    .map(([term, count]) => ({
      term: display(term),
      posts: count,
      weight: Math.round(count * idf.of(term) * 1000) / 1000,
    }))
    .sort((a, b) => b.weight - a.weight || compareStrings(a.term, b.term));
}
