import { WordCloud } from '../cloud/index.js';
import { describeValue, RedianError } from '../errors.js';
import { TopicModel } from '../topics/index.js';
import { htmlTable, plainTable, type Row } from './table.js';

/** Ways to show a value by type of medium; pictures in base64. */
export type MediaBundle = Readonly<Record<string, string>>;

/** What a notebook of the Deno kernel shows by itself. */
export interface Displayable {
  /** The same under the name that the kernel looks for. */
  readonly media: MediaBundle;
}

/** What `show` can show: a word cloud, topics, or any list of results such as keywords. */
export type Showable = WordCloud | TopicModel | readonly object[];

const display = Symbol.for('Jupyter.display');

interface TslabDisplay {
  png(bytes: Uint8Array): void;
  html(html: string): void;
}

/** The display of the tslab kernel in which this runs. */
function tslabDisplay(): TslabDisplay | undefined {
  const { __tslab__: kernel } = globalThis as {
    __tslab__?: { require?(name: 'tslab'): { readonly display?: TslabDisplay } };
  };
  return kernel?.require?.('tslab').display;
}

function isRows(value: unknown): value is readonly Row[] {
  return Array.isArray(value);
}

/** Media of a value, as a notebook asks for them. */
async function mediaOf(value: Showable): Promise<MediaBundle> {
  if (value instanceof WordCloud) {
    const media = (value as unknown as Record<symbol, () => Promise<MediaBundle>>)[display];
    return media.call(value);
  }
  const rows = value instanceof TopicModel ? value.topics : value;
  if (!isRows(rows)) {
    throw new RedianError(
      'INVALID_ARGUMENT',
      `value: expected a word cloud, a topic model or a list of results, got ${describeValue(value)}`,
    );
  }
  return { 'text/html': htmlTable(rows), 'text/plain': plainTable(rows) };
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/**
 * Shows a word cloud as a picture, topics and lists of results (keywords, phrases, new words, bursts) as a table.
 *
 * In a notebook of tslab it is shown at once. In the Deno kernel the value that comes back is shown where it is the last
 * of a cell: `await show(cloud)`. Elsewhere the value carries the media under `media`.
 *
 * @throws {RedianError} INVALID_ARGUMENT for anything else
 */
export async function show(value: Showable): Promise<Displayable | undefined> {
  const media = await mediaOf(value);
  const tslab = tslabDisplay();
  if (!tslab) return { media, [display]: () => media } as Displayable;
  if (media['image/png'] !== undefined) tslab.png(fromBase64(media['image/png']));
  else tslab.html(media['text/html'] ?? '');
  return undefined;
}
