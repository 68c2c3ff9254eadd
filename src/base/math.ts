/**
 * Exponential functions and logarithms that give the same bits everywhere.
 *
 * The standard leaves `Math.exp`, `Math.log` and their kin to the engine, and versions of the same engine differ in the
 * last place: enough to turn a seeded run into another one. Here are only additions, multiplications, divisions and
 * changes of the exponent, which IEEE 754 fixes. The error is below two units in the last place.
 */

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
double[0] = 1;
/** Where the sign and the exponent of a double stand. */
const HIGH = words[1] === 0x3ff00000 ? 1 : 0;

// ln 2 in two parts; the first has 32 significant bits, so that its product with an exponent is exact.
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const TWO_54 = 18014398509481984;

/**
 * Natural logarithm. NaN below 0, −Infinity at 0.
 *
 * ln(m · 2^k) = k ln 2 + 2 artanh((m − 1)/(m + 1)) with m between √½ and √2.
 */
export function ln(value: number): number {
  if (!(value > 0)) return value === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (value === Number.POSITIVE_INFINITY) return value;
  let exponent = 0;
  let scaled = value;
  if (value < 2.2250738585072014e-308) {
    scaled = value * TWO_54;
    exponent = -54;
  }
  double[0] = scaled;
  const high = words[HIGH] as number;
  exponent += (high >>> 20) - 1023;
  words[HIGH] = (high & 0xfffff) | 0x3ff00000;
  let mantissa = double[0] as number;
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent++;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  // square/3 + square²/5 + … + square¹¹/23
  let sum = square * (1 / 23);
  sum = (sum + 1 / 21) * square;
  sum = (sum + 1 / 19) * square;
  sum = (sum + 1 / 17) * square;
  sum = (sum + 1 / 15) * square;
  sum = (sum + 1 / 13) * square;
  sum = (sum + 1 / 11) * square;
  sum = (sum + 1 / 9) * square;
  sum = (sum + 1 / 7) * square;
  sum = (sum + 1 / 5) * square;
  sum = (sum + 1 / 3) * square;
  return exponent * LN2_HIGH + (2 * s + (2 * s * sum + exponent * LN2_LOW));
}

/** 2 to the power of an integer from −1022 to 1023. */
function powerOfTwo(exponent: number): number {
  words[HIGH] = (exponent + 1023) << 20;
  words[1 - HIGH] = 0;
  return double[0] as number;
}

/** e to the power of `value`, by e^(k ln 2 + r) = 2^k e^r with |r| at most half of ln 2. */
export function exp(value: number): number {
  if (Number.isNaN(value)) return value;
  if (value > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (value < -745.1332191019412) return 0;
  const k = Math.round(value * Math.LOG2E);
  const r = value - k * LN2_HIGH - k * LN2_LOW;
  // 1/2! + r/3! + … + r¹¹/13!
  let sum = 1 / 6227020800;
  sum = sum * r + 1 / 479001600;
  sum = sum * r + 1 / 39916800;
  sum = sum * r + 1 / 3628800;
  sum = sum * r + 1 / 362880;
  sum = sum * r + 1 / 40320;
  sum = sum * r + 1 / 5040;
  sum = sum * r + 1 / 720;
  sum = sum * r + 1 / 120;
  sum = sum * r + 1 / 24;
  sum = sum * r + 1 / 6;
  sum = sum * r + 1 / 2;
  const result = 1 + (r + r * r * sum);
  if (k > 1023) return result * 2 * powerOfTwo(1023);
  return k < -1022 ? result * powerOfTwo(k + 1000) * powerOfTwo(-1000) : result * powerOfTwo(k);
}

/** Logarithm to base 2; exact for the powers of 2 that are whole numbers. */
export function log2(value: number): number {
  return exactly(ln(value) * Math.LOG2E, 2, value);
}

/** Logarithm to base 10; exact for the powers of 10 that are whole numbers. */
export function log10(value: number): number {
  return exactly(ln(value) * Math.LOG10E, 10, value);
}

function exactly(logarithm: number, base: number, value: number): number {
  const whole = Math.round(logarithm);
  if (whole < 0 || whole > 22 || Math.abs(logarithm - whole) > 1e-9) return logarithm;
  let power = 1;
  for (let i = 0; i < whole; i++) power *= base;
  return power === value ? whole : logarithm;
}

/** Hyperbolic tangent; its error is absolute, 2e-16, also near 0. */
export function tanh(value: number): number {
  const size = Math.abs(value);
  const tangent = size > 20 ? 1 : 1 - 2 / (exp(2 * size) + 1);
  return value < 0 ? -tangent : tangent;
}

/** A positive number to any power: e^(power · ln value). 0 for 0. */
export function pow(value: number, power: number): number {
  return value === 0 ? 0 : exp(power * ln(value));
}
