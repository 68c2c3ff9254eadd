import { nameWord } from '../base/name-word.js';
import type { Window } from '../corpus/index.js';

function compact(day: string): string {
  return day.replaceAll('-', '');
}

/** The name of a report in files and front matter: `twitter_ai_20251128_20251130`. */
export function reportName(source: string, topic: string, { from, to }: Pick<Window, 'from' | 'to'>): string {
  return `${nameWord(source)}_${nameWord(topic)}_${compact(from)}_${compact(to)}`;
}
