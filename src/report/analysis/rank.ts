import { compareStrings } from '../../base/compare.js';
import { log2, log10 } from '../../base/math.js';
import type { Fact } from './fact.js';

/** Share of relevance against diversity in {@link rankFacts}. */
const RELEVANCE = 0.72;

/**
 * Weight of a fact: distinct authors first, on a logarithmic scale because the tenth author adds less than
 * the second; reactions less, because one account can buy them; novelty where a baseline tells it. What is
 * hearsay weighs less; so do questions, advice and chat, and what names nothing of the field.
 *
 * @param ofField  true where most posts are of the field, so that one which names nothing of it is beside the point.
 */
function weightOf(fact: Fact, ofField: boolean): number {
  const support = log2(1 + fact.voices) + 0.35 * log10(1 + fact.support.engagement);
  const certainty = fact.modality === 'statement' ? 1 : fact.modality === 'question' ? 0.5 : 0.85;
  const told = fact.kind === 'other' ? 0.95 : 1;
  const news = 1 - 0.4 * fact.chatty;
  const named = fact.subjects.length > 0 ? 1 : 0.8;
  const apt = ofField ? 0.7 + 0.3 * fact.onField : 1;
  return support * (0.75 + 0.5 * fact.novelty) * certainty * told * news * apt * named;
}

/** Two facts as alike as this are one event told twice. */
export const SAME_EVENT = 0.62;

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
  const same =
    a.kind === b.kind && a.actor !== undefined && a.actor === b.actor && a.object === b.object ? 1 : 0;
  return Math.max(same, 0.5 * shared + 0.5 * cosine);
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
class FactIndex {
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

  /** {@link likeness} of a fact to each that it is like at all, once each, itself included. */
  like(chosen: number, say: (index: number, likeness: number) => void): void {
    const fact = this.#facts[chosen] as Fact;
    const near = new Set<number>();
    for (const [term, count] of fact.terms) {
      for (const index of this.#byTerm.get(term) ?? []) {
        near.add(index);
        this.#dots[index] =
          (this.#dots[index] as number) + count * ((this.#facts[index] as Fact).terms.get(term) ?? 0);
      }
    }
    const subjects = new Set(fact.subjects);
    for (const name of namesOf(fact)) {
      for (const index of this.#byName.get(name) ?? []) {
        near.add(index);
        if (subjects.has(name)) this.#commons[index] = (this.#commons[index] as number) + 1;
      }
    }
    for (const index of near) {
      const dot = this.#dots[index] as number;
      const cosine = dot === 0 ? 0 : dot / ((this.#norms[chosen] as number) * (this.#norms[index] as number));
      say(index, likenessOf(fact, this.#facts[index] as Fact, this.#commons[index] as number, cosine));
      this.#dots[index] = 0;
      this.#commons[index] = 0;
    }
  }
}

/**
 * Orders facts by weight, each new one discounted by its likeness to those before it, so that the head of the
 * list tells different things (maximal marginal relevance; Carbonell & Goldstein, SIGIR 1998).
 *
 * @param limit  facts to order; the rest follows in order of weight. O(limit · facts · terms).
 */
export function rankFacts(facts: readonly Fact[], limit: number, ofField: boolean): Fact[] {
  const weighed = facts
    .map((fact, index) => ({ fact, index, weight: weightOf(fact, ofField), closest: 0 }))
    .sort(
      (a, b) => b.weight - a.weight || compareStrings(a.fact.posts[0]?.id ?? '', b.fact.posts[0]?.id ?? ''),
    );
  const byIndex = [...weighed].sort((a, b) => a.index - b.index);
  const like = new FactIndex(facts);
  const heaviest = weighed[0]?.weight ?? 1;
  const ranked: Fact[] = [];
  while (weighed.length > 0 && ranked.length < limit) {
    let best = 0;
    let bestValue = -Infinity;
    for (let index = 0; index < weighed.length; index++) {
      const candidate = weighed[index] as (typeof weighed)[0];
      const value = (RELEVANCE * candidate.weight) / heaviest - (1 - RELEVANCE) * candidate.closest;
      if (value > bestValue) {
        bestValue = value;
        best = index;
      }
    }
    const [chosen] = weighed.splice(best, 1);
    if (chosen === undefined) break;
    ranked.push(chosen.fact);
    like.like(chosen.index, (index, value) => {
      const candidate = byIndex[index] as (typeof weighed)[0];
      candidate.closest = Math.max(candidate.closest, value);
    });
  }
  return [...ranked, ...weighed.map(({ fact }) => fact)];
}
