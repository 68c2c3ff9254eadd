import { type KeyTable, NAME, nameKey, THING } from './content-keys.js';
import { actorKey, type Group, newGroup, put, type Report } from './group.js';
import { hearsay } from './hearsay.js';

/** Reports that are compared pair by pair; what so many tell holds together by itself. */
const MOST_REPORTS = 48;
/** A key of which this share of all posts that hold it are in the group is the group's own. */
const OWN = 0.6;
/** Cosine from which two keys are enough to tell one thing by. */
const ALIKE = 0.3;
/** The same where both are names: of a thing and its maker anything can be told. */
const NAMES_ALIKE = 0.5;
/** From so many reports on, a name of the group's own is what they are about, not what they tell. */
const MANY = 5;

/**
 * Do two reports tell one thing: the same deed of the same actor; three keys; two of which one is hardly spoken of
 * elsewhere, or which are most of what both say; or hearsay of a thing that hardly anybody else names. One product of
 * which others speak too is what both are about, not what both tell.
 */
function agree(a: Report, b: Report, group: Group, table: KeyTable): boolean {
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
    if (table.kinds[key] === THING || table.kinds[key] === NAME) names.push(key);
    if ((group.counts.get(key) ?? 0) >= OWN * (table.df[key] as number)) isOwn = true;
    dot += (table.weights[key] as number) ** 2;
  }
  if (shared === 2 && names.length === 2 && !areThingAndMaker(a, names, table)) {
    return (isOwn && group.reports.length < MANY) || dot >= NAMES_ALIKE * a.norm * b.norm;
  }
  if (names.length === 2 && shared === 2) return isOwn && isHearsay(a) && isHearsay(b);
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

/**
 * The parts of a group whose reports hold together: each tells the same as some other one of its part, not merely of
 * the same product. A group in one piece is given back as it is.
 *
 * O(reports²) for groups of at most 48 reports; greater ones are not looked at.
 */
export function connectedParts(group: Group, table: KeyTable): Group[] {
  const { reports } = group;
  if (reports.length < 2 || reports.length > MOST_REPORTS) return [group];
  const part = reports.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (part[root] !== root) root = part[root] ?? root;
    return root;
  };
  for (let i = 1; i < reports.length; i++) {
    for (let j = 0; j < i; j++) {
      const a = rootOf(i);
      const b = rootOf(j);
      if (a !== b && agree(reports[i] as Report, reports[j] as Report, group, table))
        part[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const parts = new Map<number, Group>();
  for (const [index, report] of reports.entries()) {
    const root = rootOf(index);
    const found = parts.get(root) ?? newGroup();
    parts.set(root, found);
    put(found, report);
  }
  return parts.size === 1 ? [group] : [...parts.values()];
}
