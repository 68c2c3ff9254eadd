import type { Entity } from '../entity.js';
import type { Event, EventArgument } from '../events/event.js';
import { areOtherFeatures, featureOf } from './features.js';
import { firstFrom } from './first-from.js';
import { type Frame, frameOf, haveOtherNames } from './frame.js';
import { areOtherMarks, type Marks, marksOf } from './marks.js';
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
  readonly marks: Marks;
  /** See {@link featureOf}. */
  readonly feature: string;
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
  const isShort = text.length <= SHORT;
  const clause = isShort ? text : text.slice(start, end);
  const object = event === undefined ? onlyThing(text, named) : onesOf(text, event, event.object, entities);
  const actor = event === undefined ? [] : onesOf(text, event, event.actor, entities);
  const ones = [...object, ...actor];
  const others = named.filter(({ start, end }) => !ones.some((one) => one.start <= start && end <= one.end));
  return {
    object,
    actor,
    feature: event === undefined || !isShort ? '' : featureOf(event, entities),
    named: [...ones, ...others],
    text: told,
    stages: stagesOf(clause),
    marks: marksOf(
      clause,
      isShort ? entities : entities.slice(firstFrom(entities, start), firstFrom(entities, end)),
    ),
    frame: frameOf(post),
  };
}

/** Names that start in a part of a text. */
function within(entities: readonly Entity[], start: number, end: number): Entity[] {
  return entities.slice(firstFrom(entities, start), firstFrom(entities, end)).filter(isTellable);
}

/** John Smith in what is told of staff, and Mate 90 RS: names that no entity holds, or not whole, by their shape. */
const personal = /^\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}'’.-]*){1,2}$/u;
const numbered =
  /^(?=.*(?:\d| \p{Lu}(?: |$)))\p{Lu}[\p{Script=Latin}\d'’.-]*(?: [\p{Lu}\d][\p{Script=Latin}\d.+-]*){0,4}$/u;
/** Behind the name of all that are called so with something behind it: Mate 90 系列. */
const family = /^\s?(?:系列|家族|全系|series\b|family\b|models\b|lineup\b)/iu;
/** Behind a name by which something else is called: GPT-5 级推理, GPT-5-class. */
const notItself = new RegExp(`${family.source}|^\\s?(?:级|同款)|^[- ](?:class|level)\\b`, 'iu');

/** The things and people that an argument is, as against those that it speaks of: features of Android are not Android. */
function onesOf(
  whole: string,
  event: Event,
  argument: EventArgument | undefined,
  entities: readonly Entity[],
): Entity[] {
  if (argument === undefined) return [];
  const { text, start, end } = argument;
  const isPersonal = event.type === 'personnel';
  const found = within(entities, start, end).filter(isMade);
  const isWhole = found.some((one) => one.start === start && one.end === end);
  if (isPersonal ? found.length === 0 && personal.test(text) : !isWhole && numbered.test(text))
    return [{ text, start, end, category: isPersonal ? 'person' : 'name', canonical: text, known: false }];
  return found.filter(
    ({ category, canonical, end: last }) =>
      !family.test(whole.slice(last, last + 10)) &&
      (category === 'person' ||
        category === 'name' ||
        /\d/.test(canonical) ||
        /^[\d. ]*$/.test(text.slice(last - start))),
  );
}

/** The one thing with a number that a short text names, where nobody understood a deed. */
function onlyThing(text: string, named: readonly Entity[]): Entity[] {
  if (text.length > SHORT) return [];
  const things = named.filter((one) => isMade(one) && /\d/.test(one.canonical));
  const isOne = things.every(
    ({ canonical, end }) => canonical === things[0]?.canonical && !notItself.test(text.slice(end, end + 10)),
  );
  return isOne ? things : [];
}

/** Whether two reports single out what cannot be one. */
export function singleOutOthers(a: SingledOut, b: SingledOut, isOneType: boolean): boolean {
  if (areOtherStages(a.stages, b.stages) || areOtherMarks(a.marks, b.marks)) return true;
  if (haveOtherNames(a.frame, b.frame)) return true;
  return (
    areOthers(a.object, a, b.object, b, mayBeOne) ||
    (isOneType &&
      (areOthers(a.actor, a, b.actor, b, mayBeOne) || areOtherFeatures(a.feature, a.text, b.feature, b.text)))
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
  if (named.some((name) => areOne(name, one)) || endsAlike(text, one.text)) return true;
  return text.includes(one.text) && !named.some((name) => name.text.includes(one.text));
}

const lastWord = /[ -](\p{L}{3,})$/u;

/** Whether a text has the last word of a name by itself: GPT-6 mini 和 nano speaks of GPT-6 nano. */
function endsAlike(text: string, name: string): boolean {
  const word = lastWord.exec(name)?.[1];
  return word !== undefined && new RegExp(`(?:和|与|及|、|[,/&+]|\\band) ?${word}(?!\\p{L})`, 'u').test(text);
}
