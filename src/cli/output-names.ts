import { basename, join } from 'node:path';
import { nameWord } from '../base/name-word.js';
import type { Tally, Window } from '../corpus/index.js';

/** Where posts come from, for names: the site that most of them look like, else the only file, else `feed`. */
export function sourceName(tally: Tally, paths: readonly string[]): string {
  const half = tally.posts / 2;
  if (tally.platforms.x > half) return 'twitter';
  if (tally.platforms.weibo > half) return 'weibo';
  if (paths.length === 1 && paths[0] !== '-') {
    const stem = nameWord(basename(paths[0]).replace(/(?:\.[a-z0-9]{1,8}){1,2}$/i, ''));
    if (stem !== '') return stem;
  }
  return 'feed';
}

/** Paths of what a report consists of. */
export interface OutputPaths {
  /** `twitter_ai_20251128_20251130`. */
  readonly name: string;
  readonly markdown: string;
  readonly html: string;
  readonly json: string;
  readonly csv: string;
  /** Word cloud, JPEG. */
  readonly cloud: string;
}

/** Names as Jekyll wants them: the day of the post in front. */
export function outputPaths(folder: string, source: string, topic: string, window: Window): OutputPaths {
  const compact = (day: string): string => day.replaceAll('-', '');
  const name = `${nameWord(source)}_${nameWord(topic)}_${compact(window.from)}_${compact(window.to)}`;
  const base = join(folder, `${window.to}-${name}`);
  return {
    name,
    markdown: `${base}.md`,
    html: `${base}.html`,
    json: `${base}.json`,
    csv: `${base}.csv`,
    cloud: join(folder, `wordcloud_${name}.jpg`),
  };
}
