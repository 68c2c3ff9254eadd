import { isClose } from '../../entities/stories/amounts-agree.js';
import type { Fact } from './fact.js';

/** Two facts as alike as this are one event told twice. */
export const SAME_EVENT = 0.62;
/** Share by which two reports of one sum differ at most. */
const SAME_SUM = 0.02;

/** Likeness of two facts in [0, 1]: the names and the words that they share; a pair that acts is all names. */
export function likeness(a: Fact, b: Fact): number {
  const names = new Set(a.subjects);
  let common = 0;
  for (const name of b.subjects) if (names.has(name)) common++;
  const [small, large] = a.terms.size < b.terms.size ? [a.terms, b.terms] : [b.terms, a.terms];
  let dot = 0;
  for (const [term, count] of small) dot += count * (large.get(term) ?? 0);
  return likenessOf(a, b, common, dot === 0 ? 0 : dot / (norm(a.terms) * norm(b.terms)));
}

function likenessOf(a: Fact, b: Fact, common: number, cosine: number): number {
  const shared =
    a.pair !== undefined && a.pair === b.pair
      ? 1
      : common / Math.max(1, Math.min(a.subjects.length, b.subjects.length));
  return isOneDeed(a, b) ? 1 : 0.5 * shared + 0.5 * cosine;
}

/** The same is done by the same to the same; of what is done to nothing in particular the sums must not differ. */
function isOneDeed(a: Fact, b: Fact): boolean {
  if (a.kind !== b.kind || a.actor === undefined || a.actor !== b.actor || a.object !== b.object)
    return false;
  return a.object !== undefined || !differInSums(a, b);
}

function differInSums(a: Fact, b: Fact): boolean {
  return a.amounts.some(({ role, quantity: { value } }) => {
    const others = b.amounts.filter((amount) => amount.role === role);
    return others.length > 0 && !others.some(({ quantity }) => isClose(quantity.value, value, SAME_SUM));
  });
}

function norm(terms: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of terms.values()) sum += count * count;
  return Math.sqrt(sum);
}

/** What facts find each other by beside their terms; a pair is no subject's name, since it holds a NUL. */
function namesOf({ subjects, pair }: Fact): readonly string[] {
  return pair === undefined ? subjects : [...subjects, pair];
}

function put(lists: Map<string, number[]>, key: string, index: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [index]);
  else list.push(index);
}

/** Finds the facts that share a name, a pair or a term with one: most share nothing with it. */
export class FactIndex {
  readonly #facts: readonly Fact[];
  readonly #byTerm = new Map<string, number[]>();
  readonly #byName = new Map<string, number[]>();
  readonly #norms: Float64Array;
  readonly #dots: Float64Array;
  readonly #commons: Int32Array;

  constructor(facts: readonly Fact[]) {
    this.#facts = facts;
    this.#norms = Float64Array.from(facts, ({ terms }) => norm(terms));
    this.#dots = new Float64Array(facts.length);
    this.#commons = new Int32Array(facts.length);
    for (const [index, fact] of facts.entries()) {
      for (const term of fact.terms.keys()) put(this.#byTerm, term, index);
      for (const name of namesOf(fact)) put(this.#byName, name, index);
    }
  }

  /** Tells the {@link likeness} of a fact to each that it is like at all, once each, itself included. */
  eachAlike(chosen: number, say: (index: number, likeness: number) => void): void {
    const fact = this.#facts[chosen];
    const near = new Set<number>();
    for (const [term, count] of fact.terms) {
      for (const index of this.#byTerm.get(term) ?? []) {
        near.add(index);
        this.#dots[index] = this.#dots[index] + count * (this.#facts[index].terms.get(term) ?? 0);
      }
    }
    const subjects = new Set(fact.subjects);
    for (const name of namesOf(fact)) {
      for (const index of this.#byName.get(name) ?? []) {
        near.add(index);
        if (subjects.has(name)) this.#commons[index] = this.#commons[index] + 1;
      }
    }
    for (const index of near) {
      const dot = this.#dots[index];
      const cosine = dot === 0 ? 0 : dot / (this.#norms[chosen] * this.#norms[index]);
      say(index, likenessOf(fact, this.#facts[index], this.#commons[index], cosine));
      this.#dots[index] = 0;
      this.#commons[index] = 0;
    }
  }
}
