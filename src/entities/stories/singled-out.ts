import type { Entity } from '../entity.js';
import type { Event, EventArgument } from '../events/event.js';
import { firstFrom } from './first-from.js';
import { type Frame, frameOf, haveOtherNames } from './frame.js';
import { areAkin, areComparable, isMade, isTellable } from './names-apart.js';
import type { Report } from './report.js';
import { areOtherStages, stagesOf } from './stages.js';

/** Characters of a text that are read beside its event, and of one whose stages are those of its event, wherever they stand. */
const LONGEST = 400;
const SHORT = 160;

/** What a report singles out: another that tells the same cannot single out something else. */
export interface SingledOut {
  /** Things and people that are the object of its event, and the things that are its actor. */
  readonly object: readonly Entity[];
  readonly actor: readonly Entity[];
  /** All that it names and that can be told apart by its name, and the text that was read. */
  readonly named: readonly Entity[];
  readonly text: string;
  /** Its stages, see {@link stagesOf}. */
  readonly stages: number;
  readonly frame: Frame | undefined;
}

export function singledOut({ post, event }: Report): SingledOut {
  const { text, entities } = post;
  const start = event?.start ?? 0;
  const end = event?.end ?? Math.min(text.length, LONGEST);
  const named = within(entities, 0, LONGEST);
  let told = text.slice(0, LONGEST);
  if (end > LONGEST) {
    const rest = Math.max(start, LONGEST);
    named.push(...within(entities, rest, end));
    told += text.slice(rest, end);
  }
  return {
    object: event === undefined ? [] : onesOf(event, event.object, entities),
    actor: event === undefined ? [] : onesOf(event, event.actor, entities),
    named,
    text: told,
    stages: stagesOf(text.length > SHORT ? text.slice(start, end) : text),
    frame: frameOf(post),
  };
}

/** Names that start in a part of a text. */
function within(entities: readonly Entity[], start: number, end: number): Entity[] {
  return entities.slice(firstFrom(entities, start), firstFrom(entities, end)).filter(isTellable);
}

/** John Smith in what is told of staff, and Mate 90: names that no entity holds, by their shape. */
const personal = /^\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}'’.-]*){1,2}$/u;
const numbered = /^\p{Lu}[\p{L}'’-]* \d+(?:\.\d+)*$/u;

/** The things and people that an argument is, as against those that it speaks of: features of Android are not Android. */
function onesOf(event: Event, argument: EventArgument | undefined, entities: readonly Entity[]): Entity[] {
  if (argument === undefined) return [];
  const { text, start, end } = argument;
  const found = within(entities, start, end).filter(isMade);
  const isPersonal = event.type === 'personnel';
  if (found.length === 0 && (isPersonal ? personal : numbered).test(text))
    return [{ text, start, end, category: isPersonal ? 'person' : 'name', canonical: text, known: false }];
  return found.filter(
    ({ category, canonical, end: last }) =>
      category === 'person' ||
      category === 'name' ||
      /\d/.test(canonical) ||
      /^[\d. ]*$/.test(text.slice(last - start)),
  );
}

/** Whether two reports single out what cannot be one. */
export function singleOutOthers(a: SingledOut, b: SingledOut, isOneType: boolean): boolean {
  if (areOtherStages(a.stages, b.stages) || haveOtherNames(a.frame, b.frame)) return true;
  return (
    areOthers(a.object, a, b.object, b, mayBeOne) ||
    (isOneType && areOthers(a.actor, a, b.actor, b, mayBeOne))
  );
}

function mayBeOne(one: Entity, other: Entity): boolean {
  return isMade(one) && areAkin(one.canonical, other.canonical);
}

/**
 * Whether all those are comparable with all of those, and neither report names anything that may be one of the other's.
 *
 * @param areOne  whether two names are taken for one, or for one's.
 */
export function areOthers(
  ones: readonly Entity[],
  a: SingledOut,
  others: readonly Entity[],
  b: SingledOut,
  areOne: (one: Entity, other: Entity) => boolean,
): boolean {
  return (
    ones.length > 0 &&
    others.length > 0 &&
    ones.every((one) => others.every((other) => areComparable(one, other))) &&
    !ones.some((one) => speaksOf(b, one, areOne)) &&
    !others.some((other) => speaksOf(a, other, areOne))
  );
}

function speaksOf(
  { named, text }: SingledOut,
  one: Entity,
  areOne: (one: Entity, other: Entity) => boolean,
): boolean {
  return text.includes(one.text) || named.some((name) => areOne(name, one));
}
