import { exp, ln } from '../base/math.js';
import { seededRandom } from '../base/random.js';
import { sentenceVectors, type WordVectors } from '../vectors/index.js';
import { type Directions, gsdmm, type Mixture, type Rows } from './gsdmm.js';

/** Share of the different terms of a document that are held out. */
const HELD_OUT = 0.3;
const SWEEPS = 12;
/** The weight that is tried, and what each nat a term that it gains is worth in weight. */
const TRIED = 5;
const WORTH = 60;
/** Where counts tell as much without them, a little still steadies topics of few documents and costs nothing. */
const LOWEST = 2;
const HIGHEST = 15;
/** Documents looked at, at most. */
const SAMPLE = 10_000;

interface Trial {
  readonly rows: Rows;
  /** Terms of each document that are held out, one behind the other, and where each document's begin. */
  readonly heldStarts: Int32Array;
  readonly held: Int32Array;
  /** Terms left of each document, for its vector. */
  readonly texts: readonly (readonly string[])[];
}

/**
 * How much word vectors should count for in a mixture of these documents: in proportion to what they add to the
 * probability of held-out terms (document completion; Wallach et al., ICML 2009). Vectors of another domain, or of a
 * corpus whose counts say enough, foretell little and get the least weight.
 *
 * @param texts all terms of each row, also those that `rows` leaves out.
 * @returns a concentration between 2 and 15. Costs 36 sweeps of gsdmm.
 */
export function vectorWeight(
  rows: Rows,
  texts: readonly (readonly string[])[],
  words: readonly string[],
  vectors: WordVectors,
  options: { readonly k: number; readonly alpha: number; readonly beta: number; readonly seed: number },
): number {
  const trial = holdOut(rows, texts, words, options.seed);
  if (trial.held.length === 0) return HIGHEST;
  const own = { ...options, sweeps: SWEEPS };
  // A chain that settles badly is no proof of what the vectors are worth: the better of two stands for the counts.
  const without = Math.max(
    ...[options.seed, options.seed + 1].map((seed) =>
      foretold(trial, gsdmm(trial.rows, { ...own, seed }), options, undefined),
    ),
  );
  const { rows: sentences, dimensions } = sentenceVectors(trial.texts, vectors);
  const directions = { rows: sentences, dimensions, weight: TRIED };
  const joined = foretold(trial, gsdmm(trial.rows, { ...own, directions }), options, directions);
  return Math.max(LOWEST, Math.min(HIGHEST, WORTH * (joined - without)));
}

function holdOut(
  { starts, ids, terms }: Rows,
  texts: readonly (readonly string[])[],
  words: readonly string[],
  seed: number,
): Trial {
  const random = seededRandom(seed ^ 0x5eed);
  const count = starts.length - 1;
  const stride = Math.max(1, Math.ceil(count / SAMPLE));
  const keptStarts = [0];
  const kept: number[] = [];
  const heldStarts = [0];
  const held: number[] = [];
  const left: string[][] = [];
  for (let row = 0; row < count; row += stride) {
    const out = new Set<string>();
    let isHeld = false;
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
      const id = ids[i] as number;
      if (i === starts[row] || id !== ids[i - 1]) isHeld = random() < HELD_OUT;
      (isHeld ? held : kept).push(id);
      if (isHeld) out.add(words[id] as string);
    }
    keptStarts.push(kept.length);
    heldStarts.push(held.length);
    left.push((texts[row] as readonly string[]).filter((term) => !out.has(term)));
  }
  return {
    rows: { starts: Int32Array.from(keptStarts), ids: Int32Array.from(kept), terms },
    heldStarts: Int32Array.from(heldStarts),
    held: Int32Array.from(held),
    texts: left,
  };
}

/** Mean logarithm of the probability of a held-out term, given the other terms of its document. */
function foretold(
  { rows, held, heldStarts }: Trial,
  { topics, counts, sizes, totals, sums }: Mixture,
  { k, alpha, beta }: { readonly k: number; readonly alpha: number; readonly beta: number },
  directions: Directions | undefined,
): number {
  const { starts, ids } = rows;
  const betaSum = beta * rows.terms;
  const logs = new Float64Array(k);
  const dimensions = directions?.dimensions ?? 0;
  let all = 0;
  for (let document = 0; document + 1 < starts.length; document++) {
    const first = heldStarts[document] as number;
    const end = heldStarts[document + 1] as number;
    if (first === end) continue;
    const from = starts[document] as number;
    const to = starts[document + 1] as number;
    let highest = Number.NEGATIVE_INFINITY;
    for (let topic = 0; topic < k; topic++) {
      const own = topics[document] === topic ? 1 : 0;
      const total = (totals[topic] as number) - own * (to - from) + betaSum;
      let log = ln((sizes[topic] as number) - own + alpha);
      for (let i = from; i < to; i++) {
        log += ln(((counts[(ids[i] as number) * k + topic] as number) - own + beta) / total);
      }
      if (directions !== undefined) log += directions.weight * cosine(sums, topic, directions, document, own);
      logs[topic] = log;
      if (log > highest) highest = log;
    }
    let mass = 0;
    for (let topic = 0; topic < k; topic++) {
      logs[topic] = exp((logs[topic] as number) - highest);
      mass += logs[topic] as number;
    }
    for (let i = first; i < end; i++) {
      const at = (held[i] as number) * k;
      let probability = 0;
      for (let topic = 0; topic < k; topic++) {
        const share = (logs[topic] as number) / mass;
        probability +=
          (share * ((counts[at + topic] as number) + beta)) / ((totals[topic] as number) + betaSum);
      }
      all += ln(probability);
    }
  }
  return all / held.length;

  function cosine(
    of: Float64Array,
    topic: number,
    { rows: vectors }: Directions,
    document: number,
    own: number,
  ): number {
    let dot = 0;
    let square = 0;
    for (let j = 0; j < dimensions; j++) {
      const value = vectors[document * dimensions + j] as number;
      const rest = (of[topic * dimensions + j] as number) - own * value;
      dot += rest * value;
      square += rest * rest;
    }
    return square < 1e-12 ? 0 : dot / Math.sqrt(square);
  }
}
