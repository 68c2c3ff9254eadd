import { argumentOf } from './arguments.js';
import type { EventArgument } from './event.js';
import type { Unit } from './unit.js';

/** Words of an office, and what stands between them. */
export const title =
  /^(?:interim|acting|finance|marketing|product|operating|technology|ceo|cfo|coo|cto|president|senior|vice|chief|chair|chairman|director|head|to|as|its)$/u;

/** What somebody is called who stands behind his office: Apple AI chief Ruoming Pang. */
const office =
  /^(?:ceo|cfo|coo|cto|president|chief|chairman|director|head|founder|co-founder|cofounder|executive|exec|scientist|researcher|engineer|officer|boss|veteran|alum|designer|economist|lawyer)$/u;

/** The name in capitals right behind an office in the clause, two words at least; undefined if none stands there. */
function officeHolder(text: string, units: readonly Unit[], from: number): EventArgument | undefined {
  for (let at = from; at < units.length && at - from < 8; at++) {
    if (units[at]?.cues.has('prep') || units[at]?.lower === 'and') return undefined;
    if (!office.test(units[at]?.lower ?? '') || office.test(units[at + 1]?.lower ?? '')) continue;
    let end = at + 1;
    while (
      end < units.length &&
      end - at <= 3 &&
      /^[A-Z][a-zA-Z’'.-]+(?: [A-Z]\S*)*$/u.test(units[end]?.text ?? '')
    )
      end++;
    const name = argumentOf(text, units.slice(at + 1, end));
    return name !== undefined && (name.text.includes(' ') || name.category === 'person') ? name : undefined;
  }
  return undefined;
}

/** Names Robert Hagerty Interim CEO: who, and not what as. */
export function untitled(
  text: string,
  units: readonly Unit[],
  object: EventArgument | undefined,
): EventArgument | undefined {
  if (object === undefined) return undefined;
  const inside = units.filter(({ start, end }) => start >= object.start && end <= object.end);
  const holder = officeHolder(text, units, units.indexOf(inside[0] as Unit));
  const before = inside.slice(
    0,
    inside.findIndex((unit) => office.test(unit.lower)),
  );
  if (holder !== undefined && !before.some(({ entity }) => entity?.category === 'person')) return holder;
  const ends = inside.findIndex((unit) => title.test(unit.lower));
  if (ends < 1 || !inside.slice(0, ends).every((unit) => /^[A-Z]/u.test(unit.text))) return object;
  const name = argumentOf(text, inside.slice(0, ends)) ?? object;
  // Robert Hagerty Interim in one word.
  const rest = /\s(?:Interim|Acting|Permanent|Senior|New)$/u.exec(name.text)?.[0].length ?? 0;
  return rest === 0
    ? name
    : { text: name.text.slice(0, -rest), names: [], start: name.start, end: name.end - rest };
}

/** 任命张三为 CFO: who, and not what as. 华为 is a name. */
export function appointed(object: EventArgument | undefined): EventArgument | undefined {
  const name = /^(.{2,20}?)(?<!华)为/u.exec(object?.text ?? '')?.[1];
  if (object === undefined || name === undefined) return object;
  return { text: name, names: [], start: object.start, end: object.start + name.length };
}
