import { checkArray, checkNew, checkNumber, checkString, checkTokens, refuse } from '../../base/check.js';
import type { Entity } from '../entity.js';
import type { Event, EventAmount, EventArgument } from '../events/event.js';
import type { EventPost } from './story.js';

/** Throws unless these are posts as `joinEvents` takes them, each with an id of its own. O(tokens). */
export function checkPosts(posts: readonly EventPost[]): void {
  checkArray('posts', posts, 'posts');
  const ids = new Set<string>();
  for (const [index, post] of posts.entries()) {
    const name = `posts[${index}]`;
    checkString(`${name}.text`, post?.text);
    checkString(`${name}.id`, post.id);
    checkNew(`${name}.id`, post.id, ids.has(post.id));
    ids.add(post.id);
    checkTokens(`${name}.tokens`, post.tokens);
    checkParts(`${name}.entities`, post.entities, 'entities', 'an entity', isEntity);
    checkParts(`${name}.events`, post.events, 'events', 'an event', isEvent);
    if (post.createdAt !== undefined) checkNumber(`${name}.createdAt`, post.createdAt);
    if (post.engagement !== undefined) checkNumber(`${name}.engagement`, post.engagement, { min: 0 });
  }
}

type Loose<T> = { readonly [K in keyof T]?: unknown } | null | undefined;

function checkParts<T>(
  name: string,
  parts: readonly T[],
  expected: string,
  one: string,
  isOne: (part: Loose<T>) => boolean,
): void {
  checkArray(name, parts, expected);
  for (const [at, part] of parts.entries()) if (!isOne(part)) refuse(`${name}[${at}]`, one, part);
}

function isEntity(entity: Loose<Entity>): boolean {
  return (
    typeof entity?.text === 'string' &&
    typeof entity.category === 'string' &&
    typeof entity.canonical === 'string' &&
    isSpan(entity)
  );
}

function isEvent(event: Loose<Event>): boolean {
  return (
    typeof event?.type === 'string' &&
    typeof event.action === 'string' &&
    typeof event.modality === 'string' &&
    typeof event.confidence === 'number' &&
    isSpan(event) &&
    isSpan(event.trigger as Loose<Event['trigger']>) &&
    isArgument(event.actor as Loose<EventArgument>) &&
    isArgument(event.object as Loose<EventArgument>) &&
    Array.isArray(event.partners) &&
    Array.isArray(event.amounts) &&
    event.amounts.every(isAmount)
  );
}

function isSpan(part: { readonly start?: unknown; readonly end?: unknown } | null | undefined): boolean {
  return typeof part?.start === 'number' && typeof part.end === 'number';
}

function isArgument(argument: Loose<EventArgument>): boolean {
  return (
    argument === undefined ||
    (typeof argument?.text === 'string' && Array.isArray(argument.names) && isSpan(argument))
  );
}

function isAmount(amount: Loose<EventAmount>): boolean {
  return (
    typeof amount?.value === 'number' && typeof amount.role === 'string' && typeof amount.text === 'string'
  );
}
