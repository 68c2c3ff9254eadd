/**
 * What is done with one row of doubles. Even and odd places are added up for themselves first, as two lanes of a vector
 * instruction do, so that WebAssembly gives the same bits.
 */

export function dotProduct(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let even = 0;
  let odd = 0;
  for (let j = 0; j < a.length; j += 2) even += (a[j] as number) * (b[j] as number);
  for (let j = 1; j < a.length; j += 2) odd += (a[j] as number) * (b[j] as number);
  return even + odd;
}

/** Scales a row to length 1; zero stays. */
export function toUnit(row: Float64Array): void {
  const squares = dotProduct(row, row);
  if (squares > 0) stretch(row, 1 / Math.sqrt(squares));
}

/** Leaves what a row has besides a direction of length 1, scaled to length 1. */
export function takeOut(row: Float64Array, common: ArrayLike<number>): void {
  const dot = dotProduct(row, common);
  const all = dotProduct(row, row);
  for (let j = 0; j < row.length; j++) row[j] = (row[j] as number) - dot * (common[j] as number);
  const squares = dotProduct(row, row);
  // What is left of a document that says only what all say is rounding.
  if (squares <= 1e-12 * all) row.fill(0);
  else stretch(row, 1 / Math.sqrt(squares));
}

function stretch(row: Float64Array, scale: number): void {
  for (let j = 0; j < row.length; j++) row[j] = (row[j] as number) * scale;
}
