import { isNamed, type Unit } from './unit.js';

const unlike = /^(?:而非|而不是|并非|不是|rather than|instead of)$/u;
const half = /^(?:非|不是|并非)$/u;

/** Where the words stand that part the name at `at` from the one that is meant instead of it: 而非 in Anthropic 而非 OpenAI; -1 if none do. */
export function contrastedWith(units: readonly Unit[], at: number): number {
  if (!isNamed(units[at])) return -1;
  const { lower = '' } = units[at - 1] ?? {};
  if (half.test(lower) && units[at - 2]?.text === '而' && isNamed(units[at - 3])) return at - 2;
  return unlike.test(lower) && isNamed(units[at - 2]) ? at - 1 : -1;
}
