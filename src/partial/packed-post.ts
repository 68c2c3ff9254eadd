import type { Post } from '../corpus/index.js';
import { RedianError } from '../errors.js';
import { isNonNegative, isText, isTextOrNull } from './guards.js';

/** A post as one line of JSON; lone surrogates are escaped, so that its bytes give it back as it was. */
export function packPost(post: Post): string {
  const { likes, reposts, replies, views } = post.engagement;
  return JSON.stringify([
    post.id,
    post.text,
    post.createdAt ?? null,
    post.author ?? null,
    post.url ?? null,
    post.lang ?? null,
    post.source ?? null,
    post.repostOf ?? null,
    likes,
    reposts,
    replies,
    views,
    post.hasEngagement,
  ]);
}

/** @throws {RedianError} INVALID_DATA if the line is none that `packPost` gives. */
export function unpackPost(line: string): Post {
  let parts: unknown;
  try {
    parts = JSON.parse(line);
  } catch {
    parts = undefined;
  }
  if (Array.isArray(parts) && parts.length === 13) {
    const [id, text, createdAt, author, url, lang, source, repostOf, likes, reposts, replies, views, has] =
      parts;
    if (
      isText(id) &&
      isText(text) &&
      (createdAt === null || Number.isFinite(createdAt)) &&
      isTextOrNull(author) &&
      (url === null || (isText(url) && /^https?:\/\//i.test(url))) &&
      isTextOrNull(lang) &&
      isTextOrNull(source) &&
      isTextOrNull(repostOf) &&
      [likes, reposts, replies, views].every(isNonNegative) &&
      typeof has === 'boolean'
    ) {
      return {
        id,
        text,
        ...(createdAt === null ? undefined : { createdAt }),
        ...(author === null ? undefined : { author }),
        ...(url === null ? undefined : { url }),
        ...(lang === null ? undefined : { lang }),
        ...(source === null ? undefined : { source }),
        ...(repostOf === null ? undefined : { repostOf }),
        engagement: { likes, reposts, replies, views },
        hasEngagement: has,
      };
    }
  }
  throw new RedianError('INVALID_DATA', `partial: expected a post, got ${line.slice(0, 60)}`);
}
