import type { Report, Source, Supported } from '../report.js';

/** So many posts a footnote shows; the rest is counted. JSON has them all. */
const POSTS_IN_FOOTNOTE = 3;

/** The posts behind a statement. */
export interface Footnote {
  readonly number: number;
  readonly shown: readonly { readonly id: string; readonly source: Source | undefined }[];
  /** Supporting posts that are not shown. */
  readonly rest: number;
}

/** Numbers footnotes in the order in which statements cite; the same evidence twice is one footnote. */
export class Footnotes {
  readonly list: Footnote[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #sources: ReadonlyMap<string, Source>;

  constructor({ sources }: Pick<Report, 'sources'>) {
    this.#sources = new Map(sources.map((source) => [source.id, source]));
  }

  /** Number of the footnote with a statement's evidence; undefined for one that cites nothing. */
  number({ support, evidence }: Supported): number | undefined {
    if (evidence.length === 0) return undefined;
    const key = evidence.join('\0');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.list.length + 1;
    this.#numbers.set(key, number);
    const shown = evidence.slice(0, POSTS_IN_FOOTNOTE).map((id) => ({ id, source: this.#sources.get(id) }));
    this.list.push({ number, shown, rest: Math.max(0, support.posts - shown.length) });
    return number;
  }
}

/** Whom a footnote names for a post: `@author`, the site, or the post by its id. */
export function signatureOf(source: Source | undefined, id: string): string {
  return source?.author !== undefined ? `@${source.author}` : (source?.site ?? `帖子 ${id}`);
}

/** `11-28 13:05` */
export function shortTime(time: string): string {
  return time.slice(5, 16).replace('T', ' ');
}
