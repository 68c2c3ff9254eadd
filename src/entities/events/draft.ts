import { countHan } from '../../text/han.js';
import type { EventArgument, EventType } from './event.js';
import type { Subject } from './subjects.js';

/** The arguments of an event before it is dated and weighed. */
export interface Draft {
  readonly actor?: EventArgument;
  readonly object?: EventArgument;
  readonly partners: readonly string[];
  /** In (0, 1]: the confidence of the event. */
  readonly sureness: number;
  /** Who stands before the verb, whatever part it plays. */
  readonly subject?: Subject;
  /** If another than the trigger's. */
  readonly type?: EventType;
  /** True of a partnership, whose two sides act together in what follows. */
  readonly joint?: true;
}

/** An object that says something: a name, a version, three Han characters (two in a text of four), or a word of four letters. */
export function isSubstantial(object: EventArgument): boolean {
  if (object.names.length > 0) return true;
  // The number of a version: v2026.3.12, 2.6 版.
  if (/^[vV]?\d+(?:\.\d+)+(?:\s?版本?)?$/u.test(object.text)) return true;
  const han = countHan(object.text);
  return han >= 3 || (han === 2 && object.text.length >= 4) || /[A-Za-z]{4,}/u.test(object.text);
}

/** Types of which a figure goes up or down: what happens to the subject is told by the figure. */
export function isMove(type: EventType): boolean {
  return type === 'stock_move' || type === 'usage_growth';
}

/** What two agree on, and may not come to be. */
export const bargains: ReadonlySet<EventType> = new Set<EventType>([
  'acquisition',
  'funding',
  'investment',
  'partnership',
  'release',
]);
