/** What stands before a dot that ends no sentence: another dot, a letter alone, a shortened word that belongs to the next. */
const unended = /(?:\.|(?:^|[\s.(])(?:[A-Za-z]|vs|Mr|Mrs|Ms|Dr|Rep|Sen|Gov|Prof|Vol|approx))$/u;

/** True if the dot at `at` ends a sentence, and is not one of `U.S.`, `3.5`, `vs.` or `...` */
export function isFullStop(text: string, at: number): boolean {
  if (text.charAt(at) !== '.') return false;
  const next = text.charAt(at + 1);
  return (next === '' || /\s/u.test(next)) && !unended.test(text.slice(Math.max(0, at - 8), at));
}
