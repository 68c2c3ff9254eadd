import type { Entity } from '../entity.js';
import type { EventArgument, EventType } from '../events/event.js';
import { areOfOneMaker } from './names-apart.js';
import { areOpposite, polesOf } from './opposites.js';
import { actorKey, objectKeys, type Report } from './report.js';
import { areOthers, type SingledOut, singledOut, singleOutOthers } from './singled-out.js';

/** What two do together, and whose change of place is told of either: who is named first tells nothing. */
const mutual = new Set<EventType>(['partnership', 'restructuring', 'personnel']);

/** What is done to one who has a name: done to another, it is something else. */
const done = new Set<EventType>(['acquisition', 'benchmark', 'investment', 'lawsuit', 'regulation']);

/** Tells which reports cannot be of one happening. */
export class Contradictions {
  readonly #reports: readonly Report[];
  /** By report, as `polesOf` has them; -1 where nobody has asked. */
  readonly #poles: Int32Array;
  /** By report; undefined where nobody has asked. */
  readonly #singledOut: (SingledOut | undefined)[];

  constructor(reports: readonly Report[]) {
    this.#reports = reports;
    this.#poles = new Int32Array(reports.length).fill(-1);
    this.#singledOut = reports.map(() => undefined);
  }

  /**
   * Whether of two reports the opposite is done, who did it to whom is turned round, somebody else did it or had it done to him, or
   * something else is singled out. O(entities).
   */
  between(a: number, b: number): boolean {
    return this.#areOtherDeeds(a, b) || this.#singleOutOthers(a, b);
  }

  /** Whether any of the one contradicts any of the other. O(ones · others). */
  betweenAny(ones: readonly number[], others: readonly number[]): boolean {
    return ones.some((one) => others.some((other) => this.between(one, other)));
  }

  #areOtherDeeds(a: number, b: number): boolean {
    const { event } = this.#reports[a] as Report;
    const { event: other } = this.#reports[b] as Report;
    const areOpposed = areOpposite(this.#polesOf(a), this.#polesOf(b));
    if (event === undefined || other === undefined) return areOpposed;
    const isOneType = event.type === other.type;
    if (!areOpposed && !isOneType) return false;
    const actor = actorKey(event);
    const otherActor = actorKey(other);
    const objects = objectKeys(event);
    const otherObjects = objectKeys(other);
    const isDone = isOneType && done.has(event.type);
    if (actor !== undefined && otherActor !== undefined && actor !== otherActor) {
      const actsOn = isAmong(other.actor, objects);
      const isActedOn = isAmong(event.actor, otherObjects);
      if (actsOn && isActedOn) return areOpposed || (isOneType && !mutual.has(event.type));
      if (isDone && actsOn && this.#areOthers([actor], a, otherObjects, b)) return true;
      if (isDone && isActedOn && this.#areOthers(objects, a, [otherActor], b)) return true;
      return isOneType && this.#areOthers([actor], a, [otherActor], b);
    }
    if (areOpposed && actor !== undefined && actor === otherActor)
      return (
        objects.length === 0 ||
        otherObjects.length === 0 ||
        objects.some((name) => otherObjects.includes(name))
      );
    return isDone && this.#areOthers(objects, a, otherObjects, b);
  }

  /** Whether the other report speaks of none of those names of one, nor of who makes it, and the other way round. */
  #areOthers(names: readonly string[], a: number, otherNames: readonly string[], b: number): boolean {
    if (this.#areOfOnePost(a, b)) return false;
    const one = this.#singledOutBy(a);
    const other = this.#singledOutBy(b);
    return areOthers(entitiesOf(names, one), one, entitiesOf(otherNames, other), other, areOfOneMaker);
  }

  #singleOutOthers(a: number, b: number): boolean {
    if (this.#areOfOnePost(a, b)) return false;
    const type = this.#reports[a]?.event?.type;
    const isOneType = type !== undefined && type === this.#reports[b]?.event?.type;
    return singleOutOthers(this.#singledOutBy(a), this.#singledOutBy(b), isOneType);
  }

  #areOfOnePost(a: number, b: number): boolean {
    return this.#reports[a]?.post === this.#reports[b]?.post;
  }

  #singledOutBy(report: number): SingledOut {
    const known = this.#singledOut[report];
    if (known !== undefined) return known;
    const found = singledOut(this.#reports[report] as Report);
    this.#singledOut[report] = found;
    return found;
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

/** The names of a report that are those, or that of what those make. */
function entitiesOf(names: readonly string[], { named }: SingledOut): Entity[] {
  return named.filter(
    ({ canonical, term }) =>
      names.includes(canonical.toLowerCase()) || names.includes(term?.maker?.toLowerCase() ?? ''),
  );
}
