import { isHanUnit, isWordUnit } from '../text/unit-kinds.js';

/** A phrase that may be chosen. */
interface Choice {
  readonly key: string;
  readonly score: number;
  readonly count: number;
  /** Where it begins and ends, by turns, in order: its first places. */
  readonly places: readonly number[];
}

/** Pairs of neighbouring Han characters, and Latin words: what two phrases can share. */
function partsOf(key: string): Set<string> {
  const parts = new Set<string>();
  for (const run of key.match(/[a-z0-9\u00c0-\u052f]+|[\u3400-\u9fff]+/g) ?? [key]) {
    if (!isHanUnit(run.charCodeAt(0)) || run.length === 1) parts.add(run);
    else for (let i = 0; i + 1 < run.length; i++) parts.add(run.slice(i, i + 2));
  }
  return parts;
}

/** Share of the parts of the shorter phrase that the other has too, 0 to 1. */
function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const part of few) if (many.has(part)) shared++;
  return few.size === 0 ? 0 : shared / few.size;
}

/** Whether `inner` stands in `outer` as whole words: `ai` is not in `openai`. */
function containsPhrase(outer: string, inner: string): boolean {
  if (inner.length >= outer.length) return false;
  const cutsWord = (at: number): boolean => {
    const before = outer.charCodeAt(at - 1);
    const after = outer.charCodeAt(at);
    return at > 0 && at < outer.length && isWordUnit(before) && isWordUnit(after);
  };
  for (let at = outer.indexOf(inner); at >= 0; at = outer.indexOf(inner, at + 1)) {
    if (!cutsWord(at) && !cutsWord(at + inner.length)) return true;
  }
  return false;
}

/** Whether `next` shares characters with `chosen` at more than seven of its eight places, as far as those of `chosen` are known. */
function overlaps(next: Choice, chosen: Choice): boolean {
  const last = chosen.places.length === 2 * chosen.count ? Infinity : (chosen.places.at(-1) ?? 0);
  let shared = 0;
  let all = 0;
  let at = 0;
  for (let place = 0; place < next.places.length; place += 2) {
    const start = next.places[place] as number;
    const end = next.places[place + 1] as number;
    if (start > last) break;
    while ((chosen.places[at + 1] ?? Infinity) <= start) at += 2;
    if ((chosen.places[at] ?? Infinity) < end) shared++;
    all++;
  }
  return 8 * (all - shared) < all;
}

/** Whether `next` adds too little to stand beside `chosen`, which holds it, lies in it or shares characters with it. */
function repeats(next: Choice, chosen: Choice): boolean {
  const [inner, outer] = next.key.length < chosen.key.length ? [next, chosen] : [chosen, next];
  return containsPhrase(outer.key, inner.key)
    ? 3 * (inner.count - outer.count) < inner.count
    : overlaps(next, chosen);
}

/**
 * Chooses phrases by maximal marginal relevance (Carbonell & Goldstein, SIGIR 1998): the next is the one with the
 * greatest (1 − diversity) · score / best score − diversity · similarity to the most similar one chosen. A phrase that
 * contains a chosen one or lies in it is left out unless the shorter one stands on its own at least every third time, and one
 * that shares characters with a chosen one unless it does without at least every eighth time.
 *
 * @param ranked  best first. O(limit · ranked).
 */
export function chooseDiverse<T extends Choice>(ranked: readonly T[], limit: number, diversity: number): T[] {
  const best = ranked[0]?.score ?? 1;
  const left = ranked.map((choice) => ({ choice, parts: partsOf(choice.key), nearest: 0 }));
  const chosen: T[] = [];
  while (chosen.length < limit && left.length > 0) {
    let at = 0;
    let most = -Infinity;
    for (const [i, { choice, nearest }] of left.entries()) {
      const value = ((1 - diversity) * choice.score) / best - diversity * nearest;
      if (value > most) {
        most = value;
        at = i;
      }
    }
    const [next] = left.splice(at, 1);
    if (next === undefined) break;
    if (chosen.some((other) => repeats(next.choice, other))) continue;
    chosen.push(next.choice);
    for (const rest of left) rest.nearest = Math.max(rest.nearest, similarity(rest.parts, next.parts));
  }
  return chosen;
}
