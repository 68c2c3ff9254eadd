/** Dimensions whose two bits share a byte. */
export const CODES_PER_BYTE = 4;

// The best four levels for a normal distribution of variance 1, and where the inner ones end (Max, "Quantizing for
// minimum distortion", IRE Transactions on Information Theory 1960, table I).
const INNER = 0.4528;
const OUTER = 1.51;
const BORDER = 0.9816;
const LEVELS = [-OUTER, -INNER, INNER, OUTER] as const;

/**
 * Vectors in two bits a dimension.
 *
 * @param vectors row-major, shape (rows, scales.length).
 * @param scales standard deviation of each dimension.
 */
export function encode(vectors: Float64Array, scales: Float64Array): Uint8Array {
  const codes = new Uint8Array(vectors.length / CODES_PER_BYTE);
  for (let i = 0; i < vectors.length; i++) {
    const value = vectors[i] as number;
    const border = BORDER * (scales[i % scales.length] as number);
    const code = value < 0 ? (value < -border ? 0 : 1) : value < border ? 2 : 3;
    const at = i >> 2;
    codes[at] = (codes[at] as number) | (code << ((i & 3) * 2));
  }
  return codes;
}

/** The vector that starts at a byte, scaled to length 1. */
export function decode(codes: Uint8Array, from: number, scales: Float64Array, out: Float64Array): void {
  let squares = 0;
  for (let j = 0; j < scales.length; j++) {
    const code = ((codes[from + (j >> 2)] as number) >> ((j & 3) * 2)) & 3;
    const value = (LEVELS[code] as number) * (scales[j] as number);
    out[j] = value;
    squares += value * value;
  }
  const length = Math.sqrt(squares);
  if (length === 0) return;
  for (let j = 0; j < scales.length; j++) out[j] = (out[j] as number) / length;
}
