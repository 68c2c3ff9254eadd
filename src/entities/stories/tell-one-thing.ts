import { type KeyTable, NAME, nameKey, THING } from './content-keys.js';
import { actorKey, type Group, type Report } from './group.js';
import { hearsay } from './hearsay.js';

/** A key of which this share of all posts that hold it are in the group is the group's own. */
const OWN = 0.6;
/** The same of a name in a group of many reports: of a name that others use too it may tell two things. */
export const OWN_NAME = 0.9;
/** Cosine from which two keys are enough to tell one thing by. */
const ALIKE = 0.3;
/** The same where both are names: of a thing and its maker anything can be told. */
const NAMES_ALIKE = 0.5;
/** From so many reports on, a name of the group's own is what they are about, not what they tell. */
export const MANY = 5;

/**
 * Do two reports of a group tell one thing: the same deed of the same actor; three keys; two of which one is hardly spoken of
 * elsewhere; two, or names alone, which are most of what both say; or hearsay of a thing that hardly anybody else names. One
 * product of which others speak too is what both are about, not what both tell.
 */
export function tellOneThing(a: Report, b: Report, group: Group, table: KeyTable): boolean {
  if (a.post === b.post) return true;
  if (a.event !== undefined && a.event.type === b.event?.type) {
    const actor = actorKey(a.event);
    if (actor !== undefined && actor === actorKey(b.event)) return true;
  }
  let shared = 0;
  const names: number[] = [];
  let isOwn = false;
  let dot = 0;
  for (const key of a.keys) {
    if (!b.keys.includes(key)) continue;
    shared++;
    const isName = table.kinds[key] === THING || table.kinds[key] === NAME;
    if (isName) names.push(key);
    const own = isName && group.reports.length >= MANY ? OWN_NAME : OWN;
    if ((group.counts.get(key) ?? 0) >= own * (table.df[key] as number)) isOwn = true;
    dot += (table.weights[key] as number) ** 2;
  }
  if (shared === 2 && names.length === 2 && !areThingAndMaker(a, names, table)) {
    return (isOwn && group.reports.length < MANY) || dot >= NAMES_ALIKE * a.norm * b.norm;
  }
  if (names.length === 2 && shared === 2) return isOwn && isHearsay(a) && isHearsay(b);
  if (shared >= 3 && names.length === shared) {
    return dot >= ALIKE * a.norm * b.norm || (isOwn && isHearsay(a) && isHearsay(b));
  }
  if (shared >= 3 || (shared === 2 && (isOwn || dot >= ALIKE * a.norm * b.norm))) return true;
  return isOwn && isHearsay(a) && isHearsay(b);
}

/** ChatGPT and OpenAI: who names the one may as well name the other, so that the two tell no more than one. */
function areThingAndMaker({ post }: Report, names: readonly number[], table: KeyTable): boolean {
  const named = post.entities.filter((entity) => names.includes(table.id(nameKey(entity))));
  return named.some(({ term }) => named.some(({ canonical }) => canonical === term?.maker));
}

function isHearsay({ event, post }: Report): boolean {
  return event?.modality === 'rumour' || hearsay.test(post.text);
}
