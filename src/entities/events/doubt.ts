import type { EntityCategory } from '../entity.js';
import type { Trigger } from '../event-lexicon.js';
import type { Clause } from './clauses.js';
import type { Draft } from './draft.js';
import type { EventArgument } from './event.js';
import type { Unit } from './unit.js';

/** A draft and where it was read. */
export interface Scene {
  readonly draft: Draft;
  readonly trigger: Trigger;
  readonly clause: Clause;
  /** The unit of the trigger. */
  readonly at: number;
}

/** What is no event of its type, by what stands where: all that a row names has to hold. */
export interface Doubt {
  readonly english?: boolean;
  /** The trigger as written, and what it is called. */
  readonly phrase?: RegExp;
  readonly action?: string;
  readonly actor?: RegExp;
  readonly actorIs?: readonly EntityCategory[];
  /** No dictionary has the subject. */
  readonly isUnknown?: true;
  readonly object?: RegExp;
  readonly objectIs?: readonly EntityCategory[];
  /** There is none. */
  readonly lacks?: 'actor' | 'object';
  /** The object names nothing. */
  readonly isNameless?: true;
  /** The word before the trigger, the one behind it, any behind it, any of the clause, the last. */
  readonly before?: RegExp;
  readonly next?: RegExp;
  readonly behind?: RegExp;
  readonly anywhere?: RegExp;
  readonly last?: RegExp;
  readonly also?: (scene: Scene) => boolean;
}

function holds(pattern: RegExp | undefined, text: string | undefined): boolean {
  return pattern === undefined || pattern.test(text ?? '');
}

function isOneOf(
  categories: readonly EntityCategory[] | undefined,
  argument: EventArgument | undefined,
): boolean {
  return (
    categories === undefined || (argument?.category !== undefined && categories.includes(argument.category))
  );
}

function someHolds(pattern: RegExp | undefined, units: readonly Unit[]): boolean {
  return pattern === undefined || units.some(({ lower }) => pattern.test(lower));
}

/** True if all that the row names holds. */
export function applies(doubt: Doubt, scene: Scene): boolean {
  const { draft, trigger, clause, at } = scene;
  const { actor, object, subject } = draft;
  const { units } = clause;
  return (
    (doubt.english === undefined || doubt.english === trigger.english) &&
    (doubt.action === undefined || doubt.action === trigger.action) &&
    holds(doubt.phrase, trigger.phrase) &&
    (doubt.lacks === undefined || draft[doubt.lacks] === undefined) &&
    (doubt.isNameless === undefined || object?.names.length === 0) &&
    (doubt.isUnknown === undefined || subject?.entity.known !== true) &&
    isOneOf(doubt.actorIs, actor) &&
    isOneOf(doubt.objectIs, object) &&
    holds(doubt.actor, actor?.text) &&
    holds(doubt.object, object?.text) &&
    holds(doubt.before, units[at - 1]?.text) &&
    holds(doubt.next, units[at + 1]?.lower) &&
    holds(doubt.last, units.at(-1)?.text) &&
    (doubt.behind === undefined || someHolds(doubt.behind, units.slice(at + 1))) &&
    someHolds(doubt.anywhere, units) &&
    (doubt.also === undefined || doubt.also(scene))
  );
}
