import { exp, ln } from '../base/math.js';
import { seededRandom } from '../base/random.js';

/** Documents as term ids in compressed rows: terms of document d are ids[starts[d], starts[d + 1]), in ascending order. */
export interface Rows {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly terms: number;
}

/** A direction of length 1 for each document (zero if it has none), and how much it counts for. */
export interface Directions {
  /** Row-major, shape (documents, dimensions). */
  readonly rows: Float64Array;
  readonly dimensions: number;
  /** Concentration κ: what a cosine of 1 adds to the logarithm of a topic's probability. */
  readonly weight: number;
}

export interface GsdmmOptions {
  readonly k: number;
  readonly alpha: number;
  readonly beta: number;
  readonly sweeps: number;
  readonly seed: number;
  readonly directions?: Directions | undefined;
  /** Topic of each document to begin with. Default: any. */
  readonly start?: Int32Array | undefined;
}

export interface Mixture {
  /** Topic of each document, 0 to k - 1. */
  readonly topics: Int32Array;
  /** Probability of that topic given all others, in (0, 1]. */
  readonly confidence: Float64Array;
  /** Sum over documents of the logarithm of what all others foretell of each, but for a constant. */
  readonly score: number;
  /** Documents of each topic, their terms, and how often topic t has term w, at `w * k + t`. */
  readonly sizes: Float64Array;
  readonly totals: Float64Array;
  readonly counts: Float64Array;
  /** Sum of the directions of each topic, row-major, shape (k, dimensions); empty without directions. */
  readonly sums: Float64Array;
}

// Products of many small probabilities are kept between these by whole powers of two, which costs no logarithm.
const SCALE = 2 ** 500;
const SMALL = 2 ** -500;
const LN_SCALE = 500 * Math.LN2;
/** Terms whose counts are multiplied before they are divided by their totals: no product of so many leaves the range. */
const CHUNK = 16;

/**
 * Dirichlet multinomial mixture for short texts by collapsed Gibbs sampling: every document has one topic (Yin &
 * Wang, KDD 2014). The last sweep takes the most probable topic instead of a sample.
 *
 * With directions, the probability of a topic is multiplied by that of the document's direction under a von
 * Mises-Fisher distribution about the mean direction of the topic: exp(κ · cosine).
 *
 * Cost: O(sweeps · k · (ids + documents · dimensions)) time, O(k · terms) memory.
 */
export function gsdmm(rows: Rows, options: GsdmmOptions): Mixture {
  const { k, alpha, beta, sweeps, directions, start } = options;
  const { starts, ids } = rows;
  const random = seededRandom(options.seed);
  const documents = starts.length - 1;
  const topics = new Int32Array(documents);
  const confidence = new Float64Array(documents).fill(1);
  const sizes = new Float64Array(k);
  const totals = new Float64Array(k);
  const counts = new Float64Array(k * rows.terms);
  const betaSum = beta * rows.terms;
  const dimensions = directions?.dimensions ?? 0;
  const sums = new Float64Array(k * dimensions);
  const squares = new Float64Array(k);
  const weights = new Float64Array(k);
  const numerators = new Float64Array(k);
  const denominators = new Float64Array(k);
  const scales = new Int32Array(k);
  let score = 0;

  const move = (document: number, topic: number, sign: number): void => {
    const from = starts[document] as number;
    const to = starts[document + 1] as number;
    sizes[topic] = (sizes[topic] as number) + sign;
    totals[topic] = (totals[topic] as number) + sign * (to - from);
    for (let i = from; i < to; i++) {
      const at = (ids[i] as number) * k + topic;
      counts[at] = (counts[at] as number) + sign;
    }
    if (directions === undefined) return;
    let square = 0;
    for (let j = 0; j < dimensions; j++) {
      const value =
        (sums[topic * dimensions + j] as number) +
        sign * (directions.rows[document * dimensions + j] as number);
      sums[topic * dimensions + j] = value;
      square += value * value;
    }
    squares[topic] = square;
  };

  /** Multiplies the weights of topics by what the terms of a document say. */
  const weighTerms = (from: number, to: number): void => {
    for (let chunk = from; chunk < to; chunk += CHUNK) {
      const end = Math.min(to, chunk + CHUNK);
      numerators.fill(1);
      denominators.fill(1);
      for (let i = chunk; i < end; i++) {
        const id = ids[i] as number;
        // A term that the document repeats finds itself counted already.
        let again = 0;
        for (let j = i - 1; j >= from && ids[j] === id; j--) again++;
        const extra = beta + again;
        const place = betaSum + (i - from);
        const at = id * k;
        for (let topic = 0; topic < k; topic++) {
          numerators[topic] = (numerators[topic] as number) * ((counts[at + topic] as number) + extra);
          denominators[topic] = (denominators[topic] as number) * ((totals[topic] as number) + place);
        }
      }
      for (let topic = 0; topic < k; topic++) {
        const weight =
          ((weights[topic] as number) * (numerators[topic] as number)) / (denominators[topic] as number);
        const isSmall = weight < SMALL;
        weights[topic] = isSmall ? weight * SCALE : weight;
        if (isSmall) scales[topic] = (scales[topic] as number) + 1;
      }
    }
  };

  const weighDirection = (document: number, { rows: vectors, weight }: Directions): void => {
    const at = document * dimensions;
    for (let topic = 0; topic < k; topic++) {
      if ((squares[topic] as number) < 1e-12) continue;
      let dot = 0;
      for (let j = 0; j < dimensions; j++) {
        dot += (sums[topic * dimensions + j] as number) * (vectors[at + j] as number);
      }
      const cosine = dot / Math.sqrt(squares[topic] as number);
      weights[topic] = (weights[topic] as number) * exp(weight * cosine);
    }
  };

  for (let document = 0; document < documents; document++) {
    const topic = start === undefined ? Math.floor(random() * k) : (start[document] as number);
    topics[document] = topic;
    move(document, topic, 1);
  }
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const last = sweep === sweeps - 1;
    for (let document = 0; document < documents; document++) {
      move(document, topics[document] as number, -1);
      for (let topic = 0; topic < k; topic++) weights[topic] = (sizes[topic] as number) + alpha;
      scales.fill(0);
      if (directions !== undefined) weighDirection(document, directions);
      weighTerms(starts[document] as number, starts[document + 1] as number);
      let least = scales[0] as number;
      for (let topic = 1; topic < k; topic++) {
        if ((scales[topic] as number) < least) least = scales[topic] as number;
      }
      let sum = 0;
      for (let topic = 0; topic < k; topic++) {
        const behind = (scales[topic] as number) - least;
        if (behind > 0) weights[topic] = behind > 1 ? 0 : (weights[topic] as number) / SCALE;
        sum += weights[topic] as number;
      }
      let chosen = 0;
      if (last) {
        score += ln(sum) - least * LN_SCALE;
        for (let topic = 1; topic < k; topic++)
          if ((weights[topic] as number) > (weights[chosen] as number)) chosen = topic;
      } else {
        let left = random() * sum;
        while (chosen < k - 1) {
          left -= weights[chosen] as number;
          if (left < 0) break;
          chosen++;
        }
      }
      confidence[document] = (weights[chosen] as number) / sum;
      topics[document] = chosen;
      move(document, chosen, 1);
    }
  }
  return { topics, confidence, score, sizes, totals, counts, sums };
}
