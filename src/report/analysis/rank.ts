import { compareStrings } from '../../base/compare.js';
import { log2, log10 } from '../../base/math.js';
import type { Fact } from './fact.js';
import { FactIndex } from './likeness.js';

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

/**
 * Orders facts by weight, each new one discounted by its likeness to those before it, so that the head of the
 * list tells different things (maximal marginal relevance; Carbonell & Goldstein, SIGIR 1998).
 *
 * @param limit  facts to order; the rest follows in order of weight. O(limit · facts), and what each that is ordered shares with others.
 */
export function rankFacts(facts: readonly Fact[], limit: number, ofField: boolean): Fact[] {
  const weighed = facts
    .map((fact, index) => ({ fact, index, weight: weightOf(fact, ofField), closest: 0 }))
    .sort(
      (a, b) => b.weight - a.weight || compareStrings(a.fact.posts[0]?.id ?? '', b.fact.posts[0]?.id ?? ''),
    );
  const byIndex = [...weighed].sort((a, b) => a.index - b.index);
  const index = new FactIndex(facts);
  const heaviest = weighed[0]?.weight ?? 1;
  const ranked: Fact[] = [];
  while (weighed.length > 0 && ranked.length < limit) {
    let best = 0;
    let bestValue = -Infinity;
    for (const [place, candidate] of weighed.entries()) {
      const value = (RELEVANCE * candidate.weight) / heaviest - (1 - RELEVANCE) * candidate.closest;
      if (value > bestValue) {
        bestValue = value;
        best = place;
      }
    }
    const [chosen] = weighed.splice(best, 1);
    if (chosen === undefined) break;
    ranked.push(chosen.fact);
    index.eachAlike(chosen.index, (place, value) => {
      const candidate = byIndex[place];
      candidate.closest = Math.max(candidate.closest, value);
    });
  }
  return [...ranked, ...weighed.map(({ fact }) => fact)];
}
