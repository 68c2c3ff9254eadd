import { hasHan } from '../../text/han.js';
import type { Entity } from '../entity.js';
import type { EventArgument, EventType } from '../events/event.js';
import { areOpposite, polesOf } from './opposites.js';
import { actorKey, objectKeys, type Report } from './report.js';
import type { EventPost } from './story.js';

/** What two do together, and whose change of place is told of either: who is named first tells nothing. */
const mutual = new Set<EventType>(['partnership', 'restructuring', 'personnel']);

/** What is done to one who has a name: done to another, it is something else. */
const done = new Set<EventType>(['acquisition', 'benchmark', 'investment', 'lawsuit', 'regulation']);

/** Tells which reports cannot be of one happening. */
export class Contradictions {
  readonly #reports: readonly Report[];
  /** By report, as `polesOf` has them; -1 where nobody has asked. */
  readonly #poles: Int32Array;

  constructor(reports: readonly Report[]) {
    this.#reports = reports;
    this.#poles = new Int32Array(reports.length).fill(-1);
  }

  /**
   * Whether of two reports the opposite is done, who did it to whom is turned round, or somebody else did it or had it done to
   * him. O(entities).
   */
  between(a: number, b: number): boolean {
    const { post, event } = this.#reports[a] as Report;
    const { post: otherPost, event: other } = this.#reports[b] as Report;
    const areOpposed = areOpposite(this.#polesOf(a), this.#polesOf(b));
    if (event === undefined || other === undefined) return areOpposed;
    const isOneType = event.type === other.type;
    if (!areOpposed && !isOneType) return false;
    const actor = actorKey(event);
    const otherActor = actorKey(other);
    const objects = objectKeys(event);
    const otherObjects = objectKeys(other);
    if (actor !== undefined && otherActor !== undefined && actor !== otherActor) {
      if (isAmong(event.actor, otherObjects) && isAmong(other.actor, objects))
        return areOpposed || (isOneType && !mutual.has(event.type));
      return isOneType && areOthers([actor], post, [otherActor], otherPost);
    }
    if (areOpposed && actor !== undefined && actor === otherActor)
      return (
        objects.length === 0 ||
        otherObjects.length === 0 ||
        objects.some((name) => otherObjects.includes(name))
      );
    return isOneType && done.has(event.type) && areOthers(objects, post, otherObjects, otherPost);
  }

  #polesOf(report: number): number {
    const known = this.#poles[report] as number;
    if (known >= 0) return known;
    const { post, event } = this.#reports[report] as Report;
    const found = polesOf(post, event);
    this.#poles[report] = found;
    return found;
  }
}

/** Whether names hold that of an argument or of who makes it. */
function isAmong(argument: EventArgument | undefined, names: readonly string[]): boolean {
  return [argument?.canonical, argument?.maker].some(
    (name) => name !== undefined && names.includes(name.toLowerCase()),
  );
}

/** What two of one kind are told apart by their names. */
const kinds = new Map<Entity['category'], number>([
  ['company', 0],
  ['organization', 0],
  ['model', 0],
  ['product', 0],
  ['hardware', 0],
  ['name', 0],
  ['person', 1],
]);

/** Whether those are of one kind, and neither post speaks of the other's. */
function areOthers(
  names: readonly string[],
  post: EventPost,
  otherNames: readonly string[],
  otherPost: EventPost,
): boolean {
  const named = entitiesOf(names, post);
  const others = entitiesOf(otherNames, otherPost);
  return (
    named.length > 0 &&
    others.length > 0 &&
    named.every((one) => others.every((other) => areComparable(one, other))) &&
    !named.some((one) => speaksOf(otherPost, one)) &&
    !others.some((other) => speaksOf(post, other))
  );
}

function entitiesOf(names: readonly string[], { entities }: EventPost): Entity[] {
  return entities.filter(
    ({ canonical, term }) =>
      names.includes(canonical.toLowerCase()) || names.includes(term?.maker?.toLowerCase() ?? ''),
  );
}

/** Names that the dictionary has, or that are written in one script, can be told apart. */
function areComparable(one: Entity, other: Entity): boolean {
  const kind = kinds.get(one.category);
  if (kind === undefined || kind !== kinds.get(other.category)) return false;
  return (one.known && other.known) || (kind === 0 && hasHan(one.text) === hasHan(other.text));
}

/** Whether a post names what another names, who makes it, or something that he makes. */
function speaksOf({ entities, text }: EventPost, one: Entity): boolean {
  const maker = one.term?.maker ?? one.canonical;
  return (
    text.includes(one.text) ||
    entities.some(
      ({ canonical, term }) => canonical === one.canonical || (term?.maker ?? canonical) === maker,
    )
  );
}
