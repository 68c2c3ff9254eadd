import { exp, ln } from '../base/math.js';

const HALF_LN_2_PI = 0.9189385332046728;
/** From here on Stirling's series is exact to the last places. */
const STIRLING = 16;

/** ln n!, by Stirling's series. */
function lnFactorial(n: number): number {
  let product = 1;
  let x = n + 1;
  for (; x < STIRLING; x++) product *= x;
  const square = 1 / (x * x);
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / x;
  return (x - 0.5) * ln(x) - x + HALF_LN_2_PI + series - ln(product);
}

function lnChoose(n: number, k: number): number {
  return lnFactorial(n) - lnFactorial(k) - lnFactorial(n - k);
}

/**
 * Chance that at least `count` of `drawn` documents have a term that `having` of all `total` have, if they are drawn blindly:
 * Fisher's exact test, one-sided. O(most − count).
 */
export function hypergeometricTail(count: number, drawn: number, having: number, total: number): number {
  const others = total - drawn - having;
  const most = Math.min(drawn, having);
  if (count <= Math.max(0, -others)) return 1;
  if (count > most) return 0;
  let term = 1;
  let sum = 1;
  for (let x = count; x < most; x++) {
    term *= ((having - x) / (x + 1)) * ((drawn - x) / (others + x + 1));
    sum += term;
    if (term < sum * Number.EPSILON && x * total > drawn * having) break;
  }
  const first = lnChoose(having, count) + lnChoose(total - having, drawn - count) - lnChoose(total, drawn);
  return Math.min(1, exp(first + ln(sum)));
}
