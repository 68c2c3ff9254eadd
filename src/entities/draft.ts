import type { Subject } from './arguments.js';
import type { Unit } from './clauses.js';
import { isAmount } from './entity.js';
import type { EventArgument, EventType } from './event.js';

/** The arguments of an event before it is dated and weighed. */
export interface Draft {
  readonly actor?: EventArgument;
  readonly object?: EventArgument;
  readonly partners: readonly string[];
  readonly sureness: number;
  readonly subject?: Subject;
  readonly type?: EventType;
  /** True of a partnership, whose two sides act together in what follows. */
  readonly joint?: true;
  /** True of what puts money into the object: a value told next to it is the object's. */
  readonly invests?: true;
  /** True if an amount of the clause is this event's. */
  readonly hasAmount?: boolean;
}

export function holdsAmount(unit: Unit): boolean {
  return unit.entity !== undefined && isAmount(unit.entity);
}

/** An object that says something: a name, or at least two Han characters or a word of four letters. */
export function isSubstantial(object: EventArgument): boolean {
  if (object.names.length > 0) return true;
  // The number of a version: v2026.3.12, 2.6 版.
  if (/^[vV]?\d+(?:\.\d+)+(?:\s?版本?)?$/u.test(object.text)) return true;
  const han = object.text.match(/[\u3400-\u9fff]/gu)?.length ?? 0;
  return han >= 3 || (han === 2 && object.text.length >= 4) || /[A-Za-z]{4,}/u.test(object.text);
}

export function isMove(type: EventType): boolean {
  return type === 'stock_move' || type === 'usage_growth';
}
