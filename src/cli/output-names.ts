import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { nameWord } from '../base/name-word.js';
import type { Tally, Window } from '../corpus/index.js';
import { reportName } from '../report/report-name.js';

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
  readonly markdown: string;
  readonly html: string;
  readonly json: string;
  readonly csv: string;
  /** Word cloud, JPEG. */
  readonly cloud: string;
  /** The word cloud's folder from the root of the Jekyll site that the post goes into; undefined beside the post. */
  readonly pictures: string | undefined;
}

/** The folder with the site's `_config.yml` that a folder of it lies in; without one the folder itself. */
function siteOf(folder: string): string {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '_config.yml'))) return at;
    if (dirname(at) === at) return resolve(folder);
  }
}

/**
 * Jekyll copies no picture that lies among its posts, and the address of a post is not that of its file: a picture of
 * a post in `_posts` goes into `assets/redian` of its site, and is linked from the root.
 */
function picturesOf(folder: string): { readonly folder: string; readonly pictures: string | undefined } {
  if (basename(resolve(folder)) !== '_posts') return { folder, pictures: undefined };
  const beside = join(folder, '..', 'assets', 'redian');
  const path = relative(siteOf(dirname(resolve(folder))), resolve(beside))
    .split(sep)
    .join('/');
  return { folder: beside, pictures: `/${path}` };
}

/** Names as Jekyll wants them: the day of the post in front. */
export function outputPaths(folder: string, source: string, topic: string, window: Window): OutputPaths {
  const name = reportName(source, topic, window);
  const pictures = picturesOf(folder);
  const base = join(folder, `${window.to}-${name}`);
  return {
    markdown: `${base}.md`,
    html: `${base}.html`,
    json: `${base}.json`,
    csv: `${base}.csv`,
    cloud: join(pictures.folder, `wordcloud_${name}.jpg`),
    pictures: pictures.pictures,
  };
}
