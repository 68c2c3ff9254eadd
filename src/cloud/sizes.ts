import { ln } from '../base/math.js';

/**
 * How a weight w becomes a font size. `linear`, `sqrt` and `log` stretch w, √w and ln(1 + w/min) between the lightest and the
 * heaviest word; `rank` goes down evenly with √(1 − rank/count); `relative` multiplies from word to word by
 * (relative · w[i]/w[i−1] + 1 − relative), as amueller/word_cloud does.
 */
export const scaleNames = ['linear', 'sqrt', 'log', 'rank', 'relative'] as const;

export type ScaleName = (typeof scaleNames)[number];

/**
 * Relative sizes from 0 (smallest) to 1 (largest) for weights in descending order; see {@link scaleNames}.
 *
 * @param weights  descending, each > 0
 * @param relative  share of frequency against rank in `relative`, from 0 to 1
 * @returns one number for each weight, not increasing; all 1 when the weights are equal
 */
export function relativeSizes(weights: Float64Array, scale: ScaleName, relative: number): Float64Array {
  const count = weights.length;
  if (count === 0) return weights;
  const largest = weights[0];
  const smallest = weights[count - 1];
  if (scale === 'rank') return weights.map((_, rank) => Math.sqrt(1 - rank / count));
  const sizes = new Float64Array(count).fill(1);
  if (scale === 'relative') {
    for (let index = 1; index < count; index++) {
      const ratio = weights[index] / weights[index - 1];
      sizes[index] = sizes[index - 1] * (relative * ratio + 1 - relative);
    }
    return sizes;
  }
  if (largest === smallest) return sizes;
  const least = Math.max(smallest / largest, 1e-300);
  // By the largest first: the heaviest word must not overflow, whatever its weight.
  const curve = (weight: number) => {
    const part = weight / largest;
    if (scale === 'linear') return part;
    if (scale === 'sqrt') return Math.sqrt(part);
    return ln(1 + part / least);
  };
  const low = curve(smallest);
  const high = curve(largest);
  if (high <= low) return sizes;
  for (let index = 0; index < count; index++) sizes[index] = (curve(weights[index]) - low) / (high - low);
  return sizes;
}
