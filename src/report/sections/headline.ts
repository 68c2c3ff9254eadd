import { rumour } from '../../entities/stories/hearsay.js';
import type { Fact } from '../analysis/fact.js';
import { type Headline, leadingClauses } from './leading-clauses.js';
import { ownWords, restated, saysItself } from './own-words.js';

const modalityMarks = new Map<Fact['modality'], string>([
  ['rumour', '传闻'],
  ['question', '疑问'],
  ['denial', '否认'],
]);

/** True if the lead quote begins with the very words that we would have: it is not told twice. */
function saysTheSame(fact: Fact): boolean {
  const plain = (words: string): string => words.replace(/\s/gu, '').toLowerCase();
  const lead = plain(fact.quotes[0]?.text ?? '');
  return restated(fact) === '' && lead.startsWith(plain(ownWords(fact)));
}

/**
 * A fact in few words of ours, such as 英伟达发布 Orchestrator-8B. One that cannot be said so is told by the first
 * clauses of the words that the posts have for it, or headed by what it is about.
 */
export function headlineOf(fact: Fact): Headline {
  // Hearsay stays hearsay where most posts report it and the words that are shown do not hide it.
  const hearsay = rumour.test(fact.quotes[0]?.text ?? '');
  const own = saysItself(fact) && !saysTheSame(fact);
  const { words, told } = own ? { words: ownWords(fact), told: restated(fact) } : leadingClauses(fact);
  // The posts' own words say themselves that something is not so.
  const meant = own || fact.modality !== 'denial' ? modalityMarks.get(fact.modality) : undefined;
  const mark = meant ?? (hearsay ? '传闻' : undefined);
  const marked = mark === undefined || rumour.test(words) || /传|[?？]/u.test(words);
  return { words: marked ? words : `${words}（${mark}）`, told };
}
