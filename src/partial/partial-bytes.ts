import type { Post } from '../corpus/index.js';
import { CountMin } from '../counting/count-min.js';
import { HyperLogLog } from '../counting/hyper-log-log.js';
import { RedianError } from '../errors.js';
import { packSections, unpackSections } from '../lexicon/container.js';
import { packPost, unpackPost } from './packed-post.js';
import { Partial } from './partial.js';
import { headOf, readHead } from './partial-head.js';
import { type PartialSettings, partialSettings } from './settings.js';
import { TermCounts } from './term-counts.js';

const KIND = 'PART';
const VERSION = 1;

/**
 * A partial as one file with magic number, version and checksum. The same posts give the same bytes, however they were
 * divided and merged, if no id stands in two parts (see {@link Partial}).
 *
 * @returns about 240 bytes for each post of 100 characters that is kept, 20 for each pair of day and term, and 5 to 10 MB for a sketch.
 */
export function packPartial(partial: Partial): Uint8Array {
  const parts = partial.parts();
  const encoder = new TextEncoder();
  return packSections(KIND, VERSION, [
    encoder.encode(JSON.stringify(headOf(parts))),
    encoder.encode(parts.posts.map(packPost).join('\n')),
    parts.authors.toBytes(),
    parts.terms.sketch?.toBytes() ?? new Uint8Array(0),
  ]);
}

/**
 * Reads what {@link packPartial} wrote.
 *
 * @param name  how messages call it.
 * @throws {RedianError} INVALID_DATA if it is damaged, cut short, of another kind or version, or holds what no partial
 *   holds.
 */
export function unpackPartial(bytes: Uint8Array, name = 'partial'): Partial {
  const fail = (what: string): never => {
    throw new RedianError('INVALID_DATA', `${name}: expected a partial, but ${what}`, { details: { name } });
  };
  const [headBytes, postBytes, authorBytes, sketch] = unpackSections(bytes, KIND, VERSION, name);
  if (
    !(headBytes instanceof Uint8Array) ||
    !(postBytes instanceof Uint8Array) ||
    !(authorBytes instanceof Uint8Array) ||
    !(sketch instanceof Uint8Array)
  ) {
    return fail('its sections are others');
  }
  const decoder = new TextDecoder();
  const { days, ...head } = readHead(decoder.decode(headBytes), fail);
  let settings: PartialSettings;
  let posts: Post[];
  let terms: TermCounts;
  let authors: HyperLogLog;
  try {
    settings = partialSettings(head.settings);
    const lines = postBytes.length === 0 ? [] : decoder.decode(postBytes).split('\n');
    posts = lines.map(unpackPost);
    terms = TermCounts.of(days, sketch.length === 0 ? undefined : CountMin.from(sketch));
    authors = HyperLogLog.from(authorBytes);
  } catch (cause) {
    return fail(cause instanceof Error ? cause.message : String(cause));
  }
  if (!head.isSampleWhole && posts.length < settings.sample) return fail('posts of its sample are missing');
  return Partial.of({ ...head, settings, posts, authors, terms });
}

/** A partial as one line of text, for engines that hand lines from step to step: base64. */
export function partialToLine(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x6000) {
    binary += btoa(String.fromCharCode(...bytes.subarray(at, at + 0x6000)));
  }
  return binary;
}
