import { exp } from '../base/math.js';
import { seededRandom } from '../base/random.js';
import { Cosines, type Directions, ONE, UNIT } from '../vectors/index.js';
import { RisingLogs } from './rising-logs.js';
import { TopicWeights } from './topic-weights.js';

/** Documents as term ids in compressed rows: terms of document d are ids[starts[d], starts[d + 1]), in ascending order. */
export interface Rows {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly terms: number;
}

/** Directions of documents, and the concentration κ: what a cosine of 1 adds to the logarithm of a topic's probability. */
export interface Joined {
  readonly directions: Directions;
  readonly weight: number;
}

interface ChainOptions {
  readonly k: number;
  readonly alpha: number;
  readonly beta: number;
  readonly joined?: Joined | undefined;
}

interface GsdmmOptions extends ChainOptions {
  /** At most; fewer once the chain has settled. */
  readonly sweeps: number;
  readonly seed: number;
}

interface Mixture {
  /** Most probable topic of each document, 0 to k - 1. */
  readonly topics: Int32Array;
  /** Its probability, in (0, 1]. */
  readonly confidence: Float64Array;
}

/** Terms whose probabilities are multiplied before they are scaled: no product of so many leaves the range of doubles. */
const CHUNK = 16;
/** Documents whose cosines are measured at once, at most, with the directions that topics have at that moment. */
const BLOCK = 256;
/** Cosines are told apart in steps of 2^4 / ONE; their table goes a little beyond 1, where rounding can take them. */
const SHIFT = 4;
const STEP = 2 ** SHIFT;
const STEPS = Math.ceil((1.2 * ONE) / STEP);
/** What makes a cosine a place of the table that is to be shifted. */
const OFFSET = STEPS * STEP;
/** Samples whose probabilities are averaged. */
const AVERAGED = 5;
/** Sweeps before the chain can have settled: three, and so many that documents were visited this often in all. */
const LEAST = 3;
const VISITS = 100_000;
/** A chain has settled when a sweep moves no fewer documents than this share of those that the sweep before moved. */
const SETTLED = 0.98;
/** Documents that were so sure when they were last visited are visited in every other sweep. */
const SURE = 0.99;

/**
 * Dirichlet multinomial mixture for short texts by collapsed Gibbs sampling: every document has one topic (Yin &
 * Wang, KDD 2014). Probabilities are averaged over the last five samples of a chain that has settled, and a document
 * gets the most probable topic.
 *
 * With directions, the probability of a topic is multiplied by that of the document's direction under a von
 * Mises-Fisher distribution about the mean direction of the topic: exp(κ · cosine).
 *
 * Cost: O(sweeps · k · (ids + documents · dimensions)) time, O(k · (terms + documents)) memory. Fifty thousand
 * headlines in twenty topics take about 8 ms a sweep, with directions 16.
 */
export function gsdmm(rows: Rows, options: GsdmmOptions): Mixture {
  const chain = new Chain(rows, options);
  chain.begin(options.seed);
  const mixture = chain.settle(options.sweeps);
  chain.end();
  return mixture;
}

/** A chain of samples of {@link gsdmm}, begun as often as one likes on the same memory, which another one has when it has ended. */
export class Chain {
  readonly #rows: Rows;
  readonly #k: number;
  readonly #alpha: number;
  readonly #beta: number;
  readonly #betaSum: number;
  #random: () => number = seededRandom(0);
  #swept = 0;
  /** Topic of each document, -1 for one that has none before the first sweep. */
  readonly topics: Int32Array;
  readonly #confidence: Float64Array;
  readonly #sizes: Float64Array;
  /** Terms of each topic. */
  readonly totals: Float64Array;
  /**
   * Counts, weights and shares. The base of topic t for n terms is its size and alpha, over the product of the first n
   * denominators of t; the factor of a cosine is exp(κ · cosine).
   */
  readonly #numbers: TopicWeights;
  readonly #denominators: Float64Array;
  /** Documents of a block. */
  readonly #list: Int32Array;
  readonly #joined: Joined | undefined;
  readonly #cosines: Cosines | undefined;
  /** Sums of the directions of each topic, row-major. */
  readonly #sums: Int32Array;
  readonly #sizeLogs: RisingLogs;
  readonly #totalLogs: RisingLogs;
  readonly #countLogs: RisingLogs;

  constructor(rows: Rows, { k, alpha, beta, joined }: ChainOptions) {
    const documents = rows.starts.length - 1;
    this.#rows = rows;
    this.#k = k;
    this.#alpha = alpha;
    this.#beta = beta;
    this.#betaSum = beta * rows.terms;
    this.#sizeLogs = new RisingLogs(alpha);
    this.#totalLogs = new RisingLogs(this.#betaSum);
    this.#countLogs = new RisingLogs(beta);
    this.topics = new Int32Array(documents);
    this.#confidence = new Float64Array(documents);
    this.#sizes = new Float64Array(k);
    this.totals = new Float64Array(k);
    this.#numbers = new TopicWeights({
      k,
      documents,
      terms: rows.terms,
      ids: rows.ids,
      beta,
      lengths: CHUNK + 1,
      cosines: joined === undefined ? 0 : Cosines.room(k, BLOCK),
      factors: joined === undefined ? 0 : 2 * STEPS + 1,
      offset: OFFSET,
      shift: SHIFT,
    });
    this.#denominators = new Float64Array(k);
    // Small corpora move much with few documents: their directions are measured anew more often.
    this.#list = new Int32Array(Math.max(1, Math.min(BLOCK, documents >> 6)));
    this.#joined = joined;
    this.#cosines =
      joined === undefined ? undefined : new Cosines(joined.directions, k, this.#numbers.cosines);
    this.#sums = new Int32Array(k * (joined?.directions.dimensions ?? 0));
    const { factors } = this.#numbers;
    for (let step = 0; step < factors.length; step++) {
      factors[step] = exp(((joined?.weight ?? 0) * (step - STEPS) * STEP) / ONE);
    }
  }

  /** How often topic t has term w, at `w * k + t`. */
  get counts(): Float32Array {
    return this.#numbers.counts;
  }

  /** Of a chain that has settled: probability of each topic, row-major, shape (documents, k). */
  get shares(): Float32Array {
    return this.#numbers.shares;
  }

  /** Gives the memory to the next chain. */
  end(): void {
    this.#numbers.end();
  }

  /**
   * Begins anew.
   * @param start  topic of each document, -1 for one that the first sweep places by those that have one. Default: any.
   */
  begin(seed: number, start?: Int32Array): void {
    this.#random = seededRandom(seed);
    this.#swept = 0;
    for (const sums of [this.#confidence, this.#sizes, this.totals, this.counts, this.#sums]) sums.fill(0);
    for (let document = 0; document < this.topics.length; document++) {
      const topic = start === undefined ? Math.floor(this.#random() * this.#k) : (start[document] as number);
      this.topics[document] = topic;
      if (topic < 0) continue;
      this.#count(document, topic, 1);
      this.#weigh(document, topic, 1);
    }
    for (let topic = 0; topic < this.#k; topic++) this.#divide(topic);
  }

  /**
   * Sweeps until no fewer documents move, and averages over some sweeps more.
   *
   * @param most  sweeps in all.
   * @param least  sweeps before the chain can have settled.
   * @param averages  sweeps that are averaged.
   */
  settle(
    most: number,
    least = Math.max(LEAST, Math.ceil(VISITS / Math.max(1, this.topics.length))),
    averages = AVERAGED,
  ): Mixture {
    let before = Number.POSITIVE_INFINITY;
    let isSettled = false;
    this.shares.fill(0);
    for (let sweep = 0, averaged = 0; sweep < most && averaged < averages; sweep++) {
      const isAveraged = averaged > 0 || (isSettled && sweep >= least) || sweep >= most - averages;
      if (isAveraged) averaged++;
      const moved = this.sweep(isAveraged);
      isSettled = moved >= SETTLED * before;
      before = moved;
    }
    return this.#mixture();
  }

  /** So many sweeps. */
  sweeps(count: number): void {
    for (let sweep = 0; sweep < count; sweep++) this.sweep();
  }

  /** Samples the topic of each document given all others; returns how many moved. */
  sweep(isAveraged = false): number {
    const documents = this.topics.length;
    const topics = this.topics;
    const { weights } = this.#numbers;
    const list = this.#list;
    const k = this.#k;
    const sweep = this.#swept++;
    let moved = 0;
    let next = 0;
    while (next < documents) {
      let count = 0;
      for (; count < list.length && next < documents; next++) {
        const rests =
          sweep >= LEAST && (this.#confidence[next] as number) > SURE && ((next + sweep) & 1) === 1;
        if (!rests) list[count++] = next;
      }
      this.#measure(count);
      for (let place = 0; place < count; place++) {
        const document = list[place] as number;
        const own = topics[document] as number;
        const sum = this.#judge(document, place);
        // Most documents stay: their own topic is asked first.
        let left = this.#random() * sum;
        let chosen = own < 0 ? k - 1 : own;
        left -= weights[chosen] as number;
        if (left >= 0) {
          const last = chosen;
          for (let topic = 0; topic < k; topic++) {
            if (topic === last) continue;
            chosen = topic;
            left -= weights[topic] as number;
            if (left < 0) break;
          }
        }
        this.#confidence[document] = (weights[chosen] as number) / sum;
        if (isAveraged) this.#numbers.average(document, 1 / sum);
        if (chosen === own) continue;
        moved++;
        topics[document] = chosen;
        this.#count(document, chosen, 1);
        if (own >= 0) {
          this.#count(document, own, -1);
          this.#weigh(document, own, -1);
          this.#divide(own);
        }
        this.#weigh(document, chosen, 1);
        this.#divide(chosen);
      }
    }
    return moved;
  }

  /**
   * Logarithm of the joint probability of the documents and their topics as they are, but for a constant: the higher,
   * the better do these topics tell the corpus. O(k · terms + ids).
   */
  probability(): number {
    let sum = 0;
    const sizes = this.#sizeLogs.upTo(this.topics.length);
    const totals = this.#totalLogs.upTo(most(this.totals));
    for (let topic = 0; topic < this.#k; topic++) {
      sum +=
        (sizes[this.#sizes[topic] as number] as number) - (totals[this.totals[topic] as number] as number);
    }
    const { counts } = this;
    const logs = this.#countLogs.upTo(most(counts));
    for (let at = 0; at < counts.length; at++) {
      const count = counts[at] as number;
      if (count > 0) sum += logs[count] as number;
    }
    if (this.#joined === undefined || this.#cosines === undefined) return sum;
    this.#cosines.setCenters(this.#sums);
    for (const length of this.#cosines.lengths) sum += this.#joined.weight * (length / UNIT);
    return sum;
  }

  #mixture(): Mixture {
    const k = this.#k;
    const { shares } = this;
    for (let document = 0; document < this.topics.length; document++) {
      const from = document * k;
      let best = from;
      let sum = 0;
      for (let at = from; at < from + k; at++) {
        sum += shares[at] as number;
        if ((shares[at] as number) > (shares[best] as number)) best = at;
      }
      for (let at = from; at < from + k; at++) shares[at] = (shares[at] as number) / sum;
      this.topics[document] = best - from;
      this.#confidence[document] = shares[best] as number;
    }
    return { topics: this.topics, confidence: this.#confidence };
  }

  #count(document: number, topic: number, sign: number): void {
    const { starts } = this.#rows;
    const { ids, counts } = this.#numbers;
    const k = this.#k;
    for (let i = starts[document] as number; i < (starts[document + 1] as number); i++) {
      const at = (ids[i] as number) * k + topic;
      counts[at] = (counts[at] as number) + sign;
    }
  }

  /** Size, number of terms and direction of a topic that a document joins or leaves. */
  #weigh(document: number, topic: number, sign: number): void {
    const { starts } = this.#rows;
    const length = (starts[document + 1] as number) - (starts[document] as number);
    this.#sizes[topic] = (this.#sizes[topic] as number) + sign;
    this.totals[topic] = (this.totals[topic] as number) + sign * length;
    if (this.#joined === undefined) return;
    const { rows, dimensions } = this.#joined.directions;
    const sums = this.#sums;
    const from = document * dimensions;
    const to = topic * dimensions;
    for (let j = 0; j < dimensions; j++)
      sums[to + j] = (sums[to + j] as number) + sign * (rows[from + j] as number);
  }

  #divide(topic: number): void {
    const { bases } = this.#numbers;
    const total = (this.totals[topic] as number) + this.#betaSum;
    const size = (this.#sizes[topic] as number) + this.#alpha;
    let product = 1;
    for (let n = 0; n <= CHUNK; n++) {
      bases[n * this.#k + topic] = size / product;
      product *= total + n;
    }
  }

  /** Cosines of the first documents of the list with the topics as they are now. */
  #measure(count: number): void {
    if (this.#cosines === undefined) return;
    this.#cosines.setCenters(this.#sums);
    this.#cosines.measure(this.#list, count);
  }

  /** Writes the weight of each topic for a document, as if it did not count yet, and returns their sum. */
  #judge(document: number, place: number): number {
    const { starts } = this.#rows;
    const from = starts[document] as number;
    const to = starts[document + 1] as number;
    if (to - from > CHUNK) return this.#judgeLong(document, place);
    const own = this.topics[document] as number;
    return this.#numbers.judge(from, to, place, own, own < 0 ? 0 : this.#ownWeight(document, place));
  }

  /** The weight of its own topic for a document of at most {@link CHUNK} terms, without what it adds to the topic. */
  #ownWeight(document: number, place: number): number {
    const { starts } = this.#rows;
    const { ids, counts } = this.#numbers;
    const from = starts[document] as number;
    const to = starts[document + 1] as number;
    const own = this.topics[document] as number;
    const total = (this.totals[own] as number) - (to - from) + this.#betaSum;
    let above = (this.#sizes[own] as number) - 1 + this.#alpha;
    let below = 1;
    for (let first = from; first < to; ) {
      const id = ids[first] as number;
      let next = first + 1;
      while (next < to && ids[next] === id) next++;
      const others = (counts[id * this.#k + own] as number) - (next - first) + this.#beta;
      for (let again = 0; first < next; first++, again++) {
        above *= others + again;
        below *= total + first - from;
      }
    }
    return (above / below) * this.#ownFactor(place, own);
  }

  /** As {@link Chain.#judge}, in chunks whose products stay in the range of doubles. */
  #judgeLong(document: number, place: number): number {
    const { starts } = this.#rows;
    const { ids, counts, weights } = this.#numbers;
    const k = this.#k;
    const own = this.topics[document] as number;
    const from = starts[document] as number;
    const to = starts[document + 1] as number;
    if (own >= 0) this.#count(document, own, -1);
    this.#numbers.begin(0, place);
    if (own >= 0) {
      weights[own] = ((this.#sizes[own] as number) - 1 + this.#alpha) * this.#ownFactor(place, own);
    }
    const ownTotal = (own < 0 ? 0 : (this.totals[own] as number) - (to - from)) + this.#betaSum;
    let again = 0;
    for (let chunk = from; chunk < to; chunk += CHUNK) {
      const end = Math.min(to, chunk + CHUNK);
      let ownProduct = 1;
      for (let i = chunk; i < end; i++) {
        const id = ids[i] as number;
        again = i > from && id === ids[i - 1] ? again + 1 : 0;
        const extra = this.#beta + again;
        const at = id * k;
        for (let topic = 0; topic < k; topic++) {
          weights[topic] = (weights[topic] as number) * ((counts[at + topic] as number) + extra);
        }
        ownProduct *= ownTotal + (i - from);
      }
      const ownWeight = own < 0 ? 0 : (weights[own] as number) / ownProduct;
      this.#divideBy(chunk - from, end - from);
      if (own >= 0) weights[own] = ownWeight;
      if (end < to) scale(weights);
    }
    if (own >= 0) this.#count(document, own, 1);
    return this.#numbers.sum();
  }

  /** Divides the weights by the denominators of the terms at these places of a document. */
  #divideBy(first: number, end: number): void {
    const denominators = this.#denominators;
    const { weights } = this.#numbers;
    denominators.fill(1);
    for (let place = first; place < end; place++) {
      const more = this.#betaSum + place;
      for (let topic = 0; topic < denominators.length; topic++) {
        denominators[topic] = (denominators[topic] as number) * ((this.totals[topic] as number) + more);
      }
    }
    for (let topic = 0; topic < denominators.length; topic++) {
      weights[topic] = (weights[topic] as number) / (denominators[topic] as number);
    }
  }

  /** What its direction adds to a document's own topic, whose direction is taken without its own. */
  #ownFactor(place: number, own: number): number {
    if (this.#cosines === undefined) return 1;
    const { cosines, factors } = this.#numbers;
    const ownCosine = (cosines[place * this.#k + own] as number) / ONE;
    if (ownCosine === 0) return 1;
    const length = (this.#cosines.lengths[own] as number) / UNIT;
    const squares = length * length - 2 * length * ownCosine + 1;
    const cosine = squares < 1e-4 ? 0 : (length * ownCosine - 1) / Math.sqrt(squares);
    return factors[(cosine * ONE + OFFSET) >> SHIFT] as number;
  }
}

/** Scales weights so that the largest is 1. */
function scale(weights: Float64Array): void {
  const largest = most(weights);
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) / largest;
}

function most(values: Float64Array | Float32Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) if ((values[i] as number) > largest) largest = values[i] as number;
  return largest;
}
