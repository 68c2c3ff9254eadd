import { ln } from '../base/math.js';

/** Sums of logarithms of a prior and what follows it, kept from one call to the next: a topic may have a million terms. */
export class RisingLogs {
  readonly #prior: number;
  #sums = new Float64Array(1);

  constructor(prior: number) {
    this.#prior = prior;
  }

  /** At n, 0 to `most`: the sum of the logarithms of prior, prior + 1, to prior + n - 1. */
  upTo(most: number): Float64Array {
    const known = this.#sums.length - 1;
    if (most <= known) return this.#sums;
    const sums = new Float64Array(most + 1);
    sums.set(this.#sums);
    for (let n = known; n < most; n++) sums[n + 1] = (sums[n] as number) + ln(this.#prior + n);
    this.#sums = sums;
    return sums;
  }
}
