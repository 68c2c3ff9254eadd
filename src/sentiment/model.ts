/** A linear model over features: logit = bias + sum of the weights of the distinct features / a norm. */
export class LinearModel {
  readonly #weights: ReadonlyMap<string, number>;
  readonly #bias: number;

  constructor(weights: ReadonlyMap<string, number>, bias: number) {
    this.#weights = weights;
    this.#bias = bias;
  }

  /** Logit of positive against negative; 0 knows nothing. O(features). */
  logit(features: readonly string[]): number {
    let sum = 0;
    let known = 0;
    for (const feature of new Set(features)) {
      const weight = this.#weights.get(feature);
      if (weight === undefined) continue;
      sum += weight;
      known++;
    }
    return known === 0 ? 0 : this.#bias + sum / Math.sqrt(known);
  }
}
