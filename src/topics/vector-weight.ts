import { ln } from '../base/math.js';
import { seededRandom } from '../base/random.js';
import { type Bags, sentenceVectors, type WordVectors } from '../vectors/index.js';
import { Chain, type Joined, type Rows } from './gsdmm.js';
import type { Sample } from './sample-rows.js';

/** Share of the different terms of a document that are held out. */
const HELD_OUT = 0.3;
const SWEEPS = 20;
/** The weight that is tried, and what each nat a term that it gains is worth in weight. */
const TRIED = 5;
const WORTH = 80;
/** Where counts tell as much without them, a little still steadies topics of few documents and costs nothing. */
const LOWEST = 2;
const HIGHEST = 20;
/** Fewer documents hold out too few terms to measure anything by; this weight is theirs. */
const FEW = 100;
const WEIGHT_OF_FEW = 10;

interface TrialOptions {
  readonly k: number;
  readonly alpha: number;
  readonly beta: number;
  readonly seed: number;
  readonly joined?: Joined | undefined;
}

interface Trial {
  readonly rows: Rows;
  /** Terms of each document that are held out, one behind the other, and where each document's begin. */
  readonly heldStarts: Int32Array;
  readonly held: Int32Array;
  /** Terms left of each document, for its vector. */
  readonly bags: Bags;
}

/**
 * How much word vectors should count for in a mixture of these documents: in proportion to what they add to the
 * probability of held-out terms (document completion; Wallach et al., ICML 2009). Vectors of another domain, or of a
 * corpus whose counts say enough, foretell little and get the least weight.
 *
 * @returns a concentration between 2 and 20; 10 for fewer than 100 rows, which measure nothing. Costs up to 60 sweeps of gsdmm over the sample.
 */
export function vectorWeight(
  { rows, bags, words }: Sample['prepared'],
  vectors: WordVectors,
  options: TrialOptions,
): number {
  if (rows.starts.length - 1 < FEW) return WEIGHT_OF_FEW;
  const trial = holdOut(rows, bags, options.seed);
  if (trial.held.length === 0) return HIGHEST;
  // A chain that settles badly is no proof of what the vectors are worth: the better of two stands for the counts.
  const without = Math.max(
    ...[options.seed, options.seed + 1].map((seed) => foretold(trial, { ...options, seed })),
  );
  const { directions } = sentenceVectors(trial.bags, words, vectors);
  const joined = foretold(trial, { ...options, joined: { directions, weight: TRIED } });
  return Math.max(LOWEST, Math.min(HIGHEST, WORTH * (joined - without)));
}

function holdOut({ starts, ids, terms }: Rows, bags: Bags, seed: number): Trial {
  const random = seededRandom(seed ^ 0x5eed);
  const count = starts.length - 1;
  const keptStarts = [0];
  const kept: number[] = [];
  const heldStarts = [0];
  const held: number[] = [];
  const bagStarts = [0];
  const left: number[] = [];
  const outOf = new Int32Array(terms).fill(-1);
  for (let row = 0; row < count; row++) {
    let isHeld = false;
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
      const id = ids[i] as number;
      if (i === starts[row] || id !== ids[i - 1]) isHeld = random() < HELD_OUT;
      (isHeld ? held : kept).push(id);
      if (isHeld) outOf[id] = row;
    }
    for (let i = bags.starts[row] as number; i < (bags.starts[row + 1] as number); i++) {
      const id = bags.ids[i] as number;
      if (id >= terms || outOf[id] !== row) left.push(id);
    }
    keptStarts.push(kept.length);
    heldStarts.push(held.length);
    bagStarts.push(left.length);
  }
  return {
    rows: { starts: Int32Array.from(keptStarts), ids: Int32Array.from(kept), terms },
    heldStarts: Int32Array.from(heldStarts),
    held: Int32Array.from(held),
    bags: { starts: Int32Array.from(bagStarts), ids: Int32Array.from(left) },
  };
}

/** Mean logarithm of the probability of a held-out term, given the other terms of its document, by a chain of these options. */
function foretold({ rows, held, heldStarts }: Trial, options: TrialOptions): number {
  const { k, beta, seed } = options;
  const chain = new Chain(rows, options);
  chain.begin(seed);
  chain.settle(SWEEPS);
  const { counts, totals, shares } = chain;
  const betaSum = beta * rows.terms;
  let all = 0;
  for (let document = 0; document + 1 < rows.starts.length; document++) {
    const from = document * k;
    for (let i = heldStarts[document] as number; i < (heldStarts[document + 1] as number); i++) {
      const at = (held[i] as number) * k;
      let probability = 0;
      for (let topic = 0; topic < k; topic++) {
        probability +=
          ((shares[from + topic] as number) * ((counts[at + topic] as number) + beta)) /
          ((totals[topic] as number) + betaSum);
      }
      all += ln(probability);
    }
  }
  chain.end();
  return all / held.length;
}
