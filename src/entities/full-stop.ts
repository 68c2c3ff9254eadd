/** What stands before a dot that ends no sentence: another dot, a letter alone, a shortened word that belongs to the next. */
const unended = /(?:\.|(?:^|[\s.(])(?:[A-Za-z]|vs|Mr|Mrs|Ms|Dr|Rep|Sen|Gov|Prof|Vol|approx))$/u;
/** Shortened words that end a sentence only where a new one begins behind them: Warner Bros. for $72 billion. */
const shortened =
  /(?:^|[\s.(])(?:Bros|Inc|Corp|Co|Ltd|Cos|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|St)$/u;

/** True if the dot at `at` ends a sentence, and is not one of `U.S.`, `3.5`, `vs.` or `...` */
export function isFullStop(text: string, at: number): boolean {
  if (text.charAt(at) !== '.') return false;
  const next = text.charAt(at + 1);
  if (next !== '' && !/\s/u.test(next)) return false;
  const before = text.slice(Math.max(0, at - 8), at);
  if (unended.test(before)) return false;
  return !(shortened.test(before) && /^\s+[a-z\d$€£’'(]/u.test(text.slice(at + 1, at + 8)));
}
