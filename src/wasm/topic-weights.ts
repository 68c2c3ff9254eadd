/**
 * Weights of the topics for a document in AssemblyScript, what src/topics/topic-weights.ts does in JavaScript: the same bits, as
 * each topic has a lane of its own and lanes are added in the same order.
 */

let weights: usize = 0;
let bases: usize = 0;
let factors: usize = 0;
let counts: usize = 0;
let shares: usize = 0;
let topics: usize = 0;
let prior: f64 = 0;
let offset: i32 = 0;
let shift: i32 = 0;

/**
 * Where the arrays of a chain are, and its numbers: of topics, the prior of a term, what is added to a cosine and by how
 * many bits it is shifted then to be a place of the factors.
 */
export function place(
  weightsAt: usize,
  basesAt: usize,
  factorsAt: usize,
  countsAt: usize,
  sharesAt: usize,
  k: i32,
  beta: f64,
  cosineOffset: i32,
  cosineShift: i32,
): void {
  weights = weightsAt;
  bases = basesAt;
  factors = factorsAt;
  counts = countsAt;
  shares = sharesAt;
  topics = <usize>k;
  prior = beta;
  offset = cosineOffset;
  shift = cosineShift;
}

/**
 * Writes the weight of each topic for a document of the terms at `ids` and gives their sum.
 *
 * @param cosines  address of its cosines with the topics, 0 for none
 * @param own  the topic that it has, whose weight is given; -1 for none
 */
export function judge(ids: usize, count: i32, cosines: usize, own: i32, ownWeight: f64): f64 {
  const pairs = topics & ~1;
  const isOdd = (topics & 1) === 1;
  const end = weights + (topics << 3);
  const pairsEnd = weights + (pairs << 3);
  let base = bases + ((<usize>count * topics) << 3);
  if (cosines === 0) memory.copy(weights, base, topics << 3);
  else {
    let cosine = cosines;
    for (let at = weights; at < end; at += 8, base += 8, cosine += 4) {
      const step = (load<i32>(cosine) + offset) >> shift;
      store<f64>(at, load<f64>(base) * load<f64>(factors + ((<usize>step) << 3)));
    }
  }
  // A term that the document repeats finds itself counted already.
  let again: f64 = 0;
  let before = -1;
  const idsEnd = ids + ((<usize>count) << 2);
  for (let next = ids; next < idsEnd; next += 4) {
    const id = load<i32>(next);
    again = id === before ? again + 1 : 0;
    before = id;
    const extra = prior + again;
    const extras = f64x2.splat(extra);
    let held = counts + ((<usize>id * topics) << 2);
    for (let at = weights; at < pairsEnd; at += 16, held += 8) {
      const pair = f64x2.promote_low_f32x4(v128.load64_zero(held));
      v128.store(at, f64x2.mul(v128.load(at), f64x2.add(pair, extras)));
    }
    if (isOdd) store<f64>(pairsEnd, load<f64>(pairsEnd) * (<f64>load<f32>(held) + extra));
  }
  if (own >= 0) store<f64>(weights + ((<usize>own) << 3), ownWeight);
  let sums = f64x2.splat(0);
  for (let at = weights; at < pairsEnd; at += 16) sums = f64x2.add(sums, v128.load(at));
  let even = f64x2.extract_lane(sums, 0);
  if (isOdd) even += load<f64>(pairsEnd);
  return even + f64x2.extract_lane(sums, 1);
}

/** Adds the weights, times a factor, to the shares of a document. */
export function average(document: i32, factor: f64): void {
  let to = shares + ((<usize>document * topics) << 2);
  const end = weights + (topics << 3);
  for (let at = weights; at < end; at += 8, to += 4) {
    store<f32>(to, <f32>(<f64>load<f32>(to) + load<f64>(at) * factor));
  }
}
