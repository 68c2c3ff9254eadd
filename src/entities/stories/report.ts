import type { Event } from '../events/event.js';
import type { EventPost } from './story.js';

/** One report of one post: an event of it, or the post itself where it has none. */
export interface Report {
  readonly post: EventPost;
  readonly event?: Event;
  /** Ids of its keys, ascending. */
  readonly keys: Int32Array;
  /** Ids of the pairs of Han characters that stand in it side by side, ascending. */
  readonly pairs: Int32Array;
  /** Ids of the keys within the object of its event without the actor, ascending. */
  readonly object: Int32Array;
  /** Whether it is told as a rumour, or the post says that it has it from others. */
  readonly isHearsay: boolean;
  /** Whether its post holds Han characters. */
  readonly chinese: boolean;
}

/** Who acts, for comparison: a product stands for its maker. */
export function actorKey(event: Event): string | undefined {
  const actor = event.actor;
  if (actor === undefined) return undefined;
  return (actor.maker ?? actor.canonical ?? actor.text).toLowerCase();
}

/** The names of the object without the actor's. */
export function objectKeys(event: Event): string[] {
  const object = event.object;
  if (object === undefined) return [];
  const actor = actorKey(event);
  return object.names.map((name) => name.toLowerCase()).filter((name) => name !== actor);
}
