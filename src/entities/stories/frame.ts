import { isNotion } from '../../lexicon/term-info.js';
import { type Entity, isAmount } from '../entity.js';
import { areAkin, areComparable, areOfOneMaker, isMade } from './names-apart.js';
import type { EventPost } from './story.js';
import { withoutCredit } from './told-tokens.js';

/** Characters of the longest text whose frame is compared, and of the least that has to be left of one. */
const LONGEST = 80;
const LEAST = 4;

/** A text with a gap for each name, and the names. */
export interface Frame {
  readonly rest: string;
  readonly names: readonly Entity[];
}

/** The frame of a post; undefined where it is long, names nothing, or says hardly anything else. */
export function frameOf({ text, tokens, entities }: EventPost): Frame | undefined {
  if (text.length > LONGEST) return undefined;
  const told = withoutCredit(tokens);
  const end = told.at(-1)?.end ?? 0;
  const names: Entity[] = [];
  let rest = '';
  let past = told[0]?.start ?? 0;
  for (const entity of entities) {
    if (isAmount(entity) || isNotion(entity.category) || entity.start < past || entity.end > end) continue;
    names.push(entity);
    rest += `${text.slice(past, entity.start)}\0`;
    past = entity.end;
  }
  rest = (rest + text.slice(past, end)).replace(/ /g, '');
  return names.length === 0 || rest.length < names.length + LEAST ? undefined : { rest, names };
}

/** Whether two say the same of others: launches robotaxi in London, launches robotaxi in Tokyo. */
export function haveOtherNames(a: Frame | undefined, b: Frame | undefined): boolean {
  if (a === undefined || b === undefined || a.rest !== b.rest) return false;
  return a.names.some((name, at) => {
    const other = b.names[at] as Entity;
    if (name.category === 'place') return other.category === 'place' && name.canonical !== other.canonical;
    return areComparable(name, other) && areOtherNames(name, other);
  });
}

/** What is made goes by its name, also where one makes both. */
function areOtherNames(one: Entity, other: Entity): boolean {
  return (
    !areAkin(one.canonical, other.canonical) && (isMade(one) === isMade(other) || !areOfOneMaker(one, other))
  );
}
