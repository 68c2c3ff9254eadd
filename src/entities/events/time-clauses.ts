import type { Clause } from './clauses.js';
import { dateOf, everywhere, isDayWord } from './dates.js';
import type { EventType } from './event.js';
import type { Unit } from './unit.js';
import { isWeekday, type Tense } from './weekdays.js';

/** What stands beside a date in a clause that says no more than when: 当地时间11月20日晚间, on the morning of Nov. 20. */
const beside =
  /^(?:当地|美东|美西|东|西|东部|西部|太平洋|时间|日期|就|早|在|于|自|从|起|是|为|定于|定在|回到|回溯到|今年|去年|前年|明年|上|下|月|个|本月|上个?月|下个?月|这个|次|当天|当日|凌晨|清晨|早间|早上|早|上午|中午|午间|午后|下午|傍晚|晚间|晚上|晚|深夜|夜间|夜|\d{1,2}[点时]半?|左右|许|\d{1,2}(?::\d\d)? ?[ap]\.?m\.?|on|in|at|the|of|by|last|this|morning|afternoon|evening|night|early|late|earlier)$/u;

/** 财联社11月20日电: the day of the report. */
const report = /^(?:电|讯|消息|快讯|专电|报道|报导|获悉|discloses?|reports?|reported)$/u;
const longestReport = 8;
const longestTime = 12;

/** Another time than that of the sentence: 去年收购了, 曾投资. */
const another =
  /^(?:去年|前年|明年|后年|今年|本月|上个?月|下个?月|此前|早前|先前|之前|以前|曾|曾经|已曾|近日|日前|近期|最近|上周|下周|年初|年底|年前|month|months|year|years|ago|previously|formerly|recently|since)$/u;

type Kind = 'time' | 'report';

function isDate({ entity }: Unit): boolean {
  return entity?.quantity?.type === 'date';
}

function isWhen(units: readonly Unit[], at: number): boolean {
  return isDate(units[at] as Unit) || isDayWord(units[at] as Unit) || isWeekday(units, at);
}

/** 纽约时间, 美国东部时间: by whose clock. */
function isClock(units: readonly Unit[], at: number): boolean {
  return (
    units[at]?.entity?.category === 'place' && units.slice(at + 1, at + 3).some(({ text }) => text === '时间')
  );
}

function hasDeed({ units }: Clause): boolean {
  return units.some(({ triggers }) => triggers.length > 0);
}

/** Whether a clause says when and nothing else, or who reports and when. */
function kindOf(clause: Clause): Kind | undefined {
  const { units } = clause;
  if (units.length > longestTime || hasDeed(clause)) return undefined;
  if (units.every((unit, at) => isWhen(units, at) || beside.test(unit.lower) || isClock(units, at)))
    return units.some((_, at) => isWhen(units, at)) ? 'time' : undefined;
  const last = units.at(-1);
  if (last === undefined || units.length > longestReport || !report.test(last.lower)) return undefined;
  let before = units.length - 2;
  while (before > 0 && beside.test(units[before]?.lower ?? '')) before--;
  return before >= 0 && isWhen(units, before) ? 'report' : undefined;
}

/** True of a clause whose deed has a time of its own. */
function hasOwnTime({ units }: Clause): boolean {
  return units.some((unit, at) => another.test(unit.lower) || isWhen(units, at));
}

const reach = 8;

/** The clause that says when the deed of the clause at `index` was done: one before it in the sentence, or the one that closes it. */
function timeClause(clauses: readonly Clause[], index: number): { clause: Clause; kind: Kind } | undefined {
  const sentence = clauses[index]?.sentence;
  for (let at = index - 1; at >= 0 && index - at <= reach; at--) {
    const clause = clauses[at] as Clause;
    // 昨天｜谷歌发布: a bar parts them as a comma does.
    const isHeading = at === index - 1 && /^[|｜]$/u.test(clause.closer);
    if (clause.sentence !== sentence && !isHeading) break;
    const kind = kindOf(clause);
    if (kind === undefined) continue;
    const isOver = clauses.slice(at + 1, index).some((other) => hasDeed(other) && hasOwnTime(other));
    return isOver ? undefined : { clause, kind };
  }
  const next = clauses[index + 1];
  if (next?.sentence !== sentence || clauses[index + 2]?.sentence === sentence) return undefined;
  return next !== undefined && kindOf(next) === 'time' ? { clause: next, kind: 'time' } : undefined;
}

/**
 * The date that a clause beside gives the deed of the clause at `index`, which has none itself: 11月20日，…, On Nov. 20, ….
 *
 * A plan takes only what is not past, and nothing of the day of the report.
 */
export function dateBeside(
  clauses: readonly Clause[],
  index: number,
  postDay: string | undefined,
  type: EventType,
  tense: Tense,
): string | undefined {
  const found = timeClause(clauses, index);
  if (found === undefined || hasOwnTime(clauses[index] as Clause)) return undefined;
  const { clause, kind } = found;
  if (kind === 'report') {
    if (tense.isPlanned) return undefined;
    return dateOf(clause, everywhere, postDay, type, undefined, { isDone: true, isPlanned: false });
  }
  const date = dateOf(clause, everywhere, postDay, type, undefined, tense);
  if (date === undefined || !tense.isPlanned) return date;
  return postDay !== undefined && date >= postDay.slice(0, date.length) ? date : undefined;
}
