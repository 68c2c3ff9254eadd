/**
 * Natural logarithm of a positive integer, correctly rounded.
 *
 * `Math.log` may be off by one unit in the last place, differently in each engine. Two paths through a sentence
 * often have equal products of frequencies (3 · 4 = 2 · 6), so that the last bit decides between them, and jieba
 * uses the C library's logarithm, which is correctly rounded on these values.
 *
 * ln(m · 2^k) = k ln 2 + 2 (s + s³/3 + s⁵/5 + …) with s = (m − 1)/(m + 1), in double-double arithmetic.
 *
 * @see T. J. Dekker, "A floating-point technique for extending the available precision", 1971
 */
export function naturalLog(value: number): number {
  if (value === 1) return 0;
  let exponent = Math.round(Math.log2(value));
  let mantissa = value / 2 ** exponent;
  if (mantissa < Math.SQRT1_2) {
    exponent--;
    mantissa *= 2;
  } else if (mantissa > Math.SQRT2) {
    exponent++;
    mantissa /= 2;
  }
  // s as high + low: both the numerator and the denominator are split exactly.
  const numerator = mantissa - 1;
  const denominator = mantissa + 1;
  const denominatorLow = mantissa - (denominator - 1);
  const sHigh = numerator / denominator;
  const product = sHigh * denominator;
  const remainder = numerator - product - productError(sHigh, denominator, product) - sHigh * denominatorLow;
  const sLow = remainder / denominator;

  const squareHigh = sHigh * sHigh;
  const squareLow = productError(sHigh, sHigh, squareHigh) + 2 * sHigh * sLow;

  // Horner from the smallest term: sum = 1/(2j + 1) + square · sum.
  let high = 0;
  let low = 0;
  for (let j = TERMS - 1; j >= 0; j--) {
    const p = high * squareHigh;
    const pLow = productError(high, squareHigh, p) + high * squareLow + low * squareHigh;
    const term = terms[j] as number;
    const sum = term + p;
    low = p - (sum - term) + (termLows[j] as number) + pLow;
    high = sum + low;
    low = low - (high - sum);
  }
  const t = 2 * sHigh * high;
  const tLow = productError(2 * sHigh, high, t) + 2 * (sHigh * low + sLow * high);

  const k = exponent * LN2_HIGH;
  const kLow = productError(exponent, LN2_HIGH, k) + exponent * LN2_LOW;
  const sum = k + t;
  const virtual = sum - k;
  const error = k - (sum - virtual) + (t - virtual);
  return sum + (error + kLow + tLow);
}

const LN2_HIGH = Math.LN2;
const LN2_LOW = 2.3190468138462996e-17;
const SPLIT = 134217729;

/** The exact a·b − fl(a·b), by Veltkamp's splitting. */
function productError(a: number, b: number, product: number): number {
  const ca = SPLIT * a;
  const aHigh = ca - (ca - a);
  const aLow = a - aHigh;
  const cb = SPLIT * b;
  const bHigh = cb - (cb - b);
  const bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

/** How many terms of the series are summed. */
const TERMS = 25;
/** 1/(2j + 1) as high + low. */
const terms = new Float64Array(TERMS);
const termLows = new Float64Array(TERMS);
for (let j = 0; j < TERMS; j++) {
  const odd = 2 * j + 1;
  const term = 1 / odd;
  const q = term * odd;
  terms[j] = term;
  termLows[j] = (1 - q - productError(term, odd, q)) / odd;
}
