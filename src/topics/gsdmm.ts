import { seededRandom } from '../base/random.js';

/** Documents as term ids in compressed rows: terms of document d are ids[starts[d], starts[d + 1]). */
export interface Rows {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly terms: number;
}

export interface GsdmmOptions {
  readonly k: number;
  readonly alpha: number;
  readonly beta: number;
  readonly sweeps: number;
  readonly seed: number;
}

export interface Assignment {
  /** Topic of each document, 0 to k - 1. */
  readonly topics: Int32Array;
  /** Probability of that topic given all others, in (0, 1]. */
  readonly confidence: Float64Array;
}

// Products of many small probabilities are kept between these by whole powers of two, which costs no logarithm.
const SCALE = 2 ** 500;
const SMALL = 2 ** -500;

/**
 * Dirichlet multinomial mixture for short texts by collapsed Gibbs sampling: every document has one topic (Yin &
 * Wang, KDD 2014). The last sweep takes the most probable topic instead of a sample.
 *
 * Cost: O(sweeps · k · ids) time, O(k · terms) memory.
 */
export function gsdmm(rows: Rows, options: GsdmmOptions): Assignment {
  const { k, alpha, beta, sweeps } = options;
  const random = seededRandom(options.seed);
  const documents = rows.starts.length - 1;
  const topics = new Int32Array(documents);
  const confidence = new Float64Array(documents).fill(1);
  const sizes = new Float64Array(k);
  const totals = new Float64Array(k);
  const counts = new Int32Array(k * rows.terms);
  const weights = new Float64Array(k);
  const scales = new Int32Array(k);
  const betaSum = beta * rows.terms;

  const move = (document: number, topic: number, sign: number): void => {
    const from = rows.starts[document] as number;
    const to = rows.starts[document + 1] as number;
    sizes[topic] = (sizes[topic] as number) + sign;
    totals[topic] = (totals[topic] as number) + sign * (to - from);
    for (let i = from; i < to; i++) {
      const at = topic * rows.terms + (rows.ids[i] as number);
      counts[at] = (counts[at] as number) + sign;
    }
  };

  for (let document = 0; document < documents; document++) {
    const topic = Math.floor(random() * k);
    topics[document] = topic;
    move(document, topic, 1);
  }
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const last = sweep === sweeps - 1;
    for (let document = 0; document < documents; document++) {
      const from = rows.starts[document] as number;
      const to = rows.starts[document + 1] as number;
      move(document, topics[document] as number, -1);
      let least = Number.POSITIVE_INFINITY;
      for (let topic = 0; topic < k; topic++) {
        let weight = (sizes[topic] as number) + alpha;
        let scale = 0;
        const row = topic * rows.terms;
        const total = (totals[topic] as number) + betaSum;
        for (let i = from; i < to; i++) {
          const id = rows.ids[i] as number;
          // A term that the document repeats finds itself counted already.
          let again = 0;
          for (let j = i - 1; j >= from && rows.ids[j] === id; j--) again++;
          weight *= ((counts[row + id] as number) + beta + again) / (total + (i - from));
          if (weight < SMALL) {
            weight *= SCALE;
            scale++;
          }
        }
        weights[topic] = weight;
        scales[topic] = scale;
        if (scale < least) least = scale;
      }
      let sum = 0;
      for (let topic = 0; topic < k; topic++) {
        const behind = (scales[topic] as number) - least;
        if (behind > 0) weights[topic] = behind > 1 ? 0 : (weights[topic] as number) / SCALE;
        sum += weights[topic] as number;
      }
      let chosen = 0;
      if (last) {
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
  return { topics, confidence };
}
