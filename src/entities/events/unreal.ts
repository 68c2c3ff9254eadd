import type { Clause } from './clauses.js';
import { holdsAmount, isNamed, type Unit } from './unit.js';

/** Right before who is to do it: 坐等 OpenAI 发布. */
const wished =
  /^(?:期待|期盼|坐等|静待|静候|等待|苦等|盼|盼望|渴望|求|跪求|恳求|催|催促|催更|hoping|hope|hopes)$/u;
/** With who does it and the present tense: once OpenAI releases. */
const notYet = /^(?:once|when|whenever|until|till|before|assuming)$/u;

/** 如果, and 只要苹果降价; 只要 8000 元 is a price. */
export function isCondition(units: readonly Unit[], at: number): boolean {
  const { lower } = units[at] as Unit;
  const next = units[at + 1];
  if (lower === '只要') return next !== undefined && !holdsAmount(next);
  return /^(?:如果|若|假如|假使|倘若|要是|一旦|要不是|若非|if)$/u.test(lower);
}

/** 等 OpenAI 发布再说; in 苹果、谷歌等 it stands behind names. */
function isWaiting(units: readonly Unit[], at: number): boolean {
  return units[at]?.text === '等' && (at === 0 || /^[只就]$/u.test(units[at - 1]?.text ?? ''));
}

/** 只有 OpenAI 发布 GPT-6，才能赢. */
function isOnlyThen(clauses: readonly Clause[], index: number, at: number): boolean {
  const { units } = clauses[index] as Clause;
  const then = [...units.slice(at), ...(clauses[index + 1]?.units.slice(0, 2) ?? [])];
  return then.some(({ text }) => text.startsWith('才'));
}

/** True if what opens the deed of the trigger at unit `at` makes a wish or a condition of it: 期待 OpenAI 发布, once OpenAI releases. */
export function isUnreal(clauses: readonly Clause[], index: number, at: number): boolean {
  const { units } = clauses[index] as Clause;
  const form = units[at]?.triggers[0]?.form;
  const isPresent = form === 'base' || form === 'third';
  for (let before = at - 2; before >= 0 && at - before <= 10; before--) {
    const { lower, triggers } = units[before] as Unit;
    if (triggers.length > 0) return false;
    if (!isNamed(units[before + 1])) continue;
    if (wished.test(lower) || isWaiting(units, before)) return true;
    if (lower === '只要' || (lower === '只有' && isOnlyThen(clauses, index, at))) return true;
    if (isPresent && notYet.test(lower)) return true;
    if (isPresent && lower === 'as' && /^(?:soon|long)$/u.test(units[before - 1]?.lower ?? '')) return true;
    // Had OpenAI released it.
    if (before === 0 && lower === 'had' && form === 'past') return true;
  }
  return false;
}
